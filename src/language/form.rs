//! `Forms`: the ways to write a figure, indexed by what they start with.

use super::lexicon::{Class, Lexicon, Word};
use super::numeral::NumeralClasses;
use super::pattern::{Pattern, Step, Type, starts};
use super::segment::Segment;
use super::token::{Case, TokenKind};
use crate::data::DataError;
use crate::language::file::FormFile;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What a form makes. A closed set: the meanings of figures are code, their wording is data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Maker {
    /// `n`.
    Number,
    /// `n` percent.
    Percent,
    /// `n` percentage points, basis points or index points (`points`).
    Points,
    /// `n` of a `currency`.
    Money,
    /// `n` of a `unit`.
    Quantity,
    /// `n`th, or a word of the class `ordinal`.
    Ordinal,
    /// `fraction`, or `n` over `denominator`.
    Fraction,
    /// `k` in `n`.
    OneIn,
    /// `n` times, or a word of the class `multiple`.
    Multiple,
    /// Dozens, hundreds (`magnitude`), of a `scale`; or 70 (`n`) `odd`, whose value is a scale. Money, percentages and
    /// quantities may be of both.
    Magnitude,
    /// Any of `weekday`, `day`, `month`, `year`; `shift` in years or, for a weekday alone, in weeks.
    Date,
    /// `shift` units of `time-unit` from the publication date.
    Shift,
    /// `day-shift` days from it.
    DayShift,
    /// `n` of a `time-unit` before (`sign` −1) or after (+1) it.
    Ago,
    /// Early, middle, late (`part`), or a `half` or `quarter`, of a `year` or of the year at `shift`.
    Part,
    /// The ten years from `year`.
    Decade,
    /// Century `n`.
    Century,
    /// `hour`, `minute`, `second`, `daypart`, `zone`.
    Clock,
    /// `date` and `time`.
    Datetime,
    /// `n` of a `time-unit`.
    Duration,
    /// `n` years old.
    Age,
    /// `first` to `last`.
    Range,
    /// `n` give or take `error`.
    PlusMinus,
    /// A number that names something and measures nothing: a page, a floor, an article of law. It keeps shorter
    /// readings of its words away and makes no claim.
    Label,
    /// `n` of the unit of `like`: the unit of two figures is said once.
    Like,
}

impl std::str::FromStr for Maker {
    type Err = DataError;

    fn from_str(name: &str) -> Result<Self, DataError> {
        Ok(match name {
            "number" => Maker::Number,
            "percent" => Maker::Percent,
            "points" => Maker::Points,
            "money" => Maker::Money,
            "quantity" => Maker::Quantity,
            "ordinal" => Maker::Ordinal,
            "fraction" => Maker::Fraction,
            "one-in" => Maker::OneIn,
            "multiple" => Maker::Multiple,
            "magnitude" => Maker::Magnitude,
            "date" => Maker::Date,
            "shift" => Maker::Shift,
            "day-shift" => Maker::DayShift,
            "ago" => Maker::Ago,
            "part" => Maker::Part,
            "decade" => Maker::Decade,
            "century" => Maker::Century,
            "clock" => Maker::Clock,
            "datetime" => Maker::Datetime,
            "duration" => Maker::Duration,
            "age" => Maker::Age,
            "range" => Maker::Range,
            "plus-minus" => Maker::PlusMinus,
            "label" => Maker::Label,
            "like" => Maker::Like,
            _ => return Err(DataError::here(format!("nothing makes {name:?}"))),
        })
    }
}

/// A way to write a figure.
#[derive(Debug)]
pub struct Form {
    /// Name, shown as `via`.
    pub id: Arc<str>,
    /// What it makes.
    pub maker: Maker,
    /// Values that its words do not give.
    pub set: Vec<(String, String)>,
}

/// A step that a pattern can start with, and the steps that can follow it.
#[derive(Debug)]
struct Opening {
    first: Step,
    /// Empty where the pattern may end there, or go on with what only the matcher can tell.
    then: Vec<Step>,
}

impl Opening {
    /// Could the pattern go on after this opening at token `at`? Most patterns are ruled out by their second token, at a
    /// fraction of what a search costs.
    fn fits(&self, segment: &Segment<'_>, at: usize, claim: Option<usize>) -> bool {
        let follows = |end: usize| self.then.is_empty() || self.then.iter().any(|step| accepts(segment, step, end));
        match &self.first {
            Step::Literal(word) => segment.senses.word(at) == *word && follows(at + 1),
            Step::Type(kind) => segment.typed(at, *kind).is_some_and(follows),
            Step::Claim(_) => claim.is_some_and(follows),
            Step::Class(class, value) => (0..)
                .map_while(|skip| segment.nth_class(at, *class, value.as_deref(), skip))
                .any(|(end, _)| follows(end)),
            _ => true,
        }
    }
}

