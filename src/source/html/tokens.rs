//! HTML as a row of tags and text, each with the bytes that it came from.

use super::names::Name;
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};
use std::convert::Infallible;
use std::ops::Range;

/// Attributes that tell something; the others are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Class,
    Id,
    Role,
    Hidden,
    AriaHidden,
    Style,
    Itemprop,
    Datetime,
    Content,
    Property,
    Name,
    Lang,
    Rel,
    Type,
    Href,
    Colspan,
    Rowspan,
}

impl Key {
    fn of(name: &[u8]) -> Option<Key> {
        Some(match name {
            b"class" => Key::Class,
            b"id" => Key::Id,
            b"role" => Key::Role,
            b"hidden" => Key::Hidden,
            b"aria-hidden" => Key::AriaHidden,
            b"style" => Key::Style,
            b"itemprop" => Key::Itemprop,
            b"datetime" => Key::Datetime,
            b"content" => Key::Content,
            b"property" => Key::Property,
            b"name" => Key::Name,
            b"lang" | b"xml:lang" => Key::Lang,
            b"rel" => Key::Rel,
            b"type" => Key::Type,
            b"href" => Key::Href,
            b"colspan" => Key::Colspan,
            b"rowspan" => Key::Rowspan,
            _ => return None,
        })
    }
}

/// An attribute.
#[derive(Debug)]
pub struct Attribute {
    /// Which one.
    key: Key,
    /// Its value, entities decoded.
    pub value: String,
    /// The bytes of the value.
    pub source: Range<usize>,
}

/// A start tag.
#[derive(Debug, Default)]
pub struct Tag {
    /// Its name.
    pub name: Name,
    /// Its attributes, as far as they tell something.
    attributes: Vec<Attribute>,
    /// Its bytes.
    pub source: Range<usize>,
}

impl Tag {
    /// An attribute; of two of one name, the first counts.
    pub fn attribute(&self, key: Key) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.key == key)
    }

    /// The value of an attribute, empty if there is none.
    pub fn value(&self, key: Key) -> &str {
        self.attribute(key).map_or("", |attribute| &attribute.value)
    }
}

/// What takes the tags and text.
pub trait Sink {
    /// A start tag.
    fn start(&mut self, tag: &Tag);
    /// An end tag.
    fn end(&mut self, name: Name, source: Range<usize>);
    /// Text: as it stands in the source where both are equally long, else what an entity stands for.
    fn text(&mut self, text: &str, source: Range<usize>);
    /// A comment: what stands between its signs, and the bytes of all of it.
    fn comment(&mut self, _body: &str, _source: Range<usize>) {}
}

/// Hands the tags and text of a range of the source to the sink. In XML, `<p/>` is a whole element.
pub fn tokenize(source: &str, range: Range<usize>, xml: bool, sink: &mut impl Sink) {
    let Some(part) = source.get(range.clone()) else { return };
    let base = range.start;
    let handler =
        Handler { source, base, xml, sink, tag: Tag::default(), run: base..base, telling: false, closed: false };
    let mut inner = CallbackEmitter::new(handler);
    inner.naively_switch_states(true);
    let emitter = TextEmitter { inner, position: 0, xml };
    let Ok(()) = Tokenizer::new_with_emitter(part, emitter).finish().map(drop);
}

struct Handler<'s, S> {
    source: &'s str,
    base: usize,
    xml: bool,
    sink: &'s mut S,
    /// The start tag that is being read.
    tag: Tag,
    /// Text that was not handed on yet.
    run: Range<usize>,
    /// Is the attribute that is being read one that tells something?
    telling: bool,
    /// Was the last start tag an element of its own, `<p/>`?
    closed: bool,
}

impl<S: Sink> Handler<'_, S> {
    fn flush(&mut self) {
        if let Some(text) = self.source.get(self.run.clone()).filter(|text| !text.is_empty()) {
            self.sink.text(text, self.run.clone());
        }
        self.run.start = self.run.end;
    }

    /// Text that ends at a byte of the source.
    fn text(&mut self, text: &[u8], end: usize) {
        let start = end.saturating_sub(text.len());
        if self.source.as_bytes().get(start..end) == Some(text) {
            if self.run.end != start {
                self.flush();
                self.run.start = start;
            }
            self.run.end = end;
        } else {
            let from = self.run.end;
            self.flush();
            self.sink.text(&String::from_utf8_lossy(text), from.min(end)..end);
            self.run = end..end;
        }
    }

    fn at(&self, span: Span<usize>) -> Range<usize> {
        self.base + span.start..self.base + span.end
    }
}

impl<S: Sink> Callback<Infallible, usize> for Handler<'_, S> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Infallible> {
        let source = self.at(span);
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.flush();
                self.tag.name = Name::of(name);
                self.tag.attributes.clear();
                self.tag.source = source;
            }
            CallbackEvent::AttributeName { name } => {
                let key = Key::of(name);
                let end = source.end;
                self.tag.attributes.extend(key.map(|key| Attribute { key, value: String::new(), source: end..end }));
                self.telling = key.is_some();
            }
            CallbackEvent::AttributeValue { value } => {
                if let Some(last) = self.tag.attributes.last_mut().filter(|_| self.telling) {
                    last.value = String::from_utf8_lossy(value).into_owned();
                    last.source = source;
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.tag.source.end = source.end;
                self.run = source.end..source.end;
                self.sink.start(&self.tag);
                self.closed = self_closing && self.xml;
                if self.closed && !self.tag.name.is_void() {
                    self.sink.end(self.tag.name, source.end..source.end);
                }
            }
            CallbackEvent::EndTag { name } => {
                self.flush();
                self.run = source.end..source.end;
                self.sink.end(Name::of(name), source);
            }
            CallbackEvent::Comment { value } => {
                self.flush();
                self.run = source.end..source.end;
                self.sink.comment(&String::from_utf8_lossy(value), source);
            }
            CallbackEvent::Doctype { .. } => {
                self.flush();
                self.run = source.end..source.end;
            }
            CallbackEvent::String { .. } | CallbackEvent::Error(_) => {}
        }
        None
    }
}

/// The emitter of the library, but that text is handed on piece by piece: only so is it known where each comes from.
struct TextEmitter<'s, S: Sink> {
    inner: CallbackEmitter<Handler<'s, S>, Infallible, usize>,
    position: usize,
    xml: bool,
}

impl<S: Sink> ForwardingEmitter for TextEmitter<'_, S> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.inner
    }

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
        self.inner.move_position(offset);
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_string(&mut self, text: &[u8]) {
        let handler = self.inner.callback_mut();
        let end = handler.base + self.position;
        handler.text(text, end);
    }

    fn emit_eof(&mut self) {
        self.inner.emit_eof();
        self.inner.callback_mut().flush();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let next = self.inner.emit_current_tag();
        // What `<script/>` is followed by is no script in XML.
        if self.inner.callback_mut().closed { None } else { next }
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.xml
    }
}
