//! The program in repositories, terminals and shells: what changed since a revision, statistics, progress, Ctrl-C,
//! completions, manual pages, watching.

mod program;

use program::{CLEAN, GROWTH, WEEKDAY, addsup, check, folder, run, write};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
    let status = Command::new("git").current_dir(folder).args(identity).args(arguments).output().unwrap();
    assert!(status.status.success(), "git {arguments:?}: {status:?}");
}

fn has(program: &str) -> bool {
    let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).output().unwrap().status.success();
    if !found {
        eprintln!("not tried: there is no {program} here");
    }
    found
}

#[test]
fn only_what_changed_since_a_revision_is_checked() {
    let folder =
        folder(&[("same.txt", GROWTH), ("edited.txt", CLEAN), ("moved.txt", CLEAN), (".gitignore", "ignored.txt\n")]);
    let at = folder.path();
    git(at, &["init", "--quiet", "--initial-branch=main"]);
    git(at, &["add", "."]);
    git(at, &["commit", "--quiet", "-m", "one"]);
    git(at, &["checkout", "--quiet", "-b", "desk"]);
    write(at, "edited.txt", GROWTH);
    git(at, &["mv", "moved.txt", "named anew.txt"]);
    write(at, "named anew.txt", &format!("{CLEAN}\n{WEEKDAY}"));
    git(at, &["commit", "--quiet", "-am", "two"]);
    write(at, "new/é.txt", GROWTH);
    write(at, "ignored.txt", GROWTH);
    // What others did on the branch that this one left is not ours.
    git(at, &["checkout", "--quiet", "main"]);
    write(at, "same.txt", &format!("{GROWTH}\n{CLEAN}"));
    git(at, &["commit", "--quiet", "-am", "three"]);
    git(at, &["checkout", "--quiet", "desk"]);
    let names =
        |run: &program::Run| run.out.lines().map(|line| line.split(':').next().unwrap().to_owned()).collect::<Vec<_>>();
    let files = ["same.txt", "edited.txt", "named anew.txt", "new/é.txt"];
    let told = check(at, &[&["--since", "main"], &files[..]].concat());
    assert_eq!(
        (told.code, names(&told)),
        (1, vec!["edited.txt".to_owned(), "named anew.txt".to_owned(), "new/é.txt".to_owned()]),
        "{told:?}"
    );
    let told = check(&at.join("new"), &["--since", "HEAD", "é.txt", "../edited.txt"]);
    assert_eq!((told.code, names(&told)), (1, vec!["é.txt".to_owned()]), "{told:?}");
    let told = check(at, &["--since", "HEAD", "edited.txt"]);
    assert_eq!((told.code, told.out.as_str(), told.err.as_str()), (0, "", ""));
    for (revision, said) in [("nowhere", "git knows no revision `nowhere` here"), ("--help", "is no revision")] {
        let told = check(at, &[&format!("--since={revision}"), "edited.txt"]);
        assert!(told.code == 2 && told.err.contains(said), "{told:?}");
    }
    let outside = program::folder(&[("a.txt", GROWTH)]);
    let told = check(outside.path(), &["--since", "main", "a.txt"]);
    assert!(told.code == 2 && told.err.contains("--since: git says: not a git repository"), "{told:?}");
    let far = outside.path().join("a.txt");
    let told = check(at, &["--since", "main", far.to_str().unwrap()]);
    assert!(told.code == 2 && told.err.contains("lies outside of the repository"), "{told:?}");
}

