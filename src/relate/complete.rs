//! Completing: a relation of which the text of one clause leaves a slot open is held against the figures near by.
//!
//! What an article says in one sentence it often takes up in another: a total and, two sentences on, its parts. A figure
//! that is what the open slot would have to hold confirms the relation. One that is not is only *supposed* to belong to it,
//! and accuses only where a slip of the keys explains why it does not fit (`Tie::Supposed`).

use super::definition::{Definition, Definitions};
use super::file::Completion;
use super::fitting::{commensurable, fits, grouped};
use super::link::same_thing;
use super::relation::{Filler, Relation, RelationId, Tie};
use crate::extract::{Claim, ClaimId, Ledger};
use crate::source::Role;
use crate::value::{Decimal, Hedge, Interval, Kind, Level, Value, ValueSet, significant_digits};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Sentences before and after a relation in which an open slot may be filled.
const BEFORE: u32 = 6;
const AFTER: u32 = 3;

/// Figures that are supposed to fill one slot at most, the nearest first.
const MOST: usize = 6;

/// A slot that a relation leaves open, and what its laws say that it holds, in base units.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// The relation.
    pub relation: RelationId,
    /// The slot.
    pub slot: Arc<str>,
    /// What it would have to hold.
    pub values: ValueSet,
}

/// The relations that `open` ones become when figures near by fill their slots. Their ids are still to be given.
pub fn complete(ledger: &Ledger, relations: &[Relation], open: &[Open], definitions: &Definitions) -> Vec<Relation> {
    let mut out = Vec::new();
    let filled = if open.is_empty() { Filled::default() } else { filled(relations) };
    for open in open {
        let Some(relation) = relations.get(open.relation.0 as usize) else { continue };
        // Where a hedge leaves one side open almost any figure fits: the relation without hedges tells which is meant.
        if relation.tie != Tie::Supposed && relation.claims().any(|id| is_one_sided(ledger.get(id))) {
            continue;
        }
        let candidates = candidates(ledger, relation, &open.slot, definitions, &filled);
        out.extend(fill(relation, &open.slot, &open.values, &candidates, definitions));
    }
    out
}

/// The relation and the slot of each place that a claim fills, by claim.
type Filled<'r> = FxHashMap<ClaimId, Vec<(&'r str, &'r str)>>;

fn filled(relations: &[Relation]) -> Filled<'_> {
    let mut filled = Filled::default();
    for relation in relations {
        for (slot, filler) in &relation.slots {
            if let Filler::Claims(claims) = filler {
                claims.iter().for_each(|claim| filled.entry(*claim).or_default().push((&relation.name, slot)));
            }
        }
    }
    filled
}

fn is_one_sided(claim: &Claim) -> bool {
    claim.plain.is_some() && claim.hedge.is_some_and(Hedge::is_one_sided)
}

/// "Some 214,000 tonnes": about, but to three digits.
fn is_finely_hedged(claim: &Claim) -> bool {
    let fine = matches!(claim.value, Some(Value::Number(number)) if significant_digits(number) >= FINE);
    claim.plain.is_some() && claim.hedge == Some(Hedge::About) && fine
}

/// Digits of a figure that is not rounded any further by "about".
const FINE: usize = 3;

/// "Up to 50 planes at $120m each, a deal worth as much as $6bn": almost any figures would do. Whoever writes so has still taken
/// the one times the other, so that each relation of which a slot may be completed is tried without its hedges as well. Then it
/// is only supposed to hold: it accuses where a slip of the keys explains why it does not.
pub(super) fn without_hedges(ledger: &Ledger, relations: &[Relation], definitions: &Definitions) -> Vec<Relation> {
    let completable = |relation: &&Relation| {
        definitions.get(&relation.name).is_some_and(|one| one.slots.iter().any(|slot| slot.complete.is_some()))
    };
    let wide = |claim: &Claim| is_one_sided(claim) || is_finely_hedged(claim);
    let hedged = |relation: &&Relation| relation.claims().any(|id| wide(ledger.get(id)));
    let plainly = |relation: &Relation| Relation { tie: Tie::Supposed, ..relation.clone() };
    relations.iter().filter(completable).filter(hedged).map(plainly).collect()
}

