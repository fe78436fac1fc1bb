//! `Slip`: the ways in which figures are mistyped, as published corrections show them: digits exchanged, a zero or the
//! decimal mark lost, the wrong scale word, one wrong digit, one digit too many or too few.

use super::exact::exact_mul;
use super::set::ValueSet;
use rust_decimal::Decimal;
use serde::Serialize;

/// How one figure became another, the likeliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slip {
    /// Two digits changed places: 43 for 34.
    Swapped,
    /// The word of scale: million for billion.
    Scale,
    /// A zero too many or too few, or the decimal mark: 30 for 300, 2.0 for 0.2, 1,300 for 10,300.
    Zero,
    /// One digit is another: 17 for 11.
    Digit,
    /// One digit too many or too few: 162 for 12.
    Length,
}

impl Slip {
    /// The word shown in JSON, and the end of the message's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Slip::Swapped => "swapped",
            Slip::Scale => "scale",
            Slip::Zero => "zero",
            Slip::Digit => "digit",
            Slip::Length => "length",
        }
    }
}

impl Slip {
    /// Does such a slip of that figure tell more than chance? One digit more or less turns almost any short figure into
    /// one that fits.
    pub fn is_telling(self, value: Decimal) -> bool {
        let digits = significant_digits(value);
        match self {
            Slip::Swapped => true,
            Slip::Scale | Slip::Zero => digits >= 2,
            Slip::Digit => digits >= 3,
            Slip::Length => digits >= 5,
        }
    }
}

/// Most digits of a figure that are looked at.
const MOST_DIGITS: usize = 18;

/// A number as digits: `digits × 10^exponent`, without zeros at either end.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Digits {
    digits: Vec<u8>,
    exponent: i32,
}

impl Digits {
    fn new(value: Decimal) -> Option<Self> {
        let value = value.abs().normalize();
        let mut digits = value.mantissa().to_string().into_bytes();
        let mut exponent = -i32::try_from(value.scale()).ok()?;
        while digits.len() > 1 && digits.last() == Some(&b'0') {
            digits.pop();
            exponent += 1;
        }
        (digits != b"0" && digits.len() <= MOST_DIGITS).then_some(Digits { digits, exponent })
    }

    /// The digits with as many zeros behind them as `exponent` asks for.
    fn at(&self, exponent: i32) -> Option<Vec<u8>> {
        let zeros = usize::try_from(self.exponent - exponent).ok()?;
        (self.digits.len() + zeros <= MOST_DIGITS).then(|| [self.digits.as_slice(), &vec![b'0'; zeros]].concat())
    }

    fn value(digits: &[u8], exponent: i32) -> Option<Decimal> {
        let number: i128 = std::str::from_utf8(digits).ok()?.parse().ok()?;
        match u32::try_from(-exponent) {
            Ok(scale) => Decimal::try_from_i128_with_scale(number, scale).ok(),
            Err(_) => {
                let power = 10i128.checked_pow(u32::try_from(exponent).ok()?)?;
                exact_mul(
                    Decimal::try_from_i128_with_scale(number, 0).ok()?,
                    Decimal::try_from_i128_with_scale(power, 0).ok()?,
                )
            }
        }
    }
}

/// The slip that would turn one figure into the other, and how many digits speak for it: those that both have. Figures of
/// one digit have little to say; six that differ by two digits in each other's place are hardly two facts.
pub fn slip_between(a: Decimal, b: Decimal) -> Option<(Slip, usize)> {
    if a.is_sign_negative() != b.is_sign_negative() {
        return None;
    }
    let (a, b) = (Digits::new(a)?, Digits::new(b)?);
    if a.digits == b.digits {
        return match (a.exponent - b.exponent).abs() {
            1 => Some((Slip::Zero, a.digits.len())),
            3 | 6 | 9 => Some((Slip::Scale, a.digits.len())),
            _ => None,
        };
    }
    let exponent = a.exponent.min(b.exponent);
    let (a, b) = (a.at(exponent)?, b.at(exponent)?);
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    match long.len() - short.len() {
        0 => {
            let mut other = (0..long.len()).filter(|at| long[*at] != short[*at]);
            match (other.next(), other.next(), other.next()) {
                (Some(_), None, _) => Some((Slip::Digit, long.len() - 1)),
                (Some(first), Some(second), None) if long[first] == short[second] && long[second] == short[first] => {
                    Some((Slip::Swapped, long.len()))
                }
                _ => None,
            }
        }
        1 => {
            let at = (0..short.len()).find(|at| long[*at] != short[*at]).unwrap_or(short.len());
            let slip = if long[at] == b'0' { Slip::Zero } else { Slip::Length };
            (long[at + 1..] == short[at..]).then_some((slip, short.len()))
        }
        _ => None,
    }
}

/// How many digits a figure has without the zeros at either end.
pub fn significant_digits(value: Decimal) -> usize {
    let mut digits = value.mantissa().unsigned_abs();
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    let count = digits.checked_ilog10().map_or(0, |log| log as usize + 1);
    if count > MOST_DIGITS { 0 } else { count }
}

/// What figures have in common that differ by a swap, a zero or the scale: their digits other than zero, in order.
pub fn slip_key(value: Decimal) -> Option<Vec<u8>> {
    let mut digits = Digits::new(value)?.digits;
    digits.retain(|digit| *digit != b'0');
    digits.sort_unstable();
    Some(digits)
}

