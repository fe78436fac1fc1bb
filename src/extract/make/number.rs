//! Makers of numbers, fractions and amounts of money.

use super::Match;
use crate::extract::mention::Content;
use crate::value::{Decimal, Figure, Kind, Nature, Unit, exact_add, exact_mul};

impl Match<'_> {
    /// The currency, and the figure in it. A number behind the code says which part of the currency is counted: cents
    /// are `USD 0.01`.
    pub(super) fn money(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let value = self.value("currency")?;
        let (code, part) = value.split_once(' ').unwrap_or((value, "1"));
        let mut content = self.figure("n", Nature::Measure)?;
        if let Content::Figure(figure) = &mut content {
            figure.mantissa = exact_mul(figure.mantissa, part.parse().ok()?)?;
        }
        let per = self.value("per").map(Into::into);
        let unit = Unit { code: code.into(), dimension: format!("money:{code}").into(), factor: Decimal::ONE, per };
        Some((Kind::Money, content, Some(unit)))
    }

    pub(super) fn fraction(&self) -> Option<Content> {
        if let Some(value) = self.value("fraction") {
            let (numerator, denominator) = value.split_once('/')?;
            return Some(Content::Ratio(numerator.parse().ok()?, denominator.parse().ok()?));
        }
        let (n, denominator) = (self.decimal("n")?, self.decimal("denominator")?);
        (denominator > Decimal::ONE && n > Decimal::ZERO).then_some(Content::Ratio(n, denominator))
    }

    /// A word that names a spread (dozens), or a number that stands for all up to the next one as round: "70-odd".
    pub(super) fn magnitude(&self) -> Option<Content> {
        if let Some(scale) = self.value("odd") {
            return self.odd(scale.parse().ok()?);
        }
        let scale = self.value("scale").map_or(Some(Decimal::ONE), |scale| scale.parse().ok())?;
        let mut spread = [Decimal::ZERO; 4];
        let mut parts = self.value("magnitude")?.split(' ');
        for bound in &mut spread {
            *bound = exact_mul(parts.next()?.parse().ok()?, scale)?;
        }
        Some(Content::Spread(spread))
    }

    /// The wide reading lets the number itself be rounded up by a twentieth.
    fn odd(&self, scale: Decimal) -> Option<Content> {
        let numeral = self.numeral("n").filter(|numeral| !numeral.unknown)?;
        let figure = Figure { mantissa: numeral.mantissa, magnitude: numeral.magnitude, nature: Nature::Count };
        let (low, place) = (exact_mul(figure.value()?, scale)?, exact_mul(figure.place(), scale)?);
        (place > Decimal::ONE && low > Decimal::ZERO).then_some(())?;
        let high = exact_add(low, place.checked_sub(Decimal::ONE)?)?;
        let wide_low = exact_mul(low, Decimal::new(95, 2))?;
        Some(Content::Spread([low, high, wide_low, high]))
    }
}
