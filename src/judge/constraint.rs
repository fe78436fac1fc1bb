//! `Constraint`: a law of one relation, with variables in place of the slots.

use super::network::{Depth, Origin, Variable, VariableId};
use crate::relate::{Function, Order};
use crate::value::{Level, ValueSet};

/// A node of a law with the variables of one relation in place of the slots. Children stand before their parents.
#[derive(Clone, Debug)]
pub(super) enum Term {
    Variable(VariableId),
    Number(ValueSet),
    Negative(usize),
    Add(usize, usize),
    Subtract(usize, usize),
    Multiply(usize, usize),
    Divide(usize, usize),
    Call(Function, Vec<usize>),
}

/// A law of one relation.
#[derive(Clone, Debug)]
pub(super) struct Constraint {
    /// Index of the relation.
    pub(super) relation: usize,
    /// Index of the law in the relation's definition.
    pub(super) law: usize,
    pub(super) terms: Vec<Term>,
    pub(super) comparisons: Vec<(usize, Order, usize)>,
    /// Its variables, each once, in the order of the law.
    pub(super) variables: Vec<VariableId>,
    /// The variable of the slot that the law asks for first.
    pub(super) asks: Option<VariableId>,
    /// For each variable, the slot that it fills.
    pub(super) slots: Vec<usize>,
    /// How many variables the text fills with figures.
    pub(super) figures: usize,
    /// Is it held against the figures digit by digit?
    pub(super) to_the_digit: bool,
}

impl Constraint {
    /// How its figures are read where it is judged by itself at that depth: of an order, digit by digit instead of rounded.
    pub(super) fn depth(&self, depth: Depth) -> Depth {
        match depth {
            Depth::At(Level::Standard) if self.to_the_digit => Depth::At(Level::Narrow),
            depth => depth,
        }
    }

    /// The widest depth at which it says all that it has to say.
    pub(super) fn widest(&self) -> Depth {
        Depth::At(if self.to_the_digit { Level::Narrow } else { Level::Wide })
    }

    /// Does it say that figures are the same thing, and no more (`a = b`, `a = any(list)`)?
    pub(super) fn is_identity(&self) -> bool {
        let bare = |side: &usize| match &self.terms[*side] {
            Term::Variable(_) => true,
            Term::Call(Function::Any, list) => list.iter().all(|item| matches!(self.terms[*item], Term::Variable(_))),
            _ => false,
        };
        self.comparisons.iter().all(|(left, order, right)| *order == Order::Equal && bare(left) && bare(right))
    }

    /// Does one of its sides hold no figure? Such a law bounds a figure and confirms none.
    pub(super) fn is_bound(&self, variables: &[Variable]) -> bool {
        let fixed = |side: &usize| self.is_fixed(*side, variables);
        self.comparisons.iter().any(|(left, _, right)| fixed(left) || fixed(right))
    }

    /// Does it only say which figure is the greater? Such a law confirms neither.
    pub(super) fn is_ordering(&self) -> bool {
        self.terms.iter().any(|term| matches!(term, Term::Call(Function::Sign, _)))
    }

    fn is_fixed(&self, term: usize, variables: &[Variable]) -> bool {
        match &self.terms[term] {
            Term::Variable(variable) => matches!(variables[*variable].origin, Origin::Constant(_)),
            Term::Number(_) => true,
            Term::Negative(of) => self.is_fixed(*of, variables),
            Term::Add(a, b) | Term::Subtract(a, b) | Term::Multiply(a, b) | Term::Divide(a, b) => {
                self.is_fixed(*a, variables) && self.is_fixed(*b, variables)
            }
            Term::Call(_, list) => list.iter().all(|item| self.is_fixed(*item, variables)),
        }
    }

    /// The variables that stand bare on a side of an equation.
    pub(super) fn bare_sides(&self) -> impl Iterator<Item = VariableId> + '_ {
        self.comparisons.iter().flat_map(|(left, _, right)| [*left, *right]).filter_map(|side| match self.terms[side] {
            Term::Variable(variable) => Some(variable),
            _ => None,
        })
    }

    /// The lists of which the law holds for one element.
    pub(super) fn alternatives(&self) -> impl Iterator<Item = (usize, &[usize])> + '_ {
        self.terms.iter().enumerate().filter_map(|(index, term)| match term {
            Term::Call(Function::Any, list) => Some((index, list.as_slice())),
            _ => None,
        })
    }

    /// The same law with a list of alternatives cut down to one.
    pub(super) fn with_only(&self, call: usize, element: usize) -> Self {
        let mut out = self.clone();
        if let Some(Term::Call(_, list)) = out.terms.get_mut(call) {
            *list = vec![element];
        }
        out
    }
}
