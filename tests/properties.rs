//! Properties of the whole pipeline: spans, bytes, determinism, and figures that survive printing and reading.

#[path = "common/cases.rs"]
mod cases;

use addsup::source::{Document, decode, from_text};
use addsup::value::{Kind, Value};
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use cases::cases;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use std::sync::LazyLock;

/// A document of plain text.
fn plain(text: &str) -> Document {
    from_text(String::new(), None, text.to_owned())
}

static CHECKERS: LazyLock<[(&str, Checker); 2]> = LazyLock::new(|| {
    ["en", "id"].map(|code| {
        let options = CheckerOptions { language: Some(code.to_owned()), ..CheckerOptions::default() };
        (code, Checker::new(RuleData::embedded().unwrap(), options).unwrap())
    })
});

fn check(code: &str, text: &str) -> Checked {
    let (_, checker) = CHECKERS.iter().find(|(known, _)| *known == code).unwrap();
    checker.check(&plain(text)).unwrap()
}

/// The one claim of a text, as kind and value.
fn only(code: &str, text: &str) -> Option<(Kind, String)> {
    let checked = check(code, text);
    match checked.ledger.claims.as_slice() {
        [claim] => Some((claim.kind, claim.value.as_ref().map(Value::to_string)?)),
        _ => None,
    }
}

/// Words and figures that make many forms and constructions start, in an order that no writer would choose.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("rose".to_owned()),
        Just("dari".to_owned()),
        Just("percent".to_owned()),
        Just("persen".to_owned()),
        Just("$".to_owned()),
        Just("Rp".to_owned()),
        Just("million".to_owned()),
        Just("juta".to_owned()),
        Just("Kamis".to_owned()),
        Just("Thursday".to_owned()),
        Just("Oktober".to_owned()),
        Just("year".to_owned()),
        Just("-".to_owned()),
        Just("…".to_owned()),
        Just("half a".to_owned()),
        Just("setengah".to_owned()),
        Just("99999999999999999999999999999999".to_owned()),
        "[0-9]{1,4}([.,:/-][0-9]{1,3}){0,3}",
        "\\PC{0,6}",
    ];
    (prop::collection::vec(scrap, 0..40), prop::bool::ANY)
        .prop_map(|(scraps, spaced)| scraps.join(if spaced { " " } else { "" }))
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn spans_are_text_and_ordered(text in scraps()) {
        for code in ["en", "id"] {
            let checked = check(code, &text);
            let document = plain(&text);
            let mut last = 0;
            for claim in &checked.ledger.claims {
                prop_assert!(document.text.get(claim.span.clone()).is_some_and(|span| !span.is_empty()));
                prop_assert!(claim.span.start >= last, "claims overlap");
                last = claim.span.end;
                prop_assert!(claim.reading.narrow.is_subset_of(&claim.reading.standard));
                prop_assert!(claim.reading.standard.is_subset_of(&claim.reading.wide));
                if let Some(subject) = &claim.context.subject {
                    prop_assert!(document.text.get(subject.span.clone()).is_some());
                }
            }
        }
    }

    #[test]
    fn any_bytes_are_text_or_named_as_none(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(text) = decode(bytes) {
            for code in ["en", "id"] {
                check(code, &text);
            }
        }
    }

    #[test]
    fn the_same_text_gives_the_same(text in scraps()) {
        for code in ["en", "id"] {
            prop_assert_eq!(check(code, &text), check(code, &text));
        }
    }

    #[test]
    fn whole_numbers_survive(number in 1_000u64..10_000_000_000_000) {
        let group = |sign: &str| {
            let digits = number.to_string();
            let mut out = String::new();
            for (index, digit) in digits.chars().enumerate() {
                if index > 0 && (digits.len() - index) % 3 == 0 {
                    out.push_str(sign);
                }
                out.push(digit);
            }
            out
        };
        let expected = Some((Kind::Number, number.to_string()));
        prop_assert_eq!(only("en", &format!("They counted {} birds.", group(","))), expected.clone());
        prop_assert_eq!(only("id", &format!("Mereka menghitung {} burung.", group("."))), expected);
    }

    #[test]
    fn decimals_survive(whole in 0u32..1000, decimals in 1u32..100) {
        let (en, id) = (format!("{whole}.{decimals:02}"), format!("{whole},{decimals:02}"));
        let expected = Some((Kind::Percent, en.trim_end_matches('0').to_owned()));
        prop_assert_eq!(only("en", &format!("Prices rose {en} percent.")), expected.clone());
        prop_assert_eq!(only("en", &format!("Prices rose {en}%.")), expected.clone());
        prop_assert_eq!(only("id", &format!("Harga naik {id} persen.")), expected.clone());
        prop_assert_eq!(only("id", &format!("Harga naik {id}%.")), expected);
    }

    #[test]
    fn number_words_survive(number in 2u64..1_000_000) {
        let expected = Some((Kind::Number, number.to_string()));
        prop_assert_eq!(only("en", &format!("They counted {} birds.", english(number))), expected.clone());
        prop_assert_eq!(only("id", &format!("Mereka menghitung {} burung.", indonesian(number))), expected);
    }

    #[test]
    fn dates_survive(days in 0i64..40_000) {
        let date = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::TimeDelta::days(days);
        let (day, month, year) = (date.day(), date.month0() as usize, date.year());
        let expected = Some((Kind::Date, date.to_string()));
        let (en, id) = (ENGLISH_MONTHS[month], INDONESIAN_MONTHS[month]);
        for text in [format!("It opened on {day} {en} {year}."), format!("It opened on {en} {day}, {year}.")] {
            prop_assert_eq!(only("en", &text), expected.clone(), "{}", text);
        }
        for text in [
            format!("Gedung itu dibuka pada {day} {id} {year}."),
            format!("Gedung itu dibuka pada {day:02}/{:02}/{year}.", month + 1),
        ] {
            prop_assert_eq!(only("id", &text), expected.clone(), "{}", text);
        }
    }
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const INDONESIAN_MONTHS: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

fn english(number: u64) -> String {
    const ONES: [&str; 20] = [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let join = |head: String, rest: u64, with: &str| {
        if rest == 0 { head } else { format!("{head}{with}{}", english(rest)) }
    };
    match number {
        0..20 => ONES[number as usize].to_owned(),
        20..100 => join(TENS[(number / 10) as usize].to_owned(), number % 10, "-"),
        100..1000 => join(format!("{} hundred", english(number / 100)), number % 100, " and "),
        _ => join(format!("{} thousand", english(number / 1000)), number % 1000, " "),
    }
}

fn indonesian(number: u64) -> String {
    const ONES: [&str; 12] =
        ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
    let join = |head: String, rest: u64| if rest == 0 { head } else { format!("{head} {}", indonesian(rest)) };
    let many = |count: u64, one: &str, word: &str| {
        if count == 1 { one.to_owned() } else { format!("{} {word}", indonesian(count)) }
    };
    match number {
        0..12 => ONES[number as usize].to_owned(),
        12..20 => format!("{} belas", ONES[(number - 10) as usize]),
        20..100 => join(format!("{} puluh", ONES[(number / 10) as usize]), number % 10),
        100..1000 => join(many(number / 100, "seratus", "ratus"), number % 100),
        _ => join(many(number / 1000, "seribu", "ribu"), number % 1000),
    }
}
