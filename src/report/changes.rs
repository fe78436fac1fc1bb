//! What an edit did to the figures of an article, as an editor would note it.

use super::article::{Article, printable};
use super::messages::Args;
use super::style::{Style, Tone, lines};
use crate::compare::{Counterpart, FigureChange};
use crate::extract::ClaimId;
use std::ops::Range;

/// The changes of one sentence.
pub(super) struct Note {
    /// Where the sentence stands; where it is gone, where it stood.
    pub(super) place: String,
    /// A line for each change.
    pub(super) figures: Vec<String>,
    /// The sentence as it is now, or as it was.
    pub(super) sentence: String,
}

/// The changes, those of one sentence together, in the order of the text.
pub(super) fn notes(article: &Article) -> Vec<Note> {
    let changes = article.checked.changes.as_deref().unwrap_or_default();
    let mut notes: Vec<(Range<usize>, Note)> = Vec::new();
    for change in changes {
        let Some(at) = change.after().or(change.before()).and_then(|id| article.claim(id)).map(|it| it.span.start)
        else {
            continue;
        };
        let sentence = sentence(&article.checked.counterparts, at);
        let line = line(article, *change);
        match notes.last_mut().filter(|(span, _)| *span == sentence) {
            Some((_, note)) => note.figures.push(line),
            None => {
                let text = article.document.text.get(sentence.clone()).unwrap_or_default();
                let note = Note { place: article.place_name(at), figures: vec![line], sentence: printable(text) };
                notes.push((sentence, note));
            }
        }
    }
    notes.into_iter().map(|(_, note)| note).collect()
}

/// The sentences that a byte stands in: those of the new version, where it has them.
fn sentence(counterparts: &[Counterpart], at: usize) -> Range<usize> {
    let pair = counterparts.iter().find(|pair| pair.source.contains(&at) || pair.target.contains(&at));
    pair.map_or(at..at, |pair| if pair.target.is_empty() { pair.source.clone() } else { pair.target.clone() })
}

fn line(article: &Article, change: FigureChange) -> String {
    let mut args = Args::new();
    let text = |id: ClaimId| article.claim(id).map(|claim| printable(article.text(claim))).unwrap_or_default();
    for (name, id) in [("old", change.before()), ("new", change.after())] {
        if let Some(id) = id {
            args.set(name, text(id));
        }
    }
    article.messages().format(&format!("change-{}", change.as_str()), &args)
}

/// How many figures were changed, added and removed.
pub(super) fn totals(article: &Article) -> String {
    let changes = article.checked.changes.as_deref().unwrap_or_default();
    let mut args = Args::new();
    for word in ["changed", "added", "removed"] {
        args.set(word, changes.iter().filter(|change| change.as_str() == word).count());
    }
    article.messages().format(if changes.is_empty() { "changes-none" } else { "changes-total" }, &args)
}

/// The note as a table.
pub(super) fn changes_table(article: &Article, style: Style) -> String {
    let headings = ["column-place", "column-figures", "column-sentence"].map(|id| article.messages().text(id));
    let notes = notes(article);
    let mut out = String::new();
    if !notes.is_empty() {
        let mut table = style.table(&if style.is_narrow() { vec![] } else { headings.to_vec() }, true);
        for Note { place, figures, sentence } in notes {
            let figures = figures.join("\n");
            table.add_row(if style.is_narrow() {
                vec![style.cell(&format!("{place}\n{figures}\n{sentence}"), Tone::Plain)]
            } else {
                vec![
                    style.cell(&place, Tone::Faint),
                    style.cell(&figures, Tone::Strong),
                    style.cell(&sentence, Tone::Plain),
                ]
            });
        }
        if let (false, Some(column)) = (style.is_narrow(), table.column_mut(0)) {
            column.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
        }
        out = lines(&table);
    }
    out.push_str(&totals(article));
    out.push('\n');
    out
}
