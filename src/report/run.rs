//! What reports say of a run as a whole.

use super::messages::Messages;
use crate::judge::{Check, Severity};
use crate::language::file::ExampleFile;
use crate::relate::Definitions;

/// What a report needs that is no article's.
pub struct Run<'a> {
    /// Messages in the language of the reader.
    pub messages: &'a Messages,
    /// The rules, each with examples in the language of the reader where it has them.
    pub rules: Vec<(&'a Check, &'a [ExampleFile])>,
    /// The definitions of the relations.
    pub definitions: &'a Definitions,
}

/// What a report says of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Written when the article's turn comes. Empty where there is nothing to say.
    pub text: String,
    /// What is kept for the end of the report, with how grave it is.
    pub later: Vec<(Severity, String)>,
}

impl From<String> for Part {
    fn from(text: String) -> Self {
        Part { text, later: vec![] }
    }
}
