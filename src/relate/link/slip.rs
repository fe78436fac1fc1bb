//! Figures that a slip of the keys sets apart: the same words stand around both, and one is the other mistyped.

use super::likeness::{apart, is_counted};
use super::surroundings::Surroundings;
use super::{CANDIDATES, one, relation};
use crate::extract::{Claim, ClaimId, DateParts, Ledger};
use crate::relate::relation::{Filler, Relation, Tie};
use crate::source::Role;
use crate::value::{
    Decimal, Kind, Level, Slip, Span, Unit, Value, exact_mul, likely_slip_into, significant_digits, slip_between,
    slip_key,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// A figure is looked up by its unit and by what slips leave as it is.
type Key = (Option<Arc<str>>, Vec<u8>);

/// The unit, and what sets kinds of figures apart that have none.
pub(super) fn unit(claim: &Claim) -> Option<Arc<str>> {
    match &claim.value {
        Some(Value::Span(span)) => Some(format!("{} {}", claim.kind.as_str(), span.unit.as_str()).into()),
        _ if claim.kind == Kind::Ordinal => Some(claim.kind.as_str().into()),
        _ => claim.unit.as_ref().map(|unit: &Unit| unit.code.clone()),
    }
}

/// The ends of a range, or the one number.
fn numbers(claim: &Claim) -> Option<(Decimal, Option<Decimal>)> {
    match claim.value {
        Some(Value::Number(number)) if is_counted(claim) => Some((number, None)),
        Some(Value::Numbers { first, last }) => Some((first, Some(last))),
        Some(Value::Span(Span { count, .. })) => Some((count, None)),
        _ => None,
    }
}

/// The slip that sets two figures apart, and how many digits speak for it. Of ranges one end must be the same.
pub(super) fn slip(a: &Claim, b: &Claim) -> Option<(Slip, usize)> {
    let (first, second) = match (numbers(a)?, numbers(b)?) {
        ((a, None), (b, None)) => (a, b),
        ((a, Some(last)), (b, Some(other))) if last == other => (a, b),
        ((first, Some(a)), (other, Some(b))) if first == other => (a, b),
        _ => return None,
    };
    // Three people were hurt in a city of 3 million: a count without a unit has lost no word of scale.
    let small = a.unit.is_none() && b.unit.is_none() && first.abs().min(second.abs()) < Decimal::ONE_THOUSAND;
    slip_between(first, second).filter(|(slip, _)| *slip != Slip::Scale || !small)
}

/// Is that enough in common for the slip between two figures of the body to count as evidence? Round numbers, small counts and
/// rates come in powers of ten by themselves, and differ in a digit. The bars are set by what 1,200 real articles hold: of the
/// pairs above each, none or a single one is two facts.
fn is_enough(a: &Claim, b: &Claim, slip: Slip, digits: usize, surroundings: &mut Surroundings<'_, '_>) -> bool {
    let is_range = matches!(b.value, Some(Value::Numbers { .. }));
    // Whatever they have in common.
    if !is_range && digits < 3 && matches!(slip, Slip::Digit | Slip::Length) {
        return false;
    }
    let common = surroundings.common(a.id, b.id);
    let (bare, percent, quoted) = (b.unit.is_none(), b.kind == Kind::Percent, a.quoted || b.quoted);
    let same_head = same_head(a, b);
    let shared = common.shared() + usize::from(same_head);
    let mut close = || surroundings.closeness(&common, same_head);
    // "100.05" and "10" have few digits in common.
    let long = [a, b].iter().all(|claim| numbers(claim).is_some_and(|(number, _)| significant_digits(number) >= 3));
    let several = match slip {
        Slip::Swapped | Slip::Scale | Slip::Zero => digits >= 2,
        Slip::Digit => digits >= 3,
        Slip::Length => false,
    };
    match (slip, digits) {
        // Scores are ranges of bare numbers, a digit apart.
        _ if is_range => quoted && shared >= 1 && (a.unit.is_some() || b.unit.is_some()),
        _ if b.kind == Kind::Ordinal => slip == Slip::Swapped && shared >= 2,
        // Some other figure of the body bears the headline out: a single digit may be another fact.
        _ if a.role == Role::Headline && several => is_enough_for_headline(a, slip, digits, shared, close()),
        (Slip::Swapped, 4..) if b.quoted || percent => true,
        (Slip::Swapped, ..=2) if bare => shared >= 3,
        (Slip::Swapped, ..=3) => shared >= 2 || quoted && close() >= 1,
        (Slip::Swapped, _) | (Slip::Zero, 3..) => shared >= 1,
        // Two amounts of the same two digits or more and another word of scale: none in 1,200 real articles.
        (Slip::Scale, 2..) => !bare || shared >= 1,
        (Slip::Scale, _) => close() >= 3 || common.beside >= 1,
        // A division and its group, a part and its whole: short amounts ten times apart are said of the same things.
        (Slip::Zero, 2) => shared >= 3,
        (Slip::Zero, _) => bare && same_head && close() >= 3,
        (Slip::Digit, 3..) if long => shared >= 3 || shared >= 2 && !bare,
        (Slip::Length, 3..) if long => shared >= 2,
        (Slip::Digit | Slip::Length, _) => false,
    }
}

/// The same for a figure of the headline, which is about what its article is about: of the pairs in 1,200 real articles that lie
/// above these bars, hardly one is of two facts.
pub(super) fn is_enough_for_headline(top: &Claim, slip: Slip, digits: usize, shared: usize, close: usize) -> bool {
    let bare = top.unit.is_none();
    match (slip, digits) {
        (Slip::Swapped | Slip::Scale, _) | (Slip::Zero, 2..) => shared >= 1,
        (Slip::Zero, _) if bare => shared >= 1,
        (Slip::Digit, 2..) => close >= 1,
        (Slip::Digit, 1..) if !bare => close >= 1,
        (Slip::Digit, 0) => close >= 3,
        (Slip::Zero | Slip::Digit | Slip::Length, _) => close >= 2,
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
    let mut of_unit: FxHashMap<Option<Arc<str>>, Vec<ClaimId>> = FxHashMap::default();
    let mut found: Vec<Relation> = Vec::new();
    // What ties claims already, by claim, when it is asked for; and the pairs of `found`.
    let mut ties: Option<FxHashMap<ClaimId, Vec<usize>>> = None;
    let mut pairs: FxHashSet<(ClaimId, ClaimId)> = FxHashSet::default();
    for claim in &ledger.claims {
        let Some((first, last)) = numbers(claim) else { continue };
        let mut near: Vec<(&Claim, Slip, usize)> = Vec::new();
        for key in [Some(first), last].into_iter().flatten().filter_map(slip_key) {
            // "4 to 5" in a quotation is of the "4 to 5%" before.
            let of = if last.is_some() { Some(Arc::from(RANGE)) } else { unit(claim) };
            let bucket = earlier.entry((of, key)).or_default();
            for other in bucket.iter().rev().take(CANDIDATES).map(|id| ledger.get(*id)) {
                let (own, others) = (unit(claim), unit(other));
                if own == others || own.is_none() || others.is_none() {
                    near.extend(slip(other, claim).map(|(slip, digits)| (other, slip, digits)));
                }
            }
            bucket.push(claim.id);
        }
        let same_unit = of_unit.entry(unit(claim)).or_default();
        for other in same_unit.iter().rev().take(OF_ONE_UNIT).map(|id| ledger.get(*id)) {
            // A wrong digit, and one too many, are found under no key.
            let slip = slip(other, claim).filter(|(slip, _)| matches!(slip, Slip::Digit | Slip::Length));
            let slip = slip.filter(|_| is_wrong_digit(other, claim));
            near.extend(slip.or_else(|| rounded_slip(other, claim)).map(|(slip, digits)| (other, slip, digits)));
        }
        same_unit.push(claim.id);
        for (other, slip, digits) in near {
            let alike = other.sentence != claim.sentence
                && (!often(other) || !often(claim))
                && !at_other_times(ledger, other, claim)
                && !apart(other.context.place.as_deref(), claim.context.place.as_deref())
                && !surroundings.of_other_names(other.id, claim.id)
                && is_enough(other, claim, slip, digits, surroundings);
            if !alike || pairs.contains(&(other.id, claim.id)) {
                continue;
            }
            let ties = ties.get_or_insert_with(|| firm_ties(relations));
            let of = |claim: &Claim| ties.get(&claim.id).into_iter().flatten();
            if !of(claim).any(|tie| of(other).any(|also| also == tie)) {
                pairs.insert((other.id, claim.id));
                let via = match slip {
                    _ if other.quoted != claim.quoted => "slip-quoted",
                    Slip::Scale => "slip-scale",
                    _ => "slip-mistyped",
                };
                let (first, second) = told_apart(other, claim);
                let slots = vec![("first", first), ("second", second)];
                found.push(relation("mistyped", slots, Tie::Slip, via));
            }
        }
    }
    relations.append(&mut found);
}

/// The relations that are more than far ties, by each of their claims.
fn firm_ties(relations: &[Relation]) -> FxHashMap<ClaimId, Vec<usize>> {
    let mut ties: FxHashMap<ClaimId, Vec<usize>> = FxHashMap::default();
    for (index, relation) in relations.iter().enumerate().filter(|(_, relation)| relation.tie > Tie::Far) {
        relation.claims().for_each(|claim| ties.entry(claim).or_default().push(index));
    }
    ties
}

/// The figures that a slip sets apart: of ranges, which overlap, the ends that differ.
fn told_apart(a: &Claim, b: &Claim) -> (Filler, Filler) {
    match (numbers(a), numbers(b)) {
        (Some((first, Some(last))), Some((other_first, Some(other_last)))) => {
            let ends = if last == other_last { (first, other_first) } else { (last, other_last) };
            (Filler::Of(a.id, ends.0), Filler::Of(b.id, ends.1))
        }
        _ => (one(a.id), one(b.id)),
    }
}

/// Ranges are looked up without their unit.
const RANGE: &str = "range";

/// Can a wrong digit, or one too many, tell two figures apart from two values of one series? Those lie close to each other,
/// prices and rates most of all.
fn is_wrong_digit(a: &Claim, b: &Claim) -> bool {
    let rate = |claim: &Claim| claim.unit.as_ref().is_some_and(|unit| unit.per.is_some());
    let (Some((a_number, None)), Some((b_number, None))) = (numbers(a), numbers(b)) else { return true };
    let (low, high) = (a_number.abs().min(b_number.abs()), a_number.abs().max(b_number.abs()));
    !rate(a) && !rate(b) && exact_mul(low, SERIES).is_some_and(|most| most < high)
}

/// How near to each other the values of one series lie.
const SERIES: Decimal = Decimal::from_parts(105, 0, 0, false, 2);

/// How many earlier figures of one unit a figure is held against.
const OF_ONE_UNIT: usize = 16;

/// The slip that sets an exact figure apart from what another rounds it to: 2,102,049 against about 1.2 million. Only of figures
/// of many digits: short ones are soon near each other.
fn rounded_slip(a: &Claim, b: &Claim) -> Option<(Slip, usize)> {
    let ((first, None), (second, None)) = (numbers(a)?, numbers(b)?) else { return None };
    let swapped = significant_digits(first) < significant_digits(second);
    let (value, rounded, round) = if swapped { (second, a, first) } else { (first, b, second) };
    if significant_digits(value) < EXACT_DIGITS || significant_digits(round) > ROUNDED_DIGITS {
        return None;
    }
    let needed = rounded.reading.at(Level::Standard);
    let slip = (!needed.contains(value)).then(|| likely_slip_into(value, needed))??;
    Some((slip, significant_digits(round).max(2)))
}

/// Digits of an exact figure at least, and of a rounded one at most.
const EXACT_DIGITS: usize = 5;
const ROUNDED_DIGITS: usize = 3;

pub(super) fn same_head(a: &Claim, b: &Claim) -> bool {
    a.context.subject.as_ref().zip(b.context.subject.as_ref()).is_some_and(|(a, b)| a.head == b.head)
}
