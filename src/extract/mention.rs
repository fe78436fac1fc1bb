//! `Mention`: a span that denotes a value, as a form of the language reads it.

use super::anchor::{Anchor, Tense};
use super::parts::DateParts;
use super::when::When;
use crate::language::{Fit, Fits, Named, Segment};
use crate::value::{
    Age, Clock, Decimal, Figure, Grain, Hedge, Kind, Period, Reading, Span, SpanUnit, Unit, Value, ValueSet,
    age_reading, exact_mul, fraction_reading, multiple_reading, one_in_reading, plus_minus_reading, spread_reading,
};
use std::ops::Range;
use std::sync::Arc;

/// What a mention says, before dates are resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A number with its precision.
    Figure(Figure),
    /// A number too long for exact arithmetic.
    Unknown,
    /// A fraction.
    Ratio(Decimal, Decimal),
    /// So many in so many.
    OneIn(Decimal, Decimal),
    /// So many times.
    Times(Decimal),
    /// A word that names a spread: low and high, and low and high of the wide reading.
    Spread([Decimal; 4]),
    /// From one number to another.
    Figures(Figure, Figure),
    /// The points of two sides.
    Score(Decimal, Decimal),
    /// A number and its error.
    PlusMinus(Figure, Figure),
    /// A date.
    When(When),
    /// From one date to another.
    Whens(When, When),
    /// The days of a length of time that begins with that date.
    Lasting(When, Span),
    /// A time of day.
    Clock(Clock),
    /// From one time of day to another.
    Clocks(Clock, Clock),
    /// A day and a time.
    Datetime(When, Clock),
    /// A day and the times between which something lasts on it.
    Datetimes(When, Clock, Clock),
    /// A date counted from another, or only the length of time where nobody can tell from which.
    Counted(CountedFrom, Span, i32),
    /// A length of time.
    Span(Span),
    /// A length of time that ends (−1) or begins (1) with the day of publication; in whole units of the calendar or not.
    Stretch(Span, i32, bool),
    /// A length of time in several units, the largest first.
    SpanSum(Vec<Span>),
    /// From one length of time to another.
    Spans(Span, Span),
    /// Years of age.
    Age(Decimal),
    /// From one age to another.
    Ages(Decimal, Decimal),
}

/// What a length of time is counted from: forwards, or backwards where the sign beside it is −1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedFrom {
    /// The moment of publication.
    Published,
    /// The moment of publication, in a clause that speaks of the future: "done in five days" took as long.
    Coming,
    /// The date that the text told of last.
    Told,
    /// The date beside it.
    Date(When),
}

/// A span that denotes a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Tokens of the figure, with its hedges.
    pub tokens: Range<usize>,
    /// Tokens of the figure without its hedges.
    pub core: Range<usize>,
    /// What kind of value.
    pub kind: Kind,
    /// The value.
    pub content: Content,
    /// Unit.
    pub unit: Option<Unit>,
    /// Hedge.
    pub hedge: Option<Hedge>,
    /// Forms that made it, outermost first.
    pub via: Vec<Arc<str>>,
}

impl Mention {
    /// Is it a point or stretch of the calendar or the clock?
    pub fn is_time(&self) -> bool {
        // "A year earlier" names a day; "in 9.58 seconds" only tells how long something took.
        let counted = matches!(&self.content, Content::Counted(_, span, _)
            if !matches!(span.unit, SpanUnit::Second | SpanUnit::Minute | SpanUnit::Hour));
        counted || matches!(self.kind, Kind::Date | Kind::Time | Kind::Datetime)
    }

    /// The parts of a length of time.
    pub fn spans(&self) -> &[Span] {
        match &self.content {
            Content::Span(span) | Content::Stretch(span, ..) => std::slice::from_ref(span),
            Content::SpanSum(spans) => spans,
            _ => &[],
        }
    }

    /// Does it fit what is written after `@` in a pattern?
    pub fn fits(&self, fits: &Fits) -> bool {
        fits.all(|fit| self.fits_one(fit))
    }

