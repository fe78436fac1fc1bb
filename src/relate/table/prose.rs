//! Figures of the text that give a cell of a table again.

use super::{number, same_unit};
use crate::extract::{Claim, ClaimId, Ledger, Line, Passage, Table};
use crate::relate::link::{one, relation};
use crate::relate::relation::{Relation, Tie};
use crate::source::Role;
use crate::value::{Decimal, Kind, Level, exact_mul, slip_between};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Rows that are looked at for one sentence, at most.
const MOST_ROWS: usize = 64;

/// A figure farther from the cell than by this factor is meant to be another, unless a slip explains it.
const FACTOR: u32 = 2;

/// A table with the rows that a word may name.
struct Named<'a> {
    table: &'a Table,
    /// Rows by the head of their name.
    by_word: FxHashMap<&'a str, Vec<usize>>,
    /// Rows that are named by nothing but a time.
    by_period: Vec<usize>,
}

/// Ties figures of the text to the cells that they restate: those of a row that their sentence names, and of a column that it
/// names or that is the only one of their unit.
/// `may_tie`: may a figure be held against that table at all?
pub(in crate::relate) fn restated(
    ledger: &Ledger,
    tables: &[Table],
    passages: &[Passage<'_>],
    may_tie: impl Fn(&Table, ClaimId) -> bool,
    relations: &mut Vec<Relation>,
) {
    let tables: Vec<Named<'_>> = tables.iter().filter(|table| !table.columns.is_empty()).map(Named::new).collect();
    if tables.is_empty() {
        return;
    }
    for passage in passages.iter().filter(|passage| !matches!(passage.role, Role::Cell | Role::Dateline | Role::Byline))
    {
        let mut known: Option<(u32, FxHashSet<Arc<str>>)> = None;
        for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
            let claim = ledger.get(*id);
            let counted =
                matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent | Kind::Points);
            if !counted || number(claim).is_none() {
                continue;
            }
            let sentence = passage.division.sentence.get(mention.core.start).copied().unwrap_or_default();
            if known.as_ref().is_none_or(|(number, _)| *number != sentence) {
                known = Some((sentence, words(passage, sentence)));
            }
            let Some((_, words)) = &known else { continue };
            let mut tables = tables.iter().filter(|named| may_tie(named.table, *id));
            relations.extend(tables.find_map(|table| table.restated(ledger, claim, words)));
        }
    }
}

/// Lemmas of the words of a sentence.
fn words(passage: &Passage<'_>, sentence: u32) -> FxHashSet<Arc<str>> {
    let segment = &passage.segment;
    let start = passage.division.sentence.partition_point(|other| *other < sentence);
    let end = passage.division.sentence.partition_point(|other| *other <= sentence);
    (start..end).map(|at| Arc::from(segment.language.lemma(segment.word(at)))).collect()
}

/// What ties a figure to a cell.
struct Cell<'a> {
    claim: &'a Claim,
    row: usize,
    /// Does the sentence say what the column does?
    column_named: bool,
    /// Or what the caption does?
    measure_named: bool,
}

impl<'a> Named<'a> {
    fn new(table: &'a Table) -> Self {
        let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut by_period = Vec::new();
        for (index, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.cells.is_empty()) {
            match row.head.words.first() {
                Some(word) => by_word.entry(word).or_default().push(index),
                None if row.head.period.is_some() => by_period.push(index),
                None => {}
            }
        }
        Named { table, by_word, by_period }
    }

    /// The rows that a sentence names for a figure. Where one name holds another ("North", "North Coast"), the longer is meant.
    fn rows(&self, claim: &Claim, words: &FxHashSet<Arc<str>>) -> Vec<usize> {
        let row = |at: &usize| self.table.rows.get(*at);
        let all = |line: &Line| line.head.words.iter().all(|word| words.contains(word));
        let fits = |line: &Line| all(line) && holds_then(claim, line);
        let named = words.iter().filter_map(|word| self.by_word.get(&**word)).flatten();
        let mut rows: Vec<usize> = named.copied().filter(|at| row(at).is_some_and(fits)).take(MOST_ROWS).collect();
        rows.sort_unstable();
        rows.dedup();
        let within = |at: usize, other: usize| {
            let (Some(a), Some(b)) = (row(&at), row(&other)) else { return false };
            a.head.words.len() < b.head.words.len() && a.head.words.iter().all(|word| b.head.words.contains(word))
        };
        let named = rows.clone();
        rows.retain(|at| !named.iter().any(|other| within(*at, *other)));
        if rows.is_empty() && claim.context.period.is_some() {
            let then = |at: &&usize| row(at).is_some_and(|line| line.head.period == claim.context.period);
            rows.extend(self.by_period.iter().filter(then));
        }
        rows
    }

