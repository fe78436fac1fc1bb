//! Makers of dates and times.

use super::Match;
use crate::extract::mention::{Content, CountedFrom, Mention, grain, span};
use crate::extract::parts::DateParts;
use crate::extract::when::{NthOf, When, Within, YearPart, YearRef};
use crate::language::DateOrder;
use crate::value::{Clock, Grain, Interval, Kind, Span, SpanUnit, Unit, exact_add};
use chrono::{Datelike, NaiveDate};
use std::ops::RangeInclusive;

/// Years from a birth to a death that are told in one breath: "(1961–2019)". A shorter run of years is a time in which
/// something lasted.
const LIFETIME: RangeInclusive<i32> = 14..=115;

/// The grain of a word of the class `time-unit`, and how many of it the word stands for.
fn grain_of(name: &str) -> Option<(Grain, i32)> {
    match name {
        "fortnight" => Some((Grain::Week, 2)),
        _ => Some((grain(name)?, 1)),
    }
}

/// Years of dates in eight digits without a mark.
const COMPACT_YEARS: RangeInclusive<i32> = 1900..=2099;

/// Years that are told in words.
const YEARS_IN_WORDS: RangeInclusive<i32> = 1000..=2999;

/// Of years in two digits, those from here on are of the last century.
const LAST_CENTURY: i32 = 50;

/// So many years, or other units of the calendar, are counted back to a date; more are a length of time.
const AGO_AT_MOST: i32 = 9999;

