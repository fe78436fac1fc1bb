//! `Relater`: all that ties the claims of an article.

use super::complete::{Open, complete, merge, without_hedges};
use super::construction::Constructions;
use super::currencies::Currencies;
use super::definition::Definitions;
use super::exchange::exchange;
use super::link::link;
use super::ordered::ordered;
use super::read::read;
use super::reference::References;
use super::relation::{Relation, RelationId};
use super::table::{keep_prose, tables};
use crate::data::DataError;
use crate::extract::{ClaimId, Extraction};
use crate::language::{Class, Language};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Makes the relations of articles in one language.
#[derive(Debug)]
pub struct Relater {
    constructions: Constructions,
    guards: Vec<(Arc<str>, Class)>,
    quotation: Option<Arc<str>>,
}

/// The guard of figures that stand between quotation marks: it needs no words.
const QUOTATION: &str = "quotation";

impl Relater {
    /// Compiles the constructions of a language. `guards` are the classes that checks ask about; a language that does not
    /// have one never guards by it.
    ///
    /// # Errors
    /// Names the construction that cannot be used.
    pub fn new(language: &Language, definitions: &Definitions, guards: &[Arc<str>]) -> Result<Self, DataError> {
        let known = guards.iter().filter_map(|name| Some((name.clone(), language.lexicon.class(name)?)));
        Ok(Relater {
            guards: known.collect(),
            quotation: guards.iter().find(|name| &***name == QUOTATION).cloned(),
            constructions: Constructions::new(language, definitions)?,
        })
    }

    /// Can it tell where that guard stands?
    pub fn knows_guard(&self, name: &str) -> bool {
        name == QUOTATION || self.guards.iter().any(|(known, _)| **known == *name)
    }

    /// The relations of an article: constructions in the order of the text, then links.
    pub fn relate(
        &self,
        extraction: &Extraction<'_>,
        definitions: &Definitions,
        currencies: &Currencies,
    ) -> Vec<Relation> {
        let mut relations = Vec::new();
        self.constructions.relate(&extraction.passages, &extraction.ledger, definitions, &mut relations);
        relations.extend(without_hedges(&extraction.ledger, &relations, definitions));
        exchange(&extraction.ledger, &extraction.passages, currencies, &mut relations);
        let constructed = relations.len();
        link(&extraction.ledger, &extraction.passages, definitions, &mut relations);
        keep_prose(&extraction.ledger, &mut relations, constructed);
        tables(&extraction.ledger, &extraction.tables, &extraction.passages, &mut relations);
        ordered(&extraction.ledger, &mut relations);
        read(&extraction.ledger, &extraction.passages, &mut relations);
        self.register(extraction, &mut relations, 0);
        relations
    }

    /// Ties claims to the facts of a newsroom's table.
    pub fn refer(
        &self,
        extraction: &Extraction<'_>,
        definitions: &Definitions,
        references: &References,
        relations: &mut Vec<Relation>,
    ) {
        let known = relations.len();
        references.refer(extraction, definitions, relations);
        self.register(extraction, relations, known);
    }

    /// Adds what the relations become when figures near by fill slots that they leave open. `false` if there is nothing to
    /// add.
    pub fn complete(
        &self,
        extraction: &Extraction<'_>,
        definitions: &Definitions,
        open: &[Open],
        relations: &mut Vec<Relation>,
    ) -> bool {
        let known = relations.len();
        let completed = complete(&extraction.ledger, relations, open, definitions);
        let merged = merge(&extraction.ledger, relations, definitions);
        relations.extend(completed);
        relations.extend(merged);
        keep_prose(&extraction.ledger, relations, known);
        self.register(extraction, relations, known);
        relations.len() > known
    }

    /// Gives the relations from `first` on their ids and the guards that stand near them.
    fn register(&self, extraction: &Extraction<'_>, relations: &mut [Relation], first: usize) {
        let ledger = &extraction.ledger;
        let mut guards_of: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        for (index, relation) in relations.iter_mut().enumerate().skip(first) {
            relation.id = RelationId(index as u32);
            let mut guards: Vec<Arc<str>> = Vec::new();
            for claim in relation.claims() {
                let claim = ledger.get(claim);
                if let Some(quotation) = &self.quotation
                    && claim.quoted
                    && !guards.contains(quotation)
                {
                    guards.push(quotation.clone());
                }
                let of_sentence =
                    guards_of.entry(claim.sentence).or_insert_with(|| self.guards_in(extraction, claim.sentence));
                for guard in of_sentence.iter() {
                    let (name, _) = &self.guards[*guard];
                    if !guards.contains(name) {
                        guards.push(name.clone());
                    }
                }
            }
            relation.guards = guards;
        }
    }

    /// The guards that stand near one claim.
    pub fn guards_near(&self, extraction: &Extraction<'_>, claim: ClaimId) -> Vec<Arc<str>> {
        let claim = extraction.ledger.get(claim);
        let quotation = self.quotation.clone().filter(|_| claim.quoted);
        let words = self.guards_in(extraction, claim.sentence).into_iter();
        quotation
            .into_iter()
            .chain(words.filter_map(|guard| self.guards.get(guard)).map(|(name, _)| name.clone()))
            .collect()
    }

    /// The guards whose words stand in a sentence, in the order of the words.
    fn guards_in(&self, extraction: &Extraction<'_>, sentence: u32) -> Vec<usize> {
        let mut found = Vec::new();
        let passages = &extraction.passages;
        let after = passages.partition_point(|passage| passage.first.0 <= sentence);
        let Some(passage) = after.checked_sub(1).map(|at| &passages[at]) else { return found };
        let (numbers, number) = (&passage.division.sentence, sentence - passage.first.0);
        let tokens =
            numbers.partition_point(|other| *other < number)..numbers.partition_point(|other| *other <= number);
        for sense in tokens.flat_map(|at| passage.segment.senses.at(at)) {
            if let Some(guard) = self.guards.iter().position(|(_, class)| *class == sense.class)
                && !found.contains(&guard)
            {
                found.push(guard);
            }
        }
        found
    }
}
