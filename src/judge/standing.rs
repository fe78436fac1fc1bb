//! Verdicts of relations, standings of claims, and implied figures.

use super::conflict::Conflicts;
use super::constraint::{Constraint, Term};
use super::finding::{Implied, Standing, Verdict};
use super::network::{ConstraintId, Depth, Network, VariableId};
use super::propagate::Solver;
use crate::extract::Claim;
use crate::relate::file::SlotKind;
use crate::relate::{Filler, Tie};
use crate::value::{Bound, Decimal, Grain, Kind, Level, Period, Unit, ValueSet};

const STANDARD: Depth = Depth::At(Level::Standard);

/// Does it have both ends?
pub(super) fn is_bounded(set: &ValueSet) -> bool {
    set.hull().is_some_and(|hull| hull.low() != Bound::Unbounded && hull.high() != Bound::Unbounded)
}

/// What judging says of relations and claims once the conflicts are known.
pub(super) struct Standings<'s, 'n, 'a> {
    pub(super) network: &'n Network<'a>,
    pub(super) solver: &'s mut Solver<'n, 'a>,
    pub(super) verdicts: Vec<Verdict>,
    pub(super) standings: Vec<Standing>,
    pub(super) implied: Vec<Implied>,
}

impl<'s, 'n, 'a> Standings<'s, 'n, 'a> {
    pub(super) fn new(network: &'n Network<'a>, solver: &'s mut Solver<'n, 'a>) -> Self {
        Self {
            network,
            solver,
            verdicts: vec![Verdict::Unknown; network.relations.len()],
            standings: vec![Standing::Open; network.ledger.claims.len()],
            implied: Vec::new(),
        }
    }

    pub(super) fn run(&mut self, conflicts: &Conflicts) {
        let mut broken = vec![false; self.network.relations.len()];
        for conflict in conflicts.found.iter().filter(|conflict| conflict.level > Level::Narrow) {
            for id in &conflict.constraints {
                broken[self.network.constraints[*id].relation] = true;
            }
        }
        for (relation, broken) in broken.into_iter().enumerate() {
            if broken {
                self.verdicts[relation] = Verdict::Contradicts;
                continue;
            }
            let mut claims = self.network.relations[relation].claims();
            if claims.any(|claim| conflicts.blocked.contains(&claim)) {
                continue;
            }
            let (verdict, confirmed) = self.verdict(relation);
            self.verdicts[relation] = verdict;
            // Where the figures confirm each other, what else follows from them is no news.
            if !confirmed && self.network.relations[relation].tie >= Tie::Supposed {
                self.imply(relation);
            }
        }
    }

    /// Do the laws of a relation that no conflict holds against hold? Its claims that they confirm agree; the second answer
    /// tells whether there are any.
    fn verdict(&mut self, relation: usize) -> (Verdict, bool) {
        let network = self.network;
        let laws = network.of_relation[relation].clone();
        let tested: Vec<ConstraintId> = laws.filter(|id| self.is_tested(&network.constraints[*id])).collect();
        // Such ties are not searched for conflicts: that their laws fail says only that they were guessed wrongly.
        let holds = |id: &ConstraintId, solver: &mut Solver<'n, 'a>| solver.holds(&network.constraints[*id], STANDARD);
        if tested.is_empty()
            || (network.relations[relation].tie <= Tie::Supposed && !tested.iter().all(|id| holds(id, self.solver)))
        {
            return (Verdict::Unknown, false);
        }
        let mut confirmed = false;
        for id in &tested {
            confirmed |= self.confirm(&network.constraints[*id]);
        }
        match tested.iter().all(|id| self.solver.holds(&network.constraints[*id], Depth::Written)) {
            true => (Verdict::Holds, confirmed),
            false => (Verdict::HoldsByRounding, confirmed),
        }
    }

    /// Does the text say enough for the law to be able to fail: no unknowns, and two figures to hold against each other?
    fn is_tested(&self, constraint: &Constraint) -> bool {
        let variables = || constraint.variables.iter().map(|variable| &self.network.variables[*variable]);
        variables().all(|variable| !variable.is_open()) && variables().filter(|v| v.is_figure()).count() > 1
    }

    /// A claim agrees if the other figures alone would tell it, from both sides, and it is what they tell. Gives whether
    /// any does.
    fn confirm(&mut self, constraint: &Constraint) -> bool {
        if constraint.is_bound(&self.network.variables) || constraint.is_ordering() {
            return false;
        }
        let mut confirmed = false;
        for variable in &constraint.variables {
            confirmed |= self.confirm_one(constraint, *variable);
        }
        // One of several figures agrees if it could be the one meant.
        for (call, list) in constraint.alternatives() {
            for element in list {
                let only = constraint.with_only(call, *element);
                if let Term::Variable(variable) = only.terms[*element]
                    && self.solver.holds(&only, STANDARD)
                {
                    confirmed |= self.confirm_one(&only, variable);
                }
            }
        }
        confirmed
    }

