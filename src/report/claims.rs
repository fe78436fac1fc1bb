//! The claims of an article and the entries of the language pack that made them: why did it (not) see this figure?

use super::article::{Article, printable};
use super::messages::Args;
use super::style::{Style, Tone, lines};
use super::table::{about, heading, section};

/// The claims of one article with their kinds, hedges and `via`; and, where `all` is wanted, its labels.
pub fn claims_table(article: &Article, style: Style, all: bool) -> String {
    let messages = article.messages();
    let mut out = heading(article, style);
    if !article.claims().is_empty() {
        let headings = ["column-place", "column-claim", "column-kind", "column-means", "column-about", "column-via"];
        let mut headings = headings.map(|id| messages.text(id)).to_vec();
        if style.is_narrow() {
            headings = ["column-claim", "column-means", "column-via"].map(|id| messages.text(id)).to_vec();
        }
        let mut table = style.table(&headings, style.is_narrow());
        for claim in article.claims() {
            let place = article.place_name(claim.span.start);
            let text = printable(article.text(claim));
            let kind = match claim.hedge {
                Some(hedge) => format!("{} {hedge}", claim.kind),
                None => claim.kind.to_string(),
            };
            let means = article.wording().claim(claim);
            let via = claim.via.iter().map(|via| printable(via)).collect::<Vec<_>>().join("\n");
            table.add_row(if style.is_narrow() {
                vec![
                    style.cell(&format!("{place}\n{text}"), Tone::Plain),
                    style.cell(&format!("{kind}\n{means}"), Tone::Plain),
                    style.cell(&via, Tone::Faint),
                ]
            } else {
                vec![
                    style.cell(&place, Tone::Faint),
                    style.cell(&text, Tone::Plain),
                    style.cell(&kind, Tone::Plain),
                    style.cell(&means, Tone::Plain),
                    style.cell(&about(article, claim), Tone::Plain),
                    style.cell(&via, Tone::Faint),
                ]
            });
        }
        out.push_str(&lines(&table));
    }
    if all {
        out.push_str(&labels(article, style));
    }
    let mut args = Args::new();
    args.set("claims", article.claims().len());
    out.push_str(&style.paint(&messages.format("claims-total", &args), Tone::Strong));
    out.push('\n');
    out
}

/// The numbers that are no figures, with what knows them.
fn labels(article: &Article, style: Style) -> String {
    let messages = article.messages();
    let mut rows = article.labels().peekable();
    if rows.peek().is_none() {
        return String::new();
    }
    let headings = ["column-place", "column-label", "column-via"].map(|id| messages.text(id));
    let mut table = style.table(&headings, style.is_narrow());
    for (label, text) in rows {
        let cells = [article.place_name(label.span.start), printable(text), printable(&label.via)];
        table.add_row(cells.map(|cell| style.cell(&cell, Tone::Faint)));
    }
    format!("{}{}", section(style, &messages.text("section-labels")), lines(&table))
}
