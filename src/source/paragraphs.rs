//! The paragraphs of a word-processor document, as its reader meets them: in the text, in tables, in notes.

use super::text::{mark, mark_headline};
use super::wrap::Line;
use super::{Builder, Cell, Document, Place, Role};

/// A headline that only its style marks as a heading stands among the first paragraphs; before it may stand the name of
/// a section.
const HEADLINE_WITHIN: usize = 3;
/// More cells than this are not repeated: tables that people read have fewer.
const REPEATED: usize = 10_000;

/// What the style of a paragraph makes of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Style {
    /// The title of the document.
    Title,
    /// The line under it.
    Subtitle,
    /// A heading.
    Heading,
    /// A block quotation.
    Quote,
    /// The text of a picture or table.
    Caption,
    /// An item of a list.
    Item,
    /// The head of a row or column of a table.
    TableHead,
    /// Who wrote the article.
    Byline,
    /// Where and when it was written.
    Dateline,
    /// Left out: hidden, or a line of a table of contents, which repeats what stands elsewhere, beside page numbers.
    LeftOut,
    /// Any other.
    #[default]
    Text,
}

impl Style {
    /// What a name of a built-in style says, in lower case: that of Word, LibreOffice or pandoc. Such names are the same
    /// in every language of the program.
    pub fn of_name(name: &str) -> Option<Style> {
        let style = match name {
            "title" => Style::Title,
            "subtitle" => Style::Subtitle,
            "heading" => Style::Heading,
            "quote" | "intense quote" | "quotations" | "block text" => Style::Quote,
            "caption" => Style::Caption,
            "table heading" => Style::TableHead,
            "table of figures" | "table of authorities" | "index" => Style::LeftOut,
            // The style that Word gives to lists, and people to whatever is to be indented.
            "list paragraph" => return None,
            _ if begins(name, "heading ") => Style::Heading,
            _ if ["toc ", "contents ", "index "].iter().any(|start| begins(name, start)) => Style::LeftOut,
            _ if name == "list" || ["list ", "numbering "].iter().any(|start| begins(name, start)) => Style::Item,
            _ => return None,
        };
        Some(style)
    }
}

fn begins(name: &str, start: &str) -> bool {
    name.len() > start.len() && name.starts_with(start)
}

/// A paragraph.
#[derive(Clone, Debug)]
struct Paragraph {
    text: String,
    style: Style,
    cell: Option<Cell>,
    /// Number of the note that it is part of.
    note: Option<usize>,
}

/// A table that is being read.
#[derive(Debug)]
struct Table {
    number: usize,
    row: usize,
    column: usize,
    head_row: bool,
    /// First paragraphs of the row and of the cell.
    row_start: usize,
    cell_start: usize,
    cell: Option<Cell>,
}

/// Paragraphs, in the order in which they begin.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    list: Vec<Paragraph>,
    /// Those that have not ended: one, and those of the text boxes in it.
    open: Vec<usize>,
    /// One whose end was deleted: the next paragraph goes on with it.
    unfinished: Option<usize>,
    tables: Vec<Table>,
    table_count: usize,
    note: Option<usize>,
    repeated: usize,
}

impl Paragraphs {
    /// Begins a paragraph. It is text until a style is set.
    pub fn begin(&mut self) {
        let cell = self.tables.last().and_then(|table| table.cell);
        let joins =
            |index: &usize| self.list.get(*index).is_some_and(|last| (last.cell, last.note) == (cell, self.note));
        let index = self.unfinished.take().filter(joins).unwrap_or(self.list.len());
        if index == self.list.len() {
            self.list.push(Paragraph { text: String::new(), style: Style::Text, cell, note: self.note });
        }
        self.open.push(index);
    }

    /// Sets the style of the paragraph.
    pub fn style(&mut self, style: Style) {
        if let Some(paragraph) = self.open.last().and_then(|index| self.list.get_mut(*index)) {
            paragraph.style = style;
        }
    }

    /// Adds text to the paragraph. Outside of paragraphs there is none.
    pub fn push(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last().and_then(|index| self.list.get_mut(*index)) {
            paragraph.text.push_str(text);
        }
    }

