//! The second reading of a page: writes what belongs to the article into a document.

use super::super::{Builder, Cell, Role};
use super::grid::Grid;
use super::names::{Name, is_left_out, is_one_of, words};
use super::stack::Stack;
use super::tokens::{Key, Sink, Tag};
use std::ops::Range;

/// Raised and lowered digits.
const RAISED: [&str; 10] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];
const LOWERED: [&str; 10] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"];

/// A block of a link and a label before it is shorter than this: a pointer to another article.
const POINTER: usize = 300;
/// Its label is no longer than this.
const LABEL: usize = 30;
/// A link that a label without colon points to is at least so long.
const POINTED: usize = 25;

/// Words of class names for the line under the headline, and for the lines that say who wrote the article and when.
const DECK: [&str; 8] = ["deck", "dek", "standfirst", "subtitle", "subheadline", "subheading", "strapline", "summary"];
const BYLINE: [&str; 9] =
    ["byline", "author", "authors", "date", "dateline", "published", "timestamp", "datetime", "pubdate"];

/// What is to be written.
#[derive(Debug)]
pub struct Plan<'p> {
    /// The element that holds the article.
    pub content: Range<usize>,
    /// Is that all there is?
    pub whole: bool,
    /// Where the heading starts that is its headline.
    pub headline: Option<usize>,
    /// Where the first paragraph starts: what stands before may be deck and byline.
    pub first: usize,
    /// Are articles in it others?
    pub alone: bool,
    /// Are class names believed?
    pub by_class: bool,
    /// Which tables hold data.
    pub tables: &'p [bool],
    /// What a paragraph is.
    pub role: Role,
}

#[derive(Clone, Copy, Debug)]
struct Data {
    role: Role,
    cell: Option<Cell>,
    /// Is text in it part of the article?
    wanted: bool,
    left_out: bool,
    head: bool,
    /// Is text raised (`true`) or lowered?
    raised: Option<bool>,
}

/// What a block that is being written holds, white space not counted.
#[derive(Debug, Default)]
struct Held {
    length: usize,
    linked: usize,
    /// Text before the first link, as far as it may be a label.
    label: String,
    /// Bytes before the first link.
    before: usize,
    /// Bytes after the last link.
    after: usize,
}

/// A table that is being written.
#[derive(Debug, Default)]
struct Table {
    grid: Grid,
    /// Its number in the document, if it holds data.
    number: Option<usize>,
}

/// Writes the tags and text of a page.
pub struct Writer<'p> {
    plan: &'p Plan<'p>,
    builder: &'p mut Builder,
    stack: Stack<Data>,
    held: Held,
    /// A line break without text behind it.
    broken: bool,
    open: Vec<Table>,
    /// Tables that began in the page, and tables of data that the document has.
    begun: usize,
    tables: &'p mut usize,
    after_headline: bool,
}

impl<'p> Writer<'p> {
    /// `tables`: how many tables the document has so far.
    pub fn new(plan: &'p Plan<'p>, builder: &'p mut Builder, tables: &'p mut usize) -> Self {
        let root = Data { role: plan.role, cell: None, wanted: plan.whole, left_out: false, head: false, raised: None };
        Writer {
            plan,
            builder,
            stack: Stack::new(root),
            held: Held::default(),
            broken: false,
            open: Vec::new(),
            begun: 0,
            tables,
            after_headline: false,
        }
    }

    /// Ends the last block.
    pub fn finish(mut self) {
        self.border();
    }

    /// Ends the block that is being written, or throws it away if it only points to another article.
    fn border(&mut self) {
        self.broken = false;
        let held = std::mem::take(&mut self.held);
        let Some(&mut role) = self.builder.role() else { return };
        if held.points_elsewhere(role) {
            self.builder.discard();
        } else {
            if held.length > 0 {
                self.after_headline = role == Role::Headline;
            }
            // A line that names a date is read for it.
            let dated = || self.builder.open_text().contains(|c: char| c.is_ascii_digit());
            if role == Role::Byline && dated() {
                self.builder.role().into_iter().for_each(|role| *role = Role::Body);
            }
            self.builder.close();
        }
    }

