//! Comments that speak to addsup.

use std::ops::Range;

/// A comment of the file that speaks to addsup, `<!-- addsup: … -->`. It is no part of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What it says behind the name, without white space at its ends: `: ignore[growth-percent] known`.
    pub text: String,
    /// The byte of the document's text that it stands before. Inside a block or at its end it belongs to that block, else
    /// to what follows.
    pub at: usize,
    /// Its bytes in the source.
    pub source: Range<usize>,
}

impl Comment {
    /// A comment from what stands between its signs, if it speaks to addsup.
    pub fn new(body: &str, at: usize, source: Range<usize>) -> Option<Self> {
        let rest = body.trim().strip_prefix("addsup")?;
        let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
        (!rest.starts_with(goes_on)).then(|| Comment { text: rest.trim().to_owned(), at, source })
    }

    /// A comment from a line of plain text that holds nothing else.
    pub fn of_line(line: &str, start: usize) -> Option<Self> {
        let body = line.strip_prefix("<!--")?.strip_suffix("-->")?;
        Comment::new(body, start, start..start + line.len())
    }
}
