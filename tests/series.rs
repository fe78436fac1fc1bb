//! `check --together`: articles that must not contradict each other, as users meet it.

mod program;

use program::{CLEAN, GROWTH, Run, check, folder, run, write};
use serde_json::Value;
use std::path::Path;

const MILL: &str = "VELDEN, 14 May 2024 - A fire at the Brokdorf textile mill near Velden destroyed 340 looms on Monday, the owner said.\n\n\
The mill employs 1,250 workers and made 8,400 tonnes of yarn last year. Insurers put the damage at 27.5 million euros.\n\n\
Engines from 16 towns came to the mill, and the road to the harbour stayed closed for 11 hours.\n";
const PABRIK: &str = "Jakarta, 14 Mei 2024 - Pabrik tekstil Brokdorf di Kabupaten Velden kehilangan 340 alat tenun dalam kebakaran pada Senin.\n\n\
Pabrik itu mempekerjakan 1.250 karyawan dan menghasilkan 8.400 ton benang tahun lalu. Perusahaan asuransi menaksir kerugian pabrik Rp 27,5 miliar.\n\n\
Jalan menuju pelabuhan ditutup selama 11 jam.\n";

fn together(folder: &Path, arguments: &[&str]) -> Run {
    check(folder, &[&["--together"], arguments].concat())
}

/// What is found in two articles, the second of which is the first with this change.
fn changed(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    let folder = folder(&[("a.txt", text), ("b.txt", &text.replace(from, to))]);
    let run = together(folder.path(), &["a.txt", "b.txt"]);
    assert_eq!(run.err, "", "{run:?}");
    run.out
}

#[test]
fn a_figure_that_two_articles_give_differently_is_told_with_both_places() {
    for (text, from, to) in [
        (MILL, "340 looms", "430 looms"),
        (MILL, "340 looms", "410 looms"),
        (MILL, "1,250 workers", "1,520 workers"),
        (MILL, "8,400 tonnes", "84,000 tonnes"),
        (MILL, "27.5 million", "27.5 billion"),
        (MILL, "16 towns", "19 towns"),
        (PABRIK, "340 alat", "430 alat"),
        (PABRIK, "1.250 karyawan", "1.520 karyawan"),
        (PABRIK, "8.400 ton", "84.000 ton"),
        (PABRIK, "27,5 miliar", "27,5 juta"),
    ] {
        let out = changed(text, from, to);
        assert_eq!(out.lines().count(), 1, "{from} {to}: {out}");
        assert!(out.starts_with("a.txt:") && out.contains("warning[") && out.contains("; b.txt "), "{out}");
    }
}

#[test]
fn the_same_story_told_twice_confirms_itself() {
    let folder = folder(&[("a.txt", MILL), ("b.txt", MILL), ("c.txt", PABRIK), ("d.txt", CLEAN)]);
    let run =
        run(folder.path(), &["check", "--together", "--output-format", "json", "a.txt", "b.txt", "c.txt", "d.txt"]);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    let report = &report[0];
    assert_eq!((report["findings"].as_array().unwrap().len(), run.code), (0, 0));
    assert_eq!(report["parts"].as_array().unwrap().len(), 4);
    assert!(report["totals"]["agree"].as_u64().unwrap() >= 8, "{}", report["totals"]);
}

#[test]
fn news_is_no_slip() {
    let silent = |first: &str, second: &str| {
        let folder = folder(&[("a.txt", first), ("b.txt", second)]);
        let run = together(folder.path(), &["a.txt", "b.txt"]);
        assert_eq!(run.out, "", "{first}\n{second}");
    };
    // Another day.
    silent(MILL, &MILL.replace("14 May", "15 May").replace("340 looms", "410 looms"));
    silent(PABRIK, &PABRIK.replace("14 Mei", "15 Mei").replace("340 alat", "410 alat"));
    // A word that says so.
    silent(MILL, &MILL.replace("destroyed 340 looms", "is now known to have destroyed 410 looms"));
    silent(MILL, &MILL.replace("27.5 million euros", "31.5 million euros, up from an earlier estimate"));
    // A toll grows.
    let toll = "The Brokdorf mill employs 1,250 workers and makes 8,400 tonnes of yarn a year.\n\n\
                The fire at the textile mill killed 12 people at the harbour of Velden.\n";
    silent(toll, &toll.replace("12 people", "14 people"));
    // Another event, in the same words.
    let gold = "Gold at the Velden market sold for 1,123 euros a gram on its opening, traders at the market said.\n";
    silent(gold, &gold.replace("1,123", "1,132"));
    // Both figures are known to one of them.
    silent(MILL, &MILL.replace("340 looms", "430 looms").replace("16 towns", "16 towns and 340 helpers"));
}

#[test]
fn a_past_period_stays_as_it_is_whenever_it_is_told() {
    let told = |day: &str, ships: &str| {
        format!(
            "VELDEN, {day} May 2024 - The port of Velden handled {ships} container ships in 2021, its owner said in a report.\n\n\
             The port has 1,250 workers, 27.5 hectares of yards and 16 cranes for containers.\n"
        )
    };
    let folder = folder(&[("a.txt", &told("14", "2,610")), ("b.txt", &told("21", "2,160"))]);
    let run = together(folder.path(), &["a.txt", "b.txt"]);
    assert!(run.out.contains("a.txt 1:") && run.out.contains("b.txt 1:") && run.out.lines().count() == 1, "{run:?}");
}

#[test]
fn it_goes_through_exit_codes_inputs_and_bad_files() {
    let folder = folder(&[("a.txt", MILL), ("news/b.txt", &MILL.replace("1,250", "1,520")), ("c.txt", GROWTH)]);
    let folder = folder.path();
    let run = together(folder, &["a.txt", "news", "--fail-on", "warning"]);
    assert_eq!((run.code, run.out.lines().count()), (1, 1), "{run:?}");
    assert_eq!(together(folder, &["a.txt", "news"]).code, 0);
    assert_eq!(together(folder, &["a.txt", "news", "c.txt"]).code, 1);
    // What cannot be used is told, and the rest is checked.
    let run = together(folder, &["a.txt", "news/b.txt", "none.txt", "--fail-on", "warning"]);
    assert_eq!((run.code, run.out.lines().count()), (2, 1), "{run:?}");
    assert!(run.err.contains("none.txt"), "{run:?}");
    // Rows of JSON Lines are articles of their own.
    let row = |id: &str, text: &str| serde_json::json!({"id": id, "text": text}).to_string();
    write(folder, "rows.jsonl", &format!("{}\n{}\n", row("x", MILL), row("y", &MILL.replace("1,250", "1,520"))));
    let run = together(folder, &["rows.jsonl"]);
    assert!(run.out.contains("rows.jsonl#x 3:18: 1,250; rows.jsonl#y 3:18: 1,520"), "{run:?}");
}

#[test]
fn known_findings_and_comments_hold_across_files() {
    let folder = folder(&[("a.txt", MILL), ("b.txt", &MILL.replace("1,250", "1,520"))]);
    let folder = folder.path();
    let run = together(folder, &["a.txt", "b.txt", "--write-baseline", "known.toml"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    let run = together(folder, &["a.txt", "b.txt", "--baseline", "known.toml"]);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""), "{run:?}");
    write(
        folder,
        "b.txt",
        &format!("<!-- addsup: ignore-file the owner was asked -->\n\n{}", MILL.replace("1,250", "1,520")),
    );
    let run = together(folder, &["a.txt", "b.txt"]);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""), "{run:?}");
}
