//! Numbers that one version gives together and the other one by one: "between 2004 and 2006" is one stretch of time, and two
//! years; "one in 35,000" a fraction, and two numbers.

use super::align::Bead;
use super::likeness::{Likeness, same_numbers};
use super::matching::{Change, Match, Matcher, slip};
use super::side::Item;
use crate::value::{Decimal, Kind, slip_between};
use std::ops::Range;

/// The items of one version that hold the numbers of an item of the other one, and the number that none of them holds.
struct Parts {
    parts: Vec<usize>,
    missing: Vec<Decimal>,
}

impl Matcher<'_> {
    /// Items all of whose numbers stand in items of the other version.
    pub(super) fn split(&mut self, bead: &Bead) {
        for which in [0, 1] {
            for index in self.free(which, bead) {
                let Some(Parts { parts, missing }) = self.parts(which, index, bead) else { continue };
                if missing.is_empty() {
                    self.join(which, index, &parts);
                }
            }
        }
    }

    /// The same where one number is another: a figure of the other version that stands for nothing yet.
    pub(super) fn split_but_one(&mut self, bead: &Bead) {
        for which in [0, 1] {
            let other = 1 - which;
            for index in self.free(which, bead) {
                let Some(Parts { parts, missing }) = self.parts(which, index, bead) else { continue };
                let [missing] = missing.as_slice() else { continue };
                let alone = |at: &usize| !parts.contains(at) && self.numbers(other, *at).len() == 1;
                let free: Vec<usize> = self.free(other, bead).into_iter().filter(alone).collect();
                let slipped = |at: &&usize| {
                    self.numbers(other, **at).iter().any(|number| slip_between(*number, *missing).is_some())
                };
                let changed =
                    free.iter().find(slipped).or(if let [only] = free.as_slice() { Some(only) } else { None });
                if parts.is_empty() {
                    continue;
                }
                if let Some(changed) = changed.copied() {
                    self.take_one(which, index);
                    self.take_one(other, changed);
                    parts.iter().for_each(|part| self.take_one(other, *part));
                    let (source, target) = if which == 0 { (index, changed) } else { (changed, index) };
                    self.outcome.changes.push(Change { source, target, sure: bead.sure });
                }
            }
        }
    }

    /// A date that lost a part in one version, beside a number there that stands for nothing: "July 9118".
    /// `own`: which of the matches are those of the bead.
    pub(super) fn rest_of_dates(&mut self, bead: &Bead, own: Range<usize>) {
        let near: Vec<Match> = self.outcome.matches.get(own).unwrap_or_default().to_vec();
        for Match { source, target, .. } in near.into_iter().filter(|found| found.likeness == Likeness::Near) {
            let dates = [(self.source, source), (self.target, target)].into_iter().all(|(side, index)| {
                let claim = side.items.get(index).and_then(|item| self.claim(item));
                claim.is_some_and(|claim| matches!(claim.kind, Kind::Date | Kind::Datetime))
            });
            if !dates {
                continue;
            }
            for which in [0, 1] {
                let (own, theirs) = if which == 0 { (source, target) } else { (target, source) };
                let lost = self.numbers(which, own).iter().filter(|it| !self.numbers(1 - which, theirs).contains(it));
                let lost: Vec<Decimal> = lost.copied().collect();
                let bare = |item: &Item| {
                    let claim = self.claim(item);
                    claim.is_none_or(|claim| claim.kind == Kind::Number && claim.unit.is_none())
                };
                let stray = self.free(1 - which, bead).into_iter().find(|index| {
                    let item = self.side(1 - which).items.get(*index);
                    let numbers = item.filter(|item| bare(item)).map(|item| item.numbers.as_slice());
                    // "20/13/2025" is no date, and holds all of its numbers; of "July 9118" only the year is left.
                    numbers.is_some_and(|numbers| match numbers {
                        [number] => lost.iter().any(|lost| slip_between(*number, *lost).is_some()),
                        several => slip(several, &lost),
                    })
                });
                if let Some(stray) = stray {
                    self.take_one(1 - which, stray);
                    let (source, target) = if which == 0 { (own, stray) } else { (stray, own) };
                    self.outcome.changes.push(Change { source, target, sure: bead.sure });
                }
            }
        }
    }

    fn numbers(&self, which: usize, index: usize) -> &[Decimal] {
        self.side(which).items.get(index).map_or(&[], |item| item.numbers.as_slice())
    }

    /// Where the numbers of an item stand in the other version. Each item there is taken once, unless it holds several.
    fn parts(&self, which: usize, index: usize, bead: &Bead) -> Option<Parts> {
        let other = 1 - which;
        let wanted = self.numbers(which, index);
        if wanted.is_empty() {
            return None;
        }
        let (mut parts, mut missing): (Vec<usize>, Vec<Decimal>) = (Vec::new(), Vec::new());
        let all: Vec<usize> = self.items_of(other, bead).collect();
        for number in wanted {
            let several = |at: &usize| self.numbers(other, *at).len() > 1;
            // The same numbers were compared before, and found to mean something else.
            let holds = |at: &&usize| {
                let numbers = self.numbers(other, **at);
                numbers.contains(number) && !same_numbers(numbers, wanted)
            };
            let unused = |at: &&usize| !parts.contains(*at) && self.is_free(other, **at);
            let found = all.iter().filter(holds).find(unused);
            let found = found.or_else(|| all.iter().filter(holds).find(|at| several(at)));
            match found {
                Some(at) => parts.push(*at),
                None => missing.push(*number),
            }
        }
        Some(Parts { parts, missing })
    }

    fn join(&mut self, which: usize, index: usize, parts: &[usize]) {
        let other = 1 - which;
        let wanted = self.numbers(which, index).to_vec();
        for part in parts {
            let whole = self.numbers(other, *part).iter().all(|number| wanted.contains(number));
            let (source, target) = if which == 0 { (index, *part) } else { (*part, index) };
            self.outcome.matches.push(Match { source, target, likeness: Likeness::Written });
            self.take_one(which, index);
            if whole {
                self.take_one(other, *part);
            }
        }
    }
}
