//! Figures that a slip of the keys sets apart: the same words stand around both, and one is the other mistyped.

use super::likeness::{apart, is_counted};
use super::surroundings::Surroundings;
use super::{CANDIDATES, one, relation};
use crate::extract::{Claim, ClaimId, DateParts, Ledger};
use crate::relate::relation::{Relation, Tie};
use crate::source::Role;
use crate::value::{
    Decimal, Kind, Level, Slip, Unit, Value, likely_slip_into, significant_digits, slip_between, slip_key,
};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A figure is looked up by its unit and by what slips leave as it is.
type Key = (Option<Arc<str>>, Vec<u8>);

/// The unit, and what sets kinds of figures apart that have none.
pub(super) fn unit(claim: &Claim) -> Option<Arc<str>> {
    let own = claim.unit.as_ref().map(|unit: &Unit| unit.code.clone());
    own.or_else(|| (claim.kind == Kind::Ordinal).then(|| claim.kind.as_str().into()))
}

/// The ends of a range, or the one number.
fn numbers(claim: &Claim) -> Option<(Decimal, Option<Decimal>)> {
    match claim.value {
        Some(Value::Number(number)) if is_counted(claim) => Some((number, None)),
        Some(Value::Numbers { first, last }) => Some((first, Some(last))),
        _ => None,
    }
}

/// The slip that sets two figures apart, and how many digits speak for it. Of ranges one end must be the same.
pub(super) fn slip(a: &Claim, b: &Claim) -> Option<(Slip, usize)> {
    match (numbers(a)?, numbers(b)?) {
        ((a, None), (b, None)) => slip_between(a, b),
        ((a, Some(last)), (b, Some(other))) if last == other => slip_between(a, b),
        ((first, Some(a)), (other, Some(b))) if first == other => slip_between(a, b),
        _ => None,
    }
}

/// How many words two figures must share for the slip between them to count as evidence; `None` where nothing suffices. Round
/// numbers, small counts and rates come in powers of ten by themselves.
fn wanted(claim: &Claim, slip: Slip, digits: usize) -> Option<usize> {
    let is_range = matches!(claim.value, Some(Value::Numbers { .. }));
    match (slip, digits) {
        _ if is_range => Some(1),
        (Slip::Swapped, 4..) if claim.quoted || claim.kind == Kind::Percent => Some(0),
        (Slip::Swapped, ..=2) if claim.unit.is_none() || claim.kind == Kind::Percent => Some(3),
        (Slip::Swapped, ..=2) => Some(2),
        (Slip::Swapped, 3) | (Slip::Zero, 3..) => Some(2),
        // Two amounts of the same two digits or more and another word of scale: none in 1,200 real articles.
        (Slip::Scale, 2..) if claim.unit.is_some() => Some(0),
        (Slip::Swapped, _) | (Slip::Scale, 2..) => Some(1),
        (Slip::Scale | Slip::Zero, _) if claim.unit.is_none() || claim.kind == Kind::Percent => None,
        (Slip::Scale, _) => Some(3),
        (Slip::Zero, _) => Some(4),
        (Slip::Digit, 5..) => Some(4),
        (Slip::Digit | Slip::Length, _) => None,
    }
}

/// Says the text that they are about different times, by periods that are known or by dates that are only written? Who says so
/// does not matter: sources disagree, but not by the digits of one figure in another order.
pub(super) fn at_other_times(ledger: &Ledger, a: &Claim, b: &Claim) -> bool {
    let periods = a.context.period.zip(b.context.period);
    if periods.is_some_and(|(a, b)| !a.overlaps(b)) {
        return true;
    }
    let (a, b) = (dates(ledger, a), dates(ledger, b));
    let may_be_one = |a: &DateParts, b: &DateParts| {
        let alike = |a: Option<i32>, b: Option<i32>| a.is_none() || b.is_none() || a == b;
        alike(a.year, b.year) && alike(a.month.map(i32::from), b.month.map(i32::from))
    };
    !a.is_empty() && !b.is_empty() && !a.iter().any(|a| b.iter().any(|b| may_be_one(a, b)))
}

/// The dates of the clause that a figure stands in.
fn dates(ledger: &Ledger, claim: &Claim) -> Vec<DateParts> {
    let start = ledger.claims.partition_point(|other| other.clause < claim.clause);
    let clause = ledger.claims[start..].iter().take_while(|other| other.clause == claim.clause);
    clause.filter_map(|other| other.date).collect()
}

