//! `PatternIndex`: patterns by the first two tokens that they can start with. Most patterns are ruled out by their second
//! token, at a fraction of what a search costs.

use super::lexicon::{Class, Word};
use super::pattern::{Pattern, Step, Type};
use super::segment::Segment;
use super::token::TokenKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a step accepts, in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Key(u32);

impl Key {
    /// Whatever comes: the pattern may end there, or go on with what only the matcher can tell.
    const ANY: Key = Key(u32::MAX);
    const CLAIM: Key = Key::tagged(0, 0);

    const fn tagged(tag: u32, number: u32) -> Key {
        Key(tag << 28 | number)
    }

    fn class(class: Class) -> Key {
        Key::tagged(1, class.0 as u32)
    }

    fn value(value: u32) -> Key {
        Key::tagged(2, value)
    }

    fn word(word: Word) -> Key {
        Key::tagged(3, word.index())
    }

    fn typed(kind: Type) -> Key {
        let number = match kind {
            Type::Number => 0,
            Type::Int => 1,
            Type::Day => 2,
            Type::Month => 3,
            Type::Year => 4,
            Type::Word => 5,
            Type::Name => 6,
            Type::Decimal => 7,
            Type::Capital => 8,
            Type::Digits(n) => 9 + u32::from(n),
        };
        Key::tagged(4, number)
    }

    /// One of 64 bits: the upper six of a multiplicative hash.
    fn bit(self) -> u64 {
        1 << (self.0.wrapping_mul(0x9e37_79b1) >> 26)
    }

    /// The key of a step that consumes something; none for a gap.
    fn of(step: &Step) -> Option<Key> {
        Some(match step {
            Step::Literal(word) => Key::word(*word),
            Step::Class(class, None) => Key::class(*class),
            Step::Class(_, Some(value)) => Key::value(*value),
            Step::Type(kind) => Key::typed(*kind),
            Step::Claim(_) => Key::CLAIM,
            _ => return None,
        })
    }
}

/// What is known of the patterns that start with one key.
#[derive(Debug, Default)]
struct Opening {
    /// Those that may go on with anything.
    any: Range<u32>,
    /// Types among the keys that they can go on with, by the kind of token that they may be.
    types: [Vec<Type>; 3],
    /// The other keys, as a filter: a key whose bit is not set is none of them.
    seconds: u64,
}

/// Patterns by what they can start with.
#[derive(Debug, Default)]
pub struct PatternIndex {
    /// Owner and pattern.
    patterns: Vec<(u32, Pattern)>,
    /// Types that patterns can start with, and their openings (one more than the index), by the kind of token that they
    /// may be.
    types: [Vec<(Type, u16)>; 3],
    openings: Vec<Opening>,
    /// The opening of each class, value and word, one more than its index; 0 where none starts so.
    by_class: Vec<u16>,
    by_value: Vec<u16>,
    by_word: Vec<u16>,
    by_other: FxHashMap<Key, u16>,
    /// For an opening and a second key, a part of `listed`.
    pairs: FxHashMap<(u16, Key), Range<u32>>,
    listed: Vec<u32>,
}

