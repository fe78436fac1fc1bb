//! `Network`: the variables of an article and the laws between them.

use super::constraint::{Constraint, Term};
use super::domain::{free_domain, measure, read};
use crate::extract::{ClaimId, Ledger};
use crate::facts::Fact;
use crate::relate::file::SlotKind;
use crate::relate::{DatePart, Definition, Definitions, Filler, Law, NamedLaw, Node, Relation, Tie};
use crate::source::Role;
use crate::value::{Decimal, Level, Reading, ValueSet, day_number};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Index of a variable.
pub(super) type VariableId = usize;
/// Index of a constraint.
pub(super) type ConstraintId = usize;

/// How a claim enters a law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Measure {
    /// As `Claim::law_reading` has it.
    Law,
    /// As `Claim::plain_reading` has it.
    Plain,
    /// As written, in its own unit, a duration too.
    Bare,
    /// A bare number that stands for so many times the unit of the figures beside it.
    Elided(Decimal),
    /// Rounded to the nearest and no further.
    Nearest,
    /// The written figure and nothing around it, unless it is hedged.
    Written,
    /// In whole years, a duration too.
    Years,
    /// As elapsed years of a life, in days, even if it is written as a bare number.
    Age,
    /// Exactly as written, unless it is hedged.
    Exact,
}

/// What a variable stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Origin {
    /// A claim.
    Claim(ClaimId, Measure),
    /// A part of a date.
    Part(ClaimId, DatePart),
    /// A number read off a claim, for a slot of that kind.
    Of(ClaimId, Decimal, SlotKind),
    /// A value that a word gave.
    Constant(Decimal),
    /// The publication date.
    Published(chrono::NaiveDate),
    /// A fact of the newsroom's table, by its number.
    Fact(u32),
    /// A slot that the text leaves open: relation and slot, by index.
    Open(usize, usize),
}

/// How a figure is read while judging: the three levels, and exactly as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Depth {
    At(Level),
    Written,
}

/// One variable.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) origin: Origin,
    /// Narrow, standard, wide, written.
    domains: [ValueSet; 4],
    /// What it may be when nothing is known of it but its kind.
    pub(super) free: ValueSet,
    /// The constraints that it stands in.
    pub(super) constraints: Vec<ConstraintId>,
}

impl Variable {
    pub(super) fn domain(&self, depth: Depth) -> &ValueSet {
        &self.domains[match depth {
            Depth::At(Level::Narrow) => 0,
            Depth::At(Level::Standard) => 1,
            Depth::At(Level::Wide) => 2,
            Depth::Written => 3,
        }]
    }

    /// The claim that it stands for, or is a part of.
    pub(super) fn claim(&self) -> Option<ClaimId> {
        match self.origin {
            Origin::Claim(id, _) | Origin::Part(id, _) | Origin::Of(id, ..) => Some(id),
            Origin::Constant(_) | Origin::Published(_) | Origin::Fact(_) | Origin::Open(..) => None,
        }
    }

    /// Is it a figure of the text, or of the newsroom's table?
    pub(super) fn is_figure(&self) -> bool {
        self.claim().is_some() || matches!(self.origin, Origin::Fact(_))
    }

    /// May it be any number at all?
    pub(super) fn is_unknown(&self) -> bool {
        self.domain(Depth::At(Level::Wide)).is_all()
    }

    /// Is it one number at every level, so that nothing can narrow it?
    pub(super) fn is_fixed(&self) -> bool {
        self.domain(Depth::At(Level::Wide)).as_point().is_some()
    }

    /// Is nothing known of it but its kind?
    pub(super) fn is_open(&self) -> bool {
        *self.domain(Depth::At(Level::Wide)) == self.free
    }
}

/// All variables and constraints of an article.
pub(super) struct Network<'a> {
    pub(super) ledger: &'a Ledger,
    pub(super) relations: &'a [Relation],
    pub(super) definitions: Vec<Option<&'a Definition>>,
    pub(super) variables: Vec<Variable>,
    pub(super) constraints: Vec<Constraint>,
    /// For each relation, its constraints.
    pub(super) of_relation: Vec<Range<ConstraintId>>,
    /// Laws that name a slip where they hold; nothing has to obey them.
    pub(super) explanations: Vec<Constraint>,
    /// The facts that relations name, by number.
    pub(super) facts: FxHashMap<u32, &'a Fact>,
}

impl<'a> Network<'a> {
    pub(super) fn new(ledger: &'a Ledger, relations: &'a [Relation], definitions: &'a Definitions) -> Self {
        let mut network = Network {
            ledger,
            relations,
            definitions: relations.iter().map(|relation| definitions.get(&relation.name)).collect(),
            variables: Vec::new(),
            constraints: Vec::new(),
            of_relation: Vec::with_capacity(relations.len()),
            explanations: Vec::new(),
            facts: FxHashMap::default(),
        };
        let mut known = FxHashMap::default();
        for index in 0..relations.len() {
            let start = network.constraints.len();
            if let Some(definition) = network.definitions[index] {
                let slots = network.fill(index, definition, &mut known);
                for (law, named) in definition.laws.iter().enumerate() {
                    let constraint = network.constraint(index, law, named, &slots);
                    match named.explains {
                        None => network.add(constraint),
                        Some(_) => network.explanations.push(constraint),
                    }
                }
            }
            network.of_relation.push(start..network.constraints.len());
        }
        network
    }

