//! Articles as wire services send them: pieces with roles, from which a document is made.

use super::html::write_fragment;
use super::paragraphs::{Paragraphs, Style};
use super::{Builder, Document, Role, from_text};

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

    /// A plain text, cut into paragraphs as a file of it is.
    pub fn body(&mut self, text: &str) {
        self.take(&from_text(String::new(), None, text.to_owned()));
    }

    /// A piece of HTML.
    pub fn html(&mut self, html: &str) {
        let mut builder = Builder::new();
        write_fragment(&mut builder, html, 0..html.len(), Role::Body, &mut 0);
        self.take(&builder.markup(String::new(), None, String::new()));
    }

    /// The paragraphs of a document. Its headline is one only if the article has none, and else what repeats that.
    fn take(&mut self, document: &Document) {
        for block in &document.blocks {
            let text = document.text.get(block.span.clone()).unwrap_or_default();
            let style = match block.role {
                Role::Headline if self.headline.is_none() => Style::Title,
                Role::Quote => Style::Quote,
                Role::Item => Style::Item,
                Role::Caption => Style::Caption,
                _ => Style::Text,
            };
            let said = self.headline.as_ref().is_some_and(|headline| headline.trim() == text.trim());
            if !said {
                self.body.add(style, block.cell, text);
            }
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
                all.add(style, None, &text);
            }
        }
        all.append(self.body);
        let document = all.document(id.to_owned(), path.map(str::to_owned));
        (!document.blocks.is_empty()).then_some(document)
    }
}
