//! `Fact`: a row of a table that can be used.

use super::row::{Fault, Place, Row, unknown};
use super::scale::Scale;
use crate::extract::Units;
use crate::value::{Decimal, Figure, Interval, Nature, Period, Reading, Span, ValueSet, exact_mul};
use chrono::NaiveDate;

/// What something is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its name in the table.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
}

impl Name {
    /// The name and the others.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.aliases.iter().map(String::as_str))
    }
}

/// When a fact holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// At all times: a height, the year of a founding.
    Always,
    /// It is the figure of that period as a whole, and of no part of it.
    For(Period),
    /// On every day from the first to the last; either may be open.
    Between(Option<NaiveDate>, Option<NaiveDate>),
}

impl Holds {
    /// Is it a figure for just that period?
    pub fn covers(self, period: Period) -> bool {
        match self {
            Holds::Always => true,
            Holds::For(own) => own.first() == period.first() && own.last() == period.last(),
            Holds::Between(from, to) => {
                from.is_none_or(|from| from <= period.first()) && to.is_none_or(|to| period.last() <= to)
            }
        }
    }

    /// First and last day, where they are known.
    pub fn days(self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Holds::Always => (None, None),
            Holds::For(period) => (Some(period.first()), Some(period.last())),
            Holds::Between(from, to) => (from, to),
        }
    }
}

impl std::fmt::Display for Holds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let day = |day: &Option<NaiveDate>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
        match self {
            Holds::Always => Ok(()),
            Holds::For(period) => write!(f, "{period}"),
            Holds::Between(from, to) => write!(f, "{}/{}", day(from), day(to)),
        }
    }
}

/// The value of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactValue {
    /// A number of the fact's unit.
    Number(Decimal),
    /// A date.
    Period(Period),
}

impl std::fmt::Display for FactValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            FactValue::Number(number) => write!(f, "{number}"),
            FactValue::Period(period) => write!(f, "{period}"),
        }
    }
}

/// A fact of a newsroom's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Tells it from the others of a run.
    pub number: u32,
    /// Where it stands.
    pub place: Place,
    /// Whom or what it is about.
    pub subject: Name,
    /// What is measured.
    pub measure: Name,
    /// When it holds.
    pub holds: Holds,
    /// What its value is.
    pub value: FactValue,
    /// What its value is counted in.
    pub scale: Scale,
    /// What its value may mean, as laws want it: shares of one, base units, day numbers, days.
    pub reading: Reading,
    /// Where it comes from.
    pub source: Option<String>,
}

impl Fact {
    /// A row that can be used.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(super) fn new(row: &Row, number: u32, units: &Units) -> Result<Self, Vec<Fault>> {
        let mut faults: Vec<Fault> = row
            .cells
            .iter()
            .filter_map(|(name, _)| Some(Fault { place: row.place.clone(), column: None, what: unknown(name)? }))
            .collect();
        let mut needed = |column: &str| {
            let text = row.text(column);
            if text.is_none() {
                faults.push(row.fault(column, "is empty"));
            }
            text.unwrap_or_default()
        };
        let subject = Name { name: needed("subject"), aliases: row.texts("aliases") };
        let measure = Name { name: needed("measure"), aliases: row.texts("measure-aliases") };
        let value = needed("value");
        for (column, name) in [("subject", &subject), ("measure", &measure)] {
            // Signs alone are found everywhere, or nowhere.
            if let Some(wrong) = name.all().find(|name| !name.is_empty() && !name.contains(char::is_alphanumeric)) {
                faults.push(row.fault(column, format!("`{wrong}` has no letter or digit")));
            }
        }
        let mut kept = |column: &str, result: Result<_, String>| match result {
            Ok(kept) => Some(kept),
            Err(what) => {
                faults.push(row.fault(column, what));
                None
            }
        };
        let scale = kept("unit", Scale::of(row.text("unit").as_deref(), units));
        let holds = holds(row);
        let measured = scale.as_ref().filter(|_| !value.is_empty()).map(|scale| {
            let tolerance = row.text("tolerance");
            measured(&value, scale, tolerance.as_deref())
        });
        match (holds, measured, scale) {
            (Ok(holds), Some(Ok((value, reading))), Some(scale)) if faults.is_empty() => {
                let (place, source) = (row.place.clone(), row.text("source"));
                Ok(Fact { number, place, subject, measure, holds, value, scale, reading, source })
            }
            (holds, measured, _) => {
                let wrong = |(column, what): (&str, String)| row.fault(column, what);
                faults.extend(holds.err().map(wrong));
                faults.extend(measured.and_then(Result::err).map(wrong));
                Err(faults)
            }
        }
    }

    /// Where it comes from and where it stands: "Census 2022, census.csv:3".
    pub fn origin(&self) -> String {
        match &self.source {
            Some(source) => format!("{source}, {}", self.place),
            None => self.place.to_string(),
        }
    }
}