/// Ties what looks like one figure mistyped.
pub(super) fn slips(ledger: &Ledger, surroundings: &mut Surroundings<'_, '_>, relations: &mut Vec<Relation>) {
    let mut stated: FxHashMap<(Option<Arc<str>>, Decimal), u32> = FxHashMap::default();
    for claim in &ledger.claims {
        if let Some((number, None)) = numbers(claim) {
            *stated.entry((unit(claim), number)).or_default() += 1;
        }
    }
    // Two figures that are each given again are two facts.
    let often = |claim: &Claim| match numbers(claim) {
        Some((number, None)) => stated.get(&(unit(claim), number)).is_some_and(|times| *times > 1),
        _ => false,
    };
    let mut earlier: FxHashMap<Key, Vec<ClaimId>> = FxHashMap::default();
    // With their digits.
    let mut of_unit: FxHashMap<Option<Arc<str>>, Vec<(ClaimId, usize)>> = FxHashMap::default();
    let mut found: Vec<Relation> = Vec::new();
    for claim in ledger.claims.iter().filter(|claim| !matches!(claim.role, Role::Headline | Role::Deck)) {
        let Some((first, last)) = numbers(claim) else { continue };
        let mut near: Vec<(&Claim, Slip, usize)> = Vec::new();
        for key in [Some(first), last].into_iter().flatten().filter_map(slip_key) {
            let bucket = earlier.entry((unit(claim), key)).or_default();
            for other in bucket.iter().rev().take(CANDIDATES).map(|id| ledger.get(*id)) {
                let slip = slip(other, claim);
                near.extend(slip.and_then(|(slip, digits)| Some((other, slip, wanted(claim, slip, digits)?))));
            }
            bucket.push(claim.id);
        }
        let same_unit = of_unit.entry(unit(claim)).or_default();
        let digits = significant_digits(first);
        let rounded = same_unit.iter().rev().take(ROUNDED).map(|(id, digits)| (ledger.get(*id), *digits));
        near.extend(rounded.filter_map(|other| Some((other.0, rounded_slip(other, (claim, digits))?, ROUNDED_WANTED))));
        same_unit.push((claim.id, digits));
        for (other, slip, wanted) in near {
            let both = [other.id, claim.id];
            let tied = |relation: &Relation| both.iter().all(|id| relation.claims().any(|claim| claim == *id));
            let alike = other.sentence != claim.sentence
                && (!often(other) || !often(claim))
                && !at_other_times(ledger, other, claim)
                && !apart(other.context.place.as_deref(), claim.context.place.as_deref())
                && !surroundings.of_other_names(other.id, claim.id)
                && surroundings.shared(other.id, claim.id) + usize::from(same_head(other, claim)) >= wanted;
            if alike && !relations.iter().chain(&found).any(tied) {
                let via = match slip {
                    _ if other.quoted != claim.quoted => "slip-quoted",
                    Slip::Scale => "slip-scale",
                    _ => "slip-mistyped",
                };
                let slots = vec![("first", one(other.id)), ("second", one(claim.id))];
                found.push(relation("restatement", slots, Tie::Slip, via));
            }
        }
    }
    relations.append(&mut found);
}

/// How many figures of one unit an exact one is held against, and the words that it must share with a rounded one.
const ROUNDED: usize = 12;
const ROUNDED_WANTED: usize = 2;

/// The slip that sets an exact figure apart from what another rounds it to: 2,102,049 against about 1.2 million. Only of figures
/// of many digits, which are given with them: short ones are soon near each other.
fn rounded_slip(a: (&Claim, usize), b: (&Claim, usize)) -> Option<Slip> {
    let (exact, round) = if a.1 < b.1 { (b, a) } else { (a, b) };
    if exact.1 < EXACT_DIGITS || round.1 > ROUNDED_DIGITS {
        return None;
    }
    let ((value, None), (_, None)) = (numbers(exact.0)?, numbers(round.0)?) else { return None };
    let needed = round.0.reading.at(Level::Standard);
    (!needed.contains(value)).then(|| likely_slip_into(value, needed))?
}

/// Digits of an exact figure at least, and of a rounded one at most.
const EXACT_DIGITS: usize = 5;
const ROUNDED_DIGITS: usize = 3;

pub(super) fn same_head(a: &Claim, b: &Claim) -> bool {
    a.context.subject.as_ref().zip(b.context.subject.as_ref()).is_some_and(|(a, b)| a.head == b.head)
}
