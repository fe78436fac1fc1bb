//! Which file a place is in, where several documents are checked as one.

use super::{Article, printable};
use crate::extract::Claim;
use crate::judge::Finding;
use crate::source::Document;
use chrono::NaiveDate;

/// What reports say of the article as a whole, or of each part of a joined one.
pub struct PartOf<'a> {
    /// The part.
    pub document: &'a Document,
    /// Code of its language; empty where it is not known.
    pub language: &'a str,
    /// When it was published.
    pub published: Option<NaiveDate>,
}

impl<'a> Article<'a> {
    /// Was it joined from several documents?
    pub fn is_joined(&self) -> bool {
        !self.document.joined_parts().is_empty()
    }

    /// The parts of a joined article, or the article itself.
    pub fn parts(&self) -> Vec<PartOf<'a>> {
        let checked = self.checked;
        if !self.is_joined() {
            let (language, published) = (&*checked.language, checked.ledger.published);
            return vec![PartOf { document: self.document, language, published }];
        }
        let parts = self.document.joined_parts().iter().enumerate();
        let part = parts.map(|(index, part)| PartOf {
            document: &part.document,
            language: checked.parts.get(index).map_or("", |part| &*part.language),
            published: checked.ledger.parts.get(index).and_then(|part| part.published),
        });
        part.collect()
    }

    /// The name of what a byte of the text stands in: of the article, or of the part of a joined one.
    pub fn name_at(&self, byte: usize) -> String {
        self.document.part_at(byte).name()
    }

    /// A place as people read it: `9:20`, and with the name of its part where the article is joined: `b.txt 9:20`.
    pub fn place_name(&self, byte: usize) -> String {
        let place = self.places.of(byte);
        if self.is_joined() { format!("{} {place}", printable(&self.name_at(byte))) } else { place.to_string() }
    }

    /// The figures of a finding that crosses parts, each with its place: nothing where it does not.
    pub fn place_lines(&self, finding: &Finding) -> Vec<String> {
        let claims: Vec<&Claim> = finding.claims.iter().filter_map(|id| self.claim(*id)).collect();
        let part = |claim: &&Claim| self.document.part_index(claim.span.start);
        if claims.iter().map(part).min() == claims.iter().map(part).max() {
            return vec![];
        }
        let line = |claim: &&Claim| format!("{}: {}", self.place_name(claim.span.start), printable(self.text(claim)));
        claims.iter().map(line).collect()
    }
}
