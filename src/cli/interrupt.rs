//! Ctrl-C: the run ends after the articles at hand, so that what was written is whole.

use super::paths::STDIN;
use std::io::{IsTerminal, stdin};
use std::path::PathBuf;
use std::process::exit;
use std::sync::atomic::{AtomicBool, Ordering};

/// What shells say of a program that Ctrl-C ended: 128 and the number of the signal.
pub const INTERRUPTED: u8 = 130;

static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C (and the signals that ask a program to end) is noted; a second one ends the program at once. Not
/// where a text is typed in: the program waits for its end, and would not see that it is to end.
pub fn listen(paths: &[PathBuf], list: Option<&PathBuf>) {
    let is_stdin = |path: &PathBuf| path.as_os_str() == STDIN;
    let is_typed = list.map_or(paths.is_empty(), is_stdin) || paths.iter().any(is_stdin);
    if is_typed && stdin().is_terminal() {
        return;
    }
    let noted = || {
        if ASKED.swap(true, Ordering::SeqCst) {
            exit(i32::from(INTERRUPTED));
        }
    };
    // Where signals cannot be had, Ctrl-C ends the program as it always did.
    let _ = ctrlc::set_handler(noted);
}

/// Was the program asked to end?
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
