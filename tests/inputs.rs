//! Articles as they come: the same article in every format, pages with everything that stands around an article, and
//! encodings, through the program itself.
#![cfg(feature = "cli")]

#[path = "common/files.rs"]
mod files;

use assert_cmd::Command;
use files::folder;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Whatever in the fixtures is no part of the article has this figure in it.
const NO_PART: &str = "777";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats").join(name)
}

fn addsup(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_addsup"));
    command.args(args).env_remove("LANG").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command
}

/// The answers of a run, its exit code and what it complains of.
fn answers(command: &mut Command) -> (Vec<Value>, i32, String) {
    let output = command.output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let lines = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn check(path: &Path) -> Value {
    let (mut answers, _, err) = answers(addsup(&["check", "--output-format", "jsonl"]).arg(path));
    assert_eq!((answers.len(), err.as_str()), (1, ""));
    answers.remove(0)
}

fn list<'a>(answer: &'a Value, name: &str) -> &'a [Value] {
    answer[name].as_array().unwrap()
}

/// A text as it reads: a no-break space is a space.
fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn texts(answer: &Value) -> Vec<String> {
    list(answer, "claims").iter().map(|claim| text(&claim["text"])).collect()
}

#[test]
fn the_same_article_says_the_same_in_every_format() {
    let told = |name: &str| {
        let answer = check(&fixture(name));
        assert_eq!((&answer["language"], &answer["published"]), (&"en".into(), &"2024-03-14".into()), "{name}");
        let claim = |claim: &Value| {
            let parts = ["kind", "value", "unit", "hedge", "subject", "period", "speaker", "modality", "standing"];
            (text(&claim["text"]), parts.map(|part| text(&claim[part])))
        };
        let finding = |finding: &Value| ["rule", "severity", "message", "workings"].map(|part| text(&finding[part]));
        let claims: Vec<_> = list(&answer, "claims").iter().map(claim).collect();
        let findings: Vec<_> = list(&answer, "findings").iter().map(finding).collect();
        (claims, findings)
    };
    let (claims, findings) = told("ferries.txt");
    assert!(claims.len() > 20, "{claims:#?}");
    assert_eq!(findings.iter().map(|finding| finding[0].as_str()).collect::<Vec<_>>(), ["growth-percent"]);
    for name in ["ferries.md", "ferries.html", "ferries.docx", "ferries.odt"] {
        let (others, other_findings) = told(name);
        for (claim, other) in claims.iter().zip(&others) {
            assert_eq!(claim, other, "{name}");
        }
        assert_eq!((claims.len(), &findings), (others.len(), &other_findings), "{name}");
    }
}

#[test]
fn every_claim_leads_back_to_its_place_in_the_file() {
    for name in ["ferries.txt", "ferries.md", "ferries.html", "portal.html", "wire.html", "blog.html"] {
        let source = fs::read_to_string(fixture(name)).unwrap();
        for claim in list(&check(&fixture(name)), "claims") {
            let at = |end: &str| claim["span"][end].as_u64().unwrap() as usize;
            let (before, found) = (&source[..at("start")], &source[at("start")..at("end")]);
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            assert_eq!((&claim["line"], &claim["column"]), (&line.into(), &column.into()), "{name}: {claim}");
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            assert_eq!(digits(&seen(found)), digits(claim["text"].as_str().unwrap()), "{name}: {found}");
        }
    }
}

