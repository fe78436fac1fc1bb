//! What holds for an article once defaults, configuration and command line are laid over each other.

use super::file::{Config, Level, Options, Style};
use super::find::absolute;
use crate::cli::choices::{FailOn, Shown};
use crate::cli::setup::AUTO;
use chrono::NaiveDate;
use clap::ValueEnum;
use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where a setting comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// Nobody said anything.
    Default,
    /// The configuration.
    Config,
    /// The override of that number in it, from 0.
    Override(usize),
    /// The command line.
    Line,
}

/// What the command line and the configuration say, weakest first.
#[derive(Debug)]
pub struct Layers<'a> {
    config: Option<Arc<Config>>,
    overrides: Vec<usize>,
    line: &'a Options,
    line_rules_dir: Option<&'a Path>,
    line_facts: &'a [PathBuf],
}

/// What holds for an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Language of the articles; none: by their words.
    pub lang: Option<String>,
    /// Their publication date.
    pub published: Option<NaiveDate>,
    /// How their numbers are written; none: as their language does.
    pub number_style: Option<Style>,
    /// Names that mean one thing.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// Also what only the narrowest reading contradicts.
    pub strict: bool,
    /// Also rules that are drafts.
    pub drafts: bool,
    /// Only these rules; all where empty.
    pub select: Vec<String>,
    /// Not these rules.
    pub ignore: Vec<String>,
    /// Severities of rules that are other than built in.
    pub severities: BTreeMap<String, Level>,
    /// Folder of rules.
    pub rules_dir: Option<PathBuf>,
    /// Tables of facts.
    pub facts: Vec<PathBuf>,
    /// The mildest finding that makes the program fail.
    pub fail_on: FailOn,
    /// The mildest finding that is shown.
    pub min_severity: Shown,
}

impl<'a> Layers<'a> {
    /// Those of a file.
    pub fn new(
        config: Option<Arc<Config>>,
        path: Option<&Path>,
        line: &'a Options,
        line_rules_dir: Option<&'a Path>,
        line_facts: &'a [PathBuf],
    ) -> Self {
        let overrides = config.iter().zip(path).flat_map(|(config, path)| config.overrides_of(&absolute(path)));
        Layers { overrides: overrides.collect(), config, line, line_rules_dir, line_facts }
    }

    /// What tells these from others: the configuration, and which of its overrides hold.
    pub fn key(&self) -> (Option<PathBuf>, Vec<usize>) {
        (self.config.as_ref().map(|config| config.path.clone()), self.overrides.clone())
    }

    /// The configuration, if there is one.
    pub fn config(&self) -> Option<&Config> {
        self.config.as_deref()
    }

    /// The layers, weakest first.
    fn all(&self) -> impl Iterator<Item = (Source, &Options)> {
        let config = self.config.iter().flat_map(|config| {
            let overrides = self.overrides.iter();
            let overrides =
                overrides.filter_map(|number| Some((Source::Override(*number), config.override_of(*number)?)));
            std::iter::once((Source::Config, &config.options)).chain(overrides)
        });
        config.chain(std::iter::once((Source::Line, self.line)))
    }

    /// The strongest layer that says something, and what.
    fn last<T>(&self, said: impl Fn(&Options) -> Option<T>) -> Option<(Source, T)> {
        self.all().filter_map(|(source, options)| Some((source, said(options)?))).last()
    }

    fn rules_dir(&self) -> Option<(Source, PathBuf)> {
        let config = self.config.as_ref().and_then(|config| config.rules_dir.clone());
        let line = self.line_rules_dir.map(Path::to_owned);
        line.map(|folder| (Source::Line, folder)).or(config.map(|folder| (Source::Config, folder)))
    }

    /// The tables of facts: those of the configuration, then those of the command line.
    fn facts(&self) -> impl Iterator<Item = (Source, &PathBuf)> {
        let config = self.config.iter().flat_map(|config| &config.facts).map(|table| (Source::Config, table));
        config.chain(self.line_facts.iter().map(|table| (Source::Line, table)))
    }