/// Can the step take something at token `at`?
fn accepts(segment: &Segment<'_>, step: &Step, at: usize) -> bool {
    match step {
        Step::Literal(word) => segment.senses.word(at) == *word,
        Step::Type(kind) => segment.typed(at, *kind).is_some(),
        Step::Class(class, value) => segment.nth_class(at, *class, value.as_deref(), 0).is_some(),
        _ => true,
    }
}

/// Patterns by what they can start with.
#[derive(Debug, Default)]
pub struct PatternIndex {
    patterns: Vec<(u32, Pattern)>,
    openings: Vec<Vec<Opening>>,
    by_class: Vec<Vec<u32>>,
    by_literal: FxHashMap<Word, Vec<u32>>,
    by_digits: Vec<u32>,
    by_word: Vec<u32>,
    by_name: Vec<u32>,
    by_claim: Vec<u32>,
}

impl PatternIndex {
    /// Adds a pattern that belongs to entry `owner`.
    pub fn add(&mut self, owner: u32, pattern: Pattern, numerals: &NumeralClasses, lexicon: &Lexicon) {
        let index = self.patterns.len() as u32;
        for (step, _) in pattern.openings() {
            match &step {
                Step::Literal(word) => push(self.by_literal.entry(*word).or_default(), index),
                Step::Class(class, _) => push(self.of_class(*class), index),
                Step::Claim(_) => push(&mut self.by_claim, index),
                Step::Type(kind) => {
                    if starts(TokenKind::Digits, *kind) {
                        push(&mut self.by_digits, index);
                    }
                    match kind {
                        Type::Name => push(&mut self.by_name, index),
                        _ if starts(TokenKind::Word, *kind) => push(&mut self.by_word, index),
                        _ => {}
                    }
                    if *kind == Type::Number {
                        for class in lexicon.classes().filter(|class| numerals.starts(*class)) {
                            push(self.of_class(class), index);
                        }
                    }
                }
                _ => {}
            }
        }
        self.openings.push(pattern.openings().map(|(first, then)| Opening { first, then }).collect());
        self.patterns.push((owner, pattern));
    }

    fn of_class(&mut self, class: Class) -> &mut Vec<u32> {
        let index = usize::from(class.0);
        if self.by_class.len() <= index {
            self.by_class.resize_with(index + 1, Vec::new);
        }
        &mut self.by_class[index]
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
        let token = &segment.tokens[at];
        for sense in segment.senses.at(at) {
            if let Some(indices) = self.by_class.get(usize::from(sense.class.0)) {
                into.extend_from_slice(indices);
            }
        }
        match token.kind {
            TokenKind::Digits => into.extend_from_slice(&self.by_digits),
            TokenKind::Word => {
                into.extend_from_slice(&self.by_word);
                if token.case != Case::Lower {
                    into.extend_from_slice(&self.by_name);
                }
            }
            // A sign before digits.
            TokenKind::Symbol if segment.is_sign(at) => into.extend_from_slice(&self.by_digits),
            TokenKind::Symbol => {}
        }
        let word = segment.senses.word(at);
        if word != Word::UNKNOWN
            && let Some(indices) = self.by_literal.get(&word)
        {
            into.extend_from_slice(indices);
        }
        if claim.is_some() {
            into.extend_from_slice(&self.by_claim);
        }
        if into.len() > 1 {
            into.sort_unstable();
            into.dedup();
        }
        into.retain(|index| self.openings[*index as usize].iter().any(|opening| opening.fits(segment, at, claim)));
    }
}

fn push(list: &mut Vec<u32>, index: u32) {
    if list.last() != Some(&index) {
        list.push(index);
    }
}

/// All forms of a language: simple ones over tokens, compound ones over the mentions that the simple ones gave.
#[derive(Debug, Default)]
pub struct Forms {
    /// The forms.
    pub forms: Vec<Form>,
    /// Patterns over tokens.
    pub simple: PatternIndex,
    /// Patterns over mentions.
    pub compound: PatternIndex,
}

impl Forms {
    /// Compiles the forms of a pack.
    ///
    /// # Errors
    /// Names the form whose maker or pattern cannot be used.
    pub fn new(files: &[FormFile], lexicon: &Lexicon, numerals: &NumeralClasses) -> Result<Self, DataError> {
        let mut forms = Forms::default();
        for file in files {
            let within = |error: DataError| error.within(format!("form {:?}", file.id));
            let owner = forms.forms.len() as u32;
            let maker = file.make.parse().map_err(within)?;
            let set = file.set.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            forms.forms.push(Form { id: file.id.as_str().into(), maker, set });
            for source in &file.patterns {
                let pattern = Pattern::new(source, lexicon).map_err(within)?;
                let index = if pattern.claims.is_empty() { &mut forms.simple } else { &mut forms.compound };
                index.add(owner, pattern, numerals, lexicon);
            }
        }
        Ok(forms)
    }
}
