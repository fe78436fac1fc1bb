//! What tells whether two figures speak of the same thing.

use crate::extract::{Claim, Subject};
use crate::value::{Kind, Level, Reading, Value};

/// How two subjects compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    Same,
    /// One says less than the other.
    Compatible,
    Different,
    Unknown,
}

pub(super) fn compare(a: Option<&Subject>, b: Option<&Subject>) -> Likeness {
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
pub(super) fn apart(a: Option<&str>, b: Option<&str>) -> bool {
    let Some((a, b)) = a.zip(b) else { return false };
    let within = |a: &str, b: &str| {
        let mut words = a.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words
            .all(|word| b.split(|letter: char| !letter.is_alphanumeric()).any(|other| other.eq_ignore_ascii_case(word)))
    };
    !within(a, b) && !within(b, a)
}

/// Nothing that the text says of two figures sets them apart.
pub(super) fn same_circumstances(a: &Claim, b: &Claim) -> bool {
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
pub(super) fn meet(a: &Claim, b: &Claim) -> bool {
    overlap(&a.law_reading(), &b.law_reading())
}

/// The same without hedges such as "up to", by which 30 and 300 may be one.
pub(super) fn meet_plainly(a: &Claim, b: &Claim) -> bool {
    overlap(&a.plain_reading(), &b.plain_reading())
}

fn overlap(a: &Reading, b: &Reading) -> bool {
    let (a, b) = (a.at(Level::Standard), b.at(Level::Standard));
    let common = a.intersect(b);
    let exact = a.as_point().or(b.as_point()).is_some();
    !a.is_all() && !b.is_all() && !common.is_empty() && (exact || common.as_point().is_none())
}

/// Is the second figure what a headline would make of the first?
pub(super) fn rounds_to(body: &Claim, top: &Claim) -> bool {
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

pub(super) fn is_counted(claim: &Claim) -> bool {
    matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent | Kind::Points | Kind::Ordinal)
}
