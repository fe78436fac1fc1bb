//! The words around figures: what two figures have in common besides their kind.

use crate::extract::{ClaimId, Ledger, Passage};
use crate::language::{Class, TokenKind};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Words on each side of a figure that say what it is about.
const REACH: usize = 14;

/// Shorter words are mostly joints of the grammar.
const SHORTEST: usize = 4;

/// Words of these classes stand around figures of every kind.
const EVERYWHERE: [&str; 12] = [
    "noun-stop",
    "preposition",
    "clause",
    "determiner",
    "reporting",
    "modality",
    "direction",
    "level-verb",
    "time-unit",
    "month",
    "weekday",
    "commonplace",
];

/// The words around each claim, computed when they are asked for.
pub(super) struct Surroundings<'a, 'p> {
    passages: &'a [Passage<'p>],
    /// Passage and mention of each claim.
    places: Vec<(usize, usize)>,
    words: FxHashMap<ClaimId, Rc<[Box<str>]>>,
}

impl<'a, 'p> Surroundings<'a, 'p> {
    pub(super) fn new(ledger: &Ledger, passages: &'a [Passage<'p>]) -> Self {
        let mut places = vec![(0, 0); ledger.claims.len()];
        for (index, passage) in passages.iter().enumerate() {
            for (mention, id) in passage.claims.iter().enumerate() {
                places[id.0 as usize] = (index, mention);
            }
        }
        Surroundings { passages, places, words: FxHashMap::default() }
    }

    /// How many words two figures share in what stands around them.
    pub(super) fn shared(&mut self, a: ClaimId, b: ClaimId) -> usize {
        let (a, b) = (self.around(a), self.around(b));
        a.iter().filter(|word| b.contains(word)).count()
    }

    fn around(&mut self, id: ClaimId) -> Rc<[Box<str>]> {
        if let Some(words) = self.words.get(&id) {
            return words.clone();
        }
        let (passage, mention) = self.places[id.0 as usize];
        let words: Rc<[Box<str>]> = words(&self.passages[passage], mention).into();
        self.words.insert(id, words.clone());
        words
    }
}

fn words(passage: &Passage<'_>, mention: usize) -> Vec<Box<str>> {
    let segment = &passage.segment;
    let language = segment.language;
    let everywhere: Vec<Class> = EVERYWHERE.iter().filter_map(|name| language.lexicon.class(name)).collect();
    let tokens = &passage.mentions[mention].tokens;
    let telling = |at: &usize| {
        segment.tokens[*at].kind == TokenKind::Word
            && segment.word(*at).chars().count() >= SHORTEST
            && !language.is_function_word(segment.word(*at))
            && !everywhere.iter().any(|class| segment.class_at(*at, *class).is_some())
    };
    let near = tokens.start.saturating_sub(REACH)..(tokens.end + REACH).min(segment.tokens.len());
    let mut words: Vec<Box<str>> = near
        .filter(|at| !tokens.contains(at))
        .filter(telling)
        .map(|at| language.lemma(segment.word(at)).into())
        .collect();
    words.sort_unstable();
    words.dedup();
    words
}
