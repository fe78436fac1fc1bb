//! Several articles as one: what stands in which file is told by every report.

#[path = "common/context.rs"]
mod common;

use addsup::extract::ClaimId;
use addsup::judge::Severity;
use addsup::relate::{Filler, Relation, RelationId, Tie};
use addsup::report::{
    Article, Style, claims_table, concise, full, github, gitlab, html, json_line, junit, sarif, table,
};
use addsup::source::{Document, from_markdown, from_text};
use addsup::{Checked, Checker, CheckerOptions, Doubt, RuleData};
use chrono::NaiveDate;
use serde_json::Value;
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(RuleData::embedded().unwrap(), CheckerOptions::default()).unwrap());

const ENGLISH: &str = "Fire at the mill\n\nThe fire on Tuesday destroyed 340 looms at the mill.\n\n\
Its output rose by 18 percent to 236 tonnes from 200 tonnes.\n";
const INDONESIAN: &str =
    "# Kebakaran pabrik\n\nKebakaran pada hari Selasa menghancurkan 430 alat tenun di pabrik itu.\n";

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Two parts in two languages, of two days.
fn joined() -> Document {
    let english = from_text("en.txt".to_owned(), Some("en.txt".to_owned()), ENGLISH.to_owned());
    let indonesian = from_markdown("news/id.md".to_owned(), Some("news/id.md".to_owned()), INDONESIAN.to_owned());
    Document::joined(vec![
        Document { language: Some("en".to_owned()), published: Some(date("2024-05-15")), ..english },
        Document { language: Some("id".to_owned()), published: Some(date("2024-06-19")), ..indonesian },
    ])
}

fn claim(checked: &Checked, document: &Document, text: &str) -> ClaimId {
    let found = checked.ledger.claims.iter().find(|claim| document.text[claim.span.clone()].starts_with(text));
    found.unwrap_or_else(|| panic!("no claim {text}")).id
}

/// The joined document with a tie across its parts.
fn contradicting(document: &Document) -> Checked {
    let known = CHECKER.check(document).unwrap();
    let filler = |text| Filler::Claims(vec![claim(&known, document, text)]);
    let across = Relation {
        id: RelationId(0),
        name: "restatement".into(),
        slots: vec![("first".into(), filler("340")), ("second".into(), filler("430"))],
        tie: Tie::Anaphor,
        via: "test".into(),
        guards: vec![],
    };
    CHECKER.judge_joined(document, CHECKER.read_joined(document, true).unwrap(), vec![across]).unwrap()
}

#[test]
fn each_part_is_read_in_its_language_and_by_its_date() {
    let document = joined();
    let checked = CHECKER.check(&document).unwrap();
    let languages: Vec<&str> = checked.parts.iter().map(|part| &*part.language).collect();
    assert_eq!(languages, ["en", "id"]);
    let value = |text: &str| checked.ledger.get(claim(&checked, &document, text)).value.clone().unwrap().to_string();
    assert_eq!((value("Tuesday").as_str(), value("Selasa").as_str()), ("2024-05-14", "2024-06-18"));
    let last = claim(&checked, &document, "430");
    assert_eq!(checked.ledger.part_of(last), 1);
    assert_eq!(checked.ledger.published_for(last), Some(date("2024-06-19")));
    assert!(checked.ledger.claims.iter().enumerate().all(|(index, claim)| claim.id.0 as usize == index));
    assert!(checked.ledger.claims.is_sorted_by_key(|claim| (claim.block, claim.sentence, claim.clause)));
}

#[test]
fn a_part_is_judged_as_if_it_stood_alone() {
    let wrong = |name: &str| {
        let text = "The mill has 12 looms.\n\nOutput rose 25 percent to 236 tonnes from 212 tonnes.\n";
        let document = from_text(name.to_owned(), Some(name.to_owned()), text.to_owned());
        Document { language: Some("en".to_owned()), ..document }
    };
    let alone = CHECKER.check(&wrong("a.txt")).unwrap();
    let document = Document::joined(vec![wrong("a.txt"), wrong("b.txt")]);
    let checked = CHECKER.check(&document).unwrap();
    assert_eq!(alone.judgement.findings.len(), 1);
    assert_eq!(checked.judgement.findings.len(), 2);
    for (part, found) in checked.judgement.findings.iter().enumerate() {
        assert_eq!(found.fingerprint, alone.judgement.findings[0].fingerprint);
        assert!(found.claims.iter().all(|id| checked.ledger.part_of(*id) == part));
    }
}

