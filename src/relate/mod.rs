//! Relations: figures tied to each other, and the laws that they obey.

mod definition;
mod file;
mod law;
mod relation;

pub use definition::*;
pub use file::*;
pub use law::*;
pub use relation::*;
