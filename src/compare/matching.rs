//! Figures of aligned sentences, matched by what they mean: the best assignment first, then numbers that one version gives
//! together and the other one by one, then figures that moved to another sentence, and at last those that changed.

use super::align::Bead;
use super::likeness::{Likeness, Scales, direction, same_numbers};
use super::side::{Item, Side, Weight};
use crate::extract::Claim;
use crate::value::{Decimal, Kind, Slip, Value, decimal_text, significant_digits, slip_between, slip_key};
use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// Figures that are assigned to each other at once. Longer lists are taken apart in order: the assignment costs the cube.
const MOST: usize = 48;

/// Two items, by index, that stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) likeness: Likeness,
}

/// Two items that seem to stand for each other and differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) source: usize,
    pub(super) target: usize,
    /// Are the sentences aligned for sure?
    pub(super) sure: bool,
}

/// What stands for what.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Figures that agree.
    pub(super) matches: Vec<Match>,
    /// Figures that do not.
    pub(super) changes: Vec<Change>,
    /// Items of the source that the target has nowhere, and whether their sentence was kept for sure.
    pub(super) missing: Vec<(usize, bool)>,
    /// Items of the target that the source has nowhere, and whether their sentence has a source.
    pub(super) added: Vec<(usize, bool)>,
}

/// Matches the figures of two versions.
pub(super) struct Matcher<'a> {
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    scales: Scales<'a>,
    revision: bool,
    /// Which items stand for something already.
    taken: [Vec<bool>; 2],
    pub(super) outcome: Outcome,
}

impl<'a> Matcher<'a> {
    /// `revision`: the versions are one article before and after an edit.
    pub(super) fn new(source: &'a Side, target: &'a Side, scales: Scales<'a>, revision: bool) -> Self {
        let taken = [vec![false; source.items.len()], vec![false; target.items.len()]];
        Matcher { source, target, scales, revision, taken, outcome: Outcome::default() }
    }

    pub(super) fn run(mut self, beads: &[Bead]) -> Outcome {
        let pairs: Vec<&Bead> = beads.iter().filter(|bead| bead.is_pair()).collect();
        // Where the matches of each bead stand among all.
        let mut own: Vec<Range<usize>> = Vec::with_capacity(pairs.len());
        for bead in &pairs {
            let first = self.outcome.matches.len();
            self.assign(bead, |matcher, a, b| {
                let likeness = matcher.scales.compare(a, b)?;
                Some((likeness, matcher.worth(a, b, likeness)))
            });
            self.split(bead);
            own.push(first..self.outcome.matches.len());
        }
        self.moved();
        let known = [numbers_of(self.source), numbers_of(self.target)];
        for (bead, own) in pairs.iter().zip(own) {
            self.split_but_one(bead);
            self.rest_of_dates(bead, own);
            self.changed(bead, &known);
        }
        self.slipped_elsewhere();
        self.left_over(beads, &known);
        self.outcome.matches.sort_by_key(|found| found.source);
        self.outcome
    }

