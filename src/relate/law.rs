//! `Law`: an equation or order that the figures of a relation obey by definition, read from text such as
//! `final = initial * (1 + direction * rate)`.

mod parse;

use crate::value::{Decimal, decimal_text};
use std::fmt;
use std::sync::Arc;

/// Index of a node in `Law::nodes`.
pub type NodeId = usize;

/// What a law may call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Function {
    /// Year of a day number.
    Year,
    /// Weekday of a day number, 1 = Monday … 7 = Sunday.
    Weekday,
    /// −1, 0 or 1.
    Sign,
    /// Sum of a list.
    Sum,
    /// How many figures a list holds.
    Count,
    /// One of a list, whichever.
    Any,
    /// Days of a month, given month and year.
    DaysInMonth,
    /// Least of a list.
    Min,
    /// Greatest of a list.
    Max,
    /// Size without sign.
    Abs,
    /// The number itself, which must be a whole one: `integer(count * share)` is broken where no whole number is in it.
    Integer,
    /// The first to the power of the second, a whole number.
    Power,
}

impl Function {
    const ALL: [(&'static str, Function); 12] = [
        ("year", Function::Year),
        ("weekday", Function::Weekday),
        ("sign", Function::Sign),
        ("sum", Function::Sum),
        ("count", Function::Count),
        ("any", Function::Any),
        ("days_in_month", Function::DaysInMonth),
        ("min", Function::Min),
        ("max", Function::Max),
        ("abs", Function::Abs),
        ("integer", Function::Integer),
        ("power", Function::Power),
    ];

    /// The name that laws use.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }

    /// Does it take a list of any length (and list slots)?
    pub fn takes_list(self) -> bool {
        matches!(self, Function::Sum | Function::Count | Function::Any | Function::Min | Function::Max)
    }

    fn arity(self) -> usize {
        match self {
            Function::DaysInMonth | Function::Power => 2,
            _ => 1,
        }
    }
}

/// One node of a law. Children stand before their parents.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A number written in the law.
    Number(Decimal),
    /// A slot: index into `Law::slots`.
    Slot(usize),
    /// Unary minus.
    Negative(NodeId),
    /// Addition.
    Add(NodeId, NodeId),
    /// Subtraction.
    Subtract(NodeId, NodeId),
    /// Multiplication.
    Multiply(NodeId, NodeId),
    /// Division.
    Divide(NodeId, NodeId),
    /// A function.
    Call(Function, Vec<NodeId>),
}

/// How two neighbouring sides of a law compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// `=`
    Equal,
    /// `<=`
    AtMost,
    /// `<`
    Less,
    /// `>=`
    AtLeast,
    /// `>`
    Greater,
    /// `!=`
    Other,
}

impl Order {
    /// The sign in laws.
    pub fn as_str(self) -> &'static str {
        match self {
            Order::Equal => "=",
            Order::AtMost => "<=",
            Order::Less => "<",
            Order::AtLeast => ">=",
            Order::Greater => ">",
            Order::Other => "!=",
        }
    }
}

/// A law: sides that compare pairwise (`a <= b <= c`).
#[derive(Clone, Debug, PartialEq)]
pub struct Law {
    nodes: Vec<Node>,
    slots: Vec<Arc<str>>,
    first: NodeId,
    rest: Vec<(Order, NodeId)>,
}

/// A law that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawError {
    /// Where, counted in characters from 1.
    pub column: usize,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for LawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "column {}: {}", self.column, self.what)
    }
}

impl std::error::Error for LawError {}

impl Law {
    /// Reads a law.
    ///
    /// # Errors
    /// What is wrong and in which column.
    pub fn parse(text: &str) -> Result<Law, LawError> {
        parse::law(text)
    }

    /// Names of its slots, in the order in which they first stand in the law.
    pub fn slots(&self) -> &[Arc<str>] {
        &self.slots
    }