/// The likeliest slip by which a figure came to stand for one of `needed`, and that one. `None` where no slip leads there, or
/// several of one kind do.
pub fn slip_into(value: Decimal, needed: &ValueSet) -> Option<(Slip, Decimal)> {
    let own = Digits::new(value)?;
    if let Some(found) = likely(value, &own, needed) {
        return Some(found);
    }
    let digits = (0..own.digits.len()).flat_map(|at| {
        let own = &own;
        (b'0'..=b'9').filter_map(move |digit| {
            let mut digits = own.digits.clone();
            digits[at] = digit;
            (digits[0] != b'0').then(|| meant(value, &digits, own.exponent, needed)).flatten()
        })
    });
    let lengths = (0..own.digits.len()).filter_map(|at| {
        let mut digits = own.digits.clone();
        digits.remove(at);
        let number = || meant(value, &digits, own.exponent, needed);
        digits.first().is_some_and(|first| *first != b'0').then(number).flatten()
    });
    only(digits).map(|number| (Slip::Digit, number)).or_else(|| only(lengths).map(|number| (Slip::Length, number)))
}

/// As `slip_into`, but only by digits exchanged, the scale, or a zero.
pub fn likely_slip_into(value: Decimal, needed: &ValueSet) -> Option<Slip> {
    likely(value, &Digits::new(value)?, needed).map(|(slip, _)| slip)
}

fn likely(value: Decimal, own: &Digits, needed: &ValueSet) -> Option<(Slip, Decimal)> {
    // A zero behind the digits may be exchanged with them: 120 for 102.
    let padded = if own.exponent > 0 { own.at(own.exponent - 1)? } else { own.digits.clone() };
    let padded_exponent = own.exponent - i32::from(own.exponent > 0);
    let swaps = (1..padded.len()).filter_map(|at| {
        let mut digits = padded.clone();
        digits.swap(at - 1, at);
        (digits[0] != b'0').then(|| meant(value, &digits, padded_exponent, needed)).flatten()
    });
    let shifts = |by: &'static [i32]| by.iter().filter_map(|by| meant(value, &own.digits, own.exponent + by, needed));
    let zeros = (1..own.digits.len()).filter_map(|at| {
        let mut digits = own.digits.clone();
        match digits[at] {
            b'0' => _ = digits.remove(at),
            _ => digits.insert(at, b'0'),
        }
        meant(value, &digits, own.exponent, needed)
    });
    only(swaps)
        .map(|number| (Slip::Swapped, number))
        .or_else(|| only(shifts(&[3, -3, 6, -6, 9, -9])).map(|number| (Slip::Scale, number)))
        .or_else(|| only(shifts(&[1, -1])).or_else(|| only(zeros)).map(|number| (Slip::Zero, number)))
}

/// The number of those digits with the sign of `value`, if it is needed and another.
fn meant(value: Decimal, digits: &[u8], exponent: i32, needed: &ValueSet) -> Option<Decimal> {
    let number = Digits::value(digits, exponent)?;
    let number = if value.is_sign_negative() { -number } else { number };
    (number != value && needed.contains(number)).then_some(number)
}

/// The only number there is.
fn only(mut numbers: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    let first = numbers.next()?;
    numbers.all(|number| number == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Interval;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn slips_between_figures() {
        for (a, b, slip) in [
            ("43", "34", Some((Slip::Swapped, 2))),
            ("120000", "102000", Some((Slip::Swapped, 3))),
            ("1.52", "2.51", Some((Slip::Swapped, 3))),
            ("3150000", "3150000000", Some((Slip::Scale, 3))),
            ("30", "300", Some((Slip::Zero, 1))),
            ("2.0", "0.2", Some((Slip::Zero, 1))),
            ("1300", "10300", Some((Slip::Zero, 2))),
            ("17", "11", Some((Slip::Digit, 1))),
            ("162", "12", Some((Slip::Length, 2))),
            ("17", "17.0", None),
            ("17", "-71", None),
            ("12", "34", None),
            ("0", "10", None),
        ] {
            assert_eq!(slip_between(number(a), number(b)), slip, "{a} {b}");
            assert_eq!(slip_between(number(b), number(a)), slip, "{b} {a}");
            if matches!(slip, Some((Slip::Swapped | Slip::Scale | Slip::Zero, _))) {
                assert_eq!(slip_key(number(a)), slip_key(number(b)));
            }
        }
    }

    #[test]
    fn slips_into_what_is_needed() {
        let near = |low: &str, high: &str| ValueSet::from(Interval::closed(number(low), number(high)).unwrap());
        for (value, low, high, slip) in [
            ("120000", "101900", "102100", Some((Slip::Swapped, "102000"))),
            ("28", "26", "26", Some((Slip::Digit, "26"))),
            ("2.4", "2399", "2401", Some((Slip::Scale, "2400"))),
            ("10", "99", "101", Some((Slip::Zero, "100"))),
            ("162", "12", "12", Some((Slip::Length, "12"))),
            // 16, 17 and 19 would do: none of them is what was meant.
            ("18", "15.5", "19.5", None),
            ("18", "55", "56", None),
        ] {
            let found = slip_into(number(value), &near(low, high));
            assert_eq!(found, slip.map(|(slip, meant)| (slip, number(meant))), "{value} into {low}–{high}");
        }
    }

    #[test]
    fn the_largest_figures_do_no_harm() {
        let _ = slip_between(Decimal::MAX, Decimal::MIN);
        let _ = slip_into(Decimal::MAX, &ValueSet::all());
        let _ = slip_into(Decimal::from_parts(1, 0, 0, true, 28), &ValueSet::all());
    }
}
