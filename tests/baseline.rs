//! The baseline: what is in it is not told, what is new is, and what is gone can be taken out.

mod program;

use program::{CLEAN, GROWTH, Run, WEEKDAY, check, folder, write};
use std::fs;
use std::path::Path;

const FILE: &str = "known.toml";

fn written(folder: &Path, paths: &[&str]) -> String {
    let run = check(folder, &[paths, &["--write-baseline", FILE]].concat());
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    assert!(run.err.starts_with("addsup: known.toml: written, findings: "), "{run:?}");
    fs::read_to_string(folder.join(FILE)).unwrap()
}

fn checked(folder: &Path, arguments: &[&str]) -> Run {
    check(folder, &[arguments, &["--baseline", FILE]].concat())
}

#[test]
fn what_is_known_is_not_told_and_what_is_new_is() {
    let folder = folder(&[("a.txt", GROWTH), ("b/c.txt", WEEKDAY)]);
    let folder = folder.path();
    let text = written(folder, &["."]);
    assert_eq!(text, written(folder, &["b", "a.txt"]), "the same whatever the order");
    let run = checked(folder, &["a.txt", "b/c.txt"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
    // Wherever the lines are now, and whatever else changed.
    write(folder, "a.txt", &format!("{CLEAN}\n{CLEAN}\n{}\n{WEEKDAY}", GROWTH.replace("the firm", "the owner")));
    let run = checked(folder, &["."]);
    assert!(run.code == 1 && run.out.starts_with("a.txt:7:") || run.out.starts_with("./a.txt:7:"), "{run:?}");
    assert_eq!((run.out.lines().count(), run.err.as_str()), (1, ""), "{run:?}");
    // Other figures are another finding.
    write(folder, "a.txt", &GROWTH.replace("18 percent", "19 percent"));
    let run = checked(folder, &["a.txt"]);
    assert!(run.code == 1 && run.out.contains("growth-percent"), "{run:?}");
    // And so is the same in another article.
    write(folder, "d.txt", GROWTH);
    assert_eq!(checked(folder, &["d.txt"]).code, 1);
}

#[test]
fn the_file_is_sorted_and_can_be_read_by_people() {
    let folder = folder(&[("b.txt", WEEKDAY), ("a.txt", &format!("{GROWTH}\n{GROWTH}"))]);
    let text = written(folder.path(), &["b.txt", "a.txt"]);
    let table: toml::Table = toml::from_str(&text).unwrap();
    let entries: Vec<&toml::Value> = table["finding"].as_array().unwrap().iter().collect();
    assert_eq!(entries.len(), 2, "{text}");
    assert_eq!((entries[0]["path"].as_str(), entries[1]["path"].as_str()), (Some("a.txt"), Some("b.txt")));
    assert_eq!((&entries[0]["count"], entries[1].get("count")), (&toml::Value::Integer(2), None));
    assert_eq!(entries[0]["excerpt"].as_str(), Some("18 percent to $3.5 billion from $3.2 billion"));
    assert!(text.starts_with("# ") && text.contains("version = 1"), "{text}");
    // A third one of the same figures is new.
    write(folder.path(), "a.txt", &format!("{GROWTH}\n{GROWTH}\n{GROWTH}"));
    let run = checked(folder.path(), &["a.txt"]);
    assert!(run.code == 1 && run.out.lines().count() == 1, "{run:?}");
}

#[test]
fn what_no_longer_occurs_is_told_and_pruned() {
    let folder = folder(&[("a.txt", &format!("{GROWTH}\n{WEEKDAY}")), ("b.txt", GROWTH), ("gone.txt", GROWTH)]);
    let folder = folder.path();
    let before = written(folder, &["a.txt", "b.txt", "gone.txt"]);
    write(folder, "a.txt", GROWTH);
    fs::remove_file(folder.join("gone.txt")).unwrap();
    let run = checked(folder, &["a.txt"]);
    assert!(run.code == 0 && run.err.contains("findings that no longer occur: 2;"), "{run:?}");
    assert!(run.err.contains("\n  a.txt: weekday-date: Monday, 15 June 2021"), "{run:?}");
    assert!(run.err.contains("\n  gone.txt: growth-percent: 18 percent"), "{run:?}");
    assert_eq!(fs::read_to_string(folder.join(FILE)).unwrap(), before);
    let run = checked(folder, &["a.txt", "--prune-baseline"]);
    assert!(run.code == 0 && run.err.contains("taken out, because they no longer occur: 2"), "{run:?}");
    let after = fs::read_to_string(folder.join(FILE)).unwrap();
    assert!(!after.contains("weekday-date") && !after.contains("gone.txt") && after.contains("b.txt"), "{after}");
    let run = checked(folder, &["a.txt", "b.txt", "--prune-baseline"]);
    assert!(run.code == 0 && run.err.contains("all of it still occurs"), "{run:?}");
}

#[test]
fn other_articles_keep_their_entries() {
    let folder = folder(&[("a.txt", GROWTH), ("b.txt", GROWTH), ("bad.txt", GROWTH)]);
    written(folder.path(), &["a.txt", "b.txt", "bad.txt"]);
    write(folder.path(), "a.txt", CLEAN);
    let text = written(folder.path(), &["a.txt"]);
    assert!(!text.contains("\"a.txt\"") && text.contains("\"b.txt\""), "{text}");
    // What cannot be read may still hold what it held.
    fs::write(folder.path().join("bad.txt"), b"\xFF\xFE\x00").unwrap();
    let run = checked(folder.path(), &["bad.txt", "--prune-baseline"]);
    assert!(run.code == 2 && run.err.contains("all of it still occurs"), "{run:?}");
}

#[test]
fn paths_are_those_from_the_folder_of_the_file() {
    let folder =
        folder(&[("news/a.txt", GROWTH), ("etc/addsup.toml", ""), ("addsup.toml", "baseline = 'etc/known.toml'")]);
    let etc = folder.path().join("etc");
    written(&etc, &["../news/a.txt"]);
    assert!(fs::read_to_string(etc.join(FILE)).unwrap().contains("path = \"../news/a.txt\""));
    // The configuration names it; articles are found from any folder.
    let run = check(&folder.path().join("news"), &["a.txt"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""), "{run:?}");
    assert_eq!(check(&folder.path().join("news"), &["a.txt", "--isolated"]).code, 1);
}

#[test]
fn articles_of_one_file_are_told_apart_by_id() {
    let line = |id: &str| serde_json::json!({"id": id, "text": GROWTH}).to_string() + "\n";
    let folder = folder(&[("a.jsonl", &line("x"))]);
    let text = written(folder.path(), &["a.jsonl"]);
    assert!(text.contains("id = \"x\""), "{text}");
    write(folder.path(), "a.jsonl", &(line("x") + &line("y")));
    let run = checked(folder.path(), &["a.jsonl"]);
    assert!(run.code == 1 && run.out.starts_with("a.jsonl#y:") && run.out.lines().count() == 1, "{run:?}");
}

#[test]
fn what_comments_suppress_does_not_go_into_it() {
    let folder = folder(&[("a.txt", &format!("<!-- addsup: ignore -->\n{GROWTH}"))]);
    assert!(!written(folder.path(), &["a.txt"]).contains("[[finding]]"));
    write(folder.path(), "a.txt", GROWTH);
    written(folder.path(), &["a.txt"]);
    let run = checked(folder.path(), &["a.txt", "--show-suppressed"]);
    assert!(run.code == 0 && run.out.contains("suppressed[growth-percent]") && run.out.contains("baseline"), "{run:?}");
}

#[test]
fn files_that_cannot_be_used_exit_two() {
    let folder = folder(&[("a.txt", GROWTH)]);
    for (text, said) in [
        (None, "known.toml: "),
        (Some("version = 2\n"), "version 2"),
        (Some("version = 1\n[[finding]]\nrule = 'x'\n"), "known.toml:2:1: missing field"),
        (Some("<<<<<<< ours\n"), "known.toml:1:"),
    ] {
        if let Some(text) = text {
            write(folder.path(), FILE, text);
        }
        let run = checked(folder.path(), &["a.txt"]);
        assert!(run.code == 2 && run.err.contains(said) && run.out.is_empty(), "{run:?}");
    }
    let run = check(folder.path(), &["a.txt", "--prune-baseline"]);
    assert!(run.code == 2 && run.err.contains("there is none"), "{run:?}");
    let run = check(folder.path(), &["a.txt", "--write-baseline", "nowhere/known.toml"]);
    assert!(run.code == 2 && run.err.contains("cannot write nowhere/known.toml"), "{run:?}");
}
