//! "From 1994 to 1992": a stretch of time that ends before it begins has no value, but two ends.

use crate::extract::{Ledger, Passage};
use crate::relate::link::relation;
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::day_number;

/// Stretches of time whose ends are the wrong way round.
pub(super) fn stretches(ledger: &Ledger, passage: &Passage<'_>, relations: &mut Vec<Relation>) {
    for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
        if ledger.get(*id).value.is_some() {
            continue;
        }
        if let Some((first, last)) = mention.ends() {
            let day = |date| Filler::Of(*id, day_number(date));
            let slots = vec![("start", day(first.first())), ("end", day(last.last()))];
            relations.push(relation("course", slots, Tie::Construction, "stretch"));
        }
    }
}
