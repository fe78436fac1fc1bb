//! The command line: arguments, files, threads, terminal and exit codes.

mod arguments;
mod baseline;
mod check;
mod choices;
mod compare;
mod config;
mod destination;
mod environment;
mod facts;
mod help;
mod inputs;
mod interrupt;
mod job;
mod manual;
mod output;
mod own_rules;
mod paths;
mod pdf;
mod problems;
mod progress;
mod rules_dir;
mod run;
mod setup;
mod since;
mod statistics;
mod test_rules;
mod unpack;
mod watch;

pub use run::run;
