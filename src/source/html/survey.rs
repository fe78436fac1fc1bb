//! The first reading of a page: where its article stands, and what the page says of it.

use super::data::linked_data;
use super::names::{Name, is_left_out, is_one_of, words};
use super::stack::Stack;
use super::tokens::{Key, Sink, Tag, tokenize};
use std::ops::Range;

/// A run of text shorter than this is no paragraph that tells where an article is.
const RUN: usize = 25;
/// Paragraphs in a cell of this length: the table is there for the layout.
const LAYOUT_CELL: usize = 250;
/// So many headlines and times are looked at.
const CANDIDATES: usize = 32;
/// So many bytes of a heading are compared.
const HEADING: usize = 300;

/// Words of class names for the time of publication.
const PUBLISHED: [&str; 3] = ["published", "pubdate", "publish"];

/// A text in the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// With entities decoded.
    pub text: String,
    /// Its bytes.
    pub source: Range<usize>,
}

/// A heading of the first or second rank.
#[derive(Debug)]
pub struct Heading {
    /// The byte at which its start tag begins.
    pub start: usize,
    /// Its first letters and digits, in lower case.
    pub letters: String,
    /// Is it of the first rank?
    pub first: bool,
}

/// A part of the page that may hold the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its bytes, tags included.
    pub source: Range<usize>,
    /// Bytes of the paragraphs in it, white space not counted.
    pub amount: usize,
    /// Of these, the ones in articles inside of it.
    pub nested: usize,
    /// Where its first paragraph begins.
    pub first: Option<usize>,
}

/// What was found.
#[derive(Debug, Default)]
pub struct Survey {
    /// Elements that are marked as the text of an article, as articles, and as the main part.
    pub bodies: Vec<Part>,
    pub articles: Vec<Part>,
    pub mains: Vec<Part>,
    /// Elements with paragraphs, or with several parts that have some; inner ones first.
    pub blocks: Vec<Part>,
    /// The whole page.
    pub page: Option<Part>,
    /// Bytes of paragraphs that stand in elements whose class names say that they are none of the article.
    pub around: usize,
    pub headings: Vec<Heading>,
    pub title: Option<Words>,
    pub shared_title: Option<Words>,
    pub site: Option<String>,
    /// Texts of `datePublished` and the like, the most trustworthy names first.
    pub dates: Vec<(u8, String)>,
    /// Texts of `dateModified` and the like.
    pub modified: Vec<String>,
    /// Times, with the bytes at which they stand.
    pub times: Vec<(usize, String)>,
    pub scripts: Vec<Range<usize>>,
    pub language: Option<String>,
    /// Which tables hold data, in the order of their start tags.
    pub tables: Vec<bool>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Outside {
    #[default]
    No,
    /// By its class names.
    ByClass,
    /// By what it is.
    ByKind,
}

#[derive(Debug, Default)]
struct Data {
    start: usize,
    outside: Outside,
    is_body: bool,
    amount: usize,
    nested: usize,
    most: usize,
    first: Option<usize>,
    /// All text, white space not counted.
    text: usize,
    table: Option<Table>,
}

#[derive(Debug, Default)]
struct Table {
    index: usize,
    layout: bool,
    head: bool,
    rows: usize,
    cells: usize,
    most_cells: usize,
}

/// A run of text between two borders of blocks.
#[derive(Debug, Default)]
struct Run {
    start: usize,
    length: usize,
    linked: usize,
}

struct Surveyor {
    found: Survey,
    stack: Stack<Data>,
    run: Run,
    heading: Option<Heading>,
    title: Option<Words>,
    script: Option<usize>,
    by_class: bool,
}

/// Reads a page. `by_class`: are class names believed that say what is none of the article?
pub fn survey(source: &str, range: Range<usize>, xml: bool, by_class: bool) -> Survey {
    let root = Data { start: range.start, ..Data::default() };
    let mut surveyor = Surveyor {
        found: Survey::default(),
        stack: Stack::new(root),
        run: Run::default(),
        heading: None,
        title: None,
        script: None,
        by_class,
    };
    tokenize(source, range.clone(), xml, &mut surveyor);
    surveyor.end_run();
    surveyor.close_to(1, range.end);
    let root = surveyor.stack.top();
    let page = Part { source: range, amount: root.amount, nested: root.nested, first: root.first };
    Survey { page: Some(page), ..surveyor.found }
}

impl Surveyor {
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let top = self.stack.top();
        top.text += run.length;
        if run.length < RUN || run.linked * 2 >= run.length {
            return;
        }
        match top.outside {
            Outside::No => {
                top.amount += run.length;
                top.first = top.first.or(Some(run.start));
            }
            Outside::ByClass => self.found.around += run.length,
            Outside::ByKind => {}
        }
    }

