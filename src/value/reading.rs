//! `Reading`: the three nested value sets of one written figure.

use super::interval::Interval;
use super::set::ValueSet;
use rust_decimal::Decimal;
use serde::Serialize;

/// How generously a figure is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Every written digit is meant.
    Narrow,
    /// Rounded to nearest.
    Standard,
    /// Rounded or truncated.
    Wide,
}

impl Level {
    /// From the most generous to the strictest, the order in which figures are judged.
    pub const WIDEST_FIRST: [Level; 3] = [Level::Wide, Level::Standard, Level::Narrow];
}

/// What a written figure may mean: narrow ⊆ standard ⊆ wide as long as it is made by the functions here.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Reading {
    /// Every written digit is meant.
    pub narrow: ValueSet,
    /// Rounded to nearest.
    pub standard: ValueSet,
    /// Rounded or truncated.
    pub wide: ValueSet,
}

/// `wider` made to hold `inner`: the hull of two intervals, the union of sets that have gaps anyway.
fn holding(wider: ValueSet, inner: &ValueSet) -> ValueSet {
    if inner.is_subset_of(&wider) {
        return wider;
    }
    match (inner.intervals(), wider.intervals()) {
        ([a], [b]) => a.hull(*b).into(),
        _ => inner.union(&wider),
    }
}

impl Reading {
    /// A reading of three levels; a level that does not hold the one within is widened to do so.
    pub fn new(narrow: ValueSet, standard: ValueSet, wide: ValueSet) -> Self {
        let standard = holding(standard, &narrow);
        let wide = holding(wide, &standard);
        Reading { narrow, standard, wide }
    }

    /// The same at every level.
    pub fn same(set: ValueSet) -> Self {
        Reading { narrow: set.clone(), standard: set.clone(), wide: set }
    }

    /// One number at every level.
    pub fn point(value: Decimal) -> Self {
        Self::same(ValueSet::point(value))
    }

    /// Every number: nothing is known.
    pub fn any() -> Self {
        Self::same(ValueSet::all())
    }

    /// The set of one level.
    pub fn at(&self, level: Level) -> &ValueSet {
        match level {
            Level::Narrow => &self.narrow,
            Level::Standard => &self.standard,
            Level::Wide => &self.wide,
        }
    }

    /// What `f` makes of each level.
    pub fn map(&self, f: impl Fn(&ValueSet) -> ValueSet) -> Self {
        Self::new(f(&self.narrow), f(&self.standard), f(&self.wide))
    }

    /// What `f` makes of the two readings, level by level.
    pub fn zip(&self, other: &Self, f: impl Fn(&ValueSet, &ValueSet) -> ValueSet) -> Self {
        Self::new(f(&self.narrow, &other.narrow), f(&self.standard, &other.standard), f(&self.wide, &other.wide))
    }

    /// Multiplied by a number, as when a unit is changed.
    pub fn scaled(&self, factor: Decimal) -> Self {
        if factor == Decimal::ONE {
            return self.clone();
        }
        let factor = Interval::point(factor);
        self.map(|set| set.map(|i| i.mul(factor)))
    }

    /// From the lowest that `first` may mean to the highest that `last` may mean: "between a and b".
    pub fn range(first: &Self, last: &Self) -> Self {
        first.zip(last, |a, b| match (a.hull(), b.hull()) {
            (Some(a), Some(b)) => a.hull(b).into(),
            _ => a.union(b),
        })
    }

    /// The same with standard read as generously as wide, as in headlines and leads, which round more.
    pub fn rounded_more(&self) -> Self {
        Reading { narrow: self.narrow.clone(), standard: self.wide.clone(), wide: self.wide.clone() }
    }
}
