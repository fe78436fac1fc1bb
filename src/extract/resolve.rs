//! Which days a written date means, once it is known what it is counted from.

use super::anchor::{Anchor, DAYS_AHEAD, Tense};
use super::parts::DateParts;
use super::when::{NthOf, When, Within, YearPart, YearRef};
use crate::value::{Grain, Holiday, Period, nth_weekday};
use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

impl When {
    /// The days that it means; `None` without an anchor that it needs, or for a day that does not exist.
    pub fn resolve(&self, anchor: Anchor) -> Option<Period> {
        let published = anchor.published;
        match *self {
            When::Calendar { parts, shift } => calendar(parts, shift, anchor),
            When::Shift(grain, by) => Period::enclosing(published?, grain)?.shift(by),
            When::Days(by) => Period::day(published?.checked_add_signed(TimeDelta::days(by.into()))?),
            When::Ago(grain, by) => ago(published?, grain, by),
            // "By the end of the week" without a date before it: this one.
            When::Told(grain, 0, true) if anchor.told.is_none() => Period::enclosing(published?, grain),
            // Alone in its block, it can only be told from now.
            When::Told(grain, by, _) if anchor.told.is_none() && anchor.tense == Tense::Listing => {
                Period::enclosing(published?, grain)?.shift(by)
            }
            When::Told(grain, by, like) => anchor.told_unit(grain, by, like),
            When::OfWeek(weekday, by) => {
                let monday = Period::week_of(published?)?.shift(by)?.first();
                Period::day(monday.checked_add_signed(TimeDelta::days(i64::from(weekday) - 1))?)
            }
            When::Weekend(by) => weekend(by, anchor),
            When::Holiday(holiday, year) => holiday_of(holiday, year, anchor),
            When::Nth(nth, what, within) => nth_of(nth, what, within, anchor),
            When::Nths(count, what, within) => {
                let (from, to) = if count > 0 { (1, count) } else { (count, -1) };
                Period::run(nth_of(from, what, within, anchor)?, nth_of(to, what, within, anchor)?)
            }
            When::Part(part, year) => match year.of(anchor) {
                Some(year) => part.of(year),
                None => match year {
                    YearRef::Open => nearest_part(part, published?, anchor.looks_ahead()),
                    YearRef::Turn(by) => turn_of(part, by, published?),
                    _ => None,
                },
            },
            When::Third(third, within) => within.resolve(anchor)?.third(third),
            When::Decade(first) => decade(first),
            When::Century(number) => Period::century(number),
        }
    }
}

impl When {
    /// The days among which it lies by the widest reading: "early March" may be any time in March.
    pub fn widest(&self, anchor: Anchor) -> Option<Period> {
        match *self {
            When::Third(_, within) => within.resolve(anchor),
            When::Holiday(holiday, _) if holiday.slack() > 0 => {
                let days = self.resolve(anchor)?;
                let slack = TimeDelta::days(holiday.slack().into());
                Period::days(days.first().checked_sub_signed(slack)?, days.last().checked_add_signed(slack)?)
            }
            When::Ago(Grain::Week, by) => Period::week_of(anchor.published?)?.shift(by),
            _ => self.resolve(anchor),
        }
    }
}

impl When {
    /// The days from this date to the end of another. "April to May": where each by itself would be in such a year that
    /// the end comes first, it is the end that moves, or the start if the end would lie far ahead.
    pub fn run_to(&self, last: &When, anchor: Anchor) -> Option<Period> {
        let (start, end) = (self.resolve(anchor)?, last.resolve(anchor)?);
        if let Some(run) = Period::run(start, end) {
            return Some(run);
        }
        // "The 1986/87 (July/June) year" is any such year.
        let months = self.parts().month.zip(last.parts().month);
        (months.is_none_or(|(first, last)| last % 12 + 1 != first)).then_some(())?;
        if self.is_weekday() && last.is_weekday() {
            // "From Friday to Sunday", of which the latest Sunday was before the latest Friday.
            return if anchor.looks_ahead() {
                Period::run(start, last.next_after(start.first())?)
            } else {
                Period::run(self.next_after(end.first().checked_sub_days(Days::new(6))?)?, end)
            };
        }
        let later = last.next_after(start.first())?;
        let ahead = (later.last() - anchor.published?).num_days();
        if anchor.looks_ahead() || ahead <= DAYS_AHEAD && last.grain() != Some(Grain::Day) {
            return Period::run(start, later);
        }
        let earlier = self.next_after(end.last().checked_sub_months(Months::new(12))?)?;
        Period::run(earlier, end)
    }

