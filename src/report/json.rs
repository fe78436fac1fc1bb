//! The JSON report: one shape, as an array of articles or one article a line. README.md documents it.

mod reference;

use super::article::{Article, PartOf, Problem};
use super::wording::{Shape, period_of};
use crate::compare::FigureChange;
use crate::extract::{Claim, ClaimId, Label};
use crate::judge::{Finding, Implied, Item, Stake, Standing, Suppressed, Task, Verdict};
use crate::relate::{DatePart, Filler, Relation, Tie};
use crate::source::Place;
use crate::value::{Bound, Hedge, Kind, Reading, Slip, Unit, ValueSet, date_of, decimal_text};
use reference::ReferenceJson;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::ops::Range;
use std::sync::Arc;

/// Raised when a field changes its meaning or goes away; new fields do not raise it.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
struct ArticleJson<'a> {
    schema_version: u32,
    id: &'a serde_json::Value,
    path: Option<&'a str>,
    language: Option<&'a str>,
    published: Option<String>,
    claims: Vec<ClaimJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    labels: Option<Vec<LabelJson<'a>>>,
    relations: Vec<RelationJson<'a>>,
    findings: Vec<FindingJson<'a>>,
    suppressed: Vec<SuppressedJson<'a>>,
    implied: Vec<ImpliedJson>,
    checklist: Vec<TaskJson<'a>>,
    problems: Vec<ProblemJson<'a>>,
    /// Of an article before and after an edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<ChangeJson>>,
    /// Of what was joined from several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartJson<'a>>,
    totals: TotalsJson,
}

#[derive(Serialize)]
struct ClaimJson<'a> {
    id: String,
    kind: Kind,
    text: &'a str,
    span: SpanJson,
    #[serde(flatten)]
    at: PlaceJson<'a>,
    value: Option<String>,
    /// Of a length of time whose days are told: `value` gives these.
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<String>,
    unit: Option<String>,
    per: Option<String>,
    hedge: Option<Hedge>,
    reading: ReadingJson,
    role: &'static str,
    subject: Option<&'a str>,
    period: Option<String>,
    place: Option<&'a str>,
    speaker: Option<&'a str>,
    modality: &'static str,
    via: &'a [Arc<str>],
    standing: Standing,
    /// What the newsroom's table has for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<ReferenceJson<'a>>,
}

/// What an edit did to a figure.
#[derive(Serialize)]
struct ChangeJson {
    change: &'static str,
    old: Option<String>,
    new: Option<String>,
}

/// A part of a joined article.
#[derive(Serialize)]
struct PartJson<'a> {
    id: &'a str,
    path: Option<&'a str>,
    language: Option<&'a str>,
    published: Option<String>,
}

#[derive(Serialize)]
struct LabelJson<'a> {
    text: &'a str,
    span: SpanJson,
    #[serde(flatten)]
    at: PlaceJson<'a>,
    via: &'a str,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

/// Line and column, or for documents without lines null and the number of a paragraph, of a cell or of a note; of a
/// joined article the number of the part, from 1, and its path.
#[derive(Serialize)]
struct PlaceJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<CellJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
}

#[derive(Serialize)]
struct CellJson {
    table: usize,
    row: usize,
    column: usize,
}

impl<'a> PlaceJson<'a> {
    /// The place of a byte of the text.
    fn new(article: &Article<'a>, byte: usize) -> Self {
        let place = article.places().of(byte);
        let (line, column) = place.line_column().unzip();
        let (mut part, mut path) = (None, None);
        if article.is_joined() {
            part = Some(article.document.part_index(byte) + 1);
            path = article.document.part_at(byte).path.as_deref();
        }
        let mut json = PlaceJson { part, path, line, column, paragraph: None, cell: None, note: None, page: None };
        match place {
            Place::Line { .. } => {}
            Place::Paragraph(number) => json.paragraph = Some(number),
            Place::Cell { table, row, column } => json.cell = Some(CellJson { table, row, column }),
            Place::Note(number) => json.note = Some(number),
            Place::Page(number) => json.page = Some(number),
        }
        json
    }
}

/// Bytes of the file as decoded, or of the text of a document that is no text file.
fn span(article: &Article, text: &Range<usize>) -> SpanJson {
    let Range { start, end } = article.document.source_at(text.clone()).1;
    SpanJson { start, end }
}

/// Pairs of ends, lowest first: `[low, high]`, and two more for each further interval of a union. `null` is no end.
#[derive(Serialize)]
struct ReadingJson {
    narrow: Vec<Option<String>>,
    standard: Vec<Option<String>>,
    wide: Vec<Option<String>>,
}

#[derive(Serialize)]
struct RelationJson<'a> {
    id: String,
    relation: &'a str,
    slots: Slots<'a>,
    tie: Tie,
    via: &'a str,
    verdict: &'static str,
}

/// Slots in the order of the relation's definition.
struct Slots<'a>(&'a [(Arc<str>, Filler)]);

