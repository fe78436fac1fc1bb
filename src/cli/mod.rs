//! The command line: arguments, files, threads, terminal and exit codes.

mod arguments;
mod environment;
mod inputs;
mod rules_dir;
mod run;

pub use run::run;
