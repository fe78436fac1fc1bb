//! Tables: what their heads, captions and cells say, and what each figure in them is about.
//!
//! A cell is read by itself. Its unit may stand in the head of its column or row, or in the caption; what it is about is told
//! by the heads: the subject by that of the row, period or measure by that of the column, or the other way round where
//! the rows are years.

mod cell;
mod classes;
mod grid;
mod head;
mod note;
mod settle;

pub use head::{Head, TotalName};

use super::claim::ClaimId;
use super::label::Label;
use super::make::Units;
use super::{Ledger, Passage};
use crate::language::Language;
use crate::source::Document;
use classes::TableClasses;
use grid::Grid;

/// A row or column with its head.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What its head says.
    pub head: Head,
    /// Its figures, each with the index of the line across, in order.
    pub cells: Vec<(usize, ClaimId)>,
}

/// A table of the article: figures with the heads of their rows and columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its rows below the heads, those without figures as well.
    pub rows: Vec<Line>,
    /// Its columns of figures.
    pub columns: Vec<Line>,
    /// Does the caption say that not all is shown?
    pub open: bool,
    /// Does a note say that figures are rounded?
    pub rounded: bool,
    /// Lemmas of the words of the caption.
    pub caption: Vec<std::sync::Arc<str>>,
}

/// The tables of a document, while they are read.
pub(super) struct Tables {
    grids: Vec<Grid>,
    classes: TableClasses,
}

/// Finds the tables and reads their cells: the mentions of cells that hold one figure become that figure, in the unit that
/// heads and captions give.
pub(super) fn read(
    document: &Document,
    language: &Language,
    passages: &mut [Passage<'_>],
    units: &Units,
    labels: &mut Vec<Label>,
) -> Tables {
    let classes = TableClasses::new(language);
    let mut grids = grid::grids(document, passages, &classes);
    for grid in &mut grids {
        grid.read(passages, &classes, units, labels);
    }
    if !grids.is_empty() {
        labels.sort_by_key(|label| label.span.start);
    }
    Tables { grids, classes }
}

impl Tables {
    /// The tables with the claims of their cells, whose context and reading are set by what stands around them.
    pub(super) fn settle(self, passages: &[Passage<'_>], ledger: &mut Ledger) -> Vec<Table> {
        self.grids.into_iter().map(|grid| settle::settle(grid, &self.classes, passages, ledger)).collect()
    }
}
