//! NewsML-G2, the news in XML of the IPTC: a news item, or a message with several. Texts inside are XHTML, NITF or plain.

use super::moment;
use super::paragraphs::Style;
use super::wire::Article;
use super::xml::{Element, Token, Xml};
use super::{Document, Unreadable};

/// Does XML begin like this?
pub(super) fn is_likely(head: &str) -> bool {
    ["newsItem", "newsMessage"].iter().any(|name| {
        let begins = |start: &str| start.ends_with(['<', ':']);
        head.match_indices(name).any(|(at, _)| begins(&head[..at]))
    })
}

/// The articles of a file.
///
/// # Errors
/// Where it is damaged, or holds no item with a text.
pub(super) fn from_newsml(id: &str, path: Option<&str>, text: &str) -> Result<Vec<Document>, Unreadable> {
    let mut reader = Reader { id, path, documents: vec![], item: None };
    let mut xml = Xml::new(text, None);
    let mut is_news = false;
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(element) => {
                is_news |= matches!(element.name().1, "newsItem" | "newsMessage");
                reader.start(&mut xml, &element)?;
            }
            Token::End(end) => reader.end(end.name().1),
            Token::Text(text) => reader.text(&text),
        }
    }
    if reader.documents.is_empty() {
        let what = if is_news { "holds no text" } else { "is no NewsML-G2: it holds no news item" };
        return Err(Unreadable { message: what.to_owned() });
    }
    Ok(reader.documents)
}

/// What a piece of text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Headline,
    Deck,
    Dateline,
    Byline,
    Caption,
    VersionCreated,
    ContentCreated,
    Plain,
    Html,
}

/// A news item that is being read.
#[derive(Default)]
struct Item {
    id: Option<String>,
    article: Article,
    language: Option<String>,
    /// When this version was made; when the content was.
    version: Option<String>,
    content: Option<String>,
    has_headline: bool,
    has_caption: bool,
    /// The piece that is being read, and its text.
    piece: Option<(Piece, String)>,
    /// Inside of what holds the text itself, how many of the elements are open that style paragraphs.
    body: Option<Vec<Style>>,
    /// Is a paragraph open?
    in_paragraph: bool,
    tables: usize,
}

struct Reader<'a> {
    id: &'a str,
    path: Option<&'a str>,
    documents: Vec<Document>,
    item: Option<Item>,
}

