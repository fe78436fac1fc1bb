//! Runs a command: documents in parallel, output in the order of the input, exit codes.

use super::arguments::{CheckArgs, CheckFormat, ClaimsArgs, ClaimsFormat, Cli, Command, DataArgs, ExplainArgs, FailOn};
use super::arguments::{InputArgs, OutputArgs, RulesArgs};
use super::environment::{locale, style};
use super::inputs::{Inputs, Raw};
use super::{own_rules, test_rules};
use crate::judge::{Check, JudgeOptions, Severity};
use crate::nearest::did_you_mean;
use crate::report::{Args, Article, Context, Messages, Problem, Style, Totals};
use crate::report::{claims_table, concise, explain, json_line, rules_table, table};
use crate::source::Document;
use crate::{Checked, Checker, CheckerOptions, DataError, Doubt};
use clap::Parser;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// Articles are checked in parallel in groups of so many bytes, or so many articles.
const GROUP_BYTES: usize = 4 << 20;
const GROUP_ARTICLES: usize = 1024;
/// The language of messages where the environment names none that is known.
const DEFAULT_MESSAGES: &str = "en";

/// Why the program stops.
enum Stop {
    /// An option or data file cannot be used.
    Unusable(String),
    /// The output cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Stop::Output(error)
    }
}

/// Reads the arguments, does what they say and gives the exit code.
pub fn run() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Check(args) => check(&args),
        Command::Claims(args) => claims(&args),
        Command::Rules(args) => rules(&args),
        Command::Explain(args) => explain_rule(&args),
    };
    match result {
        Ok(code) => code,
        // Whoever closed the pipe has seen enough.
        Err(Stop::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Output(error)) => {
            complain(&format!("cannot write the output: {error}"));
            ExitCode::from(2)
        }
        Err(Stop::Unusable(message)) => {
            complain(&message);
            ExitCode::from(2)
        }
    }
}

/// Says on the standard error what is wrong. Where nobody listens there, nothing is lost that the exit code does not tell.
fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "addsup: {message}");
}

/// The form of the output, for both commands that read articles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Table,
    Claims,
    Concise,
    Json,
    Jsonl,
}

/// What a command does with each article.
struct Job<'a> {
    checker: &'a Checker,
    messages: &'a Messages,
    form: Form,
    /// Labels, too?
    all: bool,
    style: Style,
    judged: bool,
    min_severity: Severity,
    fail_on: FailOn,
}

/// What came of one article.
struct Answer {
    text: String,
    problems: Vec<String>,
    unusable: bool,
    fails: bool,
    totals: Totals,
}

