//! What the functions of laws do to value sets, forwards (arguments to result) and backwards (result to arguments).
//! All of it is sound: no value that could be true is lost.

use crate::value::{Bound, Decimal, Interval, ValueSet, date_of, day_number};
use chrono::{Datelike, NaiveDate};

/// Longest run of days that is looked at one by one.
const MOST_DAYS: i32 = 62;

/// A whole number as `i32`, where it is one.
pub(super) fn whole(number: Decimal) -> Option<i32> {
    let number = number.normalize();
    (number.scale() == 0).then(|| i32::try_from(number.mantissa()).ok()).flatten()
}

fn points(numbers: impl Iterator<Item = i32>) -> ValueSet {
    numbers.fold(ValueSet::empty(), |set, number| set.union(&ValueSet::point(Decimal::from(number))))
}

fn closed(low: Option<Decimal>, high: Option<Decimal>) -> Interval {
    let bound = |value: Option<Decimal>| value.map_or(Bound::Unbounded, Bound::Closed);
    Interval::new(bound(low), bound(high)).unwrap_or(Interval::ALL)
}

/// Years that the day numbers lie in.
pub(super) fn year_of(days: &ValueSet) -> ValueSet {
    let year = |bound: Bound| {
        let date = bound.value().and_then(|day| date_of(day.floor()))?;
        Some(Decimal::from(date.year()))
    };
    days.map(|interval| closed(year(interval.low()), year(interval.high())))
}

/// Day numbers of those years. `to_the_day`: only whole day numbers are asked for.
pub(super) fn days_of(years: &ValueSet, to_the_day: bool) -> ValueSet {
    years.map(|interval| {
        let first = interval.low().value().and_then(|year| NaiveDate::from_ymd_opt(whole(year.ceil())?, 1, 1));
        let last = interval.high().value().and_then(|year| NaiveDate::from_ymd_opt(whole(year.floor())?, 12, 31));
        let low = first.map_or(Bound::Unbounded, |date| Bound::Closed(day_number(date)));
        let high = match (last, to_the_day) {
            (None, _) => Bound::Unbounded,
            (Some(date), true) => Bound::Closed(day_number(date)),
            (Some(date), false) => date.succ_opt().map_or(Bound::Unbounded, |date| Bound::Open(day_number(date))),
        };
        // No whole year in it: nothing is said, rather than something wrong.
        Interval::new(low, high).unwrap_or(Interval::ALL)
    })
}

/// The days of a set, where they are few.
fn few_days(days: &ValueSet) -> Option<Vec<i32>> {
    let mut out = Vec::new();
    for interval in days.intervals() {
        let first = whole(interval.low().value()?.floor())?;
        let last = whole(interval.high().value()?.floor())?;
        if last.checked_sub(first)? > MOST_DAYS {
            return None;
        }
        out.extend(first..=last);
    }
    Some(out)
}

fn weekday(day: i32) -> Option<i32> {
    let date = NaiveDate::from_num_days_from_ce_opt(day)?;
    i32::try_from(date.weekday().number_from_monday()).ok()
}

/// Weekdays (1 = Monday) of the day numbers.
pub(super) fn weekday_of(days: &ValueSet) -> ValueSet {
    let any = || ValueSet::from(closed(Some(Decimal::ONE), Some(Decimal::from(7))));
    match few_days(days) {
        Some(list) if list.len() < 7 => points(list.into_iter().filter_map(weekday)),
        _ => any(),
    }
}

/// Those of the day numbers that have one of the weekdays; all of them where they are too many to look at.
pub(super) fn days_with(weekdays: &ValueSet, days: &ValueSet) -> ValueSet {
    let Some(list) = few_days(days) else {
        return days.clone();
    };
    points(list.into_iter().filter(|day| weekday(*day).is_some_and(|day| weekdays.contains(Decimal::from(day)))))
}

fn month_length(month: u32, year: i32) -> Option<i32> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    i32::try_from(first.checked_add_months(chrono::Months::new(1))?.signed_duration_since(first).num_days()).ok()
}

/// How many days a month may have: shortest and longest. Without a known year February has 28 or 29.
fn month_lengths(month: u32, years: &ValueSet) -> (i32, i32) {
    match years.as_point().and_then(whole).and_then(|year| month_length(month, year)) {
        Some(length) => (length, length),
        None => (month_length(month, 2001).unwrap_or(28), month_length(month, 2000).unwrap_or(31)),
    }
}

fn months_in(months: &ValueSet) -> impl Iterator<Item = u32> + '_ {
    (1..=12u32).filter(|month| months.contains(Decimal::from(*month)))
}

/// How many days the month has.
pub(super) fn days_in_month(months: &ValueSet, years: &ValueSet) -> ValueSet {
    let lengths = months_in(months).map(|month| month_lengths(month, years));
    let spread = lengths.reduce(|(low, high), (a, b)| (low.min(a), high.max(b)));
    match spread {
        Some((low, high)) => closed(Some(Decimal::from(low)), Some(Decimal::from(high))).into(),
        None => ValueSet::all(),
    }
}