    /// The relation of a constraint.
    pub(super) fn relation_of(&self, constraint: ConstraintId) -> &'a Relation {
        &self.relations[self.constraints[constraint].relation]
    }

    /// How firmly a constraint is tied.
    pub(super) fn tie(&self, constraint: ConstraintId) -> Tie {
        self.relation_of(constraint).tie
    }

    /// The claims that a constraint speaks of, in the order of the text, each once.
    pub(super) fn claims(&self, constraints: &[ConstraintId]) -> Vec<ClaimId> {
        let mut claims: Vec<ClaimId> = constraints
            .iter()
            .flat_map(|constraint| &self.constraints[*constraint].variables)
            .filter_map(|variable| self.variables[*variable].claim())
            .collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    }

    /// The kind of the slot that a variable of a constraint fills.
    pub(super) fn slot_kind(&self, constraint: &Constraint, position: usize) -> Option<SlotKind> {
        let slot = constraint.slots.get(position)?;
        Some(self.definitions[constraint.relation]?.slots.get(*slot)?.kind)
    }

    fn variable(&mut self, origin: Origin, kind: SlotKind, known: &mut FxHashMap<Origin, VariableId>) -> VariableId {
        if let Some(id) = known.get(&origin) {
            return *id;
        }
        let free = free_domain(kind);
        let domains = self.domains(origin).unwrap_or_else(|| [(); 4].map(|()| free.clone()));
        self.variables.push(Variable { origin, domains, free, constraints: Vec::new() });
        known.insert(origin, self.variables.len() - 1);
        self.variables.len() - 1
    }

    /// The publication date that a relation speaks of: that of the part which its claims stand in.
    fn published(&self, relation: &Relation) -> Option<chrono::NaiveDate> {
        relation.claims().next().map_or(self.ledger.published, |id| self.ledger.published_for(id))
    }

    /// The variables of each slot of a relation; an open slot is one variable.
    fn fill(
        &mut self,
        relation: usize,
        definition: &Definition,
        known: &mut FxHashMap<Origin, VariableId>,
    ) -> Vec<Vec<VariableId>> {
        let mut slots = Vec::with_capacity(definition.slots.len());
        for (index, slot) in definition.slots.iter().enumerate() {
            let relations = self.relations;
            let origins: Vec<Origin> = match relations[relation].filler(&slot.name) {
                Some(Filler::Claims(ids)) => {
                    let claims = ids.iter().filter_map(|id| self.ledger.claims.get(id.0 as usize));
                    let unit = self.unit_of_group(relation, definition, slot.group.as_ref());
                    let plainly = relations[relation].tie == Tie::Supposed;
                    claims.map(|claim| Origin::Claim(claim.id, measure(claim, slot, unit, plainly))).collect()
                }
                Some(Filler::Part(id, part)) => vec![Origin::Part(*id, *part)],
                Some(Filler::Of(id, value)) => vec![Origin::Of(*id, *value, slot.kind)],
                Some(Filler::Constant(value)) => vec![Origin::Constant(*value)],
                Some(Filler::Published) => {
                    self.published(&relations[relation]).map(Origin::Published).into_iter().collect()
                }
                Some(Filler::Fact(fact)) => {
                    self.facts.insert(fact.number, fact);
                    vec![Origin::Fact(fact.number)]
                }
                None => Vec::new(),
            };
            // Only a list slot holds several; a filler that is no list speaks by its first claim.
            let wanted = if slot.list { origins.len() } else { origins.len().min(1) };
            let mut variables: Vec<VariableId> =
                origins.into_iter().take(wanted).map(|origin| self.variable(origin, slot.kind, known)).collect();
            if variables.is_empty() {
                variables.push(self.variable(Origin::Open(relation, index), slot.kind, known));
            }
            slots.push(variables);
        }
        slots
    }

    /// The factor of the unit that bare numbers of a group of slots take from the others; `None` where there is none to take.
    fn unit_of_group(&self, relation: usize, definition: &Definition, group: Option<&Arc<str>>) -> Option<Decimal> {
        let group = group?;
        let slots = definition.slots.iter().filter(|slot| slot.group.as_ref() == Some(group));
        let mut claims = slots.filter_map(|slot| match self.relations[relation].filler(&slot.name) {
            Some(Filler::Claims(ids)) => Some(ids.iter().filter_map(|id| self.ledger.claims.get(id.0 as usize))),
            _ => None,
        });
        claims.find_map(|mut claims| claims.find_map(|claim| Some(claim.unit.as_ref()?.factor)))
    }

    /// Adds a law that has to hold.
    fn add(&mut self, constraint: Constraint) {
        let id = self.constraints.len();
        for variable in &constraint.variables {
            self.variables[*variable].constraints.push(id);
        }
        self.constraints.push(constraint);
    }

    fn constraint(&self, relation: usize, index: usize, named: &NamedLaw, slots: &[Vec<VariableId>]) -> Constraint {
        let mut out = Constraint {
            relation,
            law: index,
            terms: Vec::with_capacity(named.law.nodes().len()),
            comparisons: Vec::new(),
            variables: Vec::new(),
            asks: None,
            slots: Vec::new(),
            figures: 0,
            to_the_digit: named.to_the_digit,
        };
        let places = instantiate(&named.law, &named.slots, slots, &mut out);
        out.comparisons =
            named.law.comparisons().map(|(left, order, right)| (places[left], order, places[right])).collect();
        out.figures = out.variables.iter().filter(|variable| self.variables[**variable].claim().is_some()).count();
        out.asks = named.asks.and_then(|slot| slots.get(slot)?.first().copied());
        out
    }

    /// The laws of the same relation that explain the break of a constraint.
    pub(super) fn explanations_of(&self, constraint: &Constraint) -> impl Iterator<Item = &Constraint> {
        let (relation, law) = (constraint.relation, constraint.law);
        let laws = self.definitions[relation].map_or(&[][..], |definition| definition.laws.as_slice());
        // They stand in the order of the relations.
        let from = self.explanations.partition_point(|explanation| explanation.relation < relation);
        let own = self.explanations[from..].iter().take_while(move |explanation| explanation.relation == relation);
        own.filter(move |explanation| laws.get(explanation.law).is_some_and(|named| named.explains == Some(law)))
    }

    /// The value sets of a variable, narrow, standard, wide and written; `None` where nothing is known.
    fn domains(&self, origin: Origin) -> Option<[ValueSet; 4]> {
        let exact = |value: Decimal| [(); 4].map(|()| ValueSet::point(value));
        match origin {
            Origin::Constant(value) | Origin::Of(_, value, _) => Some(exact(value)),
            Origin::Published(date) => Some(exact(day_number(date))),
            Origin::Fact(number) => {
                let Reading { narrow, standard, wide } = self.facts.get(&number)?.reading.clone();
                let written = narrow.clone();
                Some([narrow, standard, wide, written])
            }
            Origin::Open(..) => None,
            Origin::Part(id, part) => {
                let parts = self.ledger.claims.get(id.0 as usize)?.date?;
                let value = match part {
                    DatePart::Weekday => Decimal::from(parts.weekday?),
                    DatePart::Day => Decimal::from(parts.day?),
                    DatePart::Month => Decimal::from(parts.month?),
                    DatePart::Year => Decimal::from(parts.year?),
                };
                Some(exact(value))
            }
            Origin::Claim(id, measure) => {
                let claim = self.ledger.claims.get(id.0 as usize)?;
                let (reading, written) = read(claim, measure);
                // Headlines and leads round more: they never fail at the standard level alone.
                let reading = match claim.role {
                    Role::Headline | Role::Deck | Role::Lead => reading.rounded_more(),
                    _ => reading,
                };
                let Reading { narrow, standard, wide } = reading;
                let written = written.unwrap_or_else(|| narrow.clone());
                Some([narrow, standard, wide, written])
            }
        }
    }
}

