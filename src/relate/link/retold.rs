//! Sentences of two articles that say the same: the same words, whatever the figures.

use super::likeness::is_counted;
use crate::extract::{Claim, ClaimId, Ledger, Passage};
use crate::language::TokenKind;
use crate::source::Role;
use rustc_hash::{FxHashMap, FxHashSet};

/// A word that more sentences use than this tells none of them apart.
const COMMON: usize = 24;

/// Words that two sentences share, at least; and a headline and a sentence.
const SHARED: usize = 5;
const SHARED_WITH_HEADLINE: usize = 3;
/// And two sentences that differ in nothing but figures.
const SHARED_IF_EQUAL: usize = 3;

/// Of all words of two sentences, so many in a hundred must be shared.
const ALIKE: usize = 65;

/// Of the words of a headline, so many in a hundred.
const ALIKE_WITH_HEADLINE: usize = 75;

/// Shorter words are mostly joints of the grammar.
const SHORTEST: usize = 3;

/// Two sentences of two articles that say the same, by their figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Retold {
    pub(super) first: Vec<ClaimId>,
    pub(super) second: Vec<ClaimId>,
}

/// A sentence with figures.
struct Told {
    claims: Vec<ClaimId>,
    /// Its words that tell something, as numbers, sorted and each once.
    words: Vec<u32>,
    headline: bool,
}

impl Told {
    /// Do they say the same?
    fn is_like(&self, other: &Told, shared: usize) -> bool {
        let (few, many) = (self.words.len().min(other.words.len()), self.words.len().max(other.words.len()));
        if self.headline || other.headline {
            let words = if self.headline { self.words.len() } else { other.words.len() };
            return shared >= SHARED_WITH_HEADLINE && shared * 100 >= words * ALIKE_WITH_HEADLINE;
        }
        let equal = shared == many && shared >= SHARED_IF_EQUAL;
        equal || shared >= SHARED && shared * 200 >= (few + many) * ALIKE
    }
}

/// The sentences that are retold, each with the one of every other article that is most like it. `may_tie`: may two claims
/// be held against each other at all?
pub(super) fn retold(
    ledger: &Ledger,
    passages: &[Passage<'_>],
    may_tie: impl Fn(ClaimId, ClaimId) -> bool,
) -> Vec<Retold> {
    let told = sentences(ledger, passages);
    let mut of_word: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    let mut pairs = Vec::new();
    for (index, sentence) in told.iter().enumerate() {
        let mut shared: FxHashSet<usize> = FxHashSet::default();
        for word in &sentence.words {
            let uses = of_word.entry(*word).or_default();
            if uses.len() < COMMON {
                shared.extend(uses.iter());
                uses.push(index);
            }
        }
        // The best of each part, by the words in common.
        let mut best: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
        let mut candidates: Vec<usize> = shared.into_iter().collect();
        candidates.sort_unstable();
        for earlier in candidates {
            let Some(other) = told.get(earlier) else { continue };
            let Some((first, second)) = other.claims.first().zip(sentence.claims.first()) else { continue };
            if !may_tie(*first, *second) {
                continue;
            }
            let common = other.words.iter().filter(|word| sentence.words.binary_search(word).is_ok()).count();
            let entry = best.entry(ledger.part_of(*first)).or_default();
            if sentence.is_like(other, common) && common > entry.0 {
                *entry = (common, earlier);
            }
        }
        let mut best: Vec<(usize, usize)> = best.into_values().filter(|(common, _)| *common > 0).collect();
        best.sort_by_key(|(_, earlier)| *earlier);
        let pair = |(_, earlier): &(usize, usize)| {
            Some(Retold { first: told.get(*earlier)?.claims.clone(), second: sentence.claims.clone() })
        };
        pairs.extend(best.iter().filter_map(pair));
    }
    pairs
}

/// Is the token a part of a figure, its hedge not counted?
fn in_figure(passage: &Passage<'_>, at: usize) -> bool {
    let index = passage.mentions.partition_point(|mention| mention.tokens.end <= at);
    passage.mentions.get(index).is_some_and(|mention| mention.core.contains(&at))
}

/// All sentences that hold counts or amounts, in the order of the text.
fn sentences(ledger: &Ledger, passages: &[Passage<'_>]) -> Vec<Told> {
    let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
    let mut told = Vec::new();
    let is_prose = |passage: &&Passage<'_>| !matches!(passage.role, Role::Cell | Role::Dateline | Role::Byline);
    for passage in passages.iter().filter(is_prose) {
        let segment = &passage.segment;
        let counted = |claim: &&Claim| is_counted(claim);
        let claims: Vec<&Claim> = passage.claims.iter().map(|id| ledger.get(*id)).filter(counted).collect();
        for claims in claims.chunk_by(|a, b| a.sentence == b.sentence) {
            let Some(number) = claims.first().map(|claim| claim.sentence - passage.first.0) else { continue };
            let of_token = &passage.division.sentence;
            let tokens = of_token.partition_point(|it| *it < number)..of_token.partition_point(|it| *it <= number);
            let telling = |at: &usize| {
                segment.tokens.get(*at).is_some_and(|token| token.kind == TokenKind::Word)
                    && segment.word(*at).chars().count() >= SHORTEST
                    && !segment.language.is_function_word(segment.word(*at))
                    && !in_figure(passage, *at)
            };
            let mut words: FxHashSet<u32> = FxHashSet::default();
            for at in tokens.filter(telling) {
                let next = numbers.len() as u32;
                words.insert(*numbers.entry(segment.language.lemma(segment.word(at))).or_insert(next));
            }
            let mut words: Vec<u32> = words.into_iter().collect();
            words.sort_unstable();
            let headline = matches!(passage.role, Role::Headline | Role::Deck);
            told.push(Told { claims: claims.iter().map(|claim| claim.id).collect(), words, headline });
        }
    }
    told
}
