//! Every report of an article, read again by readers that are not ours.

use addsup::judge::Severity;
use addsup::report::{
    Article, Context, JUNIT_BEGIN, JUNIT_END, Messages, Run, Style, concise, full, full_end, github, github_end,
    gitlab, html, html_begin, html_end, json_line, junit, sarif, sarif_begin, sarif_end, table,
};
use addsup::source::Document;
use addsup::{Checked, Checker};
use serde_json::Value;

fn parse(name: &str, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"))
}

/// Writes them all.
pub fn check_reports(checker: &Checker, document: &Document, checked: &Checked) {
    let source = |code: &'static str| checker.messages(code).map(|source| (code, source));
    let messages = Messages::new([source("id"), source("en")].into_iter().flatten());
    let context = Context { messages: &messages, definitions: checker.definitions() };
    let id = Value::from("fuzz");
    let article = Article::new(context, &id, document, checked, &[], Severity::Info);
    let run = Run { messages: &messages, rules: Vec::new(), definitions: checker.definitions() };
    let findings = checked.judgement.findings.len();

    let line = json_line(&article, true);
    assert!(!line.contains('\n'), "JSON Lines have no breaks");
    let read = parse("jsonl", &line);
    let count = |key: &str| read[key].as_array().map(Vec::len);
    assert_eq!(count("claims"), Some(checked.ledger.claims.len()));
    assert_eq!(count("findings"), Some(findings));

    let part = sarif(&article);
    let read = parse("sarif", &format!("{}{}{}", sarif_begin(&run), part.text, sarif_end(part.later)));
    assert_eq!(read["runs"][0]["results"].as_array().map(Vec::len), Some(findings));
    let read = parse("gitlab", &format!("[{}]", gitlab(&article)));
    assert_eq!(read.as_array().map(Vec::len), Some(findings));

    let xml = format!("{JUNIT_BEGIN}{}{JUNIT_END}", junit(&article));
    assert!(roxmltree::Document::parse(&xml).is_ok(), "{xml}");

    // One line each, whatever the article says.
    assert_eq!(concise(&article).lines().count(), findings);
    let part = github(&article);
    let told = format!("{}{}", part.text, github_end(part.later, &run));
    // A note may stand behind the commands.
    let commands = told.lines().filter(|line| line.starts_with("::")).count();
    assert!(commands == findings && told.lines().count() <= findings + 1, "{told}");

    let page = html(&article);
    let page = format!("{}{}{}", html_begin(&run), page.text, html_end(page.later, &run));
    // Ours is the only script: whatever the article holds is text.
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.trim_end().ends_with("</html>"));

    for (width, ascii) in [(20, true), (100, false)] {
        let style = Style { width, color: false, ascii };
        for told in [table(&article, style), full(&article, style), full_end(article.totals(), &messages, style)] {
            let control = |c: char| c.is_control() && c != '\n';
            assert!(!told.contains(control), "a terminal would obey: {told:?}");
        }
    }
}
