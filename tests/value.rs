//! The laws of `src/value/`, held against exact rationals.

use addsup::value::*;
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use std::cmp::Ordering;

fn zero() -> BigRational {
    BigRational::from(BigInt::from(0))
}

fn size(r: &BigRational) -> BigRational {
    if *r < zero() { -r } else { r.clone() }
}

fn rational(d: Decimal) -> BigRational {
    BigRational::new(BigInt::from(d.mantissa()), BigInt::from(10).pow(d.scale()))
}

/// The decimal that is exactly `r`, if there is one.
fn representable(r: &BigRational) -> Option<Decimal> {
    let finest = r * BigRational::from(BigInt::from(10).pow(28));
    if !finest.is_integer() {
        return None;
    }
    (0..=28).find_map(|scale| {
        let scaled = r * BigRational::from(BigInt::from(10).pow(scale));
        let mantissa = scaled.is_integer().then(|| scaled.to_integer())?;
        let mantissa = i128::try_from(mantissa).ok()?;
        (mantissa.unsigned_abs() >> 96 == 0).then(|| Decimal::from_i128_with_scale(mantissa, scale))
    })
}

/// An end of an exact interval: where, and is it reached; `None` where there is no end.
type End = Option<(BigRational, bool)>;

#[derive(Clone, Debug)]
struct Exact {
    low: End,
    high: End,
}

fn end(bound: Bound) -> End {
    bound.value().map(|d| (rational(d), bound.is_closed()))
}

fn exact(i: Interval) -> Exact {
    Exact {
        low: end(i.low()),
        high: end(i.high()),
    }
}

impl Exact {
    fn neg(&self) -> Exact {
        let turn = |e: &End| e.as_ref().map(|(r, c)| (-r, *c));
        Exact {
            low: turn(&self.high),
            high: turn(&self.low),
        }
    }

    /// What of it lies above zero.
    fn positive(&self) -> Option<Exact> {
        let zero = zero();
        if self.high.as_ref().is_some_and(|(h, _)| *h <= zero) {
            return None;
        }
        let low = match &self.low {
            Some((l, c)) if *l > zero => Some((l.clone(), *c)),
            _ => Some((zero, false)),
        };
        Some(Exact {
            low,
            high: self.high.clone(),
        })
    }

    fn has_zero(&self) -> bool {
        let zero = zero();
        self.low
            .as_ref()
            .is_none_or(|(l, c)| *l < zero || (*l == zero && *c))
            && self
                .high
                .as_ref()
                .is_none_or(|(h, c)| *h > zero || (*h == zero && *c))
    }

    /// The parts of one sign: (is it negative, its absolute values).
    fn signed_parts(&self) -> Vec<(bool, Exact)> {
        let parts = [(false, self.positive()), (true, self.neg().positive())];
        parts
            .into_iter()
            .filter_map(|(sign, part)| Some((sign, part?)))
            .collect()
    }

    fn hull(parts: Vec<Exact>) -> Exact {
        let mut parts = parts.into_iter();
        let mut all = parts.next().expect("an interval has a part");
        for part in parts {
            all.low = match (all.low, part.low) {
                (Some(a), Some(b)) => Some(match a.0.cmp(&b.0) {
                    Ordering::Less => a,
                    Ordering::Greater => b,
                    Ordering::Equal => (a.0, a.1 || b.1),
                }),
                _ => None,
            };
            all.high = match (all.high, part.high) {
                (Some(a), Some(b)) => Some(match a.0.cmp(&b.0) {
                    Ordering::Greater => a,
                    Ordering::Less => b,
                    Ordering::Equal => (a.0, a.1 || b.1),
                }),
                _ => None,
            };
        }
        all
    }

    fn point_zero() -> Exact {
        let zero = Some((zero(), true));
        Exact {
            low: zero.clone(),
            high: zero,
        }
    }

