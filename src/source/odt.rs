//! OpenDocument texts (ODT): the text as it would be printed with all changes accepted.
//!
//! `meta.xml` is not read: its dates are when somebody wrote or saved the file, not when the text was published, and its
//! language is that of the program.

use super::archive::Archive;
use super::paragraphs::{Interrupted, Paragraphs, Style};
use super::xml::{Element, Token, Xml};
use super::{Document, Unreadable};
use std::collections::HashMap;

/// Where the text stands.
pub(super) const MAIN: &str = "content.xml";
/// Where the styles stand that have names.
const STYLES: &str = "styles.xml";
/// A style has a parent, that one another; no program makes longer chains.
const CHAIN: usize = 64;

/// The article of an OpenDocument text.
///
/// # Errors
/// Where it is no such document, or damaged, or encrypted.
pub(super) fn from_odt(id: String, path: Option<String>, mut archive: Archive) -> Result<Document, Unreadable> {
    let list = archive.text("META-INF/manifest.xml")?;
    if list.is_some_and(|list| list.contains("encryption-data")) {
        return Err(Unreadable { message: "is encrypted: save it without a password".to_owned() });
    }
    let Some(text) = archive.text(MAIN)? else {
        return Err(Unreadable { message: format!("is no OpenDocument text: it has no {MAIN}") });
    };
    let mut styles = Styles::default();
    if let Some(named) = archive.text(STYLES)? {
        let mut xml = Xml::new(&named, Some(STYLES));
        while let Some(token) = xml.next()? {
            if let Token::Start(element) = token {
                styles.note(&mut xml, &element)?;
            }
        }
    }
    let mut story = Story { styles, ..Story::default() };
    story.read(&mut Xml::new(&text, Some(MAIN)))?;
    if !story.is_text {
        return Err(Unreadable { message: "is no OpenDocument text, but another document of OpenDocument".to_owned() });
    }
    Ok(story.paragraphs.document(id, path))
}

/// A style as it is declared.
#[derive(Debug, Default)]
struct Declared {
    parent: Option<String>,
    hidden: Option<bool>,
}

/// The styles of paragraphs, spans and sections.
#[derive(Debug, Default)]
struct Styles {
    declared: HashMap<String, Declared>,
    /// What those mean that were asked for.
    known: HashMap<String, (Style, bool)>,
}

impl Styles {
    /// Notes a style, if the element is one.
    fn note(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Unreadable> {
        if element.name() != ("style", "style") {
            return Ok(());
        }
        let Some(name) = element.get("name").map(|name| name.into_owned()) else { return Ok(()) };
        let mut declared =
            Declared { parent: element.get("parent-style-name").map(|name| name.into_owned()), hidden: None };
        xml.inside(|_, element| {
            if let ("style", "text-properties" | "section-properties") = element.name() {
                let display = element.get("display").map(|display| display == "none");
                // What is crossed out is no longer said.
                let crossed = element.get("text-line-through-style").map(|line| line != "none");
                let hides = display.into_iter().chain(crossed).reduce(|one, other| one || other);
                declared.hidden = hides.or(declared.hidden);
            }
            Ok(())
        })?;
        self.declared.insert(name, declared);
        Ok(())
    }

    /// What the style of this name makes of a paragraph, and whether it hides it.
    fn look(&mut self, name: &str) -> (Style, bool) {
        if let Some(look) = self.known.get(name) {
            return *look;
        }
        let (mut style, mut hidden) = (None, None);
        let mut next = Some(name);
        for _ in 0..CHAIN {
            let Some(name) = next else { break };
            // Signs that such names may not hold are written as their numbers.
            style = style.or_else(|| Style::of_name(&name.replace("_20_", " ").to_lowercase()));
            let Some(declared) = self.declared.get(name) else { break };
            hidden = hidden.or(declared.hidden);
            next = declared.parent.as_deref();
        }
        let look = (style.unwrap_or_default(), hidden.unwrap_or_default());
        self.known.insert(name.to_owned(), look);
        look
    }
}

/// Reads the text of a document.
#[derive(Default)]
struct Story {
    styles: Styles,
    /// Is it a text, and no table or slides?
    is_text: bool,
    paragraphs: Paragraphs,
    /// Of each paragraph and span: is it hidden?
    hidden: Vec<bool>,
    /// How many lists are open around the place, in the cell or note that it is in.
    lists: usize,
    outer_lists: Vec<usize>,
    head_rows: usize,
    /// How many times each row is there, and each cell.
    rows: Vec<usize>,
    cells: Vec<usize>,
    note_count: usize,
    notes: Vec<(Interrupted, Vec<bool>)>,
}

impl Story {
    fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), Unreadable> {
        while let Some(token) = xml.next()? {
            match token {
                Token::Start(element) => self.start(xml, &element)?,
                Token::End(end) => {
                    let (vocabulary, name) = end.name();
                    self.end(vocabulary, name)?;
                }
                Token::Text(text) => self.push(&text),
            }
        }
        Ok(())
    }

