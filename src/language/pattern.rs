//! Patterns over tokens: the notation that forms and constructions share, its compiler and its matcher.
//!
//! | notation | matches |
//! |---|---|
//! | `word` `,` `"("` | that token; punctuation of the notation itself in quotes |
//! | `<class>` `<class:value>` | a word or phrase of a class of the lexicon (with that value) |
//! | `{name:class}` `{name:class:value}` | the same, remembered under `name`; `{class}` for short |
//! | `{name:#type}` | a type that code reads: `number`, `int`, `decimal`, `digits1` … `digits4`, `day`, `month`, `year`, `word`, `name` |
//! | `{name}` in a construction, `{name:@kind}` | a claim |
//! | `[…]` | optional; `[a\|b]` is one of them or none |
//! | `(a\|b)` | alternatives |
//! | `(…)*` | any number of times |
//! | `~` | no white space before the next token |
//! | `‹…›` | in a form: the figure itself; what stands outside is its context |
//! | `…` | a few tokens, none of them in a figure or at a clause boundary |
//!
//! The matcher tries the branches in order and remembers where each has been (as RE2's bit-state search does), so it
//! is linear in pattern × window and needs no undoing.

use super::lexicon::{Class, Lexicon, Word};
use super::token::{fold, tokenize};
use crate::data::DataError;

/// Types that code reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Any numeral, in digits or words.
    Number,
    /// A numeral of digits only, without separators or scale.
    Int,
    /// The digits of a numeral with their separators, without its scale words: of "1.8m" the 1.8.
    Decimal,
    /// So many digits.
    Digits(u8),
    /// A day of the month, 1–31, one or two digits.
    Day,
    /// A month in digits, 1–12.
    Month,
    /// A year of four digits, 1000–2999.
    Year,
    /// Any word.
    Word,
    /// A capitalised word.
    Name,
}

/// A step of a compiled pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// This word.
    Literal(Word),
    /// A word of a class, with that value (`Lexicon::value`) if one is named.
    Class(Class, Option<u32>),
    /// What code reads.
    Type(Type),
    /// A claim; what may fill it is the caller's to say (index into `Pattern::claims`).
    Claim(u16),
    /// No white space before the next token.
    Glue,
    /// Up to so many tokens outside of figures.
    Gap(u8),
    /// Try these places, in order.
    Split(u16, u16),
    /// Go on there.
    Jump(u16),
    /// Start or end of a capture: the name's index.
    Open(u8),
    /// End of a capture.
    Close(u8),
    /// Done.
    Match,
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    /// Its steps.
    pub steps: Vec<Step>,
    /// Names of captures.
    pub names: Vec<Box<str>>,
    /// What was written after `@` (or the bare name) for each claim step.
    pub claims: Vec<Box<str>>,
    /// Claims that every match takes at least.
    pub least_claims: usize,
    /// The claim step that every match begins with, if there is one.
    first_claim: Option<u16>,
    /// Classes whose words it captures: a gap runs over none of them, so that the nearest is the one captured.
    pub captured: Vec<Class>,
}

/// A captured span of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capture {
    /// Index of its name.
    pub name: u8,
    /// First token.
    pub start: u32,
    /// Token after the last.
    pub end: u32,
    /// Value index of the class that matched inside it (`u32::MAX`: none).
    pub value: u32,
}

/// A match: where it ends, and what it captured.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Token after the last.
    pub end: usize,
    /// Captures in the order of their ends.
    pub captures: Vec<Capture>,
}

/// The text as the matcher asks about it. Every method gives the tokens after a match.
pub trait Input {
    /// Does the token at `at` read so?
    fn literal(&self, at: usize, word: Word) -> bool;
    /// The phrase of a class at `at` after `skip` others: `(end, value)`.
    fn class(&self, at: usize, class: Class, value: Option<u32>, skip: usize) -> Option<(usize, u32)>;
    /// What code reads at `at`.
    fn typed(&self, at: usize, kind: Type) -> Option<usize>;
    /// The claim that starts at `at` and may fill the claim step.
    fn claim(&self, at: usize, step: u16) -> Option<usize>;
    /// Is the token at `at` written without white space before it?
    fn glued(&self, at: usize) -> bool;
    /// May a gap run over the token at `at`? Gives the token after it.
    fn gap(&self, at: usize) -> Option<usize>;
}

/// Captures within captures.
const DEPTH: usize = 4;

/// Tokens that a match may span.
const WINDOW: usize = 160;

struct Compiler<'a> {
    lexicon: &'a Lexicon,
    source: &'a [char],
    at: usize,
    pattern: Pattern,
}

