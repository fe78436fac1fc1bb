//! `addsup check`: one run, or one after every save.

use super::arguments::{CheckArgs, KnownArgs};
use super::baseline::Baseline;
use super::interrupt;
use super::job::{Job, Outcome, Task};
use super::paths::Found;
use super::run::{Stop, Wanted, complain, found, inputs, print, reports, standard_output};
use super::setup::{Line, Setups};
use super::since::Changed;
use super::statistics::Statistics;
use super::watch::watch;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

/// What stands between two runs.
const RULE: &str = "────────────────────────────────────────";

/// Does what the arguments say, and gives the exit code.
///
/// # Errors
/// An option or data file that cannot be used; the output that cannot be written.
pub fn check(args: &CheckArgs) -> Result<ExitCode, Stop> {
    if args.dump_config {
        let setups = Setups::new(Line::of_check(args), &args.input.data.config)?;
        let first = args.input.paths.first().filter(|path| path.as_os_str() != "-");
        return print(&setups.dump(first.map(PathBuf::as_path)).map_err(Stop::Unusable)?);
    }
    interrupt::listen(&args.input.paths, args.input.file_list.as_ref());
    if args.watch {
        let mut rerun = false;
        return watch(&args.input.paths, |saved| {
            check_once(args, saved, std::mem::replace(&mut rerun, true)).map(|_| ())
        });
    }
    check_once(args, None, false)
}

/// One run over all articles, or over those that were saved; the first one, or a further one.
fn check_once(args: &CheckArgs, saved: Option<&HashSet<PathBuf>>, rerun: bool) -> Result<ExitCode, Stop> {
    let start = Instant::now();
    let statistics = args.statistics.then(|| Statistics::is_json(args.judged.output_format)).transpose();
    let statistics = statistics.map_err(Stop::Unusable)?;
    let setups = Setups::new(Line::of_check(args), &args.input.data.config)?;
    let own = setups.own()?;
    let mut faulty = setups.tell_faults();
    let baseline = baseline(&args.known, setups.baseline()).map_err(Stop::Unusable)?;
    let mut wanted: Option<Wanted> = None;
    if let Some(revision) = &args.since {
        let changed = Changed::since(revision).map_err(Stop::Unusable)?;
        wanted = Some(Arc::new(move |path| changed.contains(path)));
    }
    // What changed is held against what did not.
    let concerned = if args.together { wanted.take() } else { None };
    if let Some(saved) = saved.cloned() {
        let since = wanted;
        let is_saved = move |path: &Path| path.canonicalize().is_ok_and(|path| saved.contains(&path));
        wanted = Some(Arc::new(move |path| match &since {
            _ if !is_saved(path) => Ok(false),
            Some(since) => since(path),
            None => Ok(true),
        }));
        // Reports may be written into the folder that is watched: that is no reason to write them again.
        if !found(&args.input, &setups, wanted.clone())?.any(|found| matches!(found, Found::File(_))) {
            return Ok(ExitCode::SUCCESS);
        }
    }
    let inputs = inputs(&args.input, &setups, wanted.filter(|_| !args.together))?;
    if rerun {
        complain(RULE);
    }
    let show_suppressed = args.known.show_suppressed;
    let task = if args.together { Task::Together(concerned) } else { Task::Check };
    let job = Job { own, setups: &setups, task, show_suppressed, baseline: baseline.as_ref() };
    let mut outputs = reports(&args.judged.report, &args.output)?;
    if statistics.is_none() {
        outputs.push(standard_output(args.judged.output_format.into(), &args.output));
    }
    let mut outcome = job.run(inputs, &mut outputs)?;
    faulty |= setups.tell_faults();
    outcome.broken |= faulty;
    match statistics {
        Some(true) => _ = print(&outcome.statistics.json(start.elapsed()))?,
        Some(false) => _ = print(&outcome.statistics.text(&own.messages, start.elapsed()))?,
        None => {}
    }
    keep(baseline.as_ref(), &args.known, &outcome)?;
    Ok(outcome.code())
}

/// Writes what was found into the baseline, where that is asked for, or tells what it holds in vain.
///
/// # Errors
/// The baseline that cannot be written.
pub fn keep(baseline: Option<&Baseline>, known: &KnownArgs, outcome: &Outcome) -> Result<(), Stop> {
    let Some(baseline) = baseline.filter(|_| outcome.is_whole()) else { return Ok(()) };
    let told = match known {
        known if known.write_baseline.is_some() => Some(baseline.write(&outcome.seen).map_err(Stop::Unusable)?),
        known if known.prune_baseline => Some(baseline.prune(&outcome.seen).map_err(Stop::Unusable)?),
        _ => baseline.stale_report(&outcome.seen),
    };
    told.iter().for_each(|text| complain(text));
    Ok(())
}

/// The baseline that the arguments name, else that of the configuration.
pub fn baseline(known: &KnownArgs, configured: Option<&Path>) -> Result<Option<Baseline>, String> {
    if let Some(path) = &known.write_baseline {
        return Baseline::to_write(path).map(Some);
    }
    match known.baseline.as_deref().or(configured) {
        Some(path) => Baseline::load(path).map(Some),
        None if known.prune_baseline => {
            Err("--prune-baseline: there is none: name it by --baseline or in addsup.toml".to_owned())
        }
        None => Ok(None),
    }
}
