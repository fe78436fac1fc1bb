//! Tables: cells in their context, totals and parts, changes and shares, and prose against cells.

use addsup::extract::Modality;
use addsup::judge::{Severity, Standing};
use addsup::source::{self, Builder, Cell, Document, Format, Role, from_text};
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use std::sync::OnceLock;

fn checker(language: &str) -> &'static Checker {
    static CHECKERS: OnceLock<[Checker; 2]> = OnceLock::new();
    let [en, id] = CHECKERS.get_or_init(|| {
        ["en", "id"].map(|code| {
            let options = CheckerOptions {
                language: Some(code.to_owned()),
                published: chrono::NaiveDate::from_ymd_opt(2024, 5, 14),
                ..CheckerOptions::default()
            };
            Checker::new(RuleData::embedded().unwrap(), options).unwrap()
        })
    });
    if language == "en" { en } else { id }
}

fn check(language: &str, text: &str) -> (Document, Checked) {
    let document = from_text(String::new(), None, text.to_owned());
    let checked = checker(language).check(&document).unwrap();
    (document, checked)
}

/// The findings: severity, rule and claims as written.
fn findings(language: &str, text: &str) -> Vec<String> {
    let (document, checked) = check(language, text);
    outlines(&document, &checked)
}

fn outlines(document: &Document, checked: &Checked) -> Vec<String> {
    let claims = |finding: &addsup::judge::Finding| {
        let texts = finding.claims.iter().map(|id| &document.text[checked.ledger.get(*id).span.clone()]);
        texts.collect::<Vec<_>>().join(" ")
    };
    let findings = checked.judgement.findings.iter();
    findings.map(|finding| format!("{}[{}] {}", finding.severity.as_str(), finding.rule, claims(finding))).collect()
}

/// What each claim is: text, value, unit, subject, period.
fn claims(language: &str, text: &str) -> Vec<String> {
    let (document, checked) = check(language, text);
    let claims = checked.ledger.claims.iter();
    let outline = |claim: &addsup::extract::Claim| {
        let word = |span: std::ops::Range<usize>| document.text[span].to_owned();
        let parts = [
            Some(word(claim.span.clone())),
            claim.value.as_ref().map(ToString::to_string),
            claim.unit.as_ref().map(ToString::to_string),
            claim.context.subject.as_ref().map(|subject| word(subject.span.clone())),
            claim.context.heads.as_ref().and_then(|heads| heads.measure.clone()).map(word),
            claim.context.period.map(|period| period.to_string()),
            (claim.context.modality != Modality::Actual).then(|| claim.context.modality.as_str().to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
    };
    claims.map(outline).collect()
}

/// A table as other formats than text give it; `None` is a cell that another reaches into, or that is empty.
fn drawn(before: &str, rows: &[&[Option<&str>]], heads: usize, after: &str) -> Document {
    let mut builder = Builder::new();
    let mut source = 0;
    let mut push = |builder: &mut Builder, text: &str| {
        builder.push(text, source);
        source += text.len();
    };
    if !before.is_empty() {
        builder.open(Role::Body, None, None);
        push(&mut builder, before);
    }
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            let Some(text) = text else { continue };
            let cell = Cell { table: 1, row: row + 1, column: column + 1, head: row < heads };
            builder.open(Role::Cell, Some(cell), None);
            push(&mut builder, text);
        }
    }
    if !after.is_empty() {
        builder.open(Role::Body, None, None);
        push(&mut builder, after);
    }
    let text: String = rows.iter().flat_map(|row| row.iter().flatten()).copied().collect();
    builder.markup(String::new(), None, format!("{before}{text}{after}"))
}

#[test]
fn cells_are_figures_in_the_unit_and_time_of_their_heads() {
    let table = "Output by district, in thousands of tonnes\nDistrict\t2021\t2022*\t2023F\tChange (%)\nNorth\t1,204\t2021\t(12)\t-3.5\nSouth\t–\tn/a\t12*\t+4";
    assert_eq!(
        claims("en", table)[3..],
        [
            "1,204 | 1204000 | t | North | 2021",
            "2021 | 2021000 | t | North | 2022",
            "(12) | -12000 | t | North | 2023 | forecast",
            "-3.5 | -3.5 | % | North | Change (%)",
            "12 | 12000 | t | South | 2023 | forecast",
            "+4 | 4 | % | South | Change (%)",
        ]
    );
}

