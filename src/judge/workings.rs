//! The workings of a finding: the broken law with the figures as written, in signs that need no language.
//!
//! Where the law can be solved for the figure that it asks for, so it is:
//! `$3.5 billion ÷ $3.2 billion − 1 → 6.15–14.29% ≠ 18 percent`. Otherwise its two sides stand as they are.

use super::constraint::{Constraint, Term};
use super::domain::YEAR_DAYS;
use super::functions::whole;
use super::network::{ConstraintId, Measure, Network, Origin, VariableId};
use crate::extract::Claim;
use crate::facts::{Fact, FactValue};
use crate::relate::{Function, Order, SlotKind};
use crate::value::{Bound, Decimal, Kind, Span, Value, ValueSet, date_of, decimal_text};

/// Significant digits of a computed bound that has decimals.
const DIGITS: u32 = 4;
/// Between groups of three digits: a narrow space that does not break, for it means the same in every language.
const SEPARATOR: char = '\u{202f}';

/// Terms of a sum that are all written down, and those of a longer one.
const MOST_TERMS: usize = 12;
const FIRST_TERMS: usize = 4;

/// A piece of arithmetic to be written down.
#[derive(Clone, Debug)]
enum Shape {
    Text(String),
    Minus(Box<Shape>),
    Binary(char, Box<Shape>, Box<Shape>),
    /// Alternatives or arguments.
    List(Vec<Shape>),
}

impl Shape {
    fn text(text: impl Into<String>) -> Self {
        Shape::Text(text.into())
    }

    fn is(&self, text: &str) -> bool {
        matches!(self, Shape::Text(own) if own == text)
    }

    /// Two pieces joined, with what goes without saying left out.
    fn join(sign: char, left: Shape, right: Shape) -> Shape {
        match sign {
            '×' if left.is("1") => right,
            '×' | '÷' if right.is("1") => left,
            '×' if left.is("−1") => Shape::minus(right),
            '×' | '÷' if right.is("−1") => Shape::minus(left),
            '+' | '−' if right.is("0") => left,
            '+' if left.is("0") => right,
            '+' => match right {
                Shape::Minus(of) => Shape::Binary('−', Box::new(left), of),
                right => Shape::Binary('+', Box::new(left), Box::new(right)),
            },
            '−' => match right {
                Shape::Minus(of) => Shape::Binary('+', Box::new(left), of),
                right => Shape::Binary('−', Box::new(left), Box::new(right)),
            },
            sign => Shape::Binary(sign, Box::new(left), Box::new(right)),
        }
    }

    fn minus(of: Shape) -> Shape {
        match of {
            Shape::Minus(inside) => *inside,
            Shape::Binary('−', left, right) => Shape::Binary('−', right, left),
            of => Shape::Minus(Box::new(of)),
        }
    }

    fn write(&self, outer: u8, out: &mut String) {
        match self {
            Shape::Text(text) => out.push_str(text),
            Shape::Minus(of) => {
                out.push('−');
                of.write(3, out);
            }
            Shape::Binary(sign, left, right) => {
                let level = match sign {
                    '^' => 3,
                    '×' | '÷' => 2,
                    _ => 1,
                };
                if level < outer {
                    out.push('(');
                }
                left.write(level, out);
                out.push(' ');
                out.push(*sign);
                out.push(' ');
                // `a + (b + c)` needs no parentheses; after − and ÷ they change the sense.
                right.write(level + u8::from(matches!(sign, '−' | '÷' | '^')), out);
                if level < outer {
                    out.push(')');
                }
            }
            Shape::List(list) => {
                for (index, item) in list.iter().enumerate() {
                    if index > 0 {
                        out.push_str(" | ");
                    }
                    item.write(0, out);
                }
            }
        }
    }