    /// The cells that a figure may restate.
    fn cells(&self, ledger: &'a Ledger, claim: &Claim, words: &FxHashSet<Arc<str>>) -> Vec<Cell<'a>> {
        let mut cells = Vec::new();
        for row in self.rows(claim, words) {
            let Some(line) = self.table.rows.get(row) else { continue };
            let figures = || line.cells.iter().map(|(at, id)| (*at, ledger.get(*id)));
            let alike = |other: &Claim| other.kind == claim.kind && same_unit(other, claim);
            for (at, cell) in figures().filter(|(_, cell)| alike(cell)) {
                let Some(column) = self.table.columns.get(at) else { continue };
                let only = figures().filter(|(_, other)| alike(other)).count() == 1;
                let head = &column.head;
                let time = if only { holds_then(claim, column) } else { head.period == claim.context.period };
                let column_named = head.words.iter().all(|word| words.contains(word))
                    && (!head.words.is_empty() || head.period.is_some());
                let measure = |word: &Arc<str>| words.contains(word) && !line.head.words.contains(word);
                if time && (column_named || only) && cell.context.modality == claim.context.modality {
                    let measure_named = head.words.iter().chain(&self.table.caption).any(measure);
                    cells.push(Cell { claim: cell, row, column_named, measure_named });
                }
            }
        }
        cells
    }

    fn restated(&self, ledger: &Ledger, claim: &Claim, words: &FxHashSet<Arc<str>>) -> Option<Relation> {
        let cells = self.cells(ledger, claim, words);
        let tied = |cell: &Claim, tie| {
            let slots = vec![("first", one(cell.id)), ("second", one(claim.id))];
            Some(relation("restatement", slots, tie, "table-cell"))
        };
        if let Some(same) = cells.iter().find(|cell| meet(cell.claim, claim)) {
            return tied(same.claim, Tie::Far);
        }
        let [only] = cells.as_slice() else { return None };
        let told = only.measure_named || only.column_named && self.table.caption.is_empty();
        (told && self.is_mistaken(ledger, claim, only)).then(|| tied(only.claim, Tie::Neighbour))?
    }

    /// Can the figure only be meant to be that of the cell?
    fn is_mistaken(&self, ledger: &Ledger, claim: &Claim, cell: &Cell<'_>) -> bool {
        let (Some(said), Some(shown)) = (number(claim), number(cell.claim)) else { return false };
        let plain = claim.context.direction.is_none() && claim.context.speaker.is_none() && !claim.quoted;
        // Other figures of the clause may be what the sentence says of the cell.
        let rival = |other: &Claim| other.id != claim.id && other.kind == claim.kind && same_unit(other, claim);
        let start = ledger.claims.partition_point(|other| other.sentence < claim.sentence);
        let mut sentence = ledger.claims.iter().skip(start).take_while(|other| other.sentence == claim.sentence);
        // It may be a figure of another row or column.
        let elsewhere = || {
            let ids = self.table.rows.iter().flat_map(|row| row.cells.iter().map(|(_, id): &(usize, ClaimId)| *id));
            ids.map(|id| ledger.get(id)).any(|other| same_unit(other, claim) && number(other) == Some(said))
        };
        let near = |a: Decimal, b: Decimal| exact_mul(a.abs(), FACTOR.into()).is_some_and(|most| b.abs() <= most);
        let slip = slip_between(said, shown).is_some_and(|(slip, digits)| digits > 1 && slip.is_telling(said));
        let total = self.table.rows.get(cell.row).is_some_and(|row| row.head.part);
        plain
            && !total
            && !said.is_zero()
            && (slip || near(said, shown) && near(shown, said))
            && !sentence.any(rival)
            && !elsewhere()
    }
}

/// Nothing says that the figure is of another time than the line.
fn holds_then(claim: &Claim, line: &Line) -> bool {
    let (Some(said), Some(shown)) = (claim.context.period, line.head.period) else { return true };
    said == shown
}

/// Do the figures, rounded as they are written, have values in common?
fn meet(a: &Claim, b: &Claim) -> bool {
    let (a, b) = (a.law_reading(), b.law_reading());
    !a.at(Level::Standard).intersect(b.at(Level::Standard)).is_empty()
}
