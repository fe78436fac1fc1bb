//! A checked article made by hand, so that reports are tested without the steps before them.

mod context;

pub use context::{context, definitions, messages};

use addsup::Checked;
use addsup::extract::{Claim, ClaimId, Context as ClaimContext, DateParts, Ledger, Modality, Subject};
use addsup::judge::{Finding, Implied, Item, Judgement, Repair, Severity, Stake, Standing, Task, Verdict};
use addsup::relate::{DatePart, Filler, Relation, RelationId, Tie};
use addsup::source::{Document, Role, from_text};
use addsup::value::{
    Decimal, Figure, Hedge, Interval, Kind, Nature, Period, Reading, Span, SpanUnit, Unit, Value, ValueSet, day_number,
};
use chrono::NaiveDate;
use std::sync::Arc;

pub const TEXT: &str = "Sales climb\n\nRevenue rose 18 percent to nearly $3.5 billion from $3.2 billion, \
said Ana “the\u{1b}[31m boss” Wéi on Thursday, 13 October 2023.\r\nThe firm, founded twenty years ago, has 1,234 people.\n";

fn claim(id: u32, kind: Kind, text: &str, value: Value, unit: Option<Unit>, reading: Reading) -> Claim {
    let start = TEXT.find(text).unwrap();
    Claim {
        id: ClaimId(id),
        kind,
        span: start..start + text.len(),
        value: Some(value),
        stretch: None,
        unit,
        hedge: None,
        reading,
        plain: None,
        context: ClaimContext::default(),
        date: None,
        role: Role::Body,
        block: 1,
        sentence: 1,
        clause: 1,
        quoted: false,
        via: vec![Arc::from("en/numerals")],
    }
}

