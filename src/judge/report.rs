//! From conflicts to findings: named by the check that watches the law, graded, and explained.

use super::JudgeOptions;
use super::check::Check;
use super::conflict::{Conflict, Conflicts};
use super::domain::{YEAR_DAYS, factor};
use super::finding::{Finding, Repair, Severity, fingerprint};
use super::network::{ConstraintId, Depth, Measure, Network, Origin, VariableId};
use super::propagate::Solver;
use super::standing::is_bounded;
use super::workings::Writer;
use crate::extract::{Claim, ClaimId};
use crate::relate::{Order, Tie};
use crate::value::{Decimal, Kind, Level, Slip, Value, ValueSet, slip_into};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::Arc;

/// The number that a claim is written as, where it is one.
fn number(claim: &Claim) -> Option<Decimal> {
    match claim.value {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    }
}

fn is_whole(number: Decimal) -> bool {
    number.normalize().scale() == 0
}

/// What may become a finding.
struct Candidate {
    finding: Finding,
    /// What each of its claims would have to be, as far as that is known.
    needed: Vec<(ClaimId, ValueSet)>,
    /// Does the broken law only say which figure is the greater?
    ordering: bool,
}

impl Candidate {
    /// How much room is left to its first figure.
    fn width(&self) -> Option<Decimal> {
        let (_, needed) = self.needed.iter().min_by_key(|(claim, _)| *claim)?;
        let hull = needed.hull()?;
        hull.high().value()?.checked_sub(hull.low().value()?)
    }
}

/// One slip, one finding: what the correction of one figure of another finding mends as well is not told again. Told is the
/// gravest; of those an equation before an order, the one with the most figures, and the one that pins them down best.
fn one_for_each_slip(mut found: Vec<Candidate>) -> Vec<Finding> {
    found.sort_by_key(|candidate| {
        let Finding { severity, claims, .. } = &candidate.finding;
        (
            Reverse(*severity),
            candidate.ordering,
            Reverse(claims.len()),
            candidate.width().map_or((true, Decimal::ZERO), |width| (false, width)),
        )
    });
    let mut told: Vec<Candidate> = Vec::with_capacity(found.len());
    let mut of_claim: FxHashMap<ClaimId, Vec<usize>> = FxHashMap::default();
    for candidate in found {
        let mended = |other: &Candidate| {
            let within = candidate.finding.claims.iter().all(|claim| other.finding.claims.contains(claim));
            let alike = |(claim, needed): &(ClaimId, ValueSet)| {
                other.needed.iter().any(|(known, set)| known == claim && !set.intersect(needed).is_empty())
            };
            within || candidate.needed.iter().any(alike)
        };
        let others = candidate.finding.claims.iter().filter_map(|claim| of_claim.get(claim)).flatten();
        if !others.into_iter().any(|index| mended(&told[*index])) {
            for claim in &candidate.finding.claims {
                of_claim.entry(*claim).or_default().push(told.len());
            }
            told.push(candidate);
        }
    }
    told.into_iter().map(|candidate| candidate.finding).collect()
}

/// Figures of a finding for which it is said what they would have to be.
const MOST_REPAIRS: usize = 64;

const WIDE: Depth = Depth::At(Level::Wide);
const NARROW: Depth = Depth::At(Level::Narrow);

/// Makes the findings of one article.
pub(super) struct Reporter<'s, 'n, 'a> {
    network: &'n Network<'a>,
    solver: &'s mut Solver<'n, 'a>,
    writer: Writer<'n, 'a>,
    checks: Vec<&'a Check>,
}

impl<'s, 'n, 'a> Reporter<'s, 'n, 'a> {
    pub(super) fn new(
        network: &'n Network<'a>,
        solver: &'s mut Solver<'n, 'a>,
        text: &'a str,
        checks: &'a [Check],
        options: &JudgeOptions,
    ) -> Self {
        let checks = checks.iter().filter(|check| options.allows(check)).collect();
        Self { network, solver, writer: Writer { network, text }, checks }
    }

    /// The findings, most severe first, then in the order of the text.
    pub(super) fn report(mut self, conflicts: &Conflicts) -> Vec<Finding> {
        let found: Vec<Candidate> = conflicts.found.iter().filter_map(|conflict| self.candidate(conflict)).collect();
        let mut findings = one_for_each_slip(found);
        findings.sort_by(|a, b| {
            (Reverse(a.severity), &a.claims, &a.rule, a.law).cmp(&(Reverse(b.severity), &b.claims, &b.rule, b.law))
        });
        findings
    }

    /// Of the conflicts that are only supposed, those stay that a slip of one figure explains, one for each figure.
    pub(super) fn keep_slips(&mut self, conflicts: &mut Conflicts) {
        let mut accused: Vec<ClaimId> = Vec::new();
        for conflict in std::mem::take(&mut conflicts.supposed) {
            let Some((named, _)) = self.check(&conflict.constraints) else { continue };
            let (repairs, _) = self.repairs(&conflict.constraints, named);
            let ordering = self.network.constraints[named].is_ordering();
            let explained = |repair: &Repair| repair.slip.is_some() && (!ordering || is_bounded(&repair.needed));
            let claims = self.network.claims(&conflict.constraints);
            if repairs.iter().any(explained) && !claims.iter().any(|claim| accused.contains(claim)) {
                accused.extend(claims);
                conflicts.found.push(conflict);
            }
        }
    }

