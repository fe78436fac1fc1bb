//! Makers of numbers, fractions and amounts of money.

use super::Match;
use crate::extract::mention::Content;
use crate::value::{Decimal, Kind, Nature, Unit, exact_mul};

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

    pub(super) fn magnitude(&self) -> Option<Content> {
        let mut spread = [Decimal::ZERO; 4];
        let mut parts = self.value("magnitude")?.split(' ');
        for bound in &mut spread {
            *bound = parts.next()?.parse().ok()?;
        }
        if let Some(scale) = self.value("scale") {
            let scale: Decimal = scale.parse().ok()?;
            for bound in &mut spread {
                *bound = exact_mul(*bound, scale)?;
            }
        }
        Some(Content::Spread(spread))
    }
}
