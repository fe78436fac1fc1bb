//! From bytes to a `Document`: text, blocks, and the way back to line and column. Knows nothing of figures.

mod archive;
mod builder;
mod columns;
mod document;
mod docx;
mod format;
mod jsonl;
mod lines;
mod newsml;
mod ninjs;
mod odt;
mod origin;
mod paragraphs;
mod pdf;
mod place;
mod text;
mod wire;
mod wrap;
mod xml;

pub use builder::Builder;
pub use document::{Block, Cell, Document, Role};
pub use format::{Format, Unreadable, read};
pub use jsonl::{Entry, EntryError, Fields, parse_entry, parse_published};
pub use lines::LineIndex;
pub use origin::{Markup, Origin, Piece, Places};
pub use place::Place;
pub use text::{NotText, decode, from_text};
