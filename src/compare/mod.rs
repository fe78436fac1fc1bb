//! Two versions of one story: which figures of the source did not reach the target, or reached it as others.
//!
//! Sentences are aligned without models (`align`), figures inside aligned sentences are matched by what they mean
//! (`likeness`, `matching`), and what is left over becomes findings (`difference`). The two articles are the parts of a joined
//! document, so that findings go through the same reports as all others. Knows nothing of files, and of languages only
//! what reading the two articles has told.

mod align;
mod cross;
mod difference;
mod likeness;
mod matching;
mod promote;
mod revise;
mod side;
mod split;

use crate::extract::{Extraction, Ledger};
use crate::judge::{Check, JudgeOptions, Judgement};
use crate::relate::{Currencies, Definitions, Relation};
use align::{Bead, align};
use difference::Teller;
use likeness::Scales;
use matching::{Matcher, Outcome};
use promote::promote;
pub use revise::FigureChange;
use revise::Reviser;
use side::Side;

/// How two versions are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CompareOptions {
    /// Are they an article before and after an edit, rather than a source and what was made of it?
    pub revision: bool,
    /// Is the target to hold everything that the source does? Else it may leave sentences out.
    pub whole: bool,
}

/// Sentences of the two versions that say the same, as runs of their numbers, counted through the joined document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counterpart {
    /// Bytes of the source's sentences in the joined text; empty where the target adds.
    pub source: std::ops::Range<usize>,
    /// Bytes of the target's sentences; empty where it leaves out.
    pub target: std::ops::Range<usize>,
    /// Do they stand out of the order of the others?
    pub crossing: bool,
}

/// What comparing gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// The claims of both versions, with those that had to be made of labels.
    pub ledger: Ledger,
    /// What ties figures of the two.
    pub relations: Vec<Relation>,
    /// Findings, standings and verdicts.
    pub judgement: Judgement,
    /// The aligned sentences, in the order of the source.
    pub counterparts: Vec<Counterpart>,
    /// What an edit did to the figures.
    pub changes: Option<Vec<FigureChange>>,
}

/// What comparing goes by besides the two versions.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    /// The relations.
    pub definitions: &'a Definitions,
    /// The checks, those of rules that are not run included.
    pub checks: &'a [Check],
    /// Between which rates currencies have stood.
    pub currencies: &'a Currencies,
    /// Which rules are run.
    pub judging: &'a JudgeOptions,
    /// How the versions are compared.
    pub options: CompareOptions,
}

/// Compares the two parts of a joined extraction: its passages before and from `target` on. `text` is the joined text.
pub fn compare(text: &str, extraction: Extraction<'_>, target: usize, grounds: Grounds<'_>) -> Compared {
    let mut ledger = extraction.ledger;
    let (first, second) = extraction.passages.split_at(target.min(extraction.passages.len()));
    let (mut source, mut target) = (Side::new(first, &ledger), Side::new(second, &ledger));
    let beads: Vec<Bead> = align(&source, &target);
    let words = (source.language == target.language).then_some(text);
    let scales = Scales { ledger: &ledger, currencies: grounds.currencies, words };
    let outcome: Outcome = Matcher::new(&source, &target, scales, grounds.options.revision).run(&beads);
    let mut sources: Vec<usize> = outcome.changes.iter().map(|change| change.source).collect();
    let mut targets: Vec<usize> = outcome.changes.iter().map(|change| change.target).collect();
    if grounds.options.revision {
        sources.extend(outcome.missing.iter().map(|(index, _)| *index));
        targets.extend(outcome.added.iter().map(|(index, _)| *index));
    }
    promote(&mut ledger, [(&mut source, &sources), (&mut target, &targets)]);
    let counterparts = beads
        .iter()
        .map(|bead| Counterpart {
            source: source.bytes(&bead.source),
            target: target.bytes(&bead.target),
            crossing: bead.crossing,
        })
        .collect();
    if grounds.options.revision {
        let passages = &extraction.passages;
        let reviser = Reviser { text, old: &source, new: &target, passages, ledger: &ledger, grounds };
        let (changes, relations, judgement) = reviser.tell(&outcome);
        return Compared { ledger, relations, judgement, counterparts, changes: Some(changes) };
    }
    let (relations, judgement) = Teller { text, source: &source, target: &target, grounds }.tell(&ledger, &outcome);
    Compared { ledger, relations, judgement, counterparts, changes: None }
}
