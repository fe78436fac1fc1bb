//! The classes of words that tables are read by; `rules/README.md` says what their words are.

use crate::language::{Class, Language, Segment};

/// Classes of one language.
pub(super) struct TableClasses {
    pub total: Option<Class>,
    pub filler: Option<Class>,
    pub open: Option<Class>,
    pub part: Option<Class>,
    pub other: Option<Class>,
    pub rate: Option<Class>,
    pub change: Option<Class>,
    pub share: Option<Class>,
    pub none: Option<Class>,
    pub scale: Option<Class>,
    pub scale_short: Option<Class>,
    pub note: Option<Class>,
    pub letter: Option<Class>,
    pub modality: Option<Class>,
    pub currency_sign: Option<Class>,
    pub currency: Option<Class>,
    pub unit: Option<Class>,
    pub percent: Option<Class>,
    pub points: Option<Class>,
    pub per: Option<Class>,
    pub people: Option<Class>,
    pub things: Option<Class>,
    pub rounding: Option<Class>,
}

impl TableClasses {
    /// Looks them up.
    pub fn new(language: &Language) -> Self {
        let class = |name| language.lexicon.class(name);
        TableClasses {
            total: class("table-total"),
            filler: class("table-filler"),
            open: class("table-open"),
            part: class("table-part"),
            other: class("table-other"),
            rate: class("table-rate"),
            change: class("table-change"),
            share: class("table-share"),
            none: class("table-none"),
            scale: class("table-scale"),
            scale_short: class("table-scale-short"),
            note: class("table-note"),
            letter: class("table-modality"),
            modality: class("modality"),
            currency_sign: class("currency-sign"),
            currency: class("currency"),
            unit: class("unit"),
            percent: class("percent"),
            points: class("points"),
            per: class("per"),
            people: class("people"),
            things: class("things"),
            rounding: class("rounding-note"),
        }
    }
}

/// The phrase of a class at a token: its end and value.
pub(super) fn phrase<'a>(segment: &'a Segment<'_>, at: usize, class: Option<Class>) -> Option<(usize, &'a str)> {
    let (end, value) = segment.class_at(at, class?)?;
    Some((end, segment.language.lexicon.value(value)))
}

/// Does a phrase of the class stand anywhere in the segment?
pub(super) fn holds(segment: &Segment<'_>, class: Option<Class>) -> bool {
    class.is_some_and(|class| (0..segment.tokens.len()).any(|at| segment.class_at(at, class).is_some()))
}
