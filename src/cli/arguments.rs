//! The arguments, as clap reads them.

use super::choices::{CheckFormat, ClaimsFormat, ColorWhen, FailOn, InputFormat, Shown};
use super::facts::FactsArgs;
use super::help;
use crate::nearest::did_you_mean;
use crate::source::{Fields, parse_published};
use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::path::PathBuf;

/// Do the figures in this article add up?
///
/// Reads articles, extracts every figure and date, and reports those that cannot all be true. Works offline: nothing
/// that it reads leaves the machine.
#[derive(Debug, Parser)]
#[command(name = "addsup", version, after_help = help::EXIT_CODES, disable_help_subcommand = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check articles: which figures cannot all be true?
    #[command(after_help = help::CHECK)]
    Check(CheckArgs),
    /// Compare two versions of one story: which figures did the translation or the rewrite change, lose or add?
    #[command(after_help = help::COMPARE)]
    Compare(CompareArgs),
    /// Show the figures found in articles, and which entry of the language data found them
    #[command(after_help = help::CLAIMS)]
    Claims(ClaimsArgs),
    /// List the rules
    #[command(after_help = help::RULES)]
    Rules(RulesArgs),
    /// Print what a rule checks, why, and its examples
    #[command(after_help = help::EXPLAIN)]
    Explain(ExplainArgs),
    /// Keep the newsroom's own facts, which `check --facts` holds figures against
    #[command(after_help = help::FACTS)]
    Facts(FactsArgs),
    /// Write an addsup.toml with all settings as comments
    #[command(after_help = help::INIT)]
    Init(InitArgs),
    /// Print the JSON schema of addsup.toml
    #[command(after_help = help::SCHEMA)]
    Schema,
    /// Print completions for a shell
    #[command(after_help = help::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Print the manual page, or write the pages of all commands into a folder
    #[command(after_help = help::MAN)]
    Man(ManArgs),
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// What is judged, and where it is told.
    #[command(flatten)]
    pub judged: JudgedArgs,
    /// Also report, as info, what only the narrowest reading of the figures contradicts
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL")]
    pub strict: Option<bool>,
    /// Hold figures against the newsroom's own facts in this table (CSV, TOML, JSON); repeat for more. Those that
    /// addsup.toml names are used as well
    #[arg(long, value_name = "FILE")]
    pub facts: Vec<PathBuf>,
    /// Findings that are known and not to be reported
    #[command(flatten)]
    pub known: KnownArgs,
    /// Check only files that changed since this git revision, where the branch left it; new files, too
    #[arg(long, value_name = "REV")]
    pub since: Option<String>,
    /// Check all articles as one: what they say of the same thing must agree
    #[arg(long)]
    pub together: bool,
    /// Check again what changes, until Ctrl-C
    #[arg(long, conflicts_with_all = ["write_baseline", "prune_baseline"])]
    pub watch: bool,
    /// Print how often each rule found something, instead of the report
    #[arg(long)]
    pub statistics: bool,
    /// Print the settings of the first PATH, each with where it comes from, and check nothing
    #[arg(long)]
    pub dump_config: bool,
    /// How it looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Which rules are run, which findings are told, and in which forms.
#[derive(Debug, Args)]
pub struct JudgedArgs {
    /// Form of the report
    #[arg(long, value_enum, default_value_t = CheckFormat::Table, value_name = "FORMAT")]
    pub output_format: CheckFormat,
    /// Also write the report in this form to a file (repeat for more): --report sarif=addsup.sarif
    #[arg(long, value_parser = report, value_name = "FORMAT=PATH")]
    pub report: Vec<(CheckFormat, PathBuf)>,
    /// The mildest finding that makes the exit code 1 [default: error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub fail_on: Option<FailOn>,
    /// The mildest finding that is shown [default: info]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub min_severity: Option<Shown>,
    /// Also run rules that are still drafts
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL")]
    pub drafts: Option<bool>,
    /// Run only these rules (repeat, or separate by commas)
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub select: Vec<String>,
    /// Do not run these rules (repeat, or separate by commas)
    #[arg(long, value_delimiter = ',', value_name = "RULE")]
    pub ignore: Vec<String>,
}

