//! Patterns over tokens: the notation that forms and constructions share.
//!
//! | notation | matches |
//! |---|---|
//! | `word` `,` `"("` | that token; punctuation of the notation itself in quotes |
//! | `<class>` `<class:value>` | a word or phrase of a class of the lexicon (with that value) |
//! | `{name:class}` `{name:class:value}` | the same, remembered under `name`; `{class}` for short |
//! | `{name:#type}` | a type that code reads: `number`, `int`, `decimal`, `digits1` … `digits4`, `day`, `month`, `year`, `word`, `name`, `title` |
//! | `{name}` in a construction, `{name:@kind}` | a claim |
//! | `[…]` | optional; `[a\|b]` is one of them or none |
//! | `(a\|b)` | alternatives |
//! | `(…)*` | any number of times |
//! | `~` | no white space before the next token |
//! | `‹…›` | in a form: the figure itself; what stands outside is its context |
//! | `…` | a few tokens, none of them in a figure or at a clause boundary |

mod compile;
mod index;
mod lists;
mod needs;
mod search;

pub(super) use index::Key;
pub use index::PatternIndex;
pub use needs::{Meter, Needs};
pub use search::Scratch;

use super::lexicon::{Class, Lexicon, Word};
use crate::data::DataError;
use serde::{Deserialize, Serialize};

/// Types that code reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Type {
    /// Any numeral, in digits or words.
    Number,
    /// A numeral of digits only, without separators or scale.
    Int,
    /// The digits of a numeral with their separators, without its scale words: of "1.8m" the 1.8.
    Decimal,
    /// So many digits.
    Digits(u8),
    /// A day of the month, 1–31, one or two digits.
    Day,
    /// A month in digits, 1–12.
    Month,
    /// A year of four digits, 1000–2999.
    Year,
    /// Any word.
    Word,
    /// A capitalised word.
    Name,
    /// A capitalised word that is not in capitals throughout: no word of a headline in capitals.
    Title,
}

/// A step of a compiled pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Step {
    /// This word.
    Literal(Word),
    /// A word of a class, with that value (`Lexicon::value`) if one is named.
    Class(Class, Option<u32>),
    /// What code reads.
    Type(Type),
    /// A claim; what may fill it is the caller's to say (`PatternIndex::claims`).
    Claim(u16),
    /// No white space before the next token.
    Glue,
    /// Up to so many tokens outside of figures.
    Gap(u8),
    /// Try these places, in order.
    Split(u16, u16),
    /// Go on there.
    Jump(u16),
    /// Branches come together: go on once for each token. The number counts the joins of the pattern.
    Join(u16),
    /// Start of a capture: the name's index (`PatternIndex::name`).
    Open(u16),
    /// End of a capture.
    Close(u16),
    /// Done.
    Match,
}

/// A pattern that was just read: its steps name what stands beside them by their place in these lists.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Its steps.
    pub steps: Vec<Step>,
    /// How many joins there are among them.
    pub joins: u16,
    /// Names of captures.
    pub names: Vec<Box<str>>,
    /// What was written after `@` (or the bare name) for each claim step.
    pub claims: Vec<Box<str>>,
    /// Words and classes that every match consumes: one of each list.
    pub needs: Vec<Vec<Step>>,
    /// Classes whose words it captures: a gap runs over none of them, so that the nearest is the one captured.
    pub captured: Vec<Class>,
}

/// A compiled pattern of a `PatternIndex`.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    /// The entry that it belongs to.
    pub owner: u32,
    /// Its steps.
    pub steps: &'a [Step],
    /// How many joins there are among them.
    joins: u16,
    /// The claim step that every match begins with, if there is one.
    first_claim: Option<u16>,
    /// Classes whose words it captures.
    pub captured: &'a [Class],
}

/// A captured span of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capture {
    /// Index of its name (`PatternIndex::name`).
    pub name: u16,
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// Value index of the class that matched inside it (`u32::MAX`: none).
    pub value: u32,
}

