//! The arguments of `addsup facts`.

use crate::cli::arguments::{DataArgs, OutputArgs};
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Below the help of `facts check`.
const CHECK: &str = "\
Examples:
  addsup facts check census.csv wages.toml            do any two rows contradict each other?
  addsup facts check --output-format json facts.csv   for programs

Exit codes:
  0    no contradiction (rows that say one thing twice are told, and are none)
  1    contradictions
  2    a table or a row of it could not be used; this wins over 1, and the rest is still checked";

/// Below the help of `facts add`.
const ADD: &str = "\
Examples:
  addsup facts add article.txt:9:20 --to facts.csv --source \"BPS, 2023\"
  addsup facts add article.txt:9:20 --to facts.csv --subject Arenal --measure population --period 2022

The place is that of the report. What the article tells is filled in: subject, measure, period, value and unit; say with
options what it does not. Nothing is written that the table has already, or that contradicts it.";

/// Arguments of `facts`.
#[derive(Debug, Args)]
pub struct FactsArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: FactsCommand,
}

/// What to do with tables of facts.
#[derive(Debug, Subcommand)]
pub enum FactsCommand {
    /// Find rows that contradict each other, and rows that cannot be used
    #[command(after_help = CHECK)]
    Check(CheckFactsArgs),
    /// Take a figure of an article that somebody has confirmed into a table
    #[command(after_help = ADD)]
    Add(Box<AddFactArgs>),
}

/// Arguments of `facts check`.
#[derive(Debug, Args)]
pub struct CheckFactsArgs {
    /// Tables of facts, which are held against each other, too
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = FactsFormat::Table, value_name = "FORMAT")]
    pub output_format: FactsFormat,
    /// Data.
    #[command(flatten)]
    pub data: DataArgs,
    /// How it looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Form of a report on tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FactsFormat {
    /// For people
    Table,
    /// For programs
    Json,
}

/// Arguments of `facts add`.
#[derive(Debug, Args)]
pub struct AddFactArgs {
    /// The article and the place of the figure in it, as reports tell it: article.txt:9:20, article.docx:¶5
    #[arg(value_name = "FILE:PLACE")]
    pub figure: String,
    /// The table that the fact is added to; it is made where there is none
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    /// Which of several figures at that place, as it is written
    #[arg(long, value_name = "FIGURE")]
    pub text: Option<String>,
    /// Whom or what the figure is about [default: the name beside it]
    #[arg(long, value_name = "NAME")]
    pub subject: Option<String>,
    /// Another name of the subject (repeatable)
    #[arg(long, value_name = "NAME")]
    pub alias: Vec<String>,
    /// What is measured [default: what the article says]
    #[arg(long, value_name = "WORDS")]
    pub measure: Option<String>,
    /// Other words for what is measured (repeatable)
    #[arg(long, value_name = "WORDS")]
    pub measure_alias: Vec<String>,
    /// The period that the figure is for, such as 2022, 2022-Q3 or 2022-03, or always [default: that of the article]
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// How far other figures may lie from it, such as 500 or 2%
    #[arg(long, value_name = "AMOUNT")]
    pub tolerance: Option<String>,
    /// Where the figure was confirmed
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// Print the row, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Language of the article, or auto [default: auto]
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
    /// When the article was published (2023-10-13)
    #[arg(long, value_parser = crate::cli::arguments::date, value_name = "DATE")]
    pub published: Option<NaiveDate>,
    /// Data.
    #[command(flatten)]
    pub data: DataArgs,
}
