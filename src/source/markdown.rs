//! Markdown: draws the text that a reader sees, with the way back to the file.

use super::front_matter::front_matter;
use super::{Builder, Cell, Document, Role, html, moment};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// An article in Markdown (CommonMark with the tables, footnotes and marks of GitHub).
pub fn from_markdown(id: String, path: Option<String>, source: String) -> Document {
    let front = front_matter(&source).unwrap_or_default();
    let (date, time) = front.date.as_deref().and_then(moment::published).unzip();
    let mut reader = Reader::new(&source, front.end);
    let title = front.title.filter(|_| !has_own_headline(&source, front.end));
    if let Some((title, place)) = title {
        reader.title(&title, place);
    }
    reader.read();
    let builder = reader.finish();
    Document {
        language: front.language.as_deref().and_then(moment::language),
        published: date,
        published_time: time.flatten(),
        ..builder.markup(id, path, source)
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
}

/// Does the text begin with a heading of the first rank?
fn has_own_headline(source: &str, from: usize) -> bool {
    for event in Parser::new_ext(source.get(from..).unwrap_or(""), options()) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => return level == HeadingLevel::H1,
            Event::Text(_) | Event::Code(_) => return false,
            _ => {}
        }
    }
    false
}

/// A piece of text and the bytes that it came from.
type Piece = (String, Range<usize>);

