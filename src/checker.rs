//! The pipeline as one call: a document in, claims, relations and findings out.

use crate::extract::Ledger;
use crate::judge::Judgement;
use crate::relate::Relation;
use std::sync::Arc;

/// Everything addsup says about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Code of the language pack that read it.
    pub language: Arc<str>,
    /// Its claims.
    pub ledger: Ledger,
    /// What ties them.
    pub relations: Vec<Relation>,
    /// What follows.
    pub judgement: Judgement,
}
