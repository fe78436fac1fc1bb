//! What the words of a numeral add up to.

use super::Numeral;
use crate::value::Decimal;

/// Number words read so far: `total` before the last scale, then `base + last`.
#[derive(Clone, Copy, Default)]
pub(super) struct Words {
    total: Decimal,
    base: Decimal,
    pub(super) last: Option<Decimal>,
    scale: Option<Decimal>,
}

/// Place of the last digit that is not zero: 20 → 10, 300 → 100, 7 → 1.
pub(super) fn place(value: Decimal) -> Decimal {
    let mut place = Decimal::ONE;
    let mut rest = value;
    while !rest.is_zero() && (rest % Decimal::TEN).is_zero() {
        rest /= Decimal::TEN;
        place *= Decimal::TEN;
    }
    place
}

impl Words {
    pub(super) fn add(&mut self, value: Decimal) -> bool {
        match self.last {
            None => {}
            Some(last) if value < place(last) && !value.is_zero() => match self.base.checked_add(last) {
                Some(sum) => self.base = sum,
                None => return false,
            },
            Some(_) => return false,
        }
        self.last = Some(value);
        true
    }

    pub(super) fn teen(&mut self, ten: Decimal) -> bool {
        let Some(last) = self.last.filter(|last| *last < Decimal::TEN && *last > Decimal::ONE) else {
            return false;
        };
        self.last = Some(last + ten);
        true
    }

    pub(super) fn multiply(&mut self, value: Decimal) -> bool {
        let Some(last) = self.last.filter(|last| *last < value) else {
            return false;
        };
        if !self.base.is_zero() && place(self.base) <= value {
            return false;
        }
        let Some(product) = last.checked_mul(value) else {
            return false;
        };
        self.last = Some(product);
        true
    }

    pub(super) fn scale(&mut self, value: Decimal) -> bool {
        let Some(last) = self.last else {
            // "seribu triliun", "a hundred million billion": a scale right after a scale multiplies.
            let Some(total) = self.total.checked_mul(value).filter(|total| !total.is_zero()) else {
                return false;
            };
            self.total = total;
            self.scale = self.scale.and_then(|scale| scale.checked_mul(value));
            return true;
        };
        if self.scale.is_some_and(|before| value >= before) {
            return false;
        }
        let Some(sum) = self
            .base
            .checked_add(last)
            .and_then(|part| part.checked_mul(value))
            .and_then(|part| self.total.checked_add(part))
        else {
            return false;
        };
        *self = Words { total: sum, base: Decimal::ZERO, last: None, scale: Some(value) };
        true
    }

    pub(super) fn one_scale(&mut self, value: Decimal) -> bool {
        if self.last.is_some() || self.scale.is_some_and(|before| value >= before) {
            return false;
        }
        let Some(sum) = self.total.checked_add(value) else {
            return false;
        };
        self.total = sum;
        self.scale = Some(value);
        true
    }

    pub(super) fn numeral(self, end: usize) -> Option<Numeral> {
        let value =
            self.base.checked_add(self.last.unwrap_or_default()).and_then(|rest| self.total.checked_add(rest))?;
        // "two million" is a figure with a scale, "two million one hundred" is written out to its last digit.
        let magnitude = match (self.last, self.scale) {
            (None, Some(scale)) if !scale.is_zero() => scale,
            _ => Decimal::ONE,
        };
        let mantissa = value.checked_div(magnitude)?.normalize();
        Some(Numeral { magnitude, words: true, ..Numeral::new(mantissa, end) })
    }
}