struct Reader<'s> {
    source: &'s str,
    /// Where the Markdown begins.
    base: usize,
    builder: Builder,
    /// Roles of the quotes and lists that are open.
    roles: Vec<Role>,
    /// The cell that is open.
    cell: Option<Cell>,
    /// Tables of the document so far; row and column in the last one.
    tables: usize,
    row: usize,
    column: usize,
    /// Is text part of what is left out? Counts what is open of that.
    left_out: usize,
    /// Of the links that are open: is what they show their address?
    addresses: Vec<bool>,
    /// Images that are open, and the captions that stand in and beside the block that is open.
    images: usize,
    captions: Vec<Vec<Piece>>,
    /// Has a headline been found?
    has_headline: bool,
    /// Was the block before this one the headline?
    after_headline: bool,
    /// Emphasis that is open; does the block have text in it, and text outside?
    emphasis: usize,
    emphasised: bool,
    plain: bool,
    /// The block of HTML that is open.
    html: Option<Range<usize>>,
    /// `<sup>` or `<sub>` that is open.
    raised: Option<bool>,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str, base: usize) -> Self {
        Reader {
            source,
            base,
            builder: Builder::new(),
            roles: Vec::new(),
            cell: None,
            tables: 0,
            row: 0,
            column: 0,
            left_out: 0,
            addresses: Vec::new(),
            images: 0,
            captions: Vec::new(),
            has_headline: false,
            after_headline: false,
            emphasis: 0,
            emphasised: false,
            plain: false,
            html: None,
            raised: None,
        }
    }

    fn title(&mut self, title: &str, place: Range<usize>) {
        self.builder.open(Role::Headline, None, None);
        self.write(title.trim_end(), place);
        self.builder.close();
        (self.has_headline, self.after_headline) = (true, true);
    }

    fn read(&mut self) {
        let text = self.source.get(self.base..).unwrap_or("");
        for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
            self.event(event, self.base + range.start..self.base + range.end);
        }
    }

    fn finish(mut self) -> Builder {
        self.close();
        self.builder
    }

    fn role(&self) -> Role {
        if self.cell.is_some() { Role::Cell } else { self.roles.last().copied().unwrap_or_default() }
    }

    /// Begins a block.
    fn open(&mut self, role: Role) {
        self.close();
        self.builder.open(role, self.cell, None);
    }

    /// Ends the block that is open, and writes the captions that stood in it.
    fn close(&mut self) {
        if self.builder.has_text() {
            let headline = matches!(self.builder.role(), Some(Role::Headline));
            let whole = self.emphasised && !self.plain;
            if let Some(role) = self.builder.role().filter(|role| **role == Role::Body && whole) {
                // A line in italics under a picture tells what it shows, one under the headline sums the article up.
                if !self.captions.is_empty() {
                    *role = Role::Caption;
                } else if self.after_headline {
                    *role = Role::Deck;
                }
            }
            self.after_headline = headline;
        }
        self.builder.close();
        (self.emphasised, self.plain) = (false, false);
        for caption in std::mem::take(&mut self.captions) {
            self.builder.open(Role::Caption, None, None);
            caption.into_iter().for_each(|(text, place)| self.write(&text, place));
            self.builder.close();
        }
    }

    fn write(&mut self, text: &str, place: Range<usize>) {
        if self.source.get(place.clone()) == Some(text) {
            self.builder.push(text, place.start);
        } else {
            self.builder.replace(text, place);
        }
    }

    fn text(&mut self, text: &str, place: Range<usize>) {
        if self.left_out > 0 {
            return;
        }
        if self.images > 0 {
            if let Some(caption) = self.captions.last_mut() {
                caption.push((text.to_owned(), place));
            }
            return;
        }
        if !self.builder.is_open() {
            let role = self.role();
            self.builder.open(role, self.cell, None);
        }
        if self.emphasis > 0 {
            self.emphasised = true
        } else {
            self.plain |= !text.trim().is_empty()
        }
        match self.raised {
            Some(raised) => html::write_script(&mut self.builder, text, place, raised, false),
            None => self.write(text, place),
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) => {
                // The range holds the marks as well, and where lines end or a stroke is escaped more than the text: each sign
                // is found again behind the one before.
                let mut from = range.start;
                for (at, sign) in text.char_indices() {
                    let sign = &text[at..at + sign.len_utf8()];
                    let raw = self.source.get(from..range.end).unwrap_or_default();
                    // A space may be a line break, and is never looked for farther on.
                    let found = match sign {
                        " " => raw.starts_with(char::is_whitespace).then_some(0),
                        sign => raw.find(sign),
                    };
                    let place = found.map_or(from..from, |found| from + found..from + found + sign.len());
                    from = place.end;
                    self.text(sign, place);
                }
            }
            Event::SoftBreak | Event::HardBreak => self.text(" ", range),
            Event::Html(_) => {
                let start = self.html.as_ref().map_or(range.start, |html| html.start);
                // A block in a quotation is no run of the source: there each line is read by itself.
                if self.html.as_ref().is_some_and(|html| html.end < range.start) {
                    self.html_block();
                    self.html = Some(range);
                } else {
                    self.html = Some(start..range.end);
                }
            }
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::Rule => self.close(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn html_block(&mut self) {
        if let Some(html) = self.html.take() {
            self.close();
            let role = self.role();
            html::write_fragment(&mut self.builder, self.source, html, role, &mut self.tables);
        }
    }

    /// Tags within a line part nothing, but for line breaks; what is struck out is left out.
    fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        if let Some(body) = tag.strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->")) {
            self.builder.comment(body, range);
            return;
        }
        let name = tag.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        let closes = tag.starts_with("</");
        match name.as_str() {
            "br" => self.text(" ", range),
            "del" | "s" | "strike" if closes => self.left_out = self.left_out.saturating_sub(1),
            "del" | "s" | "strike" => self.left_out += 1,
            "sup" | "sub" => self.raised = (!closes).then_some(name == "sup"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open(self.role()),
            Tag::Heading { level, .. } => {
                let first = !self.has_headline && self.roles.is_empty();
                let headline = first && (level == HeadingLevel::H1 || !self.builder.has_blocks());
                self.has_headline |= headline;
                self.open(if headline { Role::Headline } else { self.role() });
            }
            // What GitHub shows as a note or warning quotes nobody.
            Tag::BlockQuote(kind) => self.roles.push(if kind.is_some() { Role::Body } else { Role::Quote }),
            Tag::Item => {
                self.roles.push(Role::Item);
                self.open(Role::Item);
            }
            Tag::FootnoteDefinition(_) => {
                self.roles.push(Role::Body);
                self.open(Role::Body);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.close();
                self.left_out += 1;
            }
            Tag::Table(_) => {
                self.close();
                self.tables += 1;
                self.row = 0;
            }
            Tag::TableHead | Tag::TableRow => (self.row, self.column) = (self.row + 1, 0),
            Tag::TableCell => {
                self.column += 1;
                let head = self.row == 1;
                self.cell = Some(Cell { table: self.tables, row: self.row, column: self.column, head });
                self.open(Role::Cell);
            }
            Tag::Emphasis | Tag::Strong => self.emphasis += 1,
            Tag::Strikethrough if self.is_struck(&range) => self.left_out += 1,
            // A single tilde means "about" in most texts.
            Tag::Strikethrough => self.text("~", range.start..range.start + 1),
            Tag::Link { link_type, .. } => {
                let is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.left_out += usize::from(is_address);
                self.addresses.push(is_address);
            }
            Tag::Image { title, .. } => {
                self.images += 1;
                if self.images == 1 && self.left_out == 0 {
                    let raw = self.source.get(range.clone()).unwrap_or("");
                    let at = raw.rfind(&*title).map(|at| range.start + at).filter(|_| !title.is_empty());
                    self.captions.extend(at.map(|at| vec![(title.to_string(), at..at + title.len())]));
                    self.captions.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn is_struck(&self, range: &Range<usize>) -> bool {
        self.source.get(range.clone()).is_some_and(|raw| raw.starts_with("~~"))
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.close(),
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.close();
                self.roles.pop();
            }
            TagEnd::CodeBlock => self.left_out = self.left_out.saturating_sub(1),
            TagEnd::TableCell => {
                self.close();
                self.cell = None;
            }
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Emphasis | TagEnd::Strong => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough if self.is_struck(&range) => self.left_out = self.left_out.saturating_sub(1),
            TagEnd::Strikethrough => self.text("~", range.end - 1..range.end),
            TagEnd::Link => {
                let was_address = self.addresses.pop().unwrap_or_default();
                self.left_out = self.left_out.saturating_sub(usize::from(was_address));
            }
            TagEnd::Image => self.image_end(),
            _ => {}
        }
    }

    /// A title that repeats the text of an image is no second caption.
    fn image_end(&mut self) {
        self.images = self.images.saturating_sub(1);
        let whole = |caption: &[Piece]| caption.iter().map(|(text, _)| text.as_str()).collect::<String>();
        if let [.., title, text] = self.captions.as_slice()
            && whole(title) == whole(text)
        {
            self.captions.pop();
        }
    }
}

#[cfg(test)]
mod tests;
