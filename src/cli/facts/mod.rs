//! Tables of a newsroom's own facts: read for `check`, held against themselves, and added to.

mod add;
mod arguments;
mod check;
mod load;
#[cfg(feature = "sqlite")]
mod sqlite;

pub use arguments::{AddFactArgs, FactsArgs};
pub use load::load;

use super::run::Stop;
use arguments::FactsCommand;
use std::process::ExitCode;

/// Does what the arguments say, and gives the exit code.
///
/// # Errors
/// What cannot be used or written.
pub fn facts(args: &FactsArgs) -> Result<ExitCode, Stop> {
    match &args.command {
        FactsCommand::Check(args) => check::check(args),
        FactsCommand::Add(args) => add::add(args),
    }
}
