//! Answers the articles of a run in parallel, and writes the answers in the order of the input.

mod together;

use super::baseline::{Baseline, Seen};
use super::inputs::{Inputs, Raw, Unusable};
use super::interrupt::{self, INTERRUPTED};
use super::output::{Form, Output};
use super::problems::{language_problems, remarks};
use super::progress::Progress;
use super::run::{Stop, Wanted, complain};
use super::setup::{Setup, Setups};
use super::statistics::Statistics;
use crate::compare::CompareOptions;
use crate::judge::Severity;
use crate::report::{Article, Context, Part, Problem, Run, Style, Totals};
use crate::source::Document;
use crate::{Checked, Checker, DataError};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

/// Articles are checked in parallel in groups of so many bytes, or so many articles.
const GROUP_BYTES: usize = 4 << 20;
const GROUP_ARTICLES: usize = 1024;

/// What is done with an article.
#[derive(Clone)]
pub enum Task {
    /// It is read.
    Read,
    /// It is judged.
    Check,
    /// All of them are judged as one; what is found must concern these files, where they are named.
    Together(Option<Wanted>),
    /// Its two parts are compared.
    Compare(CompareOptions),
}

/// What a command does with each article.
pub struct Job<'a> {
    /// How the articles are checked.
    pub setups: &'a Setups,
    /// How those are that come from no file; it also gives what is said of all articles together.
    pub own: &'a Setup,
    /// What is done with each article.
    pub task: Task,
    /// Do reports for people list what is suppressed?
    pub show_suppressed: bool,
    /// Findings that are known.
    pub baseline: Option<&'a Baseline>,
}

/// What came of a run.
pub struct Outcome {
    /// Is there a finding at or above what makes the program fail?
    fails: bool,
    /// Could something not be used?
    pub broken: bool,
    /// Was it ended before all was checked?
    interrupted: bool,
    /// What the articles hold, for the baseline.
    pub seen: Vec<Seen>,
    /// Counts.
    pub statistics: Statistics,
}

impl Outcome {
    /// The exit code.
    pub fn code(&self) -> ExitCode {
        match self {
            Outcome { interrupted: true, .. } => ExitCode::from(INTERRUPTED),
            Outcome { broken: true, .. } => ExitCode::from(2),
            Outcome { fails, .. } => ExitCode::from(u8::from(*fails)),
        }
    }

    /// Was everything checked? What was not may hold anything.
    pub fn is_whole(&self) -> bool {
        !self.interrupted
    }
}

/// What came of one article.
struct Answer {
    /// What each report says of it.
    parts: Vec<Part>,
    problems: Vec<String>,
    unusable: bool,
    fails: bool,
    totals: Totals,
    path: Option<String>,
    seen: Vec<Seen>,
    statistics: Statistics,
}

