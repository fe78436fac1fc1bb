//! Judging.
mod check;
pub mod file;
mod conflict;
mod finding;
mod functions;
mod network;
mod propagate;
mod standing;
pub use check::Check;
pub use finding::{Finding, Implied, Judgement, Repair, Severity, Standing, Verdict};
