//! Contradictions inside a newsroom's tables, as a table.

use super::article::printable;
use super::messages::Messages;
use super::style::{Style, Tone, lines};
use crate::facts::{Clash, Contradiction};

/// A row for each; nothing where there is none.
pub fn facts_table(found: &[Contradiction], messages: &Messages, style: Style) -> String {
    if found.is_empty() {
        return String::new();
    }
    let headings = match style.is_narrow() {
        true => vec![],
        false => ["column-place", "column-severity", "column-finding"].map(|id| messages.text(id)).to_vec(),
    };
    let mut table = style.table(&headings, true);
    for one in found {
        let severity = if one.clash == Clash::Twice { "warning" } else { "error" };
        let tone = if one.clash == Clash::Twice { Tone::Doubtful } else { Tone::Bad };
        let (place, severity) = (printable(&one.place.to_string()), messages.text(&format!("severity-{severity}")));
        let what = printable(&one.what);
        table.add_row(match style.is_narrow() {
            true => vec![style.cell(&format!("{place} {severity}\n{what}"), Tone::Plain)],
            false => vec![style.cell(&place, Tone::Plain), style.cell(&severity, tone), style.cell(&what, Tone::Plain)],
        });
    }
    lines(&table)
}
