//! The baseline: findings that were there when it was written, and are not told again.
//!
//! A finding is known by its rule and figures, not by its line, in the article that it was found in.

use super::config::absolute;
use super::rules_dir;
use crate::judge::{Finding, Suppressor};
use crate::report::printable;
use crate::source::Document;
use crate::{Checked, DataError};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Component, Path, PathBuf};

/// Raised when the file changes its meaning.
const VERSION: u32 = 1;
/// Excerpts longer than this many code points show the figures only.
const EXCERPT: usize = 100;
/// So many entries that no longer occur are told one by one.
const TOLD: usize = 10;
const HEADER: &str = "\
# Findings that addsup knows and does not report: `addsup check --baseline`. Written by `--write-baseline`; those that no
# longer occur are taken out by `--prune-baseline`. An entry is known by rule, figures and article, whatever the line.
";

/// What a finding is known by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    /// Path of the article, relative to the folder of the baseline, with slashes; `-` for the standard input.
    path: String,
    /// Id of the article where one file holds many.
    id: Option<String>,
    rule: String,
    /// Of rule and figures.
    fingerprint: String,
}

/// How often a finding is known or found, and how to recognise it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    count: usize,
    excerpt: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct BaselineFile {
    version: u32,
    #[serde(default)]
    finding: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    rule: String,
    excerpt: String,
    #[serde(default = "once", skip_serializing_if = "is_once")]
    count: usize,
    fingerprint: String,
}

fn once() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_once(count: &usize) -> bool {
    *count == 1
}

/// What one article holds, for the end of the run.
#[derive(Debug, Default)]
pub struct Seen {
    path: String,
    /// Was the article checked? If not, its entries may well still occur.
    checked: bool,
    found: BTreeMap<Key, Known>,
}

/// A baseline.
#[derive(Debug)]
pub struct Baseline {
    path: PathBuf,
    /// Folder that paths are relative to.
    folder: PathBuf,
    entries: BTreeMap<Key, Known>,
    /// Is every finding known, because it is about to be written?
    knows_all: bool,
}

impl Baseline {
    /// Reads a baseline that is to be used.
    ///
    /// # Errors
    /// What is wrong with the file, and where.
    pub fn load(path: &Path) -> Result<Self, String> {
        let told = |error: DataError| error.to_string();
        let file: BaselineFile = rules_dir::toml(path).map_err(told)?;
        if file.version != VERSION {
            return Err(format!("{}: version {} is not one that this addsup reads", path.display(), file.version));
        }
        let entries = file.finding.into_iter().map(|entry| {
            let Entry { path, id, rule, excerpt, count, fingerprint } = entry;
            (Key { path, id, rule, fingerprint }, Known { count, excerpt })
        });
        Ok(Baseline { entries: entries.collect(), ..Baseline::empty(path) })
    }

    /// A baseline that is to be written: what it says of articles that are not checked now is kept.
    ///
    /// # Errors
    /// What is wrong with a file that is there already.
    pub fn to_write(path: &Path) -> Result<Self, String> {
        let known = if path.exists() { Baseline::load(path)? } else { Baseline::empty(path) };
        Ok(Baseline { knows_all: true, ..known })
    }

    fn empty(path: &Path) -> Self {
        let folder = absolute(path).parent().map(Path::to_owned).unwrap_or_default();
        Baseline { path: path.to_owned(), folder, entries: BTreeMap::new(), knows_all: false }
    }

    /// Takes the findings of an article that are known from those that are told, and gives all that it holds: of a joined
    /// article, of each part. A finding that crosses parts belongs to the one of its first figure.
    pub fn suppress(&self, document: &Document, checked: &mut Checked) -> Vec<Seen> {
        let parts = document.joined_parts().iter().map(|part| &part.document);
        let mut parts: Vec<&Document> = parts.collect();
        if parts.is_empty() {
            parts.push(document);
        }
        let path = |part: &Document| part.path.as_deref().map_or_else(|| "-".to_owned(), |path| self.relative(path));
        let new = |part: &&Document| Seen { path: path(part), checked: true, found: BTreeMap::new() };
        let mut seen: Vec<Seen> = parts.iter().map(new).collect();
        let (ledger, whole) = (&checked.ledger, document);
        checked.judgement.suppress(|finding| {
            let part = finding.claims.first().map_or(0, |id| ledger.part_of(*id));
            let (document, seen) = parts.get(part).zip(seen.get_mut(part))?;
            let id = Some(&document.id).filter(|id| document.path.as_ref() != Some(id) && document.path.is_some());
            let key = Key {
                path: seen.path.clone(),
                id: id.cloned(),
                rule: finding.rule.to_string(),
                fingerprint: finding.fingerprint.clone(),
            };
            let most = self.entries.get(&key).map_or(0, |known| known.count);
            let new = || Known { count: 0, excerpt: excerpt(whole, ledger, finding) };
            let found = seen.found.entry(key).or_insert_with(new);
            found.count += 1;
            (self.knows_all || found.count <= most).then_some(Suppressor::Baseline)
        });
        seen
    }

    /// What is left to say of an article that was not checked.
    pub fn unseen(&self, document: &Document) -> Vec<Seen> {
        let path = document.path.as_deref().map(|path| self.relative(path)).unwrap_or_default();
        vec![Seen { path, checked: false, found: BTreeMap::new() }]
    }

