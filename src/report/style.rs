//! How a report looks on the terminal at hand: width, colour, and whether it has more than ASCII.

use crate::judge::{Severity, Standing};
use comfy_table::{Attribute, Cell, Color, ContentArrangement, ContentLineStyle, Table, presets};
use std::fmt::Display;

/// Below this width tables fold their columns into fewer.
const NARROW: u16 = 72;
/// Full lines between the columns: dotted ones look broken in many fonts.
const LINES: ContentLineStyle = ContentLineStyle::new('│', '│', '│');

/// The terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns of the terminal.
    pub width: u16,
    /// May colours be used?
    pub color: bool,
    /// Only ASCII for frames and signs? The text of the article stays as it is.
    pub ascii: bool,
}

/// What a text is for, which decides its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Strong,
    Faint,
    Good,
    Bad,
    Doubtful,
    Note,
}

impl Tone {
    pub(super) fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Error => Tone::Bad,
            Severity::Warning => Tone::Doubtful,
            Severity::Info => Tone::Note,
        }
    }

    pub(super) fn of_standing(standing: Standing) -> Self {
        match standing {
            Standing::Agrees => Tone::Good,
            Standing::Conflicts => Tone::Bad,
            Standing::Open => Tone::Plain,
        }
    }

    fn anstyle(self) -> anstyle::Style {
        let color = |color: anstyle::AnsiColor| color.on_default().bold();
        match self {
            Tone::Plain => anstyle::Style::new(),
            Tone::Strong => anstyle::Style::new().bold(),
            Tone::Faint => anstyle::Style::new().dimmed(),
            Tone::Good => anstyle::AnsiColor::Green.on_default(),
            Tone::Bad => color(anstyle::AnsiColor::Red),
            Tone::Doubtful => color(anstyle::AnsiColor::Yellow),
            Tone::Note => color(anstyle::AnsiColor::Blue),
        }
    }
}

impl Style {
    pub(super) fn is_narrow(self) -> bool {
        self.width < NARROW
    }

    /// A text with its signs in ASCII where nothing else is wanted.
    pub(super) fn signs(self, text: &str) -> String {
        if !self.ascii {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '–' | '−' | '—' => out.push('-'),
                '×' => out.push('x'),
                '÷' => out.push('/'),
                '→' => out.push_str("->"),
                '≠' => out.push_str("!="),
                '≤' => out.push_str("<="),
                '≥' => out.push_str(">="),
                '≈' => out.push('~'),
                '∈' => out.push_str("in"),
                '…' => out.push_str("..."),
                '·' => out.push('|'),
                '✓' => out.push('+'),
                '✗' => out.push('x'),
                '•' => out.push('-'),
                '¶' => out.push('P'),
                '†' => out.push('*'),
                '“' | '”' => out.push('"'),
                '‘' | '’' => out.push('\''),
                '‹' => out.push('<'),
                '›' => out.push('>'),
                c => out.push(c),
            }
        }
        out
    }

    /// A text in a tone, outside of tables.
    pub(super) fn paint(self, text: &str, tone: Tone) -> String {
        let text = self.signs(text);
        if !self.color || tone == Tone::Plain {
            return text;
        }
        let style = tone.anstyle();
        format!("{style}{text}{style:#}")
    }

    /// A cell in a tone.
    pub(super) fn cell(self, text: &str, tone: Tone) -> Cell {
        let cell = Cell::new(self.signs(text));
        match tone {
            Tone::Plain => cell,
            Tone::Strong => cell.add_attribute(Attribute::Bold),
            Tone::Faint => cell.add_attribute(Attribute::Dim),
            Tone::Good => cell.fg(Color::DarkGreen),
            Tone::Bad => cell.fg(Color::DarkRed).add_attribute(Attribute::Bold),
            Tone::Doubtful => cell.fg(Color::DarkYellow).add_attribute(Attribute::Bold),
            Tone::Note => cell.fg(Color::DarkBlue).add_attribute(Attribute::Bold),
        }
    }

    /// An empty table as wide as the terminal, with a line between the rows where they are long.
    pub(super) fn table(self, headings: &[String], ruled: bool) -> Table {
        let mut table = Table::new();
        let preset = match (self.ascii, ruled) {
            (true, true) => presets::ASCII_FULL,
            (true, false) => presets::ASCII_FULL_CONDENSED,
            (false, true) => presets::UTF8_FULL.with_solid_inner_borders(),
            (false, false) => presets::UTF8_FULL_CONDENSED.header_lines(LINES).content_lines(LINES),
        };
        // Width and colour were settled by the caller; the table must not look at the terminal by itself.
        table
            .force_no_tty()
            .load_style(preset)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(self.width);
        if self.color {
            table.enforce_styling();
        }
        if !headings.is_empty() {
            table.set_header(headings.iter().map(|heading| self.cell(heading, Tone::Strong)));
        }
        table
    }
}

/// A table without spaces at the ends of its lines.
pub(super) fn lines(table: &impl Display) -> String {
    let mut out = String::new();
    for line in table.to_string().lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
