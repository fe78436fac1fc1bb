//! The formats of files that are articles, and reading them.

use super::archive::Archive;
use super::docx::{self, from_docx};
use super::newsml::{self, from_newsml};
use super::ninjs::{self, from_ninjs};
use super::odt::{self, from_odt};
use super::pdf::from_pdf;
use super::{Document, NotText, decode, decode_markup, from_html, from_markdown, from_text};
use std::fmt;

/// A format of files that are an article, or a few of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML, XHTML too.
    Html,
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
    /// What is wrong, in English, without the file's name: "is a picture (PNG)".
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

/// So many bytes of a file are looked at to tell its format.
const SAMPLE: usize = 1024;

impl Format {
    /// Every format, and the endings of names that mean it, in lower case.
    pub const ENDINGS: &[(&str, Format)] = &[
        ("txt", Format::Text),
        ("text", Format::Text),
        ("md", Format::Markdown),
        ("markdown", Format::Markdown),
        ("html", Format::Html),
        ("htm", Format::Html),
        ("xhtml", Format::Html),
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
            Format::Text | Format::Markdown | Format::Html | Format::Docx | Format::Odt | Format::Pdf => true,
        }
    }

    /// Is it text of one kind or another, which may be a page of HTML under a wrong name?
    fn is_text(self) -> bool {
        matches!(self, Format::Text | Format::Markdown | Format::Html)
    }

    /// The format that the ending of a name means.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Self::ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, format)| *format)
    }

    /// The format that a file is plainly of, by its first bytes: no article begins as pages of HTML do, and none with the
    /// front matter of Markdown.
    fn of_content(bytes: &[u8]) -> Option<Format> {
        // Those of UTF-16 are the same with nulls between.
        let sample = bytes.iter().filter(|byte| **byte != 0).take(SAMPLE).copied().collect::<Vec<u8>>();
        let text = String::from_utf8_lossy(&sample).to_lowercase();
        let mut text = text.trim_start_matches(['\u{feff}', '\u{fffd}']).trim_start();
        if text.starts_with("---\n") || text.starts_with("---\r\n") {
            let second = text.lines().nth(1).unwrap_or_default();
            let key = second.split(':').next().unwrap_or_default();
            let is_key = key.len() < second.len()
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
            return (is_key && !key.is_empty()).then_some(Format::Markdown);
        }
        for (open, close) in [("<?xml", "?>"), ("<!--", "-->")] {
            if text.starts_with(open) {
                text = text.split_once(close).map_or("", |(_, rest)| rest).trim_start();
            }
        }
        (text.starts_with("<!doctype html") || text.starts_with("<html")).then_some(Format::Html)
    }

    /// The format of a file: the one that its name means, but that pages of HTML are such under any name for a text. Where
    /// the name means none, its first bytes tell, else it is plain text.
    pub fn of(named: Option<Format>, bytes: &[u8]) -> Format {
        match (named, Format::of_content(bytes)) {
            (Some(format), Some(Format::Html)) if format.is_text() => Format::Html,
            (Some(format), _) => format,
            (None, found) => found.unwrap_or(Format::Text),
        }
    }
}

/// The articles of a file, in order: one, but for what wire services send.
///
/// What a file is shows in its bytes where they begin with the mark of a format; a name with a wrong ending does no harm.
///
/// # Errors
/// Where the bytes are not of the format; the message says what is wrong and where.
pub fn read(format: Format, id: String, path: Option<String>, bytes: Vec<u8>) -> Result<Vec<Document>, Unreadable> {
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
    // A document that is none is the text, or the page, that it is.
    let format = match format {
        Format::Docx | Format::Odt if !bytes.is_empty() => Format::of(None, &bytes),
        format => format,
    };
    let text = if matches!(format, Format::Html | Format::NewsMl) { decode_markup(bytes)? } else { decode(bytes)? };
    match format {
        Format::Html => Ok(vec![from_html(id, path, text)]),
        Format::Markdown => Ok(vec![from_markdown(id, path, text)]),
        Format::Ninjs => from_ninjs(&id, path.as_deref(), &text),
        Format::NewsMl => from_newsml(&id, path.as_deref(), &text),
        Format::Pdf => Ok(vec![from_pdf(id, path, &text)?]),
        Format::Docx | Format::Odt => Err(Unreadable { message: "is empty".to_owned() }),
        Format::Text => Ok(vec![from_text(id, path, text)]),
    }
}

fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_such_under_any_name() {
        for page in [
            "<!DOCTYPE html><p>",
            "\u{feff}\n <html lang=en>",
            "<?xml version='1.0'?>\n<!-- saved -->\n<!DOCTYPE html PUBLIC \"x\">",
        ] {
            assert_eq!(Format::of(Some(Format::Text), page.as_bytes()), Format::Html);
            let utf16: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(Format::of(None, &utf16), Format::Html);
        }
        assert_eq!(Format::of(Some(Format::Markdown), b"<div>"), Format::Markdown);
        assert_eq!(Format::of(None, b"<b>bold</b> claims"), Format::Text);
    }

    #[test]
    fn front_matter_tells_where_no_name_does() {
        assert_eq!(Format::of(None, b"---\ntitle: x\n---\n"), Format::Markdown);
        assert_eq!(Format::of(Some(Format::Text), b"---\ntitle: x\n---\n"), Format::Text);
        assert_eq!(Format::of(None, b"---\nSales: they rose\n"), Format::Markdown);
        assert_eq!(Format::of(None, b"---\nSales rose: more\n"), Format::Text);
        assert_eq!(Format::of(None, b""), Format::Text);
    }
}
