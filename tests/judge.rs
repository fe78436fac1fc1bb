//! Properties of judging: what could all be true is never called wrong, and what is called wrong cannot all be true.

#[path = "common/cases.rs"]
mod cases;

use addsup::RuleData;
use addsup::extract::{Claim, ClaimId, Context, DateParts, Ledger};
use addsup::judge::{Check, Finding, JudgeOptions, Judgement, Severity, judge};
use addsup::relate::{DatePart, Definitions, Filler, Relation, RelationId, Tie};
use addsup::source::Role;
use addsup::value::{
    Decimal, Figure, Hedge, Kind, Nature, Period, Reading, Span, SpanUnit, Unit, Value, age_reading, fraction_reading,
};
use cases::cases;
use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use std::sync::LazyLock;

static RULES: LazyLock<(Definitions, Vec<Check>)> = LazyLock::new(|| {
    let data = RuleData::embedded().unwrap();
    let definitions = Definitions::new(&data.relations).unwrap();
    let checks = Check::all(&data.checks, &definitions).unwrap();
    (definitions, checks)
});

/// A ledger and relations under construction. Figures keep what they truly are beside what is written.
#[derive(Clone, Debug, Default)]
struct Article {
    ledger: Ledger,
    relations: Vec<Relation>,
    truth: Vec<i64>,
}

const HEDGES: [Hedge; 6] =
    [Hedge::About, Hedge::BelowNear, Hedge::AboveNear, Hedge::Above, Hedge::AtLeast, Hedge::AtMost];

impl Article {
    fn push(&mut self, kind: Kind, value: Option<Value>, reading: Reading, truth: i64) -> ClaimId {
        let id = ClaimId(u32::try_from(self.ledger.claims.len()).unwrap());
        self.ledger.claims.push(Claim {
            id,
            kind,
            span: 0..0,
            value,
            stretch: None,
            unit: None,
            hedge: None,
            reading,
            context: Context::default(),
            date: None,
            role: Role::Body,
            block: 0,
            sentence: 0,
            clause: 0,
            quoted: false,
            plain: None,
            via: Vec::new(),
        });
        self.truth.push(truth);
        id
    }

    /// A figure as a writer may round it: to `places` zeros, cut off or to nearest, perhaps hedged.
    fn rounded(&mut self, truth: i64, places: u32, cut: bool, hedge: Option<Hedge>) -> ClaimId {
        let place = 10i64.pow(places % 4);
        let written = if cut { truth / place * place } else { (truth + place / 2) / place * place };
        let figure = |number: i64| Figure { mantissa: number.into(), magnitude: 1.into(), nature: Nature::Measure };
        let truly = Decimal::from(truth);
        let (number, reading) = [(written, hedge), (written, None), (truth, None)]
            .into_iter()
            .map(|(number, hedge)| (number, figure(number).reading(hedge)))
            .find(|(_, reading)| reading.wide.contains(truly))
            .expect("a figure may be what it says");
        self.push(Kind::Number, Some(Value::Number(number.into())), reading, truth)
    }

    fn percent(&mut self, tenths: i64) -> ClaimId {
        let mantissa = Decimal::new(tenths, 1);
        let figure = Figure { mantissa, magnitude: 1.into(), nature: Nature::Measure };
        let id = self.push(Kind::Percent, Some(Value::Number(mantissa)), figure.reading(None), tenths);
        let unit = Unit { code: "%".into(), dimension: "share".into(), factor: Decimal::new(1, 2), per: None };
        self.ledger.claims[id.0 as usize].unit = Some(unit);
        id
    }

    fn date(&mut self, period: Period) -> ClaimId {
        self.push(Kind::Date, Some(Value::Period(period)), period.reading(), 0)
    }

    fn relate(&mut self, name: &str, tie: Tie, slots: Vec<(&str, Filler)>) {
        let id = RelationId(u32::try_from(self.relations.len()).unwrap());
        let slots = slots.into_iter().map(|(slot, filler)| (slot.into(), filler)).collect();
        self.relations.push(Relation { id, name: name.into(), slots, tie, via: "test".into(), guards: Vec::new() });
    }

    fn judge(&self) -> Judgement {
        let options = JudgeOptions::default();
        judge("", &self.ledger, &self.relations, &RULES.0, &RULES.1, &options)
    }
}

fn one(id: ClaimId) -> Filler {
    Filler::Claims(vec![id])
}

