//! What of a newsroom's facts cannot be true together.

use super::Facts;
use super::fact::{Fact, Holds, Name};
use super::row::Place;
use crate::value::Level;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::sync::Arc;

/// Earlier facts of one subject and measure that a fact is held against: a table of one day a row may have very many.
const HELD_AGAINST: usize = 32;

/// How two rows clash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clash {
    /// A name stands for two things.
    Names,
    /// Their values are of different dimensions.
    Units,
    /// Their values have nothing in common.
    Values,
    /// They say one thing twice, which is no contradiction.
    Twice,
}

/// Rows that cannot be true together, or that say one thing twice.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// How.
    pub clash: Clash,
    /// The later of the two rows.
    pub place: Place,
    /// The earlier one.
    pub other: Place,
    /// What is wrong.
    pub what: String,
}

/// All of them, in the order of the tables.
pub fn contradictions(facts: &Facts) -> Vec<Contradiction> {
    let mut found = named_twice(facts, "subject", |fact| &fact.subject);
    found.extend(named_twice(facts, "measure", |fact| &fact.measure));
    let mut groups: FxHashMap<(&str, &str), Vec<&Arc<Fact>>> = FxHashMap::default();
    for fact in facts.iter() {
        groups.entry((&fact.subject.name, &fact.measure.name)).or_default().push(fact);
    }
    for mut group in groups.into_values() {
        let first = |fact: &Fact| fact.holds.days().0.unwrap_or(NaiveDate::MIN);
        group.sort_by_key(|fact| (first(fact), fact.number));
        for (index, fact) in group.iter().enumerate() {
            let earlier = group.iter().take(index).rev().take(HELD_AGAINST);
            found.extend(earlier.filter_map(|other| clash(fact, other)));
        }
    }
    let numbers: FxHashMap<&Place, u32> = facts.iter().map(|fact| (&fact.place, fact.number)).collect();
    let number = |place: &Place| numbers.get(place).copied();
    found.sort_by_key(|found| (number(&found.place), number(&found.other), found.clash));
    found.dedup();
    found
}

/// Two facts of one subject and measure.
fn clash(a: &Fact, b: &Fact) -> Option<Contradiction> {
    if !meet(a.holds, b.holds) {
        return None;
    }
    let (earlier, later) = if a.number < b.number { (a, b) } else { (b, a) };
    let told = |clash, what| {
        let (place, other) = (later.place.clone(), earlier.place.clone());
        Some(Contradiction { clash, place, other, what })
    };
    let about = [&later.subject.name, &later.measure.name, &later.holds.to_string()];
    let about = about.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let value = |fact: &Fact| [fact.value.to_string(), fact.scale.to_string()].join(" ").trim_end().to_owned();
    let (own, others) = (value(later), value(earlier));
    if !later.scale.is_commensurable(&earlier.scale) {
        let what = format!("{about}: {own} cannot be compared with {others} in {}", earlier.place);
        return told(Clash::Units, what);
    }
    if later.reading.at(Level::Standard).intersect(earlier.reading.at(Level::Standard)).is_empty() {
        return told(Clash::Values, format!("{about}: {own} contradicts {others} in {}", earlier.place));
    }
    let what = format!("{about}: {own} is {others} in {} again", earlier.place);
    told(Clash::Twice, what)
}

/// Do the two say something of the same time? A figure for a year says nothing of one for a month.
fn meet(a: Holds, b: Holds) -> bool {
    match (a, b) {
        (Holds::Always, _) | (_, Holds::Always) => true,
        (Holds::For(period), other) | (other, Holds::For(period)) => other.covers(period),
        (Holds::Between(from, to), Holds::Between(other_from, other_to)) => {
            let before =
                |to: Option<NaiveDate>, from: Option<NaiveDate>| to.zip(from).is_some_and(|(to, from)| to < from);
            !before(to, other_from) && !before(other_to, from)
        }
    }
}

/// Names that stand for two things.
fn named_twice<'a>(facts: &'a Facts, column: &str, of: impl Fn(&'a Fact) -> &'a Name) -> Vec<Contradiction> {
    let mut found = Vec::new();
    let mut known: FxHashMap<&str, (&str, &Place)> = FxHashMap::default();
    for fact in facts.iter() {
        let name = of(fact);
        for called in name.all() {
            let (other, place) = *known.entry(called).or_insert((&name.name, &fact.place));
            if other != name.name {
                found.push(Contradiction {
                    clash: Clash::Names,
                    place: fact.place.clone(),
                    other: place.clone(),
                    what: format!("`{called}` names the {column} `{}`, and in {place} `{other}`", name.name),
                });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Units;
    use crate::facts::Format;

    fn found(rows: &str) -> Vec<(Clash, String, String)> {
        let text = format!("subject,aliases,measure,period,valid-from,valid-to,value,unit,tolerance\n{rows}");
        let mut facts = Facts::default();
        let faults = facts.read("t.csv", Format::Csv, text.into_bytes(), &Units::default());
        assert_eq!(faults, []);
        let told = |one: Contradiction| (one.clash, one.place.to_string(), one.other.to_string());
        contradictions(&facts).into_iter().map(told).collect()
    }

    fn one(clash: Clash) -> Vec<(Clash, String, String)> {
        vec![(clash, "t.csv:3".to_owned(), "t.csv:2".to_owned())]
    }

    #[test]
    fn rows_of_one_thing_and_time_must_agree() {
        assert_eq!(found("A,,population,2022,,,1462000,,\nA,,population,2022,,,1426000,,\n"), one(Clash::Values));
        assert_eq!(found("A,,population,2022,,,1462000,,\nA,,population,2023,,,1426000,,\n"), []);
        assert_eq!(found("A,,population,2022,,,1462000,,\nA,,population,2022,,,1460000,,5000\n"), one(Clash::Twice));
        assert_eq!(found("A,,wage,,2022-01-01,2022-12-31,50,USD,\nA,,wage,,2022-07,,61,USD,\n"), one(Clash::Values));
        assert_eq!(found("A,,wage,,2022-01-01,2022-06-30,50,USD,\nA,,wage,,2022-07,,61,USD,\n"), []);
        assert_eq!(found("A,,wage,2022,,,5,USD,\nA,,wage,2022,,,6,EUR,\n"), one(Clash::Units));
        assert_eq!(found("A,,exports,2022,,,5,USD,\nA,,exports,2022-03,,,1,USD,\n"), []);
        assert_eq!(found("A,,founded,,,,1921,date,\nA,,founded,,,,1921-03-04,date,\n"), one(Clash::Twice));
    }

    #[test]
    fn names_stand_for_one_thing() {
        assert_eq!(found("Arenal,the city,height,,,,5,,\nBruma,the city,height,,,,6,,\n"), one(Clash::Names));
    }
}
