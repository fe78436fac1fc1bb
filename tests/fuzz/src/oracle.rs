//! Can these figures all be true? Decided by exact rationals, in other ways than `src/judge` decides it.

use num_bigint::BigInt;
use num_rational::BigRational;
use std::collections::BTreeSet;

/// More inequalities than this are not looked at.
const MOST_ROWS: usize = 2000;

/// A whole number as a rational.
pub fn whole(number: i64) -> BigRational {
    BigRational::from(BigInt::from(number))
}

/// A sum of multiples of variables, plus a constant: equal to zero, or at most zero, or less than zero.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub factors: Vec<BigRational>,
    pub constant: BigRational,
    pub strict: bool,
}

impl Row {
    /// The sum of so many times each of these variables.
    pub fn new(variables: usize, terms: &[(usize, i64)], constant: i64, strict: bool) -> Row {
        let mut factors = vec![whole(0); variables];
        terms.iter().for_each(|(variable, times)| factors[*variable] += whole(*times));
        Row { factors, constant: whole(constant), strict }
    }

    /// With so many times another row added.
    fn plus(&self, times: &BigRational, other: &Row) -> Row {
        let factors = self.factors.iter().zip(&other.factors).map(|(a, b)| a + times * b).collect();
        let constant = &self.constant + times * &other.constant;
        Row { factors, constant, strict: self.strict || other.strict }
    }

    /// The same said in one way, so that repeats are seen.
    fn normal(mut self) -> Row {
        let zero = whole(0);
        let lead = self.factors.iter().find(|factor| **factor != zero).cloned();
        if let Some(lead) = lead {
            let size = if lead < zero { -lead } else { lead };
            self.factors.iter_mut().chain([&mut self.constant]).for_each(|factor| *factor /= &size);
        }
        self
    }
}

/// Is there a solution? By elimination after Gauss and after Fourier and Motzkin. `None`: that would take too long.
pub fn is_solvable(equations: &[Row], inequalities: &[Row]) -> Option<bool> {
    let zero = whole(0);
    let (mut equations, mut rows) = (equations.to_vec(), inequalities.to_vec());
    while let Some(equation) = equations.pop() {
        let Some(variable) = equation.factors.iter().position(|factor| *factor != zero) else {
            if equation.constant != zero {
                return Some(false);
            }
            continue;
        };
        for row in equations.iter_mut().chain(&mut rows) {
            let times = -(&row.factors[variable] / &equation.factors[variable]);
            *row = row.plus(&times, &equation);
        }
    }
    let variables = rows.first().map_or(0, |row| row.factors.len());
    for variable in 0..variables {
        let (mut above, mut below, mut rest) = (Vec::new(), Vec::new(), BTreeSet::new());
        for row in rows {
            match row.factors[variable].cmp(&zero) {
                std::cmp::Ordering::Greater => above.push(row),
                std::cmp::Ordering::Less => below.push(row),
                std::cmp::Ordering::Equal => _ = rest.insert(row.normal()),
            }
        }
        for a in &above {
            for b in &below {
                let times = -(&a.factors[variable] / &b.factors[variable]);
                rest.insert(a.plus(&times, b).normal());
            }
        }
        if rest.len() > MOST_ROWS {
            return None;
        }
        rows = rest.into_iter().collect();
    }
    Some(rows.iter().all(|row| if row.strict { row.constant < zero } else { row.constant <= zero }))
}

/// A closed interval of positive numbers.
pub type Range = (BigRational, BigRational);

/// How the figures of a law hang together; the first is what the others make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// By adding all of them.
    Sum,
    /// By multiplying two.
    Product,
    /// By dividing the first of two by the second.
    Quotient,
    /// It is the first of two, which grows by the second as a share of it.
    Growth,
    /// It is the other.
    Same,
    /// It is not above the other.
    AtMost,
}

impl Made {
    /// All values that the figure at a place takes while the others stay in their ranges and the law holds. Exact where all
    /// ranges are positive: then each figure rises or falls with each of the others. `None`: no end above.
    pub fn of(self, place: usize, ranges: &[Range]) -> (BigRational, Option<BigRational>) {
        let one = whole(1);
        let closed = |low: BigRational, high: BigRational| (low, Some(high));
        let low = |at: usize| &ranges[at].0;
        let high = |at: usize| &ranges[at].1;
        let sum = |of: &dyn Fn(usize) -> BigRational| {
            (1..ranges.len()).filter(|at| *at != place).map(of).fold(whole(0), |sum, next| sum + next)
        };
        let (lows, highs) = (sum(&|at| low(at).clone()), sum(&|at| high(at).clone()));
        match (self, place) {
            (Made::Sum, 0) => closed(lows, highs),
            (Made::Sum, _) => closed(low(0) - highs, high(0) - lows),
            (Made::Product, 0) => closed(low(1) * low(2), high(1) * high(2)),
            (Made::Product, place) => closed(low(0) / high(3 - place), high(0) / low(3 - place)),
            (Made::Quotient, 0) => closed(low(1) / high(2), high(1) / low(2)),
            (Made::Quotient, 1) => closed(low(0) * low(2), high(0) * high(2)),
            (Made::Quotient, _) => closed(low(1) / high(0), high(1) / low(0)),
            (Made::Growth, 0) => closed(low(1) * (&one + low(2)), high(1) * (&one + high(2))),
            (Made::Growth, 1) => closed(low(0) / (&one + high(2)), high(0) / (&one + low(2))),
            (Made::Growth, _) => closed(low(0) / high(1) - &one, high(0) / low(1) - &one),
            (Made::Same, place) => closed(low(1 - place).clone(), high(1 - place).clone()),
            (Made::AtMost, 0) => closed(whole(0), high(1).clone()),
            (Made::AtMost, _) => (low(0).clone(), None),
        }
    }
}

/// A law and its figures, of which at most one stands in a law before it.
#[derive(Clone, Debug)]
pub struct Branch {
    pub made: Made,
    pub figures: Vec<usize>,
}

/// Can all laws of a tree hold? From its leaves: what a law leaves of the figure that it shares with those before it is all
/// that they need to know of it.
pub fn grows(branches: &[Branch], ranges: &[Range]) -> bool {
    let mut ranges = ranges.to_vec();
    for (index, branch) in branches.iter().enumerate().rev() {
        let before = |figure: &usize| branches[..index].iter().any(|other| other.figures.contains(figure));
        let place = branch.figures.iter().position(before).unwrap_or(0);
        let own: Vec<Range> = branch.figures.iter().map(|figure| ranges[*figure].clone()).collect();
        let (low, high) = branch.made.of(place, &own);
        let range = &mut ranges[branch.figures[place]];
        if low > range.0 {
            range.0 = low;
        }
        if let Some(high) = high.filter(|high| *high < range.1) {
            range.1 = high;
        }
        if range.0 > range.1 {
            return false;
        }
    }
    true
}
