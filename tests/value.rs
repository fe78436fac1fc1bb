//! The laws of `src/value/`, held against exact rationals.

#[path = "value/calendar.rs"]
mod calendar;
#[path = "common/cases.rs"]
mod cases;
#[path = "value/oracle.rs"]
mod oracle;
#[path = "value/tables.rs"]
mod tables;

use addsup::value::*;
use cases::cases;
use oracle::{check, exact, inside, rational, representable, samples, zero};
use proptest::prelude::*;

fn decimal() -> impl Strategy<Value = Decimal> {
    let most = (1i128 << 96) - 1;
    prop_oneof![
        4 => (-20i128..20, 0u32..2),
        4 => (-1_000_000i128..1_000_000, 0u32..6),
        2 => (-most..=most, 0u32..=28),
        1 => (Just(most), 0u32..=28),
        1 => (-3i128..3, 20u32..=28),
    ]
    .prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa, scale))
}

fn bound() -> impl Strategy<Value = Bound> {
    prop_oneof![
        1 => Just(Bound::Unbounded),
        1 => Just(Bound::Closed(Decimal::ZERO)),
        1 => Just(Bound::Open(Decimal::ZERO)),
        4 => decimal().prop_map(Bound::Closed),
        3 => decimal().prop_map(Bound::Open),
    ]
}

fn interval() -> impl Strategy<Value = Interval> {
    prop_oneof![
        1 => decimal().prop_map(Interval::point),
        6 => (bound(), bound()).prop_filter_map("empty", |(a, b)| Interval::new(a, b).or(Interval::new(b, a))),
    ]
}

fn set() -> impl Strategy<Value = ValueSet> {
    proptest::collection::vec(interval(), 0..6)
        .prop_map(|parts| parts.into_iter().fold(ValueSet::empty(), |all, part| all.union(&ValueSet::from(part))))
}

fn figure() -> impl Strategy<Value = Figure> {
    let natures = [Nature::Count, Nature::Measure, Nature::Exact];
    let magnitudes: Vec<Decimal> =
        ["1", "1", "12", "1000", "1000000", "1000000000", "1000000000000"].iter().map(|m| m.parse().unwrap()).collect();
    let round = (1i128..100, 0u32..9).prop_map(|(n, z)| Decimal::from_i128_with_scale(n * 10i128.pow(z), 0));
    (prop_oneof![decimal(), round], proptest::sample::select(magnitudes), proptest::sample::select(natures.to_vec()))
        .prop_map(|(mantissa, magnitude, nature)| Figure { mantissa, magnitude, nature })
}

fn hedge() -> impl Strategy<Value = Option<Hedge>> {
    proptest::option::of(proptest::sample::select(&Hedge::ALL[..]))
}

