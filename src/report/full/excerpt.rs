//! Parts of lines around figures. A paragraph is one line, often longer than any terminal is wide: what stands between
//! and around the figures is cut to the room there is.

use super::super::article::{Article, printable};
use super::super::style::Style;
use crate::extract::Claim;
use crate::source::Place;
use std::ops::Range;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A part of a line, with the figures in it.
pub struct Excerpt {
    /// The file, where the article is joined of several.
    pub file: Option<String>,
    /// Number of the line; none in documents without lines.
    pub line: Option<usize>,
    /// What is shown.
    pub text: String,
    /// The figures, in the order of the text.
    pub figures: Vec<Figure>,
    /// Can they be underlined? Not where letters run from right to left: terminals do not agree on where these stand.
    pub underlined: bool,
}

/// A figure of an excerpt.
pub struct Figure {
    /// Bytes of the excerpt.
    pub span: Range<usize>,
    /// What it means, where that is not what it says.
    pub means: Option<String>,
}

/// Columns of text that each figure has at each side, at least.
const LEAST_CONTEXT: usize = 8;

/// A figure in the file.
struct Spot<'a> {
    /// Index of its part, and the source of that.
    part: (usize, &'a str),
    span: Range<usize>,
    /// Number of the line in what the text of the file is; for documents without lines in their text.
    line: usize,
    place: Place,
    means: Option<String>,
}

/// The excerpts that show these claims, none wider than `room` columns if the figures themselves are not.
pub fn excerpts(article: &Article, claims: &[&Claim], room: usize, style: Style) -> Vec<Excerpt> {
    let mut spots: Vec<Spot<'_>> = claims.iter().map(|claim| spot(article, claim, style)).collect();
    spots.sort_by_key(|spot| (spot.part.0, spot.span.start, spot.span.end));
    // A claim inside another, or twice the same, is underlined once.
    spots.dedup_by(|later, earlier| later.part.0 == earlier.part.0 && later.span.start < earlier.span.end);
    let mut excerpts = Vec::new();
    let mut rest = spots.as_slice();
    while let Some(first) = rest.first() {
        let cutter = Cutter { source: first.part.1, ascii: style.ascii };
        let same = rest.iter().take_while(|spot| (spot.part.0, spot.line) == (first.part.0, first.line)).count();
        let fits = |count: &usize| {
            let spots = rest.get(..*count).unwrap_or_default();
            cutter.excerpt(spots, LEAST_CONTEXT).text.width() <= room
        };
        let count = (2..=same).take_while(fits).last().unwrap_or(1);
        let (now, later) = rest.split_at(count.min(rest.len()));
        let part = article.document.joined_parts().get(first.part.0);
        let file = part.map(|part| printable(&part.document.name()));
        excerpts.push(Excerpt { file, ..cutter.widest(now, room) });
        rest = later;
    }
    excerpts
}

fn spot<'a>(article: &Article<'a>, claim: &Claim, style: Style) -> Spot<'a> {
    let (document, span) = article.document.source_at(claim.span.clone());
    let part = (article.document.part_index(claim.span.start), document.source());
    let (line, _) = article.places().of_source(claim.span.start, span.start);
    let means = style.signs(&printable(&article.wording().claim(claim)));
    let says_more = means != printable(article.text(claim));
    Spot { part, span, line, place: article.place(claim), means: says_more.then_some(means) }
}

/// Cuts excerpts out of a file.
struct Cutter<'a> {
    source: &'a str,
    ascii: bool,
}