impl Match<'_> {
    pub(super) fn date(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let mut parts = DateParts {
            weekday: self.small("weekday"),
            day: self.small("day"),
            month: self.small("month"),
            year: self.year(),
            // "Last March" is of no year that the text tells of.
            relative: self.value("now").is_some(),
        };
        if self.capture("words-year").is_some() {
            parts.year = Some(self.year_in_words()?);
        }
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
        if let Some(tens) = self.small("tens") {
            let day = parts.day.filter(|day| *day < 10)?;
            parts.day = Some(tens + day);
        }
        if let Some(text) = self.capture("compact").map(|at| self.segment.word(at.start as usize)) {
            let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
            let date = NaiveDate::from_ymd_opt(i32::try_from(part(0, 4)?).ok()?, part(4, 6)?, part(6, 8)?)?;
            COMPACT_YEARS.contains(&date.year()).then_some(())?;
            (parts.year, parts.month, parts.day) =
                (Some(date.year()), Some(date.month() as u8), Some(date.day() as u8));
        }
        // "In November, December and January 2025": the year is told behind the last of them.
        if let (Some(month), Some(year), Some(last)) = (parts.month, parts.year, self.small("list-month")) {
            parts.year = Some(year - i32::from(month > last));
        }
        let shift = match self.int("shift") {
            Some(shift) => Some(shift.checked_mul(self.int("sign").unwrap_or(1))?),
            None => None,
        };
        let when = When::Calendar { parts, shift };
        if let Some(last_month) = self.small("last-month") {
            let last = DateParts { month: Some(last_month), day: self.small("last-day"), weekday: None, ..parts };
            let first = DateParts { year: None, ..parts };
            let (first, last) = (When::Calendar { parts: first, shift }, When::Calendar { parts: last, shift });
            let (first, last) = first.joined_with(&last);
            return Some((Kind::Date, Content::Whens(first, last), None));
        }
        if let Some(last_day) = self.small("last-day") {
            let last = When::Calendar { parts: DateParts { day: Some(last_day), weekday: None, ..parts }, shift };
            (Some(last_day) > parts.day).then_some(())?;
            return Some((Kind::Date, Content::Whens(DateParts::without_weekday(when), last), None));
        }
        // 2014-15, 2014/2015: the end of a season or a budget year, mostly in its last two digits.
        if let (Some(year), Some(last)) = (parts.year, self.int("last-year")) {
            let last_year = if last < 100 { year.checked_sub(year % 100)?.checked_add(last)? } else { last };
            (last_year > year).then_some(())?;
            let last = When::Calendar { parts: DateParts { year: Some(last_year), ..parts }, shift };
            return Some((Kind::Date, Content::Whens(when, last), None));
        }
        Some((Kind::Date, Content::When(when), None))
    }

    pub(super) fn when(&self, when: When) -> Option<(Kind, Content, Option<Unit>)> {
        Some((Kind::Date, Content::When(when), None))
    }

    pub(super) fn ago(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let span = self.length()?;
        let sign = self.int("sign")?;
        let from = match self.value("from") {
            Some("coming") => CountedFrom::Coming,
            Some("told") => CountedFrom::Told,
            _ => CountedFrom::Published,
        };
        if let (CountedFrom::Published, Some((grain, times))) = (from, grain_of(self.value("time-unit")?)) {
            let count: i32 = self.decimal("n")?.normalize().to_string().parse().ok()?;
            // "66 million years ago" names no year; "lost Rp 983 million last year" was not so long ago.
            (count <= AGO_AT_MOST).then_some(())?;
            return self.when(When::Ago(grain, count.checked_mul(sign)?.checked_mul(times)?));
        }
        // "Three hours ago" is a time of the day for those who know when it was written.
        Some((Kind::Duration, Content::Counted(from, span, sign), None))
    }

    /// "Two weeks before May 13": the date stays a figure of its own.
    pub(super) fn offset(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let (Content::Span(span), Content::When(when)) =
            (&self.mention_at("n")?.content, &self.mention_at("date")?.content)
        else {
            return None;
        };
        // Hours before a day are counted from a time of that day.
        (span.unit >= SpanUnit::Day).then_some(())?;
        Some((Kind::Duration, Content::Counted(CountedFrom::Date(*when), *span, self.int("sign")?), None))
    }

    pub(super) fn told(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let (grain, times) = grain_of(self.value("time-unit")?)?;
        self.when(When::Told(grain, self.int("shift")?.checked_mul(times)?, self.value("here").is_some()))
    }

    pub(super) fn holiday(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let holiday = self.value("holiday")?.parse().ok()?;
        self.when(When::Holiday(holiday, self.year_ref()))
    }

    pub(super) fn nth(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let what = match (self.small("weekday"), self.value("time-unit")) {
            (Some(weekday), _) => NthOf::Weekday(weekday),
            (None, Some("day")) => NthOf::Day,
            (None, Some("week")) => NthOf::Week,
            (None, Some("weekend")) => NthOf::Weekend,
            (None, Some("month")) => NthOf::Month,
            _ => return None,
        };
        let within = match (self.small("month"), self.int("month-shift")) {
            (Some(month), _) => Within::Month(month, self.year_ref()),
            (None, Some(by)) => Within::Months(by),
            (None, None) => Within::Year(self.year_ref()),
        };
        let nth = self.int("nth").filter(|nth| *nth != 0)?;
        if self.capture("count").is_some() {
            // "The second two weeks" are not counted from either end.
            (nth.abs() == 1).then_some(())?;
            let count = self.int("count").filter(|count| *count > 0)?;
            return self.when(When::Nths(nth * count, what, within));
        }
        self.when(When::Nth(nth, what, within))
    }

    /// The first year of a decade: "1990s", or "90s" of the last century.
    pub(super) fn decade(&self) -> Option<i32> {
        let year = self.int("year")?;
        let year = if year < 100 { 1900 + year } else { year };
        (year % 10 == 0).then_some(year)
    }

    /// Early, in the middle or late: of what a `part` says the months of a year, a third of something else.
    pub(super) fn third(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let YearPart::Months(first, _) = self.year_part()? else { return None };
        let within = match (self.small("month"), self.int("month-shift"), self.int("week-shift")) {
            (Some(month), ..) => Within::Month(month, self.year_ref()),
            (None, Some(by), _) => Within::Months(by),
            (None, None, Some(by)) => Within::Weeks(by),
            (None, None, None) => match (self.value("time-unit"), self.int("century")) {
                (Some(unit), _) => Within::Told(grain(unit)?, self.int("told-shift").unwrap_or_default()),
                (None, Some(number)) => Within::Century(number),
                (None, None) => Within::Decade(self.decade()?),
            },
        };
        self.when(When::Third(u8::try_from(first.checked_sub(1)? / 4).ok()?, within))
    }

    pub(super) fn datetime(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let when = match (self.mention_at("date"), self.day_shift()) {
            (Some(Mention { content: Content::When(when), .. }), _) => *when,
            (Some(_), _) => return None,
            (None, Some(days)) => When::Days(days),
            (None, None) => match self.date()? {
                (_, Content::When(when), _) => when,
                _ => return None,
            },
        };
        let content = match self.mention_at("time").map(|time| &time.content) {
            Some(Content::Clock(clock)) => Content::Datetime(when, *clock),
            Some(Content::Clocks(first, last)) => Content::Datetimes(when, *first, *last),
            Some(_) => return None,
            None => match self.clocks()?.1 {
                Content::Clock(clock) => Content::Datetime(when, clock),
                Content::Clocks(first, last) => Content::Datetimes(when, first, last),
                _ => return None,
            },
        };
        Some((Kind::Datetime, content, None))
    }

    pub(super) fn duration(&self) -> Option<(Kind, Content, Option<Unit>)> {
        if let (Some(first), Some(last)) = (self.mention_at("first"), self.mention_at("last")) {
            let (first, last) = (first.spans(), last.spans());
            // "Three years, two months, 14 days": each part is of a smaller unit than the one before.
            (first.last()?.unit > last.first()?.unit).then_some(())?;
            return Some((Kind::Duration, Content::SpanSum([first, last].concat()), None));
        }
        let first = self.length()?;
        if self.value("minor").is_none() {
            return Some((Kind::Duration, Content::Span(first), None));
        }
        let mut spans = vec![first, self.span("m", "minor")?];
        if self.value("least").is_some() {
            spans.push(self.span("k", "least")?);
        }
        spans.is_sorted_by(|larger, smaller| larger.unit > smaller.unit).then_some(())?;
        Some((Kind::Duration, Content::SpanSum(spans), None))
    }

    pub(super) fn lasting(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let (Content::Span(span), Content::When(when)) =
            (&self.mention_at("length")?.content, &self.mention_at("date")?.content)
        else {
            return None;
        };
        (span.unit >= SpanUnit::Day).then_some((Kind::Date, Content::Lasting(*when, *span), None))
    }

    pub(super) fn stretch(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let span = self.span("n", "time-unit")?;
        Some((Kind::Duration, Content::Stretch(span, self.int("sign")?, self.value("whole").is_some()), None))
    }

    pub(super) fn age(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let n = self.decimal("n")?;
        let content = match (self.decimal("last"), self.decimal("more"), self.value("time-unit")) {
            (Some(last), ..) => Content::Ages(n, last),
            // In one's forties.
            (None, Some(more), _) => Content::Ages(n, exact_add(n, more)?),
            // Months old.
            (None, None, Some(unit)) => Content::Span(span(n, unit)?),
            (None, None, None) => Content::Age(n),
        };
        Some((Kind::Age, content, None))
    }

    fn span(&self, count: &str, unit: &str) -> Option<Span> {
        span(self.decimal(count)?, self.value(unit)?)
    }

    /// `n` of a `time-unit`, or `n` over `denominator`, and a `half` more.
    fn length(&self) -> Option<Span> {
        let mut span = self.span("n", "time-unit")?;
        if let Some(more) = self.decimal("half") {
            span.count = exact_add(span.count, more)?;
        }
        if let Some(denominator) = self.decimal("denominator") {
            span.count = Interval::point(span.count).div(Interval::point(denominator)).as_point()?;
        }
        Some(span)
    }

    /// Two dates that may be birth and death.
    pub(super) fn is_lifetime(&self) -> bool {
        let year = |name: &str| match &self.mention_at(name)?.content {
            Content::When(when) => when.parts().year,
            Content::Figure(figure) => figure.value()?.to_string().parse().ok(),
            _ => None,
        };
        year("first").zip(year("last")).is_some_and(|(first, last)| LIFETIME.contains(&(last - first)))
    }

    pub(super) fn year_part(&self) -> Option<YearPart> {
        if let Some(half) = self.int("half") {
            return (1..=2).contains(&half).then_some(YearPart::Half(half as u32));
        }
        if let Some(quarter) = self.int("quarter") {
            return (1..=4).contains(&quarter).then_some(YearPart::Quarter(quarter as u32));
        }
        let Some(part) = self.value("part") else {
            let month = self.small("month")?.into();
            return Some(YearPart::Months(month, month));
        };
        let (first, last) = part.split_once('-')?;
        Some(YearPart::Months(first.parse().ok()?, last.parse().ok()?))
    }

    /// A year or century that an `era` counts: the one before the year 1 is the year 0.
    fn of_era(&self, number: i32) -> Option<i32> {
        if self.value("era") == Some("before") { 1i32.checked_sub(number) } else { Some(number) }
    }

    pub(super) fn century(&self) -> Option<(Kind, Content, Option<Unit>)> {
        self.when(When::Century(self.of_era(self.int("n")?)?))
    }

    /// A year in words: "nineteen hundred ninety three", or "nineteen eighty-six" in two numbers.
    fn year_in_words(&self) -> Option<i32> {
        let words = |name: &str| self.numeral(name).is_some_and(|numeral| numeral.words);
        let first = self.int("words-year").filter(|_| words("words-year"))?;
        let year = match self.capture("words-year-more") {
            None => first,
            Some(_) => {
                let more =
                    self.int("words-year-more").filter(|more| words("words-year-more") && (10..100).contains(more))?;
                first.checked_mul(100)?.checked_add(more)?
            }
        };
        YEARS_IN_WORDS.contains(&year).then_some(year)
    }

    /// The year as written, or the one that its last two digits mean.
    fn year(&self) -> Option<i32> {
        if self.capture("era").is_some() {
            return self.of_era(self.int("year")?);
        }
        let (Some(last), None) = (self.int("short-year"), self.int("year")) else { return self.int("year") };
        Some(if last < LAST_CENTURY { 2000 + last } else { 1900 + last })
    }

    pub(super) fn year_ref(&self) -> YearRef {
        match (self.year(), self.int("shift"), self.int("turn")) {
            (Some(year), ..) => YearRef::Written(year),
            (None, Some(by), _) => YearRef::Shift(by),
            (None, None, Some(by)) => YearRef::Turn(by),
            (None, None, None) => YearRef::Open,
        }
    }

    /// Days from today: the number before the part of the day in values of the class `day-shift`.
    pub(super) fn day_shift(&self) -> Option<i32> {
        self.value("day-shift")?.split(' ').next()?.parse().ok()
    }

    /// Value of the class word that says morning or afternoon: `am` or `pm` at the end of it.
    fn daypart(&self) -> Option<&str> {
        let part = || self.value("part").or_else(|| self.value("day-shift"));
        self.value("daypart").or_else(part)?.split(' ').next_back()
    }

    fn clock(&self, hour: &str, minute: &str) -> Option<Clock> {
        // 1630 GMT.
        let both = if hour == "last-hour" { "last-hour-minute" } else { "hour-minute" };
        let (mut hour, mut minute) = match self.int(both) {
            Some(both) => (u8::try_from(both / 100).ok()?, u8::try_from(both % 100).ok()?),
            None => (self.small(hour)?, if self.capture(minute).is_some() { self.small(minute)? } else { 0 }),
        };
        // A quarter past, twenty to.
        if let Some(past) = self.int("past") {
            let all = (i32::from(hour) * 60 + past).rem_euclid(24 * 60);
            (hour, minute) = (u8::try_from(all / 60).ok()?, u8::try_from(all % 60).ok()?);
        }
        match self.daypart() {
            Some("am") if hour == 12 => hour = 0,
            Some("pm") if hour < 12 => hour += 12,
            // One o'clock around noon is 13, ten at night 22; eleven and one keep to their side of midday and midnight.
            Some("noon") if (1..=5).contains(&hour) => hour += 12,
            Some("night") if (6..12).contains(&hour) => hour += 12,
            Some("night") if hour == 12 => hour = 0,
            _ => {}
        }
        let second = if self.capture("second").is_some() { Some(self.small("second")?) } else { None };
        Clock::new(hour, minute, second, self.int("zone"))
    }

    pub(super) fn clocks(&self) -> Option<(Kind, Content, Option<Unit>)> {
        let mut first = self.clock("hour", "minute")?;
        if self.capture("last-hour").or(self.capture("last-hour-minute")).is_some() {
            let mut last = self.clock("last-hour", "last-minute")?;
            let start = |name: &str| self.capture(name).map(|capture| capture.start);
            let told_first = start("daypart").zip(start("last-hour")).is_some_and(|(part, hour)| part < hour);
            // "8 a.m. until 6" ends in the evening.
            if told_first && last.hour < first.hour {
                last.hour = (last.hour + 12) % 24;
            }
            // "11:30 to 2 p.m." begins before noon.
            if !told_first && first.hour > last.hour && first.hour > 12 && self.daypart() == Some("pm") {
                first.hour -= 12;
            }
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
