//! Files of rules, of every kind: they are refused with a reason, or they can be used.

use super::invariants::{check_claims, check_relations};
use super::targets::CHECKERS;
use addsup::judge::Check;
use addsup::language::file::Grammar;
use addsup::relate::Definitions;
use addsup::report::check_source;
use addsup::source::from_text;
use addsup::{Checker, CheckerOptions, DataError, RuleData};
use serde::de::DeserializeOwned;
use std::sync::LazyLock;

/// What is read with rules that can be used.
const TEXT: &str = "Sales rise 12 percent\n\nSales rose 12 percent to $56,000 in May 2024 from $50,000 a year earlier, up to \
    3.5 million on Tuesday, 8 January 2024. In all 40 of 57 people (17 women, 23 men) took 3 hours, said Ana, 34.\n\n\
    Total | 2023 | 2024\nNorth | 5 | 6\nSouth | 7 | 8\n";

/// Our rules with a few words of every class and a few patterns of every kind, which compile in a millisecond.
static SMALL: LazyLock<(RuleData, Grammar)> = LazyLock::new(|| {
    let mut data = RuleData::embedded().expect("the data inside the program can be read");
    data.packs.retain(|pack| pack.code == "en");
    let pack = data.packs.first_mut().expect("English is there");
    let mut grammar = pack.grammar().expect("its grammar can be read").into_owned();
    for values in grammar.lexicon.classes.values_mut() {
        let mut left = 12;
        values.retain(|_, words| {
            words.truncate(2);
            left -= 1;
            left > 0
        });
    }
    // One in so many.
    let every = |step: usize, index: &mut usize| {
        *index += 1;
        (*index).is_multiple_of(step)
    };
    let (mut forms, mut constructions) = (0, 0);
    grammar.forms.form.retain(|_| every(12, &mut forms));
    grammar.constructions.construction.retain(|_| every(20, &mut constructions));
    data.checks.retain(|check| check.guards.is_empty());
    (data, grammar)
});

fn file<T: DeserializeOwned>(text: &str) -> Result<T, DataError> {
    toml::from_str(text).map_err(|error| DataError::here(error.to_string()))
}

/// A kind of file, and a file.
pub fn rules(input: &[u8]) {
    let Some((kind, bytes)) = input.split_first() else { return };
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Err(error) = used(*kind, text) {
        assert!(!error.to_string().trim().is_empty(), "a reason is given");
    }
}

fn used(kind: u8, text: &str) -> Result<(), DataError> {
    let (data, grammar) = &*SMALL;
    let (mut data, mut grammar) = (data.clone(), grammar.clone());
    match kind % 10 {
        0 => {
            let relation = file(text)?;
            let definitions = Definitions::new(std::slice::from_ref(&relation))?;
            assert_eq!(definitions.iter().count(), 1);
            let other = RuleData { relations: vec![relation], ..RuleData::default() };
            data.merge(other)?;
        }
        1 => {
            let check = file(text)?;
            Check::new(&check, CHECKERS[0].definitions())?;
            data.merge(RuleData { checks: vec![check], ..RuleData::default() })?;
        }
        2 => grammar.forms = file(text)?,
        3 => grammar.constructions = file(text)?,
        4 => grammar.lexicon.add(file(text)?),
        5 => grammar.lexicon.complete(file(text)?),
        6 => data.units = file(text)?,
        7 => data.currencies = file(text)?,
        8 => data.foreign = file(text)?,
        _ if text.starts_with("name") => data.packs[0].language = file(text)?,
        _ => {
            if let Err((line, reason)) = check_source(text) {
                assert!(line >= 1 && !reason.is_empty());
            }
            return Ok(());
        }
    }
    grammar.expand().map_err(DataError::here)?;
    data.packs[0].set_grammar(grammar);
    let options = CheckerOptions { language: Some("en".to_owned()), ..CheckerOptions::default() };
    let checker = Checker::new(data, options)?;
    checker.compile_all()?;
    let document = from_text(String::new(), None, TEXT.to_owned());
    let checked = checker.check(&document)?;
    check_claims(&document, &checked);
    check_relations(&checker, &checked);
    Ok(())
}