    /// Ends the paragraph; `goes_on` where its end was deleted, or is hidden.
    pub fn end(&mut self, goes_on: bool) {
        self.unfinished = self.open.pop().filter(|_| goes_on);
    }

    /// Adds a whole paragraph, which may be part of a cell.
    pub fn add(&mut self, style: Style, cell: Option<Cell>, text: &str) {
        self.list.push(Paragraph { text: text.to_owned(), style, cell, note: self.note });
    }

    /// Adds all paragraphs of another list, which has all tables of the document.
    pub fn append(&mut self, mut other: Paragraphs) {
        self.list.append(&mut other.list);
    }

    /// Begins a table, which may stand in a cell.
    pub fn begin_table(&mut self) {
        self.unfinished = None;
        self.table_count += 1;
        self.tables.push(Table {
            number: self.table_count,
            row: 0,
            column: 1,
            head_row: false,
            row_start: self.list.len(),
            cell_start: self.list.len(),
            cell: None,
        });
    }

    /// Ends the table.
    pub fn end_table(&mut self) {
        self.tables.pop();
    }

    /// Begins a row.
    pub fn begin_row(&mut self, head: bool) {
        let start = self.list.len();
        if let Some(table) = self.tables.last_mut() {
            (table.row, table.column, table.head_row, table.row_start) = (table.row + 1, 1, head, start);
        }
    }