    pub(super) fn claim(&self, item: &Item) -> Option<&'a Claim> {
        item.claim(self.scales.ledger)
    }

    /// How good a match is, for the assignment.
    fn worth(&self, a: &Item, b: &Item, likeness: Likeness) -> i32 {
        let base = match likeness {
            Likeness::Same => 1000,
            Likeness::Near => 800,
            Likeness::Written => 600,
            Likeness::OtherUnit => 400,
        };
        let hedge = |item: &Item| self.claim(item).map(|claim| direction(claim.hedge));
        let way = |item: &Item| self.claim(item).map(|claim| claim.context.direction);
        base + i32::from(hedge(a) == hedge(b)) * 40 + i32::from(way(a) == way(b)) * 20
    }

    /// Assigns the items of a bead that are still free to each other, so that the matches together are worth the most.
    fn assign(&mut self, bead: &Bead, alike: impl Fn(&Self, &Item, &Item) -> Option<(Likeness, i32)>) {
        let (sources, targets) = (self.free(0, bead), self.free(1, bead));
        for (sources, targets) in pieces(&sources, &targets) {
            let turned = sources.len() > targets.len();
            let (rows, columns) = if turned { (targets, sources) } else { (sources, targets) };
            if rows.is_empty() {
                continue;
            }
            let ends = |row: usize, column: usize| if turned { (column, row) } else { (row, column) };
            let found = |row: usize, column: usize| {
                let (source, target) = ends(*rows.get(row)?, *columns.get(column)?);
                alike(self, self.source.items.get(source)?, self.target.items.get(target)?)
            };
            let weights = Matrix::from_fn(rows.len(), columns.len(), |(row, column)| {
                // In doubt, what comes first goes with what comes first.
                let apart = (row * columns.len()).abs_diff(column * rows.len()) * 10 / (rows.len() * columns.len());
                found(row, column).map_or(0, |(_, worth)| (worth - apart as i32).max(1))
            });
            let (_, columns_of) = kuhn_munkres(&weights);
            let pairs: Vec<Match> = columns_of
                .into_iter()
                .enumerate()
                .filter_map(|(row, column)| {
                    let (likeness, _) = found(row, column)?;
                    let (source, target) = ends(*rows.get(row)?, *columns.get(column)?);
                    Some(Match { source, target, likeness })
                })
                .collect();
            for pair in pairs {
                self.take(pair.source, pair.target);
                self.outcome.matches.push(pair);
            }
        }
    }

    fn take(&mut self, source: usize, target: usize) {
        self.take_one(0, source);
        self.take_one(1, target);
    }

    pub(super) fn take_one(&mut self, which: usize, index: usize) {
        if let Some(taken) = self.taken[which].get_mut(index) {
            *taken = true;
        }
    }

    pub(super) fn side(&self, which: usize) -> &'a Side {
        if which == 0 { self.source } else { self.target }
    }

    pub(super) fn items_of(&self, which: usize, bead: &Bead) -> Range<usize> {
        self.side(which).items(if which == 0 { &bead.source } else { &bead.target })
    }

    pub(super) fn is_free(&self, which: usize, index: usize) -> bool {
        !self.taken[which].get(index).copied().unwrap_or(true)
    }

    pub(super) fn free(&self, which: usize, bead: &Bead) -> Vec<usize> {
        self.items_of(which, bead).filter(|index| self.is_free(which, *index)).collect()
    }

    /// Figures that stand in another sentence now.
    fn moved(&mut self) {
        let mut free: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (index, item) in self.target.items.iter().enumerate().rev() {
            if self.is_free(1, index) && item.weight > Weight::Light {
                free.entry(key(&item.numbers)).or_default().push(index);
            }
        }
        for (source, item) in self.source.items.iter().enumerate() {
            if !self.is_free(0, source) || item.weight <= Weight::Light || item.numbers.is_empty() {
                continue;
            }
            let Some(candidates) = free.get_mut(&key(&item.numbers)) else { continue };
            let alike = |target: &usize| {
                let likeness = self.scales.compare(item, self.target.items.get(*target)?);
                likeness.filter(|likeness| *likeness > Likeness::OtherUnit)
            };
            let found = candidates.iter().enumerate().rev().find_map(|(at, target)| Some((at, alike(target)?)));
            if let Some((at, likeness)) = found {
                let target = candidates.remove(at);
                self.take(source, target);
                self.outcome.matches.push(Match { source, target, likeness });
            }
        }
    }

    /// What is left of two aligned sentences, and of one kind, is one figure that changed.
    fn changed(&mut self, bead: &Bead, known: &[FxHashSet<String>; 2]) {
        let before = self.outcome.matches.len();
        let free = [self.free(0, bead).len(), self.free(1, bead).len()];
        let alone = free == [1, 1];
        self.assign(bead, |matcher, a, b| {
            let worth = matcher.change(a, b, alone, known)?;
            Some((Likeness::Written, worth))
        });
        let found = self.outcome.matches.split_off(before);
        let changes = found.into_iter().map(|Match { source, target, .. }| Change { source, target, sure: bead.sure });
        self.outcome.changes.extend(changes);
    }

    /// How likely it is that one stands for the other, and was changed.
    fn change(&self, a: &Item, b: &Item, alone: bool, known: &[FxHashSet<String>; 2]) -> Option<i32> {
        let least = a.weight.min(b.weight);
        // An edit changes "Monday" to "Tuesday"; a translation only tells days in its own words.
        if !self.revision && (least == Weight::Weak || a.numbers.is_empty() || b.numbers.is_empty()) {
            return None;
        }
        let slip = slip(&a.numbers, &b.numbers);
        let same = match (self.claim(a), self.claim(b)) {
            (Some(first), Some(second)) => {
                let unit = |claim: &Claim| claim.unit.as_ref().map(|unit| unit.dimension.clone());
                let classes = (class(first.kind), class(second.kind));
                let alike = classes.0 == classes.1 && (classes.0 != Class::Amount || unit(first) == unit(second));
                // A year that is read as a number, an age that is.
                let bare = |claim: &Claim| claim.kind == Kind::Number && claim.unit.is_none();
                if alike { 2 } else { i32::from(bare(first) || bare(second)) }
            }
            (None, None) => 2,
            _ => 0,
        };
        // The other version gives the figure elsewhere: the sentences say different things.
        let elsewhere = !same_numbers(&a.numbers, &b.numbers)
            && (known[1].contains(&key(&a.numbers)) || known[0].contains(&key(&b.numbers)));
        let enough = match (same, slip) {
            (_, true) => true,
            (2, false) => !elsewhere || alone || self.revision,
            (1, false) => alone && !elsewhere,
            _ => alone && !elsewhere && least == Weight::Full,
        };
        let light = least <= Weight::Light && same < 2;
        (enough && !light).then_some(100 + same * 100 + i32::from(slip) * 150)
    }

    /// Figures of other sentences that a slip of scale or two digits set apart, and that nothing else could stand for.
    fn slipped_elsewhere(&mut self) {
        let telling = |item: &Item| {
            let claim = self.claim(item).filter(|_| item.weight == Weight::Full)?;
            let value = number(claim).filter(|value| significant_digits(*value) > 1)?;
            let unit = claim.unit.as_ref().map(|unit| unit.code.clone());
            Some(((claim.kind, unit, slip_key(value)?), value))
        };
        let mut free: FxHashMap<_, Vec<(usize, Decimal)>> = FxHashMap::default();
        for (index, item) in self.target.items.iter().enumerate().filter(|(index, _)| self.is_free(1, *index)) {
            if let Some((key, value)) = telling(item) {
                free.entry(key).or_default().push((index, value));
            }
        }
        let mut found = Vec::new();
        for (source, item) in self.source.items.iter().enumerate().filter(|(index, _)| self.is_free(0, *index)) {
            let Some((key, value)) = telling(item) else { continue };
            let Some([(target, other)]) = free.get(&key).map(Vec::as_slice) else { continue };
            let slip = slip_between(value, *other).map(|(slip, _)| slip);
            let swapped = slip == Some(Slip::Swapped) && significant_digits(value) > 2;
            if slip == Some(Slip::Scale) || swapped {
                found.push(Change { source, target: *target, sure: false });
            }
        }
        for change in found {
            if self.is_free(0, change.source) && self.is_free(1, change.target) {
                self.take(change.source, change.target);
                self.outcome.changes.push(change);
            }
        }
    }

    fn left_over(&mut self, beads: &[Bead], known: &[FxHashSet<String>; 2]) {
        for bead in beads {
            let missing = self.unknown(0, bead, known);
            let added = self.unknown(1, bead, known);
            let pair = bead.is_pair() && bead.sure;
            // Where more is gone than stayed, or two sentences became one elsewhere, the writer left things out on purpose.
            let all = self.items_of(0, bead).filter(|index| self.weight(0, *index) == Weight::Full).count();
            let gone = missing.iter().filter(|index| self.weight(0, **index) == Weight::Full).count();
            let condensed = gone > 1 && (2 * gone > all || bead.source.len() > bead.target.len() && 2 * gone >= all);
            let kept = pair && !bead.crossing && !condensed;
            self.outcome.missing.extend(missing.into_iter().map(|index| (index, kept)));
            self.outcome.added.extend(added.into_iter().map(|index| (index, pair)));
        }
    }

    fn weight(&self, which: usize, index: usize) -> Weight {
        self.side(which).items.get(index).map_or(Weight::Weak, |item| item.weight)
    }

    /// What is left of one side of a bead, and stands nowhere in the other version.
    fn unknown(&self, which: usize, bead: &Bead, known: &[FxHashSet<String>; 2]) -> Vec<usize> {
        let (other, near) = match which {
            0 => (self.target, &bead.target),
            _ => (self.source, &bead.source),
        };
        let unknown = |index: &usize| {
            let item = self.side(which).items.get(*index).filter(|item| item.weight > Weight::Weak);
            item.is_some_and(|item| !self.is_known(item, other, &known[1 - which], near))
        };
        self.free(which, bead).into_iter().filter(unknown).collect()
    }

    /// Does the other version have it somewhere, or in these sentences in another unit?
    fn is_known(&self, item: &Item, other: &Side, known: &FxHashSet<String>, near: &Range<usize>) -> bool {
        let all = || item.numbers.iter().all(|number| known.contains(&key(std::slice::from_ref(number))));
        let within = other.items.get(other.items(near)).unwrap_or_default();
        let converted = |other: &Item| self.scales.compare(item, other).is_some_and(|it| it >= Likeness::Near);
        known.contains(&key(&item.numbers)) || (!item.numbers.is_empty() && all()) || within.iter().any(converted)
    }
}

