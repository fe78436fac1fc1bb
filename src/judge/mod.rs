//! Judging.
mod check;
mod conflict;
pub mod file;
mod finding;
mod functions;
mod network;
mod propagate;
mod standing;
pub use check::Check;
pub use finding::{Finding, Implied, Judgement, Repair, Severity, Standing, Verdict};

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

/// Placeholder until the branch `judge` lands.
pub fn judge(
    _: &str,
    ledger: &crate::extract::Ledger,
    relations: &[crate::relate::Relation],
    _: &crate::relate::Definitions,
    _: &[Check],
    _: &JudgeOptions,
) -> Judgement {
    Judgement {
        verdicts: vec![Verdict::Unknown; relations.len()],
        standings: vec![Standing::Open; ledger.claims.len()],
        ..Judgement::default()
    }
}
pub use crate::language::file::ExampleFile;
pub use file::Maturity;
