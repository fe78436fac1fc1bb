//! The command line: arguments, files, threads, terminal and exit codes.

mod arguments;
mod destination;
mod environment;
mod inputs;
mod job;
mod output;
mod own_rules;
mod paths;
mod pdf;
mod rules_dir;
mod run;
mod test_rules;
mod unpack;

pub use run::run;
