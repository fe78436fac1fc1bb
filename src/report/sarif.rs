//! SARIF 2.1.0, which code scanners exchange. <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>
//!
//! The file is one object; it is written in three steps, so that a run of many articles needs no more memory than its
//! largest article: what stands before the results, results, what stands behind them.

mod rules;

use super::article::{Article, printable};
use super::fingerprint::Fingerprints;
use super::run::{Part, Run};
use crate::extract::Claim;
use crate::judge::{Finding, Severity, Suppressed, Suppressor};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// The base of relative paths: the folder that addsup was run in.
const BASE: &str = "%SRCROOT%";
/// Name of the fingerprint: rule and words of the figures, the second of its kind in an article marked `:2`.
const FINGERPRINT: &str = "addsup/v1";
/// Name of the one fingerprint that GitHub matches alerts by. Left out, GitHub hashes the line, which for an article is a
/// whole paragraph: any edit in it would close the alert and open another.
const GITHUB_FINGERPRINT: &str = "primaryLocationLineHash";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'a str,
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suppressions: Vec<Suppression>,
    properties: ResultProperties<'a>,
}

#[derive(Serialize)]
struct ResultProperties<'a> {
    workings: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    repairs: Vec<String>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<LogicalLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

/// Why a result is no alert: it is said in the article, or elsewhere.
#[derive(Serialize)]
struct Suppression {
    kind: &'static str,
    status: &'static str,
    justification: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Location>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    snippet: Message,
}

/// A place that is no line of a file: a paragraph of a document, an article of JSON Lines.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation {
    name: String,
    fully_qualified_name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    tool_execution_notifications: Vec<serde_json::Value>,
}

#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Message,
    locations: Vec<Location>,
}

/// What stands before the first result: the tool and its rules.
pub fn sarif_begin(run: &Run) -> String {
    let base = serde_json::json!({ BASE: { "description": { "text": "The folder that addsup was run in." } } });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\n\
         \"tool\":{{\"driver\":{}}},\n\
         \"columnKind\":\"unicodeCodePoints\",\"originalUriBaseIds\":{base},\n\"results\":[",
        json(&rules::driver(run)),
    )
}

/// What stands behind the last result: what could not be used. The messages are notifications that [`sarif`] made.
pub fn sarif_end(later: Vec<(Severity, String)>) -> String {
    let execution_successful = later.iter().all(|(severity, _)| *severity < Severity::Error);
    let notifications = later.iter().filter_map(|(_, text)| serde_json::from_str(text).ok()).collect();
    let invocation = Invocation { execution_successful, tool_execution_notifications: notifications };
    format!("\n],\n\"invocations\":[{}]}}]}}\n", json(&invocation))
}

/// The results of an article, parted by commas.
pub fn sarif(article: &Article) -> Part {
    let mut fingerprints = Fingerprints::new(article);
    let told: Vec<String> =
        article.findings().map(|finding| json(&result(article, finding, &mut fingerprints))).collect();
    let suppressed = article.suppressed().map(|suppressed| {
        let suppressions = vec![suppression(article, suppressed)];
        json(&SarifResult { suppressions, ..result(article, &suppressed.finding, &mut fingerprints) })
    });
    let results = told.into_iter().chain(suppressed);
    let text = results.collect::<Vec<String>>().join(",\n");
    let notifications = article.problems.iter().map(|problem| {
        let message = plain(&problem.message);
        (
            problem.severity,
            json(&Notification {
                level: level(problem.severity),
                message,
                locations: vec![of_file(article, problem.at, None)],
            }),
        )
    });
    Part { text, later: notifications.collect() }
}

