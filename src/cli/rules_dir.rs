//! Reading a `rules` folder. Also compiled into `build.rs`, which stores our own folder inside the program.

use crate::data::{DataError, RuleData};
use crate::language::file::{
    ConstructionsFile, FormsFile, Grammar, LanguageFile, LexiconFile, Pack, PackTexts, TextsSource,
};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// What holds for a whole language: written by hand, and what is generated from CLDR.
const LANGUAGE: &str = "language.toml";

/// Reads a whole folder: `relations/*.toml`, `checks/*/*.toml`, `units.toml`, `currencies.toml`, `detect.toml`, `languages/*/`. Any part may be missing.
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
    let currencies = folder.join("currencies.toml");
    if currencies.is_file() {
        data.currencies = toml(&currencies)?;
    }
    let foreign = folder.join("detect.toml");
    if foreign.is_file() {
        data.foreign = toml(&foreign)?;
    }
    for language in folders(&folder.join("languages"))? {
        data.packs.push(pack(&language)?);
    }
    Ok(data)
}

fn pack(folder: &Path) -> Result<Pack, DataError> {
    let mut pack = Pack { code: stem(folder), ..Pack::default() };
    pack.language = language(folder)?;
    let (mut grammar, mut texts) = (Grammar::default(), PackTexts::default());
    if let Some(base) = &pack.language.base {
        let base = folder.with_file_name(base);
        if !base.is_dir() {
            let what = format!("base: there is no folder {}", base.display());
            return Err(DataError::here(what).within(folder.join(LANGUAGE).display().to_string()));
        }
        grammar = written(&base)?;
        grammar.also_say(&pack.language.says);
        texts.messages = messages(&base)?;
    }
    let own = written(folder)?;
    let mut words = own.lexicon.clone();
    grammar.overlay(own);
    let mut generated = LexiconFile::default();
    for file in files(&folder.join("cldr"), "toml")?.iter().filter(|file| !file.ends_with(LANGUAGE)) {
        generated.add(toml(file)?);
    }
    // Those of a relative do not tell it from that relative.
    words.complete(generated.clone());
    pack.figure_words = figure_words(&words);
    grammar.lexicon.complete(generated);
    texts.messages.push_str(&messages(folder)?);
    for file in files(&folder.join("examples"), "toml")? {
        texts.examples.insert(stem(&file), toml(&file)?);
    }
    grammar.expand().map_err(|message| DataError::here(message).within(folder.display().to_string()))?;
    pack.set_grammar(grammar);
    pack.texts = TextsSource::Read(Box::new(texts));
    Ok(pack)
}

/// The hand-written half of what a language is read with.
fn written(folder: &Path) -> Result<Grammar, DataError> {
    let mut grammar = Grammar::default();
    for file in files(&folder.join("lexicon"), "toml")? {
        grammar.lexicon.add(toml(&file)?);
    }
    for file in files(&folder.join("forms"), "toml")? {
        let forms: FormsFile = toml(&file)?;
        grammar.forms.fragments.extend(forms.fragments);
        grammar.forms.form.extend(forms.form);
        grammar.forms.shape.extend(forms.shape);
    }
    for file in files(&folder.join("constructions"), "toml")? {
        let constructions: ConstructionsFile = toml(&file)?;
        grammar.constructions.fragments.extend(constructions.fragments);
        grammar.constructions.construction.extend(constructions.construction);
    }
    Ok(grammar)
}

fn messages(folder: &Path) -> Result<String, DataError> {
    let mut messages = String::new();
    for file in message_files(folder)? {
        messages.push_str(&read(&file)?);
        messages.push('\n');
    }
    Ok(messages)
}

/// Classes of words that are frequent in short texts with figures.
const FIGURE_CLASSES: [&str; 5] = ["number", "month", "weekday", "time-unit", "scale"];

/// The words of those classes that are told by their letters: no abbreviations, no phrases.
fn figure_words(lexicon: &LexiconFile) -> Vec<String> {
    let classes = FIGURE_CLASSES.iter().filter_map(|class| lexicon.classes.get(*class));
    let words = classes.flat_map(|values| values.values().flatten());
    let mut words: Vec<String> = words.map(|word| word.to_lowercase()).collect();
    words.retain(|word| word.len() > 2 && word.chars().all(char::is_alphabetic));
    words.sort();
    words.dedup();
    words
}

/// The messages of a language's folder: `messages/*.ftl`.
///
/// # Errors
/// The folder, where it cannot be listed.
pub fn message_files(folder: &Path) -> Result<Vec<PathBuf>, DataError> {
    files(&folder.join("messages"), "ftl")
}

/// `language.toml`, over what is generated from CLDR.
fn language(folder: &Path) -> Result<LanguageFile, DataError> {
    let own = folder.join(LANGUAGE);
    if !own.is_file() {
        return Ok(LanguageFile::default());
    }
    let generated = folder.join("cldr").join(LANGUAGE);
    let mut table = if generated.is_file() { toml::<toml::Table>(&generated)? } else { toml::Table::new() };
    table.extend(toml::<toml::Table>(&own)?);
    table.try_into().map_err(|error: toml::de::Error| {
        DataError::here(error.to_string().trim_end().to_owned()).within(own.display().to_string())
    })
}

/// The name of a file or folder without its extension.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The text of a file.
///
/// # Errors
/// Names the file.
pub fn read(path: &Path) -> Result<String, DataError> {
    std::fs::read_to_string(path).map_err(|error| DataError::here(error.to_string()).within(path.display().to_string()))
}

/// A file of TOML.
///
/// # Errors
/// Names the file, the line and the column.
pub fn toml<T: DeserializeOwned>(path: &Path) -> Result<T, DataError> {
    let source = read(path)?;
    toml::from_str(&source).map_err(|error| {
        let before = error.span().and_then(|span| source.get(..span.start)).unwrap_or_default();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let place = format!("{}:{}:{column}", path.display(), before.matches('\n').count() + 1);
        DataError::here(error.message().trim_end().to_owned()).within(place)
    })
}

/// Files of a folder with that extension, in the order of their names; none where there is no such folder.
///
/// # Errors
/// The folder, where it cannot be listed.
pub fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, DataError> {
    entries(folder, |path| path.is_file() && path.extension().is_some_and(|found| found == extension))
}

/// Folders in a folder, likewise.
///
/// # Errors
/// The folder, where it cannot be listed.
pub fn folders(folder: &Path) -> Result<Vec<PathBuf>, DataError> {
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
