//! addsup: do the figures in this article add up?
pub mod source;
pub mod value;
