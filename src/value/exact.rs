//! Decimal arithmetic that knows when it is inexact: results come as the two decimals that enclose the truth.

use rust_decimal::{Decimal, RoundingStrategy};
use std::cmp::Ordering;

/// A decimal, or what lies beyond the largest ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Extended {
    /// Below every decimal.
    Minus,
    /// A decimal.
    Finite(Decimal),
    /// Above every decimal.
    Plus,
}

impl Extended {
    /// Order of the extended line.
    pub(super) fn compare(self, other: Self) -> Ordering {
        use Extended::*;
        match (self, other) {
            (Finite(a), Finite(b)) => a.cmp(&b),
            (Minus, Minus) | (Plus, Plus) => Ordering::Equal,
            (Minus, _) | (_, Plus) => Ordering::Less,
            (Plus, _) | (_, Minus) => Ordering::Greater,
        }
    }

    /// −1, 0 or 1.
    pub(super) fn sign(self) -> i8 {
        match self {
            Extended::Minus => -1,
            Extended::Plus => 1,
            Extended::Finite(d) => sign(d),
        }
    }
}

/// A decimal rounded to so many places, halves away from zero, as newspapers do.
pub fn rounded(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// −1, 0 or 1; a negative zero is zero.
pub(super) fn sign(d: Decimal) -> i8 {
    if d.is_zero() {
        0
    } else if d.is_sign_negative() {
        -1
    } else {
        1
    }
}

/// The enclosing pair: the truth lies in `down ..= up`, and `down == up` exactly where a decimal can hold it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Enclosed {
    /// Largest decimal not above the truth.
    pub(super) down: Extended,
    /// Smallest decimal not below the truth.
    pub(super) up: Extended,
}

impl Enclosed {
    fn both(value: Extended) -> Self {
        Enclosed { down: value, up: value }
    }

    /// The value, where one decimal holds it exactly.
    pub(super) fn exactly(self) -> Option<Decimal> {
        match (self.down, self.up) {
            (Extended::Finite(a), Extended::Finite(b)) if a == b => Some(a),
            _ => None,
        }
    }
}

const MAX_SCALE: u32 = 28;
const MANTISSA_BITS: u32 = 96;
/// Most digits dropped or gained in one step: 10^9 times a mantissa still fits 128 bits.
const CHUNK: u32 = 9;

/// Non-negative integer of 256 bits, least significant limb first: wide enough for every product of two
/// mantissas and for every mantissa brought to the scale of another.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Wide([u64; 4]);

impl Wide {
    fn from_u128(n: u128) -> Self {
        Wide([n as u64, (n >> 64) as u64, 0, 0])
    }

    fn product(a: u128, b: u128) -> Self {
        let a = [u128::from(a as u64), a >> 64];
        let b = [u128::from(b as u64), b >> 64];
        let mut limbs = [0u64; 4];
        for (i, x) in a.iter().enumerate() {
            let mut carry = 0u128;
            for (j, y) in b.iter().enumerate() {
                let sum = x * y + u128::from(limbs[i + j]) + carry;
                limbs[i + j] = sum as u64;
                carry = sum >> 64;
            }
            limbs[i + 2] = carry as u64;
        }
        Wide(limbs)
    }

    /// Sum; both terms stay below 2^192, so nothing is carried out.
    fn plus(self, other: Self) -> Self {
        let mut limbs = [0u64; 4];
        let mut carry = 0u128;
        for (limb, (a, b)) in limbs.iter_mut().zip(self.0.into_iter().zip(other.0)) {
            let sum = u128::from(a) + u128::from(b) + carry;
            *limb = sum as u64;
            carry = sum >> 64;
        }
        Wide(limbs)
    }

    /// Difference, of a larger and a smaller number.
    fn minus(self, other: Self) -> Self {
        let mut limbs = [0u64; 4];
        let mut borrow = false;
        for (limb, (a, b)) in limbs.iter_mut().zip(self.0.into_iter().zip(other.0)) {
            let (first, under) = a.overflowing_sub(b);
            let (second, again) = first.overflowing_sub(u64::from(borrow));
            *limb = second;
            borrow = under || again;
        }
        Wide(limbs)
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.0.iter().rev().cmp(other.0.iter().rev())
    }

    /// Quotient and remainder; the divisor is not zero.
    fn divided(self, divisor: u64) -> (Self, u64) {
        let divisor = u128::from(divisor);
        let mut limbs = self.0;
        let mut rest = 0u128;
        for limb in limbs.iter_mut().rev() {
            let part = (rest << 64) | u128::from(*limb);
            *limb = (part / divisor) as u64;
            rest = part % divisor;
        }
        (Wide(limbs), rest as u64)
    }

    /// How many binary digits it has.
    fn bits(&self) -> u32 {
        let mut bits = 256;
        for limb in self.0.iter().rev() {
            if *limb != 0 {
                return bits - limb.leading_zeros();
            }
            bits -= 64;
        }
        0
    }

    /// The number, where it fits a mantissa.
    fn mantissa(self) -> Option<u128> {
        let [low, middle, high, top] = self.0;
        let n = u128::from(low) | (u128::from(middle) << 64);
        (high == 0 && top == 0 && n >> MANTISSA_BITS == 0).then_some(n)
    }
}

/// Decimal of a mantissa below 2^96 and a scale up to 28.
fn compose(negative: bool, mantissa: u128, scale: u32) -> Decimal {
    Decimal::from_parts(
        mantissa as u32,
        (mantissa >> 32) as u32,
        (mantissa >> 64) as u32,
        negative && mantissa != 0,
        scale.min(MAX_SCALE),
    )
}

