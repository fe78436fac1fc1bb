//! Two versions of one story: whole articles with and without planted slips, the program's reports, and bad input.

#[path = "program/mod.rs"]
mod program;

use addsup::compare::CompareOptions;
use addsup::judge::Severity;
use addsup::source::{Document, from_text};
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use chrono::NaiveDate;
use program::{folder, run};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Pairs {
    pair: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    name: String,
    languages: [String; 2],
    published: NaiveDate,
    source: String,
    target: String,
    slips: Vec<Slip>,
}

#[derive(Deserialize)]
struct Slip {
    right: String,
    wrong: String,
    rule: String,
}

fn pairs() -> Vec<Pair> {
    toml::from_str::<Pairs>(include_str!("compare/pairs.toml")).unwrap().pair
}

fn checker() -> Checker {
    Checker::new(RuleData::embedded().unwrap(), CheckerOptions::default()).unwrap()
}

fn compared(checker: &Checker, pair: &Pair, target: &str, whole: bool) -> (Document, Checked) {
    let [source, target] = [("source", &pair.source, 0), ("target", &target.to_owned(), 1)].map(|(name, text, at)| {
        let language = Some(pair.languages[at].clone());
        let published = Some(pair.published);
        Document { language, published, ..from_text(name.to_owned(), None, text.clone()) }
    });
    let document = Document::joined(vec![source, target]);
    let checked = checker.compare(&document, CompareOptions { whole, revision: false }).unwrap();
    (document, checked)
}

/// The findings that are more than a note, each in one line.
fn told(document: &Document, checked: &Checked) -> Vec<String> {
    let findings = checked.judgement.findings.iter().filter(|finding| finding.severity > Severity::Info);
    findings
        .map(|finding| {
            let texts = finding.claims.iter().map(|id| &document.text[checked.ledger.get(*id).span.clone()]);
            format!("{} {}: {}", finding.severity.as_str(), finding.rule, texts.collect::<Vec<_>>().join(" | "))
        })
        .collect()
}

