//! The makers: from a matched form to a mention. Their names are listed at `language::Maker`. Numbers and money are made
//! in `number`, dates and times in `time`, what joins two mentions in `pair`.

mod number;
mod pair;
mod time;

use super::mention::{Content, Mention, grain};
use super::when::When;
use crate::data::DataError;
use crate::language::file::{UnitFile, UnitsFile};
use crate::language::pattern::{Capture, Found};
use crate::language::{Form, Maker, Numeral, PatternIndex, Segment, TokenKind};
use crate::value::{Decimal, Figure, Kind, Nature, Unit, exact_mul};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// How many tokens before and after a form may hold what rules it out.
const NEAR_BEFORE: usize = 16;
const NEAR_AFTER: usize = 8;

/// Units by code.
pub type Units = FxHashMap<Box<str>, Unit>;

/// The units of `units.toml`.
///
/// # Errors
/// Names the unit whose factor is no number.
pub fn units(file: &UnitsFile) -> Result<Units, DataError> {
    let unit = |file: &UnitFile| {
        let wrong = |_| DataError::new("units.toml", &*file.code, format!("{:?} is no decimal number", file.factor));
        let (code, dimension) = (Arc::from(&*file.code), file.dimension.as_str().into());
        let factor = file.factor.parse().map_err(wrong)?;
        Ok((file.code.as_str().into(), Unit { code, dimension, factor, per: None }))
    };
    file.unit.iter().map(unit).collect()
}

/// A matched form, with all that its maker may ask.
pub struct Match<'a> {
    /// The text.
    pub segment: &'a Segment<'a>,
    /// The form.
    pub form: &'a Form,
    /// The index that its pattern stands in, which knows the names of captures.
    pub index: &'a PatternIndex,
    /// Where it starts.
    pub at: usize,
    /// What was found.
    pub found: &'a Found,
    /// All units.
    pub units: &'a Units,
    /// Mentions that compound forms may take up.
    pub mentions: &'a [Mention],
}

impl<'a> Match<'a> {
    fn capture(&self, name: &str) -> Option<&Capture> {
        self.found.captures.iter().rfind(|capture| self.index.name(capture.name) == name)
    }