#[test]
fn statistics_stand_in_the_place_of_the_report() {
    let both = format!("{GROWTH}\n{WEEKDAY}");
    let silent = format!("<!-- addsup: ignore -->\n{GROWTH}");
    let folder = folder(&[("a.txt", &both), ("b.txt", GROWTH), ("c.txt", &silent)]);
    write(folder.path(), "d.jsonl", &format!("{}\n{}\n", serde_json::json!({"id": 1, "text": CLEAN}), "{"));
    let files = ["a.txt", "b.txt", "c.txt", "d.jsonl", "--statistics"];
    let told = check(folder.path(), &files);
    assert_eq!(told.code, 2, "{told:?}");
    let lines: Vec<&str> = told.out.lines().collect();
    assert_eq!(lines[..4], ["2  error    growth-percent", "1  error    weekday-date", "", "3 findings, 1 suppressed"]);
    assert!(lines[4].starts_with("4 files, 5 articles, 0.00 MB in "), "{told:?}");
    let told = run(folder.path(), &[&["check", "--output-format", "json"], &files[..]].concat());
    let json: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(json["rules"][0], serde_json::json!({"rule": "growth-percent", "severity": "error", "count": 2}));
    let count = |name: &str| json[name].as_u64().unwrap();
    assert_eq!(
        [count("findings"), count("suppressed"), count("files"), count("articles"), count("unusable")],
        [3, 1, 4, 5, 1]
    );
    let sizes =
        ["a.txt", "b.txt", "c.txt", "d.jsonl"].map(|name| fs::metadata(folder.path().join(name)).unwrap().len());
    assert!(json["seconds"].as_f64().unwrap() > 0.0 && count("bytes") == sizes.iter().sum::<u64>(), "{json}");
    let told = run(folder.path(), &["check", "b.txt", "--statistics", "--output-format", "sarif"]);
    assert!(told.code == 2 && told.out.is_empty() && told.err.contains("--statistics: only as text"), "{told:?}");
    // The files of other reports are written all the same.
    let told = run(folder.path(), &["check", "b.txt", "--statistics", "--report", "concise=report.txt"]);
    let report = fs::read_to_string(folder.path().join("report.txt")).unwrap();
    assert!(told.code == 1 && report.starts_with("b.txt:1:") && told.out.contains("1 finding,"), "{told:?}");
    let told = run(folder.path(), &["check", "b.txt", "--statistics", "--messages", "id"]);
    assert!(told.out.contains("galat") && told.out.contains("1 temuan, 0 diredam"), "{told:?}");
}

/// Runs the program on a terminal of its own (`script` of util-linux), and gives what it writes there.
fn on_a_terminal(folder: &Path, command: &str) -> String {
    let line = format!("{} {command}", env!("CARGO_BIN_EXE_addsup"));
    let output =
        Command::new("script").current_dir(folder).args(["-qec", &line, "/dev/null"]).stdin(Stdio::null()).output();
    String::from_utf8_lossy(&output.unwrap().stdout).into_owned()
}

#[test]
fn a_bar_is_shown_on_terminals_for_many_files_only() {
    if !has("script") {
        return;
    }
    let folder = folder(&[]);
    for number in 0..40 {
        write(folder.path(), &format!("many/{number}.txt"), GROWTH);
    }
    write(folder.path(), "few/a.txt", GROWTH);
    let many = on_a_terminal(folder.path(), "check many --output-format concise > /dev/null");
    assert!(many.contains("/40 files") && many.contains("findings"), "{many:?}");
    let few = on_a_terminal(folder.path(), "check few --output-format concise > /dev/null");
    assert!(!few.contains("files"), "{few:?}");
    let piped = check(folder.path(), &["many"]);
    assert_eq!(piped.err, "");
}

fn interrupt(child: &Child) {
    let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(status.success());
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_addsup"));
    command.current_dir(folder).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_a_whole_report_of_what_was_checked() {
    // Many groups of articles, of which the first is done soon.
    const MANY: usize = 20_000;
    let folder = folder(&[]);
    let line = |id: usize| serde_json::json!({"id": id, "text": GROWTH}).to_string() + "\n";
    write(folder.path(), "a.jsonl", &(0..MANY).map(line).collect::<String>());
    let mut child = start(folder.path(), &["check", "--output-format", "json", "a.jsonl"]);
    let mut out = BufReader::new(child.stdout.take().unwrap());
    // The first group of articles is through.
    let mut report = Vec::new();
    out.read_until(b'\n', &mut report).unwrap();
    out.read_until(b'\n', &mut report).unwrap();
    interrupt(&child);
    out.read_to_end(&mut report).unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130), "{err}");
    let articles: Vec<Value> = serde_json::from_slice(&report).unwrap();
    assert!(!articles.is_empty() && articles.len() < MANY, "{}", articles.len());
    assert!(articles.iter().enumerate().all(|(index, article)| article["id"] == index), "in order, without gaps");
    assert!(err.contains(&format!("interrupted: articles checked before: {}", articles.len())), "{err}");
}

