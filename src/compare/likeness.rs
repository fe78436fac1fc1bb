//! What two figures of two versions have in common: one meaning, one meaning in another unit, or the same numbers.

use super::side::Item;
use crate::extract::{Claim, Ledger};
use crate::relate::Currencies;
use crate::value::{
    Clock, Decimal, Hedge, Interval, Kind, Period, Reading, Span, Unit, Value, ValueSet, exact_mul, significant_digits,
};

/// How alike two figures are, the most alike last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The same number of something else: 12 kilograms and 12 litres, 5 euros and 5 dollars.
    OtherUnit,
    /// The same numbers are written, whatever they are taken for.
    Written,
    /// Rounded, converted, or a date that says less.
    Near,
    /// The same.
    Same,
}

/// What is needed to tell.
pub(super) struct Scales<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) currencies: &'a Currencies,
    /// The text of both, where they are in one language: there the same words mean the same.
    pub(super) words: Option<&'a str>,
}

impl Scales<'_> {
    /// How alike two items are; `None` for not at all.
    pub(super) fn compare(&self, a: &Item, b: &Item) -> Option<Likeness> {
        let written = |item: &Item| self.words.and_then(|text| text.get(item.span.clone()));
        if written(a).is_some_and(|words| written(b) == Some(words)) {
            return Some(Likeness::Same);
        }
        let claims = a.claim(self.ledger).zip(b.claim(self.ledger));
        let meant = claims.and_then(|(first, second)| self.claims((a, first), (b, second)));
        // Two days or times of day that differ are not one for the numbers in them: 16 March, 16 May.
        let other = |(first, second)| are_other_times((a, first), (b, second));
        if claims.is_some_and(other) {
            return None;
        }
        meant.or_else(|| (!a.numbers.is_empty() && same_numbers(&a.numbers, &b.numbers)).then_some(Likeness::Written))
    }

    fn claims(&self, (a, first): (&Item, &Claim), (b, second): (&Item, &Claim)) -> Option<Likeness> {
        match (&first.value, &second.value) {
            (Some(Value::Number(x)), Some(Value::Number(y))) => self.numbers((first, *x), (second, *y)),
            // Others were ruled out before.
            (Some(Value::Clock(_)), Some(Value::Clock(_))) => Some(Likeness::Same),
            (Some(Value::Span(x)), Some(Value::Span(y))) => spans((first, *x), (second, *y)),
            (Some(x), Some(y)) if x == y => Some(Likeness::Same),
            _ if first.date.is_some() && second.date.is_some() => dates((a, first), (b, second)),
            (Some(Value::Period(x)), Some(Value::Period(y))) => periods(*x, *y),
            (Some(Value::Numbers { .. }), Some(Value::Numbers { .. })) => {
                let alike = unit(first) == unit(second) || unit(first).is_none() || unit(second).is_none();
                (!alike && overlap(&first.law_reading(), &second.law_reading())).then_some(Likeness::Near)
            }
            (Some(Value::Span(_) | Value::SpanSum(_)), Some(Value::Span(_) | Value::SpanSum(_))) => {
                overlap(&first.reading, &second.reading).then_some(Likeness::Near)
            }
            _ if is_share(first.kind) && is_share(second.kind) => {
                overlap(&first.law_reading(), &second.law_reading()).then_some(Likeness::Near)
            }
            _ => None,
        }
    }

    fn numbers(&self, (a, x): (&Claim, Decimal), (b, y): (&Claim, Decimal)) -> Option<Likeness> {
        if let (Some(first), Some(second)) = (&a.unit, &b.unit)
            && first.code != second.code
        {
            let converted = if first.dimension == second.dimension {
                overlap(&a.law_reading(), &b.law_reading())
            } else {
                self.exchanged((a, x), (b, y)) || is_same_heat((a, &first.code), (b, &second.code))
            };
            // Degrees without a scale are of any.
            let heat = |unit: &Unit| unit.dimension.starts_with("temperature");
            let degrees = |unit: &Unit| &*unit.code == "deg";
            if x == y && (degrees(first) && heat(second) || heat(first) && degrees(second)) {
                return Some(Likeness::Same);
            }
            // "$5m" of an Australian source is "5 juta dolar Australia".
            let namesakes = || x == y && self.currencies.are_namesakes(&first.code, &second.code);
            if converted || namesakes() {
                return Some(Likeness::Near);
            }
            return (x == y).then_some(Likeness::OtherUnit);
        }
        if x == y {
            let percent = |kind| matches!(kind, Kind::Percent | Kind::Points);
            let mixed = percent(a.kind) && percent(b.kind) && a.kind != b.kind;
            return Some(if mixed { Likeness::OtherUnit } else { Likeness::Same });
        }
        // A fall that one version writes with a minus sign.
        let turned = |number: Decimal, claim: &Claim| {
            claim.context.direction == Some(-1)
                && !number.is_sign_negative()
                && exact_mul(x, y).is_some_and(|it| it < Decimal::ZERO)
        };
        if x.abs() == y.abs() && (turned(x, a) || turned(y, b)) {
            return Some(Likeness::Near);
        }
        let same_kind = a.kind == b.kind || unit(a) == unit(b);
        // Whoever translates may round, but cannot know more digits than the source gives.
        let rounded = significant_digits(x) > significant_digits(y) && rounds_to(x, b);
        if same_kind && rounded {
            return Some(Likeness::Near);
        }
        let shares = is_share(a.kind) && is_share(b.kind) && a.kind != b.kind;
        (shares && overlap(&a.law_reading(), &b.law_reading())).then_some(Likeness::Near)
    }

    /// Two amounts of two currencies at a rate between those that have been.
    fn exchanged(&self, (a, x): (&Claim, Decimal), (b, y): (&Claim, Decimal)) -> bool {
        let (Some(first), Some(second)) = (unit(a), unit(b)) else { return false };
        let Some((least, most)) = self.currencies.band(first, second) else { return false };
        let worth = Interval::closed(least, most).map(|band| Interval::point(x).mul(band));
        x != y && worth.is_some_and(|worth| worth.contains(y))
    }
}

