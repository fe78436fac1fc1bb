//! One document made of several, so that what they say can be held against each other.

use super::{Block, Cell, Comment, Document, Origin};
use std::ops::Range;

/// What stands between two parts: no sentence crosses it.
const BETWEEN: &str = "\n\n";

/// A document that is a part of a joined one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedPart {
    /// The document as it was.
    pub document: Document,
    /// The first byte of its text in the joined text.
    pub start: usize,
    /// The index of its first block among the joined blocks.
    pub first_block: usize,
}

impl Document {
    /// Several documents as one: their texts one after another, with their blocks, tables and comments. Every place leads
    /// back to the part that it stands in. A part that is itself joined gives its own parts.
    pub fn joined(documents: Vec<Document>) -> Document {
        let mut joined = Document::default();
        let mut parts: Vec<JoinedPart> = Vec::with_capacity(documents.len());
        let mut tables = 0;
        for document in documents.into_iter().flat_map(Document::into_parts) {
            if !parts.is_empty() {
                joined.text.push_str(BETWEEN);
            }
            let (start, first_block) = (joined.text.len(), joined.blocks.len());
            joined.text.push_str(&document.text);
            joined.blocks.extend(document.blocks.iter().map(|block| Block {
                span: block.span.start + start..block.span.end + start,
                role: block.role,
                cell: block.cell.map(|cell| Cell { table: cell.table + tables, ..cell }),
            }));
            tables =
                joined.blocks.iter().filter_map(|block| block.cell).map(|cell| cell.table).fold(tables, usize::max);
            // What they say of the source is said of the part's own.
            let comments = document.comments.iter().map(|it| Comment { at: it.at + start, ..it.clone() });
            joined.comments.extend(comments);
            parts.push(JoinedPart { document, start, first_block });
        }
        joined.id = parts.iter().map(|part| part.document.name()).collect::<Vec<_>>().join(" + ");
        joined.origin = Origin::Joined(parts);
        joined
    }

    /// Its parts; an ordinary document is its own only one.
    fn into_parts(self) -> Vec<Document> {
        match self.origin {
            Origin::Joined(parts) => parts.into_iter().map(|part| part.document).collect(),
            _ => vec![self],
        }
    }

    /// The parts that it was joined from; none for an ordinary document.
    pub fn joined_parts(&self) -> &[JoinedPart] {
        match &self.origin {
            Origin::Joined(parts) => parts,
            _ => &[],
        }
    }

    /// Index of the part that a byte of the text stands in; 0 for an ordinary document. What stands between two parts
    /// belongs to the first of them.
    pub fn part_index(&self, byte: usize) -> usize {
        self.joined_parts().partition_point(|part| part.start <= byte).saturating_sub(1)
    }

    /// The document that a byte of the text stands in: this one, or the part of a joined one.
    pub fn part_at(&self, byte: usize) -> &Document {
        self.joined_parts().get(self.part_index(byte)).map_or(self, |part| &part.document)
    }

    /// The document that a span of the text stands in, as [`Document::part_at`], and the bytes of its
    /// [`Document::source`] that the span came from.
    pub fn source_at(&self, text: Range<usize>) -> (&Document, Range<usize>) {
        match self.joined_parts().get(self.part_index(text.start)) {
            Some(JoinedPart { document, start, .. }) => {
                let end = (text.end - start).min(document.text.len()).max(text.start - start);
                (document, document.source_span(text.start - start..end))
            }
            None => (self, self.source_span(text)),
        }
    }

    /// The blocks of each part, as indexes: all of them at once for an ordinary document.
    pub fn blocks_of_parts(&self) -> Vec<Range<usize>> {
        let parts = self.joined_parts();
        if parts.is_empty() {
            return std::iter::once(0..self.blocks.len()).collect();
        }
        let ends = parts.iter().skip(1).map(|part| part.first_block).chain([self.blocks.len()]);
        parts.iter().zip(ends).map(|(part, end)| part.first_block..end).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Place, Places, from_markdown, from_text};
    use super::*;

    fn named(name: &str, text: &str) -> Document {
        from_text(name.to_owned(), Some(name.to_owned()), text.to_owned())
    }

    #[test]
    fn every_place_leads_back_to_a_part() {
        let table = "# Sales\n\n| year | sales |\n|---|---|\n| 2022 | 5 |\n";
        let markdown = |name: &str| from_markdown(name.to_owned(), Some(name.to_owned()), table.to_owned());
        let joined =
            Document::joined(vec![named("a.txt", "One.\n\nTwo 2."), markdown("b.md"), named("", ""), markdown("c.md")]);
        assert_eq!(joined.name(), "a.txt + b.md +  + c.md");
        let places = Places::new(&joined);
        let at = joined.text.find("2.").unwrap();
        assert_eq!(
            (joined.part_at(at).name(), places.of(at)),
            ("a.txt".to_owned(), Place::Line { line: 3, column: 5 })
        );
        for (at, _) in joined.text.match_indices("2022") {
            let (part, source) = joined.source_at(at..at + 4);
            assert_eq!(&part.source()[source], "2022");
            assert_eq!(places.of(at), Place::Line { line: 5, column: 3 });
        }
        let last = joined.text.rfind("Sales").unwrap();
        assert_eq!(joined.part_at(last).name(), "c.md");
        assert!(joined.blocks.iter().all(|block| joined.text.get(block.span.clone()).is_some()));
        let tables: Vec<usize> = joined.blocks.iter().filter_map(|block| block.cell).map(|cell| cell.table).collect();
        assert_eq!(tables, [1, 1, 1, 1, 2, 2, 2, 2]);
        let blocks: Vec<usize> = joined.blocks_of_parts().iter().map(ExactSizeIterator::len).collect();
        assert_eq!(blocks, [2, 5, 0, 5]);
    }

    #[test]
    fn what_is_joined_twice_is_joined_once() {
        let [one, two, three] = ["1", "2", "3"].map(|text| named(text, text));
        let twice = Document::joined(vec![Document::joined(vec![one.clone(), two.clone()]), three.clone()]);
        assert_eq!(twice, Document::joined(vec![one, two, three]));
        assert_eq!(twice.text, "1\n\n2\n\n3");
        assert_eq!(Document::joined(vec![]).joined_parts(), []);
    }
}
