//! Interval arithmetic by exact rationals, made another way than `src/value/` makes it.

use addsup::value::*;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use std::cmp::Ordering;

pub fn zero() -> BigRational {
    BigRational::from(BigInt::from(0))
}

fn size(r: &BigRational) -> BigRational {
    if *r < zero() { -r } else { r.clone() }
}

pub fn rational(d: Decimal) -> BigRational {
    BigRational::new(BigInt::from(d.mantissa()), BigInt::from(10).pow(d.scale()))
}

/// The decimal that is exactly `r`, if there is one.
pub fn representable(r: &BigRational) -> Option<Decimal> {
    let finest = r * BigRational::from(BigInt::from(10).pow(28));
    if !finest.is_integer() {
        return None;
    }
    (0..=28).find_map(|scale| {
        let scaled = r * BigRational::from(BigInt::from(10).pow(scale));
        let mantissa = scaled.is_integer().then(|| scaled.to_integer())?;
        let mantissa = i128::try_from(mantissa).ok()?;
        (mantissa.unsigned_abs() >> 96 == 0).then(|| Decimal::from_i128_with_scale(mantissa, scale))
    })
}

/// An end of an exact interval: where, and is it reached; `None` where there is no end.
pub type End = Option<(BigRational, bool)>;

#[derive(Clone, Debug)]
pub struct Exact {
    pub low: End,
    pub high: End,
}

fn end(bound: Bound) -> End {
    bound.value().map(|d| (rational(d), bound.is_closed()))
}

pub fn exact(i: Interval) -> Exact {
    Exact { low: end(i.low()), high: end(i.high()) }
}

impl Exact {
    pub fn neg(&self) -> Exact {
        let turn = |e: &End| e.as_ref().map(|(r, c)| (-r, *c));
        Exact { low: turn(&self.high), high: turn(&self.low) }
    }

    /// What of it lies above zero.
    fn positive(&self) -> Option<Exact> {
        let zero = zero();
        if self.high.as_ref().is_some_and(|(h, _)| *h <= zero) {
            return None;
        }
        let low = match &self.low {
            Some((l, c)) if *l > zero => Some((l.clone(), *c)),
            _ => Some((zero, false)),
        };
        Some(Exact { low, high: self.high.clone() })
    }

    fn has_zero(&self) -> bool {
        let zero = zero();
        self.low.as_ref().is_none_or(|(l, c)| *l < zero || (*l == zero && *c))
            && self.high.as_ref().is_none_or(|(h, c)| *h > zero || (*h == zero && *c))
    }

    /// The parts of one sign: (is it negative, its absolute values).
    fn signed_parts(&self) -> Vec<(bool, Exact)> {
        let parts = [(false, self.positive()), (true, self.neg().positive())];
        parts.into_iter().filter_map(|(sign, part)| Some((sign, part?))).collect()
    }

    fn hull(parts: Vec<Exact>) -> Exact {
        let mut parts = parts.into_iter();
        let mut all = parts.next().expect("an interval has a part");
        for part in parts {
            all.low = match (all.low, part.low) {
                (Some(a), Some(b)) => Some(match a.0.cmp(&b.0) {
                    Ordering::Less => a,
                    Ordering::Greater => b,
                    Ordering::Equal => (a.0, a.1 || b.1),
                }),
                _ => None,
            };
            all.high = match (all.high, part.high) {
                (Some(a), Some(b)) => Some(match a.0.cmp(&b.0) {
                    Ordering::Greater => a,
                    Ordering::Less => b,
                    Ordering::Equal => (a.0, a.1 || b.1),
                }),
                _ => None,
            };
        }
        all
    }

    fn point_zero() -> Exact {
        let zero = Some((zero(), true));
        Exact { low: zero.clone(), high: zero }
    }

    pub fn add(&self, other: &Exact) -> Exact {
        let plus = |a: &End, b: &End| Some((&a.as_ref()?.0 + &b.as_ref()?.0, a.as_ref()?.1 && b.as_ref()?.1));
        Exact { low: plus(&self.low, &other.low), high: plus(&self.high, &other.high) }
    }

