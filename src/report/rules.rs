//! The list of rules, and what one of them checks and why.

use super::article::printable;
use super::messages::{Args, Messages};
use super::style::{Style, Tone, lines};
use crate::judge::Check;
use crate::judge::file::Maturity;
use crate::language::file::ExampleFile;
use crate::relate::Definitions;
use std::collections::BTreeMap;
use std::fmt::Write;

/// All rules, one a row.
pub fn rules_table(checks: &[Check], messages: &Messages, style: Style) -> String {
    let headings = match style.is_narrow() {
        true => vec!["column-rule", "column-checks"],
        false => vec!["column-rule", "column-severity", "column-group", "column-checks"],
    };
    let headings: Vec<String> = headings.into_iter().map(|id| messages.text(id)).collect();
    let mut table = style.table(&headings, style.is_narrow());
    for check in checks {
        let mut severity = messages.text(&format!("severity-{}", check.severity.as_str()));
        if check.maturity == Maturity::Draft {
            severity = format!("{severity} ({})", messages.text("maturity-draft"));
        }
        let tone = Tone::of_severity(check.severity);
        let summary = style.cell(&summary(check, messages), Tone::Plain);
        table.add_row(if style.is_narrow() {
            vec![style.cell(&format!("{}\n{severity}", check.name), tone), summary]
        } else {
            let (name, group) = (style.cell(&check.name, Tone::Strong), style.cell(&check.group, Tone::Plain));
            vec![name, style.cell(&severity, tone), group, summary]
        });
    }
    let fixed = if style.is_narrow() { 1 } else { 3 };
    for index in 0..fixed {
        if let Some(column) = table.column_mut(index) {
            column.set_constraint(comfy_table::ColumnConstraint::ContentWidth);
        }
    }
    lines(&table)
}

/// What a rule checks, in the reader's language where it has been translated.
pub(super) fn summary(check: &Check, messages: &Messages) -> String {
    let translated = messages.try_format(&format!("summary-{}", check.name), None, &Args::new());
    translated.unwrap_or_else(|| check.summary.to_string())
}

/// What a rule checks, why, and its examples.
pub fn explain(
    check: &Check,
    examples: &[ExampleFile],
    definitions: &Definitions,
    messages: &Messages,
    style: Style,
) -> String {
    let maturity = match check.maturity {
        Maturity::Draft => "maturity-draft",
        Maturity::Stable => "maturity-stable",
    };
    let severity = messages.text(&format!("severity-{}", check.severity.as_str()));
    let mut out = format!(
        "{} · {} · {} · {}\n\n",
        style.paint(&check.name, Tone::Strong),
        check.group,
        style.paint(&severity, Tone::of_severity(check.severity)),
        messages.text(maturity),
    );
    let wrap = |text: &str, indent: usize| wrapped(text, usize::from(style.width), indent);
    out.push_str(&wrap(&summary(check, messages), 0));
    out.push('\n');
    out.push_str(&wrap(check.why.trim(), 0));
    let _ = writeln!(out, "\n{}", style.paint(&messages.text("explain-laws"), Tone::Strong));
    for law in laws(check, definitions) {
        let _ = writeln!(out, "  {law}");
    }
    if !check.guards.is_empty() {
        let _ = writeln!(out, "\n{}", style.paint(&messages.text("explain-guards"), Tone::Strong));
        out.push_str(&wrap(&check.guards.join(", "), 2));
    }
    for (finds, id) in [(true, "explain-finds"), (false, "explain-silent")] {
        let mut examples = examples.iter().filter(|example| example.finds == finds).peekable();
        if examples.peek().is_none() {
            continue;
        }
        let _ = writeln!(out, "\n{}", style.paint(&messages.text(id), Tone::Strong));
        for example in examples {
            let sign = if finds { "✗ " } else { "✓ " };
            let mut text = format!("{sign}{}", printable(&versions(example)));
            if let Some(published) = &example.published {
                let _ = write!(text, " ({published})");
            }
            out.push_str(&wrap(&text, 2));
        }
    }
    style.signs(&out)
}

/// The same as Markdown.
pub(super) fn markdown(
    check: &Check,
    examples: &[ExampleFile],
    definitions: &Definitions,
    messages: &Messages,
) -> String {
    let escaped = |text: &str| {
        let marks = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$');
        let mut out = String::with_capacity(text.len());
        for c in printable(text.trim()).chars() {
            out.extend(marks(c).then_some('\\').into_iter().chain([c]));
        }
        out
    };
    let mut out = format!("**{}**\n\n{}\n", escaped(&summary(check, messages)), escaped(&check.why));
    let laws: Vec<String> = laws(check, definitions).map(|law| format!("- `{law}`\n")).collect();
    let _ = write!(out, "\n{}:\n\n{}", messages.text("explain-laws"), laws.concat());
    if !check.guards.is_empty() {
        let _ = write!(out, "\n{}: {}\n", messages.text("explain-guards"), escaped(&check.guards.join(", ")));
    }
    for (finds, id) in [(true, "explain-finds"), (false, "explain-silent")] {
        let examples = examples.iter().filter(|example| example.finds == finds);
        // The figures of the finding are marked `[[…]]`.
        let marked = |text: &str| escaped(text).replace("\\[\\[", "**").replace("\\]\\]", "**");
        let lines: Vec<String> = examples.map(|example| format!("- {}\n", marked(&versions(example)))).collect();
        if !lines.is_empty() {
            let _ = write!(out, "\n{}:\n\n{}", messages.text(id), lines.concat());
        }
    }
    out
}

/// The text of an example, after what it is held against: the first version of the text, or rows of a table of facts.
fn versions(example: &ExampleFile) -> String {
    let row = |row: &BTreeMap<String, String>| {
        let told = ["subject", "measure", "period", "valid-from", "value", "unit"];
        told.iter().filter_map(|column| row.get(*column)).map(String::as_str).collect::<Vec<_>>().join(" · ")
    };
    let rows = example.facts.iter().map(row);
    let before: Vec<String> =
        example.source.iter().chain(&example.before).map(|source| source.trim().to_owned()).chain(rows).collect();
    let text = example.text.trim();
    if before.is_empty() { text.to_owned() } else { format!("{} → {text}", before.join("; ")) }
}

/// The laws that a rule watches: `change.rate: final = initial * (1 + rate)`.
fn laws<'a>(check: &'a Check, definitions: &'a Definitions) -> impl Iterator<Item = String> + 'a {
    check.laws.iter().filter_map(|(relation, index)| {
        let law = definitions.get(relation)?.laws.get(*index)?;
        Some(format!("{relation}.{}: {}", law.name, law.law))
    })
}

/// Breaks a text at spaces so that no line is wider than the terminal, if its words allow. Counts code points.
fn wrapped(text: &str, width: usize, indent: usize) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut column = 0;
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if column > 0 && column + 1 + length > width {
                out.push('\n');
                column = 0;
            }
            if column == 0 {
                out.extend(std::iter::repeat_n(' ', indent));
                column = indent + length;
            } else {
                out.push(' ');
                column += 1 + length;
            }
            out.push_str(word);
        }
        out.push('\n');
    }
    out
}
