//! `addsup compare`: two versions of one story, or many pairs of them.

use super::arguments::CompareArgs;
use super::check::{baseline, keep};
use super::choices::InputFormat;
use super::inputs::{Inputs, Raw, Understanding};
use super::interrupt;
use super::job::{Job, Outcome, Task};
use super::output::Output;
use super::paths::{Found, STDIN, is_jsonl};
use super::run::{Stop, reports, standard_output};
use super::setup::{AUTO, Line, Setups};
use super::since::at_revision;
use crate::compare::CompareOptions;
use crate::source::Fields;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what the arguments say, and gives the exit code.
///
/// # Errors
/// An option or data file that cannot be used; the output that cannot be written.
pub fn compare(args: &CompareArgs) -> Result<ExitCode, Stop> {
    let setups = Setups::new(Line::of_compare(args), &args.data.config)?;
    let own = setups.own()?;
    let languages = [&args.source_lang, &args.target_lang].map(|code| (code != AUTO).then(|| code.clone()));
    for code in languages.iter().flatten() {
        let known = own.checker.languages();
        if !known.contains(&code.as_str()) {
            let known = known.join(", ");
            return Err(Stop::Unusable(format!("addsup does not read {code:?} yet; it reads {known}")));
        }
    }
    let baseline = baseline(&args.known, setups.baseline()).map_err(Stop::Unusable)?;
    let paths: Vec<PathBuf> = args.source.iter().chain(&args.target).cloned().collect();
    interrupt::listen(&paths, None);
    let revision = args.revision || args.since.is_some();
    let task = Task::Compare(CompareOptions { revision, whole: args.whole });
    let show_suppressed = args.known.show_suppressed;
    let job = Job { own, setups: &setups, task, show_suppressed, baseline: baseline.as_ref() };
    let mut outputs = reports(&args.judged.report, &args.output)?;
    outputs.push(standard_output(args.judged.output_format.into(), &args.output));
    let outcome = run(args, languages, &job, &mut outputs)?;
    keep(baseline.as_ref(), &args.known, &outcome)?;
    Ok(outcome.code())
}

fn run(args: &CompareArgs, languages: [Option<String>; 2], job: &Job, outputs: &mut [Output]) -> Result<Outcome, Stop> {
    let unusable = |message: &str| Stop::Unusable(message.to_owned());
    let lines = |path: &Path| args.input_format == InputFormat::Jsonl || is_jsonl(path);
    if let Some(revision) = &args.since {
        let path = args.source.as_ref().filter(|path| path.as_os_str() != STDIN);
        let path = path.ok_or_else(|| unusable("--since: name the article, a file that git knows"))?;
        let old = Raw::of_revision(path, revision, at_revision(revision, path).map_err(Stop::Unusable)?);
        let new = inputs(path, args.input_format).next();
        let new = new.ok_or_else(|| unusable("nothing to compare: the file holds no article"))?;
        let [of_old, of_new] = languages;
        return job.run_all(std::iter::once(Raw::Pair(Box::new([(old, of_old), (new, of_new)]))), Some(1), outputs);
    }
    match (&args.source, &args.target) {
        (Some(source), Some(target)) => {
            if source == target && source.as_os_str() == STDIN {
                return Err(unusable("the standard input cannot be both versions"));
            }
            if lines(source) || lines(target) {
                return Err(unusable("JSON Lines hold both versions in each line: name one file of pairs"));
            }
            let [of_source, of_target] = languages;
            let versions = [(source, of_source), (target, of_target)]
                .map(|(path, language)| (inputs(path, args.input_format).next(), language));
            let [(Some(source), of_source), (Some(target), of_target)] = versions else {
                return Err(unusable("nothing to compare: the source or the target holds no article"));
            };
            let pair = Raw::Pair(Box::new([(source, of_source), (target, of_target)]));
            job.run_all(std::iter::once(pair), Some(1), outputs)
        }
        (pairs, _) if args.input_format == InputFormat::Jsonl || pairs.as_deref().is_some_and(is_jsonl) => {
            let path = pairs.as_deref().unwrap_or(Path::new(STDIN));
            let pairs = inputs(path, InputFormat::Jsonl).map(move |raw| raw.paired(&languages));
            job.run_all(pairs, Some(1), outputs)
        }
        _ => Err(unusable("nothing to compare: name the source and the target, or a file of pairs in JSON Lines")),
    }
}

/// What a path holds.
fn inputs(path: &Path, format: InputFormat) -> Inputs {
    let found = if path.as_os_str() == STDIN { Found::Stdin } else { Found::File(path.to_owned()) };
    let understanding = Understanding { format, fields: Fields::default(), stdin_filename: None };
    Inputs::new(Box::new(std::iter::once(found)), Some(1), understanding)
}
