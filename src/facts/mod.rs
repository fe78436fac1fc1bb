//! Facts: a newsroom's own table of reference, in CSV, TOML, JSON, or rows that somebody else read from a database.
//!
//! A table has one row for each fact, with these columns (`_` for `-` will do, capitals do not matter):
//!
//! | column | |
//! |---|---|
//! | `subject` | whom or what the fact is about, as articles name it |
//! | `aliases` | other names of it, parted by strokes: `Republic of Arenal\|Arenal's republic`; lists in TOML and JSON |
//! | `measure` | what is measured: `population`, `minimum wage`, `founded` |
//! | `measure-aliases` | other words for it, of other languages too: `inhabitants\|penduduk` |
//! | `period` | the period that the figure is for as a whole: `2022`, `2022-Q3`, `2022-03`, `2022-03-01`, `2020/2022` |
//! | `valid-from`, `valid-to` | instead of `period`: the days from and to which the figure holds; either may be open |
//! | `value` | a number (`1462000`, `3.5`), or a date where the unit is `date` |
//! | `unit` | a code of `rules/units.toml` (`km`, `%`), a currency (`IDR`), `date`, a unit of time (`year`), `people`, or nothing for what is counted |
//! | `tolerance` | how far a figure may lie from it: `500`, or `2%` of it. Otherwise as far as its own digits were rounded |
//! | `source` | where it comes from |
//! | `note` | for the newsroom itself |
//!
//! `subject`, `measure` and `value` must be filled. A row that cannot be used is a located [`Fault`], and the others are.
//! Names match as whole words; a word with a capital letter matches only so, or in capitals altogether.

mod add;
mod check;
mod csv;
mod fact;
mod json;
mod row;
mod scale;
mod toml;

pub use add::{Unwritable, appended};
pub use check::{Clash, Contradiction, contradictions};
pub use fact::{Fact, FactValue, Holds, Name};
pub use row::{COLUMNS, Cell, Fault, Place, Row, Where};
pub use scale::Scale;

use crate::extract::Units;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A line of heads, and a line a fact; parted by commas, semicolons or tabs.
    Csv,
    /// `[[fact]]` tables.
    Toml,
    /// An array of objects.
    Json,
}

/// All facts of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    facts: Vec<Arc<Fact>>,
}

impl Facts {
    /// Adds a table; `table` is its name in messages. What cannot be used is given back.
    pub fn read(&mut self, table: &str, format: Format, bytes: Vec<u8>, units: &Units) -> Vec<Fault> {
        let whole = |what: String| vec![Fault { place: Place::new(table, Where::Table), column: None, what }];
        let text = match crate::source::decode(bytes) {
            Ok(text) => text,
            Err(error) => return whole(error.to_string()),
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let read = match format {
            Format::Csv => csv::rows(table, text),
            Format::Toml => toml::rows(table, text),
            Format::Json => json::rows(table, text),
        };
        match read {
            Ok((rows, mut faults)) => {
                faults.extend(self.add(rows, units));
                faults
            }
            Err(fault) => vec![fault],
        }
    }

    /// Adds rows that were read elsewhere.
    pub fn add(&mut self, rows: Vec<Row>, units: &Units) -> Vec<Fault> {
        let mut faults = Vec::new();
        for row in rows {
            match Fact::new(&row, self.facts.len() as u32, units) {
                Ok(fact) => self.facts.push(Arc::new(fact)),
                Err(found) => faults.extend(found),
            }
        }
        faults
    }

    /// Facts as an example of a rule gives them: columns by name.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn of_example(rows: &[BTreeMap<String, String>], units: &Units) -> Result<Self, Fault> {
        let row = |(index, columns): (usize, &BTreeMap<String, String>)| {
            let cells = columns.iter().map(|(column, text)| (column.clone(), Cell::Text(text.clone())));
            Row { place: Place::new("facts", Where::Row(index as u64 + 1)), cells: cells.collect() }
        };
        let mut facts = Facts::default();
        let faults = facts.add(rows.iter().enumerate().map(row).collect(), units);
        faults.into_iter().next().map_or(Ok(facts), Err)
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }

    /// All of them, in the order of the tables.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Fact>> {
        self.facts.iter()
    }
}
