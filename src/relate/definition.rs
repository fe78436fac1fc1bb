//! `Definitions`: the relations of `rules/relations`, checked and with their laws read.

use super::file::{Completion, RelationFile, SlotKind};
use super::law::{Function, Law};
use crate::data::DataError;
use crate::nearest::did_you_mean;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// One slot of a relation.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// Its name.
    pub name: Arc<str>,
    /// What fills it.
    pub kind: SlotKind,
    /// Does it take several claims?
    pub list: bool,
    /// Slots of one group must be commensurable.
    pub group: Option<Arc<str>>,
    /// Which figure of another sentence may fill it.
    pub complete: Option<Completion>,
    /// Index of the slot whose period comes one unit later.
    pub before: Option<usize>,
    /// Is a figure in it exactly what is written?
    pub exact: bool,
    /// Does a sign slot beside it say which way it goes?
    pub unsigned: bool,
}

/// One law of a relation.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedLaw {
    /// Its name.
    pub name: Arc<str>,
    /// What must hold.
    pub law: Law,
    /// For each slot of the law (`law.slots()`), its index in `Definition::slots`.
    pub slots: Vec<usize>,
    /// Index in `Definition::slots` of the slot that an editor would work out from the others.
    pub asks: Option<usize>,
    /// Index of the law whose break it explains: then it is no law that figures must obey.
    pub explains: Option<usize>,
    /// Is it held against the figures digit by digit?
    pub to_the_digit: bool,
}

/// What a relation of a name is.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// Its name.
    pub name: Arc<str>,
    /// What it is, in one sentence.
    pub summary: Arc<str>,
    /// Is it made only where two versions of one story are compared?
    pub versions: bool,
    /// Its slots, in order.
    pub slots: Vec<Slot>,
    /// Its laws, in order.
    pub laws: Vec<NamedLaw>,
}

impl Definition {
    /// Index of the slot of that name.
    pub fn slot(&self, name: &str) -> Option<usize> {
        self.slots.iter().position(|slot| &*slot.name == name)
    }

    /// Index of the law of that name.
    pub fn law(&self, name: &str) -> Option<usize> {
        self.laws.iter().position(|law| &*law.name == name)
    }

    fn new(file: &RelationFile) -> Result<Self, DataError> {
        let error = |key: &str, what: String| DataError::new(format!("relations/{}", file.name), key, what);
        let position = |name: &str| file.slots.iter().position(|slot| slot.name == name);
        let names = || file.slots.iter().map(|slot| slot.name.as_str());
        let known = |wrong: &str| format!("{}{}", names().collect::<Vec<_>>().join(", "), did_you_mean(wrong, names()));
        let mut slots = Vec::with_capacity(file.slots.len());
        for (index, slot) in file.slots.iter().enumerate() {
            if position(&slot.name) != Some(index) {
                return Err(error("slots", format!("`{}` stands twice", slot.name)));
            }
            let before = match &slot.before {
                None => None,
                Some(name) => Some(position(name).ok_or_else(|| {
                    error("slots", format!("`before` names `{name}`, which is no slot; slots: {}", known(name)))
                })?),
            };
            slots.push(Slot {
                name: Arc::from(slot.name.as_str()),
                kind: slot.kind,
                list: slot.list,
                group: slot.group.as_deref().map(Arc::from),
                complete: slot.complete,
                before,
                exact: slot.exact,
                unsigned: slot.unsigned,
            });
        }
        let mut laws: Vec<NamedLaw> = Vec::with_capacity(file.laws.len());
        for entry in &file.laws {
            let key = format!("law `{}`", entry.name);
            if laws.iter().any(|law| *law.name == entry.name) {
                return Err(error("laws", format!("`{}` stands twice", entry.name)));
            }
            let law = Law::parse(&entry.law).map_err(|wrong| error(&key, wrong.to_string()))?;
            let slot_of = |name: &str| {
                position(name).ok_or_else(|| error(&key, format!("`{name}` is no slot; slots: {}", known(name))))
            };
            let mut indices = Vec::with_capacity(law.slots().len());
            for name in law.slots() {
                indices.push(slot_of(name)?);
            }
            for name in law.single_slots() {
                if slots[slot_of(name)?].list {
                    return Err(error(&key, format!("`{name}` is a list; only functions of lists take it")));
                }
            }
            for (function, name) in law.list_arguments() {
                if function == Function::Count && !slots[slot_of(name)?].list {
                    return Err(error(&key, format!("`count` needs a list, `{name}` is none")));
                }
            }
            let asks = match &entry.asks {
                None => None,
                Some(name) => Some(slot_of(name)?),
            };
            let explains = match &entry.explains {
                None => None,
                Some(name) => Some(laws.iter().position(|law| *law.name == **name).ok_or_else(|| {
                    error(&key, format!("`explains` names `{name}`, which is no law before this one"))
                })?),
            };
            laws.push(NamedLaw {
                name: Arc::from(entry.name.as_str()),
                law,
                slots: indices,
                asks,
                explains,
                to_the_digit: entry.to_the_digit,
            });
        }
        let (name, summary) = (Arc::from(file.name.as_str()), Arc::from(file.summary.as_str()));
        Ok(Self { name, summary, versions: file.versions, slots, laws })
    }
}

