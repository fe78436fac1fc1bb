//! Columns that were worked out from others: changes and shares.

use super::footing::reading;
use super::{Fit, View, same_unit};
use crate::extract::{Claim, Line};
use crate::relate::link::{one, relation};
use crate::relate::relation::{Relation, Tie};
use crate::value::{Decimal, Kind, ValueSet};

/// Rows that must bear out how a column was worked out.
const FEWEST: usize = 2;

/// One way in which a column may have been worked out: the figures that each of its own belongs to.
type Way<'a> = Vec<[&'a Claim; 3]>;

/// Keeps the way that most rows bear out, if hardly any row speaks against it.
fn borne_out<'a>(ways: Vec<Way<'a>>, fit: impl Fn(&[&Claim; 3]) -> Fit) -> Way<'a> {
    let fits = |way: &Way<'_>| way.iter().filter(|row| fit(row) == Fit::Fits).count();
    let counted = ways.into_iter().map(|way| (fits(&way), way));
    // Of equals the first.
    let best = counted.reduce(|best, next| if next.0 > best.0 { next } else { best });
    match best {
        Some((fits, way)) if fits >= FEWEST && (way.len() - fits) * 2 <= fits => way,
        _ => Vec::new(),
    }
}

/// Columns of amounts that stand before another, the nearest first.
fn amounts<'v>(view: &'v View<'_>, before: usize) -> impl Iterator<Item = &'v Line> {
    let amount = |line: &&Line| !line.head.rate && !line.head.change && !line.head.share && !line.cells.is_empty();
    view.lines.get(..before).unwrap_or_default().iter().rev().filter(amount)
}

/// Changes beside the levels that they are the changes of: of two columns, or from row to row.
pub(super) fn changes(view: &View<'_>, relations: &mut Vec<Relation>) {
    for (index, line) in view.lines.iter().enumerate().filter(|(_, line)| line.head.change) {
        let mut levels = amounts(view, index);
        let (last, first) = (levels.next(), levels.next());
        let percent = line.cells.first().is_some_and(|(_, id)| view.ledger.get(*id).kind == Kind::Percent);
        // The figures that a change belongs to: in these columns, so many rows further up or down.
        let rows = |from: (&Line, isize), to: (&Line, isize)| -> Way<'_> {
            let figure = |(line, by): (&Line, isize), at: usize| view.at(line, at.checked_add_signed(by)?);
            let row = |(at, id): &(usize, _)| {
                let (initial, last) = (figure(from, *at)?, figure(to, *at)?);
                let change = view.ledger.get(*id);
                let one_unit = same_unit(initial, last) && (percent || same_unit(change, last));
                one_unit.then_some([initial, last, change])
            };
            line.cells.iter().filter_map(row).collect()
        };
        let mut ways = Vec::new();
        if let Some(last) = last {
            if let Some(first) = first {
                ways.push(rows((first, 0), (last, 0)));
                ways.push(rows((last, 0), (first, 0)));
            }
            // "Year | People | Growth": from the row before, or from the one after where the latest stands first.
            ways.push(rows((last, -1), (last, 0)));
            ways.push(rows((last, 1), (last, 0)));
        }
        let slot = if percent { "rate" } else { "difference" };
        let fit = |[initial, last, change]: &[&Claim; 3]| {
            Fit::of(|level| {
                let (initial, change) = (reading(initial, level), reading(change, level));
                let made = match percent {
                    true => initial.mul(&ValueSet::point(Decimal::ONE).add(&change)),
                    false => initial.add(&change),
                };
                (made, reading(last, level))
            })
        };
        for [initial, last, change] in borne_out(ways, fit) {
            let slots = vec![("initial", one(initial.id)), ("final", one(last.id)), (slot, one(change.id))];
            relations.push(relation("movement", slots, Tie::Construction, view.via));
        }
    }
}

/// Shares beside the amounts that they are the shares of.
pub(super) fn shares(view: &View<'_>, relations: &mut Vec<Relation>) {
    let Some(total) =
        (0..view.across.len()).rfind(|at| view.across.get(*at).is_some_and(|line| line.head.total.is_some()))
    else {
        return;
    };
    for (index, line) in view.lines.iter().enumerate() {
        let percent = line.cells.first().is_some_and(|(_, id)| view.ledger.get(*id).kind == Kind::Percent);
        if !percent || line.head.change {
            continue;
        }
        let way = |amounts: &Line| -> Way<'_> {
            let Some(whole) = view.at(amounts, total) else { return Vec::new() };
            let row = |(at, id): &(usize, _)| {
                let part = view.at(amounts, *at).filter(|_| *at != total)?;
                same_unit(part, whole).then_some([part, whole, view.ledger.get(*id)])
            };
            line.cells.iter().filter_map(row).collect()
        };
        let ways = amounts(view, index).take(FEWEST).map(way).collect();
        let fit = |[part, whole, share]: &[&Claim; 3]| {
            Fit::of(|level| (reading(whole, level).mul(&reading(share, level)), reading(part, level)))
        };
        for [part, whole, share] in borne_out(ways, fit) {
            let slots = vec![("part", one(part.id)), ("whole", one(whole.id)), ("share", one(share.id))];
            relations.push(relation("share", slots, Tie::Construction, view.via));
        }
    }
}
