//! What a claim says in a slot: which way it is read, and the values that leaves it.

use super::network::Measure;
use crate::extract::Claim;
use crate::relate::Slot;
use crate::relate::file::SlotKind;
use crate::value::{Decimal, Interval, Kind, Reading, Span, SpanUnit, Value, ValueSet, age_reading, exact_mul};

/// How a claim enters a slot. `plainly`: without hedges such as "up to", by which almost anything would fit.
pub(super) fn measure(claim: &Claim, slot: &Slot, unit: Option<Decimal>, plainly: bool) -> Measure {
    match (slot.kind, claim.kind) {
        _ if slot.exact && claim.hedge.is_none() => Measure::Exact,
        // Where there is no such hedge, it is the same variable.
        (SlotKind::Amount, _) if claim.plain.is_some() => Measure::Plain,
        (SlotKind::Level | SlotKind::Percent | SlotKind::Share, _) if plainly && claim.plain.is_some() => {
            Measure::Plain
        }
        (SlotKind::Times | SlotKind::Count, Kind::Number) if plainly && claim.plain.is_some() => Measure::Plain,
        (SlotKind::Level, Kind::Number) if claim.unit.is_none() && unit.is_some_and(|unit| unit != Decimal::ONE) => {
            unit.map_or(Measure::Law, Measure::Elided)
        }
        (SlotKind::Times, _) => Measure::Bare,
        (SlotKind::Written, _) => Measure::Written,
        (SlotKind::Nearest, _) => Measure::Nearest,
        (SlotKind::Years, Kind::Duration | Kind::Age) => Measure::Years,
        (SlotKind::Age, Kind::Number | Kind::Quantity | Kind::Duration) => Measure::Age,
        _ => Measure::Law,
    }
}

/// What is known of a slot by its kind.
pub(super) fn free_domain(kind: SlotKind) -> ValueSet {
    let closed =
        |low: Decimal, high: i32| Interval::closed(low, Decimal::from(high)).map_or_else(ValueSet::all, ValueSet::from);
    match kind {
        SlotKind::Sign => [Decimal::ZERO, Decimal::ONE]
            .into_iter()
            .fold(ValueSet::point(Decimal::NEGATIVE_ONE), |set, sign| set.union(&ValueSet::point(sign))),
        SlotKind::Weekday => closed(Decimal::ONE, 7),
        SlotKind::Month => closed(Decimal::ONE, 12),
        _ => ValueSet::all(),
    }
}

/// Years in a span of whole years, decades or centuries.
fn whole_years(span: &Span) -> Option<Decimal> {
    match span.unit {
        SpanUnit::Year => Some(span.count),
        SpanUnit::Decade => exact_mul(span.count, Decimal::TEN),
        SpanUnit::Century => exact_mul(span.count, Decimal::ONE_HUNDRED),
        _ => None,
    }
}

/// Reading of a claim as a law wants it, and the set that it is exactly as written.
pub(super) fn read(claim: &Claim, measure: Measure) -> (Reading, Option<ValueSet>) {
    match (measure, &claim.value) {
        (Measure::Nearest, _) => {
            let nearest = claim.law_reading().standard;
            (Reading::new(nearest.clone(), nearest.clone(), nearest), None)
        }
        (Measure::Bare, Some(Value::Span(span))) => (span.count_reading(claim.hedge), None),
        (Measure::Elided(unit), _) => (claim.reading.scaled(unit), None),
        (Measure::Written, _) if claim.hedge.is_none() => match written(claim) {
            Some(set) => (Reading::new(set.clone(), set.clone(), set), None),
            None => (claim.law_reading(), None),
        },
        (Measure::Bare, _) => (claim.reading.clone(), None),
        (Measure::Years, Some(Value::Span(span))) => match (whole_years(span), claim.hedge) {
            (Some(years), None) => (Reading::point(years), None),
            _ => {
                let year = ValueSet::point(YEAR_DAYS);
                (claim.reading.map(|days| days.div(&year)), None)
            }
        },
        (Measure::Age, Some(Value::Span(span))) => match whole_years(span) {
            Some(years) => (age_reading(years, claim.hedge), None),
            None => (claim.reading.clone(), None),
        },
        (Measure::Exact, _) => match written(claim) {
            Some(set) => (Reading::same(set.clone()), Some(set)),
            None => (claim.law_reading(), None),
        },
        (Measure::Age, Some(Value::Number(years))) => (age_reading(*years, claim.hedge), None),
        (Measure::Plain, _) => (claim.plain_reading(), written(claim)),
        _ => (claim.law_reading(), written(claim)),
    }
}

/// Mean length of a year, in days.
pub(super) const YEAR_DAYS: Decimal = Decimal::from_parts(3_652_425, 0, 0, false, 4);

/// The claim's own unit, in the base unit that laws use.
pub(super) fn factor(claim: &Claim) -> Option<Decimal> {
    match claim.kind {
        Kind::Date | Kind::Time | Kind::Datetime | Kind::Duration | Kind::Age => None,
        _ => claim.unit.as_ref().map(|unit| unit.factor),
    }
}

fn written(claim: &Claim) -> Option<ValueSet> {
    let set = match claim.value.as_ref()? {
        Value::Number(number) => ValueSet::point(*number),
        Value::Ratio { numerator, denominator } => ValueSet::point(*numerator).div(&ValueSet::point(*denominator)),
        Value::Numbers { first, last } => Interval::closed(*first, *last)?.into(),
        _ => return None,
    };
    Some(factor(claim).map_or_else(|| set.clone(), |factor| set.mul(&ValueSet::point(factor))))
}
