//! Links: relations made across sentences, by what figures speak of.
//!
//! A link that could be wrong about *what belongs together* is tied loosely: it can confirm a figure, not accuse one.

use super::construction::commensurable;
use super::relation::{DatePart, Filler, Relation, RelationId, Tie};
use crate::extract::{Claim, ClaimId, Ledger, Passage, Subject};
use crate::source::Role;
use crate::value::{Grain, Kind, Level, Value, exact_mul};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How many earlier claims of the same subject a claim is held against.
const CANDIDATES: usize = 4;

/// A trip or meeting that days are counted of lasts at most so many.
const LONGEST_STAY: u32 = 14;

pub(super) fn relation(name: &str, slots: Vec<(&str, Filler)>, tie: Tie, via: &str) -> Relation {
    let slots = slots.into_iter().map(|(slot, filler)| (Arc::from(slot), filler)).collect();
    Relation { id: RelationId(0), name: name.into(), slots, tie, via: via.into(), guards: Vec::new() }
}

pub(super) fn one(claim: ClaimId) -> Filler {
    Filler::Claims(vec![claim])
}

/// All links of an article.
pub fn link(ledger: &Ledger, passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    calendar(ledger, relations);
    headline(ledger, relations);
    anaphora(ledger, passages, relations);
    restatements(ledger, relations);
    captions(ledger, relations);
    stays(ledger, relations);
}

/// The parts of one date must fit each other.
fn calendar(ledger: &Ledger, relations: &mut Vec<Relation>) {
    for claim in &ledger.claims {
        let Some(parts) = claim.date else { continue };
        let (Some(_), Some(_)) = (parts.day, parts.month) else {
            continue;
        };
        let part = |part| Filler::Part(claim.id, part);
        let mut slots = vec![("day", part(DatePart::Day)), ("month", part(DatePart::Month))];
        if parts.year.is_some() {
            slots.push(("year", part(DatePart::Year)));
        }
        if parts.weekday.is_some() && claim.value.is_some() {
            slots.insert(0, ("weekday", part(DatePart::Weekday)));
            slots.insert(0, ("date", one(claim.id)));
        }
        relations.push(relation("calendar", slots, Tie::Construction, "date"));
    }
}

/// Sentences that "those 34 …" looks back over.
const ANAPHOR_SENTENCES: u32 = 5;

/// Figures below this are as often a part of what was counted before as the same thing again.
const TELLING: u32 = 10;

/// Two counts further apart than by this factor are hardly meant to be one.
const SLIP_FACTOR: u32 = 4;

/// A plain number without hedges that is large enough to be recognised.
fn is_telling(claim: &Claim) -> bool {
    claim.hedge.is_none() && matches!(claim.value, Some(Value::Number(number)) if number >= TELLING.into())
}

fn alike_in_size(a: &Claim, b: &Claim) -> bool {
    let (Some(Value::Number(a)), Some(Value::Number(b))) = (&a.value, &b.value) else { return false };
    let times = |number| exact_mul(number, SLIP_FACTOR.into());
    times(*a).is_some_and(|most| *b <= most) && times(*b).is_some_and(|most| *a <= most)
}

/// How two subjects compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Likeness {
    Same,
    /// One says less than the other.
    Compatible,
    Different,
    Unknown,
}

fn compare(a: Option<&Subject>, b: Option<&Subject>) -> Likeness {
    let (Some(a), Some(b)) = (a, b) else {
        return Likeness::Unknown;
    };
    if a.head != b.head {
        return Likeness::Different;
    }
    if a.modifiers == b.modifiers {
        return Likeness::Same;
    }
    let within = |a: &Subject, b: &Subject| a.modifiers.iter().all(|modifier| b.modifiers.contains(modifier));
    if within(a, b) || within(b, a) { Likeness::Compatible } else { Likeness::Different }
}

/// Are two places or speakers others, and neither named within the other: "Tirto" lies in "Desa Karangsari, Kabupaten Tirto"?
fn apart(a: Option<&str>, b: Option<&str>) -> bool {
    let Some((a, b)) = a.zip(b) else { return false };
    let within = |a: &str, b: &str| {
        let mut words = a.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words
            .all(|word| b.split(|letter: char| !letter.is_alphanumeric()).any(|other| other.eq_ignore_ascii_case(word)))
    };
    !within(a, b) && !within(b, a)
}

