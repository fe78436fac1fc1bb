//! Word documents (DOCX, OOXML): the text as it would be printed with all changes accepted.
//!
//! Of the properties of the document nothing is read: the dates in `docProps/core.xml` are when somebody wrote or saved
//! it, not when it was published; its title is often that of the file it was copied from, and its language that of the
//! program.

mod story;
mod styles;

use super::archive::Archive;
use super::xml::{Token, Xml};
use super::{Document, Unreadable};
use story::{Note, Story};
use styles::Styles;

/// Where the text stands unless the archive says otherwise.
pub(super) const MAIN: &str = "word/document.xml";

/// What every such archive has, wherever its text stands.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// The article of a Word document.
///
/// # Errors
/// Where it is no such document, or damaged.
pub(super) fn from_docx(id: String, path: Option<String>, mut archive: Archive) -> Result<Document, Unreadable> {
    let main = related(&mut archive, "", "officeDocument")?.unwrap_or_else(|| MAIN.to_owned());
    let Some(text) = archive.text(&main)? else {
        return Err(Unreadable { message: format!("is no Word document: it has no {main}") });
    };
    if Xml::new(&text, Some(&main)).outermost()?.is_none_or(|element| element.name() != ("w", "document")) {
        return Err(Unreadable { message: "is no Word document, but another one of Microsoft Office".to_owned() });
    }
    let styles = match related(&mut archive, &main, "styles")? {
        Some(part) => archive.text(&part)?.map(|text| Styles::read(&text, &part)).transpose()?.unwrap_or_default(),
        None => Styles::default(),
    };
    let mut story = Story::new(&styles);
    story.read(&mut Xml::new(&text, Some(&main)))?;
    for kind in [Note::Footnote, Note::Endnote] {
        if !story.refers_to(kind) {
            continue;
        }
        let Some(part) = related(&mut archive, &main, kind.part())? else { continue };
        if let Some(text) = archive.text(&part)? {
            story.read(&mut Xml::new(&text, Some(&part)))?;
        }
    }
    Ok(story.finish().document(id, path))
}

/// The part that another part, or the archive itself, names as that of a kind.
fn related(archive: &mut Archive, part: &str, kind: &str) -> Result<Option<String>, Unreadable> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let in_folder = |name: &str| if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    let list = in_folder(&format!("_rels/{file}.rels"));
    let Some(text) = archive.text(&list)? else { return Ok(None) };
    let mut found = None;
    let mut xml = Xml::new(&text, Some(&list));
    while let Some(token) = xml.next()? {
        let Token::Start(element) = token else { continue };
        if found.is_none() && element.get("Type").is_some_and(|name| name.rsplit('/').next() == Some(kind)) {
            found = element.get("Target").map(|target| match target.strip_prefix('/') {
                Some(target) => target.to_owned(),
                None => in_folder(&target),
            });
        }
    }
    Ok(found.filter(|part| archive.has(part)))
}
