//! Finding mentions: every form is tried where it can start, the longest wins, hedges join the figure they stand at.

use super::hedge::hedge;
use super::label::{Blocked, Label, LabelTokens, settle, take_named};
use super::make::{Match, Units};
use super::mention::{Content, Mention};
use crate::language::pattern::{Input, Meter, Scratch, Type};
use crate::language::{Class, Fits, Language, Maker, PatternIndex, Segment, TokenKind, Word, is_apostrophe};
use crate::value::Decimal;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Longest hedge or padding, in tokens.
const HEDGE_TOKENS: usize = 6;

/// Words of a compound form before its first mention, at most.
const WORDS_BEFORE: usize = 8;

/// Tokens and, for compound forms, mentions, as patterns ask for them.
struct Forms<'a> {
    segment: &'a Segment<'a>,
    mentions: &'a [Mention],
    fits: &'a [Fits],
}

impl Input for Forms<'_> {
    fn literal(&self, at: usize, word: Word) -> bool {
        self.segment.senses.word(at) == word
    }

    fn class(&self, at: usize, class: Class, value: Option<u32>, skip: usize) -> Option<(usize, u32)> {
        self.segment.nth_class(at, class, value, skip)
    }

    fn typed(&self, at: usize, kind: Type) -> Option<usize> {
        self.segment.typed(at, kind)
    }

    fn claim(&self, at: usize, step: u16) -> Option<usize> {
        let index = self.mentions.partition_point(|mention| mention.tokens.start < at);
        let mention = self.mentions.get(index).filter(|mention| mention.tokens.start == at)?;
        mention.fits(&self.fits[usize::from(step)]).then_some(mention.tokens.end)
    }

    fn glued(&self, at: usize) -> bool {
        self.segment.tokens.get(at).is_some_and(|token| token.glued)
    }

    fn gap(&self, at: usize) -> Option<usize> {
        (at < self.segment.tokens.len()).then_some(at + 1)
    }
}

/// Memory that finding keeps from one segment to the next.
pub struct Workspace<'a> {
    scratch: Scratch,
    candidates: Vec<u32>,
    /// Where the segment meets what compound forms need.
    met: Meter<'a>,
}

impl<'a> Workspace<'a> {
    /// Memory for texts in a language.
    pub fn new(language: &'a Language) -> Self {
        let met = language.forms.compound.needs().meter();
        Workspace { scratch: Scratch::default(), candidates: Vec::new(), met }
    }
}

/// All mentions of a segment, in the order of the text, none overlapping another, and the labels among them.
pub fn mentions(segment: &Segment<'_>, units: &Units, work: &mut Workspace<'_>) -> (Vec<Mention>, Vec<Label>) {
    let mut found: Vec<(Mention, u32)> = Vec::new();
    let forms = &segment.language.forms;
    let simple = Search { segment, index: &forms.simple, mentions: &[], units };
    simple.run(0..segment.tokens.len(), work, |mention, order| {
        if segment.stands_free(&mention.tokens) {
            found.push((mention, order));
        }
    });
    if found.is_empty() && !segment.tokens.iter().any(|token| token.kind == TokenKind::Digits) {
        return (Vec::new(), Vec::new());
    }
    let mut blocked = Blocked::new(segment);
    found.retain(|(mention, _)| !blocked.hides(&mention.tokens));
    let mut labels: Vec<LabelTokens> = blocked.labels().collect();
    let mut mentions = longest(found, segment, &mut labels);
    take_named(segment, &mut mentions, &mut labels);
    // First figures take their units from each other; then compounds of compounds: a range of days with times takes two
    // rounds.
    work.met.clear();
    (0..segment.tokens.len()).for_each(|at| work.met.read(at, segment.senses.word(at), segment.senses.at(at)));
    for round in 0..4 {
        let mut found: Vec<(Mention, u32)> = Vec::new();
        let compound = Search { segment, index: &forms.compound, mentions: &mentions, units };
        compound.run(near(&mentions), work, |mention, order| {
            if segment.stands_free(&mention.tokens) {
                found.push((mention, order));
            }
        });
        let is_like = |order: u32| forms.forms[order as usize].maker == Maker::Like;
        found.retain(|(new, order)| {
            let same = |old: &Mention| old.tokens == new.tokens && old.kind == new.kind && old.content == new.content;
            let known = mentions.iter().any(same);
            !known && is_like(*order) == (round == 0)
        });
        if found.is_empty() && round > 0 {
            break;
        }
        let new = longest(found, segment, &mut labels);
        mentions.retain(|old| !new.iter().any(|new| overlap(&old.tokens, &new.tokens)));
        mentions.extend(new);
        mentions.sort_by_key(|mention| mention.tokens.start);
    }
    share_scales(segment, &mut mentions);
    hedge(segment, &mut mentions);
    let labels = settle(segment, labels, &mentions);
    (mentions, labels)
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Tokens at which a compound form can start: at a mention, or a few words before it.
fn near(mentions: &[Mention]) -> impl Iterator<Item = usize> {
    let mut next = 0;
    let starts: Vec<usize> = mentions.iter().map(|mention| mention.tokens.start).collect();
    starts.into_iter().flat_map(move |start| {
        let from = next.max(start.saturating_sub(WORDS_BEFORE));
        next = start + 1;
        from..next
    })
}

/// A search for the patterns of an index.
struct Search<'a> {
    segment: &'a Segment<'a>,
    index: &'a PatternIndex,
    mentions: &'a [Mention],
    units: &'a Units,
}