    fn close_to(&mut self, kept: usize, end: usize) {
        while let Some(element) = self.stack.pop_above(kept) {
            let data = element.data;
            let parent = self.stack.top();
            parent.amount += data.amount;
            parent.text += data.text;
            parent.nested += if element.name == Name::Article { data.amount } else { data.nested };
            parent.most = parent.most.max(if element.name.is_container() { data.amount } else { data.most });
            parent.first = parent.first.or(data.first);
            let part = Part { source: data.start..end, amount: data.amount, nested: data.nested, first: data.first };
            if let Some(table) = data.table {
                let data = table.most_cells > 1 && !table.layout && (table.head || table.rows > 1);
                self.found.tables[table.index] = data;
                self.mark_table(|outer| outer.layout = true);
            }
            if matches!(element.name, Name::Td | Name::Th) && data.text > LAYOUT_CELL {
                self.mark_table(|table| table.layout = true);
            }
            let heading = if matches!(element.name, Name::H1 | Name::H2) { self.heading.take() } else { None };
            if data.outside != Outside::No {
                continue;
            }
            if let Some(heading) = heading.filter(|heading| !heading.letters.is_empty())
                && self.found.headings.len() < CANDIDATES
            {
                self.found.headings.push(heading);
            }
            let list = match element.name {
                _ if data.is_body => &mut self.found.bodies,
                Name::Article => &mut self.found.articles,
                Name::Main => &mut self.found.mains,
                name if name.is_container() && data.amount > data.most => &mut self.found.blocks,
                _ => continue,
            };
            list.push(part);
        }
    }

    /// Notes something about the innermost open table.
    fn mark_table(&mut self, note: impl FnOnce(&mut Table)) {
        if let Some(table) = self.stack.table().and_then(|data| data.table.as_mut()) {
            note(table);
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let Some(content) = tag.attribute(Key::Content).filter(|content| !content.value.trim().is_empty()) else {
            return;
        };
        let name = [Key::Property, Key::Name, Key::Itemprop]
            .map(|key| tag.value(key))
            .into_iter()
            .find(|name| !name.is_empty());
        let rank = match name.unwrap_or_default().to_ascii_lowercase().as_str() {
            "og:title" => {
                let words = Words { text: content.value.clone(), source: content.source.clone() };
                return self.found.shared_title = self.found.shared_title.take().or(Some(words));
            }
            "article:modified_time" | "og:updated_time" | "datemodified" => {
                return self.found.modified.push(content.value.clone());
            }
            "og:site_name" => return self.found.site = Some(content.value.clone()),
            "article:published_time" | "og:article:published_time" => 1,
            "datepublished" => 2,
            "pubdate"
            | "publishdate"
            | "publish_date"
            | "publication_date"
            | "publish-date"
            | "parsely-pub-date"
            | "sailthru.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "cxenseparse:recs:publishtime" => 3,
            "date" | "dc.date" | "dcterms.date" => 4,
            _ => return,
        };
        self.found.dates.push((rank, content.value.clone()));
    }

    fn time(&mut self, tag: &Tag) {
        let value = [Key::Datetime, Key::Content].map(|key| tag.value(key)).into_iter().find(|value| !value.is_empty());
        let Some(value) = value else { return };
        if tag.value(Key::Itemprop).eq_ignore_ascii_case("datePublished") {
            self.found.dates.push((2, value.to_owned()));
        } else if words(tag.value(Key::Class)).any(|word| is_one_of(word, &PUBLISHED)) {
            self.found.dates.push((3, value.to_owned()));
        } else if self.found.times.len() < CANDIDATES {
            self.found.times.push((tag.source.start, value.to_owned()));
        }
    }

    /// What a start tag says of the page, wherever it stands.
    fn note(&mut self, tag: &Tag) {
        match tag.name {
            Name::Meta => self.meta(tag),
            Name::Time => self.time(tag),
            Name::Html => {
                let language = tag.value(Key::Lang);
                self.found.language =
                    self.found.language.take().or((!language.is_empty()).then(|| language.to_owned()));
            }
            Name::Script if tag.value(Key::Type).to_ascii_lowercase().contains("ld+json") => {
                self.script = Some(tag.source.end);
            }
            Name::Title if self.found.title.is_none() => {
                let at = tag.source.end;
                self.title = Some(Words { text: String::new(), source: at..at });
            }
            _ if tag.value(Key::Itemprop).eq_ignore_ascii_case("datePublished") => self.time(tag),
            _ => {}
        }
    }

    fn table_part(&mut self, tag: &Tag) {
        match tag.name {
            Name::Tr => self.mark_table(|table| (table.rows, table.cells) = (table.rows + 1, 0)),
            Name::Td | Name::Th => {
                let head = tag.name == Name::Th;
                self.mark_table(|table| {
                    table.cells += 1;
                    table.most_cells = table.most_cells.max(table.cells);
                    table.head |= head;
                });
            }
            Name::Thead | Name::Caption => self.mark_table(|table| table.head = true),
            _ => {}
        }
    }
}

impl Sink for Surveyor {
    fn start(&mut self, tag: &Tag) {
        self.note(tag);
        let block = tag.name.is_block();
        if block || tag.name == Name::Br {
            self.end_run();
        }
        let kept = self.stack.kept_by_start(tag.name);
        self.close_to(kept, tag.source.start);
        if tag.name.is_void() {
            return;
        }
        let outer = self.stack.top().outside;
        let outside = match outer {
            Outside::ByKind => outer,
            _ if is_left_out(tag, false) => Outside::ByKind,
            Outside::No if self.by_class && is_left_out(tag, true) => Outside::ByClass,
            _ => outer,
        };
        self.table_part(tag);
        let table = (tag.name == Name::Table).then(|| {
            self.found.tables.push(false);
            let layout = matches!(tag.value(Key::Role), "presentation" | "none");
            Table { index: self.found.tables.len() - 1, layout, ..Table::default() }
        });
        if !block && tag.name != Name::A && outside == Outside::No {
            return;
        }
        let is_body = tag.value(Key::Itemprop).split_whitespace().any(|word| word.eq_ignore_ascii_case("articleBody"));
        if matches!(tag.name, Name::H1 | Name::H2) {
            let first = tag.name == Name::H1;
            self.heading = Some(Heading { start: tag.source.start, letters: String::new(), first });
        }
        self.stack.push(tag.name, Data { start: tag.source.start, outside, is_body, table, ..Data::default() });
    }