    fn fits_one(&self, fit: &Fit) -> bool {
        let calendar = |test: fn(&DateParts) -> bool| matches!(&self.content, Content::When(When::Calendar { parts, .. }) if test(parts));
        let figure = |test: &dyn Fn(&Figure) -> bool| matches!(&self.content, Content::Figure(figure) if test(figure));
        match fit {
            Fit::Figure => matches!(self.content, Content::Figure(_)),
            // "A year earlier" as well, which the text counts from another date.
            Fit::When => {
                matches!(self.content, Content::When(_) | Content::Counted(CountedFrom::Told, ..)) && self.is_time()
            }
            Fit::Day => {
                calendar(|parts| parts.day.is_some() || parts.weekday.is_some())
                    || matches!(self.content, Content::When(When::Holiday(..) | When::OfWeek(..)))
            }
            Fit::RelativeDay => matches!(self.content, Content::When(When::Days(_))),
            Fit::RelativePeriod => matches!(self.content, Content::When(When::Shift(..))),
            Fit::Century => matches!(self.content, Content::When(When::Century(_))),
            Fit::Ago => matches!(self.content, Content::When(When::Ago(..))),
            Fit::Dated => calendar(|parts| parts.year.is_some()),
            Fit::Rate => self.unit.as_ref().is_some_and(|unit| unit.per.is_some()),
            Fit::Measured => figure(&|figure| self.unit.is_some() || figure.magnitude > Decimal::ONE),
            Fit::Scaled => self.kind == Kind::Number && figure(&|figure| figure.magnitude > Decimal::ONE),
            Fit::Hedged => self.hedge.is_some_and(|hedge| hedge != Hedge::Exact),
            Fit::Small => figure(&|figure| figure.magnitude == Decimal::ONE && figure.mantissa < Decimal::ONE_THOUSAND),
            Fit::Large => figure(&|figure| figure.magnitude > Decimal::ONE),
            Fit::Plain => self.hedge.is_none(),
            Fit::Spread => matches!(self.content, Content::Spread(_)),
            Fit::Level => matches!(
                self.kind,
                Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent | Kind::Points | Kind::Duration
            ),
            Fit::Amount => matches!(self.kind, Kind::Number | Kind::Money | Kind::Quantity),
            Fit::Clock => matches!(self.content, Content::Clock(_)),
            Fit::Weekday => matches!(self.content, Content::When(when) if when.is_weekday()),
            Fit::FullDay => calendar(|parts| parts.day.is_some() && parts.month.is_some()),
            Fit::Clocks => matches!(self.content, Content::Clocks(..)),
            Fit::Negative => figure(&|figure| figure.mantissa.is_sign_negative()),
            Fit::Named(named) => self.is_named(named),
        }
    }

    fn is_named(&self, named: &Named) -> bool {
        let in_units = |span: &Span| named.unit == Some(span.unit);
        named.kind == Some(self.kind)
            || self.hedge.is_some() && named.hedge == self.hedge
            || (named.unit.is_some()
                && self.kind == Kind::Duration
                && matches!(&self.content, Content::Span(span) | Content::Counted(_, span, _) if in_units(span)))
            || self.unit.as_ref().is_some_and(|unit| *unit.code == *named.name || is_measured_in(unit, named))
            || self.via.first().is_some_and(|form| **form == *named.name)
    }

    /// Does it say in brackets, or after a stroke, what `other` says in another unit or currency?
    pub fn is_conversion_of(&self, other: &Mention, segment: &Segment<'_>) -> bool {
        let measured = |mention: &Mention| {
            matches!(mention.content, Content::Figure(_)) && matches!(mention.kind, Kind::Money | Kind::Quantity)
        };
        let joined = self.tokens.start.checked_sub(1).is_some_and(|at| matches!(segment.word(at), "(" | "/"));
        joined
            && self.tokens.start == other.tokens.end + 1
            && measured(self)
            && measured(other)
            && self.unit.as_ref().map(|unit| &unit.code) != other.unit.as_ref().map(|unit| &unit.code)
    }

    /// Bytes of the text, hedges included.
    pub fn span(&self, segment: &Segment<'_>) -> Range<usize> {
        let (first, last) = (segment.tokens[self.tokens.start], segment.tokens[self.tokens.end - 1]);
        first.start as usize..last.end as usize
    }

    /// The two ends of a stretch of time whose years are written, or that are days of one month of whatever year.
    pub fn ends(&self) -> Option<(Period, Period)> {
        let Content::Whens(first, last) = &self.content else { return None };
        let (begins, ends) = (first.parts(), last.parts());
        if begins.year.is_some() && ends.year.is_some() {
            return first.resolve(Anchor::default()).zip(last.resolve(Anchor::default()));
        }
        let some_year = |parts: DateParts| {
            let parts = DateParts { year: Some(2000), weekday: None, ..parts };
            parts.day.and_then(|_| When::Calendar { parts, shift: None }.resolve(Anchor::default()))
        };
        let one_month = begins.month.is_some() && begins.month == ends.month && begins.year == ends.year;
        one_month.then(|| some_year(begins).zip(some_year(ends)))?
    }

    /// What the figure alone may mean, where its hedge is one that holds in any unit ("about", "up to").
    pub fn plain(&self) -> Option<Reading> {
        match (&self.content, self.hedge?) {
            (
                Content::Figure(figure),
                Hedge::About | Hedge::Above | Hedge::AtLeast | Hedge::Below | Hedge::AtMost | Hedge::UpTo,
            ) => Some(figure.reading(None)),
            _ => None,
        }
    }

