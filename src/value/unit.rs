//! `Unit`: what a figure is counted in.

use super::exact;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A unit, with what is needed to hold it against others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Unit {
    /// Its code: "USD", "%", "km", "people".
    pub code: Arc<str>,
    /// What it measures: "money:USD", "length", "count". Only figures of one dimension are compared.
    pub dimension: Arc<str>,
    /// How many base units of the dimension it is: 1000 for the kilometre where the metre is the base, 0.01 for percent.
    #[serde(with = "rust_decimal::serde::str")]
    pub factor: Decimal,
    /// What it is counted per: "hour", "person".
    pub per: Option<Arc<str>>,
}

impl Unit {
    /// How many of a smaller unit of the same dimension make one of this; `None` where that is no whole number.
    pub fn in_smaller(&self, smaller: &Unit) -> Option<Decimal> {
        let same = self.dimension == smaller.dimension && self.per.is_none() && smaller.per.is_none();
        let ratio = same.then(|| exact::div(self.factor, smaller.factor))??.exactly()?.normalize();
        (ratio > Decimal::ONE && ratio.scale() == 0).then_some(ratio)
    }
}

/// The code, with what it is counted per: `km/hour`.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.per {
            Some(per) => write!(f, "{}/{per}", self.code),
            None => f.write_str(&self.code),
        }
    }
}