impl Search<'_> {
    /// Tries every pattern at those places, which ascend.
    fn run(&self, places: impl Iterator<Item = usize>, work: &mut Workspace<'_>, mut each: impl FnMut(Mention, u32)) {
        let Search { segment, index, mentions, units } = *self;
        let Workspace { scratch, candidates, met } = work;
        // Of simple forms it is not worth asking what they need.
        let simple = mentions.is_empty();
        let mut next_mention = 0;
        let input = Forms { segment, mentions, fits: &segment.language.forms.fits };
        for at in places {
            while mentions.get(next_mention).is_some_and(|mention| mention.tokens.start < at) {
                next_mention += 1;
            }
            let here = mentions.get(next_mention).filter(|mention| mention.tokens.start == at);
            let wanted = |pattern| simple || met.allows(pattern, at);
            index.candidates(segment, at, here.map(|mention| mention.tokens.end), wanted, candidates);
            for candidate in candidates.iter() {
                let pattern = index.get(*candidate);
                let Some(found) = pattern.find(&input, at, scratch) else {
                    continue;
                };
                if found.end == at {
                    continue;
                }
                let form = &segment.language.forms.forms[pattern.owner as usize];
                let matched = Match { segment, form, index, at, found: &found, units, mentions };
                if let Some(mention) = matched.make() {
                    each(mention, pattern.owner);
                }
            }
        }
    }
}

/// Keeps the longest; of equally long ones that overlap, the one whose form comes first. Labels are put aside.
fn longest(mut found: Vec<(Mention, u32)>, segment: &Segment<'_>, labels: &mut Vec<LabelTokens>) -> Vec<Mention> {
    let form_id = |order: u32| segment.language.forms.forms[order as usize].id.clone();
    let is_label = |order: u32| segment.language.forms.forms[order as usize].maker.is_label();
    // "Last season 412 millimetres fell": a label gives way to a figure that takes as much of the text, but not the very
    // same.
    let mut figures: Vec<(usize, usize)> = found
        .iter()
        .filter(|(_, order)| !is_label(*order))
        .map(|(figure, _)| (figure.tokens.start, figure.tokens.len()))
        .collect();
    figures.sort_unstable();
    let gives_way: FxHashSet<(usize, usize)> = found
        .iter()
        .filter(|(label, order)| {
            let (start, len) = (label.tokens.start, label.tokens.len());
            let from = figures.partition_point(|(figure, _)| figure + len <= start);
            let mut near = figures[from..].iter().take_while(|(figure, _)| *figure < start + len);
            is_label(*order) && near.any(|(figure, other)| *other == len && *figure != start)
        })
        .map(|(label, _)| (label.tokens.start, label.tokens.end))
        .collect();
    found.sort_by_key(|(mention, order)| {
        let last = is_label(*order) && gives_way.contains(&(mention.tokens.start, mention.tokens.end));
        (std::cmp::Reverse(mention.tokens.len()), last, *order, mention.tokens.start)
    });
    let mut taken: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    let mut kept = Vec::new();
    for (mention, order) in found {
        let before = taken.range(..mention.tokens.end).next_back();
        if before.is_some_and(|(_, end)| *end > mention.tokens.start) {
            continue;
        }
        taken.insert(mention.tokens.start, mention.tokens.end);
        if is_label(order) {
            labels.push((mention.tokens, form_id(order)));
        } else {
            kept.push(mention);
        }
    }
    kept.sort_by_key(|mention| mention.tokens.start);
    kept
}

