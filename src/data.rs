//! `DataError`: what is wrong with a file of `rules/`, said so that its writer can mend it.

use std::fmt;

/// A rule file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    /// The file, or the name of the entry where it came from memory.
    pub file: String,
    /// The key or entry inside the file; may be empty.
    pub key: String,
    /// What is wrong.
    pub what: String,
}

impl DataError {
    /// An error of that file, at that key.
    pub fn new(file: impl Into<String>, key: impl Into<String>, what: impl Into<String>) -> Self {
        Self { file: file.into(), key: key.into(), what: what.into() }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.is_empty() {
            true => write!(f, "{}: {}", self.file, self.what),
            false => write!(f, "{}: {}: {}", self.file, self.key, self.what),
        }
    }
}

impl std::error::Error for DataError {}
