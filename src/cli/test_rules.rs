//! `addsup rules --test DIR`: the examples of a newsroom's own folder, against all rules with that folder on top.

use super::own_rules::{explained, load};
use super::rules_dir::{files, folders, read, stem, toml};
use crate::examples::Examples;
use crate::judge::file::CheckFile;
use crate::language::file::ExampleFile;
use crate::{Checker, CheckerOptions, DataError};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The language of the examples that stand with the checks themselves.
const CHECKS_LANGUAGE: &str = "en";

/// What came of the examples.
pub struct Outcome {
    /// A line for each that fails, and one with the count.
    pub report: String,
    /// Does any fail?
    pub failed: bool,
}

/// The examples of a file, with their places. Its other keys were read, and found right, before.
#[derive(Deserialize)]
struct Placed {
    #[serde(default)]
    example: Vec<Spanned<ExampleFile>>,
}

/// A file that may hold examples of a rule in a language.
struct Source {
    rule: String,
    language: String,
    path: PathBuf,
}

/// Runs the examples of that folder.
///
/// # Errors
/// What is wrong with its data, with file and line.
pub fn test(folder: &Path) -> Result<Outcome, String> {
    let data = load(Some(folder))?;
    let unusable = |error: DataError| explained(folder, &error);
    Checker::new(data.clone(), CheckerOptions::default())
        .and_then(|checker| checker.compile_all())
        .map_err(unusable)?;
    let mut tried: BTreeMap<String, Examples> = BTreeMap::new();
    let (mut report, mut count, mut failures) = (String::new(), 0, 0);
    let (mut rules, mut without) = (BTreeSet::new(), BTreeMap::new());
    for source in sources(folder).map_err(unusable)? {
        let placed: Placed = toml(&source.path).map_err(unusable)?;
        if placed.example.is_empty() {
            without.insert(source.rule, source.path);
            continue;
        }
        let text = read(&source.path).map_err(unusable)?;
        if !tried.contains_key(&source.language) {
            let examples = Examples::new(data.clone(), &source.language).map_err(unusable)?;
            tried.insert(source.language.clone(), examples);
        }
        for example in &placed.example {
            count += 1;
            let fault = tried[&source.language].fault(&source.rule, example.get_ref()).map_err(unusable)?;
            let Some(fault) = fault else { continue };
            failures += 1;
            let line = text.get(..example.span().start).unwrap_or_default().matches('\n').count() + 1;
            let place = format!("{}:{line}", source.path.display());
            let _ = writeln!(report, "{place}: {} ({}): {fault}", source.rule, source.language);
        }
        rules.insert(source.rule);
    }
    for (rule, path) in without.iter().filter(|(rule, _)| !rules.contains(*rule)) {
        let _ = writeln!(report, "{}: {rule} has no example", path.display());
    }
    let _ = writeln!(report, "{count} examples of {} rules: {} hold, {failures} do not", rules.len(), count - failures);
    Ok(Outcome { report, failed: failures > 0 })
}

/// The checks themselves, and `languages/*/examples`.
fn sources(folder: &Path) -> Result<Vec<Source>, DataError> {
    let mut sources = Vec::new();
    for group in folders(&folder.join("checks"))? {
        for path in files(&group, "toml")? {
            let rule = toml::<CheckFile>(&path)?.name;
            sources.push(Source { rule, language: CHECKS_LANGUAGE.to_owned(), path });
        }
    }
    for language in folders(&folder.join("languages"))? {
        for path in files(&language.join("examples"), "toml")? {
            sources.push(Source { rule: stem(&path), language: stem(&language), path });
        }
    }
    Ok(sources)
}