impl Reader<'_> {
    fn start(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Unreadable> {
        let name = element.name().1;
        if name == "newsItem" {
            let id = element.get("guid").map(|id| id.into_owned());
            let tag = element.get("lang").and_then(|tag| moment::language(&tag));
            self.item = Some(Item { id, language: tag, ..Item::default() });
            return Ok(());
        }
        let Some(item) = &mut self.item else { return Ok(()) };
        if item.body.is_some() {
            return item.start(xml, element);
        }
        match name {
            "inlineXML" if has_type(element, "application/xhtml+xml") => item.article.html(xml.source_inside()?),
            "inlineXML" => item.body = Some(vec![]),
            "inlineData" if has_type(element, "text/html") => item.piece = Some((Piece::Html, String::new())),
            "inlineData" if has_type(element, "text/plain") || element.get("contenttype").is_none() => {
                item.piece = Some((Piece::Plain, String::new()));
            }
            "inlineData" | "remoteContent" | "partMeta" => xml.skip()?,
            // What is said of others: they have headlines and descriptions, too.
            "assert" | "inlineRef" | "derivedFrom" | "link" | "subject" | "located" | "creator" | "infoSource" => {
                xml.skip()?;
            }
            // The language of what was written, before that of what is said about it.
            "language" => {
                item.language = element.get("tag").and_then(|tag| moment::language(&tag)).or(item.language.take())
            }
            "headline" if !item.has_headline => item.piece = Some((Piece::Headline, String::new())),
            "dateline" => item.piece = Some((Piece::Dateline, String::new())),
            "by" => item.piece = Some((Piece::Byline, String::new())),
            "description" if !item.has_caption => {
                let is_caption = element.get("role").is_some_and(|role| role.ends_with("caption"));
                let is_summary = element.get("role").is_some_and(|role| role.ends_with("summary"));
                if is_caption || is_summary {
                    let piece = if is_caption { Piece::Caption } else { Piece::Deck };
                    item.piece = Some((piece, String::new()));
                }
            }
            "versionCreated" => item.piece = Some((Piece::VersionCreated, String::new())),
            "contentCreated" => item.piece = Some((Piece::ContentCreated, String::new())),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        let Some(item) = &mut self.item else { return };
        match name {
            "newsItem" => {
                let Some(item) = self.item.take() else { return };
                let moment = item.version.or(item.content).and_then(|text| moment::published(&text));
                if let Some(mut document) = item.article.document(item.id.as_deref().unwrap_or(self.id), self.path) {
                    document.language = item.language;
                    if let Some((day, time)) = moment {
                        (document.published, document.published_time) = (Some(day), time);
                    }
                    self.documents.push(document);
                }
            }
            "inlineXML" => {
                item.end_paragraph();
                item.body = None;
            }
            _ if item.body.is_some() => item.end(name),
            "headline" | "dateline" | "by" | "description" | "versionCreated" | "contentCreated" | "inlineData" => {
                item.end_piece();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(item) = &mut self.item else { return };
        if let Some((_, piece)) = &mut item.piece {
            piece.push_str(text);
        } else if item.body.is_some() {
            item.text(text);
        }
    }
}

/// Is the content of this type?
fn has_type(element: &Element<'_>, kind: &str) -> bool {
    element.get("contenttype").is_some_and(|found| found.starts_with(kind))
}

impl Item {
    fn end_piece(&mut self) {
        let Some((piece, text)) = self.piece.take() else { return };
        if text.trim().is_empty() {
            return;
        }
        match piece {
            Piece::Headline => {
                self.article.headline(&text);
                self.has_headline = true;
            }
            Piece::Deck => self.article.deck(&text),
            Piece::Dateline => self.article.dateline(&text),
            Piece::Byline => self.article.byline(&text),
            Piece::Caption => {
                self.article.caption(&text);
                self.has_caption = true;
            }
            Piece::VersionCreated => self.version = Some(text),
            Piece::ContentCreated => self.content = Some(text),
            Piece::Plain => self.article.body(&text),
            Piece::Html => self.article.html(&text),
        }
    }

    /// An element of the text itself.
    fn start(&mut self, xml: &mut Xml<'_>, element: &Element<'_>) -> Result<(), Unreadable> {
        let name = element.name().1;
        match name {
            // What is said about the text; its foot with the name of the agency; what no reader sees.
            "head" | "script" | "style" | "body.end" | "template" | "noscript" => xml.skip()?,
            // What the item has said already.
            "hedline" | "h1" | "hl1" if self.has_headline && name != "hedline" => xml.skip()?,
            "br" => self.text(" "),
            "table" => {
                self.end_paragraph();
                self.tables += 1;
                self.article.paragraphs().begin_table();
            }
            "tr" if self.tables > 0 => {
                self.end_paragraph();
                self.article.paragraphs().begin_row(false);
            }
            "td" | "th" if self.tables > 0 => {
                self.end_paragraph();
                self.article.paragraphs().begin_cell(name == "th");
                self.open(Style::Text);
            }
            _ => {
                if let Some(style) = style_of(name) {
                    self.end_paragraph();
                    self.open(style);
                }
            }
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "table" => {
                self.end_paragraph();
                self.tables = self.tables.saturating_sub(1);
                self.article.paragraphs().end_table();
            }
            "tr" if self.tables > 0 => {
                self.end_paragraph();
                // A row that is there once is never too much.
                let _ = self.article.paragraphs().end_row(1);
            }
            "td" | "th" if self.tables > 0 => {
                self.close();
                let _ = self.article.paragraphs().end_cell(1, 1);
            }
            _ if style_of(name).is_some() => self.close(),
            _ => {}
        }
    }

    fn open(&mut self, style: Style) {
        let Some(styles) = &mut self.body else { return };
        // A paragraph in a quotation or an item is that.
        let around = styles.last().copied().filter(|_| style == Style::Text).unwrap_or_default();
        styles.push(if style == Style::Text { around } else { style });
    }

    fn close(&mut self) {
        self.end_paragraph();
        if let Some(styles) = &mut self.body {
            styles.pop();
        }
    }

    fn end_paragraph(&mut self) {
        if std::mem::take(&mut self.in_paragraph) {
            self.article.paragraphs().end(false);
        }
    }

    /// Text inside the content: outside of paragraphs it begins one, if it is more than white space.
    fn text(&mut self, text: &str) {
        if !self.in_paragraph {
            if text.trim().is_empty() {
                return;
            }
            self.in_paragraph = true;
            let style = self.body.as_ref().and_then(|styles| styles.last()).copied().unwrap_or_default();
            self.article.paragraphs().begin();
            self.article.paragraphs().style(style);
        }
        self.article.paragraphs().push(text);
    }
}

/// What an element of NITF makes of the text in it, or one of XHTML that does not say that it is; none of one that stands
/// inside paragraphs.
fn style_of(name: &str) -> Option<Style> {
    let style = match name {
        "p" | "div" | "section" | "article" | "body" | "body.content" | "block" | "ul" | "ol" | "dl" | "figure" => {
            Style::Text
        }
        "pre" | "header" | "footer" | "main" | "hedline" | "body.head" | "abstract" | "address" | "note" => Style::Text,
        "h1" | "hl1" => Style::Title,
        "hl2" => Style::Subtitle,
        "h2" | "h3" | "h4" | "h5" | "h6" => Style::Heading,
        "blockquote" | "bq" => Style::Quote,
        "li" | "dt" | "dd" => Style::Item,
        "figcaption" | "caption" | "media-caption" => Style::Caption,
        "byline" => Style::Byline,
        "dateline" => Style::Dateline,
        _ => return None,
    };
    Some(style)
}