    /// What holds.
    pub fn settings(&self) -> Settings {
        let (mut select, mut ignore, mut severities) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (_, options) in self.all() {
            // Who names the rules to run means just these, whatever weaker layers leave out.
            if let Some(rules) = &options.select {
                select.clone_from(rules);
                ignore.clear();
            }
            for (rule, level) in &options.rules {
                ignore.retain(|ignored| ignored != rule);
                match level.severity() {
                    Some(_) => _ = severities.insert(rule.clone(), *level),
                    None => ignore.push(rule.clone()),
                }
            }
            ignore.extend(options.ignore.iter().cloned());
        }
        let value = |pair: Option<(Source, _)>| pair.map(|(_, value)| value);
        Settings {
            lang: self.last(|it| it.lang.clone()).map(|(_, code)| code).filter(|code| code != AUTO),
            published: self.last(|it| it.published).map(|(_, date)| date),
            number_style: self.last(|it| it.number_style).map(|(_, style)| style),
            aliases: self.config.as_ref().map(|config| config.aliases.clone()).unwrap_or_default(),
            strict: value(self.last(|it| it.strict)).unwrap_or_default(),
            drafts: value(self.last(|it| it.drafts)).unwrap_or_default(),
            select,
            ignore,
            severities,
            rules_dir: self.rules_dir().map(|(_, folder)| folder),
            facts: self.facts().map(|(_, table)| table.clone()).collect(),
            fail_on: self.last(|it| it.fail_on).map_or(FailOn::Error, |(_, severity)| severity),
            min_severity: self.last(|it| it.min_severity).map_or(Shown::Info, |(_, severity)| severity),
        }
    }

    /// The rules that are named, each with the layer that names it.
    pub fn named_rules(&self) -> impl Iterator<Item = (Source, &str)> {
        self.all().flat_map(|(source, options)| {
            let listed = options.select.iter().flatten().chain(&options.ignore);
            listed.chain(options.rules.keys()).map(move |rule| (source, rule.as_str()))
        })
    }

    /// The settings as a file of configuration, each with where it comes from.
    pub fn dump(&self, name: &str) -> String {
        let settings = self.settings();
        let mut out = format!("# Settings of {name}\n");
        let mut line = |key: &str, value: String, source: Option<Source>| {
            // Writing to a string does not fail.
            let _ = writeln!(out, "{key} = {value}  # {}", self.told(source.unwrap_or(Source::Default)));
        };
        let texts = |texts: &[String]| toml::Value::from(texts.to_vec()).to_string();
        let text = |text: &str| toml::Value::from(text).to_string();
        let source = |said: fn(&Options) -> bool| self.last(|it| said(it).then_some(())).map(|(source, ())| source);
        line("lang", text(settings.lang.as_deref().unwrap_or(AUTO)), source(|it| it.lang.is_some()));
        if let Some(date) = settings.published {
            line("published", text(&date.to_string()), source(|it| it.published.is_some()));
        }
        if let Some(style) = settings.number_style {
            line("number-style", text(style.as_str()), source(|it| it.number_style.is_some()));
        }
        line("strict", settings.strict.to_string(), source(|it| it.strict.is_some()));
        line("drafts", settings.drafts.to_string(), source(|it| it.drafts.is_some()));
        if !settings.select.is_empty() {
            line("select", texts(&settings.select), source(|it| it.select.is_some()));
        }
        line("fail-on", text(&word(settings.fail_on)), source(|it| it.fail_on.is_some()));
        line("min-severity", text(&word(settings.min_severity)), source(|it| it.min_severity.is_some()));
        if let Some((source, folder)) = self.rules_dir() {
            line("rules-dir", text(&folder.to_string_lossy()), Some(source));
        }
        let tables: Vec<String> = settings.facts.iter().map(|table| table.to_string_lossy().into_owned()).collect();
        if let Some((source, _)) = self.facts().last() {
            line("facts", texts(&tables), Some(source));
        }
        if !settings.aliases.is_empty() {
            let _ = writeln!(out, "\n[aliases]  # {}", self.told(Source::Config));
        }
        for (name, others) in &settings.aliases {
            let _ = writeln!(out, "{} = {}", text(name), texts(others));
        }
        let ignored = settings.ignore.iter().map(|rule| (rule, Level::Off));
        let levels = settings.severities.iter().map(|(rule, level)| (rule, *level)).chain(ignored);
        let levels: BTreeMap<&String, Level> = levels.collect();
        if !levels.is_empty() {
            out.push_str("\n[rules]\n");
        }
        for (rule, level) in levels {
            let names = |options: &Options| options.rules.contains_key(rule) || options.ignore.contains(rule);
            let source = self.last(|it| names(it).then_some(())).map_or(Source::Default, |(source, ())| source);
            let _ = writeln!(out, "{rule} = \"{}\"  # {}", level.as_str(), self.told(source));
        }
        out
    }

    fn told(&self, source: Source) -> impl fmt::Display {
        let file = self.config.as_ref().map(|config| config.path.display().to_string()).unwrap_or_default();
        match source {
            Source::Default => "default".to_owned(),
            Source::Config => file,
            Source::Override(number) => format!("{file}, override {}", number + 1),
            Source::Line => "command line".to_owned(),
        }
    }
}

/// The word for a value of an option.
fn word(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
