//! The tables of figures, hedges and fractions, row by row.

use addsup::value::*;

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn levels(reading: &Reading) -> [String; 3] {
    [&reading.narrow, &reading.standard, &reading.wide].map(ToString::to_string)
}

#[track_caller]
fn reads(mantissa: &str, magnitude: &str, nature: Nature, hedge: Option<Hedge>, expected: [&str; 3]) {
    let figure = Figure { mantissa: d(mantissa), magnitude: d(magnitude), nature };
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
    bare("20000", "1", Count, ["20000", "[18000, 22000]", "[15000, 30000)"]);
    bare("25000", "1", Count, ["25000", "[24500, 25500]", "[22500, 30000)"]);
    bare("2", "1000000", Measure, ["[1800000, 2200000]", "[1800000, 2200000]", "[1500000, 3000000)"]);
    bare("2", "1000000", Count, ["[1800000, 2200000]", "[1800000, 2200000]", "[1500000, 3000000)"]);
    bare(
        "3.5",
        "1000000000",
        Measure,
        ["[3450000000, 3550000000]", "[3450000000, 3550000000]", "[3450000000, 3600000000)"],
    );
    bare(
        "3.50",
        "1000000000",
        Measure,
        ["[3495000000, 3505000000]", "[3495000000, 3505000000]", "[3495000000, 3510000000)"],
    );
    bare("42", "1", Measure, ["[41.5, 42.5]", "[41.5, 42.5]", "[41.5, 43)"]);
    bare("42.5", "1", Measure, ["[42.45, 42.55]", "[42.45, 42.55]", "[42.45, 42.6)"]);
    bare("0.25", "1", Measure, ["[0.245, 0.255]", "[0.245, 0.255]", "[0.245, 0.26)"]);
    // Beyond the table.
    bare("3", "1", Measure, ["[2.5, 3.5]", "[2.5, 3.5]", "[2.5, 4)"]);
    bare("-3", "1", Measure, ["[-3.5, -2.5]", "[-3.5, -2.5]", "(-4, -2.5]"]);
    bare("0", "1", Measure, ["[-0.5, 0.5]", "[-0.5, 0.5]", "[-0.5, 1)"]);
    bare("0", "1", Count, ["0", "0", "0"]);
    bare("58000", "1", Exact, ["58000", "58000", "58000"]);
    bare("3", "12", Count, ["36", "36", "36"]);
    bare("20", "1000000", Count, ["[19500000, 20500000]", "[18000000, 22000000]", "[15000000, 30000000)"]);
}

#[test]
fn siblings_share_precision() {
    let among = |m: &str, place: &str| {
        let figure = Figure { mantissa: d(m), magnitude: Decimal::ONE, nature: Nature::Count };
        levels(&figure.reading_among(d(place), None))
    };
    let places = ["45300", "20000", "31850"]
        .map(|m| Figure { mantissa: d(m), magnitude: Decimal::ONE, nature: Nature::Count }.place());
    assert_eq!(places, [d("100"), d("10000"), d("10")]);
    assert_eq!(among("20000", "10"), ["20000", "20000", "[19995, 20010)"]);
    assert_eq!(among("20000", "1000")[1..], ["[19500, 20500]", "[19500, 21000)"]);
    assert_eq!(among("20000", "1"), ["20000"; 3]);
    assert_eq!(among("20000", "0.1"), ["20000"; 3]);
}

#[test]
fn hedged_figures_of_the_table() {
    use Hedge::*;
    let count = |hedge, standard, wide| reads("1000", "1", Nature::Count, Some(hedge), [standard, standard, wide]);
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
    let percent = |m, hedge, standard, wide| reads(m, "1", Nature::Measure, Some(hedge), [standard, standard, wide]);
    percent("42", About, "[37.8, 46.2]", "[33.6, 50.4]");
    percent("42.5", About, "[40.375, 44.625]", "[38.25, 46.75]");
    percent("42.5", BelowNear, "[40.375, 42.5)", "[38.25, 42.5]");
    percent("42.5", AboveNear, "(42.5, 44.625]", "[42.5, 46.75]");
    percent("2", Below, "(-∞, 2)", "(-∞, 2)");
    percent("-5", BelowNear, "(-5, -4.5]", "[-5, -4]");
    percent("-5", UpTo, "[-5, 0]", "(-∞, 0]");
    percent("0", About, "(-∞, ∞)", "(-∞, ∞)");
    // A small count is near another count.
    reads("3", "1", Nature::Count, Some(BelowNear), ["[2, 3)", "[2, 3)", "[2, 3]"]);
    reads("20", "1", Nature::Count, Some(AboveNear), ["(20, 22]", "(20, 22]", "[20, 24]"]);
    assert_eq!(levels(&plus_minus_reading(d("48"), d("3"))), ["[45, 51]"; 3]);
    // A range: later scale word and coarser place are the caller's, the ends are ours.
    let figure = |m| Figure { mantissa: d(m), magnitude: d("1000000"), nature: Nature::Measure }.reading(None);
    assert_eq!(
        levels(&Reading::range(&figure("26"), &figure("31")))[1..],
        ["[25500000, 31500000]", "[25500000, 32000000)"]
    );
}

