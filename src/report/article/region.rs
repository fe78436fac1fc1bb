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
        self.source_region(&self.document.source_span(text.clone()))
    }

    /// The same for a span of the source.
    pub fn source_region(&self, source: &Range<usize>) -> Option<Region> {
        let of_file = self.document.path.as_ref().is_none_or(|path| *path == self.document.id);
        if !of_file || matches!(self.document.origin, Origin::Parts(_)) {
            return None;
        }
        let (line, column) = self.places.of_source(source.start);
        let (end_line, end_column) = self.places.of_source(source.end);
        Some(Region { line, column, end_line, end_column })
    }

    /// The file of the article, `-` for the standard input. Slashes part folders on every system.
    pub fn file(&self) -> String {
        let path = self.document.path.as_deref().unwrap_or("-");
        if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path.to_owned() }
    }

    /// The place of a span in words, with the article where one file holds many: what is told where there is no
    /// [`Region`].
    pub fn place_in_words(&self, text: &Range<usize>) -> String {
        let place = self.places.of(text.start);
        match &self.document.path {
            Some(path) if *path != self.document.id => format!("{}:{place}", self.document.id),
            _ => place.to_string(),
        }
    }
}
