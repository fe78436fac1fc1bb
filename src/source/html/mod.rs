//! HTML: finds the article in a page, and draws its text with the way back to the page.
//!
//! A page is read twice: first to find out where the article stands and what the page says of it, then to write it. Neither
//! reading builds a tree, so that memory is bounded by the text and the depth of nesting.

mod data;
mod grid;
mod names;
mod stack;
mod survey;
#[cfg(test)]
mod tests;
mod tokens;
mod writer;

use super::{Builder, Document, Role, moment};
use chrono::{NaiveDate, NaiveTime};
use data::LinkedData;
use names::Name;
use std::ops::Range;
use survey::{Heading, Survey, letters};
use tokens::{Sink, Tag, tokenize};
pub use writer::write_script;
use writer::{Plan, Writer};

/// Class names that leave out so many times what they leave in mean something else.
const DOUBTFUL: usize = 3;

/// A heading of fewer letters and digits may begin any title.
const TELLING: usize = 8;

/// What parts the title of an article from the name of its site.
const TITLE_MARKS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · "];

/// The article of a page.
pub fn from_html(id: String, path: Option<String>, source: String) -> Document {
    let page = 0..source.len();
    let xml = source.trim_start().starts_with("<?xml");
    let mut by_class = true;
    let mut found = survey::survey(&source, page.clone(), xml, by_class);
    if found.page.as_ref().is_some_and(|page| page.amount * DOUBTFUL < found.around) {
        by_class = false;
        found = survey::survey(&source, page.clone(), xml, by_class);
    }
    let data = found.linked_data(&source);
    let (content, first, alone, amount) = match found.content() {
        Some((part, alone)) => (part.source, part.first, alone, part.amount),
        None => (page.clone(), None, false, 0),
    };
    let headline = headline(&found, &content, &source, &data);
    let published = published(&found, &data, headline.unwrap_or(content.start), first);
    let mut builder = Builder::new();
    if headline.is_none() {
        write_title(&mut builder, &source, &found, &data);
    }
    match data.body {
        Some(body) if amount == 0 => write_json(&mut builder, Role::Body, &source, body),
        _ => {
            let plan = Plan {
                whole: content == page,
                content,
                headline,
                first: first.unwrap_or(usize::MAX),
                alone,
                by_class,
                tables: &found.tables,
                role: Role::Body,
            };
            write(&mut builder, &source, page, xml, &plan, &mut 0);
        }
    }
    let (date, time) = published.unzip();
    Document {
        language_hint: found.language.as_deref().and_then(moment::language),
        published: date,
        published_time: time.flatten(),
        ..builder.markup(id, path, source)
    }
}

/// Writes a range of the source that is HTML. `tables`: how many tables the document has so far.
pub fn write_fragment(builder: &mut Builder, source: &str, range: Range<usize>, role: Role, tables: &mut usize) {
    let found = survey::survey(source, range.clone(), false, true);
    let plan = Plan {
        content: range.clone(),
        whole: true,
        headline: None,
        first: range.start,
        alone: false,
        by_class: true,
        tables: &found.tables,
        role,
    };
    write(builder, source, range, false, &plan, tables);
}

fn write(builder: &mut Builder, source: &str, range: Range<usize>, xml: bool, plan: &Plan, tables: &mut usize) {
    let mut writer = Writer::new(plan, builder, tables);
    tokenize(source, range, xml, &mut writer);
    writer.finish();
}

/// Where the heading starts that is the headline of the article: the first in it, or the last before it. Where the page
/// names its title elsewhere, it fits that; names of sites are marked as headings, too.
fn headline(found: &Survey, content: &Range<usize>, source: &str, data: &LinkedData) -> Option<usize> {
    let told = data.headline.clone().map(|range| json_text(source, range));
    let titles = [found.shared_title.as_ref(), found.title.as_ref()].into_iter().flatten().map(|words| &words.text);
    let titles: Vec<String> = titles.chain(told.as_ref()).map(|title| letters(title)).collect();
    let fits = |letters: &str| {
        titles.is_empty()
            || titles.iter().any(|title| title.starts_with(letters) || letters.starts_with(title.as_str()))
    };
    let inside = || found.headings.iter().filter(|heading| content.contains(&heading.start));
    let before = || found.headings.iter().rev().filter(|heading| heading.start < content.start);
    // Headings of the second rank are those of parts, unless the page has the same title.
    let first = |heading: &&Heading| heading.first;
    let named = |heading: &&Heading| !titles.is_empty() && heading.letters.len() >= TELLING && fits(&heading.letters);
    let fitting = inside().chain(before()).filter(first).find(|heading| fits(&heading.letters));
    let named = || inside().chain(before()).find(named);
    fitting.or_else(named).or_else(|| inside().find(first)).map(|heading| heading.start)
}

