//! addsup: do the figures in this article add up?
pub mod data;
pub mod extract;
pub mod judge;
pub mod relate;
pub mod source;
pub mod value;
