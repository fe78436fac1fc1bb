//! The program as its users meet it, run in folders of their own.
#![allow(dead_code)]

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The program, in an environment that says nothing.
pub fn addsup() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_addsup"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// What came of a run.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program in a folder.
pub fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = addsup().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// `check` with one finding a line.
pub fn check(folder: &Path, arguments: &[&str]) -> Run {
    run(folder, &[&["check", "--output-format", "concise"], arguments].concat())
}

/// A new folder with these files.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        write(folder.path(), name, text);
    }
    folder
}

/// Writes a file, and the folders that it lies in.
pub fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// An error of `growth-percent`.
pub const GROWTH: &str = "Turnover rose 18 percent to $3.5 billion from $3.2 billion, the firm said.\n";
/// An error of `weekday-date`.
pub const WEEKDAY: &str = "The council met on Monday, 15 June 2021, to vote on the budget.\n";
/// Nothing to find.
pub const CLEAN: &str = "The harbour was quiet, and the ferries stayed at their berths.\n";
