//! One of the two versions: its sentences, with what tells them from others, and its figures.

use crate::extract::{Claim, ClaimId, Context, Label, Ledger, Passage};
use crate::language::{Case, TokenKind, fold};
use crate::source::Role;
use crate::value::{Decimal, Kind, Reading, Value, decimal_text, exact_mul};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

/// Letters that words of one origin have in common in two languages: "university", "universitas".
const COGNATE_LETTERS: usize = 4;

/// Shorter words are no cognates.
const COGNATE_LEAST: usize = 5;

/// Smaller numbers in words are as often idioms ("on the one hand", "both").
const FEW: Decimal = Decimal::TEN;

/// How much two sentences have in common that share a figure, a name, a cognate.
const FIGURE_WEIGHT: u32 = 6;
const NAME_WEIGHT: u32 = 4;
const COGNATE_WEIGHT: u32 = 1;

/// Where an item comes from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// A claim.
    Claim(ClaimId),
    /// A number that is no figure, as the claim that it is made once something is to be said of it.
    Label(Box<Claim>),
}

/// How much an item must be kept by another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Pronouns, idioms, articles: "one", "first", "last year"; labels of one digit.
    Weak,
    /// Small numbers in words, and words of magnitude.
    Light,
    /// Labels: a page, a model, a law.
    Label,
    /// Any other figure.
    Full,
}

/// A figure, or a number that is none.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) source: Source,
    pub(super) span: Range<usize>,
    /// The numbers that are written in it, words and digits alike, scale words included, in order.
    pub(super) numbers: Vec<Decimal>,
    pub(super) weight: Weight,
    /// Of a time of day: does it say which half of the day is meant?
    pub(super) half_of_day: bool,
}

impl Item {
    pub(super) fn claim<'l>(&self, ledger: &'l Ledger) -> Option<&'l Claim> {
        match &self.source {
            Source::Claim(id) => ledger.claims.get(id.0 as usize),
            Source::Label(_) => None,
        }
    }
}

/// A sentence.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    /// Bytes of the text.
    pub(super) span: Range<usize>,
    /// Its items, as indexes.
    pub(super) items: Range<usize>,
    /// What tells it from others, as hashes with weights, sorted by hash.
    pub(super) anchors: Vec<(u64, u32)>,
    /// Its letters and digits.
    pub(super) length: usize,
    pub(super) role: Role,
}

/// One version.
#[derive(Debug, Default)]
pub(super) struct Side {
    /// Code of its language; none where nothing could be read.
    pub(super) language: Option<Arc<str>>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) items: Vec<Item>,
}

impl Side {
    pub(super) fn new(passages: &[Passage<'_>], ledger: &Ledger) -> Self {
        let language = passages.first().map(|passage| passage.segment.language.code.clone());
        let mut side = Side { language, ..Side::default() };
        for passage in passages {
            side.read(passage, ledger);
        }
        side
    }

    /// Bytes from the first of the sentences to the last.
    pub(super) fn bytes(&self, sentences: &Range<usize>) -> Range<usize> {
        let within = self.sentences.get(sentences.clone()).unwrap_or_default();
        match (within.first(), within.last()) {
            (Some(first), Some(last)) => first.span.start..last.span.end,
            _ => 0..0,
        }
    }

    /// The items of the sentences.
    pub(super) fn items(&self, sentences: &Range<usize>) -> Range<usize> {
        let within = self.sentences.get(sentences.clone()).unwrap_or_default();
        match (within.first(), within.last()) {
            (Some(first), Some(last)) => first.items.start..last.items.end,
            _ => 0..0,
        }
    }

    fn read(&mut self, passage: &Passage<'_>, ledger: &Ledger) {
        let segment = &passage.segment;
        let tokens = &segment.tokens;
        let Some((first, last)) = tokens.first().zip(tokens.last()) else { return };
        let bytes = first.start as usize..last.end as usize;
        let mut items: Vec<(usize, Item)> = Vec::with_capacity(passage.mentions.len());
        for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
            let Some(claim) = ledger.claims.get(id.0 as usize) else { continue };
            let numbers = numbers(passage, mention.core.clone(), true);
            let weight = weight(claim, passage, mention.core.clone(), &numbers);
            let source = Source::Claim(*id);
            let half_of_day = half_of_day(claim, passage, mention.tokens.clone());
            let item = Item { source, span: claim.span.clone(), numbers, weight, half_of_day };
            items.push((mention.core.start, item));
        }
        let from = ledger.labels.partition_point(|label| label.span.start < bytes.start);
        let labels = ledger.labels.get(from..).unwrap_or_default();
        for label in labels.iter().take_while(|label| label.span.start < bytes.end) {
            items.extend(label_item(passage, label));
        }
        items.sort_by_key(|(at, _)| *at);
        let mut items = items.into_iter().peekable();
        let mut start = 0;
        while let Some(number) = passage.division.sentence.get(start) {
            let end = passage.division.sentence.partition_point(|other| other <= number);
            let first_item = self.items.len();
            while let Some((_, item)) = items.next_if(|(at, _)| *at < end) {
                self.items.push(item);
            }
            let own = first_item..self.items.len();
            self.push(passage, start..end, own);
            start = end;
        }
    }