impl Job<'_> {
    /// What there is to say of the articles of an input; nothing once the run is to end.
    fn answers(&self, raw: Raw, forms: &[(Form, Style)], progress: &Progress) -> Option<Vec<Answer>> {
        if interrupt::asked() {
            return None;
        }
        let (bytes, is_file) = (raw.len(), raw.begins_a_file());
        let articles = raw.articles().into_iter();
        let mut answers: Vec<Answer> = articles.map(|(id, article)| self.answer(&id, article, forms)).collect();
        if let Some(first) = answers.first_mut() {
            first.statistics.bytes = bytes;
        }
        let findings = answers.iter().map(|answer| answer.statistics.rules.values().sum::<usize>());
        progress.checked(bytes, findings.sum(), is_file);
        Some(answers)
    }

    fn answer(&self, id: &Value, article: Result<Document, Unusable>, forms: &[(Form, Style)]) -> Answer {
        self.answer_of(id, article, None, forms)
    }

    /// What there is to say of an article; of a joined one only what concerns the parts that are marked, where any are.
    fn answer_of(
        &self,
        id: &Value,
        article: Result<Document, Unusable>,
        marked: Option<&[bool]>,
        forms: &[(Form, Style)],
    ) -> Answer {
        let (document, mut problems) = match article {
            Ok(document) => (document, vec![]),
            Err(unusable) => (unusable.document, vec![unusable.problem]),
        };
        let error = |message| Problem { severity: Severity::Error, message, at: 0 };
        let mut setup = self.own;
        let mut checked = Checked::default();
        if problems.is_empty() {
            let done = self.setups.of(self.settled_by(&document)).and_then(|found| {
                setup = found;
                self.checked(setup.checker, &document).map_err(|error| error.to_string())
            });
            match done {
                Ok(done) => checked = done,
                Err(message) => problems.push(error(message)),
            }
        }
        let unusable = !problems.is_empty();
        if let Some(marked) = marked {
            let ledger = &checked.ledger;
            let is_marked = |id| marked.get(ledger.part_of(id)).is_none_or(|marked| *marked);
            checked.judgement.forget(|finding| !finding.claims.iter().any(|id| is_marked(*id)));
        }
        let seen = self.baseline.map(|baseline| match unusable {
            true => baseline.unseen(&document),
            false => baseline.suppress(&document, &mut checked),
        });
        if !unusable {
            problems.extend(language_problems(setup.checker, &document, &checked));
        }
        let told = setup.unused_suppression.filter(|_| !checked.remarks.is_empty());
        problems.extend(told.map(|severity| remarks(&document, &checked, severity)).into_iter().flatten());
        let context = Context { messages: &setup.messages, definitions: setup.checker.definitions() };
        let mut article = Article::new(context, id, &document, &checked, &problems, setup.min_severity);
        article.show_suppressed = self.show_suppressed;
        let articles = document.joined_parts().len().max(1);
        let mut statistics = Statistics { articles, unusable: usize::from(unusable), ..Statistics::default() };
        article.findings().for_each(|finding| statistics.finding(finding));
        statistics.suppressed = article.suppressed().count();
        Answer {
            parts: forms.iter().map(|(form, style)| form.of_article(&article, *style)).collect(),
            fails: told.is_some_and(|severity| setup.fail_on.fails(severity))
                || checked.judgement.findings.iter().any(|finding| setup.fail_on.fails(finding.severity)),
            totals: article.totals(),
            path: document.path.clone(),
            seen: seen.unwrap_or_default(),
            statistics,
            unusable,
            problems: problems.into_iter().map(|problem| problem.message).collect(),
        }
    }

    /// The file whose folder tells the settings: of two versions, the one that is being made.
    fn settled_by<'d>(&self, document: &'d Document) -> Option<&'d Path> {
        let path = match self.task {
            Task::Compare(_) => document.joined_parts().last().and_then(|part| part.document.path.as_deref()),
            _ => document.path.as_deref(),
        };
        path.map(Path::new)
    }

    fn checked(&self, checker: &Checker, document: &Document) -> Result<Checked, DataError> {
        match &self.task {
            Task::Read => checker.extract(document),
            Task::Check => checker.check(document),
            Task::Together(_) => checker.check_together(document),
            Task::Compare(options) => checker.compare(document, *options),
        }
    }

    /// What reports say of the run as a whole.
    fn report_run(&self) -> Run<'_> {
        let Setup { checker, messages, .. } = self.own;
        let rule = |check| (check, checker.examples_in(messages.language(), check));
        Run { messages, rules: checker.checks().iter().map(rule).collect(), definitions: checker.definitions() }
    }

    /// Answers all inputs, a group at a time, and writes the answers in the order of the inputs.
    ///
    /// # Errors
    /// Those of writing.
    pub fn run(&self, inputs: Inputs, outputs: &mut [Output]) -> Result<Outcome, Stop> {
        let files = inputs.files();
        self.run_all(inputs, files, outputs)
    }

    /// Answers what is given: so many files, where that is known.
    ///
    /// # Errors
    /// Those of writing.
    pub fn run_all(
        &self,
        inputs: impl Iterator<Item = Raw> + Send + 'static,
        files: Option<usize>,
        outputs: &mut [Output],
    ) -> Result<Outcome, Stop> {
        let progress = Progress::new(files);
        let done = self.run_with(inputs, outputs, &progress);
        progress.end();
        done
    }

    fn run_with(
        &self,
        inputs: impl Iterator<Item = Raw> + Send + 'static,
        outputs: &mut [Output],
        progress: &Progress,
    ) -> Result<Outcome, Stop> {
        let statistics = Statistics::default();
        let mut outcome = Outcome { fails: false, broken: false, interrupted: false, seen: Vec::new(), statistics };
        let mut teller = Teller::default();
        let forms: Vec<_> = outputs.iter().map(Output::form).collect();
        let run = self.report_run();
        outputs.iter_mut().try_for_each(|output| output.begin(&run))?;
        if let Task::Together(concerned) = &self.task {
            let stopped = &mut outcome.interrupted;
            let answers = self.answers_together(inputs, concerned.as_ref(), &forms, progress, stopped);
            progress.aside(|| teller.tell(answers, outputs, &mut outcome))?;
        } else {
            self.tell_each(inputs, &forms, outputs, progress, &mut teller, &mut outcome)?;
        }
        let totals = teller.totals;
        outputs.iter_mut().try_for_each(|output| output.end(totals, &run))?;
        if outcome.interrupted {
            complain(&format!("interrupted: articles checked before: {}", outcome.statistics.articles));
        }
        Ok(outcome)
    }

    /// Answers one article after another.
    fn tell_each(
        &self,
        inputs: impl Iterator<Item = Raw> + Send + 'static,
        forms: &[(Form, Style)],
        outputs: &mut [Output],
        progress: &Progress,
        teller: &mut Teller,
        outcome: &mut Outcome,
    ) -> Result<(), Stop> {
        for group in groups(inputs) {
            if interrupt::asked() {
                outcome.interrupted = true;
                break;
            }
            // A single article is not worth starting threads for.
            let answers: Vec<Option<Vec<Answer>>> = if group.len() == 1 {
                group.into_iter().map(|raw| self.answers(raw, forms, progress)).collect()
            } else {
                group.into_par_iter().map(|raw| self.answers(raw, forms, progress)).collect()
            };
            // Threads may have gone on behind one that stopped; what is told has no gaps.
            let whole = answers.iter().take_while(|answer| answer.is_some()).count();
            outcome.interrupted |= whole < answers.len();
            let answers = answers.into_iter().take(whole).flatten().flatten().collect();
            progress.aside(|| teller.tell(answers, outputs, outcome))?;
        }
        Ok(())
    }
}

