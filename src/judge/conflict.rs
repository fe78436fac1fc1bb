//! Conflicts: minimal sets of laws that cannot all hold.

use super::constraint::Constraint;
use super::network::{ConstraintId, Depth, Network, VariableId};
use super::propagate::Solver;
use crate::extract::ClaimId;
use crate::relate::{Filler, Relation, Tie};
use crate::value::Level;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// Relations solved together at most.
const MOST_RELATIONS: usize = 64;
/// Conflicts reported from one article's clusters at most, at each level.
const MOST_CONFLICTS: usize = 64;
/// Weakest tie of a restatement that keeps other laws from using its figures: what is only guessed to be the
/// same figure must not silence a law that the grammar itself states.
const BLOCKS: Tie = Tie::SameSentence;

/// Laws that cannot all hold, none of which can be left out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Conflict {
    /// The widest level at which they clash.
    pub(super) level: Level,
    pub(super) constraints: Vec<ConstraintId>,
}

/// What the search found.
#[derive(Debug, Default)]
pub(super) struct Conflicts {
    pub(super) found: Vec<Conflict>,
    /// Those of relations that are only supposed.
    pub(super) supposed: Vec<Conflict>,
    /// Claims at odds with their own restatement; laws that use them prove nothing.
    pub(super) blocked: Vec<ClaimId>,
}

/// Finds the conflicts of an article, at the widest level first.
pub(super) struct Search<'s, 'n, 'a> {
    pub(super) network: &'n Network<'a>,
    pub(super) solver: &'s mut Solver<'n, 'a>,
    pub(super) levels: &'static [Level],
    live: Vec<bool>,
    /// For each constraint, the widest level at which it fails by itself.
    fails: Vec<Option<Level>>,
}

impl<'s, 'n, 'a> Search<'s, 'n, 'a> {
    pub(super) fn new(network: &'n Network<'a>, solver: &'s mut Solver<'n, 'a>, levels: &'static [Level]) -> Self {
        let live = network.relations.iter().map(|relation| relation.tie > Tie::Supposed).collect();
        let mut out = Self { network, solver, levels, live, fails: vec![None; network.constraints.len()] };
        for (id, constraint) in network.constraints.iter().enumerate() {
            if out.live[constraint.relation] {
                out.fails[id] = out.failing_level(id);
            }
        }
        out
    }

    /// What holds at the strictest level holds at the wider ones, which spares most of the work.
    fn failing_level(&mut self, id: ConstraintId) -> Option<Level> {
        let network = self.network;
        let constraint = &network.constraints[id];
        let (strictest, wider) = self.levels.split_last()?;
        if self.solver.holds(constraint, Depth::At(*strictest)) {
            return self.is_explained(constraint).then_some(Level::Standard);
        }
        let fails = wider.iter().find(|level| !self.solver.holds(constraint, Depth::At(**level)));
        Some(*fails.unwrap_or(strictest))
    }

    /// Does the law fail to the digit, while what explains its break holds to the digit? "Rose 300 percent, from 4,000 to
    /// 12,000": rounding might save it, and is the less likely of the two.
    fn is_explained(&mut self, constraint: &Constraint) -> bool {
        const NARROW: Depth = Depth::At(Level::Narrow);
        let network = self.network;
        let is_open = |variable: &VariableId| network.variables[*variable].is_open();
        network.explanations_of(constraint).any(|explanation| {
            !explanation.variables.iter().any(is_open)
                && self.solver.holds(explanation, NARROW)
                && !self.solver.holds(constraint, NARROW)
        })
    }

    pub(super) fn run(mut self) -> Conflicts {
        let mut out = Conflicts::default();
        for level in self.levels {
            self.alone(*level, true, &mut out);
        }
        self.block(&mut out);
        let consistent = self.is_consistent();
        for level in self.levels {
            self.alone(*level, false, &mut out);
            if !consistent {
                self.together(*level, &mut out);
            }
        }
        self.supposed(&mut out);
        out
    }