#[test]
fn fractions_proportions_and_multiples_of_the_table() {
    let fraction = |a, b, hedge| levels(&fraction_reading(d(a), d(b), hedge));
    assert_eq!(fraction("1", "2", None)[1..], ["[0.475, 0.525]", "[0.45, 0.55]"]);
    assert_eq!(fraction("1", "3", None)[1..], ["[0.300333333333, 0.366333333333]", "[0.280333333333, 0.386333333333]"]);
    assert_eq!(fraction("2", "3", None)[1..], ["[0.633666666667, 0.699666666667]", "[0.613666666667, 0.719666666667]"]);
    assert_eq!(fraction("1", "4", None)[1..], ["[0.23, 0.27]", "[0.22, 0.28]"]);
    assert_eq!(fraction("3", "4", None)[1..], ["[0.73, 0.77]", "[0.72, 0.78]"]);
    assert_eq!(fraction("1", "5", None)[1..], ["[0.18, 0.22]", "[0.17, 0.23]"]);
    assert_eq!(fraction("1", "2", Some(Hedge::Above)), ["(0.5, ∞)"; 3]);
    assert_eq!(fraction("1", "2", Some(Hedge::Below)), ["[0, 0.5)"; 3]);
    assert_eq!(fraction("1", "2", Some(Hedge::BelowNear))[1..], ["[0.45, 0.5)", "[0.4, 0.5]"]);
    assert_eq!(fraction("1", "0", None), ["(-∞, ∞)"; 3]);
    let one_in = |k, n| levels(&one_in_reading(d(k), d(n)));
    assert_eq!(
        one_in("1", "4")[1..],
        ["(0.222222222222, 0.285714285714)", "(0.2, 0.333333333333)"].map(closed_if_inexact)
    );
    assert_eq!(one_in("1", "1")[1..], ["[0.666666666667, 2)", "(0.5, ∞)"]);
    assert_eq!(one_in("3", "10")[1..], ["[0.25, 0.35]", "[0.25, 0.35]"]);
    assert_eq!(one_in("2", "3")[1..], ["[0.616666666667, 0.716666666667]", "[0.5, 0.833333333333]"]);
    assert_eq!(one_in("1", "0"), ["(-∞, ∞)"; 3]);
    let multiple = |n, hedge| levels(&multiple_reading(d(n), hedge));
    assert_eq!(multiple("2", None)[1..], ["[1.9, 2.1]", "[1.8, 2.25]"]);
    assert_eq!(multiple("3", None)[1..], ["[2.75, 3.25]", "[2.5, 3.5]"]);
    assert_eq!(multiple("2", Some(Hedge::Above))[1..], ["(2, 2.5]", "(2, ∞)"]);
    assert_eq!(multiple("2", Some(Hedge::BelowNear))[1..], ["[1.8, 2)", "[1.6, 2]"]);
    assert_eq!(multiple("1.5", None)[1..], ["[1.45, 1.55]", "[1.45, 1.6)"]);
    assert_eq!(levels(&times_more_reading(d("3")))[1..], ["[2.75, 3.25]", "[2.5, 4.5]"]);
    assert_eq!(
        levels(&spread_reading(d("24"), Some(d("99")), d("13"), Some(d("144"))))[1..],
        ["[24, 99]", "[13, 144]"]
    );
    assert_eq!(levels(&spread_reading(d("2"), None, d("2"), None)), ["[2, ∞)"; 3]);
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
    assert_eq!(span("2", SpanUnit::Day, None), ["2", "[1.5, 2.5]", "[1.5, 3)"]);
    assert_eq!(span("2", SpanUnit::Week, None), ["14", "[10.5, 17.5]", "[10.5, 21)"]);
    assert_eq!(span("48", SpanUnit::Hour, None)[1], "[1.979166666667, 2.020833333333]");
    assert_eq!(span("11", SpanUnit::Year, None)[1..], ["(3650.425, 4384.91)", "[3650.425, 4384.91]"]);
    assert_eq!(span("3", SpanUnit::Year, Some(Hedge::AtLeast)), ["[1093.7275, ∞)"; 3]);
    assert_eq!(levels(&age_reading(d("58"), None)), ["[21183.065, 21550.3075]"; 3]);
    let shown = |n, unit| Span { count: d(n), unit }.to_string();
    assert_eq!(shown("20", SpanUnit::Year), "P20Y");
    assert_eq!(shown("2", SpanUnit::Day), "P2D");
    assert_eq!(shown("90", SpanUnit::Minute), "PT90M");
    assert_eq!(shown("2", SpanUnit::Week), "P2W");
    assert_eq!(shown("1", SpanUnit::Decade), "P10Y");
    assert_eq!(shown("2.5", SpanUnit::Century), "P250Y");
    assert_eq!(shown("79228162514264337593543950335", SpanUnit::Decade), "P792281625142643375935439503350Y");
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
    assert_eq!(shown(Period::months(2022, 1, 4).and_then(|p| p.shift(-1))), "2021-09/2021-12");
    assert_eq!(shown(Period::year(2023)), "2023");
    assert_eq!(shown(Period::decade(1990)), "1990/1999");
    assert_eq!(shown(Period::century(20)), "1901/2000");
    assert_eq!(shown(Period::days(date(2023, 10, 12), date(2023, 10, 13))), "2023-10-12/2023-10-13");
    assert_eq!(shown(Period::month(2024, 1).and_then(|p| p.shift(-2))), "2023-11");
    assert_eq!(Period::month(2024, 2).unwrap().last(), date(2024, 2, 29));
    assert_eq!(Period::month(2023, 13), None);
    assert_eq!(Period::quarter(2023, 0), None);
    assert_eq!(Period::days(date(2023, 1, 2), date(2023, 1, 1)), None);
    let clock = |h, m, s, o| Clock::new(h, m, s, o).map(|c| c.to_string());
    assert_eq!(clock(21, 5, None, None).as_deref(), Some("21:05"));
    assert_eq!(clock(21, 5, None, Some(420)).as_deref(), Some("21:05+07:00"));
    assert_eq!(clock(21, 5, Some(9), Some(-210)).as_deref(), Some("21:05:09-03:30"));
    assert_eq!(clock(25, 0, None, None), None);
    assert_eq!(levels(&Clock::new(12, 0, None, None).unwrap().reading())[0], "[0.5, 0.500694444444]");
}