    fn finish(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    fn is_bare(&self) -> bool {
        matches!(self, Shape::Text(_) | Shape::List(_))
    }
}

/// Writes the workings of findings of one article.
pub(super) struct Writer<'n, 'a> {
    pub(super) network: &'n Network<'a>,
    pub(super) text: &'a str,
}

impl Writer<'_, '_> {
    /// The workings of laws that cannot all hold; `needed` is what the figure that the first law asks for would have to be.
    ///
    /// `sides`: what each term may be by the widest reading, and by the figures as written.
    pub(super) fn workings(&self, laws: &[ConstraintId], sides: [&[ValueSet]; 2], needed: Option<&ValueSet>) -> String {
        match laws {
            [only] => self.one(&self.network.constraints[*only], sides, needed),
            laws => {
                let mut out: Vec<String> =
                    laws.iter().map(|id| self.as_stated(&self.network.constraints[*id])).collect();
                out.push("∅".to_owned());
                out.join(" ; ")
            }
        }
    }

    fn one(&self, constraint: &Constraint, sides: [&[ValueSet]; 2], needed: Option<&ValueSet>) -> String {
        if let (Some(asked), Some(needed)) = (constraint.asks, needed)
            && let Some(solved) = self.solved(constraint, asked)
        {
            let stated = self.variable(asked);
            let set = self.set(asked, needed);
            let solved_text = solved.finish();
            return match set {
                // A figure that merely stands there needs no result, unless it is a date in words.
                Some(set)
                    if solved_text != set && !(solved.is_bare() && !self.is_time(asked) && !computes(constraint)) =>
                {
                    format!("{solved_text} → {set} ≠ {stated}")
                }
                _ => format!("{solved_text} ≠ {stated}"),
            };
        }
        self.broken(constraint, sides)
    }

    /// The law as it stands: `left = right`.
    fn as_stated(&self, constraint: &Constraint) -> String {
        let mut out = String::new();
        for (index, (left, order, right)) in constraint.comparisons.iter().enumerate() {
            if index == 0 {
                out.push_str(&self.shape(constraint, *left).finish());
            }
            out.push_str(match order {
                Order::Equal => " = ",
                Order::AtMost => " ≤ ",
                Order::Less => " < ",
                Order::AtLeast => " ≥ ",
                Order::Greater => " > ",
                Order::Other => " ≠ ",
            });
            out.push_str(&self.shape(constraint, *right).finish());
        }
        out
    }

    /// The comparison that fails, with the sign that is true instead.
    fn broken(&self, constraint: &Constraint, [sides, written]: [&[ValueSet]; 2]) -> String {
        let hull = |term: usize| sides.get(term).and_then(ValueSet::hull);
        for (left, order, right) in &constraint.comparisons {
            if let Some(text) = self.broken_sign(constraint, *left, *right, sides) {
                return text;
            }
            let (Some(a), Some(b)) = (hull(*left), hull(*right)) else {
                continue;
            };
            if *order == Order::Other && a == b {
                let (left, right) = (self.shape(constraint, *left), self.shape(constraint, *right));
                return format!("{} = {}", left.finish(), right.finish());
            }
            if a.intersect(b).is_some() {
                continue;
            }
            let is_above = match (a.low().value(), b.high().value()) {
                (Some(a), Some(b)) => a >= b,
                _ => false,
            };
            let holds = match order {
                Order::Equal | Order::Other => false,
                Order::AtMost | Order::Less => !is_above,
                Order::AtLeast | Order::Greater => is_above,
            };
            if !holds {
                let sign = if is_above { '>' } else { '<' };
                let side = |term: usize| self.side(constraint, term, written.get(term));
                return format!("{} {sign} {}", side(*left), side(*right));
            }
        }
        self.as_stated(constraint)
    }

    /// One side of a comparison: its arithmetic and what it comes to, in the unit of the law's first figure.
    fn side(&self, constraint: &Constraint, term: usize, written: Option<&ValueSet>) -> String {
        let shape = self.shape(constraint, term);
        let in_unit = |set| self.set(*constraint.variables.first()?, set);
        match &constraint.terms[term] {
            Term::Number(number) => in_unit(number).unwrap_or_else(|| shape.finish()),
            _ if shape.is_bare() => shape.finish(),
            _ => match written.filter(|set| set.as_point().is_some()).and_then(in_unit) {
                Some(result) => format!("{} = {result}", shape.finish()),
                None => shape.finish(),
            },
        }
    }

