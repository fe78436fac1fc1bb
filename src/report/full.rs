//! The full report: every finding with the lines it stands in, the figures underlined, and their meanings beside them.

mod excerpt;

use super::article::{Article, Totals, printable};
use super::messages::Messages;
use super::style::{Style, Tone};
use crate::extract::Claim;
use crate::judge::{Finding, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};
use excerpt::{Excerpt, Figure, excerpts};
use textwrap::Options;
use unicode_width::UnicodeWidthStr;

/// What is left of the width for text beside the frame, at least.
const LEAST_TEXT: usize = 12;
/// Columns of the frame beside the number of the line.
const FRAME: usize = 3;

/// The findings of one article, each with its frame; nothing where there are none.
pub fn full(article: &Article, style: Style) -> String {
    let findings = article.findings().map(|finding| one(article, finding, style, None));
    let suppressed = article.suppressed().filter(|_| article.show_suppressed).map(|suppressed| {
        let by = article.suppressor(suppressed);
        one(article, &suppressed.finding, style, Some(by))
    });
    findings.chain(suppressed).collect::<Vec<String>>().join("\n")
}

/// The last lines of the report: how many claims stand where.
pub fn full_end(totals: Totals, messages: &Messages, style: Style) -> String {
    let text = totals.text(messages);
    let lines =
        textwrap::wrap(&text, usize::from(style.width)).into_iter().map(|line| style.paint(&line, Tone::Strong));
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

/// A finding, and who suppresses it.
fn one(article: &Article, finding: &Finding, style: Style, suppressor: Option<String>) -> String {
    let start = article.finding_span(finding).start;
    let place = format!("{}:{}", printable(&article.name_at(start)), article.places().of(start));
    let severity = article.messages().text(&format!("severity-{}", finding.severity.as_str()));
    let tone = Tone::of_severity(finding.severity);
    let mut out = format!(
        "{}: {}\n",
        style.paint(&place, Tone::Strong),
        style.paint(&format!("{severity}[{}]", finding.rule), tone)
    );
    let width = usize::from(style.width);
    let message = style.signs(&printable(&article.message(finding)));
    for line in textwrap::wrap(&message, width) {
        out.push_str(&style.paint(&line, Tone::Strong));
        out.push('\n');
    }
    let claims: Vec<&Claim> = finding.claims.iter().filter_map(|id| article.claim(*id)).collect();
    let last_line = claims.iter().filter_map(|claim| article.place(claim).line_column()).map(|(line, _)| line).max();
    let gutter = last_line.map_or(0, |line| line.to_string().len());
    let room = width.saturating_sub(gutter + FRAME).max(LEAST_TEXT);
    let mut excerpts = excerpts(article, &claims, room, style);
    let legend = legend(&mut excerpts, room);
    out.push_str(&frame(&excerpts, finding.severity, style));
    let indent = " ".repeat(gutter + 1);
    let legend = legend.into_iter().map(|line| format!("• {line}"));
    let workings = article.workings_line(finding).map(|line| format!("= {line}"));
    let repairs = article.repair_lines(finding).into_iter().map(|line| format!("→ {line}"));
    let suppressor = suppressor.map(|line| format!("× {line}"));
    for line in legend.chain(workings).chain(repairs).chain(suppressor) {
        let line = style.signs(&line);
        let further = format!("{indent}  ");
        let options = Options::new(width).initial_indent(&indent).subsequent_indent(&further);
        for line in textwrap::wrap(&line, options) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

/// The meanings that have no room beside their figures, and are taken out of the frame: `3.2 billion: USD 3.2 billion`.
fn legend(excerpts: &mut [Excerpt], room: usize) -> Vec<String> {
    let mut legend = Vec::new();
    for Excerpt { text, figures, underlined, .. } in excerpts {
        let last = figures.len().saturating_sub(1);
        for (index, figure) in figures.iter_mut().enumerate() {
            // A meaning hangs below the first letter of its figure; the last one stands behind the underline.
            let before = if index == last { figure.span.end } else { figure.span.start };
            let used = text.get(..before).unwrap_or_default().width() + 1;
            if let Some(means) = figure.means.take_if(|means| !*underlined || used + means.width() > room) {
                let shown = text.get(figure.span.clone()).unwrap_or_default();
                legend.push(format!("{shown}: {means}"));
            }
        }
    }
    legend
}

fn frame(excerpts: &[Excerpt], severity: Severity, style: Style) -> String {
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let mut first = true;
    let mut elements: Vec<Element> = Vec::with_capacity(excerpts.len());
    let mut file = None;
    for excerpt in excerpts {
        // What stands in several files has the name of each above what stands in it.
        if excerpt.file.is_some() && excerpt.file.as_ref() != file {
            file = excerpt.file.as_ref();
            elements.extend(file.map(|file| Origin::path(file.as_str()).into()));
        }
        let snippet = Snippet::source(excerpt.text.as_str()).fold(false);
        let snippet = match excerpt.line {
            Some(line) => snippet.line_start(line),
            None => snippet.line_numbering(false),
        };
        let shown = excerpt.figures.iter().filter(|_| excerpt.underlined);
        let snippet = snippet.annotations(shown.map(|Figure { span, means }| {
            let kind = if std::mem::take(&mut first) { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(span.clone()).label(means.as_deref())
        }));
        elements.push(snippet.into());
    }
    let group = Group::with_level(level).elements(elements);
    if group.is_empty() {
        return String::new();
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let decor = if style.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
    // The excerpts were cut to the width already.
    let frame = renderer.decor_style(decor).term_width(usize::MAX / 4).render(&[group]);
    frame.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}