impl Serialize for Slots<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, filler) in self.0 {
            let texts = match filler {
                Filler::Claims(ids) => ids.iter().map(ToString::to_string).collect(),
                Filler::Part(id, part) => vec![format!("{id}.{}", part_name(*part))],
                Filler::Of(id, value) => vec![format!("{id}:{}", decimal_text(*value))],
                Filler::Constant(value) => vec![decimal_text(*value)],
                Filler::Published => vec!["published".to_owned()],
                Filler::Fact(fact) => vec![fact.place.to_string()],
            };
            map.serialize_entry(&**name, &texts)?;
        }
        map.end()
    }
}

/// What a unit is counted per.
fn per(unit: &Unit) -> Option<String> {
    unit.per.as_deref().map(str::to_owned)
}

fn part_name(part: DatePart) -> &'static str {
    match part {
        DatePart::Weekday => "weekday",
        DatePart::Day => "day",
        DatePart::Month => "month",
        DatePart::Year => "year",
    }
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'a str,
    severity: &'static str,
    verdict: &'static str,
    message: String,
    #[serde(flatten)]
    at: PlaceJson<'a>,
    claims: Vec<String>,
    relations: Vec<String>,
    workings: &'a str,
    repairs: Vec<RepairJson>,
    fingerprint: &'a str,
}

/// A finding that is not to be told, and why: `comment` with its line and column, or `baseline`.
#[derive(Serialize)]
struct SuppressedJson<'a> {
    #[serde(flatten)]
    finding: FindingJson<'a>,
    suppression: SuppressionJson<'a>,
}

#[derive(Serialize)]
struct SuppressionJson<'a> {
    by: &'static str,
    reason: &'a str,
    line: Option<usize>,
    column: Option<usize>,
}

#[derive(Serialize)]
struct RepairJson {
    claim: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    slip: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    meant: Option<String>,
    why: String,
}

#[derive(Serialize)]
struct ImpliedJson {
    text: String,
    value: Option<String>,
    unit: Option<String>,
    per: Option<String>,
    period: Option<String>,
    relation: String,
    slot: String,
    from: Vec<String>,
}

#[derive(Serialize)]
struct TaskJson<'a> {
    stake: Stake,
    claim: Option<String>,
    text: &'a str,
    span: SpanJson,
    #[serde(flatten)]
    at: PlaceJson<'a>,
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    severity: &'static str,
    message: &'a str,
}

#[derive(Serialize)]
struct TotalsJson {
    claims: usize,
    agree: usize,
    conflict: usize,
    open: usize,
}

/// One article as a line of JSON, without the line break; with its labels where `all` is wanted.
pub fn line(article: &Article, all: bool) -> String {
    let checked = article.checked;
    let totals = article.totals();
    let json = ArticleJson {
        schema_version: SCHEMA_VERSION,
        id: article.id,
        path: article.document.path.as_deref(),
        language: Some(&*checked.language).filter(|code| !code.is_empty()),
        published: checked.ledger.published.map(|date| date.to_string()),
        claims: article.claims().iter().map(|claim| claim_json(article, claim)).collect(),
        labels: all.then(|| labels_json(article)),
        relations: checked.relations.iter().map(|relation| relation_json(article, relation)).collect(),
        findings: article.findings().map(|finding| finding_json(article, finding)).collect(),
        suppressed: article.suppressed().map(|suppressed| suppressed_json(article, suppressed)).collect(),
        implied: article.implied_figures().map(|implied| implied_json(article, implied)).collect(),
        checklist: checked.judgement.checklist.iter().map(|task| task_json(article, task)).collect(),
        problems: article.problems.iter().map(problem_json).collect(),
        changes: checked.changes.as_ref().map(|changes| changes.iter().map(change_json).collect()),
        parts: if article.is_joined() { article.parts().into_iter().map(part_json).collect() } else { vec![] },
        totals: TotalsJson { claims: totals.claims, agree: totals.agree, conflict: totals.conflict, open: totals.open },
    };
    // Strings, numbers and maps with string keys: there is nothing in it that JSON cannot hold.
    serde_json::to_string(&json).unwrap_or_default()
}

fn claim_json<'a>(article: &Article<'a>, claim: &'a Claim) -> ClaimJson<'a> {
    ClaimJson {
        id: claim.id.to_string(),
        kind: claim.kind,
        text: article.text(claim),
        span: span(article, &claim.span),
        at: PlaceJson::new(article, claim.span.start),
        value: claim.stretch.map(|days| days.to_string()).or_else(|| claim.value.as_ref().map(ToString::to_string)),
        length: claim.stretch.and(claim.value.as_ref()).map(ToString::to_string),
        unit: claim.unit.as_ref().map(|unit| unit.code.to_string()),
        per: claim.unit.as_ref().and_then(per),
        hedge: claim.hedge,
        reading: reading_json(&claim.reading, is_date(claim.kind)),
        role: claim.role.as_str(),
        subject: article.subject(claim),
        period: claim.context.period.map(|period| period.to_string()),
        place: claim.context.place.as_deref(),
        speaker: claim.context.speaker.as_deref(),
        modality: claim.context.modality.as_str(),
        via: &claim.via,
        standing: article.standing(claim),
        reference: article.reference(claim.id).map(ReferenceJson::new),
    }
}