/// What a relation becomes when one of `candidates` fills a slot that would have to hold `values`.
pub(super) fn fill(
    relation: &Relation,
    slot: &Arc<str>,
    values: &ValueSet,
    candidates: &[&Claim],
    definitions: &Definitions,
) -> Vec<Relation> {
    let filled = |claim: ClaimId, tie: Tie| {
        let mut filled = relation.clone();
        filled.slots.push((slot.clone(), Filler::Claims(vec![claim])));
        let definition = definitions.get(&relation.name);
        filled.slots.sort_by_key(|(name, _)| definition.and_then(|definition| definition.slot(name)));
        filled.tie = tie;
        filled
    };
    let reading = |claim: &Claim| match relation.tie {
        Tie::Supposed => claim.plain_reading(),
        _ => claim.law_reading(),
    };
    let is_meant = |claim: &&Claim| !reading(claim).at(Level::Standard).intersect(values).is_empty();
    match candidates.iter().copied().find(is_meant) {
        // It fits by its hedge only.
        Some(claim)
            if is_finely_hedged(claim) && claim.plain_reading().at(Level::Standard).intersect(values).is_empty() =>
        {
            vec![filled(claim.id, Tie::Supposed)]
        }
        Some(claim) => vec![filled(claim.id, Tie::Far)],
        None => {
            let plausible = candidates.iter().filter(|claim| is_alike(claim, values));
            plausible.take(MOST).map(|claim| filled(claim.id, Tie::Supposed)).collect()
        }
    }
}

/// Is a figure of the size of `values`, give or take what a slip of the keys makes of it?
fn is_alike(claim: &Claim, values: &ValueSet) -> bool {
    let reading = claim.law_reading();
    let (Some(own), Some(wanted)) = (reading.at(Level::Standard).hull(), values.hull()) else { return false };
    let ratio = ValueSet::from(own).div(&ValueSet::from(wanted));
    let factor = |low: i64, high: i64, scale: u32| {
        Interval::closed(Decimal::new(low, scale), Decimal::new(high, scale))
            .map_or_else(ValueSet::empty, ValueSet::from)
    };
    // A digit more or less, and the scale word.
    let sizes = [factor(4, 25, 1), factor(9, 11, 0), factor(9, 11, 2), factor(990, 1010, 0), factor(990, 1010, 6)];
    sizes.iter().any(|size| !size.intersect(&ratio).is_empty())
}

