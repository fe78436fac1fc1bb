//! The error for data that cannot be used.

/// A data file that cannot be used: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataError {
    place: Vec<String>,
    message: String,
}

impl DataError {
    /// An error without a place yet.
    pub fn new(message: impl Into<String>) -> Self {
        DataError {
            place: Vec::new(),
            message: message.into(),
        }
    }

    /// The same error, seen from one step further out (file, then entry, …).
    #[must_use]
    pub fn within(mut self, place: impl Into<String>) -> Self {
        self.place.insert(0, place.into());
        self
    }
}

impl std::fmt::Display for DataError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for place in &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for DataError {}
