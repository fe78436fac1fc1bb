//! Checkers as the configuration and the command line want them: each is built once, however many articles it serves.

use super::arguments::{CheckArgs, ClaimsArgs, CompareArgs, ConfigArgs, DataArgs, InputArgs, JudgedArgs, OutputArgs};
use super::choices::FailOn;
use super::config::{Config, Finder, Layers, Level, Options, Settings, Source};
use super::environment::locale;
use super::facts::{AddFactArgs, load};
use super::own_rules;
use super::run::{Stop, complain};
use crate::extract::units;
use crate::facts::Facts;
use crate::judge::{JudgeOptions, Maturity, Severity, UNUSED_SUPPRESSION};
use crate::nearest::did_you_mean;
use crate::report::Messages;
use crate::{Checker, CheckerOptions, DataError};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// The language of messages where the environment names none that is known.
const DEFAULT_MESSAGES: &str = "en";

/// Stands for a language that is told by the words of each article.
pub const AUTO: &str = "auto";

/// What articles of the same settings have in common.
pub struct Setup {
    /// Reads and judges them.
    pub checker: &'static Checker,
    /// In the language of the reader.
    pub messages: Messages,
    /// The mildest finding that is shown.
    pub min_severity: Severity,
    /// The mildest finding that makes the program fail.
    pub fail_on: FailOn,
    /// How grave it is that a comment suppresses nothing; none: it is not told.
    pub unused_suppression: Option<Severity>,
}

/// What the arguments say of judging, over other options.
fn judged(args: &JudgedArgs, others: Options) -> Options {
    Options {
        drafts: args.drafts,
        select: (!args.select.is_empty()).then(|| args.select.clone()),
        ignore: args.ignore.clone(),
        fail_on: args.fail_on,
        min_severity: args.min_severity,
        ..others
    }
}

/// What the command line says that configuration may say, too.
#[derive(Default)]
pub struct Line {
    options: Options,
    rules_dir: Option<PathBuf>,
    facts: Vec<PathBuf>,
    messages: Option<String>,
}

impl Line {
    /// That of `check`.
    pub fn of_check(args: &CheckArgs) -> Self {
        let line = Line::of_input(&args.input, &args.output);
        let options = Options { strict: args.strict, ..judged(&args.judged, line.options) };
        Line { options, facts: args.facts.clone(), ..line }
    }

    /// That of `compare`. Two versions are often in two languages: no setting names one for both.
    pub fn of_compare(args: &CompareArgs) -> Self {
        let versions = Options { lang: Some(AUTO.to_owned()), published: args.published, ..Options::default() };
        let options = judged(&args.judged, versions);
        Line { options, ..Line::of_data(&args.data, &args.output) }
    }

    /// That of `claims`.
    pub fn of_claims(args: &ClaimsArgs) -> Self {
        Line::of_input(&args.input, &args.output)
    }

    fn of_input(input: &InputArgs, output: &OutputArgs) -> Self {
        let options = Options { lang: input.lang.clone(), published: input.published, ..Options::default() };
        Line { options, ..Line::of_data(&input.data, output) }
    }

    /// That of `facts add`: the table itself is what the article is held against.
    pub fn of_fact(args: &AddFactArgs) -> Self {
        let options = Options { lang: args.lang.clone(), published: args.published, ..Options::default() };
        let facts = args.to.exists().then(|| args.to.clone()).into_iter().collect();
        Line { options, facts, rules_dir: args.data.rules.clone(), messages: None }
    }

    /// That of commands without articles.
    pub fn of_data(data: &DataArgs, output: &OutputArgs) -> Self {
        Line { rules_dir: data.rules.clone(), messages: output.messages.clone(), ..Line::default() }
    }
}

/// Tells a setup from others: the configuration, and which of its overrides hold.
type Key = (Option<PathBuf>, Vec<usize>);

/// All setups of a run, made as articles need them.
///
/// They live as long as the program: to free a checker, word by word, would take as long as to check an article.
pub struct Setups {
    line: Line,
    finder: Finder,
    /// The configuration of the folder that the program was started in.
    own: Option<Arc<Config>>,
    known: Mutex<HashMap<Key, Result<&'static Setup, String>>>,
    checkers: Mutex<Vec<(Settings, &'static Checker)>>,
    /// What of the tables of facts cannot be used.
    faults: Mutex<Vec<String>>,
}

impl Setups {
    /// Those of a run with this command line.
    ///
    /// # Errors
    /// What is wrong with the configuration that counts where the program was started.
    pub fn new(line: Line, config: &ConfigArgs) -> Result<Self, Stop> {
        let finder = Finder::new(config.config.as_deref(), config.isolated).map_err(Stop::Unusable)?;
        let own = finder.of(None).map_err(Stop::Unusable)?;
        Ok(Setups { own, line, finder, known: Mutex::default(), checkers: Mutex::default(), faults: Mutex::default() })
    }

    /// The baseline that the configuration of the run names.
    pub fn baseline(&self) -> Option<&Path> {
        self.own.as_ref()?.baseline.as_deref()
    }

    /// What the configuration of the run excludes, and the folder that its globs are for.
    pub fn excluded(&self) -> Option<(&Path, &[String])> {
        self.own.as_ref().map(|config| (config.folder(), config.exclude.as_slice()))
    }

    /// The setup of the folder that the program was started in.
    ///
    /// # Errors
    /// The entry of the data, or the option, that cannot be used.
    pub fn own(&self) -> Result<&'static Setup, Stop> {
        self.of(None).map_err(Stop::Unusable)
    }