    fn close_to(&mut self, kept: usize) {
        while let Some(element) = self.stack.pop_above(kept) {
            if element.name == Name::Table {
                self.open.pop();
            }
        }
    }

    /// The role that an element gives to its text; `None`: that of the element around it.
    fn role(&self, tag: &Tag, outer: &Data) -> Option<Role> {
        if self.plan.headline == Some(tag.source.start) {
            return Some(Role::Headline);
        }
        let before = tag.source.start < self.plan.first;
        match tag.name {
            Name::Figcaption | Name::Caption => Some(Role::Caption),
            _ if outer.cell.is_some() => None,
            Name::Blockquote => Some(Role::Quote),
            Name::Li | Name::Dt | Name::Dd => Some(Role::Item),
            _ if before && is_deck(tag) => Some(Role::Deck),
            Name::H2 if before && self.after_headline => Some(Role::Deck),
            _ if before && is_byline(tag) => Some(Role::Byline),
            _ => None,
        }
    }

    /// The place of a cell in a table of data.
    fn cell(&mut self, tag: &Tag, in_head: bool) -> Option<Cell> {
        let table = self.open.last_mut()?;
        let span = |key| tag.value(key).trim().parse().unwrap_or(1);
        let (row, column) = table.grid.cell(span(Key::Colspan), span(Key::Rowspan));
        let head = in_head || tag.name == Name::Th;
        table.number.map(|table| Cell { table, row, column, head })
    }

    /// Is the element part of what stands between headline and text: deck, byline, picture?
    fn is_furniture(&self, tag: &Tag) -> bool {
        let at = tag.source.start;
        let between = self.plan.headline.is_some_and(|headline| at > headline) && at < self.plan.content.start;
        between && (tag.name == Name::Figcaption || is_deck(tag) || is_byline(tag))
    }
}

/// Writes text of HTML: as it stands in the source, or what an entity stands for.
fn write(builder: &mut Builder, text: &str, source: Range<usize>) {
    if text.len() == source.len() {
        builder.push(text, source.start);
    } else {
        builder.replace(text, source);
    }
}

/// Writes text that is raised or lowered: digits keep that, as a reader sees "m²". What only leads to a footnote is left out.
pub fn write_script(builder: &mut Builder, text: &str, source: Range<usize>, raised: bool, in_link: bool) {
    let digits = if raised { RAISED } else { LOWERED };
    let sign = |c: char| c.to_digit(10).and_then(|digit| digits.get(digit as usize));
    if text.trim().chars().all(|c| c.is_ascii_digit()) {
        for (at, c) in text.char_indices().filter(|_| !raised || !in_link) {
            let place = source.start + at..source.start + at + 1;
            match sign(c) {
                Some(sign) => builder.replace(sign, place),
                None => builder.space(place),
            }
        }
    } else if !raised || text.trim().chars().all(char::is_alphabetic) {
        write(builder, text, source);
    }
}

/// Is it marked as the line under the headline?
fn is_deck(tag: &Tag) -> bool {
    let property = tag.value(Key::Itemprop);
    property.eq_ignore_ascii_case("alternativeHeadline")
        || tag.name.is_block() && property.eq_ignore_ascii_case("description")
        || tag.name.is_block() && words(tag.value(Key::Class)).any(|word| is_one_of(word, &DECK))
}

/// Is it marked as the line that says who wrote the article, and often when?
fn is_byline(tag: &Tag) -> bool {
    tag.name == Name::Address
        || tag.name == Name::Time
        || tag.name.is_block() && words(tag.value(Key::Class)).any(|word| is_one_of(word, &BYLINE))
}

impl Held {
    /// Is it a link to another article, with or without a label before it?
    fn points_elsewhere(&self, role: Role) -> bool {
        if self.linked == 0 || self.length > POINTER {
            return false;
        }
        let label = self.label.trim().trim_start_matches(['(', '[', '*', '-', '–', '—', '•', '»', '>', '|']).trim();
        let only = self.before + self.linked + self.after == self.length && self.after <= 2;
        let labelled = label.ends_with(':') || self.linked >= POINTED;
        match role {
            Role::Body | Role::Quote => only && (label.is_empty() || label.len() <= LABEL && labelled),
            Role::Item => only && label.is_empty(),
            Role::Cell => only && label.ends_with(':') && label.len() <= LABEL && self.linked >= POINTED,
            _ => false,
        }
    }
}

