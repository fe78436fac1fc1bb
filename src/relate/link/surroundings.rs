//! The words around figures: what two figures have in common besides their kind.

use crate::extract::{ClaimId, Ledger, Passage};
use crate::language::{Case, Class, TokenKind};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Words on each side of a figure that say what it is about.
const REACH: usize = 14;

/// Tokens before a figure among which the name stands that it belongs to.
const NAME_REACH: usize = 3;

/// Shorter words are mostly joints of the grammar.
const SHORTEST: usize = 3;

/// Words of these classes stand around figures of every kind.
const EVERYWHERE: [&str; 11] = [
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

/// A word near a figure, or another figure as it is read, and where it stands: passage and token.
#[derive(Clone, Debug)]
struct Near {
    lemma: Box<str>,
    at: (usize, usize),
}

/// The words around each claim, computed when they are asked for.
pub(super) struct Surroundings<'a, 'p> {
    ledger: &'a Ledger,
    passages: &'a [Passage<'p>],
    /// Passage and mention of each claim.
    places: Vec<(usize, usize)>,
    words: FxHashMap<ClaimId, Rc<[Near]>>,
}

impl<'a, 'p> Surroundings<'a, 'p> {
    pub(super) fn new(ledger: &'a Ledger, passages: &'a [Passage<'p>]) -> Self {
        let mut places = vec![(0, 0); ledger.claims.len()];
        for (index, passage) in passages.iter().enumerate() {
            for (mention, id) in passage.claims.iter().enumerate() {
                places[id.0 as usize] = (index, mention);
            }
        }
        Surroundings { ledger, passages, places, words: FxHashMap::default() }
    }

    /// How many words stand around both figures, each its own time: what stands between the two is said once.
    pub(super) fn shared(&mut self, a: ClaimId, b: ClaimId) -> usize {
        let (a, b) = (self.around(a), self.around(b));
        let again = |word: &&Near| b.iter().any(|other| other.lemma == word.lemma && other.at != word.at);
        let mut shared: Vec<&str> = a.iter().filter(again).map(|word| &*word.lemma).collect();
        shared.sort_unstable();
        shared.dedup();
        shared.len()
    }

    /// Do the figures stand right behind names that differ: "Arenal handled 2,610", "Bruma handled 2,160"?
    pub(super) fn of_other_names(&self, a: ClaimId, b: ClaimId) -> bool {
        self.name_before(a).zip(self.name_before(b)).is_some_and(|(a, b)| a != b)
    }

    /// The name right before a figure, in its sentence. What begins a sentence is written as names are, and is none for sure.
    fn name_before(&self, id: ClaimId) -> Option<&'a str> {
        let (passage, mention) = self.places[id.0 as usize];
        let passage = &self.passages[passage];
        let (segment, sentence) = (&passage.segment, &passage.division.sentence);
        let at = passage.mentions[mention].tokens.start;
        let is_name = |word: &usize| {
            let token = &segment.tokens[*word];
            token.kind == TokenKind::Word
                && token.case != Case::Lower
                && *word > 0
                && sentence[*word - 1] == sentence[at]
        };
        (at.saturating_sub(NAME_REACH)..at).rev().find(is_name).map(|word| segment.word(word))
    }

    fn around(&mut self, id: ClaimId) -> Rc<[Near]> {
        if let Some(words) = self.words.get(&id) {
            return words.clone();
        }
        let (passage, mention) = self.places[id.0 as usize];
        let words: Rc<[Near]> = near(self.ledger, &self.passages[passage], passage, mention).into();
        self.words.insert(id, words.clone());
        words
    }
}

fn near(ledger: &Ledger, passage: &Passage<'_>, index: usize, mention: usize) -> Vec<Near> {
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
    let figures = passage.mentions.iter().zip(&passage.claims).filter(|(other, _)| near.contains(&other.tokens.start));
    let mut found: Vec<Near> = figures
        .filter(|(other, _)| other.tokens != *tokens)
        .filter_map(|(other, id)| {
            let claim = ledger.get(*id);
            let unit = claim.unit.as_ref().map_or("", |unit| &unit.code);
            let lemma = format!("{} {unit}", claim.value.as_ref()?).into();
            Some(Near { lemma, at: (index, other.tokens.start) })
        })
        .collect();
    let words = near.clone().filter(|at| !passage.mentions.iter().any(|mention| mention.tokens.contains(at)));
    found.extend(
        words.filter(telling).map(|at| Near { lemma: language.lemma(segment.word(at)).into(), at: (index, at) }),
    );
    found
}
