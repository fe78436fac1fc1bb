//! Runs a command, and gives the exit code.

use super::arguments::{CheckArgs, CheckFormat, ClaimsArgs, ClaimsFormat, Cli, Command, DataArgs, ExplainArgs, FailOn};
use super::arguments::{InputArgs, OutputArgs, RulesArgs};
use super::destination::Destination;
use super::environment::{file_style, locale, style};
use super::inputs::{Inputs, Understanding};
use super::job::Job;
use super::output::{Form, Output};
use super::paths::{Paths, STDIN, Selection};
use super::{own_rules, test_rules};
use crate::judge::{Check, JudgeOptions, Severity};
use crate::nearest::did_you_mean;
use crate::report::{Messages, explain, rules_table};
use crate::{Checker, CheckerOptions, DataError};
use clap::Parser;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// The language of messages where the environment names none that is known.
const DEFAULT_MESSAGES: &str = "en";

/// Why the program stops.
pub enum Stop {
    /// An option or data file cannot be used.
    Unusable(String),
    /// The output cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}

/// Reads the arguments, does what they say and gives the exit code.
pub fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Check(args) => check(&args),
        Command::Claims(args) => claims(&args),
        Command::Rules(args) => rules(&args),
        Command::Explain(args) => explain_rule(&args),
    };
    match result {
        Ok(code) => code,
        // Whoever closed the pipe has seen enough.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(error)) => {
            complain(&format!("cannot write the output: {error}"));
            ExitCode::from(2)
        }
        Err(Stop::Unusable(message)) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

/// Says on the standard error what is wrong. Where nobody listens there, nothing is lost that the exit code does not tell.
pub fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "addsup: {message}");
}

fn check(args: &CheckArgs) -> Result<ExitCode, Stop> {
    let judge = JudgeOptions {
        strict: args.strict,
        drafts: args.drafts,
        select: args.select.clone(),
        ignore: args.ignore.clone(),
    };
    let checker = checker(&args.input.data, Some(&args.input), judge)?;
    let messages = messages(checker, &args.output)?;
    let job = Job {
        checker,
        messages: &messages,
        judged: true,
        min_severity: args.min_severity.into(),
        fail_on: args.fail_on,
    };
    let mut outputs = vec![standard_output(args.output_format.into(), &args.output)];
    outputs.extend(reports(&args.report, &args.output)?);
    job.run(inputs(&args.input)?, &mut outputs)
}

fn claims(args: &ClaimsArgs) -> Result<ExitCode, Stop> {
    let checker = checker(&args.input.data, Some(&args.input), JudgeOptions::default())?;
    let messages = messages(checker, &args.output)?;
    let form = match args.output_format {
        ClaimsFormat::Table => Form::Claims { all: args.all },
        ClaimsFormat::Json => Form::Json { all: args.all },
        ClaimsFormat::Jsonl => Form::Jsonl { all: args.all },
    };
    let job = Job { checker, messages: &messages, judged: false, min_severity: Severity::Info, fail_on: FailOn::Never };
    job.run(inputs(&args.input)?, &mut [standard_output(form, &args.output)])
}

/// A report on the standard output.
fn standard_output(form: Form, output: &OutputArgs) -> Output {
    Output::new(form, style(output), Destination::standard_output())
}

/// The reports that go into files.
fn reports(wanted: &[(CheckFormat, PathBuf)], output: &OutputArgs) -> Result<Vec<Output>, Stop> {
    let unusable = |message: String| Stop::Unusable(format!("--report: {message}"));
    let mut reports = Vec::with_capacity(wanted.len());
    for (index, (format, path)) in wanted.iter().enumerate() {
        if wanted.iter().take(index).any(|(_, earlier)| earlier == path) {
            return Err(unusable(format!("{} is named twice", path.display())));
        }
        let file = Destination::file(path).map_err(unusable)?;
        reports.push(Output::new((*format).into(), file_style(output), file));
    }
    Ok(reports)
}

