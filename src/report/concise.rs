//! One finding a line, for editors and other tools: `path:line:column: severity[rule] message`. Documents without lines
//! have `path:¶5`, the number of the paragraph, instead.

use super::article::{Article, printable};
use crate::judge::Finding;
use std::fmt::Write;

/// The findings of an article, one a line.
pub fn concise(article: &Article) -> String {
    let mut out = String::new();
    for finding in article.findings() {
        let (place, message) = (place(article, finding), message(article, finding));
        let severity = finding.severity.as_str();
        // Writing to a string does not fail.
        let _ = writeln!(out, "{place}: {severity}[{}] {message}", finding.rule);
    }
    for suppressed in article.suppressed().filter(|_| article.show_suppressed) {
        let finding = &suppressed.finding;
        let (place, message) = (place(article, finding), message(article, finding));
        let (rule, by) = (&finding.rule, article.suppressor(suppressed));
        let _ = writeln!(out, "{place}: suppressed[{rule}] {message} ({by})");
    }
    out
}

fn place(article: &Article, finding: &Finding) -> String {
    let start = article.finding_span(finding).start;
    format!("{}:{}", printable(&article.name_at(start)), article.places().of(start))
}

/// The message, with the places of all figures where they stand in several files.
fn message(article: &Article, finding: &Finding) -> String {
    let (message, places) = (printable(&article.message(finding)), article.place_lines(finding));
    if places.is_empty() { message } else { format!("{message} ({})", places.join("; ")) }
}
