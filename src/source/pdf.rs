//! The text of a PDF, as `pdftotext -bbox-layout` of poppler gives it: pages, blocks, lines and words with their places.

use super::text::mark_headline;
use super::xml::{Element, Token, Xml};
use super::{Builder, Document, Place, Role, Unreadable};

/// A word of digits that is less than this part of its line's height is the mark of a note.
const SMALL: f64 = 0.75;

/// A block of a page: words of one column that belong together, a paragraph as a rule.
struct Block {
    page: usize,
    text: String,
}

/// The article of a PDF.
///
/// # Errors
/// Where it is no such text.
pub(super) fn from_pdf(id: String, path: Option<String>, text: &str) -> Result<Document, Unreadable> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut page = 0;
    let (mut line, mut word) = (0.0, 0.0);
    let mut in_word = false;
    let mut line_begins = false;
    let mut xml = Xml::new(text, None);
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(element) => match element.name().1 {
                "head" => xml.skip()?,
                "page" => page += 1,
                "block" => blocks.push(Block { page, text: String::new() }),
                "line" => {
                    line = height(&element);
                    line_begins = true;
                }
                "word" => {
                    word = height(&element);
                    in_word = true;
                }
                _ => {}
            },
            Token::End(end) if end.name().1 == "word" => in_word = false,
            Token::Text(text) if in_word => {
                let is_mark = word < line * SMALL && text.chars().all(|sign| sign.is_ascii_digit());
                let Some(block) = blocks.last_mut().filter(|_| !is_mark) else { continue };
                block.add(&text, line_begins);
                line_begins = false;
            }
            _ => {}
        }
    }
    let mut builder = Builder::new();
    for (index, block) in blocks.iter().enumerate() {
        let is_edge = |other: Option<&Block>| other.is_none_or(|other| other.page != block.page);
        let at_edge = is_edge(blocks.get(index + 1)) || is_edge(index.checked_sub(1).and_then(|at| blocks.get(at)));
        // The number of the page.
        if at_edge && block.text.chars().all(|sign| sign.is_ascii_digit()) {
            continue;
        }
        builder.open(Role::Body, None, Some(Place::Page(block.page)));
        builder.add(&block.text);
    }
    let mut document = builder.parts(id, path);
    mark_headline(&document.text, &mut document.blocks);
    Ok(document)
}

impl Block {
    /// Adds a word. One that was broken at the end of a line is put together again; of a compound word that was, the
    /// hyphen is lost, but not that between a figure and its unit.
    fn add(&mut self, word: &str, line_begins: bool) {
        let broken = self.text.strip_suffix(['-', '\u{ad}', '\u{2010}']);
        let broken = broken.filter(|start| line_begins && start.ends_with(char::is_alphabetic));
        match broken.map(str::len).filter(|_| word.starts_with(char::is_lowercase)) {
            Some(length) => self.text.truncate(length),
            None if self.text.is_empty() => {}
            None if line_begins && self.text.ends_with('-') => {}
            None => self.text.push(' '),
        }
        self.text.push_str(word);
    }
}

/// The height of a line or word, in points.
fn height(element: &Element<'_>) -> f64 {
    let edge = |name: &str| element.get(name).and_then(|value| value.parse::<f64>().ok()).unwrap_or_default();
    edge("yMax") - edge("yMin")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[(&str, u32)]) -> String {
        let word = |(text, height): &(&str, u32)| format!("<word yMin=\"0\" yMax=\"{height}\">{text}</word>");
        words.iter().map(word).collect()
    }

    #[test]
    fn blocks_are_paragraphs_and_marks_of_notes_are_none_of_their_words() {
        let line = |text: &str| format!("<line yMin=\"0\" yMax=\"15\">{text}</line>");
        let first = line(&words(&[("Wages", 15), ("of", 15), ("$40.1", 15), ("mil-", 15)]));
        let second = line(&words(&[("lion", 15), ("in", 15), ("2023.", 15), ("1", 9), ("Up", 15), ("5-", 15)]));
        let third = line(&words(&[("year", 15), ("high", 15)]));
        let text = format!(
            "<html><head><title>No</title></head><body><doc><page><flow><block>{}</block></flow></page><page><flow>\
             <block>{first}{second}{third}</block><block>{}</block></flow></page></doc></body></html>",
            line(&words(&[("Title", 15), ("&amp;", 15)])),
            line(&words(&[("7", 15)])),
        );
        let document = from_pdf("a".to_owned(), None, &text).unwrap();
        assert_eq!(document.text, "Title &\nWages of $40.1 million in 2023. Up 5-year high\n");
        let super::super::Origin::Parts(places) = document.origin else { panic!("it has lines") };
        assert_eq!(places, [Place::Page(1), Place::Page(2)]);
    }
}