fn rules(args: &RulesArgs) -> Result<ExitCode, Stop> {
    if let Some(folder) = &args.test {
        let outcome = test_rules::test(folder).map_err(Stop::Unusable)?;
        io::stdout().lock().write_all(outcome.report.as_bytes())?;
        return Ok(ExitCode::from(u8::from(outcome.failed)));
    }
    let checker = checker(&args.data, None, JudgeOptions::default())?;
    let messages = messages(checker, &args.output)?;
    let text = rules_table(checker.checks(), &messages, style(&args.output));
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn explain_rule(args: &ExplainArgs) -> Result<ExitCode, Stop> {
    let checker = checker(&args.data, None, JudgeOptions::default())?;
    let check = find(checker, &args.rule)?;
    let language = message_language(checker, &args.output)?;
    let messages = messages(checker, &args.output)?;
    let examples = checker.examples_in(&language, check);
    let text = explain(check, examples, checker.definitions(), &messages, style(&args.output));
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The checker with the data and options that the arguments name.
///
/// It lives as long as the program: to free it, word by word, would take as long as to check an article.
fn checker(data: &DataArgs, input: Option<&InputArgs>, judge: JudgeOptions) -> Result<&'static Checker, Stop> {
    let unusable = |error: DataError| {
        Stop::Unusable(match &data.rules {
            Some(folder) => own_rules::explained(folder, &error),
            None => error.to_string(),
        })
    };
    let rules = own_rules::load(data.rules.as_deref()).map_err(Stop::Unusable)?;
    let language = input.map(|input| input.lang.clone());
    let options = CheckerOptions {
        language: language.filter(|code| code != "auto"),
        published: input.and_then(|input| input.published),
        judge,
    };
    let checker = Checker::new(rules, options).map_err(unusable)?;
    if data.rules.is_some() {
        // Built-in languages were compiled by the tests; a newsroom's slip should not wait for the article that meets it.
        checker.compile_all().map_err(unusable)?;
    }
    Ok(Box::leak(Box::new(checker)))
}

fn find<'a>(checker: &'a Checker, rule: &str) -> Result<&'a Check, Stop> {
    checker.checks().iter().find(|check| &*check.name == rule).ok_or_else(|| {
        let known: Vec<&str> = checker.checks().iter().map(|check| &*check.name).collect();
        let near = did_you_mean(rule, known.iter().copied());
        Stop::Unusable(format!("there is no rule `{rule}`; known: {}{near}", known.join(", ")))
    })
}

/// The code of the language to report in.
fn message_language(checker: &Checker, output: &OutputArgs) -> Result<String, Stop> {
    let known = |code: &String| checker.messages(code).is_some();
    match &output.messages {
        Some(code) if known(code) => Ok(code.clone()),
        Some(code) => {
            let codes: Vec<&str> =
                checker.languages().into_iter().filter(|code| checker.messages(code).is_some()).collect();
            let codes = codes.join(", ");
            Err(Stop::Unusable(format!("--messages: there are no messages in `{code}`; known: {codes}")))
        }
        None => Ok(locale().filter(known).unwrap_or_else(|| DEFAULT_MESSAGES.to_owned())),
    }
}

fn messages(checker: &Checker, output: &OutputArgs) -> Result<Messages, Stop> {
    let language = message_language(checker, output)?;
    let mut codes = vec![language.as_str()];
    if language != DEFAULT_MESSAGES {
        codes.push(DEFAULT_MESSAGES);
    }
    let sources = codes.into_iter().filter_map(|code| checker.messages(code).map(|source| (code, source)));
    Ok(Messages::new(sources))
}

/// What to read: the paths, or what is piped in.
fn inputs(args: &InputArgs) -> Result<Inputs, Stop> {
    let mut paths = args.paths.clone();
    if paths.is_empty() && args.file_list.is_none() {
        if io::stdin().is_terminal() {
            return Err(Stop::Unusable("nothing to read: name a file or folder, or pipe a text in".to_owned()));
        }
        paths.push(STDIN.into());
    }
    let is_stdin = |path: &PathBuf| *path == *STDIN;
    if args.file_list.as_ref().is_some_and(is_stdin) && paths.iter().any(is_stdin) {
        return Err(Stop::Unusable("--file-list: the standard input cannot be a list and an article".to_owned()));
    }
    if args.stdin_filename.is_some() && !paths.iter().any(is_stdin) {
        return Err(Stop::Unusable("--stdin-filename: the standard input is not read: name it as -".to_owned()));
    }
    let selection = Selection::new(&args.include, &args.exclude, args.force_exclude).map_err(Stop::Unusable)?;
    if args.stdin_filename.as_ref().is_some_and(|name| selection.leaves_out(name)) {
        paths.retain(|path| !is_stdin(path));
    }
    let paths = Paths::new(&paths, args.file_list.as_deref(), selection).map_err(Stop::Unusable)?;
    let understanding = Understanding {
        format: args.input_format,
        fields: args.jsonl_fields.clone(),
        stdin_filename: args.stdin_filename.clone(),
    };
    Ok(Inputs::new(paths, understanding))
}
