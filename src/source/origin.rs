//! The way back from the text of a document to the file that it was drawn from.

use super::{Document, JoinedPart, LineIndex, Place};
use std::ops::Range;

/// What the text of a document is to its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// It is the file, decoded.
    #[default]
    Text,
    /// It was drawn from markup.
    Markup(Box<Markup>),
    /// It was drawn from a file without lines; each block has the place of the same index.
    Parts(Vec<Place>),
    /// It is several documents, one after another.
    Joined(Vec<JoinedPart>),
}

/// Markup and the map from the text back into it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// The file, decoded.
    pub source: String,
    /// Where each run of the text came from, in order and without gaps.
    pub pieces: Vec<Piece>,
}

/// A run of text and the run of markup that it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// First byte of the text.
    pub text: usize,
    /// Bytes of the markup: as many as the text has where it is the same text; else all of it stands for all of the text.
    pub source: Range<usize>,
}

impl Markup {
    /// The bytes of the markup that a span of the text came from.
    pub fn span(&self, text: Range<usize>) -> Range<usize> {
        let start = self.byte(text.start, false);
        let end = if text.is_empty() { start } else { self.byte(text.end, true) };
        start..end.max(start)
    }

    /// The byte of the markup that a byte of the text came from; as an end, the byte after the last one.
    fn byte(&self, byte: usize, end: bool) -> usize {
        let inside = if end { byte.saturating_sub(1) } else { byte };
        let index = self.pieces.partition_point(|piece| piece.text <= inside);
        let Some(piece) = index.checked_sub(1).and_then(|index| self.pieces.get(index)) else { return 0 };
        let length = self.pieces.get(index).map(|next| next.text - piece.text);
        if length.is_none_or(|length| length == piece.source.len()) {
            (piece.source.start + (byte - piece.text)).min(piece.source.end)
        } else if end {
            piece.source.end
        } else {
            piece.source.start
        }
    }
}

/// Finds the places of a document. Those of a joined one are places of its parts.
#[derive(Debug)]
pub struct Places<'a> {
    joined: &'a Document,
    /// Those of the document itself, or of each part; with the first byte of its text.
    parts: Vec<(usize, Own<'a>)>,
}

/// Places of a document that is not joined.
#[derive(Debug)]
struct Own<'a> {
    document: &'a Document,
    lines: LineIndex<'a>,
}

impl<'a> Own<'a> {
    fn new(document: &'a Document) -> Self {
        Own { document, lines: LineIndex::new(document.source()) }
    }

    fn of(&self, byte: usize) -> Place {
        if let Origin::Parts(places) = &self.document.origin {
            let index = self.document.blocks.partition_point(|block| block.span.end <= byte);
            return places.get(index.min(places.len().saturating_sub(1))).copied().unwrap_or(Place::Paragraph(1));
        }
        let (line, column) = self.lines.line_column(self.document.source_span(byte..byte).start);
        Place::Line { line, column }
    }
}

impl<'a> Places<'a> {
    /// Reads the file once.
    pub fn new(document: &'a Document) -> Self {
        let parts = document.joined_parts();
        let own = || vec![(0, Own::new(document))];
        let each = |part: &'a JoinedPart| (part.start, Own::new(&part.document));
        let parts = if parts.is_empty() { own() } else { parts.iter().map(each).collect() };
        Places { joined: document, parts }
    }

    /// The place of a byte of the text.
    pub fn of(&self, byte: usize) -> Place {
        let part = self.parts.get(self.joined.part_index(byte));
        part.map_or(Place::Paragraph(1), |(start, own)| own.of(byte.saturating_sub(*start)))
    }

    /// Line and column of a byte of the source of the part that the byte `text` of the text stands in.
    pub fn of_source(&self, text: usize, source: usize) -> (usize, usize) {
        let part = self.parts.get(self.joined.part_index(text));
        part.map_or((1, 1), |(_, own)| own.lines.line_column(source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_through_tags_and_entities() {
        // "a <b>1</b>&nbsp;m" as "a 1 m"
        let markup = Markup {
            source: "a <b>1</b>&nbsp;m".to_owned(),
            pieces: vec![
                Piece { text: 0, source: 0..2 },
                Piece { text: 2, source: 5..6 },
                Piece { text: 3, source: 10..16 },
                Piece { text: 4, source: 16..17 },
            ],
        };
        assert_eq!(&markup.source[markup.span(2..3)], "1");
        assert_eq!(&markup.source[markup.span(2..5)], "1</b>&nbsp;m");
        assert_eq!(&markup.source[markup.span(3..4)], "&nbsp;");
        assert_eq!(markup.span(0..1), 0..1);
        assert_eq!(markup.span(5..5), 17..17);
    }
}