    fn end(&mut self, name: Name, source: Range<usize>) {
        if name.is_block() {
            self.end_run();
        }
        if name == Name::Script
            && let Some(start) = self.script.take()
            && self.found.scripts.len() < CANDIDATES
        {
            self.found.scripts.push(start..source.start);
        }
        if name == Name::Title {
            self.found.title = self.found.title.take().or(self.title.take());
        }
        if let Some(kept) = self.stack.kept_by_end(name) {
            self.close_to(kept, source.end);
        }
    }

    fn text(&mut self, text: &str, source: Range<usize>) {
        if let Some(title) = &mut self.title {
            title.text.push_str(text);
            title.source.end = source.end;
        }
        if self.script.is_some() || self.stack.top().outside == Outside::ByKind {
            return;
        }
        let length = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).count();
        if length == 0 {
            return;
        }
        if let Some(heading) = self.heading.as_mut().filter(|heading| heading.letters.len() < HEADING) {
            heading.letters.push_str(&letters(text));
        }
        if self.run.length == 0 {
            self.run.start = source.start;
        }
        self.run.length += length;
        if self.stack.in_link() {
            self.run.linked += length;
        }
    }
}

/// The letters and digits of a heading, in lower case: what two forms of it share.
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(HEADING).collect()
}

impl Survey {
    /// The part that holds the article, and whether articles inside of it are none of it.
    pub fn content(&self) -> Option<(Part, bool)> {
        let total = self.page.as_ref()?.amount;
        let most = |parts: &[Part]| parts.iter().rev().max_by_key(|part| part.amount).cloned();
        // Teasers of other articles are marked as articles, too: one that holds little of what the page says is none.
        let marked = [&self.bodies, &self.articles, &self.mains];
        let marked = marked.into_iter().filter_map(|parts| most(parts)).find(|part| part.amount * 4 >= total);
        let densest =
            || self.blocks.iter().filter(|part| part.amount * 10 >= total * 7).min_by_key(|part| part.source.len());
        let part = marked.or_else(|| densest().cloned()).or_else(|| self.page.clone())?;
        let alone = part.nested * 2 <= part.amount;
        Some((part, alone))
    }

    /// What the page's scripts say of the article.
    pub fn linked_data(&self, source: &str) -> super::data::LinkedData {
        self.scripts.iter().find_map(|script| linked_data(source, script.clone())).unwrap_or_default()
    }
}
