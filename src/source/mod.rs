//! `Document` from bytes.
mod document;
pub use document::{Block, Document, Role};
