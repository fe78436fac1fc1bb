//! From a document to its claims. Two passes: the first finds the mentions, the second reads them in the light of what
//! the whole article says (its publication date, its number style).

mod alias;
mod anchor;
mod claim;
mod context;
mod find;
mod head_first;
mod head_first_phrase;
mod hedge;
mod join;
mod label;
mod make;
mod mention;
mod parts;
mod period;
mod phrase;
mod place;
mod resolve;
mod roles;
mod sentence;
mod speaker;
mod stake;
mod subject;
mod table;
mod tale;
mod voice;
mod when;

pub use alias::Aliases;
pub use claim::{Claim, ClaimId, Context, Heads, Ledger, LedgerPart, Modality, Subject};
pub use label::Label;
pub use make::{Units, units};
pub use mention::{Content, Mention};
pub use parts::DateParts;
pub use sentence::Division;
pub use stake::Superlative;
pub use table::{Head, Line, Table, TotalName};
pub use when::When;

use crate::language::{Language, NumberStyle, Segment, TokenKind, style_evidence};
use crate::source::{Document, Role};
use crate::value::{Reading, Value};
use anchor::{Anchor, Tense};
use chrono::{NaiveDate, NaiveTime};
use context::{ContextClasses, Found};
use speaker::LastSpeaker;
use std::ops::Range;
use tale::Tale;

/// Longest segment in bytes; a longer block is read in pieces.
const SEGMENT_BYTES: usize = 16 * 1024;

/// A reporting word so many tokens before a date dates the report.
const REPORT_TOKENS: usize = 3;

/// A date opens its sentence if it starts within so many tokens.
const OPENING_TOKENS: usize = 3;

/// A run of text that was read, with its mentions and claims.
pub struct Passage<'a> {
    /// Tokens and senses.
    pub segment: Segment<'a>,
    /// Mentions, in the order of the text.
    pub mentions: Vec<Mention>,
    /// The claim of each mention.
    pub claims: Vec<ClaimId>,
    /// Sentences and clauses.
    pub division: Division,
    /// Number of its first sentence and clause in the article.
    pub first: (u32, u32),
    /// Index of its block.
    pub block: u32,
    /// Role of its block.
    pub role: Role,
}

/// What extracting gives.
#[derive(Default)]
pub struct Extraction<'a> {
    /// The claims.
    pub ledger: Ledger,
    /// The text as it was read.
    pub passages: Vec<Passage<'a>>,
    /// Its tables.
    pub tables: Vec<Table>,
}

/// What is known of a document from elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hints {
    /// Its publication date.
    pub published: Option<NaiveDate>,
    /// The time of day of its publication.
    pub published_time: Option<NaiveTime>,
    /// How its numbers are written; none: as the language does, or the other way round where the text itself tells.
    pub number_style: Option<NumberStyle>,
}

/// Reads the blocks of a document with these indexes: all of them, or those of one part of a joined document.
pub fn extract<'a>(
    document: &'a Document,
    blocks: Range<usize>,
    language: &'a Language,
    units: &Units,
    Hints { published, published_time, number_style }: Hints,
) -> Extraction<'a> {
    let mut passages = passages(document, blocks, language, number_style);
    let mut work = find::Workspace::new(language);
    let mut labels = Vec::new();
    for passage in &mut passages {
        let (mentions, others) = find::mentions(&passage.segment, units, &mut work);
        passage.mentions = mentions;
        labels.extend(others);
    }
    let dateline = roles::assign(&mut passages);
    let tables = table::read(document, language, &mut passages, units, &mut labels);
    let published_as = published.or(dateline.as_ref().map(|found| found.date));
    let mut ledger = Ledger { labels, published: published_as, ..Ledger::default() };
    let classes = ContextClasses::new(language);
    let mut tale = Tale::new(published_time);
    let mut last = LastSpeaker::default();
    for (index, passage) in passages.iter_mut().enumerate() {
        claims(passage, &classes, &mut ledger, &mut tale, &mut last);
        stake::mark(passage, &mut ledger);
        if let Some(found) = &dateline
            && published.is_none()
            && found.passage == index
        {
            ledger.published_by = passage.claims.get(found.mention).copied();
        }
    }
    let tables = tables.settle(&passages, &mut ledger);
    Extraction { ledger, passages, tables }
}