    fn push(&mut self, text: &str) {
        if !self.is_hidden() {
            self.paragraphs.push(text);
        }
    }

    fn is_hidden(&self) -> bool {
        self.hidden.last().is_some_and(|hidden| *hidden)
    }

    fn start(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Unreadable> {
        match element.name() {
            ("style", "style") => self.styles.note(xml, element)?,
            // What was deleted; remarks; the signs of notes; guides to the sound of a word; hidden text.
            ("text", "tracked-changes" | "note-citation" | "ruby-text" | "hidden-text" | "script") => xml.skip()?,
            ("office", "annotation" | "forms" | "scripts" | "font-face-decls") => xml.skip()?,
            // They repeat what stands elsewhere, beside page numbers.
            ("text", "table-of-content" | "illustration-index" | "table-index" | "object-index" | "user-index") => {
                xml.skip()?;
            }
            ("text", "alphabetical-index" | "bibliography" | "page-number" | "page-count") => xml.skip()?,
            ("text", "user-field-decls" | "variable-decls" | "sequence-decls") => xml.skip()?,
            // Formulas and embedded files, which are given as a picture, too.
            ("draw", "object" | "object-ole" | "plugin" | "image-map") => xml.skip()?,
            ("text", "section") => {
                let of_style = element.get("style-name").is_some_and(|name| self.styles.look(&name).1);
                if of_style || element.get("display").is_some_and(|display| display == "none") {
                    xml.skip()?;
                }
            }
            ("office", "text") => self.is_text = true,
            ("text", "h" | "p") => self.begin_paragraph(element),
            ("text", "span") => {
                let hides = element.get("style-name").is_some_and(|name| self.styles.look(&name).1);
                self.hidden.push(hides || self.is_hidden());
            }
            ("text", "hidden-paragraph") if element.get("is-hidden").is_some_and(|value| value == "true") => {
                self.paragraphs.style(Style::LeftOut);
            }
            ("text", "s" | "tab" | "line-break") => self.push(" "),
            ("text", "list" | "numbered-paragraph") => self.lists += 1,
            ("text", "note") => {
                self.note_count += 1;
                let interrupted = self.paragraphs.begin_note(self.note_count);
                let hidden = std::mem::take(&mut self.hidden);
                self.notes.push((interrupted, hidden));
                self.outer_lists.push(std::mem::take(&mut self.lists));
            }
            ("draw", "text-box") => self.outer_lists.push(std::mem::take(&mut self.lists)),
            ("table", "table") => self.paragraphs.begin_table(),
            ("table", "table-header-rows") => self.head_rows += 1,
            ("table", "table-row") => {
                self.paragraphs.begin_row(self.head_rows > 0);
                self.rows.push(element.number("number-rows-repeated").unwrap_or(1));
            }
            ("table", "table-cell") => {
                self.paragraphs.begin_cell(false);
                self.cells.push(element.number("number-columns-repeated").unwrap_or(1));
                self.outer_lists.push(std::mem::take(&mut self.lists));
            }
            ("table", "covered-table-cell") => {
                self.paragraphs.skip_columns(element.number("number-columns-repeated").unwrap_or(1));
                xml.skip()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_paragraph(&mut self, element: &Element<'_>) {
        let (style, hides) = element.get("style-name").map_or((Style::Text, false), |name| self.styles.look(&name));
        let style = match (style, element.name().1) {
            (Style::Title | Style::Subtitle | Style::LeftOut, _) => style,
            (_, "h") => Style::Heading,
            (Style::Text, _) if self.lists > 0 => Style::Item,
            _ => style,
        };
        self.paragraphs.begin();
        self.paragraphs.style(style);
        self.hidden.push(hides || self.is_hidden());
    }

    fn end(&mut self, vocabulary: &str, name: &str) -> Result<(), Unreadable> {
        match (vocabulary, name) {
            ("text", "h" | "p") => {
                self.paragraphs.end(false);
                self.hidden.pop();
            }
            ("text", "span") => {
                self.hidden.pop();
            }
            ("text", "list" | "numbered-paragraph") => self.lists = self.lists.saturating_sub(1),
            ("text", "note") => {
                if let Some((interrupted, hidden)) = self.notes.pop() {
                    self.paragraphs.end_note(interrupted);
                    self.hidden = hidden;
                }
                self.lists = self.outer_lists.pop().unwrap_or_default();
            }
            ("draw", "text-box") => self.lists = self.outer_lists.pop().unwrap_or_default(),
            ("table", "table") => self.paragraphs.end_table(),
            ("table", "table-header-rows") => self.head_rows = self.head_rows.saturating_sub(1),
            ("table", "table-row") => {
                let times = self.rows.pop().unwrap_or(1);
                self.paragraphs.end_row(times)?;
            }
            ("table", "table-cell") => {
                // However wide it is: the columns that it covers follow as covered cells.
                let times = self.cells.pop().unwrap_or(1);
                self.paragraphs.end_cell(1, times)?;
                self.lists = self.outer_lists.pop().unwrap_or_default();
            }
            _ => {}
        }
        Ok(())
    }
}
