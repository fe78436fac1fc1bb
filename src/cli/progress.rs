//! How far a run of many files is, on a terminal.

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

/// Fewer files are done before anybody looks.
const FEW: usize = 20;

/// The progress of a run: a bar on the standard error where that is a terminal, else nothing.
pub struct Progress {
    bar: Option<ProgressBar>,
    start: Instant,
    bytes: AtomicU64,
    findings: AtomicU64,
}

impl Progress {
    /// Would somebody see it?
    pub fn is_seen() -> bool {
        stderr().is_terminal()
    }

    /// That of a run of so many files, where that is known.
    pub fn new(files: Option<usize>) -> Self {
        let bar = files.filter(|files| *files >= FEW && Self::is_seen()).map(|files| {
            let bar = ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::stderr_with_hz(8));
            let template = "{wide_bar} {pos}/{len} files, {msg}, {eta} left";
            bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Progress { bar, start: Instant::now(), bytes: AtomicU64::new(0), findings: AtomicU64::new(0) }
    }

    /// An input was checked: so many bytes, with so many findings. Lines of one file count as the file.
    pub fn checked(&self, bytes: usize, findings: usize, is_file: bool) {
        let Some(bar) = &self.bar else { return };
        let bytes = self.bytes.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64;
        let findings = self.findings.fetch_add(findings as u64, Ordering::Relaxed) + findings as u64;
        let speed = bytes as f64 / self.start.elapsed().as_secs_f64().max(0.001);
        bar.set_message(format!("{}/s, {findings} findings", HumanBytes(speed as u64)));
        bar.inc(u64::from(is_file));
    }

    /// Writes to the terminal without the bar in between.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