impl Job<'_> {
    fn answer(&self, raw: Raw) -> Answer {
        let (id, article) = raw.article();
        let (document, mut problems) = match article {
            Ok(document) => (document, vec![]),
            Err(unusable) => (unusable.document, vec![unusable.problem]),
        };
        let mut checked = Checked::default();
        if problems.is_empty() {
            match self.checked(&document) {
                Ok(done) => checked = done,
                Err(error) => problems.push(Problem { severity: Severity::Error, message: error.to_string() }),
            }
        }
        let unusable = !problems.is_empty();
        if !unusable {
            problems.extend(self.language_problems(&document, &checked));
        }
        let context = Context { messages: self.messages, definitions: self.checker.definitions() };
        let article = Article::new(context, &id, &document, &checked, &problems, self.min_severity);
        let text = match self.form {
            Form::Json | Form::Jsonl => json_line(&article, self.all),
            _ if unusable => String::new(),
            Form::Table => table(&article, self.style),
            Form::Claims => claims_table(&article, self.style, self.all),
            Form::Concise => concise(&article),
        };
        Answer {
            text,
            fails: checked.judgement.findings.iter().any(|finding| self.fail_on.fails(finding.severity)),
            totals: article.totals(),
            unusable,
            problems: problems.into_iter().map(|problem| problem.message).collect(),
        }
    }

    /// What there is to say of the language of an article: it may not be read yet, or not be certain; and an input may name
    /// one that nobody knows, and is then read in the one that its words tell.
    fn language_problems(&self, document: &Document, checked: &Checked) -> Vec<Problem> {
        let known = self.checker.languages();
        let mut messages = Vec::new();
        if let Some(code) = document.language.as_deref()
            && *code != *checked.language
            && !known.contains(&code)
        {
            messages.push(format!("there is no language `{code}`; known: {}", known.join(", ")));
        }
        match &checked.doubt {
            None => {}
            Some(Doubt::Unsure) => messages
                .push(format!("its language is not certain; read as `{}` (say which with --lang)", checked.language)),
            Some(Doubt::Unread(Some(name))) => {
                messages.push(format!("not checked: addsup does not read {name} ({}) yet", checked.language));
            }
            Some(Doubt::Unread(None)) => messages.push("not checked: addsup does not know its language".to_owned()),
        }
        let problem = |message| Problem { severity: Severity::Warning, message: format!("{}: {message}", document.id) };
        messages.into_iter().map(problem).collect()
    }

    fn checked(&self, document: &Document) -> Result<Checked, DataError> {
        if self.judged { self.checker.check(document) } else { self.checker.extract(document) }
    }

    /// Answers all inputs, a group at a time, and writes the answers in the order of the inputs.
    fn run(&self, inputs: Inputs) -> Result<ExitCode, Stop> {
        let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let (mut fails, mut broken) = (false, false);
        let (mut count, mut totals) = (0_usize, Totals::default());
        let mut inputs = inputs.peekable();
        if self.form == Form::Json {
            out.write_all(b"[")?;
        }
        while inputs.peek().is_some() {
            let group = group(&mut inputs);
            // A single article is not worth starting threads for.
            let answers: Vec<Answer> = if group.len() == 1 {
                group.into_iter().map(|raw| self.answer(raw)).collect()
            } else {
                group.into_par_iter().map(|raw| self.answer(raw)).collect()
            };
            for answer in answers {
                self.write(&mut out, &answer.text, count)?;
                answer.problems.iter().for_each(|problem| complain(problem));
                fails |= answer.fails;
                broken |= answer.unusable;
                totals = totals.plus(answer.totals);
                count += usize::from(!answer.text.is_empty());
            }
            out.flush()?;
        }
        match self.form {
            Form::Json => out.write_all(if count > 0 { b"\n]\n" } else { b"]\n" })?,
            Form::Table if count > 1 => {
                let mut args = Args::new();
                args.set("articles", count);
                args.set("totals", totals.text(self.messages));
                writeln!(out, "\n{}", self.messages.format("articles-total", &args))?;
            }
            _ => {}
        }
        out.flush()?;
        Ok(if broken { ExitCode::from(2) } else { ExitCode::from(u8::from(fails)) })
    }

    fn write(&self, out: &mut impl Write, text: &str, before: usize) -> io::Result<()> {
        match self.form {
            Form::Json => write!(out, "{}\n{text}", if before > 0 { "," } else { "" }),
            Form::Jsonl => writeln!(out, "{text}"),
            Form::Table | Form::Claims if before > 0 && !text.is_empty() => write!(out, "\n{text}"),
            Form::Table | Form::Claims | Form::Concise => out.write_all(text.as_bytes()),
        }
    }
}

/// The next articles, as many as are checked together.
fn group(inputs: &mut impl Iterator<Item = Raw>) -> Vec<Raw> {
    let (mut group, mut bytes) = (Vec::new(), 0);
    while bytes < GROUP_BYTES && group.len() < GROUP_ARTICLES {
        let Some(raw) = inputs.next() else { break };
        bytes += raw.len();
        group.push(raw);
    }
    group
}

fn check(args: &CheckArgs) -> Result<ExitCode, Stop> {
    let judge = JudgeOptions {
        strict: args.strict,
        drafts: args.drafts,
        select: args.select.clone(),
        ignore: args.ignore.clone(),
    };
    let checker = checker(&args.input.data, Some(&args.input), judge)?;
    let messages = messages(checker, &args.output)?;
    let form = match args.output_format {
        CheckFormat::Table => Form::Table,
        CheckFormat::Concise => Form::Concise,
        CheckFormat::Json => Form::Json,
        CheckFormat::Jsonl => Form::Jsonl,
    };
    let job = Job {
        checker,
        messages: &messages,
        form,
        all: false,
        style: style(&args.output),
        judged: true,
        min_severity: args.min_severity.into(),
        fail_on: args.fail_on,
    };
    job.run(inputs(&args.input)?)
}

fn claims(args: &ClaimsArgs) -> Result<ExitCode, Stop> {
    let checker = checker(&args.input.data, Some(&args.input), JudgeOptions::default())?;
    let messages = messages(checker, &args.output)?;
    let form = match args.output_format {
        ClaimsFormat::Table => Form::Claims,
        ClaimsFormat::Json => Form::Json,
        ClaimsFormat::Jsonl => Form::Jsonl,
    };
    let job = Job {
        checker,
        messages: &messages,
        form,
        all: args.all,
        style: style(&args.output),
        judged: false,
        min_severity: Severity::Info,
        fail_on: FailOn::Never,
    };
    job.run(inputs(&args.input)?)
}

