//! Builds the document of a file that is no plain text: text, blocks and the way back, piece by piece.

use super::{Block, Cell, Comment, Document, Markup, Origin, Piece, Place, Role};
use std::ops::Range;

/// Text that is being drawn from markup or from the parts of a document.
///
/// White space runs are one space, as every reader of these formats shows them. Blocks without anything but white space
/// are dropped.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
    places: Vec<Place>,
    comments: Vec<Comment>,
    open: Option<Open>,
}

/// A block that is being filled.
#[derive(Debug)]
struct Open {
    start: usize,
    role: Role,
    cell: Option<Cell>,
    place: Option<Place>,
    /// White space that is only written when something follows it.
    space: Option<Range<usize>>,
}

impl Builder {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a block, after ending the one before.
    pub fn open(&mut self, role: Role, cell: Option<Cell>, place: Option<Place>) {
        self.close();
        self.open = Some(Open { start: self.text.len(), role, cell, place, space: None });
    }

    /// Has anything been written?
    pub fn has_blocks(&self) -> bool {
        !self.text.is_empty()
    }

    /// Is a block being filled?
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Does the block that is being filled hold any text yet?
    pub fn has_text(&self) -> bool {
        !self.open_text().is_empty()
    }

    /// What the block that is being filled holds so far.
    pub fn open_text(&self) -> &str {
        self.open.as_ref().and_then(|open| self.text.get(open.start..)).unwrap_or("")
    }

    /// The role of the block that is being filled, to be changed when it turns out to be something else.
    pub fn role(&mut self) -> Option<&mut Role> {
        self.open.as_mut().map(|open| &mut open.role)
    }

    /// Text that stands in the source as it is, from this byte on. Without an open block it is the start of a paragraph.
    /// Signs that nobody sees (soft hyphens, spaces of no width) are left out.
    pub fn push(&mut self, text: &str, source: usize) {
        let mut from = 0;
        for (at, unseen) in text.match_indices(is_unseen) {
            self.run(&text[from..at], source + from);
            from = at + unseen.len();
        }
        self.run(&text[from..], source + from);
    }

    fn run(&mut self, text: &str, source: usize) {
        let mut from = 0;
        while from < text.len() {
            let rest = &text[from..];
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word > 0 {
                self.word(&rest[..word], source + from..source + from + word);
            }
            let space = rest[word..].find(|c| !is_space(c)).unwrap_or(rest.len() - word);
            if space > 0 {
                self.space(source + from + word..source + from + word + space);
            }
            from += word + space;
        }
    }

    /// Text of a document without lines: its place is that of its block.
    pub fn add(&mut self, text: &str) {
        // As if it were all of the file, so that it stays one piece.
        self.push(text, self.pieces.last().map_or(0, |piece| piece.source.end));
    }

    /// Text that stands for other bytes of the source: an entity, an escape.
    pub fn replace(&mut self, text: &str, source: Range<usize>) {
        if text.chars().all(is_space) {
            self.space(source);
        } else if !text.chars().all(is_unseen) {
            self.word(text, source);
        }
    }

    /// A space that stands for these bytes of the source: a line break, a tag that parts words.
    pub fn space(&mut self, source: Range<usize>) {
        if let Some(open) = &mut self.open
            && self.text.len() > open.start
        {
            let start = open.space.as_ref().map_or(source.start, |space| space.start);
            open.space = Some(start..source.end);
        }
    }

    fn word(&mut self, text: &str, source: Range<usize>) {
        if self.open.is_none() {
            self.open(Role::Body, None, None);
        }
        if let Some(space) = self.open.as_mut().and_then(|open| open.space.take()) {
            self.piece(" ", space);
        }
        self.piece(text, source);
    }

    fn piece(&mut self, text: &str, source: Range<usize>) {
        let at = self.text.len();
        match self.pieces.last_mut() {
            // Runs that follow each other in both are one.
            Some(last)
                if last.source.end == source.start
                    && at - last.text == last.source.len()
                    && text.len() == source.len() =>
            {
                last.source.end = source.end;
            }
            _ => self.pieces.push(Piece { text: at, source }),
        }
        self.text.push_str(text);
    }

    /// A comment of the source: what stands between its signs, and the bytes of all of it. Those that do not speak to
    /// addsup are passed over.
    pub fn comment(&mut self, body: &str, source: Range<usize>) {
        self.comments.extend(Comment::new(body, self.text.len(), source));
    }

    /// Throws away the block that is being filled: it turned out to be no part of the article.
    pub fn discard(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.text.truncate(open.start);
        let inside = self.comments.iter_mut().rev().take_while(|comment| comment.at > open.start);
        inside.for_each(|comment| comment.at = open.start);
        self.pieces.truncate(self.pieces.partition_point(|piece| piece.text < open.start));
    }

    /// Ends the block that is being filled.
    pub fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if self.text.len() == open.start {
            return;
        }
        self.blocks.push(Block { span: open.start..self.text.len(), role: open.role, cell: open.cell });
        self.places.extend(open.place);
        let end = self.pieces.last().map_or(0, |piece| piece.source.end);
        self.piece("\n", end..end);
    }

    /// The role that was given last to a block that is closed, to be changed.
    pub fn last_role(&mut self) -> Option<&mut Role> {
        self.blocks.last_mut().map(|block| &mut block.role)
    }

    /// The document drawn from markup.
    pub fn markup(mut self, id: String, path: Option<String>, source: String) -> Document {
        self.close();
        let origin = Origin::Markup(Box::new(Markup { source, pieces: self.pieces }));
        let comments = self.comments;
        Document { id, path, text: self.text, blocks: self.blocks, comments, origin, ..Document::default() }
    }

    /// The document drawn from parts: each block was opened with its place.
    pub fn parts(mut self, id: String, path: Option<String>) -> Document {
        self.close();
        debug_assert_eq!(self.places.len(), self.blocks.len(), "every block of such a document has a place");
        let origin = Origin::Parts(self.places);
        Document { id, path, text: self.text, blocks: self.blocks, origin, ..Document::default() }
    }
}

/// White space that a reader of markup does not see as more than a gap. A no-break space stays: it ties a number to its unit.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}')
}

/// A sign that a reader of markup does not see: where a word may be broken, and what is left of a byte order mark.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_one_space_and_every_span_leads_back() {
        let source = "<p>Rose  <b>37</b>&nbsp;%\n to &amp; 5 </p><p> </p><p>End";
        let mut builder = Builder::new();
        builder.open(Role::Body, None, None);
        builder.push("Rose  ", 3);
        builder.push("37", 12);
        builder.replace("\u{a0}", 18..24);
        builder.push("%\n to ", 24);
        builder.replace("&", 30..35);
        builder.push(" 5 ", 35);
        builder.open(Role::Body, None, None);
        builder.push(" ", 45);
        builder.open(Role::Body, None, None);
        builder.push("End", 53);
        let document = builder.markup("a".to_owned(), None, source.to_owned());
        assert_eq!(document.text, "Rose 37\u{a0}% to & 5\nEnd\n");
        let back = |word: &str| {
            let at = document.text.find(word).unwrap();
            &source[document.source_span(at..at + word.len())]
        };
        assert_eq!(back("37\u{a0}%"), "37</b>&nbsp;%");
        assert_eq!(back("to & 5"), "to &amp; 5");
        assert_eq!(back("End"), "End");
        assert_eq!(document.blocks.len(), 2);
    }
}
