//! `PatternIndex`: compiled patterns by the first two tokens that they can start with. Most patterns are ruled out by their
//! second token, at a fraction of what a search costs. Also compiled into `build.rs`, which stores the indices of our
//! languages, so that the program starts without compiling a pattern.

use super::{Needs, Parsed, Pattern, Step, Type};
use crate::language::lexicon::{Class, Word};
use crate::language::texts::Names;
use crate::language::token::TokenKind;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a step accepts, in one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(in crate::language) struct Key(u32);

impl Key {
    /// Whatever comes: the pattern may end there, or go on with what only the matcher can tell.
    const ANY: Key = Key(u32::MAX);
    pub(in crate::language) const CLAIM: Key = Key::tagged(0, 0);

    const fn tagged(tag: u32, number: u32) -> Key {
        Key(tag << 28 | number)
    }

    pub(in crate::language) fn class(class: Class) -> Key {
        Key::tagged(1, class.0 as u32)
    }

    pub(in crate::language) fn value(value: u32) -> Key {
        Key::tagged(2, value)
    }

    pub(in crate::language) fn word(word: Word) -> Key {
        Key::tagged(3, word.index())
    }

    pub(in crate::language) fn typed(kind: Type) -> Key {
        let number = match kind {
            Type::Number => 0,
            Type::Int => 1,
            Type::Day => 2,
            Type::Month => 3,
            Type::Year => 4,
            Type::Word => 5,
            Type::Name => 6,
            Type::Decimal => 7,
            Type::Title => 8,
            Type::Digits(n) => 9 + u32::from(n),
        };
        Key::tagged(4, number)
    }

    /// One of 64 bits: the upper six of a multiplicative hash.
    pub(in crate::language) fn bit(self) -> u64 {
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
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Opening {
    /// Those that may go on with anything.
    pub(in crate::language) any: Range<u32>,
    /// Types among the keys that they can go on with, by the kind of token that they may be.
    pub(in crate::language) types: [Vec<Type>; 3],
    /// The other keys, as a filter: a key whose bit is not set is none of them.
    pub(in crate::language) seconds: u64,
}

/// A pattern, without what all patterns share.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    owner: u32,
    steps: Range<u32>,
    captured: Range<u32>,
    first_claim: Option<u16>,
    least_claims: u16,
    joins: u16,
}

/// Patterns by what they can start with.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct PatternIndex {
    heads: Vec<Head>,
    /// The steps of all patterns, one pattern behind the other. Places in them count from the pattern's first.
    steps: Vec<Step>,
    captured: Vec<Class>,
    names: Names,
    claims: Names,
    needs: Needs,
    /// Types that patterns can start with, and their openings (one more than the index), by the kind of token that they
    /// may be.
    pub(in crate::language) types: [Vec<(Type, u16)>; 3],
    pub(in crate::language) openings: Vec<Opening>,
    /// The opening of each class, value and word, one more than its index; 0 where none starts so.
    pub(in crate::language) by_class: Vec<u16>,
    pub(in crate::language) by_value: Vec<u16>,
    pub(in crate::language) by_word: Vec<u16>,
    pub(in crate::language) by_other: FxHashMap<Key, u16>,
    /// For an opening and a second key, a part of `listed`.
    pub(in crate::language) pairs: FxHashMap<(u16, Key), Range<u32>>,
    pub(in crate::language) listed: Vec<u32>,
}

impl PatternIndex {
    /// Indexes patterns, each with the number of the entry that it belongs to.
    pub fn new(patterns: &[(u32, Parsed)]) -> Self {
        let mut index = PatternIndex { needs: Needs::new(patterns.iter().map(|(_, one)| one)), ..Self::default() };
        for (owner, pattern) in patterns {
            index.add(*owner, pattern);
        }
        index.list(patterns);
        index
    }

    /// Puts a pattern behind the others.
    fn add(&mut self, owner: u32, pattern: &Parsed) {
        let names: Vec<u16> = pattern.names.iter().map(|name| self.names.know(name) as u16).collect();
        let claims: Vec<u16> = pattern.claims.iter().map(|claim| self.claims.know(claim) as u16).collect();
        let (steps, captured) = (self.steps.len() as u32, self.captured.len() as u32);
        self.steps.extend(pattern.steps.iter().map(|step| match step {
            Step::Open(name) => Step::Open(names[usize::from(*name)]),
            Step::Close(name) => Step::Close(names[usize::from(*name)]),
            Step::Claim(claim) => Step::Claim(claims[usize::from(*claim)]),
            other => other.clone(),
        }));
        self.captured.extend(&pattern.captured);
        self.heads.push(Head {
            owner,
            steps: steps..self.steps.len() as u32,
            captured: captured..self.captured.len() as u32,
            first_claim: pattern.first_claim().map(|claim| claims[usize::from(claim)]),
            least_claims: u16::try_from(pattern.least_claims()).unwrap_or(u16::MAX),
            joins: pattern.joins,
        });
    }

    /// Lists the patterns by what they can start with.
    fn list(&mut self, patterns: &[(u32, Parsed)]) {
        let mut entries: Vec<(u16, Key, u32)> = Vec::new();
        for (number, (_, pattern)) in patterns.iter().enumerate() {
            for (first, then) in pattern.openings() {
                let Some(key) = Key::of(&first) else { continue };
                let at = self.opening(&first, key);
                if let Step::Type(kind) = first {
                    push_type(&mut self.types, kind, (kind, at + 1));
                }
                let opening = &mut self.openings[usize::from(at)];
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
            let from = self.listed.len() as u32;
            self.listed.extend(same.iter().map(|(.., number)| *number));
            let listed = from..self.listed.len() as u32;
            match same[0] {
                (at, Key::ANY, _) => self.openings[usize::from(at)].any = listed,
                (at, second, _) => {
                    self.pairs.insert((at, second), listed);
                }
            }
        }
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

    /// The pattern of an index that `candidates` gave.
    pub fn get(&self, number: u32) -> Pattern<'_> {
        let head = &self.heads[number as usize];
        let within = |range: &Range<u32>| range.start as usize..range.end as usize;
        Pattern {
            owner: head.owner,
            steps: &self.steps[within(&head.steps)],
            joins: head.joins,
            first_claim: head.first_claim,
            captured: &self.captured[within(&head.captured)],
        }
    }

    /// All patterns, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = Pattern<'_>> {
        (0..self.heads.len() as u32).map(|number| self.get(number))
    }

    /// Claims that every match of a pattern takes at least.
    pub fn least_claims(&self, number: u32) -> usize {
        self.heads[number as usize].least_claims.into()
    }

    /// The name of a capture.
    pub fn name(&self, name: u16) -> &str {
        self.names.get(name.into())
    }

    /// What was written after `@` (or the bare name) for the claim steps, by their number.
    pub fn claims(&self) -> impl Iterator<Item = &str> {
        self.claims.iter()
    }

    /// What the patterns need.
    pub fn needs(&self) -> &Needs {
        &self.needs
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
            Type::Word | Type::Name | Type::Title => token == TokenKind::Word,
            _ => token == TokenKind::Digits,
        };
        if may && !list.contains(&entry) {
            list.push(entry);
        }
    }
}
