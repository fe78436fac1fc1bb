//! Slots that figures of the sentences before fill: "The margin of 2,455 votes" after the votes of both, "an average of 688 for
//! each clinic" after clinics and patients.

use super::definition::Definition;
use super::fitting::{fits, grouped};
use super::relation::{Filler, Relation, Tie};
use crate::extract::{Claim, ClaimId, Ledger};
use crate::value::Value;
use std::sync::Arc;

/// Sentences before the relation in which its other figures stand.
const SENTENCES: u32 = 2;

/// Figures that are tried for each slot, and ways to fill all slots.
const FIGURES: usize = 8;
const WAYS: usize = 32;

/// A relation with each choice of figures before it for the slots in `open`. Which are meant is only supposed: they confirm
/// where they fit, and accuse only where none fits and a slip of the keys explains one (`Tie::Supposed`).
pub(super) fn filled_from_before(
    relation: &Relation,
    open: &[Arc<str>],
    ledger: &Ledger,
    definition: &Definition,
) -> Vec<Relation> {
    let Some(first) = relation.claims().map(|id| ledger.get(id)).min_by_key(|claim| claim.id) else {
        return Vec::new();
    };
    let plain = |claim: &&Claim| {
        matches!(claim.value, Some(Value::Number(_) | Value::Span(_)))
            && claim.sentence < first.sentence
            && claim.block + 1 >= first.block
    };
    let before = ledger.claims[..first.id.0 as usize].iter().rev();
    let before: Vec<&Claim> =
        before.take_while(|claim| claim.sentence + SENTENCES >= first.sentence).filter(plain).take(FIGURES).collect();
    let mut ways: Vec<Vec<ClaimId>> = vec![Vec::new()];
    for name in open {
        let Some(slot) = definition.slot(name).map(|index| &definition.slots[index]) else { return Vec::new() };
        let longer = |way: Vec<ClaimId>| {
            let next = before.iter().filter(|claim| fits(slot.kind, claim.kind)).map(|claim| claim.id);
            let ways: Vec<_> = next.filter(|id| !way.contains(id)).map(|id| [way.as_slice(), &[id]].concat()).collect();
            ways
        };
        ways = ways.into_iter().flat_map(longer).collect();
    }
    let filled = |way: Vec<ClaimId>| {
        let mut slots = relation.slots.clone();
        slots.extend(open.iter().zip(way).map(|(name, id)| (name.clone(), Filler::Claims(vec![id]))));
        slots.sort_by_key(|(name, _)| definition.slot(name));
        Relation { slots, tie: Tie::Supposed, ..relation.clone() }
    };
    ways.into_iter().map(filled).filter(|filled| grouped(filled, definition, ledger, false)).take(WAYS).collect()
}
