//! References: claims tied to the facts of a newsroom's own table, and facts that fill what the text leaves open.
//!
//! A claim is tied to a fact only where its sentence names whom and what, with nothing among them that could make it a part,
//! a change or somebody else's; where the text says of when it speaks, only to the fact of just that time.

mod bound;
mod names;

use super::definition::Definitions;
use super::link::{one, relation};
use super::relation::{Filler, Relation, Tie};
use crate::extract::{Claim, ClaimId, Extraction, Ledger, Modality, Passage};
use crate::facts::{Fact, FactValue, Facts, Holds, Scale};
use crate::language::Language;
use crate::source::Role;
use crate::value::{Decimal, Grain, Kind, Level, Period, Value, exact_mul};
use bound::{Classes, Sentence};
use chrono::NaiveDate;
use names::{Names, Occurrence};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;
use std::sync::Arc;

/// Days after which a figure is one of the past.
const OLD_DAYS: i64 = 2 * 366;

/// What is measured of whom.
type Key = (usize, usize);

/// Facts, with their names as a language finds them.
#[derive(Debug)]
pub struct References {
    subjects: Names,
    measures: Names,
    facts: FxHashMap<Key, Vec<Arc<Fact>>>,
    classes: Classes,
}

/// A claim that speaks of what is measured of whom.
struct Spoken {
    claim: ClaimId,
    key: Key,
    /// Does it count what is measured, so that it may count some of them: "had 4,000 people"?
    counted: bool,
}

/// A share of what is measured of whom, and the amount that it is.
struct Share {
    share: ClaimId,
    part: ClaimId,
    key: Key,
}

impl References {
    /// The facts, for texts in a language.
    pub fn new(facts: &Facts, language: &Language) -> Self {
        let (mut subjects, mut measures) = (Names::default(), Names::default());
        let (mut of_subject, mut of_measure) = (FxHashMap::default(), FxHashMap::default());
        let mut rows: FxHashMap<Key, Vec<Arc<Fact>>> = FxHashMap::default();
        for fact in facts.iter() {
            let number = |known: &mut FxHashMap<String, usize>, names: &mut Names, name: &crate::facts::Name| {
                let next = known.len();
                let number = *known.entry(name.name.clone()).or_insert(next);
                name.all().for_each(|name| names.add(name, number, language));
                number
            };
            let key = (
                number(&mut of_subject, &mut subjects, &fact.subject),
                number(&mut of_measure, &mut measures, &fact.measure),
            );
            rows.entry(key).or_default().push(fact.clone());
        }
        References { subjects, measures, facts: rows, classes: Classes::new(language) }
    }

    /// Adds the ties of claims to facts, and lets facts fill what relations leave open.
    pub(super) fn refer(&self, extraction: &Extraction<'_>, definitions: &Definitions, relations: &mut Vec<Relation>) {
        let ledger = &extraction.ledger;
        let (spoken, shares) = self.spoken(&extraction.passages, ledger, &changed(relations));
        if spoken.is_empty() && shares.is_empty() {
            return;
        }
        let parts = parts(relations);
        let mut references = Vec::new();
        let mut keys: FxHashMap<ClaimId, Key> = FxHashMap::default();
        for Spoken { claim, key, counted } in spoken {
            let claim = ledger.get(claim);
            keys.insert(claim.id, key);
            if parts.contains(&claim.id) {
                continue;
            }
            if let Some((fact, mut tie)) = self.fact_of(key, claim, ledger.published) {
                if counted && !is_alike(&fact, claim) {
                    tie = Tie::Supposed;
                }
                let slots = vec![("claim", one(claim.id)), ("fact", Filler::Fact(fact))];
                references.push(relation("reference", slots, tie, "reference"));
            }
        }
        for relation in relations.iter_mut().filter(|relation| relation.tie > Tie::Supposed) {
            self.fill_earlier(relation, ledger, &keys, definitions);
        }
        references.extend(shares.iter().filter_map(|share| self.whole(share, ledger)));
        relations.append(&mut references);
    }

