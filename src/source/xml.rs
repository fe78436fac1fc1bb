//! XML as the readers of documents see it: elements by what their names mean, and text with its entities resolved.

use super::Unreadable;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;
use std::collections::HashMap;

/// No document that people write is nested deeper: one that is was made to break its readers.
const DEEPEST: usize = 10_000;

/// The vocabularies that the readers know, by the end of their names, and what the readers call them. The beginnings
/// differ: the strict form of OOXML has other ones than the one that all programs write.
const VOCABULARIES: &[(&str, &str)] = &[
    ("wordprocessingml/2006/main", "w"),
    ("wordprocessingml/main", "w"),
    ("markup-compatibility/2006", "mc"),
    ("officeDocument/2006/math", "m"),
    ("officeDocument/math", "m"),
    ("xmlns:office:1.0", "office"),
    ("xmlns:text:1.0", "text"),
    ("xmlns:table:1.0", "table"),
    ("xmlns:style:1.0", "style"),
    ("xmlns:drawing:1.0", "draw"),
];

/// A step through a document.
pub(super) enum Token<'a> {
    /// An element begins.
    Start(Element<'a>),
    /// The element that began last and has not ended ends.
    End(EndName<'a>),
    /// Text, a part of a longer run perhaps.
    Text(Cow<'a, str>),
}

/// The beginning of an element.
pub(super) struct Element<'a> {
    vocabulary: &'static str,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// Its vocabulary, empty where the readers know none of its name, and its name in it.
    pub fn name(&self) -> (&'static str, &str) {
        (self.vocabulary, self.start.local_name().into_inner())
    }

    /// The value of an attribute, by its name without the prefix.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        // The check for doubles takes the square of their number.
        let mut found = attributes.with_checks(false).flatten();
        let attribute = found.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        let value = attribute.value;
        if !value.contains('&') {
            return Some(value);
        }
        let resolved = unescape_with(&value, resolve_html5_entity).map(Cow::into_owned);
        Some(resolved.map_or(value, Cow::Owned))
    }

    /// The number that an attribute holds.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }

    /// An attribute of OOXML that switches something on, as its mere presence does.
    pub fn is_on(&self) -> bool {
        self.get("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off" | "none"))
    }
}

/// The end of an element.
pub(super) struct EndName<'a> {
    vocabulary: &'static str,
    end: BytesEnd<'a>,
}

impl EndName<'_> {
    /// As that of [`Element::name`].
    pub fn name(&self) -> (&'static str, &str) {
        (self.vocabulary, self.end.local_name().into_inner())
    }
}

/// Walks through a document from its beginning to its end.
pub(super) struct Xml<'a> {
    /// How messages call it: " in word/document.xml", or nothing.
    place: String,
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// What the prefixes that the outermost element declares stand for.
    vocabularies: HashMap<String, &'static str>,
    depth: usize,
    begun: bool,
}

impl<'a> Xml<'a> {
    /// The document; `part` names it in messages, where it is a part of a file.
    pub fn new(text: &'a str, part: Option<&str>) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let place = part.map_or_else(String::new, |part| format!(" in {part}"));
        Xml { place, text, reader, vocabularies: HashMap::new(), depth: 0, begun: false }
    }

