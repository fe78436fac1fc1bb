//! The stories of a Word document: its text, and its notes.

use super::styles::{Look, Styles, note_property};
use crate::source::Unreadable;
use crate::source::paragraphs::{Interrupted, Paragraphs, Style};
use crate::source::xml::{Element, Token, Xml};
use std::collections::HashMap;

/// A kind of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Note {
    /// At the foot of a page.
    Footnote,
    /// At the end of the text.
    Endnote,
}

impl Note {
    /// What the part that holds them is called.
    pub fn part(self) -> &'static str {
        match self {
            Note::Footnote => "footnotes",
            Note::Endnote => "endnotes",
        }
    }
}

/// A paragraph that has not ended.
#[derive(Clone, Copy, Debug, Default)]
struct Open {
    /// Its end was deleted, or is hidden: the next one goes on with it.
    goes_on: bool,
    /// Its style hides its text.
    hidden: bool,
}

/// The fields around a place: their instructions are not shown, their results are.
#[derive(Debug, Default)]
struct Fields {
    /// Of each: has its result begun?
    results: Vec<bool>,
    /// How many are at their instructions.
    instructions: usize,
}

impl Fields {
    fn step(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.results.push(false);
                self.instructions += 1;
            }
            "separate" => {
                if let Some(result) = self.results.last_mut().filter(|result| !**result) {
                    *result = true;
                    self.instructions -= 1;
                }
            }
            "end" if self.results.pop() == Some(false) => self.instructions -= 1,
            _ => {}
        }
    }
}

/// A cell that has not ended.
#[derive(Clone, Copy, Debug)]
struct OpenCell {
    columns: usize,
    /// Deleted, or part of the cell above.
    hidden: bool,
}

/// Reads the text of a document and then its notes.
pub(super) struct Story<'s> {
    styles: &'s Styles,
    paragraphs: Paragraphs,
    /// Number of each note among those of its kind, in the order in which the text refers to them.
    notes: HashMap<(Note, String), usize>,
    footnotes: usize,
    endnotes: usize,
    /// How many deleted rows and hidden cells are open.
    hidden: usize,
    open: Vec<Open>,
    /// Of each run: is it hidden, or crossed out?
    runs: Vec<bool>,
    fields: Fields,
    /// The fields around each text box.
    outer_fields: Vec<Fields>,
    /// Of each thing that is given in several forms: was one taken?
    forms: Vec<bool>,
    /// Of each control: does it show a placeholder?
    controls: Vec<bool>,
    /// Of each row: was it deleted?
    rows: Vec<bool>,
    cells: Vec<OpenCell>,
    note: Option<Interrupted>,
}

impl<'s> Story<'s> {
    /// Nothing yet.
    pub fn new(styles: &'s Styles) -> Self {
        Story {
            styles,
            paragraphs: Paragraphs::default(),
            notes: HashMap::new(),
            footnotes: 0,
            endnotes: 0,
            hidden: 0,
            open: vec![],
            runs: vec![],
            fields: Fields::default(),
            outer_fields: vec![],
            forms: vec![],
            controls: vec![],
            rows: vec![],
            cells: vec![],
            note: None,
        }
    }

    /// Does the text refer to a note of this kind?
    pub fn refers_to(&self, kind: Note) -> bool {
        match kind {
            Note::Footnote => self.footnotes > 0,
            Note::Endnote => self.endnotes > 0,
        }
    }

    /// What was read.
    pub fn finish(self) -> Paragraphs {
        self.paragraphs
    }

