//! Words of magnitude and exact counts of the same noun: "dozens of fishermen" and, paragraphs away, "300 fishermen".

use super::likeness::{Likeness, compare, same_circumstances};
use super::{one, relation};
use crate::extract::{Claim, Ledger};
use crate::relate::relation::{Relation, Tie};
use crate::source::Role;
use crate::value::{Decimal, Kind, Level, Value, exact_mul};
use rustc_hash::FxHashMap;

/// The count is a power of ten too high or too low, or lies in another ten: further off it counts something else.
const FARTHEST: u32 = 10;

/// Ties a word of magnitude to the only count of the same noun in the article, if the word does not hold for it.
pub(super) fn magnitudes(ledger: &Ledger, relations: &mut Vec<Relation>) {
    let is_word = |claim: &&Claim| {
        claim.kind == Kind::Number
            && claim.unit.is_none()
            && claim.context.subject.is_some()
            && claim.via.iter().any(|entry| &**entry == MAGNITUDE)
    };
    let body = |claim: &&Claim| !matches!(claim.role, Role::Headline | Role::Deck);
    let is_count = |claim: &&Claim| {
        claim.kind == Kind::Number
            && claim.unit.is_none()
            && matches!(claim.value, Some(Value::Number(number)) if number >= Decimal::TEN)
    };
    // By noun, and only where there is a word at all: an article may hold very many of both.
    let mut counts: FxHashMap<&str, Vec<&Claim>> = FxHashMap::default();
    if ledger.claims.iter().filter(is_word).any(|word| body(&word)) {
        for claim in ledger.claims.iter().filter(body).filter(is_count) {
            if let Some(subject) = &claim.context.subject {
                counts.entry(&*subject.head).or_default().push(claim);
            }
        }
    }
    for word in ledger.claims.iter().filter(is_word).filter(body) {
        let alike = |claim: &&&Claim| {
            let likeness = compare(word.context.subject.as_ref(), claim.context.subject.as_ref());
            matches!(likeness, Likeness::Same | Likeness::Compatible)
        };
        let same_noun = word.context.subject.as_ref().and_then(|subject| counts.get(&*subject.head));
        let mut same_noun = same_noun.into_iter().flatten().filter(alike);
        let (Some(only), None) = (same_noun.next(), same_noun.next()) else { continue };
        let apart = only.sentence != word.sentence && same_circumstances(word, only);
        if apart && !holds(word, only) && is_near(word, only) {
            let slots = vec![("exact", one(only.id)), ("band", one(word.id))];
            relations.push(relation("wording", slots, Tie::Neighbour, "wording-magnitude-far"));
        }
    }
}

/// The form of the language packs that reads words of magnitude.
const MAGNITUDE: &str = "magnitude";

fn holds(word: &Claim, count: &Claim) -> bool {
    !word.reading.at(Level::Wide).intersect(count.reading.at(Level::Wide)).is_empty()
}

/// Is the count within a power of ten of what the word may mean?
fn is_near(word: &Claim, count: &Claim) -> bool {
    let (Some(Value::Numbers { first, last }), Some(Value::Number(number))) = (&word.value, &count.value) else {
        return false;
    };
    let times = |number| exact_mul(number, FARTHEST.into());
    times(*last).is_some_and(|most| *number <= most) && times(*number).is_some_and(|most| *first <= most)
}