/// When the article was published: what names that best, and of that the first whose day is certain. Of one that was
/// brought up to date since, its date line tells better.
fn published(
    found: &Survey,
    data: &LinkedData,
    from: usize,
    first: Option<usize>,
) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let mut dates: Vec<(u8, &str)> = found.dates.iter().map(|(rank, date)| (*rank, date.as_str())).collect();
    dates.extend(data.published.as_deref().map(|date| (0, date)));
    // A time that is not marked as that of publication is so only between headline and text.
    let times = found.times.iter().filter(|(at, _)| *at >= from && first.is_some_and(|first| *at < first));
    dates.extend(times.map(|(_, date)| (u8::MAX, date.as_str())));
    dates.sort_by_key(|(rank, _)| *rank);
    let published = dates.into_iter().find_map(|(_, date)| moment::published(date))?;
    let mut modified = found.modified.iter().chain(&data.modified);
    (!modified.any(|modified| moment::was_updated(published.0, modified))).then_some(published)
}

/// Writes the headline of a page that has no heading: as it is given to others, else the title without the site's name.
fn write_title(builder: &mut Builder, source: &str, found: &Survey, data: &LinkedData) {
    let (words, shared) = match (&found.shared_title, &data.headline, &found.title) {
        (Some(title), _, _) => (title, true),
        (None, Some(headline), _) => return write_json(builder, Role::Headline, source, headline.clone()),
        (None, None, Some(title)) => (title, false),
        (None, None, None) => return,
    };
    let kept = without_site(&words.text, found.site.as_deref(), shared);
    let mut pieces = Pieces::default();
    tokenize(source, words.source.clone(), false, &mut pieces);
    builder.open(Role::Headline, None, None);
    if pieces.text != words.text {
        builder.replace(&words.text[kept], words.source.clone());
        return builder.close();
    }
    for (text, place) in pieces.pieces {
        let from = kept.start.clamp(text.start, text.end);
        let to = kept.end.clamp(text.start, text.end);
        if text.len() == place.len() {
            builder.push(&pieces.text[from..to], place.start + (from - text.start));
        } else if from < to {
            builder.replace(&pieces.text[from..to], place);
        }
    }
    builder.close();
}

/// The part of a title that is not the name of the site: before the last mark, or after the first, if that is known or the
/// rest is the longer.
fn without_site(title: &str, site: Option<&str>, shared: bool) -> Range<usize> {
    let is_site = |part: &str| site.is_some_and(|site| letters(site) == letters(part));
    let last = TITLE_MARKS.iter().filter_map(|mark| title.rfind(mark).map(|at| (at, at + mark.len()))).max();
    let first = TITLE_MARKS.iter().filter_map(|mark| title.find(mark).map(|at| (at, at + mark.len()))).min();
    match (first, last) {
        (_, Some((before, after))) if is_site(&title[after..]) => 0..before,
        (Some((before, after)), _) if is_site(&title[..before]) => after..title.len(),
        // A title that is given to others has no such name as a rule: "Floods – the worst in years".
        (_, Some((before, after))) if !shared && title.len() - after < before => 0..before,
        _ => 0..title.len(),
    }
}

/// Text with the places of its pieces.
#[derive(Default)]
struct Pieces {
    text: String,
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

impl Sink for Pieces {
    fn start(&mut self, _: &Tag) {}

    fn end(&mut self, _: Name, _: Range<usize>) {}

    fn text(&mut self, text: &str, source: Range<usize>) {
        let from = self.text.len();
        self.text.push_str(text);
        self.pieces.push((from..self.text.len(), source));
    }
}

fn json_text(source: &str, string: Range<usize>) -> String {
    let mut whole = String::new();
    data::json_string(source, string, |text, _| whole.push_str(text));
    whole
}

/// Writes a JSON string; its line breaks are those of paragraphs.
fn write_json(builder: &mut Builder, role: Role, source: &str, string: Range<usize>) {
    builder.open(role, None, None);
    data::json_string(source, string, |text, place| {
        if text == "\n" {
            builder.open(role, None, None);
        } else if text.len() == place.len() {
            builder.push(text, place.start);
        } else {
            builder.replace(text, place);
        }
    });
    builder.close();
}
