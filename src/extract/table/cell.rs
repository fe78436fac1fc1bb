//! A cell that holds one figure and nothing else.

use super::classes::{TableClasses, phrase};
use crate::extract::mention::{Content, Mention};
use crate::language::{Segment, TokenKind};
use crate::value::{Decimal, Figure, Kind, Nature};
use std::ops::Range;

/// Shown as `via` of figures that were read as the whole of a cell.
const VIA: &str = "table-cell";

/// Years that a cell may hold.
const YEARS: Range<i32> = 1500..2101;

/// What a cell holds.
#[derive(Clone, Debug, Default)]
pub(super) struct CellContent {
    /// The figure that it is, if it is one.
    pub figure: Option<Mention>,
    /// Is that figure in brackets? In accounts it is negative then.
    pub bracketed: bool,
    /// Is it a year or another date, and nothing else?
    pub time: bool,
    /// Does it hold nothing, or a sign for nothing?
    pub blank: bool,
}

/// Reads a cell.
pub(super) fn read(segment: &Segment<'_>, mentions: &[Mention], classes: &TableClasses) -> CellContent {
    let mut tokens = 0..segment.tokens.len();
    let nothing =
        |tokens: &Range<usize>| tokens.clone().all(|at| matches!(segment.word(at), "-" | "–" | "—" | "−" | "." | "·"));
    let none = phrase(segment, 0, classes.none).is_some_and(|(end, _)| end == tokens.end);
    if nothing(&tokens) || none {
        return CellContent { blank: true, ..CellContent::default() };
    }
    strip_marks(segment, &mut tokens);
    let time =
        matches!(mentions, [only] if only.is_time() && only.tokens == tokens) || year(segment, classes).is_some();
    let whole = tokens.clone();
    let bracketed = tokens.len() > 2 && segment.word(tokens.start) == "(" && segment.word(tokens.end - 1) == ")";
    if bracketed {
        tokens = tokens.start + 1..tokens.end - 1;
    }
    let (plus, down) =
        (matches!(segment.word(tokens.start), "+" | "▲" | "↑"), matches!(segment.word(tokens.start), "▼" | "↓"));
    if plus || down {
        tokens.start += 1;
    }
    let as_prose = mentions.iter().find(|mention| mention.tokens == tokens && is_amount(mention)).cloned();
    let figure = as_prose.or_else(|| plain(segment, &tokens)).map(|mut mention| {
        if let (true, Content::Figure(figure)) = (down, &mut mention.content) {
            figure.mantissa.set_sign_negative(true);
        }
        let core = if bracketed {
            whole
        } else {
            mention.core.start.min(tokens.start - usize::from(plus || down))..mention.core.end
        };
        mention.tokens = core.start.min(mention.tokens.start)..core.end.max(mention.tokens.end);
        mention.core = core;
        mention.via.insert(0, VIA.into());
        mention
    });
    CellContent { time, bracketed: bracketed && figure.is_some(), figure, blank: false }
}

/// The token of a year that a cell holds beside nothing but marks and the letters and words that say how sure it is: "2024F",
/// "2024*", "2024 target".
pub(super) fn year(segment: &Segment<'_>, classes: &TableClasses) -> Option<usize> {
    let mut year = None;
    for at in 0..segment.tokens.len() {
        let word = segment.word(at);
        match segment.tokens[at].kind {
            TokenKind::Digits if year.is_none() => {
                let fits = word.len() == 4 && word.parse::<i32>().is_ok_and(|year| YEARS.contains(&year));
                year = Some(at).filter(|_| fits);
                year?;
            }
            TokenKind::Digits => return None,
            TokenKind::Symbol if matches!(word, "." | "," | "-" | "–" | "−" | "/" | ":" | "%") => return None,
            TokenKind::Symbol => {}
            TokenKind::Word => {
                phrase(segment, at, classes.letter).or_else(|| phrase(segment, at, classes.modality))?;
            }
        }
    }
    year
}

fn is_amount(mention: &Mention) -> bool {
    let kind = matches!(mention.kind, Kind::Number | Kind::Money | Kind::Percent | Kind::Points | Kind::Quantity);
    kind && matches!(mention.content, Content::Figure(_))
}

/// A numeral that takes up all of the tokens, whatever prose would take it for.
fn plain(segment: &Segment<'_>, tokens: &Range<usize>) -> Option<Mention> {
    let numeral = segment.numeral(tokens.start).filter(|numeral| numeral.end == tokens.end)?;
    let content = match numeral.unknown {
        true => Content::Unknown,
        false => Content::Figure(Figure {
            mantissa: numeral.mantissa,
            magnitude: numeral.magnitude,
            nature: Nature::Measure,
        }),
    };
    let (core, tokens) = (tokens.clone(), tokens.clone());
    Some(Mention { tokens, core, kind: Kind::Number, content, unit: None, hedge: None, via: Vec::new() })
}

/// Leaves out marks of footnotes at the end: `*`, `†`, `²`, `[3]`.
fn strip_marks(segment: &Segment<'_>, tokens: &mut Range<usize>) {
    let mark = |at: usize| {
        matches!(
            segment.word(at),
            "*" | "†" | "‡" | "§" | "¹" | "²" | "³" | "⁴" | "⁵" | "⁶" | "⁷" | "⁸" | "⁹" | "ᵃ" | "ᵇ"
        )
    };
    while tokens.len() > 1 && mark(tokens.end - 1) {
        tokens.end -= 1;
    }
    let note = tokens.len() > 3
        && segment.word(tokens.end - 1) == "]"
        && segment.word(tokens.end - 3) == "["
        && segment.tokens[tokens.end - 2].kind != TokenKind::Symbol;
    if note {
        tokens.end -= 3;
    }
}

/// A mantissa turned negative, as brackets say.
pub(super) fn negate(mention: &mut Mention) {
    if let Content::Figure(figure) = &mut mention.content
        && figure.mantissa > Decimal::ZERO
    {
        figure.mantissa.set_sign_negative(true);
    }
}
