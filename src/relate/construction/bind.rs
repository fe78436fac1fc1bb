//! What a match of a construction captured, put into the slots of its relation.

use super::{Construction, Set};
use crate::extract::{Claim, ClaimId, Ledger, Passage};
use crate::language::pattern::{Capture, Found};
use crate::relate::definition::Definition;
use crate::relate::file::SlotKind;
use crate::relate::fitting::{
    commensurable, counts_its_list, fits, grouped, holds_all, is_alike, is_per_unit, is_scale_said_once,
    is_signed_twice,
};
use crate::relate::relation::{Filler, Relation, RelationId, Tie};
use crate::value::{Decimal, Value};
use std::sync::Arc;

impl Construction {
    /// The slots that figures of the sentences before are to fill.
    pub(super) fn before(&self) -> Vec<Arc<str>> {
        let before = self.set.iter().filter(|(_, set)| matches!(set, Set::Before));
        before.map(|(name, _)| name.clone()).collect()
    }

    /// Puts what was captured into the slots of the relation.
    pub(super) fn bind<'n>(
        &self,
        passage: &Passage<'_>,
        ledger: &Ledger,
        definition: &Definition,
        name: &impl Fn(u16) -> &'n str,
        at: usize,
        found: &Found,
    ) -> Option<Relation> {
        let segment = &passage.segment;
        let clause = passage.division.clause[at];
        let clauses = &passage.division.clause;
        let last = clauses[found.end - 1];
        let mut guarded =
            clauses.partition_point(|other| *other < clause)..clauses.partition_point(|other| *other <= last);
        if guarded.any(|token| self.unless.iter().any(|class| segment.class_at(token, *class).is_some())) {
            return None;
        }
        let mut next = (found.end..segment.tokens.len().min(found.end + 2)).filter(|next| clauses[*next] == last);
        if next.any(|token| self.unless_next.iter().any(|class| segment.class_at(token, *class).is_some())) {
            return None;
        }
        let mut slots: Vec<(Arc<str>, Filler)> = Vec::new();
        let mut tie = Tie::Construction;
        for slot in &definition.slots {
            let captures = found.captures.iter().filter(|capture| name(capture.name) == &*slot.name);
            let mut claims: Vec<ClaimId> = Vec::new();
            let mut constant = None;
            for capture in captures {
                if capture.value == u32::MAX {
                    claims.push(mention_of(passage, capture.start as usize)?);
                } else {
                    constant = segment.language.lexicon.value(capture.value).parse().ok();
                }
            }
            claims.sort();
            claims.dedup();
            if claims.len() > 1 && !slot.list {
                return None;
            }
            if !claims.is_empty() {
                slots.push((slot.name.clone(), Filler::Claims(claims)));
            } else if let Some(constant) = constant {
                slots.push((slot.name.clone(), Filler::Constant(constant)));
            } else if let Some((_, set)) = self.set.iter().find(|(set, _)| *set == slot.name) {
                let filler = match set {
                    // They are looked for once the whole relation is known.
                    Set::Before => continue,
                    Set::Of(of, number) => {
                        let own = found.captures.iter().find(|capture| name(capture.name) == &**of)?;
                        let index = passage
                            .mentions
                            .binary_search_by_key(&(own.start as usize), |mention| mention.tokens.start)
                            .ok()?;
                        Filler::Of(passage.claims[index], *number)
                    }
                    Set::Constant(number) => Filler::Constant(*number),
                    Set::Published => Filler::Published,
                    Set::Previous | Set::PreviousAll => {
                        let is_slot = |capture: &&Capture| capture.value == u32::MAX && !name(capture.name).is_empty();
                        let first = found.captures.iter().find(is_slot)?;
                        let first = ledger.get(mention_of(passage, first.start as usize)?);
                        tie = Tie::Neighbour;
                        match set {
                            Set::Previous => Filler::Claims(vec![previous(ledger, first, slot.kind)?]),
                            _ => Filler::Claims(all_previous(ledger, first, slot.kind)?),
                        }
                    }
                };
                slots.push((slot.name.clone(), filler));
            }
        }
        let relation = Relation {
            id: RelationId(0),
            name: self.relation.clone(),
            slots,
            tie,
            via: self.id.clone(),
            guards: Vec::new(),
        };
        let distinct = {
            let fillers = relation.slots.iter().filter(|(_, filler)| !matches!(filler, Filler::Of(..)));
            let mut claims: Vec<ClaimId> = fillers.flat_map(|(_, filler)| filler.claims()).copied().collect();
            let all = claims.len();
            claims.sort();
            claims.dedup();
            claims.len() == all && all > 0
        };
        let alike = self.alike.is_none_or(|alike| is_alike(&relation, ledger, alike));
        let whole = !self.complete || holds_all(&relation, definition, ledger, passage, at);
        let told = !counts_its_list(&relation, definition, ledger);
        (distinct
            && told
            && !is_signed_twice(&relation, definition, ledger)
            && alike
            && whole
            && !counts_the_list(&relation, definition, ledger)
            && grouped(&relation, definition, ledger, self.elide)
            && is_per_unit(&relation, definition, ledger)
            && !is_scale_said_once(&relation, definition, passage))
        .then_some(relation)
    }
}

