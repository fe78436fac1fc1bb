//! `Grid`: the cells of one table by row and column, which of them are heads, and the figures of the others.

use super::cell::{self, CellContent};
use super::classes::{TableClasses, holds};
use super::note::{Note, note};
use crate::extract::Passage;
use crate::extract::label::Label;
use crate::extract::make::Units;
use crate::extract::mention::{Content, Mention};
use crate::extract::parts::DateParts;
use crate::extract::when::When;
use crate::source::{Document, Role};
use crate::value::{Decimal, Figure, Kind, Nature};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::ops::Range;

/// Rows of column heads at most.
const MOST_HEADS: usize = 6;

/// Columns of row heads at most.
const MOST_STUBS: usize = 3;

/// Figures that a column of row heads may hold: one in so many cells.
const FIGURES_AMONG_HEADS: usize = 4;

/// Tokens of a caption at most: a longer one is a paragraph.
const CAPTION_TOKENS: usize = 60;

/// A cell.
pub(super) struct Slot {
    /// Number of its column, as the table is drawn.
    pub column: usize,
    /// Its passages.
    pub passages: Vec<usize>,
    /// Is it marked as a head?
    pub head: bool,
    /// What it holds.
    pub content: CellContent,
    /// What its words say of the unit of others, and which tokens of its last passage do.
    pub note: Option<(Note, Range<usize>)>,
}

/// Shown as `via` of numbers that are part of a head: classes of age, sizes.
const HEAD: &str = "table-head";

/// Shown as `via` of years in heads.
const YEAR: &str = "table-year";

/// Shown as `via` of numbers in the unit that heads and captions give.
const UNIT: &str = "table-unit";

/// One table.
pub(super) struct Grid {
    /// Rows from the top, each with its cells from the left.
    pub rows: Vec<Vec<Slot>>,
    /// So many of them are heads.
    pub heads: usize,
    /// Numbers of the columns of row heads.
    pub stubs: Vec<usize>,
    /// Numbers of the columns of figures.
    pub columns: Vec<usize>,
    /// The passages of caption and notes.
    pub caption: Vec<usize>,
}

