//! Joins what was read of the parts of a joined document: each in its own language and by its own publication date.

use super::{ClaimId, Extraction, LedgerPart};

impl<'a> Extraction<'a> {
    /// Is there neither a claim nor a word of rank?
    pub fn is_empty(&self) -> bool {
        self.ledger.claims.is_empty() && self.ledger.superlatives.is_empty()
    }

    /// Adds what was read of the next part. Gives the number of claims before its own, which its ids grew by.
    pub fn join(&mut self, mut part: Extraction<'a>) -> u32 {
        let first = self.ledger.claims.len() as u32;
        let (sentences, clauses) = self
            .passages
            .last()
            .map_or((0, 0), |last| (last.first.0 + last.division.sentences(), last.first.1 + last.division.clauses()));
        let shifted = |id: ClaimId| ClaimId(id.0 + first);
        for claim in &mut part.ledger.claims {
            claim.id = shifted(claim.id);
            claim.sentence += sentences;
            claim.clause += clauses;
        }
        for passage in &mut part.passages {
            passage.first = (passage.first.0 + sentences, passage.first.1 + clauses);
            passage.claims.iter_mut().for_each(|id| *id = shifted(*id));
        }
        for table in &mut part.tables {
            let lines = table.rows.iter_mut().chain(&mut table.columns);
            lines.flat_map(|line| &mut line.cells).for_each(|(_, id)| *id = shifted(*id));
        }
        part.ledger.people.iter_mut().for_each(|id| *id = shifted(*id));
        for superlative in &mut part.ledger.superlatives {
            superlative.claim = superlative.claim.map(shifted);
        }
        let (published, published_by) = (part.ledger.published, part.ledger.published_by.map(shifted));
        self.ledger.parts.push(LedgerPart { first, published, published_by });
        self.ledger.claims.append(&mut part.ledger.claims);
        self.ledger.labels.append(&mut part.ledger.labels);
        self.ledger.people.append(&mut part.ledger.people);
        self.ledger.superlatives.append(&mut part.ledger.superlatives);
        self.passages.append(&mut part.passages);
        self.tables.append(&mut part.tables);
        first
    }
}
