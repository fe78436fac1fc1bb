//! Runs a command, and gives the exit code.

use super::arguments::{ClaimsArgs, Cli, Command, ExplainArgs};
use super::arguments::{InitArgs, InputArgs, ManArgs, OutputArgs, RulesArgs};
use super::choices::{CheckFormat, ClaimsFormat};
use super::config::{init, schema};
use super::destination::Destination;
use super::environment::{file_style, style};
use super::inputs::{Inputs, Understanding};
use super::job::{Job, Task};
use super::output::{Form, Output};
use super::paths::{Found, Paths, STDIN, Selection};
use super::progress::Progress;
use super::setup::{Line, Setups};
use super::{check, compare, facts, interrupt, manual, test_rules};
use crate::Checker;
use crate::judge::Check;
use crate::nearest::did_you_mean;
use crate::report::{explain, rules_table};
use clap::Parser;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

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
        Command::Check(args) => check::check(&args),
        Command::Compare(args) => compare::compare(&args),
        Command::Claims(args) => claims(&args),
        Command::Rules(args) => rules(&args),
        Command::Explain(args) => explain_rule(&args),
        Command::Facts(args) => facts::facts(&args),
        Command::Init(args) => init_config(&args),
        Command::Schema => print(&schema()),
        Command::Completions(args) => print(&manual::completions(args.shell)),
        Command::Man(args) => manual_pages(&args),
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

fn claims(args: &ClaimsArgs) -> Result<ExitCode, Stop> {
    let setups = Setups::new(Line::of_claims(args), &args.input.data.config)?;
    let form = match args.output_format {
        ClaimsFormat::Table => Form::Claims { all: args.all },
        ClaimsFormat::Json => Form::Json { all: args.all },
        ClaimsFormat::Jsonl => Form::Jsonl { all: args.all },
    };
    let job = Job { own: setups.own()?, setups: &setups, task: Task::Read, show_suppressed: false, baseline: None };
    interrupt::listen(&args.input.paths, args.input.file_list.as_ref());
    Ok(job.run(inputs(&args.input, &setups, None)?, &mut [standard_output(form, &args.output)])?.code())
}

/// A report on the standard output.
pub fn standard_output(form: Form, output: &OutputArgs) -> Output {
    Output::new(form, style(output), Destination::standard_output())
}

/// The reports that go into files.
pub fn reports(wanted: &[(CheckFormat, PathBuf)], output: &OutputArgs) -> Result<Vec<Output>, Stop> {
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
    let setup = Setups::new(Line::of_data(&args.data, &args.output), &args.data.config)?.own()?;
    let text = rules_table(setup.checker.checks(), &setup.messages, style(&args.output));
    print(&text)
}

fn explain_rule(args: &ExplainArgs) -> Result<ExitCode, Stop> {
    let setup = Setups::new(Line::of_data(&args.data, &args.output), &args.data.config)?.own()?;
    let checker = setup.checker;
    let check = find(checker, &args.rule)?;
    let examples = checker.examples_in(setup.messages.language(), check);
    let text = explain(check, examples, checker.definitions(), &setup.messages, style(&args.output));
    print(&text)
}

/// The manual: printed, or a file for each command.
fn manual_pages(args: &ManArgs) -> Result<ExitCode, Stop> {
    let Some(folder) = &args.folder else { return print(&manual::page()?) };
    let told = |error| Stop::Unusable(format!("cannot write the pages into {}: {error}", folder.display()));
    manual::pages(folder).map_err(told)?;
    Ok(ExitCode::SUCCESS)
}

/// Writes a configuration to begin with.
fn init_config(args: &InitArgs) -> Result<ExitCode, Stop> {
    let path = init(&args.folder).map_err(Stop::Unusable)?;
    writeln!(io::stdout().lock(), "wrote {}", path.display())?;
    Ok(ExitCode::SUCCESS)
}

pub fn print(text: &str) -> Result<ExitCode, Stop> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn find<'a>(checker: &'a Checker, rule: &str) -> Result<&'a Check, Stop> {
    checker.checks().iter().find(|check| &*check.name == rule).ok_or_else(|| {
        let known: Vec<&str> = checker.checks().iter().map(|check| &*check.name).collect();
        let near = did_you_mean(rule, known.iter().copied());
        Stop::Unusable(format!("there is no rule `{rule}`; known: {}{near}", known.join(", ")))
    })
}

/// Which of the files that are found are read; the name of an error stands before it.
pub type Wanted = Arc<dyn Fn(&Path) -> Result<bool, String> + Send + Sync>;

/// What to read: the paths, or what is piped in.
pub fn inputs(args: &InputArgs, setups: &Setups, wanted: Option<Wanted>) -> Result<Inputs, Stop> {
    // A list that is piped in can be read only once.
    let counted = Progress::is_seen() && args.file_list.as_deref() != Some(Path::new(STDIN));
    let files = if counted { Some(found(args, setups, wanted.clone())?.count()) } else { None };
    let understanding = Understanding {
        format: args.input_format,
        fields: args.jsonl_fields.clone(),
        stdin_filename: args.stdin_filename.clone(),
    };
    Ok(Inputs::new(found(args, setups, wanted)?, files, understanding))
}

/// The files, of which the wanted ones are taken.
pub fn found(
    args: &InputArgs,
    setups: &Setups,
    wanted: Option<Wanted>,
) -> Result<Box<dyn Iterator<Item = Found> + Send>, Stop> {
    let paths = paths(args, setups)?;
    let Some(wanted) = wanted else { return Ok(Box::new(paths)) };
    Ok(Box::new(paths.filter_map(move |found| match found {
        Found::File(path) => match wanted(&path) {
            Ok(wanted) => wanted.then_some(Found::File(path)),
            Err(message) => Some(Found::Problem { path, message }),
        },
        other => Some(other),
    })))
}

fn paths(args: &InputArgs, setups: &Setups) -> Result<Paths, Stop> {
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
    let mut selection = Selection::new(&args.include, &args.exclude, args.force_exclude).map_err(Stop::Unusable)?;
    if let Some((folder, exclude)) = setups.excluded() {
        selection = selection.with_configured(folder, exclude).map_err(Stop::Unusable)?;
    }
    if args.stdin_filename.as_ref().is_some_and(|name| selection.leaves_out(name)) {
        paths.retain(|path| !is_stdin(path));
    }
    Paths::new(&paths, args.file_list.as_deref(), selection).map_err(Stop::Unusable)
}