/// Nothing that the text says of two figures sets them apart.
fn same_circumstances(a: &Claim, b: &Claim) -> bool {
    let (a, b) = (&a.context, &b.context);
    let periods = match (&a.period, &b.period) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    periods
        && a.modality == b.modality
        && !apart(a.speaker.as_deref(), b.speaker.as_deref())
        && !apart(a.place.as_deref(), b.place.as_deref())
}

/// Do the figures, as they may be read, have values in common? Readings that only touch (6.4 and 6.5) do not.
fn meet(a: &Claim, b: &Claim) -> bool {
    let (a, b) = (a.law_reading(), b.law_reading());
    let (a, b) = (a.at(Level::Standard), b.at(Level::Standard));
    let common = a.intersect(b);
    let exact = a.as_point().or(b.as_point()).is_some();
    !a.is_all() && !b.is_all() && !common.is_empty() && (exact || common.as_point().is_none())
}

/// Is the second figure what a headline would make of the first?
fn rounds_to(body: &Claim, top: &Claim) -> bool {
    let exact = |claim: &Claim| match claim.value {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    };
    let same_unit = body.unit.as_ref().map(|unit| &unit.code) == top.unit.as_ref().map(|unit| &unit.code);
    match exact(body) {
        Some(number) if same_unit => top.reading.narrow.contains(number),
        _ => meet(body, top),
    }
}

fn is_counted(claim: &Claim) -> bool {
    matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent | Kind::Points | Kind::Ordinal)
}

/// A figure of the headline stands for one of the body.
fn headline(ledger: &Ledger, relations: &mut Vec<Relation>) {
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
        if !standing.is_empty() {
            let tie = if firm { Tie::Neighbour } else { Tie::Far };
            let slots = vec![("figure", one(top.id)), ("bodies", Filler::Claims(standing))];
            relations.push(relation("headline", slots, tie, "headline"));
        }
    }
}

/// "Those 34 students", "83 laporan itu": the figure points back to the last one of the same noun.
fn anaphora(ledger: &Ledger, passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    for passage in passages {
        let segment = &passage.segment;
        let Some(class) = segment.language.lexicon.class("anaphor") else {
            return;
        };
        for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
            let claim = ledger.get(*id);
            if claim.kind != Kind::Number {
                continue;
            }
            let Some(subject) = &claim.context.subject else {
                continue;
            };
            let before = mention.tokens.start.checked_sub(1);
            let points_before = before.is_some_and(|at| {
                segment.class_at(at, class).is_some_and(|(end, value)| {
                    end == mention.tokens.start && segment.language.lexicon.value(value) == "before"
                })
            });
            let after = segment.tokens.partition_point(|token| (token.end as usize) <= subject.span.end);
            let points_at = |at: usize| {
                let word = segment.class_at(at, class);
                word.is_some_and(|(_, value)| segment.language.lexicon.value(value) != "before")
            };
            // "rumah itu", "rumah yang terendam itu".
            let relative = segment.language.lexicon.class("relative");
            let relative = relative.and_then(|class| segment.class_at(after, class)).map(|(end, _)| end + 1);
            let points_after =
                subject.span.start > claim.span.start && (points_at(after) || relative.is_some_and(points_at));
            if !(points_before || points_after) {
                continue;
            }
            // "14 of the 34 victims" restates nothing of its own sentence, and a small number is soon another one.
            if !is_telling(claim) {
                continue;
            }
            let near = |other: &&Claim| claim.sentence - other.sentence <= ANAPHOR_SENTENCES;
            let earlier = ledger.claims[..id.0 as usize].iter().rev().take_while(near).filter(|other| {
                other.kind == Kind::Number
                    && other.sentence < claim.sentence
                    && !matches!(other.role, Role::Headline | Role::Deck)
                    && is_telling(other)
                    && alike_in_size(other, claim)
                    && matches!(
                        compare(other.context.subject.as_ref(), Some(subject)),
                        Likeness::Same | Likeness::Compatible
                    )
            });
            let candidates: Vec<&Claim> = earlier.take(CANDIDATES).collect();
            // Any of them may be meant; only when none fits does the text not add up.
            let meant = candidates.iter().find(|other| meet(other, claim)).or(candidates.first());
            if let Some(meant) = meant {
                let slots = vec![("first", one(meant.id)), ("second", one(*id))];
                relations.push(relation("restatement", slots, Tie::Anaphor, "anaphor"));
            }
        }
    }
}

