//! What the newsroom's table has for a claim.

use crate::facts::Fact;
use crate::judge::Verdict;
use serde::Serialize;

/// The fact that a claim was held against.
#[derive(Serialize)]
pub struct ReferenceJson<'a> {
    /// Table and line.
    row: String,
    subject: &'a str,
    measure: &'a str,
    period: Option<String>,
    value: String,
    unit: Option<String>,
    source: Option<&'a str>,
    verdict: &'static str,
}

impl<'a> ReferenceJson<'a> {
    /// The fact, and what came of it.
    pub fn new((fact, verdict): (&'a Fact, Verdict)) -> Self {
        let filled = |text: String| Some(text).filter(|text| !text.is_empty());
        ReferenceJson {
            row: fact.place.to_string(),
            subject: &fact.subject.name,
            measure: &fact.measure.name,
            period: filled(fact.holds.to_string()),
            value: fact.value.to_string(),
            unit: filled(fact.scale.to_string()),
            source: fact.source.as_deref(),
            verdict: verdict.as_str(),
        }
    }
}
