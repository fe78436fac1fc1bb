//! Names of a table, found in a text: as whole words, the longest first.

use crate::language::{Case, Language, Segment, Token, TokenKind, fold, tokenize};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// As written, or in capitals: what is written with a capital letter, digits, signs.
    Written(Box<str>),
    /// Any form of the word.
    Lemma(Box<str>),
}

impl Word {
    fn new(token: &Token, name: &str, language: &Language) -> Self {
        let text = token.text(name);
        match (token.kind, token.case) {
            (TokenKind::Word, Case::Lower) => Word::Lemma(language.lemma(text).into()),
            _ => Word::Written(text.into()),
        }
    }

    fn is(&self, token: &Token, text: &str, language: &Language) -> bool {
        let found = token.text(text);
        match self {
            Word::Written(written) => **written == *found || token.case == Case::Upper && written.to_uppercase() == found,
            Word::Lemma(lemma) => token.kind == TokenKind::Word && *language.lemma(found) == **lemma,
        }
    }
}

/// A name that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What it is a name of; of more than one, nobody knows which.
    pub(super) of: Vec<usize>,
}

/// Names, by their first words.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// By the folded word as written.
    written: FxHashMap<Box<str>, Vec<(Vec<Word>, usize)>>,
    /// By the lemma.
    lemmas: FxHashMap<Box<str>, Vec<(Vec<Word>, usize)>>,
}

impl Names {
    /// Adds a name of `of`.
    pub(super) fn add(&mut self, name: &str, of: usize, language: &Language) {
        let mut tokens = Vec::new();
        tokenize(name, 0, name.len(), &mut tokens);
        let words: Vec<Word> = tokens.iter().map(|token| Word::new(token, name, language)).collect();
        let entries = match words.first() {
            None => return,
            Some(Word::Lemma(lemma)) => self.lemmas.entry(lemma.clone()).or_default(),
            Some(Word::Written(written)) => {
                let mut folded = String::new();
                fold(written, &mut folded);
                self.written.entry(folded.into()).or_default()
            }
        };
        if !entries.iter().any(|(known, number)| *known == words && *number == of) {
            entries.push((words, of));
        }
    }

    /// The names in some tokens of a segment, from left to right.
    pub(super) fn find(&self, segment: &Segment<'_>, tokens: Range<usize>) -> Vec<Occurrence> {
        let mut found = Vec::new();
        let (mut at, end) = (tokens.start, tokens.end);
        let mut folded = String::new();
        while at < end {
            let word = segment.word(at);
            fold(word, &mut folded);
            let mut longest = Occurrence { tokens: at..at, of: Vec::new() };
            let mut look = |entries: Option<&Vec<(Vec<Word>, usize)>>| {
                for (words, of) in entries.into_iter().flatten() {
                    let to = at + words.len();
                    let is = |(word, at): (&Word, usize)| word.is(&segment.tokens[at], segment.text, segment.language);
                    if to > end || to < longest.tokens.end || !words.iter().zip(at..to).all(is) {
                        continue;
                    }
                    if to > longest.tokens.end {
                        longest = Occurrence { tokens: at..to, of: Vec::new() };
                    }
                    if !longest.of.contains(of) {
                        longest.of.push(*of);
                    }
                }
            };
            look(self.written.get(folded.as_str()));
            if !self.lemmas.is_empty() && segment.tokens[at].kind == TokenKind::Word {
                look(self.lemmas.get(segment.language.lemma(word).as_str()));
            }
            at = longest.tokens.end.max(at + 1);
            if !longest.of.is_empty() {
                found.push(longest);
            }
        }
        found
    }
}
