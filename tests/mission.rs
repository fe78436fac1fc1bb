//! The article that addsup was conceived on. It stands beside the project (`../shared/articles`) and is not ours to
//! commit: where it is missing, this test says so and has nothing to check.

use addsup::source::{decode, from_text};
use addsup::value::Value;
use addsup::{Checker, CheckerOptions, RuleData};
use std::path::Path;

/// What its figures and dates mean, in the order of the text.
const MEANINGS: [&str; 21] = [
    "1",
    "2023-10-13T21:05+07:00",
    "1",
    "2023-10-12",
    "2023-10-12",
    "1",
    "2023-03",
    "2022-01/2022-04",
    "P20Y",
    "2023-W42",
    "3",
    "P2D",
    "2023-10-13",
    "37",
    "2022",
    "3500000000",
    "2023-H1",
    "17.9",
    "4",
    "2023-07",
    "2023-W40",
];

#[test]
fn the_article_of_the_mission_is_read_as_it_was_meant() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles/putin-kyrgyzstan.id.txt");
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let document = from_text(String::new(), None, decode(bytes).unwrap());
    let checker = Checker::new(RuleData::embedded().unwrap(), CheckerOptions::default()).unwrap();
    let checked = checker.check(&document).unwrap();
    assert_eq!(&*checked.language, "id");
    let values =
        checked.ledger.claims.iter().map(|claim| claim.value.as_ref().map(Value::to_string).unwrap_or_default());
    assert_eq!(values.collect::<Vec<_>>(), MEANINGS);
    assert_eq!(checked.judgement.findings, []);
    let agree = checked.judgement.standings.iter().filter(|standing| **standing == addsup::judge::Standing::Agrees);
    assert_eq!(agree.count(), 8);
    assert_eq!(checked.judgement.implied.len(), 2, "the base's founding, and the turnover of the year before");
}
