//! The `addsup` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    addsup::cli::run()
}
