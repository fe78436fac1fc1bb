//! Reads tables of facts from files.

use crate::extract::Units;
use crate::facts::{Facts, Format};
use std::path::Path;

/// How a file of that name is written.
///
/// # Errors
/// A name that does not tell.
pub fn format_of(path: &Path) -> Result<Format, String> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "csv" | "tsv" => Ok(Format::Csv),
        "toml" => Ok(Format::Toml),
        "json" => Ok(Format::Json),
        _ => Err("a table of facts is a .csv, .tsv, .toml or .json file".to_owned()),
    }
}

/// Adds the facts of a file, and gives what of it cannot be used, with file and line.
pub fn load(path: &Path, facts: &mut Facts, units: &Units) -> Vec<String> {
    let named = |what: String| vec![format!("{}: {what}", path.display())];
    let format = match format_of(path) {
        Ok(format) => format,
        Err(what) => return named(what),
    };
    match std::fs::read(path) {
        Ok(bytes) => {
            let faults = facts.read(&path.to_string_lossy(), format, bytes, units);
            faults.into_iter().map(|fault| fault.to_string()).collect()
        }
        Err(error) => named(format!("cannot be read: {error}")),
    }
}