#[test]
fn units_stand_in_heads_of_columns_and_rows_and_in_captions() {
    assert_eq!(
        claims(
            "id",
            "Realisasi anggaran\n\n| Pos | Nilai (Rp miliar) | Porsi (persen) |\n|---|---|---|\n| Belanja | 1.204,5 | 62,3 |"
        ),
        ["1.204,5 | 1204500000000 | IDR | Belanja | Nilai (Rp miliar)", "62,3 | 62.3 | % | Belanja | Porsi (persen)"]
    );
    assert_eq!(
        claims("en", "Item\t2022\t2023\nRevenue ($m)\t120\t131\nStaff\t1,040\t1,102\nMargin (%)\t12.1\t11.8")[2..],
        [
            "120 | 120000000 | USD | Revenue ($m) | 2022",
            "131 | 131000000 | USD | Revenue ($m) | 2023",
            "1,040 | 1040 | Staff | 2022",
            "1,102 | 1102 | Staff | 2023",
            "12.1 | 12.1 | % | Margin (%) | 2022",
            "11.8 | 11.8 | % | Margin (%) | 2023",
        ]
    );
}

#[test]
fn rows_of_years_and_numbered_rows() {
    assert_eq!(
        claims("en", "Year\tBirths\tDeaths\n2019\t1,204\t980\n2020\t1,187\t1,011"),
        [
            "2019 | 2019",
            "1,204 | 1204 | Births | 2019",
            "980 | 980 | Deaths | 2019",
            "2020 | 2020",
            "1,187 | 1187 | Births | 2020",
            "1,011 | 1011 | Deaths | 2020",
        ]
    );
    assert_eq!(
        claims("id", "No\tKecamatan\tPuskesmas\n1\tAndir\t4\n2\tCoblong\t7\n3\tLengkong\t5"),
        ["4 | 4 | Andir | Puskesmas", "7 | 7 | Coblong | Puskesmas", "5 | 5 | Lengkong | Puskesmas"]
    );
}

fn read_as(format: Format, text: &str) -> Document {
    source::read(format, String::new(), None, text.as_bytes().to_vec()).unwrap().remove(0)
}

#[test]
fn tables_of_markdown_and_html() {
    let html = "<h1>Visitors of the two museums</h1><p>The museums counted their visitors for the second year.</p>\
        <table><caption>Visitors, in thousands</caption>\
        <tr><th rowspan=2>Museum<th colspan=2>2022<th colspan=2>2023\
        <tr><th>Paying<th>Free<th>Paying<th>Free\
        <tr><th>Harbour<td>120.4<td>31.2<td>131.0<td>30.8\
        <tr><th>Castle<td>85.1<td>12.9<td>80.6<td>14.1\
        <tr><th>Total<td>205.5<td>44.1<td>211.6<td>49.4</table>";
    let document = read_as(Format::Html, html);
    let checked = checker("en").check(&document).unwrap();
    assert_eq!(outlines(&document, &checked), ["error[table-footing] 30.8 14.1 49.4"]);
    let free = checked.ledger.claims.iter().find(|claim| &document.text[claim.span.clone()] == "14.1").unwrap();
    assert_eq!(free.value.as_ref().map(ToString::to_string).as_deref(), Some("14100"));
    assert_eq!(free.context.period.map(|period| period.to_string()).as_deref(), Some("2023"));
    let listed = "- Counts of the day\n\n  | Gate | Cars | Bikes | Total |\n  |---|---|---|---|\n  | East | 412 | 96 | 508 |\n  | West | 298 | **81** | 397 |\n";
    let document = read_as(Format::Markdown, listed);
    assert_eq!(outlines(&document, &checker("en").check(&document).unwrap()), ["error[table-footing] 298 81 397"]);
}

#[test]
fn heads_over_several_columns_and_rows() {
    let rows: [&[Option<&str>]; 5] = [
        &[None, Some("2022"), None, Some("2023"), None],
        &[None, Some("Men"), Some("Women"), Some("Men"), Some("Women")],
        &[Some("Upper"), Some("204"), Some("187"), Some("211"), Some("190")],
        &[Some("Lower"), Some("98"), Some("101"), Some("95"), Some("99")],
        &[Some("Total"), Some("302"), Some("288"), Some("306"), Some("298")],
    ];
    let document = drawn("", &rows, 2, "");
    let checked = checker("en").check(&document).unwrap();
    let women: Vec<_> =
        checked.ledger.claims.iter().filter(|claim| &document.text[claim.span.clone()] == "190").collect();
    assert_eq!(women[0].context.period.map(|period| period.to_string()).as_deref(), Some("2023"));
    assert_eq!(outlines(&document, &checked), ["error[table-footing] 190 99 298"]);
}

