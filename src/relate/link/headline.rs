//! A figure of the headline and the figures of the body.

use super::likeness::{Likeness, compare, is_counted, meet, rounds_to, same_circumstances};
use super::slip::{at_other_times, same_head, slip, unit};
use super::surroundings::Surroundings;
use super::{one, relation};
use crate::extract::{Claim, Ledger};
use crate::relate::fitting::commensurable;
use crate::relate::relation::{Filler, Relation, Tie};
use crate::source::Role;
use crate::value::{Decimal, Kind, Slip, Value, rounded, significant_digits, slip_between};

/// A figure of the headline stands for one of the body.
pub(super) fn headline(ledger: &Ledger, surroundings: &mut Surroundings<'_, '_>, relations: &mut Vec<Relation>) {
    let (tops, bodies): (Vec<&Claim>, Vec<&Claim>) = ledger
        .claims
        .iter()
        .filter(|claim| is_counted(claim) && !matches!(claim.role, Role::Dateline | Role::Byline))
        .partition(|claim| matches!(claim.role, Role::Headline | Role::Deck));
    for top in tops {
        let mut firm = false;
        let mut standing = Vec::new();
        for body in &bodies {
            if body.kind != top.kind || !commensurable(top, body) {
                continue;
            }
            let likeness = compare(top.context.subject.as_ref(), body.context.subject.as_ref());
            let named = top.kind != Kind::Ordinal
                && matches!(likeness, Likeness::Same | Likeness::Compatible)
                && top.context.direction == body.context.direction
                && same_circumstances(top, body);
            let supports = match likeness {
                Likeness::Different | Likeness::Unknown => rounds_to(body, top),
                Likeness::Same | Likeness::Compatible => meet(top, body),
            };
            if named || supports {
                firm |= named;
                standing.push(body.id);
            }
        }
        if standing.is_empty() {
            relations.extend(mistyped(ledger, top, &bodies, surroundings));
        } else {
            let tie = if firm { Tie::Neighbour } else { Tie::Far };
            let slots = vec![("figure", one(top.id)), ("bodies", Filler::Claims(standing))];
            relations.push(relation("headline", slots, tie, "headline"));
        }
    }
}

/// The figure of the body that the headline mistypes. A headline is about what its article is about, so that less is wanted
/// than of two figures of the body; and the only figure of its kind in the first sentence is the one that it takes up.
fn mistyped(
    ledger: &Ledger,
    top: &Claim,
    bodies: &[&Claim],
    surroundings: &mut Surroundings<'_, '_>,
) -> Option<Relation> {
    let mut best: Option<(usize, Slip, &Claim)> = None;
    for body in bodies.iter().filter(|body| unit(body) == unit(top) && !at_other_times(ledger, top, body)) {
        let Some((slip, digits)) = slip(top, body).or_else(|| rounding_slip(top, body)) else { continue };
        let wanted = match (slip, digits) {
            (Slip::Swapped, _) | (Slip::Scale, 2..) => 1,
            (Slip::Zero, 2..) => 2,
            (Slip::Zero | Slip::Scale, _) if top.unit.is_some() || is_large(top) => 2,
            (Slip::Zero | Slip::Scale, _) | (Slip::Digit, 2..) => 3,
            _ => continue,
        };
        let shared = surroundings.shared(top.id, body.id) + usize::from(same_head(top, body));
        let better = best.is_none_or(|(most, kind, _)| (shared, kind) > (most, slip));
        if shared >= wanted && better {
            best = Some((shared, slip, body));
        }
    }
    let (tie, body) = match best {
        Some((.., body)) => (Tie::Slip, body),
        None => (Tie::Neighbour, taken_up(ledger, top, bodies, surroundings)?),
    };
    let slots = vec![("figure", one(top.id)), ("bodies", one(body.id))];
    Some(relation("headline", slots, tie, "headline-slip"))
}

/// A number that nobody counts on fingers.
fn is_large(claim: &Claim) -> bool {
    matches!(claim.value, Some(Value::Number(number)) if number >= Decimal::ONE_THOUSAND)
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

/// The only figure of the headline's kind in the first sentence of the body, where both go the same way.
fn taken_up<'a>(
    ledger: &Ledger,
    top: &Claim,
    bodies: &[&'a Claim],
    surroundings: &mut Surroundings<'_, '_>,
) -> Option<&'a Claim> {
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
        && surroundings.shared(top.id, only.id) >= 2;
    fits.then_some(*only)
}
