//! A further row for a table, the rest of which stays as it is.

use super::row::{COLUMNS, Cell, canonical};
use super::{Facts, Format, csv as tables};
use crate::extract::Units;
use std::fmt;

/// Why a row cannot be written into a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritable(pub String);

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

/// The text of a table with one more row, of these columns. A text without any row becomes a table.
///
/// # Errors
/// A table that has no column for what is to be written, or that is not written as ours are.
pub fn appended(format: Format, text: &str, cells: &[(&str, Cell)], units: &Units) -> Result<String, Unwritable> {
    let whole = match format {
        Format::Csv => csv(text, cells)?,
        Format::Toml => toml(text, cells),
        Format::Json => json(text, cells)?,
    };
    let count = |text: &str| {
        let mut facts = Facts::default();
        let faults = if text.trim().is_empty() { Vec::new() } else { facts.read("", format, text.into(), units) };
        (facts.iter().count(), faults)
    };
    let ((before, known), (after, faults)) = (count(text), count(&whole));
    if after == before + 1 && faults.len() <= known.len() {
        return Ok(whole);
    }
    let what = faults.into_iter().find(|fault| !known.contains(fault)).map(|fault| fault.to_string());
    Err(Unwritable(what.unwrap_or_else(|| "the row could not be read back".to_owned())))
}

/// How lines end in a text.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The text, with its last line ended.
fn ended(text: &str) -> String {
    let mut out = text.to_owned();
    if !out.is_empty() && !out.ends_with('\n') {
        out.push_str(line_end(text));
    }
    out
}

fn csv(text: &str, cells: &[(&str, Cell)]) -> Result<String, Unwritable> {
    let one_text = |cell: &Cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::List(texts) => texts.join("|"),
    };
    let of = |head: &str| cells.iter().find(|(column, _)| head == *column).map(|(_, cell)| one_text(cell));
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = tables::separator(unmarked);
    let mut out = ended(text);
    let mut line = |record: Vec<String>| -> Result<(), Unwritable> {
        let wrong = |error: csv::Error| Unwritable(error.to_string());
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
        writer.write_record(&record).map_err(wrong)?;
        let bytes = writer.into_inner().map_err(|error| Unwritable(error.to_string()))?;
        let written = String::from_utf8(bytes).map_err(|error| Unwritable(error.to_string()))?;
        out.push_str(written.trim_end_matches('\n'));
        out.push_str(line_end(text));
        Ok(())
    };
    if unmarked.trim().is_empty() {
        line(COLUMNS.map(str::to_owned).to_vec())?;
        line(COLUMNS.iter().map(|head| of(head).unwrap_or_default()).collect())?;
        return Ok(out);
    }
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder.delimiter(separator).has_headers(false).flexible(true).from_reader(unmarked.as_bytes());
    let heads = reader.records().next().and_then(Result::ok).unwrap_or_default();
    let heads: Vec<String> = heads.iter().map(canonical).collect();
    if let Some((column, _)) = cells.iter().find(|(column, _)| !heads.iter().any(|head| head == column)) {
        return Err(Unwritable(format!("the table has no column `{column}`")));
    }
    line(heads.iter().map(|head| of(head).unwrap_or_default()).collect())?;
    Ok(out)
}

fn toml(text: &str, cells: &[(&str, Cell)]) -> String {
    let end = line_end(text);
    let mut out = ended(text);
    if !out.trim().is_empty() {
        out.push_str(end);
    }
    out.push_str("[[fact]]");
    out.push_str(end);
    for (column, cell) in cells {
        let value = match cell {
            Cell::Text(text) => toml::Value::from(text.as_str()),
            Cell::List(texts) => toml::Value::from(texts.clone()),
        };
        out.push_str(&format!("{column} = {value}{end}"));
    }
    out
}

fn json(text: &str, cells: &[(&str, Cell)]) -> Result<String, Unwritable> {
    let end = line_end(text);
    let text = if text.trim().is_empty() { "[]" } else { text };
    let close = text.rfind(']').ok_or_else(|| Unwritable("it is no JSON array".to_owned()))?;
    let (before, after) = text.split_at(close);
    let before = before.trim_end();
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let mut columns = Vec::with_capacity(cells.len());
    for (column, cell) in cells {
        let value = match cell {
            // Numbers without quotes, as anybody would write them.
            Cell::Text(text) if *column == "value" && serde_json::from_str::<serde_json::Number>(text).is_ok() => {
                text.clone()
            }
            Cell::Text(text) => quoted(text),
            Cell::List(texts) => serde_json::Value::from(texts.clone()).to_string(),
        };
        columns.push(format!("{}: {value}", quoted(column)));
    }
    let comma = if before.ends_with('[') { "" } else { "," };
    Ok(format!("{before}{comma}{end}  {{ {} }}{end}{after}", columns.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells() -> Vec<(&'static str, Cell)> {
        let text = |text: &str| Cell::Text(text.to_owned());
        vec![
            ("subject", text("Arenal, \"the\" city")),
            ("measure", text("founded")),
            ("value", text("1921")),
            ("unit", text("date")),
        ]
    }

    #[test]
    fn the_rest_of_a_table_stays_as_it_is() {
        let units = Units::default();
        let csv = "\u{feff}Subject;unit;measure;value\r\nA;;b;5";
        let written = appended(Format::Csv, csv, &cells(), &units).unwrap();
        assert_eq!(written, format!("{csv}\r\n\"Arenal, \"\"the\"\" city\";date;founded;1921\r\n"));
        let toml = "# ours\n[[fact]]\nsubject = 'A'\nmeasure = 'b'\nvalue = 5\n";
        let written = appended(Format::Toml, toml, &cells(), &units).unwrap();
        assert!(written.starts_with(toml) && written.contains("\n\n[[fact]]\nsubject = "), "{written}");
        let json = "[\n  {\"subject\": \"A\", \"measure\": \"b\", \"value\": 5.50}\n]\n";
        let written = appended(Format::Json, json, &cells(), &units).unwrap();
        assert!(
            written.starts_with("[\n  {\"subject\": \"A\", \"measure\": \"b\", \"value\": 5.50},\n  { "),
            "{written}"
        );
        for format in [Format::Csv, Format::Toml, Format::Json] {
            let new = appended(format, "", &cells(), &units).unwrap();
            assert!(appended(format, &new, &cells(), &units).is_ok(), "{new}");
        }
    }

    #[test]
    fn what_a_table_has_no_place_for_is_told() {
        let units = Units::default();
        let error = appended(Format::Csv, "subject,measure,value\n", &cells(), &units).unwrap_err();
        assert_eq!(error.to_string(), "the table has no column `unit`");
        assert!(appended(Format::Toml, "fact = []\n", &cells(), &units).is_err());
        assert!(appended(Format::Json, "{}", &cells(), &units).is_err());
    }
}
