//! Links across articles that are checked together: what two of them say of one thing.
//!
//! Another article may speak of another day, place or event, or tell what has become known since. So two figures are only
//! held against each other where the articles bear each other out in other figures, where they are of one moment or the
//! figures of one past period, where no word of news stands beside them, and where neither article knows the other's
//! figure as well. They are then the two that differ in sentences that else say the same, or a slip of the keys sets them
//! apart, or one stands in a table that the other gives again.

use super::likeness::{is_counted, meet, meet_plainly, same_circumstances};
use super::retold::{Retold, retold};
use super::surroundings::Surroundings;
use super::{again, one, relation, slip};
use crate::extract::{Claim, ClaimId, Extraction, Ledger, Passage};
use crate::language::Class;
use crate::relate::fitting::commensurable;
use crate::relate::relation::{Relation, Tie};
use crate::relate::table::restated;
use crate::value::{Decimal, Grain, Kind, Slip, Value, significant_digits};
use chrono::{NaiveDate, NaiveTime};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What is known of a part of a joined document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcrossPart {
    /// Code of its language.
    pub language: Arc<str>,
    /// When it was published.
    pub published: Option<NaiveDate>,
    /// At what time of that day.
    pub time: Option<NaiveTime>,
}

/// Words of these classes in the sentence say why a figure differs from one of another article.
const EXCUSES: [&str; 4] = ["revision", "update", "other-source", "other-scope"];

/// Of sentences that say the same, only these: whatever else one says, the other says, too.
const EXCUSES_OF_RETOLD: [&str; 2] = ["revision", "update"];

/// So many days after a period its figures are settled: until then, more becomes known of it.
const SETTLED: i64 = 31;

/// Words of counts that grow from hour to hour: the dead, the missing, the arrested.
const TOLL: &str = "toll";

/// All links across the parts, which are in the order of the text.
pub fn across(extraction: &Extraction<'_>, parts: &[AcrossPart]) -> Vec<Relation> {
    let (ledger, passages) = (&extraction.ledger, extraction.passages.as_slice());
    let language = |id: ClaimId| parts.get(ledger.part_of(id)).map(|part| &part.language);
    let may_tie = |a: ClaimId, b: ClaimId| ledger.part_of(a) != ledger.part_of(b) && language(a) == language(b);
    let crosses = |relation: &Relation| {
        let mut claims = relation.claims();
        claims.next().zip(claims.next()).is_some_and(|(a, b)| may_tie(a, b))
    };
    let mut surroundings = Surroundings::new(ledger, passages);
    let mut found = Vec::new();
    again::restatements(ledger, &mut found);
    slip::slips(ledger, &mut surroundings, &mut found);
    let of_table = |table: &crate::extract::Table, id: ClaimId| {
        let cell = table.rows.iter().flat_map(|row| &row.cells).next();
        cell.is_some_and(|(_, cell)| may_tie(*cell, id))
    };
    restated(ledger, &extraction.tables, passages, of_table, &mut found);
    found.retain(crosses);
    let retold = retold(ledger, passages, may_tie);
    found.extend(retold.iter().flat_map(|pair| counterparts(ledger, pair, &mut surroundings)));
    // What only confirms needs no more.
    let (mut relations, accusing): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| found.tie == Tie::Far);
    let known = Known::new(ledger, parts.len(), &relations);
    let accusing = Accusing { ledger, passages, parts, known }.kept(accusing);
    relations.extend(accusing);
    relations
}