/// Those of the months that may have so many days.
pub(super) fn months_with(lengths: &ValueSet, months: &ValueSet, years: &ValueSet) -> ValueSet {
    let fits = |month: &u32| {
        let (low, high) = month_lengths(*month, years);
        (low..=high).any(|length| lengths.contains(Decimal::from(length)))
    };
    points(months_in(months).filter(fits).filter_map(|month| i32::try_from(month).ok()))
}

/// Numbers with one of those signs.
pub(super) fn numbers_with_sign(signs: &ValueSet) -> ValueSet {
    let zero = Decimal::ZERO;
    let sides = [
        (Decimal::NEGATIVE_ONE, Interval::new(Bound::Unbounded, Bound::Open(zero))),
        (zero, Some(Interval::point(zero))),
        (Decimal::ONE, Interval::new(Bound::Open(zero), Bound::Unbounded)),
    ];
    sides
        .into_iter()
        .filter(|(sign, _)| signs.contains(*sign))
        .filter_map(|(_, side)| side)
        .fold(ValueSet::empty(), |set, side| set.union(&side.into()))
}

/// The numbers without their signs.
pub(super) fn sizes(numbers: &ValueSet) -> ValueSet {
    let from_zero = Interval::new(Bound::Closed(Decimal::ZERO), Bound::Unbounded);
    let from_zero = from_zero.map_or_else(ValueSet::all, ValueSet::from);
    numbers.union(&numbers.neg()).intersect(&from_zero)
}

/// From the first whole number to the last in each interval; intervals that hold none are left out.
pub(super) fn integers(numbers: &ValueSet) -> ValueSet {
    let inside = |number: Decimal, whole: Decimal, bound: Bound, step: Decimal| match bound {
        Bound::Open(_) if number == whole => whole.checked_add(step).map_or(Bound::Unbounded, Bound::Closed),
        _ => Bound::Closed(whole),
    };
    let ends = |interval: &Interval| {
        let (low, high) = (interval.low(), interval.high());
        let first = low.value().map_or(Bound::Unbounded, |value| inside(value, value.ceil(), low, Decimal::ONE));
        let last =
            high.value().map_or(Bound::Unbounded, |value| inside(value, value.floor(), high, Decimal::NEGATIVE_ONE));
        Interval::new(first, last)
    };
    let whole = numbers.intervals().iter().filter_map(ends);
    whole.fold(ValueSet::empty(), |all, interval| all.union(&interval.into()))
}

/// Everything from the lowest of the set on (`up`), or up to its highest.
pub(super) fn ray(set: &ValueSet, up: bool) -> ValueSet {
    let Some(hull) = set.hull() else {
        return ValueSet::empty();
    };
    let ray = match up {
        true => Interval::new(hull.low(), Bound::Unbounded),
        false => Interval::new(Bound::Unbounded, hull.high()),
    };
    ray.map_or_else(ValueSet::all, ValueSet::from)
}

/// As `ray`, without the end itself.
pub(super) fn open_ray(set: &ValueSet, up: bool) -> ValueSet {
    let open = |bound: Bound| bound.value().map_or(Bound::Unbounded, Bound::Open);
    let Some(hull) = set.hull() else {
        return ValueSet::empty();
    };
    let ray = match up {
        true => Interval::new(open(hull.low()), Bound::Unbounded),
        false => Interval::new(Bound::Unbounded, open(hull.high())),
    };
    ray.map_or_else(ValueSet::all, ValueSet::from)
}

/// The least (`least`) or the greatest of one number of each.
pub(super) fn extreme<'a>(sets: impl Iterator<Item = &'a ValueSet>, least: bool) -> ValueSet {
    let mut spread: Option<ValueSet> = None;
    let mut limit = ValueSet::all();
    for set in sets {
        spread = Some(match spread {
            Some(spread) => spread.union(set),
            None => set.clone(),
        });
        limit = limit.intersect(&ray(set, !least));
    }
    match spread.and_then(|spread| spread.hull()) {
        Some(hull) => ValueSet::from(hull).intersect(&limit),
        None => ValueSet::all(),
    }
}

/// Highest power that is worked out.
const MOST_POWER: i32 = 200;