    /// Its nodes; children stand before their parents.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The comparisons of neighbouring sides, from left to right.
    pub fn comparisons(&self) -> impl Iterator<Item = (NodeId, Order, NodeId)> + '_ {
        let lefts = std::iter::once(self.first).chain(self.rest.iter().map(|(_, side)| *side));
        lefts.zip(&self.rest).map(|(left, (order, right))| (left, *order, *right))
    }

    /// The slots that stand as an argument of a function of lists.
    pub(crate) fn list_arguments(&self) -> impl Iterator<Item = (Function, &Arc<str>)> + '_ {
        self.nodes.iter().flat_map(move |node| {
            let (function, arguments) = match node {
                Node::Call(function, arguments) if function.takes_list() => (*function, arguments.as_slice()),
                _ => (Function::Any, &[][..]),
            };
            arguments.iter().filter_map(move |argument| match self.nodes.get(*argument) {
                Some(Node::Slot(slot)) => self.slots.get(*slot).map(|name| (function, name)),
                _ => None,
            })
        })
    }

    /// The slots that stand anywhere else, where one value is wanted.
    pub(crate) fn single_slots(&self) -> impl Iterator<Item = &Arc<str>> + '_ {
        let in_lists: Vec<NodeId> = self
            .nodes
            .iter()
            .filter_map(|node| match node {
                Node::Call(function, arguments) if function.takes_list() => Some(arguments.iter().copied()),
                _ => None,
            })
            .flatten()
            .collect();
        self.nodes.iter().enumerate().filter_map(move |(id, node)| match node {
            Node::Slot(slot) if !in_lists.contains(&id) => self.slots.get(*slot),
            _ => None,
        })
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, node: NodeId, outer: u8) -> fmt::Result {
        let (level, left, sign, right) = match &self.nodes[node] {
            Node::Number(number) => return f.write_str(&decimal_text(*number)),
            Node::Slot(slot) => return f.write_str(&self.slots[*slot]),
            Node::Call(function, arguments) => {
                write!(f, "{}(", function.as_str())?;
                for (index, argument) in arguments.iter().enumerate() {
                    if index > 0 {
                        f.write_str(", ")?;
                    }
                    self.write(f, *argument, 0)?;
                }
                return f.write_str(")");
            }
            Node::Negative(of) => {
                f.write_str("-")?;
                return self.write(f, *of, 3);
            }
            Node::Add(left, right) => (1, *left, "+", *right),
            Node::Subtract(left, right) => (1, *left, "-", *right),
            Node::Multiply(left, right) => (2, *left, "*", *right),
            Node::Divide(left, right) => (2, *left, "/", *right),
        };
        if level < outer {
            f.write_str("(")?;
        }
        self.write(f, left, level)?;
        write!(f, " {sign} ")?;
        // Operators bind to the left: the right side needs parentheses at the same level.
        self.write(f, right, level + 1)?;
        if level < outer {
            f.write_str(")")?;
        }
        Ok(())
    }
}

impl fmt::Display for Law {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, self.first, 0)?;
        for (order, side) in &self.rest {
            write!(f, " {} ", order.as_str())?;
            self.write(f, *side, 0)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laws_print_as_they_read() {
        for text in [
            "final = initial * (1 + direction * rate)",
            "0 <= share <= 1",
            "total = sum(parts)",
            "end - start <= length <= end - start + 1",
            "a - (b - c) = a / (b * c)",
            "-a * -(b + c) < 2.5",
            "day <= days_in_month(month, year)",
            "x > min(list, 3)",
            "abs(final - initial) != rate",
            "1 + total = power(1 + rate, years)",
        ] {
            assert_eq!(Law::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn slots_are_named_once_in_order() {
        let law = Law::parse("end - start <= length <= end - start + 1").unwrap();
        let names: Vec<&str> = law.slots().iter().map(|name| &**name).collect();
        assert_eq!(names, ["end", "start", "length"]);
        assert_eq!(law.comparisons().count(), 2);
    }

    #[test]
    fn errors_name_the_column() {
        for (text, column, part) in [
            ("", 1, "too early"),
            ("a", 2, "missing"),
            ("a = b c", 7, "`c`"),
            ("a = (b", 7, "`)`"),
            ("a = f(b)", 5, "`f`"),
            ("a = days_in_month(b)", 5, "2 arguments"),
            ("a = 1.2.3", 5, "1.2.3"),
            ("a = é", 5, "é"),
            ("a ! b", 3, "`!`"),
            ("a = * b", 5, "`*`"),
        ] {
            let error = Law::parse(text).unwrap_err();
            assert_eq!(error.column, column, "{text}: {error}");
            assert!(error.what.contains(part), "{text}: {error}");
        }
    }

    #[test]
    fn deep_and_long_laws_are_refused() {
        assert!(Law::parse(&format!("a = {}b", "(".repeat(10_000))).is_err());
        assert!(Law::parse(&format!("a = {}b", "-".repeat(10_000))).is_err());
        assert!(Law::parse(&format!("a = {}b", "b + ".repeat(10_000))).is_err());
    }
}
