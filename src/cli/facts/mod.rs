//! Tables of a newsroom's own facts: read for `check`, held against themselves, and added to.

mod load;

pub use load::load;
