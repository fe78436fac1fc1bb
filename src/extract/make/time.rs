//! Makers of dates and times.

use super::Match;
use crate::extract::claim::DateParts;
use crate::extract::mention::{Content, grain, span};
use crate::extract::when::{When, YearPart, YearRef};
use crate::language::DateOrder;
use crate::value::{Clock, Kind, Unit};

impl Match<'_> {
    pub(super) fn date(&self) -> Option<(Kind, Content, Option<Unit>)> {
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

    pub(super) fn ago(&self) -> Option<(Kind, Content, Option<Unit>)> {
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

    pub(super) fn year_part(&self) -> Option<YearPart> {
        if let Some(half) = self.int("half") {
            return (1..=2).contains(&half).then_some(YearPart::Half(half as u32));
        }
        if let Some(quarter) = self.int("quarter") {
            return (1..=4).contains(&quarter).then_some(YearPart::Quarter(quarter as u32));
        }
        let (first, last) = self.value("part")?.split_once('-')?;
        Some(YearPart::Months(first.parse().ok()?, last.parse().ok()?))
    }

    pub(super) fn year_ref(&self) -> YearRef {
        match (self.int("year"), self.int("shift")) {
            (Some(year), _) => YearRef::Written(year),
            (None, Some(by)) => YearRef::Shift(by),
            (None, None) => YearRef::Open,
        }
    }

    pub(super) fn clock(&self, hour: &str, minute: &str) -> Option<Clock> {
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

    pub(super) fn clocks(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let first = self.clock("hour", "minute")?;
        if self.capture("last-hour").is_some() {
            let last = self.clock("last-hour", "last-minute")?;
            return Some((Kind::Time, Content::Clocks(first, last), None));
        }
        Some((Kind::Time, Content::Clock(first), None))
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
