//! `addsup.toml`: which one counts, what it may say, and what is told of one that cannot be used.

mod program;

use program::{CLEAN, GROWTH, WEEKDAY, check, folder, run, write};
use serde_json::Value;
use std::path::Path;

fn both() -> String {
    format!("{GROWTH}\n{WEEKDAY}")
}

#[test]
fn severities_of_rules_are_set_and_the_command_line_beats_them() {
    let folder =
        folder(&[("a.txt", &both()), ("addsup.toml", "[rules]\ngrowth-percent = 'off'\nweekday-date = 'warning'\n")]);
    let told = check(folder.path(), &["a.txt"]);
    assert_eq!((told.code, told.err.as_str()), (0, ""), "{told:?}");
    assert!(told.out.contains("warning[weekday-date]") && !told.out.contains("growth-percent"), "{told:?}");
    let told = check(folder.path(), &["a.txt", "--fail-on", "warning"]);
    assert_eq!(told.code, 1, "{told:?}");
    let told = check(folder.path(), &["a.txt", "--select", "growth-percent"]);
    assert!(told.code == 1 && told.out.contains("error[growth-percent]") && !told.out.contains("weekday"), "{told:?}");
    let told = check(folder.path(), &["a.txt", "--isolated"]);
    assert!(told.out.contains("error[growth-percent]") && told.out.contains("error[weekday-date]"), "{told:?}");
}

#[test]
fn the_nearest_file_counts_and_adds_nothing_to_those_farther_up() {
    let folder = folder(&[
        ("addsup.toml", "ignore = ['weekday-date']"),
        ("a.txt", &both()),
        ("news/addsup.toml", "ignore = ['growth-percent']\nfail-on = 'never'"),
        ("news/deep/b.txt", &both()),
    ]);
    let told = check(folder.path(), &["a.txt", "news/deep/b.txt"]);
    let rules: Vec<&str> = told.out.lines().map(|line| line.split(['[', ']']).nth(1).unwrap()).collect();
    assert_eq!((told.code, rules), (1, vec!["growth-percent", "weekday-date"]), "{told:?}");
    // Started from anywhere, and by any name of the file.
    let told = check(&folder.path().join("news"), &["deep/../deep/b.txt"]);
    assert!(told.code == 0 && told.out.contains("weekday-date"), "{told:?}");
    let told = check(folder.path(), &["--config", "news/addsup.toml", "a.txt"]);
    assert!(told.code == 0 && told.out.contains("weekday-date") && !told.out.contains("growth"), "{told:?}");
}