#[test]
fn a_slip_is_found_in_rows_and_columns_once() {
    let table = "District\tMen\tWomen\tTotal\nUpper\t1,204\t1,187\t2,391\nLower\t980\t1,010\t1,990\nMiddle\t455\t512\t976\nAll districts\t2,639\t2,709\t5,348";
    let found = findings("en", table);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("error[table-footing]") && found[0].contains("976"), "{found:?}");
    assert!(findings("en", &table.replace("976", "967")).is_empty());
}

#[test]
fn groups_and_their_subtotals() {
    let table = "Item\t2022\t2023\nWages\t310\t322\nRent\t85\t88\nSubtotal\t395\t401\nSeeds\t40\t44\nFuel\t61\t59\nSubtotal\t101\t103\nGrand total\t496\t513";
    assert_eq!(findings("en", table), ["error[table-footing] 322 88 401"]);
    assert!(findings("en", &table.replace("401", "410")).is_empty());
    let one = "Item\tCost\nWages\t310\nRent\t85\nSubtotal\t401\nSeeds\t40\nFuel\t61\nSubtotal\t101\nGrand total\t496";
    assert_eq!(findings("en", one), ["error[table-footing] 310 85 401"]);
    let first = "Wilayah\t2022\t2023\nJumlah\t410\t428\nUtara\t120\t131\nSelatan\t95\t92\nTimur\t195\t205";
    assert!(findings("id", first).is_empty());
    assert_eq!(findings("id", &first.replace("428", "482")), ["error[table-footing] 482 131 92 205"]);
}

#[test]
fn what_may_be_incomplete_is_silent() {
    for table in [
        // A longer list than is shown.
        "Largest producers\nPlace\tTonnes\nHill\t412\nLake\t380\nPort\t290\nTotal\t3,150",
        "Place\tTonnes\nHill\t412\nLake\t380\nPort\t290\nDale\t190\nTotal\t1,402",
        // A cell without a figure.
        "Place\t2022\t2023\nHill\t412\t420\nLake\t–\t380\nTotal\t900\t800",
        // Parts of a part.
        "Continent\tVisitors\nAsia\t820\nof which China\t310\nEurope\t440\nTotal\t1,260",
        "Continent\tVisitors\nAsia\t820\nChina\t310\nJapan\t205\nEurope\t440\nTotal\t1,260",
        // Averages, rates, ranks.
        "Town\tVotes\tTurnout (%)\tPer booth\nA\t4,100\t61\t41\nB\t2,300\t55\t46\nTotal\t6,400\t59\t43",
        "Team\tPlayed\tRank\nA\t10\t1\nB\t12\t2\nTotal\t22\t14",
        // No total of what is named so.
        "Item\t2022\t2023\nRevenue\t120\t131\nCosts\t85\t90\nTotal assets\t900\t950",
        "Kecamatan\tRT\tRW\tJumlah penduduk\nAndir\t45\t9\t1.204\nCoblong\t51\t11\t1.377",
        // Units that differ by row.
        "Measure\tValue\nArea (km2)\t120\nPeople\t4,512\nTotal\t9,000",
        // Counted once in the total, though several have it.
        "Team\tAthletes\tSports\nRed\t112\t20\nBlue\t85\t12\nGreen\t43\t18\nTotal\t240\t24",
        // Rounded.
        "Sales, in $ million\nTea\t31.4\t30.8\nCoffee\t14.4\t15.1\nCocoa\t1.4\t1.3\nTotal\t47.1\t47.3",
    ] {
        let language = if table.contains("Jumlah") { "id" } else { "en" };
        assert_eq!(findings(language, table), [""; 0], "{table}");
    }
}

#[test]
fn columns_that_were_worked_out() {
    let table =
        "Town\t2022\t2023\tChange (%)\nA\t1,204\t1,260\t4.7\nB\t980\t1,010\t3.1\nC\t455\t512\t12.5\nD\t700\t735\t8.0";
    assert_eq!(findings("en", table), ["error[growth-percent] 700 735 8.0"]);
    let steps = "Kota\t2022\t2023\tSelisih\nA\t1.204\t1.260\t56\nB\t980\t1.010\t30\nC\t455\t512\t75";
    assert_eq!(findings("id", steps), ["error[change-endpoints] 455 512 75"]);
    let years = "Year\tPeople\tGrowth (%)\n2019\t1,204\t\n2020\t1,260\t4.7\n2021\t1,310\t4.0\n2022\t1,352\t2.3\n2023\t1,420\t5.0";
    assert_eq!(findings("en", years), ["error[growth-percent] 1,310 1,352 2.3"]);
    let shares = "Party\tVotes\tShare (%)\nReds\t4,120\t41.2\nBlues\t3,310\t33.1\nGreens\t1,570\t17.5\nOthers\t1,000\t10.0\nTotal\t10,000\t100";
    let found = findings("en", shares);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("17.5"), "{found:?}");
}

