//! Every form of report, as the program writes it: golden files, and readers that we did not write.
//!
//! `ADDSUP_BLESS=1 cargo test --test reports` writes the golden files anew.
#![cfg(feature = "cli")]

use assert_cmd::Command;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// An article that tries to break out of every form it is put into.
const NEWS: &str = "Ferry traffic <script>alert(1)</script> up 12 percent

ALMERE, 12 June 2024 – Ferries carried 56,000 passengers in May, up 12 percent from 48,000 in April, said \"Bo\" O'Neil & Sons ]]></textarea>.

The line opened on Tuesday, 8 January 2024, [it says](javascript:alert(1)), and::error::has 14 boats%0A.

> \"We never had so many people,\" the firm said of its record summer.
";
const BERITA: &str = "Penumpang feri naik

JAKARTA, 12 Juni 2024 – Jumlah penumpang feri naik 12 persen menjadi 56.000 orang dari 48.000 orang.
";
const ENTRIES: &str = r#"{"id": "a\"><b>'x", "text": "Sales rose 18 percent to $3.5 billion from $3.2 billion.", "lang": "en"}
{"id": "quiet", "text": "The sea was calm.", "lang": "en"}
{"id": "broken", "text": 5}
"#;

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in [("news.txt", NEWS), ("berita.txt", BERITA), ("wire, all.jsonl", ENTRIES)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

const ALL: [&str; 4] = ["news.txt", "berita.txt", "wire, all.jsonl", "gone.txt"];

fn addsup(folder: &TempDir, args: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_addsup"))
        .current_dir(folder)
        .env_clear()
        .arg("check")
        .args(args)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn report(format: &str, more: &[&str]) -> String {
    let args: Vec<&str> = ["--output-format", format].iter().chain(more).chain(&ALL).copied().collect();
    let (code, out, err) = addsup(&folder(), &args);
    assert_eq!(code, 2, "{err}");
    assert_eq!(err.lines().count(), 2, "the broken line and the missing file are told: {err}");
    out
}

fn golden(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports").join(name);
    if std::env::var_os("ADDSUP_BLESS").is_some() {
        fs::write(&path, actual).unwrap();
        return;
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(actual, wanted, "{name} differs: write it with ADDSUP_BLESS=1 and read the diff");
}

#[test]
fn full() {
    golden("full.txt", &report("full", &[]));
    golden("full.narrow.ascii.txt", &report("full", &["--width", "48", "--ascii", "--messages", "id"]));
    let colours = report("full", &["--color", "always"]);
    assert!(colours.contains('\u{1b}'));
    let plain = anstream::adapter::strip_str(&colours).to_string();
    let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
    assert_eq!(lines, report("full", &[]).lines().collect::<Vec<&str>>(), "colours are all that differs");
}

#[test]
fn full_fits_every_width_and_keeps_the_articles_bytes_from_the_terminal() {
    let folder = folder();
    let long = format!("{} {NEWS}", "日本語 und so weiter \u{1b}[31m".repeat(400)).replace('\n', " ");
    fs::write(folder.path().join("long.txt"), long).unwrap();
    for width in (40..200).step_by(20) {
        let args = ["--output-format", "full", "--lang", "en", "--width", &width.to_string(), "long.txt"];
        let (code, out, err) = addsup(&folder, &args);
        assert_eq!((code, err.as_str()), (1, ""), "{out}");
        assert!(out.contains("growth-percent") && !out.contains('\u{1b}'), "{out}");
        for line in out.lines().filter(|line| !line.starts_with("long.txt")) {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= width, "{width}: {line}");
        }
    }
}

fn assert_valid(sarif: &Value) {
    let schema =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports/sarif-schema-2.1.0.json"));
    // Its one slip: a bracket that closes nothing.
    let schema = schema.unwrap().replace("{2}]?$", "{2}\\\\]?$");
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(sarif).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn sarif_is_valid_against_its_schema() {
    let text = report("sarif", &[]);
    let mut sarif: Value = serde_json::from_str(&text).unwrap();
    assert_valid(&sarif);

    let driver = &mut sarif["runs"][0]["tool"]["driver"];
    driver["semanticVersion"] = Value::from("…");
    let rules = driver["rules"].as_array().unwrap().clone();
    driver["rules"] = Value::from("…");
    for result in sarif["runs"][0]["results"].as_array().unwrap() {
        let rule = rules.iter().find(|rule| rule["id"] == result["ruleId"]).unwrap();
        for part in [&rule["shortDescription"]["text"], &rule["help"]["text"], &rule["help"]["markdown"]] {
            assert!(part.as_str().unwrap().len() > 20, "{rule}");
        }
    }
    golden("sarif.json", &format!("{}\n", serde_json::to_string_pretty(&sarif).unwrap()));
    let rule = rules.iter().find(|rule| rule["id"] == "growth-percent").unwrap();
    let help = rule["help"]["markdown"].as_str().unwrap();
    for part in [
        "**Two levels",
        "\n- `change.rate: final = initial * (1 + direction * rate)`\n",
        "\n- Revenue rose **18 percent** to **\\$3.5 billion**",
    ] {
        assert!(help.contains(part), "{part}\n{help}");
    }
}

/// Regions lead to the figures in the file, counted as SARIF says: lines and code points from 1, the end not included.
#[test]
fn sarif_regions_are_the_figures() {
    let sarif: Value = serde_json::from_str(&report("sarif", &[])).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let mut seen = 0;
    for result in results {
        let related = result["relatedLocations"].as_array().cloned().unwrap_or_default();
        for location in result["locations"].as_array().unwrap().iter().chain(&related) {
            let physical = &location["physicalLocation"];
            let Some(region) = physical.get("region") else {
                assert_eq!(physical["artifactLocation"]["uri"], "wire%2C%20all.jsonl");
                continue;
            };
            let text = if physical["artifactLocation"]["uri"] == "news.txt" { NEWS } else { BERITA };
            let number = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap();
            assert_eq!(number("startLine"), number("endLine"));
            let line = text.lines().nth(number("startLine") - 1).unwrap();
            let columns = number("endColumn") - number("startColumn");
            let shown: String = line.chars().skip(number("startColumn") - 1).take(columns).collect();
            assert_eq!(region["snippet"]["text"], shown.as_str());
            seen += 1;
        }
    }
    assert!(seen > 3, "{seen}");
}

/// What is suppressed is kept and marked: left out, it would be taken for mended.
#[test]
fn sarif_carries_what_is_suppressed() {
    let folder = folder();
    let text = "The figures\n\n<!-- addsup: ignore[growth-percent] As the [annual report] has it. -->\n\n\
                Sales rose 18 percent to $3.5 billion from $3.2 billion.\n";
    fs::write(folder.path().join("known.txt"), text).unwrap();
    let (code, out, err) = addsup(&folder, &["--output-format", "sarif", "--report", "full=full.out", "known.txt"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let sarif: Value = serde_json::from_str(&out).unwrap();
    assert_valid(&sarif);
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!((results.len(), &results[0]["ruleId"]), (1, &Value::from("growth-percent")));
    let suppression = &results[0]["suppressions"][0];
    assert_eq!(suppression["kind"], "inSource");
    assert!(suppression["justification"].as_str().unwrap().ends_with(": As the [annual report] has it."));
    assert_eq!(suppression["location"]["physicalLocation"]["region"]["startLine"], 3);
    assert!(!fs::read_to_string(folder.path().join("full.out")).unwrap().contains("growth-percent"));
    for format in ["full", "html"] {
        let (_, out, _) = addsup(&folder, &["--output-format", format, "--show-suppressed", "known.txt"]);
        assert!(out.contains("the comment in line 3: As the [annual report] has it."), "{out}");
    }
}

#[test]
fn github() {
    let out = report("github", &[]);
    golden("github.txt", &out);
    let kinds: Vec<&str> = out.lines().filter_map(|line| line.strip_prefix("::")?.split(' ').next()).collect();
    let mut worst_first = kinds.clone();
    worst_first.sort_by_key(|kind| ["error", "warning", "notice"].iter().position(|known| known == kind));
    assert_eq!(kinds, worst_first);
    assert!(out.lines().all(|line| line.matches("::").count() == 2 || line.contains("and::error::has")), "{out}");
}

#[test]
fn github_is_told_to_show_no_more_than_ten() {
    let folder = folder();
    let faulty = "Sales rose 18 percent to $3.5 billion from $3.2 billion.\n\n";
    let many =
        (1..=11).map(|number| format!("In city {number}, {}", faulty.replace("18", &format!("{}", 20 + number))));
    fs::write(folder.path().join("many.txt"), many.collect::<String>()).unwrap();
    let (_, out, _) = addsup(&folder, &["--output-format", "github", "many.txt"]);
    assert!(out.lines().filter(|line| line.starts_with("::error ")).count() > 10, "{out}");
    assert!(out.lines().last().unwrap().contains("GitHub shows the first 10 of each kind"), "{out}");
}

#[test]
fn gitlab() {
    let out = report("gitlab", &[]);
    golden("gitlab.json", &out);
    let issues: Vec<Value> = serde_json::from_str(&out).unwrap();
    let mut fingerprints: Vec<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), issues.len(), "GitLab drops what has the fingerprint of another");
    for issue in &issues {
        assert!(issue["location"]["lines"]["begin"].as_u64().unwrap() >= 1);
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap()));
    }
}

#[test]
fn junit_is_read_by_an_xml_reader() {
    let out = report("junit", &[]);
    golden("junit.xml", &out);
    let xml = roxmltree::Document::parse(&out).unwrap();
    let suites: Vec<_> = xml.root_element().children().filter(roxmltree::Node::is_element).collect();
    let names: Vec<&str> = suites.iter().map(|suite| suite.attribute("name").unwrap()).collect();
    let entry = "wire, all.jsonl#";
    assert_eq!(names[..2], ["news.txt", "berita.txt"]);
    assert_eq!(names[2], format!("{entry}a\"><b>'x"));
    for suite in &suites {
        let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
        assert_eq!(suite.attribute("tests").unwrap(), cases.len().to_string());
        for (attribute, element) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped")] {
            let count = cases.iter().filter(|case| case.children().any(|node| node.has_tag_name(element))).count();
            assert_eq!(suite.attribute(attribute).unwrap(), count.to_string(), "{element}");
        }
    }
    let quiet = suites.iter().find(|suite| suite.attribute("name") == Some("wire, all.jsonl#quiet")).unwrap();
    assert_eq!((quiet.attribute("tests"), quiet.attribute("failures")), (Some("1"), Some("0")));
}

