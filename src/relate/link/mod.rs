//! Links: relations made across sentences, by what figures speak of.
//!
//! A link that could be wrong about *what belongs together* is tied loosely: it can confirm a figure, not accuse one. Where
//! a figure is a slip of the keys away from another that the same words stand around, the slip itself is evidence: two
//! facts hardly ever differ by two digits in each other's place (21 pairs of one unit in 1,200 real articles).

pub(super) mod across;
mod again;
mod calendar;
mod headline;
mod likeness;
mod list;
mod magnitude;
mod periods;
mod poll;
mod retold;
mod slip;
mod surroundings;

use super::definition::Definitions;
use super::relation::{Filler, Relation, RelationId, Tie};
use crate::extract::{Claim, ClaimId, Ledger, Passage};
use likeness::Likeness;
use std::sync::Arc;
use surroundings::Surroundings;

/// How many earlier claims of the same subject a claim is held against.
const CANDIDATES: usize = 4;

/// Do two figures have subjects that say nothing different?
pub(super) fn same_thing(a: &Claim, b: &Claim) -> bool {
    let likeness = likeness::compare(a.context.subject.as_ref(), b.context.subject.as_ref());
    matches!(likeness, Likeness::Same | Likeness::Compatible)
}

pub(super) fn relation(name: &str, slots: Vec<(&str, Filler)>, tie: Tie, via: &str) -> Relation {
    let slots = slots.into_iter().map(|(slot, filler)| (Arc::from(slot), filler)).collect();
    Relation { id: RelationId(0), name: name.into(), slots, tie, via: via.into(), guards: Vec::new() }
}

pub(super) fn one(claim: ClaimId) -> Filler {
    Filler::Claims(vec![claim])
}

/// All links of an article.
pub fn link(ledger: &Ledger, passages: &[Passage<'_>], definitions: &Definitions, relations: &mut Vec<Relation>) {
    let mut surroundings = Surroundings::new(ledger, passages);
    calendar::calendar(ledger, relations);
    headline::headline(ledger, &mut surroundings, relations);
    again::anaphora(ledger, passages, relations);
    again::restatements(ledger, relations);
    list::announced(ledger, definitions, relations);
    list::gathered(ledger, definitions, relations);
    magnitude::magnitudes(ledger, relations);
    periods::periods(ledger, relations);
    poll::polled(ledger, passages, relations);
    slip::slips(ledger, &mut surroundings, relations);
    calendar::captions(ledger, relations);
    calendar::stays(ledger, relations);
}