impl Sink for Writer<'_> {
    /// Wherever it stands in the page, it is meant for the article.
    fn comment(&mut self, body: &str, source: Range<usize>) {
        self.builder.comment(body, source);
    }

    fn start(&mut self, tag: &Tag) {
        if tag.name == Name::Br {
            if self.broken {
                self.border();
            } else {
                self.broken = true;
                self.builder.space(tag.source.clone());
            }
            return;
        }
        let block = tag.name.is_block();
        if block {
            self.border();
        }
        let kept = self.stack.kept_by_start(tag.name);
        self.close_to(kept);
        if tag.name.is_void() {
            return;
        }
        let outer = *self.stack.top();
        let is_content = tag.source.start == self.plan.content.start;
        let is_headline = self.plan.headline == Some(tag.source.start);
        let other = self.plan.alone && tag.name == Name::Article && self.plan.content.contains(&tag.source.start);
        let form = tag.name == Name::Form && tag.source.start > self.plan.content.start && outer.wanted;
        let mut data = Data { head: outer.head || tag.name == Name::Thead, ..outer };
        data.left_out = !is_content
            && !is_headline
            && (outer.left_out
                || other
                || form
                || is_left_out(tag, self.plan.by_class)
                || tag.name == Name::Code && self.stack.is_in(&[Name::Pre]));
        data.wanted = outer.wanted || is_content || is_headline || self.is_furniture(tag);
        data.role = self.role(tag, &outer).unwrap_or(outer.role);
        match tag.name {
            Name::Sup | Name::Sub => data.raised = Some(tag.name == Name::Sup),
            _ if block => data.raised = None,
            _ => {}
        }
        match tag.name {
            Name::Table => {
                let is_data = self.plan.tables.get(self.begun).is_some_and(|is_data| *is_data);
                self.begun += 1;
                *self.tables += usize::from(is_data);
                self.open.push(Table { grid: Grid::default(), number: is_data.then_some(*self.tables) });
                (data.cell, data.head) = (None, false);
            }
            Name::Tr => self.open.last_mut().into_iter().for_each(|table| table.grid.row()),
            Name::Td | Name::Th => {
                data.cell = self.cell(tag, outer.head);
                data.role = if data.cell.is_some() { Role::Cell } else { data.role };
            }
            _ => {}
        }
        if tag.name == Name::Q && data.wanted && !data.left_out {
            self.builder.replace("“", tag.source.clone());
        }
        let begins = data.wanted && !outer.wanted;
        let kept = block || begins || data.left_out || matches!(tag.name, Name::A | Name::Sup | Name::Sub | Name::Q);
        let pushed = kept && self.stack.push(tag.name, data);
        if !pushed && tag.name == Name::Table {
            self.open.pop();
        }
    }

    fn end(&mut self, name: Name, source: Range<usize>) {
        if name.is_block() {
            self.border();
        }
        if name == Name::Q && self.stack.is_in(&[Name::Q]) && self.builder.has_text() {
            self.builder.replace("”", source.clone());
        }
        if let Some(kept) = self.stack.kept_by_end(name) {
            self.close_to(kept);
        }
    }

    fn text(&mut self, text: &str, source: Range<usize>) {
        let data = *self.stack.top();
        if !data.wanted || data.left_out || source.start >= self.plan.content.end {
            return;
        }
        let length = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
        if length == 0 {
            self.builder.space(source);
            return;
        }
        if !self.builder.is_open() {
            self.builder.open(data.role, data.cell, None);
        }
        self.broken = false;
        let in_link = self.stack.in_link();
        self.held.length += length;
        if in_link {
            self.held.linked += length;
            self.held.after = 0;
        } else if self.held.linked > 0 {
            self.held.after += length;
        } else {
            self.held.before += length;
            if self.held.label.len() <= LABEL {
                self.held.label.push_str(text);
            }
        }
        match data.raised {
            Some(raised) => write_script(self.builder, text, source, raised, in_link),
            None => write(self.builder, text, source),
        }
    }
}
