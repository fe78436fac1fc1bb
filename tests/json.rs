//! The shape of the JSON report, field by field: programs depend on it.

mod common;

use addsup::judge::Severity;
use addsup::report::{Article, Problem, json_line};
use serde_json::{Value, json};

fn report(min_severity: Severity) -> Value {
    let (messages, definitions) = (common::messages("en"), common::definitions());
    let (document, checked) = common::article();
    let id = Value::from(7);
    let problems = [Problem { severity: Severity::Warning, message: "something".to_owned(), at: 0 }];
    let context = common::context(&messages, &definitions);
    let line = json_line(&Article::new(context, &id, &document, &checked, &problems, min_severity), false);
    assert!(!line.contains('\n'));
    serde_json::from_str(&line).unwrap()
}

#[test]
fn an_article() {
    let report = report(Severity::Info);
    let keys: Vec<&String> = report.as_object().unwrap().keys().collect();
    let mut expected = vec![
        "schema_version",
        "id",
        "path",
        "language",
        "published",
        "claims",
        "relations",
        "findings",
        "suppressed",
        "implied",
        "checklist",
        "problems",
        "totals",
    ];
    expected.sort_unstable();
    assert_eq!(keys, expected);
    assert_eq!(report["schema_version"], 1);
    assert_eq!(report["id"], 7);
    assert_eq!(report["path"], "news.txt");
    assert_eq!(report["language"], "en");
    assert_eq!(report["published"], "2023-10-14");
    assert_eq!(report["problems"], json!([{"severity": "warning", "message": "something"}]));
    assert_eq!(report["totals"], json!({"claims": 6, "agree": 1, "conflict": 4, "open": 1}));
}

#[test]
fn a_claim() {
    let report = report(Severity::Info);
    let mut claim = report["claims"][1].clone();
    let reading = claim["reading"].take();
    assert_eq!(
        claim,
        json!({
            "id": "c2", "kind": "money", "text": "nearly $3.5 billion", "span": {"start": 40, "end": 59}, "line": 3,
            "column": 28, "value": "3500000000", "unit": "USD", "per": null, "hedge": "below-near", "reading": null, "role": "body",
            "subject": "Revenue", "period": "2022", "place": null, "speaker": "Ana", "modality": "estimate",
            "via": ["en/numerals"], "standing": "conflicts"
        })
    );
    for level in ["narrow", "standard", "wide"] {
        let ends = reading[level].as_array().unwrap();
        assert!(ends.len() == 2 && ends.iter().all(Value::is_string), "{reading}");
    }
}

#[test]
fn dates_read_as_dates() {
    let date = &report(Severity::Info)["claims"][3];
    assert_eq!(date["value"], "2023-10-13");
    assert_eq!(date["reading"]["standard"], json!(["2023-10-13", "2023-10-13"]));
    assert_eq!(date["hedge"], Value::Null);
}

#[test]
fn relations_findings_and_what_is_implied() {
    let report = report(Severity::Info);
    assert_eq!(
        report["relations"][0],
        json!({
            "id": "r1", "relation": "change",
            "slots": {"initial": ["c3"], "final": ["c2"], "rate": ["c1"], "direction": ["1"]},
            "tie": "construction", "via": "en/constructions/change-1", "verdict": "contradicts"
        })
    );
    assert_eq!(report["relations"][1]["slots"], json!({"date": ["c4"], "weekday": ["c4.weekday"]}));
    assert_eq!(report["relations"][2]["slots"]["reference"], json!(["published"]));
    let finding = &report["findings"][0];
    assert_eq!(finding["rule"], "growth-percent");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["verdict"], "contradicts");
    assert_eq!(finding["claims"], json!(["c1", "c2", "c3"]));
    assert_eq!(finding["relations"], json!(["r1"]));
    assert_eq!(finding["fingerprint"], "00f1");
    // What may be anything is no repair.
    assert_eq!(finding["repairs"].as_array().unwrap().len(), 2);
    let why = "if the other figures are right";
    assert_eq!(finding["repairs"][0], json!({"claim": "c1", "text": "6.15–12.7%", "why": why}));
    assert_eq!(
        report["implied"][0],
        json!({
            "text": "2003", "value": "2003", "unit": null, "per": null, "period": null, "relation": "r3", "slot": "event",
            "from": ["c5"]
        })
    );
}

#[test]
fn what_is_open_is_listed_by_what_is_at_stake() {
    assert_eq!(
        report(Severity::Info)["checklist"],
        json!([{
            "stake": "other", "claim": "c5", "text": "twenty years", "span": {"start": 162, "end": 174}, "line": 4,
            "column": 19
        }])
    );
}

#[test]
fn findings_below_the_least_severity_are_left_out() {
    assert_eq!(report(Severity::Error)["findings"].as_array().unwrap().len(), 1);
}