#[test]
fn the_text_is_held_against_the_cells() {
    let table =
        "Rice harvest by district, in tonnes\nDistrict\t2022\t2023\nNorth\t4,120\t4,310\nSouth\t2,980\t3,050\n\n";
    let agrees = format!(
        "{table}The rice harvest of the North came to 4,310 tonnes in 2023, after a wet spring and a late start of the season."
    );
    let (document, checked) = check("en", &agrees);
    let claim =
        checked.ledger.claims.iter().find(|claim| &document.text[claim.span.clone()] == "4,310 tonnes").unwrap();
    assert_eq!(checked.judgement.standings[claim.id.0 as usize], Standing::Agrees, "{:?}", claim.context);
    assert!(checked.judgement.findings.is_empty(), "{:?}", outlines(&document, &checked));
    let slip = agrees.replace("4,310 tonnes", "4,130 tonnes");
    assert_eq!(findings("en", &slip), ["warning[restated-figure] 4,310 4,130 tonnes"]);
    for other in ["in 2021", "in 2022"] {
        let silent = agrees.replace("4,310 tonnes in 2023", &format!("4,119 tonnes {other}"));
        assert!(findings("en", &silent).iter().all(|finding| !finding.starts_with("error")), "{silent}");
    }
    assert!(findings("en", &agrees.replace("4,310 tonnes", "210 tonnes more")).is_empty());
}

#[test]
fn odd_tables_are_simply_checked() {
    for table in [
        "\t\t\n\t\t5",
        "| 5 |\n| 7 |\n| 12 |",
        "Total\t5",
        "Total\nTotal\t5\t6",
        "|||\n|||5|",
        "1\t2\n3\t4",
        "Total\tTotal\nTotal\t12",
    ] {
        assert_eq!(findings("en", table), [""; 0], "{table}");
    }
    let (_, checked) = check("en", "- item\n\nA\tB\n1\t2\n\nC\tTotal\n4\t5\n6\t7");
    assert!(checked.judgement.findings.iter().all(|finding| finding.severity < Severity::Error));
}

#[test]
fn long_tables_cost_what_they_are_long() {
    let time = |rows: u32| {
        let mut table = String::from("Place\t2022\t2023\tTotal\n");
        let (mut a, mut b) = (0, 0);
        for row in 0..rows {
            let (x, y) = (row * 7 % 991 + 1, row * 13 % 997 + 1);
            (a, b) = (a + x, b + y);
            table.push_str(&format!("Place {row}\t{x}\t{y}\t{}\n", x + y));
        }
        table.push_str(&format!("Total\t{a}\t{}\t{}\n", b + 9, a + b));
        let start = std::time::Instant::now();
        let found = findings("en", &table);
        assert_eq!(found.len(), 1, "{}", found.len());
        start.elapsed()
    };
    time(100);
    let (short, long) = (time(1_000), time(10_000));
    assert!(long < short * 40, "{short:?} for 1,000 rows, {long:?} for 10,000");
}

/// The slips planted in an article, as `tests/fixtures.rs` reads them.
#[derive(serde::Deserialize)]
struct Expected {
    slip: Vec<Slip>,
}

/// One of them: the rule, and a figure of the finding.
#[derive(serde::Deserialize)]
struct Slip {
    rule: String,
    text: String,
}

#[test]
fn the_slips_in_the_articles_with_tables_are_found_and_nothing_else() {
    for (language, name) in [("en", "fisheries"), ("id", "libraries")] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(language);
        let read = |ending: &str| std::fs::read_to_string(folder.join(format!("{name}.faulty.{ending}"))).unwrap();
        let expected: Expected = toml::from_str(&read("expected.toml")).unwrap();
        let document = read_as(Format::Markdown, &read("md"));
        let found = outlines(&document, &checker(language).check(&document).unwrap());
        for slip in &expected.slip {
            let tells =
                |finding: &&String| finding.contains(&format!("[{}]", slip.rule)) && finding.contains(&slip.text);
            assert!(found.iter().any(|finding| tells(&finding)), "{} {}: {found:?}", slip.rule, slip.text);
        }
        assert_eq!(found.len(), expected.slip.len(), "{found:?}");
    }
}
