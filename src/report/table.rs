//! The table report: what does not add up, all claims, what the article implies, what to check by hand, and the line of
//! totals.

use super::article::{Article, PartOf, printable};
use super::changes::changes_table;
use super::checklist::checklist;
use super::messages::Args;
use super::style::{Style, Tone, lines};
use super::versions::side_by_side;
use crate::extract::Claim;
use crate::extract::Modality;
use crate::judge::{Finding, Standing};

/// The report of one article.
pub fn table(article: &Article, style: Style) -> String {
    let messages = article.messages();
    let mut out = heading(article, style);
    let findings: Vec<&Finding> = article.findings().collect();
    if !findings.is_empty() {
        out.push_str(&section(style, &messages.text("section-findings")));
        let findings = findings.into_iter().map(|finding| (finding, said(article, finding)));
        out.push_str(&findings_table(article, findings, style));
    }
    if article.show_suppressed && article.suppressed().next().is_some() {
        out.push_str(&section(style, &messages.text("section-suppressed")));
        let findings = article.suppressed().map(|suppressed| {
            let message = printable(&article.message(&suppressed.finding));
            (&suppressed.finding, format!("{message}\n→ {}", article.suppressor(suppressed)))
        });
        out.push_str(&findings_table(article, findings, style));
    }
    if article.checked.changes.is_some() {
        out.push_str(&section(style, &messages.text("section-changes")));
        out.push_str(&changes_table(article, style));
    } else if !article.checked.counterparts.is_empty() {
        out.push_str(&section(style, &messages.text("section-versions")));
        out.push_str(&side_by_side(article, style));
    } else if !article.claims().is_empty() {
        out.push_str(&section(style, &messages.text("section-claims")));
        out.push_str(&all_claims(article, style));
    }
    if article.implied_figures().next().is_some() {
        out.push_str(&section(style, &messages.text("section-implied")));
        out.push_str(&implied(article, style));
    }
    out.push_str(&checklist(article, style));
    out.push('\n');
    out.push_str(&style.paint(&article.totals().text(messages), Tone::Strong));
    out.push('\n');
    out
}

/// Name, language and publication date of the article, or of each part of a joined one.
pub(super) fn heading(article: &Article, style: Style) -> String {
    let line = |part: PartOf| {
        let mut parts = vec![style.paint(&printable(&part.document.name()), Tone::Strong)];
        if !part.language.is_empty() {
            parts.push(part.language.to_owned());
        }
        if let Some(date) = part.published {
            let mut args = Args::new();
            args.set("date", date.to_string());
            parts.push(article.messages().format("published", &args));
        }
        format!("{}\n", parts.join(&style.signs(" · ")))
    };
    article.parts().into_iter().map(line).collect()
}

/// The title of a section.
pub(super) fn section(style: Style, title: &str) -> String {
    format!("\n{}\n", style.paint(title, Tone::Strong))
}

/// Findings, each with what is to be said of it.
fn findings_table<'a>(
    article: &Article,
    findings: impl Iterator<Item = (&'a Finding, String)>,
    style: Style,
) -> String {
    let messages = article.messages();
    let heading = |id: &str| messages.text(id);
    let headings = match style.is_narrow() {
        true => vec![],
        false => vec![heading("column-place"), heading("column-rule"), heading("column-finding")],
    };
    let mut table = style.table(&headings, true);
    for (finding, said) in findings {
        let place = article.place_name(article.finding_span(finding).start);
        let severity = messages.text(&format!("severity-{}", finding.severity.as_str()));
        let tone = Tone::of_severity(finding.severity);
        if style.is_narrow() {
            let head = format!("{place} {severity} {}\n{said}", finding.rule);
            table.add_row(vec![style.cell(&head, Tone::Plain)]);
        } else {
            let rule = format!("{severity}\n{}", finding.rule);
            table.add_row(vec![
                style.cell(&place, Tone::Plain),
                style.cell(&rule, tone),
                style.cell(&said, Tone::Plain),
            ]);
        }
    }
    // A place or the name of a rule broken over two lines cannot be searched for.
    for index in [0, 1] {
        if let (false, Some(column)) = (style.is_narrow(), table.column_mut(index)) {
            column.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
        }
    }
    lines(&table)
}