/// The figures of two sentences that say the same: those that agree, and the two of one unit that are left over.
fn counterparts(ledger: &Ledger, pair: &Retold, surroundings: &mut Surroundings<'_, '_>) -> Vec<Relation> {
    let claims = |ids: &[ClaimId]| -> Vec<&Claim> { ids.iter().map(|id| ledger.get(*id)).collect() };
    let (mut first, mut second) = (claims(&pair.first), claims(&pair.second));
    let alike = |a: &Claim, b: &Claim| a.kind == b.kind && slip::unit(a) == slip::unit(b) && commensurable(a, b);
    // "More than 300" is more than 30 as well, but not where the other says "more than 30".
    let agree = |a: &Claim, b: &Claim| if a.hedge == b.hedge { meet_plainly(a, b) } else { meet(a, b) };
    let mut found = Vec::new();
    first.retain(|a| {
        let Some(at) = second.iter().position(|b| alike(a, b) && agree(a, b)) else { return true };
        let slots = vec![("first", one(a.id)), ("second", one(second.swap_remove(at).id))];
        found.push(relation("restatement", slots, Tie::Far, AGAIN));
        false
    });
    for a in &first {
        let mut rivals = first.iter().filter(|other| alike(a, other));
        let mut others = second.iter().filter(|b| alike(a, b));
        let (Some(b), None, Some(_), None) = (others.next(), others.next(), rivals.next(), rivals.next()) else {
            continue;
        };
        let mut same_noun = || slip::same_head(a, b) || surroundings.common(a.id, b.id).beside >= 1;
        if a.context.direction == b.context.direction && a.hedge == b.hedge && (a.unit.is_some() || same_noun()) {
            let slots = vec![("first", one(a.id)), ("second", one(b.id))];
            found.push(match slip::slip(a, b) {
                Some((Slip::Scale, _)) => relation("mistyped", slots, Tie::Slip, "slip-scale-told-again"),
                Some((Slip::Swapped | Slip::Zero, _)) => {
                    relation("mistyped", slots, Tie::Slip, "slip-mistyped-told-again")
                }
                _ => relation("restatement", slots, Tie::Neighbour, AGAIN),
            });
        }
    }
    found
}

/// How what two sentences that say the same have in common is made known.
const AGAIN: &str = "told-again";

/// The figures that each part states.
struct Known {
    parts: Vec<FxHashSet<Stated>>,
    /// How many figures of two parts agree in sentences that say the same.
    again: FxHashMap<(usize, usize), usize>,
}

/// A figure or day, by its unit and value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Stated(Option<Arc<str>>, String);

/// A figure that two articles hardly share by chance: of two digits or more, or with a unit; or a day.
fn telling(claim: &Claim) -> Option<Stated> {
    let stated = |unit, text| Some(Stated(unit, text));
    match &claim.value {
        Some(Value::Number(number)) if is_counted(claim) => {
            let long = significant_digits(*number) >= 2 && number.abs() > Decimal::TEN;
            let unit = slip::unit(claim);
            if !long && unit.is_none() {
                return None;
            }
            stated(unit.or_else(|| Some(claim.kind.as_str().into())), number.normalize().to_string())
        }
        Some(Value::Period(period)) if claim.kind == Kind::Date && period.grain() == Grain::Day => {
            stated(None, period.to_string())
        }
        _ => None,
    }
}

impl Known {
    fn new(ledger: &Ledger, parts: usize, confirming: &[Relation]) -> Self {
        let mut known = Known { parts: vec![FxHashSet::default(); parts], again: FxHashMap::default() };
        for relation in confirming.iter().filter(|relation| &*relation.via == AGAIN) {
            let mut claims = relation.claims().map(|id| ledger.part_of(id));
            if let Some((a, b)) = claims.next().zip(claims.next()) {
                *known.again.entry((a.min(b), a.max(b))).or_default() += 1;
            }
        }
        for claim in &ledger.claims {
            if let (Some(part), Some(stated)) = (known.parts.get_mut(ledger.part_of(claim.id)), telling(claim)) {
                part.insert(stated);
            }
        }
        known
    }

    /// How many figures two parts, the earlier one first, have in common.
    fn shared(&self, a: usize, b: usize) -> usize {
        let again = self.again.get(&(a, b)).copied().unwrap_or_default();
        let (Some(a), Some(b)) = (self.parts.get(a), self.parts.get(b)) else { return again };
        let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        few.iter().filter(|stated| many.contains(stated)).count().max(again)
    }

    /// Does that part state that figure?
    fn states(&self, part: usize, claim: &Claim) -> bool {
        telling(claim).is_some_and(|stated| self.parts.get(part).is_some_and(|part| part.contains(&stated)))
    }
}

/// Sorts out which of the links that would accuse a figure may.
struct Accusing<'a, 'p> {
    ledger: &'a Ledger,
    passages: &'a [Passage<'p>],
    parts: &'a [AcrossPart],
    known: Known,
}

