//! Values in words.

use super::*;
use std::sync::Arc;

fn messages(language: &str) -> Messages {
    let (own, english) = (source(language), source("en"));
    Messages::new([(language, own.as_str()), ("en", english.as_str())])
}

/// The messages of a language inside the program.
fn source(language: &str) -> String {
    let packs = crate::RuleData::embedded().unwrap().packs;
    packs.into_iter().find(|pack| pack.code == language).unwrap().texts().messages.clone()
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn range(low: &str, high: &str) -> ValueSet {
    ValueSet::from(Interval::closed(number(low), number(high)).unwrap())
}

#[test]
fn numbers_have_the_marks_of_the_language() {
    for (text, english, indonesian) in [
        ("0", "0", "0"),
        ("999", "999", "999"),
        ("1234", "1,234", "1.234"),
        ("1234567.89", "1,234,567.89", "1.234.567,89"),
        ("-1000000", "−1,000,000", "−1.000.000"),
    ] {
        assert_eq!(Wording::new(&messages("en")).number(number(text)), english);
        assert_eq!(Wording::new(&messages("id")).number(number(text)), indonesian);
    }
}

#[test]
fn scale_words_where_they_lose_nothing() {
    let messages = messages("en");
    let wording = Wording::new(&messages);
    let shown = |low: &str, high: &str| wording.set(&range(low, high), &Shape::Number);
    assert_eq!(shown("3500000000", "3500000000"), "3.5 billion");
    assert_eq!(shown("1234567", "1234567"), "1,234,567");
    assert_eq!(shown("2312345678.9", "2554744525.5"), "2.312–2.555 billion");
    assert_eq!(shown("900000", "1200000"), "900,000–1.2 million");
    assert_eq!(shown("0.123456", "0.2"), "0.123–0.2");
    assert_eq!(shown("79228162514264337593543950335", "79228162514264337593543950335").len(), 38);
}

#[test]
fn every_shape_has_its_words() {
    let messages = messages("en");
    let wording = Wording::new(&messages);
    let unit = |code: &str, dimension: &str| {
        Shape::Unit(Unit { code: Arc::from(code), dimension: Arc::from(dimension), factor: Decimal::ONE, per: None })
    };
    for (low, high, shape, text) in [
        ("37", "38", Shape::Percent, "37–38%"),
        ("0.37", "0.38", Shape::Share, "37–38%"),
        ("2", "2", Shape::Points, "2 points"),
        ("3", "3", Shape::Ordinal, "no. 3"),
        ("2", "2", Shape::Multiple, "2 times"),
        ("1", "1", Shape::Duration(SpanUnit::Day), "1 day"),
        ("2", "3", Shape::Duration(SpanUnit::Day), "2–3 days"),
        ("14", "14", Shape::Duration(SpanUnit::Week), "2 weeks"),
        ("14700", "14800", Shape::Age, "40 years"),
        ("4", "4", Shape::Weekday, "Thursday"),
        ("1", "28", Shape::Part, "1–28"),
        ("2023", "2023", Shape::Part, "2023"),
        ("5", "5", unit("km", "length"), "5 km"),
        ("5", "5", unit("EUR", "money:EUR"), "€5"),
        ("738806", "738806", Shape::Date, "2023-10-13"),
        ("738520", "738886", Shape::Year, "2023"),
        ("738156", "738886", Shape::Year, "2022–2023"),
        ("738600", "738601", Shape::Year, "2023-03-21–2023-03-22"),
        ("738521", "738885", Shape::Date, "2023"),
        ("738806", "738807", Shape::Date, "2023-10-13–2023-10-14"),
    ] {
        assert_eq!(wording.set(&range(low, high), &shape), text);
    }
    let at_least = Interval::new(Bound::Closed(number("5")), Bound::Unbounded).unwrap();
    assert_eq!(wording.set(&ValueSet::from(at_least), &Shape::Percent), "at least 5%");
    assert_eq!(wording.set(&range("1", "2").union(&range("4", "4")), &Shape::Number), "1–2 or 4");
    assert_eq!(wording.set(&ValueSet::empty(), &Shape::Number), "nothing");
    assert_eq!(wording.set(&ValueSet::all(), &Shape::Number), "anything");
    assert_eq!(wording.set(&ValueSet::all(), &Shape::Date), "anything");
}

#[test]
fn both_languages_have_every_message_and_no_bad_one() {
    let (english, indonesian) = (source("en"), source("id"));
    let names = |source: &str| -> Vec<String> {
        let names = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        names.filter_map(|line| line.split_once(" =").map(|(name, _)| name.to_owned())).collect()
    };
    assert_eq!(crate::report::check_source(&english), Ok(()));
    assert_eq!(crate::report::check_source(&indonesian), Ok(()));
    let (mut first, mut second) = (names(&english), names(&indonesian));
    // English summaries stand in the checks.
    second.retain(|name| !name.starts_with("summary-"));
    first.sort();
    second.sort();
    assert_eq!(first, second);
}
