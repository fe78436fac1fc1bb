//! The formats of single articles, and reading them.

use super::{Document, NotText, decode, decode_markup, from_html, from_markdown, from_text};
use std::fmt;

/// A format of files that hold one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML, XHTML too.
    Html,
}

/// Why the bytes of a file are no article of its format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong, in English, without the file's name: "is no text but a PDF".
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
    pub const ENDINGS: [(&str, Format); 7] = [
        ("txt", Format::Text),
        ("text", Format::Text),
        ("md", Format::Markdown),
        ("markdown", Format::Markdown),
        ("html", Format::Html),
        ("htm", Format::Html),
        ("xhtml", Format::Html),
    ];

    /// The format that the ending of a name means.
    pub fn of_ending(ending: &str) -> Option<Format> {
        Self::ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, format)| *format)
    }

    /// The format that a file is plainly of, by its first bytes: no article begins as pages of HTML do, and none with the
    /// front matter of Markdown.
    pub fn of_content(bytes: &[u8]) -> Option<Format> {
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

    /// The format of a file: the one that the ending of its name means, but that pages of HTML are such under any name.
    /// Without a name that means a format, its first bytes tell, else it is plain text.
    pub fn of(ending: Option<&str>, bytes: &[u8]) -> Format {
        match (ending.and_then(Format::of_ending), Format::of_content(bytes)) {
            (Some(format), None | Some(Format::Markdown)) => format,
            (_, Some(found)) => found,
            (None, None) => Format::Text,
        }
    }
}

/// The article of a file.
///
/// # Errors
/// Where the bytes are not of the format; the message says what is wrong and where.
pub fn read(format: Format, id: String, path: Option<String>, bytes: Vec<u8>) -> Result<Document, Unreadable> {
    Ok(match format {
        Format::Text => from_text(id, path, decode(bytes)?),
        Format::Markdown => from_markdown(id, path, decode(bytes)?),
        Format::Html => from_html(id, path, decode_markup(bytes)?),
    })
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
            assert_eq!(Format::of(Some("txt"), page.as_bytes()), Format::Html);
            let utf16: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(Format::of(None, &utf16), Format::Html);
        }
        assert_eq!(Format::of(Some("md"), b"<div>"), Format::Markdown);
        assert_eq!(Format::of(None, b"<b>bold</b> claims"), Format::Text);
    }

    #[test]
    fn front_matter_tells_where_no_name_does() {
        assert_eq!(Format::of(None, b"---\ntitle: x\n---\n"), Format::Markdown);
        assert_eq!(Format::of(Some("txt"), b"---\ntitle: x\n---\n"), Format::Text);
        assert_eq!(Format::of(None, b"---\nSales: they rose\n"), Format::Markdown);
        assert_eq!(Format::of(None, b"---\nSales rose: more\n"), Format::Text);
        assert_eq!(Format::of(None, b""), Format::Text);
    }
}