    /// What is only supposed to belong together is judged by itself, and never with figures that clash already.
    fn supposed(&mut self, out: &mut Conflicts) {
        let network = self.network;
        let accused: FxHashSet<ClaimId> =
            out.found.iter().flat_map(|found| network.claims(&found.constraints)).collect();
        // By claim: an article may hold very many relations.
        let mut of_claim: FxHashMap<ClaimId, Vec<usize>> = FxHashMap::default();
        for (index, relation) in network.relations.iter().enumerate().filter(|(_, one)| one.tie <= Tie::Supposed) {
            relation.claims().for_each(|claim| of_claim.entry(claim).or_default().push(index));
        }
        for (index, relation) in network.relations.iter().enumerate().filter(|(_, one)| one.tie == Tie::Supposed) {
            let failing = network.of_relation[index].clone().filter_map(|id| Some((self.failing_level(id)?, id)));
            let worst = failing.max_by_key(|(level, id)| (*level, Reverse(network.constraints[*id].figures)));
            // Another choice for the same slot that fits shows that this one is not meant.
            let anchored = |other: &Relation| {
                other.name == relation.name
                    && other.tie <= Tie::Supposed
                    && other.slots.len() == relation.slots.len()
                    && other.slots.iter().zip(&relation.slots).any(|(a, b)| a == b && matches!(a.1, Filler::Claims(_)))
            };
            let mut broken = worst.map(|(level, id)| (level, vec![id]));
            if broken.is_none() {
                broken = self.broken_together(index);
            }
            let mut near = relation.claims().filter_map(|claim| of_claim.get(&claim)).flatten();
            if let Some((level, constraints)) = broken
                && !relation.claims().any(|claim| accused.contains(&claim))
                && !near.any(|other| *other != index && anchored(&network.relations[*other]) && self.is_kept(*other))
            {
                out.supposed.push(Conflict { level, constraints });
            }
        }
    }

    /// Laws of one relation that hold each by itself, but not together: a percentage and a step that end at one level.
    fn broken_together(&mut self, relation: usize) -> Option<(Level, Vec<ConstraintId>)> {
        let laws = self.interacting(&[relation]);
        if laws.len() < 2 {
            return None;
        }
        let level = self.levels.iter().find(|level| !self.solver.solve(&laws, Depth::At(**level), None))?;
        Some((*level, self.minimal(laws, *level)))
    }

    /// Do all laws of a relation hold, by the standard reading?
    fn is_kept(&mut self, relation: usize) -> bool {
        let laws = self.network.of_relation[relation].clone();
        laws.into_iter().all(|id| self.solver.holds(&self.network.constraints[id], Depth::At(Level::Standard)))
    }

    /// Do all laws of all clusters hold together at the strictest level, and hence at all?
    fn is_consistent(&mut self) -> bool {
        let Some(strictest) = self.levels.last() else {
            return true;
        };
        let relations = (0..self.live.len()).filter(|relation| self.live[*relation]).collect();
        self.clusters(relations).into_iter().all(|cluster| {
            let constraints = self.interacting(&cluster);
            constraints.len() < 2 || self.solver.solve(&constraints, Depth::At(*strictest), None)
        })
    }

    /// Relations of which one law fails by itself.
    fn alone(&mut self, level: Level, identities: bool, out: &mut Conflicts) {
        for relation in 0..self.network.relations.len() {
            if !self.live[relation] {
                continue;
            }
            // The law with the fewest figures says most plainly what is wrong.
            let laws = self.network.of_relation[relation].clone();
            let broken = laws
                .filter(|id| self.fails[*id] == Some(level))
                .filter(|id| self.network.constraints[*id].is_identity() == identities)
                .min_by_key(|id| self.network.constraints[*id].figures);
            if let Some(id) = broken {
                self.live[relation] = false;
                out.found.push(Conflict { level, constraints: vec![id] });
            }
        }
    }

    /// Figures that clash with their own restatement say nothing sure about others.
    fn block(&mut self, out: &mut Conflicts) {
        let network = self.network;
        for conflict in out.found.iter().filter(|conflict| conflict.level > Level::Narrow) {
            for id in conflict.constraints.iter().filter(|id| network.tie(**id) >= BLOCKS) {
                let sides = network.constraints[*id].bare_sides();
                out.blocked.extend(sides.filter_map(|variable| network.variables[variable].claim()));
            }
        }
        for (relation, live) in self.live.iter_mut().enumerate() {
            *live &= !network.relations[relation].claims().any(|claim| out.blocked.contains(&claim));
        }
    }

    /// Laws that hold one by one, but not together.
    fn together(&mut self, level: Level, out: &mut Conflicts) {
        let mut conflicts = 0;
        let mut waiting = self.clusters((0..self.live.len()).filter(|relation| self.live[*relation]).collect());
        while let Some(cluster) = waiting.pop() {
            let constraints = self.interacting(&cluster);
            if constraints.len() < 2 || self.solver.solve(&constraints, Depth::At(level), None) {
                continue;
            }
            let minimal = self.minimal(constraints, level);
            for id in &minimal {
                self.live[self.network.constraints[*id].relation] = false;
            }
            out.found.push(Conflict { level, constraints: minimal });
            conflicts += 1;
            if conflicts >= MOST_CONFLICTS {
                return;
            }
            waiting.extend(self.clusters(cluster.into_iter().filter(|relation| self.live[*relation]).collect()));
        }
    }

