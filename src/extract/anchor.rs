//! `Anchor`: what dates that are not written in full are counted from.

use super::parts::DateParts;
use crate::value::{Clock, Grain, Period, Span, SpanUnit, Value, exact_mul};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// Where the clause around a date looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    /// Back, or nowhere in particular.
    #[default]
    Past,
    /// Ahead.
    Future,
    /// There is no clause: an entry of a calendar.
    Listing,
}

/// What is known when dates are resolved.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    /// The publication date.
    pub published: Option<NaiveDate>,
    /// The time of day of publication.
    pub time: Option<NaiveTime>,
    /// Where the clause looks.
    pub tense: Tense,
    /// The date that the text told of last, and whether it stands in the same sentence.
    pub told: Option<(Period, bool)>,
    /// May a clause that does not speak of the future tell of a month that is about to begin, as its verbs have no tense?
    pub timeless: bool,
    /// The year that the text tells of, if it names one and stays with it.
    pub year: Option<i32>,
}

/// A clause that does not speak of the future names no day further ahead than this.
pub(super) const DAYS_AHEAD: i64 = 90;

/// A clause that does names no day further back than this.
const DAYS_BACK: i64 = 60;

/// A year nearer to publication than this governs no months: those of the last twelvemonth are as likely.
const YEARS_BACK: i32 = 5;

impl Anchor {
    /// May the date be one to come, rather than one that is past?
    pub fn looks_ahead(self) -> bool {
        self.tense != Tense::Past
    }

    /// Of days that bear one name, the nearest to the day of publication; in a clause of the past one before it rather
    /// than one far ahead, in a clause of the future the other way round.
    pub fn nearest(self, days: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
        let published = self.published?;
        days.min_by_key(|date| {
            let days = (*date - published).num_days();
            let against = match self.tense {
                Tense::Past => days > DAYS_AHEAD,
                Tense::Future => days < -DAYS_BACK,
                Tense::Listing => false,
            };
            if against { days.abs().saturating_add(366) } else { days.abs() }
        })
    }

    /// "In 1836 the town fell. In March, …": the year that the text tells of, for a day or month without one.
    pub fn told_year(self, parts: DateParts) -> Option<i32> {
        let (year, month) = (self.year?, parts.month?);
        let bare = parts.year.is_none() && parts.weekday.is_none() && !parts.relative;
        (bare && !self.looks_ahead()).then_some(())?;
        NaiveDate::from_ymd_opt(year, month.into(), parts.day.unwrap_or(1).into())?;
        self.published.is_none_or(|published| year <= published.year() - YEARS_BACK).then_some(year)
    }

    /// So many units of that grain from the date told of last. `like`: "a year earlier" than a quarter is a quarter, while
    /// "the previous year" is a year.
    pub fn told_unit(self, grain: Grain, by: i32, like: bool) -> Option<Period> {
        let (told, here) = self.told?;
        // "Two days later" goes on with what was told; "a year earlier" and "the previous quarter" compare with what stands
        // beside them.
        let goes_on = by == 0 || by > 0 && like || grain == Grain::Day;
        (here || goes_on).then_some(())?;
        let months = match told.grain() {
            Grain::Month => Some(1),
            Grain::Quarter => Some(3),
            Grain::Half => Some(6),
            _ => None,
        };
        let found = match (grain, told.as_day()) {
            (Grain::Day, day) => Period::day(day?)?.shift(by),
            (Grain::Week, Some(day)) if like && by != 0 => Period::day(day)?.shift(by.checked_mul(7)?),
            (Grain::Year, None) if like && months.is_some() => told.shift(by.checked_mul(12)? / months?),
            // "The same quarter" as a day's is not the quarter that the day lies in.
            (Grain::Quarter, _) if told.grain() != grain => None,
            _ => {
                let unit = Period::enclosing(told.first(), grain)?;
                (unit.last() >= told.last()).then_some(unit)?.shift(by)
            }
        };
        // What is told has happened.
        found.filter(|found| self.looks_ahead() || self.published.is_none_or(|published| found.first() <= published))
    }

    /// Has the text told of what happened more than a year ago?
    pub fn tells_of_old(self) -> bool {
        let year = TimeDelta::days(366);
        self.told.zip(self.published).is_some_and(|((told, _), published)| published - told.last() > year)
    }

    /// The days of a length of time up to the day before publication (−1) or from the day after (1). In `whole` units of
    /// the calendar it leaves out the one of publication.
    pub fn stretch(self, span: Span, sign: i32, whole: bool) -> Option<Period> {
        let (grain, count) = (span.unit.grain()?, span.whole().filter(|count| *count > 0)?);
        let by = |n: i32| n.checked_mul(sign);
        let published = self.published?;
        let (near, far) = if whole && grain != Grain::Day {
            let unit = Period::enclosing(published, grain)?;
            (unit.shift(sign)?, unit.shift(by(count)?)?)
        } else {
            (Period::day(published)?.shift(sign)?, Period::day(span.from(published, sign)?)?)
        };
        if sign < 0 { Period::run(far, near) } else { Period::run(near, far) }
    }

    /// The moment so long after publication, or before it for a `sign` of −1.
    pub fn moment(self, span: Span, sign: i32) -> Option<Value> {
        let unit = match span.unit {
            SpanUnit::Second => 1,
            SpanUnit::Minute => 60,
            SpanUnit::Hour => 3600,
            _ => return None,
        };
        let seconds: i64 = exact_mul(span.count, unit.into())?.normalize().to_string().parse().ok()?;
        let from = NaiveDateTime::new(self.published?, self.time?);
        let moment = from.checked_add_signed(TimeDelta::try_seconds(seconds.checked_mul(sign.into())?)?)?;
        let part = |n: u32| u8::try_from(n).ok();
        let second = if span.unit == SpanUnit::Second { Some(part(moment.second())?) } else { None };
        let clock = Clock::new(part(moment.hour())?, part(moment.minute())?, second, None)?;
        Some(Value::Datetime { date: moment.date(), clock })
    }
}
