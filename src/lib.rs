//! addsup: do the figures in this article add up?
//!
//! The folders are the steps of the pipeline: `source` → `extract` (with `language`) → `relate` → `judge` → `report`.
//! `compare` holds two versions of one story against each other, in the place of `relate` and `judge`. [`Checker`] runs
//! them. Nothing in here reads files, the clock or the environment, or starts threads (clippy holds it to that, by
//! `clippy.toml`); the command line in `cli` does.

#![cfg_attr(not(test), deny(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types))]

mod checker;
#[cfg(feature = "cli")]
#[allow(clippy::disallowed_macros, clippy::disallowed_methods, clippy::disallowed_types)]
pub mod cli;
pub mod compare;
pub mod data;
mod embedded;
pub mod examples;
pub mod extract;
pub mod facts;
mod fnv;
pub mod judge;
pub mod language;
mod nearest;
pub mod relate;
pub mod report;
pub mod source;
pub mod value;

pub use checker::{Checked, CheckedPart, Checker, CheckerOptions, Doubt, JoinedReading, Reader};
pub use data::{DataError, RuleData};
