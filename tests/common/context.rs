//! What reports need besides an article: the definitions and the messages that the program carries.

use addsup::relate::Definitions;
use addsup::report::{Context, Messages};
use std::path::Path;

/// The definitions of the built-in relations.
pub fn definitions() -> Definitions {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/relations");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files: Vec<_> =
        paths.iter().map(|path| toml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()).collect();
    Definitions::new(&files).unwrap()
}

/// The built-in messages of a language.
pub fn messages(language: &str) -> Messages {
    let packs = addsup::RuleData::embedded().unwrap().packs;
    let source = |code: &str| packs.iter().find(|pack| pack.code == code).unwrap().texts().messages.as_str();
    Messages::new([(language, source(language)), ("en", source("en"))])
}

pub fn context<'a>(messages: &'a Messages, definitions: &'a Definitions) -> Context<'a> {
    Context { messages, definitions }
}
