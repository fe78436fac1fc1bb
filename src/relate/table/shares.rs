//! Columns of shares that make up a whole, where no row says so.

use super::{View, ids, number};
use crate::extract::Claim;
use crate::relate::link::relation;
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::{Decimal, Kind, exact_add};

/// Shares of one whole are so many at least.
const FEWEST: usize = 3;

/// What is farther than this from 100 percent is not meant to make it.
const NEAR: i64 = 15;

/// A column of shares adds up to 100 percent, if its rows are all that there is.
pub(super) fn split(view: &View<'_>, relations: &mut Vec<Relation>) {
    let rest = view.across.iter().any(|line| line.head.other);
    let some = view.table.open || view.across.iter().any(|line| line.head.open || line.head.part);
    for line in view.lines.iter().filter(|line| line.head.share && !line.head.change && !some) {
        let totals = |at: usize| view.across.get(at).is_some_and(|line| line.head.total.is_some());
        if line.cells.iter().any(|(at, _)| totals(*at)) {
            continue;
        }
        let shares: Vec<&Claim> = line
            .cells
            .iter()
            .filter(|(at, _)| view.across.get(*at).is_some_and(|line| !line.head.rate))
            .map(|(_, id)| view.ledger.get(*id))
            .collect();
        let numbers: Vec<Decimal> = shares.iter().filter_map(|share| number(share)).collect();
        let proper = |number: &Decimal| *number >= Decimal::ZERO && *number <= Decimal::ONE_HUNDRED;
        let percent = shares.iter().all(|share| share.kind == Kind::Percent);
        if !percent || shares.len() < FEWEST || numbers.len() < shares.len() || !numbers.iter().all(proper) {
            continue;
        }
        let Some(sum) = numbers.into_iter().try_fold(Decimal::ZERO, exact_add) else { continue };
        let Some(gap) = sum.checked_sub(Decimal::ONE_HUNDRED) else { continue };
        // Less than the whole: a row may be missing, unless one takes up the rest.
        if gap.abs() <= Decimal::from(NEAR) && (gap >= Decimal::ZERO || rest) {
            let slots = vec![("shares", Filler::Claims(ids(&shares)))];
            relations.push(relation("split", slots, Tie::Construction, view.via));
        }
    }
}