    fn candidate(&mut self, conflict: &Conflict) -> Option<Candidate> {
        let (id, check) = self.check(&conflict.constraints)?;
        let severity = self.severity(conflict, check)?;
        let claims = self.network.claims(&conflict.constraints);
        let mut relations: Vec<_> = conflict.constraints.iter().map(|id| self.network.relation_of(*id).id).collect();
        relations.sort_unstable();
        relations.dedup();
        let (repairs, needed) = self.repairs(&conflict.constraints, id);
        let workings = self.workings(&conflict.constraints, id, needed.as_ref());
        let needed = repairs.iter().map(|repair| (repair.claim, repair.needed.clone())).collect();
        // Of two figures, "less than 48 percent" says nothing that the message does not.
        let says = |repair: &Repair| is_bounded(&repair.needed) || claims.len() > 2;
        let repairs = repairs.into_iter().filter(says).collect();
        let constraint = &self.network.constraints[id];
        let equation = constraint.comparisons.iter().any(|(_, order, _)| *order == Order::Equal);
        let ordering = constraint.is_ordering() || !equation;
        let finding = Finding {
            rule: check.name.clone(),
            severity,
            law: (self.network.relation_of(id).id, self.network.constraints[id].law),
            fingerprint: fingerprint(self.writer.text, self.network.ledger, &check.name, &claims),
            claims,
            relations,
            workings,
            repairs,
        };
        Some(Candidate { finding, needed, ordering })
    }

    /// The law to name the conflict by, and the check that watches it: firmest tie first, then fewest figures, then the
    /// order of the text and of the laws.
    /// Where a diagnosis holds, the check that watches it goes before.
    fn check(&mut self, constraints: &[ConstraintId]) -> Option<(ConstraintId, &'a Check)> {
        let mut order = constraints.to_vec();
        order.sort_by_key(|id| (Reverse(self.network.tie(*id)), self.network.constraints[*id].figures, *id));
        order.into_iter().find_map(|id| {
            let network = self.network;
            let (relation, constraint) = (network.relation_of(id), &network.constraints[id]);
            // A check that names the constructions and links that it is for goes before one for all.
            let watching = |law| {
                let checks = self.checks.iter().copied().filter(|check| check.watches(relation, law));
                checks.min_by_key(|check| check.via.is_none())
            };
            let broken = watching(constraint.law)?;
            let explanation = network.explanations_of(constraint).find_map(|explanation| {
                let check = watching(explanation.law)?;
                let is_open = |variable: &VariableId| network.variables[*variable].is_open();
                (!explanation.variables.iter().any(is_open)).then_some(())?;
                self.solver.holds(explanation, NARROW).then_some(check)
            });
            Some((id, explanation.unwrap_or(broken)))
        })
    }

    /// The check's severity, one lower if only the standard reading fails, info if only the narrow one does; never more
    /// than the weakest tie allows, and info under a guard.
    fn severity(&self, conflict: &Conflict, check: &Check) -> Option<Severity> {
        let at_level = match conflict.level {
            Level::Wide => Some(check.severity),
            Level::Standard => check.severity.lower(),
            Level::Narrow => Some(Severity::Info),
        };
        let mut severity = at_level?;
        for id in &conflict.constraints {
            let relation = self.network.relation_of(*id);
            let most = match relation.tie {
                Tie::Far => return None,
                Tie::Supposed | Tie::Slip | Tie::Undated | Tie::Neighbour => Severity::Warning,
                Tie::SameSentence | Tie::SameClause | Tie::Anaphor | Tie::Construction => Severity::Error,
            };
            // What a guard explains is no slip of the keys, which both of these ask for.
            let guarded = !matches!(relation.tie, Tie::Slip | Tie::Supposed) && check.is_guarded(relation);
            severity = severity.min(if guarded { Severity::Info } else { most });
        }
        Some(severity)
    }

