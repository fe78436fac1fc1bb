//! Values in the words of the reader's language: numbers with its marks, scale words and units; dates in ISO 8601.

use super::messages::{Args, Messages};
use crate::extract::Claim;
use crate::value::{
    Bound, Decimal, Grain, Interval, Kind, Period, Span, SpanUnit, Unit, Value, ValueSet, date_of, decimal_text,
};
use chrono::Datelike;
use fluent_bundle::FluentValue;
use rust_decimal::RoundingStrategy;
use std::cmp::Ordering;

/// Significant digits of the ends of an interval that were calculated and not written: of small numbers and of large.
const SMALL_DIGITS: u32 = 3;
const DIGITS: u32 = 4;
/// Digits that a figure may have to be shown as it is.
const PLAIN_DIGITS: usize = 9;

const NEAREST: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;

/// What the numbers of a value set stand for.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Plain numbers.
    Number,
    /// Percent, as percent.
    Percent,
    /// Percentage points.
    Points,
    /// Shares of one, shown as percent.
    Share,
    /// A day, month or year by its number.
    Part,
    /// Amounts of a unit.
    Unit(Unit),
    /// Positions in an order.
    Ordinal,
    /// How many times.
    Multiple,
    /// Day numbers.
    Date,
    /// Day numbers, shown as the years that they make up.
    Year,
    /// Days, shown in a unit of time.
    Duration(SpanUnit),
    /// Days since birth, shown in completed years.
    Age,
    /// 1 = Monday … 7 = Sunday.
    Weekday,
}

impl Shape {
    /// The shape of a claim's own reading.
    pub fn of(claim: &Claim) -> Self {
        match (claim.kind, &claim.unit) {
            (Kind::Percent, _) => Shape::Percent,
            (Kind::Points, _) => Shape::Points,
            (Kind::Ordinal, _) => Shape::Ordinal,
            (Kind::Multiple, _) => Shape::Multiple,
            (Kind::Date, _) if matches!(&claim.value, Some(Value::Period(period)) if period.grain() == Grain::Year) => {
                Shape::Year
            }
            (Kind::Date | Kind::Datetime, _) => Shape::Date,
            (Kind::Age, _) => Shape::Age,
            (Kind::Duration, _) => Shape::Duration(match &claim.value {
                Some(Value::Span(span) | Value::Spans { first: span, .. }) => span.unit,
                _ => SpanUnit::Day,
            }),
            (_, Some(unit)) => Shape::Unit(unit.clone()),
            (_, None) => Shape::Number,
        }
    }
}

/// Puts values into words.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    messages: &'a Messages,
}

impl<'a> Wording<'a> {
    /// With the messages of a language.
    pub fn new(messages: &'a Messages) -> Self {
        Wording { messages }
    }

    /// What a claim says, normalised, with its reading where it is hedged.
    pub fn claim(self, claim: &Claim) -> String {
        let Some(value) = &claim.value else {
            return self.messages.text("unresolved");
        };
        let shape = Shape::of(claim);
        let plain = match value {
            Value::Number(number) => self.shaped(&self.exact(*number), &shape),
            Value::Numbers { first, last } => self.shaped(&self.span(self.parts(*first), self.parts(*last)), &shape),
            Value::Ratio { numerator, denominator } => {
                self.shaped(&format!("{}/{}", self.number(*numerator), self.number(*denominator)), &Shape::Number)
            }
            Value::Span(span) => self.duration(*span),
            Value::SpanSum(spans) => spans.iter().map(|span| self.duration(*span)).collect::<Vec<String>>().join(" "),
            Value::Spans { first, last } => {
                format!("{}–{}", self.duration(*first), self.duration(*last))
            }
            Value::Period(_)
            | Value::Datetime { .. }
            | Value::Datetimes { .. }
            | Value::Clock(_)
            | Value::Clocks { .. } => value.to_string(),
        };
        let hedged = claim.hedge.is_some() && claim.reading.standard.as_point().is_none();
        if !hedged || claim.reading.standard.is_all() {
            return plain;
        }
        let reading = self.set(&claim.reading.standard, &shape);
        self.with("read-as", &[("value", &plain), ("reading", &reading)])
    }

