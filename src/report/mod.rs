//! What was found, in the forms that people and programs read.

mod article;
#[cfg(feature = "cli")]
mod changes;
#[cfg(feature = "cli")]
mod checklist;
#[cfg(feature = "cli")]
mod claims;
mod concise;
#[cfg(feature = "cli")]
mod facts;
mod fingerprint;
#[cfg(feature = "cli")]
mod full;
mod github;
mod gitlab;
#[cfg(feature = "cli")]
mod html;
mod json;
#[cfg(feature = "cli")]
mod junit;
mod messages;
#[cfg(feature = "cli")]
mod rules;
mod run;
#[cfg(feature = "cli")]
mod sarif;
#[cfg(feature = "cli")]
mod style;
#[cfg(feature = "cli")]
mod table;
#[cfg(feature = "cli")]
mod versions;
mod wording;

pub use article::{Article, Context, Problem, Region, RepairText, Totals, printable};
#[cfg(feature = "cli")]
pub use claims::claims_table;
pub use concise::concise;
#[cfg(feature = "cli")]
pub use facts::facts_table;
#[cfg(feature = "cli")]
pub use full::{full, full_end};
pub use github::{github, github_end};
pub use gitlab::gitlab;
#[cfg(feature = "cli")]
pub use html::{html, html_begin, html_end};
pub use json::line as json_line;
#[cfg(feature = "cli")]
pub use junit::{BEGIN as JUNIT_BEGIN, END as JUNIT_END, junit};
pub use messages::{Args, Messages, check_source};
#[cfg(feature = "cli")]
pub use rules::{explain, rules_table};
pub use run::{Part, Run};
#[cfg(feature = "cli")]
pub use sarif::{sarif, sarif_begin, sarif_end};
#[cfg(feature = "cli")]
pub use style::Style;
#[cfg(feature = "cli")]
pub use table::table;
pub use wording::{Shape, Wording};