    fn add(&self, other: &Exact) -> Exact {
        let plus = |a: &End, b: &End| {
            Some((
                &a.as_ref()?.0 + &b.as_ref()?.0,
                a.as_ref()?.1 && b.as_ref()?.1,
            ))
        };
        Exact {
            low: plus(&self.low, &other.low),
            high: plus(&self.high, &other.high),
        }
    }

    /// By signs: on positive parts products are monotone.
    fn mul(&self, other: &Exact) -> Exact {
        let times = |a: &End, b: &End| {
            Some((
                &a.as_ref()?.0 * &b.as_ref()?.0,
                a.as_ref()?.1 && b.as_ref()?.1,
            ))
        };
        let mut parts = Vec::new();
        if self.has_zero() || other.has_zero() {
            parts.push(Exact::point_zero());
        }
        for (a_negative, a) in self.signed_parts() {
            for (b_negative, b) in other.signed_parts() {
                let product = Exact {
                    low: times(&a.low, &b.low),
                    high: times(&a.high, &b.high),
                };
                parts.push(if a_negative == b_negative {
                    product
                } else {
                    product.neg()
                });
            }
        }
        Exact::hull(parts)
    }

    fn div(&self, other: &Exact) -> Exact {
        if other.has_zero() {
            return Exact {
                low: None,
                high: None,
            };
        }
        let zero = zero();
        let mut parts = Vec::new();
        if self.has_zero() {
            parts.push(Exact::point_zero());
        }
        for (a_negative, a) in self.signed_parts() {
            for (b_negative, b) in other.signed_parts() {
                let low = match (&a.low, &b.high) {
                    (Some((x, c)), Some((y, d))) => Some((x / y, *c && *d)),
                    _ => Some((zero.clone(), false)),
                };
                let high = match (&a.high, &b.low) {
                    (Some((x, c)), Some((y, d))) if *y > zero => Some((x / y, *c && *d)),
                    _ => None,
                };
                let quotient = Exact { low, high };
                parts.push(if a_negative == b_negative {
                    quotient
                } else {
                    quotient.neg()
                });
            }
        }
        Exact::hull(parts)
    }
}

fn largest() -> BigRational {
    rational(Decimal::MAX)
}

/// Is `bound` the exact end, or that end rounded outwards by one step and closed, or missing beyond the decimals?
fn check_end(bound: Bound, exact: &End, low: bool) -> Result<(), TestCaseError> {
    let Some((truth, reached)) = exact else {
        prop_assert_eq!(bound, Bound::Unbounded);
        return Ok(());
    };
    if let Some(d) = representable(truth) {
        prop_assert_eq!(
            bound,
            if *reached {
                Bound::Closed(d)
            } else {
                Bound::Open(d)
            }
        );
        return Ok(());
    }
    let Some(given) = bound.value() else {
        let step = largest() * BigRational::new(1.into(), BigInt::from(10).pow(28));
        prop_assert!(
            size(truth) > largest() - step,
            "{truth} has decimals around it"
        );
        return Ok(());
    };
    prop_assert!(bound.is_closed());
    let outwards = if low {
        truth - rational(given)
    } else {
        rational(given) - truth
    };
    prop_assert!(outwards > zero(), "{given} cuts off {truth}");
    let step = BigRational::new(1.into(), BigInt::from(10).pow(28));
    let fine = &step + size(truth) * BigRational::from(BigInt::from(2)) * &step;
    prop_assert!(outwards <= fine, "{given} is far from {truth}");
    Ok(())
}

fn check(given: Interval, truth: &Exact) -> Result<(), TestCaseError> {
    check_end(given.low(), &truth.low, true)?;
    check_end(given.high(), &truth.high, false)
}

fn inside(i: Interval, r: &BigRational) -> bool {
    let low = end(i.low()).is_none_or(|(l, c)| l < *r || (l == *r && c));
    let high = end(i.high()).is_none_or(|(h, c)| *r < h || (h == *r && c));
    low && high
}