    /// Of a month, or a day of one, without its year, or of a weekday: the next one from that day on.
    fn next_after(&self, day: NaiveDate) -> Option<Period> {
        let When::Calendar { parts: parts @ DateParts { year: None, .. }, shift: None | Some(0) } = *self else {
            return None;
        };
        if let DateParts { weekday: Some(weekday), day: None, month: None, .. } = parts {
            return self::weekday(weekday, None, true, day);
        }
        parts.month?;
        let in_year = |year| calendar(DateParts { year: Some(year), ..parts }, None, Anchor::default());
        (day.year()..=day.year() + 1).filter_map(in_year).find(|period| period.last() >= day)
    }
}

impl Within {
    fn resolve(self, anchor: Anchor) -> Option<Period> {
        let enclosing = |grain| Period::enclosing(anchor.published?, grain);
        match self {
            Within::Weeks(by) => enclosing(Grain::Week)?.shift(by),
            Within::Months(by) => enclosing(Grain::Month)?.shift(by),
            Within::Told(grain, by) => When::Told(grain, by, by == 0).resolve(anchor),
            Within::Year(year) => Period::year(year.of(anchor)?),
            Within::Month(month, year) => {
                let parts = DateParts { month: Some(month), year: year.of(anchor), ..DateParts::default() };
                calendar(parts, None, anchor)
            }
            Within::Decade(first) => decade(first),
            Within::Century(number) => Period::century(number),
        }
    }
}

impl YearRef {
    fn of(self, anchor: Anchor) -> Option<i32> {
        match self {
            YearRef::Written(year) => Some(year),
            YearRef::Shift(by) => anchor.published?.year().checked_add(by),
            YearRef::Turn(_) | YearRef::Open => None,
        }
    }
}

impl YearPart {
    /// How many days after its end a clause may speak of it as of what is to come: the figures of a quarter come out in
    /// the next.
    fn awaited(self) -> i64 {
        match self {
            YearPart::Half(_) | YearPart::Quarter(_) => 90,
            YearPart::Months(..) => 0,
        }
    }

    fn of(self, year: i32) -> Option<Period> {
        match self {
            YearPart::Months(first, last) if last > 12 => {
                let end = Period::month(year.checked_add(1)?, last - 12)?;
                Period::run(Period::month(year, first)?, end)
            }
            YearPart::Months(first, last) => Period::months(year, first, last),
            YearPart::Half(n) => Period::half(year, n),
            YearPart::Quarter(n) => Period::quarter(year, n),
        }
    }
}

/// The latest such part that has begun by the day of publication; in a clause of the future the next one, unless that is
/// still awaited.
fn nearest_part(part: YearPart, published: NaiveDate, future: bool) -> Option<Period> {
    let this = part.of(published.year())?;
    match (future, this.first() <= published) {
        (false, false) => part.of(published.year() - 1),
        (true, true) if (published - this.last()).num_days() > part.awaited() => part.of(published.year() + 1),
        _ => Some(this),
    }
}

/// "Last summer": the latest one that is over; "next summer": the first that has not begun; "this summer": the one that
/// is, or else that of the year.
fn turn_of(part: YearPart, by: i32, published: NaiveDate) -> Option<Period> {
    let year = published.year();
    let mut parts = (year - 2..=year + 2).filter_map(|year| part.of(year));
    match by {
        -1 => parts.rfind(|part| part.last() < published),
        1 => parts.find(|part| part.first() > published),
        0 => parts.find(|part| part.contains(published)).or_else(|| part.of(year)),
        _ => None,
    }
}

fn ago(published: NaiveDate, grain: Grain, by: i32) -> Option<Period> {
    match grain {
        // "Three years ago" names a year, "three weeks ago" a day or one near it.
        Grain::Day => Period::day(published.checked_add_signed(TimeDelta::days(by.into()))?),
        Grain::Week => Period::day(published.checked_add_signed(TimeDelta::try_weeks(by.into())?)?),
        _ => Period::enclosing(published, grain)?.shift(by),
    }
}

