//! What options choose between: one enum for each, as clap and `addsup.toml` read it.

use crate::judge::Severity;
use crate::source::Format;
use clap::ValueEnum;
use schemars::JsonSchema;
use serde::Deserialize;

/// Form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: findings, claims, what is implied, totals
    Table,
    /// For people: findings with the lines they stand in and the figures underlined
    Full,
    /// One finding a line: path:line:column: severity[rule] message
    Concise,
    /// An array of articles
    Json,
    /// One article a line
    Jsonl,
    /// SARIF 2.1.0, for code scanners
    Sarif,
    /// Workflow commands, which GitHub shows beside the lines
    Github,
    /// Code Quality report of GitLab
    Gitlab,
    /// Test results as XML, a case for each rule that found something
    Junit,
    /// A page that an editor reads in a browser, of one file that loads nothing
    Html,
}

/// Form of a list of claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ClaimsFormat {
    /// For people
    Table,
    /// An array of articles
    Json,
    /// One article a line
    Jsonl,
}

/// Form of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// By the ending of the name, and by how the input begins
    Auto,
    /// Plain text, one article a file
    Text,
    /// Markdown, with its front matter
    Markdown,
    /// A page of HTML
    Html,
    /// JSON Lines: {"id", "text", "lang"?, "published"?} a line
    Jsonl,
    /// A Word document
    Docx,
    /// An OpenDocument text
    Odt,
    /// A PDF, read with pdftotext where that is installed
    Pdf,
    /// ninjs, the news in JSON of the IPTC
    Ninjs,
    /// NewsML-G2, the news in XML of the IPTC
    Newsml,
}

impl InputFormat {
    /// The format of inputs that are an article or a few; none where it is not known yet, and of JSON Lines.
    pub fn single(self) -> Option<Format> {
        match self {
            InputFormat::Auto | InputFormat::Jsonl => None,
            InputFormat::Text => Some(Format::Text),
            InputFormat::Markdown => Some(Format::Markdown),
            InputFormat::Html => Some(Format::Html),
            InputFormat::Docx => Some(Format::Docx),
            InputFormat::Odt => Some(Format::Odt),
            InputFormat::Pdf => Some(Format::Pdf),
            InputFormat::Ninjs => Some(Format::Ninjs),
            InputFormat::Newsml => Some(Format::NewsMl),
        }
    }
}

/// Which findings make the program fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Info,
    /// None
    Never,
}

impl FailOn {
    /// Does a finding of this severity make the program fail?
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            FailOn::Error => severity >= Severity::Error,
            FailOn::Warning => severity >= Severity::Warning,
            FailOn::Info => true,
            FailOn::Never => false,
        }
    }
}

/// Which findings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// All
    Info,
}

impl From<Shown> for Severity {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Error => Severity::Error,
            Shown::Warning => Severity::Warning,
            Shown::Info => Severity::Info,
        }
    }
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// On terminals
    Auto,
    /// Even into files
    Always,
    /// Not at all
    Never,
}
