//! From bytes to a `Document`: text, blocks, and the way back to line and column. Knows nothing of figures.

mod document;
mod jsonl;
mod lines;
mod text;
mod wrap;

pub use document::{Block, Document, Role};
pub use jsonl::{Entry, EntryError, parse_entry, parse_published};
pub use lines::LineIndex;
pub use text::{NotText, decode, from_text};