    /// The kind, once it is known what it denotes.
    pub fn kind_of(&self, value: Option<&Value>) -> Kind {
        match (&self.content, value) {
            (Content::Counted(..), Some(Value::Period(_))) => Kind::Date,
            (Content::Counted(..), Some(Value::Datetime { .. })) => Kind::Datetime,
            _ => self.kind,
        }
    }

    /// What the figures beside a date that is told vaguely hold for.
    pub fn widest(&self, anchor: Anchor) -> Option<Value> {
        match &self.content {
            Content::When(when) => when.widest(anchor).map(Value::Period),
            _ => None,
        }
    }

    /// The days that a length of time runs over, where it is told which.
    pub fn stretch(&self, anchor: Anchor) -> Option<Period> {
        match &self.content {
            // "Over the next two years", after what happened long ago, are gone as well.
            Content::Stretch(_, 1, _) if !anchor.looks_ahead() || anchor.tells_of_old() => None,
            Content::Stretch(span, sign, whole) => anchor.stretch(*span, *sign, *whole),
            _ => None,
        }
    }

    /// Value and reading.
    pub fn finish(&self, anchor: Anchor) -> (Option<Value>, Reading) {
        let hedge = self.hedge;
        let resolve = |when: &When| when.resolve(anchor);
        match &self.content {
            Content::Unknown => (None, Reading::any()),
            Content::Figure(figure) => (figure.value().map(Value::Number), figure.reading(hedge)),
            Content::Ratio(numerator, denominator) => (
                Some(Value::Ratio { numerator: *numerator, denominator: *denominator }),
                fraction_reading(*numerator, *denominator, hedge),
            ),
            Content::OneIn(k, n) => (Some(Value::Ratio { numerator: *k, denominator: *n }), one_in_reading(*k, *n)),
            Content::Times(n) => (Some(Value::Number(*n)), multiple_reading(*n, hedge)),
            Content::Spread([low, high, wide_low, wide_high]) => (
                Some(Value::Numbers { first: *low, last: *high }),
                spread_reading(*low, Some(*high), *wide_low, Some(*wide_high)),
            ),
            Content::Figures(first, last) => {
                let value = first.value().zip(last.value()).map(|(first, last)| Value::Numbers { first, last });
                (value, Reading::range(&first.reading(None), &last.reading(None)))
            }
            Content::Score(first, last) => (Some(Value::Numbers { first: *first, last: *last }), Reading::any()),
            Content::PlusMinus(center, margin) => match center.value().zip(margin.value()) {
                Some((center, margin)) => (Some(Value::Number(center)), plus_minus_reading(center, margin)),
                None => (None, Reading::any()),
            },
            // What the text told of before is our guess: nobody is held to it.
            Content::When(when) if when.is_told(anchor) => (resolve(when).map(Value::Period), Reading::any()),
            Content::When(when) => {
                let reading = dated(when.widest(anchor), hedge).1;
                (resolve(when).map(Value::Period), reading)
            }
            Content::Whens(first, last) => {
                let guessed = first.is_told(anchor) || last.is_told(anchor);
                let (value, reading) = dated(first.run_to(last, anchor), hedge);
                (value, if guessed { Reading::any() } else { reading })
            }
            Content::Lasting(when, span) => {
                let days = || {
                    let first = resolve(when)?.as_day()?;
                    Period::days(first, span.from(first, 1)?.pred_opt()?)
                };
                (days().map(Value::Period), Reading::any())
            }
            Content::Clock(clock) => (Some(Value::Clock(*clock)), clock.reading()),
            Content::Clocks(first, last) => {
                (Some(Value::Clocks { first: *first, last: *last }), Reading::range(&first.reading(), &last.reading()))
            }
            Content::Datetime(when, clock) => {
                let day = resolve(when);
                match day.and_then(Period::as_day) {
                    Some(date) => {
                        let reading = if when.is_told(anchor) { Reading::any() } else { dated(day, hedge).1 };
                        (Some(Value::Datetime { date, clock: *clock }), reading)
                    }
                    None => (Some(Value::Clock(*clock)), Reading::any()),
                }
            }
            Content::Datetimes(when, first, last) => match resolve(when).and_then(Period::as_day) {
                Some(date) => (Some(Value::Datetimes { date, first: *first, last: *last }), Reading::any()),
                None => (Some(Value::Clocks { first: *first, last: *last }), Reading::any()),
            },
            Content::Counted(from, span, sign) => match counted(*from, *span, *sign, anchor) {
                Some(value) => (Some(value), Reading::any()),
                None => (Some(Value::Span(*span)), span.reading(hedge)),
            },
            Content::Span(span) | Content::Stretch(span, ..) => (Some(Value::Span(*span)), span.reading(hedge)),
            Content::SpanSum(spans) => {
                let mut parts = spans.iter();
                let first = parts.next().map_or_else(Reading::any, |first| first.reading(hedge));
                let reading = parts.fold(first, |sum, part| sum.zip(&part.reading(None), ValueSet::add));
                (Some(Value::SpanSum(spans.clone())), reading)
            }
            Content::Spans(first, last) => (
                Some(Value::Spans { first: *first, last: *last }),
                Reading::range(&first.reading(None), &last.reading(None)),
            ),
            Content::Age(years) => (Some(Value::Span(Age::years(*years))), age_reading(*years, hedge)),
            Content::Ages(first, last) => (
                Some(Value::Spans { first: Age::years(*first), last: Age::years(*last) }),
                Reading::range(&age_reading(*first, None), &age_reading(*last, None)),
            ),
        }
    }
}