#[test]
fn values_are_shown_as_in_json() {
    assert_eq!(Value::Number(d("3500000000.00")).to_string(), "3500000000");
    assert_eq!(Value::Number(d("17.90")).to_string(), "17.9");
    assert_eq!(Value::Number(d("-0.00")).to_string(), "0");
    assert_eq!(Value::Ratio { numerator: d("1"), denominator: d("3") }.to_string(), "0.333333333333");
    assert_eq!(Value::Ratio { numerator: d("2"), denominator: d("3") }.to_string(), "0.666666666667");
    assert_eq!(Value::Numbers { first: d("26"), last: d("31.0") }.to_string(), "26..31");
    assert_eq!(decimal_text(d("0.000000000000000000000000001")), "0");
}

#[test]
fn words_of_rule_files_go_both_ways() {
    for hedge in Hedge::ALL {
        assert_eq!(hedge.as_str().parse(), Ok(hedge));
        assert_eq!(serde_json::to_string(&hedge).unwrap(), format!("\"{hedge}\""));
    }
    for kind in Kind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
        assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{kind}\""));
    }
    assert!("nigh".parse::<Hedge>().is_err());
    let unit = Unit { code: "km".into(), dimension: "length".into(), factor: d("1000"), per: Some("hour".into()) };
    let bytes = postcard::to_stdvec(&unit).unwrap();
    assert_eq!(postcard::from_bytes::<Unit>(&bytes).unwrap(), unit);
    assert_eq!(unit.to_string(), "km/hour");
}

