//! `When`: what a written date says, and which days that is once the publication date is known.

use super::claim::DateParts;
use crate::value::{Grain, Period};
use chrono::{Datelike, NaiveDate, TimeDelta};

/// The year that a date belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRef {
    /// Written.
    Written(i32),
    /// So many years after the publication date's.
    Shift(i32),
    /// Not said.
    Open,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPart {
    /// Months, first to last.
    Months(u32, u32),
    /// 1 or 2.
    Half(u32),
    /// 1–4.
    Quarter(u32),
}

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Weekday, day, month, year: what there is of them. A weekday may be `shift` weeks away.
    Calendar {
        /// As written.
        parts: DateParts,
        /// Of a year not written out, or of the week of a lone weekday.
        shift: Option<i32>,
    },
    /// A unit of time, counted from the one of publication: last week is −1.
    Shift(Grain, i32),
    /// Days from the day of publication.
    Days(i32),
    /// So many units of time before (negative) or after.
    Ago(Grain, i32),
    /// Part of a year.
    Part(YearPart, YearRef),
    /// Ten years from this one.
    Decade(i32),
    /// A century by its number.
    Century(i32),
}

/// What is known when dates are resolved.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    /// The publication date.
    pub published: Option<NaiveDate>,
    /// Does the clause speak of what is to come?
    pub future: bool,
}

impl When {
    /// The parts as written, for the laws of the calendar; resolved years are filled in by the caller.
    pub fn parts(&self) -> DateParts {
        match *self {
            When::Calendar { parts, .. } => parts,
            When::Part(_, YearRef::Written(year)) => DateParts { year: Some(year), ..DateParts::default() },
            _ => DateParts { relative: true, ..DateParts::default() },
        }
    }

    /// Needs this the publication date?
    pub fn is_relative(&self) -> bool {
        match *self {
            When::Calendar { parts, shift } => parts.year.is_none() || shift.is_some(),
            When::Shift(..) | When::Days(_) | When::Ago(..) => true,
            When::Part(_, year) => !matches!(year, YearRef::Written(_)),
            When::Decade(_) | When::Century(_) => false,
        }
    }

    /// The days that it means; `None` without an anchor that it needs, or for a day that does not exist.
    pub fn resolve(&self, anchor: Anchor) -> Option<Period> {
        let published = anchor.published;
        match *self {
            When::Calendar { parts, shift } => calendar(parts, shift, anchor),
            When::Shift(grain, by) => Period::enclosing(published?, grain)?.shift(by),
            When::Days(by) => Period::day(published?.checked_add_signed(TimeDelta::days(by.into()))?),
            When::Ago(grain, by) => ago(published?, grain, by),
            When::Part(part, year) => {
                let year = match year {
                    YearRef::Written(year) => year,
                    YearRef::Shift(by) => published?.year().checked_add(by)?,
                    YearRef::Open => return nearest_part(part, published?, anchor.future),
                };
                part.of(year)
            }
            When::Decade(first) => Period::decade(first),
            When::Century(number) => Period::century(number),
        }
    }
}

impl YearPart {
    fn of(self, year: i32) -> Option<Period> {
        match self {
            YearPart::Months(first, last) => Period::months(year, first, last),
            YearPart::Half(n) => Period::half(year, n),
            YearPart::Quarter(n) => Period::quarter(year, n),
        }
    }
}

/// The latest such part that has begun by the day of publication, or the next one of a clause in the future.
fn nearest_part(part: YearPart, published: NaiveDate, future: bool) -> Option<Period> {
    let this = part.of(published.year())?;
    match (future, this.first() <= published) {
        (false, false) => part.of(published.year() - 1),
        (true, true) if this.last() < published => part.of(published.year() + 1),
        _ => Some(this),
    }
}

fn ago(published: NaiveDate, grain: Grain, by: i32) -> Option<Period> {
    match grain {
        Grain::Day => Period::day(published.checked_add_signed(TimeDelta::days(by.into()))?),
        // "Three years ago" names a year, "three weeks ago" a week.
        _ => Period::enclosing(published, grain)?.shift(by),
    }
}

fn calendar(parts: DateParts, shift: Option<i32>, anchor: Anchor) -> Option<Period> {
    let published = anchor.published;
    let year = match (parts.year, shift) {
        (Some(year), _) => Some(year),
        (None, Some(by)) if parts.month.is_some() => Some(published?.year().checked_add(by)?),
        _ => None,
    };
    match (parts.day, parts.month, year) {
        (Some(day), Some(month), Some(year)) => {
            NaiveDate::from_ymd_opt(year, month.into(), day.into()).and_then(Period::day)
        }
        (Some(day), Some(month), None) => nearest_day(published?, month.into(), day.into(), anchor.future),
        (Some(day), None, _) => {
            // "On the 12th": the month of publication.
            let published = published?;
            NaiveDate::from_ymd_opt(published.year(), published.month(), day.into()).and_then(Period::day)
        }
        (None, Some(month), Some(year)) => Period::month(year, month.into()),
        (None, Some(month), None) => {
            let published = published?;
            let begun = u32::from(month) <= published.month();
            let year = match (anchor.future, begun) {
                (false, false) => published.year() - 1,
                (true, true) if u32::from(month) < published.month() => published.year() + 1,
                _ => published.year(),
            };
            Period::month(year, month.into())
        }
        (None, None, Some(year)) => Period::year(year),
        (None, None, None) => weekday(parts.weekday?, shift, anchor.future, published?),
    }
}

/// A lone weekday: the latest one up to the day of publication, or the next one of a clause in the future; with a
/// shift, that day of a week so many weeks away.
fn weekday(weekday: u8, shift: Option<i32>, future: bool, published: NaiveDate) -> Option<Period> {
    let today = published.weekday().number_from_monday() as i64;
    let day = i64::from(weekday);
    let days = match shift {
        // "Last Thursday" is the latest one before today, "next Thursday" the first after it.
        Some(by) if by < 0 => (day - today).rem_euclid(7) + 7 * i64::from(by),
        Some(by) if by > 0 => (day - today - 1).rem_euclid(7) + 1 + 7 * (i64::from(by) - 1),
        Some(_) => day - today,
        None if future => (day - today).rem_euclid(7),
        None => -(today - day).rem_euclid(7),
    };
    Period::day(published.checked_add_signed(TimeDelta::days(days))?)
}

/// A clause that does not speak of the future names no day further ahead than this.
const DAYS_AHEAD: i64 = 90;

/// The day of that name nearest to the day of publication; in a clause of the past, the one before rather than one far
/// ahead.
fn nearest_day(published: NaiveDate, month: u32, day: u32, future: bool) -> Option<Period> {
    let years = (published.year() - 1)..=(published.year() + 1);
    let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    let distance = |date: &NaiveDate| {
        let days = (*date - published).num_days();
        if !future && days > DAYS_AHEAD { days.saturating_add(366) } else { days.abs() }
    };
    days.min_by_key(distance).and_then(Period::day)
}

impl When {
    /// "From March to May 2023": the start takes month and year from the end where it has none.
    pub(super) fn with_year_of(&self, end: &When) -> When {
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