impl Accusing<'_, '_> {
    fn kept(&self, found: Vec<Relation>) -> Vec<Relation> {
        let pair = |relation: &Relation| {
            let mut claims = relation.claims().map(|id| self.ledger.get(id));
            claims.next().zip(claims.next())
        };
        let part = |claim: &Claim| self.ledger.part_of(claim.id);
        let fits = |relation: &Relation| {
            pair(relation).is_some_and(|(a, b)| {
                // Who speaks, and of which place, may stand in a sentence before: where one is left out, so is that.
                let retold = relation.via.ends_with(AGAIN);
                let alike = if retold { self.is_of_one_kind(a, b) } else { same_circumstances(a, b) };
                let excuses: &[&str] = if retold { &EXCUSES_OF_RETOLD } else { &EXCUSES };
                let excused = |claim| self.has_words(claim, excuses);
                alike
                    && self.is_of_one_moment(a, b)
                    && !(relation.tie != Tie::Slip && (self.may_grow(a) || self.may_grow(b)))
                    && !excused(a)
                    && !excused(b)
                    && !self.known.states(part(b), a)
                    && !self.known.states(part(a), b)
            })
        };
        let mut kept: Vec<Relation> = found.into_iter().filter(fits).collect();
        // One pair is told once, by the firmest evidence: a slip that explains it.
        kept.sort_by_key(|relation| relation.tie != Tie::Slip);
        let mut pairs: FxHashSet<(ClaimId, ClaimId)> = FxHashSet::default();
        kept.retain(|relation| pair(relation).is_some_and(|(a, b)| pairs.insert((a.id.min(b.id), a.id.max(b.id)))));
        // Articles that differ more often than they bear each other out are of two events.
        let mut apart: FxHashMap<(usize, usize), FxHashSet<(String, String)>> = FxHashMap::default();
        let value = |claim: &Claim| claim.value.as_ref().map(ToString::to_string).unwrap_or_default();
        let of_parts = |a: &Claim, b: &Claim| (part(a).min(part(b)), part(a).max(part(b)));
        for (a, b) in kept.iter().filter_map(pair) {
            let (first, second) = if part(a) < part(b) { (a, b) } else { (b, a) };
            apart.entry(of_parts(a, b)).or_default().insert((value(first), value(second)));
        }
        let one_event: FxHashSet<(usize, usize)> = apart
            .into_iter()
            .filter(|((a, b), differing)| self.known.shared(*a, *b) >= differing.len())
            .map(|(parts, _)| parts)
            .collect();
        kept.retain(|relation| pair(relation).is_some_and(|(a, b)| one_event.contains(&of_parts(a, b))));
        kept
    }

    /// Were both told at one time, or are they about one period that was long over before either was?
    fn is_of_one_moment(&self, a: &Claim, b: &Claim) -> bool {
        let part = |claim: &Claim| self.parts.get(self.ledger.part_of(claim.id));
        let Some((one, other)) = part(a).zip(part(b)) else { return false };
        let differ =
            |one: Option<NaiveDate>, other| one.zip(other).is_some_and(|(one, other): (_, NaiveDate)| one != other);
        let times = one.time.zip(other.time).is_some_and(|(one, other)| one != other);
        if !differ(one.published, other.published) && !times {
            return true;
        }
        let first = one.published.into_iter().chain(other.published).min();
        let periods = a.context.period.zip(b.context.period);
        periods.zip(first).is_some_and(|((a, b), published)| a == b && (published - a.last()).num_days() > SETTLED)
    }

    /// Are both facts, or both forecasts, of periods that may be one?
    fn is_of_one_kind(&self, a: &Claim, b: &Claim) -> bool {
        a.context.modality == b.context.modality && !slip::at_other_times(self.ledger, a, b)
    }

    /// Is it a toll? One grows, though not tenfold, nor into its own digits in another order.
    fn may_grow(&self, claim: &Claim) -> bool {
        claim.kind == Kind::Number && claim.unit.is_none() && self.has_words(claim, &[TOLL])
    }

    /// Does a word of these classes stand in the sentence of a figure?
    fn has_words(&self, claim: &Claim, classes: &[&str]) -> bool {
        let after = self.passages.partition_point(|passage| passage.first.0 <= claim.sentence);
        let Some(passage) = after.checked_sub(1).and_then(|at| self.passages.get(at)) else { return false };
        let lexicon = &passage.segment.language.lexicon;
        let classes: Vec<Class> = classes.iter().filter_map(|name| lexicon.class(name)).collect();
        let (numbers, number) = (&passage.division.sentence, claim.sentence - passage.first.0);
        let tokens = numbers.partition_point(|it| *it < number)..numbers.partition_point(|it| *it <= number);
        let has = |at: usize| passage.segment.senses.at(at).iter().any(|sense| classes.contains(&sense.class));
        tokens.into_iter().any(has)
    }
}
