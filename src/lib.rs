//! addsup: do the figures in this article add up?
pub mod value;