    /// Says of the row that it is one of heads.
    pub fn head_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.head_row = true;
        }
    }

    /// Ends the row, which is there so many times.
    ///
    /// # Errors
    /// Where there are more than any table has.
    pub fn end_row(&mut self, times: usize) -> Result<(), super::Unreadable> {
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let (start, first) = (table.row_start, table.row);
        table.row = first.saturating_add(times.saturating_sub(1));
        self.repeat(start, times, |cell, time| cell.row = first.saturating_add(time))
    }

    /// Takes the row back: it was deleted.
    pub fn drop_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            self.list.truncate(table.row_start);
            table.row = table.row.saturating_sub(1);
        }
    }

    /// Passes over columns of the row.
    pub fn skip_columns(&mut self, columns: usize) {
        if let Some(table) = self.tables.last_mut() {
            table.column = table.column.saturating_add(columns);
        }
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self, head: bool) {
        let start = self.list.len();
        if let Some(table) = self.tables.last_mut() {
            let head = head || table.head_row;
            table.cell = Some(Cell { table: table.number, row: table.row, column: table.column, head });
            table.cell_start = start;
        }
    }

    /// Ends the cell, which is so many columns wide and there so many times.
    ///
    /// # Errors
    /// Where there are more than any table has.
    pub fn end_cell(&mut self, columns: usize, times: usize) -> Result<(), super::Unreadable> {
        self.unfinished = None;
        let Some(table) = self.tables.last_mut() else { return Ok(()) };
        let (start, first) = (table.cell_start, table.column);
        let columns = columns.max(1);
        table.column = first.saturating_add(columns.saturating_mul(times.max(1)));
        table.cell = None;
        self.repeat(start, times, |cell, time| cell.column = first.saturating_add(columns.saturating_mul(time)))
    }

    /// Takes the paragraphs of the cell back: it is covered by another one, or was deleted.
    pub fn drop_cell(&mut self) {
        if let Some(table) = self.tables.last() {
            self.list.truncate(table.cell_start);
        }
    }

    /// Repeats the paragraphs from this one on that hold anything. Those of tables in the cells are not: nobody repeats
    /// these.
    fn repeat(
        &mut self,
        start: usize,
        times: usize,
        place: impl Fn(&mut Cell, usize),
    ) -> Result<(), super::Unreadable> {
        let table = self.tables.last().map(|table| table.number);
        let is_repeated = |paragraph: &&Paragraph| {
            paragraph.cell.map(|cell| cell.table) == table && !paragraph.text.trim().is_empty()
        };
        let repeated: Vec<Paragraph> =
            self.list.get(start..).unwrap_or_default().iter().filter(is_repeated).cloned().collect();
        let more = repeated.len().saturating_mul(times.saturating_sub(1));
        if more == 0 {
            return Ok(());
        }
        self.repeated = self.repeated.saturating_add(more);
        if self.repeated > REPEATED {
            let message = format!("has tables that repeat more than {REPEATED} cells");
            return Err(super::Unreadable { message });
        }
        for time in 1..times {
            for mut copy in repeated.iter().cloned() {
                if let Some(cell) = &mut copy.cell {
                    place(cell, time);
                }
                self.list.push(copy);
            }
        }
        Ok(())
    }

    /// Begins the note of this number, from 1. It stands nowhere in a table, even if what it belongs to does.
    pub fn begin_note(&mut self, number: usize) -> Interrupted {
        self.unfinished = None;
        let interrupted = Interrupted {
            tables: std::mem::take(&mut self.tables),
            open: std::mem::take(&mut self.open),
            note: self.note,
        };
        self.note = Some(number);
        interrupted
    }

    /// Ends the note.
    pub fn end_note(&mut self, interrupted: Interrupted) {
        (self.tables, self.open, self.note) = (interrupted.tables, interrupted.open, interrupted.note);
        self.unfinished = None;
    }

    /// The document: text and tables in order, then the notes.
    pub fn document(mut self, id: String, path: Option<String>) -> Document {
        let is_empty = |paragraph: &Paragraph| {
            paragraph.style == Style::LeftOut || paragraph.text.chars().all(char::is_whitespace)
        };
        self.list.retain(|paragraph| !is_empty(paragraph));
        self.list.sort_by_key(|paragraph| paragraph.note);
        let in_text = |paragraph: &Paragraph| paragraph.note.is_none() && paragraph.cell.is_none();
        let has_title = self.list.iter().any(|paragraph| paragraph.style == Style::Title);
        let first = self.list.iter().take(HEADLINE_WITHIN).position(|paragraph| paragraph.style == Style::Heading);
        let headline = first.filter(|_| !has_title);
        let lines: Vec<Line<'_>> = self.list.iter().map(|paragraph| Line::alone(&paragraph.text)).collect();
        let mut builder = Builder::new();
        let mut number = 0;
        for (index, paragraph) in self.list.iter().enumerate() {
            // Lists are typed by hand, too.
            let is_typed = paragraph.style == Style::Text && paragraph.cell.is_none();
            let (mark, typed) = if is_typed { mark(&lines, index) } else { (0, Role::Body) };
            number += usize::from(in_text(paragraph));
            let place = match (paragraph.note, paragraph.cell) {
                (Some(note), _) => Place::Note(note),
                (None, Some(cell)) => Place::Cell { table: cell.table, row: cell.row, column: cell.column },
                (None, None) => Place::Paragraph(number),
            };
            let role = match paragraph.style {
                _ if paragraph.cell.is_some() => Role::Cell,
                Style::Title => Role::Headline,
                Style::Heading if headline == Some(index) => Role::Headline,
                Style::Subtitle => Role::Deck,
                Style::Quote => Role::Quote,
                Style::Caption => Role::Caption,
                Style::Item => Role::Item,
                Style::Byline => Role::Byline,
                Style::Dateline => Role::Dateline,
                Style::Text => typed,
                Style::Heading | Style::TableHead | Style::LeftOut => Role::Body,
            };
            let head = paragraph.style == Style::TableHead;
            let cell = paragraph.cell.map(|cell| Cell { head: cell.head || head, ..cell });
            builder.open(role, cell, Some(place));
            builder.add(paragraph.text.trim().get(mark..).unwrap_or_default());
        }
        let mut document = builder.parts(id, path);
        if !document.blocks.iter().any(|block| block.role == Role::Headline) {
            mark_headline(&document.text, &mut document.blocks);
        }
        document
    }
}

/// What a note interrupts.
#[derive(Debug)]
pub(super) struct Interrupted {
    tables: Vec<Table>,
    open: Vec<usize>,
    note: Option<usize>,
}
