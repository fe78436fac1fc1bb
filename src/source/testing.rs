//! What the tests of readers ask of a document.

use super::{Document, Role};

/// Its blocks, with their roles.
pub(super) fn blocks(document: &Document) -> Vec<(&str, Role)> {
    document.blocks.iter().map(|block| (&document.text[block.span.clone()], block.role)).collect()
}

/// The source of the first such piece of its text.
pub(super) fn back<'d>(document: &'d Document, text: &str) -> &'d str {
    let at = document.text.find(text).unwrap();
    &document.source()[document.source_span(at..at + text.len())]
}
