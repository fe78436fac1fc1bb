//! What an article leaves to its reader: the lines of the checklist, and what it implies.

use super::{Args, Article};
use crate::judge::{Implied, Item, Task};
use crate::relate::Filler;
use crate::relate::file::SlotKind;
use crate::report::wording::Shape;
use crate::value::{Decimal, Kind, SpanUnit, ValueSet};
use std::ops::Range;

impl<'a> Article<'a> {
    /// The text of a line of the checklist.
    pub fn task_text(&self, task: &Task) -> &'a str {
        self.document.text.get(self.task_span(task)).unwrap_or_default()
    }

    /// The bytes that a line of the checklist is about.
    pub fn task_span(&self, task: &Task) -> Range<usize> {
        let ledger = &self.checked.ledger;
        match task.item {
            Item::Claim(id) => ledger.get(id).span.clone(),
            Item::Superlative(index) => ledger.superlatives[index].span.clone(),
        }
    }

    /// What an implied figure is.
    pub fn implied(&self, implied: &Implied) -> String {
        self.wording().set(&self.implied_values(implied), &self.implied_shape(implied))
    }

    /// The values of an implied figure in its own unit: laws count in base units.
    pub fn implied_values(&self, implied: &Implied) -> ValueSet {
        match &implied.unit {
            Some(unit) if unit.factor != Decimal::ONE => implied.written.div(&ValueSet::point(unit.factor)),
            _ => implied.written.clone(),
        }
    }

    /// What the values of an implied figure stand for.
    pub fn implied_shape(&self, implied: &Implied) -> Shape {
        let relation = self.checked.relations.get(implied.relation.0 as usize);
        let kind = relation.and_then(|relation| self.slot_kind(&relation.name, &implied.slot));
        match (kind, &implied.unit) {
            (Some(SlotKind::Date), _) => Shape::Date,
            (Some(SlotKind::Duration), _) => Shape::Duration(SpanUnit::Day),
            (Some(SlotKind::Age), _) => Shape::Age,
            (Some(SlotKind::Weekday), _) => Shape::Weekday,
            (Some(SlotKind::Percent | SlotKind::Share), None) => Shape::Share,
            (Some(SlotKind::Percent | SlotKind::Share), Some(_)) => Shape::Percent,
            // From 2 to 1 percent is a point.
            (_, Some(_)) if self.is_of_percent(implied) && &*implied.slot == "difference" => Shape::Points,
            (_, Some(_)) if self.is_of_percent(implied) => Shape::Percent,
            (_, Some(unit)) => Shape::Unit(unit.clone()),
            (_, None) => Shape::Number,
        }
    }

    fn is_of_percent(&self, implied: &Implied) -> bool {
        let mut from = implied.from.iter().filter_map(|id| self.claim(*id));
        from.all(|claim| matches!(claim.kind, Kind::Percent | Kind::Points))
    }

    /// The implied figures whose slots have a name in the reader's language: the others are means to an end.
    pub fn implied_figures(&self) -> impl Iterator<Item = &'a Implied> + '_ {
        self.checked.judgement.implied.iter().filter(|implied| self.slot_name(implied).is_some())
    }

    /// What the slot of an implied figure is called: by its direction, in its relation, or anywhere.
    fn slot_name(&self, implied: &Implied) -> Option<String> {
        let message = |id: String| self.context.messages.try_format(&id, None, &Args::new());
        let relation = self.checked.relations.get(implied.relation.0 as usize)?;
        let turned = match relation.filler("direction") {
            Some(Filler::Constant(sign)) if *sign == Decimal::ONE => message(format!("slot-{}-up", implied.slot)),
            Some(Filler::Constant(sign)) if *sign == Decimal::NEGATIVE_ONE => {
                message(format!("slot-{}-down", implied.slot))
            }
            _ => None,
        };
        let own = || message(format!("slot-{}-{}", relation.name, implied.slot));
        turned.or_else(own).or_else(|| message(format!("slot-{}", implied.slot)))
    }

    /// What an implied figure is about: the slot that it fills, its subject and period.
    pub fn implied_about(&self, implied: &Implied) -> String {
        let subject = implied.from.iter().filter_map(|id| self.claim(*id)).find_map(|claim| self.subject(claim));
        let period = implied.period.map(|period| period.to_string());
        let parts = [self.slot_name(implied), subject.map(str::to_owned), period];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
