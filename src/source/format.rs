//! The formats of single articles, and reading them.

use super::{Document, NotText, decode, from_text};
use std::fmt;

/// A format of files that hold one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
}

/// Why the bytes of a file are no article of its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong, in English, without the file's name: "is not UTF-8 text: byte 7 cannot be read".
    pub message: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Unreadable {}

impl From<NotText> for Unreadable {
    fn from(error: NotText) -> Self {
        Unreadable { message: error.to_string() }
    }
}

impl Format {
    /// Every format, and the endings of names that mean it, in lower case.
    pub const ENDINGS: [(&str, Format); 4] =
        [("txt", Format::Text), ("text", Format::Text), ("md", Format::Text), ("markdown", Format::Text)];

    /// The format that the ending of a name means.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Self::ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, format)| *format)
    }
}

/// The article of a file.
///
/// # Errors
/// Where the bytes are not of the format; the message says what is wrong and where.
pub fn read(format: Format, id: String, path: Option<String>, bytes: Vec<u8>) -> Result<Document, Unreadable> {
    match format {
        Format::Text => Ok(from_text(id, path, decode(bytes)?)),
    }
}
