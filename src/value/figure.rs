//! `Figure`: a number as written, and what its written precision and its hedge let it mean.

use super::exact;
use super::hedge::Hedge;
use super::interval::{Bound, Interval};
use super::reading::Reading;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// How sharp a bare figure is by its nature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nature {
    /// People or things counted: sharp below a hundred.
    Count,
    /// Money, percentages, amounts: always rounded somewhere.
    Measure,
    /// Ordinals, votes, goals, thresholds: always sharp.
    Exact,
}

/// A number as written: the digits and the scale words apart, because both carry precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The digits; its scale is the number of decimals written, so 3.50 is finer than 3.5.
    pub mantissa: Decimal,
    /// Product of the scale words: 1, 1000, 1e9.
    pub magnitude: Decimal,
    /// Counted, measured or exact.
    pub nature: Nature,
}

/// How far a figure may lie from its value, away from and towards zero.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) inner: Decimal,
    pub(super) outer: Decimal,
    /// Is the far end, away from zero, part of it?
    pub(super) outer_closed: bool,
}

impl Reach {
    pub(super) const NONE: Reach = Reach { inner: Decimal::ZERO, outer: Decimal::ZERO, outer_closed: true };

    pub(super) fn even(half: Decimal) -> Self {
        Reach { inner: half, outer: half, outer_closed: true }
    }

    fn truncated(half: Decimal, unit: Decimal) -> Self {
        Reach { inner: half, outer: unit, outer_closed: false }
    }
}

/// The three reaches of a bare figure.
pub(super) struct Reaches {
    pub(super) narrow: Reach,
    pub(super) standard: Reach,
    pub(super) wide: Reach,
}

/// a · b, rounded up; the largest decimal beyond the decimals.
pub(super) fn times(a: Decimal, b: Decimal) -> Decimal {
    exact::up(exact::mul(a, b)).unwrap_or(Decimal::MAX)
}

/// 10^n for n ≤ 28.
fn power_of_ten(n: u32) -> Decimal {
    let mut power = 1i128;
    for _ in 0..n.min(28) {
        power *= 10;
    }
    Decimal::from_i128_with_scale(power, 0)
}

/// The interval around `value` (mirrored for negative ones) that a reach describes.
pub(super) fn around(value: Decimal, reach: Reach) -> Interval {
    let size = value.abs();
    let low = Interval::point(size).sub(Interval::point(reach.inner)).low();
    let high = match Interval::point(size).add(Interval::point(reach.outer)).high() {
        Bound::Closed(d) if !reach.outer_closed => Bound::Open(d),
        other => other,
    };
    mirrored(value, Interval::new(low, high).unwrap_or(Interval::ALL))
}

/// `interval`, made for |value|, as it is for `value`.
fn mirrored(value: Decimal, interval: Interval) -> Interval {
    if exact::sign(value) < 0 { interval.neg() } else { interval }
}

impl Figure {
    /// The value; `None` beyond the decimals.
    pub fn value(&self) -> Option<Decimal> {
        exact::exact_mul(self.mantissa, self.magnitude)
    }

    /// `self` of a larger unit and `rest` of a smaller one, of which `ratio` make one: 5 feet 2 inches are 62 inches. `None`
    /// unless the first is whole and the rest less than one more of it.
    pub fn with_rest(&self, ratio: Decimal, rest: &Figure) -> Option<Figure> {
        let whole = self.value().filter(|value| value.is_integer() && self.mantissa.scale() == 0)?;
        let fits = rest.magnitude == Decimal::ONE && exact::sign(rest.mantissa) >= 0 && rest.mantissa < ratio;
        let mantissa = exact::exact_add(exact::exact_mul(whole.normalize(), ratio)?, rest.mantissa)?;
        fits.then_some(Figure { mantissa, magnitude: Decimal::ONE, nature: self.nature })
    }

    /// A measure given as a fraction, where decimals can say it: ¼ is 0.25.
    pub fn quotient(above: Decimal, below: Decimal) -> Option<Figure> {
        let mantissa = exact::div(above, below)?.exactly()?.normalize();
        Some(Figure { mantissa, magnitude: Decimal::ONE, nature: Nature::Measure })
    }