    /// Entries that no longer occur, with how many are left of each.
    fn stale(&self, seen: &[Seen]) -> Vec<(&Key, &Known, usize)> {
        let unchecked: BTreeSet<&str> = seen.iter().filter(|it| !it.checked).map(|it| it.path.as_str()).collect();
        let checked: BTreeSet<&str> = seen.iter().map(|it| it.path.as_str()).collect();
        let mut counts: BTreeMap<&Key, usize> = BTreeMap::new();
        for (key, found) in seen.iter().flat_map(|it| &it.found) {
            *counts.entry(key).or_default() += found.count;
        }
        let mut stale = Vec::new();
        for (key, known) in &self.entries {
            let path = key.path.as_str();
            let is_checked = checked.contains(path) && !unchecked.contains(path);
            let is_gone = path != "-" && !checked.contains(path) && !self.folder.join(path).exists();
            let left = counts.get(key).copied().unwrap_or(0);
            if is_gone || (is_checked && left < known.count) {
                stale.push((key, known, left));
            }
        }
        stale
    }

    /// What there is to say of entries that no longer occur; nothing where all do.
    pub fn stale_report(&self, seen: &[Seen]) -> Option<String> {
        let stale = self.stale(seen);
        if stale.is_empty() {
            return None;
        }
        let mut text = format!(
            "{}: findings that no longer occur: {}; --prune-baseline takes them out",
            self.path.display(),
            stale.len()
        );
        for (key, known, _) in stale.iter().take(TOLD) {
            // Writing to a string does not fail.
            let _ = write!(text, "\n  {}: {}: {}", printable(&key.path), key.rule, printable(&known.excerpt));
        }
        if let Some(more) = stale.len().checked_sub(TOLD + 1) {
            let _ = write!(text, "\n  and {} more", more + 1);
        }
        Some(text)
    }

    /// Takes out what no longer occurs, and says how much it was.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn prune(&self, seen: &[Seen]) -> Result<String, String> {
        let stale: Vec<(Key, usize)> = self.stale(seen).into_iter().map(|(key, _, left)| (key.clone(), left)).collect();
        if stale.is_empty() {
            return Ok(format!("{}: all of it still occurs", self.path.display()));
        }
        let mut entries = self.entries.clone();
        for (key, left) in &stale {
            match entries.get_mut(key) {
                Some(known) if *left > 0 => known.count = *left,
                _ => _ = entries.remove(key),
            }
        }
        self.store(&entries)?;
        Ok(format!("{}: taken out, because they no longer occur: {}", self.path.display(), stale.len()))
    }

    /// Writes all that was found, and says how much it was.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn write(&self, seen: &[Seen]) -> Result<String, String> {
        let checked: BTreeSet<&str> = seen.iter().map(|it| it.path.as_str()).collect();
        let mut entries = self.entries.clone();
        entries.retain(|key, _| !checked.contains(key.path.as_str()));
        let mut count = 0;
        for (key, found) in seen.iter().flat_map(|it| &it.found) {
            count += found.count;
            let new = || Known { count: 0, excerpt: found.excerpt.clone() };
            entries.entry(key.clone()).or_insert_with(new).count += found.count;
        }
        self.store(&entries)?;
        Ok(format!("{}: written, findings: {count}", self.path.display()))
    }

    fn store(&self, entries: &BTreeMap<Key, Known>) -> Result<(), String> {
        let told = |what: String| format!("cannot write {}: {what}", self.path.display());
        let finding = entries.iter().map(|(key, known)| {
            let (Key { path, id, rule, fingerprint }, Known { count, excerpt }) = (key.clone(), known.clone());
            Entry { path, id, rule, excerpt, count, fingerprint }
        });
        let file = BaselineFile { version: VERSION, finding: finding.collect() };
        let text = toml::to_string(&file).map_err(|error| told(error.to_string()))?;
        std::fs::write(&self.path, format!("{HEADER}{text}")).map_err(|error| told(error.to_string()))
    }

    /// The path of an article from the folder of the baseline, with slashes on every system.
    fn relative(&self, path: &str) -> String {
        let path = absolute(Path::new(path));
        let shared = self.folder.components().zip(path.components()).take_while(|(a, b)| a == b).count();
        let up = self.folder.components().skip(shared).map(|_| Component::ParentDir);
        let parts =
            up.chain(path.components().skip(shared)).map(|part| part.as_os_str().to_string_lossy().into_owned());
        parts.collect::<Vec<_>>().join("/")
    }
}

/// What makes a reader recognise a finding: the text that its figures stand in, or the figures where that is long.
fn excerpt(document: &Document, ledger: &crate::extract::Ledger, finding: &Finding) -> String {
    let claims = finding.claims.iter().filter_map(|id| ledger.claims.get(id.0 as usize));
    let spans: Vec<_> = claims.map(|claim| claim.span.clone()).collect();
    let first = spans.iter().map(|span| span.start).min().unwrap_or_default();
    let last = spans.iter().map(|span| span.end).max().unwrap_or_default();
    let whole = document.text.get(first..last).map(printable).filter(|text| text.chars().nth(EXCERPT).is_none());
    whole.unwrap_or_else(|| {
        let figures = spans.into_iter().filter_map(|span| document.text.get(span)).map(printable);
        figures.collect::<Vec<_>>().join(" … ")
    })
}
