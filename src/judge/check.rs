//! `Check`: which broken law is reported, under which name, and how gravely.

use super::file::{CheckFile, Maturity, Severity};
use crate::data::DataError;
use crate::language::file::ExampleFile;
use crate::nearest::did_you_mean;
use crate::relate::{Definitions, Relation};
use std::sync::Arc;

/// One check of `rules/checks`, its laws found.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Name of the rule.
    pub name: Arc<str>,
    /// Group that it is listed under.
    pub group: Arc<str>,
    /// Relation and index of each law that it watches.
    pub laws: Vec<(Arc<str>, usize)>,
    /// Does it watch what is made only where two versions of one story are compared?
    pub versions: bool,
    /// Severity of a finding that no reading saves.
    pub severity: Severity,
    /// Is it run by default?
    pub maturity: Maturity,
    /// Classes of guard words that make a finding info.
    pub guards: Vec<Arc<str>>,
    /// Beginnings of the constructions and links that it is limited to.
    pub via: Option<Vec<Arc<str>>>,
    /// Slots that the text must fill.
    pub needs: Vec<Arc<str>>,
    /// What must hold.
    pub summary: Arc<str>,
    /// Why an editor wants to know.
    pub why: Arc<str>,
    /// English examples.
    pub examples: Vec<ExampleFile>,
}

impl Check {
    /// Checks a file against the relations.
    ///
    /// # Errors
    /// The file, the key and what is wrong.
    pub fn new(file: &CheckFile, definitions: &Definitions) -> Result<Self, DataError> {
        let error = |key: &str, what: String| DataError::new(format!("checks/{}/{}", file.group, file.name), key, what);
        let (mut laws, mut versions) = (Vec::with_capacity(file.laws.len()), false);
        for path in &file.laws {
            let Some((relation, law)) = path.split_once('.') else {
                return Err(error("laws", format!("`{path}` is not of the form relation.law")));
            };
            let Some(definition) = definitions.get(relation) else {
                let known: Vec<_> = definitions.iter().map(|definition| &*definition.name).collect();
                let near = did_you_mean(relation, known.iter().copied());
                let known = known.join(", ");
                return Err(error("laws", format!("there is no relation `{relation}`; known: {known}{near}")));
            };
            let Some(index) = definition.law(law) else {
                let known: Vec<_> = definition.laws.iter().map(|law| &*law.name).collect();
                let near = did_you_mean(law, known.iter().copied());
                let known = known.join(", ");
                return Err(error("laws", format!("`{relation}` has no law `{law}`; its laws: {known}{near}")));
            };
            if let Some(missing) = file.needs.iter().flatten().find(|slot| definition.slot(slot).is_none()) {
                let near = did_you_mean(missing, definition.slots.iter().map(|slot| &*slot.name));
                return Err(error("needs", format!("`{relation}` has no slot `{missing}`{near}")));
            }
            versions |= definition.versions;
            laws.push((definition.name.clone(), index));
        }
        if laws.is_empty() {
            return Err(error("laws", "a check watches at least one law".to_owned()));
        }
        let shared = |texts: &[String]| texts.iter().map(|text| Arc::from(text.as_str())).collect::<Vec<Arc<str>>>();
        Ok(Self {
            name: Arc::from(file.name.as_str()),
            group: Arc::from(file.group.as_str()),
            laws,
            versions,
            severity: file.severity,
            maturity: file.maturity,
            guards: shared(&file.guards),
            via: file.via.as_deref().map(shared),
            needs: shared(file.needs.as_deref().unwrap_or_default()),
            summary: Arc::from(file.summary.as_str()),
            why: Arc::from(file.why.as_str()),
            examples: file.example.clone(),
        })
    }

    /// Checks all files. A later file of the same name replaces an earlier one, so that a newsroom can regrade a rule.
    ///
    /// # Errors
    /// As `Check::new`.
    pub fn all(files: &[CheckFile], definitions: &Definitions) -> Result<Vec<Self>, DataError> {
        let mut out: Vec<Self> = Vec::with_capacity(files.len());
        for file in files {
            let check = Self::new(file, definitions)?;
            match out.iter_mut().find(|known| known.name == check.name) {
                Some(known) => *known = check,
                None => out.push(check),
            }
        }
        Ok(out)
    }

    /// Does it watch that law of that relation, made by that construction, with the slots it needs filled?
    pub(crate) fn watches(&self, relation: &Relation, law: usize) -> bool {
        self.laws.iter().any(|(name, index)| *name == relation.name && *index == law)
            && self.needs.iter().all(|slot| relation.filler(slot).is_some())
            && self.via.as_ref().is_none_or(|via| via.iter().any(|prefix| relation.via.starts_with(&**prefix)))
    }

    /// Does a guard word stand near that relation?
    pub(crate) fn is_guarded(&self, relation: &Relation) -> bool {
        relation.guards.iter().any(|guard| self.guards.contains(guard))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_files_are_named() {
        let relation = "name = 'r'\nsummary = ''\nslots = [{ name = 'a', kind = 'level' }]\nlaws = [{ name = 'l', law = 'a = 1' }]";
        let definitions = Definitions::new(&[toml::from_str(relation).unwrap()]).unwrap();
        let base = "name = 'c'\ngroup = 'g'\nseverity = 'error'\nmaturity = 'stable'\nsummary = ''\nwhy = ''\n";
        let check = |rest: &str| Check::new(&toml::from_str(&format!("{base}{rest}")).unwrap(), &definitions);
        assert!(check("laws = ['r.l']").is_ok());
        for (rest, part) in [
            ("laws = ['r']", "form relation.law"),
            ("laws = ['s.l']", "no relation `s`; known: r"),
            ("laws = ['r.m']", "no law `m`; its laws: l"),
            ("laws = []", "at least one law"),
            ("laws = ['r.l']\nneeds = ['b']", "no slot `b`"),
        ] {
            let error = check(rest).unwrap_err().to_string();
            assert!(error.starts_with("checks/g/c: ") && error.contains(part), "{error}");
        }
    }
}