    /// By signs: on positive parts products are monotone.
    pub fn mul(&self, other: &Exact) -> Exact {
        let times = |a: &End, b: &End| Some((&a.as_ref()?.0 * &b.as_ref()?.0, a.as_ref()?.1 && b.as_ref()?.1));
        let mut parts = Vec::new();
        if self.has_zero() || other.has_zero() {
            parts.push(Exact::point_zero());
        }
        for (a_negative, a) in self.signed_parts() {
            for (b_negative, b) in other.signed_parts() {
                let product = Exact { low: times(&a.low, &b.low), high: times(&a.high, &b.high) };
                parts.push(if a_negative == b_negative { product } else { product.neg() });
            }
        }
        Exact::hull(parts)
    }

    pub fn div(&self, other: &Exact) -> Exact {
        if other.has_zero() {
            return Exact { low: None, high: None };
        }
        let zero = zero();
        let mut parts = Vec::new();
        if self.has_zero() {
            parts.push(Exact::point_zero());
        }
        for (a_negative, a) in self.signed_parts() {
            for (b_negative, b) in other.signed_parts() {
                let low = match (&a.low, &b.high) {
                    (Some((x, c)), Some((y, d))) => Some((x / y, *c && *d)),
                    _ => Some((zero.clone(), false)),
                };
                let high = match (&a.high, &b.low) {
                    (Some((x, c)), Some((y, d))) if *y > zero => Some((x / y, *c && *d)),
                    _ => None,
                };
                let quotient = Exact { low, high };
                parts.push(if a_negative == b_negative { quotient } else { quotient.neg() });
            }
        }
        Exact::hull(parts)
    }
}

fn largest() -> BigRational {
    rational(Decimal::MAX)
}

/// Is `bound` the exact end, or that end rounded outwards by one step and closed, or missing beyond the decimals?
fn check_end(bound: Bound, exact: &End, low: bool) -> Result<(), TestCaseError> {
    let Some((truth, reached)) = exact else {
        prop_assert_eq!(bound, Bound::Unbounded);
        return Ok(());
    };
    if let Some(d) = representable(truth) {
        prop_assert_eq!(bound, if *reached { Bound::Closed(d) } else { Bound::Open(d) });
        return Ok(());
    }
    let Some(given) = bound.value() else {
        let step = largest() * BigRational::new(1.into(), BigInt::from(10).pow(28));
        prop_assert!(size(truth) > largest() - step, "{truth} has decimals around it");
        return Ok(());
    };
    prop_assert!(bound.is_closed());
    let outwards = if low { truth - rational(given) } else { rational(given) - truth };
    prop_assert!(outwards > zero(), "{given} cuts off {truth}");
    let step = BigRational::new(1.into(), BigInt::from(10).pow(28));
    let fine = &step + size(truth) * BigRational::from(BigInt::from(2)) * &step;
    prop_assert!(outwards <= fine, "{given} is far from {truth}");
    Ok(())
}

pub fn check(given: Interval, truth: &Exact) -> Result<(), TestCaseError> {
    check_end(given.low(), &truth.low, true)?;
    check_end(given.high(), &truth.high, false)
}

pub fn inside(i: Interval, r: &BigRational) -> bool {
    let low = end(i.low()).is_none_or(|(l, c)| l < *r || (l == *r && c));
    let high = end(i.high()).is_none_or(|(h, c)| *r < h || (h == *r && c));
    low && high
}

/// Some exact numbers of an interval.
pub fn samples(i: Interval) -> Vec<BigRational> {
    let ends = [i.low().value(), i.high().value()];
    let mut found: Vec<_> = ends.iter().flatten().map(|d| rational(*d)).collect();
    let middle = match ends {
        [Some(a), Some(b)] => (rational(a) + rational(b)) / BigRational::from(BigInt::from(2)),
        [Some(a), None] => rational(a) + BigRational::from(BigInt::from(7)),
        [None, Some(b)] => rational(b) - BigRational::from(BigInt::from(7)),
        [None, None] => zero(),
    };
    found.push(middle);
    found.push(zero());
    found.retain(|r| inside(i, r));
    found
}
