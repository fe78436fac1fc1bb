//! Several documents checked as one: each is read and related by itself, in its own language and by its own publication
//! date; then all is judged together, with what ties the parts to each other.

use super::{Checked, CheckedPart, Checker, Reader};
use crate::data::DataError;
use crate::extract::Extraction;
use crate::relate::{AcrossPart, Relation, RelationId, across};
use crate::source::Document;
use std::sync::Arc;

/// What was read of a joined document, before it is judged.
pub struct JoinedReading<'a> {
    /// The claims and passages of all parts, one after another.
    pub extraction: Extraction<'a>,
    /// The relations within the parts, each made as if its part stood alone.
    pub relations: Vec<Relation>,
    /// The reader of each part; none where its language is not read.
    pub readers: Vec<Option<&'a Reader>>,
    /// Code and doubts of the language of each part.
    pub parts: Vec<CheckedPart>,
}

impl Checker {
    /// Reads a joined document, and where `related`, makes the relations within its parts.
    ///
    /// # Errors
    /// If the pack of the language of a part cannot be used.
    pub fn read_joined<'a>(&'a self, document: &'a Document, related: bool) -> Result<JoinedReading<'a>, DataError> {
        let mut reading =
            JoinedReading { extraction: Extraction::default(), relations: vec![], readers: vec![], parts: vec![] };
        for (part, blocks) in document.joined_parts().iter().zip(document.blocks_of_parts()) {
            let (reader, checked) = self.read(&part.document)?;
            let mut extraction = Extraction::default();
            let mut relations = Vec::new();
            if let Some(reader) = reader {
                extraction = self.extraction(document, &part.document, blocks, reader);
                if related && !extraction.is_empty() {
                    (relations, _) = self.related(&document.text, reader, &extraction, self.references(reader))?;
                }
            }
            let claims = reading.extraction.join(extraction);
            let before = reading.relations.len() as u32;
            reading.relations.extend(relations.into_iter().map(|relation| relation.shifted(before, claims)));
            reading.readers.push(reader);
            reading.parts.push(CheckedPart { language: checked.language, doubt: checked.doubt });
        }
        Ok(reading)
    }

    /// Judges a joined document by the relations within its parts and those `across` them, whose ids and guards are
    /// given here.
    ///
    /// # Errors
    /// If the pack of the language of a part cannot be used.
    pub fn judge_joined(
        &self,
        document: &Document,
        reading: JoinedReading<'_>,
        across: Vec<Relation>,
    ) -> Result<Checked, DataError> {
        let JoinedReading { extraction, mut relations, readers, parts } = reading;
        for mut relation in across {
            relation.id = RelationId(relations.len() as u32);
            relation.guards = self.guards(&extraction, &readers, &relation)?;
            relations.push(relation);
        }
        let judgement = self.judged(&document.text, &extraction.ledger, &relations);
        let checked = Checked { ledger: extraction.ledger, relations, judgement, ..of_parts(parts) };
        Ok(self.suppressed(document, &self.options.judge, checked.without_supposed()))
    }

    /// The guards near the claims of a relation, each in the language of its part.
    fn guards(
        &self,
        extraction: &Extraction<'_>,
        readers: &[Option<&Reader>],
        relation: &Relation,
    ) -> Result<Vec<Arc<str>>, DataError> {
        let mut guards: Vec<Arc<str>> = Vec::new();
        for id in relation.claims() {
            let Some(reader) = readers.get(extraction.ledger.part_of(id)).copied().flatten() else { continue };
            let near = self.relater(reader)?.guards_near(extraction, id);
            guards.extend(near);
        }
        guards.sort();
        guards.dedup();
        Ok(guards)
    }

    /// Judges a joined document, and holds against each other what its parts say of one thing, where they are in one
    /// language. What is news since is no slip: see [`across`].
    ///
    /// # Errors
    /// If the pack of the language of a part cannot be used.
    pub fn check_together(&self, document: &Document) -> Result<Checked, DataError> {
        let reading = self.read_joined(document, true)?;
        let parts = document.joined_parts().iter().zip(&reading.parts).zip(&reading.extraction.ledger.parts);
        let parts = parts.map(|((part, checked), ledger)| AcrossPart {
            language: checked.language.clone(),
            published: ledger.published,
            time: part.document.published.and(part.document.published_time),
        });
        let across = across(&reading.extraction, &parts.collect::<Vec<_>>());
        self.judge_joined(document, reading, across)
    }

    /// Extracts and judges a joined document.
    pub(super) fn check_joined(&self, document: &Document) -> Result<Checked, DataError> {
        let reading = self.read_joined(document, true)?;
        self.judge_joined(document, reading, Vec::new())
    }

    /// Extracts only.
    pub(super) fn extract_joined(&self, document: &Document) -> Result<Checked, DataError> {
        let JoinedReading { extraction, parts, .. } = self.read_joined(document, false)?;
        Ok(Checked { ledger: extraction.ledger, ..of_parts(parts) })
    }
}

/// Nothing but the languages of the parts, and the one of all of them where they have one.
pub(super) fn of_parts(parts: Vec<CheckedPart>) -> Checked {
    let first = parts.first().map(|part| part.language.clone()).unwrap_or_default();
    let language = if parts.iter().all(|part| part.language == first) { first } else { Arc::default() };
    Checked { language, parts, ..Checked::default() }
}
