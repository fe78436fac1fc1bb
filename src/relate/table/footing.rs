//! Totals of a table and their parts.

use super::{Fit, View, ids, number, same_unit};
use crate::extract::{Claim, Line, TotalName};
use crate::relate::link::{one, relation};
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::{Decimal, Kind, Level, Slip, ValueSet, exact_add, exact_mul, slip_between};
use rustc_hash::FxHashMap;

/// Parts that are listed from the greatest down may be the first of a longer list if there are so many.
const FEWEST_RANKED: usize = 4;

/// A total that differs from its parts by less than one in so many of it is meant to be their sum.
const NEAR: u32 = 4;

/// Marks of a total's parts: so far they may be from what they make up, in percent, to be shares of a whole.
const SHARES: (i64, i64) = (95, 105);

/// What a line says of one choice of parts.
struct Sum<'a> {
    total: &'a Claim,
    parts: Vec<&'a Claim>,
    fit: Fit,
    /// Parts that have no figure in this line.
    missing: usize,
    /// What the parts make, to the digit.
    sum: Option<Decimal>,
}

/// Ties every total to its parts.
pub(super) fn footing(view: &View<'_>, relations: &mut Vec<Relation>) {
    let totals: Vec<usize> = (0..view.across.len())
        .filter(|at| view.across.get(*at).is_some_and(|line| line.head.total.is_some()))
        .collect();
    let mut found: Vec<(TotalName, usize, Vec<Sum<'_>>)> = Vec::with_capacity(totals.len());
    for (index, at) in totals.iter().enumerate() {
        let Some(name) = view.across.get(*at).and_then(|line| line.head.total) else { continue };
        // The choice that most lines bear out; of equals the first.
        let mut best: Option<(usize, Vec<Sum<'_>>)> = None;
        for parts in &choices(view, &totals, index) {
            let sums: Vec<Sum<'_>> = view.lines.iter().filter_map(|line| sum(view, line, *at, parts)).collect();
            let fits = sums.iter().filter(|sum| sum.fit == Fit::Fits).count();
            if best.as_ref().is_none_or(|(most, _)| fits > *most) {
                best = Some((fits, sums));
            }
        }
        found.extend(best.map(|(fits, sums)| (name, fits, sums)));
    }
    let some_fit = found.iter().any(|(_, fits, _)| *fits > 0);
    for (name, fits, sums) in found {
        let fails = sums.iter().filter(|sum| sum.fit != Fit::Fits).count();
        let proved = fits > 0 && fails <= fits;
        let alone = fits == 0 && sums.len() == 1;
        for sum in sums {
            let tied = match sum.fit {
                Fit::Fits => true,
                Fit::Nearly => (proved || alone && name == TotalName::Plain) && !view.table.rounded,
                Fit::Fails if proved => may_accuse(view, &sum) && is_near(&sum),
                Fit::Fails => alone && may_accuse(view, &sum) && is_meant(view, &sum, name, some_fit),
            };
            if tied {
                let slots = vec![("total", one(sum.total.id)), ("parts", Filler::Claims(ids(&sum.parts)))];
                relations.push(relation("footing", slots, Tie::Construction, view.via));
            }
        }
    }
}

/// The positions that may be the parts of a total, the likeliest first.
fn choices(view: &View<'_>, totals: &[usize], index: usize) -> Vec<Vec<usize>> {
    let head = |at: &usize| view.across.get(*at).map(|line| &line.head);
    let part = |at: &usize| {
        head(at).is_some_and(|head| head.total.is_none() && !head.part && !head.rate && !head.change)
            && view.across.get(*at).is_some_and(|line| !line.cells.is_empty())
    };
    let Some(at) = totals.get(index).copied() else { return Vec::new() };
    let (from, to) = (
        index.checked_sub(1).and_then(|before| totals.get(before)).map_or(0, |before| before + 1),
        totals.get(index + 1).copied().unwrap_or(view.across.len()),
    );
    // A line without figures heads a group.
    let heading = |at: &usize| view.across.get(*at).is_some_and(|line| line.cells.is_empty());
    let group: Vec<usize> = {
        let start = (from..at).rev().find(heading).map_or(from, |at| at + 1);
        (start..at).filter(part).collect()
    };
    let before: Vec<usize> = (from..at).filter(part).collect();
    let after: Vec<usize> = {
        let end = (at + 1..to).find(heading).unwrap_or(to);
        (at + 1..end).filter(part).collect()
    };
    let mut choices = vec![group, before, after];
    if index == 0 || index + 1 == totals.len() {
        choices.push((0..view.across.len()).filter(part).collect());
        choices.push(totals.iter().copied().filter(|other| *other != at).collect());
    }
    choices.retain(|parts| parts.len() > 1);
    let mut distinct: Vec<Vec<usize>> = Vec::with_capacity(choices.len());
    for choice in choices {
        if !distinct.contains(&choice) {
            distinct.push(choice);
        }
    }
    distinct
}

/// The figures of a line at those positions beside its total; `None` where they cannot be added up, or where the total looks
/// like an average of them.
fn sum<'a>(view: &View<'a>, line: &Line, at: usize, positions: &[usize]) -> Option<Sum<'a>> {
    let total = view.at(line, at)?;
    let rate = line.head.rate && !line.head.share;
    if rate || line.head.change {
        return None;
    }
    let (first, last) = (positions.first()?, positions.last()?);
    let from = line.cells.partition_point(|(position, _)| position < first);
    let within = line.cells.iter().skip(from).take_while(|(position, _)| position <= last);
    let of = |(position, _): &&(usize, _)| positions.binary_search(position).is_ok();
    let parts: Vec<&Claim> = within.filter(of).map(|(_, id)| view.ledger.get(*id)).collect();
    if parts.len() < 2 || !parts.iter().all(|part| same_unit(part, total)) {
        return None;
    }
    let numbers: Vec<Decimal> = parts.iter().filter_map(|part| number(part)).collect();
    let whole = number(total)?;
    // Zeros prove nothing.
    if numbers.len() < parts.len() || numbers.iter().filter(|number| !number.is_zero()).count() < 2 {
        return None;
    }
    let fit = Fit::of(|level| {
        let add = |sum: ValueSet, part: &&Claim| sum.add(&reading(part, level));
        (parts.iter().fold(ValueSet::point(Decimal::ZERO), add), reading(total, level))
    });
    if fit != Fit::Fits {
        let (least, most) = (numbers.iter().min()?, numbers.iter().max()?);
        if (*least..=*most).contains(&whole) || is_rate(line, total) {
            return None;
        }
    }
    let missing = positions.len() - parts.len();
    let sum = numbers.into_iter().try_fold(Decimal::ZERO, exact_add);
    Some(Sum { total, parts, fit, missing, sum })
}

