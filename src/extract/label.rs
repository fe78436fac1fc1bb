//! `Label`: a number that names something and measures nothing. Labels are shown, never judged: they are no claims, so
//! nothing after this step sees them.

use super::mention::Mention;
use crate::language::{Case, Segment, TokenKind};
use crate::value::Kind;
use std::ops::Range;
use std::sync::Arc;

/// Shown as `via` of the phrases of the class of that name.
const NO_FIGURE: &str = "no-figure";

/// Shown as `via` of numbers within names.
const NAME: &str = "name";

/// Digits of a number within a name, at most.
const NAME_DIGITS: u32 = 3;

/// Words shorter than this are small in headlines, too.
const SHORT_WORD: u32 = 5;

/// A number that is no figure: a page, a model, a telephone number, the "one" of an idiom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Bytes of the document's text.
    pub span: Range<usize>,
    /// The form, shape or class of the language pack that knows it.
    pub via: Arc<str>,
}

/// Tokens that form a label.
pub(super) type LabelTokens = (Range<usize>, Arc<str>);

/// Tokens that belong to shapes and phrases that are no figures.
pub(super) struct Blocked {
    shapes: Vec<Ruled>,
    phrases: Vec<Ruled>,
}

/// A run of tokens that is no figure.
struct Ruled {
    tokens: Range<usize>,
    via: Arc<str>,
    /// Does it keep a figure away? Most shapes and phrases hold none: an address without a digit is no label.
    hides: bool,
}

impl Blocked {
    pub(super) fn new(segment: &Segment<'_>) -> Self {
        let mut blocked = Blocked { shapes: Vec::new(), phrases: Vec::new() };
        let (Some(first), Some(last)) = (segment.tokens.first(), segment.tokens.last()) else {
            return blocked;
        };
        let (from, to) = (first.start as usize, last.end as usize);
        for (bytes, via) in segment.language.shapes.find(&segment.text[from..to]) {
            let (start, end) = (from + bytes.start, from + bytes.end);
            let first = segment.tokens.partition_point(|token| token.end as usize <= start);
            let last = segment.tokens.partition_point(|token| (token.start as usize) < end);
            let hides = segment.tokens[first..last].iter().any(|token| token.kind == TokenKind::Digits);
            blocked.shapes.push(Ruled { tokens: first..last, via: via.clone(), hides });
        }
        if let Some(class) = segment.language.lexicon.class(NO_FIGURE) {
            for at in 0..segment.tokens.len() {
                if let Some((end, _)) = segment.class_at(at, class) {
                    blocked.phrases.push(Ruled { tokens: at..end, via: NO_FIGURE.into(), hides: false });
                }
            }
        }
        blocked
    }

    /// Is the figure a part of something that is none? What hides a figure is a label.
    pub(super) fn hides(&mut self, tokens: &Range<usize>) -> bool {
        near(&mut self.shapes, tokens, |_| true)
            || near(&mut self.phrases, tokens, |phrase| phrase.start <= tokens.start && tokens.end <= phrase.end)
    }

    /// The labels among them.
    pub(super) fn labels(self) -> impl Iterator<Item = LabelTokens> {
        let all = self.shapes.into_iter().chain(self.phrases);
        all.filter(|ruled| ruled.hides).map(|ruled| (ruled.tokens, ruled.via))
    }
}

/// Marks the first run that overlaps the tokens and passes the test.
fn near(runs: &mut [Ruled], tokens: &Range<usize>, test: impl Fn(&Range<usize>) -> bool) -> bool {
    let from = runs.partition_point(|run| run.tokens.end <= tokens.start);
    let overlapping = runs[from..].iter_mut().take_while(|run| run.tokens.start < tokens.end);
    let mut hiding = overlapping.filter(|run| test(&run.tokens));
    hiding.next().map(|run| run.hides = true).is_some()
}

/// Takes out the numbers that stand within names: number words with a capital letter ("the Guildford Four"), and
/// digits between two words with one ("the PLTU 1 Kalbar"), in the midst of a sentence. In headlines that write every
/// word so they cannot be told, nor digits in languages whose nouns are all written so.
pub(super) fn take_named(segment: &Segment<'_>, mentions: &mut Vec<Mention>, labels: &mut Vec<LabelTokens>) {
    let named = |mention: &Mention| {
        matches!(mention.kind, Kind::Number | Kind::Ordinal) && mention.unit.is_none() && is_in_name(segment, mention)
    };
    if !mentions.iter().any(named) || is_in_capitals(segment) {
        return;
    }
    mentions.retain(|mention| {
        let named = named(mention);
        if named {
            labels.push((mention.tokens.clone(), NAME.into()));
        }
        !named
    });
}

fn is_in_name(segment: &Segment<'_>, mention: &Mention) -> bool {
    let tokens = &segment.tokens;
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).filter(|token| token.kind == TokenKind::Word);
    let (first, start) = (tokens[mention.core.start], mention.core.start);
    let Some(before) = word(start.checked_sub(1)) else { return false };
    match first.kind {
        TokenKind::Word => first.case == Case::Capital,
        TokenKind::Digits => {
            !segment.language.capital_nouns
                && mention.core.len() == 1
                && first.end - first.start <= NAME_DIGITS
                && !first.glued
                && before.case != Case::Lower
                && start.checked_sub(2).is_some_and(|at| word(Some(at)).is_some() || segment.word(at) == ",")
                && word(Some(mention.core.end)).is_some_and(|next| next.case == Case::Capital && !next.glued)
        }
        TokenKind::Symbol => false,
    }
}

/// Do all but a few words begin with a capital letter?
fn is_in_capitals(segment: &Segment<'_>) -> bool {
    let words =
        segment.tokens.iter().filter(|token| token.kind == TokenKind::Word && token.end - token.start >= SHORT_WORD);
    let (all, lower) =
        words.fold((0, 0), |(all, lower), token| (all + 1, lower + usize::from(token.case == Case::Lower)));
    4 * lower <= all
}

/// The labels of a segment in the order of the text: of those that overlap, the longest; none where a figure stands.
pub(super) fn settle(segment: &Segment<'_>, mut labels: Vec<LabelTokens>, mentions: &[Mention]) -> Vec<Label> {
    labels.sort_by_key(|(tokens, _)| (tokens.start, std::cmp::Reverse(tokens.end)));
    let mut settled: Vec<Label> = Vec::new();
    let mut free_from = 0;
    for (tokens, via) in labels {
        let next = mentions.partition_point(|mention| mention.core.end <= tokens.start);
        let taken = mentions.get(next).is_some_and(|mention| mention.core.start < tokens.end);
        if tokens.start < free_from || taken {
            continue;
        }
        free_from = tokens.end;
        let span = segment.tokens[tokens.start].start as usize..segment.tokens[tokens.end - 1].end as usize;
        settled.push(Label { span, via });
    }
    settled
}