#[test]
fn true_translations_are_left_in_peace() {
    let checker = checker();
    let mut alarms = Vec::new();
    for pair in pairs() {
        let (document, checked) = compared(&checker, &pair, &pair.target, false);
        alarms.extend(told(&document, &checked).into_iter().map(|line| format!("{}: {line}", pair.name)));
    }
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

#[test]
fn planted_slips_are_found_and_nothing_else_is() {
    let checker = checker();
    let mut faults = Vec::new();
    for pair in pairs() {
        for slip in &pair.slips {
            assert_eq!(pair.target.matches(&slip.right).count(), 1, "{}: {:?}", pair.name, slip.right);
            let (document, checked) = compared(&checker, &pair, &pair.target.replace(&slip.right, &slip.wrong), false);
            let told = told(&document, &checked);
            let found = told.iter().any(|line| line.split([' ', ':']).nth(1) == Some(&*slip.rule));
            if !found || told.len() != 1 {
                faults.push(format!("{}: {:?} for {:?}: {told:?}", pair.name, slip.wrong, slip.right));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const SOURCE: &str =
    "The Orsa dam cost $3.5 billion.\n\nIt holds 41 million cubic metres of water, engineer Ana Brandt said.\n";
const TRUE: &str =
    "Bendungan Orsa menelan biaya 3,5 miliar dolar AS.\n\nIsinya 41 juta meter kubik air, kata insinyur Ana Brandt.\n";
const FALSE: &str =
    "Bendungan Orsa menelan biaya 3,5 juta dolar AS.\n\nIsinya 41 juta meter kubik air, kata insinyur Ana Brandt.\n";

fn with_format<'a>(format: &'a str, paths: &[&'a str]) -> Vec<&'a str> {
    [&["compare", "--output-format", format], paths].concat()
}

#[test]
fn exit_codes_are_those_of_check() {
    let folder = folder(&[("en.txt", SOURCE), ("true.txt", TRUE), ("false.txt", FALSE)]);
    let code = |paths: &[&str]| run(folder.path(), &with_format("concise", paths)).code;
    assert_eq!(code(&["en.txt", "true.txt"]), 0);
    assert_eq!(code(&["en.txt", "false.txt"]), 1);
    assert_eq!(code(&["en.txt", "false.txt", "--fail-on", "never"]), 0);
    assert_eq!(code(&["en.txt", "false.txt", "--ignore", "translation-number"]), 0);
    assert_eq!(code(&["en.txt", "none.txt"]), 2);
    assert_eq!(code(&["en.txt"]), 2);
    assert_eq!(code(&["-", "-"]), 2);
    assert_eq!(code(&["en.txt", "true.txt", "--source-lang", "xx"]), 2);
}

#[test]
fn every_report_names_both_places() {
    let folder = folder(&[("en.txt", SOURCE), ("false.txt", FALSE)]);
    let report = |format| {
        let done = run(folder.path(), &with_format(format, &["en.txt", "false.txt"]));
        assert_eq!(done.code, 1, "{format}: {}", done.err);
        done.out
    };
    for format in ["table", "full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html"] {
        let out = report(format);
        assert!(out.contains("translation-number"), "{format}: {out}");
        assert!(out.contains("$3.5 billion") && out.contains("3,5 juta dolar AS"), "{format}: {out}");
        assert!(out.contains("en.txt"), "{format}: {out}");
    }
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    let finding = &json[0]["findings"][0];
    assert_eq!((finding["rule"].as_str(), finding["severity"].as_str()), (Some("translation-number"), Some("error")));
    assert_eq!(finding["repairs"][0]["slip"], "scale");
    let paths: Vec<&str> =
        json[0]["parts"].as_array().unwrap().iter().filter_map(|part| part["path"].as_str()).collect();
    assert_eq!(paths, ["en.txt", "false.txt"]);
}

#[test]
fn pairs_are_answered_in_order_and_bad_ones_are_named() {
    let row = |id: &str, target: &str| {
        serde_json::json!({ "id": id, "source": SOURCE, "target": target, "source_lang": "en" }).to_string()
    };
    let lines = [row("good", TRUE), "{\"id\": \"bad\", \"source\": \"a\"}".into(), row("slip", FALSE), "no".into()];
    let folder = folder(&[("pairs.jsonl", &lines.join("\n"))]);
    let done = run(folder.path(), &with_format("jsonl", &["pairs.jsonl"]));
    assert_eq!(done.code, 2);
    assert!(done.err.contains("pairs.jsonl:2: is no pair: missing field `target`"), "{}", done.err);
    assert!(done.err.contains("pairs.jsonl:4: is no pair: "), "{}", done.err);
    let answers: Vec<Value> = done.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&Value> = answers.iter().map(|answer| &answer["id"]).collect();
    assert_eq!(ids, [&Value::from("good"), &Value::from("bad"), &Value::from("slip"), &Value::Null]);
    let findings: Vec<usize> = answers.iter().map(|answer| answer["findings"].as_array().map_or(0, Vec::len)).collect();
    assert_eq!(findings, [0, 0, 1, 0]);
}

#[test]
fn comments_and_severities_hold_for_versions() {
    let ignored = format!("<!-- addsup: ignore[translation-number] as the ministry has it -->\n{FALSE}");
    let unused = format!("<!-- addsup: ignore[growth-percent] -->\n{FALSE}");
    let config = "[rules]\ntranslation-number = \"warning\"\n";
    let folder =
        folder(&[("en.md", SOURCE), ("ignored.md", &ignored), ("unused.md", &unused), ("own/addsup.toml", config)]);
    let done = run(folder.path(), &with_format("concise", &["en.md", "ignored.md"]));
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
    // The rules of `check` did not run: nobody knows whether that comment suppresses anything.
    let done = run(folder.path(), &with_format("concise", &["en.md", "unused.md"]));
    assert_eq!((done.code, done.err.as_str()), (1, ""));
    program::write(folder.path(), "own/id.md", FALSE);
    let done = run(folder.path(), &with_format("concise", &["en.md", "own/id.md"]));
    assert!(done.code == 0 && done.out.contains("warning[translation-number]"), "{}", done.out);
}

#[test]
fn what_is_known_is_not_told_again() {
    let folder = folder(&[("en.txt", SOURCE), ("id.txt", FALSE)]);
    let told = |more: &[&str]| run(folder.path(), &with_format("concise", &[&["en.txt", "id.txt"], more].concat()));
    assert_eq!(told(&["--write-baseline", "known.toml"]).code, 0);
    let done = told(&["--baseline", "known.toml"]);
    assert_eq!((done.code, done.out.as_str(), done.err.as_str()), (0, "", ""));
}

#[test]
fn whole_asks_for_every_sentence() {
    let shorter = "Bendungan Orsa menelan biaya 3,5 miliar dolar AS.\n";
    let folder = folder(&[("en.txt", SOURCE), ("id.txt", shorter)]);
    let concise = |more: &[&str]| run(folder.path(), &with_format("concise", &[&["en.txt", "id.txt"], more].concat()));
    assert_eq!(concise(&[]).out, "");
    assert!(concise(&["--whole"]).out.contains("warning[translation-missing]"));
}

#[test]
fn odd_input_is_simply_compared() {
    let long = "Sales rose 3 percent to $41 million. ".repeat(4000);
    let folder = folder(&[("empty.txt", ""), ("long.txt", &long), ("en.txt", SOURCE)]);
    for (source, target) in [("empty.txt", "empty.txt"), ("empty.txt", "en.txt"), ("en.txt", "empty.txt")] {
        let done = run(
            folder.path(),
            &with_format("concise", &[source, target, "--source-lang", "en", "--target-lang", "en"]),
        );
        assert_eq!((done.code, done.out.as_str()), (0, ""), "{source} {target}");
    }
    let done = run(folder.path(), &with_format("concise", &["long.txt", "long.txt"]));
    assert_eq!((done.code, done.out.as_str()), (0, ""));
}

const BEFORE: &str = "Crash kills 12 people\n\nA bus crash near Belura killed 12 people on Monday, police said.\n\n\
The driver, 41, survived. The bus had left Tarn at 6 a.m. with 38 passengers.\n\n\
The 12 people came from three villages.\n\nThe road will be closed until March 3.\n";

#[test]
fn an_edit_reads_like_a_note_and_what_it_forgot_is_found() {
    let after = BEFORE.replace("kills 12", "kills 14").replace("killed 12", "killed 14").replace("with 38", "with 40")
        + "\nA fund has collected $25,000.\n";
    let folder = folder(&[("old.txt", BEFORE), ("new.txt", &after), ("same.txt", BEFORE)]);
    let revision = |format| run(folder.path(), &with_format(format, &["--revision", "old.txt", "new.txt"]));
    let done = revision("concise");
    assert_eq!(done.code, 1, "{}", done.out);
    assert!(done.out.contains("new.txt:7:") && done.out.contains("error[revision-partial-update]"), "{}", done.out);
    assert!(done.out.contains("12 was changed to 14; here it is still 12"), "{}", done.out);
    let table = revision("table").out;
    for note in ["What changed", "12 → 14", "38 → 40", "+ $25,000", "3 changed, 1 added, 0 removed"] {
        assert!(table.contains(note), "{note}: {table}");
    }
    let json: Value = serde_json::from_str(&revision("json").out).unwrap();
    let changes: Vec<&str> =
        json[0]["changes"].as_array().unwrap().iter().filter_map(|it| it["change"].as_str()).collect();
    assert_eq!(changes, ["changed", "changed", "changed", "added"]);
    assert!(revision("html").out.contains("+ $25,000"));
    let done = run(folder.path(), &["compare", "--revision", "old.txt", "same.txt"]);
    assert!(done.code == 0 && done.out.contains("No figure changed."), "{}", done.out);
}

#[test]
fn git_has_the_old_version() {
    let folder = folder(&[("news/article.txt", BEFORE)]);
    let git = |arguments: &[&str]| {
        let done = std::process::Command::new("git").current_dir(&folder).args(arguments).output().unwrap();
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "first"]);
    program::write(folder.path(), "news/article.txt", &BEFORE.replace("killed 12", "killed 14"));
    let done = run(folder.path(), &["compare", "--since", "HEAD", "news/article.txt", "--output-format", "concise"]);
    assert_eq!(done.code, 1, "{}{}", done.out, done.err);
    assert!(done.out.contains("news/article.txt:7:"), "{}", done.out);
    let done = run(folder.path(), &["compare", "--since", "HEAD", "news/none.txt"]);
    assert_eq!(done.code, 2);
    let done = run(folder.path(), &["compare", "--since", "nowhere", "news/article.txt"]);
    assert!(done.code == 2 && done.err.contains("nowhere"), "{}", done.err);
}

#[derive(Deserialize)]
struct Version {
    text: String,
    slip: [String; 2],
}

/// Whatever the languages of the two versions: true in every figure, and false in one.
#[test]
fn any_pair_of_languages() {
    let versions: std::collections::BTreeMap<String, Version> =
        toml::from_str(include_str!("compare/languages.toml")).unwrap();
    let checker = checker();
    let mut faults = Vec::new();
    for (from, source) in &versions {
        for (to, target) in versions.iter().filter(|(to, _)| *to != from) {
            let pair = Pair {
                name: format!("{from} → {to}"),
                languages: [from.clone(), to.clone()],
                published: NaiveDate::from_ymd_opt(2023, 3, 20).unwrap(),
                source: source.text.clone(),
                target: target.text.clone(),
                slips: vec![],
            };
            let (document, checked) = compared(&checker, &pair, &target.text, true);
            faults.extend(told(&document, &checked).into_iter().map(|line| format!("{}: {line}", pair.name)));
            let [right, wrong] = &target.slip;
            let (document, checked) = compared(&checker, &pair, &target.text.replacen(right, wrong, 1), false);
            let told = told(&document, &checked);
            if told.len() != 1 || !told[0].contains("translation-number") {
                faults.push(format!("{}: {wrong:?} for {right:?}: {told:?}", pair.name));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