#[test]
fn html() {
    let out = report("html", &[]);
    let (_, main) = out.split_once("<main>").unwrap();
    let (main, after) = main.split_once("<script>").unwrap();
    golden("page.html", main);
    assert!(!main.contains("alert(1)</script>") && !main.contains("</textarea>") && !main.contains("<b>"), "{main}");
    assert_eq!(after.matches("</script>").count(), 1);
    assert_eq!(out.matches("<script").count(), 1);
    golden(
        "page.id.html",
        report("html", &["--messages", "id"]).split_once("<main>").unwrap().1.split_once("<script>").unwrap().0,
    );
}

/// Everything that a browser would fetch, besides the data that stands in the page.
#[test]
fn the_page_names_nothing_elsewhere() {
    let out = report("html", &[]);
    for attribute in ["src=", "@import", "url(", "<iframe", "<object", "<base", "http-equiv=\"refresh"] {
        assert!(!out.contains(attribute), "{attribute}");
    }
    let hrefs = out.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    assert!(hrefs.clone().count() > 5);
    assert!(hrefs.into_iter().all(|href| href.starts_with('#') || href == "data:,"));
}

#[test]
fn several_reports_in_one_run() {
    let folder = folder();
    let formats = ["full", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "html", "table"];
    let mut args: Vec<String> = formats.iter().map(|format| format!("--report={format}={format}.out")).collect();
    args.extend(["--output-format=concise", "news.txt"].map(str::to_owned));
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let (code, out, err) = addsup(&folder, &args);
    assert_eq!((code, err.as_str()), (1, ""));
    for format in formats {
        let written = fs::read_to_string(folder.path().join(format!("{format}.out"))).unwrap();
        let (_, alone, _) = addsup(&folder, &["--output-format", format, "news.txt"]);
        assert_eq!(written, alone, "{format}");
    }
    assert_eq!(out, fs::read_to_string(folder.path().join("concise.out")).unwrap());
    // Written again, in the place of the first.
    assert_eq!(addsup(&folder, &["--report", "json=concise.out", "news.txt"]).0, 1);
    assert!(fs::read_to_string(folder.path().join("concise.out")).unwrap().starts_with('['));
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{left:?}");
}