/// How one true fact is written down.
#[derive(Clone, Copy, Debug)]
struct Step {
    law: u8,
    first: usize,
    second: usize,
    number: i64,
    places: u32,
    cut: bool,
    hedge: Option<usize>,
    tie: u8,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (
        0..8u8,
        any::<usize>(),
        any::<usize>(),
        1..5000i64,
        0..4u32,
        any::<bool>(),
        proptest::option::of(0..HEDGES.len()),
        0..3u8,
    );
    let step = step.prop_map(|(law, first, second, number, places, cut, hedge, tie)| Step {
        law,
        first,
        second,
        number,
        places,
        cut,
        hedge,
        tie,
    });
    proptest::collection::vec(step, 1..24)
}

/// An article in which everything is true, however it is rounded. `tied` false: relations tie anything to anything.
fn article(steps: &[Step], honest: bool) -> Article {
    let mut article = Article::default();
    article.ledger.published = NaiveDate::from_ymd_opt(2023, 10, 13);
    for step in steps {
        let hedge = step.hedge.map(|index| HEDGES[index]);
        let tie = [Tie::Construction, Tie::Anaphor, Tie::SameSentence][usize::from(step.tie)];
        let numbers: Vec<usize> =
            (0..article.truth.len()).filter(|i| (1..1_000_000_000).contains(&article.truth[*i])).collect();
        // A figure of the article so far, or a new one.
        let known = |index: usize| numbers.get(index % (numbers.len() + 1)).copied();
        let figure = |article: &mut Article, index: usize| match known(index) {
            Some(known) if article.ledger.claims[known].kind == Kind::Number => ClaimId(u32::try_from(known).unwrap()),
            _ => article.rounded(step.number * 10, step.places, step.cut, hedge),
        };
        let (a, b) = (figure(&mut article, step.first), figure(&mut article, step.second));
        let (x, y) = (article.truth[a.0 as usize], article.truth[b.0 as usize]);
        let lie = if honest { 0 } else { step.number % 97 };
        match step.law {
            0 => {
                let total = article.rounded(x + y + lie, step.places, step.cut, hedge);
                article.relate("sum", tie, vec![("total", one(total)), ("parts", Filler::Claims(vec![a, b]))]);
            }
            1 => {
                let last = article.rounded(x + step.number + lie, step.places, step.cut, hedge);
                let difference = article.rounded(step.number, 0, false, None);
                let slots = vec![
                    ("initial", one(a)),
                    ("final", one(last)),
                    ("difference", one(difference)),
                    ("direction", Filler::Constant(1.into())),
                ];
                article.relate("change", tie, slots);
            }
            2 => {
                // The new level is made so that the percentage is exact: x · (1 + t/1000).
                let tenths = step.number % 900;
                let base = article.rounded(x * 1000, 3 + step.places, step.cut, hedge);
                let last = article.rounded(x * (1000 + tenths + lie), step.places, step.cut, hedge);
                let rate = article.percent(tenths);
                let mut slots = vec![("initial", one(base)), ("final", one(last)), ("rate", one(rate))];
                if tenths > 0 && step.cut {
                    slots.push(("direction", Filler::Constant(1.into())));
                }
                article.relate("change", tie, slots);
            }
            3 => {
                let again = article.rounded(x + lie, step.places, step.cut, hedge);
                article.relate("restatement", tie, vec![("first", one(a)), ("second", one(again))]);
            }
            4 => {
                let headline = article.rounded(x + lie, step.places, step.cut, hedge);
                let slots = vec![("figure", one(headline)), ("bodies", Filler::Claims(vec![b, a]))];
                article.relate("headline", tie, slots);
            }
            5 => {
                let tenths = step.number % 1001;
                let whole = article.rounded(x * 1000, step.places, step.cut, hedge);
                let part = article.rounded(x * tenths + lie, step.places, step.cut, hedge);
                let share = article.percent(tenths);
                article.relate("share", tie, vec![("part", one(part)), ("whole", one(whole)), ("share", one(share))]);
            }
            6 => {
                let start =
                    NaiveDate::from_num_days_from_ce_opt(700_000 + i32::try_from(step.number * 7).unwrap()).unwrap();
                let end = start + chrono::Days::new(step.number.unsigned_abs());
                let period = |date: NaiveDate, coarse: bool| {
                    if coarse { Period::year(date.year()).unwrap() } else { Period::day(date).unwrap() }
                };
                let (first, last) = (article.date(period(start, step.cut)), article.date(period(end, step.places > 1)));
                let span = Span { count: (step.number + lie).into(), unit: SpanUnit::Day };
                let length = article.push(Kind::Duration, Some(Value::Span(span)), span.reading(None), 0);
                let slots = vec![("start", one(first)), ("end", one(last)), ("length", one(length))];
                article.relate("span", tie, slots);
            }
            _ => {
                let published = article.ledger.published.unwrap();
                let birth = published - chrono::Days::new(step.number.unsigned_abs() * 7);
                let years = published.years_since(birth).unwrap_or_default();
                let years = Decimal::from(i64::from(years) + lie);
                let born = article.date(Period::day(birth).unwrap());
                let value = Some(Value::Span(Span::years(years)));
                let age = article.push(Kind::Age, value, age_reading(years, None), 0);
                let slots = vec![("birth", one(born)), ("age", one(age)), ("reference", Filler::Published)];
                article.relate("age", tie, slots);
                let weekday = Some(u8::try_from(birth.weekday().number_from_monday()).unwrap());
                let parts = DateParts { weekday, ..DateParts::default() };
                article.ledger.claims[born.0 as usize].date = Some(parts);
                let slots = vec![("date", one(born)), ("weekday", Filler::Part(born, DatePart::Weekday))];
                article.relate("calendar", tie, slots);
            }
        }
    }
    article
}

