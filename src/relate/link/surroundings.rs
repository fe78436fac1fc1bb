//! The words around figures: what two figures have in common besides their kind.

use crate::extract::{ClaimId, Ledger, Passage};
use crate::language::{Case, Class, Language, Segment, TokenKind};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// Words on each side of a figure that say what it is about.
const REACH: usize = 14;

/// Tokens before a figure among which the name stands that it belongs to.
const NAME_REACH: usize = 3;

/// Shorter words are mostly joints of the grammar.
const SHORTEST: usize = 3;

/// A word used more often than this is what the whole article is about.
const RARE: u32 = 3;

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
    lemma: Rc<str>,
    at: (usize, usize),
}

/// What the words around two figures have in common.
#[derive(Debug)]
pub(super) struct Common {
    /// Words that stand around both, each its own time.
    words: Vec<Rc<str>>,
    /// Words that stand right beside both, without another between: "40 seized vans", "14 seized vans".
    pub(super) beside: usize,
}

impl Common {
    /// How many words stand around both.
    pub(super) fn shared(&self) -> usize {
        self.words.len()
    }
}

/// The words around each claim, computed when they are asked for.
pub(super) struct Surroundings<'a, 'p> {
    ledger: &'a Ledger,
    passages: &'a [Passage<'p>],
    /// Passage and mention of each claim.
    places: Vec<(usize, usize)>,
    words: FxHashMap<ClaimId, Rc<[Near]>>,
    /// How often the article uses each word; empty until it is asked for, for it is asked of few articles.
    uses: FxHashMap<Box<str>, u32>,
}

impl<'a, 'p> Surroundings<'a, 'p> {
    pub(super) fn new(ledger: &'a Ledger, passages: &'a [Passage<'p>]) -> Self {
        let mut places = vec![(0, 0); ledger.claims.len()];
        for (index, passage) in passages.iter().enumerate() {
            for (mention, id) in passage.claims.iter().enumerate() {
                places[id.0 as usize] = (index, mention);
            }
        }
        Surroundings { ledger, passages, places, words: FxHashMap::default(), uses: FxHashMap::default() }
    }

    /// What stands around both figures, each its own time: what stands between the two is said once.
    pub(super) fn common(&mut self, a: ClaimId, b: ClaimId) -> Common {
        let (around_a, around_b) = (self.around(a), self.around(b));
        let again = |word: &&Near| around_b.iter().any(|other| other.lemma == word.lemma && other.at != word.at);
        let mut words: Vec<Rc<str>> = around_a.iter().filter(again).map(|word| word.lemma.clone()).collect();
        words.sort_unstable();
        words.dedup();
        Common { words, beside: self.beside(a, b) }
    }

    /// How closely words tie two figures: those that the article hardly uses elsewhere, their nouns, and what stands right
    /// beside them.
    pub(super) fn closeness(&mut self, common: &Common, same_head: bool) -> usize {
        if !common.words.is_empty() && self.uses.is_empty() {
            self.count();
        }
        // Figures stand among the words as well, and are never counted.
        let is_rare = |word: &&Rc<str>| self.uses.get(&***word).is_none_or(|uses| *uses <= RARE);
        common.words.iter().filter(is_rare).count() + 2 * usize::from(same_head) + 2 * common.beside
    }

    /// How often the article uses each word.
    fn count(&mut self) {
        let mut written: FxHashMap<(&str, &str), (&Language, u32)> = FxHashMap::default();
        for segment in self.passages.iter().map(|passage| &passage.segment) {
            let words = segment.tokens.iter().filter(|token| token.kind == TokenKind::Word);
            words.for_each(|token| {
                let key = (&*segment.language.code, token.text(segment.text));
                written.entry(key).or_insert((segment.language, 0)).1 += 1;
            });
        }
        for ((_, word), (language, uses)) in written {
            *self.uses.entry(language.lemma(word).into()).or_default() += uses;
        }
    }

    /// The words that stand right beside both figures, joints of the grammar not counted.
    fn beside(&self, a: ClaimId, b: ClaimId) -> usize {
        let outwards = |id: ClaimId| {
            let (passage, mention) = self.places[id.0 as usize];
            let passage = &self.passages[passage];
            let tokens = &passage.mentions[mention].tokens;
            let sentence = passage.division.sentence[tokens.start];
            let same = move |at: &usize| passage.division.sentence[*at] == sentence;
            let before = (0..tokens.start).rev().take_while(same);
            let after = (tokens.end..passage.segment.tokens.len()).take_while(same);
            (&passage.segment, before, after)
        };
        let ((segment_a, before_a, after_a), (segment_b, before_b, after_b)) = (outwards(a), outwards(b));
        let lemma = |segment: &Segment<'_>, at: usize| segment.language.lemma(segment.word(at));
        let alike = |(at, other): &(usize, usize)| lemma(segment_a, *at) == lemma(segment_b, *other);
        let telling = |(at, _): &(usize, usize)| {
            segment_a.tokens[*at].kind == TokenKind::Word && !segment_a.language.is_function_word(segment_a.word(*at))
        };
        let before = before_a.zip(before_b).take_while(alike).filter(telling).count();
        before + after_a.zip(after_b).take_while(alike).filter(telling).count()
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
        let inside = |word: usize| {
            let mut before = (0..word).rev().take_while(|before| sentence[*before] == sentence[at]);
            before.next().is_some_and(|before| segment.tokens[before].kind == TokenKind::Word)
        };
        let is_name = |word: &usize| {
            let token = &segment.tokens[*word];
            token.kind == TokenKind::Word && token.case != Case::Lower && inside(*word)
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