    /// A law on the sign of a difference says which of two figures is the greater.
    fn broken_sign(&self, constraint: &Constraint, left: usize, right: usize, sides: &[ValueSet]) -> Option<String> {
        let call = [left, right].into_iter().find_map(|side| match &constraint.terms[side] {
            Term::Call(Function::Sign, list) => list.first(),
            _ => None,
        })?;
        let Term::Subtract(a, b) = constraint.terms[*call] else {
            return None;
        };
        let is = sides.get(*call)?.sign().as_point().and_then(whole);
        let sign = match is {
            Some(1) => '>',
            Some(0) => '=',
            Some(-1) => '<',
            _ => '≠',
        };
        Some(format!("{} {sign} {}", self.shape(constraint, a).finish(), self.shape(constraint, b).finish()))
    }

    /// The law solved for a variable, where it stands in it once and everything around it can be undone.
    fn solved(&self, constraint: &Constraint, asked: VariableId) -> Option<Shape> {
        let is_asked = |term: usize| matches!(constraint.terms[term], Term::Variable(variable) if variable == asked);
        if (0..constraint.terms.len()).filter(|term| is_asked(*term)).count() != 1 {
            return None;
        }
        let holds = |term: usize| holds(constraint, term, asked);
        // Of several sides that the figure is compared with, the first that says something.
        let (mut at, other) = constraint.comparisons.iter().find_map(|(left, _, right)| {
            let says = |side: usize| has_variable(constraint, side);
            match (holds(*left), holds(*right)) {
                (true, false) if says(*right) => Some((*left, *right)),
                (false, true) if says(*left) => Some((*right, *left)),
                _ => None,
            }
        })?;
        let mut value = self.shape(constraint, other);
        while !is_asked(at) {
            let shape = |term: usize| self.shape(constraint, term);
            (at, value) = match constraint.terms[at] {
                Term::Negative(a) => (a, Shape::minus(value)),
                Term::Add(a, b) if holds(a) => (a, Shape::join('−', value, shape(b))),
                Term::Add(a, b) => (b, Shape::join('−', value, shape(a))),
                Term::Subtract(a, b) if holds(a) => (a, Shape::join('+', value, shape(b))),
                Term::Subtract(a, b) => (b, Shape::join('−', shape(a), value)),
                Term::Multiply(a, b) if holds(a) => (a, Shape::join('÷', value, shape(b))),
                Term::Multiply(a, b) => (b, Shape::join('÷', value, shape(a))),
                Term::Divide(a, b) if holds(a) => (a, Shape::join('×', value, shape(b))),
                Term::Divide(a, b) => (b, Shape::join('÷', shape(a), value)),
                _ => return None,
            };
        }
        Some(value)
    }

    fn shape(&self, constraint: &Constraint, term: usize) -> Shape {
        let of = |term: &usize| self.shape(constraint, *term);
        match &constraint.terms[term] {
            Term::Variable(variable) => Shape::text(self.variable(*variable)),
            Term::Number(number) => Shape::text(number.as_point().map(signed).unwrap_or_default()),
            Term::Negative(a) => Shape::minus(of(a)),
            Term::Add(a, b) => Shape::join('+', of(a), of(b)),
            Term::Subtract(a, b) => Shape::join('−', of(a), of(b)),
            Term::Multiply(a, b) => Shape::join('×', of(a), of(b)),
            Term::Divide(a, b) => Shape::join('÷', of(a), of(b)),
            Term::Call(function, list) => self.call(constraint, *function, list),
        }
    }

