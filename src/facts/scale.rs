//! What the value of a fact is counted in.

use crate::extract::{Claim, Units};
use crate::nearest::did_you_mean;
use crate::value::{Kind, SpanUnit, Unit};
use std::fmt;

/// What the value of a fact is counted in, and hence which claims can be held against it.
#[derive(Clone, Debug, PartialEq)]
pub enum Scale {
    /// What is counted.
    Count,
    /// Percent, a measure, or money.
    Unit(Unit),
    /// It is a date.
    Date,
    /// A length of time.
    Time(SpanUnit),
}

/// The unit of those who are counted.
const PEOPLE: &str = "people";
const DATE: &str = "date";

impl Scale {
    /// By the code in a table; what it is taken per stands behind a stroke: `kWh/person`.
    ///
    /// # Errors
    /// What is no unit.
    pub fn of(code: Option<&str>, units: &Units) -> Result<Self, String> {
        let Some(code) = code.filter(|code| !code.eq_ignore_ascii_case(PEOPLE)) else { return Ok(Scale::Count) };
        if code.eq_ignore_ascii_case(DATE) {
            return Ok(Scale::Date);
        }
        let singular = code.strip_suffix('s').unwrap_or(code);
        if let Some(unit) = SpanUnit::ALL.into_iter().find(|unit| unit.as_str() == singular) {
            return Ok(Scale::Time(unit));
        }
        if let Some(unit) = units.get(code) {
            return Ok(Scale::Unit(unit.clone()));
        }
        let (whole, per) = code.split_once('/').map_or((code, None), |(whole, per)| (whole, Some(per)));
        if whole.len() == 3 && whole.bytes().all(|byte| byte.is_ascii_uppercase()) {
            let dimension = format!("money:{whole}").into();
            let per = per.map(Into::into);
            return Ok(Scale::Unit(Unit { code: whole.into(), dimension, factor: 1.into(), per }));
        }
        match units.get(whole).filter(|_| per.is_some()) {
            Some(unit) => Ok(Scale::Unit(Unit { per: per.map(Into::into), ..unit.clone() })),
            None => {
                let near = did_you_mean(code, units.keys().map(|code| &**code).chain([PEOPLE, DATE]));
                Err(format!("there is no unit `{code}`{near}"))
            }
        }
    }

    /// The scale of a claim.
    pub fn of_claim(claim: &Claim) -> Option<Self> {
        match (claim.kind, &claim.unit) {
            (Kind::Number | Kind::Range, None) => Some(Scale::Count),
            (Kind::Number | Kind::Range | Kind::Percent | Kind::Points | Kind::Money | Kind::Quantity, Some(unit)) => {
                Some(Scale::Unit(unit.clone()))
            }
            (Kind::Date | Kind::Datetime, _) => Some(Scale::Date),
            (Kind::Duration, _) => Some(Scale::Time(SpanUnit::Day)),
            _ => None,
        }
    }

    /// Can a claim be held against a fact of this scale?
    pub fn fits(&self, claim: &Claim) -> bool {
        match (self, Scale::of_claim(claim)) {
            (Scale::Count, Some(Scale::Count)) | (Scale::Date, Some(Scale::Date)) => true,
            (Scale::Time(_), Some(Scale::Time(_))) => true,
            (Scale::Unit(own), Some(Scale::Unit(other))) => own.dimension == other.dimension && own.per == other.per,
            _ => false,
        }
    }

    /// Do the two count the same?
    pub fn is_commensurable(&self, other: &Scale) -> bool {
        match (self, other) {
            (Scale::Unit(own), Scale::Unit(other)) => own.dimension == other.dimension && own.per == other.per,
            (Scale::Time(_), Scale::Time(_)) => true,
            (own, other) => own == other,
        }
    }
}

/// The code in a table.
impl fmt::Display for Scale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Scale::Count => Ok(()),
            Scale::Unit(unit) => write!(f, "{unit}"),
            Scale::Date => f.write_str(DATE),
            Scale::Time(unit) => f.write_str(unit.as_str()),
        }
    }
}