/// Some exact numbers of an interval.
fn samples(i: Interval) -> Vec<BigRational> {
    let ends = [i.low().value(), i.high().value()];
    let mut found: Vec<_> = ends.iter().flatten().map(|d| rational(*d)).collect();
    let middle = match ends {
        [Some(a), Some(b)] => (rational(a) + rational(b)) / BigRational::from(BigInt::from(2)),
        [Some(a), None] => rational(a) + BigRational::from(BigInt::from(7)),
        [None, Some(b)] => rational(b) - BigRational::from(BigInt::from(7)),
        [None, None] => zero(),
    };
    found.push(middle);
    found.push(zero());
    found.retain(|r| inside(i, r));
    found
}

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
    proptest::collection::vec(interval(), 0..6).prop_map(|parts| {
        parts.into_iter().fold(ValueSet::empty(), |all, part| {
            all.union(&ValueSet::from(part))
        })
    })
}

fn figure() -> impl Strategy<Value = Figure> {
    let natures = [Nature::Count, Nature::Measure, Nature::Exact];
    let magnitudes: Vec<Decimal> = [
        "1",
        "1",
        "12",
        "1000",
        "1000000",
        "1000000000",
        "1000000000000",
    ]
    .iter()
    .map(|m| m.parse().unwrap())
    .collect();
    let round = (1i128..100, 0u32..9)
        .prop_map(|(n, z)| Decimal::from_i128_with_scale(n * 10i128.pow(z), 0));
    (
        prop_oneof![decimal(), round],
        proptest::sample::select(magnitudes),
        proptest::sample::select(natures.to_vec()),
    )
        .prop_map(|(mantissa, magnitude, nature)| Figure {
            mantissa,
            magnitude,
            nature,
        })
}

fn hedge() -> impl Strategy<Value = Option<Hedge>> {
    proptest::option::of(proptest::sample::select(&Hedge::ALL[..]))
}

fn nested(r: &Reading) -> bool {
    r.narrow.is_subset_of(&r.standard) && r.standard.is_subset_of(&r.wide) && !r.narrow.is_empty()
}

/// No file of past failures: those worth keeping become examples below.
fn cases() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(1500)
    }
}

