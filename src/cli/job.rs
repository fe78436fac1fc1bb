//! Answers the articles of a run in parallel, and writes the answers in the order of the input.

use super::arguments::FailOn;
use super::inputs::{Inputs, Raw, Unusable};
use super::output::{Form, Output};
use super::run::{Stop, complain};
use crate::judge::Severity;
use crate::report::{Article, Context, Messages, Part, Problem, Run, Style, Totals};
use crate::source::Document;
use crate::{Checked, Checker, DataError, Doubt};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::Value;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

/// Articles are checked in parallel in groups of so many bytes, or so many articles.
const GROUP_BYTES: usize = 4 << 20;
const GROUP_ARTICLES: usize = 1024;

/// What a command does with each article.
pub struct Job<'a> {
    /// The checker.
    pub checker: &'a Checker,
    /// Messages in the language of the reader.
    pub messages: &'a Messages,
    /// Is the article judged, or only read?
    pub judged: bool,
    /// The mildest finding that is shown.
    pub min_severity: Severity,
    /// The mildest finding that makes the exit code 1.
    pub fail_on: FailOn,
}

/// What came of one article.
struct Answer {
    /// What each report says of it.
    parts: Vec<Part>,
    problems: Vec<String>,
    unusable: bool,
    fails: bool,
    totals: Totals,
}

impl Job<'_> {
    fn answers(&self, raw: Raw, forms: &[(Form, Style)]) -> Vec<Answer> {
        raw.articles().into_iter().map(|(id, article)| self.answer(&id, article, forms)).collect()
    }

    fn answer(&self, id: &Value, article: Result<Document, Unusable>, forms: &[(Form, Style)]) -> Answer {
        let (document, mut problems) = match article {
            Ok(document) => (document, vec![]),
            Err(unusable) => (unusable.document, vec![unusable.problem]),
        };
        let mut checked = Checked::default();
        if problems.is_empty() {
            match self.checked(&document) {
                Ok(done) => checked = done,
                Err(error) => problems.push(Problem { severity: Severity::Error, message: error.to_string() }),
            }
        }
        let unusable = !problems.is_empty();
        if !unusable {
            problems.extend(self.language_problems(&document, &checked));
        }
        let context = Context { messages: self.messages, definitions: self.checker.definitions() };
        let article = Article::new(context, id, &document, &checked, &problems, self.min_severity);
        Answer {
            parts: forms.iter().map(|(form, style)| form.of_article(&article, *style)).collect(),
            fails: checked.judgement.findings.iter().any(|finding| self.fail_on.fails(finding.severity)),
            totals: article.totals(),
            unusable,
            problems: problems.into_iter().map(|problem| problem.message).collect(),
        }
    }

    /// What there is to say of the language of an article: it may not be read yet, or not be certain; and an input may name
    /// one that nobody knows, and is then read in the one that its words tell.
    fn language_problems(&self, document: &Document, checked: &Checked) -> Vec<Problem> {
        let known = self.checker.languages();
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
            Some(Doubt::Unread(None)) => messages.push("not checked: addsup does not know its language".to_owned()),
        }
        let problem = |message| Problem { severity: Severity::Warning, message: format!("{}: {message}", document.id) };
        messages.into_iter().map(problem).collect()
    }

    fn checked(&self, document: &Document) -> Result<Checked, DataError> {
        if self.judged { self.checker.check(document) } else { self.checker.extract(document) }
    }

    /// What reports say of the run as a whole.
    fn report_run(&self) -> Run<'_> {
        let rule = |check| (check, self.checker.examples_in(self.messages.language(), check));
        Run {
            messages: self.messages,
            rules: self.checker.checks().iter().map(rule).collect(),
            definitions: self.checker.definitions(),
        }
    }

    /// Answers all inputs, a group at a time, and writes the answers in the order of the inputs.
    ///
    /// # Errors
    /// Those of writing.
    pub fn run(&self, inputs: Inputs, outputs: &mut [Output]) -> Result<ExitCode, Stop> {
        let (mut fails, mut broken) = (false, false);
        let mut totals = Totals::default();
        let forms: Vec<_> = outputs.iter().map(Output::form).collect();
        let run = self.report_run();
        outputs.iter_mut().try_for_each(|output| output.begin(&run))?;
        for group in groups(inputs) {
            // A single article is not worth starting threads for.
            let answers: Vec<Answer> = if group.len() == 1 {
                group.into_iter().flat_map(|raw| self.answers(raw, &forms)).collect()
            } else {
                group.into_par_iter().flat_map_iter(|raw| self.answers(raw, &forms)).collect()
            };
            for answer in answers {
                for (output, part) in outputs.iter_mut().zip(answer.parts) {
                    output.article(part)?;
                }
                answer.problems.iter().for_each(|problem| complain(problem));
                fails |= answer.fails;
                broken |= answer.unusable;
                totals = totals.plus(answer.totals);
            }
            outputs.iter_mut().try_for_each(Output::flush)?;
        }
        outputs.iter_mut().try_for_each(|output| output.end(totals, &run))?;
        Ok(if broken { ExitCode::from(2) } else { ExitCode::from(u8::from(fails)) })
    }
}

/// The articles in groups, as many in each as are checked together. The next group is read while one is checked: two of
/// them are what memory holds. Where nobody asks for a further group, no more is read.
fn groups(mut inputs: Inputs) -> impl Iterator<Item = Vec<Raw>> {
    let (sender, receiver) = mpsc::sync_channel(0);
    thread::spawn(move || {
        loop {
            let group = group(&mut inputs);
            if group.is_empty() || sender.send(group).is_err() {
                return;
            }
        }
    });
    receiver.into_iter()
}

/// The next articles, as many as are checked together.
fn group(inputs: &mut impl Iterator<Item = Raw>) -> Vec<Raw> {
    let (mut group, mut bytes) = (Vec::new(), 0);
    while bytes < GROUP_BYTES && group.len() < GROUP_ARTICLES {
        let Some(raw) = inputs.next() else { break };
        bytes += raw.len();
        group.push(raw);
    }
    group
}
