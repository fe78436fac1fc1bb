//! The styles of a Word document.

use crate::source::Unreadable;
use crate::source::paragraphs::Style;
use crate::source::xml::{Element, Token, Xml};
use std::collections::HashMap;

/// A style is based on another, that on another; no program makes longer chains.
const CHAIN: usize = 64;

/// What a style does to text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// What it makes of a paragraph.
    pub style: Option<Style>,
    /// Does it hide text, or cross it out?
    pub hidden: Option<bool>,
}

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Look>);

impl Styles {
    /// Reads the part that holds them.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn read(text: &str, part: &str) -> Result<Self, Unreadable> {
        let mut own: HashMap<String, (Look, Option<String>)> = HashMap::new();
        let mut xml = Xml::new(text, Some(part));
        while let Some(token) = xml.next()? {
            let Token::Start(element) = token else { continue };
            if element.name() != ("w", "style") {
                continue;
            }
            let Some(id) = element.get("styleId").map(|id| id.into_owned()) else { continue };
            let (mut hidden, mut named, mut base) = (None, None, None);
            let mut numbering = None;
            xml.inside(|xml, element| {
                match element.name() {
                    ("w", "pPrChange" | "rPrChange") => xml.skip()?,
                    ("w", "name") => {
                        named = element.get("val").and_then(|name| Style::of_name(&name.trim().to_lowercase()));
                    }
                    ("w", "basedOn") => base = element.get("val").map(|id| id.into_owned()),
                    ("w", "vanish" | "strike" | "dstrike") => hidden = Some(element.is_on() || hidden == Some(true)),
                    _ => note_property(&element, &mut numbering),
                }
                Ok(())
            })?;
            // What it is called says more than how it looks: captions may be numbered.
            own.insert(id, (Look { style: named.or(numbering), hidden }, base));
        }
        let resolve = |id: &String| {
            let mut look = Look::default();
            let mut next = Some(id);
            for _ in 0..CHAIN {
                let Some((own, base)) = next.and_then(|id| own.get(id)) else { break };
                look = Look { style: look.style.or(own.style), hidden: look.hidden.or(own.hidden) };
                next = base.as_ref();
            }
            (id.clone(), look)
        };
        Ok(Styles(own.keys().map(resolve).collect()))
    }

    /// What the style of this id does; nothing, if there is none.
    pub fn look(&self, id: &str) -> Look {
        self.0.get(id).copied().unwrap_or_default()
    }
}

/// Notes what a property of a paragraph says of its style: an outline level makes a heading, also of an item.
pub(super) fn note_property(element: &Element<'_>, style: &mut Option<Style>) {
    match element.name() {
        // 9 is body text.
        ("w", "outlineLvl") if element.number("val").is_some_and(|level| level < 9) => *style = Some(Style::Heading),
        // 0 takes a paragraph out of the list of its style.
        ("w", "numId") if *style != Some(Style::Heading) => {
            *style = Some(if element.number("val") == Some(0) { Style::Text } else { Style::Item });
        }
        _ => {}
    }
}