/// All relations that addsup knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definitions {
    list: Vec<Definition>,
    by_name: FxHashMap<Arc<str>, usize>,
}

impl Definitions {
    /// Checks the files and reads their laws. A later file of the same name replaces an earlier one, so that a
    /// newsroom can restate a relation.
    ///
    /// # Errors
    /// The file, the entry in it and what is wrong.
    pub fn new(files: &[RelationFile]) -> Result<Self, DataError> {
        let mut out = Self::default();
        for file in files {
            let definition = Definition::new(file)?;
            match out.by_name.get(&definition.name) {
                Some(&index) => out.list[index] = definition,
                None => {
                    out.by_name.insert(definition.name.clone(), out.list.len());
                    out.list.push(definition);
                }
            }
        }
        Ok(out)
    }

    /// The relation of that name.
    pub fn get(&self, name: &str) -> Option<&Definition> {
        self.by_name.get(name).and_then(|index| self.list.get(*index))
    }

    /// The place of the relation of that name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The relation at a place.
    pub fn at(&self, position: usize) -> Option<&Definition> {
        self.list.get(position)
    }

    /// All of them, in the order of their files.
    pub fn iter(&self) -> impl Iterator<Item = &Definition> {
        self.list.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> RelationFile {
        toml::from_str(text).unwrap()
    }

    #[test]
    fn wrong_files_are_named() {
        let base = "name = 'r'\nsummary = ''\nslots = [{ name = 'a', kind = 'level' }, { name = 'l', kind = 'level', list = true }]\n";
        for (laws, part) in [
            ("[{ name = 'x', law = 'a = b' }]", "`b` is no slot; slots: a, l"),
            ("[{ name = 'x', law = 'a = l' }]", "`l` is a list"),
            ("[{ name = 'x', law = 'a = count(a)' }]", "`count` needs a list"),
            ("[{ name = 'x', law = 'a = ' }]", "law `x`: column 5"),
            ("[{ name = 'x', law = 'a = 1' }, { name = 'x', law = 'a = 1' }]", "stands twice"),
            ("[{ name = 'x', law = 'a = 1', asks = 'z' }]", "`z` is no slot"),
            ("[{ name = 'x', law = 'a = 1', explains = 'z' }]", "`z`, which is no law before"),
        ] {
            let error = Definitions::new(&[file(&format!("{base}laws = {laws}"))]).unwrap_err().to_string();
            assert!(error.starts_with("relations/r: ") && error.contains(part), "{error}");
        }
    }

    #[test]
    fn later_files_replace_earlier_ones() {
        let first = file("name = 'r'\nsummary = 'one'\nslots = []\nlaws = []");
        let second = file("name = 'r'\nsummary = 'two'\nslots = []\nlaws = []");
        let definitions = Definitions::new(&[first, second]).unwrap();
        assert_eq!(&*definitions.get("r").unwrap().summary, "two");
        assert_eq!(definitions.iter().count(), 1);
    }
}