fn rules(args: &RulesArgs) -> Result<ExitCode, Stop> {
    if let Some(folder) = &args.test {
        let outcome = test_rules::test(folder).map_err(Stop::Unusable)?;
        io::stdout().lock().write_all(outcome.report.as_bytes())?;
        return Ok(ExitCode::from(u8::from(outcome.failed)));
    }
    let checker = checker(&args.data, None, JudgeOptions::default())?;
    let messages = messages(checker, &args.output)?;
    let text = rules_table(checker.checks(), &messages, style(&args.output));
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn explain_rule(args: &ExplainArgs) -> Result<ExitCode, Stop> {
    let checker = checker(&args.data, None, JudgeOptions::default())?;
    let check = find(checker, &args.rule)?;
    let language = message_language(checker, &args.output)?;
    let messages = messages(checker, &args.output)?;
    let own = checker.examples(&language, &check.name);
    let examples = if own.is_empty() { &check.examples } else { own };
    let text = explain(check, examples, checker.definitions(), &messages, style(&args.output));
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// The checker with the data and options that the arguments name.
///
/// It lives as long as the program: to free it, word by word, would take as long as to check an article.
fn checker(data: &DataArgs, input: Option<&InputArgs>, judge: JudgeOptions) -> Result<&'static Checker, Stop> {
    let unusable = |error: DataError| {
        Stop::Unusable(match &data.rules {
            Some(folder) => own_rules::explained(folder, &error),
            None => error.to_string(),
        })
    };
    let rules = own_rules::load(data.rules.as_deref()).map_err(Stop::Unusable)?;
    let language = input.map(|input| input.lang.clone());
    let options = CheckerOptions {
        language: language.filter(|code| code != "auto"),
        published: input.and_then(|input| input.published),
        judge,
    };
    let checker = Checker::new(rules, options).map_err(unusable)?;
    if data.rules.is_some() {
        // Built-in languages were compiled by the tests; a newsroom's slip should not wait for the article that meets it.
        checker.compile_all().map_err(unusable)?;
    }
    Ok(Box::leak(Box::new(checker)))
}

fn find<'a>(checker: &'a Checker, rule: &str) -> Result<&'a Check, Stop> {
    checker.checks().iter().find(|check| &*check.name == rule).ok_or_else(|| {
        let known: Vec<&str> = checker.checks().iter().map(|check| &*check.name).collect();
        let near = did_you_mean(rule, known.iter().copied());
        Stop::Unusable(format!("there is no rule `{rule}`; known: {}{near}", known.join(", ")))
    })
}

/// The code of the language to report in.
fn message_language(checker: &Checker, output: &OutputArgs) -> Result<String, Stop> {
    let known = |code: &String| checker.messages(code).is_some();
    match &output.messages {
        Some(code) if known(code) => Ok(code.clone()),
        Some(code) => {
            let codes: Vec<&str> =
                checker.languages().into_iter().filter(|code| checker.messages(code).is_some()).collect();
            let codes = codes.join(", ");
            Err(Stop::Unusable(format!("--messages: there are no messages in `{code}`; known: {codes}")))
        }
        None => Ok(locale().filter(known).unwrap_or_else(|| DEFAULT_MESSAGES.to_owned())),
    }
}

fn messages(checker: &Checker, output: &OutputArgs) -> Result<Messages, Stop> {
    let language = message_language(checker, output)?;
    let mut codes = vec![language.as_str()];
    if language != DEFAULT_MESSAGES {
        codes.push(DEFAULT_MESSAGES);
    }
    let sources = codes.into_iter().filter_map(|code| checker.messages(code).map(|source| (code, source)));
    Ok(Messages::new(sources))
}

/// What to read: the paths, or what is piped in.
fn inputs(args: &InputArgs) -> Result<Inputs, Stop> {
    let mut paths = args.paths.clone();
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            return Err(Stop::Unusable("nothing to read: name a file or folder, or pipe a text in".to_owned()));
        }
        paths.push("-".into());
    }
    let inputs = Inputs::new(&paths, args.input_format);
    if inputs.is_empty() {
        complain("no .txt, .md or .jsonl files there");
    }
    Ok(inputs)
}
