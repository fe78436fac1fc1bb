//! Articles as wire services send them: pieces with roles, from which a document is made.

use super::paragraphs::{Paragraphs, Style};
use super::{Document, Role, from_text};

/// An article, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Article {
    headline: Option<String>,
    deck: Option<String>,
    byline: Option<String>,
    dateline: Option<String>,
    caption: Option<String>,
    body: Paragraphs,
}

impl Article {
    /// Its headline.
    pub fn headline(&mut self, text: &str) {
        self.headline = Some(text.to_owned());
    }

    /// What stands under it.
    pub fn deck(&mut self, text: &str) {
        self.deck = Some(text.to_owned());
    }

    /// Who wrote it.
    pub fn byline(&mut self, text: &str) {
        self.byline = Some(text.to_owned());
    }

    /// Where and when it was written.
    pub fn dateline(&mut self, text: &str) {
        self.dateline = Some(text.to_owned());
    }

    /// The text of a picture.
    pub fn caption(&mut self, text: &str) {
        self.caption = Some(text.to_owned());
    }

    /// Its paragraphs, to be added to.
    pub fn paragraphs(&mut self) -> &mut Paragraphs {
        &mut self.body
    }

    /// A plain text, cut into paragraphs as a file of it is. Its first line is no headline if the article has its own.
    pub fn body(&mut self, text: &str) {
        let document = from_text(String::new(), None, text.to_owned());
        for block in document.blocks {
            let style = match block.role {
                Role::Headline if self.headline.is_none() => Style::Title,
                Role::Quote => Style::Quote,
                Role::Item => Style::Item,
                _ => Style::Text,
            };
            self.body.add(style, document.text.get(block.span).unwrap_or_default());
        }
    }

    /// The document; none if there is no word in it.
    pub fn document(self, id: &str, path: Option<&str>) -> Option<Document> {
        let mut all = Paragraphs::default();
        let pieces = [
            (Style::Title, self.headline),
            (Style::Subtitle, self.deck),
            (Style::Byline, self.byline),
            (Style::Dateline, self.dateline),
            (Style::Caption, self.caption),
        ];
        for (style, text) in pieces {
            if let Some(text) = text {
                all.add(style, &text);
            }
        }
        all.append(self.body);
        let document = all.document(id.to_owned(), path.map(str::to_owned));
        (!document.blocks.is_empty()).then_some(document)
    }
}

/// The language of a tag: "en" of "en-GB".
pub(super) fn language(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    (!code.is_empty()).then_some(code)
}
