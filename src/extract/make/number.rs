//! Makers of numbers, fractions and amounts of money.

use super::Match;
use crate::extract::mention::Content;
use crate::language::TokenKind;
use crate::value::{Decimal, Figure, Kind, Nature, Unit, exact_add, exact_mul};

impl Match<'_> {
    /// The currency, and the figure in it. A number behind the code says which part of the currency is counted: cents
    /// are `USD 0.01`.
    pub(super) fn money(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let value = self.value("currency")?;
        // "10-$20": the sign belongs to the number behind it.
        let next = self.segment.tokens.get(self.found.end);
        let ends = self.capture("currency").is_some_and(|sign| sign.end as usize == self.found.end);
        (!ends || !next.is_some_and(|next| next.glued && next.kind == TokenKind::Digits)).then_some(())?;
        let (code, part) = value.split_once(' ').unwrap_or((value, "1"));
        let mut content = self.figure("n", Nature::Measure)?;
        if let Content::Figure(figure) = &mut content {
            let part: Decimal = part.parse().ok()?;
            // Parts make the number finer, multiples coarser.
            let scaled = if part < Decimal::ONE { &mut figure.mantissa } else { &mut figure.magnitude };
            *scaled = exact_mul(*scaled, part)?;
            if let Some(scale) = self.value("scale") {
                figure.magnitude = exact_mul(figure.magnitude, scale.parse().ok()?)?;
            }
            if let Some(minor) = self.value("minor") {
                let rest = self.decimal("m")?;
                (self.value("places").is_none_or(|places| self.is_rest(rest, places))).then_some(())?;
                let rest = exact_mul(rest, minor.parse().ok()?)?;
                *figure = figure.with_rest(Decimal::ONE, &Figure { mantissa: rest, ..*figure })?;
            }
        }
        let per = self.value("per").map(Into::into);
        let unit = Unit { code: code.into(), dimension: format!("money:{code}").into(), factor: Decimal::ONE, per };
        Some((Kind::Money, content, Some(unit)))
    }

    /// "15 dollars 50": the rest has so many digits, or it is another figure, and so it is behind a sign: "10 USD 50".
    fn is_rest(&self, rest: Decimal, places: &str) -> bool {
        let sign = self.segment.language.lexicon.class("currency-sign");
        let start = self.capture("currency").map(|currency| currency.start as usize);
        let is_sign = start.zip(sign).is_some_and(|(at, sign)| self.segment.class_at(at, sign).is_some());
        !is_sign && rest.scale() == 0 && rest.to_string().len().to_string() == places
    }

    /// `n` of a unit, or `n` over `denominator`.
    pub(super) fn measure(&self) -> Option<Content> {
        if self.capture("denominator").is_none() {
            return self.figure("n", Nature::Measure);
        }
        Some(match self.fraction()? {
            Content::Ratio(above, below) => {
                Figure::quotient(above, below).map_or(Content::Ratio(above, below), Content::Figure)
            }
            other => other,
        })
    }

    /// A measure in one unit, or a part of one, or in two or three: "5 feet 2 inches" is 62 inches, which is exact where 5.1666… feet are
    /// not.
    pub(super) fn quantity(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let mut content = self.measure()?;
        let mut unit = self.unit("unit")?;
        for (number, name) in [("m", "minor"), ("k", "least")] {
            let Some(smaller) = self.value(name) else { break };
            let smaller = self.units.get(smaller)?.clone();
            let (Content::Figure(whole), Content::Figure(rest)) = (content, self.figure(number, Nature::Measure)?)
            else {
                return None;
            };
            content = Content::Figure(whole.with_rest(unit.in_smaller(&smaller)?, &rest)?);
            unit = smaller;
        }
        Some((Kind::Quantity, content, Some(unit)))
    }

    /// "Fifth", and behind a numeral in words that ends above it "twenty-fifth", "two hundred and third".
    pub(super) fn ordinal(&self) -> Option<Content> {
        let content = self.figure("n", Nature::Exact)?;
        let (Some(tens), Content::Figure(last)) = (self.numeral("tens"), &content) else { return Some(content) };
        let tens_value = exact_mul(tens.mantissa, tens.magnitude).filter(|_| tens.words && !tens.unknown)?;
        let fits = tens_value >= Decimal::from(20) && last.mantissa < round_place(tens_value);
        let mantissa = exact_add(tens_value, last.mantissa)?;
        fits.then_some(Content::Figure(Figure { mantissa, ..*last }))
    }

    pub(super) fn fraction(&self) -> Option<Content> {
        let (n, denominator) = match self.value("fraction") {
            Some(value) => {
                let (numerator, denominator) = value.split_once('/')?;
                (numerator.parse().ok()?, denominator.parse().ok()?)
            }
            None => (self.decimal("n")?.abs(), self.decimal("denominator")?.abs()),
        };
        let mut above = n;
        if self.capture("whole").is_some() {
            // "2 1/2" is one numeral already.
            let apart = self.numeral("whole")?.end <= self.capture("n").or(self.capture("fraction"))?.start as usize;
            (apart && n < denominator).then_some(())?;
            above = exact_add(exact_mul(self.decimal("whole")?, denominator)?, above)?;
        }
        if let Some(scale) = self.value("scale") {
            above = exact_mul(above, scale.parse().ok()?)?;
        }
        if self.value("minus").is_some() {
            above.set_sign_negative(true);
        }
        // "7-6 (8/6)" is a score.
        let fits = n < denominator || self.capture("denominator").is_none_or(|capture| capture.value != u32::MAX);
        (fits && denominator > Decimal::ONE && n > Decimal::ZERO).then_some(Content::Ratio(above, denominator))
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

/// The place of the last digit that is not zero: below 300 there is room for 99.
fn round_place(number: Decimal) -> Decimal {
    Figure { mantissa: number, magnitude: Decimal::ONE, nature: Nature::Exact }.place()
}