impl Segment<'_> {
    /// Is the figure written by itself, not as a part of a longer word, number, code or path?
    fn stands_free(&self, tokens: &Range<usize>) -> bool {
        self.free_left(tokens.start) && self.free_right(tokens.end)
    }

    fn free_left(&self, start: usize) -> bool {
        let token = &self.tokens[start];
        if !token.glued || start == 0 {
            return true;
        }
        let before = &self.tokens[start - 1];
        if before.kind == TokenKind::Word && before.text(self.text).ends_with(is_apostrophe) {
            // "L'11 mars".
            return true;
        }
        if before.kind != TokenKind::Symbol {
            // A minus stands by itself: in "$10-$20" there is none.
            return token.kind == TokenKind::Symbol && !matches!(token.text(self.text), "-" | "–" | "−");
        }
        let further = start.checked_sub(2).map(|at| &self.tokens[at]).filter(|_| before.glued);
        let (word, digits) = (
            further.is_some_and(|token| token.kind == TokenKind::Word),
            further.is_some_and(|token| token.kind == TokenKind::Digits),
        );
        let is_digits = token.kind == TokenKind::Digits;
        match before.text(self.text) {
            // "Sub-7" has a hedge, "3km-5km" a unit, "2 million-3 million" a scale before the hyphen,
            // "10-to-15" a number before the word.
            "-" | "–" => {
                let digits =
                    |back: usize| start.checked_sub(back).is_some_and(|at| self.tokens[at].kind == TokenKind::Digits);
                let measured = || digits(3) || digits(4) && self.word(start - 3) == "-";
                let scale = || self.language.lexicon.class("scale").and_then(|class| self.class_at(start - 2, class));
                let unit = || word && (self.tokens[start - 2].glued || scale().is_some()) && measured();
                !(is_digits && word)
                    || unit()
                    || self.class_before(start, self.language.lexicon.class("hedge-before")).is_some()
            }
            "." | "," => !(is_digits && digits),
            "/" | ":" | "_" | "#" | "@" | "\\" => !(is_digits && (word || digits)),
            _ => true,
        }
    }

    fn free_right(&self, end: usize) -> bool {
        let last = &self.tokens[end - 1];
        let Some(next) = self.tokens.get(end).filter(|token| token.glued) else {
            return true;
        };
        if last.kind == TokenKind::Symbol {
            return true;
        }
        if next.kind != TokenKind::Symbol {
            return false;
        }
        let after = self.tokens.get(end + 1).filter(|token| token.glued);
        let digits = after.is_some_and(|token| token.kind == TokenKind::Digits);
        let is_digits = last.kind == TokenKind::Digits;
        !(is_digits && digits && matches!(next.text(self.text), "." | "," | "/" | ":" | "_"))
    }

    /// The phrase of a class that ends before a token: its start and value.
    pub(super) fn class_before(&self, end: usize, class: Option<Class>) -> Option<(usize, u32)> {
        let class = class?;
        (1..=HEDGE_TOKENS.min(end)).rev().find_map(|len| {
            let senses = self.senses.at(end - len).iter();
            let sense = senses.filter(|sense| sense.class == class).find(|sense| usize::from(sense.len) == len)?;
            Some((end - len, sense.value))
        })
    }
}

/// "4.89 and 4.79 billion": the scale and the unit of the last hold for those before it, if all are written with
/// decimals.
fn share_scales(segment: &Segment<'_>, mentions: &mut [Mention]) {
    let Some(class) = segment.language.lexicon.class("list-and") else { return };
    for index in (1..mentions.len()).rev() {
        let [.., before, last] = &mut mentions[..=index] else { continue };
        let joined = segment.class_at(before.tokens.end, class).is_some_and(|(end, _)| end == last.tokens.start);
        let (Content::Figure(first), Content::Figure(scaled)) = (&mut before.content, &last.content) else { continue };
        let decimals = first.mantissa.scale() > 0 && scaled.mantissa.scale() > 0;
        if joined
            && decimals
            && before.unit.is_none()
            && first.magnitude == Decimal::ONE
            && scaled.magnitude > Decimal::ONE
        {
            first.magnitude = scaled.magnitude;
            before.unit = last.unit.clone();
            before.kind = last.kind;
        }
    }
}