#[test]
fn comments_speak_of_their_own_file() {
    let wrong = "Output rose 25 percent to 236 tonnes from 212 tonnes.\n";
    let part = |name: &str, text: String| {
        let document = from_text(name.to_owned(), Some(name.to_owned()), text);
        Document { language: Some("en".to_owned()), ..document }
    };
    for (comment, told) in [("ignore-file", 1), ("disable", 1), ("ignore", 1)] {
        let first = format!("<!-- addsup: {comment} checked -->\n\n{wrong}");
        let document = Document::joined(vec![part("a.txt", first), part("b.txt", wrong.to_owned())]);
        let checked = CHECKER.check(&document).unwrap();
        assert_eq!(checked.judgement.findings.len(), told, "{comment}");
        let left = &checked.judgement.findings[0];
        assert_eq!(checked.ledger.part_of(left.claims[0]), 1, "{comment}");
        assert_eq!((checked.judgement.suppressed.len(), checked.remarks.len()), (1, 0), "{comment}");
    }
    // At the end of a file there is nothing more that it could speak of.
    let last = format!("{wrong}\n<!-- addsup: ignore -->\n");
    let document = Document::joined(vec![part("a.txt", last), part("b.txt", wrong.to_owned())]);
    let checked = CHECKER.check(&document).unwrap();
    assert_eq!((checked.judgement.findings.len(), checked.remarks.len()), (2, 1));
}

#[test]
fn a_part_that_cannot_be_read_hides_no_other() {
    let unread = from_text("x".to_owned(), None, String::new());
    let mut document = joined();
    document = Document::joined(vec![unread, document]);
    let checked = CHECKER.check(&document).unwrap();
    assert_eq!(checked.parts.len(), 3);
    assert!(matches!(checked.parts[0].doubt, None | Some(Doubt::Unread(_) | Doubt::Unsure)));
    assert_eq!(checked.ledger.part_of(claim(&checked, &document, "340")), 1);
}

#[test]
fn every_report_names_the_file_of_a_place() {
    let (messages, definitions) = (common::messages("en"), common::definitions());
    let document = joined();
    let checked = contradicting(&document);
    let findings = &checked.judgement.findings;
    assert_eq!(findings.len(), 1, "{findings:#?}");
    let id = Value::from(document.id.as_str());
    let context = common::context(&messages, &definitions);
    let article = Article::new(context, &id, &document, &checked, &[], Severity::Info);
    let style = Style { width: 100, color: false, ascii: false };
    let (first, second) = ("en.txt 3:31: 340", "news/id.md 3:42: 430");

    let shown = concise(&article);
    assert!(shown.starts_with("en.txt:3:31: "), "{shown}");
    assert!(shown.contains(&format!("({first}; {second})")), "{shown}");

    let shown = table(&article, style);
    assert!(
        shown.starts_with("en.txt · en · published 2024-05-15\nnews/id.md · id · published 2024-06-19\n"),
        "{shown}"
    );
    assert!(shown.contains(first) && shown.contains(second) && shown.contains("news/id.md 3:42 "), "{shown}");

    let shown = full(&article, style);
    assert!(shown.starts_with("en.txt:3:31: "), "{shown}");
    let at = |text: &str| shown.find(text).unwrap_or_else(|| panic!("no {text} in {shown}"));
    assert!(at("en.txt\n") < at("destroyed 340 looms") && at("destroyed 340 looms") < at("news/id.md\n"), "{shown}");
    assert!(at("news/id.md\n") < at("menghancurkan 430 alat"), "{shown}");

    let json: Value = serde_json::from_str(&json_line(&article, true)).unwrap();
    assert_eq!(json["parts"][1]["path"], "news/id.md");
    assert_eq!((&json["parts"][0]["language"], &json["parts"][1]["published"]), (&"en".into(), &"2024-06-19".into()));
    let claims = json["claims"].as_array().unwrap();
    let other = claims.iter().find(|claim| claim["text"] == "430").unwrap();
    assert_eq!((&other["part"], &other["path"], &other["line"]), (&2.into(), &"news/id.md".into(), &3.into()));
    let start = INDONESIAN.find("430").unwrap();
    assert_eq!(other["span"], serde_json::json!({"start": start, "end": start + 3}));
    assert_eq!((&json["findings"][0]["path"], &json["findings"][0]["line"]), (&"en.txt".into(), &3.into()));

    let shown: Value = serde_json::from_str(&sarif(&article).text).unwrap();
    let uri = |location: &Value| location["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(uri(&shown["locations"][0]), "en.txt");
    assert_eq!(uri(&shown["relatedLocations"][0]), "news/id.md");
    let region = &shown["relatedLocations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&3.into(), &42.into()));
    assert_eq!(region["snippet"]["text"], "430");

    let shown = &github(&article).later[0].1;
    assert!(shown.contains("file=en.txt,line=3") && shown.contains(second), "{shown}");
    let shown: Value = serde_json::from_str(&gitlab(&article)).unwrap();
    assert_eq!(shown["location"]["path"], "en.txt");
    assert!(shown["content"]["body"].as_str().unwrap().contains(second), "{shown}");
    let shown = junit(&article);
    assert!(shown.contains("en.txt:3:31: ") && shown.contains(second), "{shown}");
    let shown = html(&article).text.replace("&#x2f;", "/");
    assert!(shown.contains(second), "{shown}");
    assert!(claims_table(&article, style, true).contains("news/id.md 3:42"));
}
