//! `Holiday`: a day of the year that a rule names: 25 December, the fourth Thursday of November, the Friday before Easter.

use chrono::{Datelike, NaiveDate, TimeDelta};
use std::str::FromStr;

/// What fixes the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// A day of a month.
    Day { month: u32, day: u32 },
    /// A weekday (1 is Monday) of a month: its first, second, … or, for −1, its last.
    Weekday { month: u32, weekday: u8, nth: i32 },
    /// Easter Sunday of the western churches, or of the orthodox ones.
    Easter { orthodox: bool },
}

/// A day that comes once a year by a rule, so many days away from what fixes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    rule: Rule,
    days: i64,
}

impl Holiday {
    /// Its date in a year.
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        let date = match self.rule {
            Rule::Day { month, day } => NaiveDate::from_ymd_opt(year, month, day)?,
            Rule::Weekday { month, weekday, nth } => nth_weekday(year, month, weekday, nth)?,
            Rule::Easter { orthodox } => easter(year, orthodox)?,
        };
        date.checked_add_signed(TimeDelta::try_days(self.days)?)
    }
}

/// `12-25`, `11/4/4` (the fourth Thursday of November), `5/1/-1` (its last Monday), `easter`, `orthodox-easter`; with
/// `+1` or `-2` behind a space, so many days after or before it.
impl FromStr for Holiday {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (rule, days) = text.split_once(' ').unwrap_or((text, "0"));
        let days = days.parse().map_err(|_| ())?;
        let number = |part: Option<&str>| part.and_then(|part| part.parse::<i32>().ok()).ok_or(());
        let small = |part: Option<&str>| number(part).and_then(|n| u32::try_from(n).map_err(|_| ()));
        let rule = match rule {
            "easter" => Rule::Easter { orthodox: false },
            "orthodox-easter" => Rule::Easter { orthodox: true },
            _ if rule.contains('/') => {
                let mut parts = rule.split('/');
                let (month, weekday, nth) = (small(parts.next())?, small(parts.next())?, number(parts.next())?);
                Rule::Weekday { month, weekday: u8::try_from(weekday).map_err(|_| ())?, nth }
            }
            _ => {
                let mut parts = rule.split('-');
                Rule::Day { month: small(parts.next())?, day: small(parts.next())? }
            }
        };
        Ok(Holiday { rule, days })
    }
}

/// The first, second, … weekday (1 is Monday) of a month, or its last for −1.
pub fn nth_weekday(year: i32, month: u32, weekday: u8, nth: i32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let ahead = |from: NaiveDate| (i64::from(weekday) - i64::from(from.weekday().number_from_monday())).rem_euclid(7);
    let weeks = |date: NaiveDate, weeks: i32| date.checked_add_signed(TimeDelta::try_weeks(weeks.into())?);
    let date = if nth > 0 {
        weeks(first.checked_add_signed(TimeDelta::days(ahead(first)))?, nth.checked_sub(1)?)?
    } else {
        let next = first.checked_add_months(chrono::Months::new(1))?;
        weeks(next.checked_add_signed(TimeDelta::days(ahead(next)))?, nth)?
    };
    (date.month() == month).then_some(date)
}

/// Easter Sunday, by the rule of Meeus, Jones and Butcher or by that of the Julian calendar, as a Gregorian date.
fn easter(year: i32, orthodox: bool) -> Option<NaiveDate> {
    (1583..=9999).contains(&year).then_some(())?;
    let day_of_year = |count: i32| Some((u32::try_from(count / 31).ok()?, u32::try_from(count % 31 + 1).ok()?));
    let a = year % 19;
    if orthodox {
        let d = (19 * a + 15) % 30;
        let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        let (month, day) = day_of_year(d + e + 114)?;
        let behind = year / 100 - year / 400 - 2;
        return NaiveDate::from_ymd_opt(year, month, day)?.checked_add_signed(TimeDelta::days(behind.into()));
    }
    let (b, c) = (year / 100, year % 100);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let (month, day) = day_of_year(h + l - 7 * m + 114)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_fall_where_the_calendar_has_them() {
        for (rule, year, date) in [
            ("12-25", 2023, "2023-12-25"),
            ("11/4/4", 2023, "2023-11-23"),
            ("11/4/4 +1", 2017, "2017-11-24"),
            ("5/1/-1", 2013, "2013-05-27"),
            ("11/1/1 +1", 2020, "2020-11-03"),
            ("easter", 2024, "2024-03-31"),
            ("easter -2", 2010, "2010-04-02"),
            ("easter", 1961, "1961-04-02"),
            ("orthodox-easter", 2018, "2018-04-08"),
            ("orthodox-easter", 2024, "2024-05-05"),
        ] {
            let holiday: Holiday = rule.parse().unwrap();
            assert_eq!(holiday.in_year(year), date.parse().ok(), "{rule} {year}");
        }
    }

    #[test]
    fn what_is_no_rule_is_no_holiday() {
        for text in ["", "12", "13/1", "easter x", "a/b/c", "12-25 +"] {
            assert!(text.parse::<Holiday>().is_err(), "{text}");
        }
        assert_eq!("2-30".parse::<Holiday>().unwrap().in_year(2024), None);
        assert_eq!("2/1/5".parse::<Holiday>().unwrap().in_year(2023), None);
        assert_eq!("12-25 +9223372036854775807".parse::<Holiday>().unwrap().in_year(2023), None);
    }
}