/// Writes answers, and what of them concerns the run.
#[derive(Default)]
struct Teller {
    totals: Totals,
    /// The problem that was told last.
    told: String,
    /// The file of the last answer.
    path: Option<String>,
}

impl Teller {
    fn tell(&mut self, answers: Vec<Answer>, outputs: &mut [Output], outcome: &mut Outcome) -> Result<(), Stop> {
        for answer in answers {
            for (output, part) in outputs.iter_mut().zip(answer.parts) {
                output.article(part)?;
            }
            for problem in answer.problems {
                // A configuration that cannot be used keeps many articles from being checked.
                if problem != self.told {
                    complain(&problem);
                    self.told = problem;
                }
            }
            if answer.statistics.files == 0 && (outcome.statistics.articles == 0 || answer.path != self.path) {
                outcome.statistics.files += 1;
                self.path = answer.path;
            }
            outcome.statistics.add(answer.statistics);
            outcome.seen.extend(answer.seen);
            outcome.fails |= answer.fails;
            outcome.broken |= answer.unusable;
            self.totals = self.totals.plus(answer.totals);
        }
        outputs.iter_mut().try_for_each(Output::flush)?;
        Ok(())
    }
}

/// The articles in groups, as many in each as are checked together. The next group is read while one is checked: two of
/// them are what memory holds. Where nobody asks for a further group, no more is read.
fn groups(mut inputs: impl Iterator<Item = Raw> + Send + 'static) -> impl Iterator<Item = Vec<Raw>> {
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
