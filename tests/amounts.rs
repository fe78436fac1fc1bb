//! What is read in English sentences: every amount with its kind, value, unit and hedge, in the order of the text.

use addsup::source::from_text;
use addsup::{Checker, CheckerOptions, RuleData};

/// A sentence, and what must be read in it and nothing else: `text | kind | value | unit | hedge`, the last two where
/// there are any.
const READ: &[(&str, &[&str])] = &[
    // Signs in words.
    ("The night was minus 7 degrees Celsius.", &["minus 7 degrees Celsius | quantity | -7 | C"]),
    ("It is 20 degrees below zero up there.", &["20 degrees below zero | quantity | -20 | deg"]),
    ("The margin was negative 1.5 percent.", &["negative 1.5 percent | percent | -1.5 | %"]),
    ("What is 9 minus 2?", &["9 | number | 9", "2 | number | 2"]),
    // Ranges.
    ("Tickets go from $30 to $75.", &["$30 to $75 | range | 30..75 | USD"]),
    ("Their wages range from $200 to $4 million.", &["$200 to $4 million | range | 200..4000000 | USD"]),
    ("Quotes ranged from 98.6 to 98.5 all day.", &["98.6 to 98.5 | range | 98.6..98.5"]),
    ("Rents rose from $30 to $75.", &["$30 | money | 30 | USD", "$75 | money | 75 | USD"]),
    ("Rents rose by $5 to $75.", &["$5 | money | 5 | USD", "$75 | money | 75 | USD"]),
    ("Rates fell by 25 to 30 basis points.", &["25 to 30 basis points | range | 25..30 | bp"]),
    ("The bridge costs $10-15 million.", &["$10-15 million | range | 10000000..15000000 | USD"]),
    ("Bags cost $10-$20.", &["$10-$20 | range | 10..20 | USD"]),
    ("Paths of 3km-5km.", &["3km-5km | range | 3..5 | km"]),
    ("Take two or three, or 25 or 70.", &["two or three | range | 2..3", "25 | number | 25", "70 | number | 70"]),
    // Glued and spaced digits.
    ("A plot of 32m2 for 8.1bn pounds.", &["32m2 | quantity | 32 | m2", "8.1bn pounds | money | 8100000000 | GBP"]),
    ("The mast is 12.5m high.", &["12.5m | quantity | 12.5 | m"]),
    ("She won the 1500m in Oslo.", &["1500m | quantity | 1500 | m"]),
    ("The 2m out of work, and 1m long-term unemployed.", &["2m | number | 2000000", "1m | number | 1000000"]),
    ("Some 40 000 fled.", &["Some 40 000 | number | 40000 |  | about"]),
    ("They sell 5G phones.", &[]),
    (
        "A fund of $1.2t and one of $5mm.",
        &["$1.2t | money | 1200000000000 | USD", "one | number | 1", "$5mm | money | 5000000 | USD"],
    ),
    // Two units, one figure.
    (
        "He is 6ft 2in and weighs 12 stone 4 pounds.",
        &["6ft 2in | quantity | 74 | in", "12 stone 4 pounds | quantity | 172 | lb"],
    ),
    ("A 5-foot-11 goalkeeper.", &["5-foot-11 | quantity | 71 | in"]),
    ("It cost 20 dollars and 43 cents.", &["20 dollars and 43 cents | money | 20.43 | USD"]),
    // Parts and fractions.
    ("Rates rose half a percentage point.", &["half a percentage point | points | 0.5 | pp"]),
    ("A quarter-point cut came.", &["quarter-point | points | 0.25 | pp"]),
    ("He took forty-two and a third.", &["forty-two and a third | fraction | 42.333333333333"]),
    (
        "Two thirds of a million and a quarter million.",
        &["Two thirds of a million | fraction | 666666.666666666667", "a quarter million | number | 250000"],
    ),
    (
        "Three-quarters of them left, after three quarters of growth.",
        &["Three-quarters | fraction | 0.75", "three quarters | duration | P9M"],
    ),
    (
        "Sales rose by 1.5 times, or 10-to-15 percent.",
        &["1.5 times | multiple | 1.5", "10-to-15 percent | range | 10..15 | %"],
    ),
    ("A magnitude-6.1 quake in a 1-in-100-year storm.", &["magnitude-6.1 | quantity | 6.1 | richter"]),
    // A tie-break is no fraction.
    ("He lost it (8/6).", &[]),
    (
        "Between three million and five million, not two million and five hundred thousand.",
        &[
            "three million and five million | range | 3000000..5000000",
            "two million and five hundred thousand | number | 2500000",
        ],
    ),
    (
        "One hundred and two hundred, and two to three hundred more.",
        &["One hundred | number | 100", "two hundred | number | 200", "two to three hundred | range | 200..300"],
    ),
    // Ordinals.
    (
        "On its twenty-fifth try, the two hundred and third of all.",
        &["twenty-fifth | ordinal | 25", "two hundred and third | ordinal | 203"],
    ),
    ("She finished fourth.", &["fourth | ordinal | 4"]),
    // Hedges.
    (
        "A bid of more than 7.5 million crowns ($1.1 million).",
        &[
            "more than 7.5 million crowns | money | 7500000 | SEK | above",
            "$1.1 million | money | 1100000 | USD | above",
        ],
    ),
    ("A sub-7 nanometre chip.", &["sub-7 nanometre | quantity | 7 | nm | below"]),
    ("A field larger than 5 hectares.", &["larger than 5 hectares | quantity | 5 | ha | above"]),
    (
        "It was 5.2 percent, lower than 6.1 percent.",
        &["5.2 percent | percent | 5.2 | %", "6.1 percent | percent | 6.1 | %"],
    ),
];

#[test]
fn amounts_are_read_as_they_are_meant() {
    let options = CheckerOptions { language: Some("en".to_owned()), ..CheckerOptions::default() };
    let checker = Checker::new(RuleData::embedded().expect("the data can be read"), options).expect("it can be used");
    let mut complaints = Vec::new();
    for (text, expected) in READ {
        let document = from_text(String::new(), None, (*text).to_owned());
        let claims = checker.extract(&document).expect("the pack can be used").ledger.claims;
        let read: Vec<String> = claims
            .iter()
            .map(|claim| {
                let value = claim.value.as_ref().map_or(String::new(), ToString::to_string);
                let unit = claim.unit.as_ref().map_or(String::new(), ToString::to_string);
                let hedge = claim.hedge.map_or(String::new(), |hedge| hedge.to_string());
                let all = format!("{} | {} | {value} | {unit} | {hedge}", &text[claim.span.clone()], claim.kind);
                all.trim_end_matches([' ', '|']).to_owned()
            })
            .collect();
        if read != *expected {
            complaints.push(format!("{text}\n    read: {read:?}\n    meant: {expected:?}"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}
