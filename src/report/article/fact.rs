//! What the newsroom's own table says of the claims of an article.

use super::{Args, Article, printable};
use crate::extract::ClaimId;
use crate::facts::{Fact, FactValue, Scale};
use crate::judge::Verdict;
use crate::relate::{Filler, Relation};
use crate::report::wording::Shape;
use crate::value::{Span, ValueSet};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The relations that hold a claim against a fact, by claim.
pub(super) fn references(relations: &[Relation]) -> FxHashMap<ClaimId, usize> {
    let referring = relations.iter().enumerate().filter(|(_, relation)| fact_of(relation).is_some());
    referring.flat_map(|(index, relation)| relation.claims().map(move |claim| (claim, index))).collect()
}

/// The fact of a relation that holds just one claim against it.
fn fact_of(relation: &Relation) -> Option<&Arc<Fact>> {
    match relation.slots.as_slice() {
        [(_, Filler::Claims(_)), (_, Filler::Fact(fact))] => Some(fact),
        _ => None,
    }
}

impl<'a> Article<'a> {
    /// The fact that a claim was held against, and what came of it.
    pub fn reference(&self, claim: ClaimId) -> Option<(&'a Fact, Verdict)> {
        let index = *self.references.get(&claim)?;
        let fact = fact_of(self.checked.relations.get(index)?)?;
        let verdict = self.checked.judgement.verdicts.get(index).copied().unwrap_or(Verdict::Unknown);
        Some((fact, verdict))
    }

    /// That a claim agrees with the table, and with which row of it.
    pub fn confirmed(&self, claim: ClaimId) -> Option<String> {
        let (fact, verdict) = self.reference(claim)?;
        if !matches!(verdict, Verdict::Holds | Verdict::HoldsByRounding) {
            return None;
        }
        let mut args = Args::new();
        args.set("source", printable(&fact.origin()));
        Some(self.messages().format("agrees-with", &args))
    }

    /// The value of a fact in the reader's words.
    pub fn fact_value(&self, fact: &Fact) -> String {
        let wording = self.wording();
        match (fact.value, &fact.scale) {
            (FactValue::Period(period), _) => period.to_string(),
            (FactValue::Number(count), Scale::Time(unit)) => wording.duration(Span { count, unit: *unit }),
            (FactValue::Number(number), Scale::Unit(unit)) if &*unit.code == "%" => {
                wording.set(&ValueSet::point(number), &Shape::Percent)
            }
            (FactValue::Number(number), Scale::Unit(unit)) => {
                wording.set(&ValueSet::point(number), &Shape::Unit(unit.clone()))
            }
            (FactValue::Number(number), Scale::Count | Scale::Date) => wording.number(number),
        }
    }

    /// What a message may say of a fact: its value (`$fact`), what it is about (`$fact-about`) and where it is from
    /// (`$fact-source`).
    pub(super) fn fact_args(&self, args: &mut Args<'a>, slot: &str, fact: &Fact) {
        let about = [fact.subject.name.clone(), fact.measure.name.clone(), fact.holds.to_string()];
        let about: Vec<String> = about.into_iter().filter(|part| !part.is_empty()).collect();
        args.set(format!("{slot}-about"), printable(&about.join(" · ")));
        args.set(format!("{slot}-source"), printable(&fact.origin()));
    }
}