    /// The next step; none at the end.
    ///
    /// # Errors
    /// Where it is no well-formed XML, ends too early, or was made to break readers.
    pub fn next(&mut self) -> Result<Option<Token<'a>>, Unreadable> {
        loop {
            let event = self.reader.read_event();
            let event = event.map_err(|error| self.damaged(&error.to_string(), self.reader.error_position()))?;
            let token = match event {
                Event::Start(start) => {
                    if !self.begun {
                        self.begun = true;
                        self.vocabularies = declared(&start);
                    }
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Unreadable {
                            message: format!("is nested deeper than {DEEPEST} elements{}", self.place),
                        });
                    }
                    Token::Start(Element { vocabulary: self.vocabulary(start.name().prefix()), start })
                }
                Event::End(end) => {
                    self.depth -= 1;
                    Token::End(EndName { vocabulary: self.vocabulary(end.name().prefix()), end })
                }
                Event::Text(text) => Token::Text(text.into_inner()),
                Event::CData(text) => Token::Text(text.into_inner()),
                Event::GeneralRef(reference) => Token::Text(self.entity(&reference)?),
                Event::Eof if self.depth > 0 || !self.begun => {
                    return Err(self.damaged("it ends too early", self.reader.buffer_position()));
                }
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Empty(_) => continue,
            };
            return Ok(Some(token));
        }
    }

    /// The outermost element, at the beginning.
    ///
    /// # Errors
    /// As those of [`Xml::next`].
    pub fn outermost(&mut self) -> Result<Option<Element<'a>>, Unreadable> {
        while let Some(token) = self.next()? {
            if let Token::Start(element) = token {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }

    /// Passes over the rest of the element that began last.
    ///
    /// # Errors
    /// As those of [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), Unreadable> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next()?.is_some() {}
        Ok(())
    }

    /// The source of what is inside the element that began last, which is passed over.
    ///
    /// # Errors
    /// As those of [`Xml::next`].
    pub fn source_inside(&mut self) -> Result<&'a str, Unreadable> {
        let outside = self.depth.saturating_sub(1);
        let start = self.reader.buffer_position();
        let mut end = start;
        while self.depth > outside {
            end = self.reader.buffer_position();
            if self.next()?.is_none() {
                break;
            }
        }
        let byte = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
        Ok(self.text.get(byte(start)..byte(end)).unwrap_or_default())
    }

    /// The elements inside the one that began last, whatever they stand in, up to its end.
    ///
    /// # Errors
    /// As those of [`Xml::next`], and those of the visitor.
    pub fn inside(
        &mut self,
        mut visit: impl FnMut(&mut Self, Element<'a>) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            match self.next()? {
                Some(Token::Start(element)) => visit(self, element)?,
                Some(_) => {}
                None => break,
            }
        }
        Ok(())
    }

    fn vocabulary(&self, prefix: Option<quick_xml::name::Prefix<'_>>) -> &'static str {
        let prefix = prefix.map_or("", |prefix| prefix.into_inner());
        self.vocabularies.get(prefix).copied().unwrap_or_default()
    }

    /// What an entity stands for. Those that a document declares itself are not expanded: a few lines of them can stand
    /// for more text than any memory holds.
    fn entity(&self, name: &quick_xml::events::BytesRef<'_>) -> Result<Cow<'a, str>, Unreadable> {
        let position = self.reader.error_position();
        if name.is_char_ref() {
            let sign = name.resolve_char_ref().map_err(|error| self.damaged(&error.to_string(), position))?;
            return Ok(Cow::Owned(sign.map(String::from).unwrap_or_default()));
        }
        match resolve_html5_entity(name) {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => Err(self.damaged(&format!("the entity &{}; is not known", &**name), position)),
        }
    }

    fn damaged(&self, what: &str, byte: u64) -> Unreadable {
        Unreadable { message: format!("is damaged{}, byte {byte}: {what}", self.place) }
    }
}

/// The known vocabularies that an element declares, by their prefixes.
fn declared(start: &BytesStart<'_>) -> HashMap<String, &'static str> {
    let mut attributes = start.attributes();
    let declaration = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let prefix = attribute.key.as_ref().strip_prefix("xmlns")?;
        let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
        let (_, name) = VOCABULARIES.iter().find(|(end, _)| attribute.value.trim().ends_with(end))?;
        Some((prefix.to_owned(), *name))
    };
    attributes.with_checks(false).flatten().filter_map(declaration).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, String> {
        let mut xml = Xml::new(text, Some("part.xml"));
        let mut shown = String::new();
        while let Some(token) = xml.next().map_err(|error| error.to_string())? {
            match token {
                Token::Start(element) => {
                    let (vocabulary, name) = element.name();
                    shown.push_str(&format!("<{vocabulary}|{name}"));
                    shown.push_str(&element.get("val").map_or_else(String::new, |value| format!(" {value}")));
                    shown.push('>');
                }
                Token::End(end) => shown.push_str(&format!("</{}>", end.name().1)),
                Token::Text(text) => shown.push_str(&text),
            }
        }
        Ok(shown)
    }

    const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    #[test]
    fn names_go_by_vocabulary_and_entities_are_text() {
        let text =
            format!("<?xml version='1.0'?><q:a xmlns:q='{W}'><q:b q:val='1 &lt; 2'/>R&amp;D&#8239;&nbsp;<c/></q:a>");
        assert_eq!(shown(&text).unwrap(), "<w|a><w|b 1 < 2></b>R&D\u{202f}\u{a0}<|c></c></a>");
    }

    #[test]
    fn what_is_broken_is_named() {
        let told = |text: &str| shown(text).unwrap_err();
        assert_eq!(told("<a><b>text"), "is damaged in part.xml, byte 10: it ends too early");
        assert!(told("<a></b>").starts_with("is damaged in part.xml, byte 3: "), "{}", told("<a></b>"));
        assert!(told("").ends_with("it ends too early"));
        let lol = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";
        assert!(told(lol).ends_with("the entity &y; is not known"), "{}", told(lol));
        assert_eq!(told(&"<a>".repeat(20_000)), "is nested deeper than 10000 elements in part.xml");
    }
}
