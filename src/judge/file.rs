//! The files of `rules/checks` as they are written. Plain structures without any dependency on the rest of
//! addsup, because `build.rs` reads them too and stores them in the program.

use crate::language::file::ExampleFile;
use serde::{Deserialize, Serialize};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look.
    Info,
    /// Probably wrong.
    Warning,
    /// Cannot all be true.
    Error,
}

/// May a check speak by default?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Maturity {
    /// Only when drafts are asked for.
    Draft,
    /// Quiet on real news.
    Stable,
}

/// One file of `rules/checks`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckFile {
    /// Name of the rule.
    pub name: String,
    /// Group that it is listed under.
    pub group: String,
    /// The laws that it watches, as `relation.law`.
    pub laws: Vec<String>,
    /// How bad a finding is when even the widest reading leaves no way out and the tie is firm.
    pub severity: Severity,
    /// Is it run by default?
    pub maturity: Maturity,
    /// Classes of guard words of the language packs: where one stands near, the finding is only info.
    #[serde(default)]
    pub guards: Vec<String>,
    /// Constructions and links that it is limited to (beginnings of their names); all when absent.
    #[serde(default)]
    pub via: Option<Vec<String>>,
    /// Slots that the text must fill before the check speaks.
    #[serde(default)]
    pub needs: Option<Vec<String>>,
    /// What must hold, in one sentence.
    pub summary: String,
    /// Why an editor wants to know, and what is let pass.
    pub why: String,
    /// English examples.
    #[serde(default)]
    pub example: Vec<ExampleFile>,
}
