//! Constructions: patterns of one language that tie the figures of a sentence.

use super::before::filled_from_before;
use super::definition::{Definition, Definitions};
use super::file::SlotKind;
use super::fitting::{commensurable, counts_its_list, fits, grouped, holds_all, is_alike, is_per_unit};
use super::relation::{Filler, Relation, RelationId, Tie};
use crate::data::DataError;
use crate::extract::{Claim, ClaimId, Ledger, Mention, Passage};
use crate::language::compiled::CompiledConstructions;
use crate::language::file::Alike;
use crate::language::pattern::{Capture, Found, Input, Meter, Pattern, Scratch, Step, Type};
use crate::language::{Class, Fits, Language, PatternIndex, TokenKind, Word};
use crate::nearest::did_you_mean;
use crate::value::{Decimal, Value};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// A construction of a pack, compiled.
#[derive(Debug)]
pub struct Construction {
    id: Arc<str>,
    relation: Arc<str>,
    /// Its place in the definitions.
    definition: usize,
    set: Vec<(Arc<str>, Set)>,
    unless: Vec<Class>,
    unless_next: Vec<Class>,
    complete: bool,
    elide: bool,
    alike: Option<Alike>,
}

/// What fills a slot without standing in the text.
#[derive(Clone, Debug)]
enum Set {
    Constant(Decimal),
    /// A number said of the claim in another slot.
    Of(Arc<str>, Decimal),
    Published,
    /// The last figure of the sentence before that may be added to those here.
    Previous,
    /// All figures of the sentence before that may be added to those here.
    PreviousAll,
    /// Some figure of the sentences before, whichever.
    Before,
}

/// All constructions of a language.
#[derive(Debug, Default)]
pub struct Constructions {
    constructions: Vec<Construction>,
    index: PatternIndex,
    /// What the claim steps ask, by relation and number; `None` where no construction of the relation asks so.
    asks: Vec<Vec<Option<Asks>>>,
    /// What is written after `@`, by the number of the claim step.
    fits: Vec<Fits>,
}

/// What a claim step asks in constructions of one relation.
#[derive(Clone, Copy, Debug)]
enum Asks {
    /// What fills a slot of that kind.
    Slot(SlotKind),
    /// What is written after `@`: an index into `Constructions::fits`.
    Fits(usize),
}

impl Constructions {
    /// Compiles the constructions of a pack.
    ///
    /// # Errors
    /// Names the construction whose relation, slot, class or pattern cannot be used.
    pub fn new(language: &Language, definitions: &Definitions) -> Result<Self, DataError> {
        let CompiledConstructions { constructions: files, index } = language.constructions()?;
        let mut constructions = Vec::with_capacity(files.len());
        for file in &files {
            let within =
                |error: DataError| error.within(format!("language {}: construction {:?}", language.code, file.id));
            let definition = definitions.get(&file.relation).ok_or_else(|| {
                let near = did_you_mean(&file.relation, definitions.iter().map(|definition| &*definition.name));
                within(DataError::here(format!("there is no relation {:?}{near}", file.relation)))
            })?;
            let slot = |name: &str| {
                let slot = definition.slot(name).map(|index| &definition.slots[index]);
                slot.ok_or_else(|| within(no_slot(definition, name)))
            };
            let mut set = Vec::new();
            for (name, value) in &file.set {
                let filler = match value.as_str() {
                    "published" => Set::Published,
                    "previous" => Set::Previous,
                    "previous-all" => Set::PreviousAll,
                    "before" => Set::Before,
                    text => {
                        let (number, of) = match text.split_once(" of ") {
                            Some((number, of)) => (number, Some(slot(of)?.name.clone())),
                            None => (text, None),
                        };
                        let number = number.parse().map_err(|_| {
                            within(DataError::here(format!(
                                "set: {text:?} is neither a number, nor a number of a slot, nor \"published\", \"previous\", \"previous-all\" or \"before\""
                            )))
                        })?;
                        of.map_or(Set::Constant(number), |of| Set::Of(of, number))
                    }
                };
                set.push((slot(name)?.name.clone(), filler));
            }
            let class = |name: &String| {
                let class = language.lexicon.class(name);
                class.ok_or_else(|| within(DataError::here(format!("unless: {}", language.lexicon.no_class(name)))))
            };
            constructions.push(Construction {
                id: file.id.as_str().into(),
                relation: definition.name.clone(),
                definition: definitions.position(&file.relation).unwrap_or(usize::MAX),
                set,
                unless: file.unless.iter().map(class).collect::<Result<_, _>>()?,
                unless_next: file.unless_next.iter().map(class).collect::<Result<_, _>>()?,
                complete: file.complete,
                elide: file.elide,
                alike: file.alike,
            });
        }
        let mut out = Constructions { constructions, fits: Fits::of(&index), index, asks: Vec::new() };
        out.ask(definitions).map_err(|error| error.within(format!("language {}", language.code)))?;
        Ok(out)
    }

