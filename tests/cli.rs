//! The program as users and scripts meet it: exit codes, inputs good and bad, pipes and terminals.

#[path = "common/files.rs"]
mod files;

use assert_cmd::Command;
use files::folder;
use serde_json::Value;
use std::fs;
use std::io::Read;
use std::process::{Command as Process, Stdio};
use tempfile::TempDir;

fn addsup() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_addsup"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Exit code, standard output and standard error.
fn run(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

const CLEAN: &[u8] = b"Nothing to count\n\nThe sea was calm and the harbour empty.\n";

#[test]
fn a_clean_article_exits_zero() {
    let (code, out, err) = run(addsup().args(["check", "-"]).write_stdin(CLEAN));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.ends_with("0 claims: 0 agree, 0 conflict, 0 to check by hand\n"), "{out}");
}

#[test]
fn a_faulty_article_exits_one_unless_told_otherwise() {
    let faulty = "Revenue rose 18 percent to $3.5 billion from $3.2 billion, the company said.";
    let (code, out, _) = run(addsup().args(["check", "--output-format", "concise", "-"]).write_stdin(faulty));
    assert_eq!(code, 1, "{out}");
    assert!(out.starts_with("-:1:") && out.contains(": error[growth-percent] "), "{out}");
    let never = ["check", "--fail-on", "never", "-"];
    assert_eq!(run(addsup().args(never).write_stdin(faulty)).0, 0);
    let ignored = ["check", "--ignore", "growth-percent", "-"];
    assert_eq!(run(addsup().args(ignored).write_stdin(faulty)).0, 0);
}

