//! Readings of fractions, proportions, multiples and words of magnitude (hedges.md, 3 and 4).

use super::exact;
use super::figure::{Figure, Nature, Nearness, Reach, around, hedged, times};
use super::hedge::Hedge;
use super::interval::{Bound, Interval};
use super::reading::Reading;
use rust_decimal::Decimal;

/// `thousandths` / 1000.
fn milli(thousandths: i64) -> Decimal {
    Decimal::new(thousandths, 3)
}

/// a / b rounded up, for widths.
fn quotient(a: Decimal, b: Decimal) -> Option<Decimal> {
    exact::up(exact::div(a, b)?)
}

fn two_levels(standard: Interval, wide: Interval) -> Reading {
    Reading::new(standard.into(), standard.into(), wide.into())
}

/// `reading` around the enclosure of an inexact value: both neighbours' readings together.
fn around_quotient(value: Interval, read: impl Fn(Decimal) -> Reading) -> Reading {
    match (value.low().value(), value.high().value()) {
        (Some(low), Some(high)) if low == high => read(low),
        (Some(low), Some(high)) => Reading::range(&read(low), &read(high)),
        _ => Reading::any(),
    }
}

/// A fraction in words or digits. Halves are read ± 0.025 (wide 0.05), thirds ± 0.033 (0.053), quarters ± 0.02
/// (0.03), finer ones ± a tenth (0.15) of their unit.
pub fn fraction_reading(numerator: Decimal, denominator: Decimal, hedge: Option<Hedge>) -> Reading {
    if denominator.is_zero() {
        return Reading::any();
    }
    let parts = denominator.abs();
    let width = |table: [i64; 3], finer: i64| {
        let known = (2..=4).zip(table).find(|(n, _)| parts == Decimal::from(*n));
        known.map_or_else(|| quotient(milli(finer), parts).unwrap_or(Decimal::MAX), |(_, width)| milli(width))
    };
    let standard = Reach::even(width([25, 33, 20], 100));
    let wide = Reach::even(width([50, 53, 30], 150));
    let value = Interval::point(numerator).div(Interval::point(denominator));
    around_quotient(value, |value| match hedge {
        None => two_levels(around(value, standard), around(value, wide)),
        Some(hedge) => {
            let nearness =
                |reach: Reach, percent| Reach::even(reach.inner.max(times(value.abs(), Decimal::new(percent, 2))));
            let near = Nearness { standard: nearness(standard, 10), wide: nearness(wide, 20), never_negative: true };
            hedged(value, hedge, &near)
        }
    })
}

/// "One in n", "k in n": a share of one. For k = 1 between 1/(n + ½) and 1/(n − ½), wide 1/(n + 1) and 1/(n − 1);
/// for more, k/n ± 0.05, wide at least ½/n. Never below zero.
pub fn one_in_reading(k: Decimal, n: Decimal) -> Reading {
    if exact::sign(n) <= 0 || exact::sign(k) <= 0 {
        return Reading::any();
    }
    let zero = Interval::new(Bound::Closed(Decimal::ZERO), Bound::Unbounded).unwrap_or(Interval::ALL);
    let part = |interval: Interval| interval.intersect(zero).unwrap_or(zero);
    let n = Interval::point(n);
    if k == Decimal::ONE {
        let between = |half: Decimal| {
            let ends = Interval::new(Bound::Open(exact::neg(half)), Bound::Open(half)).unwrap_or(Interval::ALL);
            // Where n − ½ or n − 1 is not above zero the share has no upper end but one.
            let divisor = n.add(ends).intersect(zero_open()).unwrap_or(n);
            part(Interval::point(k).div(divisor))
        };
        return two_levels(between(Decimal::new(5, 1)), between(Decimal::ONE));
    }
    let value = Interval::point(k).div(n);
    let least = Decimal::new(5, 2);
    let half_step = Interval::point(Decimal::new(5, 1)).div(n).high().value().unwrap_or(least);
    let spread = |width: Decimal| {
        let ends = Interval::closed(exact::neg(width), width).unwrap_or(Interval::ALL);
        part(value.add(ends))
    };
    two_levels(spread(least), spread(least.max(half_step)))
}