    /// A value set. Ends that were calculated are rounded outwards.
    pub fn set(self, set: &ValueSet, shape: &Shape) -> String {
        let texts: Vec<String> = set.intervals().iter().map(|interval| self.interval(*interval, shape)).collect();
        self.list("or", &texts)
    }

    /// What comes of figures as they are written: where it is one number, that number, rounded to what a reader can use.
    pub fn worked_out(self, set: &ValueSet, shape: &Shape) -> String {
        let numbers = matches!(
            shape,
            Shape::Number | Shape::Percent | Shape::Points | Shape::Share | Shape::Unit(_) | Shape::Multiple
        );
        let hull = set.hull().filter(|_| numbers && set.intervals().len() == 1);
        match hull.and_then(|hull| Some((hull.low().value()?, hull.high().value()?))) {
            // Division leaves the last place open.
            Some((low, high)) if rounded(low, NEAREST) == rounded(high, NEAREST) => {
                let near = rounded(low, NEAREST);
                let text = self.set(&ValueSet::point(near), shape);
                if near == low && low == high { text } else { self.with("about", &[("value", &text)]) }
            }
            _ => self.set(set, shape),
        }
    }

    /// Joins texts: commas, and the message `id` before the last.
    pub fn list(self, id: &str, texts: &[String]) -> String {
        match texts {
            [] => self.messages.text("no-value"),
            [one] => one.clone(),
            [first @ .., last] => self.with(id, &[("first", &first.join(", ")), ("last", last)]),
        }
    }

    fn interval(self, interval: Interval, shape: &Shape) -> String {
        match shape {
            Shape::Date => self.dates(interval),
            Shape::Year => whole_years(interval).unwrap_or_else(|| self.dates(interval)),
            Shape::Weekday => match interval.as_point() {
                Some(day) => self.weekday(day),
                None => self.ends(interval),
            },
            Shape::Duration(unit) => {
                let in_units = in_units(&ValueSet::from(interval), *unit);
                let ends: Vec<String> = in_units.intervals().iter().map(|interval| self.ends(*interval)).collect();
                let count = in_units.as_point().unwrap_or(Decimal::TEN);
                self.counted(*unit, &self.list("or", &ends), count)
            }
            Shape::Share => {
                let percent = ValueSet::from(interval).mul(&ValueSet::point(Decimal::ONE_HUNDRED));
                self.set(&percent, &Shape::Percent)
            }
            Shape::Part => match (interval.low(), interval.high()) {
                (Bound::Closed(low), Bound::Closed(high)) if low != high => {
                    format!("{}–{}", decimal_text(low), decimal_text(high))
                }
                (Bound::Closed(low), Bound::Closed(_)) => decimal_text(low),
                _ => self.ends(interval),
            },
            Shape::Age => {
                // Ages are completed years.
                let whole = in_units(&ValueSet::from(interval), SpanUnit::Year).map(floored);
                let ends: Vec<String> = whole.intervals().iter().map(|interval| self.ends(*interval)).collect();
                self.counted(SpanUnit::Year, &self.list("or", &ends), whole.as_point().unwrap_or(Decimal::TEN))
            }
            Shape::Ordinal | Shape::Multiple | Shape::Number | Shape::Percent | Shape::Points | Shape::Unit(_) => {
                self.shaped(&self.ends(interval), shape)
            }
        }
    }

    /// The ends of an interval, as "a–b", "at least a", "at most b", or the one number.
    fn ends(self, interval: Interval) -> String {
        let one = |id: &str, end: Decimal, strategy| {
            self.with(id, &[("value", &self.joined(self.parts(rounded(end, strategy))))])
        };
        let (down, up) = (RoundingStrategy::ToNegativeInfinity, RoundingStrategy::ToPositiveInfinity);
        match (interval.low(), interval.high()) {
            (Bound::Unbounded, Bound::Unbounded) => self.messages.text("any-value"),
            (Bound::Closed(low), Bound::Unbounded) => one("at-least", low, down),
            (Bound::Open(low), Bound::Unbounded) => one("more-than", low, down),
            (Bound::Unbounded, Bound::Closed(high)) => one("at-most", high, up),
            (Bound::Unbounded, Bound::Open(high)) => one("less-than", high, up),
            (Bound::Closed(low) | Bound::Open(low), Bound::Closed(high) | Bound::Open(high)) => {
                if low == high {
                    return self.exact(low);
                }
                let (first, last) = (self.parts(rounded(low, down)), self.parts(rounded(high, up)));
                if first.1 == last.1 {
                    return self.span(first, last);
                }
                // "138.1 million–158,780,800" is not how anybody writes: both ends are cut where one is.
                self.span(self.parts(cut(low, down)), self.parts(cut(high, up)))
            }
        }
    }

