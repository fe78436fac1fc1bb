//! Places as programs need them: lines and columns of the file that the run named.

use super::Article;
use crate::source::Origin;
use std::ops::Range;

/// A stretch of a text file, all from 1, columns in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Line of the first character.
    pub line: usize,
    /// Column of the first character.
    pub column: usize,
    /// Line of the last character.
    pub end_line: usize,
    /// Column behind the last character.
    pub end_column: usize,
}

impl Article<'_> {
    /// Where a span of the text stands in its file. Documents without lines have no such place, nor do articles of JSON
    /// Lines: their lines are those of a string in the file.
    pub fn region(&self, text: &Range<usize>) -> Option<Region> {
        self.source_region(text.start, &self.document.source_at(text.clone()).1)
    }

    /// The same for a span of the source of the part that the byte `at` of the text stands in.
    pub fn source_region(&self, at: usize, source: &Range<usize>) -> Option<Region> {
        let document = self.document.part_at(at);
        let of_file = document.path.as_ref().is_none_or(|path| *path == document.id);
        if !of_file || matches!(document.origin, Origin::Parts(_)) {
            return None;
        }
        let (line, column) = self.places.of_source(at, source.start);
        let (end_line, end_column) = self.places.of_source(at, source.end);
        Some(Region { line, column, end_line, end_column })
    }

    /// The file that a byte of the text came from, `-` for the standard input. Slashes part folders on every system.
    pub fn file(&self, byte: usize) -> String {
        let path = self.document.part_at(byte).path.as_deref().unwrap_or("-");
        if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path.to_owned() }
    }

    /// The place of a span in words, with the article where one file holds many: what is told where there is no
    /// [`Region`].
    pub fn place_in_words(&self, text: &Range<usize>) -> String {
        let place = self.places.of(text.start);
        let document = self.document.part_at(text.start);
        match &document.path {
            Some(path) if *path != document.id => format!("{}:{place}", document.id),
            _ => place.to_string(),
        }
    }
}
