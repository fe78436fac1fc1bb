//! Judging: which laws the figures of an article break, keep, or leave open.
//!
//! A figure is a set of values, a relation brings laws, and a finding is a minimal set of laws for which propagation
//! leaves some figure no value. `network` sets it up, `propagate` narrows, `conflict` finds minimal sets, `standing`
//! says what the rest proves, `checklist` what is left to a person, `suppression` what is
//! not to be told, `report` names and grades what is found, `workings` writes the arithmetic down.

mod check;
mod checklist;
mod conflict;
mod constraint;
mod domain;
pub mod file;
mod finding;
mod functions;
mod network;
mod propagate;
mod report;
mod standing;
mod suppression;
#[cfg(test)]
mod tests;
mod workings;

pub use crate::language::file::ExampleFile;
pub use check::Check;
pub use checklist::{Item, Stake, Task};
pub use file::Maturity;
pub(crate) use finding::fingerprint;
pub use finding::{Finding, Implied, Judgement, Repair, Severity, Standing, Verdict};
pub use suppression::{Fault, Remark, Suppressed, Suppressor, UNUSED_SUPPRESSION, suppress};

use crate::extract::Ledger;
use crate::relate::{Definitions, Relation};
use crate::value::Level;
use checklist::checklist;
use conflict::Search;
use network::Network;
use propagate::Solver;
use report::Reporter;
use standing::Standings;

/// What is reported. None of it changes how figures are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JudgeOptions {
    /// Report figures that only clash if every written digit is meant.
    pub strict: bool,
    /// Report checks that are still drafts.
    pub drafts: bool,
    /// Rules to report; all where empty.
    pub select: Vec<String>,
    /// Rules not to report.
    pub ignore: Vec<String>,
    /// Are two versions of one story compared, rather than an article judged? Each has checks of its own.
    pub versions: bool,
}

impl JudgeOptions {
    /// May that check speak?
    pub fn allows(&self, check: &Check) -> bool {
        let names = |rules: &[String]| rules.iter().any(|rule| *rule == *check.name);
        check.versions == self.versions
            && (self.drafts || check.maturity == Maturity::Stable)
            && (self.select.is_empty() || names(&self.select))
            && !names(&self.ignore)
    }
}

/// Judges one article: `text` is the document's text, which the claims' spans count in.
pub fn judge(
    text: &str,
    ledger: &Ledger,
    relations: &[Relation],
    definitions: &Definitions,
    checks: &[Check],
    options: &JudgeOptions,
) -> Judgement {
    let network = Network::new(ledger, relations, definitions);
    let mut solver = Solver::new(&network);
    let levels: &[Level] = if options.strict { &Level::WIDEST_FIRST } else { &[Level::Wide, Level::Standard] };
    let mut conflicts = Search::new(&network, &mut solver, levels).run();
    Reporter::new(&network, &mut solver, text, checks, options).keep_slips(&mut conflicts);
    let mut standings = Standings::new(&network, &mut solver);
    standings.run(&conflicts);
    let (verdicts, implied) = (std::mem::take(&mut standings.verdicts), std::mem::take(&mut standings.implied));
    let mut standings = std::mem::take(&mut standings.standings);
    let findings = Reporter::new(&network, &mut solver, text, checks, options).report(&conflicts);
    for claim in findings.iter().flat_map(|finding| &finding.claims) {
        if let Some(standing) = standings.get_mut(claim.0 as usize) {
            *standing = Standing::Conflicts;
        }
    }
    let checklist = checklist(ledger, &standings);
    Judgement { verdicts, standings, findings, suppressed: Vec::new(), implied, checklist }
}