    /// "a–b", with the scale word once where both have the same.
    fn span(self, low: (String, Option<u32>), high: (String, Option<u32>)) -> String {
        if low == high {
            self.joined(low)
        } else if low.1 == high.1 {
            self.joined((format!("{}–{}", low.0, high.0), low.1))
        } else {
            format!("{}–{}", self.joined(low), self.joined(high))
        }
    }

    fn shaped(self, amount: &str, shape: &Shape) -> String {
        let message = |id: &str| self.with(id, &[("amount", amount)]);
        match shape {
            Shape::Percent => message("percent"),
            Shape::Points => message("points"),
            Shape::Ordinal => message("ordinal"),
            Shape::Multiple => message("multiple"),
            Shape::Unit(unit) if unit.dimension.starts_with("money") => {
                self.with("money", &[("amount", amount), ("code", &unit.to_string())])
            }
            Shape::Unit(unit) => self.with("quantity", &[("amount", amount), ("code", &unit.to_string())]),
            Shape::Number
            | Shape::Share
            | Shape::Part
            | Shape::Date
            | Shape::Year
            | Shape::Duration(_)
            | Shape::Age
            | Shape::Weekday => amount.to_owned(),
        }
    }

    /// A duration: "20 years".
    pub fn duration(self, span: Span) -> String {
        self.counted(span.unit, &self.number(span.count), span.count)
    }

    fn counted(self, unit: SpanUnit, amount: &str, count: Decimal) -> String {
        let digits = decimal_text(count);
        let mut args = Args::new();
        args.set("amount", amount);
        args.set("count", FluentValue::try_number(&digits));
        self.messages.format(unit_message(unit), &args)
    }

    /// The name of a weekday, 1 = Monday … 7 = Sunday.
    pub fn weekday(self, day: Decimal) -> String {
        self.messages.text(&format!("weekday-{}", decimal_text(day)))
    }

    /// Day numbers as the period that covers just them.
    fn dates(self, interval: Interval) -> String {
        let (low, high) = (interval.low().value(), interval.high().value());
        let text = match (low, high) {
            (Some(low), Some(high)) => period_of(low, high).map(|period| period.to_string().replace('/', "–")),
            (Some(low), None) => {
                date_of(low.ceil()).map(|first| self.with("at-least", &[("value", &first.to_string())]))
            }
            (None, Some(high)) => {
                date_of(high.floor()).map(|last| self.with("at-most", &[("value", &last.to_string())]))
            }
            (None, None) => None,
        };
        text.unwrap_or_else(|| self.messages.text("any-value"))
    }

    /// A number in full, or with a scale word where that loses nothing.
    fn exact(self, number: Decimal) -> String {
        self.joined(self.parts(number))
    }

    fn joined(self, (amount, scale): (String, Option<u32>)) -> String {
        match scale {
            Some(exponent) => self.with(&format!("scale-{exponent}"), &[("amount", &amount)]),
            None => amount,
        }
    }

    /// A number and the power of ten that its scale word stands for.
    fn parts(self, number: Decimal) -> (String, Option<u32>) {
        let number = number.normalize();
        let size = number.abs();
        for exponent in [12u32, 9, 6] {
            let Ok(unit) = Decimal::try_from_i128_with_scale(10_i128.pow(exponent), 0) else {
                continue;
            };
            if size < unit {
                continue;
            }
            let scaled = Decimal::try_from_i128_with_scale(number.mantissa(), number.scale() + exponent);
            if let Some(scaled) = scaled.ok().map(|scaled| scaled.normalize()).filter(|scaled| scaled.scale() <= 3) {
                return (self.number(scaled), Some(exponent));
            }
            break;
        }
        (self.number(number), None)
    }

