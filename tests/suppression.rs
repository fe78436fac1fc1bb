//! Comments to addsup in articles: what they suppress, and what is told of those that do nothing.

mod program;

use program::{CLEAN, GROWTH, WEEKDAY, check, folder, run, write};
use serde_json::Value;
use tempfile::TempDir;

fn article(text: &str) -> TempDir {
    folder(&[("a.txt", text)])
}

/// The rules that are told, and what is said of comments.
fn told(text: &str) -> (Vec<String>, String) {
    let run = check(article(text).path(), &["a.txt"]);
    assert_eq!(run.code, i32::from(run.out.contains(": error[")), "{run:?}");
    let rule = |line: &str| line.split(['[', ']']).nth(1).unwrap_or_default().to_owned();
    (run.out.lines().map(rule).collect(), run.err)
}

#[test]
fn ignore_is_for_the_next_block_only() {
    let text = format!("<!-- addsup: ignore[growth-percent] The annual report says so. -->\n{GROWTH}\n{WEEKDAY}");
    assert_eq!(told(&text), (vec!["weekday-date".to_owned()], String::new()));
    let text = format!("<!-- addsup: ignore -->\n{CLEAN}\n{GROWTH}");
    let (rules, err) = told(&text);
    assert_eq!(rules, ["growth-percent"]);
    assert!(err.starts_with("addsup: a.txt:1:1: warning[unused-suppression] there is nothing"), "{err}");
    // Blank lines and other comments stand between.
    let text = format!(
        "<!-- addsup: ignore[weekday-date] -->\n<!-- addsup: ignore[growth-percent, sum-of-parts] -->\n\n{GROWTH}"
    );
    let (rules, err) = told(&text);
    assert!(rules.is_empty(), "{rules:?}");
    let lines: Vec<&str> = err.lines().collect();
    assert!(lines.len() == 2 && lines[0].contains("a.txt:1:1") && lines[0].contains("`weekday-date`"), "{err}");
    assert!(lines[1].contains("a.txt:2:1") && lines[1].contains("`sum-of-parts`"), "{err}");
}

#[test]
fn disable_holds_until_enable() {
    let text = format!(
        "{GROWTH}\n<!-- addsup: disable[growth-percent] -->\n{GROWTH}\n{WEEKDAY}\n<!-- addsup: enable -->\n{GROWTH}"
    );
    assert_eq!(told(&text).0, ["growth-percent", "weekday-date", "growth-percent"]);
    let text = format!(
        "<!-- addsup: disable -->\n{GROWTH}\n{WEEKDAY}\n<!-- addsup: enable[weekday-date] -->\n{GROWTH}\n{WEEKDAY}"
    );
    assert_eq!(told(&text), (vec!["weekday-date".to_owned()], String::new()));
    let (_, err) = told(&format!("{CLEAN}\n<!-- addsup: enable[weekday-date] -->\n<!-- addsup: enable -->\n{CLEAN}"));
    assert!(err.contains("a.txt:3:1: warning[unused-suppression] `weekday-date` is not disabled here"), "{err}");
    assert!(err.contains("a.txt:4:1: warning[unused-suppression] there is nothing disabled"), "{err}");
}

#[test]
fn ignore_file_holds_before_it_as_well() {
    let text = format!("{GROWTH}\n{WEEKDAY}\n<!-- addsup: ignore-file[growth-percent] -->\n");
    assert_eq!(told(&text), (vec!["weekday-date".to_owned()], String::new()));
    let text = format!("{GROWTH}\n<!-- addsup: ignore-file -->\n\n{WEEKDAY}");
    assert_eq!(told(&text), (vec![], String::new()));
}

