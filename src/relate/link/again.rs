//! Figures given twice: pointed back to, or said of the same subject.

use super::likeness::{Likeness, compare, is_counted, meet, same_circumstances};
use super::{CANDIDATES, one, relation};
use crate::extract::{Claim, ClaimId, Ledger, Passage, Subject};
use crate::relate::fitting::commensurable;
use crate::relate::relation::{Relation, Tie};
use crate::source::Role;
use crate::value::{Decimal, Kind, Value, exact_mul};
use rustc_hash::FxHashMap;

/// Sentences that "those 34 …" looks back over.
const ANAPHOR_SENTENCES: u32 = 5;

/// Words of a phrase that points back.
const ANAPHOR_WORDS: usize = 3;

/// Figures below this are as often a part of what was counted before as the same thing again.
const TELLING: u32 = 10;

/// Two counts further apart than by this factor are hardly meant to be one.
const SLIP_FACTOR: u32 = 4;

/// A plain number without hedges that is large enough to be recognised.
fn is_telling(claim: &Claim) -> bool {
    claim.hedge.is_none() && matches!(claim.value, Some(Value::Number(number)) if number >= TELLING.into())
}

fn alike_in_size(a: &Claim, b: &Claim) -> bool {
    let (Some(Value::Number(a)), Some(Value::Number(b))) = (&a.value, &b.value) else { return false };
    let times = |number| exact_mul(number, SLIP_FACTOR.into());
    times(*a).is_some_and(|most| *b <= most) && times(*b).is_some_and(|most| *a <= most)
}

/// "Those 34 students", "83 laporan itu": the figure points back to the last one of the same noun.
pub(super) fn anaphora(ledger: &Ledger, passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    for passage in passages {
        let segment = &passage.segment;
        let Some(class) = segment.language.lexicon.class("anaphor") else {
            return;
        };
        for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
            let claim = ledger.get(*id);
            if claim.kind != Kind::Number {
                continue;
            }
            let Some(subject) = &claim.context.subject else {
                continue;
            };
            // "Those 34", "all 34"; a phrase of two or three words is looked for from its first.
            let start = mention.tokens.start;
            let word_before = (start.saturating_sub(ANAPHOR_WORDS)..start)
                .filter_map(|at| segment.class_at(at, class))
                .find(|(end, _)| *end == start)
                .map(|(_, value)| segment.language.lexicon.value(value));
            let points_before = matches!(word_before, Some("before" | "all"));
            let all_of = segment.language.lexicon.class("all-of");
            if word_before == Some("all") || all_of.is_some_and(|class| segment.class_at(start, class).is_some()) {
                relations.extend(all_of_them(ledger, claim, subject));
            }
            let after = segment.tokens.partition_point(|token| (token.end as usize) <= subject.span.end);
            let points_at = |at: usize| {
                let word = segment.class_at(at, class);
                word.is_some_and(|(_, value)| segment.language.lexicon.value(value) == "after")
            };
            // "rumah itu", "rumah yang terendam itu".
            let relative = segment.language.lexicon.class("relative");
            let relative = relative.and_then(|class| segment.class_at(after, class)).map(|(end, _)| end + 1);
            let points_after =
                subject.span.start > claim.span.start && (points_at(after) || relative.is_some_and(points_at));
            if !(points_before || points_after) {
                continue;
            }
            // "14 of the 34 victims" restates nothing of its own sentence, and a small number is soon another one.
            if !is_telling(claim) {
                continue;
            }
            let near = |other: &&Claim| claim.sentence - other.sentence <= ANAPHOR_SENTENCES;
            let earlier = ledger.claims[..id.0 as usize].iter().rev().take_while(near).filter(|other| {
                other.kind == Kind::Number
                    && other.sentence < claim.sentence
                    && !matches!(other.role, Role::Headline | Role::Deck)
                    && is_telling(other)
                    && alike_in_size(other, claim)
                    && matches!(
                        compare(other.context.subject.as_ref(), Some(subject)),
                        Likeness::Same | Likeness::Compatible
                    )
            });
            let candidates: Vec<&Claim> = earlier.take(CANDIDATES).collect();
            // Any of them may be meant; only when none fits does the text not add up.
            let meant = candidates.iter().find(|other| meet(other, claim)).or(candidates.first());
            if let Some(meant) = meant {
                let slots = vec![("first", one(meant.id)), ("second", one(*id))];
                relations.push(relation("restatement", slots, Tie::Anaphor, "anaphor"));
            }
        }
    }
}

/// "Ketujuh terdakwa", "all seven defendants": as many as were counted before. A few are soon some others, so that all counts of
/// them before must be one number, and given twice if it is the larger: "all three" may be all three of one town.
fn all_of_them(ledger: &Ledger, claim: &Claim, subject: &Subject) -> Option<Relation> {
    let Some(Value::Number(number)) = claim.value else { return None };
    if number >= TELLING.into() {
        return None;
    }
    let several = |other: &&Claim| {
        let counted = other.kind == Kind::Number && other.unit.is_none() && other.hedge.is_none();
        counted && matches!(other.value, Some(Value::Number(count)) if count > Decimal::ONE)
    };
    let head = |other: &&Claim| other.context.subject.as_ref().is_some_and(|of| of.head == subject.head);
    let earlier = ledger.claims[..claim.id.0 as usize].iter().filter(several).filter(head);
    let earlier: Vec<&Claim> = earlier.filter(|other| other.sentence < claim.sentence).collect();
    let first = earlier.first()?;
    let Some(Value::Number(counted)) = first.value else { return None };
    let unanimous = earlier.iter().all(|other| other.value == first.value);
    let certain = counted > Decimal::TWO && counted != number && (number > counted || earlier.len() > 1);
    let slots = vec![("first", one(first.id)), ("second", one(claim.id))];
    (unanimous && certain).then(|| relation("restatement", slots, Tie::Neighbour, "all-of"))
}

/// Figures of one subject that agree confirm each other.
pub(super) fn restatements(ledger: &Ledger, relations: &mut Vec<Relation>) {
    let mut last: FxHashMap<&str, Vec<ClaimId>> = FxHashMap::default();
    for claim in &ledger.claims {
        if !is_counted(claim) || claim.kind == Kind::Ordinal || matches!(claim.role, Role::Headline | Role::Deck) {
            continue;
        }
        let Some(subject) = &claim.context.subject else {
            continue;
        };
        let earlier = last.entry(&subject.head).or_default();
        let same = earlier.iter().rev().take(CANDIDATES).map(|id| ledger.get(*id)).find(|other| {
            other.sentence != claim.sentence
                && other.kind == claim.kind
                && commensurable(other, claim)
                && matches!(
                    compare(other.context.subject.as_ref(), Some(subject)),
                    Likeness::Same | Likeness::Compatible
                )
                && same_circumstances(other, claim)
                && meet(other, claim)
        });
        if let Some(other) = same {
            let slots = vec![("first", one(other.id)), ("second", one(claim.id))];
            relations.push(relation("restatement", slots, Tie::Far, "same-subject"));
        }
        earlier.push(claim.id);
    }
}
