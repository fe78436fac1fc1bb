//! How figures and dates are read: sentences of our own under `tests/readings/<language>.toml`, each with every claim that
//! is to be made of it and no other.
//!
//! `ADDSUP_BLESS=1 cargo test --test readings` writes what is read now; read the difference.
#![cfg(feature = "cli")]

use assert_cmd::Command;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

/// The publication date of all sentences: a Friday.
const PUBLISHED: &str = "2024-10-25";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Readings {
    reading: Vec<Reading>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Reading {
    text: String,
    /// `text | kind value unit ~hedge` of each claim.
    claims: Vec<String>,
}

/// The claims of each text, as the program tells them.
fn read(language: &str, readings: &[Reading]) -> Vec<Vec<String>> {
    let line = |reading: &Reading| {
        format!("{}\n", serde_json::json!({ "id": "", "text": reading.text, "lang": language, "published": PUBLISHED }))
    };
    let input: String = readings.iter().map(line).collect();
    let output = Command::new(env!("CARGO_BIN_EXE_addsup"))
        .args(["claims", "-", "--input-format", "jsonl", "--output-format", "jsonl"])
        .write_stdin(input)
        .output()
        .unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), readings.len(), "{}", String::from_utf8_lossy(&output.stderr));
    answers.iter().map(|answer| answer["claims"].as_array().unwrap().iter().map(outline).collect()).collect()
}

fn outline(claim: &Value) -> String {
    let part = |name: &str| claim[name].as_str().unwrap_or_default();
    let mut line = format!("{} | {} {}", part("text"), part("kind"), part("value"));
    if !part("unit").is_empty() {
        write!(line, " {}", part("unit")).unwrap();
    }
    if !part("per").is_empty() {
        write!(line, "/{}", part("per")).unwrap();
    }
    if !part("hedge").is_empty() {
        write!(line, " ~{}", part("hedge")).unwrap();
    }
    line.trim_end().into()
}

fn check(language: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/readings/{language}.toml"));
    let source = std::fs::read_to_string(&path).unwrap();
    let mut file: Readings = toml::from_str(&source).unwrap();
    let found = read(language, &file.reading);
    if std::env::var_os("ADDSUP_BLESS").is_some() {
        let mut written = String::new();
        for (reading, found) in file.reading.iter_mut().zip(found) {
            let claims: String = found.iter().fold(String::new(), |list, claim| list + &format!("    {claim:?},\n"));
            write!(written, "[[reading]]\ntext = {:?}\nclaims = [\n{claims}]\n\n", reading.text).unwrap();
        }
        let head: String = source
            .lines()
            .take_while(|line| line.starts_with('#'))
            .fold(String::new(), |head, line| head + line + "\n");
        std::fs::write(&path, format!("{head}\n{}", written.trim_end().to_owned() + "\n")).unwrap();
        return;
    }
    let wrong: Vec<String> = file
        .reading
        .iter()
        .zip(found)
        .filter(|(reading, found)| reading.claims != *found)
        .map(|(reading, found)| format!("{}\n  is to be {:#?}\n  is {found:#?}", reading.text, reading.claims))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn indonesian_is_read() {
    check("id");
}

#[test]
fn english_is_read() {
    check("en");
}