/// What the figures say, the workings, and what each would have to be.
fn said(article: &Article, finding: &Finding) -> String {
    let mut text = printable(&article.message(finding));
    if let Some(workings) = article.workings_line(finding) {
        text.push('\n');
        text.push_str(&workings);
    }
    for line in article.place_lines(finding) {
        text.push_str("\n• ");
        text.push_str(&line);
    }
    for line in article.repair_lines(finding) {
        text.push_str("\n→ ");
        text.push_str(&line);
    }
    text
}

fn all_claims(article: &Article, style: Style) -> String {
    let messages = article.messages();
    let headings = match style.is_narrow() {
        true => ["column-claim", "column-means"].map(|id| messages.text(id)).to_vec(),
        false => ["column-place", "column-claim", "column-means", "column-about", "column-standing"]
            .map(|id| messages.text(id))
            .to_vec(),
    };
    let mut table = style.table(&headings, style.is_narrow());
    for claim in article.claims() {
        let place = article.place_name(claim.span.start);
        let text = printable(article.text(claim));
        let standing = article.standing(claim);
        let tone = Tone::of_standing(standing);
        let sign = sign(standing);
        let (means, about) = (article.wording().claim(claim), about_and_confirmed(article, claim));
        table.add_row(if style.is_narrow() {
            let means = if about.is_empty() { means } else { format!("{means}\n{about}") };
            vec![style.cell(&format!("{place} {sign}\n{text}"), tone), style.cell(&means, Tone::Plain)]
        } else {
            let word = messages.text(&format!("standing-{}", standing_id(standing)));
            vec![
                style.cell(&place, Tone::Faint),
                style.cell(&text, Tone::Plain),
                style.cell(&means, Tone::Plain),
                style.cell(&about, Tone::Plain),
                style.cell(&format!("{sign} {word}"), tone),
            ]
        });
    }
    if !style.is_narrow() {
        for index in [0, 4] {
            if let Some(column) = table.column_mut(index) {
                column.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
            }
        }
    }
    lines(&table)
}

fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Agrees => "✓",
        Standing::Conflicts => "✗",
        Standing::Open => "•",
    }
}

fn standing_id(standing: Standing) -> &'static str {
    match standing {
        Standing::Agrees => "agrees",
        Standing::Conflicts => "conflicts",
        Standing::Open => "open",
    }
}

/// What a claim is about: subject, period, place, speaker, and its modality where it is not stated as fact.
pub(super) fn about(article: &Article, claim: &Claim) -> String {
    let context = &claim.context;
    let modality = (context.modality != Modality::Actual)
        .then(|| article.messages().text(&format!("modality-{}", context.modality.as_str())));
    let parts = [
        article.subject(claim).map(printable),
        article.measure(claim).map(printable),
        context.period.map(|period| period.to_string()),
        context.place.as_deref().map(printable),
        context.speaker.as_deref().map(printable),
        modality,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a claim is about, and the row of the newsroom's table that confirms it.
fn about_and_confirmed(article: &Article, claim: &Claim) -> String {
    let parts = [Some(about(article, claim)), article.confirmed(claim.id)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn implied(article: &Article, style: Style) -> String {
    let messages = article.messages();
    let headings = ["column-place", "column-means", "column-about", "column-from"].map(|id| messages.text(id));
    let mut table = style.table(&headings, false);
    for implied in article.implied_figures() {
        let from = || implied.from.iter().filter_map(|id| article.claim(*id));
        let place = from().next().map_or_else(String::new, |claim| article.place_name(claim.span.start));
        let from: Vec<String> = from().map(|claim| printable(article.text(claim))).collect();
        table.add_row(vec![
            style.cell(&place, Tone::Faint),
            style.cell(&article.implied(implied), Tone::Plain),
            style.cell(&printable(&article.implied_about(implied)), Tone::Plain),
            style.cell(&from.join(" · "), Tone::Plain),
        ]);
    }
    lines(&table)
}