fn passages<'a>(
    document: &'a Document,
    blocks: Range<usize>,
    language: &'a Language,
    wanted: Option<NumberStyle>,
) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    let mut evidence = (0, 0);
    let (mut sentences, mut clauses) = (0, 0);
    let first_block = blocks.start;
    let blocks = document.blocks.get(blocks).unwrap_or_default();
    for (index, block) in (first_block..).zip(blocks) {
        let mut from = block.span.start;
        while from < block.span.end {
            let to = segment_end(&document.text, from, block.span.end);
            let segment = Segment::new(&document.text, from, to, language);
            from = to;
            if segment.tokens.is_empty() {
                continue;
            }
            let (usual, other) = style_evidence(&document.text, &segment.tokens, language.style);
            evidence = (evidence.0 + usual, evidence.1 + other);
            let division = sentence::divide(&segment);
            let first = (sentences, clauses);
            sentences += division.sentences();
            clauses += division.clauses();
            passages.push(Passage {
                segment,
                mentions: Vec::new(),
                claims: Vec::new(),
                division,
                first,
                block: index as u32,
                role: block.role,
            });
        }
    }
    // An article that writes its percentages the other way round writes its other numbers so, too.
    let NumberStyle { decimal, group } = language.style;
    let turned = evidence.1 > evidence.0;
    let style = if turned { NumberStyle { decimal: group, group: decimal } } else { language.style };
    passages.iter_mut().for_each(|passage| passage.segment.read_numerals(wanted.unwrap_or(style)));
    passages
}

/// Where a segment that starts at `from` ends: at the end of the block, or after white space near the limit.
fn segment_end(text: &str, from: usize, end: usize) -> usize {
    if end - from <= SEGMENT_BYTES {
        return end;
    }
    let mut limit = from + SEGMENT_BYTES;
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let piece = &text[from..limit];
    let cut = piece.rfind(". ").map(|at| at + 2).or_else(|| piece.rfind(char::is_whitespace).map(|at| at + 1));
    // White space may be wider than a byte: the cut moves to the next boundary.
    let mut cut = from + cut.filter(|cut| *cut > SEGMENT_BYTES / 2).unwrap_or(piece.len());
    while !text.is_char_boundary(cut) {
        cut += 1;
    }
    cut
}