#[test]
fn what_cannot_be_read_exits_two_and_the_rest_is_checked() {
    let folder = folder(&[("good.txt", CLEAN), ("bad.txt", b"ca\xFFf"), ("utf16.txt", b"\xFF\xFEa\0b")]);
    let (code, out, err) = run(addsup().current_dir(&folder).args([
        "check",
        "--output-format",
        "jsonl",
        "bad.txt",
        "missing.txt",
        "utf16.txt",
        "good.txt",
    ]));
    assert_eq!(code, 2);
    assert!(err.contains("bad.txt: cannot be read as UTF-8: line 1, column 3 (byte 2) is broken"), "{err}");
    assert!(err.contains("missing.txt: cannot be read"), "{err}");
    assert!(err.contains("utf16.txt: cannot be read as UTF-16LE: line 1, column 2"), "{err}");
    let answers: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&str> = answers.iter().map(|answer| answer["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["bad.txt", "missing.txt", "utf16.txt", "good.txt"]);
    assert_eq!(answers[0]["problems"][0]["severity"], "error");
    assert_eq!(answers[3]["problems"], Value::Array(vec![]));
}

#[test]
fn options_that_cannot_be_used_exit_two() {
    for args in [
        &["check", "--lang", "xx", "-"][..],
        &["check", "--messages", "xx", "-"],
        &["check", "--select", "no-such-rule", "-"],
        &["check", "--published", "someday", "-"],
        &["check", "--rules", "/no/such/folder", "-"],
        &["check", "--nonsense"],
        &["explain", "no-such-rule"],
        &[],
    ] {
        let (code, out, err) = run(addsup().args(args).write_stdin(CLEAN));
        assert_eq!(code, 2, "{args:?}");
        assert!(out.is_empty() && !err.is_empty(), "{args:?}");
    }
}

#[test]
fn a_slip_in_the_rules_of_a_newsroom_is_named() {
    for (name, text, told) in [
        ("languages/en/messages/own.ftl", "a = b\nc = { $\n", "own.ftl:2: "),
        ("checks/own/mine.toml", "name = 3\n", "mine.toml"),
        ("relations/own.toml", "nonsense\n", "own.toml"),
    ] {
        let own = folder(&[(name, text.as_bytes())]);
        let (code, _, err) = run(addsup().args(["check", "--rules"]).arg(own.path()).arg("-").write_stdin(CLEAN));
        assert_eq!(code, 2, "{name}");
        assert!(err.contains(told), "{err}");
    }
}

const OWN_CHECK: &str = r#"name = "tide-mark"
group = "house"
laws = ["tide.mark"]
severity = "warning"
maturity = "draft"
summary = "High water is above low water."
why = "We once had them the wrong way round."

[[example]]
text = "The gauge went from a low of [[14 feet]] to a high of [[11 feet]]."
finds = true

[[example]]
text = "The gauge went from a low of 11 feet to a high of 14 feet."
finds = false
"#;
const OWN_RELATION: &str = r#"name = "tide"
summary = "Low and high water."
slots = [{ name = "low", kind = "level", group = "level" }, { name = "high", kind = "level", group = "level" }]
laws = [{ name = "mark", law = "low <= high", asks = "high" }]
"#;
const OWN_CONSTRUCTION: &str = r#"[[construction]]
id = "tide.low-high"
relation = "tide"
patterns = ["from a low of {low} to a high of {high}"]
"#;

/// The folder of a newsroom with one rule of its own, with the replacement made in all files.
fn newsroom(from: &str, to: &str) -> TempDir {
    let file = |text: &str| text.replace(from, to).into_bytes();
    let (check, relation, construction) = (file(OWN_CHECK), file(OWN_RELATION), file(OWN_CONSTRUCTION));
    folder(&[
        ("checks/house/tide-mark.toml", &check),
        ("relations/tide.toml", &relation),
        ("languages/en/constructions/tide.toml", &construction),
    ])
}

#[test]
fn examples_of_a_newsroom_are_run() {
    let test = |own: &TempDir| run(addsup().current_dir(own).args(["rules", "--test", "."]));
    let (code, out, err) = test(&newsroom("", ""));
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(out, "2 examples of 1 rules: 2 hold, 0 do not\n");
    // One of them is wrong now, and the report says which, and what happens instead.
    let (code, out, err) = test(&newsroom("a low of 11 feet", "a low of 18 feet"));
    assert_eq!((code, err.as_str()), (1, ""));
    let told = "./checks/house/tide-mark.toml:13: tide-mark (en): expected silence, found warning[tide-mark] on \"18 feet\", \
                \"14 feet\"\n2 examples of 1 rules: 1 hold, 1 do not\n";
    assert_eq!(out, told);
    let (code, out, _) = test(&newsroom("[[14 feet]] to a high of [[11 feet]]", "[[four knots]], and no more"));
    assert_eq!(code, 1);
    assert!(out.contains(":9: tide-mark (en): expected a finding of tide-mark, found nothing"), "{out}");
    let (code, out, _) = test(&newsroom("finds = true", "finds = true\nrepair = \"7 feet\""));
    assert_eq!(code, 1);
    assert!(out.contains("expected the repair \"7 feet\", found "), "{out}");
    let untested = folder(&[("checks/house/mine.toml", OWN_CHECK.split("\n\n").next().unwrap().as_bytes())]);
    fs::create_dir(untested.path().join("relations")).unwrap();
    fs::write(untested.path().join("relations/tide.toml"), OWN_RELATION).unwrap();
    let (code, out, _) = test(&untested);
    assert_eq!(code, 0);
    assert!(out.starts_with("./checks/house/mine.toml: tide-mark has no example\n"), "{out}");
}

#[test]
fn what_the_data_of_a_newsroom_does_not_know_is_spelt_for_it() {
    for (from, to, told) in [
        ("severity", "sevreity", "checks/house/tide-mark.toml:4:1: unknown field `sevreity`"),
        ("severity", "sevreity", "; did you mean `severity`?"),
        ("\"warning\"", "\"wraning\"", "did you mean `warning`?"),
        ("tide.mark", "tide.makr", "checks/house/tide-mark.toml:3: "),
        ("tide.mark", "tide.makr", "did you mean `mark`?"),
        ("relation = \"tide\"", "relation = \"tied\"", "constructions/tide.toml:3: "),
        ("relation = \"tide\"", "relation = \"tied\"", "did you mean `tide`?"),
        ("{high}", "{hgih}", "constructions/tide.toml:"),
        ("{high}", "{hgih}", "has no slot \"hgih\"; did you mean `high`?"),
        ("to a high", "<directoin> high", "constructions/tide.toml:4: "),
        ("to a high", "<directoin> high", "no class \"directoin\"; did you mean `direction`?"),
        ("low <= high", "low <= hgih", "relations/tide.toml:4: "),
        ("low <= high", "low <= hgih", "did you mean `high`?"),
        ("severity", "guards = [\"quotatoin\"]\nseverity", "checks/house/tide-mark.toml:4: "),
        ("severity", "guards = [\"real-tems\"]\nseverity", "did you mean `real-terms`?"),
    ] {
        let own = newsroom(from, to);
        for args in [&["rules", "--test", "."][..], &["check", "--rules", ".", "-"]] {
            let (code, out, err) = run(addsup().current_dir(&own).args(args).write_stdin(CLEAN));
            assert_eq!((code, out.as_str()), (2, ""), "{err}");
            assert!(err.contains(told), "{told}: {err}");
        }
    }
    let example = OWN_CHECK.split("\n\n").nth(1).unwrap().as_bytes();
    for (name, told) in [
        ("languages/id/examples/gorwth-percent.toml", "no rule `gorwth-percent`; did you mean `growth-percent`?"),
        ("languages/idn/examples/growth-percent.toml", "no language `idn`"),
        ("languages/idn/examples/growth-percent.toml", "did you mean `id`?"),
    ] {
        let (code, _, err) = run(addsup().args(["rules", "--test"]).arg(folder(&[(name, example)]).path()));
        assert_eq!(code, 2);
        assert!(err.contains(told), "{err}");
    }
}

#[test]
fn a_newsroom_words_its_own_messages() {
    let own = folder(&[("languages/en/messages/own.ftl", b"totals = { $claims } figures\n")]);
    let (code, out, err) = run(addsup().args(["check", "--rules"]).arg(own.path()).arg("-").write_stdin(CLEAN));
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.ends_with("\n0 figures\n"), "{out}");
}

#[test]
fn json_lines_are_answered_one_by_one_in_order() {
    let input = "{\"id\":\"b\",\"text\":\"A text.\",\"lang\":\"en\"}\n\nnonsense\n{\"id\":2,\"text\":\"Another.\",\"lang\":null}\n\
                 {\"id\":\"x\"}\n{\"id\":\"d\",\"text\":\"a\",\"published\":\"2023-10-13T21:05+07:00\"}";
    for format in ["jsonl", "auto"] {
        let args = ["check", "--input-format", format, "--output-format", "jsonl", "-"];
        let (code, out, err) = run(addsup().args(args).write_stdin(input));
        assert_eq!(code, 2);
        assert!(err.contains("standard input:3: is no article"), "{err}");
        let ids: Vec<Value> =
            out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone()).collect();
        assert_eq!(ids, [Value::from("b"), Value::Null, Value::from(2), Value::from("x"), Value::from("d")]);
    }
}

