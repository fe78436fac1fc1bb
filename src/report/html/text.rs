//! The text of an article as it reads: its blocks by role, with the figures in them.

use super::view::{Card, FindingView, Names, standing};
use crate::extract::Claim;
use crate::source::{Block, Role};
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::Range;

/// A part of the text, with what belongs beside it.
#[derive(Serialize)]
pub struct Section<'a> {
    /// headline, quote, list, table; all else is a paragraph of that role.
    pub kind: &'static str,
    /// Of a paragraph.
    pub runs: Vec<Run<'a>>,
    /// Of a list.
    pub items: Vec<Vec<Run<'a>>>,
    /// Of a table.
    pub rows: Vec<Vec<CellView<'a>>>,
    pub findings: Vec<FindingView>,
    pub cards: Vec<Card>,
}

/// A run of a paragraph.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Run<'a> {
    Text {
        text: &'a str,
    },
    /// A word of rank without a figure.
    Mark {
        id: String,
        text: &'a str,
    },
    Figure {
        id: String,
        text: &'a str,
        standing: &'static str,
        partners: String,
        findings: String,
        /// What stands so close before it that no line may break there.
        before: &'a str,
        /// And behind it.
        after: &'a str,
    },
}

#[derive(Serialize)]
pub struct CellView<'a> {
    pub head: bool,
    /// What it is the head of: col or row.
    pub scope: &'static str,
    /// How many columns it takes.
    pub columns: usize,
    pub paragraphs: Vec<Vec<Run<'a>>>,
}

/// No browser knows wider cells.
const MOST_COLUMNS: usize = 1000;

/// A figure or word of rank, and where it stands.
pub enum Spot<'a> {
    Claim(&'a Claim),
    Rank(usize, Range<usize>),
}

impl Spot<'_> {
    fn span(&self) -> &Range<usize> {
        match self {
            Spot::Claim(claim) => &claim.span,
            Spot::Rank(_, span) => span,
        }
    }
}

/// The text of an article, items of one list and cells of one table together.
pub fn sections<'a>(names: &Names<'_, 'a>) -> Vec<Section<'a>> {
    sections_of(names, 0..names.article.document.blocks.len(), &spots(names))
}

/// The text of the blocks with these indexes, with those of all `spots` that stand in it.
pub fn sections_of<'a>(names: &Names<'_, 'a>, blocks: Range<usize>, spots: &[Spot<'a>]) -> Vec<Section<'a>> {
    let blocks: Vec<&'a Block> = names.article.document.blocks.get(blocks).unwrap_or_default().iter().collect();
    let together = |one: &&Block, other: &&Block| match (one.cell, other.cell) {
        (Some(one), Some(other)) => one.table == other.table,
        (None, None) => one.role == Role::Item && other.role == Role::Item,
        _ => false,
    };
    blocks.chunk_by(together).map(|group| section(names, group, spots)).collect()
}

/// What is an element of its own in the text, in order and none in another.
pub fn spots<'a>(names: &Names<'_, 'a>) -> Vec<Spot<'a>> {
    let claims = names.article.claims().iter().filter(|claim| !names.within.contains_key(&claim.id)).map(Spot::Claim);
    let ranks = names.article.checked.ledger.superlatives.iter().enumerate();
    let ranks =
        ranks.filter(|(_, rank)| rank.claim.is_none()).map(|(index, rank)| Spot::Rank(index, rank.span.clone()));
    let mut spots: Vec<Spot> = claims.chain(ranks).collect();
    spots.sort_by_key(|spot| (spot.span().start, matches!(spot, Spot::Rank(..))));
    let mut end = 0;
    spots.retain(|spot| {
        let apart = spot.span().start >= end;
        end = if apart { spot.span().end } else { end };
        apart
    });
    spots
}

fn section<'a>(names: &Names<'_, 'a>, group: &[&'a Block], spots: &[Spot<'a>]) -> Section<'a> {
    let mut section =
        Section { kind: "body", runs: vec![], items: vec![], rows: vec![], findings: vec![], cards: vec![] };
    let Some((first, last)) = group.first().zip(group.last()) else { return section };
    let here = within(spots, &(first.span.start..last.span.end));
    for spot in here {
        if let Spot::Claim(claim) = spot {
            section.cards.push(names.card(claim));
        }
    }
    section.findings = names.findings_in(&(first.span.start..last.span.end));
    let runs = |block: &'a Block| runs(names, block, within(here, &block.span));
    match (first.cell, first.role) {
        (Some(_), _) => {
            section.kind = "table";
            section.rows = rows(group, runs);
        }
        (None, Role::Item) => {
            section.kind = "list";
            section.items = group.iter().map(|block| runs(block)).collect();
        }
        (None, role) => {
            section.kind = role.as_str();
            section.runs = runs(first);
        }
    }
    section
}

/// The spots that begin in a span.
fn within<'s, 'a>(spots: &'s [Spot<'a>], span: &Range<usize>) -> &'s [Spot<'a>] {
    let first = spots.partition_point(|spot| spot.span().start < span.start);
    let last = spots.partition_point(|spot| spot.span().start < span.end);
    spots.get(first..last).unwrap_or_default()
}

