//! Totals that announce their parts.

use super::{Definitions, relation};
use crate::extract::{Claim, Ledger};
use crate::relate::complete::fill;
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::{Decimal, Kind, Level, Value, ValueSet};

/// Most parts of a total that announces them, and the sentences after it in which they stand.
const MOST_ANNOUNCED: usize = 6;
const AFTER: u32 = 10;

/// A plain amount: no date, no length of time, no rate.
fn is_amount(claim: &Claim) -> bool {
    let counted = matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity);
    counted && matches!(claim.value, Some(Value::Number(number)) if number > Decimal::ZERO)
}

fn same_unit(a: &Claim, b: &Claim) -> bool {
    a.unit.as_ref().map(|unit| (&unit.code, &unit.per)) == b.unit.as_ref().map(|unit| (&unit.code, &unit.per))
}

/// The sum of some figures, with each of the totals that may be meant.
fn summed_up(parts: &[&Claim], totals: &[&Claim], via: &str, definitions: &Definitions) -> Vec<Relation> {
    let unit = parts.iter().find_map(|claim| claim.unit.as_ref()).map_or(Decimal::ONE, |unit| unit.factor);
    let values = parts.iter().fold(ValueSet::point(Decimal::ZERO), |sum, claim| {
        let own = if claim.unit.is_some() { claim.law_reading() } else { claim.reading.scaled(unit) };
        sum.add(own.at(Level::Standard))
    });
    let ids = parts.iter().map(|claim| claim.id).collect();
    let sum = relation("sum", vec![("parts", Filler::Claims(ids))], Tie::Supposed, via);
    fill(&sum, &"total".into(), &values, totals, definitions)
}

/// "Two loans totalling 96 million": the next two amounts that are said of a loan are the parts of it.
pub(super) fn announced(ledger: &Ledger, definitions: &Definitions, relations: &mut Vec<Relation>) {
    let head = |claim: &Claim| claim.context.subject.as_ref().map(|subject| subject.head.clone());
    for total in ledger.claims.iter().filter(|claim| is_amount(claim) && claim.unit.is_some()) {
        let start = ledger.claims.partition_point(|claim| claim.sentence < total.sentence);
        let mut sentence = ledger.claims[start..].iter().take_while(|claim| claim.sentence == total.sentence);
        // "Two loans totalling 96 million", "220 million in three loans".
        let announces = |claim: &&Claim| {
            claim.kind == Kind::Number
                && claim.unit.is_none()
                && head(claim).is_some_and(|thing| head(total) == Some(thing) || total.id.0 + 1 == claim.id.0)
        };
        let Some(count) = sentence.find(announces) else { continue };
        let (Some(Value::Number(many)), Some(thing)) = (count.value.clone(), head(count)) else { continue };
        let Some(many) = (2..=MOST_ANNOUNCED).find(|most| many == Decimal::from(*most)) else { continue };
        let later = ledger.claims[start..].iter().take_while(|claim| claim.sentence <= total.sentence + AFTER);
        let parts: Vec<&Claim> = later
            .filter(|claim| claim.sentence > total.sentence && is_amount(claim) && same_unit(claim, total))
            .filter(|claim| head(claim).as_ref() == Some(&thing))
            .take(many)
            .collect();
        if parts.len() == many {
            relations.extend(summed_up(&parts, &[total], "announced", definitions));
        }
    }
}

/// "The flood damaged 846 houses. 215 houses were destroyed. Another 318 houses … 313 houses …": the counts of the same noun in
/// the sentences right after a count of it are its parts, if each is smaller and there are three or more.
pub(super) fn gathered(ledger: &Ledger, definitions: &Definitions, relations: &mut Vec<Relation>) {
    let head = |claim: &Claim| claim.context.subject.as_ref().map(|subject| subject.head.clone());
    let number = |claim: &Claim| match claim.value {
        Some(Value::Number(number)) if is_amount(claim) && claim.unit.is_none() && claim.hedge.is_none() => {
            Some(number)
        }
        _ => None,
    };
    let mut counted_until = 0;
    for total in &ledger.claims {
        let (Some(whole), Some(thing)) = (number(total), head(total)) else { continue };
        if total.sentence < counted_until || whole < FEWEST_OF_WHOLE.into() {
            continue;
        }
        let later = &ledger.claims[total.id.0 as usize + 1..];
        let mut parts: Vec<&Claim> = Vec::new();
        let mut last = total.sentence;
        for claim in later.iter().take_while(|claim| claim.sentence <= total.sentence + GATHERED) {
            if claim.sentence > last + 1 || head(claim).as_ref() != Some(&thing) {
                continue;
            }
            match number(claim) {
                Some(part) if part < whole && claim.sentence > total.sentence => parts.push(claim),
                // The same or a larger one is no part; what comes after it is of something else.
                _ => break,
            }
            last = claim.sentence;
        }
        if parts.len() >= FEWEST_PARTS {
            counted_until = last + 1;
            relations.extend(summed_up(&parts, &[total], "gathered", definitions));
        }
    }
}

/// Sentences after a count in which its parts are gathered, how many there must be, and the least count that has such.
const GATHERED: u32 = 5;
const FEWEST_PARTS: usize = 3;
const FEWEST_OF_WHOLE: u32 = 20;
