//! One moment by two clocks: constructions find the two times, their distances from UTC are worked out here.

use crate::extract::{Claim, Ledger};
use crate::relate::relation::{Filler, Relation};
use crate::value::{Clock, Decimal, Value, exact_add, exact_mul};
use std::sync::Arc;

/// Zones that keep their time all year, in minutes east of UTC. Others may be named by the letters of the wrong season.
const STEADY: [i32; 8] = [0, 240, 330, 345, 360, 420, 480, 540];

fn clock(claim: &Claim) -> Option<Clock> {
    match claim.value {
        Some(Value::Clock(clock)) => Some(clock),
        _ => None,
    }
}

/// Gives both times of a `clock` relation as minutes of UTC; without a zone for each there is nothing to compare.
pub(super) fn clocks(ledger: &Ledger, relations: &mut Vec<Relation>) {
    relations.retain_mut(|relation| &*relation.name != "clock" || in_utc(ledger, relation).is_some());
}

fn in_utc(ledger: &Ledger, relation: &mut Relation) -> Option<()> {
    let mut slots = Vec::with_capacity(4);
    for (time, zone, minutes) in [("first", "first_zone", "first_utc"), ("second", "second_zone", "second_utc")] {
        let filler = relation.filler(time)?.clone();
        let id = *filler.claims().first()?;
        let clock = clock(ledger.get(id)).filter(|_| ledger.get(id).hedge.is_none())?;
        let placed = match relation.filler(zone) {
            Some(Filler::Constant(zone)) => Some(*zone),
            _ => None,
        };
        let own = clock.offset_minutes.filter(|offset| STEADY.contains(offset)).map(Decimal::from);
        // "20:00 GMT in Jakarta": the zone that is written is the zone that is meant.
        let zone = if clock.offset_minutes.is_some() { own? } else { placed? };
        let local = i32::from(clock.hour) * 60 + i32::from(clock.minute);
        slots.push((Arc::from(time), filler));
        let utc = exact_add(local.into(), exact_mul(zone, Decimal::NEGATIVE_ONE)?)?;
        slots.push((Arc::from(minutes), Filler::Of(id, utc)));
    }
    relation.slots = slots;
    Some(())
}
