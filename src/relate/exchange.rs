//! Conversions between currencies: what a construction took for one amount in two currencies is sorted out here, given
//! the band of rates that the two have stood in, and held against the other conversions of the article.
//!
//! All conversions between two currencies have one rate, but nobody says which. So conversions are compared two by two, and
//! the one that is at odds with most others is reported, once.

use super::currencies::Currencies;
use super::link::{one, relation};
use super::relation::{Filler, Relation, Tie};
use crate::extract::{Claim, ClaimId, Ledger, Passage};
use crate::value::{Decimal, Interval, Level, ValueSet};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Conversions between two currencies that are compared with each other, which bounds what an article may cost.
const MOST: usize = 24;

/// How far rates may lie apart before it cannot have been the rate of another day: 0.95 and 1.05 times.
const DRIFT: (Decimal, Decimal) = (Decimal::from_parts(95, 0, 0, false, 2), Decimal::from_parts(105, 0, 0, false, 2));

/// The class of words that say that a rate is not today's.
const OTHER_RATE: &str = "other-rate";

/// One amount in two currencies, the stronger first.
struct Conversion {
    source: ClaimId,
    target: ClaimId,
    sentence: u32,
    /// Units of the target for one of the source, as generously as both may be read.
    rate: ValueSet,
    /// The year that it speaks of, where the text says so.
    year: Option<i32>,
}

/// Which conversions may have one rate: two currencies, both now or both at some other time.
type Group = (Arc<str>, Arc<str>, bool);

/// Puts the conversions that constructions found in order, and ties those of the same currencies.
pub(super) fn exchange(
    ledger: &Ledger,
    passages: &[Passage<'_>],
    currencies: &Currencies,
    relations: &mut Vec<Relation>,
) {
    let found: Vec<Relation> = relations.extract_if(.., |relation| &*relation.name == "conversion").collect();
    if found.is_empty() {
        return;
    }
    let mut groups: Vec<(Group, Vec<Conversion>)> = Vec::new();
    let mut index: FxHashMap<Group, usize> = FxHashMap::default();
    for raw in found {
        let claim = |slot: &str| match raw.filler(slot) {
            Some(Filler::Claims(ids)) => ids.first().map(|id| ledger.get(*id)),
            _ => None,
        };
        let (Some(source), Some(target)) = (claim("source"), claim("target")) else { continue };
        let also = claim("also");
        // Of three amounts that clash with one another two are enough to say so.
        let mut implausible = false;
        let pairs = [Some((source, target)), also.map(|also| (source, also)), also.map(|also| (target, also))];
        for (position, pair) in pairs.into_iter().enumerate() {
            let Some((a, b)) = pair else { continue };
            let (Some(first), Some(second)) = (currency(a), currency(b)) else { continue };
            if first == second || !same_per(a, b) {
                continue;
            }
            let stated = claim("exchange_rate").filter(|_| position == 0);
            let (a, b, band) = oriented(a, b, currencies);
            let mut slots = vec![("source", one(a.id)), ("target", one(b.id))];
            if let Some(stated) = stated.filter(|stated| currency(stated) == currency(b)) {
                slots.push(("exchange_rate", one(stated.id)));
            }
            let rate = wide(b).div(&wide(a));
            if let Some((least, most)) = band {
                slots.push(("least", Filler::Constant(least)));
                slots.push(("most", Filler::Constant(most)));
                let band = Interval::closed(least, most).map_or_else(ValueSet::all, ValueSet::from);
                if band.intersect(&rate).is_empty() {
                    if !std::mem::replace(&mut implausible, true) {
                        relations.push(relation("conversion", slots, raw.tie, &raw.via));
                    }
                    continue;
                }
            }
            if implausible {
                continue;
            }
            relations.push(relation("conversion", slots, raw.tie, &raw.via));
            let (Some(first), Some(second)) = (currency(a), currency(b)) else { continue };
            let group: Group = (first.clone(), second.clone(), is_of_another_time(a, passages));
            let at = *index.entry(group.clone()).or_insert_with(|| {
                groups.push((group, Vec::new()));
                groups.len() - 1
            });
            groups[at].1.push(Conversion {
                source: a.id,
                target: b.id,
                sentence: a.sentence,
                rate,
                year: a.context.period.or(b.context.period).map(|period| chrono::Datelike::year(&period.first())),
            });
        }
    }
    let mut accused = Vec::new();
    for ((first, second, _), mut conversions) in groups {
        conversions.sort_by_key(|conversion| conversion.source.min(conversion.target));
        conversions.truncate(MOST);
        let quotes = quotes(ledger, &first, &second);
        for conversion in tie(conversions, ledger, &mut accused, relations) {
            quoted(&conversion, &quotes, relations);
        }
    }
}

/// Rates that the article gives by themselves: "Rp 15.700 per dolar AS".
fn quotes<'l>(ledger: &'l Ledger, first: &str, second: &str) -> Vec<&'l Claim> {
    let quote = |claim: &&Claim| {
        let unit = claim.unit.as_ref().filter(|unit| *unit.dimension == *second);
        let per = unit.and_then(|unit| unit.per.as_deref());
        per.is_some() && per == first.strip_prefix("money:")
    };
    ledger.claims.iter().filter(quote).take(MOST).collect()
}

