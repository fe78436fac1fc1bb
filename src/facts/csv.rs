//! Tables as CSV: a line of heads, and a line a fact.

use super::row::{Cell, Fault, Place, Row, Where, canonical, unknown};

/// What may part columns: of these the one that the line of heads has most of.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// The sign between the columns of a table, by its first line.
pub(super) fn separator(text: &str) -> u8 {
    let heads = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: &u8| heads.bytes().filter(|byte| byte == separator).count();
    // Of equally many, the first.
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// The rows of a table, and what of it cannot be used.
///
/// # Errors
/// What keeps all of it from being used.
pub(super) fn rows(table: &str, text: &str) -> Result<(Vec<Row>, Vec<Fault>), Fault> {
    let fault = |at: Where, column: Option<&str>, what: String| Fault {
        place: Place::new(table, at),
        column: column.map(str::to_owned),
        what,
    };
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.delimiter(separator(text)).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut heads, mut rows, mut faults): (Option<Vec<String>>, Vec<Row>, Vec<Fault>) = (None, Vec::new(), Vec::new());
    let mut lines = Lines { text: text.as_bytes(), from: 0, line: 1 };
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                faults.push(fault(Where::Table, None, error.to_string()));
                continue;
            }
        };
        let at = Where::Line(lines.at(record.position().map_or(0, csv::Position::byte) as usize));
        let Some(heads) = &heads else {
            let names: Vec<String> = record.iter().map(str::to_owned).collect();
            for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.trim().is_empty()) {
                faults.extend(unknown(name).map(|what| fault(at, None, what)));
                if names.iter().take(index).any(|earlier| canonical(earlier) == canonical(name)) {
                    faults.push(fault(at, Some(name), "stands twice".to_owned()));
                }
            }
            for needed in ["subject", "measure", "value"] {
                if !names.iter().any(|name| canonical(name) == needed) {
                    return Err(fault(at, None, format!("there is no column `{needed}` in the line of heads")));
                }
            }
            heads = Some(names);
            continue;
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.iter().skip(heads.len()).any(|cell| !cell.trim().is_empty()) {
            let what = format!("{} columns, where the line of heads has {}", record.len(), heads.len());
            faults.push(fault(at, None, what));
            continue;
        }
        let known = |name: &&String| !name.trim().is_empty() && unknown(name).is_none();
        let cells = heads.iter().zip(record.iter()).filter(|(name, _)| known(name));
        let cells = cells.map(|(name, cell)| (name.clone(), Cell::Text(cell.to_owned()))).collect();
        rows.push(Row { place: Place::new(table, at), cells });
    }
    match heads {
        Some(_) => Ok((rows, faults)),
        None => Err(fault(Where::Table, None, "is empty: a line of heads was expected".to_owned())),
    }
}

/// Counts the lines before one place after another.
struct Lines<'a> {
    text: &'a [u8],
    from: usize,
    line: usize,
}

impl Lines<'_> {
    /// The line of the next record: what the reader calls its place is where the one before ends.
    fn at(&mut self, byte: usize) -> usize {
        let mut to = byte.max(self.from).min(self.text.len());
        while self.text.get(to).is_some_and(|byte| matches!(byte, b'\r' | b'\n')) {
            to += 1;
        }
        let passed = self.text.get(self.from..to).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.from = to;
        self.line
    }
}
