//! The reports of a run: every article goes into each of them, in the order of the input.

use crate::report::{Args, Article, Messages, Style, Totals};
use crate::report::{claims_table, concise, json_line, table};
use std::io::{self, Write};

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Findings, claims, what is implied and to be checked, for people.
    Table,
    /// Claims and what made them.
    Claims {
        /// Labels, too?
        all: bool,
    },
    /// One finding a line.
    Concise,
    /// An array of articles.
    Json {
        /// Labels, too?
        all: bool,
    },
    /// One article a line.
    Jsonl {
        /// Labels, too?
        all: bool,
    },
}

impl Form {
    /// What the report says of one article: made by the threads. Empty where there is nothing to say.
    pub fn of_article(self, article: &Article, style: Style) -> String {
        // An article that could not be used still has its line in JSON; for people, its problem is told elsewhere.
        let unusable = article.problems.iter().any(|problem| problem.severity == crate::judge::Severity::Error);
        match self {
            Form::Json { all } | Form::Jsonl { all } => json_line(article, all),
            _ if unusable => String::new(),
            Form::Table => table(article, style),
            Form::Claims { all } => claims_table(article, style, all),
            Form::Concise => concise(article),
        }
    }
}

/// A report that is being written.
pub struct Output {
    form: Form,
    style: Style,
    out: io::BufWriter<Box<dyn Write>>,
    /// Articles written so far that had something to say.
    count: usize,
}

impl Output {
    /// A report of this form to this place.
    pub fn new(form: Form, style: Style, out: Box<dyn Write>) -> Self {
        Output { form, style, out: io::BufWriter::with_capacity(1 << 16, out), count: 0 }
    }

    /// Its form, and how it looks.
    pub fn form(&self) -> (Form, Style) {
        (self.form, self.style)
    }

    /// What stands before the first article.
    ///
    /// # Errors
    /// Those of writing.
    pub fn begin(&mut self) -> io::Result<()> {
        if let Form::Json { .. } = self.form { self.out.write_all(b"[") } else { Ok(()) }
    }

    /// What the form says of the next article.
    ///
    /// # Errors
    /// Those of writing.
    pub fn article(&mut self, text: &str) -> io::Result<()> {
        let first = self.count == 0;
        self.count += usize::from(!text.is_empty());
        let out = &mut self.out;
        match self.form {
            Form::Json { .. } => write!(out, "{}\n{text}", if first { "" } else { "," }),
            Form::Jsonl { .. } => writeln!(out, "{text}"),
            Form::Table | Form::Claims { .. } if !first && !text.is_empty() => write!(out, "\n{text}"),
            Form::Table | Form::Claims { .. } | Form::Concise => out.write_all(text.as_bytes()),
        }
    }

    /// Hands on what was written.
    ///
    /// # Errors
    /// Those of writing.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// What stands after the last article.
    ///
    /// # Errors
    /// Those of writing.
    pub fn end(&mut self, totals: Totals, messages: &Messages) -> io::Result<()> {
        match self.form {
            Form::Json { .. } => self.out.write_all(if self.count > 0 { b"\n]\n" } else { b"]\n" })?,
            Form::Table if self.count > 1 => {
                let mut args = Args::new();
                args.set("articles", self.count);
                args.set("totals", totals.text(messages));
                writeln!(self.out, "\n{}", messages.format("articles-total", &args))?;
            }
            _ => {}
        }
        self.out.flush()
    }
}
