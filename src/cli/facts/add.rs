//! `addsup facts add`: a confirmed figure of an article becomes a row of a table.

use super::arguments::AddFactArgs;
use super::load::{append, load, shown};
use crate::cli::choices::InputFormat;
use crate::cli::inputs::{Inputs, Understanding};
use crate::cli::paths::{Paths, Selection};
use crate::cli::run::{Stop, complain, print};
use crate::cli::setup::{Line, Setups};
use crate::extract::Claim;
use crate::facts::{Cell, Facts, Place, Row, Where, contradictions};
use crate::judge::Standing;
use crate::language::{Case, Language, TokenKind};
use crate::source::{Document, Fields, Places};
use crate::value::{Hedge, SpanUnit, Value};
use crate::{Checked, DataError};
use std::path::Path;
use std::process::ExitCode;

/// What stands for a fact that holds at all times.
const ALWAYS: &str = "always";
const DATE: &str = "date";

/// Does what the arguments say, and gives the exit code: 1 where the table contradicts the figure, or has it already.
///
/// # Errors
/// What is missing, or cannot be used or written.
pub fn add(args: &AddFactArgs) -> Result<ExitCode, Stop> {
    let unusable = |what: String| Stop::Unusable(what);
    let (file, place) = split(&args.figure).map_err(unusable)?;
    let setups = Setups::new(Line::of_fact(args), &args.data.config)?;
    let setup = setups.of(Some(file)).map_err(unusable)?;
    if setups.tell_faults() {
        return Err(Stop::Unusable("nothing is added as long as a table cannot be used".to_owned()));
    }
    let wrong = |error: DataError| Stop::Unusable(error.to_string());
    let document = document(file).map_err(unusable)?;
    let checked = setup.checker.check(&document).map_err(wrong)?;
    let reader = setup.checker.reader_of(&document).map_err(wrong)?;
    let reader =
        reader.ok_or_else(|| Stop::Unusable(format!("{}: is in a language that is not read", file.display())))?;
    let claim = claim(&document, &checked, place, args.text.as_deref()).map_err(unusable)?;
    let standing = checked.judgement.standings.get(claim.id.0 as usize);
    if standing == Some(&Standing::Conflicts) {
        complain(&format!("nothing is added: {} is part of a finding (see addsup check)", text(&document, claim)));
        return Ok(ExitCode::from(1));
    }
    let cells = cells(args, &document, claim, &reader.language).map_err(unusable)?;
    let mut facts = Facts::default();
    if args.to.exists() {
        load(&args.to, &mut facts, setup.checker.units());
    }
    let place = Place::new(&shown(&args.to), Where::Table);
    let columns = cells.iter().map(|(column, cell)| ((*column).to_owned(), cell.clone())).collect();
    let faults = facts.add(vec![Row { place: place.clone(), cells: columns }], setup.checker.units());
    if let Some(fault) = faults.first() {
        return Err(Stop::Unusable(fault.to_string()));
    }
    if let Some(clash) = contradictions(&facts).into_iter().find(|clash| clash.place == place || clash.other == place) {
        complain(&format!("nothing is added: {}", clash.what));
        return Ok(ExitCode::from(1));
    }
    let row: Vec<String> = cells.iter().map(|(column, cell)| format!("  {column}: {}\n", one_line(cell))).collect();
    if !args.dry_run {
        append(&args.to, &cells, setup.checker.units()).map_err(unusable)?;
    }
    let done = if args.dry_run { "would be added to" } else { "added to" };
    print(&format!("{done} {}:\n{}", shown(&args.to), row.concat()))
}

fn one_line(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::List(texts) => texts.join(" | "),
    }
}

/// `article.txt:9:20` → the file and the place in it.
fn split(figure: &str) -> Result<(&Path, &str), String> {
    let colons = figure.match_indices(':').map(|(at, _)| at);
    let parts = colons.map(|at| (Path::new(&figure[..at]), &figure[at + 1..]));
    let found = parts.into_iter().find(|(file, place)| !place.is_empty() && file.is_file());
    found.ok_or_else(|| format!("{figure}: names no file and place of the form article.txt:9:20"))
}

/// The article in a file.
fn document(file: &Path) -> Result<Document, String> {
    let selection = Selection::new(&[], &[], false)?;
    let paths = Paths::new(&[file.to_owned()], None, selection)?;
    let understanding = Understanding { format: InputFormat::Auto, fields: Fields::default(), stdin_filename: None };
    let mut articles = Inputs::new(Box::new(paths), None, understanding).flat_map(|raw| raw.articles());
    match (articles.next(), articles.next()) {
        (Some((_, Ok(document))), None) => Ok(document),
        (Some((_, Err(unusable))), _) => Err(unusable.problem.message),
        (Some(_), Some(_)) => Err(format!("{}: holds several articles", file.display())),
        (None, _) => Err(format!("{}: holds no article", file.display())),
    }
}

fn text<'a>(document: &'a Document, claim: &Claim) -> &'a str {
    document.text.get(claim.span.clone()).unwrap_or_default()
}

