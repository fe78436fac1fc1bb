//! The makers: from a matched form to a mention. Their names are listed at `language::Maker`.

use super::claim::DateParts;
use super::mention::{Content, Mention, grain, span};
use super::when::{When, YearPart, YearRef};
use crate::language::pattern::{Capture, Found, Pattern};
use crate::language::{DateOrder, Form, Maker, Numeral, Segment};
use crate::value::{Clock, Decimal, Figure, Grain, Kind, Nature, Unit, exact_mul};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Units by code.
pub type Units = FxHashMap<Box<str>, Unit>;

/// A matched form, with all that its maker may ask.
pub struct Match<'a> {
    /// The text.
    pub segment: &'a Segment<'a>,
    /// The form.
    pub form: &'a Form,
    /// Its pattern.
    pub pattern: &'a Pattern,
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
        self.found.captures.iter().rfind(|capture| self.pattern.name(capture) == name)
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
        self.segment.numeral(capture.start as usize)
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

    /// A number, as a captured numeral or the value of a captured word; a word or setting `minus` makes it negative.
    fn figure(&self, name: &str, nature: Nature) -> Option<Content> {
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

    /// The currency, and the figure in it. A number behind the code says which part of the currency is counted: cents
    /// are `USD 0.01`.
    fn money(&self) -> Option<(Kind, Content, Option<Unit>)> {
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

    /// "10 million dollars a year earlier" is no rate per year: what follows (class `per-stop`) takes the word away.
    fn is_no_rate(&self) -> bool {
        let stop = self.segment.language.lexicon.class("per-stop");
        self.capture("per").zip(stop).is_some_and(|(per, stop)| self.segment.class_at(per.end as usize, stop).is_some())
    }

    /// A bare number takes unit and scale from another figure: "rose to 5.5 million tonnes from 4.8". One of more than
    /// three digits is written out, and takes the unit only.
    fn like(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let (bare, full) = (self.mention_at("n")?, self.mention_at("like")?);
        let (Content::Figure(mut figure), Content::Figure(model)) = (bare.content.clone(), &full.content) else {
            return None;
        };
        (bare.kind == Kind::Number && full.kind != Kind::Ordinal).then_some(())?;
        (full.unit.is_some() || model.magnitude > Decimal::ONE && figure.magnitude == Decimal::ONE).then_some(())?;
        let written_out = figure.magnitude > Decimal::ONE || figure.mantissa >= Decimal::ONE_THOUSAND;
        // "Up 21 percent in 2004 to 136,000" tells of two things.
        (!written_out || !matches!(full.kind, Kind::Percent | Kind::Points)).then_some(())?;
        if !written_out {
            figure.magnitude = model.magnitude;
        }
        figure.nature = model.nature;
        Some((full.kind, Content::Figure(figure), full.unit.clone()))
    }

    fn mention_at(&self, name: &str) -> Option<&'a Mention> {
        let capture = self.capture(name)?;
        let index =
            self.mentions.binary_search_by_key(&(capture.start as usize), |mention| mention.tokens.start).ok()?;
        self.mentions.get(index)
    }

    /// Makes the mention; `None` where the parts do not fit together.
    pub fn make(&self) -> Option<Mention> {
        (!self.is_no_rate()).then_some(())?;
        let (kind, content, unit) = self.content()?;
        let mut via: Vec<Arc<str>> = vec![self.form.id.clone()];
        for capture in self.found.captures.iter().filter(|capture| capture.end > capture.start) {
            if let Some(part) = self.mention_at(self.pattern.name(capture)) {
                via.extend(part.via.iter().cloned());
            }
        }
        let mark = |name: &str| self.capture(name).map(|mark| mark.start as usize);
        let tokens = mark("‹").unwrap_or(self.at)..mark("›").unwrap_or(self.found.end);
        (tokens.start < tokens.end).then_some(())?;
        let hedge = (kind == Kind::Range || matches!(content, Content::PlusMinus(..)))
            .then_some(())
            .and_then(|()| matches!(content, Content::PlusMinus(..)).then_some(crate::value::Hedge::PlusMinus));
        Some(Mention { core: tokens.clone(), tokens, kind, content, unit, hedge, via })
    }

    fn content(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let plain = |kind, content| Some((kind, content, None));
        match self.form.maker {
            Maker::Number => plain(Kind::Number, self.figure("n", Nature::Count)?),
            Maker::Percent => Some((Kind::Percent, self.figure("n", Nature::Measure)?, self.units.get("%").cloned())),
            Maker::Points => {
                let unit = self.unit("points")?;
                Some((Kind::Points, self.figure("n", Nature::Measure)?, Some(unit)))
            }
            Maker::Money => self.money(),
            Maker::Quantity => Some((Kind::Quantity, self.figure("n", Nature::Measure)?, Some(self.unit("unit")?))),
            Maker::Ordinal => plain(Kind::Ordinal, self.figure("n", Nature::Exact)?),
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
            Maker::Shift => {
                plain(Kind::Date, Content::When(When::Shift(grain(self.value("time-unit")?)?, self.int("shift")?)))
            }
            Maker::DayShift => plain(Kind::Date, Content::When(When::Days(self.int("day-shift")?))),
            Maker::Ago => self.ago(),
            Maker::Part => plain(Kind::Date, Content::When(When::Part(self.year_part()?, self.year_ref()))),
            Maker::Decade => {
                let year = self.int("year")?;
                let year = if year < 100 { 1900 + year } else { year };
                (year % 10 == 0).then_some(())?;
                plain(Kind::Date, Content::When(When::Decade(year)))
            }
            Maker::Century => plain(Kind::Date, Content::When(When::Century(self.int("n")?))),
            Maker::Clock => self.clocks(),
            Maker::Datetime => {
                let (Content::When(when), Content::Clock(clock)) =
                    (&self.mention_at("date")?.content, &self.mention_at("time")?.content)
                else {
                    return None;
                };
                plain(Kind::Datetime, Content::Datetime(*when, *clock))
            }
            Maker::Duration => {
                let first = span(self.decimal("n")?, self.value("time-unit")?)?;
                let Some(minor) = self.value("minor") else { return plain(Kind::Duration, Content::Span(first)) };
                let second = span(self.decimal("m")?, minor)?;
                (second.unit < first.unit).then_some(())?;
                plain(Kind::Duration, Content::SpanSum(first, second))
            }
            Maker::Age => {
                if let Some(last) = self.decimal("last") {
                    return plain(Kind::Age, Content::Ages(self.decimal("n")?, last));
                }
                plain(Kind::Age, Content::Age(self.decimal("n")?))
            }
            Maker::Range => self.range(),
            // Whatever it says, it is dropped once it has kept the others away.
            Maker::Label => plain(Kind::Number, Content::Unknown),
            Maker::Like => self.like(),
            Maker::PlusMinus => {
                let (first, error) = (self.mention_at("n")?, self.mention_at("error")?);
                let (Content::Figure(a), Content::Figure(b)) = (&first.content, &error.content) else {
                    return None;
                };
                Some((first.kind, Content::PlusMinus(*a, *b), first.unit.clone()))
            }
        }
    }

    fn fraction(&self) -> Option<Content> {
        if let Some(value) = self.value("fraction") {
            let (numerator, denominator) = value.split_once('/')?;
            return Some(Content::Ratio(numerator.parse().ok()?, denominator.parse().ok()?));
        }
        let (n, denominator) = (self.decimal("n")?, self.decimal("denominator")?);
        (denominator > Decimal::ONE && n > Decimal::ZERO).then_some(Content::Ratio(n, denominator))
    }

    fn magnitude(&self) -> Option<Content> {
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

    fn date(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let mut parts = DateParts {
            weekday: self.small("weekday"),
            day: self.small("day"),
            month: self.small("month"),
            year: self.int("year"),
            relative: false,
        };
        // Two numbers in digits: which is the day?
        if let (Some(first), Some(second)) = (self.small("first"), self.small("second")) {
            let day_first = match self.segment.language.date_order {
                DateOrder::DayMonthYear => second <= 12,
                DateOrder::MonthDayYear => first > 12,
            };
            let (day, month) = if day_first { (first, second) } else { (second, first) };
            (month <= 12).then_some(())?;
            (parts.day, parts.month) = (Some(day), Some(month));
        }
        let shift = self.int("shift");
        let when = When::Calendar { parts, shift };
        if let Some(last_day) = self.small("last-day") {
            let last = When::Calendar { parts: DateParts { day: Some(last_day), weekday: None, ..parts }, shift };
            (Some(last_day) > parts.day).then_some(())?;
            return Some((Kind::Date, Content::Whens(DateParts::without_weekday(when), last), None));
        }
        // 2014-15: the end of a season or a budget year in its last two digits.
        if let (Some(year), Some(last)) = (parts.year, self.int("last-year")) {
            let last_year = year.checked_sub(year % 100)?.checked_add(last)?;
            (last_year > year).then_some(())?;
            let last = When::Calendar { parts: DateParts { year: Some(last_year), ..parts }, shift };
            return Some((Kind::Date, Content::Whens(when, last), None));
        }
        Some((Kind::Date, Content::When(when), None))
    }

    fn ago(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let count = self.decimal("n")?;
        let unit = self.value("time-unit")?;
        let sign = self.int("sign")?;
        let whole: i32 = count.normalize().to_string().parse().ok()?;
        match grain(unit) {
            Some(grain) => Some((Kind::Date, Content::When(When::Ago(grain, whole.checked_mul(sign)?)), None)),
            // "Three hours ago" is a time of the day that nobody told us.
            None => Some((Kind::Duration, Content::Span(span(count, unit)?), None)),
        }
    }

    fn year_part(&self) -> Option<YearPart> {
        if let Some(half) = self.int("half") {
            return (1..=2).contains(&half).then_some(YearPart::Half(half as u32));
        }
        if let Some(quarter) = self.int("quarter") {
            return (1..=4).contains(&quarter).then_some(YearPart::Quarter(quarter as u32));
        }
        let (first, last) = self.value("part")?.split_once('-')?;
        Some(YearPart::Months(first.parse().ok()?, last.parse().ok()?))
    }

    fn year_ref(&self) -> YearRef {
        match (self.int("year"), self.int("shift")) {
            (Some(year), _) => YearRef::Written(year),
            (None, Some(by)) => YearRef::Shift(by),
            (None, None) => YearRef::Open,
        }
    }

    fn clock(&self, hour: &str, minute: &str) -> Option<Clock> {
        let mut hour = self.small(hour)?;
        let minute = if self.capture(minute).is_some() { self.small(minute)? } else { 0 };
        match self.value("daypart") {
            Some("am") if hour == 12 => hour = 0,
            Some("pm") if hour < 12 => hour += 12,
            _ => {}
        }
        let second = if self.capture("second").is_some() { Some(self.small("second")?) } else { None };
        Clock::new(hour, minute, second, self.int("zone"))
    }

    fn clocks(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let first = self.clock("hour", "minute")?;
        if self.capture("last-hour").is_some() {
            let last = self.clock("last-hour", "last-minute")?;
            return Some((Kind::Time, Content::Clocks(first, last), None));
        }
        Some((Kind::Time, Content::Clock(first), None))
    }

    fn range(&self) -> Option<(Kind, Content, Option<Unit>)> {
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
                // "Rp500 hingga Rp800 miliar": the scale of the end holds for the start.
                if low.magnitude == Decimal::ONE && high.magnitude > Decimal::ONE && low.mantissa < high.mantissa {
                    low.magnitude = high.magnitude;
                }
                (low.value()? < high.value()?).then_some(())?;
                let unit = last.unit.clone().or_else(|| first.unit.clone());
                Some((Kind::Range, Content::Figures(low, *high), unit))
            }
            (Content::Figure(low), Content::Span(high)) if first.kind == Kind::Number => {
                let low = low.value()?;
                (low < high.count).then_some(())?;
                Some((Kind::Duration, Content::Spans(crate::value::Span { count: low, unit: high.unit }, *high), None))
            }
            (Content::Span(low), Content::Span(high)) => Some((Kind::Duration, Content::Spans(*low, *high), None)),
            (Content::Figure(low), Content::Age(high)) if first.kind == Kind::Number => {
                Some((Kind::Age, Content::Ages(low.value()?, *high), None))
            }
            (Content::When(low), Content::When(high)) => {
                Some((Kind::Date, Content::Whens(low.with_year_of(high), *high), None))
            }
            (Content::Clock(low), Content::Clock(high)) => Some((Kind::Time, Content::Clocks(*low, *high), None)),
            _ => None,
        }
    }
}

