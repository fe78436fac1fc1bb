//! Reads `rules/` and stores it inside the program, so that it starts without reading a file.

// The modules are those of the library: one definition of every file, whether read at build time or at run time.
#![allow(dead_code, missing_docs, unused_imports)]

#[path = "src/language"]
mod language {
    pub mod compiled;
    pub mod file;
    pub mod lexicon;
    pub mod pattern;
    pub mod says;
    pub mod texts;
    pub mod token;
}
#[path = "src/relate"]
mod relate {
    pub mod file;
}
#[path = "src/judge"]
mod judge {
    pub mod file;
}
#[path = "src/data.rs"]
mod data;
#[path = "src/nearest.rs"]
mod nearest;
#[path = "src/cli/rules_dir.rs"]
mod rules_dir;

use data::DataError;
use language::compiled::CompiledConstructions;
use language::file::{ForeignLanguage, Pack};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.toml");
    if let Err(message) = store(Path::new("rules")) {
        println!("cargo::error={}", message.replace('\n', " "));
        std::process::exit(1);
    }
}

fn store(rules: &Path) -> Result<(), String> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let mut data = rules_dir::load(rules).map_err(|error| error.to_string())?;
    let features = features(Path::new("Cargo.toml"))?;
    let (packs, left_out): (Vec<Pack>, Vec<Pack>) =
        std::mem::take(&mut data.packs).into_iter().partition(|pack| is_chosen(&pack.code, &features));
    // They are still told from the others.
    data.foreign.language.extend(left_out.into_iter().map(|pack| ForeignLanguage {
        code: pack.code,
        name: pack.language.name,
        function_words: pack.language.function_words.into_iter().chain(pack.figure_words).collect(),
        letters: pack.language.letters,
        left_out: pack.reads,
    }));
    write(&out.join("core.bin"), &data)?;
    let mut list = String::from("static PACKS: &[(&[u8], &[u8], StoredGrammar)] = &[\n");
    for pack in &packs {
        let within = |error: DataError| error.within(format!("language {}", pack.code)).to_string();
        let mut grammar = pack.grammar().map_err(within)?.into_owned();
        let (lexicon, forms) = pack.compiled().map_err(within)?;
        let constructions =
            CompiledConstructions::new(&grammar.constructions.construction, &lexicon).map_err(within)?;
        let words = std::mem::take(&mut grammar.lexicon);
        let name = |part: &str| format!("{}.{part}.bin", pack.code);
        write(&out.join(name("pack")), pack)?;
        write(&out.join(name("texts")), pack.texts())?;
        write(&out.join(name("words")), &words)?;
        write(&out.join(name("lexicon")), &lexicon)?;
        write(&out.join(name("rest")), &grammar)?;
        write(&out.join(name("forms")), &forms)?;
        write(&out.join(name("constructions")), &constructions)?;
        let bytes = |part: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{}\"))", name(part));
        let _ = writeln!(
            list,
            "    ({}, {}, StoredGrammar {{ words: {}, lexicon: {}, rest: {}, forms: {}, constructions: {} }}),",
            bytes("pack"),
            bytes("texts"),
            bytes("words"),
            bytes("lexicon"),
            bytes("rest"),
            bytes("forms"),
            bytes("constructions")
        );
    }
    list.push_str("];\n");
    std::fs::write(out.join("packs.rs"), list).map_err(|error| error.to_string())
}

/// Names of the Cargo features.
fn features(manifest: &Path) -> Result<Vec<String>, String> {
    let source = std::fs::read_to_string(manifest).map_err(|error| error.to_string())?;
    let manifest: toml::Table = source.parse().map_err(|error: toml::de::Error| error.to_string())?;
    Ok(manifest
        .get("features")
        .and_then(|features| features.as_table())
        .into_iter()
        .flat_map(|all| all.keys().cloned())
        .collect())
}

/// Is the pack of a language to be inside the program? Yes if its feature is on, or if it has none.
fn is_chosen(code: &str, features: &[String]) -> bool {
    let feature = format!("lang-{code}");
    let variable = format!("CARGO_FEATURE_{}", feature.to_uppercase().replace('-', "_"));
    !features.contains(&feature) || std::env::var_os(variable).is_some()
}

fn write(path: &Path, value: &impl serde::Serialize) -> Result<(), String> {
    let bytes = postcard::to_stdvec(value).map_err(|error| error.to_string())?;
    std::fs::write(path, bytes).map_err(|error| error.to_string())
}