fn zero_open() -> Interval {
    Interval::new(Bound::Open(Decimal::ZERO), Bound::Unbounded).unwrap_or(Interval::ALL)
}

/// Widths of "n times" in the standard and the wide reading: those of hedges.md for small whole n, the written
/// precision for n with decimals, and growing with n so that ten-fold is not finer than its digits.
fn multiple_reaches(n: Decimal) -> (Reach, Reach) {
    let size = n.abs();
    let figure = |nature| Figure { mantissa: n, magnitude: Decimal::ONE, nature }.bare_reaches();
    if n.scale() > 0 {
        let reaches = figure(Nature::Measure);
        return (reaches.standard, reaches.wide);
    }
    if size == Decimal::TWO {
        return (Reach::even(milli(100)), Reach { inner: milli(200), outer: milli(250), outer_closed: true });
    }
    let reaches = figure(Nature::Count);
    let wider = |reach: Reach, least: i64, share: i64| {
        let width = milli(least).max(times(size, Decimal::new(share, 2)));
        Reach { inner: reach.inner.max(width), outer: reach.outer.max(width), outer_closed: true }
    };
    (wider(reaches.standard, 250, 5), wider(reaches.wide, 500, 10))
}

/// "n-fold", "n times as many", as a ratio. Hedged, "more than doubled" is (2, 2.5], wide (2, ∞);
/// "nearly doubled" [1.8, 2), wide [1.6, 2].
pub fn multiple_reading(n: Decimal, hedge: Option<Hedge>) -> Reading {
    let (standard, wide) = multiple_reaches(n);
    let share = |percent: i64| times(n.abs(), Decimal::new(percent, 2));
    match hedge {
        None => two_levels(around(n, standard), around(n, wide)),
        Some(Hedge::Above) if exact::sign(n) > 0 => {
            let quarter = Interval::point(n).add(Interval::point(share(25))).high();
            match (Interval::new(Bound::Open(n), quarter), Interval::new(Bound::Open(n), Bound::Unbounded)) {
                (Some(standard), Some(wide)) => two_levels(standard, wide),
                _ => Reading::any(),
            }
        }
        Some(hedge) => {
            let nearness = |reach: Reach, percent: i64| {
                let delta = share(percent);
                Reach { inner: reach.inner.max(delta), outer: reach.outer.max(delta), outer_closed: true }
            };
            let near = Nearness { standard: nearness(standard, 10), wide: nearness(wide, 20), never_negative: true };
            hedged(n, hedge, &near)
        }
    }
}

/// "n times more", which some read as n-fold and some as (n + 1)-fold: standard as n-fold, wide up to n + 1½.
pub fn times_more_reading(n: Decimal) -> Reading {
    let (standard, wide) = multiple_reaches(n);
    let standard = around(n, standard);
    let wide = around(n, wide);
    two_levels(standard, wide.hull(wide.add(Interval::point(Decimal::ONE))))
}

/// A word of magnitude ("dozens"): from `low` to `high`, in the wide reading from `wide_low` to `wide_high`;
/// no upper end where `high` is `None`. Ends the wrong way round say nothing.
pub fn spread_reading(low: Decimal, high: Option<Decimal>, wide_low: Decimal, wide_high: Option<Decimal>) -> Reading {
    let between =
        |low, high: Option<Decimal>| Interval::new(Bound::Closed(low), high.map_or(Bound::Unbounded, Bound::Closed));
    match (between(low, high), between(wide_low, wide_high)) {
        (Some(standard), Some(wide)) => two_levels(standard, wide),
        _ => Reading::any(),
    }
}

/// a ± e, a stated margin.
pub fn plus_minus_reading(center: Decimal, margin: Decimal) -> Reading {
    let margin = margin.abs();
    match Interval::closed(exact::neg(margin), margin) {
        Some(ends) => Reading::same(Interval::point(center).add(ends).into()),
        None => Reading::any(),
    }
}