/// Holds a conversion against the rates that the article gives: to one of them it must come, if only nearly.
fn quoted(conversion: &Conversion, quotes: &[&Claim], relations: &mut Vec<Relation>) {
    let known = |quote: &&Claim| conversion.meets(&wide(quote), true);
    let near = |quote: &&&Claim| conversion.sentence.abs_diff(quote.sentence);
    if quotes.iter().any(known) {
        return;
    }
    if let Some(quote) = quotes.iter().min_by_key(near) {
        let slots = vec![
            ("source", one(conversion.source)),
            ("target", one(conversion.target)),
            ("exchange_rate", one(quote.id)),
        ];
        let tie = if quote.sentence == conversion.sentence { Tie::SameSentence } else { Tie::Neighbour };
        relations.push(relation("conversion", slots, tie, "exchange-quote"));
    }
}

/// The currency of an amount.
fn currency(claim: &Claim) -> Option<&Arc<str>> {
    let unit = claim.unit.as_ref()?;
    unit.dimension.strip_prefix("money:").is_some().then_some(&unit.dimension)
}

/// The code of a currency, of its dimension "money:USD".
fn code(claim: &Claim) -> &str {
    claim.unit.as_ref().and_then(|unit| unit.dimension.strip_prefix("money:")).unwrap_or_default()
}

fn same_per(a: &Claim, b: &Claim) -> bool {
    let per = |claim: &'_ Claim| claim.unit.as_ref().and_then(|unit| unit.per.clone());
    match (per(a), per(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

fn wide(claim: &Claim) -> ValueSet {
    claim.plain_reading().at(Level::Wide).clone()
}

/// The two amounts with that of the stronger currency first, and the band of their rates.
fn oriented<'c>(
    a: &'c Claim,
    b: &'c Claim,
    currencies: &Currencies,
) -> (&'c Claim, &'c Claim, Option<(Decimal, Decimal)>) {
    match currencies.band(code(a), code(b)) {
        Some((least, most)) if least < Decimal::ONE && !(most > Decimal::ONE && code(a) < code(b)) => {
            (b, a, currencies.band(code(b), code(a)))
        }
        Some(band) => (a, b, Some(band)),
        // Without a band the order of their codes serves to tell two conversions of the same currencies.
        None if code(b) < code(a) => (b, a, None),
        None => (a, b, None),
    }
}

/// Does the sentence speak of the rate of another time ("at the time")?
fn is_of_another_time(claim: &Claim, passages: &[Passage<'_>]) -> bool {
    let at = passages.partition_point(|passage| passage.block < claim.block);
    let Some(passage) = passages.get(at).filter(|passage| passage.block == claim.block) else {
        return false;
    };
    let Some(class) = passage.segment.language.lexicon.class(OTHER_RATE) else {
        return false;
    };
    let sentence = claim.sentence - passage.first.0;
    let sentences = &passage.division.sentence;
    let mut tokens =
        sentences.partition_point(|other| *other < sentence)..sentences.partition_point(|other| *other <= sentence);
    tokens.any(|at| passage.segment.class_at(at, class).is_some())
}

impl Conversion {
    /// Could it have that rate? `drift`: or that of a time not far off.
    fn meets(&self, rate: &ValueSet, drift: bool) -> bool {
        let (low, high) = if drift { DRIFT } else { (Decimal::ONE, Decimal::ONE) };
        let factor = Interval::closed(low, high).map_or_else(ValueSet::all, ValueSet::from);
        !self.rate.mul(&factor).intersect(rate).is_empty()
    }
}

/// May the two be held against each other? Years apart, rates are.
fn comparable(a: &Conversion, b: &Conversion) -> bool {
    let same = a.source == b.source || a.target == b.target || a.source == b.target || a.target == b.source;
    !same && a.year.zip(b.year).is_none_or(|(a, b)| a.abs_diff(b) <= 1)
}

/// Ties each conversion to one that confirms it, or to the one that it is at odds with.
/// `accused`: what is at odds in one currency is not reported again in another. Gives those that nothing speaks against.
fn tie(
    mut conversions: Vec<Conversion>,
    ledger: &Ledger,
    accused: &mut Vec<ClaimId>,
    relations: &mut Vec<Relation>,
) -> Vec<Conversion> {
    let at_odds = |a: &Conversion, b: &Conversion| comparable(a, b) && !a.meets(&b.rate, true);
    while let Some((outlier, _)) = conversions
        .iter()
        .map(|this| conversions.iter().filter(|other| at_odds(this, other)).count())
        .enumerate()
        .max_by_key(|(_, odds)| *odds)
        .filter(|(_, odds)| *odds > 0)
    {
        let this = conversions.remove(outlier);
        if accused.contains(&this.source) || accused.contains(&this.target) {
            continue;
        }
        accused.extend([this.source, this.target]);
        let near = |other: &&Conversion| this.sentence.abs_diff(other.sentence);
        if let Some(other) = conversions.iter().filter(|other| at_odds(&this, other)).min_by_key(near) {
            let same_sentence = ledger.get(this.source).sentence == ledger.get(other.source).sentence;
            relations.push(pair(&this, other, if same_sentence { Tie::SameSentence } else { Tie::Neighbour }));
        }
    }
    for (index, this) in conversions.iter().enumerate() {
        let earlier = conversions[..index].iter().rev();
        if let Some(other) = earlier.into_iter().find(|other| comparable(this, other) && this.meets(&other.rate, false))
        {
            // Rates of two days confirm each other, and accuse nobody of not being one.
            relations.push(pair(this, other, Tie::Far));
        }
    }
    conversions
}

fn pair(this: &Conversion, other: &Conversion, tie: Tie) -> Relation {
    let slots = vec![
        ("source", one(this.source)),
        ("target", one(this.target)),
        ("other_source", one(other.source)),
        ("other_target", one(other.target)),
    ];
    relation("exchange", slots, tie, "exchange")
}
