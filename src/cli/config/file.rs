//! The file as it is written.

use crate::DataError;
use crate::cli::choices::{FailOn, Shown};
use crate::cli::rules_dir;
use crate::judge::Severity;
use crate::language::NumberStyle;
use crate::nearest::with_spelling;
use crate::source::parse_published;
use chrono::NaiveDate;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Name of the file.
pub const NAME: &str = "addsup.toml";

/// How grave a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Not run.
    Off,
    /// Worth a look.
    Info,
    /// Probably wrong.
    Warning,
    /// Cannot all be true.
    Error,
}

impl Level {
    /// The severity that it stands for; none when the rule is off.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Level::Off => None,
            Level::Info => Some(Severity::Info),
            Level::Warning => Some(Severity::Warning),
            Level::Error => Some(Severity::Error),
        }
    }

    /// The word in the file.
    pub fn as_str(self) -> &'static str {
        self.severity().map_or("off", Severity::as_str)
    }
}

/// How numbers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Style {
    /// A comma between groups, a point before decimals.
    #[serde(rename = "1,250.5")]
    Point,
    /// A point between groups, a comma before decimals.
    #[serde(rename = "1.250,5")]
    Comma,
}

impl Style {
    /// The word in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Style::Point => "1,250.5",
            Style::Comma => "1.250,5",
        }
    }
}

impl From<Style> for NumberStyle {
    fn from(style: Style) -> Self {
        match style {
            Style::Point => NumberStyle { decimal: '.', group: ',' },
            Style::Comma => NumberStyle { decimal: ',', group: '.' },
        }
    }
}

/// What may be said for all articles, for those of some files, and on the command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Language of the articles, or `auto`.
    pub lang: Option<String>,
    /// Their publication date.
    pub published: Option<NaiveDate>,
    /// How their numbers are written.
    pub number_style: Option<Style>,
    /// Also what only the narrowest reading contradicts.
    pub strict: Option<bool>,
    /// Also rules that are drafts.
    pub drafts: Option<bool>,
    /// Only these rules.
    pub select: Option<Vec<String>>,
    /// Not these rules.
    pub ignore: Vec<String>,
    /// The mildest finding that makes the program fail.
    pub fail_on: Option<FailOn>,
    /// The mildest finding that is shown.
    pub min_severity: Option<Shown>,
    /// Severities of rules.
    pub rules: BTreeMap<String, Level>,
}