    /// Value of a captured class word, or as set by the form.
    fn value(&self, name: &str) -> Option<&'a str> {
        match self.capture(name) {
            Some(capture) if capture.value != u32::MAX => Some(self.segment.language.lexicon.value(capture.value)),
            _ => self.form.set.iter().find(|(set, _)| set == name).map(|(_, value)| value.as_str()),
        }
    }

    fn numeral(&self, name: &str) -> Option<Numeral> {
        let capture = self.capture(name)?;
        let mut numeral = self.segment.numeral(capture.start as usize)?;
        // Only its digits were asked for.
        if capture.end as usize == numeral.digits_end && numeral.digits_end < numeral.end {
            numeral.magnitude = Decimal::ONE;
        }
        Some(numeral)
    }

    /// A whole number: captured digits, a captured numeral, the value of a captured word, or as set.
    fn int(&self, name: &str) -> Option<i32> {
        if let Some(value) = self.value(name) {
            return value.parse().ok();
        }
        let capture = self.capture(name)?;
        let text = self.segment.words(capture.start as usize, capture.end as usize);
        text.parse().ok().or_else(|| {
            let numeral = self.segment.numeral(capture.start as usize)?;
            exact_mul(numeral.mantissa, numeral.magnitude)?.normalize().to_string().parse().ok()
        })
    }

    fn small(&self, name: &str) -> Option<u8> {
        self.int(name).and_then(|number| u8::try_from(number).ok())
    }

    /// A number, as a captured numeral or the value of a captured word, or what a `magnitude` or an `odd` number spans;
    /// a word or setting `minus` makes it negative.
    fn figure(&self, name: &str, nature: Nature) -> Option<Content> {
        if self.capture("magnitude").or(self.capture("odd")).is_some() {
            return self.magnitude();
        }
        let mut figure = if let Some(value) = self.value(name) {
            Figure { mantissa: value.parse().ok()?, magnitude: Decimal::ONE, nature }
        } else {
            let numeral = self.numeral(name)?;
            if numeral.unknown {
                return Some(Content::Unknown);
            }
            Figure { mantissa: numeral.mantissa, magnitude: numeral.magnitude, nature }
        };
        if self.value("minus").is_some() {
            // "9 minus 2" is a sum.
            let sum =
                self.at.checked_sub(1).is_some_and(|before| self.segment.tokens[before].kind == TokenKind::Digits);
            (!sum).then_some(())?;
            figure.mantissa.set_sign_negative(true);
        }
        Some(Content::Figure(figure))
    }

    fn decimal(&self, name: &str) -> Option<Decimal> {
        match self.figure(name, Nature::Exact)? {
            Content::Figure(figure) => figure.value(),
            _ => None,
        }
    }

    fn unit(&self, name: &str) -> Option<Unit> {
        let mut unit = self.units.get(self.value(name)?).cloned()?;
        if let Some(per) = self.value("per") {
            unit.per = Some(per.into());
        }
        Some(unit)
    }

    /// "10 million dollars a year earlier" is no rate per year: what follows (class `per-stop`) takes the word away.
    fn is_no_rate(&self) -> bool {
        self.capture("per").is_some_and(|per| {
            let stop = self.segment.language.lexicon.class("per-stop");
            stop.is_some_and(|stop| self.segment.class_at(per.end as usize, stop).is_some())
        })
    }

    /// Is there nothing else in the block?
    fn is_alone(&self) -> bool {
        self.at == 0 && (self.found.end..self.segment.tokens.len()).all(|at| self.segment.word(at) == ".")
    }

    /// Does nothing follow, or a mark that ends a phrase?
    fn is_last(&self) -> bool {
        let next = self.segment.tokens.get(self.found.end);
        next.is_none_or(|_| matches!(self.segment.word(self.found.end), "." | "," | ";" | "!" | "?" | ")" | "\""))
    }

    fn mention_at(&self, name: &str) -> Option<&'a Mention> {
        let capture = self.capture(name)?;
        let index =
            self.mentions.binary_search_by_key(&(capture.start as usize), |mention| mention.tokens.start).ok()?;
        self.mentions.get(index)
    }

    /// The tokens of the figure, without its context.
    fn core(&self) -> Range<usize> {
        let mark = |name: &str| self.capture(name).map(|mark| mark.start as usize);
        mark("‹").unwrap_or(self.at)..mark("›").unwrap_or(self.found.end)
    }

    /// Does a word that rules the form out follow it, or stand near it in the sentence?
    fn is_ruled_out(&self) -> bool {
        let segment = self.segment;
        let end = self.core().end;
        if self.form.unless_next.iter().any(|class| segment.class_at(end, *class).is_some()) {
            return true;
        }
        let ends = |at: &usize| {
            matches!(segment.word(*at), "." | "!" | "?" | ";")
                && segment.tokens.get(at + 1).is_none_or(|next| !next.glued)
        };
        let rules_out = |at: usize| self.form.unless.iter().any(|class| segment.class_at(at, *class).is_some());
        let before = (self.at.saturating_sub(NEAR_BEFORE)..self.at).rev().take_while(|at| !ends(at));
        let after = (self.found.end..segment.tokens.len()).take(NEAR_AFTER).take_while(|at| !ends(at));
        !self.form.unless.is_empty() && before.chain(after).any(rules_out)
    }

    /// Makes the mention; `None` where the parts do not fit together.
    pub fn make(&self) -> Option<Mention> {
        (!self.is_no_rate() && !self.is_ruled_out()).then_some(())?;
        (self.value("alone").is_none() || self.is_alone()).then_some(())?;
        (self.value("last").is_none() || self.capture("last").is_some() || self.is_last()).then_some(())?;
        let (kind, content, unit) = self.content()?;
        let mut via: Vec<Arc<str>> = vec![self.form.id.clone()];
        for capture in self.found.captures.iter().filter(|capture| capture.end > capture.start) {
            if let Some(part) = self.mention_at(self.index.name(capture.name)) {
                via.extend(part.via.iter().cloned());
            }
        }
        let tokens = self.core();
        (tokens.start < tokens.end).then_some(())?;
        let hedge = matches!(content, Content::PlusMinus(..)).then_some(crate::value::Hedge::PlusMinus);
        Some(Mention { core: tokens.clone(), tokens, kind, content, unit, hedge, via })
    }

    fn content(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let plain = |kind, content| Some((kind, content, None));
        match self.form.maker {
            Maker::Number => plain(Kind::Number, self.figure("n", Nature::Count)?),
            Maker::Percent => Some((Kind::Percent, self.measure()?, self.units.get("%").cloned())),
            Maker::Points => {
                let unit = self.unit("points")?;
                Some((Kind::Points, self.measure()?, Some(unit)))
            }
            Maker::Money => self.money(),
            Maker::Quantity => self.quantity(),
            Maker::Ordinal => plain(Kind::Ordinal, self.ordinal()?),
            Maker::Fraction => plain(Kind::Fraction, self.fraction()?),
            Maker::OneIn => {
                let (k, n) = (self.decimal("k")?, self.decimal("n")?);
                (k < n && k > Decimal::ZERO).then_some(())?;
                plain(Kind::Fraction, Content::OneIn(k, n))
            }
            Maker::Multiple => {
                let n = self.decimal("n").or_else(|| self.value("multiple")?.parse().ok())?;
                plain(Kind::Multiple, Content::Times(n))
            }
            Maker::Magnitude => plain(Kind::Number, self.magnitude()?),
            Maker::Date => self.date(),
            Maker::Shift => self.when(When::Shift(grain(self.value("time-unit")?)?, self.int("shift")?)),
            Maker::DayShift => self.when(When::Days(self.day_shift()?)),
            Maker::Ago => self.ago(),
            Maker::Told => self.told(),
            Maker::Offset => self.offset(),
            Maker::OfWeek => self.when(When::OfWeek(self.small("weekday")?, self.int("shift")?)),
            Maker::Weekend => self.when(When::Weekend(self.int("shift"))),
            Maker::Holiday => self.holiday(),
            Maker::Nth => self.nth(),
            Maker::Part => self.when(When::Part(self.year_part()?, self.year_ref())),
            Maker::Third => self.third(),
            Maker::Decade => self.when(When::Decade(self.decade()?)),
            Maker::Century => self.century(),
            Maker::Clock => self.clocks(),
            Maker::Datetime => self.datetime(),
            Maker::Duration => self.duration(),
            Maker::Lasting => self.lasting(),
            Maker::Stretch => self.stretch(),
            Maker::Age => self.age(),
            Maker::Range => self.range(),
            // Whatever it says, it is dropped once it has kept the others away.
            Maker::Label => plain(Kind::Number, Content::Unknown),
            Maker::Score => {
                let (first, last) = (self.decimal("first")?, self.decimal("last")?);
                (self.value("falling").is_none() || first >= last).then_some(())?;
                plain(Kind::Range, Content::Score(first, last))
            }
            Maker::Lifetime => self.is_lifetime().then_some((Kind::Date, Content::Unknown, None)),
            Maker::Like => self.like(),
            Maker::PlusMinus => self.plus_minus(),
        }
    }
}
