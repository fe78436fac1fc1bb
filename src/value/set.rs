//! `ValueSet`: a short union of intervals, for figures that may mean one thing or another.

use super::exact;
use super::interval::{Bound, Interval, compare_low};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};
use std::fmt;

/// A sorted union of at most four intervals that neither meet nor touch; may be empty.
/// Where there would be more, the nearest neighbours are taken together.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ValueSet(Parts);

/// Nearly all sets are one interval, so that case costs no allocation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Parts {
    Empty,
    One(Interval),
    Many(Box<[Interval]>),
}

const MOST: usize = 4;

impl From<Interval> for ValueSet {
    fn from(interval: Interval) -> Self {
        ValueSet(Parts::One(interval))
    }
}

/// Do the two, the first of which starts no later, have no gap between them?
fn meet(a: Interval, b: Interval) -> bool {
    match (a.high(), b.low()) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => true,
        (Bound::Closed(x), Bound::Closed(y) | Bound::Open(y)) | (Bound::Open(x), Bound::Closed(y)) => x >= y,
        (Bound::Open(x), Bound::Open(y)) => x > y,
    }
}

/// How far `b` starts after `a` ends.
fn gap(a: Interval, b: Interval) -> Decimal {
    match (a.high().value(), b.low().value()) {
        (Some(x), Some(y)) => exact::up(exact::add(y, exact::neg(x))).unwrap_or(Decimal::MAX),
        _ => Decimal::ZERO,
    }
}

impl ValueSet {
    /// No number.
    pub fn empty() -> Self {
        ValueSet(Parts::Empty)
    }

    /// Every number.
    pub fn all() -> Self {
        Interval::ALL.into()
    }

    /// One number.
    pub fn point(value: Decimal) -> Self {
        Interval::point(value).into()
    }

    fn gather(mut parts: Vec<Interval>) -> Self {
        parts.sort_by(|a, b| compare_low(a.low(), b.low()));
        let mut apart: Vec<Interval> = Vec::with_capacity(parts.len());
        for part in parts {
            match apart.last_mut() {
                Some(last) if meet(*last, part) => *last = last.hull(part),
                _ => apart.push(part),
            }
        }
        while apart.len() > MOST {
            let nearest = (1..apart.len()).min_by_key(|&i| gap(apart[i - 1], apart[i])).unwrap_or(1);
            let right = apart.remove(nearest);
            apart[nearest - 1] = apart[nearest - 1].hull(right);
        }
        match apart.as_slice() {
            [] => Self::empty(),
            [one] => (*one).into(),
            _ => ValueSet(Parts::Many(apart.into_boxed_slice())),
        }
    }

    /// The intervals, in order.
    pub fn intervals(&self) -> &[Interval] {
        match &self.0 {
            Parts::Empty => &[],
            Parts::One(one) => std::slice::from_ref(one),
            Parts::Many(many) => many,
        }
    }

    /// Does it hold no number?
    pub fn is_empty(&self) -> bool {
        self.0 == Parts::Empty
    }

    /// Does it hold every number?
    pub fn is_all(&self) -> bool {
        self.0 == Parts::One(Interval::ALL)
    }

    /// Does it hold that number?
    pub fn contains(&self, value: Decimal) -> bool {
        self.intervals().iter().any(|i| i.contains(value))
    }

    /// The smallest interval that holds all of it; `None` if it is empty.
    pub fn hull(&self) -> Option<Interval> {
        let parts = self.intervals();
        Some(parts.first()?.hull(*parts.last()?))
    }

    /// The number, where it holds only one.
    pub fn as_point(&self) -> Option<Decimal> {
        match self.0 {
            Parts::One(one) => one.as_point(),
            _ => None,
        }
    }

    /// What both hold.
    pub fn intersect(&self, other: &Self) -> Self {
        if let (Parts::One(a), Parts::One(b)) = (&self.0, &other.0) {
            return a.intersect(*b).map_or_else(Self::empty, Self::from);
        }
        let mut parts = Vec::new();
        for a in self.intervals() {
            parts.extend(other.intervals().iter().filter_map(|b| a.intersect(*b)));
        }
        Self::gather(parts)
    }

    /// What either holds.
    pub fn union(&self, other: &Self) -> Self {
        Self::gather([self.intervals(), other.intervals()].concat())
    }

    /// Does `other` hold all of it?
    pub fn is_subset_of(&self, other: &Self) -> bool {
        self.intervals().iter().all(|a| other.intervals().iter().any(|b| a.is_subset_of(*b)))
    }

    fn pairwise(&self, other: &Self, f: impl Fn(Interval, Interval) -> Interval) -> Self {
        if let (Parts::One(a), Parts::One(b)) = (&self.0, &other.0) {
            return f(*a, *b).into();
        }
        let mut parts = Vec::new();
        for a in self.intervals() {
            parts.extend(other.intervals().iter().map(|b| f(*a, *b)));
        }
        Self::gather(parts)
    }

    /// Sums of one number of each.
    pub fn add(&self, other: &Self) -> Self {
        self.pairwise(other, Interval::add)
    }

    /// Differences of one number of each.
    pub fn sub(&self, other: &Self) -> Self {
        self.pairwise(other, Interval::sub)
    }

    /// Products of one number of each.
    pub fn mul(&self, other: &Self) -> Self {
        self.pairwise(other, Interval::mul)
    }

    /// Quotients of one number of each; everything where the divisor may be zero.
    pub fn div(&self, other: &Self) -> Self {
        self.pairwise(other, Interval::div)
    }

    /// Opposites.
    pub fn neg(&self) -> Self {
        self.map(Interval::neg)
    }

    /// The signs that its numbers have: a subset of {−1, 0, 1}.
    pub fn sign(&self) -> Self {
        let mut parts = Vec::new();
        let below = Interval::new(Bound::Unbounded, Bound::Open(Decimal::ZERO));
        let above = Interval::new(Bound::Open(Decimal::ZERO), Bound::Unbounded);
        let reaches = |side: Option<Interval>| {
            side.is_some_and(|side| self.intervals().iter().any(|i| i.intersect(side).is_some()))
        };
        if reaches(below) {
            parts.push(Interval::point(Decimal::NEGATIVE_ONE));
        }
        if self.contains(Decimal::ZERO) {
            parts.push(Interval::point(Decimal::ZERO));
        }
        if reaches(above) {
            parts.push(Interval::point(Decimal::ONE));
        }
        Self::gather(parts)
    }

    /// The union of what `f` makes of each interval.
    pub fn map(&self, mut f: impl FnMut(Interval) -> Interval) -> Self {
        match &self.0 {
            Parts::Empty => Self::empty(),
            Parts::One(one) => f(*one).into(),
            Parts::Many(many) => Self::gather(many.iter().map(|i| f(*i)).collect()),
        }
    }
}

/// A list of intervals.
impl Serialize for ValueSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.intervals().serialize(serializer)
    }
}

/// Intervals joined by `∪`, `∅` for none.
impl fmt::Display for ValueSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("∅");
        }
        for (i, interval) in self.intervals().iter().enumerate() {
            if i > 0 {
                f.write_str(" ∪ ")?;
            }
            interval.fmt(f)?;
        }
        Ok(())
    }
}
