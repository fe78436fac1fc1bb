//! What the fuzz targets do with their input, and what must hold of what comes out.
//!
//! Also a module of `tests/seeds.rs`, which does the same with every committed seed in the ordinary tests: so a crash that
//! was found stays a test wherever the fuzzer cannot be built.

pub mod invariants;
pub mod oracle;
pub mod reports;
pub mod rules;
pub mod solver;
pub mod targets;
