//! Right and wrong: verdicts, findings, implied figures.

mod check;
mod file;
mod finding;

pub use check::Check;
pub use file::*;
pub use finding::*;

/// Which checks run, and how strictly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JudgeOptions {
    /// Also report what only the narrowest reading contradicts.
    pub strict: bool,
    /// Also run checks that are drafts.
    pub drafts: bool,
    /// Only these rules; all when empty.
    pub select: Vec<String>,
    /// Not these rules.
    pub ignore: Vec<String>,
}