impl Pattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// Unbalanced brackets, unknown classes or types; the message names the column.
    pub fn new(source: &str, lexicon: &Lexicon) -> Result<Self, DataError> {
        let chars: Vec<char> = source.chars().collect();
        let pattern = Pattern {
            steps: Vec::new(),
            names: Vec::new(),
            claims: Vec::new(),
            least_claims: 0,
            first_claim: None,
            captured: Vec::new(),
        };
        let mut compiler = Compiler { lexicon, source: &chars, at: 0, pattern };
        compiler.sequence(None)?;
        compiler.pattern.steps.push(Step::Match);
        compiler.pattern.least_claims = compiler.pattern.least_claims();
        compiler.pattern.first_claim = match compiler.pattern.reachable(0).as_slice() {
            [only] => match compiler.pattern.steps[*only] {
                Step::Claim(step) => Some(step),
                _ => None,
            },
            _ => None,
        };
        Ok(compiler.pattern)
    }

    /// Counts the claims on the way from the first step to a match that takes fewest.
    fn least_claims(&self) -> usize {
        let mut least = vec![usize::MAX; self.steps.len()];
        let mut todo = vec![(0, 0)];
        while let Some((pc, claims)) = todo.pop() {
            if claims >= least[pc] {
                continue;
            }
            least[pc] = claims;
            match &self.steps[pc] {
                Step::Match => {}
                Step::Jump(to) => todo.push((usize::from(*to), claims)),
                Step::Split(a, b) => todo.extend([(usize::from(*a), claims), (usize::from(*b), claims)]),
                step => todo.push((pc + 1, claims + usize::from(matches!(step, Step::Claim(_))))),
            }
        }
        least.last().copied().unwrap_or_default()
    }

    /// The name of a capture.
    pub fn name(&self, capture: &Capture) -> &str {
        &self.names[usize::from(capture.name)]
    }

    /// Each step that can consume the first token, with the steps that can consume the next one after it. No such steps:
    /// the pattern may end there, or go on with a claim or a gap.
    pub fn openings(&self) -> impl Iterator<Item = (Step, Vec<Step>)> {
        self.reachable(0).into_iter().map(|first| {
            let then = self.reachable(first + 1);
            let open = |pc: &usize| matches!(self.steps[*pc], Step::Match | Step::Claim(_) | Step::Gap(_));
            let then = if then.iter().any(open) || matches!(self.steps[first], Step::Gap(_)) {
                Vec::new()
            } else {
                then.into_iter().map(|pc| self.steps[pc].clone()).collect()
            };
            (self.steps[first].clone(), then)
        })
    }

    /// Places of the steps that consume something, or match, and that can be reached from `start` without consuming.
    fn reachable(&self, start: usize) -> Vec<usize> {
        let (mut seen, mut todo, mut found) = (vec![false; self.steps.len()], vec![start], Vec::new());
        while let Some(pc) = todo.pop() {
            if pc >= self.steps.len() || std::mem::replace(&mut seen[pc], true) {
                continue;
            }
            match &self.steps[pc] {
                Step::Split(a, b) => todo.extend([usize::from(*a), usize::from(*b)]),
                Step::Jump(a) => todo.push(usize::from(*a)),
                Step::Open(_) | Step::Close(_) | Step::Glue => todo.push(pc + 1),
                _ => found.push(pc),
            }
        }
        found
    }

    /// The longest match that starts at `at`; of equally long ones, the first by the order of the branches.
    pub fn find(&self, input: &impl Input, at: usize, scratch: &mut Scratch) -> Option<Found> {
        // Most searches end at a claim of the wrong kind: they are not worth starting.
        if self.first_claim.is_some_and(|step| input.claim(at, step).is_none()) {
            return None;
        }
        scratch.reset(self.steps.len());
        let captures = std::mem::take(&mut scratch.captures);
        let mut search = Search { pattern: self, input, origin: at, best: None, open: ([0; DEPTH], 0), captures };
        search.run(0, at, u32::MAX, scratch);
        scratch.captures = search.captures;
        scratch.captures.clear();
        search.best
    }
}

/// Memory of a search, kept between searches.
#[derive(Debug, Default)]
pub struct Scratch {
    seen: Vec<u32>,
    round: u32,
    captures: Vec<Capture>,
}

impl Scratch {
    fn reset(&mut self, steps: usize) {
        let size = steps * (WINDOW + 1);
        if self.seen.len() < size {
            self.seen.resize(size, 0);
        }
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.seen.fill(0);
            self.round = 1;
        }
    }

    fn first_visit(&mut self, slot: usize) -> bool {
        match self.seen.get_mut(slot) {
            Some(seen) if *seen != self.round => {
                *seen = self.round;
                true
            }
            _ => false,
        }
    }
}

struct Search<'a, I> {
    pattern: &'a Pattern,
    input: &'a I,
    origin: usize,
    best: Option<Found>,
    /// Starts of the captures that are open, and how many there are.
    open: ([u32; DEPTH], usize),
    captures: Vec<Capture>,
}