fn nested(r: &Reading) -> bool {
    r.narrow.is_subset_of(&r.standard) && r.standard.is_subset_of(&r.wide) && !r.narrow.is_empty()
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn arithmetic_is_the_exact_hull_rounded_outwards(a in interval(), b in interval()) {
        check(a.add(b), &exact(a).add(&exact(b)))?;
        check(a.sub(b), &exact(a).add(&exact(b).neg()))?;
        check(a.mul(b), &exact(a).mul(&exact(b)))?;
        check(a.div(b), &exact(a).div(&exact(b)))?;
        check(a.neg(), &exact(a).neg())?;
    }

    #[test]
    fn results_hold_every_exact_result(a in interval(), b in interval()) {
        for x in samples(a) {
            prop_assert!(inside(a.neg(), &-&x));
            for y in samples(b) {
                prop_assert!(inside(a.add(b), &(&x + &y)));
                prop_assert!(inside(a.sub(b), &(&x - &y)));
                prop_assert!(inside(a.mul(b), &(&x * &y)));
                if y != zero() {
                    prop_assert!(inside(a.div(b), &(&x / &y)));
                }
            }
        }
    }

    #[test]
    fn intersection_hull_and_subset_agree(a in interval(), b in interval(), x in decimal()) {
        let shared = a.intersect(b);
        prop_assert_eq!(shared, b.intersect(a));
        prop_assert_eq!(shared.is_some_and(|i| i.contains(x)), a.contains(x) && b.contains(x));
        prop_assert_eq!(shared == Some(a), a.is_subset_of(b));
        if let Some(shared) = shared {
            prop_assert!(shared.is_subset_of(a) && shared.is_subset_of(b));
        }
        let hull = a.hull(b);
        prop_assert_eq!(hull, b.hull(a));
        prop_assert!(a.is_subset_of(hull) && b.is_subset_of(hull));
        prop_assert_eq!(hull == b, a.is_subset_of(b));
        prop_assert!(a.is_subset_of(a) && a.is_subset_of(Interval::ALL));
        if let Some(point) = a.as_point() {
            prop_assert_eq!(a, Interval::point(point));
        }
    }

    #[test]
    fn sets_behave_as_sets(a in set(), b in set(), x in decimal()) {
        let union = a.union(&b);
        prop_assert_eq!(&union, &b.union(&a));
        prop_assert!(a.is_subset_of(&union) && b.is_subset_of(&union));
        prop_assert!(!(a.contains(x) || b.contains(x)) || union.contains(x));
        let shared = a.intersect(&b);
        prop_assert_eq!(&shared, &b.intersect(&a));
        prop_assert!(!(a.contains(x) && b.contains(x)) || shared.contains(x));
        prop_assert_eq!(&a.intersect(&a), &a);
        prop_assert_eq!(&a.union(&a), &a);
        prop_assert!(a.is_subset_of(&ValueSet::all()) && ValueSet::empty().is_subset_of(&a));
        for set in [&a, &union, &shared] {
            let parts = set.intervals();
            prop_assert!(parts.len() <= 4);
            prop_assert_eq!(parts.is_empty(), set.is_empty());
            for pair in parts.windows(2) {
                prop_assert!(pair[0].intersect(pair[1]).is_none());
                prop_assert!(pair[0].high().value() <= pair[1].low().value());
                prop_assert!(pair[0].high().value() < pair[1].low().value()
                    || !(pair[0].high().is_closed() || pair[1].low().is_closed()));
            }
            if let Some(hull) = set.hull() {
                prop_assert!(set.is_subset_of(&hull.into()));
            }
        }
        for (op, interval_op) in [
            (ValueSet::add as fn(&ValueSet, &ValueSet) -> ValueSet, Interval::add as fn(Interval, Interval) -> Interval),
            (ValueSet::sub, Interval::sub),
            (ValueSet::mul, Interval::mul),
            (ValueSet::div, Interval::div),
        ] {
            let all = op(&a, &b);
            for x in a.intervals() {
                for y in b.intervals() {
                    prop_assert!(ValueSet::from(interval_op(*x, *y)).is_subset_of(&all));
                }
            }
        }
        prop_assert_eq!(a.neg().neg(), a.clone());
        let sign = a.sign();
        prop_assert_eq!(sign.contains(Decimal::ZERO), a.contains(Decimal::ZERO));
        if a.contains(x) && !x.is_zero() {
            let s = if x.is_sign_negative() { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
            prop_assert!(sign.contains(s));
        }
    }

    #[test]
    fn readings_are_nested_and_hold_what_they_should(figure in figure(), hedge in hedge(), n in decimal(), k in decimal()) {
        let reading = figure.reading(hedge);
        prop_assert!(nested(&reading), "{reading:?}");
        if let Some(value) = figure.value() {
            let strict = matches!(hedge, Some(Hedge::Above | Hedge::Below));
            prop_assert_eq!(reading.wide.contains(value), !strict || reading.wide.is_all());
        } else {
            prop_assert!(reading.wide.is_all());
        }
        for reading in [
            fraction_reading(k, n, hedge),
            one_in_reading(k, n),
            multiple_reading(n, hedge),
            times_more_reading(n),
            spread_reading(k, Some(n), n, None),
            plus_minus_reading(k, n),
            age_reading(n, hedge),
            reading.scaled(n),
            reading.zip(&figure.reading(None), ValueSet::mul),
            Reading::range(&reading, &figure.reading(None)),
            reading.rounded_more(),
            figure.reading_among(n.abs(), hedge),
        ] {
            prop_assert!(nested(&reading), "{reading:?}");
        }
        for unit in UNITS {
            let span = Span { count: n, unit };
            prop_assert!(nested(&span.reading(hedge)));
            prop_assert!(span.to_string().starts_with('P'));
        }
        let exact_value = Value::Ratio { numerator: n, denominator: k };
        prop_assert!(!exact_value.to_string().is_empty());
    }

    #[test]
    fn thousands_of_hedges_stay_near(n in 1i64..100_000, hedge in hedge()) {
        // No near hedge reaches further than a fifth of the value, or its rounding.
        let figure = Figure { mantissa: Decimal::from(n), magnitude: Decimal::ONE, nature: Nature::Count };
        if let Some(Hedge::About | Hedge::BelowNear | Hedge::AboveNear | Hedge::PlusMinus) = hedge {
            let double = Interval::closed(Decimal::ZERO, Decimal::from(2 * n)).unwrap();
            prop_assert!(figure.reading(hedge).wide.is_subset_of(&double.into()));
        }
    }

    #[test]
    fn exact_sums_and_products(a in decimal(), b in decimal()) {
        prop_assert_eq!(exact_add(a, b), representable(&(rational(a) + rational(b))));
        prop_assert_eq!(exact_mul(a, b), representable(&(rational(a) * rational(b))));
        prop_assert!(decimal_text(a).len() <= 45);
    }

    #[test]
    fn periods_shift_and_enclose(days in -800_000i32..3_600_000, n in -500i32..500, grain in proptest::sample::select(&GRAINS[..])) {
        let date = date_of(Decimal::from(days)).unwrap();
        prop_assert_eq!(day_number(date), Decimal::from(days));
        let period = Period::enclosing(date, grain).unwrap();
        prop_assert!(period.contains(date));
        prop_assert_eq!(period.grain(), grain);
        prop_assert_eq!(period.shift(0), Some(period));
        let later = period.shift(n).unwrap();
        prop_assert_eq!(later.shift(-n), Some(period));
        prop_assert_eq!(Period::enclosing(later.first(), grain), Some(later));
        let next = period.shift(1).unwrap();
        prop_assert_eq!(period.last().succ_opt(), Some(next.first()));
        let set = period.reading().narrow;
        prop_assert!(set.contains(Decimal::from(days)));
        prop_assert_eq!(set.hull(), Interval::closed(day_number(period.first()), day_number(period.last())));
    }

    #[test]
    fn extreme_periods_are_none_not_panics(y in any::<i32>(), m in any::<u32>(), n in any::<i32>(), d in decimal()) {
        let made = [
            Period::year(y), Period::month(y, m % 14), Period::quarter(y, m % 6), Period::half(y, m % 4),
            Period::months(y, m % 14, 12), Period::decade(y), Period::century(y), Period::century(y % 3000),
            date_of(d).and_then(Period::day), date_of(d).and_then(Period::week_of),
        ];
        for period in made.into_iter().flatten() {
            prop_assert!(period.first() <= period.last());
            prop_assert!(!period.to_string().is_empty());
            if let Some(shifted) = period.shift(n) {
                prop_assert_eq!(shifted.grain(), period.grain());
            }
        }
        for grain in GRAINS {
            let _ = Period::enclosing(chrono::NaiveDate::MAX, grain);
            let _ = Period::enclosing(chrono::NaiveDate::MIN, grain);
        }
    }
}

const GRAINS: [Grain; 8] =
    [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Half, Grain::Year, Grain::Decade, Grain::Century];

const UNITS: [SpanUnit; 9] = [
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