#[cfg(unix)]
#[test]
fn watching_checks_again_what_is_saved() {
    let folder = folder(&[("news/a.txt", CLEAN), ("news/b.txt", WEEKDAY)]);
    let mut child = start(folder.path(), &["check", "--watch", "--output-format", "concise", "news"]);
    let out = BufReader::new(child.stdout.take().unwrap());
    let (send, lines) = std::sync::mpsc::channel();
    std::thread::spawn(move || out.lines().map_while(Result::ok).for_each(|line| send.send(line).unwrap_or_default()));
    let next = || lines.recv_timeout(Duration::from_secs(30)).unwrap_or_default();
    assert!(next().contains("b.txt:1:"));
    write(folder.path(), "news/a.txt", GROWTH);
    let line = next();
    assert!(line.contains("a.txt:1:") && line.contains("growth-percent"), "only what changed: {line}");
    // Saved as many editors do: a new file takes the place of the old one.
    write(folder.path(), "news/.a.txt.new", &format!("{CLEAN}\n{GROWTH}"));
    fs::rename(folder.path().join("news/.a.txt.new"), folder.path().join("news/a.txt")).unwrap();
    assert!(next().contains("a.txt:3:"));
    // Settings are those of now, for all.
    write(folder.path(), "news/addsup.toml", "ignore = ['growth-percent']");
    assert!(next().contains("b.txt:1:"));
    assert!(lines.recv_timeout(Duration::from_millis(500)).is_err(), "and nothing more");
    interrupt(&child);
    let start = Instant::now();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(start.elapsed() < Duration::from_secs(20));
    let told = run(folder.path(), &["check", "--watch", "-"]);
    assert!(told.code == 2 && told.err.contains("--watch: name files"), "{told:?}");
}

#[test]
fn bash_completes_what_the_program_knows() {
    if !has("bash") {
        return;
    }
    let folder = folder(&[]);
    let script = run(folder.path(), &["completions", "bash"]);
    assert_eq!((script.code, script.err.as_str()), (0, ""));
    write(folder.path(), "addsup.bash", &script.out);
    let complete = |words: &str, number: usize| {
        let line = format!(
            "source addsup.bash; COMP_WORDS=({words}); COMP_CWORD={number}; _addsup addsup \"${{COMP_WORDS[{number}]}}\" \"${{COMP_WORDS[{}]}}\"; echo \"${{COMPREPLY[@]}}\"",
            number - 1
        );
        let output = Command::new("bash").current_dir(&folder).args(["--norc", "-c", &line]).output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    assert_eq!(complete("addsup check --output-", 2), "--output-format");
    assert_eq!(complete("addsup check --fail-on wa", 3), "warning");
    assert_eq!(complete("addsup exp", 1), "explain");
    for shell in ["zsh", "fish", "powershell", "elvish"] {
        let script = run(folder.path(), &["completions", shell]);
        assert!(script.code == 0 && script.out.contains("output-format"), "{shell}");
    }
}

#[test]
fn manual_pages_are_written_and_can_be_read() {
    let folder = folder(&[]);
    let page = run(folder.path(), &["man"]);
    assert!(page.code == 0 && page.out.contains(".TH addsup 1") && page.out.contains("Exit codes"), "{page:?}");
    fs::create_dir(folder.path().join("man1")).unwrap();
    assert_eq!(run(folder.path(), &["man", "man1"]).code, 0);
    let check = fs::read_to_string(folder.path().join("man1/addsup-check.1")).unwrap();
    assert!(check.contains("write\\-baseline") && check.contains("Examples:"), "{check}");
    assert_eq!(run(folder.path(), &["man", "nowhere/at/all"]).code, 2);
    if has("man") {
        let shown = Command::new("man")
            .current_dir(&folder)
            .args(["-l", "man1/addsup-check.1"])
            .env("MANPAGER", "cat")
            .output();
        let shown = String::from_utf8_lossy(&shown.unwrap().stdout).into_owned();
        assert!(shown.contains("--write-baseline"), "{shown}");
    }
}

#[test]
fn every_command_has_help_with_examples() {
    let folder = folder(&[]);
    let help = run(folder.path(), &["--help"]).out;
    let (_, commands) = help.split_once("Commands:").unwrap();
    // What is said of a command may go on in a further line.
    let commands = commands.split("\n\n").next().unwrap().lines().filter(|line| !line.starts_with("   "));
    let commands = commands.filter_map(|line| line.split_whitespace().next());
    let mut count = 0;
    for command in commands {
        let help = run(folder.path(), &[command, "--help"]);
        assert!(
            help.code == 0 && help.out.contains("Examples:\n") && help.out.contains(&format!("  addsup {command}")),
            "{command}: {}",
            help.out
        );
        count += 1;
    }
    assert!(count >= 8, "{count}");
    assert!(addsup().arg("--version").output().unwrap().status.success());
}

/// The scalars of a file of YAML, in order, keys and values alike.
fn scalars(name: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap();
    let events = saphyr_parser::Parser::new_from_str(&text).map(|event| event.unwrap().0);
    let scalar = |event| match event {
        saphyr_parser::Event::Scalar(text, ..) => Some(text.to_string()),
        _ => None,
    };
    events.filter_map(scalar).collect()
}

fn after<'a>(scalars: &'a [String], key: &str) -> Vec<&'a str> {
    scalars.windows(2).filter(|pair| pair[0] == key).map(|pair| pair[1].as_str()).collect()
}

