//! Reading a `rules` folder. Also compiled into `build.rs`, which stores our own folder inside the program.

use crate::data::{DataError, RuleData};
use crate::language::file::{ConstructionsFile, FormsFile, LexiconFile, Pack};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// Reads a whole folder: `relations/*.toml`, `checks/*/*.toml`, `units.toml`, `languages/*/`. Any part may be missing.
///
/// # Errors
/// Names the file, and the line where the parser knows it.
pub fn load(folder: &Path) -> Result<RuleData, DataError> {
    if !folder.is_dir() {
        return Err(DataError::here("no such folder of rules").within(folder.display().to_string()));
    }
    let mut data = RuleData::default();
    for file in files(&folder.join("relations"), "toml")? {
        data.relations.push(toml(&file)?);
    }
    for group in folders(&folder.join("checks"))? {
        for file in files(&group, "toml")? {
            data.checks.push(toml(&file)?);
        }
    }
    let units = folder.join("units.toml");
    if units.is_file() {
        data.units = toml(&units)?;
    }
    for language in folders(&folder.join("languages"))? {
        data.packs.push(pack(&language)?);
    }
    Ok(data)
}

fn pack(folder: &Path) -> Result<Pack, DataError> {
    let mut pack = Pack { code: stem(folder), ..Pack::default() };
    let language = folder.join("language.toml");
    if language.is_file() {
        pack.language = toml(&language)?;
    }
    for file in files(&folder.join("lexicon"), "toml")? {
        let lexicon: LexiconFile = toml(&file)?;
        for (class, values) in lexicon.classes {
            let known = pack.lexicon.classes.entry(class).or_default();
            for (value, words) in values {
                known.entry(value).or_default().extend(words);
            }
        }
    }
    for file in files(&folder.join("forms"), "toml")? {
        let forms: FormsFile = toml(&file)?;
        pack.forms.fragments.extend(forms.fragments);
        pack.forms.form.extend(forms.form);
        pack.forms.shape.extend(forms.shape);
    }
    for file in files(&folder.join("constructions"), "toml")? {
        let constructions: ConstructionsFile = toml(&file)?;
        pack.constructions.fragments.extend(constructions.fragments);
        pack.constructions.construction.extend(constructions.construction);
    }
    let messages = folder.join("messages.ftl");
    if messages.is_file() {
        pack.messages = read(&messages)?;
    }
    for file in files(&folder.join("examples"), "toml")? {
        pack.examples.insert(stem(&file), toml(&file)?);
    }
    pack.expand().map_err(|message| DataError::here(message).within(folder.display().to_string()))?;
    Ok(pack)
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<String, DataError> {
    std::fs::read_to_string(path).map_err(|error| DataError::here(error.to_string()).within(path.display().to_string()))
}

fn toml<T: DeserializeOwned>(path: &Path) -> Result<T, DataError> {
    toml::from_str(&read(path)?)
        .map_err(|error| DataError::here(error.to_string().trim_end().to_owned()).within(path.display().to_string()))
}

/// Files of a folder with that extension, in the order of their names.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, DataError> {
    entries(folder, |path| path.is_file() && path.extension().is_some_and(|found| found == extension))
}

fn folders(folder: &Path) -> Result<Vec<PathBuf>, DataError> {
    entries(folder, Path::is_dir)
}

fn entries(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, DataError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error: std::io::Error| DataError::here(error.to_string()).within(folder.display().to_string());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if wanted(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