/// A match: where it ends, and what it captured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Token after the last.
    pub end: usize,
    /// Captures in the order of their ends.
    pub captures: Vec<Capture>,
}

/// The text as the matcher asks about it. Every method gives the tokens after a match.
pub trait Input {
    /// Does the token at `at` read so?
    fn literal(&self, at: usize, word: Word) -> bool;
    /// The phrase of a class at `at` after `skip` others: `(end, value)`.
    fn class(&self, at: usize, class: Class, value: Option<u32>, skip: usize) -> Option<(usize, u32)>;
    /// What code reads at `at`.
    fn typed(&self, at: usize, kind: Type) -> Option<usize>;
    /// The claim that starts at `at` and may fill the claim step.
    fn claim(&self, at: usize, step: u16) -> Option<usize>;
    /// Is the token at `at` written without white space before it?
    fn glued(&self, at: usize) -> bool;
    /// May a gap run over the token at `at`? Gives the token after it.
    fn gap(&self, at: usize) -> Option<usize>;
}

impl Parsed {
    /// Reads a pattern.
    ///
    /// # Errors
    /// Unbalanced brackets, unknown classes or types; the message names the column.
    pub fn new(source: &str, lexicon: &Lexicon) -> Result<Self, DataError> {
        compile::steps(source, lexicon)
    }

    /// The claim step that every match begins with, if there is one.
    fn first_claim(&self) -> Option<u16> {
        match self.reachable(0).as_slice() {
            [only] => match self.steps[*only] {
                Step::Claim(step) => Some(step),
                _ => None,
            },
            _ => None,
        }
    }

    /// Counts the claims on the way from the first step to a match that takes fewest.
    fn least_claims(&self) -> usize {
        let mut least = vec![usize::MAX; self.steps.len()];
        let mut todo = vec![(0, 0)];
        while let Some((pc, claims)) = todo.pop() {
            if claims >= least[pc] {
                continue;
            }
            least[pc] = claims;
            match &self.steps[pc] {
                Step::Match => {}
                Step::Jump(to) => todo.push((usize::from(*to), claims)),
                Step::Split(a, b) => todo.extend([(usize::from(*a), claims), (usize::from(*b), claims)]),
                step => todo.push((pc + 1, claims + usize::from(matches!(step, Step::Claim(_))))),
            }
        }
        least.last().copied().unwrap_or_default()
    }

    /// Each step that can consume the first token, with the steps that can consume the next one after it. No such steps:
    /// the pattern may end there, or go on with a claim or a gap.
    fn openings(&self) -> impl Iterator<Item = (Step, Vec<Step>)> {
        self.reachable(0).into_iter().map(|first| {
            let then = self.reachable(first + 1);
            let open = |pc: &usize| matches!(self.steps[*pc], Step::Match | Step::Claim(_) | Step::Gap(_));
            let then = if then.iter().any(open) || matches!(self.steps[first], Step::Gap(_)) {
                Vec::new()
            } else {
                then.into_iter().map(|pc| self.steps[pc].clone()).collect()
            };
            (self.steps[first].clone(), then)
        })
    }

    /// Places of the steps that consume something, or match, and that can be reached from `start` without consuming.
    fn reachable(&self, start: usize) -> Vec<usize> {
        let (mut seen, mut todo, mut found) = (vec![false; self.steps.len()], vec![start], Vec::new());
        while let Some(pc) = todo.pop() {
            if pc >= self.steps.len() || std::mem::replace(&mut seen[pc], true) {
                continue;
            }
            match &self.steps[pc] {
                Step::Split(a, b) => todo.extend([usize::from(*a), usize::from(*b)]),
                Step::Jump(a) => todo.push(usize::from(*a)),
                Step::Open(_) | Step::Close(_) | Step::Glue | Step::Join(_) => todo.push(pc + 1),
                _ => found.push(pc),
            }
        }
        found
    }
}
