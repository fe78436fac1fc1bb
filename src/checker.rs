//! The pipeline as one call: a document in, claims, relations and findings out.

use crate::data::DataError;
use crate::extract::Ledger;
use crate::judge::{Check, ExampleFile, JudgeOptions, Judgement};
use crate::relate::{Definitions, Relation};
use crate::source::Document;
use std::sync::Arc;

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

/// STUB of branch report: the lead's takes its place.
#[derive(Clone, Debug, Default)]
pub struct RuleData;

impl RuleData {
    /// The data that the program carries.
    pub fn embedded() -> Self {
        RuleData
    }

    /// With a newsroom's own data over it.
    pub fn merge(&mut self, _other: RuleData) {}
}

/// STUB of branch report: the lead's takes its place.
#[derive(Clone, Debug, Default)]
pub struct CheckerOptions {
    /// Language code; `None` finds out by the text.
    pub language: Option<String>,
    /// Publication date where the document names none.
    pub published: Option<chrono::NaiveDate>,
    /// Which checks run, and how strictly.
    pub judge: JudgeOptions,
}

/// STUB of branch report: the lead's takes its place.
#[derive(Debug)]
pub struct Checker {
    checks: Vec<Check>,
    definitions: Definitions,
}

impl Checker {
    /// Makes one.
    ///
    /// # Errors
    /// Where the data cannot be used.
    pub fn new(_data: RuleData, _options: CheckerOptions) -> Result<Self, DataError> {
        fn files(folder: &std::path::Path, out: &mut Vec<String>) {
            let mut paths: Vec<_> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .collect();
            paths.sort();
            for path in paths {
                if path.is_dir() {
                    files(&path, out)
                } else {
                    out.push(std::fs::read_to_string(path).unwrap())
                }
            }
        }
        let rules = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
        let (mut relations, mut checks) = (Vec::new(), Vec::new());
        files(&rules.join("relations"), &mut relations);
        files(&rules.join("checks"), &mut checks);
        let relations: Vec<_> = relations
            .iter()
            .map(|text| toml::from_str(text).unwrap())
            .collect();
        let checks: Vec<_> = checks
            .iter()
            .map(|text| toml::from_str(text).unwrap())
            .collect();
        let definitions = Definitions::new(&relations)?;
        Ok(Checker {
            checks: Check::all(&checks, &definitions)?,
            definitions,
        })
    }

    /// Checks an article.
    pub fn check(&self, _document: &Document) -> Checked {
        Checked::default()
    }

    /// Extracts its claims only.
    pub fn extract(&self, _document: &Document) -> Checked {
        Checked::default()
    }

    /// All checks.
    pub fn checks(&self) -> &[Check] {
        &self.checks
    }

    /// The relations' definitions.
    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// Fluent source of a language's messages.
    pub fn messages(&self, language: &str) -> Option<&str> {
        match language {
            "en" => Some(include_str!("../rules/languages/en/messages.ftl")),
            "id" => Some(include_str!("../rules/languages/id/messages.ftl")),
            _ => None,
        }
    }

    /// Codes of the languages.
    pub fn languages(&self) -> Vec<&str> {
        vec!["en", "id"]
    }

    /// Examples of a rule in a language other than English.
    pub fn examples(&self, _language: &str, _rule: &str) -> &[ExampleFile] {
        &[]
    }
}