type Wrong = (&'static str, String);

fn holds(row: &Row) -> Result<Holds, Wrong> {
    let day = |column: &'static str| match row.text(column) {
        None => Ok(None),
        Some(text) => match text.parse::<Period>() {
            Ok(period) => Ok(Some(period)),
            Err(error) => Err((column, format!("`{text}` is {error}"))),
        },
    };
    let (period, from, to) = (row.text("period"), day("valid-from")?, day("valid-to")?);
    match (period, from, to) {
        (None, None, None) => Ok(Holds::Always),
        (Some(_), Some(_), _) | (Some(_), _, Some(_)) => {
            Err(("period", "stands beside valid-from or valid-to: one or the other".to_owned()))
        }
        (Some(text), None, None) => match text.parse() {
            Ok(period) => Ok(Holds::For(period)),
            Err(error) => Err(("period", format!("`{text}` is {error}"))),
        },
        (None, from, to) => {
            let (from, to) = (from.map(Period::first), to.map(Period::last));
            match from.zip(to) {
                Some((from, to)) if to < from => Err(("valid-to", format!("{to} is before {from}"))),
                _ => Ok(Holds::Between(from, to)),
            }
        }
    }
}

/// A number as the schema wants it.
fn number(text: &str) -> Option<Decimal> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    plain.then(|| text.parse().ok()).flatten()
}

/// Value and reading.
fn measured(text: &str, scale: &Scale, tolerance: Option<&str>) -> Result<(FactValue, Reading), Wrong> {
    if *scale == Scale::Date {
        let period: Period = text.parse().map_err(|error| ("value", format!("`{text}` is {error}")))?;
        if tolerance.is_some() {
            return Err(("tolerance", "a date has none: give a month or a year instead of a day".to_owned()));
        }
        return Ok((FactValue::Period(period), period.reading()));
    }
    let value = number(text).ok_or_else(|| {
        ("value", format!("`{text}` is no number of the form 1462000 or 3.5 (no marks between thousands)"))
    })?;
    let own = match tolerance {
        Some(tolerance) => {
            let (low, high) = reach(value, tolerance)
                .ok_or_else(|| ("tolerance", format!("`{tolerance}` is no amount of the form 500 or 2%")))?;
            Reading::same(Interval::closed(low, high).map_or_else(ValueSet::all, ValueSet::from))
        }
        None => as_written(value, scale),
    };
    let reading = match scale {
        Scale::Unit(unit) => own.scaled(unit.factor),
        Scale::Time(unit) if tolerance.is_none() => Span { count: value, unit: *unit }.reading(None),
        Scale::Time(unit) => own.map(|set| set.mul(&unit.length())),
        Scale::Count | Scale::Date => own,
    };
    Ok((FactValue::Number(value), reading))
}

/// What the digits of a table may mean: rounded to the nearest, and not cut off as texts sometimes do.
fn as_written(value: Decimal, scale: &Scale) -> Reading {
    let nature = if *scale == Scale::Count { Nature::Count } else { Nature::Measure };
    let read = Figure { mantissa: value, magnitude: Decimal::ONE, nature }.reading(None);
    Reading::new(read.narrow, read.standard.clone(), read.standard)
}

/// Lowest and highest value within a tolerance.
fn reach(value: Decimal, tolerance: &str) -> Option<(Decimal, Decimal)> {
    let amount = match tolerance.strip_suffix('%') {
        Some(percent) => exact_mul(value.abs(), exact_mul(number(percent.trim())?, Decimal::new(1, 2))?)?,
        None => number(tolerance)?,
    };
    (amount >= Decimal::ZERO).then_some(())?;
    Some((value.checked_sub(amount)?, value.checked_add(amount)?))
}
