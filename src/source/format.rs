//! The formats of files that are articles, and reading them.

use super::archive::Archive;
use super::docx::{self, from_docx};
use super::odt::{self, from_odt};
use super::{Document, NotText, decode, from_text};
use std::fmt;

/// A format of files that are an article, or a few of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// A Word document.
    Docx,
    /// An OpenDocument text.
    Odt,
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
    pub const ENDINGS: &[(&str, Format)] = &[
        ("txt", Format::Text),
        ("text", Format::Text),
        ("md", Format::Text),
        ("markdown", Format::Text),
        ("docx", Format::Docx),
        ("docm", Format::Docx),
        ("odt", Format::Odt),
    ];

    /// Its name, in English.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "plain text",
            Format::Docx => "Word document (.docx)",
            Format::Odt => "OpenDocument text (.odt)",
        }
    }

    /// The format that the ending of a name means.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Self::ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, format)| *format)
    }
}

/// The articles of a file, in order: one, but for what wire services send.
///
/// What a file is shows in its bytes where they begin with the mark of a format; a name with a wrong ending does no harm.
///
/// # Errors
/// Where the bytes are not of the format; the message says what is wrong and where.
pub fn read(format: Format, id: String, path: Option<String>, bytes: Vec<u8>) -> Result<Vec<Document>, Unreadable> {
    if let Some(what) = foreign(&bytes) {
        return Err(Unreadable { message: format!("is {what}") });
    }
    if is_zip(&bytes) {
        let archive = Archive::open(bytes)?;
        return if archive.has(odt::MAIN) {
            Ok(vec![from_odt(id, path, archive)?])
        } else if archive.has(docx::MAIN) || archive.has(docx::TYPES) {
            Ok(vec![from_docx(id, path, archive)?])
        } else {
            Err(Unreadable {
                message: "is a zip archive, and neither a Word document nor an OpenDocument text".to_owned(),
            })
        };
    }
    match format {
        Format::Text => Ok(vec![from_text(id, path, decode(bytes)?)]),
        Format::Docx | Format::Odt if bytes.is_empty() => Err(Unreadable { message: "is empty".to_owned() }),
        Format::Docx | Format::Odt => {
            Err(Unreadable { message: format!("is no {}: such a file is a zip archive", format.name()) })
        }
    }
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// What a file is that begins with the mark of a format that addsup does not read.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 5] = [
        // Microsoft's compound files.
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "an old or encrypted Word document: save it as .docx, without a password",
        ),
        (b"{\\rtf", "RTF: save it as .docx or .odt"),
        (b"%PDF-", "a PDF, which only the program can read, and only with pdftotext"),
        (b"\x1F\x8B", "compressed with gzip"),
        (b"\x28\xB5\x2F\xFD", "compressed with zstd"),
    ];
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, what)| *what)
}
