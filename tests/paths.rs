//! Finding and opening files, as users and scripts meet it: globs, folders, lists, packed files, and what is no file.
#![cfg(feature = "cli")]

#[path = "common/files.rs"]
mod files;

use assert_cmd::Command;
use files::folder;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Far more than anything here takes.
const SOON: Duration = Duration::from_secs(120);
const CLEAN: &[u8] = b"Nothing to count\n\nThe sea was calm and the harbour empty.\n";
const FAULTY: &str = "Revenue rose 18 percent to $3.5 billion from $3.2 billion, the company said.";

/// What a run came to: exit code, the ids of its answers, and what it complained of.
struct Run {
    code: i32,
    ids: Vec<String>,
    answers: Vec<Value>,
    complaints: String,
}

fn run_with(folder: &Path, args: &[&str], input: &[u8]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_addsup"));
    command.current_dir(folder).timeout(SOON).args(["check", "--lang", "en", "--output-format", "jsonl"]).args(args);
    let output = command.write_stdin(input).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let id = |answer: &Value| match &answer["id"] {
        Value::String(id) => id.replace('\\', "/"),
        other => other.to_string(),
    };
    let ids = answers.iter().map(id).collect();
    let complaints = String::from_utf8(output.stderr).unwrap();
    Run { code: output.status.code().expect("it ended by itself"), ids, answers, complaints }
}