fn result<'a>(article: &Article, finding: &'a Finding, fingerprints: &mut Fingerprints<'a>) -> SarifResult<'a> {
    let repairs = article.repair_lines(finding);
    let mut message = article.message(finding);
    for line in article.workings_line(finding).iter().chain(&repairs) {
        message = format!("{message}\n{line}");
    }
    let claims: Vec<&Claim> = finding.claims.iter().filter_map(|id| article.claim(*id)).collect();
    let related = claims.iter().enumerate().skip(1).map(|(id, claim)| {
        let means = format!("{}: {}", article.text(claim), article.wording().claim(claim));
        Location { id: Some(id), message: Some(plain(&means)), ..location(article, &claim.span) }
    });
    let fingerprint = fingerprints.in_article(finding);
    SarifResult {
        rule_id: &finding.rule,
        level: level(finding.severity),
        message: plain(&message),
        locations: vec![location(article, &article.finding_span(finding))],
        related_locations: related.collect(),
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint.clone()), (GITHUB_FINGERPRINT, fingerprint)]),
        suppressions: vec![],
        properties: ResultProperties { workings: &finding.workings, repairs },
    }
}

fn suppression(article: &Article, suppressed: &Suppressed) -> Suppression {
    let (kind, location) = match &suppressed.by {
        Suppressor::Comment { at, source, .. } => ("inSource", source_location(article, *at, source)),
        Suppressor::Baseline => ("external", None),
    };
    Suppression { kind, status: "accepted", justification: article.suppressor(suppressed), location }
}

fn location(article: &Article, span: &Range<usize>) -> Location {
    source_location(article, span.start, &article.document.source_at(span.clone()).1).unwrap_or_else(|| {
        let name = article.place_in_words(span);
        let fully_qualified_name = format!("{}#{name}", article.file(span.start));
        let logical_locations = vec![LogicalLocation { name, fully_qualified_name }];
        Location { logical_locations, ..of_file(article, span.start, None) }
    })
}

/// The place of a span of the source of the part that the byte `at` of the text stands in, where files have lines.
fn source_location(article: &Article, at: usize, span: &Range<usize>) -> Option<Location> {
    let region = article.source_region(at, span)?;
    let text = article.document.part_at(at).source().get(span.clone()).unwrap_or_default().to_owned();
    let region = Region {
        start_line: region.line,
        start_column: region.column,
        end_line: region.end_line,
        end_column: region.end_column,
        snippet: Message { text },
    };
    Some(of_file(article, at, Some(region)))
}

fn of_file(article: &Article, at: usize, region: Option<Region>) -> Location {
    let physical_location = PhysicalLocation { artifact_location: artifact(&article.file(at)), region };
    Location { id: None, physical_location, logical_locations: vec![], message: None }
}

/// A path as a URI: absolute ones as such, others against [`BASE`].
fn artifact(path: &str) -> ArtifactLocation {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes().get(2) == Some(&b'/');
    match (path.starts_with('/'), drive) {
        (true, _) => ArtifactLocation { uri: format!("file://{uri}"), uri_base_id: None },
        (_, true) => ArtifactLocation { uri: format!("file:///{}", uri.replacen("%3A", ":", 1)), uri_base_id: None },
        _ => {
            let uri = uri.strip_prefix("./").unwrap_or(&uri).to_owned();
            ArtifactLocation { uri, uri_base_id: Some(BASE) }
        }
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A plain message: brackets would be links. Line breaks stay.
fn plain(text: &str) -> Message {
    let lines = text.split('\n').map(printable).collect::<Vec<String>>().join("\n");
    let mut escaped = String::with_capacity(lines.len());
    for c in lines.chars() {
        if matches!(c, '[' | ']' | '\\') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    Message { text: escaped }
}

/// Strings, numbers and maps with string keys: there is nothing in them that JSON cannot hold.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        let uri = |path: &str| {
            let artifact = artifact(path);
            (artifact.uri, artifact.uri_base_id.is_some())
        };
        assert_eq!(uri("./news/a b#é.txt"), ("news/a%20b%23%C3%A9.txt".to_owned(), true));
        assert_eq!(uri("/tmp/x.txt"), ("file:///tmp/x.txt".to_owned(), false));
        assert_eq!(uri("C:/news/x.txt"), ("file:///C:/news/x.txt".to_owned(), false));
        assert_eq!(uri("../x.txt"), ("../x.txt".to_owned(), true));
    }

    #[test]
    fn messages_make_no_links() {
        assert_eq!(plain("a [b](c)\n\\d").text, "a \\[b\\](c)\n\\\\d");
    }
}