    fn confirm_one(&mut self, constraint: &Constraint, variable: VariableId) -> bool {
        let Some(claim) = self.network.variables[variable].claim() else {
            return false;
        };
        let agrees = self.tells(constraint, variable);
        if agrees && let Some(standing) = self.standings.get_mut(claim.0 as usize) {
            *standing = Standing::Agrees;
        }
        agrees
    }

    /// Do the other figures of a law pin a variable down from both sides?
    fn tells(&mut self, constraint: &Constraint, variable: VariableId) -> bool {
        let free = &self.network.variables[variable].free;
        self.solver.told(constraint, STANDARD, variable).is_some_and(|told| is_bounded(told) && told != free)
    }

    /// The first open slot that the laws of a relation pin down.
    fn imply(&mut self, relation: usize) {
        let network = self.network;
        let Some(definition) = network.definitions[relation] else {
            return;
        };
        let laws: Vec<ConstraintId> = network.of_relation[relation].clone().collect();
        let open = |id: &ConstraintId| {
            let constraint = &network.constraints[*id];
            let mut open = constraint.variables.iter().enumerate().filter(|(position, variable)| {
                network.variables[**variable].is_open()
                    && network.slot_kind(constraint, *position) != Some(SlotKind::Sign)
            });
            match (open.next(), open.next()) {
                (Some((position, variable)), None) => Some((*constraint.slots.get(position)?, *variable)),
                _ => None,
            }
        };
        let mut pinned: Vec<(usize, VariableId)> = laws.iter().filter_map(open).collect();
        pinned.sort_unstable();
        if pinned.is_empty() || !self.solver.solve(&laws, STANDARD, None) {
            return;
        }
        let found = pinned.into_iter().find(|(slot, variable)| {
            network.variables[*variable].claim().is_none()
                && definition.slots.get(*slot).is_some_and(|slot| self.is_worth_saying(relation, slot.kind))
                && !(matches!(definition.slots[*slot].kind, SlotKind::Share | SlotKind::Percent)
                    && self.is_few(relation))
                && is_bounded(self.solver.domain(*variable))
        });
        let Some((slot, variable)) = found else {
            return;
        };
        let values = self.solver.domain(variable).clone();
        let narrow = self.solver.solve(&laws, Depth::At(Level::Narrow), None);
        let written = if narrow { self.solver.domain(variable).clone() } else { values.clone() };
        self.implied.push(Implied {
            relation: network.relations[relation].id,
            slot: definition.slots[slot].name.clone(),
            values,
            written,
            unit: self.unit(relation, slot),
            period: self.period(relation, slot),
            from: network.claims(&laws),
        });
    }

    fn first_claim(&self, relation: usize, slot: usize) -> Option<&'a Claim> {
        let name = &self.network.definitions[relation]?.slots.get(slot)?.name;
        match self.network.relations[relation].filler(name)? {
            Filler::Claims(ids) => self.network.ledger.claims.get(ids.first()?.0 as usize),
            _ => None,
        }
    }

    /// The unit of the first filled slot of the same group. So many at a price per unit are a price.
    fn unit(&self, relation: usize, slot: usize) -> Option<Unit> {
        let definition = self.network.definitions[relation]?;
        let group = definition.slots.get(slot)?.group.as_ref()?;
        let same = (0..definition.slots.len()).filter(|other| definition.slots[*other].group.as_ref() == Some(group));
        let unit = same.filter_map(|slot| self.first_claim(relation, slot)).find_map(|claim| claim.unit.clone())?;
        let taken = definition.slots.iter().any(|slot| slot.kind == SlotKind::Times);
        Some(if taken { Unit { per: None, ..unit } } else { unit })
    }

    /// The year before that of the slot that follows in time. Shorter periods are compared with the one before them or with
    /// the same of the year before, and which of the two is not known.
    fn period(&self, relation: usize, slot: usize) -> Option<Period> {
        let later = self.network.definitions[relation]?.slots.get(slot)?.before?;
        let period = self.first_claim(relation, later)?.context.period?;
        (period.grain() == Grain::Year).then(|| period.shift(-1)).flatten()
    }

    /// Does it speak of so few things that everybody sees what share they are: "one of the three plants"?
    fn is_few(&self, relation: usize) -> bool {
        let claims = self.network.relations[relation].claims();
        claims.filter_map(|id| self.network.ledger.claims.get(id.0 as usize)).all(|claim| {
            let high = claim.reading.standard.hull().and_then(|hull| hull.high().value());
            claim.unit.is_none() && high.is_some_and(|high| high < Decimal::TEN)
        })
    }

    /// The change in percent of what is itself a percentage would only be mistaken for points.
    fn is_worth_saying(&self, relation: usize, kind: SlotKind) -> bool {
        let is_percent = |id| {
            let claim = self.network.ledger.claims.get(id);
            claim.is_some_and(|claim: &Claim| matches!(claim.kind, Kind::Percent | Kind::Points))
        };
        match kind {
            SlotKind::Level | SlotKind::Amount | SlotKind::Share | SlotKind::Count | SlotKind::Date => true,
            SlotKind::Percent => !self.network.relations[relation].claims().any(|id| is_percent(id.0 as usize)),
            _ => false,
        }
    }
}
