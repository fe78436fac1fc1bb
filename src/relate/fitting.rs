//! Which figures go together in a relation: by kind, unit, and what they count.

use super::definition::{Definition, Slot};
use super::file::SlotKind;
use super::relation::{Filler, Relation};
use crate::extract::{Claim, ClaimId, Content, Ledger, Mention, Passage};
use crate::language::file::Alike;
use crate::value::{Decimal, Kind, SpanUnit, Value};
use std::sync::Arc;

/// Can a claim fill a slot of this kind?
pub fn fits(kind: SlotKind, claim: Kind) -> bool {
    match kind {
        SlotKind::Figure => true,
        SlotKind::Level => matches!(
            claim,
            Kind::Money | Kind::Quantity | Kind::Number | Kind::Percent | Kind::Points | Kind::Range | Kind::Duration
        ),
        SlotKind::Amount => matches!(claim, Kind::Money | Kind::Quantity),
        SlotKind::Written => matches!(claim, Kind::Number | Kind::Quantity | Kind::Percent | Kind::Points),
        SlotKind::Percent => matches!(claim, Kind::Percent | Kind::Points),
        SlotKind::Share | SlotKind::Nearest => matches!(claim, Kind::Percent | Kind::Fraction),
        SlotKind::Multiple => claim == Kind::Multiple,
        SlotKind::Count => matches!(claim, Kind::Number | Kind::Quantity),
        SlotKind::Times => matches!(claim, Kind::Number | Kind::Quantity | Kind::Duration),
        SlotKind::Ordinal => claim == Kind::Ordinal,
        SlotKind::Years => matches!(claim, Kind::Number | Kind::Ordinal | Kind::Duration | Kind::Age),
        SlotKind::Date => matches!(claim, Kind::Date | Kind::Datetime),
        SlotKind::Duration => claim == Kind::Duration,
        SlotKind::Age => matches!(claim, Kind::Age | Kind::Duration | Kind::Number),
        SlotKind::Sign | SlotKind::Weekday | SlotKind::Day | SlotKind::Month | SlotKind::Year => false,
    }
}

/// Are two figures of one dimension, so that they may be added or compared?
pub fn commensurable(a: &Claim, b: &Claim) -> bool {
    let time = |claim: &Claim| matches!(claim.kind, Kind::Date | Kind::Datetime);
    // Points of an index are what the index itself is counted in.
    let unit = |claim: &'_ Claim| claim.unit.clone().filter(|unit| &*unit.dimension != "index");
    match (unit(a), unit(b)) {
        // "From Rp 42.000 to Rp 56.000 a kilo", "to 75 cents a share from 57 cents": what both are taken by is said once.
        (Some(first), Some(second)) => {
            first.dimension == second.dimension
                && (first.per == second.per || first.per.is_none() || second.per.is_none())
        }
        (None, None) => {
            let class = |claim: &Claim| match claim.kind {
                Kind::Date | Kind::Datetime => 1,
                Kind::Time => 2,
                Kind::Duration => 3,
                Kind::Age => 4,
                Kind::Ordinal => 5,
                Kind::Fraction | Kind::Multiple => 6,
                _ => 0,
            };
            class(a) == class(b)
        }
        _ => time(a) && time(b),
    }
}

/// Is every figure of the sentence in the relation that could be one of its lists? A share that was told before and that
/// the pattern did not reach would be missing from the sum.
pub(super) fn holds_all(
    relation: &Relation,
    definition: &Definition,
    ledger: &Ledger,
    passage: &Passage<'_>,
    at: usize,
) -> bool {
    let sentences = &passage.division.sentence;
    let inside = |mention: &Mention| sentences[mention.tokens.start] == sentences[at];
    let first = passage.mentions.partition_point(|mention| sentences[mention.tokens.start] < sentences[at]);
    let mut sentence =
        passage.mentions[first..].iter().zip(&passage.claims[first..]).take_while(|(mention, _)| inside(mention));
    sentence.all(|(_, id)| {
        let claim = ledger.get(*id);
        let lists = definition.slots.iter().filter(|slot| slot.list && fits(slot.kind, claim.kind));
        let mut rivals = lists.filter_map(|slot| match relation.filler(&slot.name) {
            Some(Filler::Claims(claims)) => claims.first().map(|first| ledger.get(*first)),
            _ => None,
        });
        relation.claims().any(|own| own == *id) || !rivals.any(|first| commensurable(first, claim))
    })
}

/// Has a figure a sign of its own where a word of direction says which way it goes: "fell (-10%)"?
pub(super) fn is_signed_twice(relation: &Relation, definition: &Definition, ledger: &Ledger) -> bool {
    let slot = |name: &str| definition.slot(name).map(|index| &definition.slots[index]);
    let negative = |claim: &Claim| matches!(claim.value, Some(Value::Number(number)) if number.is_sign_negative());
    let signed = |(name, filler): &(Arc<str>, Filler)| {
        slot(name).is_some_and(|slot| slot.unsigned) && filler.claims().iter().any(|id| negative(ledger.get(*id)))
    };
    relation.slots.iter().any(signed)
        && relation.slots.iter().any(|(name, _)| slot(name).is_some_and(|slot| slot.kind == SlotKind::Sign))
}

