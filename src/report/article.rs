//! One checked article as reports see it, and what they all say about it in the same words.

mod fact;
mod implied;
mod part;
mod region;
mod said;

pub use part::PartOf;
pub use region::Region;

use super::messages::{Args, Messages};
use super::wording::{Shape, Wording};
use crate::Checked;
use crate::extract::{Claim, ClaimId, Label};
use crate::judge::{Finding, Severity, Standing, Suppressed, Suppressor};
use crate::relate::file::SlotKind;
use crate::relate::{DatePart, Definitions, Filler, Relation};
use crate::source::{Document, Place, Places};
use crate::value::{Decimal, Slip, ValueSet, date_of, decimal_text};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Something that kept an article, or a part of it, from being checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// An error where the article could not be checked at all.
    pub severity: Severity,
    /// What happened.
    pub message: String,
    /// A byte of the text: of a joined article it tells the part that it happened to.
    pub at: usize,
}

/// What every report needs besides the article.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Messages in the language of the reader.
    pub messages: &'a Messages,
    /// The definitions of the relations, for the names of their laws and the kinds of their slots.
    pub definitions: &'a Definitions,
}

/// How many claims stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All claims.
    pub claims: usize,
    /// Confirmed by another figure of the article.
    pub agree: usize,
    /// In a finding.
    pub conflict: usize,
    /// To check by hand.
    pub open: usize,
}

impl Totals {
    /// These and those.
    pub fn plus(self, other: Self) -> Self {
        Totals {
            claims: self.claims + other.claims,
            agree: self.agree + other.agree,
            conflict: self.conflict + other.conflict,
            open: self.open + other.open,
        }
    }

    /// The line of totals.
    pub fn text(self, messages: &Messages) -> String {
        let mut args = Args::new();
        args.set("claims", self.claims);
        args.set("agree", self.agree);
        args.set("conflict", self.conflict);
        args.set("open", self.open);
        messages.format("totals", &args)
    }
}

/// A checked article with everything that is needed to report on it.
pub struct Article<'a> {
    /// The id as the input wrote it: a string, a number, or null where it could not be read.
    pub id: &'a serde_json::Value,
    /// The article.
    pub document: &'a Document,
    /// What was found.
    pub checked: &'a Checked,
    /// What could not be used.
    pub problems: &'a [Problem],
    /// Findings below this are not shown.
    pub min_severity: Severity,
    /// Do reports for people list what is suppressed?
    pub show_suppressed: bool,
    context: Context<'a>,
    places: Places<'a>,
    /// The relations that hold a claim against a newsroom's fact.
    references: FxHashMap<ClaimId, usize>,
}

/// What one claim would have to be.
pub struct RepairText {
    /// The claim.
    pub claim: ClaimId,
    /// What it would have to be.
    pub needed: String,
    /// What it would be if the others are exactly what is written.
    pub written: String,
    /// Is that one figure, as a text would have it?
    pub is_exact: bool,
    /// The slip that explains it, and the figure that was meant.
    pub slip: Option<(Slip, String)>,
}

impl<'a> Article<'a> {
    /// Gathers it.
    pub fn new(
        context: Context<'a>,
        id: &'a serde_json::Value,
        document: &'a Document,
        checked: &'a Checked,
        problems: &'a [Problem],
        min_severity: Severity,
    ) -> Self {
        let (places, references) = (Places::new(document), fact::references(&checked.relations));
        Article { id, document, checked, problems, min_severity, show_suppressed: false, context, places, references }
    }