#[test]
fn all_shows_the_numbers_that_are_no_figures() {
    let text = "On page 12 the pilot of an F-16 counted three ducks.";
    let labels = |all: &[&str]| {
        let args = ["claims", "--lang", "en", "--output-format", "json", "-"];
        let (code, out, _) = run(addsup().args(args).args(all).write_stdin(text));
        assert_eq!(code, 0);
        let article = serde_json::from_str::<Value>(&out).unwrap()[0].take();
        assert_eq!(article["claims"].as_array().map(Vec::len), Some(1));
        article["labels"].clone()
    };
    assert_eq!(labels(&[]), Value::Null);
    let shown = labels(&["--all"]);
    assert_eq!(shown[0]["text"], "page 12");
    assert_eq!(shown[1]["span"], serde_json::json!({"start": 27, "end": 31}));
    assert_eq!(shown[1]["via"], "model");
    let (_, table, _) = run(addsup().args(["claims", "--all", "--lang", "en", "-"]).write_stdin(text));
    assert!(table.contains("No figures") && table.contains("page 12"), "{table}");
}

#[test]
fn what_cannot_be_read_is_told_and_left_alone() {
    let turkish = "Fabrika 412 somun ekmek sattı çünkü fiyat yüzde 5 düştü, dedi sahibi. Şirket tatilden sonra iki işçi daha \
                   alacak, ama bu yıl için bir karar henüz yok.";
    let (code, out, err) = run(addsup().args(["check", "--output-format", "json", "-"]).write_stdin(turkish));
    assert_eq!(code, 0);
    assert!(err.contains("addsup does not read Türkçe (tr) yet"), "{err}");
    let article = serde_json::from_str::<Value>(&out).unwrap()[0].take();
    assert_eq!((&article["language"], article["claims"].as_array().map(Vec::len)), (&Value::from("tr"), Some(0)));
    assert_eq!(article["problems"][0]["severity"], "warning");
    let (code, _, err) = run(addsup().args(["check", "--lang", "tr", "-"]).write_stdin(turkish));
    assert_eq!(code, 2);
    assert!(err.contains("does not read \"tr\" yet; it reads "), "{err}");
}

#[test]
fn many_lines_keep_their_order() {
    let input: String = (0..3000).map(|id| format!("{{\"id\":{id},\"text\":\"Text {id}.\"}}\n")).collect();
    let args = ["claims", "--input-format", "jsonl", "--output-format", "json", "-"];
    let (code, out, _) = run(addsup().args(args).write_stdin(input));
    assert_eq!(code, 0);
    let answers: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert!(answers.iter().enumerate().all(|(at, answer)| answer["id"] == at));
    assert_eq!(answers.len(), 3000);
}

