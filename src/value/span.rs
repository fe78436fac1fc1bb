//! `Span`: a length of time; ages.

use super::exact;
use super::figure::{Figure, Nature};
use super::hedge::Hedge;
use super::interval::{Bound, Interval};
use super::period::Grain;
use super::reading::Reading;
use super::set::ValueSet;
use chrono::{Months, NaiveDate, TimeDelta};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What lengths of time are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpanUnit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Days of a mean Gregorian year: 365.2425.
const YEAR_DAYS: Decimal = Decimal::from_parts(3_652_425, 0, 0, false, 4);

impl SpanUnit {
    /// All of them.
    pub const ALL: [SpanUnit; 9] = [
        SpanUnit::Second,
        SpanUnit::Minute,
        SpanUnit::Hour,
        SpanUnit::Day,
        SpanUnit::Week,
        SpanUnit::Month,
        SpanUnit::Year,
        SpanUnit::Decade,
        SpanUnit::Century,
    ];

    /// Length in days as a fraction; calendar units by the mean Gregorian year of 365.2425 days.
    fn days(self) -> Interval {
        let whole = |n: u32| Interval::point(Decimal::from(n));
        let year = Interval::point(YEAR_DAYS);
        match self {
            SpanUnit::Second => whole(1).div(whole(86_400)),
            SpanUnit::Minute => whole(1).div(whole(1440)),
            SpanUnit::Hour => whole(1).div(whole(24)),
            SpanUnit::Day => whole(1),
            SpanUnit::Week => whole(7),
            SpanUnit::Month => year.div(whole(12)),
            SpanUnit::Year => year,
            SpanUnit::Decade => year.mul(whole(10)),
            SpanUnit::Century => year.mul(whole(100)),
        }
    }

    /// The unit of the calendar of that name.
    pub fn grain(self) -> Option<Grain> {
        Some(match self {
            SpanUnit::Day => Grain::Day,
            SpanUnit::Week => Grain::Week,
            SpanUnit::Month => Grain::Month,
            SpanUnit::Year => Grain::Year,
            SpanUnit::Decade => Grain::Decade,
            SpanUnit::Century => Grain::Century,
            SpanUnit::Second | SpanUnit::Minute | SpanUnit::Hour => return None,
        })
    }

    /// One of it, in days.
    pub fn length(self) -> ValueSet {
        self.days().into()
    }

    /// The word of the class `time-unit` for it, as in what something is counted per.
    pub fn as_str(self) -> &'static str {
        match self {
            SpanUnit::Second => "second",
            SpanUnit::Minute => "minute",
            SpanUnit::Hour => "hour",
            SpanUnit::Day => "day",
            SpanUnit::Week => "week",
            SpanUnit::Month => "month",
            SpanUnit::Year => "year",
            SpanUnit::Decade => "decade",
            SpanUnit::Century => "century",
        }
    }

    /// Is it the name of a unit of time?
    pub fn is_name(word: &str) -> bool {
        Self::ALL.iter().any(|unit| unit.as_str() == word)
    }

    /// How many days a real run of whole calendar units may differ from the mean: two months are 59 to 62 days,
    /// four years 1460 or 1461.
    fn slack(self) -> Interval {
        let days = match self {
            SpanUnit::Month => 3,
            SpanUnit::Year | SpanUnit::Decade | SpanUnit::Century => 2,
            _ => 0,
        };
        let days = Decimal::from(days);
        Interval::closed(exact::neg(days), days).unwrap_or(Interval::ALL)
    }
}

/// A length of time: so many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Span {
    /// How many, with the decimals as written.
    pub count: Decimal,
    /// Of what.
    pub unit: SpanUnit,
}

/// Ages are spans of years, read as elapsed whole ones by [`age_reading`].
pub type Age = Span;

impl Span {
    /// So many years.
    pub fn years(count: Decimal) -> Self {
        Span { count, unit: SpanUnit::Year }
    }

    /// How many, where it is a whole number.
    pub fn whole(&self) -> Option<i32> {
        self.count.normalize().to_string().parse().ok()
    }