/// Does a figure that is to be of the kind of a list only say how many the list holds: "in four districts, namely 51, 37, 22
/// and 14 cases"?
fn counts_the_list(relation: &Relation, definition: &Definition, ledger: &Ledger) -> bool {
    let slot = |name: &str| definition.slot(name).map(|index| &definition.slots[index]);
    relation.slots.iter().any(|(name, list)| {
        let Some(slot_of_list) = slot(name).filter(|slot| slot.list && slot.group.is_some()) else { return false };
        let number = Value::Number(Decimal::from(list.claims().len()));
        let counts = |claim: &Claim| claim.unit.is_none() && claim.value.as_ref() == Some(&number);
        let mut others = relation
            .slots
            .iter()
            .filter(|(name, _)| slot(name).is_some_and(|slot| !slot.list && slot.group == slot_of_list.group));
        list.claims().len() > 1 && others.any(|(_, filler)| filler.claims().iter().any(|id| counts(ledger.get(*id))))
    })
}

/// The claim that starts at a token.
fn mention_of(passage: &Passage<'_>, at: usize) -> Option<ClaimId> {
    let index = passage.mentions.binary_search_by_key(&at, |mention| mention.tokens.start).ok()?;
    passage.claims.get(index).copied()
}

/// All plain figures of the sentence before one that are of the same kind and unit; `None` where there is none, or one that
/// is no plain number and could hold anything.
fn all_previous(ledger: &Ledger, claim: &Claim, kind: SlotKind) -> Option<Vec<ClaimId>> {
    let before = ledger.claims[..claim.id.0 as usize].iter().rev();
    let sentence = before.skip_while(|other| other.sentence == claim.sentence);
    let sentence = sentence.take_while(|other| other.sentence + 1 == claim.sentence);
    let alike: Vec<&Claim> = sentence.filter(|other| fits(kind, other.kind) && commensurable(other, claim)).collect();
    let plain = |other: &&Claim| other.hedge.is_none() && matches!(other.value, Some(Value::Number(_)));
    let mut ids: Vec<ClaimId> = alike.iter().map(|other| other.id).collect();
    ids.reverse();
    (!alike.is_empty() && alike.iter().all(plain)).then_some(ids)
}

/// The last figure of the sentence before one that is of the same kind and unit; plain numbers must count the same thing.
fn previous(ledger: &Ledger, claim: &Claim, kind: SlotKind) -> Option<ClaimId> {
    let before = ledger.claims[..claim.id.0 as usize].iter().rev();
    let head = |claim: &Claim| claim.context.subject.as_ref().map(|subject| subject.head.clone());
    before
        .take_while(|other| other.sentence + 1 >= claim.sentence)
        .filter(|other| other.sentence < claim.sentence && other.kind == claim.kind && fits(kind, other.kind))
        .filter(|other| commensurable(other, claim))
        .filter(|other| other.context.period.zip(claim.context.period).is_none_or(|(a, b)| a.overlaps(b)))
        .find(|other| claim.unit.is_some() || head(other).is_some() && head(other) == head(claim))
        .map(|other| other.id)
}