    /// Messages in the language of the reader.
    pub fn messages(&self) -> &'a Messages {
        self.context.messages
    }

    /// Values in the words of the reader.
    pub fn wording(&self) -> Wording<'a> {
        Wording::new(self.context.messages)
    }

    /// Where it came from: path, or id, or both where one file holds many articles.
    pub fn name(&self) -> String {
        self.document.name()
    }

    /// The claims.
    pub fn claims(&self) -> &'a [Claim] {
        &self.checked.ledger.claims
    }

    /// The findings that are to be shown.
    pub fn findings(&self) -> impl Iterator<Item = &'a Finding> + '_ {
        self.checked.judgement.findings.iter().filter(|finding| finding.severity >= self.min_severity)
    }

    /// The findings that would be shown, were they not suppressed.
    pub fn suppressed(&self) -> impl Iterator<Item = &'a Suppressed> + '_ {
        self.checked.judgement.suppressed.iter().filter(|it| it.finding.severity >= self.min_severity)
    }

    /// Line and column of the comment that suppresses a finding, if one does.
    pub fn suppressor_place(&self, suppressed: &Suppressed) -> Option<(usize, usize)> {
        match &suppressed.by {
            Suppressor::Comment { at, source, .. } => Some(self.places.of_source(*at, source.start)),
            Suppressor::Baseline => None,
        }
    }

    /// Who suppresses a finding, and why.
    pub fn suppressor(&self, suppressed: &Suppressed) -> String {
        let mut args = Args::new();
        if !suppressed.by.reason().is_empty() {
            args.set("reason", printable(suppressed.by.reason()));
        }
        let (line, _) = self.suppressor_place(suppressed).unwrap_or_default();
        args.set("line", line);
        self.messages().format(&format!("suppressed-by-{}", suppressed.by.as_str()), &args)
    }

    /// Where a claim stands; open when nothing was judged.
    pub fn standing(&self, claim: &Claim) -> Standing {
        self.checked.judgement.standings.get(claim.id.0 as usize).copied().unwrap_or_default()
    }

    /// Counts the standings.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals { claims: self.claims().len(), ..Totals::default() };
        for claim in self.claims() {
            match self.standing(claim) {
                Standing::Agrees => totals.agree += 1,
                Standing::Conflicts => totals.conflict += 1,
                Standing::Open => totals.open += 1,
            }
        }
        totals
    }

    /// Places of bytes of the text.
    pub fn places(&self) -> &Places<'a> {
        &self.places
    }

    /// Place of a claim.
    pub fn place(&self, claim: &Claim) -> Place {
        self.places.of(claim.span.start)
    }

    /// The numbers that are no figures, each as written.
    pub fn labels(&self) -> impl Iterator<Item = (&'a Label, &'a str)> + '_ {
        let text = |label: &'a Label| self.document.text.get(label.span.clone()).unwrap_or_default();
        self.checked.ledger.labels.iter().map(move |label| (label, text(label)))
    }

    /// The claim of an id.
    pub fn claim(&self, id: ClaimId) -> Option<&'a Claim> {
        self.checked.ledger.claims.get(id.0 as usize)
    }

    /// A claim as written.
    pub fn text(&self, claim: &Claim) -> &'a str {
        self.document.text.get(claim.span.clone()).unwrap_or_default()
    }

    /// What a claim is about, as written.
    pub fn subject(&self, claim: &Claim) -> Option<&'a str> {
        let subject = claim.context.subject.as_ref()?;
        self.document.text.get(subject.span.clone()).filter(|text| !text.is_empty())
    }

    /// What a cell of a table measures of its subject, as written.
    pub fn measure(&self, claim: &Claim) -> Option<&'a str> {
        self.document.text.get(claim.context.heads.as_ref()?.measure.clone()?)
    }

    /// The sentence that says what does not add up.
    pub fn message(&self, finding: &Finding) -> String {
        let messages = self.context.messages;
        let (args, law) = self.finding_args(finding);
        messages
            .try_format(&finding.rule, law.as_deref(), &args)
            .or_else(|| messages.try_format("finding", None, &args))
            .unwrap_or_else(|| finding.workings.clone())
    }

    /// The span of the text that a finding is shown at: that of its first claim.
    pub fn finding_span(&self, finding: &Finding) -> Range<usize> {
        let first = finding.claims.first().and_then(|id| self.claim(*id));
        first.map_or(0..0, |claim| claim.span.clone())
    }

    /// What each claim of a finding would have to be.
    pub fn repairs(&self, finding: &Finding) -> Vec<RepairText> {
        let relation = self.relation_of(finding);
        let texts = finding.repairs.iter().filter(|repair| !repair.needed.is_all() && !repair.needed.is_empty());
        texts
            .map(|repair| {
                let shape = relation.map_or(Shape::Number, |relation| self.shape(relation, &repair.slot, repair.claim));
                let meant = |meant| self.wording().set(&ValueSet::point(meant), &shape);
                RepairText {
                    claim: repair.claim,
                    needed: self.wording().set(&repair.needed, &shape),
                    written: self.wording().worked_out(&repair.written, &shape),
                    is_exact: repair.written.as_point().is_some_and(|it| shape != Shape::Number || it.is_integer()),
                    slip: repair.slip.map(|(slip, figure)| (slip, meant(figure))),
                }
            })
            .collect()
    }

    fn relation_of(&self, finding: &Finding) -> Option<&'a Relation> {
        self.checked.relations.get(finding.law.0.0 as usize)
    }

    fn slot_kind(&self, relation: &str, slot: &str) -> Option<SlotKind> {
        let definition = self.context.definitions.get(relation)?;
        definition.slot(slot).and_then(|index| definition.slots.get(index)).map(|slot| slot.kind)
    }

    /// The shape of what a slot would have to hold: the claim's own, or that of the part of a date that fills it.
    fn shape(&self, relation: &Relation, slot: &str, claim: ClaimId) -> Shape {
        match relation.filler(slot) {
            Some(Filler::Part(_, DatePart::Weekday)) => Shape::Weekday,
            Some(Filler::Part(_, DatePart::Day | DatePart::Month | DatePart::Year)) => Shape::Part,
            _ => self.claim(claim).map_or(Shape::Number, Shape::of),
        }
    }

    /// What a message may speak of: the slots of the broken law as written (`$rate`), normalised (`$rate-means`) and as
    /// they would have to be if the others are exactly what is written (`$needed-rate`), of the cell of a table the heads of its
    /// row and column (`$rate-row`, `$rate-column`), all figures (`$claims`), the arithmetic (`$workings`) and what tied
    /// them (`$via`).
    fn finding_args(&self, finding: &Finding) -> (Args<'a>, Option<String>) {
        let mut args = Args::new();
        let texts = self.texts(&finding.claims);
        args.set("claims", self.wording().list("and", &shortened(texts)));
        args.set("workings", finding.workings.clone());
        args.set("direction", "other");
        args.set("via", "other");
        let Some(relation) = self.relation_of(finding) else {
            return (args, None);
        };
        args.set("via", relation.via.to_string());
        for (slot, filler) in &relation.slots {
            self.slot_args(&mut args, relation, slot, filler);
            self.head_args(&mut args, slot, filler);
        }
        for repair in &finding.repairs {
            if !repair.needed.is_all() && !repair.needed.is_empty() {
                let shape = self.shape(relation, &repair.slot, repair.claim);
                args.set(format!("needed-{}", repair.slot), self.wording().worked_out(&repair.written, &shape));
            }
        }
        let definition = self.context.definitions.get(&relation.name);
        let law = definition.and_then(|definition| definition.laws.get(finding.law.1)).map(|law| law.name.to_string());
        (args, law)
    }

    fn slot_args(&self, args: &mut Args<'a>, relation: &Relation, slot: &Arc<str>, filler: &Filler) {
        let ledger = &self.checked.ledger;
        let published = || match relation.claims().next() {
            Some(id) => ledger.published_for(id).map(|date| date.to_string()),
            None => ledger.published.map(|date| date.to_string()),
        };
        let (text, means) = match filler {
            Filler::Claims(ids) => {
                let claims: Vec<&Claim> = ids.iter().filter_map(|id| self.claim(*id)).collect();
                let means = |claim: &&Claim| self.wording().claim(claim);
                let means: Vec<String> = claims.iter().map(means).collect();
                (self.wording().list("and", &shortened(self.texts(ids))), self.wording().list("and", &shortened(means)))
            }
            Filler::Part(id, part) => {
                let Some(text) = self.part_text(*id, *part) else {
                    return;
                };
                (text.clone(), text)
            }
            Filler::Of(_, value) => {
                let kind = self.slot_kind(&relation.name, slot);
                let date = date_of(*value).filter(|_| kind == Some(SlotKind::Date)).map(|date| date.to_string());
                let text = date.unwrap_or_else(|| self.wording().number(*value));
                (text.clone(), text)
            }
            Filler::Constant(value) if &**slot == "direction" => {
                let word = if *value == Decimal::ONE {
                    "up"
                } else if *value == Decimal::NEGATIVE_ONE {
                    "down"
                } else {
                    "other"
                };
                (word.to_owned(), decimal_text(*value))
            }
            Filler::Constant(value) if self.slot_kind(&relation.name, slot) == Some(SlotKind::Date) => {
                let date = date_of(*value).map(|date| date.to_string()).unwrap_or_default();
                (date.clone(), date)
            }
            Filler::Constant(value) => (self.wording().number(*value), decimal_text(*value)),
            Filler::Fact(fact) => {
                self.fact_args(args, slot, fact);
                (self.fact_value(fact), self.fact_value(fact))
            }
            Filler::Published => match published() {
                Some(date) => (date.clone(), date),
                None => return,
            },
        };
        args.set(slot.to_string(), text);
        args.set(format!("{slot}-means"), means);
    }

    /// The heads of the row and column of a cell.
    fn head_args(&self, args: &mut Args<'a>, slot: &str, filler: &Filler) {
        let Filler::Claims(ids) = filler else { return };
        let [only] = ids.as_slice() else { return };
        let Some(heads) = self.claim(*only).and_then(|claim| claim.context.heads.as_ref()) else { return };
        for (name, span) in [("row", &heads.row), ("column", &heads.column)] {
            if let Some(text) = span.clone().and_then(|span| self.document.text.get(span)) {
                args.set(format!("{slot}-{name}"), printable(text));
            }
        }
    }

    fn part_text(&self, id: ClaimId, part: DatePart) -> Option<String> {
        let date = self.claim(id)?.date?;
        match part {
            DatePart::Weekday => date.weekday.map(|day| self.wording().weekday(Decimal::from(day))),
            DatePart::Day => date.day.map(|day| day.to_string()),
            DatePart::Month => date.month.map(|month| month.to_string()),
            DatePart::Year => date.year.map(|year| year.to_string()),
        }
    }

    /// Claims as written, each once.
    fn texts(&self, ids: &[ClaimId]) -> Vec<String> {
        ids.iter().filter_map(|id| self.claim(*id)).map(|claim| printable(self.text(claim))).collect()
    }
}

/// Most figures of a list that a message names, and those of a longer one.
const MOST_LISTED: usize = 12;
const FIRST_LISTED: usize = 4;

/// A list short enough to be read: of a long column the first figures and the last.
fn shortened(mut texts: Vec<String>) -> Vec<String> {
    if texts.len() > MOST_LISTED {
        texts.splice(FIRST_LISTED..texts.len() - 1, ["…".to_owned()]);
    }
    texts
}

/// A text for one line of a terminal: white space as single spaces; control characters and marks that turn the direction
/// of writing escaped, so that an article cannot drive the terminal.
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}') {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cannot_drive_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\n\tb\u{202E}"), "a\\u{1b}[31m b\\u{202e}");
    }
}
