//! From bytes to a `Document`: text, blocks, and the way back to line and column. Knows nothing of figures.

mod builder;
mod columns;
mod document;
mod format;
mod jsonl;
mod lines;
mod origin;
mod place;
mod text;
mod wrap;

pub use builder::Builder;
pub use document::{Block, Cell, Document, Role};
pub use format::{Format, Unreadable, read};
pub use jsonl::{Entry, EntryError, parse_entry, parse_published};
pub use lines::LineIndex;
pub use origin::{Markup, Origin, Piece, Places};
pub use place::Place;
pub use text::{NotText, decode, from_text};
