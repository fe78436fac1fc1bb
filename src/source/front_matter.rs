//! The front matter of a Markdown file: YAML between `---`, TOML between `+++`.

use saphyr_parser::{Event, Parser, Span};
use serde::Deserialize;
use std::ops::Range;

/// Longer front matter is none: somebody parts the sections of a text by lines of dashes.
const LONGEST: usize = 64 * 1024;

/// What the front matter of an article says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Where the text begins.
    pub end: usize,
    /// The title, and its bytes in the source without quotation marks.
    pub title: Option<(String, Range<usize>)>,
    /// When it was published.
    pub date: Option<String>,
    /// In which language it is written.
    pub language: Option<String>,
}

/// The front matter that a text begins with; `None` where there is none.
pub fn front_matter(source: &str) -> Option<FrontMatter> {
    let first = source.split_inclusive('\n').next()?;
    let mark = first.trim_end();
    let yaml = match mark {
        "---" => true,
        "+++" => false,
        _ => return None,
    };
    let start = first.len();
    let mut at = start;
    for line in source.get(start..)?.split_inclusive('\n') {
        if at - start > LONGEST {
            return None;
        }
        let closes = line.trim_end() == mark || yaml && line.trim_end() == "...";
        if closes {
            let inside = source.get(start..at)?;
            let fields = if yaml { from_yaml(inside, start)? } else { from_toml(inside, start) };
            return Some(FrontMatter { end: at + line.len(), ..fields });
        }
        at += line.len();
    }
    None
}

/// The fields of a YAML mapping; `None` for what is none. Of one with a slip, those before it.
fn from_yaml(text: &str, base: usize) -> Option<FrontMatter> {
    let mut found = FrontMatter::default();
    let mut parser = Parser::new_from_str(text);
    let (mut depth, mut is_mapping, mut key) = (0, false, None);
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::MappingStart(..) if depth == 0 => (depth, is_mapping) = (1, true),
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => depth -= 1,
            Event::Scalar(value, ..) if depth == 1 && key.is_none() => {
                key = Some(value.into_owned());
                continue;
            }
            Event::Scalar(value, ..) if depth == 1 => {
                let place = || place(text, base, span, &value);
                match key.as_deref() {
                    Some("title") => found.title = Some((value.to_string(), place())),
                    Some("date") => found.date = Some(value.into_owned()),
                    Some("lang" | "language") => found.language = Some(value.into_owned()),
                    _ => {}
                }
            }
            Event::DocumentEnd => break,
            _ => {}
        }
        if depth <= 1 {
            key = None;
        }
    }
    is_mapping.then_some(found)
}

/// The bytes of a scalar, without quotation marks where it stands there as it is.
fn place(text: &str, base: usize, span: Span, value: &str) -> Range<usize> {
    let byte = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte);
    let (start, end) = (byte(span.start.index()), byte(span.end.index()));
    within(text, base, start..end, value)
}

fn within(text: &str, base: usize, scalar: Range<usize>, value: &str) -> Range<usize> {
    match text.get(scalar.clone()).and_then(|raw| raw.find(value)) {
        Some(at) => base + scalar.start + at..base + scalar.start + at + value.len(),
        None => base + scalar.start..base + scalar.end,
    }
}

/// Fields of TOML. What has a slip says nothing, but it is no text either.
fn from_toml(text: &str, base: usize) -> FrontMatter {
    #[derive(Default, Deserialize)]
    struct Fields {
        title: Option<toml::Spanned<toml::Value>>,
        date: Option<toml::Value>,
        #[serde(alias = "language")]
        lang: Option<toml::Value>,
    }
    let fields: Fields = toml::from_str(text).unwrap_or_default();
    let string = |value: toml::Value| match value {
        toml::Value::String(text) => Some(text),
        toml::Value::Datetime(moment) => Some(moment.to_string()),
        _ => None,
    };
    let title = fields.title.and_then(|title| {
        let span = title.span();
        let value = title.into_inner().as_str()?.to_owned();
        let place = within(text, base, span, &value);
        Some((value, place))
    });
    FrontMatter { end: 0, title, date: fields.date.and_then(string), language: fields.lang.and_then(string) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text behind the front matter; title, the title as written, and date.
    type Read<'s> = (&'s str, Option<String>, Option<&'s str>, Option<String>);

    fn read(source: &str) -> Option<Read<'_>> {
        let found = front_matter(source)?;
        let (title, place) = found.title.unzip();
        assert_eq!(title.is_some(), place.is_some());
        Some((&source[found.end..], title, place.map(|place| &source[place]), found.date))
    }

    #[test]
    fn fields_of_yaml_and_toml() {
        let title = Some("Sales: up 5 %".to_owned());
        let date = Some("2024-03-15".to_owned());
        let yaml = "---\ntags: [title, x]\ntitle: \"Sales: up 5 %\"\nnested:\n  title: no\ndate: 2024-03-15\n---\nText";
        assert_eq!(read(yaml), Some(("Text", title.clone(), Some("Sales: up 5 %"), date.clone())));
        let toml = "+++\r\ntitle = 'Sales: up 5 %'\r\ndate = 2024-03-15\r\n+++\r\nText";
        assert_eq!(read(toml), Some(("Text", title, Some("Sales: up 5 %"), date)));
        let folded = "---\ntitle: >\n  Sales are\n  up\n...\nText";
        assert_eq!(read(folded), Some(("Text", Some("Sales are up\n".to_owned()), Some("Sales are\n  up\n"), None)));
    }

    #[test]
    fn lines_of_dashes_are_no_front_matter() {
        assert_eq!(read("---\nSales are up.\n---\nThey were down."), None);
        assert_eq!(read("---\n\n---\n"), None);
        assert_eq!(read("Text\n---\ntitle: x\n---\n"), None);
        assert_eq!(read("---\ntitle: x\n"), None);
        assert_eq!(read(""), None);
        // A slip in it does not make it text.
        assert_eq!(read("---\ndate: 2024-03-15\ntitle: a: b\n---\nText").map(|found| found.0), Some("Text"));
        assert_eq!(read("+++\ntitle = \n+++\nText").map(|found| found.0), Some("Text"));
    }

    proptest! {
        #[test]
        fn any_text_is_read(inside in "(?s)[-:>|&*!\\[\\]{}\"'a-c \n=#]{0,60}", mark in "---|\\+\\+\\+") {
            if let Some(found) = front_matter(&format!("{mark}\n{inside}\n{mark}\n")) {
                prop_assert!(found.title.is_none_or(|(_, place)| place.end <= found.end));
            }
        }
    }
}
