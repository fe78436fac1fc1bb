//! `addsup init`: a file to begin with.

use super::file::NAME;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

/// All settings with their defaults, as comments.
const TEMPLATE: &str = include_str!("template.toml");

/// Writes the file into a folder, and gives its path.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub fn init(folder: &Path) -> Result<PathBuf, String> {
    let path = folder.join(NAME);
    let told = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => format!("{} is there already, and left as it is", path.display()),
        _ => format!("cannot write {}: {error}", path.display()),
    };
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(told)?;
    file.write_all(TEMPLATE.as_bytes()).map_err(told)?;
    Ok(path)
}
