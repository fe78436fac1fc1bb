//! Relations of the figures of tables: totals and their parts, changes and shares beside the figures that they were worked
//! out from, and figures of the text that give a cell again.
//!
//! What belongs together is told by the heads and proved by the table itself: where the columns (or rows) beside a line
//! add up in the same way, that line must, too. Where none does, the rows are not what their heads seem to say, and nothing
//! is tied.

mod footing;
mod prose;
mod shares;
mod worked_out;

use super::relation::{Relation, Tie};
use crate::extract::{Claim, ClaimId, Ledger, Line, Passage, Table};
use crate::value::{Decimal, Level, Value, ValueSet};
pub(super) use prose::restated;

/// A table seen along its columns or along its rows.
#[derive(Clone, Copy)]
struct View<'a> {
    ledger: &'a Ledger,
    table: &'a Table,
    /// The lines that are added up.
    lines: &'a [Line],
    /// The lines across, which hold one figure of each.
    across: &'a [Line],
    /// How its relations are made known.
    via: &'static str,
}

impl<'a> View<'a> {
    /// Columns as lines.
    fn columns(ledger: &'a Ledger, table: &'a Table) -> Self {
        View { ledger, table, lines: &table.columns, across: &table.rows, via: "table-column" }
    }

    /// Rows as lines.
    fn rows(ledger: &'a Ledger, table: &'a Table) -> Self {
        View { ledger, table, lines: &table.rows, across: &table.columns, via: "table-row" }
    }

    /// The figure of a line at a position.
    fn at(&self, line: &Line, position: usize) -> Option<&'a Claim> {
        let index = line.cells.binary_search_by_key(&position, |(at, _)| *at).ok()?;
        Some(self.ledger.get(line.cells.get(index)?.1))
    }
}

/// The number that a claim is.
fn number(claim: &Claim) -> Option<Decimal> {
    match claim.value {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    }
}

/// Are two figures counted in the same unit?
fn same_unit(a: &Claim, b: &Claim) -> bool {
    let unit = |claim: &'_ Claim| claim.unit.as_ref().map(|unit| (unit.code.clone(), unit.per.clone()));
    unit(a) == unit(b)
}

/// How a law fits the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// By the rounding of the figures.
    Fits,
    /// Only if they were cut off.
    Nearly,
    /// Not at all.
    Fails,
}

impl Fit {
    /// Do the sides of an equation have values in common?
    fn of(sides: impl Fn(Level) -> (ValueSet, ValueSet)) -> Fit {
        let meet = |level| {
            let (left, right) = sides(level);
            !left.intersect(&right).is_empty()
        };
        if meet(Level::Standard) {
            Fit::Fits
        } else if meet(Level::Wide) {
            Fit::Nearly
        } else {
            Fit::Fails
        }
    }
}

/// All relations of the tables of an article.
pub(super) fn tables(ledger: &Ledger, tables: &[Table], passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    for table in tables {
        for view in [View::columns(ledger, table), View::rows(ledger, table)] {
            footing::footing(&view, relations);
        }
        worked_out::shares(&View::columns(ledger, table), relations);
        worked_out::changes(&View::columns(ledger, table), relations);
        shares::split(&View::columns(ledger, table), relations);
    }
    restated(ledger, tables, passages, |_, _| true, relations);
}

/// Drops those of the relations from `first` on that words of prose are to tie to the cells of a table, unless they only
/// confirm: a cell has no sentence around it.
pub(super) fn keep_prose(ledger: &Ledger, relations: &mut Vec<Relation>, first: usize) {
    let in_cell = |id: ClaimId| ledger.get(id).context.heads.is_some();
    let mut index = 0;
    relations.retain(|relation| {
        index += 1;
        index <= first || relation.tie == Tie::Far || !relation.claims().any(in_cell)
    });
}

/// The ids of claims.
fn ids(claims: &[&Claim]) -> Vec<ClaimId> {
    claims.iter().map(|claim| claim.id).collect()
}