impl PatternIndex {
    /// Indexes patterns, each with the number of the entry that it belongs to.
    pub fn new(patterns: Vec<(u32, Pattern)>) -> Self {
        let mut index = PatternIndex::default();
        let mut entries: Vec<(u16, Key, u32)> = Vec::new();
        for (number, (_, pattern)) in patterns.iter().enumerate() {
            for (first, then) in pattern.openings() {
                let Some(key) = Key::of(&first) else { continue };
                let at = index.opening(&first, key);
                if let Step::Type(kind) = first {
                    push_type(&mut index.types, kind, (kind, at + 1));
                }
                let opening = &mut index.openings[usize::from(at)];
                if then.is_empty() {
                    entries.push((at, Key::ANY, number as u32));
                }
                for step in &then {
                    if let Step::Type(kind) = step {
                        push_type(&mut opening.types, *kind, *kind);
                    }
                    let second = Key::of(step).unwrap_or(Key::ANY);
                    opening.seconds |= second.bit();
                    entries.push((at, second, number as u32));
                }
            }
        }
        entries.sort_unstable();
        entries.dedup();
        for same in entries.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let from = index.listed.len() as u32;
            index.listed.extend(same.iter().map(|(.., number)| *number));
            let listed = from..index.listed.len() as u32;
            match same[0] {
                (at, Key::ANY, _) => index.openings[usize::from(at)].any = listed,
                (at, second, _) => {
                    index.pairs.insert((at, second), listed);
                }
            }
        }
        index.patterns = patterns;
        index
    }

    /// The opening for a step, made if there is none yet.
    fn opening(&mut self, step: &Step, key: Key) -> u16 {
        let place = match step {
            Step::Class(class, None) => slot(&mut self.by_class, class.0.into()),
            Step::Class(_, Some(value)) => slot(&mut self.by_value, *value),
            Step::Literal(word) => slot(&mut self.by_word, word.index()),
            _ => self.by_other.entry(key).or_default(),
        };
        if *place == 0 {
            self.openings.push(Opening::default());
            *place = self.openings.len() as u16;
        }
        *place - 1
    }

    /// Entry and pattern of an index that `candidates` gave.
    pub fn get(&self, index: u32) -> (u32, &Pattern) {
        let (owner, pattern) = &self.patterns[index as usize];
        (*owner, pattern)
    }

    /// Patterns that may match at token `at`, in the order they were added. `claim`: the end of the claim that starts
    /// there.
    pub fn candidates(&self, segment: &Segment<'_>, at: usize, claim: Option<usize>, into: &mut Vec<u32>) {
        into.clear();
        let of = |places: &[u16], number: u32| places.get(number as usize).copied().unwrap_or_default();
        for sense in segment.senses.at(at) {
            let end = at + usize::from(sense.len);
            self.open(segment, of(&self.by_class, sense.class.0.into()), end, into);
            self.open(segment, of(&self.by_value, sense.value), end, into);
        }
        self.open(segment, of(&self.by_word, segment.senses.word(at).index()), at + 1, into);
        for (kind, place) in &self.types[segment.tokens[at].kind as usize] {
            if let Some(end) = segment.typed(at, *kind) {
                self.open(segment, *place, end, into);
            }
        }
        if let Some(end) = claim {
            self.open(segment, self.by_other.get(&Key::CLAIM).copied().unwrap_or_default(), end, into);
        }
        if into.len() > 1 {
            into.sort_unstable();
            into.dedup();
        }
    }

    /// Patterns of an opening (one more than its index) that may go on at token `end`.
    fn open(&self, segment: &Segment<'_>, place: u16, end: usize, into: &mut Vec<u32>) {
        let Some(at) = place.checked_sub(1) else { return };
        let opening = &self.openings[usize::from(at)];
        let mut list = |listed: &Range<u32>| {
            into.extend_from_slice(&self.listed[listed.start as usize..listed.end as usize]);
        };
        list(&opening.any);
        if opening.seconds == 0 {
            return;
        }
        let mut pair = |second: Key| {
            if opening.seconds & second.bit() != 0
                && let Some(listed) = self.pairs.get(&(at, second))
            {
                list(listed);
            }
        };
        for sense in segment.senses.at(end) {
            pair(Key::class(sense.class));
            pair(Key::value(sense.value));
        }
        let word = segment.senses.word(end);
        if word != Word::UNKNOWN {
            pair(Key::word(word));
        }
        let Some(next) = segment.tokens.get(end) else { return };
        for kind in opening.types[next.kind as usize].iter().filter(|kind| segment.typed(end, **kind).is_some()) {
            pair(Key::typed(*kind));
        }
    }
}

/// A place in a table that grows as asked.
fn slot(places: &mut Vec<u16>, number: u32) -> &mut u16 {
    let number = number as usize;
    if places.len() <= number {
        places.resize(number + 1, 0);
    }
    &mut places[number]
}

/// Adds a type to the lists of the kinds of token that it may be, once.
fn push_type<T: Copy + PartialEq>(types: &mut [Vec<T>; 3], kind: Type, entry: T) {
    for (token, list) in [TokenKind::Word, TokenKind::Digits, TokenKind::Symbol].into_iter().zip(types) {
        let may = match kind {
            Type::Number => true,
            Type::Word | Type::Name | Type::Capital => token == TokenKind::Word,
            _ => token == TokenKind::Digits,
        };
        if may && !list.contains(&entry) {
            list.push(entry);
        }
    }
}