fn unit(claim: &Claim) -> Option<&str> {
    claim.unit.as_ref().map(|unit| &*unit.code)
}

fn is_share(kind: Kind) -> bool {
    matches!(kind, Kind::Percent | Kind::Fraction | Kind::Multiple)
}

/// Is the number one that the figure may be a rounding of?
fn rounds_to(exact: Decimal, rough: &Claim) -> bool {
    match rough.hedge.filter(|hedge| hedge.is_one_sided()).and(rough.plain.as_ref()) {
        Some(plain) => plain.wide.contains(exact),
        None => rough.hedge.is_none_or(|hedge| !hedge.is_one_sided()) && rough.reading.standard.contains(exact),
    }
}

/// Do the readings have more in common than an end?
fn overlap(a: &Reading, b: &Reading) -> bool {
    let common = a.standard.intersect(&b.standard);
    let exact = a.standard.as_point().or(b.standard.as_point()).is_some();
    !a.standard.is_all() && !b.standard.is_all() && !common.is_empty() && (exact || common.as_point().is_none())
}

/// Are both days, or times of day, that are known to differ?
fn are_other_times((a, first): (&Item, &Claim), (b, second): (&Item, &Claim)) -> bool {
    let clock = |claim: &Claim| match claim.value {
        Some(Value::Clock(clock) | Value::Datetime { clock, .. }) => Some(clock),
        _ => None,
    };
    let clocks = clock(first).zip(clock(second));
    if clocks.is_some_and(|(x, y)| !same_clock(x, y, a.half_of_day && b.half_of_day)) {
        return true;
    }
    let month = |claim: &Claim| claim.date.and_then(|date| date.month);
    let same_period = || first.value.is_some() && first.value == second.value;
    month(first).zip(month(second)).is_some_and(|(a, b)| a != b) && !same_period()
}

/// Degrees Celsius and Fahrenheit.
fn is_same_heat((a, first): (&Claim, &str), (b, second): (&Claim, &str)) -> bool {
    let celsius = |claim: &Claim| {
        let (freezing, nine, five) = (Decimal::from(32), Decimal::from(9), Decimal::from(5));
        let scaled = claim.reading.standard.sub(&ValueSet::point(freezing)).mul(&ValueSet::point(five));
        scaled.div(&ValueSet::point(nine))
    };
    match (first, second) {
        ("C", "F") => !a.reading.standard.intersect(&celsius(b)).is_empty(),
        ("F", "C") => !b.reading.standard.intersect(&celsius(a)).is_empty(),
        _ => false,
    }
}

