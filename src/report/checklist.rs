//! The section of the table report that says what is to be checked by hand, most consequential first.

use super::article::{Article, printable};
use super::messages::Args;
use super::style::{Style, Tone, lines};
use super::table::{about, section};
use crate::judge::{Item, Stake, Task};

/// So many rows at most: who has checked these may go on with the table of all claims.
const ROWS: usize = 15;

/// The section, or nothing where there is nothing to check that matters.
pub(super) fn checklist(article: &Article, style: Style) -> String {
    let messages = article.messages();
    let tasks = &article.checked.judgement.checklist;
    let rows: Vec<&Task> = tasks.iter().filter(|task| task.stake != Stake::Other).take(ROWS).collect();
    if rows.is_empty() {
        return String::new();
    }
    let headings = ["column-place", "column-claim", "column-about", "column-stake"].map(|id| messages.text(id));
    let headings = if style.is_narrow() { &headings[1..3] } else { &headings[..] };
    let mut table = style.table(headings, style.is_narrow());
    for task in &rows {
        let text = article.task_text(task);
        let about = match task.item {
            Item::Claim(id) => article.claim(id).map(|claim| about(article, claim)).unwrap_or_default(),
            Item::Superlative(_) => String::new(),
        };
        let place = article.place_name(article.task_span(task).start);
        let stake = messages.text(&format!("stake-{}", task.stake.as_str()));
        let text = printable(text);
        table.add_row(if style.is_narrow() {
            let about = if about.is_empty() { stake } else { format!("{stake}\n{about}") };
            vec![style.cell(&format!("{place}\n{text}"), Tone::Plain), style.cell(&about, Tone::Plain)]
        } else {
            vec![
                style.cell(&place, Tone::Faint),
                style.cell(&text, Tone::Plain),
                style.cell(&about, Tone::Plain),
                style.cell(&stake, Tone::Plain),
            ]
        });
    }
    for index in [0, 3] {
        if let (false, Some(column)) = (style.is_narrow(), table.column_mut(index)) {
            column.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
        }
    }
    let mut out = section(style, &messages.text("section-checklist"));
    out.push_str(&lines(&table));
    let more = tasks.len() - rows.len();
    if more > 0 {
        let mut args = Args::new();
        args.set("count", more);
        out.push_str(&messages.format("checklist-more", &args));
        out.push('\n');
    }
    out
}
