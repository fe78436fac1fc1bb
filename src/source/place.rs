//! Where something stands in the file that a person opens.

use std::fmt;

/// A place: line and column of text and markup, a numbered part of a word-processor document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// Text and markup.
    Line {
        /// From 1.
        line: usize,
        /// From 1, in code points.
        column: usize,
    },
    /// A paragraph of a document that has no lines, from 1; those of tables and notes are not counted.
    Paragraph(usize),
    /// A cell of a table of such a document, all from 1.
    Cell {
        /// Which table of the document.
        table: usize,
        /// Which row of it.
        row: usize,
        /// Which column of it.
        column: usize,
    },
    /// A footnote or endnote of such a document, from 1.
    Note(usize),
    /// A page of a PDF, from 1: its pages are all that is sure of it.
    Page(usize),
}

impl Place {
    /// Line and column, for formats that know nothing else; documents without lines have none.
    pub fn line_column(self) -> Option<(usize, usize)> {
        match self {
            Place::Line { line, column } => Some((line, column)),
            _ => None,
        }
    }
}

impl fmt::Display for Place {
    /// `9:20`; `¶5`, the cell `T1!B2` as spreadsheets name them, the note `†1`, the page `p2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Place::Line { line, column } => write!(f, "{line}:{column}"),
            Place::Paragraph(number) => write!(f, "¶{number}"),
            Place::Cell { table, row, column } => write!(f, "T{table}!{}{row}", letters(column)),
            Place::Note(number) => write!(f, "†{number}"),
            Place::Page(number) => write!(f, "p{number}"),
        }
    }
}

/// The letters of a column: A … Z, AA, AB …
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        let digit = (column - 1) % 26;
        letters.push(char::from(b'A' + digit as u8));
        column = (column - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_as_their_readers_count() {
        assert_eq!(Place::Line { line: 9, column: 20 }.to_string(), "9:20");
        assert_eq!(Place::Paragraph(5).to_string(), "¶5");
        assert_eq!(Place::Cell { table: 1, row: 2, column: 28 }.to_string(), "T1!AB2");
        assert_eq!(Place::Note(3).to_string(), "†3");
        assert_eq!(letters(26), "Z");
        assert_eq!(letters(703), "AAA");
    }
}
