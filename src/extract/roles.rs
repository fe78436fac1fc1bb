//! Roles that need language: dateline, byline, caption, lead. The dateline gives the publication date.

use super::Passage;
use super::anchor::Anchor;
use super::mention::Content;
use super::when::When;
use crate::source::Role;
use chrono::NaiveDate;

/// Blocks at the top of an article among which its dateline is looked for.
const TOP_BLOCKS: usize = 6;

/// A line of this many tokens or more is a paragraph.
const LINE_TOKENS: usize = 45;

/// A dateline at the start of a paragraph ends within so many tokens.
const PREFIX_TOKENS: usize = 14;

/// The publication date as the article gives it.
pub struct Dateline {
    /// The date.
    pub date: NaiveDate,
    /// Passage that it stands in.
    pub passage: usize,
    /// Index of its mention there.
    pub mention: usize,
}

/// Gives the passages their roles and finds the publication date.
pub fn assign(passages: &mut [Passage<'_>]) -> Option<Dateline> {
    let mut dateline = None;
    let mut lead = false;
    // Pictures at the top of a page are no lines of it.
    let mut captions = 0;
    for (at, passage) in passages.iter_mut().enumerate() {
        captions += usize::from(passage.role == Role::Caption);
        let index = at - captions.min(at);
        // What stands in italics under a headline may be a deck, or the line that says when and by whom.
        let deck = passage.role == Role::Deck;
        if passage.role != Role::Body && !deck {
            continue;
        }
        let line = is_line(passage);
        if deck && !(line && ["dateline-cue", "byline-cue"].iter().any(|name| begins_with(passage, name))) {
            continue;
        }
        if dateline.is_none() && index < TOP_BLOCKS && line {
            dateline = date_of_line(passage).map(|(mention, date)| Dateline { date, passage: at, mention });
            if dateline.is_some() {
                passage.role = Role::Dateline;
                continue;
            }
        }
        if dateline.is_none() && index < TOP_BLOCKS {
            dateline = date_of_prefix(passage).map(|(mention, date)| Dateline { date, passage: at, mention });
        }
        if has_class(passage, "caption-cue") && passage.segment.tokens.len() < 3 * LINE_TOKENS {
            passage.role = Role::Caption;
        } else if line && index < TOP_BLOCKS && has_class(passage, "byline-cue") {
            passage.role = Role::Byline;
        } else if !lead && !line {
            lead = true;
            passage.role = Role::Lead;
        }
    }
    dateline
}

/// A short block that is no sentence.
fn is_line(passage: &Passage<'_>) -> bool {
    let tokens = passage.segment.tokens.len();
    tokens < LINE_TOKENS && passage.segment.word(tokens - 1) != "."
}

fn has_class(passage: &Passage<'_>, name: &str) -> bool {
    let segment = &passage.segment;
    let class = segment.language.lexicon.class(name);
    class.is_some_and(|class| (0..segment.tokens.len()).any(|at| segment.class_at(at, class).is_some()))
}

fn begins_with(passage: &Passage<'_>, name: &str) -> bool {
    let class = passage.segment.language.lexicon.class(name);
    class.is_some_and(|class| passage.segment.class_at(0, class).is_some())
}

/// A day written in full.
fn full_date(content: &Content) -> Option<NaiveDate> {
    let (Content::When(when @ When::Calendar { parts, .. })
    | Content::Datetime(when @ When::Calendar { parts, .. }, _)) = content
    else {
        return None;
    };
    (parts.day.is_some() && parts.month.is_some() && parts.year.is_some()).then_some(())?;
    when.resolve(Anchor::default())?.as_day()
}

/// The date of a line that says when the article was published: a weekday or a time of day beside the date, a cue
/// ("published"), or little else in the line.
fn date_of_line(passage: &Passage<'_>) -> Option<(usize, NaiveDate)> {
    let cue = has_class(passage, "dateline-cue");
    passage.mentions.iter().enumerate().find_map(|(index, mention)| {
        let date = full_date(&mention.content)?;
        let weekday = matches!(mention.content, Content::When(When::Calendar { parts, .. }) if parts.weekday.is_some());
        let timed = matches!(mention.content, Content::Datetime(..));
        let most = mention.tokens.len() * 3 >= passage.segment.tokens.len();
        (cue || weekday || timed || most).then_some((index, date))
    })
}

/// The date between the place and the dash at the start of a paragraph: "LONDON, March 3, 2024 (…) – …".
fn date_of_prefix(passage: &Passage<'_>) -> Option<(usize, NaiveDate)> {
    let mention = passage.mentions.first()?;
    let date = full_date(&mention.content)?;
    let dash = (mention.tokens.end..passage.segment.tokens.len().min(PREFIX_TOKENS))
        .any(|at| matches!(passage.segment.word(at), "-" | "–" | "—") && !passage.segment.tokens[at].glued);
    dash.then_some((0, date))
}
