//! `Document`: the text of one article, cut into blocks.

use super::{Comment, Origin};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

/// What a block is in the article. Roles that need language (dateline, byline, lead) are given by `extract`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The title.
    Headline,
    /// The line under the title.
    Deck,
    /// Where and when the article was written, or the line that carries the publication date.
    Dateline,
    /// Who wrote it.
    Byline,
    /// The first paragraph.
    Lead,
    /// Any other paragraph.
    #[default]
    Body,
    /// A block quotation.
    Quote,
    /// The text of a picture or table.
    Caption,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
}

impl Role {
    /// The word shown in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Deck => "deck",
            Role::Dateline => "dateline",
            Role::Byline => "byline",
            Role::Lead => "lead",
            Role::Body => "body",
            Role::Quote => "quote",
            Role::Caption => "caption",
            Role::Item => "item",
            Role::Cell => "cell",
        }
    }
}

/// A run of text that is read by itself: no sentence crosses its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Bytes of the document's text, line breaks at its ends excluded.
    pub span: Range<usize>,
    /// What it is, as far as the format tells.
    pub role: Role,
    /// Where in a table it stands, if it is part of a cell.
    pub cell: Option<Cell>,
}

/// A cell of a table, all numbers from 1 and as the table is drawn: a cell over two columns has the number of the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cell {
    /// Which table of the document.
    pub table: usize,
    /// Which row of it.
    pub row: usize,
    /// Which column of it.
    pub column: usize,
    /// Is it marked as the head of a row or column?
    pub head: bool,
}

/// One article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Name given by the input (JSON Lines), else the path.
    pub id: String,
    /// File that it came from, where it came from one.
    pub path: Option<String>,
    /// The text as it is read. All spans of claims count its UTF-8 bytes.
    pub text: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// What its file says to addsup, in order.
    pub comments: Vec<Comment>,
    /// The way back to the file.
    pub origin: Origin,
    /// Language code that the input names.
    pub language: Option<String>,
    /// Language code that markup names. Templates often name the wrong one: it is believed where the words do not tell.
    pub language_hint: Option<String>,
    /// Publication date that the input names.
    pub published: Option<chrono::NaiveDate>,
    /// Time of day of publication that the input names.
    pub published_time: Option<chrono::NaiveTime>,
}

impl Document {
    /// Where it came from: path, or id, or both where one file holds many articles.
    pub fn name(&self) -> String {
        match &self.path {
            Some(path) if *path == self.id => path.clone(),
            Some(path) => format!("{path}#{}", self.id),
            None => self.id.clone(),
        }
    }

    /// The text without what is said to addsup: what tells the language.
    pub fn words(&self) -> Cow<'_, str> {
        // Markup has left its comments behind.
        let is_text = matches!(self.origin, Origin::Text);
        let inside = |comment: &&Comment| self.text.get(comment.source.clone()).filter(|_| is_text);
        let mut comments = self.comments.iter().filter(|comment| inside(comment).is_some()).peekable();
        if comments.peek().is_none() {
            return Cow::Borrowed(&self.text);
        }
        let (mut words, mut from) = (String::with_capacity(self.text.len()), 0);
        for comment in comments {
            words.push_str(self.text.get(from..comment.source.start).unwrap_or_default());
            from = comment.source.end;
        }
        words.push_str(self.text.get(from..).unwrap_or_default());
        Cow::Owned(words)
    }

    /// What a person sees who opens the file in a text editor: markup and all. For files that are no text, the text; for a
    /// joined document, too: what its parts have is told by [`Document::source_at`].
    pub fn source(&self) -> &str {
        match &self.origin {
            Origin::Markup(markup) => &markup.source,
            Origin::Text | Origin::Parts(_) | Origin::Joined(_) => &self.text,
        }
    }

    /// The bytes of [`Document::source`] that a span of the text came from.
    pub fn source_span(&self, text: Range<usize>) -> Range<usize> {
        match &self.origin {
            Origin::Markup(markup) => markup.span(text),
            Origin::Text | Origin::Parts(_) | Origin::Joined(_) => text,
        }
    }
}
