//! Propagation: each law narrows its variables until nothing changes (HC4-revise: forwards from the variables to the
//! sides of the law, backwards from the sides to the variables). Sound and not complete: a value that could be true
//! is never lost, so an empty set proves that the figures cannot all be true.

use super::constraint::{Constraint, Term};
use super::functions;
use super::network::{ConstraintId, Depth, Network, VariableId};
use crate::relate::{Function, Order};
use crate::value::{Decimal, ValueSet};
use std::collections::VecDeque;

/// Revisions of one constraint before propagation leaves it as it stands. Each has its own, so that laws which have
/// nothing to do with others never change how far those get.
const REVISIONS: u8 = 32;

/// The sets of all variables while laws narrow them.
pub(super) struct Solver<'n, 'a> {
    network: &'n Network<'a>,
    domains: Vec<ValueSet>,
    scratch: Vec<ValueSet>,
    active: Vec<bool>,
    /// Revisions that each constraint still has.
    revisions: Vec<u8>,
    queued: Vec<bool>,
    queue: VecDeque<ConstraintId>,
    changed: Vec<VariableId>,
    /// Which terms of the constraint under revision are to be narrowed; all where empty.
    wanted: Vec<bool>,
}

impl<'n, 'a> Solver<'n, 'a> {
    pub(super) fn new(network: &'n Network<'a>) -> Self {
        Self {
            network,
            domains: vec![ValueSet::empty(); network.variables.len()],
            scratch: Vec::new(),
            active: vec![false; network.constraints.len()],
            revisions: vec![0; network.constraints.len()],
            queued: vec![false; network.constraints.len()],
            queue: VecDeque::new(),
            changed: Vec::new(),
            wanted: Vec::new(),
        }
    }

    /// Can the constraints all hold, with the figures read at that depth and `free` set free? `false` is proof that they
    /// cannot. Afterwards `domain` tells what is left of each of their variables.
    pub(super) fn solve(&mut self, constraints: &[ConstraintId], depth: Depth, free: Option<VariableId>) -> bool {
        let network = self.network;
        let depth = match constraints {
            [only] => network.constraints[*only].depth(depth),
            _ => depth,
        };
        for id in constraints {
            self.active[*id] = true;
            self.revisions[*id] = REVISIONS;
            self.queued[*id] = true;
            self.queue.push_back(*id);
            for variable in &network.constraints[*id].variables {
                self.reset(*variable, depth, free);
            }
        }
        let mut consistent = true;
        while let Some(id) = self.queue.pop_front() {
            self.queued[id] = false;
            if !consistent || self.revisions[id] == 0 {
                continue;
            }
            self.revisions[id] -= 1;
            self.changed.clear();
            consistent = self.revise(&network.constraints[id]);
            for variable in &self.changed {
                for next in &network.variables[*variable].constraints {
                    if self.active[*next] && !self.queued[*next] {
                        self.queued[*next] = true;
                        self.queue.push_back(*next);
                    }
                }
            }
        }
        for id in constraints {
            self.active[*id] = false;
        }
        consistent
    }

    /// Can one constraint hold by itself? As `solve`, but only forwards, which tells the same where each figure stands in
    /// the law once.
    pub(super) fn holds(&mut self, constraint: &Constraint, depth: Depth) -> bool {
        let depth = constraint.depth(depth);
        for variable in &constraint.variables {
            self.reset(*variable, depth, None);
        }
        self.forward(constraint);
        self.compare(constraint)
    }

    /// What one constraint alone tells of a variable, the others read at that depth. `None` if they clash.
    pub(super) fn told(&mut self, constraint: &Constraint, depth: Depth, of: VariableId) -> Option<&ValueSet> {
        for variable in &constraint.variables {
            self.reset(*variable, depth, Some(of));
        }
        // Only the way down to that variable has to be gone.
        self.wanted.clear();
        for term in &constraint.terms {
            let holds = |of: &usize| self.wanted[*of];
            let wanted = match term {
                Term::Variable(variable) => *variable == of,
                Term::Number(_) => false,
                Term::Negative(a) => holds(a),
                Term::Add(a, b) | Term::Subtract(a, b) | Term::Multiply(a, b) | Term::Divide(a, b) => {
                    holds(a) || holds(b)
                }
                Term::Call(_, list) => list.iter().any(holds),
            };
            self.wanted.push(wanted);
        }
        let consistent = self.revise(constraint);
        self.wanted.clear();
        consistent.then(|| &self.domains[of])
    }

    /// What is left of a variable.
    pub(super) fn domain(&self, variable: VariableId) -> &ValueSet {
        &self.domains[variable]
    }

