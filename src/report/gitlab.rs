//! The Code Quality report of GitLab: an array of findings.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use super::article::{Article, printable};
use super::fingerprint::Fingerprints;
use crate::judge::{Finding, Severity};
use serde::Serialize;

#[derive(Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: &'a str,
    description: String,
    content: Content,
    categories: [&'static str; 1],
    severity: &'static str,
    fingerprint: String,
    location: Location,
}

#[derive(Serialize)]
struct Content {
    body: String,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The findings of an article as elements of the array, parted by commas.
pub fn gitlab(article: &Article) -> String {
    let mut fingerprints = Fingerprints::new(article);
    let issues = article.findings().map(|finding| {
        // Strings and numbers: there is nothing in it that JSON cannot hold.
        serde_json::to_string(&issue(article, finding, &mut fingerprints)).unwrap_or_default()
    });
    issues.collect::<Vec<String>>().join(",\n")
}

fn issue<'a>(article: &Article, finding: &'a Finding, fingerprints: &mut Fingerprints<'a>) -> Issue<'a> {
    let span = article.finding_span(finding);
    let message = printable(&article.message(finding));
    // GitLab wants a line; where there is none, the place is told in words.
    let (description, lines) = match article.region(&span) {
        Some(region) => (message, Lines { begin: region.line, end: region.end_line }),
        None => (format!("{}: {message}", printable(&article.place_in_words(&span))), Lines { begin: 1, end: 1 }),
    };
    Issue {
        kind: "issue",
        check_name: &finding.rule,
        description,
        content: Content { body: article.said_lines(finding).join("\n") },
        categories: ["Bug Risk"],
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Info => "info",
        },
        fingerprint: fingerprints.in_run(finding),
        location: Location { path: article.file(span.start), lines },
    }
}
