//! `Holiday`: a day of the year that a rule names: 25 December, the fourth Thursday of November, the Friday before Easter.

use super::lunar::{islamic, jewish};
use super::period::Period;
use chrono::{Datelike, NaiveDate, TimeDelta};
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Years in which our calendar has been in use.
const GREGORIAN: RangeInclusive<i32> = 1583..=9999;

/// How many years a list of days may run over.
const LISTED_YEARS: usize = 24;

/// What fixes the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// A day of a month.
    Day { month: u32, day: u32 },
    /// A weekday (1 is Monday) of a month: its first, second, … or, for −1, its last.
    Weekday { month: u32, weekday: u8, nth: i32 },
    /// Easter Sunday of the western churches, or of the orthodox ones.
    Easter { orthodox: bool },
    /// A day of the Jewish calendar, whose first month is Nisan.
    Jewish { month: u8, day: u8 },
    /// A day of the Islamic calendar.
    Islamic { month: u8, day: u8 },
    /// The day, counted through the year, of some years from `first` on; 0 where there is none.
    Listed { first: i32, days: [u16; LISTED_YEARS] },
}

/// A day or a few that come once a year by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    rule: Rule,
    /// On which weekday it is kept so many days later, or earlier.
    moved: Option<(u8, i8)>,
    /// How many days after what fixes it, it begins.
    days: i64,
    /// How many days it lasts.
    length: u8,
    /// By how many days it may be kept earlier or later.
    slack: u8,
}

impl Holiday {
    /// Its days in a year: those that begin in it, the first of two.
    pub fn in_year(self, year: i32) -> Option<Period> {
        let date = match self.rule {
            Rule::Day { month, day } => NaiveDate::from_ymd_opt(year, month, day)?,
            Rule::Weekday { month, weekday, nth } => nth_weekday(year, month, weekday, nth)?,
            Rule::Easter { orthodox } => easter(year, orthodox)?,
            Rule::Listed { first, days } => {
                let day = days.get(usize::try_from(year.checked_sub(first)?).ok()?)?;
                NaiveDate::from_yo_opt(year, (*day).into())?
            }
            Rule::Jewish { month, day } => {
                moon_day(year, 3759..=3762, |of| jewish(i64::from(year) + of, month.into(), day.into()))?
            }
            // An Islamic year is some eleven days shorter than ours.
            Rule::Islamic { month, day } => {
                let counted = i64::from(year) + (i64::from(year) - 622).div_euclid(32);
                moon_day(year, -624..=-619, |of| islamic(counted + of, month.into(), day.into()))?
            }
        };
        let moved = self.moved.filter(|(weekday, _)| u32::from(*weekday) == date.weekday().number_from_monday());
        let days = self.days + moved.map_or(0, |(_, days)| i64::from(days));
        let first = date.checked_add_signed(TimeDelta::try_days(days)?)?;
        Period::days(first, first.checked_add_signed(TimeDelta::days(i64::from(self.length) - 1))?)
    }

    /// By how many days it may be kept earlier or later: who sees the moon proclaims the day.
    pub fn slack(self) -> u8 {
        self.slack
    }
}

/// The first day in a year of ours among those of the years that another calendar counts then.
fn moon_day(year: i32, others: RangeInclusive<i64>, day_of: impl Fn(i64) -> Option<NaiveDate>) -> Option<NaiveDate> {
    GREGORIAN.contains(&year).then_some(())?;
    others.into_iter().filter_map(day_of).find(|date| date.year() == year)
}

/// `12-25`, `11/4/4` (the fourth Thursday of November), `5/1/-1` (its last Monday), `easter`, `orthodox-easter`,
/// `jewish-7-10`, `islamic-10-1`, `2023/1-22/2-10` (the days of so many years from 2023 on, `0` for none); behind a space `+1` or `-2`, so many days after or before it, `7-1`, a day earlier where
/// that is a Sunday, `x8`, eight days long, and `~1`, give or take a day.
impl FromStr for Holiday {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.split(' ');
        let mut holiday = Holiday { rule: rule(parts.next().ok_or(())?)?, moved: None, days: 0, length: 1, slack: 0 };
        for part in parts {
            let mut rest = part.chars();
            match rest.next() {
                Some('x') => holiday.length = rest.as_str().parse().ok().filter(|length| *length > 0).ok_or(())?,
                Some('~') => holiday.slack = rest.as_str().parse().map_err(|_| ())?,
                Some('+' | '-') => holiday.days = part.parse::<i32>().map_err(|_| ())?.into(),
                Some(weekday @ '1'..='7') => {
                    let weekday = weekday.to_digit(10).and_then(|weekday| u8::try_from(weekday).ok()).ok_or(())?;
                    holiday.moved = Some((weekday, rest.as_str().parse().map_err(|_| ())?));
                }
                _ => return Err(()),
            }
        }
        Ok(holiday)
    }
}