fn labels_json<'a>(article: &Article<'a>) -> Vec<LabelJson<'a>> {
    let label = |(label, text): (&'a Label, _)| LabelJson {
        text,
        span: span(article, &label.span),
        at: PlaceJson::new(article, label.span.start),
        via: &label.via,
    };
    article.labels().map(label).collect()
}

fn is_date(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::Datetime)
}

fn reading_json(reading: &Reading, dates: bool) -> ReadingJson {
    ReadingJson {
        narrow: ends(&reading.narrow, dates),
        standard: ends(&reading.standard, dates),
        wide: ends(&reading.wide, dates),
    }
}

fn ends(set: &ValueSet, dates: bool) -> Vec<Option<String>> {
    let text = |bound: Bound| match bound.value()? {
        end if dates => date_of(end).map(|date| date.to_string()),
        end => Some(decimal_text(end)),
    };
    set.intervals().iter().flat_map(|interval| [text(interval.low()), text(interval.high())]).collect()
}

fn relation_json<'a>(article: &Article<'a>, relation: &'a Relation) -> RelationJson<'a> {
    let verdict = article.checked.judgement.verdicts.get(relation.id.0 as usize);
    RelationJson {
        id: relation.id.to_string(),
        relation: &relation.name,
        slots: Slots(&relation.slots),
        tie: relation.tie,
        via: &relation.via,
        verdict: verdict.map_or("unknown", |verdict| verdict.as_str()),
    }
}

fn finding_json<'a>(article: &Article<'a>, finding: &'a Finding) -> FindingJson<'a> {
    let why = article.messages().text("repair-why");
    let repairs = article.repairs(finding).into_iter().map(|repair| {
        let (slip, meant) = repair.slip.unzip();
        RepairJson {
            claim: repair.claim.to_string(),
            text: repair.needed,
            slip: slip.map(Slip::as_str),
            meant,
            why: why.clone(),
        }
    });
    FindingJson {
        rule: &finding.rule,
        severity: finding.severity.as_str(),
        verdict: Verdict::Contradicts.as_str(),
        message: article.message(finding),
        at: PlaceJson::new(article, article.finding_span(finding).start),
        claims: finding.claims.iter().map(ToString::to_string).collect(),
        relations: finding.relations.iter().map(ToString::to_string).collect(),
        workings: &finding.workings,
        repairs: repairs.collect(),
        fingerprint: &finding.fingerprint,
    }
}

fn suppressed_json<'a>(article: &Article<'a>, suppressed: &'a Suppressed) -> SuppressedJson<'a> {
    let (line, column) = article.suppressor_place(suppressed).unzip();
    let by = &suppressed.by;
    SuppressedJson {
        finding: finding_json(article, &suppressed.finding),
        suppression: SuppressionJson { by: by.as_str(), reason: by.reason(), line, column },
    }
}

fn implied_json(article: &Article, implied: &Implied) -> ImpliedJson {
    let hull = article.implied_values(implied).hull();
    let ends = hull.and_then(|hull| Some((hull.low().value()?, hull.high().value()?)));
    let value = match ends {
        Some((low, high)) if article.implied_shape(implied) == Shape::Date => {
            period_of(low, high).map(|period| period.to_string())
        }
        Some((low, high)) if low == high => Some(decimal_text(low)),
        Some((low, high)) => Some(format!("{}..{}", decimal_text(low), decimal_text(high))),
        None => None,
    };
    ImpliedJson {
        text: article.implied(implied),
        value,
        unit: implied.unit.as_ref().map(|unit| unit.code.to_string()),
        per: implied.unit.as_ref().and_then(per),
        period: implied.period.map(|period| period.to_string()),
        relation: implied.relation.to_string(),
        slot: implied.slot.to_string(),
        from: implied.from.iter().map(ToString::to_string).collect(),
    }
}

fn task_json<'a>(article: &Article<'a>, task: &Task) -> TaskJson<'a> {
    let span_of = article.task_span(task);
    let claim = match task.item {
        Item::Claim(id) => Some(id.to_string()),
        Item::Superlative(_) => None,
    };
    let at = PlaceJson::new(article, span_of.start);
    TaskJson { stake: task.stake, claim, text: article.task_text(task), span: span(article, &span_of), at }
}

fn change_json(change: &FigureChange) -> ChangeJson {
    let id = |id: Option<ClaimId>| id.map(|id| id.to_string());
    ChangeJson { change: change.as_str(), old: id(change.before()), new: id(change.after()) }
}

fn part_json(part: PartOf<'_>) -> PartJson<'_> {
    PartJson {
        id: &part.document.id,
        path: part.document.path.as_deref(),
        language: Some(part.language).filter(|code| !code.is_empty()),
        published: part.published.map(|date| date.to_string()),
    }
}

fn problem_json(problem: &Problem) -> ProblemJson<'_> {
    ProblemJson { severity: problem.severity.as_str(), message: &problem.message }
}
