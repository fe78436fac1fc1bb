//! What the words of a numeral add up to.

use super::Numeral;
use crate::value::Decimal;

/// What a word does in a numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Number,
    /// One, before what it counts.
    Article,
    Teen,
    Multiplier,
    OneScale,
    Scale,
    /// It only joins.
    And,
}

/// Number words read so far: `total` before the last scale, then `base + last`.
#[derive(Clone, Copy, Default)]
pub(super) struct Words {
    total: Decimal,
    base: Decimal,
    pub(super) last: Option<Decimal>,
    scale: Option<Decimal>,
    /// The last part was joined on by a word ("two thousand and three").
    pub(super) joined: bool,
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
    /// Goes on with a word; says whether it can, and changes nothing if not.
    pub(super) fn take(&mut self, part: Part, value: Decimal) -> bool {
        match part {
            Part::Number | Part::Article => self.add(value),
            Part::Teen => self.teen(value),
            Part::Multiplier => self.multiply(value),
            Part::OneScale => self.one_scale(value),
            Part::Scale => self.scale(value),
            Part::And => false,
        }
    }

    fn add(&mut self, value: Decimal) -> bool {
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

    fn teen(&mut self, ten: Decimal) -> bool {
        let Some(last) = self.last.filter(|last| *last < Decimal::TEN && *last > Decimal::ONE) else {
            return false;
        };
        self.last = Some(last + ten);
        true
    }

    fn multiply(&mut self, value: Decimal) -> bool {
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

    fn scale(&mut self, value: Decimal) -> bool {
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
            return self.scale_all(value);
        }
        let Some(sum) = self
            .base
            .checked_add(last)
            .and_then(|part| part.checked_mul(value))
            .and_then(|part| self.total.checked_add(part))
        else {
            return false;
        };
        *self = Words { total: sum, scale: Some(value), ..Words::default() };
        true
    }

    /// "Mil doscientos millones": thousands and what follows them count a higher scale together.
    fn scale_all(&mut self, value: Decimal) -> bool {
        let thousands = self.scale == Some(Decimal::ONE_THOUSAND) && value > Decimal::ONE_THOUSAND && !self.joined;
        let all = self.last.and_then(|last| self.base.checked_add(last)).and_then(|part| self.total.checked_add(part));
        let Some(product) = all.filter(|_| thousands).and_then(|all| all.checked_mul(value)) else {
            return false;
        };
        *self = Words { total: product, scale: Some(value), ..Words::default() };
        true
    }

    fn one_scale(&mut self, value: Decimal) -> bool {
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
