//! What there is to say of an article beside its findings.

use crate::judge::{Severity, UNUSED_SUPPRESSION};
use crate::report::{Problem, printable};
use crate::source::{Document, Places};
use crate::{Checked, CheckedPart, Checker, Doubt};

/// What there is to say of the article's comments to addsup.
pub fn remarks(document: &Document, checked: &Checked, severity: Severity) -> Vec<Problem> {
    let places = Places::new(document);
    let told = checked.remarks.iter().map(|remark| {
        let (line, column) = places.of_source(remark.at, remark.source.start);
        let (name, said) = (printable(&document.part_at(remark.at).name()), printable(&remark.fault.to_string()));
        let message = format!("{name}:{line}:{column}: {}[{UNUSED_SUPPRESSION}] {said}", severity.as_str());
        // A problem that is an error would mean that the article was not checked.
        Problem { severity: severity.min(Severity::Warning), message, at: remark.at }
    });
    told.collect()
}

/// What there is to say of the language of an article, or of the parts of a joined one: it may not be read yet, or not be
/// certain; and an input may name one that nobody knows, and is then read in the one that its words tell.
pub fn language_problems(checker: &Checker, document: &Document, checked: &Checked) -> Vec<Problem> {
    let parts = document.joined_parts();
    if parts.is_empty() {
        let own = CheckedPart { language: checked.language.clone(), doubt: checked.doubt.clone() };
        return problems_of(checker, document, &own, 0);
    }
    let parts = parts.iter().zip(&checked.parts);
    parts.flat_map(|(part, checked)| problems_of(checker, &part.document, checked, part.start)).collect()
}

fn problems_of(checker: &Checker, document: &Document, checked: &CheckedPart, at: usize) -> Vec<Problem> {
    let known = checker.languages();
    let mut messages = Vec::new();
    if let Some(code) = document.language.as_deref()
        && *code != *checked.language
        && !known.contains(&code)
    {
        messages.push(format!("there is no language `{code}`; known: {}", known.join(", ")));
    }
    match &checked.doubt {
        None => {}
        Some(Doubt::Unsure) => messages
            .push(format!("its language is not certain; read as `{}` (say which with --lang)", checked.language)),
        Some(Doubt::Unread(Some(name))) => {
            messages.push(format!("not checked: addsup does not read {name} ({}) yet", checked.language));
        }
        Some(Doubt::LeftOut(name)) => messages.push(format!(
            "not checked: addsup was built without {name} ({code}; Cargo feature lang-{code})",
            code = checked.language
        )),
        Some(Doubt::Unread(None)) => messages.push("not checked: addsup does not know its language".to_owned()),
    }
    let problem = |message| Problem { severity: Severity::Warning, message: format!("{}: {message}", document.id), at };
    messages.into_iter().map(problem).collect()
}
