//! Labels that something is to be said of become claims: findings speak of claims only.

use super::side::{Side, Source};
use crate::extract::{Claim, ClaimId, Ledger};

/// Makes claims of the labels among these items of the two versions, in the order of the text. All ids are given anew.
pub(super) fn promote(ledger: &mut Ledger, sides: [(&mut Side, &[usize]); 2]) {
    let mut made: Vec<Claim> = Vec::new();
    for (part, (side, items)) in sides.iter().enumerate() {
        let labels = items.iter().filter_map(|index| match &side.items.get(*index)?.source {
            Source::Label(claim) => Some((**claim).clone()),
            Source::Claim(_) => None,
        });
        let before = made.len();
        made.extend(labels);
        let count = (made.len() - before) as u32;
        ledger.parts.iter_mut().skip(part + 1).for_each(|part| part.first += count);
    }
    if made.is_empty() {
        return;
    }
    made.sort_by_key(|claim| claim.span.start);
    ledger.labels.retain(|label| !made.iter().any(|claim| claim.span == label.span));
    // Claims keep their order: of each, as many ids are taken before it as new ones stand before it.
    let shifted =
        |id: ClaimId, start: usize| ClaimId(id.0 + made.partition_point(|claim| claim.span.start < start) as u32);
    let starts: Vec<usize> = ledger.claims.iter().map(|claim| claim.span.start).collect();
    let anew = |id: ClaimId| starts.get(id.0 as usize).map_or(id, |start| shifted(id, *start));
    ledger.people.iter_mut().for_each(|id| *id = anew(*id));
    ledger.superlatives.iter_mut().for_each(|superlative| superlative.claim = superlative.claim.map(anew));
    ledger.published_by = ledger.published_by.map(anew);
    ledger.parts.iter_mut().for_each(|part| part.published_by = part.published_by.map(anew));
    for item in sides.into_iter().flat_map(|(side, _)| &mut side.items) {
        let of_label = match &item.source {
            Source::Claim(id) => Some(anew(*id)),
            Source::Label(label) => made.iter().position(|claim| claim.span == label.span).map(|at| {
                let before = starts.partition_point(|start| *start < label.span.start);
                ClaimId((before + at) as u32)
            }),
        };
        if let Some(id) = of_label {
            item.source = Source::Claim(id);
        }
    }
    ledger.claims.append(&mut made);
    ledger.claims.sort_by_key(|claim| claim.span.start);
    for (index, claim) in ledger.claims.iter_mut().enumerate() {
        claim.id = ClaimId(index as u32);
    }
}
