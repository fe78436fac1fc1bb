//! From bytes to a `Document`: text, blocks, and the way back to line and column. Knows nothing of figures.

mod archive;
mod builder;
mod columns;
mod comment;
mod document;
mod docx;
mod encoding;
mod format;
mod front_matter;
mod html;
mod joined;
mod jsonl;
mod lines;
mod markdown;
mod moment;
mod newsml;
mod ninjs;
mod odt;
mod origin;
mod pair;
mod paragraphs;
mod pdf;
mod place;
#[cfg(test)]
mod testing;
mod text;
mod wire;
mod wrap;
mod xml;

pub use builder::Builder;
pub use comment::Comment;
pub use document::{Block, Cell, Document, Role};
pub use encoding::{NotText, decode, decode_markup};
pub use format::{Format, Unreadable, read};
pub use html::from_html;
pub use joined::JoinedPart;
pub use jsonl::{Entry, EntryError, Fields, parse_entry, parse_published};
pub use lines::LineIndex;
pub use markdown::from_markdown;
pub use origin::{Markup, Origin, Piece, Places};
pub use pair::{Pair, parse_pair};
pub use place::Place;
pub use text::from_text;