    /// Says what of the tables of facts cannot be used and was not said before, and whether there is anything.
    pub fn tell_faults(&self) -> bool {
        let faults = std::mem::take(&mut *self.faults.lock().unwrap_or_else(PoisonError::into_inner));
        faults.iter().for_each(|fault| complain(fault));
        !faults.is_empty()
    }

    /// The setup of an article's file; of what comes from no file, that of the folder that the program was started in.
    ///
    /// # Errors
    /// The entry of the data, or the option, that cannot be used.
    pub fn of(&self, path: Option<&Path>) -> Result<&'static Setup, String> {
        let layers = self.layers(path)?;
        let key = layers.key();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(setup) = known.get(&key) {
            return setup.clone();
        }
        let setup = self.make(&layers);
        known.insert(key, setup.clone());
        setup
    }

    /// The settings of a file, each with where it comes from.
    ///
    /// # Errors
    /// As `of`.
    pub fn dump(&self, path: Option<&Path>) -> Result<String, String> {
        self.of(path)?;
        let name = path.map_or_else(|| "the standard input".to_owned(), |path| path.display().to_string());
        Ok(self.layers(path)?.dump(&name))
    }

    fn layers(&self, path: Option<&Path>) -> Result<Layers<'_>, String> {
        let config = self.finder.of(path)?;
        Ok(Layers::new(config, path, &self.line.options, self.line.rules_dir.as_deref(), &self.line.facts))
    }

    fn make(&self, layers: &Layers) -> Result<&'static Setup, String> {
        let settings = layers.settings();
        let checker = self.checker(layers, &settings)?;
        let message_language = self.message_language(checker)?;
        let mut codes = vec![message_language.as_str()];
        if message_language != DEFAULT_MESSAGES {
            codes.push(DEFAULT_MESSAGES);
        }
        let sources = codes.into_iter().filter_map(|code| checker.messages(code).map(|source| (code, source)));
        let messages = Messages::new(sources);
        let (min_severity, fail_on): (Severity, _) = (settings.min_severity.into(), settings.fail_on);
        let rule = |rules: &[String]| rules.iter().any(|rule| rule == UNUSED_SUPPRESSION);
        let told = (settings.select.is_empty() || rule(&settings.select)) && !rule(&settings.ignore);
        let level = settings.severities.get(UNUSED_SUPPRESSION).copied().unwrap_or(Level::Warning);
        let unused_suppression = level.severity().filter(|severity| told && *severity >= min_severity);
        let setup = Setup { checker, messages, min_severity, fail_on, unused_suppression };
        Ok(Box::leak(Box::new(setup)))
    }

    fn checker(&self, layers: &Layers, settings: &Settings) -> Result<&'static Checker, String> {
        // What only decides how findings are shown needs no checker of its own.
        let alike = Settings { fail_on: FailOn::Error, min_severity: super::choices::Shown::Info, ..settings.clone() };
        let mut checkers = self.checkers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, checker)) = checkers.iter().find(|(known, _)| *known == alike) {
            return Ok(checker);
        }
        let unusable = |error: DataError| match &settings.rules_dir {
            Some(folder) => own_rules::explained(folder, &error),
            None => error.to_string(),
        };
        let mut rules = own_rules::load(settings.rules_dir.as_deref())?;
        let known = || rules.checks.iter().map(|check| check.name.as_str()).chain([UNUSED_SUPPRESSION]);
        if let Some((source, rule)) = layers.named_rules().find(|(_, rule)| known().all(|name| name != *rule)) {
            let what = format!("there is no rule `{rule}`{}", did_you_mean(rule, known()));
            return Err(match (source, layers.config()) {
                (Source::Config | Source::Override(_), Some(config)) => config.at(rule, &what),
                _ => what,
            });
        }
        for check in &mut rules.checks {
            if let Some(severity) = settings.severities.get(&check.name).copied().and_then(Level::severity) {
                check.severity = severity;
                check.maturity = Maturity::Stable;
            }
        }
        let mut facts = Facts::default();
        if !settings.facts.is_empty() {
            let units = units(&rules.units).map_err(unusable)?;
            let mut told = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
            told.extend(settings.facts.iter().flat_map(|table| load(table, &mut facts, &units)));
        }
        let options = CheckerOptions {
            facts,
            language: settings.lang.clone(),
            published: settings.published,
            number_style: settings.number_style.map(Into::into),
            aliases: settings.aliases.clone(),
            judge: JudgeOptions {
                strict: settings.strict,
                drafts: settings.drafts,
                select: settings.select.clone(),
                ignore: settings.ignore.clone(),
                versions: false,
            },
        };
        let checker = Checker::new(rules, options).map_err(unusable)?;
        if settings.rules_dir.is_some() {
            // Built-in languages were compiled by the tests; a newsroom's slip should not wait for the article that meets it.
            checker.compile_all().map_err(unusable)?;
        }
        let checker: &'static Checker = Box::leak(Box::new(checker));
        checkers.push((alike, checker));
        Ok(checker)
    }

    /// The code of the language to report in.
    fn message_language(&self, checker: &Checker) -> Result<String, String> {
        let known = |code: &String| checker.messages(code).is_some();
        let (named, by) = match &self.line.messages {
            Some(code) => (Some(code), "--messages"),
            None => (self.own.as_ref().and_then(|config| config.messages.as_ref()), "messages"),
        };
        match named {
            Some(code) if known(code) => Ok(code.clone()),
            Some(code) => {
                let codes = checker.languages().into_iter().filter(|code| checker.messages(code).is_some());
                let codes = codes.collect::<Vec<_>>().join(", ");
                Err(format!("{by}: there are no messages in `{code}`; known: {codes}"))
            }
            None => Ok(locale().filter(known).unwrap_or_else(|| DEFAULT_MESSAGES.to_owned())),
        }
    }
}