    /// Is `higher` at most one step of its first digit above? "Two or three" and "30 or 40" speak of one number, "5 or 40" of
    /// two.
    pub fn is_near(&self, higher: &Figure) -> bool {
        let (Some(low), Some(high)) = (self.value(), higher.value()) else { return false };
        let mut step = Decimal::ONE;
        while times(step, Decimal::TEN) <= high {
            step = times(step, Decimal::TEN);
        }
        exact::exact_add(high, exact::neg(low)).is_some_and(|gap| gap <= step)
    }

    /// Zeros at the end of a whole mantissa.
    fn trailing_zeros(&self) -> u32 {
        let mut digits = self.mantissa.mantissa().unsigned_abs();
        let mut zeros = 0;
        while self.mantissa.scale() == 0 && digits != 0 && digits.is_multiple_of(10) {
            digits /= 10;
            zeros += 1;
        }
        zeros
    }

    /// Digits that carry meaning: all written ones but leading zeros and the last `zeros`.
    fn significant_digits(&self, zeros: u32) -> u32 {
        let digits = self.mantissa.mantissa().unsigned_abs();
        let written = digits.checked_ilog10().map_or(0, |log| log + 1);
        written.saturating_sub(zeros)
    }

    /// The digit before the last `zeros`.
    fn digit_before(&self, zeros: u32) -> u128 {
        self.mantissa.mantissa().unsigned_abs() / 10u128.pow(zeros.min(28)) % 10
    }

    /// Is it a plain whole number, without decimals and scale words?
    fn is_plain(&self) -> bool {
        self.mantissa.scale() == 0 && self.magnitude == Decimal::ONE
    }

    /// Widths of the bare figure; none for one beyond the decimals.
    pub(super) fn bare_reaches(&self) -> Reaches {
        self.reaches(self.value().unwrap_or(Decimal::ZERO), self.trailing_zeros())
    }

    /// The place of the last written digit.
    fn written_place(&self) -> Decimal {
        times(Decimal::new(1, self.mantissa.scale()), self.magnitude.abs())
    }

    /// The place of the last digit that is not a zero at the end, for decimals that of the last written one:
    /// what the figure seems to be rounded to.
    pub fn place(&self) -> Decimal {
        times(self.written_place(), power_of_ten(self.trailing_zeros()))
    }

    /// Widths of the bare figure (hedges.md, 1) of which the last `zeros` digits are taken for rounding.
    fn reaches(&self, value: Decimal, zeros: u32) -> Reaches {
        let sharp = Reaches { narrow: Reach::NONE, standard: Reach::NONE, wide: Reach::NONE };
        let half_of = |d| times(d, Decimal::new(5, 1));
        let size = value.abs();
        let digits = self.significant_digits(zeros);
        let counted = self.nature == Nature::Count && self.mantissa.scale() == 0;
        if self.nature == Nature::Exact
            || (counted && size < Decimal::ONE_HUNDRED)
            || (counted && self.is_plain() && zeros == 0)
        {
            return sharp;
        }
        // The place of the last written digit, and that of the last one that is not zero.
        let written = self.written_place();
        let place = times(written, power_of_ten(zeros));
        let capped = |half: Decimal| {
            let one_digit = self.mantissa.scale() == 0 && digits == 1;
            if one_digit { half.min(times(size, Decimal::new(1, 1))) } else { half }
        };
        let narrow = match (counted, self.is_plain()) {
            (true, true) => Reach::NONE,
            // The cap would make a plain "3 percent" finer than its only digit.
            (_, true) => Reach::even(half_of(written)),
            _ => Reach::even(capped(half_of(written))),
        };
        let standard = if counted && self.is_plain() && zeros == 1 && digits >= 2 {
            Reach::NONE
        } else {
            Reach::even(capped(half_of(place)))
        };
        // Fives before zeros are halves of the next place: 25,000 is coarser than 24,000.
        let coarse = if zeros >= 2 && self.digit_before(zeros) == 5 { times(place, Decimal::from(5)) } else { place };
        Reaches { narrow, standard, wide: Reach::truncated(half_of(coarse), coarse) }
    }

    /// What it may mean. A figure beyond the decimals may mean anything.
    pub fn reading(&self, hedge: Option<Hedge>) -> Reading {
        self.reading_of(hedge, self.trailing_zeros())
    }

