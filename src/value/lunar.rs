//! The Jewish and the Islamic calendar: days of theirs as Gregorian dates, by the arithmetic of Dershowitz and Reingold,
//! *Calendrical Calculations*.

use chrono::NaiveDate;

/// The first day of the Jewish calendar, counted from the day before 1 January of the year 1.
const JEWISH_EPOCH: i64 = -1_373_427;

/// The day before the first one of the tabular Islamic calendar (16 July 622, Julian).
const ISLAMIC_EPOCH: i64 = 227_014;

fn date(days: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(days).ok()?)
}

/// The day of a Jewish year. Months from 1 (Nisan) to 12 (Adar); 13 is the last one, which in leap years is Adar II.
pub(super) fn jewish(year: i64, month: i64, day: i64) -> Option<NaiveDate> {
    let leap = |year: i64| (7 * year + 1).rem_euclid(19) < 7;
    let last = if leap(year) { 13 } else { 12 };
    let new_year = new_jewish_year(year);
    let length = new_jewish_year(year + 1) - new_year;
    let days_of = |month: i64| match month {
        2 | 4 | 6 | 10 | 13 => 29,
        8 if length % 10 != 5 => 29,
        9 if length % 10 == 3 => 29,
        12 if !leap(year) => 29,
        _ => 30,
    };
    let month = month.min(last);
    // The year begins with its seventh month, Tishri.
    let before: i64 = match month {
        7.. => (7..month).map(days_of).sum(),
        _ => (7..=last).chain(1..month).map(days_of).sum(),
    };
    date(new_year + before + day - 1)
}

/// 1 Tishri of a Jewish year, in days from the day before 1 January of the year 1.
fn new_jewish_year(year: i64) -> i64 {
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let days = 29 * months + (12_084 + 13_753 * months).div_euclid(25_920);
        if (3 * (days + 1)).rem_euclid(7) < 3 { days + 1 } else { days }
    };
    let (before, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let delay = match (next - this, this - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    JEWISH_EPOCH + this + delay
}

/// The day of an Islamic year by the tabular calendar, from which the one that is kept differs by a day at most.
pub(super) fn islamic(year: i64, month: i64, day: i64) -> Option<NaiveDate> {
    let months = (59 * (month - 1) + 1).div_euclid(2);
    date(ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year).div_euclid(30) + months + day)
}
