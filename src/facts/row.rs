//! `Row`: a line of a table as it is written, whatever the format.

use crate::nearest::did_you_mean;
use std::fmt;
use std::sync::Arc;

/// The columns of a table.
pub const COLUMNS: [&str; 12] = [
    "subject",
    "aliases",
    "measure",
    "measure-aliases",
    "period",
    "valid-from",
    "valid-to",
    "value",
    "unit",
    "tolerance",
    "source",
    "note",
];

/// Where in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Where {
    /// Nowhere in particular.
    Table,
    /// A line of the file, from 1.
    Line(usize),
    /// A row by its number, where there are no lines.
    Row(u64),
}

/// A place in a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The table, as it was named.
    pub table: Arc<str>,
    /// Where in it.
    pub at: Where,
}

impl Place {
    /// A place in the table of that name.
    pub fn new(table: &str, at: Where) -> Self {
        Place { table: table.into(), at }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Where::Table => f.write_str(&self.table),
            Where::Line(line) => write!(f, "{}:{line}", self.table),
            Where::Row(row) => write!(f, "{} row {row}", self.table),
        }
    }
}

/// What is wrong with a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Table and row.
    pub place: Place,
    /// Column, where it is one.
    pub column: Option<String>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        if let Some(column) = &self.column {
            write!(f, "{column}: ")?;
        }
        f.write_str(&self.what)
    }
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, or a number as written.
    Text(String),
    /// Several texts.
    List(Vec<String>),
}

/// A row as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub place: Place,
    /// Its columns by name, as they are written.
    pub cells: Vec<(String, Cell)>,
}

impl Row {
    /// The text of a column without white space around it; none where it is empty. A list is one text.
    pub(super) fn text(&self, column: &str) -> Option<String> {
        let text = match &self.cells.iter().find(|(name, _)| canonical(name) == column)?.1 {
            Cell::Text(text) => text.trim().to_owned(),
            Cell::List(texts) => texts.join("|"),
        };
        (!text.is_empty()).then_some(text)
    }

    /// The texts of a column: those of a list, or those between strokes.
    pub(super) fn texts(&self, column: &str) -> Vec<String> {
        let found = self.cells.iter().find(|(name, _)| canonical(name) == column).map(|(_, cell)| cell);
        let texts: Vec<&str> = match found {
            None => Vec::new(),
            Some(Cell::Text(text)) => text.split('|').collect(),
            Some(Cell::List(texts)) => texts.iter().map(String::as_str).collect(),
        };
        texts.into_iter().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn fault(&self, column: &str, what: impl Into<String>) -> Fault {
        Fault { place: self.place.clone(), column: Some(column.to_owned()), what: what.into() }
    }
}

/// The name of a column as the schema has it.
pub(super) fn canonical(name: &str) -> String {
    name.trim().to_lowercase().replace(['_', ' '], "-")
}

/// What is wrong with the name of a column, if anything is.
pub(super) fn unknown(name: &str) -> Option<String> {
    let own = canonical(name);
    let known = COLUMNS.contains(&own.as_str());
    (!known).then(|| format!("there is no column `{}`{}", name.trim(), did_you_mean(&own, COLUMNS.iter().copied())))
}
