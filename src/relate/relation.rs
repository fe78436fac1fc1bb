//! `Relation`: figures tied to each other, and how firmly.

use crate::extract::ClaimId;
use crate::facts::Fact;
use crate::value::Decimal;
use serde::Serialize;
use std::sync::Arc;

/// Index of a relation in its article; shown to users as `r1`, `r2`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationId(pub u32);

impl std::fmt::Display for RelationId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "r{}", self.0 + 1)
    }
}

/// How firmly the text ties the figures, weakest first. A finding is as severe as its weakest tie allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// Same subject somewhere else in the article.
    Far,
    /// Kind, unit and nearness alone: it confirms where the law holds, and accuses only where a slip of one figure would
    /// make it hold.
    Supposed,
    /// A slip of the keys sets two figures apart that the same words stand around. No guard excuses it: what a guard explains
    /// differs by more than the order of digits.
    Slip,
    /// A fact of the newsroom's table, where the text does not say that it speaks of the same time.
    Undated,
    /// Same subject in a neighbouring sentence.
    Neighbour,
    /// Same sentence.
    SameSentence,
    /// Same clause.
    SameClause,
    /// The text points back: "those 34", "tersebut".
    Anaphor,
    /// The grammar says so.
    Construction,
}

/// What fills a slot of a relation.
#[derive(Clone, Debug, PartialEq)]
pub enum Filler {
    /// One claim, or several in a list slot.
    Claims(Vec<ClaimId>),
    /// A part of a date claim as written (the weekday of "Thursday, 12 October 2023").
    Part(ClaimId, DatePart),
    /// A number that the program reads off a claim: how many digits it has, on which day it begins.
    Of(ClaimId, Decimal),
    /// A value that a word gave: +1 of "rose", −1 of "fell".
    Constant(Decimal),
    /// The publication date.
    Published,
    /// What the newsroom's table has.
    Fact(Arc<Fact>),
}

impl Filler {
    /// The claims that it speaks of.
    pub fn claims(&self) -> &[ClaimId] {
        match self {
            Filler::Claims(ids) => ids.as_slice(),
            Filler::Part(id, _) | Filler::Of(id, _) => std::slice::from_ref(id),
            Filler::Constant(_) | Filler::Published | Filler::Fact(_) => &[],
        }
    }
}

/// A part of a date, as laws of the calendar take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DatePart {
    /// 1 = Monday … 7 = Sunday.
    Weekday,
    /// Day of the month.
    Day,
    /// Month 1–12.
    Month,
    /// Year.
    Year,
}

/// Figures tied by a relation of `rules/relations`.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// Its place among the article's relations.
    pub id: RelationId,
    /// Name of the relation (`change`, `sum`, …).
    pub name: Arc<str>,
    /// Slot name and filler, in the order of the relation's definition. Slots that are missing are unknowns.
    pub slots: Vec<(Arc<str>, Filler)>,
    /// How firmly.
    pub tie: Tie,
    /// The construction or link that made it: an entry of the language pack, or the link's name.
    pub via: Arc<str>,
    /// Classes of guard words that stand in the same sentence(s) and that checks may name.
    pub guards: Vec<Arc<str>>,
}

impl Relation {
    /// The filler of a slot, if the text gave one.
    pub fn filler(&self, slot: &str) -> Option<&Filler> {
        self.slots.iter().find(|(name, _)| &**name == slot).map(|(_, filler)| filler)
    }

    /// The same relation of a ledger in which so many relations and claims stand before its own.
    pub fn shifted(mut self, relations: u32, claims: u32) -> Self {
        self.id.0 += relations;
        for (_, filler) in &mut self.slots {
            match filler {
                Filler::Claims(ids) => ids.iter_mut().for_each(|id| id.0 += claims),
                Filler::Part(id, _) | Filler::Of(id, _) => id.0 += claims,
                Filler::Constant(_) | Filler::Published | Filler::Fact(_) => {}
            }
        }
        self
    }

    /// Every claim that fills a slot, in slot order.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> + '_ {
        self.slots.iter().flat_map(|(_, filler)| filler.claims()).copied()
    }
}