/// Pieces of two lists that are assigned at once: all of them, or runs of the same place in both.
fn pieces<'l>(sources: &'l [usize], targets: &'l [usize]) -> Vec<(&'l [usize], &'l [usize])> {
    let count = sources.len().max(targets.len()).div_ceil(MOST).max(1);
    let piece = |list: &'l [usize], at: usize| {
        list.get(list.len() * at / count..list.len() * (at + 1) / count).unwrap_or_default()
    };
    (0..count).map(|at| (piece(sources, at), piece(targets, at))).collect()
}

/// The numbers of an item as one text.
fn key(numbers: &[Decimal]) -> String {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.iter().map(|number| decimal_text(*number)).collect::<Vec<_>>().join(" ")
}

/// All numbers of a version: those of each item together, and each by itself.
fn numbers_of(side: &Side) -> FxHashSet<String> {
    let mut known = FxHashSet::default();
    for item in side.items.iter().filter(|item| !item.numbers.is_empty()) {
        known.insert(key(&item.numbers));
        known.extend(item.numbers.iter().map(|number| key(std::slice::from_ref(number))));
    }
    known
}

/// Does a slip of the keys set them apart?
pub(super) fn slip(a: &[Decimal], b: &[Decimal]) -> bool {
    let differ = |(a, b): (&Decimal, &Decimal)| a != b && slip_between(*a, *b).is_none();
    a.len() == b.len() && !same_numbers(a, b) && !a.iter().zip(b).any(differ)
}

/// What kinds are mistaken for each other only by a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Money,
    Share,
    Calendar,
    Clock,
    Length,
    Order,
    Amount,
}

fn class(kind: Kind) -> Class {
    match kind {
        Kind::Money => Class::Money,
        Kind::Percent | Kind::Points | Kind::Fraction => Class::Share,
        Kind::Date | Kind::Datetime => Class::Calendar,
        Kind::Time => Class::Clock,
        Kind::Duration | Kind::Age => Class::Length,
        Kind::Ordinal => Class::Order,
        Kind::Number | Kind::Quantity | Kind::Range | Kind::Multiple => Class::Amount,
    }
}

/// The number that a claim is written as, where it is one.
pub(super) fn number(claim: &Claim) -> Option<Decimal> {
    match claim.value {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    }
}
