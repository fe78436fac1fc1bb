//! The formats of files that are articles, and reading them.

use super::archive::Archive;
use super::docx::{self, from_docx};
use super::newsml::{self, from_newsml};
use super::ninjs::{self, from_ninjs};
use super::odt::{self, from_odt};
use super::pdf::from_pdf;
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
    /// ninjs, the news in JSON of the IPTC.
    Ninjs,
    /// NewsML-G2, the news in XML of the IPTC.
    NewsMl,
    /// A PDF, as `pdftotext -bbox-layout` of poppler gives it.
    Pdf,
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
        ("pdf", Format::Pdf),
        ("json", Format::Ninjs),
        ("ninjs", Format::Ninjs),
        ("xml", Format::NewsMl),
        ("newsml", Format::NewsMl),
    ];

    /// Does a file of this format begin so? Tells the news from other files with the same ending.
    pub fn is_likely(self, head: &[u8]) -> bool {
        let text = String::from_utf8_lossy(head);
        let begins = |sign: &[char]| text.trim_start_matches('\u{feff}').trim_start().starts_with(sign);
        match self {
            Format::Ninjs => begins(&['{', '[']) && ninjs::is_likely(&text),
            Format::NewsMl => begins(&['<']) && newsml::is_likely(&text),
            Format::Text | Format::Docx | Format::Odt | Format::Pdf => true,
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
    let text = decode(bytes)?;
    match format {
        Format::Ninjs => from_ninjs(&id, path.as_deref(), &text),
        Format::NewsMl => from_newsml(&id, path.as_deref(), &text),
        Format::Pdf => Ok(vec![from_pdf(id, path, &text)?]),
        Format::Docx | Format::Odt if text.is_empty() => Err(Unreadable { message: "is empty".to_owned() }),
        Format::Text | Format::Docx | Format::Odt => Ok(vec![from_text(id, path, text)]),
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
