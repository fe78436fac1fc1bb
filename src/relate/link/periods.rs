//! A figure for some months, and the figures for each of them.

use super::{relation, same_thing};
use crate::extract::{Claim, Ledger};
use crate::relate::fitting::commensurable;
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::{Kind, Period, Value};

/// Sentences on both sides of the whole in which its parts stand.
const NEAR: u32 = 5;

/// "3.6 billion in February, 1.5 billion in January … 5.1 billion in the first two months": the figures of one thing for periods
/// that make up another are its parts. What is a level and no amount adds up to nothing, so that this is only supposed.
pub(super) fn periods(ledger: &Ledger, relations: &mut Vec<Relation>) {
    for whole in ledger.claims.iter().filter(|claim| is_amount(claim)) {
        let Some(period) = whole.context.period else { continue };
        let from = ledger.claims.partition_point(|claim| claim.sentence + NEAR < whole.sentence);
        let near = ledger.claims[from..].iter().take_while(|claim| claim.sentence <= whole.sentence + NEAR);
        let mut parts: Vec<(Period, &Claim)> = Vec::new();
        for claim in near.filter(|claim| is_amount(claim) && commensurable(claim, whole) && same_thing(claim, whole)) {
            let Some(part) = claim.context.period.filter(|part| is_within(*part, period)) else { continue };
            if !parts.iter().any(|(known, _)| *known == part) {
                parts.push((part, claim));
            }
        }
        parts.sort_by_key(|(part, _)| part.first());
        let follows = |pair: &[(Period, &Claim)]| pair[0].0.last().succ_opt() == Some(pair[1].0.first());
        let all = parts.first().is_some_and(|(part, _)| part.first() == period.first())
            && parts.last().is_some_and(|(part, _)| part.last() == period.last())
            && parts.windows(2).all(follows);
        if all && parts.len() > 1 {
            let ids = parts.iter().map(|(_, claim)| claim.id).collect();
            let slots = vec![("total", Filler::Claims(vec![whole.id])), ("parts", Filler::Claims(ids))];
            relations.push(relation("sum", slots, Tie::Supposed, "periods"));
        }
    }
}

fn is_amount(claim: &Claim) -> bool {
    let counted = matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity);
    counted
        && matches!(claim.value, Some(Value::Number(_)))
        && claim.unit.as_ref().is_none_or(|unit| unit.per.is_none())
}

fn is_within(part: Period, whole: Period) -> bool {
    part != whole && part.first() >= whole.first() && part.last() <= whole.last()
}
