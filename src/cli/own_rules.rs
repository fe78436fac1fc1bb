//! A newsroom's own folder of rules on top of the built-in ones; mistakes in it are told with file and line.

use super::rules_dir;
use crate::nearest::with_spelling;
use crate::report::check_source;
use crate::{DataError, RuleData};
use std::path::{Path, PathBuf};

/// The built-in data, with that folder on top.
///
/// # Errors
/// What is wrong, with file and line.
pub fn load(folder: Option<&Path>) -> Result<RuleData, String> {
    let mut rules = RuleData::embedded().map_err(|error| error.to_string())?;
    let Some(folder) = folder else { return Ok(rules) };
    let unusable = |error: DataError| explained(folder, &error);
    let own = rules_dir::load(folder).map_err(unusable)?;
    for pack in &own.packs {
        for file in rules_dir::message_files(&folder.join("languages").join(&pack.code)).map_err(unusable)? {
            let source = std::fs::read_to_string(&file).unwrap_or_default();
            check_source(&source).map_err(|(line, what)| format!("{}:{line}: {what}", file.display()))?;
        }
    }
    rules.merge(own).map_err(unusable)?;
    Ok(rules)
}

/// An error in the data, with the file and line of the folder where it stands, as far as they can be told, and with the
/// right spelling of what it does not know.
pub fn explained(folder: &Path, error: &DataError) -> String {
    let mut text = String::new();
    if let Some((file, line)) = locate(folder, error) {
        text = format!("{}:{line}: ", file.display());
    }
    for place in error.place() {
        text.push_str(place);
        text.push_str(": ");
    }
    text + &with_spelling(error.what())
}

/// The file and line of the entry that an error is about. Data is checked long after it was read, so the entry is looked
/// up by its name, and in it the words that the error quotes.
fn locate(folder: &Path, error: &DataError) -> Option<(PathBuf, usize)> {
    let names: Vec<(Option<&str>, &str)> = error.place().iter().filter_map(|place| name_of(place)).collect();
    let mut files = Vec::new();
    toml_files(folder, &mut files);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let inside = |part: &str| file.strip_prefix(folder).is_ok_and(|path| path.iter().any(|name| *name == *part));
        let names: Vec<&str> =
            names.iter().filter(|(part, _)| part.is_none_or(inside)).map(|(_, name)| *name).collect();
        let named = lines.iter().position(|line| entry_name(line).is_some_and(|name| names.contains(&name)));
        let by_stem = file.file_stem().is_some_and(|stem| names.iter().any(|name| *stem == **name));
        let Some(start) = named.or(by_stem.then_some(0)) else { continue };
        let header = |line: &&str| line.trim_start().starts_with("[[");
        let first = lines[..=start.min(lines.len().saturating_sub(1))].iter().rposition(header).unwrap_or(0);
        let last = lines.iter().skip(start + 1).position(header).map_or(lines.len(), |length| start + 1 + length);
        let told = error.what().split("; did you mean").next().unwrap_or_default();
        let quoted = told.split(['`', '"']).skip(1).step_by(2).filter(|word| !word.is_empty());
        // What is wrong is quoted last, after what it is wrong for; the rarest word says best where.
        let lines_with = |word: &str| (first..last).filter(|line| lines[*line].contains(word)).collect::<Vec<_>>();
        let mut found: Vec<Vec<usize>> = quoted.map(lines_with).filter(|lines| !lines.is_empty()).collect();
        found.reverse();
        let line = found.into_iter().min_by_key(Vec::len).map_or(start, |lines| lines[0]);
        return Some((file, line + 1));
    }
    None
}

/// The name of the entry in a part of an error's place, `construction "x"`, and the folder that `checks/group/x` names.
fn name_of(place: &str) -> Option<(Option<&str>, &str)> {
    if let Some((_, quoted)) = place.split_once('"') {
        return Some((None, quoted.strip_suffix('"')?));
    }
    let (folders, name) = place.rsplit_once('/')?;
    Some((folders.split('/').next(), name))
}

/// The name that a line gives an entry: `id = "x"`.
fn entry_name(line: &str) -> Option<&str> {
    let (key, value) = line.split_once('=')?;
    let value = value.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    matches!(key.trim(), "id" | "name" | "code").then(|| value[1..].split(quote).next())?
}

/// All TOML files in a folder and those below it, in the order of their names.
fn toml_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            toml_files(&entry, files);
        } else if entry.extension().is_some_and(|extension| extension == "toml") {
            files.push(entry);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_name_and_word() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("own.toml");
        let text = "[[construction]]\nid = \"a\"\n\n[[construction]]\nid = \"b\"\nrelation = 'chnage'\n";
        std::fs::write(&file, text).unwrap();
        let error = |what: &str| DataError::here(what).within("language en: construction \"b\"");
        assert_eq!(locate(folder.path(), &error("there is no relation \"chnage\"")), Some((file.clone(), 6)));
        assert_eq!(locate(folder.path(), &error("what stands nowhere")), Some((file.clone(), 5)));
        // Named after its entry; but not in the folder of checks.
        assert_eq!(locate(folder.path(), &DataError::here("").within("own \"own\"")), Some((file, 1)));
        assert_eq!(locate(folder.path(), &DataError::new("checks/g/own", "laws", "")), None);
    }
}
