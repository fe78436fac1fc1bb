//! Dates and lengths of time.

use super::{one, relation};
use crate::extract::{Claim, Ledger};
use crate::relate::relation::{DatePart, Filler, Relation, Tie};
use crate::source::Role;
use crate::value::{Grain, Kind, SpanUnit, Value};

/// A trip or meeting that days are counted of lasts at most so many.
const LONGEST_STAY: u32 = 14;

/// The parts of one date must fit each other.
pub(super) fn calendar(ledger: &Ledger, relations: &mut Vec<Relation>) {
    for claim in &ledger.claims {
        let Some(parts) = claim.date else { continue };
        let (Some(_), Some(_)) = (parts.day, parts.month) else {
            continue;
        };
        let part = |part| Filler::Part(claim.id, part);
        let mut slots = vec![("day", part(DatePart::Day)), ("month", part(DatePart::Month))];
        if parts.year.is_some() {
            slots.push(("year", part(DatePart::Year)));
        }
        if parts.weekday.is_some() && claim.value.is_some() {
            slots.insert(0, ("weekday", part(DatePart::Weekday)));
            slots.insert(0, ("date", one(claim.id)));
        }
        relations.push(relation("calendar", slots, Tie::Construction, "date"));
    }
}

/// A day by itself, as a date or a weekday.
fn day(claim: &Claim) -> Option<chrono::NaiveDate> {
    match &claim.value {
        Some(Value::Period(period)) if period.grain() == Grain::Day => period.as_day(),
        _ => None,
    }
}

/// The day of a picture is the day that the text names by its weekday.
pub(super) fn captions(ledger: &Ledger, relations: &mut Vec<Relation>) {
    let written = |claim: &&Claim| claim.date.is_some_and(|parts| parts.day.is_some() && parts.month.is_some());
    for caption in ledger.claims.iter().filter(|claim| claim.role == Role::Caption).filter(written) {
        let Some(date) = day(caption) else { continue };
        let weekday = ledger.claims.iter().find(|claim| {
            let alone = claim.date.is_some_and(|parts| parts.weekday.is_some() && parts.day.is_none());
            alone && claim.role != Role::Caption && day(claim) == Some(date)
        });
        if let Some(weekday) = weekday {
            let slots = vec![("first", one(caption.id)), ("second", one(weekday.id))];
            relations.push(relation("same-day", slots, Tie::Far, "caption"));
        }
    }
}

/// "The two-day visit … on Friday": the first day that the text names, and the day in the same sentence.
pub(super) fn stays(ledger: &Ledger, relations: &mut Vec<Relation>) {
    let days =
        |claim: &&Claim| day(claim).is_some() && !matches!(claim.role, Role::Dateline | Role::Byline | Role::Caption);
    let Some(start) = ledger.claims.iter().find(days) else { return };
    for claim in ledger.claims.iter().filter(|claim| claim.kind == Kind::Duration) {
        let Some(Value::Span(span)) = &claim.value else {
            continue;
        };
        if span.unit != SpanUnit::Day || span.count > LONGEST_STAY.into() || claim.hedge.is_some() {
            continue;
        }
        let from = ledger.claims.partition_point(|other| other.sentence < claim.sentence);
        let end = ledger.claims[from..].iter().take_while(|day| day.sentence == claim.sentence).find(days);
        let Some(end) = end.filter(|end| start.sentence < claim.sentence && day(start) < day(end)) else {
            continue;
        };
        let slots = vec![("start", one(start.id)), ("end", one(end.id)), ("length", one(claim.id))];
        relations.push(relation("span", slots, Tie::Far, "stay"));
    }
}