    /// A number with the marks of the language.
    pub fn number(self, number: Decimal) -> String {
        let text = decimal_text(number);
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("−", digits));
        let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
        let mut out = String::from(sign);
        let group = if whole.len() > 3 { self.messages.text("group-mark") } else { String::new() };
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                out.push_str(&group);
            }
            out.push(digit);
        }
        if let Some(decimals) = decimals {
            out.push_str(&self.messages.text("decimal-mark"));
            out.push_str(decimals);
        }
        out
    }

    fn with(self, id: &str, pairs: &[(&'static str, &str)]) -> String {
        let mut args = Args::new();
        for (name, value) in pairs {
            args.set(*name, *value);
        }
        self.messages.format(id, &args)
    }
}

/// A calculated end of an interval, cut to what a reader can use; ends that are short as they are stay.
fn rounded(end: Decimal, strategy: RoundingStrategy) -> Decimal {
    let end = end.normalize();
    let digits = end.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log as usize + 1);
    if end.scale() == 0 && digits <= PLAIN_DIGITS || end.scale() <= 2 && digits <= SMALL_DIGITS as usize {
        return end;
    }
    cut(end, strategy)
}

/// The same for ends of any length.
fn cut(end: Decimal, strategy: RoundingStrategy) -> Decimal {
    let digits = if end.abs() < Decimal::ONE_HUNDRED { SMALL_DIGITS } else { DIGITS };
    end.round_sf_with_strategy(digits, strategy).unwrap_or(end).normalize()
}

/// The years all of whose days lie within: "2020–2022".
fn whole_years(days: Interval) -> Option<String> {
    let (first, last) = (date_of(days.low().value()?.ceil())?, date_of(days.high().value()?.floor())?);
    let first = if first.ordinal() == 1 { first.year() } else { first.year() + 1 };
    let last = if last.month() == 12 && last.day() == 31 { last.year() } else { last.year() - 1 };
    match first.cmp(&last) {
        Ordering::Less => Some(format!("{first}–{last}")),
        Ordering::Equal => Some(first.to_string()),
        Ordering::Greater => None,
    }
}

/// The whole numbers at or below the ends of an interval.
fn floored(interval: Interval) -> Interval {
    let floor = |bound| match bound {
        Bound::Closed(end) | Bound::Open(end) => Bound::Closed(end.floor()),
        Bound::Unbounded => Bound::Unbounded,
    };
    Interval::new(floor(interval.low()), floor(interval.high())).unwrap_or(interval)
}

/// Days as amounts of a unit of time, by the Gregorian mean of 365.2425 days a year.
fn in_units(days: &ValueSet, unit: SpanUnit) -> ValueSet {
    let times = |factor: i64| days.mul(&ValueSet::point(Decimal::from(factor)));
    let by = |length: i64, scale: u32| days.div(&ValueSet::point(Decimal::new(length, scale)));
    match unit {
        SpanUnit::Second => times(86_400),
        SpanUnit::Minute => times(1_440),
        SpanUnit::Hour => times(24),
        SpanUnit::Day => days.clone(),
        SpanUnit::Week => by(7, 0),
        SpanUnit::Month => by(30_436_875, 6),
        SpanUnit::Year => by(3_652_425, 4),
        SpanUnit::Decade => by(3_652_425, 3),
        SpanUnit::Century => by(3_652_425, 2),
    }
}

/// The period that covers just these day numbers, of the finest grain that has a name. Parts of a day are left out; a
/// stretch within one day is that day.
pub(super) fn period_of(low: Decimal, high: Decimal) -> Option<Period> {
    let (first, last) = (date_of(low.ceil())?, date_of(high.floor())?);
    if first > last {
        return Period::day(last);
    }
    [Grain::Week, Grain::Month, Grain::Quarter, Grain::Half, Grain::Year, Grain::Decade, Grain::Century]
        .into_iter()
        .filter_map(|grain| Period::enclosing(first, grain))
        .find(|period| period.first() == first && period.last() == last)
        .or_else(|| Period::days(first, last))
}

fn unit_message(unit: SpanUnit) -> &'static str {
    match unit {
        SpanUnit::Second => "seconds",
        SpanUnit::Minute => "minutes",
        SpanUnit::Hour => "hours",
        SpanUnit::Day => "days",
        SpanUnit::Week => "weeks",
        SpanUnit::Month => "months",
        SpanUnit::Year => "years",
        SpanUnit::Decade => "decades",
        SpanUnit::Century => "centuries",
    }
}

#[cfg(test)]
mod tests;
