//! `Hedge`: how a writer tells that a figure is not sharp.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Kinds of hedge; languages map their words onto them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// Somewhere around.
    About,
    /// Around, by a stated margin.
    PlusMinus,
    /// A little less.
    BelowNear,
    /// A little more.
    AboveNear,
    /// More.
    Above,
    /// This or more.
    AtLeast,
    /// Less.
    Below,
    /// This or less.
    AtMost,
    /// This or less, though speakers may go back on it.
    UpTo,
    /// This and nothing else.
    Exact,
}

impl Hedge {
    /// Does it leave one side open: "up to", "more than"?
    pub fn is_one_sided(self) -> bool {
        matches!(self, Hedge::Above | Hedge::AtLeast | Hedge::Below | Hedge::AtMost | Hedge::UpTo)
    }

    /// All of them.
    pub const ALL: [Hedge; 10] = [
        Hedge::About,
        Hedge::PlusMinus,
        Hedge::BelowNear,
        Hedge::AboveNear,
        Hedge::Above,
        Hedge::AtLeast,
        Hedge::Below,
        Hedge::AtMost,
        Hedge::UpTo,
        Hedge::Exact,
    ];

    /// The word used in rule files and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Hedge::About => "about",
            Hedge::PlusMinus => "plus-minus",
            Hedge::BelowNear => "below-near",
            Hedge::AboveNear => "above-near",
            Hedge::Above => "above",
            Hedge::AtLeast => "at-least",
            Hedge::Below => "below",
            Hedge::AtMost => "at-most",
            Hedge::UpTo => "up-to",
            Hedge::Exact => "exact",
        }
    }
}

impl fmt::Display for Hedge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A word that names nothing of its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord(pub String);

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown word {:?}", self.0)
    }
}

impl std::error::Error for UnknownWord {}

impl FromStr for Hedge {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|h| h.as_str() == word).ok_or_else(|| UnknownWord(word.to_owned()))
    }
}
