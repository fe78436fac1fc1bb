//! JUnit's XML, which every CI system shows: a suite for each article, a case for each rule that found something.

use super::article::{Article, printable};
use crate::judge::{Finding, Severity};
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io;

/// What stands before the first suite.
pub const BEGIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"addsup\">";
/// What stands behind the last one.
pub const END: &str = "\n</testsuites>\n";

/// The name of the case that an article has which nothing was found in, and of what could not be used.
const WHOLE: &str = "addsup";

/// A case of a suite.
struct Case<'a> {
    name: &'a str,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    /// Not run, with the reason.
    Skipped(String),
    /// Could not be run, with the reason.
    Broken(String),
    /// Run, and found something: the worst severity, its message, all that is said.
    Failed(Severity, String, String),
}

/// The suite of an article.
pub fn junit(article: &Article) -> String {
    let cases = cases(article);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory does not fail.
    let _ = suite(&mut writer, &article.name(), &cases);
    String::from_utf8(writer.into_inner()).unwrap_or_default()
}

fn cases<'a>(article: &Article<'a>) -> Vec<Case<'a>> {
    let mut cases: Vec<Case> = article
        .problems
        .iter()
        .map(|problem| {
            let message = xml_text(&problem.message);
            let outcome = match problem.severity {
                Severity::Error => Outcome::Broken(message),
                Severity::Warning | Severity::Info => Outcome::Skipped(message),
            };
            Case { name: WHOLE, outcome }
        })
        .collect();
    // Readers of these files show one failure of a case, so all that a rule found is one.
    let mut by_rule: Vec<(&str, Vec<&Finding>)> = vec![];
    for finding in article.findings() {
        match by_rule.iter_mut().find(|(rule, _)| *rule == &*finding.rule) {
            Some((_, alike)) => alike.push(finding),
            None => by_rule.push((&finding.rule, vec![finding])),
        }
    }
    for (name, alike) in by_rule {
        // Findings come most severe first.
        let Some(worst) = alike.first() else { continue };
        let said: Vec<String> = alike.iter().map(|finding| said(article, finding)).collect();
        let outcome = Outcome::Failed(worst.severity, xml_text(&article.message(worst)), said.join("\n"));
        cases.push(Case { name, outcome });
    }
    if cases.is_empty() {
        cases.push(Case { name: WHOLE, outcome: Outcome::Passed });
    }
    cases
}

fn said(article: &Article, finding: &Finding) -> String {
    let span = article.finding_span(finding);
    let mut place = article.place_in_words(&span);
    if article.is_joined() {
        place = format!("{}:{place}", xml_text(&article.file(span.start)));
    }
    let mut out = format!("{place}: {}\n", xml_text(&article.message(finding)));
    for line in article.said_lines(finding) {
        out.push_str(&format!("  {}\n", xml_text(&line)));
    }
    out
}

/// A text without what XML cannot hold: control characters are told by their numbers, and the two that are no characters
/// are left out.
fn xml_text(text: &str) -> String {
    printable(text).replace(['\u{FFFE}', '\u{FFFF}'], "")
}

fn suite(writer: &mut Writer<Vec<u8>>, name: &str, cases: &[Case]) -> io::Result<()> {
    let count = |wanted: fn(&Outcome) -> bool| cases.iter().filter(|case| wanted(&case.outcome)).count().to_string();
    let name = xml_text(name);
    writer
        .create_element("testsuite")
        .with_attributes([
            ("name", name.as_str()),
            ("tests", &cases.len().to_string()),
            ("failures", &count(|outcome| matches!(outcome, Outcome::Failed(..)))),
            ("errors", &count(|outcome| matches!(outcome, Outcome::Broken(_)))),
            ("skipped", &count(|outcome| matches!(outcome, Outcome::Skipped(_)))),
        ])
        .write_inner_content(|writer| cases.iter().try_for_each(|case| self::case(writer, &name, case)))?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, suite: &str, case: &Case) -> io::Result<()> {
    let element = writer.create_element("testcase").with_attributes([("classname", suite), ("name", case.name)]);
    match &case.outcome {
        Outcome::Passed => element.write_empty()?,
        Outcome::Skipped(why) => element.write_inner_content(|writer| {
            writer.create_element("skipped").with_attribute(("message", why.as_str())).write_empty().map(drop)
        })?,
        Outcome::Broken(why) => element.write_inner_content(|writer| {
            let error = writer.create_element("error").with_attributes([("type", "error"), ("message", why)]);
            error.write_empty().map(drop)
        })?,
        Outcome::Failed(severity, message, said) => element.write_inner_content(|writer| {
            let attributes = [("type", severity.as_str()), ("message", message.as_str())];
            let failure = writer.create_element("failure").with_attributes(attributes);
            failure.write_text_content(BytesText::new(said)).map(drop)
        })?,
    };
    Ok(())
}
