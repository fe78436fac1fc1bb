//! `Law`: an equation or order that the figures of a relation obey by definition, read from text such as
//! `final = initial * (1 + direction * rate)`.

use crate::value::{Decimal, decimal_text};
use std::fmt;
use std::sync::Arc;

/// Longest law, in nodes: keeps a mistaken data file from costing time on every article.
const MOST_NODES: usize = 256;
/// Deepest nesting of parentheses and calls.
const DEEPEST: usize = 32;

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
        let tokens = tokens(text)?;
        let law = Law { nodes: Vec::new(), slots: Vec::new(), first: 0, rest: Vec::new() };
        let mut parser = Parser { tokens: &tokens, at: 0, end: text.chars().count() + 1, depth: 0, law };
        let first = parser.sum()?;
        while let Some(order) = parser.order() {
            let side = parser.sum()?;
            parser.law.rest.push((order, side));
        }
        if let Some((token, column)) = parser.tokens.get(parser.at) {
            return Err(LawError { column: *column, what: format!("expected an operator, found `{token}`") });
        }
        if parser.law.rest.is_empty() {
            return Err(parser.error("a law compares two sides: `=`, `!=`, `<=`, `<`, `>=` or `>` is missing"));
        }
        parser.law.first = first;
        Ok(parser.law)
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

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(Decimal),
    Name(String),
    Order(Order),
    Sign(char),
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Token::Number(number) => write!(f, "{number}"),
            Token::Name(name) => f.write_str(name),
            Token::Order(order) => f.write_str(order.as_str()),
            Token::Sign(sign) => write!(f, "{sign}"),
        }
    }
}

fn tokens(text: &str) -> Result<Vec<(Token, usize)>, LawError> {
    let mut characters = text.chars().zip(1usize..).peekable();
    let mut out = Vec::new();
    while let Some((first, column)) = characters.next() {
        let mut run = String::from(first);
        let mut take_while = |wanted: fn(char) -> bool, run: &mut String| {
            while let Some((next, _)) = characters.next_if(|(next, _)| wanted(*next)) {
                run.push(next);
            }
        };
        let token = match first {
            _ if first.is_whitespace() => continue,
            'a'..='z' | 'A'..='Z' | '_' => {
                take_while(|c| c.is_ascii_alphanumeric() || c == '_', &mut run);
                Token::Name(run)
            }
            '0'..='9' => {
                take_while(|c| c.is_ascii_digit() || c == '.', &mut run);
                let number = run.parse().map_err(|_| LawError { column, what: format!("`{run}` is no number") })?;
                Token::Number(number)
            }
            '<' | '>' => {
                let or_equal = characters.next_if(|(next, _)| *next == '=').is_some();
                Token::Order(match (first, or_equal) {
                    ('<', true) => Order::AtMost,
                    ('<', false) => Order::Less,
                    (_, true) => Order::AtLeast,
                    (_, false) => Order::Greater,
                })
            }
            '=' => Token::Order(Order::Equal),
            '!' if characters.next_if(|(next, _)| *next == '=').is_some() => Token::Order(Order::Other),
            '+' | '-' | '*' | '/' | '(' | ')' | ',' => Token::Sign(first),
            other => {
                return Err(LawError { column, what: format!("`{other}` has no meaning in a law") });
            }
        };
        out.push((token, column));
    }
    Ok(out)
}

struct Parser<'a> {
    tokens: &'a [(Token, usize)],
    at: usize,
    end: usize,
    depth: usize,
    law: Law,
}

impl Parser<'_> {
    fn error(&self, what: impl Into<String>) -> LawError {
        let column = self.tokens.get(self.at).map_or(self.end, |(_, column)| *column);
        LawError { column, what: what.into() }
    }

    fn push(&mut self, node: Node) -> Result<NodeId, LawError> {
        if self.law.nodes.len() >= MOST_NODES {
            return Err(self.error(format!("the law is longer than {MOST_NODES} terms")));
        }
        self.law.nodes.push(node);
        Ok(self.law.nodes.len() - 1)
    }

    fn order(&mut self) -> Option<Order> {
        match self.tokens.get(self.at) {
            Some((Token::Order(order), _)) => {
                self.at += 1;
                Some(*order)
            }
            _ => None,
        }
    }

    fn sign(&mut self, wanted: &[char]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some((Token::Sign(sign), _)) if wanted.contains(sign) => {
                self.at += 1;
                Some(*sign)
            }
            _ => None,
        }
    }

    fn sum(&mut self) -> Result<NodeId, LawError> {
        let mut left = self.product()?;
        while let Some(sign) = self.sign(&['+', '-']) {
            let right = self.product()?;
            left = self.push(if sign == '+' { Node::Add(left, right) } else { Node::Subtract(left, right) })?;
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<NodeId, LawError> {
        let mut left = self.factor()?;
        while let Some(sign) = self.sign(&['*', '/']) {
            let right = self.factor()?;
            left = self.push(if sign == '*' { Node::Multiply(left, right) } else { Node::Divide(left, right) })?;
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<NodeId, LawError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.error("the law is nested too deeply"));
        }
        let node = self.factor_inside();
        self.depth -= 1;
        node
    }

    fn factor_inside(&mut self) -> Result<NodeId, LawError> {
        if self.sign(&['-']).is_some() {
            let of = self.factor()?;
            return self.push(Node::Negative(of));
        }
        if self.sign(&['(']).is_some() {
            let inside = self.sum()?;
            return match self.sign(&[')']) {
                Some(_) => Ok(inside),
                None => Err(self.error("`)` is missing")),
            };
        }
        match self.tokens.get(self.at) {
            Some((Token::Number(number), _)) => {
                self.at += 1;
                self.push(Node::Number(*number))
            }
            Some((Token::Name(name), _)) => {
                let start = self.at;
                self.at += 1;
                if self.sign(&['(']).is_some() { self.call(name, start) } else { self.slot(name) }
            }
            Some((token, _)) => Err(self.error(format!("expected a slot, number or function, found `{token}`"))),
            None => Err(self.error("the law ends too early")),
        }
    }

    fn slot(&mut self, name: &str) -> Result<NodeId, LawError> {
        let index = match self.law.slots.iter().position(|slot| &**slot == name) {
            Some(index) => index,
            None => {
                self.law.slots.push(Arc::from(name));
                self.law.slots.len() - 1
            }
        };
        self.push(Node::Slot(index))
    }

    fn call(&mut self, name: &str, start: usize) -> Result<NodeId, LawError> {
        let Some((_, function)) = Function::ALL.iter().find(|(known, _)| *known == name) else {
            let known: Vec<_> = Function::ALL.iter().map(|(known, _)| *known).collect();
            self.at = start;
            return Err(self.error(format!("there is no function `{name}`; known: {}", known.join(", "))));
        };
        let mut arguments = vec![self.sum()?];
        while self.sign(&[',']).is_some() {
            arguments.push(self.sum()?);
        }
        if self.sign(&[')']).is_none() {
            return Err(self.error("`)` is missing"));
        }
        if !function.takes_list() && arguments.len() != function.arity() {
            self.at = start;
            return Err(self.error(format!("`{name}` takes {} arguments, not {}", function.arity(), arguments.len())));
        }
        self.push(Node::Call(*function, arguments))
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
