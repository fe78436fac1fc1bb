//! Joining hedges to the figures that they stand at.

use super::mention::{Content, Mention};
use crate::language::{Class, Segment, TokenKind};
use crate::value::{Hedge, Kind};

/// "Lower than" compares with a figure that stands at most so many tokens before it.
const COMPARED: usize = 20;

/// The classes that hedges are made of.
struct Classes {
    before: Option<Class>,
    /// Hedges that compare with an earlier figure, where there is one: "an area larger than 5 hectares".
    comparative: Option<Class>,
    after: Option<Class>,
    padding: Option<Class>,
}

/// What is known of the mentions that stand before the one in question.
struct Before {
    /// Where a hedge may start.
    free_from: usize,
    /// The end of a figure that stands directly before.
    figure_end: Option<usize>,
    /// The end of the last figure that is no date or time.
    last_figure: Option<usize>,
}

/// Joins hedges to the figures that they stand at.
pub fn hedge(segment: &Segment<'_>, mentions: &mut [Mention]) {
    let lexicon = &segment.language.lexicon;
    let classes = Classes {
        before: lexicon.class("hedge-before"),
        comparative: lexicon.class("hedge-comparative"),
        after: lexicon.class("hedge-after"),
        padding: lexicon.class("padding"),
    };
    let mut before = Before { free_from: 0, figure_end: None, last_figure: None };
    for index in 0..mentions.len() {
        let free_to = mentions.get(index + 1).map_or(segment.tokens.len(), |next| next.tokens.start);
        let mention = &mut mentions[index];
        let sharp = mention.kind == Kind::Ordinal
            || matches!(mention.content, Content::PlusMinus(..) | Content::Spread(_) | Content::Score(..));
        if !sharp {
            classes.join(segment, mention, &before, free_to);
        }
        // "More than 7.5 million crowns ($1.1 million)": what is said in two units is hedged in both.
        if mentions[index].hedge.is_none()
            && let Some([model, converted]) = index.checked_sub(1).map(|first| &mentions[first..=index])
            && converted.is_conversion_of(model, segment)
        {
            mentions[index].hedge = mentions[index - 1].hedge;
        }
        let mention = &mentions[index];
        before.free_from = mention.tokens.end;
        before.figure_end = (!mention.is_time()).then_some(mention.tokens.end);
        before.last_figure = before.figure_end.or(before.last_figure);
    }
}

impl Classes {
    /// Joins the hedge before the mention, or else the one behind it, which may reach to `free_to`.
    fn join(&self, segment: &Segment<'_>, mention: &mut Mention, before: &Before, free_to: usize) {
        let value = |value: u32| segment.language.lexicon.value(value).parse::<Hedge>().ok();
        let mut at = mention.tokens.start;
        for _ in 0..3 {
            if let Some((start, word)) = self.found_before(segment, at, before) {
                // "Four percent less than 120 million" compares two figures.
                let compares =
                    |hedge: &Hedge| matches!(hedge, Hedge::Above | Hedge::Below) && Some(start) == before.figure_end;
                // "Until 2025" ends a span and "over the weekend" fills it: the date stays as sharp as it is.
                let until =
                    |hedge: &Hedge| mention.is_time() && matches!(hedge, Hedge::UpTo | Hedge::Above | Hedge::Below);
                if let Some(hedge) = value(word).filter(|hedge| !until(hedge) && !compares(hedge)) {
                    mention.hedge = Some(hedge);
                    mention.tokens.start = start;
                }
                break;
            }
            match segment.class_before(at, self.padding) {
                Some((start, _)) if start >= before.free_from => at = start,
                _ => break,
            }
        }
        if mention.hedge.is_none()
            && let Some(class) = self.after
            && let Some((end, word)) = segment.class_at(mention.tokens.end, class)
            && end <= free_to
            // "2.243 + 100" is a sum.
            && (segment.tokens[mention.tokens.end].glued || segment.tokens[mention.tokens.end].kind != TokenKind::Symbol)
            // "Last year and more than that": the words go with what follows.
            && !(mention.tokens.end..end).any(|at| self.leads_on(segment, at, end))
            && let Some(hedge) = value(word)
        {
            mention.hedge = Some(hedge);
            mention.tokens.end = end;
        }
    }

    /// The hedge that ends before token `at`: its start and value.
    fn found_before(&self, segment: &Segment<'_>, at: usize, before: &Before) -> Option<(usize, u32)> {
        let compared = before.last_figure.is_some_and(|end| at.saturating_sub(end) <= COMPARED);
        let comparative = self.comparative.filter(|_| !compared);
        let (start, value) = segment.class_before(at, self.before).or_else(|| segment.class_before(at, comparative))?;
        // The sign that closes "<RGS>" compares nothing.
        let closes = start > 0
            && segment.tokens[start].glued
            && segment.tokens[start].kind == TokenKind::Symbol
            && segment.tokens[start - 1].kind != TokenKind::Symbol;
        (start >= before.free_from && !closes).then_some((start, value))
    }

    /// Does a hedge start at `at` that goes on beyond `end`?
    fn leads_on(&self, segment: &Segment<'_>, at: usize, end: usize) -> bool {
        self.before.and_then(|class| segment.class_at(at, class)).is_some_and(|(longer, _)| longer > end)
    }
}
