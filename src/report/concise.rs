//! One finding a line, for editors and other tools: `path:line:column: severity[rule] message`. Documents without lines
//! have `path:¶5`, the number of the paragraph, instead.

use super::article::{Article, printable};
use std::fmt::Write;

/// The findings of an article, one a line.
pub fn concise(article: &Article) -> String {
    let mut out = String::new();
    for finding in article.findings() {
        let place = article.finding_place(finding);
        let message = printable(&article.message(finding));
        let severity = finding.severity.as_str();
        // Writing to a string does not fail.
        let _ = writeln!(out, "{}:{place}: {severity}[{}] {message}", printable(&article.name()), finding.rule);
    }
    for suppressed in article.suppressed().filter(|_| article.show_suppressed) {
        let place = article.finding_place(&suppressed.finding);
        let message = printable(&article.message(&suppressed.finding));
        let (name, rule, by) = (printable(&article.name()), &suppressed.finding.rule, article.suppressor(suppressed));
        let _ = writeln!(out, "{name}:{place}: suppressed[{rule}] {message} ({by})");
    }
    out
}
