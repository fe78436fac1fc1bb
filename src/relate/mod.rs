//! Relations: figures tied to each other, by constructions of a language inside a sentence and by links across the
//! article, and the laws that relations obey. Knows nothing of right and wrong.

mod before;
mod complete;
mod construction;
mod currencies;
mod definition;
mod exchange;
pub mod file;
mod fitting;
mod law;
mod link;
mod ordered;
mod read;
mod reference;
mod relater;
mod relation;
mod table;

pub use complete::Open;
pub use currencies::Currencies;
pub use definition::{Definition, Definitions, NamedLaw, Slot};
pub use file::SlotKind;
pub use law::{Function, Law, LawError, Node, NodeId, Order};
pub use link::across::{AcrossPart, across};
pub use reference::References;
pub use relater::Relater;
pub use relation::{DatePart, Filler, Relation, RelationId, Tie};
