//! `Period`: a run of days, from one day to a century.

use super::interval::Interval;
use super::reading::Reading;
use super::set::ValueSet;
use chrono::{Datelike, Days, Months, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a period is a unit of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grain {
    /// One day.
    Day,
    /// Monday to Sunday (ISO 8601).
    Week,
    /// A calendar month.
    Month,
    /// A quarter of a calendar year.
    Quarter,
    /// A half of a calendar year.
    Half,
    /// A run of whole months.
    Months,
    /// A calendar year.
    Year,
    /// A run of whole years.
    Years,
    /// Ten calendar years.
    Decade,
    /// A hundred calendar years.
    Century,
    /// Any other run of days.
    Days,
}

/// A run of whole days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
    grain: Grain,
}

/// The number of a day, counted from 1 January of the year 1.
pub fn day_number(date: NaiveDate) -> Decimal {
    Decimal::from(date.num_days_from_ce())
}

/// The day of that number; `None` for a fraction or a number beyond the calendar.
pub fn date_of(number: Decimal) -> Option<NaiveDate> {
    let whole = number.normalize();
    if whole.scale() != 0 {
        return None;
    }
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(whole.mantissa()).ok()?)
}

/// The first day of the month so many months after `date`'s.
fn month_after(date: NaiveDate, months: i64) -> Option<NaiveDate> {
    let first = date.with_day(1)?;
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { first.checked_sub_months(count) } else { first.checked_add_months(count) }
}

fn day_after(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) }
}

impl Period {
    /// So many whole months, from the one that holds `first`.
    fn whole_months(first: NaiveDate, months: i64, grain: Grain) -> Option<Self> {
        let first = first.with_day(1)?;
        let last = month_after(first, months)?.pred_opt()?;
        Some(Period { first, last, grain })
    }

    /// One day.
    pub fn day(date: NaiveDate) -> Option<Self> {
        Some(Period { first: date, last: date, grain: Grain::Day })
    }

    /// The week, Monday to Sunday, that holds `date`.
    pub fn week_of(date: NaiveDate) -> Option<Self> {
        let first = day_after(date, -i64::from(date.weekday().num_days_from_monday()))?;
        Some(Period { first, last: day_after(first, 6)?, grain: Grain::Week })
    }