/// Markup without tags, comments, link addresses and entities.
fn seen(markup: &str) -> String {
    let mut seen = String::new();
    let mut rest = markup;
    while let Some(at) = rest.find(['<', '&', ']']) {
        seen.push_str(&rest[..at]);
        let tail = &rest[at..];
        let end = match tail.as_bytes()[0] {
            b'<' if tail[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!".contains(c)) => tail.find('>'),
            b'&' => tail.find(';'),
            _ if tail.starts_with("](") => tail.find(')'),
            _ => Some(0),
        };
        // What is no markup is text.
        seen.push_str(if end == Some(0) { &tail[..1] } else { "" });
        rest = end.map_or("", |end| &tail[end + 1..]);
    }
    seen + rest
}

/// What is read of a page: the texts of its claims.
fn page(name: &str, language: &str, published: Option<&str>) -> Vec<String> {
    let answer = check(&fixture(name));
    assert_eq!(answer["language"], language);
    assert_eq!(answer["published"].as_str(), published);
    assert_eq!(list(&answer, "findings"), &[] as &[Value], "{name}");
    let texts = texts(&answer);
    assert!(!texts.iter().any(|text| text.contains(NO_PART)), "{texts:#?}");
    texts
}

#[test]
fn a_page_of_a_wire_is_its_article() {
    assert_eq!(page("wire.html", "en", Some("2024-05-07")), WIRE);
}

#[test]
fn a_page_of_a_blog_is_its_article() {
    assert_eq!(page("blog.html", "en", Some("2024-02-20")), BLOG);
}

#[test]
fn a_page_of_a_portal_is_its_article_and_its_words_tell_the_language() {
    assert_eq!(page("portal.html", "id", Some("2024-03-12")), PORTAL);
}

const WIRE: [&str; 25] = [
    "Tuesday, May 7, 2024",
    "31",
    "10:40 PM EDT, May 7, 2024",
    "6.8",
    "31",
    "Tuesday",
    "12",
    "Some 4,200",
    "650",
    "$1.2 billion",
    "6:14 a.m.",
    "22 kilometers",
    "14 miles",
    "nine hours",
    "20",
    "44",
    "19",
    "140",
    "12",
    "75",
    "31",
    "215",
    "$40 million",
    "1987",
    "8",
];
const BLOG: [&str; 17] = [
    "February 20, 2024",
    "1896",
    "128",
    "this year",
    "412 feet",
    "4",
    "103 feet",
    "$2.4 million",
    "$1.8 million",
    "75 percent",
    "$600,000",
    "24 ft",
    "3",
    "115 lb",
    "14",
    "1920",
    "1978",
];
const PORTAL: [&str; 24] = [
    "25 Persen",
    "400 Hektare",
    "Selasa, 12 Mar 2024 10:15 WIB",
    "Februari 2024",
    "2023",
    "25 persen",
    "1.500 ton",
    "1.200 ton",
    "2022",
    "Selasa (12/3/2024)",
    "400 hektare",
    "2.300 hektare",
    "652 kilogram per hektare",
    "3.400",
    "Rp 5,1 miliar",
    "Rp 1,5 juta",
    "Rp 52.000 per kilogram",
    "Rp 7.000",
    "Rp 45.000",
    "bulan lalu",
    "800",
    "450",
    "250",
    "1.500",
];

#[test]
fn encodings_are_told_by_the_bytes() {
    let words = "Caf\u{e9} sales rose to \u{a3}5 million \u{2013} the owners\u{2019} best year.";
    let windows = b"Caf\xE9 sales rose to \xA35 million \x96 the owners\x92 best year.";
    let utf16: Vec<u8> = format!("\u{feff}{words}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let page = [b"<meta charset=windows-1252><p>".as_slice(), windows].concat();
    let files = folder(&[
        ("utf8.txt", words.as_bytes()),
        ("windows.txt", windows),
        ("utf16.md", &utf16),
        ("page.txt", b"<!doctype html><p>Caf&eacute; sales rose to <b>&pound;5</b> million"),
        ("page.html", &page),
    ]);
    let (answers, code, err) =
        answers(addsup(&["check", "--lang", "en", "--output-format", "jsonl", "."]).current_dir(&files));
    assert_eq!((answers.len(), code, err.as_str()), (5, 0, ""));
    for answer in answers {
        assert_eq!(texts(&answer), ["£5 million"], "{answer}");
    }
}

#[test]
fn what_is_no_text_is_told_and_the_rest_is_checked() {
    let files = folder(&[
        ("a.txt", b"PK\x03\x04\x14\0\0\0"),
        ("b.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("c.md", b"Sales rose to 5 million \xE2\x82\xAC in caf\xC3\xA9s.\nThey fell \xE2\x82 to 4."),
        ("d.txt", &[0; 5000]),
        ("e.txt", b"Sales rose\0 to 5 million tonnes."),
        ("f.html", b""),
    ]);
    let (answers, code, err) =
        answers(addsup(&["check", "--lang", "en", "--output-format", "jsonl", "."]).current_dir(&files));
    assert_eq!((answers.len(), code), (6, 2));
    for told in [
        "a.txt: is a damaged zip archive",
        "b.html: is a picture (PNG)",
        "c.md: cannot be read as UTF-8: line 2, column 11 ",
        "d.txt: is no text: it is full of control characters",
    ] {
        assert!(err.contains(told), "{told}: {err}");
    }
    assert_eq!(texts(&answers[4]), ["5 million tonnes"]);
    assert_eq!(answers[5]["problems"], Value::Array(vec![]));
}

#[test]
fn the_standard_input_goes_by_what_it_begins_with() {
    let read = |args: &[&str], input: &str| {
        let args: Vec<&str> =
            ["check", "--lang", "en", "--output-format", "jsonl"].iter().chain(args).copied().collect();
        let (answers, _, err) = answers(addsup(&args).arg("-").write_stdin(input));
        assert_eq!(err, "");
        texts(&answers[0])
    };
    assert_eq!(read(&[], "<html><p>Sales rose <b>1</b>2 percent"), ["12 percent"]);
    assert_eq!(read(&[], "---\ntitle: Sales rose 12 percent\n---\n# More\n"), Vec::<String>::new());
    assert_eq!(read(&[], "---\ntitle: Sales rose 12 percent\n---\n"), ["12 percent"]);
    assert_eq!(read(&["--input-format", "html"], "Sales rose <b>1</b>2 percent"), ["12 percent"]);
    assert_eq!(read(&["--input-format", "markdown"], "Sales rose **1**2 percent"), ["12 percent"]);
    assert_eq!(read(&["--input-format", "text"], "<html> Sales rose <b> 12 percent"), ["12 percent"]);
}

#[test]
fn large_and_deep_pages_take_no_longer_than_they_are_long() {
    let files = folder(&[
        ("deep.html", &["<div>".repeat(100_000).as_bytes(), b"Sales rose 12 percent"].concat()),
        (
            "wide.html",
            &[b"<p>".as_slice(), "All was quiet on the quay. ".repeat(1 << 20).as_bytes(), b"Sales rose 12 percent"]
                .concat(),
        ),
        ("deep.md", &[b"- ".repeat(20_000).as_slice(), b"Sales rose 12 percent"].concat()),
        ("quotes.md", &[b"> ".repeat(20_000).as_slice(), b"Sales rose 12 percent"].concat()),
        ("brackets.md", &[b"[![".repeat(20_000).as_slice(), b" Sales rose 12 percent"].concat()),
    ]);
    let start = Instant::now();
    let (answers, code, err) =
        answers(addsup(&["check", "--lang", "en", "--output-format", "jsonl", "."]).current_dir(&files));
    assert_eq!((answers.len(), code, err.as_str()), (5, 0, ""));
    for answer in answers {
        assert_eq!(texts(&answer), ["12 percent"], "{}", answer["path"]);
    }
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
}

#[test]
fn a_block_quotation_is_said_by_whoever_spoke_before_and_a_line_in_italics_may_date_the_article() {
    let text = "# Cranes\n\n*By Ana Roy, 15 March 2024*\n\nInes Falk said in a statement on Friday:\n\n> We had 42 cranes in 2023.\n\n\
                The quay has 7 sheds.\n";
    let args = ["check", "--lang", "en", "--input-format", "markdown", "--output-format", "jsonl", "-"];
    let (answers, _, _) = answers(addsup(&args).write_stdin(text));
    assert_eq!(answers[0]["published"], "2024-03-15");
    let speaker = |text: &str| {
        let claim = list(&answers[0], "claims").iter().find(|claim| claim["text"] == text).unwrap();
        claim["speaker"].clone()
    };
    assert_eq!((speaker("42"), speaker("7")), ("Ines Falk".into(), Value::Null));
}