#[test]
fn json_is_an_array_even_of_nothing() {
    let nothing = ["check", "--output-format", "json", "--exclude", "a.txt", "--force-exclude", "a.txt"];
    let (code, out, err) = run(addsup().args(nothing));
    assert_eq!((code, serde_json::from_str::<Value>(&out).unwrap(), err.as_str()), (0, Value::Array(vec![]), ""));
}

#[test]
fn folders_are_searched_in_the_order_of_names() {
    let folder = folder(&[
        ("b.txt", CLEAN),
        ("a/z.md", CLEAN),
        ("a/.hidden.txt", CLEAN),
        ("c.jsonl", b"{\"id\":1,\"text\":\"\"}\n"),
        ("d.csv", CLEAN),
    ]);
    let (code, out, _) = run(addsup().current_dir(&folder).args(["claims", "--output-format", "jsonl", "."]));
    assert_eq!(code, 0);
    let paths: Vec<String> = out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["path"].as_str().unwrap().replace('\\', "/"))
        .collect();
    assert_eq!(paths, ["./a/z.md", "./b.txt", "./c.jsonl"]);
}

#[test]
fn a_closed_pipe_is_no_error() {
    let folder = folder(&[]);
    let path = folder.path().join("many.jsonl");
    let lines: String = (0..50_000).map(|id| format!("{{\"id\":{id},\"text\":\"Text.\"}}\n")).collect();
    fs::write(&path, lines).unwrap();
    let mut child = Process::new(env!("CARGO_BIN_EXE_addsup"))
        .args(["check", "--output-format", "jsonl"])
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut some = [0; 64];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn no_colours_into_pipes_and_none_where_they_are_not_wanted() {
    let escape = |out: &str| out.contains('\u{1b}');
    assert!(!escape(&run(addsup().args(["check", "-"]).write_stdin(CLEAN)).1));
    assert!(escape(&run(addsup().args(["check", "--color", "always", "-"]).write_stdin(CLEAN)).1));
    assert!(escape(&run(addsup().env("CLICOLOR_FORCE", "1").args(["check", "-"]).write_stdin(CLEAN)).1));
    let unwanted =
        run(addsup().env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1").args(["check", "-"]).write_stdin(CLEAN));
    assert!(!escape(&unwanted.1));
}

#[test]
fn ascii_where_nothing_else_can_be_shown() {
    let (_, out, _) = run(addsup().args(["rules", "--ascii"]));
    assert!(out.is_ascii(), "{out}");
    assert!(run(addsup().arg("rules")).1.contains('│'));
}

#[test]
fn messages_follow_the_environment() {
    let totals = |command: &mut Command| run(command.args(["check", "-"]).write_stdin(CLEAN)).1;
    assert!(totals(addsup().env("LANG", "id_ID.UTF-8")).ends_with("perlu diperiksa sendiri\n"));
    assert!(totals(addsup().env("LANG", "id_ID.UTF-8").env("LC_ALL", "C")).ends_with("to check by hand\n"));
    assert!(totals(addsup().env("LANG", "tlh")).ends_with("to check by hand\n"));
    let (_, out, _) = run(addsup().env("LANG", "id_ID").args(["check", "--messages", "en", "-"]).write_stdin(CLEAN));
    assert!(out.ends_with("to check by hand\n"), "{out}");
}

#[test]
fn rules_are_listed_and_explained() {
    let (code, rules, _) = run(addsup().arg("rules"));
    assert_eq!(code, 0);
    for rule in ["weekday-date", "growth-percent", "headline-body"] {
        assert!(rules.contains(rule), "{rules}");
        for language in ["en", "id"] {
            let (code, text, _) = run(addsup().args(["explain", rule, "--messages", language]));
            assert_eq!(code, 0);
            assert!(text.starts_with(rule) && text.contains("✗ ") && text.contains("✓ "), "{text}");
        }
    }
}

#[test]
fn help_and_version() {
    let (code, out, _) = run(addsup().arg("--help"));
    assert!(code == 0 && out.contains("Exit codes:"), "{out}");
    assert_eq!(run(addsup().arg("-V")).1, format!("addsup {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_same_bytes_give_the_same_output() {
    let text = "Prices up\n\nPrices rose 5 percent in March 2023, to 12,500 rupiah from 11,900 rupiah.\n";
    for format in ["table", "json", "concise"] {
        let once = || run(addsup().args(["check", "--output-format", format, "-"]).write_stdin(text)).1;
        assert_eq!(once(), once());
    }
}