#[test]
fn figures_without_end_are_anything() {
    for nature in [Nature::Count, Nature::Measure, Nature::Exact] {
        for (mantissa, magnitude) in
            [(Decimal::MAX, d("1000")), (Decimal::MIN, Decimal::MAX), (d("0.1"), d("0.0000000000000000000000000001"))]
        {
            let figure = Figure { mantissa, magnitude, nature };
            assert_eq!(figure.value(), None);
            assert_eq!(figure.reading(Some(Hedge::About)), Reading::any());
        }
        for hedge in Hedge::ALL {
            let _ = Figure { mantissa: Decimal::MAX, magnitude: Decimal::ONE, nature }.reading(Some(hedge));
        }
    }
}

#[test]
fn slips_tell_more_the_more_digits_there_are() {
    let telling = |slip: Slip| (1..=6).filter(|digits| slip.is_telling(d(&"7".repeat(*digits)))).min();
    assert_eq!(telling(Slip::Swapped), Some(1));
    assert_eq!(telling(Slip::Scale), Some(2));
    assert_eq!(telling(Slip::Zero), Some(2));
    assert_eq!(telling(Slip::Digit), Some(3));
    assert_eq!(telling(Slip::Length), Some(5));
    for (text, digits) in [("0", 0), ("7", 1), ("1200", 2), ("1030", 3), ("0.0250", 2), ("-45", 2)] {
        assert_eq!(significant_digits(d(text)), digits, "{text}");
    }
}

#[test]
fn slips_by_three_digits_are_of_the_scale_and_by_one_of_a_zero() {
    let into = |value: &str, needed: &str| slip_into(d(value), &ValueSet::point(d(needed)));
    for (value, needed) in [("5", "5000"), ("5000", "5"), ("5", "5000000"), ("5000000", "5"), ("5000000000", "5")] {
        assert_eq!(into(value, needed), Some((Slip::Scale, d(needed))), "{value} for {needed}");
    }
    for (value, needed) in [("5", "50"), ("50", "5"), ("105", "15"), ("15", "105")] {
        assert_eq!(into(value, needed), Some((Slip::Zero, d(needed))), "{value} for {needed}");
    }
    assert_eq!(slip_key(d("3010.2")), slip_key(d("12300")));
    assert_ne!(slip_key(d("3010.2")), slip_key(d("1240")));
    assert_eq!(slip_key(d("3010.2")), Some(b"123".to_vec()));
}

#[test]
fn smaller_units_are_counted_in_larger_ones() {
    let unit = |factor: &str, dimension: &str, per: Option<&str>| Unit {
        code: "x".into(),
        dimension: dimension.into(),
        factor: d(factor),
        per: per.map(Into::into),
    };
    let (metre, kilometre) = (unit("1", "length", None), unit("1000", "length", None));
    assert_eq!(kilometre.in_smaller(&metre), Some(d("1000")));
    assert_eq!(metre.in_smaller(&kilometre), None);
    assert_eq!(metre.in_smaller(&metre), None);
    assert_eq!(kilometre.in_smaller(&unit("1", "mass", None)), None);
    assert_eq!(kilometre.in_smaller(&unit("1", "length", Some("hour"))), None);
    assert_eq!(unit("1000", "length", Some("hour")).in_smaller(&metre), None);
    assert_eq!(kilometre.in_smaller(&unit("3", "length", None)), None);
    assert_eq!(kilometre.in_smaller(&unit("400", "length", None)), None);
}

#[test]
fn units_of_time_by_name_and_whole_numbers_of_them() {
    for unit in SpanUnit::ALL {
        assert!(SpanUnit::is_name(unit.as_str()));
    }
    assert!(!SpanUnit::is_name("years") && !SpanUnit::is_name(""));
    let whole = |count: &str| Span::years(d(count)).whole();
    assert_eq!((whole("3"), whole("3.0"), whole("3.5"), whole("-2")), (Some(3), Some(3), None, Some(-2)));
}

#[test]
fn a_level_that_lies_beside_the_one_within_is_widened_to_it() {
    let set = |low: &str, high: &str| ValueSet::from(Interval::closed(d(low), d(high)).unwrap());
    let reading = Reading::new(set("1", "2"), set("4", "5"), set("7", "8"));
    assert_eq!(levels(&reading), ["[1, 2]", "[1, 5]", "[1, 8]"]);
    let gaps = set("4", "5").union(&set("7", "8"));
    assert_eq!(Reading::new(set("1", "2"), gaps.clone(), gaps.clone()).standard, gaps.union(&set("1", "2")));
}
