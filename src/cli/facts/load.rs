//! Tables of facts as files: read, and added to.

use crate::cli::config::absolute;
use crate::cli::destination::Destination;
use crate::extract::Units;
use crate::facts::{Cell, Facts, Format, appended};
use std::io::Write;
use std::path::Path;

/// How a table is kept.
enum Kept {
    /// In a text file.
    Text(Format),
    /// In a database.
    Database,
}

/// How a file is kept, by its name.
fn kept(path: &Path) -> Result<Kept, String> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "csv" | "tsv" => Ok(Kept::Text(Format::Csv)),
        "toml" => Ok(Kept::Text(Format::Toml)),
        "json" => Ok(Kept::Text(Format::Json)),
        "db" | "sqlite" | "sqlite3" => Ok(Kept::Database),
        _ => Err("a table of facts is a .csv, .tsv, .toml, .json, .db or .sqlite file".to_owned()),
    }
}

/// The name of a table in messages: from the folder that the program was started in, where it lies there.
pub fn shown(path: &Path) -> String {
    let here = absolute(Path::new("."));
    absolute(path).strip_prefix(&here).unwrap_or(path).display().to_string()
}

/// Adds the facts of a file, and gives what of it cannot be used, with file and line.
pub fn load(path: &Path, facts: &mut Facts, units: &Units) -> Vec<String> {
    let name = shown(path);
    let told = |what: String| vec![format!("{name}: {what}")];
    let faults = match kept(path) {
        Ok(Kept::Text(format)) => match std::fs::read(path) {
            Ok(bytes) => facts.read(&name, format, bytes, units),
            Err(error) => return told(format!("cannot be read: {error}")),
        },
        Ok(Kept::Database) => match database::rows(path, &name) {
            Ok((rows, mut faults)) => {
                faults.extend(facts.add(rows, units));
                faults
            }
            Err(what) => return told(what),
        },
        Err(what) => return told(what),
    };
    faults.into_iter().map(|fault| fault.to_string()).collect()
}

/// Adds a row to a file, which is made where there is none.
///
/// # Errors
/// What is wrong with the file.
pub fn append(path: &Path, cells: &[(&str, Cell)], units: &Units) -> Result<(), String> {
    let told = |what: String| format!("{}: {what}", shown(path));
    let format = match kept(path).map_err(told)? {
        Kept::Text(format) => format,
        Kept::Database => return database::insert(path, cells).map_err(told),
    };
    let bytes = if path.exists() { std::fs::read(path).map_err(|error| told(error.to_string()))? } else { Vec::new() };
    let text = String::from_utf8(bytes).map_err(|_| told("is not in UTF-8: convert it first".to_owned()))?;
    let text = appended(format, &text, cells, units).map_err(|wrong| told(wrong.to_string()))?;
    let mut file = Destination::file(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.finish());
    written.map_err(|error| told(error.to_string()))
}

#[cfg(feature = "sqlite")]
use super::sqlite as database;

/// What stands for databases where addsup was built without them.
#[cfg(not(feature = "sqlite"))]
mod database {
    use crate::facts::{Cell, Fault, Row};
    use std::path::Path;

    const WITHOUT: &str = "addsup was built without databases (feature `sqlite`)";

    pub fn rows(_: &Path, _: &str) -> Result<(Vec<Row>, Vec<Fault>), String> {
        Err(WITHOUT.to_owned())
    }

    pub fn insert(_: &Path, _: &[(&str, Cell)]) -> Result<(), String> {
        Err(WITHOUT.to_owned())
    }
}
