//! `Kind`: what sort of value a mention denotes.

use super::hedge::UnknownWord;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The kinds of mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A bare number, or a number of things.
    Number,
    /// So many in a hundred.
    Percent,
    /// A difference of percentages, or of an index.
    Points,
    /// An amount of a currency.
    Money,
    /// A number of a physical unit.
    Quantity,
    /// A place in an order.
    Ordinal,
    /// A part of a whole.
    Fraction,
    /// So many times.
    Multiple,
    /// A day or a run of days.
    Date,
    /// A time of day.
    Time,
    /// A day with a time of day.
    Datetime,
    /// A length of time.
    Duration,
    /// How long somebody or something has existed.
    Age,
    /// Two ends and what lies between.
    Range,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 14] = [
        Kind::Number,
        Kind::Percent,
        Kind::Points,
        Kind::Money,
        Kind::Quantity,
        Kind::Ordinal,
        Kind::Fraction,
        Kind::Multiple,
        Kind::Date,
        Kind::Time,
        Kind::Datetime,
        Kind::Duration,
        Kind::Age,
        Kind::Range,
    ];

    /// The word used in rule files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::Percent => "percent",
            Kind::Points => "points",
            Kind::Money => "money",
            Kind::Quantity => "quantity",
            Kind::Ordinal => "ordinal",
            Kind::Fraction => "fraction",
            Kind::Multiple => "multiple",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Datetime => "datetime",
            Kind::Duration => "duration",
            Kind::Age => "age",
            Kind::Range => "range",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Kind {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|k| k.as_str() == word).ok_or_else(|| UnknownWord(word.to_owned()))
    }
}
