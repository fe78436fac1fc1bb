//! Sentences of two versions that say the same, found without models: by dynamic programming over their order, their
//! lengths and what they share (figures, names, words of one origin).

use super::cross::uncross;
use super::side::{Sentence, Side};
use crate::source::Role;
use std::ops::Range;

/// Up to so many pairs of sentences are all looked at.
const ALL: usize = 1 << 18;

/// In longer articles, sentences on each side of the diagonal that are looked at: memory and time stay linear in the length.
const BAND: usize = 60;

/// What leaving out a sentence costs. Two sentences that share nothing but their turn are still aligned.
const SKIP: f32 = -0.35;
/// What aligning costs before anything speaks for it.
const JOIN: f32 = -0.45;
/// What taking two sentences for one costs.
const MERGE: f32 = -0.35;
/// What speaks for it: all anchors shared; lengths alike; roles alike.
const SHARED: f32 = 4.0;
const LENGTH: f32 = 0.35;
const ROLE: f32 = 0.15;

/// From so much in common on, alignment is sure.
const SURE: f32 = 0.12;

/// Sentences that say the same: one or two on each side, or none on one of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bead {
    /// Sentences of the source.
    pub(super) source: Range<usize>,
    /// Sentences of the target.
    pub(super) target: Range<usize>,
    /// Does more than their turn speak for it?
    pub(super) sure: bool,
    /// Does it stand out of the order of the others?
    pub(super) crossing: bool,
}

impl Bead {
    /// Is there something on both sides?
    pub(super) fn is_pair(&self) -> bool {
        !self.source.is_empty() && !self.target.is_empty()
    }
}

/// How many sentences of source and target a step takes.
const STEPS: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)];

/// The columns of each row that are looked at.
#[derive(Clone, Copy)]
struct Window {
    rows: usize,
    columns: usize,
    band: usize,
}

impl Window {
    fn new(rows: usize, columns: usize) -> Self {
        let band = if rows.saturating_mul(columns) <= ALL { columns } else { BAND };
        Window { rows, columns, band }
    }

    fn middle(self, row: usize) -> usize {
        (row * self.columns).checked_div(self.rows).unwrap_or_default()
    }

    fn first(self, row: usize) -> usize {
        self.middle(row).saturating_sub(self.band)
    }

    fn last(self, row: usize) -> usize {
        if row == self.rows { self.columns } else { (self.middle(row) + self.band).min(self.columns) }
    }

    /// Where a column stands among those of the row.
    fn at(self, row: usize, column: usize) -> Option<usize> {
        column.checked_sub(self.first(row))
    }
}

/// Aligns all sentences, in order.
pub(super) fn align(source: &Side, target: &Side) -> Vec<Bead> {
    let window = Window::new(source.sentences.len(), target.sentences.len());
    let steps = steps(source, target, window);
    let mut beads = Vec::with_capacity(window.rows.max(window.columns));
    let (mut row, mut column) = (window.rows, window.columns);
    while row > 0 || column > 0 {
        let step = window.at(row, column).and_then(|at| steps.get(row)?.get(at)).copied();
        // Outside of the band: what is left stands alone.
        let alone = if row > 0 { (1, 0) } else { (0, 1) };
        let (down, right) = step.and_then(|step| STEPS.get(usize::from(step))).copied().unwrap_or(alone);
        let (above, left) = (row - down, column - right);
        let shared = common(&source.sentences[above..row], &target.sentences[left..column]);
        beads.push(Bead { source: above..row, target: left..column, sure: shared >= SURE, crossing: false });
        (row, column) = (above, left);
    }
    beads.reverse();
    vouch(&mut beads);
    uncross(beads, source, target)
}

/// For each row and column, the last of the steps that lead there best; none of them where nothing leads there.
fn steps(source: &Side, target: &Side, window: Window) -> Vec<Vec<u8>> {
    let mut steps: Vec<Vec<u8>> = Vec::with_capacity(window.rows + 1);
    // The best scores of this row and the two above it.
    let mut scores: [Vec<f32>; 3] = Default::default();
    for row in 0..=window.rows {
        let (mut line, mut chosen) = (Vec::new(), Vec::new());
        for column in window.first(row)..=window.last(row) {
            let start = row == 0 && column == 0;
            let mut best = (if start { 0.0 } else { f32::NEG_INFINITY }, u8::MAX);
            for (step, (down, right)) in STEPS.iter().enumerate() {
                let (Some(above), Some(left)) = (row.checked_sub(*down), column.checked_sub(*right)) else { continue };
                let known = if *down == 0 { &line } else { &scores[*down] };
                let Some(before) = window.at(above, left).and_then(|at| known.get(at)).copied() else { continue };
                if before > f32::NEG_INFINITY {
                    let score = before + score(source, above..row, target, left..column);
                    best = if score > best.0 { (score, step as u8) } else { best };
                }
            }
            line.push(best.0);
            chosen.push(best.1);
        }
        let [_, above, _] = scores;
        scores = [Vec::new(), line, above];
        steps.push(chosen);
    }
    steps
}

/// What stands between sure neighbours, or between one and the end, is sure as well, where nothing is left out there.
fn vouch(beads: &mut [Bead]) {
    let known: Vec<bool> = beads.iter().map(|bead| bead.sure && bead.is_pair()).collect();
    let alone = beads.len() == 1;
    for (at, bead) in beads.iter_mut().enumerate() {
        let before = at.checked_sub(1).is_none_or(|before| known[before]);
        let after = known.get(at + 1).copied().unwrap_or(true);
        bead.sure |= bead.is_pair() && (alone || before && after);
    }
}

fn score(source: &Side, rows: Range<usize>, target: &Side, columns: Range<usize>) -> f32 {
    let (a, b) = (&source.sentences[rows], &target.sentences[columns]);
    if a.is_empty() || b.is_empty() {
        return SKIP;
    }
    let merged = if a.len() + b.len() > 2 { MERGE } else { 0.0 };
    let length = |side: &[Sentence]| side.iter().map(|sentence| sentence.length).sum::<usize>().max(1) as f32;
    let ratio = length(a) / length(b);
    let alike = if ratio > 1.0 { 1.0 / ratio } else { ratio };
    let top = |role: Role| matches!(role, Role::Headline | Role::Deck | Role::Caption | Role::Cell);
    let roles = a.iter().zip(b).all(|(a, b)| top(a.role) == top(b.role));
    JOIN + merged + SHARED * common(a, b) + LENGTH * alike + if roles { ROLE } else { 0.0 }
}

/// How much of their anchors the sentences share: 0 for nothing, 1 for all.
pub(super) fn common(a: &[Sentence], b: &[Sentence]) -> f32 {
    let weight = |side: &[Sentence]| side.iter().flat_map(|it| &it.anchors).map(|(_, weight)| *weight).sum::<u32>();
    let all = weight(a) + weight(b);
    if all == 0 {
        return 0.0;
    }
    let mut shared = 0;
    for one in a {
        for other in b {
            shared += overlap(&one.anchors, &other.anchors);
        }
    }
    (2 * shared) as f32 / all as f32
}

/// The weight of the anchors that both have.
fn overlap(a: &[(u64, u32)], b: &[(u64, u32)]) -> u32 {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut shared = 0;
    while let (Some((first, weight)), Some((second, _))) = (a.peek(), b.peek()) {
        match first.cmp(second) {
            std::cmp::Ordering::Less => _ = a.next(),
            std::cmp::Ordering::Greater => _ = b.next(),
            std::cmp::Ordering::Equal => {
                shared += weight;
                a.next();
                b.next();
            }
        }
    }
    shared
}
