//! `Interval`: a range of decimals with open, closed or missing ends, and arithmetic that rounds outwards.

use super::exact::{self, Extended};
use rust_decimal::Decimal;
use serde::Serialize;
use std::cmp::Ordering;
use std::fmt;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// No end on this side.
    Unbounded,
    /// The end belongs to the interval.
    Closed(Decimal),
    /// The end does not belong to the interval.
    Open(Decimal),
}

impl Bound {
    /// The number that the interval ends at.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Bound::Unbounded => None,
            Bound::Closed(d) | Bound::Open(d) => Some(d),
        }
    }

    /// Does the end belong to the interval?
    pub fn is_closed(self) -> bool {
        matches!(self, Bound::Closed(_))
    }
}

/// An interval of decimals. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Interval {
    low: Bound,
    high: Bound,
}

/// An end on the extended line, for arithmetic: where it lies and whether it is reached.
#[derive(Clone, Copy)]
struct End {
    at: Extended,
    reached: bool,
    /// Was it moved outwards, so that the truth lies strictly within?
    rounded: bool,
}

impl End {
    fn low(bound: Bound) -> Self {
        Self::of(bound, Extended::Minus)
    }

    fn high(bound: Bound) -> Self {
        Self::of(bound, Extended::Plus)
    }

    fn of(bound: Bound, missing: Extended) -> Self {
        match bound {
            Bound::Unbounded => End::exact(missing, false),
            Bound::Closed(d) => End::exact(Extended::Finite(d), true),
            Bound::Open(d) => End::exact(Extended::Finite(d), false),
        }
    }

    fn bound(self) -> Bound {
        match self.at {
            Extended::Finite(d) if self.reached => Bound::Closed(d),
            Extended::Finite(d) => Bound::Open(d),
            Extended::Minus | Extended::Plus => Bound::Unbounded,
        }
    }

    fn is_zero(self) -> bool {
        self.at.sign() == 0
    }

    fn exact(at: Extended, reached: bool) -> Self {
        End { at, reached, rounded: false }
    }

    /// An exact result is reached if its operands are; one moved outwards ends closed, which is the cautious side.
    fn pair(enclosed: exact::Enclosed, reached: bool) -> (End, End) {
        let rounded = enclosed.down != enclosed.up;
        let end = |at| End { at, reached: reached || rounded, rounded };
        (end(enclosed.down), end(enclosed.up))
    }

    fn both(at: Extended, reached: bool) -> (End, End) {
        (End::exact(at, reached), End::exact(at, reached))
    }

    /// Two ends at the same place: an exact one knows better than one that was moved there.
    fn merged(self, other: End) -> End {
        match (self.rounded, other.rounded) {
            (false, true) => self,
            (true, false) => other,
            _ => End { reached: self.reached || other.reached, ..self },
        }
    }

    fn zero(reached: bool) -> (End, End) {
        Self::both(Extended::Finite(Decimal::ZERO), reached)
    }

    fn infinite(sign: i8) -> (End, End) {
        Self::both(if sign < 0 { Extended::Minus } else { Extended::Plus }, false)
    }

    /// Product of two ends, enclosed. Zero times anything is zero, and a zero that is reached makes
    /// the product reached whatever stands against it.
    fn times(self, other: Self) -> (End, End) {
        let reached = self.reached && other.reached;
        match (self.at, other.at) {
            _ if self.is_zero() || other.is_zero() => {
                Self::zero(reached || (self.is_zero() && self.reached) || (other.is_zero() && other.reached))
            }
            (Extended::Finite(a), Extended::Finite(b)) => Self::pair(exact::mul(a, b), reached),
            (a, b) => Self::infinite(a.sign() * b.sign()),
        }
    }

    /// Quotient of two ends, enclosed; `side` is the sign of the divisor's interval, which does not hold zero.
    fn over(self, divisor: Self, side: i8) -> (End, End) {
        match (self.at, divisor.at) {
            _ if self.is_zero() => Self::zero(self.reached),
            (_, Extended::Minus | Extended::Plus) => Self::zero(false),
            (Extended::Finite(a), Extended::Finite(b)) => match exact::div(a, b) {
                Some(enclosed) => Self::pair(enclosed, self.reached && divisor.reached),
                None => Self::infinite(exact::sign(a) * side),
            },
            (a, _) => Self::infinite(a.sign() * side),
        }
    }
}

