//! The calendar, worked out in other ways than `src/value/` does it, and the tables of periods.

use addsup::value::*;
use chrono::{Datelike, NaiveDate, Weekday};

fn day_of(rule: &str, year: i32) -> NaiveDate {
    let holiday: Holiday = rule.parse().unwrap();
    holiday.in_year(year).and_then(Period::as_day).unwrap()
}

/// Algorithm E of Knuth, *The Art of Computer Programming* 1.3.2, exercise 14, which goes by epacts.
fn easter_by_epact(year: i32) -> NaiveDate {
    let golden = year % 19 + 1;
    let century = year / 100 + 1;
    let (leap, moon) = (3 * century / 4 - 12, (8 * century + 5) / 25 - 5);
    let sunday = 5 * year / 4 - leap - 10;
    let mut epact = (11 * golden + 20 + moon - leap).rem_euclid(30);
    if epact == 24 || (epact == 25 && golden > 11) {
        epact += 1;
    }
    let full = if epact > 23 { 74 - epact } else { 44 - epact };
    let day = full + 7 - (sunday + full) % 7;
    NaiveDate::from_ymd_opt(year, 3, 1).unwrap() + chrono::Days::new(day.unsigned_abs().into()) - chrono::Days::new(1)
}

/// The Sunday after the full moon that the Julian tables give to each year of the moon's nineteen: days from 1 March.
fn orthodox_easter_by_table(year: i32) -> NaiveDate {
    const FULL_MOONS: [i64; 19] = [35, 24, 43, 32, 21, 40, 29, 48, 37, 26, 45, 34, 23, 42, 31, 20, 39, 28, 47];
    let moon = FULL_MOONS[usize::try_from(year % 19).unwrap()];
    let before = i64::from(year - 1);
    let leap = i64::from(year % 4 == 0);
    // Days of the Julian calendar, in those that chrono counts.
    let first_of_march = -2 + 365 * before + before / 4 + 31 + 28 + leap + 1;
    let full_moon = first_of_march + moon;
    let easter = full_moon + 7 - full_moon % 7;
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(easter).unwrap()).unwrap()
}

#[test]
fn easter_is_what_other_rules_make_of_it() {
    for year in 1583..=3000 {
        assert_eq!(day_of("easter", year), easter_by_epact(year));
        assert_eq!(day_of("orthodox-easter", year), orthodox_easter_by_table(year));
    }
}

/// Jewish years have six lengths, and begin on four days of the week.
#[test]
fn jewish_years_are_as_long_as_they_may_be() {
    let mut last: Option<NaiveDate> = None;
    for year in 1600..=2600 {
        let first = day_of("jewish-7-1", year);
        assert!(!matches!(first.weekday(), Weekday::Sun | Weekday::Wed | Weekday::Fri), "{first}");
        if let Some(last) = last {
            let length = (first - last).num_days();
            assert!([353, 354, 355, 383, 384, 385].contains(&length), "{last}: {length} days");
        }
        last = Some(first);
    }
}

#[test]
fn rules_with_something_behind_their_name_are_refused() {
    for text in ["orthodox", "orthodox-christmas", "easter-1-2-3 x", "jewish-7"] {
        assert!(text.parse::<Holiday>().is_err(), "{text}");
    }
}

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

#[test]
fn runs_are_of_whole_years_of_whole_months_or_of_days() {
    let run = |first: Period, last: Period| Period::run(first, last).map(|run| (run.to_string(), run.grain()));
    let (year, month, day) = (period("2020"), period("2022-03"), period("2022-05-06"));
    let told = |text: &str, grain| Some((text.to_owned(), grain));
    assert_eq!(run(year, period("2022")), told("2020/2022", Grain::Years));
    assert_eq!(run(Period::decade(1990).unwrap(), year), told("1990/2020", Grain::Years));
    assert_eq!(run(year, month), told("2020-01/2022-03", Grain::Months));
    assert_eq!(run(month, day), told("2022-03-01/2022-05-06", Grain::Days));
    assert_eq!(run(year, day), told("2020-01-01/2022-05-06", Grain::Days));
    assert_eq!(run(day, year), None);
}

#[test]
fn hundreds_and_centuries_begin_a_year_apart() {
    let ends = |period: Option<Period>| period.map(|period| (period.first().year(), period.last().year()));
    assert_eq!(ends(Period::hundred(1800)), Some((1800, 1899)));
    assert_eq!(ends(Period::century(19)), Some((1801, 1900)));
    assert_eq!(ends(Period::decade(1990)), Some((1990, 1999)));
}

#[test]
fn thirds_of_what_has_thirds() {
    let thirds = |period: Option<Period>| {
        [0, 1, 2, 3].map(|third| period.and_then(|it| it.third(third)).map(|it| (it.first(), it.last())))
    };
    let days =
        |first: &str, last: &str| Some((first.parse::<NaiveDate>().unwrap(), last.parse::<NaiveDate>().unwrap()));
    let week = Period::week_of(NaiveDate::from_ymd_opt(2023, 10, 12).unwrap());
    assert_eq!(
        thirds(week),
        [days("2023-10-09", "2023-10-11"), days("2023-10-10", "2023-10-12"), days("2023-10-13", "2023-10-15"), None]
    );
    assert_eq!(
        thirds(Period::month(2024, 2)),
        [days("2024-02-01", "2024-02-10"), days("2024-02-11", "2024-02-20"), days("2024-02-21", "2024-02-29"), None]
    );
    assert_eq!(
        thirds(Period::decade(1990)),
        [days("1990-01-01", "1993-12-31"), days("1994-01-01", "1996-12-31"), days("1997-01-01", "1999-12-31"), None]
    );
    assert_eq!(
        thirds(Period::century(20)),
        [days("1901-01-01", "1933-12-31"), days("1934-01-01", "1967-12-31"), days("1968-01-01", "2000-12-31"), None]
    );
    assert_eq!(thirds(Period::year(2023)), [None; 4]);
}

#[test]
fn periods_overlap_where_they_share_a_day() {
    let march = period("2022-03");
    for (other, shares) in [
        ("2022-03-01", true),
        ("2022-03-31", true),
        ("2022", true),
        ("2022-02-28", false),
        ("2022-04-01", false),
        ("2020/2022", true),
        ("2021", false),
    ] {
        assert_eq!(march.overlaps(period(other)), shares, "{other}");
        assert_eq!(period(other).overlaps(march), shares, "{other}");
    }
}

#[test]
fn feet_take_inches_and_no_more_than_one_foot_of_them() {
    let figure = |mantissa: &str, magnitude: i64| Figure {
        mantissa: mantissa.parse().unwrap(),
        magnitude: magnitude.into(),
        nature: Nature::Measure,
    };
    let inches = |feet: &Figure, rest: &Figure| feet.with_rest(12.into(), rest).and_then(|whole| whole.value());
    assert_eq!(inches(&figure("5", 1), &figure("2", 1)), Some(62.into()));
    assert_eq!(inches(&figure("5", 1), &figure("0", 1)), Some(60.into()));
    assert_eq!(inches(&figure("5", 1), &figure("11.5", 1)), "71.5".parse().ok());
    for (feet, rest) in [("5.0", "2"), ("5.5", "2"), ("5", "12"), ("5", "-1")] {
        assert_eq!(inches(&figure(feet, 1), &figure(rest, 1)), None, "{feet} feet {rest}");
    }
    assert_eq!(inches(&figure("5", 1), &figure("2", 1000)), None);
    // Half a thousand is whole and still no count of feet.
    assert_eq!(inches(&figure("0.5", 1000), &figure("2", 1)), None);
}