/// The same moment: where both name their zone, of the day of either; and where not both say which half of the day is
/// meant, of either half.
fn same_clock(a: Clock, b: Clock, halves_known: bool) -> bool {
    const DAY: i32 = 1440;
    let minutes = |clock: Clock| i32::from(clock.hour) * 60 + i32::from(clock.minute);
    let apart = match (a.offset_minutes, b.offset_minutes) {
        (Some(first), Some(second)) => minutes(a) - first - minutes(b) + second,
        _ => minutes(a) - minutes(b),
    };
    apart.rem_euclid(if halves_known { DAY } else { DAY / 2 }) == 0
}

fn spans((a, x): (&Claim, Span), (b, y): (&Claim, Span)) -> Option<Likeness> {
    if x.unit == y.unit {
        let rounded = |exact: Decimal, rough: &Claim, span: Span| {
            rough.hedge.is_some() && span.count_reading(rough.hedge).standard.contains(exact)
        };
        let near = significant_digits(x.count) > significant_digits(y.count) && rounded(x.count, b, y);
        return if x.count == y.count { Some(Likeness::Same) } else { near.then_some(Likeness::Near) };
    }
    overlap(&a.reading, &b.reading).then_some(Likeness::Near)
}

/// Whoever translates may say less of a date, but cannot know more than the source says.
fn periods(source: Period, target: Period) -> Option<Likeness> {
    match source == target {
        true => Some(Likeness::Same),
        false => (target.contains(source.first()) && target.contains(source.last())).then_some(Likeness::Near),
    }
}

/// Dates by their parts as written: the year that was worked out from the publication date is none.
fn dates((a, first): (&Item, &Claim), (b, second): (&Item, &Claim)) -> Option<Likeness> {
    let (Some(x), Some(y)) = (first.date, second.date) else { return None };
    let year = |item: &Item, year: Option<i32>| year.filter(|year| item.numbers.contains(&Decimal::from(*year)));
    let parts = [
        (x.day.map(i32::from), y.day.map(i32::from)),
        (x.month.map(i32::from), y.month.map(i32::from)),
        (year(a, x.year), year(b, y.year)),
        (x.weekday.map(i32::from), y.weekday.map(i32::from)),
    ];
    let known = || match (&first.value, &second.value) {
        (Some(Value::Period(x)), Some(Value::Period(y))) => periods(*x, *y),
        _ => None,
    };
    if parts.iter().any(|(x, y)| x.zip(*y).is_some_and(|(x, y)| x != y)) {
        return known().filter(|likeness| *likeness == Likeness::Same);
    }
    let shared = parts.iter().filter(|(x, y)| x.is_some() && y.is_some()).count();
    let only = parts.iter().filter(|(x, y)| x.is_some() != y.is_some()).count();
    match (shared, only) {
        // Centuries and decades, whose parts no calendar has, and what is only counted from today: "two days ago".
        (0, 0) => {
            let alike = same_numbers(&a.numbers, &b.numbers) && first.via == second.via;
            known().or(alike.then_some(Likeness::Near))
        }
        (0, _) => known(),
        (_, 0) => Some(Likeness::Same),
        _ => Some(Likeness::Near),
    }
}

/// Are the same numbers written, in whatever order?
pub(super) fn same_numbers(a: &[Decimal], b: &[Decimal]) -> bool {
    let sorted = |numbers: &[Decimal]| {
        let mut numbers = numbers.to_vec();
        numbers.sort_unstable();
        numbers
    };
    a.len() == b.len() && sorted(a) == sorted(b)
}

/// Which way a hedge points: −1 down, 1 up, 0 around; `None` for none.
pub(super) fn direction(hedge: Option<Hedge>) -> Option<i8> {
    match hedge? {
        Hedge::BelowNear | Hedge::Below | Hedge::AtMost | Hedge::UpTo => Some(-1),
        Hedge::AboveNear | Hedge::Above | Hedge::AtLeast => Some(1),
        Hedge::About | Hedge::PlusMinus => Some(0),
        Hedge::Exact => None,
    }
}