    /// Reads the text, or the notes of a kind that it refers to.
    ///
    /// # Errors
    /// Where the part is damaged.
    pub fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        while let Some(token) = xml.next()? {
            match token {
                Token::Start(element) => self.start(xml, &element)?,
                Token::End(end) => {
                    if let ("w" | "mc", name) = end.name() {
                        self.end(name)?;
                    }
                }
                Token::Text(_) => {}
            }
        }
        Ok(())
    }

    fn shows(&self) -> bool {
        self.hidden == 0 && self.fields.instructions == 0 && !self.runs.last().is_some_and(|hidden| *hidden)
    }

    fn push(&mut self, text: &str) {
        if self.shows() {
            self.paragraphs.push(text);
        }
    }

    fn start(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Unreadable> {
        match element.name() {
            // What was deleted or moved away, instructions of fields, guides to the sound of a word.
            ("w", "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "rt" | "sectPr") => xml.skip()?,
            ("w", "rPrChange" | "tblPrChange" | "tblPrExChange" | "tblGrid") => xml.skip()?,
            ("w", "p") => {
                self.paragraphs.begin();
                self.open.push(Open::default());
            }
            ("w", "pPr") => self.paragraph_properties(xml)?,
            ("w", "r") => self.runs.push(self.run_is_hidden(None)),
            ("w", "rPr") => self.run_properties(xml)?,
            ("w" | "m", "t") => self.text(xml)?,
            ("w", "tab" | "ptab" | "br" | "cr") => self.push(" "),
            ("w", "noBreakHyphen") => self.push("-"),
            ("w", "fldChar") => self.fields.step(&element.get("fldCharType").unwrap_or_default()),
            ("w", "footnoteReference") => self.refer(Note::Footnote, element),
            ("w", "endnoteReference") => self.refer(Note::Endnote, element),
            ("w", "footnote") => self.begin_note(xml, Note::Footnote, element)?,
            ("w", "endnote") => self.begin_note(xml, Note::Endnote, element)?,
            ("w", "txbxContent") => self.outer_fields.push(std::mem::take(&mut self.fields)),
            // A text box is given twice: for programs that know the new kind, and for those that know only the old one.
            ("mc", "AlternateContent") => self.forms.push(false),
            ("mc", "Choice" | "Fallback") => match self.forms.last_mut() {
                Some(taken) if !*taken => *taken = true,
                _ => xml.skip()?,
            },
            ("w", "sdt") => self.controls.push(false),
            ("w", "sdtPr") => self.control_properties(xml)?,
            ("w", "sdtContent") if self.controls.last() == Some(&true) => xml.skip()?,
            ("w", "tbl") => self.paragraphs.begin_table(),
            ("w", "tr") => {
                self.paragraphs.begin_row(false);
                self.rows.push(false);
            }
            ("w", "trPr") => self.row_properties(xml)?,
            ("w", "tc") => {
                self.paragraphs.begin_cell(false);
                self.cells.push(OpenCell { columns: 1, hidden: false });
            }
            ("w", "tcPr") => self.cell_properties(xml)?,
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Unreadable> {
        match name {
            "p" => {
                let open = self.open.pop().unwrap_or_default();
                self.paragraphs.end(open.goes_on);
            }
            "r" => {
                self.runs.pop();
            }
            "txbxContent" => self.fields = self.outer_fields.pop().unwrap_or_default(),
            "AlternateContent" => {
                self.forms.pop();
            }
            "sdt" => {
                self.controls.pop();
            }
            "tr" if self.rows.pop() == Some(true) => {
                self.hidden -= 1;
                self.paragraphs.drop_row();
            }
            "tr" => self.paragraphs.end_row(1)?,
            "tc" => {
                let Some(cell) = self.cells.pop() else { return Ok(()) };
                if cell.hidden {
                    self.hidden -= 1;
                    self.paragraphs.drop_cell();
                }
                self.paragraphs.end_cell(cell.columns, 1)?;
            }
            "tbl" => self.paragraphs.end_table(),
            "footnote" | "endnote" => {
                if let Some(interrupted) = self.note.take() {
                    self.paragraphs.end_note(interrupted);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        loop {
            match xml.next()? {
                Some(Token::Text(text)) => self.push(&text),
                Some(Token::Start(_)) => xml.skip()?,
                Some(Token::End(_)) | None => return Ok(()),
            }
        }
    }

    fn paragraph_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        let (mut look, mut own, mut goes_on) = (Look::default(), None, false);
        let styles = self.styles;
        xml.inside(|xml, element| {
            match element.name() {
                ("w", "pPrChange" | "rPrChange" | "sectPr") => xml.skip()?,
                ("w", "pStyle") => look = element.get("val").map(|id| styles.look(&id)).unwrap_or_default(),
                // Of the sign that ends the paragraph.
                ("w", "del" | "moveFrom") => goes_on = true,
                ("w", "vanish") => goes_on |= element.is_on(),
                _ => note_property(&element, &mut own),
            }
            Ok(())
        })?;
        let style = match look.style {
            None | Some(Style::Text | Style::Item) => own.or(look.style),
            named => named,
        };
        self.paragraphs.style(style.unwrap_or_default());
        if let Some(open) = self.open.last_mut() {
            *open = Open { goes_on, hidden: look.hidden.unwrap_or_default() };
        }
        Ok(())
    }

    /// Is the run that begins, or has just begun, hidden? `own`: what its properties say.
    fn run_is_hidden(&self, own: Option<bool>) -> bool {
        let around = self.runs.len().checked_sub(1 + usize::from(own.is_some()));
        let around = around.and_then(|index| self.runs.get(index)).copied().unwrap_or_default();
        around || own.unwrap_or_else(|| self.open.last().is_some_and(|open| open.hidden))
    }

    fn run_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        let (mut own, mut of_style) = (None, None);
        let styles = self.styles;
        xml.inside(|xml, element| {
            match element.name() {
                ("w", "rPrChange") => xml.skip()?,
                ("w", "rStyle") => of_style = element.get("val").and_then(|id| styles.look(&id).hidden),
                // What is crossed out is no longer said.
                ("w", "vanish" | "strike" | "dstrike") => own = Some(element.is_on() || own == Some(true)),
                _ => {}
            }
            Ok(())
        })?;
        if let Some(own) = own.or(of_style) {
            let hidden = self.run_is_hidden(Some(own));
            if let Some(run) = self.runs.last_mut() {
                *run = hidden;
            }
        }
        Ok(())
    }

    fn control_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        let mut placeholder = false;
        xml.inside(|_, element| {
            placeholder |= element.name() == ("w", "showingPlcHdr") && element.is_on();
            Ok(())
        })?;
        if let Some(control) = self.controls.last_mut() {
            *control = placeholder;
        }
        Ok(())
    }

    fn row_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        let paragraphs = &mut self.paragraphs;
        let mut deleted = false;
        xml.inside(|xml, element| {
            match element.name() {
                ("w", "trPrChange") => xml.skip()?,
                ("w", "tblHeader") if element.is_on() => paragraphs.head_row(),
                ("w", "gridBefore") => paragraphs.skip_columns(element.number("val").unwrap_or_default()),
                ("w", "del") => deleted = true,
                _ => {}
            }
            Ok(())
        })?;
        if let Some(row) = self.rows.last_mut().filter(|row| deleted && !**row) {
            *row = true;
            self.hidden += 1;
        }
        Ok(())
    }

    fn cell_properties(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        let (mut columns, mut hidden) = (1, false);
        xml.inside(|xml, element| {
            match element.name() {
                ("w", "tcPrChange") => xml.skip()?,
                ("w", "gridSpan") => columns = element.number("val").unwrap_or(1),
                ("w", "vMerge" | "hMerge") => hidden |= element.get("val").is_none_or(|value| value == "continue"),
                ("w", "cellDel") => hidden = true,
                _ => {}
            }
            Ok(())
        })?;
        if let Some(cell) = self.cells.last_mut() {
            cell.columns = columns;
            if hidden && !cell.hidden {
                cell.hidden = true;
                self.hidden += 1;
            }
        }
        Ok(())
    }

    fn refer(&mut self, kind: Note, element: &Element<'_>) {
        let Some(id) = element.get("id").filter(|_| self.shows()) else { return };
        let count = match kind {
            Note::Footnote => &mut self.footnotes,
            Note::Endnote => &mut self.endnotes,
        };
        self.notes.entry((kind, id.into_owned())).or_insert_with(|| {
            *count += 1;
            *count
        });
    }

    /// Endnotes are numbered after the footnotes. Notes that nothing refers to any more are left out, and so are the
    /// lines above the notes, which the file keeps as notes.
    fn begin_note(&mut self, xml: &mut Xml<'_>, kind: Note, element: &Element<'_>) -> Result<(), Unreadable> {
        let id = element.get("id").unwrap_or_default().into_owned();
        let Some(number) = self.notes.get(&(kind, id)) else { return xml.skip() };
        let number = if kind == Note::Endnote { self.footnotes + number } else { *number };
        if self.note.is_none() {
            self.note = Some(self.paragraphs.begin_note(number));
        }
        Ok(())
    }
}
