//! Sentences that a rewrite put elsewhere: left alone by the alignment, which keeps the order, and full of what others hold
//! that were left alone as well.

use super::align::{Bead, common};
use super::side::Side;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// From so much in common on, two sentences that stand elsewhere say the same.
const ENOUGH: f32 = 0.2;

/// An anchor that more sentences have tells nothing.
const MOST: usize = 8;

/// Joins beads of one side each that belong together, whatever their order.
pub(super) fn uncross(beads: Vec<Bead>, source: &Side, target: &Side) -> Vec<Bead> {
    let lone: Vec<usize> = (0..beads.len()).filter(|at| !beads[*at].is_pair()).collect();
    let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for at in &lone {
        for sentence in source.sentences.get(beads[*at].source.clone()).unwrap_or_default() {
            for (anchor, weight) in &sentence.anchors {
                if *weight > 1 {
                    holders.entry(*anchor).or_default().push(*at);
                }
            }
        }
    }
    let mut found: Vec<(f32, Range<usize>, usize)> = Vec::new();
    for at in lone.iter().copied().filter(|at| beads[*at].source.is_empty()) {
        let own = target.sentences.get(beads[at].target.clone()).unwrap_or_default();
        let anchors = own.iter().flat_map(|sentence| &sentence.anchors);
        let mut candidates: Vec<usize> = anchors
            .filter_map(|(anchor, _)| holders.get(anchor))
            .filter(|all| all.len() <= MOST)
            .flatten()
            .copied()
            .collect();
        candidates.sort_unstable();
        candidates.dedup();
        for candidate in candidates {
            let first = beads[candidate].source.clone();
            // Two sentences of the source may have become one.
            let next = beads.get(candidate + 1).filter(|next| !next.is_pair() && next.source.start == first.end);
            let both = next.map(|next| first.start..next.source.end);
            for run in [Some(first), both].into_iter().flatten() {
                let shared = common(source.sentences.get(run.clone()).unwrap_or_default(), own);
                if shared >= ENOUGH {
                    found.push((shared, run, at));
                }
            }
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)).then(a.1.start.cmp(&b.1.start)));
    let mut gone: Vec<usize> = Vec::new();
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut joined: Vec<Bead> = Vec::new();
    for (_, run, at) in found {
        let free = !gone.contains(&at) && taken.iter().all(|other| other.end <= run.start || run.end <= other.start);
        if free {
            gone.push(at);
            taken.push(run.clone());
            joined.push(Bead { source: run, target: beads[at].target.clone(), sure: true, crossing: true });
        }
    }
    let stays = |(at, bead): &(usize, Bead)| {
        let within = |run: &Range<usize>| {
            !bead.source.is_empty() && run.start <= bead.source.start && bead.source.end <= run.end
        };
        !gone.contains(at) && (bead.is_pair() || !taken.iter().any(within))
    };
    let mut beads: Vec<Bead> = beads.into_iter().enumerate().filter(stays).map(|(_, bead)| bead).collect();
    if !joined.is_empty() {
        beads.extend(joined);
        // Those of one side only keep their place behind what stands before them.
        beads.sort_by_key(|bead| {
            if bead.source.is_empty() { (usize::MAX, bead.target.start) } else { (bead.source.start, 0) }
        });
    }
    beads
}