    fn push(&mut self, passage: &Passage<'_>, tokens: Range<usize>, items: Range<usize>) {
        let segment = &passage.segment;
        let Some((first, last)) = segment.tokens.get(tokens.start).zip(segment.tokens.get(tokens.end.wrapping_sub(1)))
        else {
            return;
        };
        let span = first.start as usize..last.end as usize;
        let mut anchors = Vec::new();
        let own = self.items.get(items.clone()).unwrap_or_default();
        let in_item = |at: usize| {
            let start = segment.tokens.get(at).map_or(0, |token| token.start as usize);
            own.iter().any(|item| item.span.contains(&start))
        };
        for item in own.iter().filter(|item| item.weight != Weight::Weak) {
            anchors.extend(item.numbers.iter().map(|number| (hash("#", &decimal_text(*number)), FIGURE_WEIGHT)));
        }
        let mut length = 0;
        let mut folded = String::new();
        for at in tokens.clone() {
            let Some(token) = segment.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else { continue };
            let word = segment.word(at);
            length += word.chars().count();
            if in_item(at) || segment.language.is_function_word(word) {
                continue;
            }
            fold(word, &mut folded);
            if token.case != Case::Lower && at != tokens.start {
                anchors.push((hash("@", &folded), NAME_WEIGHT));
            }
            if folded.chars().count() >= COGNATE_LEAST {
                let stem: String = folded.chars().take(COGNATE_LETTERS).collect();
                anchors.push((hash("", &stem), COGNATE_WEIGHT));
            }
        }
        anchors.sort_unstable();
        anchors.dedup_by_key(|(hash, _)| *hash);
        self.sentences.push(Sentence { span, items, anchors, length, role: passage.role });
    }
}

fn hash(class: &str, word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    (class, word).hash(&mut hasher);
    hasher.finish()
}

/// The numbers written in these tokens. What names nothing but itself has no words of scale: "833 M" is a year.
fn numbers(passage: &Passage<'_>, tokens: Range<usize>, scaled: bool) -> Vec<Decimal> {
    let segment = &passage.segment;
    let (mut numbers, mut at) = (Vec::new(), tokens.start);
    while at < tokens.end {
        match segment.numeral(at).filter(|numeral| !numeral.unknown && numeral.end <= tokens.end) {
            Some(numeral) => {
                let magnitude = if scaled { numeral.magnitude } else { Decimal::ONE };
                numbers.extend(exact_mul(numeral.mantissa, magnitude).map(|number| number.normalize()));
                at = numeral.end.max(at + 1);
            }
            None => {
                // "10-week", "1950s": digits that are no numeral by themselves.
                let digits = segment.tokens.get(at).filter(|token| token.kind == TokenKind::Digits);
                numbers.extend(digits.and_then(|_| segment.word(at).parse::<Decimal>().ok()));
                at += 1;
            }
        }
    }
    numbers
}

/// A label with digits in it.
fn label_item(passage: &Passage<'_>, label: &Label) -> Option<(usize, Item)> {
    let tokens = &passage.segment.tokens;
    let start = tokens.partition_point(|token| (token.start as usize) < label.span.start);
    let end = tokens.partition_point(|token| (token.end as usize) <= label.span.end);
    let digits = tokens.get(start..end)?.iter().filter(|token| token.kind == TokenKind::Digits);
    let digits: u32 = digits.map(|token| token.end - token.start).sum();
    let numbers = numbers(passage, start..end, false);
    let weight = if digits > 1 { Weight::Label } else { Weight::Weak };
    let value = numbers.first().copied();
    let claim = Claim {
        id: ClaimId::default(),
        kind: Kind::Number,
        span: label.span.clone(),
        value: value.map(Value::Number),
        stretch: None,
        unit: None,
        hedge: None,
        reading: value.map_or_else(Reading::any, Reading::point),
        plain: None,
        context: Context::default(),
        date: None,
        role: passage.role,
        block: passage.block,
        sentence: passage.first.0 + passage.division.sentence.get(start)?,
        clause: passage.first.1 + passage.division.clause.get(start)?,
        quoted: false,
        via: vec![label.via.clone()],
    };
    let source = Source::Label(Box::new(claim));
    (digits > 0).then_some((start, Item { source, span: label.span.clone(), numbers, weight, half_of_day: false }))
}

fn weight(claim: &Claim, passage: &Passage<'_>, core: Range<usize>, numbers: &[Decimal]) -> Weight {
    let has_digits = passage.segment.tokens.get(core).unwrap_or_default().iter().any(|it| it.kind == TokenKind::Digits);
    let value = match claim.value {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    };
    let counts = claim.unit.is_none() && matches!(claim.kind, Kind::Number | Kind::Ordinal);
    let few = !has_digits && counts && value.is_some_and(|number| number < FEW);
    match claim.kind {
        // "Last year", "on Thursday", "June": what the target says of it, if anything, it says in words of its own.
        Kind::Date | Kind::Datetime | Kind::Time if !has_digits && numbers.is_empty() => Weight::Weak,
        _ if counts && value.is_some_and(|number| number <= Decimal::ONE) => Weight::Weak,
        _ if few && value.is_some_and(|number| number <= Decimal::TWO) => Weight::Weak,
        Kind::Ordinal if few => Weight::Weak,
        Kind::Multiple | Kind::Fraction if !has_digits => Weight::Light,
        Kind::Duration if !has_digits => Weight::Light,
        _ if few || numbers.is_empty() => Weight::Light,
        _ => Weight::Full,
    }
}

/// Classes of words that tell the half of a day.
const HALVES: [&str; 2] = ["daypart", "time-of-day"];

/// Does a time of day say whether it is before or after noon?
fn half_of_day(claim: &Claim, passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    let hour = match claim.value {
        Some(Value::Clock(clock) | Value::Datetime { clock, .. }) => clock.hour,
        _ => return false,
    };
    let segment = &passage.segment;
    let named = |at: usize| {
        let mut classes = HALVES.iter().filter_map(|name| segment.language.lexicon.class(name));
        // "02.46", as clocks that count to 24 show it.
        classes.any(|class| segment.class_at(at, class).is_some()) || segment.word(at).starts_with('0')
    };
    hour == 0 || hour > 12 || tokens.into_iter().any(named)
}