/// Copies a law with variables for slots; gives the new place of each node.
fn instantiate(law: &Law, slot_of: &[usize], slots: &[Vec<VariableId>], out: &mut Constraint) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::with_capacity(law.nodes().len());
    // The elements of a list slot become terms of their own; the slot's node stands for the first of them.
    let mut lists: Vec<Range<usize>> = Vec::with_capacity(law.nodes().len());
    for node in law.nodes() {
        let term = match node {
            Node::Slot(slot) => {
                let start = out.terms.len();
                let slot = slot_of.get(*slot).copied().unwrap_or_default();
                for variable in slots.get(slot).into_iter().flatten() {
                    out.terms.push(Term::Variable(*variable));
                    if !out.variables.contains(variable) {
                        out.variables.push(*variable);
                        out.slots.push(slot);
                    }
                }
                places.push(start);
                lists.push(start..out.terms.len());
                continue;
            }
            Node::Number(number) => Term::Number(ValueSet::point(*number)),
            Node::Negative(of) => Term::Negative(places[*of]),
            Node::Add(a, b) => Term::Add(places[*a], places[*b]),
            Node::Subtract(a, b) => Term::Subtract(places[*a], places[*b]),
            Node::Multiply(a, b) => Term::Multiply(places[*a], places[*b]),
            Node::Divide(a, b) => Term::Divide(places[*a], places[*b]),
            Node::Call(function, arguments) => {
                Term::Call(*function, arguments.iter().flat_map(|argument| lists[*argument].clone()).collect())
            }
        };
        out.terms.push(term);
        places.push(out.terms.len() - 1);
        lists.push(out.terms.len() - 1..out.terms.len());
    }
    places
}
