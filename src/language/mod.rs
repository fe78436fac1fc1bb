//! Languages as data: words, ways to write figures, and the engine that matches their patterns.

mod candidates;
pub mod compiled;
mod detect;
mod digits;
pub mod file;
mod fit;
mod form;
pub(crate) mod lexicon;
mod numeral;
pub mod pattern;
mod says;
mod segment;
mod shape;
mod texts;
mod token;

pub use detect::{Detected, Detector};
pub use digits::style_evidence;
pub use fit::{Fit, Fits, Named};
pub use form::{Form, Forms, Maker};
pub use lexicon::{Class, Lexicon, Sense, Senses, Word};
pub use numeral::{NumberStyle, Numeral, NumeralClasses};
pub use pattern::PatternIndex;
pub use segment::Segment;
pub use shape::Shapes;
pub use token::{Case, Token, TokenKind, fold, is_apostrophe};

use crate::data::DataError;
use compiled::CompiledConstructions;
use file::{ConstructionFile, GrammarSource, Pack};
use snowball_stemmers_rs::{Algorithm, Stemmer};
use std::sync::Arc;

/// Order of day and month in dates of digits only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 13/10/2023.
    DayMonthYear,
    /// 10/13/2023.
    MonthDayYear,
}

/// What a verb says of the figure after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// The verb acts on it.
    Object,
    /// The verb tells what was done to the thing before it.
    Passive,
    /// The verb tells how the thing before it is.
    State,
}

/// Letters that a verb has at least behind its prefix.
const VERB_STEM: usize = 4;

/// A language pack, ready to read texts with.
#[derive(Debug)]
pub struct Language {
    /// Code: the folder's name.
    pub code: Arc<str>,
    /// Name in the language itself.
    pub name: Arc<str>,
    /// Separators of numbers.
    pub style: NumberStyle,
    /// Order of dates in digits.
    pub date_order: DateOrder,
    /// Does the head of a noun phrase stand before its modifiers?
    pub head_first: bool,
    /// Do verbs leave open whether something is past?
    pub timeless_verbs: bool,
    /// All nouns are written with a capital letter.
    pub capital_nouns: bool,
    /// Is a number with a point behind it an ordinal?
    pub ordinal_point: bool,
    /// All words with a meaning.
    pub lexicon: Lexicon,
    /// Classes of numerals.
    pub numerals: NumeralClasses,
    /// Ways to write figures.
    pub forms: Forms,
    constructions: ConstructionSource,
    /// Shapes that are no figures.
    pub shapes: Shapes,
    stemmer: Option<Algorithm>,
    verb_prefixes: Vec<(Box<str>, Verb)>,
    /// Sorted.
    function_words: Vec<Box<str>>,
}

