//! addsup: do the figures in this article add up?
pub mod checker;
#[cfg(feature = "cli")]
pub mod cli;
pub mod data;
pub mod extract;
pub mod judge;
pub mod relate;
pub mod report;
#[cfg(feature = "cli")]
pub mod rules_dir;
pub mod source;
pub mod value;