/// Without the relations of some indices.
fn without(article: &Article, dropped: &[RelationId]) -> Article {
    let mut out = article.clone();
    out.relations.retain(|relation| !dropped.contains(&relation.id));
    for (index, relation) in out.relations.iter_mut().enumerate() {
        relation.id = RelationId(u32::try_from(index).unwrap());
    }
    out
}

fn only(article: &Article, kept: &[RelationId]) -> Article {
    let dropped: Vec<RelationId> =
        article.relations.iter().map(|relation| relation.id).filter(|id| !kept.contains(id)).collect();
    without(article, &dropped)
}

/// The wildest fillers: any claim, part or constant in any slot of any relation.
fn wild() -> impl Strategy<Value = Article> {
    let claim = (0..9u8, any::<i64>(), 0..29u32, any::<u32>(), proptest::option::of(0..HEDGES.len()));
    let filler = (0..6u8, proptest::collection::vec(0..20u32, 0..7), any::<i64>());
    let relation = (any::<prop::sample::Index>(), proptest::collection::vec(proptest::option::of(filler), 6), 0..6u8);
    (proptest::collection::vec(claim, 0..16), proptest::collection::vec(relation, 0..24)).prop_map(
        |(claims, relations)| {
            let mut article = Article::default();
            for (kind, number, scale, days, hedge) in claims {
                let mantissa = Decimal::new(number, scale);
                let hedge = hedge.map(|index| HEDGES[index]);
                let day = NaiveDate::from_num_days_from_ce_opt(i32::try_from(days % 3_000_000).unwrap()).unwrap();
                let figure = |magnitude: i64, nature| Figure { mantissa, magnitude: magnitude.into(), nature };
                let span = Span { count: mantissa, unit: SpanUnit::Year };
                let (kind, value, reading) = match kind {
                    0 => (Kind::Number, Value::Number(mantissa), figure(1, Nature::Count).reading(hedge)),
                    1 => (Kind::Money, Value::Number(mantissa), figure(i64::MAX, Nature::Measure).reading(hedge)),
                    2 => (Kind::Percent, Value::Number(mantissa), figure(1, Nature::Measure).reading(hedge)),
                    3 => (Kind::Date, Value::Period(Period::day(day).unwrap()), Period::day(day).unwrap().reading()),
                    4 => (Kind::Duration, Value::Span(span), span.reading(hedge)),
                    5 => (Kind::Age, Value::Span(span), age_reading(mantissa, hedge)),
                    6 => (Kind::Ordinal, Value::Number(mantissa), figure(1, Nature::Exact).reading(hedge)),
                    7 => (Kind::Date, Value::Period(Period::day(day).unwrap()), Reading::any()),
                    _ => {
                        let (numerator, denominator) = (mantissa, Decimal::from(days));
                        let value = Value::Ratio { numerator, denominator };
                        (Kind::Fraction, value, fraction_reading(numerator, denominator, hedge))
                    }
                };
                let id = article.push(kind, Some(value), reading, 0);
                let [a, b, c, _] = days.to_le_bytes();
                let parts = DateParts {
                    weekday: Some(a),
                    day: Some(b),
                    month: Some(c),
                    year: i32::try_from(number).ok(),
                    relative: false,
                };
                article.ledger.claims[id.0 as usize].date = Some(parts);
            }
            article.ledger.published = NaiveDate::from_ymd_opt(2023, 10, 13);
            let definitions: Vec<_> = RULES.0.iter().collect();
            for (definition, fillers, tie) in relations {
                let definition = definition.get(&definitions);
                let slots = definition.slots.iter().zip(fillers).filter_map(|(slot, filler)| {
                    let (kind, ids, number) = filler?;
                    let first = ClaimId(ids.first().copied().unwrap_or(99));
                    let filler = match kind {
                        0 => Filler::Part(
                            first,
                            [DatePart::Weekday, DatePart::Day, DatePart::Month, DatePart::Year][ids.len() % 4],
                        ),
                        1 => Filler::Constant(number.into()),
                        2 => Filler::Published,
                        _ => Filler::Claims(ids.into_iter().map(ClaimId).collect()),
                    };
                    Some((&*slot.name, filler))
                });
                let tie =
                    [Tie::Far, Tie::Neighbour, Tie::SameSentence, Tie::SameClause, Tie::Anaphor, Tie::Construction]
                        [usize::from(tie)];
                article.relate(&definition.name, tie, slots.collect());
            }
            article
        },
    )
}