fn run(folder: &TempDir, args: &[&str]) -> Run {
    run_with(folder.path(), args, b"")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

#[test]
fn globs_are_expanded_where_no_shell_did() {
    let folder =
        folder(&[("a.txt", CLEAN), ("b/c.txt", CLEAN), ("b/d/e.txt", CLEAN), ("b/f.csv", CLEAN), ("g[1].txt", CLEAN)]);
    let found = |glob: &str| run(&folder, &[glob]).ids;
    assert_eq!(found("*.txt"), ["a.txt", "g[1].txt"]);
    assert_eq!(found("b/*.txt"), ["b/c.txt"]);
    assert_eq!(found("**/*.txt"), ["a.txt", "b/c.txt", "b/d/e.txt", "g[1].txt"]);
    assert_eq!(found("b/*.{csv,txt}"), ["b/c.txt", "b/f.csv"]);
    assert_eq!(found("g[1].txt"), ["g[1].txt"]);
    let nothing = run(&folder, &["*.odt", "a.txt"]);
    assert_eq!((nothing.code, nothing.ids), (2, vec!["*.odt".to_owned(), "a.txt".to_owned()]));
    assert_eq!(nothing.complaints, "addsup: *.odt: matches no file\n");
    let broken = run(&folder, &["[z", "a.txt"]);
    assert!(broken.code == 2 && broken.complaints.starts_with("addsup: [z: is no glob: "), "{}", broken.complaints);
}

#[test]
fn folders_are_searched_for_articles_and_each_is_taken_once() {
    let news = br#"{"uri":"urn:n","headline":"A headline","body_text":"Text."}"#;
    let folder = folder(&[
        ("b.txt", CLEAN),
        ("a/z.md", CLEAN),
        ("a/.hidden.txt", CLEAN),
        (".git/x.txt", CLEAN),
        ("c.jsonl.gz", &gzip(b"{\"id\":1,\"text\":\"\"}\n")),
        ("d.csv", CLEAN),
        ("n.json", news),
        ("package.json", b"{\"name\":\"x\"}"),
        ("report.pdf", b"%PDF-"),
        ("~$memo.docx", b"\x05Ana"),
        ("pom.xml", b"<project/>"),
    ]);
    let found = run(&folder, &[".", "b.txt", "a/../b.txt", "a"]);
    assert_eq!((found.code, found.complaints.as_str()), (0, ""));
    assert_eq!(found.ids, ["./a/z.md", "./b.txt", "1", "urn:n"]);
    let included = run(&folder, &[".", "--include", "*.csv", "--include", "a/*.md"]);
    assert_eq!(included.ids, ["./a/z.md", "./d.csv"]);
}

#[test]
fn what_is_ignored_or_excluded_is_left_out() {
    let folder = folder(&[
        (".gitignore", b"built/\n"),
        (".addsupignore", b"*.draft.txt\n"),
        ("built/a.txt", CLEAN),
        ("b.draft.txt", CLEAN),
        ("c.txt", CLEAN),
        ("old/2019/d.txt", CLEAN),
        ("old/e.txt", CLEAN),
    ]);
    assert_eq!(run(&folder, &["."]).ids, ["./c.txt", "./old/2019/d.txt", "./old/e.txt"]);
    assert_eq!(run(&folder, &[".", "--exclude", "old"]).ids, ["./c.txt"]);
    assert_eq!(run(&folder, &[".", "--exclude", "old/2*", "--exclude", "c.*"]).ids, ["./old/e.txt"]);
    // What is named is checked, unless that is not wanted either.
    let named = ["built/a.txt", "b.draft.txt", "old/2019/d.txt", "--exclude", "old"];
    assert_eq!(run(&folder, &named).ids, ["built/a.txt", "b.draft.txt", "old/2019/d.txt"]);
    let forced = run(&folder, &[&named[..], &["--force-exclude"]].concat());
    assert_eq!(forced.ids, ["built/a.txt", "b.draft.txt"]);
    let all = run(&folder, &["old/e.txt", "--exclude", "old", "--force-exclude"]);
    assert_eq!((all.code, all.ids.len(), all.complaints.as_str()), (0, 0, ""));
    let wrong = run(&folder, &[".", "--exclude", "[a"]);
    assert!(wrong.code == 2 && wrong.complaints.contains("--exclude: "), "{}", wrong.complaints);
}

#[test]
fn lists_of_files() {
    let folder = folder(&[
        ("a.txt", CLEAN),
        ("b c.txt", CLEAN),
        ("d/e.txt", CLEAN),
        ("list", b"b c.txt\r\n\nd\na.txt\ngone.txt\n"),
    ]);
    let listed = run(&folder, &["--file-list", "list"]);
    assert_eq!(
        (listed.code, listed.ids),
        (2, vec!["b c.txt".into(), "d/e.txt".into(), "a.txt".into(), "gone.txt".into()])
    );
    let piped = run_with(folder.path(), &["--file-list", "-", "a.txt"], b"d/e.txt\na.txt\n");
    assert_eq!((piped.code, piped.ids), (0, vec!["a.txt".into(), "d/e.txt".into()]));
    let missing = run(&folder, &["--file-list", "nolist"]);
    assert!(missing.code == 2 && missing.complaints.contains("nolist: cannot be read"), "{}", missing.complaints);
    assert_eq!(run(&folder, &["--file-list", "-", "-"]).code, 2);
}

#[test]
fn the_standard_input_can_have_a_name() {
    let folder = folder(&[]);
    let named = run_with(folder.path(), &["-", "--stdin-filename", "copy/a.txt"], FAULTY.as_bytes());
    assert_eq!((named.code, &named.answers[0]["path"]), (1, &Value::from("copy/a.txt")));
    let lines = run_with(folder.path(), &["-", "--stdin-filename", "a.jsonl"], b"{\"id\":7,\"text\":\"\"}");
    assert_eq!(lines.ids, ["7"]);
    let broken = run_with(folder.path(), &["-", "--stdin-filename", "a.docx"], b"PK\x03\x04...");
    assert!(
        broken.code == 2 && broken.complaints.starts_with("addsup: a.docx: is a damaged zip archive"),
        "{}",
        broken.complaints
    );
    assert_eq!(run(&folder, &["x.txt", "--stdin-filename", "a.txt"]).code, 2);
    let excluded = ["-", "--stdin-filename", "old/a.txt", "--exclude", "old", "--force-exclude"];
    assert_eq!(run_with(folder.path(), &excluded, FAULTY.as_bytes()).code, 0);
}

#[test]
fn packed_files_are_read_as_what_is_packed_in_them() {
    let lines: String = (0..3000).map(|id| format!("{{\"id\":{id},\"text\":\"Text {id}.\"}}\n")).collect();
    let folder = folder(&[
        ("a.txt.gz", &gzip(FAULTY.as_bytes())),
        ("b.jsonl.zst", &zstd(lines.as_bytes())),
        // By a wrong name, as well.
        ("c.txt", &zstd(FAULTY.as_bytes())),
        ("cut.txt.gz", &gzip(FAULTY.as_bytes())[..40]),
        ("twice.txt.gz", &gzip(&gzip(b"a"))),
    ]);
    let found = run(&folder, &["a.txt.gz", "c.txt"]);
    assert_eq!((found.code, found.ids), (1, vec!["a.txt.gz".into(), "c.txt".into()]));
    assert!(found.answers.iter().all(|answer| answer["findings"].as_array().map(Vec::len) == Some(1)));
    assert_eq!(run(&folder, &["b.jsonl.zst"]).ids.len(), 3000);
    let broken = run(&folder, &["cut.txt.gz", "twice.txt.gz", "a.txt.gz"]);
    assert_eq!((broken.code, broken.ids.len()), (2, 3));
    assert!(broken.complaints.contains("cut.txt.gz: cannot be read: "), "{}", broken.complaints);
    assert!(broken.complaints.contains("twice.txt.gz: is compressed with gzip"), "{}", broken.complaints);
    assert_eq!(run_with(folder.path(), &["-"], &gzip(lines.as_bytes())).ids.len(), 3000);
}

#[test]
fn fields_of_json_lines_are_called_what_the_user_says() {
    let line = br#"{"guid":"g","content":{"body":"Sales fell on Tuesday."},"date":"2023-10-13","language":"en"}"#;
    let fields = "id=guid,text=content.body,published=date,lang=language";
    let folder = folder(&[("a.json", &[line.as_slice(), b"\n", line, b"\n"].concat())]);
    let found = run(&folder, &["--jsonl-fields", fields, "a.json"]);
    assert_eq!((found.code, found.ids), (0, vec!["g".into(), "g".into()]));
    assert_eq!(found.answers[0]["published"], "2023-10-13");
    let wrong = run(&folder, &["--jsonl-fields", "headline=x", "a.json"]);
    assert!(wrong.code == 2 && wrong.complaints.contains("no field `headline`"), "{}", wrong.complaints);
}

#[test]
fn what_is_no_article_is_told_and_the_rest_is_checked() {
    let start = Instant::now();
    let folder = folder(&[
        ("good.txt", FAULTY.as_bytes()),
        ("zip.txt", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        ("old.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more"),
        ("nul.txt", b"Revenue\0rose"),
        ("empty.txt", b""),
        ("empty.docx", b""),
        ("bad.json", b"{\"uri\":"),
        ("bad.xml", b"<newsItem><a></newsItem>"),
        ("bomb.jsonl.gz", &gzip(&vec![b' '; 200 << 20])),
        ("empty/note.csv", b""),
    ]);
    let names = ["zip.txt", "old.docx", "empty.docx", "bad.json", "bad.xml", "bomb.jsonl.gz", "empty", "gone.txt"];
    let found = run(&folder, &[&names[..], &["nul.txt", "empty.txt", "good.txt"]].concat());
    assert_eq!(found.code, 2);
    for name in names {
        assert!(found.complaints.contains(&format!("addsup: {name}: ")), "{name}: {}", found.complaints);
    }
    assert_eq!(found.complaints.lines().count(), names.len(), "{}", found.complaints);
    assert_eq!(found.answers.len(), names.len() + 3);
    assert_eq!(found.answers.last().unwrap()["findings"].as_array().map(Vec::len), Some(1));
    assert!(start.elapsed() < SOON);
}

#[cfg(unix)]
#[test]
fn pipes_devices_and_circles_hold_nothing_up() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("good.txt", FAULTY.as_bytes()), ("inside/a.txt", CLEAN), ("locked.txt", CLEAN)]);
    let at = |name: &str| folder.path().join(name);
    symlink(at("loop.txt"), at("loop.txt")).unwrap();
    symlink(folder.path(), at("inside/circle")).unwrap();
    symlink(at("good.txt"), at("inside/link.txt")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(at("pipe.txt")).status().unwrap().success());
    fs::set_permissions(at("locked.txt"), fs::Permissions::from_mode(0o000)).unwrap();
    let named = run(&folder, &["loop.txt", "pipe.txt", "/dev/zero", "good.txt"]);
    assert_eq!((named.code, named.ids.len()), (2, 4));
    assert!(named.complaints.contains("loop.txt: cannot be read: "), "{}", named.complaints);
    assert!(named.complaints.contains("pipe.txt: cannot be read: it is no file"), "{}", named.complaints);
    assert!(named.complaints.contains("/dev/zero: cannot be read: it is no file"), "{}", named.complaints);
    // The tests may run as one who may read everything.
    if fs::File::open(at("locked.txt")).is_err() {
        let locked = run(&folder, &["locked.txt", "good.txt"]);
        assert!(
            locked.code == 2 && locked.complaints.contains("locked.txt: cannot be read: "),
            "{}",
            locked.complaints
        );
    }
    fs::set_permissions(at("locked.txt"), fs::Permissions::from_mode(0o644)).unwrap();
    // In a folder, links to files count, and what is no file does not.
    let searched = run(&folder, &["."]);
    assert_eq!(searched.ids, ["./good.txt", "./inside/a.txt", "./locked.txt"]);
    // What a shell has opened is read.
    let stdin = run_with(folder.path(), &["/dev/stdin"], FAULTY.as_bytes());
    assert_eq!(stdin.code, 1);
}

#[test]
fn a_pdf_is_read_by_pdftotext_or_told() {
    let pdf = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats/harbour.pdf");
    let folder = folder(&[("broken.pdf", b"%PDF-1.7\nnonsense"), ("text.pdf", FAULTY.as_bytes())]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_addsup"));
    let output = command.env("PATH", folder.path()).args(["check"]).arg(&pdf).output().unwrap();
    let complaint = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint.contains("is read with pdftotext (poppler-utils), and that is not installed"), "{complaint}");
    assert_eq!(run(&folder, &["text.pdf"]).code, 1);
    if std::process::Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("pdftotext is not installed: not tested with it");
        return;
    }
    let found = run(&folder, &["broken.pdf", pdf.to_str().unwrap()]);
    assert!(
        found.code == 2 && found.complaints.contains("broken.pdf: is a PDF that pdftotext cannot read: "),
        "{}",
        found.complaints
    );
    let findings = found.answers[1]["findings"].as_array().unwrap();
    assert_eq!(
        findings.iter().map(|finding| finding["rule"].as_str().unwrap()).collect::<Vec<_>>(),
        ["growth-percent"]
    );
    assert_eq!(found.answers[1]["claims"][0]["page"], 1);
}