proptest! {
    #![proptest_config(cases())]

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

const GRAINS: [Grain; 8] = [
    Grain::Day,
    Grain::Week,
    Grain::Month,
    Grain::Quarter,
    Grain::Half,
    Grain::Year,
    Grain::Decade,
    Grain::Century,
];

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

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn levels(reading: &Reading) -> [String; 3] {
    [&reading.narrow, &reading.standard, &reading.wide].map(ToString::to_string)
}

#[track_caller]
fn reads(
    mantissa: &str,
    magnitude: &str,
    nature: Nature,
    hedge: Option<Hedge>,
    expected: [&str; 3],
) {
    let figure = Figure {
        mantissa: d(mantissa),
        magnitude: d(magnitude),
        nature,
    };
    assert_eq!(levels(&figure.reading(hedge)), expected);
}

#[test]
fn bare_figures_of_the_table() {
    use Nature::*;
    let bare = |m: &str, scale: &str, nature, expected| reads(m, scale, nature, None, expected);
    bare("14", "1", Count, ["14", "14", "14"]);
    bare("120", "1", Count, ["120", "120", "[115, 130)"]);
    bare("31850", "1", Count, ["31850", "31850", "[31845, 31860)"]);
    bare("1236", "1", Count, ["1236", "1236", "1236"]);
    bare("1200", "1", Count, ["1200", "[1150, 1250]", "[1150, 1300)"]);
    bare(
        "20000",
        "1",
        Count,
        ["20000", "[18000, 22000]", "[15000, 30000)"],
    );
    bare(
        "25000",
        "1",
        Count,
        ["25000", "[24500, 25500]", "[22500, 30000)"],
    );
    bare(
        "2",
        "1000000",
        Measure,
        [
            "[1800000, 2200000]",
            "[1800000, 2200000]",
            "[1500000, 3000000)",
        ],
    );
    bare(
        "2",
        "1000000",
        Count,
        [
            "[1800000, 2200000]",
            "[1800000, 2200000]",
            "[1500000, 3000000)",
        ],
    );
    bare(
        "3.5",
        "1000000000",
        Measure,
        [
            "[3450000000, 3550000000]",
            "[3450000000, 3550000000]",
            "[3450000000, 3600000000)",
        ],
    );
    bare(
        "3.50",
        "1000000000",
        Measure,
        [
            "[3495000000, 3505000000]",
            "[3495000000, 3505000000]",
            "[3495000000, 3510000000)",
        ],
    );
    bare(
        "42",
        "1",
        Measure,
        ["[41.5, 42.5]", "[41.5, 42.5]", "[41.5, 43)"],
    );
    bare(
        "42.5",
        "1",
        Measure,
        ["[42.45, 42.55]", "[42.45, 42.55]", "[42.45, 42.6)"],
    );
    bare(
        "0.25",
        "1",
        Measure,
        ["[0.245, 0.255]", "[0.245, 0.255]", "[0.245, 0.26)"],
    );
    // Beyond the table.
    bare("3", "1", Measure, ["[2.5, 3.5]", "[2.5, 3.5]", "[2.5, 4)"]);
    bare(
        "-3",
        "1",
        Measure,
        ["[-3.5, -2.5]", "[-3.5, -2.5]", "(-4, -2.5]"],
    );
    bare(
        "0",
        "1",
        Measure,
        ["[-0.5, 0.5]", "[-0.5, 0.5]", "[-0.5, 1)"],
    );
    bare("0", "1", Count, ["0", "0", "0"]);
    bare("58000", "1", Exact, ["58000", "58000", "58000"]);
    bare("3", "12", Count, ["36", "36", "36"]);
    bare(
        "20",
        "1000000",
        Count,
        [
            "[19500000, 20500000]",
            "[18000000, 22000000]",
            "[15000000, 30000000)",
        ],
    );
}

#[test]
fn hedged_figures_of_the_table() {
    use Hedge::*;
    let count = |hedge, standard, wide| {
        reads(
            "1000",
            "1",
            Nature::Count,
            Some(hedge),
            [standard, standard, wide],
        )
    };
    // A round count is rounded to the thousand in the wide reading, so that its upper reach is the thousand.
    count(About, "[900, 1100]", "[500, 2000]");
    count(PlusMinus, "[900, 1100]", "[500, 2000]");
    count(BelowNear, "[900, 1000)", "[500, 1000]");
    count(AboveNear, "(1000, 1100]", "[1000, 2000]");
    count(Above, "(1000, ∞)", "(1000, ∞)");
    count(AtLeast, "[1000, ∞)", "[1000, ∞)");
    count(Below, "[0, 1000)", "[0, 1000)");
    count(AtMost, "[0, 1000]", "[0, 1000]");
    count(UpTo, "[0, 1000]", "[0, ∞)");
    count(Exact, "1000", "1000");
    let percent = |m, hedge, standard, wide| {
        reads(
            m,
            "1",
            Nature::Measure,
            Some(hedge),
            [standard, standard, wide],
        )
    };
    percent("42", About, "[37.8, 46.2]", "[33.6, 50.4]");
    percent("42.5", About, "[40.375, 44.625]", "[38.25, 46.75]");
    percent("42.5", BelowNear, "[40.375, 42.5)", "[38.25, 42.5]");
    percent("42.5", AboveNear, "(42.5, 44.625]", "[42.5, 46.75]");
    percent("2", Below, "(-∞, 2)", "(-∞, 2)");
    percent("-5", BelowNear, "(-5, -4.5]", "[-5, -4]");
    percent("-5", UpTo, "[-5, 0]", "(-∞, 0]");
    percent("0", About, "(-∞, ∞)", "(-∞, ∞)");
    // A small count is near another count.
    reads(
        "3",
        "1",
        Nature::Count,
        Some(BelowNear),
        ["[2, 3)", "[2, 3)", "[2, 3]"],
    );
    reads(
        "20",
        "1",
        Nature::Count,
        Some(AboveNear),
        ["(20, 22]", "(20, 22]", "[20, 24]"],
    );
    assert_eq!(
        levels(&plus_minus_reading(d("48"), d("3"))),
        ["[45, 51]"; 3]
    );
    // A range: later scale word and coarser place are the caller's, the ends are ours.
    let figure = |m| {
        Figure {
            mantissa: d(m),
            magnitude: d("1000000"),
            nature: Nature::Measure,
        }
        .reading(None)
    };
    assert_eq!(
        levels(&Reading::range(&figure("26"), &figure("31")))[1..],
        ["[25500000, 31500000]", "[25500000, 32000000)"]
    );
}

#[test]
fn fractions_proportions_and_multiples_of_the_table() {
    let fraction = |a, b, hedge| levels(&fraction_reading(d(a), d(b), hedge));
    assert_eq!(
        fraction("1", "2", None)[1..],
        ["[0.475, 0.525]", "[0.45, 0.55]"]
    );
    assert_eq!(
        fraction("1", "3", None)[1..],
        [
            "[0.300333333333, 0.366333333333]",
            "[0.280333333333, 0.386333333333]"
        ]
    );
    assert_eq!(
        fraction("2", "3", None)[1..],
        [
            "[0.633666666667, 0.699666666667]",
            "[0.613666666667, 0.719666666667]"
        ]
    );
    assert_eq!(
        fraction("1", "4", None)[1..],
        ["[0.23, 0.27]", "[0.22, 0.28]"]
    );
    assert_eq!(
        fraction("3", "4", None)[1..],
        ["[0.73, 0.77]", "[0.72, 0.78]"]
    );
    assert_eq!(
        fraction("1", "5", None)[1..],
        ["[0.18, 0.22]", "[0.17, 0.23]"]
    );
    assert_eq!(fraction("1", "2", Some(Hedge::Above)), ["(0.5, ∞)"; 3]);
    assert_eq!(fraction("1", "2", Some(Hedge::Below)), ["[0, 0.5)"; 3]);
    assert_eq!(
        fraction("1", "2", Some(Hedge::BelowNear))[1..],
        ["[0.45, 0.5)", "[0.4, 0.5]"]
    );
    assert_eq!(fraction("1", "0", None), ["(-∞, ∞)"; 3]);
    let one_in = |k, n| levels(&one_in_reading(d(k), d(n)));
    assert_eq!(
        one_in("1", "4")[1..],
        ["(0.222222222222, 0.285714285714)", "(0.2, 0.333333333333)"].map(closed_if_inexact)
    );
    assert_eq!(one_in("1", "1")[1..], ["[0.666666666667, 2)", "(0.5, ∞)"]);
    assert_eq!(one_in("3", "10")[1..], ["[0.25, 0.35]", "[0.25, 0.35]"]);
    assert_eq!(
        one_in("2", "3")[1..],
        ["[0.616666666667, 0.716666666667]", "[0.5, 0.833333333333]"]
    );
    assert_eq!(one_in("1", "0"), ["(-∞, ∞)"; 3]);
    let multiple = |n, hedge| levels(&multiple_reading(d(n), hedge));
    assert_eq!(multiple("2", None)[1..], ["[1.9, 2.1]", "[1.8, 2.25]"]);
    assert_eq!(multiple("3", None)[1..], ["[2.75, 3.25]", "[2.5, 3.5]"]);
    assert_eq!(
        multiple("2", Some(Hedge::Above))[1..],
        ["(2, 2.5]", "(2, ∞)"]
    );
    assert_eq!(
        multiple("2", Some(Hedge::BelowNear))[1..],
        ["[1.8, 2)", "[1.6, 2]"]
    );
    assert_eq!(multiple("1.5", None)[1..], ["[1.45, 1.55]", "[1.45, 1.6)"]);
    assert_eq!(
        levels(&times_more_reading(d("3")))[1..],
        ["[2.75, 3.25]", "[2.5, 4.5]"]
    );
    assert_eq!(
        levels(&spread_reading(
            d("24"),
            Some(d("99")),
            d("13"),
            Some(d("144"))
        ))[1..],
        ["[24, 99]", "[13, 144]"]
    );
    assert_eq!(
        levels(&spread_reading(d("2"), None, d("2"), None)),
        ["[2, ∞)"; 3]
    );
}

/// Ends that no decimal holds are rounded outwards and closed.
fn closed_if_inexact(text: &str) -> &str {
    match text {
        "(0.222222222222, 0.285714285714)" => "[0.222222222222, 0.285714285714]",
        "(0.2, 0.333333333333)" => "(0.2, 0.333333333333]",
        other => other,
    }
}

#[test]
fn spans_and_ages_in_days() {
    let span = |n, unit, hedge| levels(&Span { count: d(n), unit }.reading(hedge));
    assert_eq!(
        span("2", SpanUnit::Day, None),
        ["2", "[1.5, 2.5]", "[1.5, 3)"]
    );
    assert_eq!(
        span("2", SpanUnit::Week, None),
        ["14", "[10.5, 17.5]", "[10.5, 21)"]
    );
    assert_eq!(
        span("48", SpanUnit::Hour, None)[1],
        "[1.979166666667, 2.020833333333]"
    );
    assert_eq!(
        span("11", SpanUnit::Year, None)[1..],
        ["(3650.425, 4384.91)", "[3650.425, 4384.91]"]
    );
    assert_eq!(
        span("3", SpanUnit::Year, Some(Hedge::AtLeast)),
        ["[1093.7275, ∞)"; 3]
    );
    assert_eq!(
        levels(&age_reading(d("58"), None)),
        ["[21183.065, 21550.3075]"; 3]
    );
    let shown = |n, unit| Span { count: d(n), unit }.to_string();
    assert_eq!(shown("20", SpanUnit::Year), "P20Y");
    assert_eq!(shown("2", SpanUnit::Day), "P2D");
    assert_eq!(shown("90", SpanUnit::Minute), "PT90M");
    assert_eq!(shown("2", SpanUnit::Week), "P2W");
    assert_eq!(shown("1", SpanUnit::Decade), "P10Y");
    assert_eq!(shown("2.5", SpanUnit::Century), "P250Y");
    assert_eq!(
        shown("79228162514264337593543950335", SpanUnit::Decade),
        "P792281625142643375935439503350Y"
    );
}

#[test]
fn periods_and_clocks_are_shown_as_iso() {
    let date = |y, m, day| chrono::NaiveDate::from_ymd_opt(y, m, day).unwrap();
    let shown = |p: Option<Period>| p.unwrap().to_string();
    assert_eq!(shown(Period::day(date(2023, 10, 12))), "2023-10-12");
    assert_eq!(shown(Period::week_of(date(2023, 10, 15))), "2023-W41");
    assert_eq!(shown(Period::week_of(date(2021, 1, 3))), "2020-W53");
    assert_eq!(shown(Period::month(2023, 3)), "2023-03");
    assert_eq!(shown(Period::quarter(2023, 3)), "2023-Q3");
    assert_eq!(shown(Period::half(2023, 1)), "2023-H1");
    assert_eq!(shown(Period::months(2022, 1, 4)), "2022-01/2022-04");
    assert_eq!(
        shown(Period::months(2022, 1, 4).and_then(|p| p.shift(-1))),
        "2021-09/2021-12"
    );
    assert_eq!(shown(Period::year(2023)), "2023");
    assert_eq!(shown(Period::decade(1990)), "1990/1999");
    assert_eq!(shown(Period::century(20)), "1901/2000");
    assert_eq!(
        shown(Period::days(date(2023, 10, 12), date(2023, 10, 13))),
        "2023-10-12/2023-10-13"
    );
    assert_eq!(
        shown(Period::month(2024, 1).and_then(|p| p.shift(-2))),
        "2023-11"
    );
    assert_eq!(Period::month(2024, 2).unwrap().last(), date(2024, 2, 29));
    assert_eq!(Period::month(2023, 13), None);
    assert_eq!(Period::quarter(2023, 0), None);
    assert_eq!(Period::days(date(2023, 1, 2), date(2023, 1, 1)), None);
    let clock = |h, m, s, o| Clock::new(h, m, s, o).map(|c| c.to_string());
    assert_eq!(clock(21, 5, None, None).as_deref(), Some("21:05"));
    assert_eq!(
        clock(21, 5, None, Some(420)).as_deref(),
        Some("21:05+07:00")
    );
    assert_eq!(
        clock(21, 5, Some(9), Some(-210)).as_deref(),
        Some("21:05:09-03:30")
    );
    assert_eq!(clock(25, 0, None, None), None);
    assert_eq!(
        levels(&Clock::new(12, 0, None, None).unwrap().reading())[0],
        "[0.5, 0.500694444444]"
    );
}

#[test]
fn values_are_shown_as_in_json() {
    assert_eq!(Value::Number(d("3500000000.00")).to_string(), "3500000000");
    assert_eq!(Value::Number(d("17.90")).to_string(), "17.9");
    assert_eq!(Value::Number(d("-0.00")).to_string(), "0");
    assert_eq!(
        Value::Ratio {
            numerator: d("1"),
            denominator: d("3")
        }
        .to_string(),
        "0.333333333333"
    );
    assert_eq!(
        Value::Ratio {
            numerator: d("2"),
            denominator: d("3")
        }
        .to_string(),
        "0.666666666667"
    );
    assert_eq!(
        Value::Numbers {
            first: d("26"),
            last: d("31.0")
        }
        .to_string(),
        "26/31"
    );
    assert_eq!(decimal_text(d("0.000000000000000000000000001")), "0");
}

#[test]
fn words_of_rule_files_go_both_ways() {
    for hedge in Hedge::ALL {
        assert_eq!(hedge.as_str().parse(), Ok(hedge));
        assert_eq!(
            serde_json::to_string(&hedge).unwrap(),
            format!("\"{hedge}\"")
        );
    }
    for kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
    }
    assert!("nigh".parse::<Hedge>().is_err());
    let unit = Unit {
        code: "km".into(),
        dimension: "length".into(),
        factor: d("1000"),
        per: Some("hour".into()),
    };
    let bytes = postcard::to_stdvec(&unit).unwrap();
    assert_eq!(postcard::from_bytes::<Unit>(&bytes).unwrap(), unit);
    assert_eq!(unit.to_string(), "km/hour");
}

#[test]
fn figures_without_end_are_anything() {
    for nature in [Nature::Count, Nature::Measure, Nature::Exact] {
        for (mantissa, magnitude) in [
            (Decimal::MAX, d("1000")),
            (Decimal::MIN, Decimal::MAX),
            (d("0.1"), d("0.0000000000000000000000000001")),
        ] {
            let figure = Figure {
                mantissa,
                magnitude,
                nature,
            };
            assert_eq!(figure.value(), None);
            assert_eq!(figure.reading(Some(Hedge::About)), Reading::any());
        }
        for hedge in Hedge::ALL {
            let _ = Figure {
                mantissa: Decimal::MAX,
                magnitude: Decimal::ONE,
                nature,
            }
            .reading(Some(hedge));
        }
    }
}