    /// A month, 1 to 12.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Self::whole_months(NaiveDate::from_ymd_opt(year, month, 1)?, 1, Grain::Month)
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        let month = (1..=4).contains(&quarter).then_some(quarter)? * 3 - 2;
        Self::whole_months(NaiveDate::from_ymd_opt(year, month, 1)?, 3, Grain::Quarter)
    }

    /// A half of a year, 1 or 2.
    pub fn half(year: i32, half: u32) -> Option<Self> {
        let month = (1..=2).contains(&half).then_some(half)? * 6 - 5;
        Self::whole_months(NaiveDate::from_ymd_opt(year, month, 1)?, 6, Grain::Half)
    }

    /// The months `first` to `last` of one year, both included; one month alone is that month.
    pub fn months(year: i32, first: u32, last: u32) -> Option<Self> {
        let end = NaiveDate::from_ymd_opt(year, last, 1)?;
        let start = NaiveDate::from_ymd_opt(year, first, 1)?;
        let count = i64::from(end.month()) - i64::from(start.month()) + 1;
        match count {
            ..=0 => None,
            1 => Self::month(year, first),
            _ => Self::whole_months(start, count, Grain::Months),
        }
    }

    /// A calendar year.
    pub fn year(year: i32) -> Option<Self> {
        Self::whole_months(NaiveDate::from_ymd_opt(year, 1, 1)?, 12, Grain::Year)
    }

    /// The ten years from `first_year`: 1990 for the nineties.
    pub fn decade(first_year: i32) -> Option<Self> {
        Self::whole_months(NaiveDate::from_ymd_opt(first_year, 1, 1)?, 120, Grain::Decade)
    }

    /// The hundred years from `first_year`: 1800 for the 1800s.
    pub fn hundred(first_year: i32) -> Option<Self> {
        Self::whole_months(NaiveDate::from_ymd_opt(first_year, 1, 1)?, 1200, Grain::Century)
    }

    /// A century by its number: the 20th is 1901 to 2000.
    pub fn century(number: i32) -> Option<Self> {
        let first_year = number.checked_sub(1)?.checked_mul(100)?.checked_add(1)?;
        Self::whole_months(NaiveDate::from_ymd_opt(first_year, 1, 1)?, 1200, Grain::Century)
    }

    /// Any run of days, both included; one day alone is that day. `None` where `last` comes before `first`.
    pub fn days(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        if first == last {
            return Self::day(first);
        }
        (first < last).then_some(Period { first, last, grain: Grain::Days })
    }

    /// From the first day of one period to the last of another. Of whole years it is a run of years, of whole months one
    /// of months.
    pub fn run(first: Period, last: Period) -> Option<Self> {
        let whole = |period: Period, years: bool| match period.grain {
            Grain::Year | Grain::Years | Grain::Decade | Grain::Century => true,
            Grain::Month | Grain::Months => !years,
            _ => false,
        };
        let both = |years: bool| whole(first, years) && whole(last, years);
        let days = Self::days(first.first, last.last)?;
        let grain = match (both(true), both(false)) {
            (true, _) => Grain::Years,
            (_, true) => Grain::Months,
            _ => return Some(days),
        };
        Some(Period { grain, ..days })
    }

    /// Saturday and Sunday of the week that holds `date`.
    pub fn weekend_of(date: NaiveDate) -> Option<Self> {
        let week = Self::week_of(date)?;
        Self::days(day_after(week.first, 5)?, week.last)
    }

    /// The unit of that grain that holds `date`; `None` for runs, which are no units.
    pub fn enclosing(date: NaiveDate, grain: Grain) -> Option<Self> {
        match grain {
            Grain::Day => Self::day(date),
            Grain::Week => Self::week_of(date),
            Grain::Month => Self::month(date.year(), date.month()),
            Grain::Quarter => Self::quarter(date.year(), date.month0() / 3 + 1),
            Grain::Half => Self::half(date.year(), date.month0() / 6 + 1),
            Grain::Year => Self::year(date.year()),
            Grain::Decade => Self::decade(date.year().div_euclid(10).checked_mul(10)?),
            Grain::Century => Self::century(date.year().checked_sub(1)?.div_euclid(100).checked_add(1)?),
            Grain::Months | Grain::Years | Grain::Days => None,
        }
    }

    /// About the first (0), middle (1) or last (2) third of a week, a month, a decade or a century: ten days of a month,
    /// of a week what lies before and after its middle.
    pub fn third(self, third: u8) -> Option<Self> {
        let days = |from: i64, to: i64| Self::days(day_after(self.first, from)?, day_after(self.first, to)?);
        let years = |from: i64, to: i64| {
            let first = month_after(self.first, 12 * from)?;
            Self::whole_months(first, 12 * (to - from + 1), Grain::Years)
        };
        match (self.grain, third) {
            (Grain::Week, 0) => days(0, 2),
            (Grain::Week, 1) => days(1, 3),
            (Grain::Week, 2) => days(4, 6),
            (Grain::Month, 0) => days(0, 9),
            (Grain::Month, 1) => days(10, 19),
            (Grain::Month, 2) => days(20, self.length() - 1),
            (Grain::Decade, 0) => years(0, 3),
            (Grain::Decade, 1) => years(4, 6),
            (Grain::Decade, 2) => years(7, 9),
            (Grain::Century, 0) => years(0, 32),
            (Grain::Century, 1) => years(33, 66),
            (Grain::Century, 2) => years(67, 99),
            _ => None,
        }
    }

    /// First day.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// Last day, which belongs to it.
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// What it is a unit of.
    pub fn grain(self) -> Grain {
        self.grain
    }

    /// The day, where it is only one.
    pub fn as_day(self) -> Option<NaiveDate> {
        (self.first == self.last).then_some(self.first)
    }

    /// Have the two a day in common?
    pub fn overlaps(self, other: Period) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// Does it hold that day?
    pub fn contains(self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    /// How many days it has, at least one.
    fn length(self) -> i64 {
        self.last.signed_duration_since(self.first).num_days() + 1
    }

    /// How many months it runs over.
    fn month_count(self) -> i64 {
        let index = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
        index(self.last) - index(self.first) + 1
    }

    /// The period of the same grain `n` units later, earlier for a negative `n`. Runs of months or days
    /// go by their own length. `None` beyond the calendar.
    pub fn shift(self, n: i32) -> Option<Self> {
        let n = i64::from(n);
        match self.grain {
            Grain::Day | Grain::Week | Grain::Days => {
                let days = n.checked_mul(self.length())?;
                Some(Period { first: day_after(self.first, days)?, last: day_after(self.last, days)?, ..self })
            }
            _ => {
                let months = self.month_count();
                Self::whole_months(month_after(self.first, n.checked_mul(months)?)?, months, self.grain)
            }
        }
    }

    /// Its days as a closed interval of day numbers, the same at every level.
    pub fn reading(&self) -> Reading {
        match Interval::closed(day_number(self.first), day_number(self.last)) {
            Some(days) => Reading::same(ValueSet::from(days)),
            None => Reading::any(),
        }
    }
}

/// ISO 8601, and intervals of it: `2023-10-12`, `2023-W41`, `2023-03`, `2022-01/2022-04`, `2023`, `1990/1999`;
/// quarters and halves, which ISO lacks, as `2023-Q3`, `2023-H1`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.first, self.last);
        let (year, last_year) = (IsoYear(first.year()), IsoYear(last.year()));
        match self.grain {
            Grain::Day => write!(f, "{first}"),
            Grain::Week => write!(f, "{}-W{:02}", IsoYear(first.iso_week().year()), first.iso_week().week()),
            Grain::Month => write!(f, "{year}-{:02}", first.month()),
            Grain::Quarter => write!(f, "{year}-Q{}", first.month0() / 3 + 1),
            Grain::Half => write!(f, "{year}-H{}", first.month0() / 6 + 1),
            Grain::Months => {
                write!(f, "{year}-{:02}/{last_year}-{:02}", first.month(), last.month())
            }
            Grain::Year => write!(f, "{year}"),
            Grain::Years | Grain::Decade | Grain::Century => write!(f, "{year}/{last_year}"),
            Grain::Days => write!(f, "{first}/{last}"),
        }
    }
}

/// A year in four digits; those before the year 1 with a sign, the year 0 being 1 BC.
struct IsoYear(i32);

impl fmt::Display for IsoYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:04}", if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs())
    }
}
