//! A figure of the headline and the figures of the body.

use super::likeness::{Likeness, compare, is_counted, meet, meet_plainly, rounds_to, same_circumstances};
use super::slip::{at_other_times, is_enough_for_headline, same_head, slip, unit};
use super::surroundings::Surroundings;
use super::{one, relation};
use crate::extract::{Claim, Ledger};
use crate::relate::fitting::commensurable;
use crate::relate::relation::{Filler, Relation, Tie};
use crate::source::Role;
use crate::value::{Kind, Slip, Value, rounded, significant_digits, slip_between};

/// A figure of the headline stands for one of the body.
pub(super) fn headline(ledger: &Ledger, surroundings: &mut Surroundings<'_, '_>, relations: &mut Vec<Relation>) {
    let (tops, bodies): (Vec<&Claim>, Vec<&Claim>) = ledger
        .claims
        .iter()
        .filter(|claim| is_counted(claim) || is_timed(claim))
        .filter(|claim| !matches!(claim.role, Role::Dateline | Role::Byline))
        .partition(|claim| matches!(claim.role, Role::Headline | Role::Deck));
    for top in tops {
        let (mut firm, mut plainly) = (false, false);
        let mut standing = Vec::new();
        for body in &bodies {
            if body.kind != top.kind || !commensurable(top, body) {
                continue;
            }
            let likeness = compare(top.context.subject.as_ref(), body.context.subject.as_ref());
            let named = is_counted(top)
                && top.kind != Kind::Ordinal
                && matches!(likeness, Likeness::Same | Likeness::Compatible)
                && top.context.direction == body.context.direction
                && same_circumstances(top, body);
            let supports = match likeness {
                _ if is_timed(top) => meet(top, body),
                Likeness::Different | Likeness::Unknown => rounds_to(body, top),
                Likeness::Same | Likeness::Compatible => meet(top, body),
            };
            if named || supports {
                firm |= named;
                plainly |= meet_plainly(top, body) || !supports;
                standing.push(body.id);
            }
        }
        // "Up to 300" stands for "up to 30" as well, but by no slip of the keys.
        if !plainly {
            relations.extend(mistyped(ledger, top, &bodies, standing.is_empty(), surroundings));
        }
        if is_timed(top) {
            continue;
        }
        if standing.is_empty() {
            relations.extend(taken_up(ledger, top, &bodies, surroundings));
        } else {
            let tie = if firm { Tie::Neighbour } else { Tie::Far };
            let slots = vec![("figure", one(top.id)), ("bodies", Filler::Claims(standing))];
            relations.push(relation("headline", slots, tie, "headline"));
        }
    }
}

/// A length of time, or a day with its month: many are told in one article, and one of the headline stands for another of the
/// body only where a slip sets them apart.
fn is_timed(claim: &Claim) -> bool {
    matches!((&claim.value, day_of_month(claim)), (Some(Value::Span(_)), _) | (_, Some(_)))
}

/// The day of a date that is written with its month, and the month.
fn day_of_month(claim: &Claim) -> Option<(u8, u8)> {
    claim.date.filter(|_| claim.value.is_some()).and_then(|parts| parts.day.zip(parts.month))
}

/// The slip between a figure of the headline and one of the body.
fn slip_of(top: &Claim, body: &Claim) -> Option<(Slip, usize)> {
    match (day_of_month(top), day_of_month(body)) {
        (Some((day, month)), Some((other, same))) if month == same => slip_between(day.into(), other.into()),
        (None, None) if unit(top) == unit(body) => slip(top, body).or_else(|| rounding_slip(top, body)),
        _ => None,
    }
}

/// The figure of the body that the headline mistypes. A headline is about what its article is about, so that less is wanted
/// than of two figures of the body; and least of a figure that stands `alone`, that nothing in the body bears out: in 1,200
/// articles there are eleven such.
fn mistyped(
    ledger: &Ledger,
    top: &Claim,
    bodies: &[&Claim],
    alone: bool,
    surroundings: &mut Surroundings<'_, '_>,
) -> Option<Relation> {
    let mut best: Option<(usize, Slip, &Claim)> = None;
    for body in bodies.iter().filter(|body| !at_other_times(ledger, top, body)) {
        let Some((slip, digits)) = slip_of(top, body) else { continue };
        let common = surroundings.common(top.id, body.id);
        let same_head = same_head(top, body);
        let shared = common.shared() + usize::from(same_head);
        let close = surroundings.closeness(&common, same_head);
        let enough = match (slip, digits) {
            _ if alone && top.unit.is_some() => true,
            (Slip::Digit, 0) => close >= 3,
            (Slip::Digit | Slip::Length, ..2) if alone => close >= 1 || shared >= 2,
            _ if alone => shared >= 1,
            _ => is_enough_for_headline(top, slip, digits, shared, close),
        };
        let better = best.is_none_or(|(most, kind, _)| (shared + close, kind) > (most, slip));
        if enough && better {
            best = Some((shared + close, slip, body));
        }
    }
    let (.., body) = best?;
    let slots = vec![("figure", one(top.id)), ("bodies", one(body.id))];
    Some(relation("mistyped-headline", slots, Tie::Slip, "headline-slip"))
}

/// The slip that sets a headline's figure apart from what it would round that of the body to: 43 percent for 34.4.
fn rounding_slip(top: &Claim, body: &Claim) -> Option<(Slip, usize)> {
    let (Some(Value::Number(top)), Some(Value::Number(body))) = (&top.value, &body.value) else { return None };
    if significant_digits(*body) <= significant_digits(*top) {
        return None;
    }
    slip_between(*top, rounded(*body, top.normalize().scale()))
        .filter(|(slip, digits)| *slip == Slip::Swapped && *digits > 1)
}

/// The only figure of the headline's kind in the first sentence of the body is the one that it takes up, where both go the same
/// way.
fn taken_up(
    ledger: &Ledger,
    top: &Claim,
    bodies: &[&Claim],
    surroundings: &mut Surroundings<'_, '_>,
) -> Option<Relation> {
    let first = bodies.first()?.sentence;
    let alike = |body: &&&Claim| body.kind == top.kind && unit(body) == unit(top);
    let mut alike = bodies.iter().take_while(|body| body.sentence == first).filter(alike);
    let (only, other) = (alike.next()?, alike.next());
    let fits = other.is_none()
        && top.context.direction == only.context.direction
        && top.hedge.is_none()
        && only.hedge.is_none()
        && !at_other_times(ledger, top, only)
        && (top.unit.is_some() || same_head(top, only))
        && surroundings.common(top.id, only.id).shared() >= 2;
    let slots = vec![("figure", one(top.id)), ("bodies", one(only.id))];
    fits.then(|| relation("headline", slots, Tie::Neighbour, "headline-slip"))
}
