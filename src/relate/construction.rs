//! Constructions: patterns of one language that tie the figures of a sentence.

mod bind;
mod keep;

use super::before::filled_from_before;
use super::definition::{Definition, Definitions};
use super::file::SlotKind;
use super::fitting::fits;
use super::relation::Relation;
use crate::data::DataError;
use crate::extract::{Ledger, Mention, Passage};
use crate::language::compiled::CompiledConstructions;
use crate::language::file::Alike;
use crate::language::pattern::{Input, Meter, Pattern, Scratch, Step, Type};
use crate::language::{Class, Fits, Language, PatternIndex, TokenKind, Word};
use crate::nearest::did_you_mean;
use crate::value::Decimal;
use keep::{Match, keep};
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
