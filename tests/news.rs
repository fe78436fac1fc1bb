//! Real news: every warning or error on it has been read by somebody and stands in `tests/news-verdicts.toml`.
//!
//! The articles stand beside the project (`../shared/bench/news`) and are not ours to commit: where they are missing, this
//! test says so and has nothing to check. What is new is printed as an entry of the list, to be read, judged and put in:
//! `NEWS_NEW=1 cargo test --test news -- --nocapture`.

use addsup::judge::{Finding, Severity};
use addsup::report::{Article, Context, Messages};
use addsup::source::{Document, Fields, parse_entry};
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

/// What may be false, and what may be reported at all, in each hundred articles.
const FALSE_ERRORS: f64 = 0.3;
const FALSE_WARNINGS: f64 = 2.0;
const ALL: f64 = 8.0;

/// The list.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verdicts {
    #[serde(default)]
    verdict: Vec<Verdict>,
}

/// What somebody who read the article says of a finding.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verdict {
    article: String,
    rule: String,
    /// The claims in conflict, as the article has them.
    figures: Vec<String>,
    /// Is it a slip of the article? Otherwise it is a false alarm.
    slip: bool,
    reason: String,
}

/// What tells a finding from others: article, rule and figures.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key(String, String, Vec<String>);

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |text: &String| toml::Value::from(text.as_str());
        let figures = toml::Value::from(self.2.clone());
        write!(f, "article = {}\nrule = {}\nfigures = {figures}", text(&self.0), text(&self.1))
    }
}

/// The corpora, sorted.
fn corpora() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bench/news");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut corpora: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "jsonl")).collect();
    corpora.sort();
    corpora
}

/// So many of so many, in a hundred.
#[expect(clippy::cast_precision_loss, reason = "there are a few thousand articles")]
fn rate(count: usize, articles: usize) -> f64 {
    100.0 * count as f64 / articles as f64
}

#[test]
fn every_finding_on_real_news_has_been_read() {
    let corpora = corpora();
    if corpora.is_empty() {
        eprintln!("skipped: ../shared/bench/news is not there");
        return;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/news-verdicts.toml");
    let source = std::fs::read_to_string(&path).expect("the list can be read");
    let list: Verdicts = toml::from_str(&source).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut verdicts: BTreeMap<Key, &Verdict> = BTreeMap::new();
    for verdict in &list.verdict {
        let key = Key(verdict.article.clone(), verdict.rule.clone(), verdict.figures.clone());
        assert!(!verdict.reason.is_empty(), "a verdict needs a reason:\n{key}");
        assert!(verdicts.insert(key.clone(), verdict).is_none(), "twice in the list:\n{key}");
    }
    let checker = Checker::new(RuleData::embedded().unwrap(), CheckerOptions::default()).unwrap();
    let messages = Messages::new([("en", checker.messages("en").expect("English messages"))]);
    let context = Context { messages: &messages, definitions: checker.definitions() };
    let message = |document: &Document, checked: &Checked, finding: &Finding| {
        Article::new(context, &serde_json::Value::Null, document, checked, &[], Severity::Info).message(finding)
    };
    let (mut articles, mut all, mut false_errors, mut false_warnings) = (0, 0, 0, 0);
    let mut new = Vec::new();
    let mut seen = BTreeSet::new();
    for corpus in &corpora {
        let lines = std::fs::read(corpus).expect("the corpus can be read");
        for line in lines.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let document =
                parse_entry(line, None, &Fields::default()).expect("a line of the corpus is an article").document;
            let checked = checker.check(&document).unwrap();
            articles += 1;
            for finding in checked.judgement.findings.iter().filter(|finding| finding.severity >= Severity::Warning) {
                all += 1;
                let claim = |id: &_| document.text[checked.ledger.get(*id).span.clone()].to_owned();
                let figures = finding.claims.iter().map(claim).collect();
                let key = Key(document.id.clone(), finding.rule.to_string(), figures);
                match verdicts.get(&key) {
                    None => new.push((key.clone(), finding.severity, message(&document, &checked, finding))),
                    Some(verdict) if verdict.slip => {}
                    Some(_) if finding.severity == Severity::Error => false_errors += 1,
                    Some(_) => false_warnings += 1,
                }
                seen.insert(key);
            }
        }
    }
    println!(
        "{articles} articles, {all} warnings and errors ({:.2} in a hundred), false errors {:.2}, false warnings {:.2}",
        rate(all, articles),
        rate(false_errors, articles),
        rate(false_warnings, articles),
    );
    for (key, verdict) in verdicts.iter().filter(|(key, _)| !seen.contains(key)) {
        println!("no longer found ({}):\n{key}", if verdict.slip { "a slip" } else { "was false" });
    }
    if std::env::var_os("NEWS_NEW").is_some() {
        for (key, severity, message) in &new {
            println!("\n# {}: {message}\n[[verdict]]\n{key}\nslip = false\nreason = \"\"", severity.as_str());
        }
        return;
    }
    let unread: Vec<String> = new.iter().map(|(key, _, _)| key.to_string().replace('\n', ", ")).collect();
    assert!(unread.is_empty(), "not in the list (NEWS_NEW=1 prints them as its entries):\n{}", unread.join("\n"));
    assert!(rate(false_errors, articles) <= FALSE_ERRORS, "too many false errors");
    assert!(rate(false_warnings, articles) <= FALSE_WARNINGS, "too many false warnings");
    assert!(rate(all, articles) <= ALL, "too much is reported");
}