#[test]
fn what_comes_from_no_file_goes_by_the_folder_of_the_run() {
    let folder = folder(&[("addsup.toml", "ignore = ['growth-percent']\nlang = 'en'")]);
    let output = program::addsup().current_dir(&folder).args(["check", "-"]).write_stdin(GROWTH).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn overrides_hold_for_their_files_and_later_ones_win() {
    let config = "
        ignore = ['weekday-date']
        [[overrides]]
        files = ['sports/**', '*.wire.txt']
        rules = { growth-percent = 'info', weekday-date = 'warning' }
        [[overrides]]
        files = ['sports/old/*']
        ignore = ['growth-percent']
        fail-on = 'warning'
    ";
    let folder = folder(&[("addsup.toml", config), ("a.txt", &both()), ("b.wire.txt", &both())]);
    write(folder.path(), "sports/old/c.txt", &both());
    let told = check(folder.path(), &["a.txt", "--fail-on", "never"]);
    assert!(told.out.contains("error[growth-percent]") && !told.out.contains("weekday-date"), "{told:?}");
    let told = check(folder.path(), &["b.wire.txt"]);
    assert!(told.code == 0 && told.out.contains("info[growth-percent]"), "{told:?}");
    assert!(told.out.contains("warning[weekday-date]"), "{told:?}");
    let told = check(folder.path(), &["sports/old/c.txt"]);
    assert!(told.code == 1 && !told.out.contains("growth-percent"), "{told:?}");
    assert!(told.out.contains("warning[weekday-date]"), "{told:?}");
}

#[test]
fn languages_dates_and_messages() {
    let config = "lang = 'id'\npublished = 2023-10-13\nmessages = 'id'\n";
    let folder = folder(&[("addsup.toml", config), ("a.txt", "Rapat digelar kemarin.\n")]);
    let told = run(folder.path(), &["check", "a.txt"]);
    assert!(told.code == 0 && told.out.contains("2023-10-12") && told.out.contains("Semua klaim"), "{told:?}");
    let told = run(folder.path(), &["check", "a.txt", "--published", "2023-01-10", "--messages", "en"]);
    assert!(told.out.contains("2023-01-09") && told.out.contains("All claims"), "{told:?}");
    write(folder.path(), "addsup.toml", "published = '13 October'\n");
    let told = run(folder.path(), &["check", "a.txt"]);
    assert!(told.code == 2 && told.err.contains("addsup.toml:1:") && told.err.contains("2023-10-13"), "{told:?}");
}

#[test]
fn number_styles_are_those_of_the_house() {
    let folder = folder(&[("a.txt", "The mill sold 1.250 tonnes at 2,5 dollars each, the owner said.\n")]);
    let values = || {
        let told = run(folder.path(), &["claims", "--lang", "en", "--output-format", "json", "a.txt"]);
        let answer: Value = serde_json::from_str(&told.out).unwrap();
        let claims = answer[0]["claims"].as_array().unwrap().iter();
        claims.map(|claim| claim["value"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_ne!(values(), ["1250", "2.5"]);
    write(folder.path(), "addsup.toml", "number-style = '1.250,5'\n");
    assert_eq!(values(), ["1250", "2.5"]);
    write(folder.path(), "addsup.toml", "number-style = '1 250,5'\n");
    let told = run(folder.path(), &["claims", "a.txt"]);
    assert!(told.code == 2 && told.err.contains("addsup.toml:1:16: unknown variant `1 250,5`"), "{told:?}");
}

#[test]
fn figures_of_one_thing_under_two_names_confirm_each_other() {
    let text = "Costs of the two bodies fell. The United Nations spent $3.2 billion in 2023.\n\nThe UN spent $3.2 billion in 2023.\n";
    let folder = folder(&[("a.txt", text)]);
    let agree = || {
        let told = run(folder.path(), &["check", "--lang", "en", "--output-format", "json", "a.txt"]);
        serde_json::from_str::<Value>(&told.out).unwrap()[0]["totals"]["agree"].clone()
    };
    assert_eq!(agree(), 0);
    write(folder.path(), "addsup.toml", "[aliases]\nUN = ['the United Nations', 'U.N.']\n");
    assert_eq!(agree(), 2);
    write(folder.path(), "addsup.toml", "aliases = { UN = 'United Nations' }\n");
    let told = run(folder.path(), &["check", "a.txt"]);
    assert!(told.code == 2 && told.err.contains("addsup.toml:1:"), "{told:?}");
}

#[test]
fn excluded_files_are_not_checked_unless_they_are_named() {
    let config = "exclude = ['old/', '*.draft.txt', 'desk/wire/**']\n";
    let folder = folder(&[("addsup.toml", config), ("desk/a.txt", GROWTH), ("desk/b.draft.txt", GROWTH)]);
    for name in ["old/c.txt", "desk/old/d.txt", "desk/wire/e.txt"] {
        write(folder.path(), name, GROWTH);
    }
    let names = |from: &str, arguments: &[&str]| -> Vec<String> {
        let told = check(&folder.path().join(from), arguments);
        told.out.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect()
    };
    assert_eq!(names("desk", &["."]).len(), 1);
    assert_eq!(names(".", &["desk", "old/c.txt"]).len(), 2, "a file that is named is checked");
    assert_eq!(names("desk", &["b.draft.txt", "../old/c.txt"]).len(), 2);
    assert_eq!(names("desk", &["b.draft.txt", "../old/c.txt", "a.txt", "--force-exclude"]), ["a.txt"]);
    assert_eq!(names("desk", &[".", "--isolated"]).len(), 4);
}

#[test]
fn own_rules_lie_beside_the_file() {
    let rule = "
        name = 'house-growth'
        group = 'house'
        laws = ['change.rate']
        severity = 'warning'
        maturity = 'stable'
        summary = 'Growth adds up.'
        why = 'It should.'
    ";
    let config = "rules-dir = 'house'\nselect = ['house-growth']\n";
    let folder = folder(&[
        ("desk/addsup.toml", config),
        ("desk/house/checks/house/house-growth.toml", rule),
        ("desk/a.txt", GROWTH),
    ]);
    let told = check(folder.path(), &["desk/a.txt"]);
    assert!(told.code == 0 && told.out.contains("warning[house-growth]"), "{told:?}");
    let told = run(&folder.path().join("desk"), &["explain", "house-growth"]);
    assert!(told.code == 0 && told.out.contains("It should."), "{told:?}");
}

#[test]
fn mistakes_are_told_with_file_line_and_spelling() {
    let folder = folder(&[("a.txt", CLEAN)]);
    for (config, parts) in [
        ("\nfail_on = 'error'\n", &["addsup.toml:2:1: unknown field `fail_on`", "did you mean `fail-on`?"][..]),
        ("fail-on = 'warnings'\n", &["addsup.toml:1:11: unknown variant `warnings`", "did you mean `warning`?"]),
        (
            "[rules]\n# growth-precent = 'off'\ngrowth-precent = 'off'\n",
            &["addsup.toml:3: there is no rule `growth-precent`; did you mean `growth-percent`?"],
        ),
        ("select = [\n 'sum-of-part',\n]\n", &["addsup.toml:2: there is no rule `sum-of-part`"]),
        ("[[overrides]]\nignore = []\n", &["addsup.toml:1:1: missing field `files`"]),
        ("[[overrides]]\nfiles = ['a[']\n", &["addsup.toml:2: ", "unclosed character class"]),
        ("[[overrides]]\nfile = ['a']\n", &["addsup.toml:2:1: unknown field `file`", "did you mean `files`?"]),
        ("lang = 'xx'\n", &["addsup does not read \"xx\" yet"]),
        ("lang = \n", &["addsup.toml:1:"]),
        ("messages = 'xx'\n", &["messages: there are no messages in `xx`"]),
        ("rules-dir = 'nowhere'\n", &["nowhere: no such folder of rules"]),
    ] {
        write(folder.path(), "addsup.toml", config);
        let told = check(folder.path(), &["a.txt"]);
        assert_eq!(told.code, 2, "{config}: {told:?}");
        assert!(parts.iter().all(|part| told.err.contains(part)), "{config}: {told:?}");
        assert_eq!(told.err.lines().filter(|line| line.starts_with("addsup: ")).count(), 1, "{told:?}");
    }
    let told = check(folder.path(), &["a.txt", "--config", "nowhere.toml"]);
    assert!(told.code == 2 && told.err.contains("nowhere.toml: "), "{told:?}");
}

#[test]
fn a_broken_file_keeps_only_its_own_articles_from_being_checked() {
    let folder =
        folder(&[("a.txt", GROWTH), ("bad/addsup.toml", "x = 1"), ("bad/b.txt", GROWTH), ("bad/c.txt", GROWTH)]);
    let told = check(folder.path(), &["bad/b.txt", "bad/c.txt", "a.txt"]);
    assert!(told.code == 2 && told.out.starts_with("a.txt:1:"), "{told:?}");
    assert_eq!(told.err.matches("unknown field `x`").count(), 1, "{told:?}");
}

#[test]
fn settings_are_printed_with_where_they_come_from() {
    let config = "lang = 'en'\n[rules]\nweekday-date = 'off'\n[[overrides]]\nfiles = ['a.txt']\nstrict = true\n";
    let folder = folder(&[("addsup.toml", config), ("a.txt", CLEAN)]);
    let told = run(folder.path(), &["check", "--dump-config", "a.txt", "--fail-on", "warning", "--strict=false"]);
    assert_eq!(told.code, 0, "{told:?}");
    for (line, end) in [
        ("lang = \"en\"  # ", "addsup.toml"),
        ("strict = false  # ", "command line"),
        ("drafts = false  # ", "default"),
        ("fail-on = \"warning\"  # ", "command line"),
        ("weekday-date = \"off\"  # ", "addsup.toml"),
    ] {
        assert!(told.out.lines().any(|it| it.starts_with(line) && it.ends_with(end)), "{line}: {}", told.out);
    }
    let told = run(folder.path(), &["check", "--dump-config", "a.txt"]);
    assert!(told.out.contains("strict = true") && told.out.contains("addsup.toml, override 1"), "{}", told.out);
    // It is a configuration itself.
    write(folder.path(), "dumped.toml", &told.out);
    let again = run(folder.path(), &["check", "--config", "dumped.toml", "a.txt"]);
    assert_eq!(again.code, 0, "{again:?}");
}

#[test]
fn init_writes_a_file_that_changes_nothing_and_never_overwrites() {
    let folder = folder(&[("a.txt", GROWTH)]);
    let before = check(folder.path(), &["a.txt"]);
    let told = run(folder.path(), &["init"]);
    assert!(told.code == 0 && told.out.contains("addsup.toml"), "{told:?}");
    assert_eq!(check(folder.path(), &["a.txt"]).out, before.out);
    let text = std::fs::read_to_string(folder.path().join("addsup.toml")).unwrap();
    let told = run(folder.path(), &["init"]);
    assert!(told.code == 2 && told.err.contains("is there already"), "{told:?}");
    // What stands in it as a comment is right, and nothing is left out.
    let set: String = text
        .lines()
        .map(|line| line.strip_prefix('#').filter(|it| !it.starts_with(' ')).unwrap_or(line))
        .map(|line| format!("{line}\n"))
        .collect();
    let keys: Value = serde_json::from_str(&run(folder.path(), &["schema"]).out).unwrap();
    for key in keys["properties"].as_object().unwrap().keys() {
        assert!(set.lines().any(|line| line.trim_start_matches('[').starts_with(key.as_str())), "{key}");
    }
    let set = set.replace("rules-dir", "#").replace("baseline", "#").replace("facts = ", "# ");
    write(folder.path(), "addsup.toml", &set);
    let told = check(folder.path(), &["a.txt"]);
    assert!(told.code != 2, "{told:?}");
}

#[test]
fn the_schema_is_that_of_the_program() {
    let folder = folder(&[]);
    let schema = run(folder.path(), &["schema"]).out;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/addsup.schema.json");
    if std::env::var_os("ADDSUP_BLESS").is_some() {
        std::fs::write(&path, &schema).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap();
    assert!(schema == stored, "{} is not current: run this test with ADDSUP_BLESS=1", path.display());
    let schema: Value = serde_json::from_str(&schema).unwrap();
    assert_eq!(schema["additionalProperties"], false);
    assert!(schema["properties"]["fail-on"]["description"].as_str().unwrap().contains("exit code 1"));
}
