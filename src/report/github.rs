//! Workflow commands, which GitHub shows beside the lines of a pull request: the worst first, because it shows no more
//! than ten of a kind for each step.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::article::{Article, printable};
use super::messages::Args;
use super::run::{Part, Run};
use crate::judge::{Finding, Severity};
use std::fmt::Write;

/// So many annotations of a kind GitHub shows for a step.
const SHOWN: usize = 10;

/// The commands for one article; all are written at the end, where it is known which are the worst.
pub fn github(article: &Article) -> Part {
    let problems = article.problems.iter().map(|problem| {
        let command = command(problem.severity, &[("file", article.file(problem.at))]);
        (problem.severity, format!("{command}::{}", escaped(&printable(&problem.message))))
    });
    let findings = article.findings().map(|finding| (finding.severity, annotation(article, finding)));
    Part { text: String::new(), later: problems.chain(findings).collect() }
}

fn annotation(article: &Article, finding: &Finding) -> String {
    let span = article.finding_span(finding);
    let mut properties = vec![("file", article.file(span.start))];
    let mut message = printable(&article.message(finding));
    match article.region(&span) {
        Some(region) => {
            properties.push(("line", region.line.to_string()));
            // GitHub refuses columns where the lines differ.
            if region.end_line == region.line {
                properties.push(("endLine", region.end_line.to_string()));
                properties.push(("col", region.column.to_string()));
                properties.push(("endColumn", region.end_column.to_string()));
            }
        }
        None => message = format!("{}: {message}", printable(&article.place_in_words(&span))),
    }
    properties.push(("title", format!("addsup {}", finding.rule)));
    for line in article.said_lines(finding) {
        message.push('\n');
        message.push_str(&line);
    }
    format!("{}::{}", command(finding.severity, &properties), escaped(&message))
}

fn command(severity: Severity, properties: &[(&str, String)]) -> String {
    let mut out = String::from(match severity {
        Severity::Error => "::error",
        Severity::Warning => "::warning",
        Severity::Info => "::notice",
    });
    for (index, (name, value)) in properties.iter().enumerate() {
        let value = escaped(&printable(value)).replace(':', "%3A").replace(',', "%2C");
        // Writing to a string does not fail.
        let _ = write!(out, "{}{name}={value}", if index == 0 { ' ' } else { ',' });
    }
    out
}

/// As the runner reads the text of a command.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// All commands of a run, and a note where GitHub will not show them all.
pub fn github_end(mut later: Vec<(Severity, String)>, run: &Run) -> String {
    later.sort_by_key(|(severity, _)| std::cmp::Reverse(*severity));
    let mut out = String::new();
    for (_, command) in &later {
        out.push_str(command);
        out.push('\n');
    }
    let count = |kind: Severity| later.iter().filter(|(severity, _)| *severity == kind).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Info].map(count);
    if counts.into_iter().any(|count| count > SHOWN) {
        let mut args = Args::new();
        for (name, count) in ["errors", "warnings", "infos"].into_iter().zip(counts) {
            args.set(name, count);
        }
        args.set("shown", SHOWN);
        out.push_str(&printable(&run.messages.format("github-note", &args)));
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_a_command() {
        let out =
            command(Severity::Warning, &[("file", "a,b:c%.txt".to_owned()), ("title", "x\n::error::y".to_owned())]);
        assert_eq!(out, "::warning file=a%2Cb%3Ac%25.txt,title=x %3A%3Aerror%3A%3Ay");
        assert_eq!(escaped("100 %\r\n::stop"), "100 %25%0D%0A::stop");
    }
}
