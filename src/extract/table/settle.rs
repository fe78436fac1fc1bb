//! What each figure of a table is about, and how finely it is read: settled once all claims are there.

use super::classes::{TableClasses, holds};
use super::grid::{Grid, Slot};
use super::head::{Head, head};
use super::{Line, Table};
use crate::extract::claim::{ClaimId, Heads, Modality, Subject};
use crate::extract::mention::{Content, Mention};
use crate::extract::{Ledger, Passage};
use crate::language::TokenKind;
use crate::value::{Decimal, Figure, Kind, Nature, Period, Unit, Value};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Figures of one unit and scale.
type Sort = (Option<Unit>, Decimal);

/// Makes the table of a grid.
pub(super) fn settle(grid: Grid, classes: &TableClasses, passages: &[Passage<'_>], ledger: &mut Ledger) -> Table {
    let mut table = Table::default();
    let captions = || grid.caption.iter().map(|at| &passages[*at]);
    for caption in captions() {
        let segment = &caption.segment;
        table.open |= holds(segment, classes.open);
        table.rounded |= holds(segment, classes.rounding);
        let words = (0..segment.tokens.len()).filter(|at| segment.tokens[*at].kind == TokenKind::Word);
        table.caption.extend(words.map(|at| Arc::from(segment.language.lemma(segment.word(at)))));
    }
    let notes = grid.rows.iter().flatten().filter(|slot| slot.content.figure.is_none());
    table.rounded |= notes.flat_map(|slot| &slot.passages).any(|at| holds(&passages[*at].segment, classes.rounding));
    let counted = captions().any(|passage| holds(&passage.segment, classes.people));
    table.columns = grid
        .columns
        .iter()
        .map(|column| Line {
            head: read_head(&grid.column_heads(*column), passages, classes, ledger),
            cells: Vec::new(),
        })
        .collect();
    let mut above: Vec<&Slot> = Vec::new();
    let mut figures: Vec<(usize, usize, ClaimId, &Mention)> = Vec::new();
    for (index, row) in grid.body().enumerate() {
        let mut stubs: Vec<&Slot> = row.iter().filter(|slot| grid.stubs.contains(&slot.column)).collect();
        // A head over several rows stands only in the first of them.
        let missing = above.iter().filter(|slot| {
            stubs.iter().any(|own| own.column > slot.column) && stubs.iter().all(|own| own.column != slot.column)
        });
        let inherited: Vec<&Slot> = missing.copied().collect();
        stubs.splice(0..0, inherited);
        let mut line = Line { head: read_head(&stubs, passages, classes, ledger), cells: Vec::new() };
        for slot in row {
            let Ok(column) = grid.columns.binary_search(&slot.column) else { continue };
            let (Some(figure), [at]) = (&slot.content.figure, slot.passages.as_slice()) else { continue };
            let (Some(claim), true) = (passages[*at].claims.first(), passages[*at].mentions.len() == 1) else {
                continue;
            };
            if ledger.get(*claim).kind == Kind::Date {
                continue;
            }
            line.cells.push((column, *claim));
            table.columns[column].cells.push((index, *claim));
            figures.push((index, column, *claim, figure));
        }
        above = stubs;
        table.rows.push(line);
    }
    sharpen(&table, &figures, counted, ledger);
    for (row, column, claim, _) in &figures {
        place(&table.rows[*row].head, &table.columns[*column].head, *claim, ledger);
    }
    table
}

fn read_head(slots: &[&Slot], passages: &[Passage<'_>], classes: &TableClasses, ledger: &Ledger) -> Head {
    let (mut parts, mut notes): (Vec<&Passage<'_>>, Vec<Option<Range<usize>>>) = (Vec::new(), Vec::new());
    for slot in slots {
        for at in &slot.passages {
            parts.push(&passages[*at]);
            notes.push(
                slot.note.as_ref().filter(|_| Some(at) == slot.passages.last()).map(|(_, tokens)| tokens.clone()),
            );
        }
    }
    let mut head = head(&parts, &notes, classes);
    head.counted |=
        slots.iter().filter_map(|slot| slot.note.as_ref()).any(|(note, _)| note.counted && note.magnitude.is_none());
    for passage in parts {
        let periods = passage.claims.iter().filter_map(|id| match &ledger.get(*id).value {
            Some(Value::Period(period)) => Some(*period),
            _ => None,
        });
        for period in periods {
            head.period = Some(head.period.and_then(|wide| narrower(wide, period)).unwrap_or(period));
        }
    }
    head
}

/// The one of two periods that lies in the other.
fn narrower(a: Period, b: Period) -> Option<Period> {
    let within = |a: Period, b: Period| b.first() <= a.first() && a.last() <= b.last();
    if within(a, b) {
        Some(a)
    } else if within(b, a) {
        Some(b)
    } else {
        None
    }
}

/// Figures of one column, or of one row that has a sum, are written equally finely: 120 beside 85 is no round number.
fn sharpen(table: &Table, figures: &[(usize, usize, ClaimId, &Mention)], counted: bool, ledger: &mut Ledger) {
    let sums = table.columns.iter().any(|column| column.head.total.is_some());
    let sort = |mention: &Mention, figure: &Figure| -> Sort { (mention.unit.clone(), figure.magnitude) };
    let mut finest: FxHashMap<(bool, usize, Sort), Decimal> = FxHashMap::default();
    let mut note = |key: (bool, usize, Sort), place: Decimal| {
        finest.entry(key).and_modify(|known| *known = (*known).min(place)).or_insert(place);
    };
    for (row, column, _, mention) in figures {
        let Content::Figure(figure) = &mention.content else { continue };
        let place = if figure.mantissa.is_zero() { continue } else { figure.place() };
        note((false, *column, sort(mention, figure)), place);
        if sums {
            note((true, *row, sort(mention, figure)), place);
        }
    }
    for (row, column, claim, mention) in figures {
        let Content::Figure(figure) = &mention.content else { continue };
        let lines = [(false, *column, sort(mention, figure)), (true, *row, sort(mention, figure))];
        let Some(place) = lines.iter().filter_map(|key| finest.get(key)).min() else { continue };
        let heads = [&table.rows[*row].head, &table.columns[*column].head];
        // The total of what is counted is counted.
        let total = |head: &Head, lines: &[Line]| head.total.is_some() && lines.iter().any(|line| line.head.counted);
        let counts = counted
            || heads.iter().any(|head| head.counted)
            || total(heads[0], &table.rows)
            || total(heads[1], &table.columns);
        let plain = mention.unit.is_none() && figure.magnitude == Decimal::ONE;
        let nature = if counts && plain { Nature::Count } else { Nature::Measure };
        let figure = Figure { nature, ..*figure };
        let claim = &mut ledger.claims[claim.0 as usize];
        claim.reading = figure.reading_among(*place, mention.hedge);
    }
}

/// The context that the heads give a figure.
fn place(row: &Head, column: &Head, claim: ClaimId, ledger: &mut Ledger) {
    let (named, other) = if row.words.is_empty() { (column, row) } else { (row, column) };
    let subject = named.words.split_first().zip(named.span.clone()).map(|((head, rest), span)| {
        let mut modifiers: Vec<Arc<str>> = rest.iter().chain(&other.words).cloned().collect();
        modifiers.sort();
        modifiers.dedup();
        Subject { span, head: head.clone(), modifiers }
    });
    let period = match (row.period, column.period) {
        (Some(row), Some(column)) => narrower(row, column),
        (row, column) => row.or(column),
    };
    let modality = if row.modality == Modality::Actual { column.modality } else { row.modality };
    let context = &mut ledger.claims[claim.0 as usize].context;
    context.subject = subject;
    context.period = period;
    context.modality = modality;
    let measure = other.span.clone().filter(|_| !other.words.is_empty());
    context.heads = Some(Heads { row: row.span.clone(), column: column.span.clone(), measure });
}