/// Percentages add up where they are shares of one whole.
fn is_rate(line: &Line, total: &Claim) -> bool {
    let whole = |number| number >= Decimal::from(SHARES.0) && number <= Decimal::from(SHARES.1);
    let percent = matches!(total.kind, Kind::Percent | Kind::Points);
    percent && !line.head.share && !number(total).is_some_and(whole)
}

/// Is there nothing that would explain the difference?
fn may_accuse(view: &View<'_>, sum: &Sum<'_>) -> bool {
    let (Some(whole), Some(parts)) = (number(sum.total), sum.sum) else { return false };
    // A part that has no figure may make up what is missing.
    whole < parts || sum.missing == 0 && !view.table.open
}

/// Is the total near what its parts make, or a slip of one figure away? "32 sports" of teams that take part in 8, 12 and 20 of
/// them each are no sum.
fn is_near(sum: &Sum<'_>) -> bool {
    let (Some(whole), Some(made)) = (number(sum.total), sum.sum) else { return false };
    let Some(gap) = whole.checked_sub(made) else { return false };
    let near = exact_mul(gap.abs(), NEAR.into()).is_some_and(|gap| gap <= made.abs());
    let slipped = |part: &&Claim| {
        let meant = |part: Decimal| Some((part, part.checked_add(gap)?));
        let pair = number(part).and_then(meant);
        pair.is_some_and(|(part, meant)| slip_between(part, meant).is_some_and(|(slip, _)| slip.is_telling(part)))
    };
    near || slip_between(whole, made).is_some_and(|(slip, _)| slip.is_telling(whole)) || sum.parts.iter().any(slipped)
}

/// Of a line that nothing beside it bears out: are these the parts, and all of them? `some_fit`: other totals of the table are
/// the sums of theirs.
fn is_meant(view: &View<'_>, sum: &Sum<'_>, name: TotalName, some_fit: bool) -> bool {
    let (Some(whole), Some(made)) = (number(sum.total), sum.sum) else { return false };
    let numbers: Vec<Decimal> = sum.parts.iter().filter_map(|part| number(part)).collect();
    let signed = numbers.iter().any(|number| *number < Decimal::ZERO);
    let rest = view.across.iter().any(|line| line.head.other);
    let slip = slip_between(whole, made)
        .is_some_and(|(slip, digits)| digits > 1 && matches!(slip, Slip::Swapped | Slip::Zero | Slip::Scale));
    match name {
        TotalName::Plain => {}
        TotalName::Net => {
            if !signed {
                return false;
            }
        }
        TotalName::Named | TotalName::Sub => return rest || slip || name == TotalName::Sub && some_fit && is_near(sum),
    }
    if rest || slip || signed {
        return true;
    }
    if whole < made {
        return !view.table.open && !is_nested(&numbers, made, whole);
    }
    let Some(gap) = whole.checked_sub(made) else { return false };
    let ranked = numbers.len() >= FEWEST_RANKED && numbers.is_sorted_by(|a, b| a >= b);
    !ranked && numbers.iter().filter(|number| !number.is_zero()).all(|number| gap < *number)
}

/// Are some of the parts already in the one before or after them ("Asia, China, India, Europe")? What the parts make too much
/// is then what a run of them makes, and that is no more than the part beside the run.
fn is_nested(parts: &[Decimal], made: Decimal, whole: Decimal) -> bool {
    let Some(excess) = made.checked_sub(whole) else { return true };
    let mut sums: FxHashMap<Decimal, Vec<usize>> = FxHashMap::default();
    let mut so_far = Decimal::ZERO;
    sums.entry(so_far.normalize()).or_default().push(0);
    for (index, part) in parts.iter().enumerate() {
        let Some(next) = so_far.checked_add(*part) else { return true };
        so_far = next;
        let start = so_far.checked_sub(excess).map(|start| start.normalize());
        let starts = start.and_then(|start| sums.get(&start)).into_iter().flatten().take(FEWEST_RANKED);
        for start in starts {
            let beside = [start.checked_sub(1), Some(index + 1)].into_iter().flatten().filter_map(|at| parts.get(at));
            if beside.into_iter().any(|part| *part >= excess) {
                return true;
            }
        }
        sums.entry(so_far.normalize()).or_default().push(index + 1);
    }
    false
}

/// What a level reads of a claim as laws want it.
pub(super) fn reading(claim: &Claim, level: Level) -> ValueSet {
    claim.law_reading().at(level).clone()
}
