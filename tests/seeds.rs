//! Every seed of every fuzz target through its target: what the fuzzer once stumbled over, it and we stumble over no more.
#![cfg(feature = "cli")]

#[path = "fuzz/src/lib.rs"]
mod fuzz;

use fuzz::targets::{TARGETS, Target};
use std::fs;
use std::path::Path;

/// Seeds of a target, in the order of their names.
fn run(name: &str, target: Target) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/seeds").join(name);
    let mut paths: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{name} has no seeds");
    for path in paths {
        let bytes = fs::read(&path).unwrap();
        let done = std::panic::catch_unwind(|| target(&bytes));
        assert!(done.is_ok(), "{}", path.display());
    }
}

#[test]
fn seeds_hold_what_must_hold() {
    for (name, target) in TARGETS {
        run(name, target);
    }
}

#[test]
fn every_target_has_its_program() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/Cargo.toml")).unwrap();
    let programs: Vec<&str> = manifest
        .lines()
        .filter_map(|line| line.strip_prefix("path = \"fuzz_targets/")?.strip_suffix(".rs\""))
        .collect();
    assert_eq!(programs, TARGETS.map(|(name, _)| name));
}
