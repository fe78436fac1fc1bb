//! The checklist: the claims that the article itself neither confirms nor refutes, most consequential first.

use super::finding::Standing;
use crate::extract::{Claim, ClaimId, Ledger};
use crate::source::Role;
use crate::value::{Decimal, Kind};
use rustc_hash::FxHashSet;
use serde::Serialize;

/// What is at stake if a claim is wrong, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stake {
    /// An amount of money.
    Money,
    /// A number of people.
    People,
    /// The first, the largest, a record.
    Rank,
    /// A percentage, a change in points, a multiple.
    Rate,
    /// Any other number.
    Amount,
    /// Times and all else.
    Other,
}

impl Stake {
    /// The word shown in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Stake::Money => "money",
            Stake::People => "people",
            Stake::Rank => "rank",
            Stake::Rate => "rate",
            Stake::Amount => "amount",
            Stake::Other => "other",
        }
    }
}

/// What is to be checked by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A claim.
    Claim(ClaimId),
    /// A word of rank that belongs to no figure: an index of `Ledger::superlatives`.
    Superlative(usize),
}

/// A line of the checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// What is to be checked.
    pub item: Item,
    /// Why it comes where it comes.
    pub stake: Stake,
}

/// All that is open: by what is at stake, prose before the cells of tables, then in the order of the text.
pub(super) fn checklist(ledger: &Ledger, standings: &[Standing]) -> Vec<Task> {
    let of_rank: FxHashSet<ClaimId> = ledger.superlatives.iter().filter_map(|superlative| superlative.claim).collect();
    let ranked = |claim: &Claim| of_rank.contains(&claim.id);
    let open = |claim: &&Claim| standings.get(claim.id.0 as usize).is_none_or(|standing| *standing == Standing::Open);
    let claims = ledger.claims.iter().filter(open).map(|claim| {
        let people = ledger.people.binary_search(&claim.id).is_ok();
        let stake = match stake(claim, people) {
            stake if ranked(claim) => stake.min(Stake::Rank),
            stake => stake,
        };
        ((claim.role == Role::Cell, claim.span.start), Task { item: Item::Claim(claim.id), stake })
    });
    let alone = ledger.superlatives.iter().enumerate().filter(|(_, superlative)| superlative.claim.is_none());
    let superlatives = alone.map(|(index, superlative)| {
        ((false, superlative.span.start), Task { item: Item::Superlative(index), stake: Stake::Rank })
    });
    let mut tasks: Vec<((bool, usize), Task)> = claims.chain(superlatives).collect();
    tasks.sort_by_key(|(place, task)| (task.stake, *place));
    tasks.into_iter().map(|(_, task)| task).collect()
}

/// Bare numbers below this are seldom wrong and seldom matter: "two of them".
const FEW: Decimal = Decimal::TEN;

fn stake(claim: &Claim, people: bool) -> Stake {
    let high = || claim.reading.narrow.hull().and_then(|hull| hull.high().value());
    let few = || claim.unit.is_none() && high().is_some_and(|high| high < FEW);
    let is_money = claim.unit.as_ref().is_some_and(|unit| unit.dimension.starts_with("money"));
    match claim.kind {
        Kind::Money => Stake::Money,
        _ if is_money => Stake::Money,
        Kind::Number | Kind::Quantity | Kind::Range if people => Stake::People,
        Kind::Percent | Kind::Points | Kind::Multiple | Kind::Fraction => Stake::Rate,
        Kind::Number | Kind::Quantity | Kind::Range if !few() => Stake::Amount,
        Kind::Number | Kind::Quantity | Kind::Range => Stake::Other,
        Kind::Ordinal | Kind::Date | Kind::Time | Kind::Datetime | Kind::Duration | Kind::Age => Stake::Other,
    }
}
