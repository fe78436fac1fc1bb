//! The page: an article as it reads, with what was found beside it. One file that loads nothing, works without script, and
//! may be mailed, printed and kept.

mod text;
mod versions;
mod view;

use super::article::Article;
use super::messages::Messages;
use super::run::{Part, Run};
use crate::judge::Severity;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, context};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const STYLE: &str = include_str!("html/page.css");
const SCRIPT: &str = include_str!("html/page.js");

/// The templates. They escape all that is put into them, whatever it is.
static TEMPLATES: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    for (name, source) in [
        ("begin", include_str!("html/begin.html")),
        ("article", include_str!("html/article.html")),
        ("entry", include_str!("html/entry.html")),
        ("end", include_str!("html/end.html")),
    ] {
        // They are part of the program, and a test renders each of them.
        let _ = environment.add_template(name, source);
    }
    environment
});

/// The messages that the templates use.
const WORDS: [&str; 18] = [
    "column-about",
    "column-from",
    "column-means",
    "column-place",
    "column-via",
    "html-articles",
    "html-figures",
    "html-keys",
    "html-nothing",
    "html-partners",
    "html-problem",
    "html-text",
    "html-theme",
    "html-title",
    "section-changes",
    "section-checklist",
    "section-implied",
    "section-suppressed",
];

fn words(messages: &Messages) -> Value {
    Value::from_pairs(WORDS.iter().map(|id| (*id, messages.text(id))))
}

/// What stands before the first article.
pub fn html_begin(run: &Run) -> String {
    let csp = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    render("begin", context! { w => words(run.messages), language => run.messages.language(), csp, style => STYLE })
}

/// An article, and its line of the table of contents for the end.
pub fn html(article: &Article) -> Part {
    let w = words(article.messages());
    let article = Value::from(Serde(view::of(article)));
    let entry = render("entry", context! { article => article.clone() });
    // The order of the articles is kept, so how grave it is does not matter.
    Part { text: render("article", context! { w, article }), later: vec![(Severity::Info, entry.trim().to_owned())] }
}

/// What stands behind the last article. The table of contents comes last, because only then it is known; it is shown first.
pub fn html_end(later: Vec<(Severity, String)>, run: &Run) -> String {
    let entries: Vec<String> = later.into_iter().map(|(_, entry)| entry).collect();
    render("end", context! { w => words(run.messages), entries, script => SCRIPT })
}

fn render(template: &str, context: Value) -> String {
    let rendered = TEMPLATES.get_template(template).and_then(|template| template.render(context));
    rendered.unwrap_or_default()
}

/// The content of an element, as a policy names it.
fn hash(content: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}