    /// Settles what each claim step asks.
    fn ask(&mut self, definitions: &Definitions) -> Result<(), DataError> {
        self.asks = definitions.iter().map(|_| vec![None; self.fits.len()]).collect();
        let mut names: FxHashSet<(usize, u16)> = FxHashSet::default();
        let claims: Vec<&str> = self.index.claims().collect();
        for pattern in self.index.iter() {
            let relation = self.constructions[pattern.owner as usize].definition;
            let Some(definition) = definitions.at(relation) else { continue };
            for step in pattern.steps {
                match step {
                    Step::Claim(claim) => {
                        let claim = usize::from(*claim);
                        let asks = &mut self.asks[relation][claim];
                        if asks.is_none() {
                            let slot = definition.slot(claims[claim]).map(|slot| definition.slots[slot].kind);
                            *asks = Some(slot.map_or(Asks::Fits(claim), Asks::Slot));
                        }
                    }
                    Step::Open(name) if names.insert((relation, *name)) => {
                        let name = self.index.name(*name);
                        // What has no name is context: it must stand there and fills nothing.
                        if !name.is_empty() && definition.slot(name).is_none() {
                            let construction = &self.constructions[pattern.owner as usize];
                            return Err(no_slot(definition, name).within(format!("construction {:?}", construction.id)));
                        }
                    }
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Every relation that a construction makes in some passages.
    pub fn relate(
        &self,
        passages: &[Passage<'_>],
        ledger: &Ledger,
        definitions: &Definitions,
        relations: &mut Vec<Relation>,
    ) {
        let mut made = Vec::new();
        let mut work = Work { scratch: Scratch::default(), candidates: Vec::new(), met: self.index.needs().meter() };
        for passage in passages.iter().filter(|passage| !passage.mentions.is_empty()) {
            self.relate_one(passage, ledger, definitions, &mut work, &mut made);
        }
        for relation in made {
            let open = self.constructions.iter().find(|one| one.id == relation.via).map(Construction::before);
            match open.filter(|open| !open.is_empty()).zip(definitions.get(&relation.name)) {
                Some((open, definition)) => relations.extend(filled_from_before(&relation, &open, ledger, definition)),
                None => relations.push(relation),
            }
        }
    }

    fn relate_one(
        &self,
        passage: &Passage<'_>,
        ledger: &Ledger,
        definitions: &Definitions,
        work: &mut Work<'_>,
        relations: &mut Vec<Relation>,
    ) {
        let (mentions, sentences) = (&passage.mentions, &passage.division.sentence);
        let senses = &passage.segment.senses;
        let Work { scratch, candidates, met } = work;
        met.clear();
        let mut found: Vec<Match> = Vec::new();
        let (mut at, mut next_mention, mut read_to, mut last_mention) = (0, 0, 0, 0);
        while at < passage.segment.tokens.len() {
            while mentions.get(next_mention).is_some_and(|mention| mention.tokens.end <= at) {
                next_mention += 1;
            }
            // No figure ahead: nothing can start here.
            let Some(ahead) = mentions.get(next_mention) else {
                break;
            };
            if ahead.tokens.start < at {
                at = ahead.tokens.end;
                continue;
            }
            if read_to <= at {
                keep(std::mem::take(&mut found), relations);
                // On to the first sentence with a figure.
                let sentence = sentences[ahead.tokens.start];
                at = at.max(sentences.partition_point(|other| *other < sentence));
                let within = |mention: &Mention| sentences[mention.tokens.start] <= sentence;
                last_mention = next_mention + mentions[next_mention..].partition_point(within);
                read_to = sentences.partition_point(|other| *other <= sentence);
                (at..read_to).for_each(|at| met.read(at, senses.word(at), senses.at(at)));
            }
            // No figure ahead in this sentence.
            let claims = last_mention.saturating_sub(next_mention);
            if claims == 0 {
                at = read_to;
                continue;
            }
            let claim = (ahead.tokens.start == at).then_some(ahead.tokens.end);
            let wanted = |pattern| self.index.least_claims(pattern) <= claims && met.allows(pattern, at);
            self.index.candidates(&passage.segment, at, claim, wanted, candidates);
            for candidate in candidates.iter() {
                let pattern = self.index.get(*candidate);
                let construction = &self.constructions[pattern.owner as usize];
                let Some(definition) = definitions.at(construction.definition) else {
                    continue;
                };
                let input = Sentence { passage, pattern, asks: &self.asks[construction.definition], fits: &self.fits };
                let Some(matched) = pattern.find(&input, at, scratch) else {
                    continue;
                };
                if matched.end == at || sentences[matched.end - 1] != sentences[at] {
                    continue;
                }
                let name = |name| self.index.name(name);
                if let Some(relation) = construction.bind(passage, ledger, definition, &name, at, &matched) {
                    found.push(Match { relation, start: at, end: matched.end });
                }
            }
            at += 1;
        }
        keep(found, relations);
    }
}

/// Memory kept from one passage to the next.
struct Work<'a> {
    scratch: Scratch,
    candidates: Vec<u32>,
    met: Meter<'a>,
}

/// What to say of a slot that a relation does not have.
fn no_slot(definition: &Definition, name: &str) -> DataError {
    let near = did_you_mean(name, definition.slots.iter().map(|slot| &*slot.name));
    DataError::here(format!("the relation {:?} has no slot {name:?}{near}", definition.name))
}

/// Keeps what the constructions of one sentence say, each thing once.
fn keep(mut found: Vec<Match>, relations: &mut Vec<Relation>) {
    keep_leftmost(&mut found);
    let mut found = found.into_iter().map(|matched| matched.relation).collect();
    keep_fullest(&mut found);
    relations.extend(found);
}

/// A relation and the tokens that it was read from.
struct Match {
    relation: Relation,
    start: usize,
    end: usize,
}

/// Of matches of one construction that end at the same claim, the one that starts first stays: in "248,000 dollars, or 10
/// cents a share, up from 271,000 dollars" the words between belong to the first figure.
fn keep_leftmost(found: &mut Vec<Match>) {
    let keep: Vec<bool> = (0..found.len())
        .map(|index| {
            let this = &found[index];
            !found.iter().any(|other| {
                other.relation.via == this.relation.via
                    && other.end == this.end
                    && other.start < this.start
                    && other.relation.slots.len() >= this.relation.slots.len()
            })
        })
        .collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
}

/// Of relations of one name whose claims are among another's, only the other stays.
fn keep_fullest(found: &mut Vec<Relation>) {
    let claims: Vec<Vec<ClaimId>> = found.iter().map(|relation| relation.claims().collect()).collect();
    let covered = |index: usize| {
        (0..found.len()).any(|other| {
            let same = found[other].name == found[index].name;
            let within = claims[index].iter().all(|claim| claims[other].contains(claim));
            let larger =
                found[other].slots.len() > found[index].slots.len() || claims[other].len() > claims[index].len();
            let first = found[other].slots.len() == found[index].slots.len()
                && claims[other].len() == claims[index].len()
                && other < index;
            same && other != index && within && (larger && claims[other].len() >= claims[index].len() || first)
        })
    };
    let keep: Vec<bool> = (0..found.len()).map(|index| !covered(index)).collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
}

/// A passage as a pattern of a relation looks at it: figures are single steps, words inside figures are none.
struct Sentence<'a> {
    passage: &'a Passage<'a>,
    pattern: Pattern<'a>,
    /// What the claim steps ask.
    asks: &'a [Option<Asks>],
    fits: &'a [Fits],
}

impl Sentence<'_> {
    fn mention_at(&self, at: usize) -> Option<&Mention> {
        let index = self.passage.mentions.partition_point(|mention| mention.tokens.end <= at);
        self.passage.mentions.get(index).filter(|mention| mention.tokens.start <= at)
    }
}

impl Input for Sentence<'_> {
    fn literal(&self, at: usize, word: Word) -> bool {
        self.passage.segment.senses.word(at) == word && self.mention_at(at).is_none()
    }

    fn class(&self, at: usize, class: Class, value: Option<u32>, skip: usize) -> Option<(usize, u32)> {
        self.passage.segment.nth_class(at, class, value, skip).filter(|_| self.mention_at(at).is_none())
    }

    fn typed(&self, at: usize, kind: Type) -> Option<usize> {
        self.passage.segment.typed(at, kind).filter(|_| self.mention_at(at).is_none())
    }

    fn claim(&self, at: usize, step: u16) -> Option<usize> {
        let mention = self.mention_at(at).filter(|mention| mention.tokens.start == at)?;
        let fitting = match self.asks[usize::from(step)]? {
            Asks::Slot(kind) => fits(kind, mention.kind),
            Asks::Fits(fits) => mention.fits(&self.fits[fits]),
        };
        fitting.then_some(mention.tokens.end)
    }

    fn glued(&self, at: usize) -> bool {
        self.passage.segment.tokens.get(at).is_some_and(|token| token.glued)
    }

    fn gap(&self, at: usize) -> Option<usize> {
        let clause = &self.passage.division.clause;
        let inside = at < clause.len() && (at + 1 >= clause.len() || clause[at + 1] == clause[at]);
        let segment = &self.passage.segment;
        let punctuation = segment.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Symbol)
            && matches!(segment.word(at), "," | ";" | ":" | "." | "(" | ")" | "?" | "!");
        let captured =
            self.passage.segment.senses.at(at).iter().any(|sense| self.pattern.captured.contains(&sense.class));
        (inside && !punctuation && !captured && self.mention_at(at).is_none()).then_some(at + 1)
    }
}

impl Construction {
    /// The slots that figures of the sentences before are to fill.
    fn before(&self) -> Vec<Arc<str>> {
        let before = self.set.iter().filter(|(_, set)| matches!(set, Set::Before));
        before.map(|(name, _)| name.clone()).collect()
    }

    /// Puts what was captured into the slots of the relation.
    fn bind<'n>(
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
            && alike
            && whole
            && !counts_the_list(&relation, definition, ledger)
            && grouped(&relation, definition, ledger, self.elide)
            && is_per_unit(&relation, definition, ledger))
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