    /// What it may mean beside siblings of one list or table, the finest of which is written to `place`
    /// (the least [`Figure::place`] of all): beside 31,850 the number 20,000 is sharp to the ten as well.
    pub fn reading_among(&self, place: Decimal, hedge: Option<Hedge>) -> Reading {
        let mut zeros = self.trailing_zeros();
        while zeros > 0 && times(self.written_place(), power_of_ten(zeros)) > place {
            zeros -= 1;
        }
        self.reading_of(hedge, zeros)
    }

    fn reading_of(&self, hedge: Option<Hedge>, zeros: u32) -> Reading {
        let Some(value) = self.value() else {
            return Reading::any();
        };
        let reaches = self.reaches(value, zeros);
        let bare = Reading::new(
            around(value, reaches.narrow).into(),
            around(value, reaches.standard).into(),
            around(value, reaches.wide).into(),
        );
        let Some(hedge) = hedge else {
            return bare;
        };
        let (close, far) = if self.significant_digits(zeros) >= 3 { (5, 10) } else { (10, 20) };
        // Near a small count lies another count, however small a tenth of it is.
        let least = if self.is_plain() && self.nature != Nature::Measure { Decimal::ONE } else { Decimal::ZERO };
        let widened = |reach: Reach, percent: i64| {
            let delta = times(value.abs(), Decimal::new(percent, 2)).max(least);
            Reach { inner: reach.inner.max(delta), outer: reach.outer.max(delta), outer_closed: true }
        };
        let near = Nearness {
            standard: widened(reaches.standard, close),
            wide: widened(reaches.wide, far),
            never_negative: self.nature != Nature::Measure,
        };
        hedged(value, hedge, &near)
    }
}

/// How near a near hedge is, in the standard and the wide reading.
pub(super) struct Nearness {
    pub(super) standard: Reach,
    pub(super) wide: Reach,
    /// Are values below zero out of the question?
    pub(super) never_negative: bool,
}

/// A hedged figure (hedges.md, 2): narrow is standard.
pub(super) fn hedged(value: Decimal, hedge: Hedge, near: &Nearness) -> Reading {
    let zero = Decimal::ZERO;
    let size = value.abs();
    let both = |standard: Option<Interval>, wide: Option<Interval>| match (standard, wide) {
        (Some(s), Some(w)) => Reading::new(s.into(), s.into(), w.into()),
        _ => Reading::any(),
    };
    let same = |interval: Option<Interval>| both(interval, interval);
    let floor = |value: Decimal| {
        if exact::sign(value) > 0 { Bound::Closed(zero) } else { Bound::Unbounded }
    };
    let inner = |reach: Reach| Interval::point(size).sub(Interval::point(reach.inner)).low();
    let outer = |reach: Reach| Interval::point(size).add(Interval::point(reach.outer)).high();
    let turned = |low, high| Interval::new(low, high).map(|i| mirrored(value, i));
    match hedge {
        // "Nearly nothing" has no scale of its own: it may be anything.
        Hedge::About | Hedge::PlusMinus | Hedge::BelowNear | Hedge::AboveNear if value.is_zero() => Reading::any(),
        Hedge::About | Hedge::PlusMinus => both(Some(around(value, near.standard)), Some(around(value, near.wide))),
        Hedge::BelowNear => {
            both(turned(inner(near.standard), Bound::Open(size)), turned(inner(near.wide), Bound::Closed(size)))
        }
        Hedge::AboveNear => {
            both(turned(Bound::Open(size), outer(near.standard)), turned(Bound::Closed(size), outer(near.wide)))
        }
        Hedge::Above => same(Interval::new(Bound::Open(value), Bound::Unbounded)),
        Hedge::AtLeast => same(Interval::new(Bound::Closed(value), Bound::Unbounded)),
        Hedge::Below => {
            let low = if near.never_negative { floor(value) } else { Bound::Unbounded };
            same(Interval::new(low, Bound::Open(value)))
        }
        Hedge::AtMost => {
            let low = if value.is_zero() { Bound::Closed(zero) } else { floor(value) };
            same(Interval::new(low, Bound::Closed(value)))
        }
        Hedge::UpTo => {
            both(turned(Bound::Closed(zero), Bound::Closed(size)), turned(Bound::Closed(zero), Bound::Unbounded))
        }
        Hedge::Exact => Reading::point(value),
    }
}
