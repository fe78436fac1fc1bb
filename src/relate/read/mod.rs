//! Relations of what is read off the figures themselves: the ends of a stretch of time, the zone of a clock, the items of a
//! list that was announced, and the way that numbers are written.

mod clock;
mod listing;
mod notation;
mod stretch;

use super::relation::Relation;
use crate::extract::{Ledger, Passage};

/// All such relations of an article. Those of clocks are made of what constructions found.
pub(super) fn read(ledger: &Ledger, passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    clock::clocks(ledger, relations);
    for passage in passages.iter().filter(|passage| !passage.claims.is_empty()) {
        stretch::stretches(ledger, passage, relations);
        listing::listings(ledger, passage, relations);
        notation::spelled(ledger, passage, relations);
        notation::precise(ledger, passage, relations);
    }
    notation::marks(ledger, passages, relations);
    notation::orders(passages, relations);
}