fn calendar(parts: DateParts, shift: Option<i32>, anchor: Anchor) -> Option<Period> {
    let published = anchor.published;
    let year = match (parts.year, shift) {
        (Some(year), _) => Some(year),
        (None, Some(by)) if parts.month.is_some() => Some(published?.year().checked_add(by)?),
        _ => anchor.told_year(parts),
    };
    match (parts.day, parts.month, year) {
        (Some(day), Some(month), Some(year)) => {
            NaiveDate::from_ymd_opt(year, month.into(), day.into()).and_then(Period::day)
        }
        (Some(day), Some(month), None) => {
            let this = published?.year();
            let mut days =
                (this - 1..=this + 1).filter_map(|year| NaiveDate::from_ymd_opt(year, month.into(), day.into()));
            let nearest = anchor.nearest(days.clone())?;
            let fits = |date: &NaiveDate| {
                parts.weekday.is_none_or(|day| u32::from(day) == date.weekday().number_from_monday())
            };
            // Of a day far off it is the weekday that tells the year; of one near by it may be a slip.
            let far = (nearest - published?).num_days().abs() > NEAR_DAYS;
            let day = if far && !fits(&nearest) { days.find(fits) } else { None };
            Period::day(day.unwrap_or(nearest))
        }
        (Some(day), None, _) => {
            // "On the 12th": the month of publication.
            let published = published?;
            NaiveDate::from_ymd_opt(published.year(), published.month(), day.into()).and_then(Period::day)
        }
        (None, Some(month), Some(year)) => Period::month(year, month.into()),
        (None, Some(month), None) => {
            let published = published?;
            // Months from that of publication on; sales of May are still awaited in June.
            let ahead = i32::from(month) - published.month() as i32;
            let year = match anchor.tense {
                Tense::Past if ahead > i32::from(anchor.timeless) => published.year() - 1,
                Tense::Future if ahead < -1 => published.year() + 1,
                Tense::Listing if ahead < 0 => published.year() + 1,
                _ => published.year(),
            };
            Period::month(year, month.into())
        }
        (None, None, Some(year)) => Period::year(year),
        (None, None, None) => weekday(parts.weekday?, shift, anchor.looks_ahead(), published?),
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

/// From this year on "the 2000s" are ten years; "the 1800s" are a hundred.
const DECADES_ONLY: i32 = 2000;

fn decade(first: i32) -> Option<Period> {
    let hundred = first % 100 == 0 && first < DECADES_ONLY;
    if hundred { Period::hundred(first) } else { Period::decade(first) }
}

/// A day and month without a year are those next to the day of publication, whatever the weekday beside them, if they are
/// so near.
const NEAR_DAYS: i64 = 100;

/// On the first three days of a week, a clause of the past looks back to the weekend before.
const STILL_LAST_WEEKEND: u32 = 3;

/// The weekday that a weekend begins on; Monday is 1.
const SATURDAY: u8 = 6;

/// "The weekend": the one that is, or the last or next one by the tense.
fn weekend(by: Option<i32>, anchor: Anchor) -> Option<Period> {
    let published = anchor.published?;
    let this = Period::weekend_of(published)?;
    let today = published.weekday().number_from_monday();
    let days = 7 * match by {
        Some(0) if !anchor.looks_ahead() && today <= STILL_LAST_WEEKEND => -1,
        Some(by) => by,
        None if anchor.looks_ahead() || this.contains(published) => 0,
        None => -1,
    };
    let moved = |date: NaiveDate| date.checked_add_signed(TimeDelta::days(days.into()));
    Period::days(moved(this.first())?, moved(this.last())?)
}

fn holiday_of(holiday: Holiday, year: YearRef, anchor: Anchor) -> Option<Period> {
    if let Some(year) = year.of(anchor) {
        return holiday.in_year(year);
    }
    let published = anchor.published?;
    let mut days = (published.year() - 1..=published.year() + 1).filter_map(|year| holiday.in_year(year));
    match year {
        YearRef::Turn(-1) => days.rfind(|days| days.last() < published),
        YearRef::Turn(1) => days.find(|days| days.first() > published),
        // An entry of a calendar announces.
        _ if anchor.tense == Tense::Listing => days.find(|days| days.last() >= published),
        _ => {
            let nearest = anchor.nearest(days.clone().map(Period::first))?;
            days.find(|days| days.first() == nearest)
        }
    }
}

fn nth_of(nth: i32, what: NthOf, within: Within, anchor: Anchor) -> Option<Period> {
    let whole = within.resolve(anchor)?;
    let (first, last) = (whole.first(), whole.last());
    let moved = |date: NaiveDate, days: i32| date.checked_add_signed(TimeDelta::days(days.into()));
    // From the first or from the last.
    let steps = if nth > 0 { nth - 1 } else { nth.checked_add(1)? };
    let day = match what {
        NthOf::Weekday(weekday) if whole.grain() == Grain::Month => {
            nth_weekday(first.year(), first.month(), weekday, nth)?
        }
        NthOf::Weekday(_) => return None,
        NthOf::Day => moved(if nth > 0 { first } else { last }, steps)?,
        NthOf::Weekend => {
            let saturday = nth_weekday(first.year(), first.month(), SATURDAY, nth)?;
            return (whole.grain() == Grain::Month).then(|| Period::days(saturday, saturday.succ_opt()?))?;
        }
        NthOf::Week => {
            let outermost = moved(if nth > 0 { first } else { last }, if nth > 0 { 3 } else { -3 })?;
            let week = Period::week_of(moved(outermost, steps.checked_mul(7)?)?)?;
            return whole.contains(moved(week.first(), 3)?).then_some(week);
        }
        NthOf::Month => {
            let month = Period::enclosing(if nth > 0 { first } else { last }, Grain::Month)?.shift(steps)?;
            return whole.contains(month.first()).then_some(month);
        }
    };
    whole.contains(day).then(|| Period::day(day))?
}