/// The claim at a place: the one that begins there, or that the column points into.
fn claim<'a>(
    document: &Document,
    checked: &'a Checked,
    place: &str,
    written: Option<&str>,
) -> Result<&'a Claim, String> {
    let places = Places::new(document);
    let told = |claim: &Claim| places.of(claim.span.start).to_string();
    let claims = &checked.ledger.claims;
    let wanted = |claim: &&Claim| written.is_none_or(|written| text(document, claim) == written);
    let point = place.split_once(':').and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    let holds = |claim: &&Claim| {
        let of = |byte| places.of(byte).line_column();
        let ends = of(claim.span.start).zip(of(claim.span.end));
        point.zip(ends).is_some_and(|(point, (start, end))| start <= point && point < end)
    };
    let mut found: Vec<&Claim> = claims.iter().filter(|claim| told(claim) == place).filter(wanted).collect();
    if found.is_empty() {
        found = claims.iter().filter(holds).filter(wanted).collect();
    }
    let listed = |claims: &[&Claim]| {
        let one = |claim: &&Claim| format!("{} {}", told(claim), text(document, claim));
        claims.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let line = place.split(':').next().unwrap_or(place);
            let near = |claim: &&Claim| told(claim).split(':').next() == Some(line);
            let near: Vec<&Claim> = claims.iter().filter(near).collect();
            let told = if near.is_empty() { String::new() } else { format!("; there: {}", listed(&near)) };
            Err(format!("there is no figure at {place}{told}"))
        }
        several => Err(format!("several figures stand at {place}: {}; say with --text which", listed(several))),
    }
}

/// The columns of the row.
fn cells(
    args: &AddFactArgs,
    document: &Document,
    claim: &Claim,
    language: &Language,
) -> Result<Vec<(&'static str, Cell)>, String> {
    let (named, measured) = about(document, claim, language);
    let figure = text(document, claim);
    let missing =
        |what: &str, option: &str| format!("the article does not say {what} of {figure}: say it with {option}");
    let subject = args.subject.clone().or(named).ok_or_else(|| missing("the subject", "--subject"))?;
    let measure = args.measure.clone().or(measured).ok_or_else(|| missing("what is measured", "--measure"))?;
    let (value, unit) = value(claim).ok_or_else(|| format!("{figure} is no number, date or length of time"))?;
    if claim.hedge.is_some_and(|hedge| hedge != Hedge::Exact) && args.tolerance.is_none() {
        return Err(format!("{figure} is not exact: say with --tolerance how far it may be off"));
    }
    let period = match &args.period {
        Some(period) if period == ALWAYS => None,
        Some(period) => Some(period.clone()),
        None if unit.as_deref() == Some(DATE) => None,
        None => {
            let told = claim.context.period.map(|period| period.to_string());
            Some(told.ok_or_else(|| missing("the period", "--period (always, if it does not change)"))?)
        }
    };
    let one = |column, text: Option<String>| text.map(|text| (column, Cell::Text(text)));
    let several = |column, texts: &[String]| (!texts.is_empty()).then(|| (column, Cell::List(texts.to_vec())));
    let cells = [
        one("subject", Some(subject)),
        several("aliases", &args.alias),
        one("measure", Some(measure)),
        several("measure-aliases", &args.measure_alias),
        one("period", period),
        one("value", Some(value)),
        one("unit", unit),
        one("tolerance", args.tolerance.clone()),
        one("source", args.source.clone()),
    ];
    Ok(cells.into_iter().flatten().collect())
}

/// Value and unit, as a table has them.
fn value(claim: &Claim) -> Option<(String, Option<String>)> {
    let date = || Some(DATE.to_owned());
    match claim.value.as_ref()? {
        Value::Number(number) => Some((number.normalize().to_string(), claim.unit.as_ref().map(ToString::to_string))),
        Value::Period(period) => Some((period.to_string(), date())),
        Value::Datetime { date: day, .. } => Some((day.to_string(), date())),
        Value::Span(span) => Some((span.count.normalize().to_string(), Some(SpanUnit::as_str(span.unit).to_owned()))),
        _ => None,
    }
}

/// Whom a figure is about, and what is measured, as far as its subject tells: names are written with capital letters.
fn about(document: &Document, claim: &Claim, language: &Language) -> (Option<String>, Option<String>) {
    let span = claim.context.subject.as_ref().map(|subject| subject.span.clone()).unwrap_or_default();
    let phrase = document.text.get(span).unwrap_or_default();
    let mut tokens = Vec::new();
    language.lexicon.tokenize(phrase, 0, phrase.len(), &mut tokens);
    let words = || {
        tokens.iter().filter(|token| token.kind == TokenKind::Word && !language.is_function_word(token.text(phrase)))
    };
    let stretch = |name: bool| {
        let mut own = words().filter(|token| (token.case != Case::Lower) == name);
        let first = own.next()?;
        let last = own.next_back().unwrap_or(first);
        let text = phrase.get(first.start as usize..last.end as usize)?;
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    (stretch(true).or_else(|| claim.context.place.as_deref().map(str::to_owned)), stretch(false))
}
