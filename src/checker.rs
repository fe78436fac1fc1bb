//! The pipeline as one call: a document in, claims, relations and findings out.

use crate::data::{DataError, RuleData};
use crate::extract::{Extraction, Ledger, Units, extract};
use crate::judge::{Check, JudgeOptions, Judgement, judge};
use crate::language::file::{ExampleFile, Pack};
use crate::language::{Detector, Language};
use crate::relate::{Definitions, Relater, Relation};
use crate::source::Document;
use crate::value::Unit;
use chrono::NaiveDate;
use std::sync::{Arc, OnceLock};

/// Everything addsup says about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Code of the language pack that read it.
    pub language: Arc<str>,
    /// Its claims.
    pub ledger: Ledger,
    /// What ties them.
    pub relations: Vec<Relation>,
    /// What follows.
    pub judgement: Judgement,
}

/// How a checker works.
#[derive(Clone, Debug, Default)]
pub struct CheckerOptions {
    /// Language of every text; `None`: the one that the input names, else the one that its words tell.
    pub language: Option<String>,
    /// Publication date of every text that does not bring its own; `None`: read from the text's date line.
    pub published: Option<NaiveDate>,
    /// Which checks run, and how strictly.
    pub judge: JudgeOptions,
}

/// A language with its constructions, compiled when the first text in it comes.
#[derive(Debug)]
pub struct Reader {
    /// The language.
    pub language: Language,
    /// Its constructions.
    pub relater: Relater,
}

/// Reads and judges articles. Immutable: one serves many threads.
#[derive(Debug)]
pub struct Checker {
    packs: Vec<Pack>,
    readers: Vec<OnceLock<Result<Reader, DataError>>>,
    detector: Detector,
    units: Units,
    definitions: Definitions,
    checks: Vec<Check>,
    /// Classes of guard words that some check names.
    guards: Vec<Arc<str>>,
    options: CheckerOptions,
}

impl Checker {
    /// Prepares the data. Packs of languages are only compiled when a text needs them, or by `compile_all`.
    ///
    /// # Errors
    /// Names the entry of the data, or the option, that cannot be used.
    pub fn new(data: RuleData, options: CheckerOptions) -> Result<Self, DataError> {
        let definitions = Definitions::new(&data.relations)?;
        let checks = Check::all(&data.checks, &definitions)?;
        let mut units = Units::default();
        for file in &data.units.unit {
            let factor = file.factor.parse().map_err(|_| {
                DataError::new("units.toml", file.code.as_str(), format!("{:?} is no decimal number", file.factor))
            })?;
            let unit =
                Unit { code: file.code.as_str().into(), dimension: file.dimension.as_str().into(), factor, per: None };
            units.insert(file.code.as_str().into(), unit);
        }
        if data.packs.is_empty() {
            return Err(DataError::here("there is no language in the data"));
        }
        if let Some(code) = &options.language
            && !data.packs.iter().any(|pack| pack.code == *code)
        {
            let known: Vec<&str> = data.packs.iter().map(|pack| pack.code.as_str()).collect();
            return Err(DataError::here(format!("there is no language {code:?}; known are {}", known.join(", "))));
        }
        let known = |rule: &String| checks.iter().any(|check| *check.name == **rule);
        if let Some(rule) = options.judge.select.iter().chain(&options.judge.ignore).find(|rule| !known(rule)) {
            return Err(DataError::here(format!("there is no rule {rule:?}")));
        }
        let mut guards: Vec<Arc<str>> = checks.iter().flat_map(|check| check.guards.iter().cloned()).collect();
        guards.sort();
        guards.dedup();
        Ok(Checker {
            detector: Detector::new(&data.packs),
            readers: data.packs.iter().map(|_| OnceLock::new()).collect(),
            packs: data.packs,
            units,
            definitions,
            checks,
            guards,
            options,
        })
    }

    /// Compiles every language: worth it for data that was just written.
    ///
    /// # Errors
    /// Names the entry that cannot be used.
    pub fn compile_all(&self) -> Result<(), DataError> {
        (0..self.packs.len()).try_for_each(|index| self.reader(index).map(|_| ()))
    }

    fn reader(&self, index: usize) -> Result<&Reader, DataError> {
        let compile = || {
            let language = Language::new(&self.packs[index])?;
            let relater = Relater::new(&language, &self.definitions, &self.guards)?;
            Ok(Reader { language, relater })
        };
        self.readers[index].get_or_init(compile).as_ref().map_err(Clone::clone)
    }

    /// Index of the pack that reads a document.
    fn pack_of(&self, document: &Document) -> usize {
        let wanted = self.options.language.as_ref().or(document.language.as_ref());
        let named = wanted.and_then(|code| self.packs.iter().position(|pack| pack.code == *code));
        named.unwrap_or_else(|| self.detector.detect(&document.text))
    }

    /// The compiled language that reads a document.
    ///
    /// # Errors
    /// If its pack cannot be used.
    pub fn reader_of(&self, document: &Document) -> Result<&Reader, DataError> {
        self.reader(self.pack_of(document))
    }

    /// Units by code.
    pub fn units(&self) -> &Units {
        &self.units
    }

    /// Extracts and judges.
    ///
    /// # Errors
    /// If the pack of the document's language cannot be used.
    pub fn check(&self, document: &Document) -> Result<Checked, DataError> {
        let reader = self.reader_of(document)?;
        let extraction = self.extraction(document, reader);
        let relations = reader.relater.relate(&extraction, &self.definitions);
        let judgement =
            judge(&document.text, &extraction.ledger, &relations, &self.definitions, &self.checks, &self.options.judge);
        Ok(Checked { language: reader.language.code.clone(), ledger: extraction.ledger, relations, judgement })
    }

    /// Extracts only.
    ///
    /// # Errors
    /// If the pack of the document's language cannot be used.
    pub fn extract(&self, document: &Document) -> Result<Checked, DataError> {
        let reader = self.reader_of(document)?;
        let ledger = self.extraction(document, reader).ledger;
        Ok(Checked { language: reader.language.code.clone(), ledger, ..Checked::default() })
    }

    fn extraction<'a>(&'a self, document: &'a Document, reader: &'a Reader) -> Extraction<'a> {
        let published = document.published.or(self.options.published);
        extract(document, &reader.language, &self.units, published)
    }

    /// All checks, in the order of groups and names.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// The relations that checks speak of.
    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// Fluent messages of a language.
    pub fn messages(&self, language: &str) -> Option<&str> {
        self.packs.iter().find(|pack| pack.code == language).map(|pack| pack.messages.as_str())
    }

    /// Codes of all languages.
    pub fn languages(&self) -> Vec<&str> {
        self.packs.iter().map(|pack| pack.code.as_str()).collect()
    }

    /// Examples of a rule in the pack of a language. (English ones stand with the check itself.)
    pub fn examples(&self, language: &str, rule: &str) -> &[ExampleFile] {
        let pack = self.packs.iter().find(|pack| pack.code == language);
        pack.and_then(|pack| pack.examples.get(rule)).map_or(&[], |file| file.example.as_slice())
    }
}
