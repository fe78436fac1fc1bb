//! Tables of facts in an SQLite database: its table `facts`, whose columns are those of the schema.

use crate::facts::{COLUMNS, Cell, Fault, Place, Row, Where};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;

/// The rows of the table `facts`, and what of it cannot be used.
///
/// # Errors
/// What keeps all of it from being used.
pub fn rows(path: &Path, name: &str) -> Result<(Vec<Row>, Vec<Fault>), String> {
    let told = |error: rusqlite::Error| error.to_string();
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(told)?;
    let mut statement = connection.prepare("SELECT * FROM facts").map_err(told)?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut found = statement.query([]).map_err(told)?;
    let mut number = 0;
    while let Some(row) = found.next().map_err(told)? {
        number += 1;
        let place = Place::new(name, Where::Row(number));
        let mut cells = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            // Rows are numbered by the databases themselves, under a name of their own.
            if matches!(column.as_str(), "id" | "rowid") {
                continue;
            }
            let text = match row.get_ref(index).map_err(told)? {
                ValueRef::Null => continue,
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Real(number) => number.to_string(),
                ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                ValueRef::Blob(_) => {
                    let what = "is no text or number".to_owned();
                    faults.push(Fault { place: place.clone(), column: Some(column.clone()), what });
                    continue;
                }
            };
            cells.push((column.clone(), Cell::Text(text)));
        }
        rows.push(Row { place, cells });
    }
    Ok((rows, faults))
}

/// Adds a row to the table `facts`, which is made where there is none.
///
/// # Errors
/// What the database says.
pub fn insert(path: &Path, cells: &[(&str, Cell)]) -> Result<(), String> {
    let told = |error: rusqlite::Error| error.to_string();
    let connection = Connection::open(path).map_err(told)?;
    let quoted = |column: &str| format!("\"{column}\"");
    let columns = COLUMNS.map(quoted).join(" TEXT, ");
    connection.execute(&format!("CREATE TABLE IF NOT EXISTS facts ({columns} TEXT)"), []).map_err(told)?;
    // A table may write `valid_from` for `valid-from`.
    let statement = connection.prepare("SELECT * FROM facts LIMIT 0").map_err(told)?;
    let known: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let own = |column: &str| {
        let named = known.iter().find(|known| known.to_lowercase().replace(['_', ' '], "-") == column);
        named.cloned().ok_or_else(|| format!("the table has no column `{column}`"))
    };
    let names = cells.iter().map(|(column, _)| own(column)).collect::<Result<Vec<_>, _>>()?;
    drop(statement);
    let values = cells.iter().map(|(_, cell)| match cell {
        Cell::Text(text) => text.clone(),
        Cell::List(texts) => texts.join("|"),
    });
    let names: Vec<String> = names.iter().map(|name| quoted(&name.replace('"', "\"\""))).collect();
    let places = vec!["?"; names.len()].join(", ");
    let insert = format!("INSERT INTO facts ({}) VALUES ({places})", names.join(", "));
    connection.execute(&insert, params_from_iter(values)).map_err(told)?;
    Ok(())
}