impl<I: Input> Search<'_, I> {
    /// Follows the pattern from step `pc` at token `at`; `value` is the class value met last.
    fn run(&mut self, mut pc: usize, mut at: usize, mut value: u32, scratch: &mut Scratch) {
        loop {
            if at - self.origin > WINDOW || !scratch.first_visit(pc * (WINDOW + 1) + (at - self.origin)) {
                return;
            }
            match &self.pattern.steps[pc] {
                Step::Match => {
                    if self.best.as_ref().is_none_or(|best| at > best.end) {
                        self.best = Some(Found { end: at, captures: self.captures.clone() });
                    }
                    return;
                }
                Step::Jump(to) => {
                    pc = usize::from(*to);
                    continue;
                }
                Step::Split(first, second) => {
                    self.branch(usize::from(*first), at, value, scratch);
                    pc = usize::from(*second);
                    continue;
                }
                Step::Glue => {
                    if !self.input.glued(at) {
                        return;
                    }
                }
                Step::Open(_) => {
                    let (starts, depth) = &mut self.open;
                    if let Some(start) = starts.get_mut(*depth) {
                        *start = at as u32;
                    }
                    *depth += 1;
                    // A class outside of the capture says nothing about it.
                    value = u32::MAX;
                }
                Step::Close(name) => {
                    let (starts, depth) = &mut self.open;
                    *depth = depth.saturating_sub(1);
                    let start = starts.get(*depth).copied().unwrap_or(at as u32);
                    self.captures.push(Capture { name: *name, start, end: at as u32, value });
                    value = u32::MAX;
                }
                Step::Literal(word) => {
                    if !self.input.literal(at, *word) {
                        return;
                    }
                    at += 1;
                }
                Step::Type(kind) => match self.input.typed(at, *kind) {
                    Some(end) => at = end,
                    None => return,
                },
                Step::Claim(step) => match self.input.claim(at, *step) {
                    Some(end) => at = end,
                    None => return,
                },
                Step::Class(class, wanted) => {
                    let phrase = |skip| self.input.class(at, *class, *wanted, skip);
                    let Some(mut last) = phrase(0) else { return };
                    let mut skip = 1;
                    while let Some(next) = phrase(skip) {
                        self.branch(pc + 1, last.0, last.1, scratch);
                        last = next;
                        skip += 1;
                    }
                    (at, value) = last;
                }
                Step::Gap(most) => {
                    let mut end = at;
                    self.branch(pc + 1, at, value, scratch);
                    for _ in 1..*most {
                        let Some(next) = self.input.gap(end) else {
                            return;
                        };
                        end = next;
                        self.branch(pc + 1, end, value, scratch);
                    }
                    match self.input.gap(end) {
                        Some(next) => at = next,
                        None => return,
                    }
                }
            }
            pc += 1;
        }
    }

    fn branch(&mut self, pc: usize, at: usize, value: u32, scratch: &mut Scratch) {
        let (open, captures) = (self.open, self.captures.len());
        self.run(pc, at, value, scratch);
        self.open = open;
        self.captures.truncate(captures);
    }
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

    fn item(&mut self) -> Result<(), DataError> {
        let c = self.peek().unwrap_or(' ');
        match c {
            '[' => {
                self.at += 1;
                let split = self.pattern.steps.len();
                self.pattern.steps.push(Step::Match);
                self.sequence(Some(']'))?;
                let end = self.pattern.steps.len() as u16;
                self.pattern.steps[split] = Step::Split(split as u16 + 1, end);
            }
            '(' => {
                self.at += 1;
                let start = self.pattern.steps.len();
                self.sequence(Some(')'))?;
                if self.peek() == Some('*') {
                    self.at += 1;
                    self.insert(start, Step::Match);
                    self.pattern.steps.push(Step::Jump(start as u16));
                    let end = self.pattern.steps.len() as u16;
                    self.pattern.steps[start] = Step::Split(start as u16 + 1, end);
                }
            }
            '<' => {
                let inner = self.until('>')?;
                let (class, value) = self.class(&inner)?;
                self.pattern.steps.push(Step::Class(class, value));
            }
            '{' => {
                let inner = self.until('}')?;
                self.slot(&inner)?;
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
        tokenize(words, 0, words.len(), &mut tokens);
        for (index, token) in tokens.iter().enumerate() {
            if index > 0 && token.glued {
                self.pattern.steps.push(Step::Glue);
            }
            fold(token.text(words), &mut folded);
            self.pattern.steps.push(Step::Literal(self.lexicon.word(&folded)));
        }
    }

    fn class(&self, inner: &str) -> Result<(Class, Option<u32>), DataError> {
        let (name, value) = match inner.split_once(':') {
            Some((name, value)) => (name, Some(value)),
            None => (inner, None),
        };
        let class = self.lexicon.class(name).ok_or_else(|| self.error(super::no_class(self.lexicon, name)))?;
        let unknown = |value| self.error(format!("the class {name:?} has no value {value:?}"));
        let value = value.map(|value| self.lexicon.value_of(class, value).ok_or_else(|| unknown(value)));
        Ok((class, value.transpose()?))
    }

    fn name(&mut self, name: &str) -> Result<u8, DataError> {
        let index = match self.pattern.names.iter().position(|known| &**known == name) {
            Some(index) => index,
            None => {
                self.pattern.names.push(name.into());
                self.pattern.names.len() - 1
            }
        };
        u8::try_from(index).map_err(|_| self.error("too many names"))
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
            _ => match name.strip_prefix("digits").and_then(|n| n.parse().ok()) {
                Some(n) => Type::Digits(n),
                None => return Err(self.error(format!("there is no type {name:?}"))),
            },
        })
    }
}
