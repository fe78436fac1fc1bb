//! Dense paragraphs, six to ten figures each with one slip or none, hold all rules together to account.
//!
//! They stand in `tests/dense/<language>.toml`. A clean one with a warning or error fails, and so does a finding that has
//! nothing to do with the slip. The slips caught are counted; `bar` in each file is what must not be lost again.
//! `DENSE_VERBOSE=1 cargo test --test dense -- --nocapture` lists what is missed.

use addsup::judge::{Finding, Severity};
use addsup::source::from_text;
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// One file of paragraphs.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paragraphs {
    /// How many slips must be caught.
    bar: usize,
    paragraph: Vec<Paragraph>,
}

/// A few sentences with many figures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paragraph {
    topic: String,
    published: NaiveDate,
    text: String,
    /// What is wrong; nothing where it is absent.
    slip: Option<Slip>,
    /// The arithmetic of the right figures, worked out by `tests/dense/arithmetic.py`.
    sums: Vec<String>,
}

/// The one thing that is wrong.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Slip {
    /// As the text has it.
    figure: String,
    /// As it should be.
    right: String,
    /// The rule of the catalogue that it breaks; another one may find it.
    rule: String,
    /// The figures that give it away.
    partners: Vec<String>,
    distance: Distance,
}

/// How far the partners are.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(rename_all = "kebab-case")]
enum Distance {
    SameSentence,
    Adjacent,
    Far,
}

/// Where that stands in the text, as a figure of its own: "14" is not in "140".
fn places(text: &str, figure: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for (start, _) in text.match_indices(figure) {
        let end = start + figure.len();
        let before = text[..start].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[end..].chars().next().is_some_and(char::is_alphanumeric);
        if !before && !after {
            places.push(start..end);
        }
    }
    places
}

/// Does a claim of the finding stand at one of those places?
fn touches(finding: &Finding, checked: &Checked, places: &[Range<usize>]) -> bool {
    let spans = finding.claims.iter().map(|id| &checked.ledger.get(*id).span);
    spans.into_iter().any(|span| places.iter().any(|place| span.start < place.end && place.start < span.end))
}

/// A finding in one line.
fn outline(finding: &Finding, checked: &Checked, text: &str) -> String {
    let claims: Vec<&str> = finding.claims.iter().map(|id| &text[checked.ledger.get(*id).span.clone()]).collect();
    format!("{}[{}] {claims:?}", finding.severity.as_str(), finding.rule)
}

/// Runs the paragraphs of one language.
fn run(language: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/dense/{language}.toml"));
    let source = std::fs::read_to_string(&path).expect("the paragraphs can be read");
    let file: Paragraphs = toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let options = CheckerOptions { language: Some(language.to_owned()), ..CheckerOptions::default() };
    let checker = Checker::new(RuleData::embedded().unwrap(), options).unwrap();
    let verbose = std::env::var_os("DENSE_VERBOSE").is_some();
    let mut false_alarms = Vec::new();
    let mut counts: BTreeMap<Distance, (usize, usize)> = BTreeMap::new();
    for paragraph in &file.paragraph {
        assert!(!paragraph.sums.is_empty(), "{}: no sums", paragraph.topic);
        let mut document = from_text(String::new(), None, paragraph.text.clone());
        document.published = Some(paragraph.published);
        let checked = checker.check(&document).unwrap();
        let text = &document.text;
        let findings: Vec<_> =
            checked.judgement.findings.iter().filter(|finding| finding.severity >= Severity::Warning).collect();
        let outlines: Vec<String> = findings.iter().map(|finding| outline(finding, &checked, text)).collect();
        let head: String = text.chars().take(60).collect();
        let Some(slip) = &paragraph.slip else {
            false_alarms.extend(outlines.iter().map(|outline| format!("clean: {head} …: {outline}")));
            continue;
        };
        let figures = std::iter::once(&slip.figure).chain(&slip.partners);
        let places: Vec<_> = figures.flat_map(|figure| places(text, figure)).collect();
        let touching = findings.iter().filter(|finding| touches(finding, &checked, &places)).count();
        for (finding, outline) in findings.iter().zip(&outlines) {
            if !touches(finding, &checked, &places) {
                false_alarms.push(format!("not the slip: {head} …: {outline}"));
            }
        }
        let count = counts.entry(slip.distance).or_default();
        count.1 += 1;
        count.0 += usize::from(touching > 0);
        if verbose && touching == 0 {
            println!(
                "{language} missed, {:?} [{}]: {} for {}, given away by {:?}\n    {text}",
                slip.distance, slip.rule, slip.figure, slip.right, slip.partners
            );
        }
    }
    let caught: usize = counts.values().map(|count| count.0).sum();
    let slips: usize = counts.values().map(|count| count.1).sum();
    println!("{language}: {caught} of {slips} slips caught; by distance {counts:?}");
    assert!(false_alarms.is_empty(), "{language}: false alarms:\n{}", false_alarms.join("\n"));
    assert!(caught >= file.bar, "{language}: {caught} slips caught, {} wanted", file.bar);
}

#[test]
fn english_paragraphs() {
    run("en");
}

#[test]
fn indonesian_paragraphs() {
    run("id");
}
