//! What makes a claim worth checking first: people, and words of rank ("the largest"), which are claims without a figure.

use super::{ClaimId, Ledger, Passage};
use crate::language::{Class, Segment, TokenKind};
use std::ops::Range;

/// Nouns of people, and (`beside`) words that say so of the bare number next to them: "killed 43".
const PEOPLE: &str = "people-count";
/// Words of rank; with the value `figure` only before a figure: "a record 5,000".
const SUPERLATIVE: &str = "superlative";
/// Tokens shown before and after a word of rank, so that it can be told what it is of.
const BEFORE: usize = 4;
const AFTER: usize = 4;

/// A claim of rank: the first, the largest, a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Superlative {
    /// Bytes of the word with some words around it, within its clause.
    pub span: Range<usize>,
    /// The figure that it is said of, or that is a part of it.
    pub claim: Option<ClaimId>,
}

/// Marks the claims of a passage that count people, and finds its words of rank.
pub(super) fn mark(passage: &Passage<'_>, ledger: &mut Ledger) {
    let lexicon = &passage.segment.language.lexicon;
    if let Some(class) = lexicon.class(PEOPLE) {
        let people = (0..passage.claims.len()).filter(|index| counts_people(passage, ledger, class, *index));
        let people: Vec<ClaimId> = people.map(|index| passage.claims[index]).collect();
        ledger.people.extend(people);
    }
    if let Some(class) = lexicon.class(SUPERLATIVE) {
        superlatives(passage, class, &mut ledger.superlatives);
    }
}

/// Does the mention, or its subject, name people, or does a word beside it?
fn counts_people(passage: &Passage<'_>, ledger: &Ledger, class: Class, index: usize) -> bool {
    let segment = &passage.segment;
    let mention = &passage.mentions[index];
    let value = |at: usize| segment.class_at(at, class).map(|(_, value)| segment.language.lexicon.value(value));
    let named = |tokens: Range<usize>| tokens.into_iter().any(|at| value(at) == Some(""));
    let sentence = |at: usize| passage.division.sentence.get(at).copied();
    let beside = |at: usize| value(at) == Some("beside") && sentence(at) == sentence(mention.core.start);
    let subject = ledger.get(passage.claims[index]).context.subject.as_ref();
    named(mention.tokens.clone())
        || subject.is_some_and(|subject| named(tokens_of(segment, &subject.span)))
        || mention.tokens.start.checked_sub(1).is_some_and(beside)
        || beside(mention.tokens.end)
}

/// The tokens of these bytes.
fn tokens_of(segment: &Segment<'_>, span: &Range<usize>) -> Range<usize> {
    let first = segment.tokens.partition_point(|token| (token.start as usize) < span.start);
    first..segment.tokens.partition_point(|token| (token.start as usize) < span.end).max(first)
}

fn superlatives(passage: &Passage<'_>, class: Class, found: &mut Vec<Superlative>) {
    let segment = &passage.segment;
    let mut free_from = 0;
    for at in 0..segment.tokens.len() {
        let Some((end, value)) = segment.class_at(at, class).filter(|_| at >= free_from) else { continue };
        let next = passage.mentions.partition_point(|mention| mention.tokens.end <= at);
        let claim =
            passage.mentions.get(next).filter(|mention| mention.tokens.start <= end).map(|_| passage.claims[next]);
        if claim.is_none() && segment.language.lexicon.value(value) == "figure" {
            continue;
        }
        let tokens = phrase(passage, at..end);
        free_from = tokens.end;
        let span = segment.tokens[tokens.start].start as usize..segment.tokens[tokens.end - 1].end as usize;
        found.push(Superlative { span, claim });
    }
}

/// The tokens with some of those around them, as far as the clause and its marks let them.
fn phrase(passage: &Passage<'_>, tokens: Range<usize>) -> Range<usize> {
    let clause = &passage.division.clause;
    let all = &passage.segment.tokens;
    // The mark in "country's" is no end.
    let inside = |at: usize| all[at].glued && all.get(at + 1).is_some_and(|next| next.glued);
    let goes_on = |at: usize| clause[at] == clause[tokens.start] && (all[at].kind != TokenKind::Symbol || inside(at));
    let start = (tokens.start.saturating_sub(BEFORE)..tokens.start).rev().take_while(|at| goes_on(*at)).last();
    let last = (tokens.end + AFTER).min(clause.len());
    let end = (tokens.end..last).take_while(|at| goes_on(*at)).last().map(|at| at + 1);
    start.unwrap_or(tokens.start)..end.unwrap_or(tokens.end)
}
