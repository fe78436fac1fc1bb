//! The tool and its rules, as SARIF describes them: from the same data as `addsup explain`.

use super::{Message, level};
use crate::judge::{Check, Maturity, Severity};
use crate::report::rules::{markdown, summary};
use crate::report::run::Run;
use serde::Serialize;

/// The program.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Driver<'a> {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'a> {
    id: &'a str,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

/// What GitHub sorts and filters alerts by.
#[derive(Serialize)]
struct Properties<'a> {
    tags: [&'a str; 1],
    #[serde(rename = "problem.severity")]
    severity: &'static str,
}

/// Describes the program of this run.
pub fn driver<'a>(run: &Run<'a>) -> Driver<'a> {
    let rules = run.rules.iter().map(|(check, examples)| {
        let help = markdown(check, examples, run.definitions, run.messages);
        rule(check, &summary(check, run.messages), help)
    });
    Driver { name: "addsup", semantic_version: env!("CARGO_PKG_VERSION"), rules: rules.collect() }
}

fn rule<'a>(check: &'a Check, summary: &str, markdown: String) -> Rule<'a> {
    let why = check.why.split_whitespace().collect::<Vec<&str>>().join(" ");
    Rule {
        id: &check.name,
        short_description: Message { text: summary.to_owned() },
        full_description: Message { text: why.clone() },
        help: Help { text: format!("{summary}\n{why}"), markdown },
        default_configuration: Configuration {
            enabled: check.maturity == Maturity::Stable,
            level: level(check.severity),
        },
        properties: Properties {
            tags: [&check.group],
            severity: match check.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "recommendation",
            },
        },
    }
}