    /// What is left of each term of the constraint that was revised last.
    pub(super) fn forward(&mut self, constraint: &Constraint) -> &[ValueSet] {
        self.scratch.clear();
        for term in &constraint.terms {
            let set = self.evaluate(term);
            self.scratch.push(set);
        }
        &self.scratch
    }

    /// Puts a variable back to what the text says of it.
    pub(super) fn reset(&mut self, variable: VariableId, depth: Depth, free: Option<VariableId>) {
        let of = &self.network.variables[variable];
        let domain = if free == Some(variable) { &of.free } else { of.domain(depth) };
        self.domains[variable].clone_from(domain);
    }

    fn evaluate(&self, term: &Term) -> ValueSet {
        let of = |term: &usize| &self.scratch[*term];
        match term {
            Term::Variable(variable) => self.domains[*variable].clone(),
            Term::Number(number) => number.clone(),
            Term::Negative(a) => of(a).neg(),
            Term::Add(a, b) => of(a).add(of(b)),
            Term::Subtract(a, b) => of(a).sub(of(b)),
            Term::Multiply(a, b) => of(a).mul(of(b)),
            Term::Divide(a, b) => of(a).div(of(b)),
            Term::Call(function, list) => match (function, list.as_slice()) {
                (Function::Year, [a]) => functions::year_of(of(a)),
                (Function::Weekday, [a]) => functions::weekday_of(of(a)),
                (Function::Sign, [a]) => of(a).sign(),
                (Function::Abs, [a]) => functions::sizes(of(a)),
                (Function::Integer, [a]) => functions::integers(of(a)),
                (Function::DaysInMonth, [month, year]) => functions::days_in_month(of(month), of(year)),
                (Function::Sum, list) => {
                    list.iter().fold(ValueSet::point(Decimal::ZERO), |sum, item| sum.add(of(item)))
                }
                (Function::Any, list) => list.iter().fold(ValueSet::empty(), |all, item| all.union(of(item))),
                (Function::Min, list) => functions::extreme(list.iter().map(of), true),
                (Function::Max, list) => functions::extreme(list.iter().map(of), false),
                (Function::Power, [base, exponent]) => functions::power(of(base), of(exponent)),
                // How long a list is that the text leaves open is unknown too.
                (Function::Count, list) if !list.iter().any(|item| of(item).is_all()) => {
                    ValueSet::point(Decimal::from(list.len()))
                }
                _ => ValueSet::all(),
            },
        }
    }

    fn wants(&self, term: usize) -> bool {
        self.wanted.get(term) != Some(&false)
    }

    /// Narrows a term if it is wanted, to what `to` computes.
    fn narrow_to(&mut self, term: usize, to: impl FnOnce(&[ValueSet]) -> ValueSet) -> bool {
        !self.wants(term) || self.narrow(term, &to(&self.scratch))
    }

    /// Narrows a term; `false` if nothing is left of it.
    fn narrow(&mut self, term: usize, to: &ValueSet) -> bool {
        if to.is_all() {
            return true;
        }
        let narrowed = self.scratch[term].intersect(to);
        let left = !narrowed.is_empty();
        self.scratch[term] = narrowed;
        left
    }

    /// Narrows the sides of a constraint by each other; `false` if it cannot hold.
    fn compare(&mut self, constraint: &Constraint) -> bool {
        for (left, order, right) in &constraint.comparisons {
            let (a, b) = (self.scratch[*left].clone(), self.scratch[*right].clone());
            // Only what is exactly known can be exactly the same.
            if *order == Order::Other {
                match (a.as_point(), b.as_point()) {
                    (Some(a), Some(b)) if a == b => return false,
                    _ => continue,
                }
            }
            let (for_left, for_right) = match order {
                Order::Equal | Order::Other => (b, a),
                Order::AtMost => (functions::ray(&b, false), functions::ray(&a, true)),
                Order::Less => (functions::open_ray(&b, false), functions::open_ray(&a, true)),
                Order::AtLeast => (functions::ray(&b, true), functions::ray(&a, false)),
                Order::Greater => (functions::open_ray(&b, true), functions::open_ray(&a, false)),
            };
            if !self.narrow(*left, &for_left) || !self.narrow(*right, &for_right) {
                return false;
            }
        }
        true
    }

    /// Narrows the variables of a constraint; `false` if it cannot hold.
    fn revise(&mut self, constraint: &Constraint) -> bool {
        self.forward(constraint);
        if !self.compare(constraint) {
            return false;
        }
        for index in (0..constraint.terms.len()).rev() {
            if !self.backward(constraint, index) {
                return false;
            }
        }
        true
    }

