//! Answers the articles of a run in parallel, and writes the answers in the order of the input.

use super::baseline::{Baseline, Seen};
use super::inputs::{Inputs, Raw};
use super::interrupt::{self, INTERRUPTED};
use super::output::{Form, Output};
use super::progress::Progress;
use super::run::{Stop, complain};
use super::setup::{Setup, Setups};
use super::statistics::Statistics;
use crate::judge::{Severity, UNUSED_SUPPRESSION};
use crate::report::{Article, Context, Part, Problem, Run, Style, Totals, printable};
use crate::source::{Document, LineIndex};
use crate::{Checked, Checker, DataError, Doubt};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::path::Path;
use std::process::ExitCode;

/// Articles are checked in parallel in groups of so many bytes, or so many articles.
const GROUP_BYTES: usize = 4 << 20;
const GROUP_ARTICLES: usize = 1024;

/// What a command does with each article.
pub struct Job<'a> {
    /// How the articles are checked.
    pub setups: &'a Setups,
    /// How those are that come from no file; it also gives what is said of all articles together.
    pub own: &'a Setup,
    /// Is the article judged, or only read?
    pub judged: bool,
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
    broken: bool,
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
    seen: Option<Seen>,
    statistics: Statistics,
}

impl Job<'_> {
    /// What there is to say of an input; nothing once the run is to end.
    fn answer(&self, raw: Raw, forms: &[(Form, Style)], progress: &Progress) -> Option<Answer> {
        if interrupt::asked() {
            return None;
        }
        let (bytes, is_file) = (raw.len(), raw.begins_a_file());
        let answer = self.article(raw, bytes, forms);
        progress.checked(bytes, answer.statistics.rules.values().sum(), is_file);
        Some(answer)
    }

    fn article(&self, raw: Raw, bytes: usize, forms: &[(Form, Style)]) -> Answer {
        let (id, article) = raw.article();
        let (document, mut problems) = match article {
            Ok(document) => (document, vec![]),
            Err(unusable) => (unusable.document, vec![unusable.problem]),
        };
        let error = |message| Problem { severity: Severity::Error, message };
        let mut setup = self.own;
        let mut checked = Checked::default();
        if problems.is_empty() {
            let done = self.setups.of(document.path.as_deref().map(Path::new)).and_then(|found| {
                setup = found;
                self.checked(setup.checker, &document).map_err(|error| error.to_string())
            });
            match done {
                Ok(done) => checked = done,
                Err(message) => problems.push(error(message)),
            }
        }
        let unusable = !problems.is_empty();
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
        let mut article = Article::new(context, &id, &document, &checked, &problems, setup.min_severity);
        article.show_suppressed = self.show_suppressed;
        let mut statistics =
            Statistics { articles: 1, unusable: usize::from(unusable), bytes, ..Statistics::default() };
        article.findings().for_each(|finding| statistics.finding(finding));
        statistics.suppressed = article.suppressed().count();
        Answer {
            parts: forms.iter().map(|(form, style)| form.of_article(&article, *style)).collect(),
            fails: told.is_some_and(|severity| setup.fail_on.fails(severity))
                || checked.judgement.findings.iter().any(|finding| setup.fail_on.fails(finding.severity)),
            totals: article.totals(),
            path: document.path.clone(),
            seen,
            statistics,
            unusable,
            problems: problems.into_iter().map(|problem| problem.message).collect(),
        }
    }

    fn checked(&self, checker: &Checker, document: &Document) -> Result<Checked, DataError> {
        if self.judged { checker.check(document) } else { checker.extract(document) }
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
        let progress = Progress::new(inputs.len());
        let done = self.run_with(inputs, outputs, &progress);
        progress.end();
        done
    }

    fn run_with(&self, inputs: Inputs, outputs: &mut [Output], progress: &Progress) -> Result<Outcome, Stop> {
        let statistics = Statistics::default();
        let mut outcome = Outcome { fails: false, broken: false, interrupted: false, seen: Vec::new(), statistics };
        let (mut totals, mut told) = (Totals::default(), String::new());
        let mut path = None;
        let forms: Vec<_> = outputs.iter().map(Output::form).collect();
        let mut inputs = inputs.peekable();
        let run = self.report_run();
        outputs.iter_mut().try_for_each(|output| output.begin(&run))?;
        while !interrupt::asked() && inputs.peek().is_some() {
            let group = group(&mut inputs);
            // A single article is not worth starting threads for.
            let answers: Vec<Option<Answer>> = if group.len() == 1 {
                group.into_iter().map(|raw| self.answer(raw, &forms, progress)).collect()
            } else {
                group.into_par_iter().map(|raw| self.answer(raw, &forms, progress)).collect()
            };
            // Threads may have gone on behind one that stopped; what is told has no gaps.
            let whole = answers.iter().take_while(|answer| answer.is_some()).count();
            outcome.interrupted |= whole < answers.len();
            progress.aside(|| {
                for answer in answers.into_iter().take(whole).flatten() {
                    for (output, part) in outputs.iter_mut().zip(answer.parts) {
                        output.article(part)?;
                    }
                    for problem in answer.problems {
                        // A configuration that cannot be used keeps many articles from being checked.
                        if problem != told {
                            complain(&problem);
                            told = problem;
                        }
                    }
                    if outcome.statistics.articles == 0 || answer.path != path {
                        outcome.statistics.files += 1;
                        path = answer.path;
                    }
                    outcome.statistics.add(answer.statistics);
                    outcome.seen.extend(answer.seen);
                    outcome.fails |= answer.fails;
                    outcome.broken |= answer.unusable;
                    totals = totals.plus(answer.totals);
                }
                outputs.iter_mut().try_for_each(Output::flush)
            })?;
        }
        outcome.interrupted |= interrupt::asked() && inputs.peek().is_some();
        outputs.iter_mut().try_for_each(|output| output.end(totals, &run))?;
        if outcome.interrupted {
            complain(&format!("interrupted: articles checked before: {}", outcome.statistics.articles));
        }
        Ok(outcome)
    }
}

/// What there is to say of the article's comments to addsup.
fn remarks(document: &Document, checked: &Checked, severity: Severity) -> Vec<Problem> {
    let lines = LineIndex::new(document.source());
    let told = checked.remarks.iter().map(|remark| {
        let (line, column) = lines.line_column(remark.source.start);
        let (name, said) = (printable(&document.name()), printable(&remark.fault.to_string()));
        let message = format!("{name}:{line}:{column}: {}[{UNUSED_SUPPRESSION}] {said}", severity.as_str());
        // A problem that is an error would mean that the article was not checked.
        Problem { severity: severity.min(Severity::Warning), message }
    });
    told.collect()
}

/// What there is to say of the language of an article: it may not be read yet, or not be certain; and an input may name
/// one that nobody knows, and is then read in the one that its words tell.
fn language_problems(checker: &Checker, document: &Document, checked: &Checked) -> Vec<Problem> {
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
        Some(Doubt::Unread(None)) => messages.push("not checked: addsup does not know its language".to_owned()),
    }
    let problem = |message| Problem { severity: Severity::Warning, message: format!("{}: {message}", document.id) };
    messages.into_iter().map(problem).collect()
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