fn runs<'a>(names: &Names<'_, 'a>, block: &Block, spots: &[Spot<'a>]) -> Vec<Run<'a>> {
    let text = &names.article.document.text;
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let mut runs: Vec<Run> = Vec::with_capacity(2 * spots.len() + 1);
    let mut at = block.span.start;
    for spot in spots {
        let span = spot.span().start..spot.span().end.min(block.span.end);
        let gap = part(at..span.start);
        let (after, rest) = gap.split_at(head(gap));
        let gap = if stick(&mut runs, after) { rest } else { gap };
        at = span.end;
        match spot {
            Spot::Rank(index, _) => {
                runs.push(Run::Text { text: gap });
                runs.push(Run::Mark { id: names.rank(*index), text: part(span) });
            }
            Spot::Claim(claim) => {
                let (gap, before) = gap.split_at(gap.len() - tail(gap));
                runs.push(Run::Text { text: gap });
                let (partners, findings) = names.ties(claim.id);
                let standing = standing(names.article.standing(claim));
                let (id, text) = (names.figure(claim.id), part(span));
                runs.push(Run::Figure { id, text, standing, partners, findings, before, after: "" });
            }
        }
    }
    let gap = part(at..block.span.end);
    let (after, rest) = gap.split_at(head(gap));
    let text = if stick(&mut runs, after) { rest } else { gap };
    runs.push(Run::Text { text });
    runs
}

/// More letters than this do not stick to a figure: a script without spaces may break a line there.
const STICKS: usize = 12;

/// Puts a text behind the figure that comes last, if one does.
fn stick<'a>(runs: &mut [Run<'a>], text: &'a str) -> bool {
    match runs.last_mut() {
        Some(Run::Figure { after, .. }) => {
            *after = text;
            true
        }
        _ => false,
    }
}

/// Bytes at the start of a text that belong to the word before it: a full stop, a bracket, the rest of a compound.
fn head(text: &str) -> usize {
    let length = text.find(char::is_whitespace).unwrap_or(text.len());
    if text.chars().take(STICKS + 1).take_while(|c| !c.is_whitespace()).count() > STICKS { 0 } else { length }
}

/// Bytes at the end of a text that belong to the word behind it.
fn tail(text: &str) -> usize {
    let length = text.len() - text.trim_end_matches(|c: char| !c.is_whitespace()).len();
    if text.chars().rev().take(STICKS + 1).take_while(|c| !c.is_whitespace()).count() > STICKS { 0 } else { length }
}

/// The cells of a table by rows. Each is as wide as it is to the next one, so that what was left out leaves no gap.
fn rows<'a>(group: &[&'a Block], runs: impl Fn(&'a Block) -> Vec<Run<'a>>) -> Vec<Vec<CellView<'a>>> {
    let mut table: BTreeMap<usize, BTreeMap<usize, CellView>> = BTreeMap::new();
    for block in group {
        let Some(place) = block.cell else { continue };
        let row = table.entry(place.row).or_default();
        let scope = if place.row == 1 { "col" } else { "row" };
        let empty = CellView { head: place.head, scope, columns: 1, paragraphs: vec![] };
        row.entry(place.column).or_insert(empty).paragraphs.push(runs(block));
    }
    let rows = table.into_values().map(|mut row| {
        let columns: Vec<usize> = row.keys().copied().collect();
        for (cell, pair) in row.values_mut().zip(columns.windows(2)) {
            if let [this, next] = pair {
                cell.columns = (next - this).min(MOST_COLUMNS);
            }
        }
        let first = columns.first().copied().unwrap_or(1);
        let before = (first > 1).then(|| CellView {
            head: false,
            scope: "col",
            columns: (first - 1).min(MOST_COLUMNS),
            paragraphs: vec![],
        });
        before.into_iter().chain(row.into_values()).collect()
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::{head, tail};

    #[test]
    fn what_stands_close_to_a_figure_stays_with_it() {
        assert_eq!(
            (head("), it said"), head(" more"), head("-year-old boy"), head("以上の人が今年この駅を使った")),
            (2, 0, 9, 0)
        );
        assert_eq!((tail("of them (US"), tail("of "), tail("\u{201C}")), (3, 0, 3));
    }
}
