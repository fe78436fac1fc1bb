//! `Claim`: a figure or date of the article, in its context, and the `Ledger` that holds them.

use super::label::Label;
use super::parts::DateParts;
use super::stake::Superlative;
use crate::source::Role;
use crate::value::{Hedge, Kind, Period, Reading, Unit, Value};
use serde::Serialize;
use std::ops::Range;
use std::sync::Arc;

/// Index of a claim in its `Ledger`; shown to users as `c1`, `c2`, …
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimId(pub u32);

impl std::fmt::Display for ClaimId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "c{}", self.0 + 1)
    }
}

/// Does the writer state the figure as fact, or as something that may come or was wanted?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Modality {
    /// Stated as fact.
    #[default]
    Actual,
    /// What somebody expects.
    Forecast,
    /// What somebody wants to reach.
    Target,
    /// A measured or judged approximation, said to be one.
    Estimate,
    /// A figure that replaces, or was replaced by, another.
    Revised,
}

impl Modality {
    /// The word shown in JSON and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Modality::Actual => "actual",
            Modality::Forecast => "forecast",
            Modality::Target => "target",
            Modality::Estimate => "estimate",
            Modality::Revised => "revised",
        }
    }
}

/// What a figure measures or counts: the words as written, and their lemmas for comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Bytes of the phrase in the document's text.
    pub span: Range<usize>,
    /// Lemma of the head noun.
    pub head: Arc<str>,
    /// Lemmas of the modifiers, sorted, without repeats.
    pub modifiers: Vec<Arc<str>>,
}

/// The key of a claim: what must agree before two figures may be held against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The thing measured.
    pub subject: Option<Subject>,
    /// The time that the figure is about.
    pub period: Option<Period>,
    /// The place that the figure is about, as written.
    pub place: Option<Arc<str>>,
    /// Fact, forecast, target, …
    pub modality: Modality,
    /// Who says so, as written; `None` for the article itself.
    pub speaker: Option<Arc<str>>,
    /// +1 for a figure said to be a rise, −1 for a fall, 0 for no change.
    pub direction: Option<i8>,
    /// For the cell of a table: the heads of its row and column.
    pub heads: Option<Heads>,
}

/// Bytes of the document's text in which the heads of a cell's row and column stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Of the row.
    pub row: Option<Range<usize>>,
    /// Of the column.
    pub column: Option<Range<usize>>,
    /// The one of them that says what is measured, where the other names the subject.
    pub measure: Option<Range<usize>>,
}

/// A mention in context.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its place in the ledger.
    pub id: ClaimId,
    /// What kind of value.
    pub kind: Kind,
    /// Bytes of the document's text, hedge words included. Always on character boundaries.
    pub span: Range<usize>,
    /// The value as written; `None` where it cannot be known (a relative date without a publication date,
    /// a day that does not exist).
    pub value: Option<Value>,
    /// The days that a length of time runs over, where the text says which: "the last two weeks".
    pub stretch: Option<Period>,
    /// Unit, where the figure has one.
    pub unit: Option<Unit>,
    /// Hedge, where the figure has one.
    pub hedge: Option<Hedge>,
    /// What the figure may mean, in its own unit (percent as percent: 37 % reads around 37); dates in day numbers,
    /// durations and ages in days. `law_reading` gives it as laws want it.
    pub reading: Reading,
    /// What the figure alone may mean, where its hedge holds in any unit ("up to 200,000 yuan"), else `None`.
    pub plain: Option<Reading>,
    /// Subject, period, speaker, …
    pub context: Context,
    /// Parts of a date as written.
    pub date: Option<DateParts>,
    /// Role of the block that it stands in.
    pub role: Role,
    /// Index of the block.
    pub block: u32,
    /// Index of the sentence, counted through the article.
    pub sentence: u32,
    /// Index of the clause, counted through the article.
    pub clause: u32,
    /// Does it stand between quotation marks?
    pub quoted: bool,
    /// Entries of the language pack that made it, outermost first.
    pub via: Vec<Arc<str>>,
}

impl Claim {
    /// The reading as laws want it: percent and points as shares of one, quantities in the base unit of their dimension.
    pub fn law_reading(&self) -> Reading {
        self.scaled(&self.reading)
    }

    /// The same without such a hedge: what is more than a mile is not more than 1.6 km by chance.
    pub fn plain_reading(&self) -> Reading {
        self.scaled(self.plain.as_ref().unwrap_or(&self.reading))
    }

    fn scaled(&self, reading: &Reading) -> Reading {
        match (self.kind, &self.unit) {
            (Kind::Date | Kind::Time | Kind::Datetime | Kind::Duration | Kind::Age, _) | (_, None) => reading.clone(),
            (_, Some(unit)) => reading.scaled(unit.factor),
        }
    }
}

/// All claims of one article, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// The claims; `claims[i].id.0 == i`.
    pub claims: Vec<Claim>,
    /// Numbers that are no figures, in the order of the text.
    pub labels: Vec<Label>,
    /// Claims that count people, in the order of the text.
    pub people: Vec<ClaimId>,
    /// Words of rank, in the order of the text.
    pub superlatives: Vec<Superlative>,
    /// When the article was published: given, or read from its own date line.
    pub published: Option<chrono::NaiveDate>,
    /// The claim that the publication date was read from, where it was not given.
    pub published_by: Option<ClaimId>,
    /// Of a joined document: its parts, in the order of the text. Each has a publication date of its own.
    pub parts: Vec<LedgerPart>,
}

/// What the ledger of a joined document holds of one part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerPart {
    /// The number of claims before its own: the index of its first claim, if it has any.
    pub first: u32,
    /// When it was published.
    pub published: Option<chrono::NaiveDate>,
    /// The claim that its publication date was read from, where it was not given.
    pub published_by: Option<ClaimId>,
}

impl Ledger {
    /// The claim of that id.
    pub fn get(&self, id: ClaimId) -> &Claim {
        &self.claims[id.0 as usize]
    }

    /// Index of the part of a joined document that a claim stands in; 0 for an ordinary one.
    pub fn part_of(&self, id: ClaimId) -> usize {
        self.parts.partition_point(|part| part.first <= id.0).saturating_sub(1)
    }

    /// The publication date that a claim was read by.
    pub fn published_for(&self, id: ClaimId) -> Option<chrono::NaiveDate> {
        self.parts.get(self.part_of(id)).map_or(self.published, |part| part.published)
    }
}