/// The date or moment that is so far from another.
fn counted(from: CountedFrom, span: Span, sign: i32, anchor: Anchor) -> Option<Value> {
    let by = || span.whole()?.checked_mul(sign);
    match (from, span.unit.grain()) {
        (CountedFrom::Coming, _) if !anchor.looks_ahead() => None,
        (CountedFrom::Told, Some(grain)) => {
            // "A year earlier" with nothing beside it to say than when: the year before.
            let before = || (grain == Grain::Year && by() == Some(-1)).then(|| When::Ago(grain, -1).resolve(anchor))?;
            anchor.told_unit(grain, by()?, true).or_else(before).map(Value::Period)
        }
        // Alone in its block, it can only be told from now.
        (CountedFrom::Told, None) if anchor.tense != Tense::Listing => None,
        (CountedFrom::Date(when), _) => {
            let told = when.resolve(anchor).map(|date| (date, true));
            match told?.0.as_day() {
                // "Two months after next Friday" is a day.
                Some(day) => Period::day(span.from(day, sign)?).map(Value::Period),
                None => {
                    let beside = Anchor { told, tense: Tense::Future, ..anchor };
                    beside.told_unit(span.unit.grain()?, by()?, true).map(Value::Period)
                }
            }
        }
        (_, Some(grain)) => When::Ago(grain, by()?).resolve(anchor).map(Value::Period),
        (_, None) => anchor.moment(span, sign),
    }
}

/// Is it a unit of that dimension, counted per that other unit if one is named?
fn is_measured_in(unit: &Unit, named: &Named) -> bool {
    // The dimension of money is that of its currency: "money:USD".
    let own = unit.dimension.split_once(':').map_or(&*unit.dimension, |(own, _)| own);
    own == &*named.dimension && unit.per.as_deref() == named.per.as_deref()
}

/// A date as value and reading. A hedged date says nothing that a law could be held to.
fn dated(period: Option<Period>, hedge: Option<Hedge>) -> (Option<Value>, Reading) {
    let reading = match (&period, hedge) {
        (Some(period), None | Some(Hedge::Exact)) => period.reading(),
        _ => Reading::any(),
    };
    (period.map(Value::Period), reading)
}

/// The span unit of a word of the class `time-unit`, and how many of it the word stands for.
pub fn span_unit(name: &str) -> Option<(SpanUnit, u32)> {
    Some(match name {
        "second" => (SpanUnit::Second, 1),
        "minute" => (SpanUnit::Minute, 1),
        "hour" => (SpanUnit::Hour, 1),
        "day" => (SpanUnit::Day, 1),
        "week" => (SpanUnit::Week, 1),
        "fortnight" => (SpanUnit::Week, 2),
        "month" => (SpanUnit::Month, 1),
        "quarter" => (SpanUnit::Month, 3),
        "half" => (SpanUnit::Month, 6),
        "year" => (SpanUnit::Year, 1),
        "decade" => (SpanUnit::Decade, 1),
        "century" => (SpanUnit::Century, 1),
        _ => return None,
    })
}

/// The grain of a word of the class `time-unit`.
pub fn grain(name: &str) -> Option<Grain> {
    Some(match name {
        "day" => Grain::Day,
        "week" => Grain::Week,
        "month" => Grain::Month,
        "quarter" => Grain::Quarter,
        "half" => Grain::Half,
        "year" => Grain::Year,
        "decade" => Grain::Decade,
        "century" => Grain::Century,
        _ => return None,
    })
}

/// So many of a word of the class `time-unit`.
pub fn span(count: Decimal, name: &str) -> Option<Span> {
    let (unit, times) = span_unit(name)?;
    let count = if times == 1 { count } else { exact_mul(count, times.into())? };
    Some(Span { count, unit })
}
