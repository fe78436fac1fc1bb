//! What the head of a row or column says.

use super::classes::{TableClasses, holds, phrase};
use crate::extract::Passage;
use crate::extract::claim::Modality;
use crate::language::{Segment, TokenKind};
use crate::value::Period;
use std::ops::Range;
use std::sync::Arc;

/// Bytes of words that say little.
const SMALL_WORD: usize = 2;

/// How a row or column is named that is the sum of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalName {
    /// "Total", "All regions": of all that is shown.
    Plain,
    /// "Total revenue", "EU total": it may be the total of something that is not shown.
    Named,
    /// "Subtotal": of a group.
    Sub,
    /// "Net": of amounts with signs.
    Net,
}

/// What the head of a row or column says. Rows may have several heads, columns may have heads over heads; words count of
/// all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Head {
    /// Bytes of the head that stands nearest to the cells.
    pub span: Option<Range<usize>>,
    /// Lemmas of its words without those of its unit: the head of the phrase first.
    pub words: Vec<Arc<str>>,
    /// The time that it names.
    pub period: Option<Period>,
    /// Is it the sum of others?
    pub total: Option<TotalName>,
    /// Does it take up what has no line of its own?
    pub other: bool,
    /// Is it no amount that could be added up?
    pub rate: bool,
    /// Does it tell how others changed?
    pub change: bool,
    /// Does it tell shares of a whole?
    pub share: bool,
    /// Is it a part of the line before?
    pub part: bool,
    /// Does it say that not all is shown?
    pub open: bool,
    /// Does it name people or things that are counted?
    pub counted: bool,
    /// What it says of the figures: forecasts, targets.
    pub modality: Modality,
}

/// Reads a head from its passages, the farthest from the cells first. `notes`: the tokens that give the unit, for each.
pub(super) fn head(passages: &[&Passage<'_>], notes: &[Option<Range<usize>>], classes: &TableClasses) -> Head {
    let mut out = Head::default();
    for (passage, note) in passages.iter().zip(notes) {
        let segment = &passage.segment;
        let (Some(first), Some(last)) = (segment.tokens.first(), segment.tokens.last()) else { continue };
        out.span = Some(first.start as usize..last.end as usize);
        let said: Vec<usize> =
            (0..segment.tokens.len()).filter(|at| note.as_ref().is_none_or(|note| !note.contains(at))).collect();
        out.other |= holds(segment, classes.other);
        out.change |= holds(segment, classes.change);
        out.share |= holds(segment, classes.share);
        out.part |= phrase(segment, 0, classes.part).is_some();
        out.open |= holds(segment, classes.open);
        out.rate |= holds(segment, classes.rate);
        out.counted |= holds(segment, classes.people) || holds(segment, classes.things);
        out.total = total(segment, &said, classes).or(out.total);
        if let Some(modality) = modality(segment, classes) {
            out.modality = modality;
        }
        let in_time =
            |at: usize| passage.mentions.iter().any(|mention| mention.is_time() && mention.tokens.contains(&at));
        let letter = |at: usize| segment.tokens[at].glued && phrase(segment, at, classes.letter).is_some();
        let mut words: Vec<usize> = said
            .into_iter()
            .filter(|at| segment.tokens[*at].kind == TokenKind::Word && !in_time(*at) && !letter(*at))
            .collect();
        // Small words tell nothing, unless there are no others: "RW".
        if words.iter().any(|at| segment.word(*at).len() > SMALL_WORD) {
            words.retain(|at| segment.word(*at).len() > SMALL_WORD);
        }
        let lemma = |at: &usize| -> Arc<str> { segment.language.lemma(segment.word(*at)).into() };
        let head = if segment.language.head_first { words.first() } else { words.last() };
        let mut lemmas: Vec<Arc<str>> = head.map(lemma).into_iter().collect();
        lemmas.extend(words.iter().filter(|at| Some(*at) != head).map(lemma));
        // The nearest head leads, what stands over it only adds to it.
        lemmas.extend(std::mem::take(&mut out.words));
        out.words = lemmas;
    }
    if out.other {
        out.total = None;
    }
    out
}

/// Is the head the name of a total?
fn total(segment: &Segment<'_>, said: &[usize], classes: &TableClasses) -> Option<TotalName> {
    let words: Vec<usize> = said.iter().copied().filter(|at| segment.tokens[*at].kind == TokenKind::Word).collect();
    let (first, last) = (*words.first()?, *words.last()?);
    let mut name = None;
    let mut rest = false;
    let mut at = first;
    while at <= last {
        let read = |class| phrase(segment, at, class);
        if let Some((end, value)) = read(classes.total) {
            // "All regions" is all of them, whatever they are called.
            if value == "all" && at == first {
                return Some(TotalName::Plain);
            }
            let found = match value {
                "sub" => TotalName::Sub,
                "net" => TotalName::Net,
                _ => TotalName::Plain,
            };
            let at_an_end = at == first || end > last;
            name = name.or(at_an_end.then_some(found));
            at = end;
        } else if let Some((end, _)) = read(classes.filler) {
            at = end;
        } else {
            rest |= words.contains(&at);
            at += 1;
        }
    }
    match name {
        Some(TotalName::Plain) if rest => Some(TotalName::Named),
        Some(TotalName::Net) if rest => None,
        name => name,
    }
}

/// "2024 target", "2024F".
fn modality(segment: &Segment<'_>, classes: &TableClasses) -> Option<Modality> {
    let word = |at: usize| {
        let glued = segment.tokens[at].glued;
        phrase(segment, at, classes.letter).filter(|_| glued).or_else(|| phrase(segment, at, classes.modality))
    };
    (0..segment.tokens.len()).filter_map(word).find_map(|(_, value)| match value {
        "forecast" => Some(Modality::Forecast),
        "target" => Some(Modality::Target),
        "estimate" => Some(Modality::Estimate),
        "revised" => Some(Modality::Revised),
        _ => None,
    })
}
