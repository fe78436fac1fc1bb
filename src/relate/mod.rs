//! Relations: figures tied to each other.

mod definition;
pub mod file;
mod law;
mod relation;

pub use definition::{Definition, Definitions, NamedLaw, Slot};
pub use law::{Function, Law, LawError, Node, NodeId, Order};
pub use relation::{DatePart, Filler, Relation, RelationId, Tie};
