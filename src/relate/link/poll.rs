//! The shares of one poll, told sentence by sentence.

use super::relation;
use crate::extract::{Claim, ClaimId, Ledger, Passage};
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::{Decimal, Interval, Kind, Slip, Value, ValueSet, exact_add, slip_into};

/// Fewer shares are as often of two things.
const FEWEST: usize = 3;

/// What the shares of one poll come to, in percent, when all or nearly all of them are told.
const LEAST: i64 = 90;
const MOST: i64 = 101;

/// What a sentence says of shares.
struct Sentence<'a> {
    number: u32,
    shares: Vec<&'a Claim>,
    /// Is it about what rivals share?
    contest: bool,
    /// Does it tell of something else: a change, answers of which several may be given?
    apart: bool,
}

/// "A leads with 46 percent. B has 43. C stands at 11. Another 9 have not made up their minds": shares in sentences one after
/// another, which are more than all only if two digits of one have changed places.
pub(super) fn polled(ledger: &Ledger, passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    let mut run: Vec<Sentence<'_>> = Vec::new();
    for sentence in passages.iter().flat_map(|passage| sentences(ledger, passage)) {
        let follows = run.last().is_some_and(|last| last.number + 1 >= sentence.number);
        if sentence.shares.len() != 1 || sentence.apart || !follows {
            relations.extend(too_much(&run));
            run.clear();
        }
        if sentence.shares.len() == 1 && !sentence.apart {
            run.push(sentence);
        }
    }
    relations.extend(too_much(&run));
}

/// The sentences of a passage that hold percentages.
fn sentences<'a>(ledger: &'a Ledger, passage: &Passage<'_>) -> Vec<Sentence<'a>> {
    let mut found: Vec<Sentence<'a>> = Vec::new();
    for id in &passage.claims {
        let claim = ledger.get(*id);
        if claim.kind != Kind::Percent {
            continue;
        }
        match found.last_mut().filter(|last| last.number == claim.sentence) {
            Some(last) => last.shares.push(claim),
            None => {
                let division = &passage.division.sentence;
                let number = claim.sentence - passage.first.0;
                let own = division.partition_point(|other| *other < number)
                    ..division.partition_point(|other| *other <= number);
                let holds = |name: &str| {
                    let class = passage.segment.language.lexicon.class(name);
                    let is = |at: usize| class.is_some_and(|class| passage.segment.class_at(at, class).is_some());
                    own.clone().any(is)
                };
                let apart = holds("several-answers") || holds("direction");
                found.push(Sentence { number: claim.sentence, shares: vec![claim], contest: holds("contest"), apart });
            }
        }
    }
    found
}

/// The shares of a run, where they are more than all and would be all if one had its digits in order.
fn too_much(run: &[Sentence<'_>]) -> Option<Relation> {
    let shares: Vec<&Claim> = run.iter().flat_map(|sentence| sentence.shares.iter().copied()).collect();
    if shares.len() < FEWEST || !run.first()?.contest || shares.iter().any(|share| share.hedge.is_some()) {
        return None;
    }
    let value = |share: &Claim| match share.value {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    };
    let sum = |skipped: Option<ClaimId>| {
        let others = shares.iter().filter(|share| Some(share.id) != skipped);
        others.map(|share| value(share)).try_fold(Decimal::ZERO, |sum, number| exact_add(sum, number?))
    };
    if sum(None)? <= Decimal::from(MOST) {
        return None;
    }
    let mended = shares.iter().any(|share| {
        let whole = Interval::closed(Decimal::from(LEAST), Decimal::from(MOST)).map(ValueSet::from);
        let needed = whole.zip(sum(Some(share.id))).map(|(whole, others)| whole.sub(&ValueSet::point(others)));
        value(share)
            .zip(needed)
            .and_then(|(number, needed)| slip_into(number, &needed))
            .is_some_and(|(slip, _)| slip == Slip::Swapped)
    });
    let ids = shares.iter().map(|share| share.id).collect();
    mended.then(|| relation("shares", vec![("shares", Filler::Claims(ids))], Tie::Supposed, "poll"))
}
