//! The elements of HTML, as far as it matters what they are, and what leaves an element out of an article.

use super::tokens::{Key, Tag};

macro_rules! names {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// The name of an element.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Name {
            $($variant,)*
            /// Any other: it neither parts text nor means anything.
            #[default]
            Other,
        }

        impl Name {
            /// How many there are.
            pub const COUNT: usize = Name::Other as usize + 1;

            /// The element of a name, which the tokenizer has put into lower case.
            pub fn of(name: &[u8]) -> Name {
                match name {
                    $($name => Name::$variant,)*
                    _ => Name::Other,
                }
            }
        }
    };
}

names! {
    P b"p", Div b"div", A b"a", Span b"span", Li b"li", Br b"br", Img b"img", Td b"td", Tr b"tr", Th b"th",
    H1 b"h1", H2 b"h2", H3 b"h3", H4 b"h4", H5 b"h5", H6 b"h6", Ul b"ul", Ol b"ol", Section b"section",
    Article b"article", Main b"main", Header b"header", Footer b"footer", Nav b"nav", Aside b"aside",
    Figure b"figure", Figcaption b"figcaption", Blockquote b"blockquote", Table b"table", Caption b"caption",
    Thead b"thead", Tbody b"tbody", Tfoot b"tfoot", Dl b"dl", Dt b"dt", Dd b"dd", Pre b"pre", Code b"code",
    Html b"html", Head b"head", Body b"body", Title b"title", Meta b"meta", Script b"script", Style b"style",
    Noscript b"noscript", Template b"template", Time b"time", Sup b"sup", Sub b"sub", Q b"q", Del b"del", S b"s",
    Strike b"strike", Form b"form", Button b"button", Select b"select", Option b"option", Textarea b"textarea",
    Input b"input", Label b"label", Fieldset b"fieldset", Legend b"legend", Svg b"svg", Math b"math", Iframe b"iframe", Object b"object",
    Video b"video", Audio b"audio", Canvas b"canvas", Dialog b"dialog", Menu b"menu", Address b"address",
    Center b"center", Details b"details", Summary b"summary", Hgroup b"hgroup", Hr b"hr", Search b"search",
    Rt b"rt", Rp b"rp", Noembed b"noembed", Noframes b"noframes", Area b"area", Base b"base", Col b"col",
    Embed b"embed", Link b"link", Param b"param", Source b"source", Track b"track", Wbr b"wbr", Dir b"dir",
}

impl Name {
    /// Has it no content and no end tag?
    pub fn is_void(self) -> bool {
        use Name::*;
        matches!(self, Area | Base | Br | Col | Embed | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr)
    }

    /// Does it part the text before it from the text in it, and that from the text after it?
    pub fn is_block(self) -> bool {
        use Name::*;
        matches!(
            self,
            P | Div
                | Li
                | Td
                | Tr
                | Th
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Ul
                | Ol
                | Section
                | Article
                | Main
                | Header
                | Footer
                | Nav
                | Aside
                | Figure
                | Figcaption
                | Blockquote
                | Table
                | Caption
                | Thead
                | Tbody
                | Tfoot
                | Dl
                | Dt
                | Dd
                | Pre
                | Html
                | Head
                | Body
                | Form
                | Fieldset
                | Legend
                | Dialog
                | Menu
                | Address
                | Center
                | Details
                | Summary
                | Hgroup
                | Hr
                | Search
                | Option
                | Textarea
                | Dir
                | Iframe
                | Title
        )
    }

    /// Does its start end an open paragraph?
    pub fn ends_paragraph(self) -> bool {
        use Name::*;
        self.is_block()
            && !matches!(
                self,
                Td | Tr
                    | Th
                    | Caption
                    | Thead
                    | Tbody
                    | Tfoot
                    | Html
                    | Head
                    | Body
                    | Option
                    | Textarea
                    | Iframe
                    | Title
                    | Legend
            )
    }

    /// Does it hold parts of a text, rather than being one?
    pub fn is_container(self) -> bool {
        use Name::*;
        !self.is_heading()
            && !matches!(self, P | Li | Dt | Dd | Blockquote | Pre | Figure | Figcaption | Caption | Address | A)
    }

    /// Is it a heading?
    pub fn is_heading(self) -> bool {
        use Name::*;
        matches!(self, H1 | H2 | H3 | H4 | H5 | H6)
    }

    /// Is it never part of what an article says? `<form>` is none of these: some sites put the whole page into one.
    pub fn is_no_text(self) -> bool {
        use Name::*;
        matches!(
            self,
            Head | Title
                | Script
                | Style
                | Noscript
                | Template
                | Nav
                | Aside
                | Footer
                | Button
                | Select
                | Option
                | Textarea
                | Svg
                | Math
                | Iframe
                | Object
                | Video
                | Audio
                | Canvas
                | Dialog
                | Menu
                | Search
                | Del
                | S
                | Strike
                | Rt
                | Rp
                | Noembed
                | Noframes
        )
    }
}

