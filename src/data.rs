//! `RuleData`: everything that `rules/` says, as plain data, and the error for data that cannot be used.

use crate::judge::file::CheckFile;
use crate::language::compiled::CompiledForms;
use crate::language::file::{ForeignFile, Grammar, GrammarSource, Pack, PackTexts, TextsSource, UnitsFile};
use crate::language::lexicon::Lexicon;
use crate::relate::file::{CurrenciesFile, RelationFile};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A data file that cannot be used: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// From the outside in: file, entry, key.
    place: Vec<String>,
    what: String,
}

impl DataError {
    /// An error at a key of a file; either may be empty where it is not known.
    pub fn new(file: impl Into<String>, key: impl Into<String>, what: impl Into<String>) -> Self {
        let place = [file.into(), key.into()].into_iter().filter(|part| !part.is_empty()).collect();
        DataError { place, what: what.into() }
    }

    /// An error whose place the caller knows.
    pub fn here(what: impl Into<String>) -> Self {
        DataError { place: Vec::new(), what: what.into() }
    }

    /// The same error, seen from one step further out.
    #[must_use]
    pub fn within(mut self, place: impl Into<String>) -> Self {
        self.place.insert(0, place.into());
        self
    }

    /// From the outside in: file, entry, key.
    pub fn place(&self) -> &[String] {
        &self.place
    }

    /// What is wrong, without the place.
    pub fn what(&self) -> &str {
        &self.what
    }
}

impl std::fmt::Display for DataError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for place in &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.what)
    }
}

impl std::error::Error for DataError {}

/// The contents of a `rules` folder.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct RuleData {
    /// `relations/*.toml`.
    pub relations: Vec<RelationFile>,
    /// `checks/*/*.toml`.
    pub checks: Vec<CheckFile>,
    /// `units.toml`.
    pub units: UnitsFile,
    /// `currencies.toml`.
    pub currencies: CurrenciesFile,
    /// `languages/*/`.
    pub packs: Vec<Pack>,
    /// `detect.toml`.
    pub foreign: ForeignFile,
}

impl RuleData {
    /// Adds a newsroom's own data. Checks, relations and constructions of the same name replace ours, words and forms
    /// are added.
    ///
    /// # Errors
    /// Only if the program was built wrongly.
    pub fn merge(&mut self, other: RuleData) -> Result<(), DataError> {
        replace(&mut self.relations, other.relations, |relation| relation.name.clone());
        replace(&mut self.checks, other.checks, |check| check.name.clone());
        replace(&mut self.units.unit, other.units.unit, |unit| unit.code.clone());
        replace(&mut self.currencies.currency, other.currencies.currency, |currency| currency.code.clone());
        replace(&mut self.foreign.language, other.foreign.language, |language| language.code.clone());
        for pack in other.packs {
            match self.packs.iter_mut().find(|known| known.code == pack.code) {
                None => self.packs.push(pack),
                Some(known) => {
                    let (mut ours, new) = (known.grammar()?.into_owned(), pack.grammar()?.into_owned());
                    if !pack.language.name.is_empty() {
                        known.language.clone_from(&pack.language);
                    }
                    ours.overlay(new);
                    known.set_grammar(ours);
                    let new = pack.texts();
                    let mut ours = known.texts().clone();
                    ours.messages.push('\n');
                    ours.messages.push_str(&new.messages);
                    for (rule, examples) in &new.examples {
                        ours.examples.entry(rule.clone()).or_default().example.extend_from_slice(&examples.example);
                    }
                    known.texts = TextsSource::Read(Box::new(ours));
                    known.figure_words.extend_from_slice(&pack.figure_words);
                }
            }
        }
        Ok(())
    }
}

impl Grammar {
    /// Puts another grammar on top: its words are added, its forms and constructions replace those of the same name.
    pub fn overlay(&mut self, top: Grammar) {
        self.lexicon.overlay(top.lexicon);
        self.forms.fragments.extend(top.forms.fragments);
        replace(&mut self.forms.form, top.forms.form, |form| form.id.clone());
        replace(&mut self.forms.shape, top.forms.shape, |shape| shape.id.clone());
        self.constructions.fragments.extend(top.constructions.fragments);
        replace(&mut self.constructions.construction, top.constructions.construction, |it| it.id.clone());
    }
}

impl Pack {
    /// What the language is read with.
    ///
    /// # Errors
    /// Only if the program was built wrongly.
    pub fn grammar(&self) -> Result<Cow<'_, Grammar>, DataError> {
        match &self.grammar {
            GrammarSource::Read(grammar) => Ok(Cow::Borrowed(grammar)),
            GrammarSource::Stored(stored) => {
                let rest: Grammar = read(stored.rest)?;
                Ok(Cow::Owned(Grammar { lexicon: read(stored.words)?, ..rest }))
            }
        }
    }

    /// The words and forms of the language, ready for use.
    ///
    /// # Errors
    /// Names the word or form that cannot be used.
    pub fn compiled(&self) -> Result<(Lexicon, CompiledForms), DataError> {
        match &self.grammar {
            GrammarSource::Read(grammar) => {
                let lexicon = Lexicon::of(grammar)?;
                let forms = CompiledForms::new(&grammar.forms, &lexicon)?;
                Ok((lexicon, forms))
            }
            GrammarSource::Stored(stored) => Ok((Lexicon::open(stored.lexicon)?, read(stored.forms)?)),
        }
    }

    /// What is said in the language.
    pub fn texts(&self) -> &PackTexts {
        match &self.texts {
            TextsSource::Read(texts) => texts,
            // What the program was built with can be read; the tests ask for all of it.
            TextsSource::Stored(bytes, texts) => texts.get_or_init(|| read(bytes).unwrap_or_default()),
        }
    }

    /// Gives the language another grammar.
    pub fn set_grammar(&mut self, grammar: Grammar) {
        self.reads = !grammar.forms.form.is_empty();
        self.grammar = GrammarSource::Read(Box::new(grammar));
    }
}

/// Reads what `build.rs` stored.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, DataError> {
    postcard::from_bytes(bytes).map_err(|_| DataError::here("the data inside the program cannot be read"))
}

/// Entries of `new` take the place of those of `known` with the same name, or come after them.
fn replace<T>(known: &mut Vec<T>, new: Vec<T>, name: impl Fn(&T) -> String) {
    for entry in new {
        match known.iter_mut().find(|old| name(old) == name(&entry)) {
            Some(old) => *old = entry,
            None => known.push(entry),
        }
    }
}
