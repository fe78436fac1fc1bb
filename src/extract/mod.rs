//! Claims in a ledger.
mod claim;
pub use claim::{Claim, ClaimId, Context, DateParts, Ledger, Modality, Subject};
