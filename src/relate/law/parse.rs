//! The reader of laws: tokens, and a descent through sums, products and factors.

use super::{Function, Law, LawError, Node, NodeId, Order};
use crate::value::Decimal;
use std::fmt;
use std::sync::Arc;

/// Longest law, in nodes: keeps a mistaken data file from costing time on every article.
const MOST_NODES: usize = 256;
/// Deepest nesting of parentheses and calls.
const DEEPEST: usize = 32;

/// Reads a law.
///
/// # Errors
/// What is wrong and in which column.
pub(super) fn law(text: &str) -> Result<Law, LawError> {
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
