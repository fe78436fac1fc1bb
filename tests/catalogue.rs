//! The examples of the catalogue of checks, groups A to O: a bad one is found, a good one left in peace.
//!
//! The catalogue stands beside the project (`../shared`) and is not ours to commit: where it is missing, this test says so
//! and has nothing to check. `CATALOGUE_VERBOSE=1 cargo test --test catalogue -- --nocapture` lists what is not found.

use addsup::judge::Severity;
use addsup::source::from_text;
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// How many of the bad examples are found today, by their own rule or a twin. Raise it, never lower it.
const BAR: usize = 123;

/// Not of groups A to O: what compares documents.
const ELSEWHERE: [&str; 5] = [
    "translation-number",
    "translation-missing",
    "translation-hedge-shift",
    "revision-partial-update",
    "reference-mismatch",
];

/// Rules that are no more than a hint by their nature: info is enough for them.
const HINTS: [&str; 4] = ["granularity-impossible", "range-missing-scale", "times-more", "hedge-precision-clash"];

/// Rules that see the same slip: which of a line reports it is a matter of diagnosis.
const TWINS: [&[&str]; 12] = [
    &["growth-base-error", "growth-percent", "points-vs-percent", "multiple-word", "times-more"],
    &["scale-slip", "restated-figure", "headline-body"],
    &["hedge-direction", "restated-figure"],
    &["magnitude-word", "restated-figure"],
    &["spelled-vs-digits", "restated-figure"],
    &["quote-paraphrase", "restated-figure"],
    &["parts-exceed-whole", "sum-of-parts", "remainder-mismatch"],
    &["shares-exceed-100", "shares-not-100", "complement-mismatch"],
    &["conversion-rate-inconsistent", "conversion-rate-implausible"],
    &["seats-majority", "majority-word"],
    &["hedge-direction", "majority-word"],
    &["fraction-word", "percent-of-whole"],
];

/// A line of the catalogue's examples.
#[derive(Deserialize)]
struct Example {
    rule: String,
    lang: String,
    kind: String,
    text: String,
    published: Option<NaiveDate>,
}

/// May `found` stand for `rule`?
fn is_twin(rule: &str, found: &str) -> bool {
    rule == found || TWINS.iter().any(|twins| twins.contains(&rule) && twins.contains(&found))
}

/// The findings, each in one line.
fn outlines(text: &str, checked: &Checked, at_least: Severity) -> Vec<String> {
    let findings = checked.judgement.findings.iter().filter(|finding| finding.severity >= at_least);
    findings
        .map(|finding| {
            let claims: Vec<&str> =
                finding.claims.iter().map(|id| &text[checked.ledger.get(*id).span.clone()]).collect();
            format!("{}[{}] {claims:?}", finding.severity.as_str(), finding.rule)
        })
        .collect()
}

#[test]
fn the_examples_of_the_catalogue_behave() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/catalogue-examples.jsonl");
    let Ok(lines) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let verbose = std::env::var_os("CATALOGUE_VERBOSE").is_some();
    let mut checkers: BTreeMap<String, Checker> = BTreeMap::new();
    let (mut own, mut twin, mut bad, mut good) = (0, 0, 0, 0);
    let mut alarms = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let example: Example = serde_json::from_str(line).expect("the catalogue's examples can be read");
        if ELSEWHERE.contains(&example.rule.as_str()) {
            continue;
        }
        let checker = checkers.entry(example.lang.clone()).or_insert_with(|| {
            let options = CheckerOptions { language: Some(example.lang.clone()), ..CheckerOptions::default() };
            Checker::new(RuleData::embedded().unwrap(), options).unwrap()
        });
        // The catalogue writes a headline and its text in one line: "# … / …", and so the rows of a table: "| … | / | … |".
        let text = match example.text.as_bytes() {
            [b'#', b' ', ..] => example.text.replacen(" / ", "\n\n", 1),
            [b'|', ..] => example.text.replace(" / ", "\n"),
            _ => example.text.clone(),
        };
        let mut document = from_text(String::new(), None, text);
        document.published = example.published.or_else(|| NaiveDate::from_ymd_opt(2023, 10, 13));
        let checked = checker.check(&document).unwrap();
        let text = &document.text;
        if example.kind == "valid" {
            good += 1;
            let found = outlines(text, &checked, Severity::Warning);
            if !found.is_empty() {
                alarms.push(format!("{} {}: {text}\n    {found:?}", example.lang, example.rule));
            }
            continue;
        }
        bad += 1;
        let enough = if HINTS.contains(&&*example.rule) { Severity::Info } else { Severity::Warning };
        let findings = checked.judgement.findings.iter().filter(|finding| finding.severity >= enough);
        let rules: Vec<&str> = findings.map(|finding| &*finding.rule).collect();
        if rules.contains(&&*example.rule) {
            own += 1;
        } else if rules.iter().any(|rule| is_twin(&example.rule, rule)) {
            twin += 1;
        } else if verbose {
            let found = outlines(text, &checked, Severity::Info);
            println!("{} {} not found: {text}\n    {found:?}", example.lang, example.rule);
        }
    }
    println!(
        "{} of {bad} bad examples found, {own} of them by their own rule; {} of {good} good ones silent",
        own + twin,
        good - alarms.len()
    );
    assert!(alarms.is_empty(), "good examples alarmed:\n{}", alarms.join("\n"));
    assert!(own + twin >= BAR, "{} bad examples found, {BAR} wanted", own + twin);
}
