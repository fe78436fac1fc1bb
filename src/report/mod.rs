//! What was found, in the forms that people and programs read.

mod article;
#[cfg(feature = "cli")]
mod checklist;
#[cfg(feature = "cli")]
mod claims;
mod concise;
mod json;
mod messages;
#[cfg(feature = "cli")]
mod rules;
#[cfg(feature = "cli")]
mod style;
#[cfg(feature = "cli")]
mod table;
mod wording;

pub use article::{Article, Context, Problem, RepairText, Totals, printable};
#[cfg(feature = "cli")]
pub use claims::claims_table;
pub use concise::concise;
pub use json::line as json_line;
pub use messages::{Args, Messages, check_source};
#[cfg(feature = "cli")]
pub use rules::{explain, rules_table};
#[cfg(feature = "cli")]
pub use style::Style;
#[cfg(feature = "cli")]
pub use table::table;
pub use wording::{Shape, Wording};
