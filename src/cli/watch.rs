//! `--watch`: checks again what changes.

use super::interrupt;
use super::run::{Stop, complain};
use notify::event::ModifyKind;
use notify::{Event, EventKind, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// An editor's save is several events; it is over when nothing came for so long.
const QUIET: Duration = Duration::from_millis(150);
/// So often it is looked whether the program is to end.
const LOOK: Duration = Duration::from_millis(100);

/// Runs `check` for all files, and then for those that change, until the program is to end.
///
/// # Errors
/// If the files cannot be watched, or the output cannot be written. What else goes wrong in a run is told, and mended by
/// the next save.
pub fn watch(
    paths: &[PathBuf],
    mut check: impl FnMut(Option<&HashSet<PathBuf>>) -> Result<(), Stop>,
) -> Result<ExitCode, Stop> {
    let unusable = |error: notify::Error| Stop::Unusable(format!("--watch: {error}"));
    if paths.is_empty() || paths.iter().any(|path| path.as_os_str() == "-") {
        return Err(Stop::Unusable("--watch: name files or folders; the standard input does not change".to_owned()));
    }
    let (send, events) = channel();
    let mut watcher = notify::recommended_watcher(move |event| {
        // When nobody listens any more, the program is ending.
        let _ = send.send(event);
    })
    .map_err(unusable)?;
    for path in paths {
        // Many editors save by putting a new file in the place of the old one: the folder notices, the file is gone.
        let (folder, mode) = match path.is_dir() {
            true => (path.as_path(), RecursiveMode::Recursive),
            false => (path.parent().unwrap_or(Path::new("")), RecursiveMode::NonRecursive),
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        watcher.watch(folder, mode).map_err(unusable)?;
    }
    let mut told = |changed: Option<&HashSet<PathBuf>>| match check(changed) {
        Err(Stop::Unusable(message)) => {
            complain(&message);
            Ok(())
        }
        other => other,
    };
    told(None)?;
    while let Some(changed) = next(&events).map_err(unusable)? {
        // Settings hold for many articles.
        let settings = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml" || ending == "ftl");
        told(Some(&changed).filter(|changed| !changed.iter().any(settings)))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The files that changed next, once it is quiet again; none when the program is to end.
fn next(events: &Receiver<notify::Result<Event>>) -> notify::Result<Option<HashSet<PathBuf>>> {
    let mut changed = HashSet::new();
    while !interrupt::asked() {
        match events.recv_timeout(if changed.is_empty() { LOOK } else { QUIET }) {
            Ok(event) => {
                let event = event?;
                if is_change(event.kind) {
                    // What is gone again was a file that an editor writes on its way.
                    changed.extend(
                        event.paths.iter().filter_map(|path| path.canonicalize().ok()).filter(|path| path.is_file()),
                    );
                }
            }
            Err(RecvTimeoutError::Timeout) if changed.is_empty() => {}
            Err(RecvTimeoutError::Timeout) => return Ok(Some(changed)),
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
        }
    }
    Ok(None)
}

/// Does the event say that a file has other contents?
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Create(_) => true,
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        EventKind::Any | EventKind::Access(_) | EventKind::Remove(_) | EventKind::Other => false,
    }
}