/// Constructions that are still to be compiled, or were when addsup was built.
#[derive(Debug)]
enum ConstructionSource {
    Read(Vec<ConstructionFile>),
    Stored(&'static [u8]),
}

impl Language {
    /// Compiles a pack.
    ///
    /// # Errors
    /// Names the entry that cannot be used.
    pub fn new(pack: &Pack) -> Result<Self, DataError> {
        let within = |error: DataError| error.within(format!("language {}", pack.code));
        let file = &pack.language;
        let (lexicon, compiled) = pack.compiled().map_err(within)?;
        let numerals = NumeralClasses::new(&lexicon, file.joined_numerals);
        let shapes = Shapes::new(&compiled.shapes);
        let forms = Forms::new(compiled, &lexicon).map_err(within)?;
        let constructions = match &pack.grammar {
            GrammarSource::Read(grammar) => ConstructionSource::Read(grammar.constructions.construction.clone()),
            GrammarSource::Stored(stored) => ConstructionSource::Stored(stored.constructions),
        };
        // Ours are compiled by the tests.
        if matches!(pack.grammar, GrammarSource::Read(_)) {
            shapes.compile().map_err(within)?;
        }
        let stemmer = file.stemmer.as_deref().map(algorithm).transpose().map_err(within)?;
        let date_order = match file.date_order.as_str() {
            "dmy" => DateOrder::DayMonthYear,
            // Without its year, "2024-05-14" is the other way round.
            "mdy" | "ymd" => DateOrder::MonthDayYear,
            other => {
                return Err(within(DataError::here(format!("date-order is dmy, mdy or ymd, not {other:?}"))));
            }
        };
        let head_first = match file.head.as_str() {
            "left" => true,
            "right" => false,
            other => {
                return Err(within(DataError::here(format!("head is left or right, not {other:?}"))));
            }
        };
        if let Some(range) = file.letters.iter().find(|range| !detect::is_range(range)) {
            return Err(within(DataError::here(format!("letters are ranges like \"a-z\", not {range:?}"))));
        }
        let mut verb_prefixes = Vec::new();
        for (name, prefixes) in &file.verb_prefixes {
            let verb = match name.as_str() {
                "object" => Verb::Object,
                "passive" => Verb::Passive,
                "state" => Verb::State,
                other => {
                    return Err(within(DataError::here(format!(
                        "verb-prefixes are object, passive or state, not {other:?}"
                    ))));
                }
            };
            verb_prefixes.extend(prefixes.iter().map(|prefix| (prefix.as_str().into(), verb)));
        }
        let mut function_words: Vec<Box<str>> = file.function_words.iter().map(|word| word.as_str().into()).collect();
        function_words.sort_unstable();
        Ok(Language {
            function_words,
            code: pack.code.as_str().into(),
            name: file.name.as_str().into(),
            style: NumberStyle { decimal: file.decimal, group: file.group },
            date_order,
            head_first,
            timeless_verbs: file.timeless_verbs,
            capital_nouns: file.capital_nouns,
            ordinal_point: file.ordinal_point,
            numerals,
            forms,
            constructions,
            shapes,
            stemmer,
            verb_prefixes,
            lexicon,
        })
    }

    /// The ways to tie figures; `relate` holds them against the relations.
    ///
    /// # Errors
    /// Names the construction whose pattern cannot be used.
    pub fn constructions(&self) -> Result<CompiledConstructions, DataError> {
        let within = |error: DataError| error.within(format!("language {}", self.code));
        match &self.constructions {
            ConstructionSource::Read(files) => CompiledConstructions::new(files, &self.lexicon).map_err(within),
            ConstructionSource::Stored(bytes) => crate::data::read(bytes).map_err(within),
        }
    }

    /// The verb that a word in lower case is by its prefix.
    pub fn verb(&self, word: &str) -> Option<Verb> {
        let begins = |prefix: &str| word.len() >= prefix.len() + VERB_STEM && word.starts_with(prefix);
        self.verb_prefixes.iter().find(|(prefix, _)| begins(prefix)).map(|(_, verb)| *verb)
    }

    /// Is it one of the frequent words by which the language is recognised, which say nothing of what a text is about?
    pub fn is_function_word(&self, word: &str) -> bool {
        let mut folded = String::new();
        fold(word, &mut folded);
        self.function_words.binary_search_by(|known| (**known).cmp(folded.as_str())).is_ok()
    }

    /// The lemma of a word: an exception of the pack (class `lemma`), else the stem.
    pub fn lemma(&self, word: &str) -> String {
        let mut folded = String::new();
        fold(word, &mut folded);
        if let Some(lemma) = self.lexicon.lemma(&folded) {
            return lemma.to_owned();
        }
        match self.stemmer {
            Some(algorithm) => Stemmer::create(algorithm).stem(&folded).into_owned(),
            None => folded,
        }
    }
}

/// The Snowball algorithm of that name.
fn algorithm(name: &str) -> Result<Algorithm, DataError> {
    serde_json::from_value(serde_json::Value::from(name))
        .map_err(|_| DataError::here(format!("there is no Snowball stemmer {name:?}")))
}
