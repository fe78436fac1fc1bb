//! Verdicts of relations, standings of claims, and implied figures.

use super::conflict::Conflicts;
use super::finding::{Implied, Standing, Verdict};
use super::network::{Constraint, ConstraintId, Depth, Network, VariableId};
use super::propagate::Solver;
use crate::extract::ClaimId;
use crate::relate::file::SlotKind;
use crate::relate::{Filler, Tie};
use crate::value::{Bound, Grain, Level, Period, Unit, ValueSet};

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
            self.verdicts[relation] = self.verdict(relation);
            if self.network.relations[relation].tie > Tie::Far {
                self.imply(relation);
            }
        }
    }

    /// Sets the standing of a claim, unless the id is out of the ledger.
    pub(super) fn stand(&mut self, claim: ClaimId, standing: Standing) {
        if let Some(place) = self.standings.get_mut(claim.0 as usize) {
            *place = standing;
        }
    }

    /// Do the laws of a relation that no conflict holds against hold? Its claims that they confirm agree.
    fn verdict(&mut self, relation: usize) -> Verdict {
        let network = self.network;
        let laws = network.of_relation[relation].clone();
        let tested: Vec<ConstraintId> = laws.filter(|id| self.is_tested(&network.constraints[*id])).collect();
        if tested.is_empty() || tested.iter().any(|id| !self.solver.solve(&[*id], STANDARD, None)) {
            return Verdict::Unknown;
        }
        for id in &tested {
            self.confirm(&network.constraints[*id]);
        }
        match tested.iter().all(|id| self.solver.solve(&[*id], Depth::Written, None)) {
            true => Verdict::Holds,
            false => Verdict::HoldsByRounding,
        }
    }

    /// Does the text say enough for the law to be able to fail: no unknowns, and two figures to hold against each other?
    fn is_tested(&self, constraint: &Constraint) -> bool {
        let variables = || constraint.variables.iter().map(|variable| &self.network.variables[*variable]);
        variables().all(|variable| !variable.is_open()) && variables().filter(|v| v.claim().is_some()).count() > 1
    }

    /// A claim agrees if the other figures alone would tell it, from both sides, and it is what they tell.
    fn confirm(&mut self, constraint: &Constraint) {
        if constraint.is_bound() {
            return;
        }
        for variable in &constraint.variables {
            let Some(claim) = self.network.variables[*variable].claim() else {
                continue;
            };
            if self.solver.solve_alone(constraint, STANDARD, Some(*variable)) && self.tells(*variable) {
                self.stand(claim, Standing::Agrees);
            }
        }
        // One of several figures agrees if it could be the one meant.
        for (call, list) in constraint.alternatives() {
            for element in list {
                let only = constraint.with_only(call, *element);
                let super::network::Term::Variable(variable) = only.terms[*element] else {
                    continue;
                };
                let Some(claim) = self.network.variables[variable].claim() else {
                    continue;
                };
                if self.solver.solve_alone(&only, STANDARD, None)
                    && self.solver.solve_alone(&only, STANDARD, Some(variable))
                    && self.tells(variable)
                {
                    self.stand(claim, Standing::Agrees);
                }
            }
        }
    }

    /// Is a variable that was set free pinned down from both sides by what was just solved?
    fn tells(&self, variable: VariableId) -> bool {
        let told = self.solver.domain(variable);
        is_bounded(told) && *told != self.network.variables[variable].free
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
                && definition.slots.get(*slot).is_some_and(|slot| is_worth_saying(slot.kind))
                && is_bounded(self.solver.domain(*variable))
        });
        let Some((slot, variable)) = found else {
            return;
        };
        let values = self.solver.domain(variable).clone();
        self.implied.push(Implied {
            relation: network.relations[relation].id,
            slot: definition.slots[slot].name.clone(),
            values,
            unit: self.unit(relation, slot),
            period: self.period(relation, slot),
            from: network.claims(&laws),
        });
    }

    fn first_claim(&self, relation: usize, slot: usize) -> Option<&'a crate::extract::Claim> {
        let name = &self.network.definitions[relation]?.slots.get(slot)?.name;
        match self.network.relations[relation].filler(name)? {
            Filler::Claims(ids) => self.network.ledger.claims.get(ids.first()?.0 as usize),
            _ => None,
        }
    }

    /// The unit of the first filled slot of the same group.
    fn unit(&self, relation: usize, slot: usize) -> Option<Unit> {
        let definition = self.network.definitions[relation]?;
        let group = definition.slots.get(slot)?.group.as_ref()?;
        let same = (0..definition.slots.len()).filter(|other| definition.slots[*other].group.as_ref() == Some(group));
        same.filter_map(|slot| self.first_claim(relation, slot)).find_map(|claim| claim.unit.clone())
    }

    /// The year before that of the slot that follows in time. Shorter periods are compared with the one before them or with
    /// the same of the year before, and which of the two is not known.
    fn period(&self, relation: usize, slot: usize) -> Option<Period> {
        let later = self.network.definitions[relation]?.slots.get(slot)?.before?;
        let period = self.first_claim(relation, later)?.context.period?;
        (period.grain() == Grain::Year).then(|| period.shift(-1)).flatten()
    }
}

fn is_worth_saying(kind: SlotKind) -> bool {
    matches!(kind, SlotKind::Level | SlotKind::Percent | SlotKind::Share | SlotKind::Count | SlotKind::Date)
}