impl Cutter<'_> {
    /// The excerpt with as much text around the figures as there is room for.
    fn widest(&self, spots: &[Spot<'_>], room: usize) -> Excerpt {
        let (mut least, mut most) = (LEAST_CONTEXT, room.max(LEAST_CONTEXT) + 1);
        while most - least > 1 {
            let middle = usize::midpoint(least, most);
            let fits = self.excerpt(spots, middle).text.width() <= room;
            *(if fits { &mut least } else { &mut most }) = middle;
        }
        self.excerpt(spots, least)
    }

    /// The excerpt with so many columns of text at each side of each figure.
    fn excerpt(&self, spots: &[Spot<'_>], context: usize) -> Excerpt {
        let ellipsis = if self.ascii { "..." } else { "…" };
        let mut excerpt = Excerpt { file: None, line: None, text: String::new(), figures: vec![], underlined: true };
        match spots.first().map(|spot| spot.place) {
            Some(Place::Line { line, .. }) => excerpt.line = Some(line),
            Some(place) => {
                excerpt.text = Style { width: 0, color: false, ascii: self.ascii }.signs(&format!("{place} "))
            }
            None => {}
        }
        for (index, spot) in spots.iter().enumerate() {
            let previous = index.checked_sub(1).and_then(|index| spots.get(index)).map(|spot| spot.span.end);
            match previous.map(|end| self.between(end..spot.span.start, context)) {
                Some(Ok(whole)) => excerpt.text.push_str(&whole),
                Some(Err((after, before))) => excerpt.text.push_str(&format!("{after} {ellipsis} {before}")),
                None => match self.before(spot.span.start, context) {
                    (text, true) => excerpt.text.push_str(&format!("{ellipsis} {text}")),
                    (text, false) => excerpt.text.push_str(text.trim_start()),
                },
            }
            let start = excerpt.text.len();
            excerpt.text.push_str(&printable(self.source.get(spot.span.clone()).unwrap_or_default()));
            excerpt.figures.push(Figure { span: start..excerpt.text.len(), means: spot.means.clone() });
        }
        if let Some(last) = spots.last() {
            let (text, cut) = self.after(last.span.end, context);
            excerpt.text.push_str(text.trim_end());
            if cut {
                excerpt.text.push_str(&format!(" {ellipsis}"));
            }
        }
        if excerpt.text.chars().any(runs_leftwards) {
            mark(&mut excerpt, if self.ascii { ["[[", "]]"] } else { ["⟦", "⟧"] });
        }
        excerpt
    }

    /// The text between two figures, or where it is too long what follows the first and what precedes the second.
    fn between(&self, span: Range<usize>, context: usize) -> Result<String, (String, String)> {
        let text = self.source.get(span.clone()).unwrap_or_default();
        // No need to measure what is far too long.
        let short =
            (text.len() <= 16 * context).then(|| printable(text)).filter(|text| text.width() <= 2 * context + 3);
        short.ok_or_else(|| {
            let (after, before) = (self.after(span.start, context).0, self.before(span.end, context).0);
            (after.trim_end().to_owned(), before.trim_start().to_owned())
        })
    }

    /// The end of the line before a byte, at most so many columns, and whether something was cut off.
    fn before(&self, end: usize, columns: usize) -> (String, bool) {
        let text = self.source.get(..end).unwrap_or_default();
        let (start, cut) = reach(text.char_indices().rev(), columns, |(at, _)| at, end);
        let text = text.get(start..).unwrap_or_default();
        // A word that is cut is left out.
        let whole = text.split_once(char::is_whitespace).filter(|_| cut).map_or(text, |(_, rest)| rest);
        (printable(whole), cut)
    }

    /// The start of the rest of the line behind a byte, at most so many columns, and whether something was cut off.
    fn after(&self, start: usize, columns: usize) -> (String, bool) {
        let text = self.source.get(start..).unwrap_or_default();
        let (end, cut) = reach(text.char_indices(), columns, |(at, c)| at + c.len_utf8(), 0);
        let text = text.get(..end).unwrap_or_default();
        let whole = text.rsplit_once(char::is_whitespace).filter(|_| cut).map_or(text, |(rest, _)| rest);
        (printable(whole), cut)
    }
}

/// How far so many columns reach within the line, and whether it goes on.
fn reach(
    chars: impl Iterator<Item = (usize, char)>,
    columns: usize,
    edge: impl Fn((usize, char)) -> usize,
    mut at: usize,
) -> (usize, bool) {
    let mut used = 0;
    for (index, c) in chars {
        if matches!(c, '\n' | '\r') {
            return (at, false);
        }
        used += c.width().unwrap_or(1);
        if used > columns {
            return (at, true);
        }
        at = edge((index, c));
    }
    (at, false)
}

/// Letters of scripts that run from right to left: Hebrew, Arabic and their kin.
fn runs_leftwards(c: char) -> bool {
    matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x1_0800..=0x1_0FFF | 0x1_E800..=0x1_EFFF)
}

/// Puts marks around the figures instead of lines below them.
fn mark(excerpt: &mut Excerpt, [open, close]: [&str; 2]) {
    excerpt.underlined = false;
    for figure in excerpt.figures.iter().rev() {
        excerpt.text.insert_str(figure.span.end, close);
        excerpt.text.insert_str(figure.span.start, open);
    }
    for (index, figure) in excerpt.figures.iter_mut().enumerate() {
        let moved = index * (open.len() + close.len()) + open.len();
        figure.span = figure.span.start + moved..figure.span.end + moved;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, figures: &[&str], room: usize) -> Excerpt {
        let spot = |figure: &&str| {
            let start = text.find(*figure).unwrap();
            let place = Place::Line { line: 1, column: 1 };
            Spot { part: (0, text), span: start..start + figure.len(), line: 1, place, means: None }
        };
        let spots: Vec<Spot<'_>> = figures.iter().map(spot).collect();
        Cutter { source: text, ascii: false }.widest(&spots, room)
    }

    fn shown(excerpt: &Excerpt) -> Vec<&str> {
        excerpt.figures.iter().map(|figure| &excerpt.text[figure.span.clone()]).collect()
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let excerpt = excerpt("one\nSales rose 18 percent to 35 million.\ntwo", &["18 percent", "35 million"], 80);
        assert_eq!(excerpt.text, "Sales rose 18 percent to 35 million.");
        assert_eq!(shown(&excerpt), ["18 percent", "35 million"]);
    }

    #[test]
    fn a_long_line_is_cut_at_words_to_the_room_there_is() {
        let text = format!(
            "{}Sales rose 18 percent{} to 35 million{}.",
            "so it is ".repeat(50),
            " and so on".repeat(50),
            " again".repeat(50)
        );
        for room in [56, 70, 90] {
            let excerpt = excerpt(&text, &["18 percent", "35 million"], room);
            assert!(excerpt.text.width() <= room && excerpt.text.width() + 16 > room, "{}", excerpt.text);
            assert!(excerpt.text.starts_with("… ") && excerpt.text.ends_with(" …"), "{}", excerpt.text);
            assert_eq!(excerpt.text.matches('…').count(), 3);
            assert_eq!(shown(&excerpt), ["18 percent", "35 million"]);
        }
    }

    #[test]
    fn wide_characters_take_two_columns() {
        let excerpt = excerpt(&format!("{}34%{}", "数字".repeat(40), "以上".repeat(40)), &["34%"], 30);
        assert!(excerpt.text.width() <= 30 && excerpt.text.width() > 24, "{}", excerpt.text);
        assert_eq!(shown(&excerpt), ["34%"]);
    }

    #[test]
    fn lines_that_run_leftwards_have_marks_in_them() {
        let excerpt = excerpt("שלום 34% שלום 56%", &["34%", "56%"], 80);
        assert_eq!(excerpt.text, "שלום ⟦34%⟧ שלום ⟦56%⟧");
        assert!(!excerpt.underlined);
        assert_eq!(shown(&excerpt), ["34%", "56%"]);
    }
}