/// The steps of `action.yml` run as GitHub runs them, but for the installation: the program is the one under test.
#[cfg(unix)]
#[test]
fn the_action_checks_what_it_is_given() {
    if !has("bash") {
        return;
    }
    let action = scalars("action.yml");
    let script =
        after(&action, "run").into_iter().find(|script| script.contains("addsup \"${arguments[@]}\"")).unwrap();
    // What is put in is never part of a script.
    assert!(after(&action, "run").iter().all(|script| !script.contains("${{")), "{script}");
    let folder = folder(&[("a b.txt", GROWTH), ("c.txt", WEEKDAY), ("clean.txt", CLEAN), ("step.sh", script)]);
    let program = Path::new(env!("CARGO_BIN_EXE_addsup")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let step = |paths: &str, args: &str, sarif: &str| {
        let mut command = Command::new("bash");
        command.current_dir(&folder).args(["--noprofile", "--norc", "-eo", "pipefail", "step.sh"]).env("PATH", &path);
        command.env("ADDSUP_PATHS", paths).env("ADDSUP_ARGS", args).env("ADDSUP_SARIF", sarif);
        let output = command.env("ADDSUP_FORMAT", "github").output().unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let (code, out, err) = step("a b.txt\nc.txt", "", "");
    assert!(code == 1 && out.contains("::error file=a b.txt,line=1") && out.contains("file=c.txt"), "{out} {err}");
    let (code, out, err) = step("a b.txt", "--ignore growth-percent --fail-on warning", "out.sarif");
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""));
    let sarif: Value = serde_json::from_str(&fs::read_to_string(folder.path().join("out.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(step("clean.txt\n", "", "").0, 0);
    assert_eq!(step("$(touch hacked).txt", "", "").0, 2);
    assert!(!folder.path().join("hacked").exists());
}

#[test]
fn the_hooks_of_pre_commit_run_the_program() {
    let hooks = scalars(".pre-commit-hooks.yaml");
    assert_eq!(
        (after(&hooks, "id"), after(&hooks, "language")),
        (vec!["addsup", "addsup-system"], vec!["rust", "system"])
    );
    let folder = folder(&[("a.txt", GROWTH), ("old/b.txt", GROWTH), ("addsup.toml", "exclude = ['old/']")]);
    for entry in after(&hooks, "entry") {
        let mut words: Vec<&str> = entry.split_whitespace().skip(1).collect();
        words.extend(["--force-exclude", "a.txt", "old/b.txt"]);
        let told = run(folder.path(), &words);
        assert!(told.code == 1 && told.out.starts_with("a.txt:1:") && told.out.lines().count() == 1, "{told:?}");
    }
    assert_eq!(hooks.iter().filter(|word| *word == "--force-exclude").count(), 2);
}

#[test]
fn what_changed_is_held_together_against_what_did_not() {
    if !has("git") {
        return;
    }
    let told = |workers: &str| {
        format!(
            "The mill at Velden employs {workers} weavers and dyers, and makes 8,400 tonnes of yarn on 340 looms.\n"
        )
    };
    let folder = folder(&[("a.txt", &told("1,250")), ("b.txt", &told("1,250")), ("c.txt", GROWTH)]);
    let folder = folder.path();
    git(folder, &["init", "-q"]);
    git(folder, &["add", "."]);
    git(folder, &["commit", "-q", "-m", "first"]);
    write(folder, "b.txt", &told("1,520"));
    let run = check(folder, &["--together", "--since", "HEAD", "a.txt", "b.txt", "c.txt"]);
    assert_eq!(run.out.lines().count(), 1, "the error of the unchanged c.txt is not told: {run:?}");
    assert!(run.code == 0 && run.out.contains("a.txt 1:28: 1,250; b.txt 1:28: 1,520"), "{run:?}");
}
