//! Which row and column a cell of a table stands in, with cells that span several.

/// Spans beyond these are cut, as browsers do.
const MOST_COLUMNS: usize = 1000;
const MOST_ROWS: usize = 65_534;
/// So many cells that reach into later rows are kept in mind.
const MOST_REACHING: usize = 256;

/// A cell that reaches into later rows.
#[derive(Debug)]
struct Reaching {
    columns: std::ops::Range<usize>,
    /// The first row that it does not reach.
    until: usize,
}

/// A table that is being read.
#[derive(Debug, Default)]
pub struct Grid {
    row: usize,
    /// The next column of the row, from 1.
    column: usize,
    /// In the order of their columns.
    reaching: Vec<Reaching>,
    /// The first of them that the next cell may meet.
    next: usize,
}

impl Grid {
    /// Begins a row.
    pub fn row(&mut self) {
        self.row += 1;
        self.column = 1;
        self.next = 0;
        let row = self.row;
        self.reaching.retain(|cell| cell.until > row);
    }

    /// Row and column of the next cell, from 1. A cell before any row begins one.
    pub fn cell(&mut self, columns: usize, rows: usize) -> (usize, usize) {
        if self.row == 0 {
            self.row();
        }
        while let Some(cell) = self.reaching.get(self.next).filter(|cell| cell.columns.start <= self.column) {
            self.column = self.column.max(cell.columns.end);
            self.next += 1;
        }
        let column = self.column;
        let columns = columns.clamp(1, MOST_COLUMNS);
        self.column = column.saturating_add(columns);
        if rows > 1 && self.reaching.len() < MOST_REACHING {
            let until = self.row + rows.min(MOST_ROWS);
            self.reaching.insert(self.next, Reaching { columns: column..self.column, until });
            self.next += 1;
        }
        (self.row, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_beside_those_that_reach_down() {
        let mut grid = Grid::default();
        grid.row();
        assert_eq!([grid.cell(1, 2), grid.cell(2, 1), grid.cell(1, 3)], [(1, 1), (1, 2), (1, 4)]);
        grid.row();
        assert_eq!([grid.cell(1, 1), grid.cell(1, 1), grid.cell(1, 1)], [(2, 2), (2, 3), (2, 5)]);
        grid.row();
        assert_eq!([grid.cell(4, 1), grid.cell(1, 1)], [(3, 1), (3, 5)]);
    }

    #[test]
    fn spans_without_measure_are_cut() {
        let mut grid = Grid::default();
        assert_eq!([grid.cell(usize::MAX, usize::MAX), grid.cell(1, 1)], [(1, 1), (1, 1001)]);
        (0..2000).for_each(|_| assert!(grid.cell(1000, 9).0 == 1));
        assert!(grid.reaching.len() <= MOST_REACHING);
    }
}
