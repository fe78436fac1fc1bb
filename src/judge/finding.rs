//! What judging gives: verdicts, standings, findings, implied figures.

use super::checklist::Task;
pub use super::file::Severity;
use super::suppression::{Suppressed, Suppressor};
use crate::extract::{ClaimId, Ledger};
use crate::fnv::fnv1a;
use crate::relate::{Open, RelationId};
use crate::value::{Decimal, Period, Slip, Unit, ValueSet};
use rustc_hash::FxHashSet;
use serde::Serialize;
use std::sync::Arc;

impl Severity {
    /// One step milder; `None` below info.
    pub fn lower(self) -> Option<Self> {
        match self {
            Severity::Error => Some(Severity::Warning),
            Severity::Warning => Some(Severity::Info),
            Severity::Info => None,
        }
    }

    /// The word shown to users and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// What a law says about the figures that a relation ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The figures as written satisfy it.
    Holds,
    /// They satisfy it once rounding and hedges are allowed for.
    HoldsByRounding,
    /// They cannot all be true.
    Contradicts,
    /// Too little is known.
    Unknown,
}

impl Verdict {
    /// The word shown in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::HoldsByRounding => "holds-by-rounding",
            Verdict::Contradicts => "contradicts",
            Verdict::Unknown => "unknown",
        }
    }
}

/// Where a claim stands after judging.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Another figure of the article confirms it.
    Agrees,
    /// It is part of a finding.
    Conflicts,
    /// Nothing in the article confirms or refutes it: to check by hand.
    #[default]
    Open,
}

/// What one claim of a finding would have to be if the others are right.
#[derive(Clone, Debug, PartialEq)]
pub struct Repair {
    /// The claim.
    pub claim: ClaimId,
    /// The slot of the broken law that it fills. Where a part of a date fills the slot (weekday, day, month, year),
    /// `needed` counts that part and not day numbers.
    pub slot: Arc<str>,
    /// Values that would make the law hold, in the claim's own unit (percent as percent, dates as day numbers).
    pub needed: ValueSet,
    /// The same with the other figures taken exactly as written: what a reader would work out.
    pub written: ValueSet,
    /// The slip of the keys that explains it, and the figure that was meant, in the claim's own unit.
    pub slip: Option<(Slip, Decimal)>,
}

/// A minimal set of claims and ties that cannot all be true.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Name of the rule.
    pub rule: Arc<str>,
    /// Severity after level, tie and guards are taken into account.
    pub severity: Severity,
    /// Which law is broken: relation and index of the law in its definition.
    pub law: (RelationId, usize),
    /// The claims of the minimal set, in the order of the text; of two versions of a story, those of the later one first.
    pub claims: Vec<ClaimId>,
    /// The relations of the minimal set.
    pub relations: Vec<RelationId>,
    /// The arithmetic, rendered from the law with the figures as written.
    pub workings: String,
    /// What each claim would have to be.
    pub repairs: Vec<Repair>,
    /// Stable across runs and across edits elsewhere in the article: rule and texts of the claims, hashed.
    pub fingerprint: String,
}

/// A hash of the rule and of the words of the claims, which stand in `text`.
pub(crate) fn fingerprint(text: &str, ledger: &Ledger, rule: &str, claims: &[ClaimId]) -> String {
    let mut words = rule.to_owned();
    for claim in claims.iter().filter_map(|id| ledger.claims.get(id.0 as usize)) {
        let text = text.get(claim.span.clone()).unwrap_or_default().to_lowercase();
        words.push('\u{0}');
        for word in text.split_whitespace() {
            words.push(' ');
            words.push_str(word);
        }
    }
    fnv1a(words.into_bytes())
}

/// A figure that the text does not state but that its laws pin down.
#[derive(Clone, Debug, PartialEq)]
pub struct Implied {
    /// The relation and the slot that was open.
    pub relation: RelationId,
    /// Name of the slot.
    pub slot: Arc<str>,
    /// Its values, standard reading, in base units (dates as day numbers).
    pub values: ValueSet,
    /// The same with every digit of the figures meant: what a reader would work out.
    pub written: ValueSet,
    /// Unit, taken from the slots of the same group.
    pub unit: Option<Unit>,
    /// Period that it is about, where the law tells (the year before the final level's).
    pub period: Option<Period>,
    /// The claims that it follows from.
    pub from: Vec<ClaimId>,
}

impl Implied {
    /// The open slot, for linking.
    pub fn open(&self) -> Open {
        Open { relation: self.relation, slot: self.slot.clone(), values: self.values.clone() }
    }
}

/// All that judging says about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judgement {
    /// Verdict of each relation (the worst of its laws), by relation index.
    pub verdicts: Vec<Verdict>,
    /// Standing of each claim, by claim index.
    pub standings: Vec<Standing>,
    /// Findings, most severe first, then in the order of the text.
    pub findings: Vec<Finding>,
    /// Findings that are not to be told, in the same order.
    pub suppressed: Vec<Suppressed>,
    /// Implied figures.
    pub implied: Vec<Implied>,
    /// What is open, most consequential first.
    pub checklist: Vec<Task>,
}

impl Judgement {
    /// Leaves out findings as if they had not been made.
    pub fn forget(&mut self, mut which: impl FnMut(&Finding) -> bool) {
        let suppressed = self.suppressed.len();
        self.suppress(|finding| which(finding).then_some(Suppressor::Baseline));
        self.suppressed.truncate(suppressed);
    }

    /// Takes the findings that somebody suppresses from those that are told. Claims that are in no other are open again, but
    /// whoever suppressed the finding has looked at them: the checklist does not name them.
    pub fn suppress(&mut self, mut by: impl FnMut(&Finding) -> Option<Suppressor>) {
        let (mut told, mut claims) = (Vec::with_capacity(self.findings.len()), Vec::new());
        for finding in std::mem::take(&mut self.findings) {
            match by(&finding) {
                Some(by) => {
                    claims.extend(finding.claims.iter().copied());
                    self.suppressed.push(Suppressed { finding, by });
                }
                None => told.push(finding),
            }
        }
        self.findings = told;
        let told: FxHashSet<ClaimId> = self.findings.iter().flat_map(|finding| &finding.claims).copied().collect();
        for claim in claims.into_iter().filter(|claim| !told.contains(claim)) {
            if let Some(standing) = self.standings.get_mut(claim.0 as usize) {
                *standing = Standing::Open;
            }
        }
    }
}