/// Turns the mentions of a passage into claims.
fn claims(
    passage: &mut Passage<'_>,
    classes: &ContextClasses,
    ledger: &mut Ledger,
    tale: &mut Tale,
    last: &mut LastSpeaker,
) {
    let segment = &passage.segment;
    let found = Found::new(segment, &passage.mentions, &passage.division, classes, passage.role, passage.first.0, last);
    let future = segment.language.lexicon.class("future");
    let reporting = segment.language.lexicon.class("reporting");
    let list_and = segment.language.lexicon.class("list-and");
    let is = |at: usize, class: Option<_>| class.is_some_and(|class| segment.class_at(at, class).is_some());
    let mut future_clause = (u32::MAX, None);
    // A day without a sentence around it announces.
    let listing = passage.role != Role::Dateline && is_listing(&found, classes);
    let mut meanings = Vec::with_capacity(passage.mentions.len());
    let mut values = Vec::with_capacity(passage.mentions.len());
    for (index, mention) in passage.mentions.iter().enumerate() {
        let (sentence, clause) =
            (passage.division.sentence[mention.core.start], passage.division.clause[mention.core.start]);
        if future_clause.0 != clause {
            let within = passage.division.clause.partition_point(|other| *other < clause)
                ..passage.division.clause.partition_point(|other| *other <= clause);
            let last = within.clone().rev().find(|at| is(*at, future));
            future_clause = (clause, within.clone().find(|at| is(*at, future)).zip(last));
        }
        // "Beat them on Friday and will play": what is joined on lies ahead, not what stands before it.
        let joined = |at: usize| segment.tokens[at].kind == TokenKind::Word && is(at, list_and);
        let ahead = future_clause
            .1
            .is_some_and(|(first, last)| first < mention.core.start || !(mention.core.end..last).any(joined));
        // "In October and December next": the word that looks ahead belongs to both.
        let shared = passage.mentions.get(index + 1).is_some_and(|next| {
            let adjoins = next.tokens.start == mention.tokens.end + 1 && joined(mention.tokens.end);
            adjoins && mention.is_time() && next.is_time() && next.tokens.clone().any(|at| is(at, future))
        });
        // "The company said on Friday that it will close": the Friday is past. Not that of "will be announced on Friday".
        let will = |at: usize| (at.saturating_sub(REPORT_TOKENS)..at).any(|before| is(before, future));
        let said = (mention.tokens.start.saturating_sub(REPORT_TOKENS)..mention.tokens.start)
            .any(|at| is(at, reporting) && !will(at));
        let tense = match ((ahead || shared) && !said, listing) {
            (true, _) => Tense::Future,
            (false, true) => Tense::Listing,
            (false, false) => Tense::Past,
        };
        let opening = passage.division.sentence.partition_point(|other| *other < sentence) + OPENING_TOKENS;
        let anchor = tale.anchor(ledger.published, tense, mention.core.start < opening, passage.first.0 + sentence);
        let anchor = Anchor { timeless: segment.language.timeless_verbs, ..anchor };
        let (value, mut reading) = mention.finish(anchor);
        tale.goes_on(mention, value.as_ref(), anchor, passage.first.0 + sentence);
        // Nobody knows on which day the speaker said "yesterday".
        if found.is_quoted(mention.core.start) && matches!(mention.content, Content::When(When::Days(_))) {
            reading = Reading::any();
        }
        // What happened "early in March" is as much of March as what happened in March.
        meanings.push((mention.widest(anchor).or_else(|| value.clone()), reading));
        values.push((value, mention.stretch(anchor)));
    }
    let contexts: Vec<Context> =
        (0..meanings.len()).map(|index| found.context(index, &meanings, ledger.published)).collect();
    let readings = meanings.into_iter().map(|(_, reading)| reading);
    for (((mention, (value, stretch)), reading), context) in
        passage.mentions.iter().zip(values).zip(readings).zip(contexts)
    {
        let id = ClaimId(ledger.claims.len() as u32);
        passage.claims.push(id);
        ledger.claims.push(Claim {
            id,
            kind: mention.kind_of(value.as_ref()),
            span: mention.span(segment),
            date: date_parts(&mention.content, value.as_ref()),
            value,
            stretch,
            unit: mention.unit.clone(),
            hedge: mention.hedge,
            reading,
            plain: mention.plain(),
            context,
            role: passage.role,
            block: passage.block,
            sentence: passage.first.0 + passage.division.sentence[mention.core.start],
            clause: passage.first.1 + passage.division.clause[mention.core.start],
            quoted: found.is_quoted(mention.core.start),
            via: mention.via.clone(),
        });
    }
}

/// An entry of a calendar has no more tokens.
const LISTING_TOKENS: usize = 16;

/// Does the passage hold nothing but figures, and small words before them?
fn is_listing(found: &Found<'_, '_>, classes: &ContextClasses) -> bool {
    let segment = found.segment;
    let small = |at: usize| {
        let is = |class: Option<_>| class.is_some_and(|class| segment.class_at(at, class).is_some());
        segment.tokens[at].kind == TokenKind::Symbol || is(classes.preposition) || is(classes.determiner)
    };
    let tokens = segment.tokens.len();
    tokens <= LISTING_TOKENS && (0..tokens).all(|at| found.in_mention(at) || small(at))
}

/// A day that its month does not have.
fn is_no_day(parts: DateParts) -> bool {
    /// Where the year is not known it may be a leap year.
    const LEAP_YEAR: i32 = 2000;
    let day = parts.day.zip(parts.month);
    day.is_some_and(|(day, month)| {
        NaiveDate::from_ymd_opt(parts.year.unwrap_or(LEAP_YEAR), month.into(), day.into()).is_none()
    })
}

/// The parts of a date as written, with the year that it was resolved to.
fn date_parts(content: &Content, value: Option<&Value>) -> Option<DateParts> {
    use chrono::Datelike;
    let when = match content {
        Content::When(when) | Content::Datetime(when, _) => when,
        // Of two ends, the one that no calendar has.
        Content::Whens(first, last) if value.is_none() => {
            [first, last].into_iter().find(|end| is_no_day(end.parts()))?
        }
        _ => return None,
    };
    let mut parts = when.parts();
    parts.relative |= when.is_relative();
    if parts.year.is_none() && parts.month.is_some() {
        parts.year = match value {
            Some(Value::Period(period)) => Some(period.first().year()),
            Some(Value::Datetime { date, .. }) => Some(date.year()),
            _ => None,
        };
    }
    Some(parts)
}