/// A table of the file that holds options, with keys of its own before them. Serde cannot both flatten a table into
/// another and refuse keys that nobody knows, so the options stand in both.
macro_rules! table_of_options {
    ($(#[$about:meta])* $name:ident { $($(#[$own:meta])* $key:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub struct $name {
            $($(#[$own])* pub $key: $type,)*
            /// Language of the articles; `auto` goes by their words.
            pub lang: Option<String>,
            /// When the articles were published, such as 2023-10-13, for dates like "last week".
            #[serde(default, deserialize_with = "date")]
            #[schemars(with = "Option<String>")]
            pub published: Option<NaiveDate>,
            /// How numbers are written in the articles. Otherwise as their language does, or as an article itself tells.
            pub number_style: Option<Style>,
            /// Also report, as info, what only the narrowest reading of the figures contradicts.
            pub strict: Option<bool>,
            /// Also run rules that are still drafts.
            pub drafts: Option<bool>,
            /// Run only these rules.
            pub select: Option<Vec<String>>,
            /// Do not run these rules.
            #[serde(default)]
            pub ignore: Vec<String>,
            /// The mildest finding that makes the exit code 1: error, warning, info or never.
            pub fail_on: Option<FailOn>,
            /// The mildest finding that is shown: error, warning or info.
            pub min_severity: Option<Shown>,
            /// Severities of rules by name: off, info, warning or error. A draft that is named here is run.
            #[serde(default)]
            pub rules: BTreeMap<String, Level>,
        }

        impl $name {
            fn options(&self) -> Options {
                Options {
                    lang: self.lang.clone(),
                    published: self.published,
                    number_style: self.number_style,
                    strict: self.strict,
                    drafts: self.drafts,
                    select: self.select.clone(),
                    ignore: self.ignore.clone(),
                    fail_on: self.fail_on,
                    min_severity: self.min_severity,
                    rules: self.rules.clone(),
                }
            }
        }
    };
}

table_of_options! {
    /// Settings of addsup for the articles in this folder and those below it.
    ConfigFile {
        /// Language of the report. Counts where addsup is started in or below this folder.
        messages: Option<String>,
        /// Folder with a newsroom's own rules and words, used on top of the built-in ones; relative to this file.
        rules_dir: Option<PathBuf>,
        /// File of the findings that are known and not to be reported; relative to this file. Counts where addsup is
        /// started in or below this folder.
        baseline: Option<PathBuf>,
        /// Tables of the newsroom's own facts, which figures are held against; relative to this file.
        #[serde(default)]
        facts: Vec<PathBuf>,
        /// Globs of files and folders that are not checked unless a file itself is named, relative to this file. Counts where
        /// addsup is started in or below this folder.
        #[serde(default)]
        exclude: Vec<String>,
        /// Names that mean one thing, by the name that stands for all of them: `UN = ["United Nations"]`. What is said of
        /// one is held against what is said of the other.
        #[serde(default)]
        aliases: BTreeMap<String, Vec<String>>,
        /// Other settings for some files; later ones beat earlier ones.
        #[serde(default)]
        overrides: Vec<Override>,
    }
}

table_of_options! {
    /// Settings for some files.
    Override {
        /// Globs of the files, relative to this file: `sports/**`, `*.md` (in any folder).
        files: Vec<String>,
    }
}

/// A date, as text or as TOML's own.
fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    let value = toml::Value::deserialize(deserializer)?;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let wrong = || serde::de::Error::custom(format!("{text:?} is not a date of the form 2023-10-13"));
    parse_published(&text).map(Some).ok_or_else(wrong)
}

/// The JSON schema of the file.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(ConfigFile);
    schema.insert("$id".to_owned(), "addsup.schema.json".into());
    schema.insert("title".to_owned(), NAME.into());
    // A tree of strings, numbers and tables: there is nothing in it that JSON cannot hold.
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

/// A file that was read.
#[derive(Debug)]
pub struct Config {
    /// Where it is.
    pub path: PathBuf,
    /// Its text, to tell lines.
    text: String,
    /// Language of the report.
    pub messages: Option<String>,
    /// Folder of rules, as it is opened.
    pub rules_dir: Option<PathBuf>,
    /// Baseline, as it is opened.
    pub baseline: Option<PathBuf>,
    /// Tables of facts, as they are opened.
    pub facts: Vec<PathBuf>,
    /// Globs of what is not checked.
    pub exclude: Vec<String>,
    /// Names that mean one thing.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// What holds for all.
    pub options: Options,
    /// What holds for some.
    overrides: Vec<(GlobSet, Options)>,
}

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong, with file, line and column.
    pub fn load(path: &Path) -> Result<Self, String> {
        let told = |error: DataError| {
            let place: String = error.place().iter().map(|place| format!("{place}: ")).collect();
            place + &with_spelling(error.what())
        };
        let text = rules_dir::read(path).map_err(told)?;
        let file: ConfigFile = rules_dir::toml(path).map_err(told)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut config = Config {
            path: path.to_owned(),
            text,
            messages: file.messages.clone(),
            rules_dir: file.rules_dir.as_ref().map(|it| folder.join(it)),
            baseline: file.baseline.as_ref().map(|it| folder.join(it)),
            facts: file.facts.iter().map(|it| folder.join(it)).collect(),
            exclude: file.exclude.clone(),
            aliases: file.aliases.clone(),
            options: file.options(),
            overrides: Vec::new(),
        };
        for entry in &file.overrides {
            let globs = globs(&entry.files).map_err(|(glob, why)| config.at(&glob, &why))?;
            config.overrides.push((globs, entry.options()));
        }
        Ok(config)
    }

    /// The folder that paths and globs in it are for.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }

    /// Which overrides hold for a file, by number; later ones beat earlier ones.
    pub fn overrides_of(&self, path: &Path) -> Vec<usize> {
        let folder = self.folder();
        // A file given with --config holds for files that lie elsewhere, too.
        let within = path.strip_prefix(folder).unwrap_or(path);
        let numbered = self.overrides.iter().enumerate();
        numbered.filter(|(_, (globs, _))| globs.is_match(within)).map(|(number, _)| number).collect()
    }

    /// The options of an override.
    pub fn override_of(&self, number: usize) -> Option<&Options> {
        self.overrides.get(number).map(|(_, options)| options)
    }

    /// What is wrong with a word of the file, with its place.
    pub fn at(&self, word: &str, what: &str) -> String {
        let line = self.text.lines().position(|line| {
            let line = line.split('#').next().unwrap_or_default();
            line.split(|c: char| !(c.is_alphanumeric() || "-_*/.{}[]!?,".contains(c))).any(|part| part == word)
                || line.contains(&format!("\"{word}\""))
        });
        match line {
            Some(line) => format!("{}:{}: {what}", self.path.display(), line + 1),
            None => format!("{}: {what}", self.path.display()),
        }
    }
}

/// Compiles globs. One without a slash matches names in any folder, as in `.gitignore`.
fn globs(patterns: &[String]) -> Result<GlobSet, (String, String)> {
    let mut set = GlobSetBuilder::new();
    let told = |pattern: &str, error: globset::Error| (pattern.to_owned(), error.kind().to_string());
    for pattern in patterns {
        let anywhere = if pattern.contains('/') { pattern.clone() } else { format!("**/{pattern}") };
        let glob = GlobBuilder::new(anywhere.trim_start_matches('/')).literal_separator(true).build();
        set.add(glob.map_err(|error| told(pattern, error))?);
    }
    set.build().map_err(|error| told("", error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs_without_a_slash_match_in_any_folder() {
        let of = |pattern: &str| globs(&[pattern.to_owned()]).unwrap();
        assert!(of("*.md").is_match("a/b.md") && of("*.md").is_match("b.md"));
        assert!(of("sports/**").is_match("sports/2024/a.txt") && !of("sports/**").is_match("a/sports/b.txt"));
        assert!(of("/a/*.txt").is_match("a/b.txt") && !of("/a/*.txt").is_match("a/c/b.txt"));
        assert!(globs(&["a[".to_owned()]).is_err());
    }
}
