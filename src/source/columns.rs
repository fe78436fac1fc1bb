//! Tables in plain text: runs of lines whose cells stand between tabs or strokes.
//!
//! Columns that only spaces keep apart are not read: of 1,200 real articles one had any, and more had lines of spaces that
//! were none.

use super::wrap::Line;
use super::{Block, Cell, Role};
use std::ops::Range;

/// Lines that a table has at least.
const FEWEST_LINES: usize = 2;

/// What stands between the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Tab,
    Stroke,
}

impl Mark {
    /// The mark that cuts a line into two cells or more.
    fn of(line: &str) -> Option<Mark> {
        if line.contains('\t') {
            return Some(Mark::Tab);
        }
        let inner = line.strip_prefix('|').unwrap_or(line);
        // "Sport | Football" heads a page; with a stroke at both ends one cell is enough.
        let framed = line.starts_with('|') && line.ends_with('|') && line.len() > 1;
        let strokes = strokes(inner).count();
        (strokes > 1 || framed && strokes > 0).then_some(Mark::Stroke)
    }

    /// The cells of a line that starts at this byte of the text, white space around them left out.
    fn cells(self, text: &str, line: &Line<'_>) -> Vec<Range<usize>> {
        // The first cells may be empty: the line begins with its tabs.
        let end = line.start + line.text.len();
        let mut start = line.start;
        if self == Mark::Tab {
            let before = text.get(..line.start).unwrap_or_default();
            let indent = before.trim_end_matches([' ', '\t']).len();
            start = text.get(indent..line.start).and_then(|space| space.find('\t')).map_or(start, |at| indent + at);
        }
        let Some(content) = text.get(start..end) else { return Vec::new() };
        let mut cuts: Vec<usize> = match self {
            Mark::Tab => content.match_indices('\t').map(|(at, _)| at).collect(),
            Mark::Stroke => strokes(content).collect(),
        };
        let mut from = 0;
        if self == Mark::Stroke {
            if content.starts_with('|') && !cuts.is_empty() {
                from = cuts.remove(0) + 1;
            }
            if content.ends_with('|') && cuts.last() == Some(&(content.len() - 1)) {
                cuts.pop();
                return cut(content, from, &cuts, content.len() - 1, start);
            }
        }
        cut(content, from, &cuts, content.len(), start)
    }
}

/// Where strokes stand that part cells: not those behind a backslash.
fn strokes(line: &str) -> impl Iterator<Item = usize> + '_ {
    line.match_indices('|').map(|(at, _)| at).filter(|at| !line[..*at].ends_with('\\'))
}

fn cut(content: &str, from: usize, cuts: &[usize], to: usize, start: usize) -> Vec<Range<usize>> {
    let starts = std::iter::once(from).chain(cuts.iter().map(|at| at + 1));
    let ends = cuts.iter().copied().chain([to]);
    let trimmed = |(from, to): (usize, usize)| {
        let cell = content.get(from..to).unwrap_or_default();
        let first = start + from + (cell.len() - cell.trim_start().len());
        first..first + cell.trim().len()
    };
    starts.zip(ends).map(trimmed).collect()
}

/// The run of lines that are one table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Indices of the lines.
    pub lines: Range<usize>,
    mark: Mark,
}

impl Run {
    /// The blocks of the table's cells; `table`: its number in the document.
    pub fn blocks(&self, text: &str, lines: &[Line<'_>], table: usize) -> Vec<Block> {
        let lines = lines.get(self.lines.clone()).unwrap_or_default();
        let rule = lines.iter().position(|line| self.mark == Mark::Stroke && is_rule(line.text));
        let rows = lines.iter().enumerate().filter(|(_, line)| !(self.mark == Mark::Stroke && is_rule(line.text)));
        let mut blocks = Vec::new();
        for (row, (index, line)) in rows.enumerate() {
            let head = rule.is_some_and(|rule| index < rule);
            for (column, span) in self.mark.cells(text, line).into_iter().enumerate() {
                if !span.is_empty() {
                    let cell = Cell { table, row: row + 1, column: column + 1, head };
                    blocks.push(Block { span, role: Role::Cell, cell: Some(cell) });
                }
            }
        }
        blocks
    }
}

/// The line under the heads: `|---|:-:|`.
fn is_rule(line: &str) -> bool {
    line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | '+' | ' '))
}

/// The tables among the lines, in order. A table is of lines that follow each other, cut by the same mark, and holds a digit.
pub(super) fn tables(lines: &[Line<'_>]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    for (index, line) in lines.iter().enumerate() {
        let mark = Mark::of(line.text);
        match (&mut open, mark) {
            (Some(run), Some(mark)) if run.mark == mark && !line.apart => run.lines.end = index + 1,
            (_, Some(mark)) => runs.extend(open.replace(Run { lines: index..index + 1, mark })),
            (_, None) => runs.extend(open.take()),
        }
    }
    runs.extend(open);
    runs.retain(|run| {
        let digit = |line: &Line<'_>| line.text.bytes().any(|byte| byte.is_ascii_digit());
        run.lines.len() >= FEWEST_LINES && lines[run.lines.clone()].iter().any(digit)
    });
    runs
}