/// The hull of some enclosed ends.
fn hull_of<const N: usize>(ends: [(End, End); N]) -> Interval {
    let mut ends = ends.into_iter();
    let Some((mut low, mut high)) = ends.next() else {
        return Interval::ALL;
    };
    for (down, up) in ends {
        match down.at.compare(low.at) {
            Ordering::Less => low = down,
            Ordering::Equal => low = low.merged(down),
            Ordering::Greater => {}
        }
        match up.at.compare(high.at) {
            Ordering::Greater => high = up,
            Ordering::Equal => high = high.merged(up),
            Ordering::Less => {}
        }
    }
    Interval::new(low.bound(), high.bound()).unwrap_or(Interval::ALL)
}

/// Order of two low ends: a closed one starts before an open one.
pub(super) fn compare_low(a: Bound, b: Bound) -> Ordering {
    match (a, b) {
        (Bound::Unbounded, Bound::Unbounded) => Ordering::Equal,
        (Bound::Unbounded, _) => Ordering::Less,
        (_, Bound::Unbounded) => Ordering::Greater,
        (Bound::Closed(x) | Bound::Open(x), Bound::Closed(y) | Bound::Open(y)) => {
            x.cmp(&y).then(b.is_closed().cmp(&a.is_closed()))
        }
    }
}

/// Order of two high ends: a closed one stops after an open one.
pub(super) fn compare_high(a: Bound, b: Bound) -> Ordering {
    match (a, b) {
        (Bound::Unbounded, Bound::Unbounded) => Ordering::Equal,
        (Bound::Unbounded, _) => Ordering::Greater,
        (_, Bound::Unbounded) => Ordering::Less,
        (Bound::Closed(x) | Bound::Open(x), Bound::Closed(y) | Bound::Open(y)) => {
            x.cmp(&y).then(a.is_closed().cmp(&b.is_closed()))
        }
    }
}

impl Interval {
    /// Every number.
    pub const ALL: Interval = Interval { low: Bound::Unbounded, high: Bound::Unbounded };

    /// One number.
    pub fn point(value: Decimal) -> Self {
        Interval { low: Bound::Closed(value), high: Bound::Closed(value) }
    }

    /// From `low` to `high`; `None` where nothing lies between.
    pub fn new(low: Bound, high: Bound) -> Option<Self> {
        let filled = match (low.value(), high.value()) {
            (Some(a), Some(b)) => a < b || (a == b && low.is_closed() && high.is_closed()),
            _ => true,
        };
        filled.then_some(Interval { low, high })
    }

    /// Both ends included; `None` for `low > high`.
    pub fn closed(low: Decimal, high: Decimal) -> Option<Self> {
        Self::new(Bound::Closed(low), Bound::Closed(high))
    }

    /// The low end.
    pub fn low(self) -> Bound {
        self.low
    }

    /// The high end.
    pub fn high(self) -> Bound {
        self.high
    }

    /// Does it hold that number?
    pub fn contains(self, value: Decimal) -> bool {
        let above = match self.low {
            Bound::Unbounded => true,
            Bound::Closed(d) => d <= value,
            Bound::Open(d) => d < value,
        };
        let below = match self.high {
            Bound::Unbounded => true,
            Bound::Closed(d) => value <= d,
            Bound::Open(d) => value < d,
        };
        above && below
    }

    /// Does `other` hold all of it?
    pub fn is_subset_of(self, other: Self) -> bool {
        compare_low(self.low, other.low).is_ge() && compare_high(self.high, other.high).is_le()
    }

    /// What both hold; `None` where they share nothing. Touching closed ends share a point.
    pub fn intersect(self, other: Self) -> Option<Self> {
        let low = if compare_low(self.low, other.low).is_ge() { self.low } else { other.low };
        let high = if compare_high(self.high, other.high).is_le() { self.high } else { other.high };
        Self::new(low, high)
    }