#[test]
fn reports_that_cannot_be_written() {
    let folder = folder();
    fs::create_dir(folder.path().join("dir")).unwrap();
    for (argument, complaint) in [
        ("sarif", "not of the form FORMAT=PATH"),
        ("sraif=x", "there is no format `sraif`; known: table, full, concise"),
        ("sarif=", "no file is named"),
        ("sarif=-", "use --output-format"),
        ("sarif=none/x.sarif", "--report: cannot write none/x.sarif: there is no folder none"),
        ("sarif=dir", "--report: dir is a folder"),
    ] {
        let (code, out, err) = addsup(&folder, &["--report", argument, "news.txt"]);
        assert_eq!((code, out.as_str()), (2, ""), "{argument}");
        assert!(err.contains(complaint), "{argument}: {err}");
    }
    let (code, _, err) = addsup(&folder, &["--report", "sarif=x", "--report", "html=x", "news.txt"]);
    assert_eq!(code, 2);
    assert!(err.contains("x is named twice"), "{err}");
    assert!(!folder.path().join("x").exists());
}

#[cfg(unix)]
#[test]
fn devices_and_links_stay_what_they_are() {
    let folder = folder();
    let link = folder.path().join("link.json");
    fs::write(folder.path().join("target.json"), "old").unwrap();
    std::os::unix::fs::symlink("target.json", &link).unwrap();
    assert_eq!(addsup(&folder, &["--report", "json=link.json", "--report", "junit=/dev/null", "news.txt"]).0, 1);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(folder.path().join("target.json")).unwrap().starts_with('['));
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}
