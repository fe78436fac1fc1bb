//! What must not change a verdict: the order of paragraphs that have nothing to do with each other, and how numbers are
//! written where the option says how.

#[path = "common/cases.rs"]
mod cases;

use addsup::judge::{JudgeOptions, Severity, Standing};
use addsup::language::NumberStyle;
use addsup::source::from_text;
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use cases::cases;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const COMMAS: NumberStyle = NumberStyle { decimal: ',', group: '.' };
const POINTS: NumberStyle = NumberStyle { decimal: '.', group: ',' };

/// Checkers of English and Indonesian: as the language does, with points before decimals, and with commas.
static CHECKERS: LazyLock<[[Checker; 3]; 2]> = LazyLock::new(|| {
    ["en", "id"].map(|code| {
        [None, Some(POINTS), Some(COMMAS)].map(|number_style| {
            let options = CheckerOptions {
                language: Some(code.to_owned()),
                published: NaiveDate::from_ymd_opt(2023, 10, 13),
                number_style,
                judge: JudgeOptions { drafts: true, ..JudgeOptions::default() },
                ..CheckerOptions::default()
            };
            Checker::new(RuleData::embedded().unwrap(), options).unwrap()
        })
    })
});

fn check(checker: &Checker, text: &str) -> Checked {
    checker.check(&from_text(String::new(), None, text.to_owned())).unwrap()
}

