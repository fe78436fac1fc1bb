//! The unit that a head or caption gives its cells: "($ million)", "in thousands of tonnes", "Rp miliar", "%".

use super::classes::{TableClasses, phrase};
use crate::extract::make::Units;
use crate::language::{Segment, TokenKind};
use crate::value::{Decimal, Kind, Unit, exact_mul};
use std::ops::Range;

/// What the figures of cells are counted in.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Note {
    /// The unit.
    pub unit: Option<Unit>,
    /// What one stands for, where the note says so.
    pub magnitude: Option<Decimal>,
    /// Percent, points, money or a quantity; a plain number where there is no unit.
    pub kind: Option<Kind>,
    /// Does it name people or things that are counted?
    pub counted: bool,
}

impl Note {
    /// This note with what it leaves open taken from a wider one.
    pub fn or(self, wider: Note) -> Note {
        let money = |unit: &Unit| unit.dimension.starts_with("money");
        match &self.unit {
            // Percentages of millions of dollars are percentages.
            Some(unit) if !money(unit) || wider.unit.as_ref().is_some_and(|wider| wider != unit) => self,
            _ => Note {
                magnitude: self.magnitude.or(wider.magnitude),
                kind: self.kind.or(wider.kind),
                counted: self.counted || wider.counted,
                unit: self.unit.or(wider.unit),
            },
        }
    }
}

/// The note of a head or caption, with its tokens.
pub(super) fn note(segment: &Segment<'_>, classes: &TableClasses, units: &Units) -> Option<(Note, Range<usize>)> {
    let tokens = segment.tokens.len();
    let reader = Reader { segment, classes, units };
    for open in (0..tokens).filter(|at| segment.word(*at) == "(") {
        let close = (open + 1..tokens).find(|at| segment.word(*at) == ")")?;
        if let Some(note) = reader.parse(open + 1..close) {
            return Some((note, open..close + 1));
        }
    }
    // "Sales, $ million", "in Rp miliar": the longest end of the head that is nothing else.
    let begins = |at: usize| {
        let symbol = segment.tokens[at].kind == TokenKind::Symbol;
        // "Up 5%" is a figure.
        let behind_digits = at > 0 && segment.tokens[at - 1].kind == TokenKind::Digits;
        let apart = at == 0 || matches!(segment.word(at - 1), "," | "-" | "–" | ":" | ";");
        let says = phrase(segment, at, classes.note).is_some() || phrase(segment, at, classes.scale).is_some();
        !behind_digits && (apart || symbol || says)
    };
    // A caption may end with a stop.
    let end = tokens - usize::from(tokens > 0 && segment.word(tokens - 1) == ".");
    let says = |note: &Note| note.unit.is_some() || note.magnitude.is_some();
    (0..end).filter(|at| begins(*at)).find_map(|at| Some((reader.parse(at..end).filter(says)?, at..tokens)))
}

struct Reader<'a, 's> {
    segment: &'a Segment<'s>,
    classes: &'a TableClasses,
    units: &'a Units,
}

impl Reader<'_, '_> {
    /// A note that takes up all of the tokens.
    fn parse(&self, tokens: Range<usize>) -> Option<Note> {
        let classes = self.classes;
        let mut note = Note::default();
        let mut at = tokens.start;
        while at < tokens.end {
            let read = |class| phrase(self.segment, at, class).filter(|(end, _)| *end <= tokens.end);
            if let Some((end, scale)) = read(classes.scale) {
                note.scale(scale)?;
                at = end;
            } else if let Some((end, code)) = read(classes.currency_sign).or_else(|| read(classes.currency)) {
                let (code, part) = code.split_once(' ').unwrap_or((code, "1"));
                let unit = Unit {
                    code: code.into(),
                    dimension: format!("money:{code}").into(),
                    factor: Decimal::ONE,
                    per: None,
                };
                note.unit(unit, Kind::Money)?;
                if part != "1" {
                    note.scale(part)?;
                }
                at = end;
                // "$m": the letter is a scale beside a sign alone.
                let short = phrase(self.segment, at, classes.scale_short).filter(|(end, _)| *end <= tokens.end);
                if let Some((end, scale)) = short {
                    note.scale(scale)?;
                    at = end;
                }
            } else if let Some((end, _)) = read(classes.percent) {
                note.unit(self.units.get("%")?.clone(), Kind::Percent)?;
                at = end;
            } else if let Some((end, code)) = read(classes.points) {
                note.unit(self.units.get(code)?.clone(), Kind::Points)?;
                at = end;
            } else if let Some((end, code)) = read(classes.unit) {
                note.unit(self.units.get(code)?.clone(), Kind::Quantity)?;
                at = end;
            } else if let Some((end, _)) = read(classes.people).or_else(|| read(classes.things)) {
                note.counted = true;
                at = end;
            } else if let Some((end, _)) = read(classes.note) {
                at = end;
            } else if let (Some(unit), Some((end, per))) = (
                &mut note.unit,
                (self.segment.word(at) == "/").then(|| phrase(self.segment, at + 1, classes.per)).flatten(),
            ) && end <= tokens.end
            {
                unit.per = Some(per.into());
                at = end;
            } else if matches!(self.segment.word(at), "," | "." | "'" | "’") {
                at += 1;
            } else {
                return None;
            }
        }
        (note.unit.is_some() || note.magnitude.is_some() || note.counted).then_some(note)
    }
}

impl Note {
    fn scale(&mut self, scale: &str) -> Option<()> {
        let scale: Decimal = scale.parse().ok()?;
        self.magnitude = Some(exact_mul(self.magnitude.unwrap_or(Decimal::ONE), scale)?);
        Some(())
    }

    /// A second unit is no unit: "kg, km".
    fn unit(&mut self, unit: Unit, kind: Kind) -> Option<()> {
        if self.unit.is_some() {
            return None;
        }
        (self.unit, self.kind) = (Some(unit), Some(kind));
        Some(())
    }
}