fn unit(code: &str, dimension: &str) -> Unit {
    Unit { code: Arc::from(code), dimension: Arc::from(dimension), factor: Decimal::ONE, per: None }
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn range(low: &str, high: &str) -> ValueSet {
    ValueSet::from(Interval::closed(number(low), number(high)).unwrap())
}

fn slot(name: &str, claim: u32) -> (Arc<str>, Filler) {
    (Arc::from(name), Filler::Claims(vec![ClaimId(claim)]))
}

/// The article: one growth that does not add up, one weekday that is wrong, a founding year that is implied.
pub fn article() -> (Document, Checked) {
    let document = from_text("news.txt".to_owned(), Some("news.txt".to_owned()), TEXT.to_owned());
    let billions = |text: &str, hedge| {
        let figure = Figure { mantissa: number(text), magnitude: number("1000000000"), nature: Nature::Measure };
        (Value::Number(figure.value().unwrap()), figure.reading(hedge))
    };
    let percent = Figure { mantissa: number("18"), magnitude: Decimal::ONE, nature: Nature::Measure };
    let rate = unit("%", "share");
    let rate = claim(0, Kind::Percent, "18 percent", Value::Number(number("18")), Some(rate), percent.reading(None));
    let (value, reading) = billions("3.5", Some(Hedge::BelowNear));
    let mut last = claim(1, Kind::Money, "nearly $3.5 billion", value, Some(unit("USD", "money:USD")), reading);
    last.hedge = Some(Hedge::BelowNear);
    last.context = ClaimContext {
        subject: Some(Subject { span: 13..20, head: Arc::from("revenue"), modifiers: vec![] }),
        period: Period::year(2022),
        place: None,
        modality: Modality::Estimate,
        speaker: Some(Arc::from("Ana")),
        direction: Some(1),
        heads: None,
    };
    let (value, reading) = billions("3.2", None);
    let first = claim(2, Kind::Money, "$3.2 billion", value, Some(unit("USD", "money:USD")), reading);
    let day = Period::day(NaiveDate::from_ymd_opt(2023, 10, 13).unwrap()).unwrap();
    let mut date = claim(3, Kind::Date, "Thursday, 13 October 2023", Value::Period(day), None, day.reading());
    date.date = Some(DateParts { weekday: Some(4), day: Some(13), month: Some(10), year: Some(2023), relative: false });
    let twenty = Span { count: number("20"), unit: SpanUnit::Year };
    let span = claim(4, Kind::Duration, "twenty years", Value::Span(twenty), None, twenty.reading(None));
    let people = Figure { mantissa: number("1234"), magnitude: Decimal::ONE, nature: Nature::Count };
    let people_unit = Some(unit("people", "count"));
    let people =
        claim(5, Kind::Quantity, "1,234 people", Value::Number(number("1234")), people_unit, people.reading(None));
    let relations = vec![
        Relation {
            id: RelationId(0),
            name: Arc::from("change"),
            slots: vec![
                slot("initial", 2),
                slot("final", 1),
                slot("rate", 0),
                (Arc::from("direction"), Filler::Constant(Decimal::ONE)),
            ],
            tie: Tie::Construction,
            via: Arc::from("en/constructions/change-1"),
            guards: vec![],
        },
        Relation {
            id: RelationId(1),
            name: Arc::from("calendar"),
            slots: vec![slot("date", 3), (Arc::from("weekday"), Filler::Part(ClaimId(3), DatePart::Weekday))],
            tie: Tie::SameClause,
            via: Arc::from("date-parts"),
            guards: vec![],
        },
        Relation {
            id: RelationId(2),
            name: Arc::from("ago"),
            slots: vec![slot("length", 4), (Arc::from("reference"), Filler::Published)],
            tie: Tie::Construction,
            via: Arc::from("en/constructions/ago-1"),
            guards: vec![],
        },
    ];
    let repair = |claim: u32, slot: &str, needed: ValueSet| Repair {
        claim: ClaimId(claim),
        slot: Arc::from(slot),
        written: needed.clone(),
        needed,
        slip: None,
    };
    let findings = vec![
        Finding {
            rule: Arc::from("growth-percent"),
            severity: Severity::Error,
            law: (RelationId(0), 0),
            claims: vec![ClaimId(0), ClaimId(1), ClaimId(2)],
            relations: vec![RelationId(0)],
            workings: "$3.2 billion × (1 + 18 percent) → 3.776 billion ≠ nearly $3.5 billion".to_owned(),
            repairs: vec![
                repair(0, "rate", range("6.1538", "12.7")),
                repair(1, "final", range("3700000000", "3830512345.67")),
                repair(2, "initial", ValueSet::all()),
            ],
            fingerprint: "00f1".to_owned(),
        },
        Finding {
            rule: Arc::from("weekday-date"),
            severity: Severity::Warning,
            law: (RelationId(1), 0),
            claims: vec![ClaimId(3)],
            relations: vec![RelationId(1)],
            workings: String::new(),
            repairs: vec![repair(3, "weekday", ValueSet::point(number("5")))],
            fingerprint: "00f2".to_owned(),
        },
    ];
    let founded = day_number(NaiveDate::from_ymd_opt(2003, 1, 1).unwrap());
    let founded_end = day_number(NaiveDate::from_ymd_opt(2003, 12, 31).unwrap());
    let implied = vec![Implied {
        relation: RelationId(2),
        slot: Arc::from("event"),
        values: ValueSet::from(Interval::closed(founded, founded_end).unwrap()),
        written: ValueSet::from(Interval::closed(founded, founded_end).unwrap()),
        unit: None,
        period: None,
        from: vec![ClaimId(4)],
    }];
    let judgement = Judgement {
        verdicts: vec![Verdict::Contradicts, Verdict::Contradicts, Verdict::Unknown],
        standings: vec![
            Standing::Conflicts,
            Standing::Conflicts,
            Standing::Conflicts,
            Standing::Conflicts,
            Standing::Open,
            Standing::Agrees,
        ],
        findings,
        suppressed: vec![],
        implied,
        checklist: vec![Task { item: Item::Claim(ClaimId(4)), stake: Stake::Other }],
    };
    let ledger = Ledger {
        claims: vec![rate, last, first, date, span, people],
        published: NaiveDate::from_ymd_opt(2023, 10, 14),
        ..Ledger::default()
    };
    (document, Checked { language: Arc::from("en"), ledger, relations, judgement, ..Checked::default() })
}