    /// The claims that speak of facts, and shares of what facts give. `changed`: what something rose or fell to.
    fn spoken(
        &self,
        passages: &[Passage<'_>],
        ledger: &Ledger,
        changed: &FxHashSet<ClaimId>,
    ) -> (Vec<Spoken>, Vec<Share>) {
        let (mut spoken, mut shares) = (Vec::new(), Vec::new());
        for passage in passages {
            if passage.claims.is_empty() || matches!(passage.role, Role::Cell | Role::Dateline | Role::Byline) {
                continue;
            }
            let mut at = 0;
            while at < passage.mentions.len() {
                let sentence = passage.division.sentence[passage.mentions[at].core.start];
                let tokens = extent(&passage.division.sentence, sentence);
                let last = passage.mentions.partition_point(|mention| mention.core.start < tokens.end);
                let mentions = at..last.max(at + 1);
                at = mentions.end;
                let subjects = self.subjects.find(&passage.segment, tokens.clone());
                if subjects.is_empty() {
                    continue;
                }
                let measures = self.measures.find(&passage.segment, tokens.clone());
                let sentence = Sentence {
                    passage,
                    classes: &self.classes,
                    tokens,
                    measures: measures.iter().map(|measure| measure.tokens.clone()).collect(),
                };
                for index in mentions {
                    let claim = ledger.get(passage.claims[index]);
                    let figure = passage.mentions[index].tokens.clone();
                    let pairs = || self.pairs(&subjects, &measures);
                    let change = changed.contains(&claim.id);
                    if let Some((_, m, key)) = only(pairs().filter(|(s, m, _)| sentence.binds(s, m, &figure, change))) {
                        let counted = claim.unit.is_none() && Sentence::is_counted(&m, &figure);
                        spoken.push(Spoken { claim: claim.id, key, counted });
                    } else if claim.kind == Kind::Percent
                        && let Some((s, m, key)) = only(pairs().filter(|(s, m, _)| sentence.is_whole(s, m, &figure)))
                        && let Some(part) = sentence.amount_beside(index, s.end.max(m.end))
                    {
                        shares.push(Share { share: claim.id, part: passage.claims[part], key });
                    }
                }
            }
        }
        (spoken, shares)
    }

    /// Where whom and what are named that the table knows together.
    fn pairs<'a>(
        &'a self,
        subjects: &'a [Occurrence],
        measures: &'a [Occurrence],
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>, Key)> + 'a {
        subjects.iter().flat_map(move |subject| {
            measures.iter().filter_map(move |measure| {
                let keys = subject.of.iter().flat_map(|s| measure.of.iter().map(move |m| (*s, *m)));
                let mut known = keys.filter(|key| self.facts.contains_key(key));
                let key = known.next()?;
                // A name of two things of which the same is known says nothing.
                known.next().is_none().then(|| (subject.tokens.clone(), measure.tokens.clone(), key))
            })
        })
    }

    /// The fact that a claim is held against, and how firmly.
    fn fact_of(&self, key: Key, claim: &Claim, published: Option<NaiveDate>) -> Option<(Arc<Fact>, Tie)> {
        if !matches!(claim.context.modality, Modality::Actual | Modality::Estimate) {
            return None;
        }
        let fitting = || self.facts.get(&key).into_iter().flatten().filter(|fact| fact.scale.fits(claim));
        let agrees = |fact: &&Arc<Fact>| meets(fact, claim);
        // Of several for one time that which agrees: the table is at odds with itself.
        let best = |facts: Vec<&Arc<Fact>>| facts.iter().copied().find(agrees).or(facts.first().copied()).cloned();
        let period = claim.context.period.filter(|_| !fitting().any(|fact| fact.scale == Scale::Date));
        if let Some(period) = period {
            let fact = best(fitting().filter(|fact| fact.holds.covers(period)).collect())?;
            // What holds at all times may have been measured otherwise long ago.
            let old = published.is_some_and(|day| (day - period.last()).num_days() > OLD_DAYS);
            let tie = if old && fact.holds == Holds::Always { Tie::Undated } else { Tie::Construction };
            return Some((fact, tie));
        }
        if let Some(fact) = best(fitting().filter(|fact| fact.holds == Holds::Always).collect()) {
            return Some((fact, Tie::Construction));
        }
        // The text does not say when: what was true at some time is no slip.
        if let Some(fact) = fitting().find(agrees) {
            return Some((fact.clone(), Tie::Undated));
        }
        let current = |fact: &&Arc<Fact>| published.is_some_and(|day| is_current(fact.holds, day));
        let latest = |fact: &&Arc<Fact>| fact.holds.days().0;
        match fitting().filter(current).max_by_key(latest) {
            Some(fact) => Some((fact.clone(), Tie::Undated)),
            None => fitting().max_by_key(latest).map(|fact| (fact.clone(), Tie::Supposed)),
        }
    }

    /// "Rose 5 percent to 1.2 trillion in 2022": the table has the level of the year before.
    fn fill_earlier(
        &self,
        relation: &mut Relation,
        ledger: &Ledger,
        keys: &FxHashMap<ClaimId, Key>,
        definitions: &Definitions,
    ) {
        let Some(definition) = definitions.get(&relation.name) else { return };
        for slot in &definition.slots {
            let Some(later) = slot.before.and_then(|index| definition.slots.get(index)) else { continue };
            if relation.filler(&slot.name).is_some() {
                continue;
            }
            let Some(Filler::Claims(ids)) = relation.filler(&later.name) else { continue };
            let [id] = ids.as_slice() else { continue };
            let (claim, Some(key)) = (ledger.get(*id), keys.get(id)) else { continue };
            // Of shorter periods nobody knows which earlier one is meant.
            let Some(year) = claim.context.period.filter(|period| period.grain() == Grain::Year) else { continue };
            let earlier = year.shift(-1);
            let fact = earlier.and_then(|year| self.fact_for(*key, year, |fact| fact.scale.fits(claim)));
            if let Some(fact) = fact.filter(|_| claim.context.modality == Modality::Actual) {
                relation.slots.push((slot.name.clone(), Filler::Fact(fact)));
            }
        }
    }

    /// "585,000 people, 40 percent of Arenal's population": the table has the population.
    fn whole(&self, share: &Share, ledger: &Ledger) -> Option<Relation> {
        let (part, of) = (ledger.get(share.part), ledger.get(share.share));
        let actual = |claim: &Claim| claim.context.modality == Modality::Actual;
        if !actual(part) || !actual(of) {
            return None;
        }
        let fits = |fact: &Fact| fact.scale.fits(part);
        let (fact, tie) = match of.context.period.or(part.context.period) {
            Some(period) => (self.fact_for(share.key, period, fits)?, Tie::Construction),
            None => {
                let now = |fact: &&Arc<Fact>| {
                    fact.holds == Holds::Always || ledger.published.is_some_and(|day| is_current(fact.holds, day))
                };
                let rows = self.facts.get(&share.key)?.iter().filter(|fact| fits(fact)).filter(now);
                (rows.max_by_key(|fact| fact.holds.days().0)?.clone(), Tie::Undated)
            }
        };
        let slots = vec![("part", one(part.id)), ("whole", Filler::Fact(fact)), ("share", one(of.id))];
        Some(relation("share", slots, tie, "reference"))
    }

    fn fact_for(&self, key: Key, period: Period, fits: impl Fn(&Fact) -> bool) -> Option<Arc<Fact>> {
        let facts = self.facts.get(&key)?.iter();
        facts.filter(|fact| fits(fact) && fact.holds.covers(period)).max_by_key(|fact| fact.holds.days().0).cloned()
    }
}