    /// What each claim would have to be: those first that a slip explains, the likeliest before the others, then the one
    /// that the law asks for; and that one's set as the law sees it.
    fn repairs(&mut self, constraints: &[ConstraintId], named: ConstraintId) -> (Vec<Repair>, Option<ValueSet>) {
        let network = self.network;
        let asks = network.constraints[named].asks;
        let mut variables: Vec<(VariableId, usize, usize)> = Vec::new();
        // The named law first, so that its slots name the claims that it shares with others.
        let laws = std::iter::once(named).chain(constraints.iter().copied().filter(|id| *id != named));
        for constraint in laws.map(|id| &network.constraints[id]) {
            for (variable, slot) in constraint.variables.iter().zip(&constraint.slots) {
                if !variables.iter().any(|(known, ..)| known == variable) {
                    variables.push((*variable, constraint.relation, *slot));
                }
            }
        }
        variables.sort_by_key(|(variable, ..)| Some(*variable) != asks);
        // Nobody reads what each cell of a long column would have to be, and working it out costs the square of its length.
        variables.truncate(MOST_REPAIRS);
        let depth = match constraints {
            [only] => network.constraints[*only].widest(),
            _ => WIDE,
        };
        let mut asked = None;
        let mut repairs = Vec::new();
        for (variable, relation, slot) in variables {
            let variable_origin = network.variables[variable].origin;
            let Some(claim) = network.variables[variable].claim() else {
                continue;
            };
            // How a figure is written is told, not what it should be.
            if matches!(variable_origin, Origin::Of(..)) {
                continue;
            }
            // One for each claim: of an impossible date the day is mended, not the month as well.
            let is_known = repairs.iter().any(|repair: &Repair| repair.claim == claim);
            if is_known || !self.solver.solve(constraints, depth, Some(variable)) {
                continue;
            }
            let needed = self.solver.domain(variable);
            // Propagation may stop short of the whole answer when laws clash only together; what it leaves must at least be
            // something else than what the text says.
            let stated = network.variables[variable].domain(depth);
            if !needed.intersect(stated).is_empty() {
                continue;
            }
            let needed = needed.clone();
            let exactly = self.solver.solve(constraints, Depth::Written, Some(variable));
            let written = self.solver.domain(variable);
            let exactly = exactly && is_bounded(written) && !written.intersect(&needed).is_empty();
            let written = if exactly { written.clone() } else { needed.clone() };
            if Some(variable) == asks && is_bounded(&needed) {
                asked = Some(written.clone());
            }
            let Some(definition) = network.definitions[relation] else {
                continue;
            };
            let (needed, written) = (self.own_unit(variable, &needed), self.own_unit(variable, &written));
            let slot: Arc<str> = definition.slots[slot].name.clone();
            let stated = network.ledger.claims.get(claim.0 as usize);
            let value = stated.and_then(number);
            // What is counted comes in whole numbers.
            let counts = stated.is_some_and(|claim| claim.unit.is_none() && value.is_some_and(is_whole));
            let telling = |value| slip_into(value, &needed).filter(|(slip, _)| slip.is_telling(value));
            let slip = value.and_then(telling).filter(|(_, meant)| !counts || is_whole(*meant));
            // A tenth of a figure is always less than some bound: only digits exchanged say something there.
            let one_sided = network.constraints[named].is_ordering() && !is_bounded(&needed);
            let slip = slip.filter(|(slip, _)| !one_sided || *slip == Slip::Swapped);
            repairs.push(Repair { claim, slot, needed, written, slip });
        }
        // One wrong digit turns many a figure into what is needed: it is told, and moves nothing forward.
        let likely = |slip: &Slip| matches!(slip, Slip::Swapped | Slip::Scale | Slip::Zero);
        let rank = |repair: &Repair| repair.slip.map(|(slip, _)| slip).filter(likely);
        repairs.sort_by_key(|repair| rank(repair).map_or((true, None), |slip| (false, Some(slip))));
        (repairs, asked)
    }

    fn workings(&mut self, constraints: &[ConstraintId], named: ConstraintId, needed: Option<&ValueSet>) -> String {
        let constraint = &self.network.constraints[named];
        let mut sides = |depth| {
            for variable in &constraint.variables {
                self.solver.reset(*variable, depth, None);
            }
            self.solver.forward(constraint).to_vec()
        };
        let (wide, written) = (sides(WIDE), sides(Depth::Written));
        self.writer.workings(constraints, [&wide, &written], needed)
    }

    /// Values of a law in the unit of the claim that they are for.
    fn own_unit(&self, variable: VariableId, values: &ValueSet) -> ValueSet {
        match self.network.variables[variable].origin {
            Origin::Claim(id, Measure::Bare) => {
                match self.network.ledger.claims.get(id.0 as usize).and_then(|claim| claim.value.as_ref()) {
                    Some(Value::Span(span)) => values.mul(&span.unit.length()),
                    _ => values.clone(),
                }
            }
            Origin::Claim(_, Measure::Elided(unit)) => values.div(&ValueSet::point(unit)),
            Origin::Claim(_, Measure::Years) => values.mul(&ValueSet::point(YEAR_DAYS)),
            Origin::Claim(id, Measure::Age) if self.is_bare_number(id) => values.div(&ValueSet::point(YEAR_DAYS)),
            Origin::Claim(id, _) => {
                let claim = self.network.ledger.claims.get(id.0 as usize);
                match claim.and_then(factor) {
                    Some(factor) => values.div(&ValueSet::point(factor)),
                    None => values.clone(),
                }
            }
            _ => values.clone(),
        }
    }

    fn is_bare_number(&self, id: ClaimId) -> bool {
        let claim = self.network.ledger.claims.get(id.0 as usize);
        claim.is_some_and(|claim| matches!(claim.kind, Kind::Number | Kind::Quantity))
    }
}