/// Encloses ±(`magnitude` + something below one, if `more`) · 10^−`scale`.
fn enclose(negative: bool, magnitude: Wide, scale: u32, more: bool) -> Enclosed {
    let beyond = Enclosed::both(if negative { Extended::Minus } else { Extended::Plus });
    let (mut magnitude, mut scale, mut inexact) = (magnitude, scale, more);
    let mantissa = loop {
        match magnitude.mantissa() {
            Some(mantissa) if scale <= MAX_SCALE => break mantissa,
            _ if scale == 0 => return beyond,
            _ => {
                // As many digits at once as must go in any case: a number that is so many bits too long
                // is at least bits · log10(2) digits too long.
                let too_long = magnitude.bits().saturating_sub(MANTISSA_BITS) * 30_102 / 100_000;
                let too_fine = scale.saturating_sub(MAX_SCALE);
                let digits = too_long.max(too_fine).clamp(1, CHUNK.min(scale));
                let (shorter, rest) = magnitude.divided(10u64.pow(digits));
                (magnitude, scale) = (shorter, scale - digits);
                inexact |= rest != 0;
            }
        }
    };
    let inner = Extended::Finite(compose(negative, mantissa, scale));
    if !inexact {
        return Enclosed::both(inner);
    }
    let next = mantissa + 1;
    let outer = if next >> MANTISSA_BITS == 0 {
        Extended::Finite(compose(negative, next, scale))
    } else if scale > 0 {
        // 2^96 is no multiple of ten: the next decimal above it is one step of the coarser scale.
        Extended::Finite(compose(negative, next / 10 + 1, scale - 1))
    } else if negative {
        Extended::Minus
    } else {
        Extended::Plus
    };
    if negative { Enclosed { down: outer, up: inner } } else { Enclosed { down: inner, up: outer } }
}

fn magnitude(d: Decimal) -> u128 {
    d.mantissa().unsigned_abs()
}

fn negative(d: Decimal) -> bool {
    sign(d) < 0
}

/// The magnitude of `d` counted in units of 10^−`scale`; `scale` is not below that of `d`.
fn aligned(d: Decimal, scale: u32) -> Wide {
    Wide::product(magnitude(d), 10u128.pow((scale - d.scale()).min(MAX_SCALE)))
}

/// a + b.
pub(super) fn add(a: Decimal, b: Decimal) -> Enclosed {
    let scale = a.scale().max(b.scale());
    let (x, y) = (aligned(a, scale), aligned(b, scale));
    if negative(a) == negative(b) {
        return enclose(negative(a), x.plus(y), scale, false);
    }
    match x.compare(&y) {
        Ordering::Less => enclose(negative(b), y.minus(x), scale, false),
        _ => enclose(negative(a), x.minus(y), scale, false),
    }
}

/// a · b.
pub(super) fn mul(a: Decimal, b: Decimal) -> Enclosed {
    enclose(negative(a) != negative(b), Wide::product(magnitude(a), magnitude(b)), a.scale() + b.scale(), false)
}

/// a / b; `None` for b = 0.
pub(super) fn div(a: Decimal, b: Decimal) -> Option<Enclosed> {
    let divisor = magnitude(b);
    if divisor == 0 {
        return None;
    }
    let minus = negative(a) != negative(b);
    let beyond = Enclosed::both(if minus { Extended::Minus } else { Extended::Plus });
    // Long division, digit by digit, several at once, until it comes out even or the mantissa is full.
    let mut quotient = magnitude(a) / divisor;
    let mut rest = magnitude(a) % divisor;
    let mut scale = i64::from(a.scale()) - i64::from(b.scale());
    let mut digits = CHUNK;
    while scale < 0 || (rest != 0 && scale < i64::from(MAX_SCALE)) {
        let room = if scale < 0 { scale.unsigned_abs() } else { scale.abs_diff(i64::from(MAX_SCALE)) };
        digits = digits.min(u32::try_from(room).unwrap_or(1));
        let power = 10u128.pow(digits);
        let longer = quotient * power + rest * power / divisor;
        if longer >> MANTISSA_BITS != 0 {
            if digits > 1 {
                digits = 1;
                continue;
            }
            if scale < 0 {
                return Some(beyond);
            }
            break;
        }
        quotient = longer;
        rest = rest * power % divisor;
        scale += i64::from(digits);
    }
    // Steps of several digits leave zeros behind that would burden what is computed from it.
    while rest == 0 && scale > 0 && quotient != 0 && quotient.is_multiple_of(10) {
        quotient /= 10;
        scale -= 1;
    }
    let scale = u32::try_from(scale).unwrap_or(0);
    Some(enclose(minus, Wide::from_u128(quotient), scale, rest != 0))
}

/// −d, never a negative zero.
pub(super) fn neg(d: Decimal) -> Decimal {
    compose(!negative(d), magnitude(d), d.scale())
}

/// The sum, where a decimal holds it exactly.
pub fn exact_add(a: Decimal, b: Decimal) -> Option<Decimal> {
    add(a, b).exactly()
}

/// The product, where a decimal holds it exactly.
pub fn exact_mul(a: Decimal, b: Decimal) -> Option<Decimal> {
    mul(a, b).exactly()
}

/// A decimal as people and JSON read it: plain, without trailing zeros, at most twelve decimals
/// (`3500000000`, `17.9`, `0.333333333333`).
pub fn decimal_text(d: Decimal) -> String {
    let short = d.round_dp_with_strategy(12, RoundingStrategy::MidpointAwayFromZero).normalize();
    if short.is_zero() { "0".to_owned() } else { short.to_string() }
}

/// The upper end of an enclosure; `None` beyond the decimals.
pub(super) fn up(enclosed: Enclosed) -> Option<Decimal> {
    match enclosed.up {
        Extended::Finite(d) => Some(d),
        _ => None,
    }
}