proptest! {
    #![proptest_config(cases(400))]

    /// Figures that are true, however rounded and hedged, are never an error.
    #[test]
    fn truth_is_never_an_error(steps in steps()) {
        let article = article(&steps, true);
        let judgement = article.judge();
        let is_error = |finding: &&Finding| finding.severity == Severity::Error;
        let errors: Vec<_> = judgement.findings.iter().filter(is_error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}\n{article:?}");
    }

    /// A finding is minimal: its relations alone give it, and any fewer of them do not, read as generously.
    #[test]
    fn findings_are_minimal(steps in steps()) {
        let article = article(&steps, false);
        for finding in article.judge().findings.iter().filter(|finding| finding.severity == Severity::Error) {
            let alone = only(&article, &finding.relations);
            let again = alone.judge().findings;
            prop_assert_eq!(again.len(), 1);
            prop_assert_eq!(&again[0].claims, &finding.claims);
            for relation in &alone.relations {
                let fewer = without(&alone, &[relation.id]);
                let findings = fewer.judge().findings;
                prop_assert!(findings.iter().all(|finding| finding.severity < Severity::Error), "{findings:?}");
            }
        }
    }

    /// What a figure would have to be is not what it is.
    #[test]
    fn repairs_change_something(steps in steps()) {
        let article = article(&steps, false);
        for finding in article.judge().findings.iter().filter(|finding| finding.severity == Severity::Error) {
            for repair in finding.repairs.iter().filter(|repair| !["weekday", "day"].contains(&&*repair.slot)) {
                let claim = article.ledger.get(repair.claim);
                prop_assert!(repair.needed.intersect(&claim.reading.wide).is_empty(), "{finding:?}");
            }
        }
    }

    /// Any relations between any claims: no panic, one answer, one verdict and standing each.
    #[test]
    fn nothing_panics(article in wild()) {
        let judgement = article.judge();
        prop_assert_eq!(&judgement, &article.judge());
        prop_assert_eq!(judgement.verdicts.len(), article.relations.len());
        prop_assert_eq!(judgement.standings.len(), article.ledger.claims.len());
    }
}

#[test]
fn a_crowd_of_relations_is_judged_in_bounded_time() {
    let mut article = Article::default();
    let ids: Vec<ClaimId> = (0..400).map(|index| article.rounded(1000 + index, 0, false, None)).collect();
    for pair in ids.windows(3) {
        article.relate(
            "sum",
            Tie::Construction,
            vec![("total", one(pair[2])), ("parts", Filler::Claims(pair[..2].to_vec()))],
        );
        article.relate("restatement", Tie::Neighbour, vec![("first", one(pair[0])), ("second", one(pair[1]))]);
    }
    let start = std::time::Instant::now();
    assert!(!article.judge().findings.is_empty());
    assert!(start.elapsed() < std::time::Duration::from_secs(5));
}