/// Do the claims count the same thing?
pub(super) fn is_alike(relation: &Relation, ledger: &Ledger, alike: Alike) -> bool {
    let heads: Vec<_> =
        relation.claims().map(|id| ledger.get(id).context.subject.as_ref().map(|of| &of.head)).collect();
    let first = heads.iter().copied().flatten().next();
    heads.iter().all(|head| if head.is_some() || alike == Alike::All { *head == first } else { true })
        && (first.is_some() || alike == Alike::Named)
}

/// Does a figure only say how long the list beside it is ("four districts: 51 in the north, 37 …")?
pub(super) fn counts_its_list(relation: &Relation, definition: &Definition, ledger: &Ledger) -> bool {
    let claims = |slot: &Slot| match relation.filler(&slot.name) {
        Some(Filler::Claims(claims)) => claims.clone(),
        _ => Vec::new(),
    };
    let lists = definition.slots.iter().filter(|slot| slot.list && slot.group.is_some());
    lists.filter(|list| claims(list).len() > 1).any(|list| {
        let length = Some(Value::Number(claims(list).len().into()));
        let singles = definition.slots.iter().filter(|slot| !slot.list && slot.group == list.group);
        singles.flat_map(claims).map(|id| ledger.get(id)).any(|claim| claim.unit.is_none() && claim.value == length)
    })
}

/// Is what is taken so many times per that unit: "five years" at "150 a year", not at "150 a month"? What is only counted
/// (shares, houses) is taken by no unit of time.
pub(super) fn is_per_unit(relation: &Relation, definition: &Definition, ledger: &Ledger) -> bool {
    let times = definition.slots.iter().filter(|slot| slot.kind == SlotKind::Times);
    let mut times = times.filter_map(|slot| match relation.filler(&slot.name) {
        Some(Filler::Claims(claims)) => claims.first().map(|id| ledger.get(*id)),
        _ => None,
    });
    let per = relation.claims().find_map(|id| ledger.get(id).unit.as_ref()?.per.as_deref());
    times.all(|claim| {
        let unit = match (&claim.value, &claim.unit) {
            (Some(Value::Span(span)), _) => Some(span.unit.as_str()),
            (_, Some(unit)) => Some(&*unit.code),
            (_, None) => None,
        };
        match (unit, per) {
            (Some(unit), Some(per)) => unit == per,
            (None, Some(per)) => !SpanUnit::is_name(per),
            (_, None) => true,
        }
    })
}

/// Can two figures that the grammar ties be added? "Off 5/8 to 4-3/8": a fraction by itself may be a number.
fn additive(a: &Claim, b: &Claim) -> bool {
    let numbers = matches!((a.kind, b.kind), (Kind::Fraction, Kind::Number) | (Kind::Number, Kind::Fraction));
    commensurable(a, b) || numbers && a.unit.is_none() && b.unit.is_none()
}

/// Is the scale of a group of figures said once, so that a bare one may be meant in it: "48 million euros, 3 more than the 45
/// of last season"? Such a figure is known only by what the others make of it.
pub(super) fn is_scale_said_once(relation: &Relation, definition: &Definition, passage: &Passage<'_>) -> bool {
    let figures = |group: &Arc<str>| {
        let slots = definition.slots.iter().filter(move |slot| slot.group.as_ref() == Some(group));
        let claims = slots.filter_map(|slot| relation.filler(&slot.name)).flat_map(Filler::claims);
        let mention = |id: &ClaimId| passage.mentions.get(passage.claims.binary_search(id).ok()?);
        let figure = |mention: &'_ Mention| match &mention.content {
            Content::Figure(figure) => Some((figure.magnitude, figure.mantissa, mention.unit.is_none())),
            _ => None,
        };
        claims.filter_map(mention).filter_map(figure).collect::<Vec<_>>()
    };
    definition.slots.iter().filter_map(|slot| slot.group.as_ref()).any(|group| {
        let figures = figures(group);
        figures.iter().any(|(magnitude, ..)| *magnitude >= Decimal::ONE_THOUSAND)
            && figures.iter().any(|(magnitude, mantissa, bare)| {
                *bare && *magnitude == Decimal::ONE && mantissa.abs() < Decimal::ONE_THOUSAND
            })
    })
}

/// Are the claims of each group of slots commensurable?
/// With `elide`, a bare number takes the unit of the others, if they have one in common.
pub fn grouped(relation: &Relation, definition: &Definition, ledger: &Ledger, elide: bool) -> bool {
    let mut first: Vec<(&Arc<str>, ClaimId)> = Vec::new();
    for slot in &definition.slots {
        let Some(group) = &slot.group else { continue };
        let Some(Filler::Claims(claims)) = relation.filler(&slot.name) else {
            continue;
        };
        let bare = |claim: &Claim| claim.kind == Kind::Number && claim.unit.is_none();
        for claim in claims {
            // The unit of the group is told by a claim that has one.
            if elide && bare(ledger.get(*claim)) {
                continue;
            }
            match first.iter().find(|(name, _)| *name == group) {
                Some((_, other)) if !additive(ledger.get(*other), ledger.get(*claim)) => {
                    return false;
                }
                Some(_) => {}
                None => first.push((group, *claim)),
            }
        }
    }
    true
}
