//! Which matches of one sentence are kept.

use crate::extract::ClaimId;
use crate::relate::relation::Relation;

/// Keeps what the constructions of one sentence say, each thing once.
pub(super) fn keep(mut found: Vec<Match>, relations: &mut Vec<Relation>) {
    keep_leftmost(&mut found);
    let mut found = found.into_iter().map(|matched| matched.relation).collect();
    keep_fullest(&mut found);
    relations.extend(found);
}

/// A relation and the tokens that it was read from.
pub(super) struct Match {
    pub(super) relation: Relation,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Of matches of one construction that end at the same claim, the one that starts first stays: in "248,000 dollars, or 10
/// cents a share, up from 271,000 dollars" the words between belong to the first figure.
fn keep_leftmost(found: &mut Vec<Match>) {
    let keep: Vec<bool> = (0..found.len())
        .map(|index| {
            let this = &found[index];
            !found.iter().any(|other| {
                other.relation.via == this.relation.via
                    && other.end == this.end
                    && other.start < this.start
                    && other.relation.slots.len() >= this.relation.slots.len()
            })
        })
        .collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
}

/// Of relations of one name whose claims are among another's, only the other stays.
fn keep_fullest(found: &mut Vec<Relation>) {
    let claims: Vec<Vec<ClaimId>> = found.iter().map(|relation| relation.claims().collect()).collect();
    let covered = |index: usize| {
        (0..found.len()).any(|other| {
            let same = found[other].name == found[index].name;
            let within = claims[index].iter().all(|claim| claims[other].contains(claim));
            let larger =
                found[other].slots.len() > found[index].slots.len() || claims[other].len() > claims[index].len();
            let first = found[other].slots.len() == found[index].slots.len()
                && claims[other].len() == claims[index].len()
                && other < index;
            same && other != index && within && (larger && claims[other].len() >= claims[index].len() || first)
        })
    };
    let keep: Vec<bool> = (0..found.len()).map(|index| !covered(index)).collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
}
