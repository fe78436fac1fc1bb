//! The report in the README is what the program prints.
#![cfg(feature = "cli")]

use assert_cmd::Command;
use std::path::Path;

#[test]
fn the_readme_shows_the_report_as_it_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let (before, rest) = readme.split_once("<!-- report: ").expect("the README names the article of its report");
    let (article, rest) = rest.split_once(" -->\n```text\n").expect("a block of text follows");
    let (shown, after) = rest.split_once("```").expect("the block ends");
    let output = Command::new(env!("CARGO_BIN_EXE_addsup"))
        .current_dir(root)
        .env_clear()
        .args(["check", article, "--width", "100", "--messages", "en"])
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    if std::env::var_os("ADDSUP_BLESS").is_some() {
        let new = format!("{before}<!-- report: {article} -->\n```text\n{printed}```{after}");
        std::fs::write(root.join("README.md"), new).unwrap();
        return;
    }
    assert_eq!(shown, printed, "write it anew with ADDSUP_BLESS=1 and read the diff");
}
