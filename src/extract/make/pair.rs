//! Makers that join two mentions to one: ranges, and figures that share a unit.

use super::Match;
use crate::extract::mention::{Content, Mention};
use crate::language::Numeral;
use crate::value::{Decimal, Figure, Kind, Nature, Span, Unit, exact_mul};

impl Match<'_> {
    /// A bare number takes unit and scale from another figure: "rose to 5.5 million tonnes from 4.8". One of more than
    /// three digits is written out, and takes the unit only.
    pub(super) fn like(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let (bare, full) = (self.mention_at("n")?, self.mention_at("like")?);
        let (Content::Figure(mut figure), Content::Figure(model)) = (bare.content.clone(), &full.content) else {
            return None;
        };
        (bare.kind == Kind::Number && full.kind != Kind::Ordinal).then_some(())?;
        (full.unit.is_some() || model.magnitude > Decimal::ONE && figure.magnitude == Decimal::ONE).then_some(())?;
        // "1,280 to 1,300 billion": both are as long, so that the scale is of both.
        let written_out = figure.magnitude > Decimal::ONE
            || figure.mantissa >= Decimal::ONE_THOUSAND && model.mantissa < Decimal::ONE_THOUSAND;
        // "Up 21 percent in 2004 to 136,000" tells of two things.
        (!written_out || !matches!(full.kind, Kind::Percent | Kind::Points)).then_some(())?;
        // "384, or 60 percent": a count, and what it is of the whole.
        let over = |figure: &Figure| figure.mantissa.abs() > Decimal::ONE_HUNDRED;
        (full.kind != Kind::Percent || !over(&figure) || over(model)).then_some(())?;
        let part = self.part_counted(full, model)?;
        (part == Decimal::ONE || self.value("whole").is_none()).then_some(())?;
        if !written_out {
            figure.magnitude = model.magnitude;
            figure.mantissa = exact_mul(figure.mantissa, part)?;
        }
        figure.nature = model.nature;
        Some((full.kind, Content::Figure(figure), full.unit.clone()))
    }

    /// What part of the unit a mention counts, where it is less than one: of "44 cents" a hundredth.
    fn part_counted(&self, mention: &Mention, figure: &Figure) -> Option<Decimal> {
        let Some(written) = self.segment.numeral(mention.core.start).filter(|_| mention.kind == Kind::Money) else {
            return Some(Decimal::ONE);
        };
        let part = figure.mantissa.checked_div(written.mantissa).map(|part| part.normalize());
        Some(part.filter(|part| *part < Decimal::ONE).unwrap_or(Decimal::ONE))
    }

    /// "6 percent plus minus one percent": the sign of the error may have been read as its own, and the unit may be said
    /// once.
    pub(super) fn plus_minus(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let (first, error) = (self.mention_at("n")?, self.mention_at("error")?);
        let (Content::Figure(center), Content::Figure(mut margin)) = (&first.content, error.content.clone()) else {
            return None;
        };
        margin.mantissa.set_sign_positive(true);
        let said_once = first.unit.is_none() && first.kind == Kind::Number;
        let of = if said_once { error } else { first };
        Some((of.kind, Content::PlusMinus(*center, margin), of.unit.clone()))
    }

    /// Is it whole hundreds in words? "Two to three hundred" begins at two hundred.
    fn is_in_hundreds(&self, mention: &Mention) -> bool {
        let numeral = self.segment.numeral(mention.core.start).filter(|numeral| numeral.words);
        let hundreds = |numeral: Numeral| {
            let whole = Figure { mantissa: numeral.mantissa, magnitude: Decimal::ONE, nature: Nature::Count };
            numeral.magnitude == Decimal::ONE
                && numeral.mantissa < Decimal::ONE_THOUSAND
                && whole.place() == Decimal::ONE_HUNDRED
        };
        numeral.is_some_and(hundreds)
    }

    pub(super) fn range(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let (first, last) = (self.mention_at("first")?, self.mention_at("last")?);
        match (&first.content, &last.content) {
            (Content::Figure(low), Content::Figure(high)) => {
                let mut low = *low;
                let fits = match (&first.unit, &last.unit) {
                    (None, _) => first.kind == Kind::Number,
                    (Some(a), Some(b)) => a.dimension == b.dimension && a.code == b.code,
                    (Some(_), None) => last.kind == Kind::Number,
                };
                (fits && first.kind != Kind::Ordinal && last.kind != Kind::Ordinal).then_some(())?;
                if let (None, Some(_)) = (&first.unit, &last.unit) {
                    low.mantissa = exact_mul(low.mantissa, self.part_counted(last, high)?)?;
                }
                // "Rp500 hingga Rp800 miliar": the scale of the end holds for the start.
                if low.magnitude == Decimal::ONE && high.magnitude > Decimal::ONE && low.mantissa < high.mantissa {
                    low.magnitude = high.magnitude;
                } else if self.is_in_hundreds(last) && low.mantissa < Decimal::TEN {
                    low.magnitude = Decimal::ONE_HUNDRED;
                }
                (low.value()? < high.value()? || self.value("order").is_some()).then_some(())?;
                (self.value("step").is_none() || low.is_near(high)).then_some(())?;
                if let Some(times) = self.decimal("times") {
                    (high.value()? <= exact_mul(low.value()?, times)? || low.mantissa.is_zero()).then_some(())?;
                }
                let unit = last.unit.clone().or_else(|| first.unit.clone());
                Some((Kind::Range, Content::Figures(low, *high), unit))
            }
            (Content::Figure(low), Content::Span(high) | Content::Stretch(high, ..)) if first.kind == Kind::Number => {
                let low = low.value()?;
                (low < high.count).then_some(())?;
                Some((Kind::Duration, Content::Spans(Span { count: low, unit: high.unit }, *high), None))
            }
            (Content::Span(low), Content::Span(high)) => Some((Kind::Duration, Content::Spans(*low, *high), None)),
            (Content::Figure(low), Content::Age(high)) if first.kind == Kind::Number => {
                Some((Kind::Age, Content::Ages(low.value()?, *high), None))
            }
            (Content::When(low), Content::When(high)) => {
                let (low, high) = low.joined_with(high);
                Some((Kind::Date, Content::Whens(low, high), None))
            }
            (Content::Clock(low), Content::Clock(high)) => Some((Kind::Time, Content::Clocks(*low, *high), None)),
            _ => None,
        }
    }
}