/// Each number of the first set, none of them below zero, to each whole power of the second. Sets that are wider say nothing.
pub(super) fn power(base: &ValueSet, exponent: &ValueSet) -> ValueSet {
    let bounded = || {
        let (base, exponent) = (base.hull()?, exponent.hull()?);
        (base.low().value()? >= Decimal::ZERO).then_some(())?;
        let (first, last) = (whole(exponent.low().value()?.ceil())?, whole(exponent.high().value()?.floor())?);
        (0 <= first && first <= last && last <= MOST_POWER).then_some(())?;
        let mut power = ValueSet::point(Decimal::ONE);
        let mut all = ValueSet::empty();
        for n in 0..=last {
            if n >= first {
                all = all.union(&power);
            }
            power = power.mul(&base.into());
        }
        Some(all)
    };
    bounded().unwrap_or_else(ValueSet::all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Decimal {
        day_number(text.parse().unwrap())
    }

    fn days(first: &str, last: &str) -> ValueSet {
        Interval::closed(day(first), day(last)).unwrap().into()
    }

    fn numbers(list: &[i32]) -> ValueSet {
        points(list.iter().copied())
    }

    #[test]
    fn years_of_days_and_back() {
        assert_eq!(
            year_of(&days("2009-03-01", "2011-01-01")),
            Interval::closed(2009.into(), 2011.into()).unwrap().into()
        );
        assert_eq!(days_of(&numbers(&[2023]), true), days("2023-01-01", "2023-12-31"));
        assert!(days_of(&numbers(&[2023]), false).contains(day("2023-12-31")));
        assert!(!days_of(&numbers(&[2023]), false).contains(day("2024-01-01")));
        assert!(year_of(&ValueSet::all()).is_all());
        assert!(days_of(&ValueSet::point(Decimal::MAX), true).is_all());
    }

    #[test]
    fn weekdays_of_days_and_back() {
        assert_eq!(weekday_of(&days("2023-10-12", "2023-10-12")), numbers(&[4]));
        assert_eq!(weekday_of(&days("2023-10-12", "2023-10-13")), numbers(&[4, 5]));
        assert_eq!(weekday_of(&ValueSet::all()).hull(), Interval::closed(1.into(), 7.into()));
        assert_eq!(days_with(&numbers(&[5]), &days("2023-10-09", "2023-10-15")), ValueSet::point(day("2023-10-13")));
        assert!(days_with(&numbers(&[5]), &days("2023-10-14", "2023-10-15")).is_empty());
        assert!(days_with(&numbers(&[5]), &ValueSet::all()).is_all());
    }

    #[test]
    fn lengths_of_months() {
        let february = numbers(&[2]);
        assert_eq!(days_in_month(&february, &numbers(&[2023])), numbers(&[28]));
        assert!(days_in_month(&february, &ValueSet::all()).contains(29.into()));
        assert!(!days_in_month(&february, &ValueSet::all()).contains(30.into()));
        assert_eq!(days_in_month(&numbers(&[6]), &ValueSet::all()), numbers(&[30]));
        assert!(days_in_month(&ValueSet::all(), &ValueSet::all()).contains(31.into()));
        assert!(!months_with(&numbers(&[31]), &ValueSet::all(), &ValueSet::all()).contains(6.into()));
    }

    #[test]
    fn sizes_and_whole_numbers() {
        let set = |low: &str, high: &str| -> ValueSet {
            Interval::closed(low.parse().unwrap(), high.parse().unwrap()).unwrap().into()
        };
        assert_eq!(sizes(&set("-3", "2")), set("0", "3"));
        assert_eq!(sizes(&set("-3", "-2")), set("2", "3"));
        assert_eq!(integers(&set("9.125", "9.375")), ValueSet::empty());
        assert_eq!(integers(&set("8.75", "11.2")), set("9", "11"));
        let open = Interval::new(Bound::Open(3.into()), Bound::Open(4.into())).unwrap();
        assert!(integers(&open.into()).is_empty());
        assert!(integers(&ValueSet::all()).is_all());
    }

    #[test]
    fn powers() {
        let decimal = |text: &str| -> Decimal { text.parse().unwrap() };
        assert_eq!(power(&ValueSet::point(decimal("1.1")), &numbers(&[2])), ValueSet::point(decimal("1.21")));
        let base = Interval::closed(decimal("0.5"), 2.into()).unwrap().into();
        assert_eq!(power(&base, &numbers(&[3])).hull(), Interval::closed(decimal("0.125"), 8.into()));
        // "Seven or eight years": either.
        let years = Interval::closed(decimal("1.5"), decimal("3.5")).unwrap().into();
        assert_eq!(power(&numbers(&[2]), &years), numbers(&[4, 8]));
        assert_eq!(power(&numbers(&[3]), &numbers(&[0])), numbers(&[1]));
        for (base, exponent) in [(-1, 2), (2, -1), (2, 1000)] {
            assert!(power(&numbers(&[base]), &numbers(&[exponent])).is_all());
        }
        assert!(power(&ValueSet::all(), &numbers(&[2])).is_all());
        assert!(power(&ValueSet::point(Decimal::MAX), &numbers(&[2])).contains(Decimal::MAX));
    }

    #[test]
    fn signs_and_extremes() {
        assert!(numbers_with_sign(&numbers(&[1])).contains(Decimal::new(1, 20)));
        assert!(!numbers_with_sign(&numbers(&[1])).contains(Decimal::ZERO));
        let sets = [
            Interval::closed(1.into(), 5.into()).unwrap().into(),
            Interval::closed(3.into(), 9.into()).unwrap().into(),
        ];
        assert_eq!(extreme(sets.iter(), true), Interval::closed(1.into(), 5.into()).unwrap().into());
        assert_eq!(extreme(sets.iter(), false), Interval::closed(3.into(), 9.into()).unwrap().into());
    }
}
