//! The compiler of patterns: from the notation to steps.

use super::{Parsed, Step, Type};
use crate::data::DataError;
use crate::language::lexicon::{Class, Lexicon};
use crate::language::token::fold;

/// The steps of a pattern, with its names, claims and captured classes.
pub(super) fn steps(source: &str, lexicon: &Lexicon) -> Result<Parsed, DataError> {
    let chars: Vec<char> = source.chars().collect();
    let mut compiler = Compiler { lexicon, source: &chars, at: 0, depth: 0, pattern: Parsed::default() };
    compiler.sequence(None)?;
    compiler.pattern.steps.push(Step::Match);
    Ok(compiler.pattern)
}

struct Compiler<'a> {
    lexicon: &'a Lexicon,
    source: &'a [char],
    at: usize,
    /// Brackets around the place.
    depth: usize,
    pattern: Parsed,
}

impl Compiler<'_> {
    fn error(&self, message: impl std::fmt::Display) -> DataError {
        let source: String = self.source.iter().collect();
        DataError::here(format!("pattern {source:?}, column {}: {message}", self.at + 1))
    }

    fn peek(&self) -> Option<char> {
        self.source.get(self.at).copied()
    }

    /// Alternatives up to `close` (or the end).
    fn sequence(&mut self, close: Option<char>) -> Result<(), DataError> {
        let start = self.pattern.steps.len();
        let mut exits = Vec::new();
        let mut branch = start;
        loop {
            match self.peek() {
                None if close.is_none() => break,
                None => return Err(self.error(format!("a {:?} is missing", close.unwrap_or(' ')))),
                Some(c) if Some(c) == close => {
                    self.at += 1;
                    break;
                }
                Some('|') if close.is_some() => {
                    self.at += 1;
                    // branch: split(branch+1, next) … jump(end)
                    self.insert(branch, Step::Split(branch as u16 + 1, 0));
                    exits.push(self.pattern.steps.len());
                    self.pattern.steps.push(Step::Jump(0));
                    let next = self.pattern.steps.len() as u16;
                    self.pattern.steps[branch] = Step::Split(branch as u16 + 1, next);
                    branch = usize::from(next);
                }
                Some(c) if c.is_whitespace() => self.at += 1,
                Some(_) => self.item()?,
            }
        }
        let end = self.pattern.steps.len() as u16;
        for exit in exits {
            self.pattern.steps[exit] = Step::Jump(end);
        }
        Ok(())
    }

    /// Inserts a step before `at`, moving the targets of later steps.
    fn insert(&mut self, at: usize, step: Step) {
        let moved = |target: &mut u16| {
            if usize::from(*target) >= at {
                *target += 1;
            }
        };
        for later in &mut self.pattern.steps[at..] {
            match later {
                Step::Split(a, b) => {
                    moved(a);
                    moved(b);
                }
                Step::Jump(a) => moved(a),
                _ => {}
            }
        }
        self.pattern.steps.insert(at, step);
    }

    /// Notes what a match must consume first from step `start` to the end, if it can be said in words and classes.
    fn need(&mut self, start: usize) {
        if self.depth > 0 {
            return;
        }
        let (mut todo, mut need) = (vec![start], Vec::new());
        while let Some(pc) = todo.pop() {
            match self.pattern.steps.get(pc) {
                Some(Step::Split(a, b)) => todo.extend([usize::from(*a), usize::from(*b)]),
                Some(Step::Jump(a)) => todo.push(usize::from(*a)),
                Some(Step::Open(_) | Step::Close(_) | Step::Glue | Step::Join(_)) => todo.push(pc + 1),
                Some(step @ (Step::Literal(_) | Step::Class(..))) if !need.contains(step) => need.push(step.clone()),
                Some(Step::Literal(_) | Step::Class(..)) => {}
                // Something else will do, or nothing at all.
                _ => return,
            }
        }
        self.pattern.needs.push(need);
    }

    /// Marks a place where branches come together.
    fn join(&mut self) {
        self.pattern.steps.push(Step::Join(self.pattern.joins));
        self.pattern.joins = self.pattern.joins.saturating_add(1);
    }

    fn item(&mut self) -> Result<(), DataError> {
        let c = self.peek().unwrap_or(' ');
        match c {
            '[' => {
                self.at += 1;
                let split = self.pattern.steps.len();
                self.pattern.steps.push(Step::Match);
                self.depth += 1;
                self.sequence(Some(']'))?;
                self.depth -= 1;
                let end = self.pattern.steps.len() as u16;
                self.pattern.steps[split] = Step::Split(split as u16 + 1, end);
                self.join();
            }
            '(' => {
                self.at += 1;
                let start = self.pattern.steps.len();
                self.depth += 1;
                self.sequence(Some(')'))?;
                self.depth -= 1;
                if self.peek() != Some('*') {
                    self.need(start);
                    self.join();
                } else {
                    self.at += 1;
                    self.insert(start, Step::Match);
                    self.join();
                    self.pattern.steps.push(Step::Jump(start as u16));
                    let end = self.pattern.steps.len() as u16;
                    self.pattern.steps[start] = Step::Split(start as u16 + 1, end);
                }
            }
            '<' => {
                let inner = self.until('>')?;
                let (class, value) = self.class(&inner)?;
                self.pattern.steps.push(Step::Class(class, value));
                self.need(self.pattern.steps.len() - 1);
            }
            '{' => {
                let inner = self.until('}')?;
                let start = self.pattern.steps.len();
                self.slot(&inner)?;
                self.need(start);
            }
            '~' => {
                self.at += 1;
                self.pattern.steps.push(Step::Glue);
            }
            '‹' | '›' => {
                self.at += 1;
                self.mark(c)?;
            }
            '…' => {
                self.at += 1;
                self.pattern.steps.push(Step::Gap(8));
                self.join();
            }
            ']' | ')' | '>' | '}' | '|' | '*' => {
                return Err(self.error(format!("{c:?} closes nothing (quote it to mean the sign)")));
            }
            '"' => {
                let inner = self.until('"')?;
                self.literal(&inner);
            }
            _ => {
                let start = self.at;
                let special = |c: char| c.is_whitespace() || "[](){}<>|*~…‹›\"".contains(c);
                while self.peek().is_some_and(|c| !special(c)) {
                    self.at += 1;
                }
                let word: String = self.source[start..self.at].iter().collect();
                self.literal(&word);
            }
        }
        Ok(())
    }

    /// The text between the bracket here and its closing one.
    fn until(&mut self, close: char) -> Result<String, DataError> {
        let start = self.at + 1;
        let Some(length) = self.source[start..].iter().position(|c| *c == close) else {
            return Err(self.error(format!("a {close:?} is missing")));
        };
        self.at = start + length + 1;
        Ok(self.source[start..start + length].iter().collect())
    }

    fn literal(&mut self, words: &str) {
        let (mut tokens, mut folded) = (Vec::new(), String::new());
        self.lexicon.tokenize(words, 0, words.len(), &mut tokens);
        for (index, token) in tokens.iter().enumerate() {
            if index > 0 && token.glued {
                self.pattern.steps.push(Step::Glue);
            }
            fold(token.text(words), &mut folded);
            self.pattern.steps.push(Step::Literal(self.lexicon.word(&folded)));
            self.need(self.pattern.steps.len() - 1);
        }
    }

    fn class(&self, inner: &str) -> Result<(Class, Option<u32>), DataError> {
        let (name, value) = match inner.split_once(':') {
            Some((name, value)) => (name, Some(value)),
            None => (inner, None),
        };
        let class = self.lexicon.class(name).ok_or_else(|| self.error(self.lexicon.no_class(name)))?;
        let unknown = |value| self.error(format!("the class {name:?} has no value {value:?}"));
        let value = value.map(|value| self.lexicon.value_of(class, value).ok_or_else(|| unknown(value)));
        Ok((class, value.transpose()?))
    }

    fn name(&mut self, name: &str) -> Result<u16, DataError> {
        let index = match self.pattern.names.iter().position(|known| &**known == name) {
            Some(index) => index,
            None => {
                self.pattern.names.push(name.into());
                self.pattern.names.len() - 1
            }
        };
        u16::try_from(index).map_err(|_| self.error("too many names"))
    }

    /// An empty capture: a place to be remembered.
    fn mark(&mut self, sign: char) -> Result<(), DataError> {
        let index = self.name(sign.encode_utf8(&mut [0; 4]))?;
        self.pattern.steps.extend([Step::Open(index), Step::Close(index)]);
        Ok(())
    }

    fn slot(&mut self, inner: &str) -> Result<(), DataError> {
        let (name, what) = inner.split_once(':').unwrap_or((inner, ""));
        let index = self.name(name)?;
        self.pattern.steps.push(Step::Open(index));
        let step = if let Some(kind) = what.strip_prefix('#') {
            Step::Type(self.type_of(kind)?)
        } else if what.starts_with('@') || (what.is_empty() && self.lexicon.class(name).is_none()) {
            let claim = self.pattern.claims.len() as u16;
            self.pattern.claims.push(if what.is_empty() { name } else { &what[1..] }.into());
            Step::Claim(claim)
        } else {
            let (class, value) = self.class(if what.is_empty() { name } else { what })?;
            self.pattern.captured.push(class);
            Step::Class(class, value)
        };
        self.pattern.steps.push(step);
        self.pattern.steps.push(Step::Close(index));
        Ok(())
    }

    fn type_of(&self, name: &str) -> Result<Type, DataError> {
        Ok(match name {
            "number" => Type::Number,
            "int" => Type::Int,
            "decimal" => Type::Decimal,
            "day" => Type::Day,
            "month" => Type::Month,
            "year" => Type::Year,
            "word" => Type::Word,
            "name" => Type::Name,
            "title" => Type::Title,
            _ => match name.strip_prefix("digits").and_then(|n| n.parse().ok()) {
                Some(n) => Type::Digits(n),
                None => return Err(self.error(format!("there is no type {name:?}"))),
            },
        })
    }
}
