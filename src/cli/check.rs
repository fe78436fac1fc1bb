//! `addsup check`: one run, or one after every save.

use super::arguments::CheckArgs;
use super::baseline::Baseline;
use super::interrupt;
use super::job::Job;
use super::run::{Stop, complain, inputs, print, reports, standard_output};
use super::setup::{Line, Setups};
use super::since::Changed;
use super::statistics::Statistics;
use super::watch::watch;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
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
    interrupt::listen(&args.input.paths);
    if args.watch {
        let mut rerun = false;
        return watch(&args.input.paths, |changed| {
            check_once(args, changed, std::mem::replace(&mut rerun, true)).map(|_| ())
        });
    }
    check_once(args, None, false)
}

/// One run over all articles, or over those that changed; the first one, or a further one.
fn check_once(args: &CheckArgs, changed: Option<&HashSet<PathBuf>>, rerun: bool) -> Result<ExitCode, Stop> {
    let start = Instant::now();
    let statistics = args.statistics.then(|| Statistics::is_json(args.output_format)).transpose();
    let statistics = statistics.map_err(Stop::Unusable)?;
    let setups = Setups::new(Line::of_check(args), &args.input.data.config)?;
    let own = setups.own()?;
    let baseline = baseline(args, setups.baseline()).map_err(Stop::Unusable)?;
    let mut inputs = inputs(&args.input)?;
    if let Some(revision) = &args.since {
        let changed = Changed::since(revision).map_err(Stop::Unusable)?;
        inputs.retain(|path| changed.contains(path)).map_err(Stop::Unusable)?;
    }
    if let Some(changed) = changed {
        let is_changed = |path: &Path| path.canonicalize().is_ok_and(|path| changed.contains(&path));
        inputs.retain(|path| Ok::<_, Stop>(is_changed(path)))?;
        // Reports may be written into the folder that is watched: that is no reason to write them again.
        if inputs.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
    }
    if rerun {
        complain(RULE);
    }
    let show_suppressed = args.known.show_suppressed;
    let job = Job { own, setups: &setups, judged: true, show_suppressed, baseline: baseline.as_ref() };
    let mut outputs = reports(&args.report, &args.output)?;
    if statistics.is_none() {
        outputs.push(standard_output(args.output_format.into(), &args.output));
    }
    let outcome = job.run(inputs, &mut outputs)?;
    match statistics {
        Some(true) => _ = print(&outcome.statistics.json(start.elapsed()))?,
        Some(false) => _ = print(&outcome.statistics.text(&own.messages, start.elapsed()))?,
        None => {}
    }
    if let Some(baseline) = baseline.filter(|_| outcome.is_whole()) {
        let told = match &args.known {
            known if known.write_baseline.is_some() => Some(baseline.write(&outcome.seen).map_err(Stop::Unusable)?),
            known if known.prune_baseline => Some(baseline.prune(&outcome.seen).map_err(Stop::Unusable)?),
            _ => baseline.stale_report(&outcome.seen),
        };
        told.iter().for_each(|text| complain(text));
    }
    Ok(outcome.code())
}

/// The baseline that the arguments name, else that of the configuration.
fn baseline(args: &CheckArgs, configured: Option<&Path>) -> Result<Option<Baseline>, String> {
    if let Some(path) = &args.known.write_baseline {
        return Baseline::to_write(path).map(Some);
    }
    match args.known.baseline.as_deref().or(configured) {
        Some(path) => Baseline::load(path).map(Some),
        None if args.known.prune_baseline => {
            Err("--prune-baseline: there is none: name it by --baseline or in addsup.toml".to_owned())
        }
        None => Ok(None),
    }
}