/// What is known of findings.
#[derive(Debug, Args)]
pub struct KnownArgs {
    /// Do not report the findings in this file [default: that of addsup.toml]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write all findings into this file, to be used as baseline; what it says of files that are not checked now stays
    #[arg(long, value_name = "FILE", conflicts_with = "baseline")]
    pub write_baseline: Option<PathBuf>,
    /// Take what no longer occurs out of the baseline
    #[arg(long, conflicts_with = "write_baseline")]
    pub prune_baseline: bool,
    /// Also list findings that comments or the baseline suppress
    #[arg(long)]
    pub show_suppressed: bool,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArgs {
    /// The version that was there first, a file in any form that `check` reads, or - for the standard input; with
    /// --input-format jsonl, a file of pairs
    #[arg(value_name = "SOURCE")]
    pub source: Option<PathBuf>,
    /// The version that was made of it
    #[arg(value_name = "TARGET")]
    pub target: Option<PathBuf>,
    /// Language of the source, or auto
    #[arg(long, default_value = "auto", value_name = "CODE")]
    pub source_lang: String,
    /// Language of the target, or auto
    #[arg(long, default_value = "auto", value_name = "CODE")]
    pub target_lang: String,
    /// When both were published (2023-10-13), for dates like "last week"; otherwise read from each of them
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub published: Option<NaiveDate>,
    /// The target is to hold all that the source does: also report figures of sentences that it leaves out
    #[arg(long, conflicts_with = "revision")]
    pub whole: bool,
    /// They are one article before and after an edit: note which figures changed, and report mentions that were forgotten
    #[arg(long)]
    pub revision: bool,
    /// The article as it was at this git revision is the old version; only the new one is named
    #[arg(long, value_name = "REV", conflicts_with_all = ["target", "whole"])]
    pub since: Option<String>,
    /// Form of the input; auto goes by the ending of the name and by how the input begins
    #[arg(long, value_enum, default_value_t = InputFormat::Auto, value_name = "FORMAT")]
    pub input_format: InputFormat,
    /// What is judged, and where it is told.
    #[command(flatten)]
    pub judged: JudgedArgs,
    /// Findings that are known and not to be reported
    #[command(flatten)]
    pub known: KnownArgs,
    /// Data.
    #[command(flatten)]
    pub data: DataArgs,
    /// How it looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `claims`.
#[derive(Debug, Args)]
pub struct ClaimsArgs {
    /// What to read.
    #[command(flatten)]
    pub input: InputArgs,
    /// Form of the list
    #[arg(long, value_enum, default_value_t = ClaimsFormat::Table, value_name = "FORMAT")]
    pub output_format: ClaimsFormat,
    /// Also show numbers that name and measure nothing: pages, models, telephone numbers
    #[arg(long)]
    pub all: bool,
    /// How it looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// Run the examples of a newsroom's own rules in this folder, with the folder on top of the built-in rules
    #[arg(long, value_name = "DIR", conflicts_with = "rules")]
    pub test: Option<PathBuf>,
    /// Data.
    #[command(flatten)]
    pub data: DataArgs,
    /// How it looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Name of the rule, as `addsup rules` lists it
    pub rule: String,
    /// Data.
    #[command(flatten)]
    pub data: DataArgs,
    /// How it looks.
    #[command(flatten)]
    pub output: OutputArgs,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
pub struct ManArgs {
    /// Folder that a page is written into for each command
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Folder that the file is written into; one that is there already is left as it is
    #[arg(default_value = ".", value_name = "DIR")]
    pub folder: PathBuf,
}

/// What to read, and how to understand it.
#[derive(Debug, Args)]
pub struct InputArgs {
    /// Files, globs, folders (searched for articles, but for what .gitignore, .ignore and .addsupignore name), or - for
    /// the standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read more paths from this file, one a line; - reads them from the standard input
    #[arg(long, value_name = "FILE")]
    pub file_list: Option<PathBuf>,
    /// Take from folders the files that this glob matches, and no others (repeatable)
    #[arg(long, value_name = "GLOB")]
    pub include: Vec<String>,
    /// Leave out files and folders that this glob matches, unless they are named (repeatable)
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,
    /// Leave out what --exclude matches even if it is named
    #[arg(long)]
    pub force_exclude: bool,
    /// The name that the standard input has in reports; its ending tells the format
    #[arg(long, value_name = "NAME")]
    pub stdin_filename: Option<PathBuf>,
    /// Language of the articles, or auto [default: auto]
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
    /// When the articles were published (2023-10-13), for dates like "last week"; otherwise read from the article
    #[arg(long, value_parser = date, value_name = "DATE")]
    pub published: Option<NaiveDate>,
    /// Form of the input; auto goes by the ending of the name and by how the input begins
    #[arg(long, value_enum, default_value_t = InputFormat::Auto, value_name = "FORMAT")]
    pub input_format: InputFormat,
    /// What the fields of JSON Lines are called: id=guid,text=body.plain,published=date,lang=language
    #[arg(long, value_parser = Fields::named, default_value = "", hide_default_value = true, value_name = "LIST")]
    pub jsonl_fields: Fields,
    /// Data.
    #[command(flatten)]
    pub data: DataArgs,
}

/// Which configuration to use.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// Take the settings from this file; otherwise from the nearest addsup.toml in an article's folder or those above it
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Read no addsup.toml
    #[arg(long, conflicts_with = "config")]
    pub isolated: bool,
}

/// Which rule data to use.
#[derive(Debug, Args)]
pub struct DataArgs {
    /// Folder with a newsroom's own rules and words, used on top of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
    /// Configuration.
    #[command(flatten)]
    pub config: ConfigArgs,
}

/// How the output looks.
#[derive(Debug, Args)]
pub struct OutputArgs {
    /// Language of the report [default: that of addsup.toml, else of the environment, else en]
    #[arg(long, value_name = "CODE")]
    pub messages: Option<String>,
    /// Only ASCII characters for frames and signs
    #[arg(long)]
    pub ascii: bool,
    /// Colours; auto means on terminals, unless NO_COLOR is set
    #[arg(long, value_enum, default_value_t = ColorWhen::Auto, value_name = "WHEN")]
    pub color: ColorWhen,
    /// Width of tables in columns [default: that of the terminal, else 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..=1000))]
    pub width: Option<u16>,
}

/// A date as options give it.
pub fn date(text: &str) -> Result<NaiveDate, String> {
    parse_published(text).ok_or_else(|| "not a date of the form 2023-10-13".to_owned())
}

/// `sarif=addsup.sarif`
fn report(text: &str) -> Result<(CheckFormat, PathBuf), String> {
    let (format, path) = text.split_once('=').ok_or_else(|| "not of the form FORMAT=PATH".to_owned())?;
    if path.is_empty() || path == "-" {
        return Err("no file is named behind the `=` (for the standard output, use --output-format)".to_owned());
    }
    let known = || {
        let names = CheckFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        names.map(|value| value.get_name().to_owned()).collect::<Vec<String>>()
    };
    let format = CheckFormat::from_str(format, false).map_err(|_| {
        let known = known();
        let near = did_you_mean(format, known.iter().map(String::as_str));
        format!("there is no format `{format}`; known: {}{near}", known.join(", "))
    })?;
    Ok((format, PathBuf::from(path)))
}
