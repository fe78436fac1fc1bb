//! Lists in the order of their figures: where all lines but one go downwards, or upwards, and a slip of the keys would put that
//! one in its place as well, it is out of order.

use super::fitting::commensurable;
use super::relation::{Filler, Relation, RelationId, Tie};
use crate::extract::{Claim, Ledger};
use crate::source::Role;
use crate::value::{Decimal, Interval, Kind, Value, slip_into};
use std::sync::Arc;

/// Lines that a list must have for its order to mean something.
const FEWEST: usize = 5;

/// The number that a line of a list is ordered by, and its unit.
fn number(claim: &Claim) -> Option<Decimal> {
    let counted = matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent | Kind::Points);
    match claim.value {
        Some(Value::Number(number)) if counted && claim.hedge.is_none() => Some(number),
        _ => None,
    }
}

/// Ties the two figures of each list that are out of its order.
pub(super) fn ordered(ledger: &Ledger, relations: &mut Vec<Relation>) {
    let mut run: Vec<(&Claim, Decimal)> = Vec::new();
    let mut block = None;
    for claim in ledger.claims.iter().filter(|claim| claim.role == Role::Item) {
        // A line is ordered by its first figure.
        if block == Some(claim.block) {
            continue;
        }
        let follows = block.is_none_or(|block| block + 1 == claim.block);
        block = Some(claim.block);
        let number = number(claim);
        let alike = |(last, _): &(&Claim, Decimal)| last.kind == claim.kind && commensurable(last, claim);
        if number.is_none() || !follows || !run.last().is_none_or(alike) {
            judge(&run, relations);
            run.clear();
        }
        run.extend(number.map(|number| (claim, number)));
    }
    judge(&run, relations);
}

fn judge(run: &[(&Claim, Decimal)], relations: &mut Vec<Relation>) {
    if run.len() < FEWEST {
        return;
    }
    for direction in [Decimal::ONE, Decimal::NEGATIVE_ONE] {
        let falls = |a: Decimal, b: Decimal| if direction == Decimal::ONE { a >= b } else { a <= b };
        let broken = |from: usize| run[from..].windows(2).position(|pair| !falls(pair[0].1, pair[1].1));
        let Some(at) = broken(0) else { continue };
        // Either of the two may be the one that is wrong.
        if broken(at + 1).is_some_and(|next| next > 0) {
            continue;
        }
        let out_of_place = |index: usize| {
            let (before, after) = (run.get(index.wrapping_sub(1))?.1, run.get(index + 1)?.1);
            let rest = run.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, line)| line.1);
            rest.clone().zip(rest.skip(1)).all(|(a, b)| falls(a, b)).then_some(())?;
            let between = Interval::closed(before.min(after), before.max(after))?;
            slip_into(run[index].1, &between.into())
        };
        if out_of_place(at).is_none() && out_of_place(at + 1).is_none() {
            continue;
        }
        let slot = |name: &str, index: usize| (Arc::from(name), Filler::Claims(vec![run[index].0.id]));
        relations.push(Relation {
            id: RelationId(0),
            name: "ranking".into(),
            slots: vec![slot("first", at), slot("second", at + 1), ("direction".into(), Filler::Constant(direction))],
            tie: Tie::Neighbour,
            via: "list".into(),
            guards: Vec::new(),
        });
    }
}