/// Words of class names and ids for what stands around articles, whatever else the name says.
const AROUND: [&str; 47] = [
    "related",
    "relateds",
    "recommended",
    "recommendation",
    "recommendations",
    "recirc",
    "recirculation",
    "newsletter",
    "newsletters",
    "subscribe",
    "subscription",
    "signup",
    "share",
    "sharing",
    "sharebar",
    "social",
    "socials",
    "comment",
    "comments",
    "disqus",
    "outbrain",
    "taboola",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "ad",
    "ads",
    "adsense",
    "adslot",
    "sponsor",
    "sponsored",
    "promo",
    "promoted",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "pager",
    "trending",
    "mostread",
    "paywall",
    "tags",
    "taglist",
];

/// Words for the same that other words take back: `sidebar` alone, but not `content-sidebar`.
const AROUND_ALONE: [&str; 13] = [
    "sidebar",
    "navbar",
    "navigation",
    "nav",
    "menu",
    "footer",
    "toolbar",
    "popup",
    "modal",
    "overlay",
    "popular",
    "banner",
    "skip",
];

/// Words that say what an element only has, or that it holds the text after all.
const QUALIFIERS: [&str; 9] = ["has", "with", "no", "without", "is", "enabled", "disabled", "hentry", "post"];
const OF_TEXT: [&str; 10] =
    ["article", "body", "content", "main", "story", "entry", "text", "page", "container", "wrapper"];

/// Roles of ARIA that are no article.
const AROUND_ROLES: [&str; 13] = [
    "navigation",
    "banner",
    "contentinfo",
    "complementary",
    "search",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "toolbar",
    "button",
    "tablist",
    "form",
];

/// Words of class names for text that is only read out.
const UNSEEN: [[&str; 2]; 3] = [["sr", "only"], ["visually", "hidden"], ["screen", "reader"]];

/// Is the element hidden, by its attributes?
fn is_hidden(tag: &Tag) -> bool {
    let style = || {
        let style: String = tag.value(Key::Style).chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    let unseen = || {
        let class = tag.value(Key::Class);
        let pair = |(word, next): (&str, &str)| {
            let is =
                |[first, second]: &[&str; 2]| word.eq_ignore_ascii_case(first) && next.eq_ignore_ascii_case(second);
            UNSEEN.iter().any(is)
        };
        words(class).zip(words(class).skip(1)).any(pair) || words(class).any(|word| word == "visuallyhidden")
    };
    tag.attribute(Key::Hidden).is_some()
        || tag.value(Key::AriaHidden).eq_ignore_ascii_case("true")
        || style()
        || unseen()
}

/// Is the element no part of an article, by what it is or says of itself? `by_class`: are class names believed?
pub fn is_left_out(tag: &Tag, by_class: bool) -> bool {
    let role = tag.value(Key::Role);
    tag.name.is_no_text() || is_hidden(tag) || is_one_of(role, &AROUND_ROLES) || by_class && is_around(tag)
}

/// Do class names and id say that it stands around the article?
fn is_around(tag: &Tag) -> bool {
    use Name::*;
    if matches!(tag.name, Html | Body | Article | Main | H1 | Td | Th | Tr | Table | Tbody | Thead) {
        return false;
    }
    let (mut around, mut alone, mut of_text) = (false, false, false);
    for word in words(tag.value(Key::Class)).chain(words(tag.value(Key::Id))) {
        if is_one_of(word, &QUALIFIERS) {
            return false;
        }
        around |= is_one_of(word, &AROUND);
        alone |= is_one_of(word, &AROUND_ALONE);
        of_text |= is_one_of(word, &OF_TEXT);
    }
    around || alone && !of_text
}

/// The words of a class name or id: `relatedLinks`, `related-links` and `related_links` have two.
pub fn words(value: &str) -> impl Iterator<Item = &str> {
    value.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(|part| {
        let mut rest = part;
        std::iter::from_fn(move || {
            let border = |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
            let end = rest.as_bytes().windows(2).position(border).map_or(rest.len(), |at| at + 1);
            let (word, tail) = rest.split_at(end);
            rest = tail;
            (!word.is_empty()).then_some(word)
        })
    })
}

/// Is a word one of these, in whatever case?
pub fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_names_have_words() {
        let of = |value| words(value).collect::<Vec<_>>();
        assert_eq!(
            of("related-links  Page__sideBar adSlot2 é"),
            ["related", "links", "Page", "side", "Bar", "ad", "Slot2"]
        );
        assert_eq!(of(""), [] as [&str; 0]);
    }
}
