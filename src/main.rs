//! The `addsup` program.
fn main() {}
