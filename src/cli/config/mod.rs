//! `addsup.toml`: how articles are checked, kept beside the articles.
//!
//! The file that counts for an article is the nearest one in its folder or the folders above, all the way up; one found
//! nearer replaces those farther up and adds nothing to them. There is no file of the user's own: the same articles give
//! the same report on every machine.

mod file;
mod find;
mod init;
mod settings;

pub use file::{Config, Level, Options, schema};
pub use find::{Finder, absolute};
pub use init::init;
pub use settings::{Layers, Settings, Source};
