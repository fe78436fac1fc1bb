//! The matcher of patterns. It tries the branches in order and remembers where they came together (as RE2's bit-state
//! search does), so it is linear in pattern × window and needs no undoing.

use super::{Capture, Found, Input, Pattern, Step};

/// Tokens that a match may span.
const WINDOW: usize = 160;

/// Words of bits in which a join remembers at which tokens of the window it was reached.
const ROW: usize = WINDOW / 64 + 1;

/// Captures within captures.
const DEPTH: usize = 4;

/// Memory of a search, kept between searches.
#[derive(Debug, Default)]
pub struct Scratch {
    seen: Vec<u64>,
    captures: Vec<Capture>,
}

impl Scratch {
    fn reset(&mut self, joins: u16) {
        self.seen.clear();
        self.seen.resize(usize::from(joins) * ROW, 0);
    }

    /// Is a join reached for the first time so many tokens from the start?
    fn first_visit(&mut self, join: u16, token: usize) -> bool {
        let Some(seen) = self.seen.get_mut(usize::from(join) * ROW + token / 64) else { return false };
        let bit = 1 << (token % 64);
        let first = *seen & bit == 0;
        *seen |= bit;
        first
    }
}

struct Search<'a, I> {
    steps: &'a [Step],
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
            match &self.steps[pc] {
                Step::Join(join) => {
                    let token = at - self.origin;
                    if token > WINDOW || !scratch.first_visit(*join, token) {
                        return;
                    }
                }
                Step::Match => {
                    if at - self.origin <= WINDOW && self.best.as_ref().is_none_or(|best| at > best.end) {
                        self.best = Some(Found { end: at, captures: self.captures.clone() });
                    }
                    return;
                }
                Step::Jump(to) => {
                    pc = usize::from(*to);
                    continue;
                }
                Step::Split(first, second) => {
                    if !self.fails_at_once(usize::from(*first), at) {
                        self.branch(usize::from(*first), at, value, scratch);
                    }
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

    /// Does the step at `pc` not accept the token at `at`? Most branches end so, and are not worth opening.
    fn fails_at_once(&self, pc: usize, at: usize) -> bool {
        match &self.steps[pc] {
            Step::Literal(word) => !self.input.literal(at, *word),
            Step::Class(class, wanted) => self.input.class(at, *class, *wanted, 0).is_none(),
            Step::Type(kind) => self.input.typed(at, *kind).is_none(),
            Step::Claim(step) => self.input.claim(at, *step).is_none(),
            Step::Glue => !self.input.glued(at),
            _ => false,
        }
    }

    fn branch(&mut self, pc: usize, at: usize, value: u32, scratch: &mut Scratch) {
        let (open, captures) = (self.open, self.captures.len());
        self.run(pc, at, value, scratch);
        self.open = open;
        self.captures.truncate(captures);
    }
}

impl Pattern<'_> {
    /// The longest match that starts at `at`; of equally long ones, the first by the order of the branches.
    pub fn find(&self, input: &impl Input, at: usize, scratch: &mut Scratch) -> Option<Found> {
        // Most searches end at a claim of the wrong kind: they are not worth starting.
        if self.first_claim.is_some_and(|step| input.claim(at, step).is_none()) {
            return None;
        }
        scratch.reset(self.joins);
        let captures = std::mem::take(&mut scratch.captures);
        let mut search = Search { steps: self.steps, input, origin: at, best: None, open: ([0; DEPTH], 0), captures };
        search.run(0, at, u32::MAX, scratch);
        scratch.captures = search.captures;
        scratch.captures.clear();
        search.best
    }
}
