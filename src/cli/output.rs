//! The reports of a run: every article goes into each of them, in the order of the input.

use super::choices::CheckFormat;
use super::destination::Destination;
use crate::judge::Severity;
use crate::report::{
    Args, Article, JUNIT_BEGIN, JUNIT_END, Part, Run, Style, Totals, claims_table, concise, full, full_end, github,
    github_end, gitlab, html, html_begin, html_end, json_line, junit, sarif, sarif_begin, sarif_end, table,
};
use std::io::{self, Write};

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Findings, claims, what is implied and to be checked, for people.
    Table,
    /// Findings with the lines that they stand in.
    Full,
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
    /// Static analysis results, for code scanners.
    Sarif,
    /// Workflow commands of GitHub.
    Github,
    /// Code Quality of GitLab.
    Gitlab,
    /// Test results.
    Junit,
    /// A page for a browser.
    Html,
}

impl From<CheckFormat> for Form {
    fn from(format: CheckFormat) -> Self {
        match format {
            CheckFormat::Table => Form::Table,
            CheckFormat::Full => Form::Full,
            CheckFormat::Concise => Form::Concise,
            CheckFormat::Json => Form::Json { all: false },
            CheckFormat::Jsonl => Form::Jsonl { all: false },
            CheckFormat::Sarif => Form::Sarif,
            CheckFormat::Github => Form::Github,
            CheckFormat::Gitlab => Form::Gitlab,
            CheckFormat::Junit => Form::Junit,
            CheckFormat::Html => Form::Html,
        }
    }
}

impl Form {
    /// What the report says of one article: made by the threads.
    pub fn of_article(self, article: &Article, style: Style) -> Part {
        match self {
            Form::Json { all } | Form::Jsonl { all } => json_line(article, all).into(),
            Form::Sarif => sarif(article),
            Form::Github => github(article),
            Form::Gitlab => gitlab(article).into(),
            Form::Junit => junit(article).into(),
            Form::Html => html(article),
            // In the forms for people, there is nothing to say of an article that could not be used: its problem is told
            // elsewhere.
            _ if article.problems.iter().any(|problem| problem.severity == Severity::Error) => Part::default(),
            Form::Table => table(article, style).into(),
            Form::Full => full(article, style).into(),
            Form::Claims { all } => claims_table(article, style, all).into(),
            Form::Concise => concise(article).into(),
        }
    }
}

/// A report that is being written.
pub struct Output {
    form: Form,
    style: Style,
    out: Destination,
    /// Articles written so far that had something to say.
    count: usize,
    /// What the end of the report will say.
    later: Vec<(Severity, String)>,
}

impl Output {
    /// A report of this form to this place.
    pub fn new(form: Form, style: Style, out: Destination) -> Self {
        Output { form, style, out, count: 0, later: vec![] }
    }

    /// Its form, and how it looks.
    pub fn form(&self) -> (Form, Style) {
        (self.form, self.style)
    }

    /// What stands before the first article.
    ///
    /// # Errors
    /// Those of writing.
    pub fn begin(&mut self, run: &Run) -> io::Result<()> {
        let text = match self.form {
            Form::Json { .. } | Form::Gitlab => "[".to_owned(),
            Form::Sarif => sarif_begin(run),
            Form::Junit => JUNIT_BEGIN.to_owned(),
            Form::Html => html_begin(run),
            Form::Table | Form::Full | Form::Claims { .. } | Form::Concise | Form::Jsonl { .. } | Form::Github => {
                String::new()
            }
        };
        self.out.write_all(text.as_bytes())
    }

    /// What the form says of the next article.
    ///
    /// # Errors
    /// Those of writing.
    pub fn article(&mut self, part: Part) -> io::Result<()> {
        self.later.extend(part.later);
        if part.text.is_empty() {
            return Ok(());
        }
        let first = self.count == 0;
        self.count += 1;
        let before = match self.form {
            Form::Json { .. } | Form::Gitlab | Form::Sarif if !first => ",\n",
            Form::Json { .. } | Form::Gitlab | Form::Sarif | Form::Junit => "\n",
            Form::Table | Form::Full | Form::Claims { .. } if !first => "\n",
            Form::Table
            | Form::Full
            | Form::Claims { .. }
            | Form::Concise
            | Form::Jsonl { .. }
            | Form::Github
            | Form::Html => "",
        };
        let after = if let Form::Jsonl { .. } = self.form { "\n" } else { "" };
        [before, &part.text, after].iter().try_for_each(|text| self.out.write_all(text.as_bytes()))
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
    pub fn end(&mut self, totals: Totals, run: &Run) -> io::Result<()> {
        let later = std::mem::take(&mut self.later);
        let text = match self.form {
            Form::Json { .. } | Form::Gitlab if self.count > 0 => "\n]\n".to_owned(),
            Form::Json { .. } | Form::Gitlab => "]\n".to_owned(),
            Form::Sarif => sarif_end(later),
            Form::Github => github_end(later, run),
            Form::Junit => JUNIT_END.to_owned(),
            Form::Html => html_end(later, run),
            Form::Full => {
                let before = if self.count > 0 { "\n" } else { "" };
                format!("{before}{}", full_end(totals, run.messages, self.style))
            }
            Form::Table if self.count > 1 => {
                let mut args = Args::new();
                args.set("articles", self.count);
                args.set("totals", totals.text(run.messages));
                format!("\n{}\n", run.messages.format("articles-total", &args))
            }
            Form::Table | Form::Claims { .. } | Form::Concise | Form::Jsonl { .. } => String::new(),
        };
        self.out.write_all(text.as_bytes())?;
        self.out.finish()
    }
}