/// The tables of a document.
pub(super) fn grids(document: &Document, passages: &[Passage<'_>], classes: &TableClasses) -> Vec<Grid> {
    let mut tables: BTreeMap<usize, BTreeMap<(usize, usize), Slot>> = BTreeMap::new();
    let mut ends: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
    for (index, passage) in passages.iter().enumerate() {
        let Some(cell) = document.blocks.get(passage.block as usize).and_then(|block| block.cell) else { continue };
        let slot = tables.entry(cell.table).or_default().entry((cell.row, cell.column)).or_insert_with(|| Slot {
            column: cell.column,
            passages: Vec::new(),
            head: cell.head,
            content: CellContent::default(),
            note: None,
        });
        slot.passages.push(index);
        let ends = ends.entry(cell.table).or_insert((index, index));
        ends.1 = index;
    }
    let in_table = |at: usize| {
        let block = passages.get(at).and_then(|passage| document.blocks.get(passage.block as usize));
        block.is_some_and(|block| block.cell.is_some())
    };
    let mut grids = Vec::with_capacity(tables.len());
    for (number, cells) in tables {
        let mut rows: Vec<Vec<Slot>> = Vec::new();
        let mut last = None;
        for ((row, _), mut slot) in cells {
            slot.content = match slot.passages.as_slice() {
                [only] => cell::read(&passages[*only].segment, &passages[*only].mentions, classes),
                _ => CellContent::default(),
            };
            if last != Some(row) {
                rows.push(Vec::new());
            }
            last = Some(row);
            if let Some(row) = rows.last_mut() {
                row.push(slot);
            }
        }
        let (first, end) = ends.get(&number).copied().unwrap_or_default();
        // What stands before another table belongs to that one.
        let after = end.checked_add(1).filter(|at| *at < passages.len() && !in_table(at + 1));
        let near = [first.checked_sub(1), after];
        // "Landings by port" is no byline. Below a table, a sentence is no caption, unless it says that figures are rounded.
        let is_caption = |at: &usize| {
            let passage = &passages[*at];
            let tokens = passage.segment.tokens.len();
            let line = passage.segment.word(tokens.saturating_sub(1)) != ".";
            let note = *at > end && holds(&passage.segment, classes.rounding);
            let caption = passage.role == Role::Caption || line && passage.role != Role::Dateline || note;
            !in_table(*at) && tokens < CAPTION_TOKENS && caption
        };
        let caption = near.into_iter().flatten().filter(is_caption).collect();
        let mut grid = Grid { rows, heads: 0, stubs: Vec::new(), columns: Vec::new(), caption };
        grid.lay_out();
        grids.push(grid);
    }
    grids
}

impl Grid {
    /// Tells heads from figures.
    fn lay_out(&mut self) {
        let is_figure = |slot: &Slot| slot.content.figure.is_some() && !slot.content.time;
        let body = self.rows.iter().position(|row| {
            let marked = row.iter().all(|slot| slot.head);
            !marked && row.iter().any(is_figure)
        });
        // A table of years has figures, too: "Founded | 1998".
        let any =
            || self.rows.iter().position(|row| row.iter().any(|slot| slot.content.figure.is_some() && !slot.head));
        self.heads = body.or_else(any).unwrap_or(self.rows.len());
        // Below so many heads they are rows of words.
        if self.heads > MOST_HEADS {
            let marked = self.rows.iter().take_while(|row| row.iter().all(|slot| slot.head)).count();
            self.heads = marked.clamp(1, MOST_HEADS);
        }
        let mut numbers: Vec<usize> = self.body().flatten().map(|slot| slot.column).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut by_column: FxHashMap<usize, Vec<&Slot>> = FxHashMap::default();
        for slot in self.rows.iter().skip(self.heads).flatten() {
            by_column.entry(slot.column).or_default().push(slot);
        }
        let mut stubs: Vec<usize> = Vec::new();
        for column in numbers.iter().take(MOST_STUBS).take(numbers.len().saturating_sub(1)) {
            let cells = by_column.get(column).map_or(&[][..], Vec::as_slice);
            if !is_stub(cells, stubs.is_empty()) {
                break;
            }
            stubs.push(*column);
        }
        self.columns = numbers.into_iter().filter(|column| !stubs.contains(column)).collect();
        self.stubs = stubs;
    }

    /// The rows below the heads.
    pub fn body(&self) -> impl Iterator<Item = &Vec<Slot>> {
        self.rows.iter().skip(self.heads)
    }

    /// The heads of a column, the uppermost first: what stands in it, or to the left of it above others.
    pub fn column_heads(&self, column: usize) -> Vec<&Slot> {
        let heads = &self.rows[..self.heads];
        let own = |row: &'_ [Slot]| row.binary_search_by_key(&column, |slot| slot.column).ok();
        let mut out = Vec::new();
        for (index, row) in heads.iter().enumerate() {
            if let Some(at) = own(row) {
                out.extend(row.get(at));
                continue;
            }
            let below = heads[index + 1..].iter().any(|row| own(row).is_some());
            let title = row.len() == 1 && index + 1 < heads.len();
            let left = row.iter().rev().find(|slot| slot.column < column && !self.stubs.contains(&slot.column));
            match left {
                Some(left) if below => out.push(left),
                _ if title => out.extend(row.first()),
                _ => {}
            }
        }
        out
    }

    /// Reads the units that heads give, and makes the figures of the cells mentions.
    pub fn read(
        &mut self,
        passages: &mut [Passage<'_>],
        classes: &TableClasses,
        units: &Units,
        labels: &mut Vec<Label>,
    ) {
        self.read_heads(passages, classes, units, labels);
        let mut caption = Vec::new();
        for at in &self.caption {
            let Some((note, tokens)) = note(&passages[*at].segment, classes, units) else { continue };
            name_unit(&mut passages[*at], &tokens, labels);
            caption.push((note, tokens));
        }
        let corner = self.rows[..self.heads].iter().flatten().filter(|slot| self.stubs.contains(&slot.column));
        let notes = corner.filter_map(|slot| slot.note.as_ref()).chain(&caption).map(|(note, _)| note.clone());
        let wide = notes.reduce(Note::or).unwrap_or_default();
        let of_column: FxHashMap<usize, (Note, bool)> = self
            .columns
            .iter()
            .map(|column| {
                let heads = self.column_heads(*column);
                let own = heads.iter().rev().filter_map(|slot| slot.note.as_ref()).map(|(note, _)| note.clone());
                let rate =
                    heads.iter().flat_map(|slot| &slot.passages).any(|at| holds(&passages[*at].segment, classes.rate));
                (*column, (own.reduce(Note::or).unwrap_or_default(), rate))
            })
            .collect();
        let dates = self.columns_of_dates();
        let plain = self.unbracketed();
        let heads = self.heads;
        for row in self.rows.iter_mut().skip(heads) {
            let stubs = row.iter().filter(|slot| self.stubs.contains(&slot.column));
            let (mut own, mut row_rate) = (Note::default(), false);
            for slot in stubs {
                own = own.or(slot.note.as_ref().map(|(note, _)| note.clone()).unwrap_or_default());
                row_rate |= slot.passages.iter().any(|at| holds(&passages[*at].segment, classes.rate));
            }
            for slot in row.iter_mut().filter(|slot| !dates.contains(&slot.column)) {
                let ([at], Some(figure)) = (slot.passages.as_slice(), &mut slot.content.figure) else { continue };
                let Some((column, column_rate)) = of_column.get(&slot.column) else { continue };
                if slot.content.bracketed && plain.contains(&slot.column) {
                    cell::negate(figure);
                }
                let said = column.clone().or(own.clone());
                // Rates of what is counted in millions are not.
                let rate = (*column_rate || row_rate) && said == Note::default();
                apply(figure, &if rate { said } else { said.or(wide.clone()) });
                passages[*at].mentions = vec![figure.clone()];
            }
        }
    }

    /// Periods and units of head cells.
    fn read_heads(
        &mut self,
        passages: &mut [Passage<'_>],
        classes: &TableClasses,
        units: &Units,
        labels: &mut Vec<Label>,
    ) {
        let (heads, stubs) = (self.heads, &self.stubs);
        for (index, row) in self.rows.iter_mut().enumerate() {
            for slot in row.iter_mut().filter(|slot| index < heads || stubs.contains(&slot.column)) {
                for at in &slot.passages {
                    read_year(&mut passages[*at], classes);
                    slot.note = note(&passages[*at].segment, classes, units);
                    if let Some((_, tokens)) = &slot.note {
                        name_unit(&mut passages[*at], tokens, labels);
                    }
                    name_numbers(&mut passages[*at], labels);
                }
            }
        }
    }

    /// Columns whose cells are years, and are meant so.
    fn columns_of_dates(&self) -> FxHashSet<usize> {
        let mut cells: FxHashMap<usize, (usize, usize)> = FxHashMap::default();
        for slot in self.body().flatten().filter(|slot| !slot.content.blank) {
            let (dates, others) = cells.entry(slot.column).or_default();
            if slot.content.time { *dates += 1 } else { *others += 1 }
        }
        cells.into_iter().filter(|(_, (dates, others))| *dates > 1 && *others == 0).map(|(column, _)| column).collect()
    }

    /// Columns in which some figure stands without brackets: those in brackets are negative there.
    fn unbracketed(&self) -> FxHashSet<usize> {
        let plain = |slot: &&Slot| slot.content.figure.is_some() && !slot.content.bracketed;
        self.body().flatten().filter(plain).map(|slot| slot.column).collect()
    }
}

/// Is it a column of row heads: names, years, or the numbers of the rows?
fn is_stub(cells: &[&Slot], first: bool) -> bool {
    let filled = cells.iter().filter(|slot| !slot.content.blank);
    let (mut names, mut times, mut numbers) = (0, Vec::new(), Vec::new());
    for slot in filled {
        match (&slot.content.figure, slot.content.time) {
            (figure, true) => times.push(figure.as_ref().and_then(value)),
            (None, false) => names += 1,
            (Some(figure), false) => numbers.push(value(figure)),
        }
    }
    if numbers.is_empty() && names == 0 && !first {
        // "Region | Year | Sales": years that come again name the rows, others are figures of them.
        let distinct: FxHashSet<_> = times.iter().collect();
        return distinct.len() < times.len();
    }
    let counts = |from: Decimal| {
        let mut next = Some(from);
        numbers.iter().all(|number| {
            let fits = number.is_some() && *number == next;
            next = next.and_then(|next| next.checked_add(Decimal::ONE));
            fits
        })
    };
    let numbered = numbers.len() > 1 && names + times.len() <= 1 && counts(Decimal::ONE);
    numbered || numbers.len() * FIGURES_AMONG_HEADS <= names + times.len() && names + times.len() > 0
}

fn value(mention: &Mention) -> Option<Decimal> {
    match &mention.content {
        Content::Figure(figure) => figure.value().map(|value| value.normalize()),
        _ => None,
    }
}

/// "In millions of dollars" counts nothing itself.
fn name_unit(passage: &mut Passage<'_>, tokens: &Range<usize>, labels: &mut Vec<Label>) {
    let Passage { mentions, segment, .. } = passage;
    mentions.retain(|mention| {
        let named = tokens.contains(&mention.core.start);
        if named {
            labels.push(Label { span: mention.span(segment), via: UNIT.into() });
        }
        !named
    });
}

/// A figure in the unit of its head.
fn apply(mention: &mut Mention, note: &Note) {
    let Content::Figure(figure) = &mut mention.content else { return };
    let (Figure { magnitude, nature, .. }, money) = (figure, mention.kind == Kind::Money);
    let fits = match (&mention.unit, &note.unit) {
        (None, _) => true,
        // "$120" under "in millions of dollars".
        (Some(own), Some(unit)) => money && own.code == unit.code,
        (Some(_), None) => money,
    };
    if !fits {
        return;
    }
    let own_scale = *magnitude != Decimal::ONE;
    if let Some(scale) = note.magnitude.filter(|_| !own_scale) {
        *magnitude = scale;
    }
    if mention.unit.is_none()
        && let (Some(unit), Some(kind)) = (&note.unit, note.kind)
    {
        mention.unit = Some(unit.clone());
        mention.kind = kind;
    }
    *nature = Nature::Measure;
}

/// The year in a head such as "2023F", where prose would read something else.
fn read_year(passage: &mut Passage<'_>, classes: &TableClasses) {
    let segment = &passage.segment;
    let Some(at) = cell::year(segment, classes) else { return };
    let Ok(year) = segment.word(at).parse() else { return };
    let parts = DateParts { year: Some(year), ..DateParts::default() };
    let tokens = at..at + 1;
    let content = Content::When(When::Calendar { parts, shift: None });
    let via = vec![YEAR.into()];
    passage.mentions =
        vec![Mention { core: tokens.clone(), tokens, kind: Kind::Date, content, unit: None, hedge: None, via }];
}

/// Numbers in heads name what stands under or beside them, and count nothing.
fn name_numbers(passage: &mut Passage<'_>, labels: &mut Vec<Label>) {
    let Passage { mentions, segment, .. } = passage;
    mentions.retain(|mention| {
        if !mention.is_time() {
            labels.push(Label { span: mention.span(segment), via: HEAD.into() });
        }
        mention.is_time()
    });
}