fn rule(text: &str) -> Result<Rule, ()> {
    fn number<T: FromStr>(part: Option<&str>) -> Result<T, ()> {
        part.and_then(|part| part.parse().ok()).ok_or(())
    }
    let (name, rest) = text.split_once('-').unwrap_or((text, ""));
    let mut parts = rest.split('-');
    Ok(match name {
        "easter" => Rule::Easter { orthodox: false },
        "orthodox" if rest == "easter" => Rule::Easter { orthodox: true },
        "jewish" => Rule::Jewish { month: number(parts.next())?, day: number(parts.next())? },
        "islamic" => Rule::Islamic { month: number(parts.next())?, day: number(parts.next())? },
        _ if text.split('/').skip(1).any(|part| part.len() > 1 && !part.starts_with('-') && part.contains('-')) => {
            let mut parts = text.split('/');
            let first: i32 = number(parts.next())?;
            let mut days = [0; LISTED_YEARS];
            for (at, part) in parts.enumerate() {
                let day = days.get_mut(at).ok_or(())?;
                let Some((month, of_month)) = part.split_once('-') else { continue };
                let year = first.checked_add(i32::try_from(at).map_err(|_| ())?).ok_or(())?;
                let date = NaiveDate::from_ymd_opt(year, number(Some(month))?, number(Some(of_month))?);
                *day = u16::try_from(date.ok_or(())?.ordinal()).map_err(|_| ())?;
            }
            Rule::Listed { first, days }
        }
        _ if text.contains('/') => {
            let mut parts = text.split('/');
            Rule::Weekday { month: number(parts.next())?, weekday: number(parts.next())?, nth: number(parts.next())? }
        }
        _ => Rule::Day { month: number(Some(name))?, day: number(parts.next())? },
    })
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
    GREGORIAN.contains(&year).then_some(())?;
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
            ("7-4 7+1", 2021, "2021-07-05"),
            ("7-4 7+1", 2022, "2022-07-04"),
            ("jewish-7-10", 2023, "2023-09-25"),
            ("jewish-7-1", 2020, "2020-09-19"),
            ("jewish-13-14", 2024, "2024-03-24"),
            ("jewish-13-14", 2023, "2023-03-07"),
            ("jewish-1-15", 2022, "2022-04-16"),
            ("jewish-9-25", 2005, "2005-12-26"),
            ("2022/2-1/1-22/0/1-29", 2023, "2023-01-22"),
            ("2022/2-1/1-22/0/1-29", 2025, "2025-01-29"),
            ("islamic-10-1 ~1", 2023, "2023-04-22"),
            ("islamic-12-10", 2007, "2007-12-20"),
            ("islamic-9-1", 2030, "2030-01-06"),
        ] {
            let holiday: Holiday = rule.parse().unwrap();
            assert_eq!(holiday.in_year(year), Period::day(date.parse().unwrap()), "{rule} {year}");
        }
    }

    #[test]
    fn feasts_of_several_days() {
        let days = |rule: &str, year| rule.parse::<Holiday>().unwrap().in_year(year).unwrap().to_string();
        assert_eq!(days("jewish-9-25 -1 x9", 2021), "2021-11-28/2021-12-06");
        assert_eq!(days("islamic-9-1 x30", 2024), "2024-03-11/2024-04-09");
    }

    #[test]
    fn what_is_no_rule_is_no_holiday() {
        for text in [
            "",
            "12",
            "13/1",
            "easter x",
            "a/b/c",
            "12-25 +",
            "jewish-1",
            "12-25 x0",
            "12-25 8+1",
            "islamic",
            "2023/2-30",
            "12-25 ~",
        ] {
            assert!(text.parse::<Holiday>().is_err(), "{text}");
        }
        for year in [2021, 2024, 2026, 2050] {
            assert_eq!("2022/2-1/1-22/0/1-29".parse::<Holiday>().unwrap().in_year(year), None);
        }
        assert_eq!("2-30".parse::<Holiday>().unwrap().in_year(2024), None);
        assert_eq!("2/1/5".parse::<Holiday>().unwrap().in_year(2023), None);
        assert_eq!("12-25 +2147483647".parse::<Holiday>().unwrap().in_year(2023), None);
    }
}