    fn call(&self, constraint: &Constraint, function: Function, list: &[usize]) -> Shape {
        let shapes = list.iter().map(|term| self.shape(constraint, *term));
        match function {
            Function::Sum => {
                let mut shapes: Vec<Shape> = shapes.collect();
                // Of a long column the first figures and the last.
                if shapes.len() > MOST_TERMS {
                    shapes.splice(FIRST_TERMS..shapes.len() - 1, [Shape::text("…")]);
                }
                let sum = shapes.into_iter().reduce(|sum, next| Shape::join('+', sum, next));
                sum.unwrap_or(Shape::text("0"))
            }
            // The year, the weekday, the month of a date: the date says it.
            Function::Year | Function::Weekday => {
                let date = match list.first().map(|term| &constraint.terms[*term]) {
                    Some(Term::Variable(variable)) => self.date(*variable, function),
                    _ => None,
                };
                date.map_or_else(|| Shape::List(shapes.collect()), Shape::Text)
            }
            Function::DaysInMonth => {
                let number = |term: &usize| match &constraint.terms[*term] {
                    Term::Variable(variable) => self.written(*variable).and_then(|set| whole(set.as_point()?)),
                    _ => None,
                };
                let part = |term: Option<&usize>, width: usize| match term.and_then(number) {
                    Some(number) => format!("{number:0width$}"),
                    None => "?".repeat(width),
                };
                Shape::Text(format!("{}-{}", part(list.get(1), 4), part(list.first(), 2)))
            }
            Function::Count => Shape::text(list.len().to_string()),
            Function::Abs => {
                let inside = shapes.map(|shape| shape.finish()).collect::<String>();
                Shape::Text(format!("|{inside}|"))
            }
            Function::Sign | Function::Any | Function::Min | Function::Max | Function::Integer => {
                Shape::List(shapes.collect())
            }
            Function::Power => {
                let mut shapes = shapes;
                match (shapes.next(), shapes.next()) {
                    (Some(base), Some(exponent)) => Shape::Binary('^', Box::new(base), Box::new(exponent)),
                    _ => Shape::text(""),
                }
            }
        }
    }

    fn written(&self, variable: VariableId) -> Option<&ValueSet> {
        let variable = self.network.variables.get(variable)?;
        Some(variable.domain(super::network::Depth::Written))
    }

    /// The date that a variable stands for in ISO 8601, as far as a function of it needs.
    fn date(&self, variable: VariableId, function: Function) -> Option<String> {
        let hull = self.written(variable)?.hull()?;
        let (first, last) = (date_of(hull.low().value()?)?, date_of(hull.high().value()?)?);
        match function {
            Function::Year => {
                let (first, last) = (first.format("%Y").to_string(), last.format("%Y").to_string());
                Some(if first == last { first } else { format!("{first}–{last}") })
            }
            _ if first == last => Some(first.to_string()),
            _ => None,
        }
    }

    /// A variable as the text has it.
    fn variable(&self, variable: VariableId) -> String {
        match self.network.variables[variable].origin {
            Origin::Claim(id, _) => {
                let claim = self.network.ledger.claims.get(id.0 as usize);
                claim.map(|claim| self.claim(claim)).unwrap_or_default()
            }
            Origin::Of(_, value, SlotKind::Date) => date_of(value).map(|date| date.to_string()).unwrap_or_default(),
            Origin::Part(..) | Origin::Constant(_) | Origin::Of(..) => {
                self.written(variable).and_then(ValueSet::as_point).map_or_else(|| "?".to_owned(), signed)
            }
            Origin::Published(_) => self.date(variable, Function::Weekday).unwrap_or_default(),
            Origin::Fact(number) => self.network.facts.get(&number).map(|fact| self.fact(fact)).unwrap_or_default(),
            Origin::Open(..) => "?".to_owned(),
        }
    }

    fn fact(&self, fact: &Fact) -> String {
        let value = match fact.value {
            FactValue::Number(number) => grouped(number),
            FactValue::Period(period) => period.to_string(),
        };
        format!("{value} {}", fact.scale).trim_end().to_owned()
    }