impl DateParts {
    /// The same date without the weekday: in "Monday 3–5 May" it belongs to the first day only.
    fn without_weekday(when: When) -> When {
        match when {
            When::Calendar { parts, shift } => When::Calendar { parts: DateParts { weekday: None, ..parts }, shift },
            other => other,
        }
    }
}

impl When {
    /// "From March to May 2023": the start takes month and year from the end where it has none.
    fn with_year_of(&self, end: &When) -> When {
        match (*self, *end) {
            (When::Calendar { mut parts, shift: None }, When::Calendar { parts: last, shift }) => {
                if parts.month.is_none() && parts.day.is_some() {
                    parts.month = last.month;
                }
                if parts.year.is_none() && (parts.month.is_some() || parts.day.is_some()) {
                    parts.year = last.year;
                }
                When::Calendar { parts, shift: if parts.year.is_none() { shift } else { None } }
            }
            (start, _) => start,
        }
    }

    /// The grain of a date that is a whole year, month, …
    pub fn grain(&self) -> Option<Grain> {
        match *self {
            When::Calendar { parts, .. } if parts.day.is_some() || parts.month.is_none() && parts.weekday.is_some() => {
                Some(Grain::Day)
            }
            When::Calendar { parts, .. } if parts.month.is_some() => Some(Grain::Month),
            When::Calendar { .. } => Some(Grain::Year),
            When::Shift(grain, _) | When::Ago(grain, _) => Some(grain),
            When::Days(_) => Some(Grain::Day),
            When::Part(YearPart::Half(_), _) => Some(Grain::Half),
            When::Part(YearPart::Quarter(_), _) => Some(Grain::Quarter),
            When::Part(..) => Some(Grain::Months),
            When::Decade(_) => Some(Grain::Decade),
            When::Century(_) => Some(Grain::Century),
        }
    }
}