    fn backward(&mut self, constraint: &Constraint, index: usize) -> bool {
        if !self.wants(index) {
            return true;
        }
        let result = self.scratch[index].clone();
        match &constraint.terms[index] {
            Term::Number(_) => true,
            Term::Variable(variable) => {
                let narrowed = self.domains[*variable].intersect(&result);
                if narrowed.is_empty() {
                    return false;
                }
                if narrowed != self.domains[*variable] {
                    self.domains[*variable] = narrowed;
                    self.changed.push(*variable);
                }
                true
            }
            Term::Negative(a) => self.narrow(*a, &result.neg()),
            // The second of two is narrowed by what is left of the first.
            Term::Add(a, b) => {
                self.narrow_to(*a, |of| result.sub(&of[*b])) && self.narrow_to(*b, |of| result.sub(&of[*a]))
            }
            Term::Subtract(a, b) => {
                self.narrow_to(*a, |of| result.add(&of[*b])) && self.narrow_to(*b, |of| of[*a].sub(&result))
            }
            Term::Multiply(a, b) => {
                self.narrow_to(*a, |of| quotient(&result, &of[*b]))
                    && self.narrow_to(*b, |of| quotient(&result, &of[*a]))
            }
            Term::Divide(a, b) => {
                self.narrow_to(*a, |of| result.mul(&of[*b])) && self.narrow_to(*b, |of| quotient(&of[*a], &result))
            }
            Term::Call(function, list) => self.backward_call(constraint, *function, list, &result),
        }
    }

    fn backward_call(
        &mut self,
        constraint: &Constraint,
        function: Function,
        list: &[usize],
        result: &ValueSet,
    ) -> bool {
        let of = |term: &usize| &self.scratch[*term];
        match (function, list) {
            (Function::Year, [a]) => {
                let days = functions::days_of(result, is_variable(constraint, *a));
                self.narrow(*a, &days)
            }
            // Only the days of a date are whole; a computed moment may lie anywhere in its day.
            (Function::Weekday, [a]) if is_variable(constraint, *a) => {
                let days = functions::days_with(result, of(a));
                self.narrow(*a, &days)
            }
            (Function::Sign, [a]) => self.narrow(*a, &functions::numbers_with_sign(result)),
            (Function::Abs, [a]) => self.narrow(*a, &result.union(&result.neg())),
            (Function::Integer, [a]) => self.narrow(*a, result),
            (Function::DaysInMonth, [month, year]) => {
                let months = functions::months_with(result, of(month), of(year));
                self.narrow(*month, &months)
            }
            (Function::Sum, list) => self.backward_sum(list, result),
            // Which of several it is stays open; only a single one must be it.
            (Function::Any | Function::Min | Function::Max, [only]) => self.narrow(*only, result),
            (Function::Min, list) => {
                let above = functions::ray(result, true);
                list.iter().all(|item| self.narrow(*item, &above))
            }
            (Function::Max, list) => {
                let below = functions::ray(result, false);
                list.iter().all(|item| self.narrow(*item, &below))
            }
            _ => true,
        }
    }

    /// Each part is the total less all the others.
    fn backward_sum(&mut self, list: &[usize], total: &ValueSet) -> bool {
        let zero = ValueSet::point(Decimal::ZERO);
        let mut after = vec![zero.clone(); list.len()];
        for index in (1..list.len()).rev() {
            after[index - 1] = after[index].add(&self.scratch[list[index]]);
        }
        let mut before = zero;
        for (item, after) in list.iter().zip(&after) {
            let own = self.scratch[*item].clone();
            let others = before.add(after);
            if !self.narrow(*item, &total.sub(&others)) {
                return false;
            }
            before = before.add(&own);
        }
        true
    }
}

fn is_variable(constraint: &Constraint, term: usize) -> bool {
    matches!(constraint.terms[term], Term::Variable(_))
}

/// What times `divisor` may give `product`: everything where both may be zero, and the divisor's zero left out where
/// the product is not zero.
fn quotient(product: &ValueSet, divisor: &ValueSet) -> ValueSet {
    let zero = Decimal::ZERO;
    if !divisor.contains(zero) {
        return product.div(divisor);
    }
    if product.contains(zero) {
        return ValueSet::all();
    }
    let apart =
        functions::numbers_with_sign(&ValueSet::point(Decimal::NEGATIVE_ONE).union(&ValueSet::point(Decimal::ONE)));
    divisor
        .intersect(&apart)
        .intervals()
        .iter()
        .fold(ValueSet::empty(), |all, side| all.union(&product.div(&ValueSet::from(*side))))
}
