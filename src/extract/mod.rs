//! Claims and the ledger that holds them.

mod claim;

pub use claim::*;
