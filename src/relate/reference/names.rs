//! Names of a table, found in a text: as whole words, the longest first.

use crate::language::{Case, Language, Segment, Token, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it is a name of; of more than one, nobody knows which.
    pub(super) of: Vec<usize>,
}

/// What may come after the beginning of a name.
#[derive(Debug, Default)]
struct Node {
    /// Words with a capital letter, digits and signs, as they are written.
    written: FxHashMap<Box<str>, usize>,
    /// The same in capitals.
    capitals: FxHashMap<Box<str>, Vec<usize>>,
    /// Other words, by their lemmas.
    lemmas: FxHashMap<Box<str>, usize>,
    /// What it is a name of, if it is a whole one.
    of: Vec<usize>,
}

/// Names, as a tree of their words: a table may have very many that begin alike.
#[derive(Debug)]
pub(super) struct Names {
    /// The first is where names begin.
    nodes: Vec<Node>,
}

impl Default for Names {
    fn default() -> Self {
        Names { nodes: vec![Node::default()] }
    }
}

/// Is it a word that may stand in any form, and in any case?
fn is_inflected(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.case == Case::Lower
}

impl Names {
    /// Adds a name of `of`.
    pub(super) fn add(&mut self, name: &str, of: usize, language: &Language) {
        let mut tokens = Vec::new();
        language.lexicon.tokenize(name, 0, name.len(), &mut tokens);
        let mut at = 0;
        for token in &tokens {
            let (word, next) = (token.text(name), self.nodes.len());
            let node = &mut self.nodes[at];
            at = if is_inflected(token) {
                *node.lemmas.entry(language.lemma(word).into()).or_insert(next)
            } else {
                let known = node.written.get(word).copied();
                if known.is_none() {
                    node.written.insert(word.into(), next);
                    node.capitals.entry(word.to_uppercase().into()).or_default().push(next);
                }
                known.unwrap_or(next)
            };
            if at == next {
                self.nodes.push(Node::default());
            }
        }
        let whole = &mut self.nodes[at].of;
        if at > 0 && !whole.contains(&of) {
            whole.push(of);
        }
    }

    /// The names in some tokens of a segment, from left to right.
    pub(super) fn find(&self, segment: &Segment<'_>, tokens: Range<usize>) -> Vec<Occurrence> {
        let mut found = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            match self.longest(segment, at..tokens.end) {
                Some(occurrence) => {
                    at = occurrence.tokens.end;
                    found.push(occurrence);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest name that begins at the first of the tokens.
    fn longest(&self, segment: &Segment<'_>, tokens: Range<usize>) -> Option<Occurrence> {
        let mut longest = None;
        let mut nodes = vec![0];
        for at in tokens.clone() {
            let (token, word) = (&segment.tokens[at], segment.word(at));
            let lemma = (token.kind == TokenKind::Word
                && nodes.iter().any(|node| !self.nodes[*node].lemmas.is_empty()))
            .then(|| segment.language.lemma(word));
            let next = nodes.iter().flat_map(|node| {
                let node = &self.nodes[*node];
                let written = node.written.get(word).copied();
                let capitals = (token.case == Case::Upper && written.is_none()).then(|| node.capitals.get(word));
                let inflected = lemma.as_deref().and_then(|lemma| node.lemmas.get(lemma)).copied();
                written.into_iter().chain(capitals.flatten().into_iter().flatten().copied()).chain(inflected)
            });
            nodes = next.collect();
            if nodes.is_empty() {
                break;
            }
            let mut of: Vec<usize> = nodes.iter().flat_map(|node| &self.nodes[*node].of).copied().collect();
            of.sort_unstable();
            of.dedup();
            if !of.is_empty() {
                longest = Some(Occurrence { tokens: tokens.start..at + 1, of });
            }
        }
        longest
    }
}
