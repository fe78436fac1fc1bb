//! `Relater`: all that ties the claims of an article.

use super::complete::{Open, complete, merge};
use super::construction::Constructions;
use super::currencies::Currencies;
use super::definition::Definitions;
use super::exchange::exchange;
use super::link::link;
use super::ordered::ordered;
use super::read::read;
use super::relation::{Relation, RelationId};
use super::table::{keep_prose, tables};
use crate::data::DataError;
use crate::extract::Extraction;
use crate::language::{Class, Language};
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
        for passage in &extraction.passages {
            self.constructions.relate(passage, &extraction.ledger, definitions, &mut relations);
        }
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
        if relations.len() == first {
            return;
        }
        let ledger = &extraction.ledger;
        let guarded = self.guarded(extraction);
        for (index, relation) in relations.iter_mut().enumerate().skip(first) {
            relation.id = RelationId(index as u32);
            let mut guards: Vec<Arc<str>> = Vec::new();
            for claim in relation.claims() {
                if let Some(quotation) = &self.quotation
                    && ledger.get(claim).quoted
                    && !guards.contains(quotation)
                {
                    guards.push(quotation.clone());
                }
                let sentence = ledger.get(claim).sentence;
                let from = guarded.partition_point(|(number, _)| *number < sentence);
                for (_, name) in guarded[from..].iter().take_while(|(number, _)| *number == sentence) {
                    if !guards.contains(name) {
                        guards.push(name.clone());
                    }
                }
            }
            relation.guards = guards;
        }
    }

    /// Sentences in which a word of a guard class stands, in order.
    fn guarded(&self, extraction: &Extraction<'_>) -> Vec<(u32, Arc<str>)> {
        let mut guarded = Vec::new();
        for passage in extraction.passages.iter().filter(|passage| !passage.claims.is_empty()) {
            for at in 0..passage.segment.tokens.len() {
                for sense in passage.segment.senses.at(at) {
                    if let Some((name, _)) = self.guards.iter().find(|(_, class)| *class == sense.class) {
                        guarded.push((passage.first.0 + passage.division.sentence[at], name.clone()));
                    }
                }
            }
        }
        guarded
    }
}
