//! Tables as JSON: an array of objects.

use super::row::{Cell, Fault, Place, Row, Where};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// The rows of a table, and what of it cannot be used.
///
/// # Errors
/// What keeps all of it from being used.
pub(super) fn rows(table: &str, text: &str) -> Result<(Vec<Row>, Vec<Fault>), Fault> {
    let fault = |at: usize, column: Option<String>, what: String| Fault {
        place: Place::new(table, Where::Line(at)),
        column,
        what,
    };
    let objects: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|error| fault(error.line(), None, told(&error)))?;
    let (mut rows, mut faults) = (Vec::with_capacity(objects.len()), Vec::new());
    let (mut counted, mut line) = (0, 1);
    for object in objects {
        // They are parts of the text.
        let start = (object.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        line += text.get(counted..start).unwrap_or_default().matches('\n').count();
        counted = counted.max(start);
        let columns: BTreeMap<String, &RawValue> = match serde_json::from_str(object.get()) {
            Ok(columns) => columns,
            Err(error) => {
                faults.push(fault(line + error.line() - 1, None, told(&error)));
                continue;
            }
        };
        let mut cells = Vec::new();
        for (column, value) in columns {
            match cell(value.get()) {
                Some(cell) => cells.extend(cell.map(|cell| (column, cell))),
                None => {
                    let what = "is no text or number, nor a list of texts".to_owned();
                    faults.push(fault(line, Some(column), what));
                }
            }
        }
        rows.push(Row { place: Place::new(table, Where::Line(line)), cells });
    }
    Ok((rows, faults))
}

/// What stands in a column; nothing for null. Numbers as they are written, so that no digit is lost.
fn cell(value: &str) -> Option<Option<Cell>> {
    match value.as_bytes().first()? {
        b'n' => Some(None),
        b'"' => Some(Some(Cell::Text(serde_json::from_str(value).ok()?))),
        b'[' => Some(Some(Cell::List(serde_json::from_str(value).ok()?))),
        b'-' | b'0'..=b'9' => Some(Some(Cell::Text(value.to_owned()))),
        _ => None,
    }
}

/// An error without its place, which stands before it.
fn told(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what).to_owned()
}