    fn claim(&self, claim: &Claim) -> String {
        let text = self.text.get(claim.span.clone()).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn is_time(&self, variable: VariableId) -> bool {
        let claim = match self.network.variables[variable].origin {
            Origin::Claim(id, _) => self.network.ledger.claims.get(id.0 as usize),
            _ => None,
        };
        claim.is_some_and(|claim| matches!(claim.kind, Kind::Date | Kind::Datetime))
    }

    /// A computed set in the unit of the variable that it is for; `None` where it has no end on some side.
    fn set(&self, variable: VariableId, set: &ValueSet) -> Option<String> {
        let claim = match self.network.variables[variable].origin {
            Origin::Claim(id, Measure::Years | Measure::Bare) => {
                return self.network.ledger.claims.get(id.0 as usize).and_then(|_| numbers(set, ""));
            }
            Origin::Claim(id, _) => self.network.ledger.claims.get(id.0 as usize)?,
            _ => return numbers(set, ""),
        };
        match (claim.kind, &claim.value) {
            (Kind::Date | Kind::Datetime, _) => ends(set, |day, _| Some(date_of(day.floor())?.to_string())),
            (Kind::Age, _) => years_of_life(set),
            (Kind::Duration, Some(Value::Span(span))) => {
                let one = Span { count: Decimal::ONE, unit: span.unit };
                let days = one.reading(Some(crate::value::Hedge::Exact)).narrow;
                let hull = days.hull()?;
                let end = |bound: Bound| bound.value().map(ValueSet::point);
                let length = end(hull.low())?.add(&end(hull.high())?).div(&ValueSet::point(Decimal::TWO));
                let letter = one.to_string();
                let letter = letter.trim_start_matches(|c: char| c == 'P' || c == 'T' || c.is_ascii_digit());
                numbers(&set.div(&length), &format!(" {letter}"))
            }
            (Kind::Percent | Kind::Points, _) => numbers(&set.mul(&ValueSet::point(Decimal::ONE_HUNDRED)), "%"),
            _ => numbers(set, ""),
        }
    }
}

/// Elapsed whole years of a length in days.
fn years_of_life(days: &ValueSet) -> Option<String> {
    let years = days.div(&ValueSet::point(YEAR_DAYS));
    ends(&years, |years, _| Some(decimal_text(years.floor())))
}

fn holds(constraint: &Constraint, term: usize, variable: VariableId) -> bool {
    match &constraint.terms[term] {
        Term::Variable(own) => *own == variable,
        Term::Number(_) => false,
        Term::Negative(a) => holds(constraint, *a, variable),
        Term::Add(a, b) | Term::Subtract(a, b) | Term::Multiply(a, b) | Term::Divide(a, b) => {
            holds(constraint, *a, variable) || holds(constraint, *b, variable)
        }
        Term::Call(_, list) => list.iter().any(|term| holds(constraint, *term, variable)),
    }
}

/// Does the law ask something of a date that its figures do not show?
fn computes(constraint: &Constraint) -> bool {
    constraint.terms.iter().any(|term| {
        matches!(term, Term::Call(Function::Year | Function::Weekday | Function::DaysInMonth | Function::Count, _))
    })
}

fn has_variable(constraint: &Constraint, term: usize) -> bool {
    constraint.variables.iter().any(|variable| holds(constraint, term, *variable))
}

/// The two ends of each interval, written by `write` (value, is it the upper end?).
fn ends(set: &ValueSet, write: impl Fn(Decimal, bool) -> Option<String>) -> Option<String> {
    let mut out = Vec::new();
    for interval in set.intervals() {
        let value = |bound: Bound| bound.value();
        let (low, high) = (write(value(interval.low())?, false)?, write(value(interval.high())?, true)?);
        out.push(if low == high { low } else { format!("{low}–{high}") });
    }
    (!out.is_empty()).then(|| out.join(" | "))
}

fn numbers(set: &ValueSet, unit: &str) -> Option<String> {
    /// Digits of a single number that are all shown.
    const ALL_DIGITS: u32 = 7;
    if let Some(point) = set.as_point().filter(|point| point.mantissa().unsigned_abs() < 10_u128.pow(ALL_DIGITS)) {
        return Some(grouped(point.normalize()) + unit);
    }
    ends(set, |value, upper| Some(grouped(rounded(value, upper)))).map(|text| text + unit)
}

/// Rounded outwards to a few digits: what is shown must not look narrower than what was computed.
fn rounded(value: Decimal, upper: bool) -> Decimal {
    use rust_decimal::RoundingStrategy::{ToNegativeInfinity, ToPositiveInfinity};
    let strategy = if upper { ToPositiveInfinity } else { ToNegativeInfinity };
    let digits = if value.scale() == 0 { 28 } else { DIGITS };
    value.round_sf_with_strategy(digits, strategy).unwrap_or(value)
}

fn signed(value: Decimal) -> String {
    decimal_text(value).replace('-', "−")
}

/// Digits in groups of three, in the way of ISO 80000.
fn grouped(value: Decimal) -> String {
    let text = signed(value);
    let (sign, digits) = text.strip_prefix('−').map_or(("", text.as_str()), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut out = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        if index > 0 && left % 3 == 0 && whole.len() > 4 {
            out.push(SEPARATOR);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