/// What is said of each claim and of each finding, without regard to where they stand.
type Said = (BTreeSet<(String, String, &'static str)>, BTreeSet<(String, Severity, Vec<String>)>);

fn said(checked: &Checked, text: &str) -> Said {
    let words = |id| text[checked.ledger.get(id).span.clone()].to_owned();
    let standing = |standing: &Standing| match standing {
        Standing::Agrees => "agrees",
        Standing::Conflicts => "conflicts",
        Standing::Open => "open",
    };
    let claims = checked.ledger.claims.iter().zip(&checked.judgement.standings);
    let claims = claims.map(|(claim, stands)| (words(claim.id), format!("{:?}", claim.reading), standing(stands)));
    let findings = checked.judgement.findings.iter().map(|finding| {
        (finding.rule.to_string(), finding.severity, finding.claims.iter().map(|id| words(*id)).collect())
    });
    (claims.collect(), findings.collect())
}

/// Paragraphs of different matters, some right and some wrong, behind a headline and a lead of yet another.
const ENGLISH: [&str; 9] = [
    "The brewery sold 48,200 barrels of stout in 2021, 12 percent more than the 36,100 barrels of 2020.",
    "Of the 640 pupils at the school, 272, or 42.5 percent, walk to class.",
    "The bridge, opened in 1987, was closed for repairs 26 years later, in 2013, engineers said.",
    "The verdict on the smugglers came on Monday, 17 March 2019.",
    "A jury of 12 people, seven women and five men, sat for three weeks.",
    "Rainfall in the valley doubled to 93 mm from 31 mm.",
    "Anders Holm, born on 4 May 1950, was 73 when he retired from the observatory on 2 June 2023.",
    "Tickets for the ferry went up 20 percent to 60 crowns from 50 crowns.",
    "A litre of lamp oil costs $2.40, so that 30 litres cost $72.",
];

const INDONESIAN: [&str; 8] = [
    "Pabrik itu menjual 48.200 karung semen pada 2021, naik 12 persen dari 36.100 karung pada 2020.",
    "Dari 640 murid sekolah itu, 272 murid atau 42,5 persen berjalan kaki.",
    "Jembatan yang dibuka pada 1987 itu ditutup 26 tahun kemudian, pada 2013.",
    "Sidang digelar pada Minggu, 17 Maret 2019.",
    "Curah hujan mencapai 93 mm, dua kali lipat dari 31 mm.",
    "Kebun itu memiliki 1.200 pohon, terdiri dari 700 pohon apel dan 500 pohon pir.",
    "Wayan Sudira, lahir 4 Mei 1950, berusia 73 tahun ketika pensiun pada 2 Juni 2023.",
    "Jumlah kapal turun dari 5.200 kapal menjadi 4.160 kapal, atau turun 20 persen.",
];

fn article(language: usize, order: &[usize]) -> String {
    let (head, paragraphs) = match language {
        0 => ("Choir returns to the chapel\n\nThe choir sang again after the flood.", &ENGLISH[..]),
        _ => ("Paduan suara kembali\n\nPaduan suara itu bernyanyi lagi setelah banjir.", &INDONESIAN[..]),
    };
    let mut text = head.to_owned();
    for index in order {
        text.push_str("\n\n");
        text.push_str(paragraphs[*index]);
    }
    text
}

/// The signs of numbers exchanged: what stands between two digits.
fn turned(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let turn = |(at, sign): (usize, &char)| match sign {
        '.' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => ',',
        ',' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => '.',
        other => *other,
    };
    signs.iter().enumerate().map(turn).collect()
}

fn number(of: u64, decimals: u32) -> String {
    let (whole, rest) = (of / 10u64.pow(decimals), of % 10u64.pow(decimals));
    let digits = whole.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if decimals > 0 { format!("{out}.{rest:0width$}", width = decimals as usize) } else { out }
}

/// Rises, shares and sums of any figures, right about as often as wrong, in English with points before decimals.
fn sentences() -> impl Strategy<Value = [String; 2]> {
    // Below a thousand million: four groups with points between them are an address of the internet in English.
    (1_000u64..3_000_000, 0..3u32, 0..3u32, 1..900u64, 0..3u64, 0..3u8).prop_map(
        |(base, decimals, finer, tenths, slip, kind)| {
            let rate = number(tenths, 1);
            let now = base + base * tenths / 1000 + slip * base / 10;
            let (base, part) = (base * 10u64.pow(finer), base * 10u64.pow(finer) * (tenths + slip * 30) / 1000);
            let (before, after) = (number(base, decimals + finer), number(now, decimals));
            match kind {
                0 => [
                    format!("Sales rose {rate} percent to ${after} million from ${before} million."),
                    format!("Penjualan naik {rate} persen menjadi Rp{after} miliar dari Rp{before} miliar."),
                ],
                1 => [
                    format!("Of {} voters {}, or {rate} percent, came.", number(base, 0), number(part, 0)),
                    format!("Dari {} pemilih, {} orang atau {rate} persen datang.", number(base, 0), number(part, 0)),
                ],
                _ => {
                    let sum = number(base + part + slip, 0);
                    let (base, part) = (number(base, 0), number(part, 0));
                    [
                        format!("In all {sum} people came, {base} women and {part} men."),
                        format!("Sebanyak {sum} orang datang, yaitu {base} perempuan dan {part} laki-laki."),
                    ]
                }
            }
        },
    )
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_order_of_unrelated_paragraphs_changes_nothing(
        english in Just((0..ENGLISH.len()).collect::<Vec<_>>()).prop_shuffle(),
        indonesian in Just((0..INDONESIAN.len()).collect::<Vec<_>>()).prop_shuffle(),
        left_out in 0..5usize,
    ) {
        for (language, mut order) in [english, indonesian].into_iter().enumerate() {
            order.truncate(order.len() - left_out);
            let shuffled = article(language, &order);
            order.sort_unstable();
            let sorted = article(language, &order);
            let checker = &CHECKERS[language][0];
            prop_assert_eq!(said(&check(checker, &shuffled), &shuffled), said(&check(checker, &sorted), &sorted));
        }
    }

    #[test]
    fn number_style_changes_no_verdict(sentences in sentences()) {
        for (language, text) in sentences.into_iter().enumerate() {
            let turned = turned(&text);
            prop_assert_ne!(&turned, &text);
            let (points, commas) = (check(&CHECKERS[language][1], &text), check(&CHECKERS[language][2], &turned));
            prop_assert!(!points.ledger.claims.is_empty());
            prop_assert_eq!(&points.judgement.verdicts, &commas.judgement.verdicts);
            let (points, commas) = (said(&points, &text), said(&commas, &text));
            prop_assert_eq!(points, commas, "{} and {}", text, turned);
        }
    }
}

/// The texts hold slips, and more that is right.
#[test]
fn some_paragraphs_are_wrong_and_most_are_right() {
    for (language, count) in [ENGLISH.len(), INDONESIAN.len()].into_iter().enumerate() {
        let alone = |index: usize| check(&CHECKERS[language][0], &article(language, &[index]));
        let wrong = (0..count).filter(|index| !alone(*index).judgement.findings.is_empty()).count();
        assert!((2..=count / 2).contains(&wrong), "{wrong} of {count}");
        let agrees = |index: &usize| alone(*index).judgement.standings.contains(&Standing::Agrees);
        assert!((0..count).filter(agrees).count() >= 2);
    }
}
