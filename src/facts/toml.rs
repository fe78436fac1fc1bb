//! Tables as TOML: a `[[fact]]` for each.

use super::row::{Cell, Fault, Place, Row, Where};
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::{Spanned, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    fact: Vec<Spanned<BTreeMap<String, Spanned<Value>>>>,
}

/// The rows of a table, and what of it cannot be used.
///
/// # Errors
/// What keeps all of it from being used.
pub(super) fn rows(table: &str, text: &str) -> Result<(Vec<Row>, Vec<Fault>), Fault> {
    let line = |byte: usize| text.get(..byte).unwrap_or(text).matches('\n').count() + 1;
    let file: File = toml::from_str(text).map_err(|error| {
        let at = error.span().map_or(Where::Table, |span| Where::Line(line(span.start)));
        Fault { place: Place::new(table, at), column: None, what: error.message().to_owned() }
    })?;
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let (mut counted, mut number) = (0, 1);
    for fact in file.fact {
        let start = fact.span().start;
        number += text.get(counted..start).unwrap_or_default().matches('\n').count();
        counted = counted.max(start);
        let place = Place::new(table, Where::Line(number));
        let mut cells = Vec::new();
        for (column, value) in fact.into_inner() {
            match cell(value.as_ref()) {
                Some(cell) => cells.push((column, cell)),
                None => faults.push(Fault {
                    place: Place::new(table, Where::Line(line(value.span().start))),
                    column: Some(column),
                    what: "is no text, number or date, nor a list of texts".to_owned(),
                }),
            }
        }
        rows.push(Row { place, cells });
    }
    Ok((rows, faults))
}

fn cell(value: &Value) -> Option<Cell> {
    Some(match value {
        Value::String(text) => Cell::Text(text.clone()),
        Value::Integer(number) => Cell::Text(number.to_string()),
        Value::Float(number) => Cell::Text(number.to_string()),
        Value::Datetime(date) => Cell::Text(date.to_string()),
        Value::Array(list) => {
            Cell::List(list.iter().map(|text| text.as_str().map(str::to_owned)).collect::<Option<_>>()?)
        }
        Value::Boolean(_) | Value::Table(_) => return None,
    })
}
