//! `Clock`: a time of day.

use super::interval::{Bound, Interval};
use super::reading::Reading;
use rust_decimal::Decimal;
use std::fmt;

/// A time of day as written, with its distance from UTC where the text gives one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// 0 to 24; 24:00 is the end of the day.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 60, where written; 60 is a leap second.
    pub second: Option<u8>,
    /// Minutes east of UTC.
    pub offset_minutes: Option<i32>,
}

const DAY_SECONDS: i64 = 86_400;

impl Clock {
    /// A time that a clock can show; `None` for 25:00 or 12:60.
    pub fn new(hour: u8, minute: u8, second: Option<u8>, offset_minutes: Option<i32>) -> Option<Self> {
        let end = hour == 24 && minute == 0 && second.unwrap_or(0) == 0;
        let fits = (hour < 24 || end) && minute < 60 && second.is_none_or(|s| s <= 60);
        fits.then_some(Clock { hour, minute, second, offset_minutes })
    }

    /// When of the local day it is, as a share of the day: the minute or second written, to its end.
    pub fn reading(&self) -> Reading {
        let start = i64::from(self.hour) * 3600 + i64::from(self.minute) * 60 + i64::from(self.second.unwrap_or(0));
        let length = if self.second.is_some() { 1 } else { 60 };
        let (low, high) = (Decimal::from(start), Decimal::from(start + length));
        match Interval::new(Bound::Closed(low), Bound::Open(high)) {
            Some(seconds) => Reading::same(seconds.div(Interval::point(Decimal::from(DAY_SECONDS))).into()),
            None => Reading::any(),
        }
    }
}

/// `21:05`, `21:05:30`, `21:05+07:00`.
impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        if let Some(offset) = self.offset_minutes {
            let sign = if offset < 0 { '-' } else { '+' };
            let offset = offset.unsigned_abs();
            write!(f, "{sign}{:02}:{:02}", offset / 60, offset % 60)?;
        }
        Ok(())
    }
}
