//! Completions for shells and pages for `man`, both from the one tree of arguments.

use super::arguments::Cli;
use clap::CommandFactory;
use clap_complete::Shell;
use std::io;
use std::path::Path;

/// The completions for a shell.
pub fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "addsup", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The page of the program.
///
/// # Errors
/// None: writing into memory does not fail.
pub fn page() -> io::Result<String> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Cli::command()).render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

/// Writes the pages of the program and of its commands into a folder.
///
/// # Errors
/// If they cannot be written.
pub fn pages(folder: &Path) -> io::Result<()> {
    clap_mangen::generate_to(Cli::command(), folder)
}
