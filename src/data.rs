//! `RuleData`: everything that `rules/` says, as plain data, and the error for data that cannot be used.

use crate::judge::file::CheckFile;
use crate::language::file::{Pack, UnitsFile};
use crate::relate::file::RelationFile;
use serde::{Deserialize, Serialize};

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
    /// `languages/*/`.
    pub packs: Vec<Pack>,
}

impl RuleData {
    /// Adds a newsroom's own data. Checks, relations and constructions of the same name replace ours, words and forms
    /// are added.
    pub fn merge(&mut self, other: RuleData) {
        replace(&mut self.relations, other.relations, |relation| relation.name.clone());
        replace(&mut self.checks, other.checks, |check| check.name.clone());
        replace(&mut self.units.unit, other.units.unit, |unit| unit.code.clone());
        for pack in other.packs {
            match self.packs.iter_mut().find(|known| known.code == pack.code) {
                None => self.packs.push(pack),
                Some(known) => {
                    if !pack.language.name.is_empty() {
                        known.language = pack.language;
                    }
                    for (class, values) in pack.lexicon.classes {
                        let known_values = known.lexicon.classes.entry(class).or_default();
                        for (value, words) in values {
                            known_values.entry(value).or_default().extend(words);
                        }
                    }
                    replace(&mut known.forms.form, pack.forms.form, |form| form.id.clone());
                    replace(&mut known.forms.shape, pack.forms.shape, |shape| shape.id.clone());
                    replace(&mut known.constructions.construction, pack.constructions.construction, |c| c.id.clone());
                    known.messages.push('\n');
                    known.messages.push_str(&pack.messages);
                    for (rule, examples) in pack.examples {
                        known.examples.entry(rule).or_default().example.extend(examples.example);
                    }
                }
            }
        }
    }
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