/// Figures of one subject that agree confirm each other.
fn restatements(ledger: &Ledger, relations: &mut Vec<Relation>) {
    let mut last: FxHashMap<&str, Vec<ClaimId>> = FxHashMap::default();
    for claim in &ledger.claims {
        if !is_counted(claim) || claim.kind == Kind::Ordinal || matches!(claim.role, Role::Headline | Role::Deck) {
            continue;
        }
        let Some(subject) = &claim.context.subject else {
            continue;
        };
        let earlier = last.entry(&subject.head).or_default();
        let same = earlier.iter().rev().take(CANDIDATES).map(|id| ledger.get(*id)).find(|other| {
            other.sentence != claim.sentence
                && other.kind == claim.kind
                && commensurable(other, claim)
                && matches!(
                    compare(other.context.subject.as_ref(), Some(subject)),
                    Likeness::Same | Likeness::Compatible
                )
                && same_circumstances(other, claim)
                && meet(other, claim)
        });
        if let Some(other) = same {
            let slots = vec![("first", one(other.id)), ("second", one(claim.id))];
            relations.push(relation("restatement", slots, Tie::Far, "same-subject"));
        }
        earlier.push(claim.id);
    }
}

/// A day by itself, as a date or a weekday.
fn day(claim: &Claim) -> Option<chrono::NaiveDate> {
    match &claim.value {
        Some(Value::Period(period)) if period.grain() == Grain::Day => period.as_day(),
        _ => None,
    }
}

/// The day of a picture is the day that the text names by its weekday.
fn captions(ledger: &Ledger, relations: &mut Vec<Relation>) {
    let written = |claim: &&Claim| claim.date.is_some_and(|parts| parts.day.is_some() && parts.month.is_some());
    for caption in ledger.claims.iter().filter(|claim| claim.role == Role::Caption).filter(written) {
        let Some(date) = day(caption) else { continue };
        let weekday = ledger.claims.iter().find(|claim| {
            let alone = claim.date.is_some_and(|parts| parts.weekday.is_some() && parts.day.is_none());
            alone && claim.role != Role::Caption && day(claim) == Some(date)
        });
        if let Some(weekday) = weekday {
            let slots = vec![("first", one(caption.id)), ("second", one(weekday.id))];
            relations.push(relation("same-day", slots, Tie::Far, "caption"));
        }
    }
}

/// "The two-day visit … on Friday": the first day that the text names, and the day in the same sentence.
fn stays(ledger: &Ledger, relations: &mut Vec<Relation>) {
    for claim in ledger.claims.iter().filter(|claim| claim.kind == Kind::Duration) {
        let Some(Value::Span(span)) = &claim.value else {
            continue;
        };
        if span.unit != crate::value::SpanUnit::Day || span.count > LONGEST_STAY.into() || claim.hedge.is_some() {
            continue;
        }
        let days = |claim: &&Claim| {
            day(claim).is_some() && !matches!(claim.role, Role::Dateline | Role::Byline | Role::Caption)
        };
        let end = ledger.claims.iter().filter(days).find(|day| day.sentence == claim.sentence);
        let Some(end) = end else { continue };
        let start = ledger.claims.iter().filter(days).find(|day| day.sentence < claim.sentence);
        let Some(start) = start.filter(|start| day(start) < day(end)) else {
            continue;
        };
        let slots = vec![("start", one(start.id)), ("end", one(end.id)), ("length", one(claim.id))];
        relations.push(relation("span", slots, Tie::Far, "stay"));
    }
}
