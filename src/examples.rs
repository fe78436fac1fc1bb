//! Examples of rules: the same mechanism for the tests of our own and for `addsup rules --test` of a newsroom's.

use crate::compare::CompareOptions;
use crate::data::{DataError, RuleData};
use crate::facts::Facts;
use crate::judge::{Finding, Severity};
use crate::language::file::ExampleFile;
use crate::report::{Article, Context, Messages, RepairText};
use crate::source::{Document, from_text};
use crate::{Checked, Checker, CheckerOptions};
use chrono::NaiveDate;
use std::fmt;

/// Runs examples in one language.
pub struct Examples {
    checker: Checker,
    messages: Messages,
    language: String,
}

/// What is wrong with an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What it says will happen.
    pub expected: String,
    /// What happens instead.
    pub found: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}, found {}", self.expected, self.found)
    }
}

impl Examples {
    /// Examples in that language, with drafts.
    ///
    /// # Errors
    /// If the data cannot be used.
    pub fn new(data: RuleData, language: &str) -> Result<Self, DataError> {
        let mut options = CheckerOptions::default();
        options.judge.drafts = true;
        let checker = Checker::new(data, options)?;
        if !checker.languages().contains(&language) {
            return Err(DataError::here(format!("addsup does not read {language:?} yet")));
        }
        let messages = Messages::new(checker.messages(language).map(|source| (language, source)));
        Ok(Examples { checker, messages, language: language.to_owned() })
    }

    /// The checker that runs them.
    pub fn checker(&self) -> &Checker {
        &self.checker
    }

    /// What is wrong with an example of a rule, if anything is.
    ///
    /// # Errors
    /// If the data cannot be used.
    pub fn fault(&self, rule: &str, example: &ExampleFile) -> Result<Option<Fault>, DataError> {
        let fault = |expected: String, found: String| Ok(Some(Fault { expected, found }));
        let (text, marked) = unmarked(&example.text);
        let Ok(published) = example.published.as_deref().map(str::parse::<NaiveDate>).transpose() else {
            let found = format!("published = {:?}", example.published.as_deref().unwrap_or_default());
            return fault("a date of the form 2023-10-13".to_owned(), found);
        };
        let version = |text: String, language: &String| {
            let language = Some(language.clone());
            Document { published, language, ..from_text(String::new(), None, text) }
        };
        let mut document = version(text, &self.language);
        let mut marked = marked;
        let revision = example.before.is_some();
        let checked = match example.source.as_ref().or(example.before.as_ref()) {
            Some(source) => {
                let (source, source_marked) = unmarked(source);
                marked.extend(source_marked);
                let language = example.source_lang.as_ref().unwrap_or(&self.language);
                document = Document::joined(vec![version(source, language), document]);
                self.checker.compare(&document, CompareOptions { revision, whole: false })?
            }
            None => {
                let facts = match Facts::of_example(&example.facts, self.checker.units()) {
                    Ok(facts) => facts,
                    Err(wrong) => return fault("facts that can be used".to_owned(), wrong.to_string()),
                };
                self.checker.check_against(&document, &facts)?
            }
        };
        let all = outlines(&document, &checked);
        if !example.finds {
            return if all.is_empty() { Ok(None) } else { fault("silence".to_owned(), all) };
        }
        let findings: Vec<&Finding> =
            checked.judgement.findings.iter().filter(|finding| *finding.rule == *rule).collect();
        if findings.is_empty() {
            let other = if all.is_empty() { "nothing".to_owned() } else { format!("only {all}") };
            let read: Vec<&str> =
                checked.ledger.claims.iter().map(|claim| &document.text[claim.span.clone()]).collect();
            return fault(format!("a finding of {rule}"), format!("{other} (figures read: {})", quoted(&read)));
        }
        let touched = |mark: &&str| {
            let mut texts = findings.iter().flat_map(|finding| claims(&document, &checked, finding));
            texts.any(|text| text.contains(*mark) || mark.contains(text))
        };
        let missed: Vec<&str> = marked.into_iter().filter(|mark| !touched(mark)).collect();
        if !missed.is_empty() {
            return fault(format!("{} in the finding", quoted(&missed)), all);
        }
        let Some(wanted) = &example.repair else { return Ok(None) };
        let context = Context { messages: &self.messages, definitions: self.checker.definitions() };
        let article = Article::new(context, &serde_json::Value::Null, &document, &checked, &[], Severity::Info);
        // What it would have to be, by and large or by the other figures as written, or what a slip of the keys was made of.
        let any = |repair: RepairText| [Some(repair.written), Some(repair.needed), repair.slip.map(|(_, meant)| meant)];
        let mut repairs: Vec<String> =
            findings.iter().flat_map(|finding| article.repairs(finding)).flat_map(any).flatten().collect();
        repairs.dedup();
        if repairs.contains(wanted) {
            return Ok(None);
        }
        let repairs: Vec<&str> = repairs.iter().map(String::as_str).collect();
        fault(format!("the repair {wanted:?}"), if repairs.is_empty() { "none".to_owned() } else { quoted(&repairs) })
    }
}

/// The text without its brackets, and what stands in them.
fn unmarked(text: &str) -> (String, Vec<&str>) {
    let marked = text.split("[[").skip(1).filter_map(|rest| rest.split("]]").next()).collect();
    (text.replace("[[", "").replace("]]", ""), marked)
}

/// The claims of a finding as written.
fn claims<'a>(document: &'a Document, checked: &Checked, finding: &Finding) -> Vec<&'a str> {
    finding.claims.iter().map(|id| &document.text[checked.ledger.get(*id).span.clone()]).collect()
}

/// All findings in one line.
fn outlines(document: &Document, checked: &Checked) -> String {
    let outline = |finding: &Finding| {
        format!("{}[{}] on {}", finding.severity.as_str(), finding.rule, quoted(&claims(document, checked, finding)))
    };
    checked.judgement.findings.iter().map(outline).collect::<Vec<_>>().join("; ")
}

fn quoted(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", ")
}