    /// The laws of a cluster that can narrow something for another of them. A law with an unknown that no other law speaks
    /// of can always be met, and one that shares nothing has been judged by itself.
    fn interacting(&self, cluster: &[usize]) -> Vec<ConstraintId> {
        let network = self.network;
        let mut constraints: Vec<ConstraintId> =
            cluster.iter().flat_map(|relation| network.of_relation[*relation].clone()).collect();
        // A map, not a list of all variables: there may be as many clusters as variables.
        let mut degrees: FxHashMap<VariableId, usize> = FxHashMap::default();
        for variable in constraints.iter().flat_map(|id| &network.constraints[*id].variables) {
            *degrees.entry(*variable).or_default() += 1;
        }
        loop {
            let before = constraints.len();
            constraints.retain(|id| {
                let variables = &network.constraints[*id].variables;
                let shares =
                    variables.iter().any(|variable| degrees[variable] > 1 && !network.variables[*variable].is_fixed());
                let loose = |variable: &usize| degrees[variable] < 2 && network.variables[*variable].is_unknown();
                let keeps = shares && !variables.iter().any(loose);
                if !keeps {
                    for variable in variables {
                        degrees.entry(*variable).and_modify(|degree| *degree -= 1);
                    }
                }
                keeps
            });
            if constraints.len() == before {
                return constraints;
            }
        }
    }

    /// Relations that hang together by their claims, in groups of bounded size: where a group is too large its weakest
    /// ties are left out.
    fn clusters(&self, relations: Vec<usize>) -> Vec<Vec<usize>> {
        let mut out = Vec::new();
        let mut waiting = vec![relations];
        while let Some(relations) = waiting.pop() {
            for group in self.connected(&relations) {
                if group.len() <= MOST_RELATIONS {
                    out.push(group);
                    continue;
                }
                let tie = |relation: &usize| self.network.relations[*relation].tie;
                let weakest = group.iter().map(tie).min();
                let stronger: Vec<usize> =
                    group.iter().copied().filter(|relation| Some(tie(relation)) > weakest).collect();
                if stronger.is_empty() {
                    out.extend(group.chunks(MOST_RELATIONS).map(<[usize]>::to_vec));
                } else {
                    waiting.push(stronger);
                }
            }
        }
        out.sort_unstable();
        // Taken from the end by the caller.
        out.reverse();
        out
    }

    fn connected(&self, relations: &[usize]) -> Vec<Vec<usize>> {
        let mut group_of: Vec<Option<usize>> = vec![None; self.live.len()];
        let mut wanted = vec![false; self.live.len()];
        for relation in relations {
            wanted[*relation] = true;
        }
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for start in relations {
            if group_of[*start].is_some() {
                continue;
            }
            let mut group = Vec::new();
            let mut waiting = vec![*start];
            group_of[*start] = Some(groups.len());
            while let Some(relation) = waiting.pop() {
                group.push(relation);
                for id in self.network.of_relation[relation].clone() {
                    for variable in &self.network.constraints[id].variables {
                        let variable = &self.network.variables[*variable];
                        // What is fixed carries nothing from one law to another.
                        if variable.claim().is_none() {
                            continue;
                        }
                        for next in &variable.constraints {
                            let next = self.network.constraints[*next].relation;
                            if wanted[next] && group_of[next].is_none() {
                                group_of[next] = Some(groups.len());
                                waiting.push(next);
                            }
                        }
                    }
                }
            }
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }

    /// A minimal part of `constraints` that cannot hold. Whole relations go first, the weakest tie before the firmer, then
    /// those with more figures, then later ones; so no relation of a finding can be spared. Then single laws of those
    /// that are left.
    fn minimal(&mut self, constraints: Vec<ConstraintId>, level: Level) -> Vec<ConstraintId> {
        let network = self.network;
        let rank = |id: &ConstraintId| (Reverse(network.tie(*id)), network.constraints[*id].figures, *id);
        let relation = |id: &ConstraintId| network.constraints[*id].relation;
        let mut relations: Vec<Vec<ConstraintId>> =
            constraints.chunk_by(|a, b| relation(a) == relation(b)).map(<[ConstraintId]>::to_vec).collect();
        relations.sort_by_key(|laws| laws.iter().map(rank).min());
        let depth = Depth::At(level);
        // The shortest beginning that fails: everything after it can go at once.
        let (mut holds, mut fails) = (0, relations.len());
        while holds + 1 < fails {
            let middle = holds.midpoint(fails);
            if self.solver.solve(&relations[..middle].concat(), depth, None) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        relations.truncate(fails);
        self.delete(&mut relations, depth);
        let mut laws = relations.concat();
        laws.sort_by_key(rank);
        let mut laws: Vec<Vec<ConstraintId>> = laws.into_iter().map(|law| vec![law]).collect();
        self.delete(&mut laws, depth);
        let mut laws = laws.concat();
        laws.sort_unstable();
        laws
    }

    /// Deletes, from the last to the first, each part without which the others still cannot hold.
    fn delete(&mut self, parts: &mut Vec<Vec<ConstraintId>>, depth: Depth) {
        for index in (0..parts.len()).rev() {
            let part = parts.remove(index);
            if parts.is_empty() || self.solver.solve(&parts.concat(), depth, None) {
                parts.insert(index, part);
            }
        }
    }
}