    /// The smallest interval that holds both.
    pub fn hull(self, other: Self) -> Self {
        let low = if compare_low(self.low, other.low).is_le() { self.low } else { other.low };
        let high = if compare_high(self.high, other.high).is_ge() { self.high } else { other.high };
        Interval { low, high }
    }

    /// The number, where it holds only one.
    pub fn as_point(self) -> Option<Decimal> {
        match (self.low, self.high) {
            (Bound::Closed(a), Bound::Closed(b)) if a == b => Some(a),
            _ => None,
        }
    }

    /// Does it hold every number?
    pub fn is_all(self) -> bool {
        self == Self::ALL
    }

    /// Sums: an end is closed only if both terms' ends are, and missing where a decimal cannot hold it.
    #[expect(clippy::should_implement_trait, reason = "one vocabulary with `ValueSet`, which is not `Copy`")]
    pub fn add(self, other: Self) -> Self {
        let plus = |a: End, b: End| match (a.at, b.at) {
            (Extended::Finite(x), Extended::Finite(y)) => End::pair(exact::add(x, y), a.reached && b.reached),
            (Extended::Finite(_), infinite) | (infinite, _) => End::both(infinite, false),
        };
        let (low, _) = plus(End::low(self.low), End::low(other.low));
        let (_, high) = plus(End::high(self.high), End::high(other.high));
        Self::new(low.bound(), high.bound()).unwrap_or(Self::ALL)
    }

    /// Differences.
    #[expect(clippy::should_implement_trait, reason = "one vocabulary with `ValueSet`, which is not `Copy`")]
    pub fn sub(self, other: Self) -> Self {
        self.add(other.neg())
    }

    /// Products.
    #[expect(clippy::should_implement_trait, reason = "one vocabulary with `ValueSet`, which is not `Copy`")]
    pub fn mul(self, other: Self) -> Self {
        let (a, b) = (End::low(self.low), End::high(self.high));
        let (c, d) = (End::low(other.low), End::high(other.high));
        // Most figures are positive, and then it is plain which ends meet.
        if a.at.sign() > 0 && c.at.sign() > 0 {
            return hull_of([a.times(c), b.times(d)]);
        }
        hull_of([a.times(c), a.times(d), b.times(c), b.times(d)])
    }

    /// Quotients; everything where the divisor may be zero.
    #[expect(clippy::should_implement_trait, reason = "one vocabulary with `ValueSet`, which is not `Copy`")]
    pub fn div(self, other: Self) -> Self {
        if other.contains(Decimal::ZERO) {
            return Self::ALL;
        }
        let side = match other.low {
            Bound::Closed(d) | Bound::Open(d) if exact::sign(d) >= 0 => 1,
            _ => -1,
        };
        let (a, b) = (End::low(self.low), End::high(self.high));
        let (c, d) = (End::low(other.low), End::high(other.high));
        if a.at.sign() > 0 && side > 0 {
            return hull_of([a.over(d, side), b.over(c, side)]);
        }
        hull_of([a.over(c, side), a.over(d, side), b.over(c, side), b.over(d, side)])
    }

    /// Opposites.
    #[expect(clippy::should_implement_trait, reason = "one vocabulary with `ValueSet`, which is not `Copy`")]
    pub fn neg(self) -> Self {
        let turn = |bound| match bound {
            Bound::Unbounded => Bound::Unbounded,
            Bound::Closed(d) => Bound::Closed(exact::neg(d)),
            Bound::Open(d) => Bound::Open(exact::neg(d)),
        };
        Interval { low: turn(self.high), high: turn(self.low) }
    }
}

/// As in mathematics: `[1, 2)`, `(-∞, 3]`, and `5` for one number.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(point) = self.as_point() {
            return f.write_str(&exact::decimal_text(point));
        }
        match self.low {
            Bound::Unbounded => f.write_str("(-∞, ")?,
            Bound::Closed(d) => write!(f, "[{}, ", exact::decimal_text(d))?,
            Bound::Open(d) => write!(f, "({}, ", exact::decimal_text(d))?,
        }
        match self.high {
            Bound::Unbounded => f.write_str("∞)"),
            Bound::Closed(d) => write!(f, "{}]", exact::decimal_text(d)),
            Bound::Open(d) => write!(f, "{})", exact::decimal_text(d)),
        }
    }
}
