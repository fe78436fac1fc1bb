//! `addsup facts check`: contradictions inside a newsroom's tables.

use super::arguments::{CheckFactsArgs, FactsFormat};
use super::load::load;
use crate::cli::environment::style;
use crate::cli::run::{Stop, complain, print};
use crate::cli::setup::{Line, Setups};
use crate::facts::{Clash, Contradiction, Facts, contradictions};
use crate::report::{Args, Messages, facts_table};
use serde::Serialize;
use std::process::ExitCode;

/// Raised when a field changes its meaning or goes away.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct ReportJson<'a> {
    schema_version: u32,
    facts: usize,
    contradictions: Vec<ContradictionJson<'a>>,
    problems: &'a [String],
}

#[derive(Serialize)]
struct ContradictionJson<'a> {
    kind: Clash,
    row: String,
    other: String,
    message: &'a str,
}

/// Does what the arguments say, and gives the exit code.
///
/// # Errors
/// An option or data file that cannot be used; the output that cannot be written.
pub fn check(args: &CheckFactsArgs) -> Result<ExitCode, Stop> {
    let setups = Setups::new(Line::of_data(&args.data, &args.output), &args.data.config)?;
    let setup = setups.own()?;
    let mut facts = Facts::default();
    let units = setup.checker.units();
    let problems: Vec<String> = args.files.iter().flat_map(|file| load(file, &mut facts, units)).collect();
    problems.iter().for_each(|problem| complain(problem));
    let found = contradictions(&facts);
    let count = facts.iter().count();
    print(&match args.output_format {
        FactsFormat::Json => json(count, &found, &problems),
        FactsFormat::Table => {
            let table = facts_table(&found, &setup.messages, style(&args.output));
            table + &totals(count, &found, &problems, &setup.messages)
        }
    })?;
    let contradicted = found.iter().any(|one| one.clash != Clash::Twice);
    Ok(ExitCode::from(if problems.is_empty() { u8::from(contradicted) } else { 2 }))
}

fn json(facts: usize, found: &[Contradiction], problems: &[String]) -> String {
    let contradictions = found.iter().map(|one| ContradictionJson {
        kind: one.clash,
        row: one.place.to_string(),
        other: one.other.to_string(),
        message: &one.what,
    });
    let contradictions = contradictions.collect();
    let report = ReportJson { schema_version: SCHEMA_VERSION, facts, contradictions, problems };
    // Strings and numbers: there is nothing in it that JSON cannot hold.
    serde_json::to_string(&report).unwrap_or_default() + "\n"
}

fn totals(facts: usize, found: &[Contradiction], problems: &[String], messages: &Messages) -> String {
    let mut args = Args::new();
    args.set("facts", facts);
    args.set("contradictions", found.iter().filter(|one| one.clash != Clash::Twice).count());
    args.set("problems", problems.len());
    messages.format("facts-total", &args) + "\n"
}
