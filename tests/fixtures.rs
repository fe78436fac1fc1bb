//! The fixture articles, through the program itself: clean ones are quiet, planted slips are found and
//! nothing else is, and the reports stay what was last reviewed by eye.
//!
//! `ADDSUP_BLESS=1 cargo test --test fixtures` writes the golden reports anew.
#![cfg(feature = "cli")]

use assert_cmd::Command;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 2] = ["en", "id"];
const ARTICLES_PER_KIND: usize = 6;

/// The rules that each language's faulty articles cover between them.
const RULES: [&str; 15] = [
    "age-birthdate",
    "ago-year",
    "anniversary-mismatch",
    "change-endpoints",
    "duration-span",
    "growth-direction",
    "growth-percent",
    "headline-body",
    "impossible-date",
    "percent-of-whole",
    "percent-out-of-bounds",
    "relative-day",
    "restated-figure",
    "sum-of-parts",
    "weekday-date",
];

/// What was planted in one faulty article.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    slip: Vec<Slip>,
}

/// One planted slip.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    /// Name of the rule that finds it.
    rule: String,
    /// Part of the text of one of the claims in conflict.
    text: String,
    /// The arithmetic, for whoever reviews the fixture.
    why: String,
}

/// The folder that holds one language's articles.
fn folder(language: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(language)
}

/// The articles of one language whose names end in `.<kind>.txt`, sorted.
fn articles(language: &str, kind: &str) -> Vec<PathBuf> {
    let suffix = format!(".{kind}.txt");
    let mut found: Vec<PathBuf> = fs::read_dir(folder(language))
        .expect("the fixture folder is there")
        .map(|entry| entry.expect("its entries can be read").path())
        .filter(|path| path.to_str().is_some_and(|path| path.ends_with(&suffix)))
        .collect();
    found.sort();
    assert_eq!(found.len(), ARTICLES_PER_KIND, "{language}: number of {kind} articles");
    found
}

/// How messages of failing tests name an article: `en/trade.faulty.txt`.
fn short_name(language: &str, article: &Path) -> String {
    format!("{language}/{}", article.file_name().unwrap_or_default().display())
}

/// `addsup <command> --output-format <format> … <article>`, away from the environment of whoever runs the
/// tests, in the article's folder so that reports name it the same on every machine.
fn run(command: &str, format: &str, language: &str, article: &Path) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_addsup"))
        .current_dir(folder(language))
        .env_clear()
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .args([command, "--output-format", format, "--messages", language])
        .arg(article.file_name().expect("an article has a name"))
        .output()
        .expect("the program starts");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.is_empty(), "{}: {errors}", article.display());
    let code = output.status.code().expect("the program was not killed");
    (code, String::from_utf8(output.stdout).expect("the report is UTF-8"))
}

/// The exit code and the one article of `check --output-format json`.
fn check(language: &str, article: &Path) -> (i32, Value) {
    let (code, json) = run("check", "json", language, article);
    let mut answers: Vec<Value> = serde_json::from_str(&json).expect("the answer is an array");
    assert_eq!(answers.len(), 1, "{}", article.display());
    (code, answers.remove(0))
}

/// An array of the answer; empty where it is missing.
fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A string of the answer; empty where it is missing.
fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

/// The texts of the claims of a finding.
fn claim_texts<'a>(answer: &'a Value, finding: &Value) -> Vec<&'a str> {
    let members: Vec<&str> = list(finding, "claims").iter().filter_map(Value::as_str).collect();
    list(answer, "claims")
        .iter()
        .filter(|claim| members.contains(&word(claim, "id")))
        .map(|claim| word(claim, "text"))
        .collect()
}

/// A finding in one line, for messages of failing tests.
fn outline(answer: &Value, finding: &Value) -> String {
    let texts = claim_texts(answer, finding);
    format!("{}[{}] {texts:?}", word(finding, "severity"), word(finding, "rule"))
}

/// The slips planted in a faulty article.
fn slips(article: &Path) -> Vec<Slip> {
    let path = article.with_extension("expected.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let expected: Expected = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    expected.slip
}

/// Fails with all complaints at once: one broken article must not hide the next.
fn report(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn clean_articles_are_quiet() {
    let mut complaints = Vec::new();
    for language in LANGUAGES {
        for article in articles(language, "clean") {
            let (code, answer) = check(language, &article);
            let name = short_name(language, &article);
            if code != 0 {
                complaints.push(format!("{name}: exit code {code}"));
            }
            for finding in list(&answer, "findings") {
                complaints.push(format!("{name}: {}", outline(&answer, finding)));
            }
            if word(&answer, "language") != language {
                complaints.push(format!("{name}: read as {:?}", word(&answer, "language")));
            }
            if word(&answer, "published").is_empty() {
                complaints.push(format!("{name}: its date line was not read"));
            }
        }
    }
    report(&complaints);
}

#[test]
fn planted_slips_are_found_and_nothing_else() {
    let mut complaints = Vec::new();
    for language in LANGUAGES {
        for article in articles(language, "faulty") {
            let (code, answer) = check(language, &article);
            let name = short_name(language, &article);
            if code != 1 {
                complaints.push(format!("{name}: exit code {code}"));
            }
            let slips = slips(&article);
            let found_by = |slip: &Slip, finding: &Value| {
                word(finding, "rule") == slip.rule
                    && claim_texts(&answer, finding).iter().any(|text| text.contains(&slip.text))
            };
            let findings = list(&answer, "findings");
            for slip in &slips {
                if !findings.iter().any(|finding| found_by(slip, finding)) {
                    complaints.push(format!("{name}: missed [{}] {:?} ({})", slip.rule, slip.text, slip.why));
                }
            }
            for finding in findings {
                let planted = slips.iter().any(|slip| found_by(slip, finding));
                if word(finding, "severity") == "error" && !planted {
                    complaints.push(format!("{name}: never planted {}", outline(&answer, finding)));
                }
            }
        }
    }
    report(&complaints);
}

#[test]
fn reports_are_those_last_reviewed() {
    let bless = std::env::var_os("ADDSUP_BLESS").is_some();
    let mut complaints = Vec::new();
    for language in LANGUAGES {
        for article in ["clean", "faulty"].iter().flat_map(|kind| articles(language, kind)) {
            for (command, format, ending) in [("check", "table", "report.txt"), ("claims", "json", "claims.json")] {
                let (_, actual) = run(command, format, language, &article);
                let golden = article.with_extension(ending);
                if bless {
                    fs::write(&golden, &actual).unwrap_or_else(|error| panic!("{}: {error}", golden.display()));
                } else if fs::read_to_string(&golden).ok().as_deref() != Some(actual.as_str()) {
                    let name = short_name(language, &golden);
                    complaints.push(format!("{name} differs: write it with ADDSUP_BLESS=1 and read the diff"));
                }
            }
        }
    }
    report(&complaints);
}

/// Needs no program: the fixtures themselves keep their promises.
#[test]
fn slips_cover_every_rule_in_every_language() {
    for language in LANGUAGES {
        let mut covered = BTreeSet::new();
        for article in articles(language, "faulty") {
            let text = fs::read_to_string(&article).expect("the article can be read");
            let planted = slips(&article);
            assert!((2..=5).contains(&planted.len()), "{}", article.display());
            for slip in planted {
                assert!(text.contains(&slip.text), "{}: {:?} is not in the text", article.display(), slip.text);
                covered.insert(slip.rule);
            }
        }
        assert!(covered.iter().map(String::as_str).eq(RULES), "{language}: covered {covered:?}");
    }
}