/// The figures that may fill a slot of a relation, the nearest first.
fn candidates<'a>(
    ledger: &'a Ledger,
    relation: &Relation,
    slot: &str,
    definitions: &Definitions,
    filled: &Filled<'_>,
) -> Vec<&'a Claim> {
    let own: Vec<&Claim> = relation.claims().map(|id| ledger.get(id)).collect();
    let Some(definition) = definitions.get(&relation.name) else { return Vec::new() };
    let Some(slot) = definition.slot(slot).map(|index| &definition.slots[index]) else { return Vec::new() };
    let group = |claim: &Claim| {
        let mut alike = definition.slots.iter().filter(|other| slot.group.is_some() && other.group == slot.group);
        alike.all(|other| match relation.filler(&other.name) {
            Some(Filler::Claims(ids)) => {
                // A bare number has taken the unit of the others (`elide`): they tell what fits.
                let claims = || ids.iter().map(|id| ledger.get(*id));
                let with_unit = claims().any(|own| own.unit.is_some());
                let per = |claim: &Claim| claim.unit.as_ref().and_then(|unit| unit.per.clone());
                claims().all(|own| {
                    // "361 million a day" goes with no figure of another sentence that is not taken by the day.
                    // "Rose to $3.58 billion …, nearly 43 percent from 1.52 billion": nor does the sentence say the unit again.
                    let taken = with_unit || own.sentence == claim.sentence && claim.unit.is_some();
                    taken && own.unit.is_none() || commensurable(own, claim) && per(own) == per(claim)
                })
            }
            _ => true,
        })
    };
    let Some(completion) = slot.complete else { return Vec::new() };
    let fills =
        |claim: &Claim| filled.get(&claim.id).into_iter().flatten().filter(|(other, _)| **other == *relation.name);
    let alike = |claim: &Claim| match completion {
        Completion::Near => true,
        Completion::Subject => {
            // "Rose to A from B, and 43 percent from C": both changes end at A.
            let shares = || fills(claim).any(|(_, name)| **name == *slot.name);
            own.iter().any(|own| same_thing(own, claim) || own.sentence == claim.sentence && shares())
        }
    };
    let (Some(first), Some(last)) = (own.first(), own.last()) else { return Vec::new() };
    let near = |claim: &Claim| {
        let headline = matches!(claim.role, Role::Headline | Role::Deck);
        headline || claim.sentence + BEFORE >= first.sentence && claim.sentence <= last.sentence + AFTER
    };
    // Of lines that say the same of one thing after another, the next line is not what the one before leaves open; and the
    // new level of one change is no old level of another.
    let own_slot = |name: &str| completion == Completion::Subject && *name == *slot.name;
    let is_sibling = |claim: &Claim| fills(claim).any(|(_, name)| !own_slot(name));
    let start = ledger.claims.partition_point(|claim| claim.sentence + BEFORE < first.sentence);
    let headline = ledger.claims[..start].iter().take_while(|claim| claim.role == Role::Headline);
    let mut found: Vec<&Claim> = headline
        .chain(&ledger.claims[start..])
        .take_while(|claim| claim.sentence <= last.sentence + AFTER)
        .filter(|claim| near(claim) && !own.iter().any(|own| own.id == claim.id) && !is_sibling(claim))
        .filter(|claim| {
            matches!(claim.value, Some(Value::Number(_))) && !matches!(claim.role, Role::Dateline | Role::Byline)
        })
        .filter(|claim| claim.kind != Kind::Ordinal && fits(slot.kind, claim.kind) && group(claim) && alike(claim))
        .collect();
    found.sort_by_key(|claim| claim.sentence.abs_diff(first.sentence).min(claim.sentence.abs_diff(last.sentence)));
    found
}

/// How many relations of a name before it a relation is merged with, and over how many sentences.
const MERGED: usize = 6;
const MERGED_OVER: u32 = 20;

/// Two relations of one thing that each say a half: "shares fell nearly 3 percent" and, later, "the shares were 28 pence lower at
/// 925". Together they say what one of them alone leaves open.
pub fn merge(ledger: &Ledger, relations: &[Relation], definitions: &Definitions) -> Vec<Relation> {
    let mut out = Vec::new();
    for definition in definitions.iter() {
        if !definition.slots.iter().any(|slot| slot.complete == Some(Completion::Subject)) {
            continue;
        }
        let halves: Vec<&Relation> = relations.iter().filter(|relation| relation.name == definition.name).collect();
        for (index, relation) in halves.iter().enumerate() {
            let before = halves[..index].iter().rev().take(MERGED);
            out.extend(before.filter_map(|other| merged(ledger, other, relation, definition)));
        }
    }
    out
}

/// The two in one, where no slot of figures is filled twice, words say the same, and the figures are of one thing.
fn merged(ledger: &Ledger, first: &Relation, second: &Relation, definition: &Definition) -> Option<Relation> {
    if first.tie <= Tie::Supposed || second.tie <= Tie::Supposed {
        return None;
    }
    let claims = |relation: &Relation| relation.claims().map(|id| ledger.get(id)).collect::<Vec<_>>();
    let (of_first, of_second) = (claims(first), claims(second));
    let near = |a: &&Claim| of_second.iter().any(|b| a.sentence.abs_diff(b.sentence) <= MERGED_OVER);
    let one_thing = of_first.iter().any(|a| of_second.iter().any(|b| same_thing(a, b)));
    if !one_thing || !of_first.iter().any(near) {
        return None;
    }
    let mut slots = first.slots.clone();
    for (name, filler) in &second.slots {
        match first.filler(name) {
            None => slots.push((name.clone(), filler.clone())),
            Some(known) if known == filler && !matches!(filler, Filler::Claims(_)) => {}
            Some(_) => return None,
        }
    }
    slots.sort_by_key(|(name, _)| definition.slot(name));
    let merged = Relation { slots, tie: Tie::Supposed, ..second.clone() };
    grouped(&merged, definition, ledger, false).then_some(merged)
}