#[test]
fn a_comment_is_no_part_of_the_article() {
    let text = format!("<!-- addsup: ignore[growth-percent] 14 of the 12 figures -->\n{GROWTH}");
    let folder = article(&text);
    let run = run(folder.path(), &["check", "--output-format", "json", "a.txt"]);
    let answer: Value = serde_json::from_str(&run.out).unwrap();
    let claims: Vec<&str> =
        answer[0]["claims"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!((run.code, claims), (0, vec!["18 percent", "$3.5 billion", "$3.2 billion"]));
    assert_eq!(answer[0]["findings"], Value::Array(vec![]));
    let suppressed = &answer[0]["suppressed"][0];
    assert_eq!((&suppressed["rule"], &suppressed["line"]), (&Value::from("growth-percent"), &Value::from(2)));
    let by = serde_json::json!({"by": "comment", "reason": "14 of the 12 figures", "line": 1, "column": 1});
    assert_eq!(suppressed["suppression"], by);
    // Claims that nobody calls wrong any more are open.
    assert_eq!((&answer[0]["totals"]["conflict"], &answer[0]["totals"]["open"]), (&Value::from(0), &Value::from(3)));
}

#[test]
fn malformed_comments_are_told_with_the_right_spelling() {
    for (comment, said) in [
        ("addsup: ignore[growth-precent]", "there is no rule `growth-precent`; did you mean `growth-percent`?"),
        (
            "addsup: ignroe[growth-percent]",
            "`ignroe` is none of ignore, disable, enable, ignore-file; did you mean `ignore`?",
        ),
        ("addsup ignore", "`ignore` is none of"),
        ("addsup: ignore[]", "no rule stands between the brackets"),
        ("addsup: ignore[growth-percent", "no rule stands between the brackets"),
        ("addsup:", "`` is none of"),
    ] {
        let (rules, err) = told(&format!("{CLEAN}\n<!-- {comment} -->\n{GROWTH}"));
        assert_eq!(rules, ["growth-percent"], "{comment}");
        assert!(
            err.starts_with("addsup: a.txt:3:1: warning[unused-suppression] ") && err.contains(said),
            "{comment}: {err}"
        );
    }
    // One wrong name does not undo the others.
    let (rules, err) = told(&format!("<!-- addsup: ignore[growth-precent, growth-percent] -->\n{GROWTH}"));
    assert!(rules.is_empty() && err.contains("growth-precent"), "{rules:?} {err}");
}

#[test]
fn comments_for_rules_that_are_not_run_are_not_called_unused() {
    let folder = article(&format!("<!-- addsup: ignore[growth-percent] -->\n<!-- addsup: ignore -->\n{CLEAN}"));
    for arguments in [&["--select", "weekday-date,unused-suppression"][..], &["--ignore", "growth-percent"]] {
        let run = check(folder.path(), &[&["a.txt"], arguments].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    }
    let run = check(folder.path(), &["a.txt", "--ignore", "weekday-date"]);
    assert_eq!(run.err.lines().count(), 1, "{run:?}");
    // Reading figures alone finds nothing, and says nothing.
    let run = program::run(folder.path(), &["claims", "a.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
}

#[test]
fn unused_comments_fail_as_any_warning_does() {
    let folder = article(&format!("<!-- addsup: ignore[growth-percent] -->\n{CLEAN}"));
    let code = |arguments: &[&str]| check(folder.path(), &[&["a.txt"], arguments].concat()).code;
    assert_eq!((code(&[]), code(&["--fail-on", "warning"])), (0, 1));
    assert_eq!(code(&["--fail-on", "warning", "--ignore", "unused-suppression"]), 0);
    write(folder.path(), "addsup.toml", "[rules]\nunused-suppression = 'error'\n");
    let run = check(folder.path(), &["a.txt"]);
    assert!(run.code == 1 && run.err.contains("error[unused-suppression]"), "{run:?}");
    write(folder.path(), "addsup.toml", "[rules]\nunused-suppression = 'off'\n");
    let run = check(folder.path(), &["a.txt", "--fail-on", "info"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn what_is_suppressed_is_listed_on_demand() {
    let folder = article(&format!("<!-- addsup: ignore[growth-percent] Checked by Mia. -->\n{GROWTH}"));
    let run = check(folder.path(), &["a.txt", "--show-suppressed"]);
    assert!(run.code == 0 && run.out.starts_with("a.txt:2:15: suppressed[growth-percent] "), "{run:?}");
    assert!(run.out.ends_with("(suppressed by the comment in line 1: Checked by Mia.)\n"), "{run:?}");
    let run = program::run(folder.path(), &["check", "a.txt", "--show-suppressed", "--messages", "id"]);
    assert!(run.out.contains("Yang diredam") && run.out.contains("komentar di baris 1: Checked by Mia."), "{run:?}");
    let run = program::run(folder.path(), &["check", "a.txt"]);
    assert!(!run.out.contains("Suppressed"), "{run:?}");
    write(folder.path(), "a.txt", &format!("<!-- addsup: ignore -->\n{GROWTH}"));
    let run = check(folder.path(), &["a.txt", "--show-suppressed"]);
    assert!(run.out.ends_with("(suppressed by the comment in line 1)\n"), "{run:?}");
}

#[test]
fn code_scanners_are_told_that_it_is_suppressed() {
    let folder = article(&format!("<!-- addsup: ignore[growth-percent] Checked by Mia. -->\n{GROWTH}\n{WEEKDAY}"));
    let sarif = |arguments: &[&str]| -> Value {
        let run = run(folder.path(), &[&["check", "a.txt", "--output-format", "sarif"], arguments].concat());
        serde_json::from_str(&run.out).unwrap()
    };
    let results = sarif(&[])["runs"][0]["results"].take();
    assert_eq!((&results[0]["ruleId"], results[0].get("suppressions")), (&Value::from("weekday-date"), None));
    let suppression = &results[1]["suppressions"][0];
    assert_eq!(
        (&results[1]["ruleId"], &suppression["kind"]),
        (&Value::from("growth-percent"), &Value::from("inSource"))
    );
    assert!(suppression["justification"].as_str().unwrap().ends_with(": Checked by Mia."), "{suppression}");
    run(folder.path(), &["check", "a.txt", "--write-baseline", "known.toml"]);
    let results = sarif(&["--baseline", "known.toml"])["runs"][0]["results"].take();
    let kinds: Vec<&Value> = results.as_array().unwrap().iter().map(|it| &it["suppressions"][0]["kind"]).collect();
    assert_eq!(kinds, ["inSource", "external"]);
}

#[test]
fn comments_inside_the_text_of_json_lines() {
    let line = |id: &str, text: &str| serde_json::json!({"id": id, "text": text}).to_string() + "\n";
    let silent = format!("<!-- addsup: ignore -->\n{GROWTH}");
    let folder = folder(&[("a.jsonl", &(line("x", &silent) + &line("y", GROWTH)))]);
    let run = check(folder.path(), &["a.jsonl"]);
    assert!(run.code == 1 && run.out.starts_with("a.jsonl#y:1:") && run.out.lines().count() == 1, "{run:?}");
}

#[test]
fn many_comments_take_linear_time() {
    let many = |count: usize| {
        let text = format!(
            "<!-- addsup: disable[growth-percent] -->\n<!-- addsup: enable -->\n<!-- addsup: ignore -->\n{WEEKDAY}"
        );
        let folder = article(&text.repeat(count));
        let start = std::time::Instant::now();
        let run = check(folder.path(), &["a.txt", "--ignore", "weekday-date"]);
        assert_eq!((run.code, run.out.as_str()), (0, ""));
        start.elapsed().as_secs_f64()
    };
    let (few, lots) = (many(500), many(5000));
    assert!(lots < 60.0 * few.max(0.05), "{few} s, {lots} s");
}

#[test]
fn comments_in_markdown_and_html() {
    let cases = [
        ("a.md", format!("# Title\n\n<!-- addsup: ignore[growth-percent] -->\n{GROWTH}\n{WEEKDAY}\n"), "a.md:6:", 3),
        (
            "b.md",
            format!("# Title\n\n{} <!-- addsup: ignore[growth-percent] -->\n\n{WEEKDAY}\n", GROWTH.trim_end()),
            "b.md:5:",
            3,
        ),
        (
            "c.md",
            format!(
                "> <!-- addsup: ignore[growth-percent] -->\n> {GROWTH}\n<!-- addsup: ignore -->\n\n{CLEAN}\n\n{WEEKDAY}"
            ),
            "c.md:9:",
            1,
        ),
        (
            "d.html",
            format!(
                "<html><body><article><h1>Title</h1>\n<!-- addsup: ignore[growth-percent]\n why -->\n<p>{GROWTH}</p>\n<p>{WEEKDAY}</p></article>"
            ),
            "d.html:6:",
            2,
        ),
    ];
    for (name, text, place, line) in cases {
        let folder = folder(&[(name, &text)]);
        let told = check(folder.path(), &["--lang", "en", name]);
        assert!(told.out.starts_with(place) && told.out.contains("[weekday-date]"), "{text}: {told:?}");
        assert_eq!(told.out.lines().count(), 1, "{text}: {told:?}");
        let answer = run(folder.path(), &["check", "--lang", "en", "--output-format", "json", name]).out;
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!(answer[0]["suppressed"][0]["suppression"]["line"], line, "{text}");
        let unused = if name == "c.md" { "c.md:4:1: warning[unused-suppression]" } else { "" };
        assert!(told.err.contains(unused) && told.err.is_empty() == unused.is_empty(), "{text}: {told:?}");
    }
}

#[test]
fn a_comment_before_a_table_is_for_all_of_it() {
    let table = "| Item | Note |\n|---|---|\n| One | Turnover rose 18 percent to $3.5 billion from $3.2 billion. |\n| Two | The council met on Monday, 15 June 2021. |\n";
    let folder = folder(&[("a.md", table), ("b.md", &format!("<!-- addsup: ignore -->\n\n{table}"))]);
    let told = check(folder.path(), &["--lang", "en", "a.md"]);
    assert_eq!(told.out.lines().count(), 2, "{told:?}");
    let told = check(folder.path(), &["--lang", "en", "b.md"]);
    assert_eq!((told.code, told.out.as_str(), told.err.as_str()), (0, "", ""));
}