    /// The day so long after another, or before it for a `sign` of −1; `None` where no whole number of days or months is
    /// counted.
    pub fn from(&self, day: NaiveDate, sign: i32) -> Option<NaiveDate> {
        let count = i64::from(self.whole()?.checked_mul(sign)?);
        let months = |each: i64| {
            let count = count.checked_mul(each)?;
            let months = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
            if count < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) }
        };
        match self.unit {
            SpanUnit::Day => day.checked_add_signed(TimeDelta::try_days(count)?),
            SpanUnit::Week => day.checked_add_signed(TimeDelta::try_weeks(count)?),
            SpanUnit::Month => months(1),
            SpanUnit::Year => months(12),
            SpanUnit::Decade => months(120),
            SpanUnit::Century => months(1200),
            SpanUnit::Second | SpanUnit::Minute | SpanUnit::Hour => None,
        }
    }

    /// What it may mean, in days. Whole counts of days and weeks are read to the nearest, in the wide reading
    /// also as begun units; whole counts of months and years may be off by one, because people count
    /// calendar units, first and last included or not.
    pub fn reading(&self, hedge: Option<Hedge>) -> Reading {
        let lasting = Interval::new(Bound::Closed(Decimal::ZERO), Bound::Unbounded).unwrap_or(Interval::ALL);
        self.counted(hedge).map(|set| {
            let days = set.map(|i| i.mul(self.unit.days()).add(self.unit.slack()));
            // No time lasts less than none; only a span written with a minus sign stays as it is.
            let positive = days.intersect(&ValueSet::from(lasting));
            if positive.is_empty() { days } else { positive }
        })
    }

    /// How many of its unit it may mean, read as any other count.
    pub fn count_reading(&self, hedge: Option<Hedge>) -> Reading {
        let nature = if self.count.scale() == 0 { Nature::Count } else { Nature::Measure };
        Figure { mantissa: self.count, magnitude: Decimal::ONE, nature }.reading(hedge)
    }

    fn counted(&self, hedge: Option<Hedge>) -> Reading {
        let figure = |nature| Figure { mantissa: self.count, magnitude: Decimal::ONE, nature };
        let whole = self.count.scale() == 0;
        let nature = if whole { Nature::Count } else { Nature::Measure };
        if hedge.is_some() || !whole {
            return figure(nature).reading(hedge);
        }
        let around = |low: Bound, high: Bound| {
            let one = Interval::new(low, high).unwrap_or(Interval::ALL);
            ValueSet::from(Interval::point(self.count).add(one))
        };
        let (one, half) = (Decimal::ONE, Decimal::new(5, 1));
        let (less, less_half) = (exact::neg(one), exact::neg(half));
        let nearest = around(Bound::Closed(less_half), Bound::Closed(half));
        let around = match self.unit {
            SpanUnit::Second | SpanUnit::Minute | SpanUnit::Hour | SpanUnit::Decade | SpanUnit::Century => {
                return figure(Nature::Measure).reading(None);
            }
            SpanUnit::Day | SpanUnit::Week => {
                Reading::new(ValueSet::point(self.count), nearest, around(Bound::Closed(less_half), Bound::Open(one)))
            }
            SpanUnit::Month | SpanUnit::Year => Reading::new(
                nearest,
                around(Bound::Open(less), Bound::Open(one)),
                around(Bound::Closed(less), Bound::Closed(one)),
            ),
        };
        // Large round counts ("1,000 days") are round here too.
        around.zip(&figure(Nature::Count).reading(None), ValueSet::union)
    }
}

/// ISO 8601: `P20Y`, `P2D`, `PT90M`, `P2W`; decades and centuries in years.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, times, letter) = match self.unit {
            SpanUnit::Second => ("PT", 1, 'S'),
            SpanUnit::Minute => ("PT", 1, 'M'),
            SpanUnit::Hour => ("PT", 1, 'H'),
            SpanUnit::Day => ("P", 1, 'D'),
            SpanUnit::Week => ("P", 1, 'W'),
            SpanUnit::Month => ("P", 1, 'M'),
            SpanUnit::Year => ("P", 1, 'Y'),
            SpanUnit::Decade => ("P", 10, 'Y'),
            SpanUnit::Century => ("P", 100, 'Y'),
        };
        match exact::exact_mul(self.count, Decimal::from(times)) {
            Some(count) => write!(f, "{before}{}{letter}", exact::decimal_text(count)),
            // Beyond the decimals it is a whole number, for each decimal place makes room for one digit.
            None => {
                let places = 10i128.pow(self.count.scale().min(28));
                write!(f, "{before}{}{letter}", self.count.mantissa() * i128::from(times) / places)
            }
        }
    }
}

/// What an age of so many years may mean, in days since birth: from N·365.2425 − 1 to (N + 1)·365.2425 + 1,
/// since a person is N until the next birthday, and a day either side for leap years.
pub fn age_reading(years: Decimal, hedge: Option<Hedge>) -> Reading {
    let figure = Figure { mantissa: years, magnitude: Decimal::ONE, nature: Nature::Exact };
    let day = Decimal::ONE;
    let running = Interval::closed(Decimal::ZERO, Decimal::ONE).unwrap_or(Interval::ALL);
    let slack = Interval::closed(exact::neg(day), day).unwrap_or(Interval::ALL);
    let year = Interval::point(YEAR_DAYS);
    figure.reading(hedge).map(|set| set.map(|i| i.add(running).mul(year).add(slack)))
}