/// Are a fact and a count of one size?
fn is_alike(fact: &Fact, claim: &Claim) -> bool {
    let FactValue::Number(whole) = fact.value else { return false };
    let Some(Value::Number(counted)) = claim.value else { return false };
    let twice = |number| exact_mul(number, Decimal::TWO);
    twice(whole).is_some_and(|most| counted <= most) && twice(counted).is_some_and(|most| whole <= most)
}

/// Can a claim be what a fact says?
fn meets(fact: &Fact, claim: &Claim) -> bool {
    !fact.reading.at(Level::Standard).intersect(claim.law_reading().at(Level::Standard)).is_empty()
}

/// Does what is told without a date on that day speak of this? Of a period until the one after it is over, for nobody has
/// newer figures while it lasts.
fn is_current(holds: Holds, day: NaiveDate) -> bool {
    match holds {
        Holds::Always => true,
        Holds::For(period) => {
            let until = period.shift(1).map_or(period.last(), Period::last);
            period.first() <= day && day <= until
        }
        Holds::Between(from, to) => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
    }
}

/// The first of all, where the others are of the same key.
fn only(
    mut pairs: impl Iterator<Item = (Range<usize>, Range<usize>, Key)>,
) -> Option<(Range<usize>, Range<usize>, Key)> {
    let first = pairs.next()?;
    pairs.all(|(.., other)| other == first.2).then_some(first)
}

/// What the text says that something rose or fell to.
fn changed(relations: &[Relation]) -> FxHashSet<ClaimId> {
    let firm = relations.iter().filter(|relation| relation.tie > Tie::Supposed);
    firm.filter_map(|relation| relation.filler("final")).flat_map(Filler::claims).copied().collect()
}

/// Tokens of a sentence.
fn extent(sentences: &[u32], sentence: u32) -> Range<usize> {
    sentences.partition_point(|other| *other < sentence)..sentences.partition_point(|other| *other <= sentence)
}

/// Claims that the text itself says are parts, changes or earlier levels of something.
fn parts(relations: &[Relation]) -> FxHashSet<ClaimId> {
    const SLOTS: [&str; 8] = ["part", "parts", "share", "shares", "rate", "difference", "initial", "hundredths"];
    let firm = relations.iter().filter(|relation| relation.tie > Tie::Supposed);
    let slots = firm.flat_map(|relation| &relation.slots).filter(|(name, _)| SLOTS.contains(&&**name));
    slots.flat_map(|(_, filler)| filler.claims()).copied().collect()
}
