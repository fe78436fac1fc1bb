//! `Shapes`: runs of text that are no figures, whatever their tokens are: addresses, telephone numbers, names of models.

use crate::data::DataError;
use crate::language::file::ShapeFile;
use regex_automata::meta::{Config, Regex};
use regex_automata::nfa::thompson::WhichCaptures;
use std::ops::Range;
use std::sync::Arc;

/// The shapes of a language, found in one pass.
#[derive(Debug, Default)]
pub struct Shapes {
    all: Option<Regex>,
    /// Names by the number of their pattern.
    ids: Vec<Arc<str>>,
}

impl Shapes {
    /// Compiles the shapes of a pack.
    ///
    /// # Errors
    /// Names the shape whose expression cannot be used.
    pub fn new(files: &[ShapeFile]) -> Result<Self, DataError> {
        if files.is_empty() {
            return Ok(Shapes::default());
        }
        let patterns: Vec<String> = files.iter().map(|file| ascii(&file.pattern)).collect();
        // Where a shape ends is all that is asked of it.
        let config = Config::new().which_captures(WhichCaptures::Implicit).onepass(false).auto_prefilter(false);
        let all = Regex::builder().configure(config).build_many(&patterns).map_err(|error| {
            let shape = error.pattern().map_or_else(String::new, |id| format!(" {:?}", files[id.as_usize()].id));
            let what = error.syntax_error().map_or_else(|| error.to_string(), ToString::to_string);
            DataError::here(format!("shape{shape}: {what}"))
        })?;
        Ok(Shapes { all: Some(all), ids: files.iter().map(|file| file.id.as_str().into()).collect() })
    }

    /// Their places in a text, in order, none overlapping another, with their names.
    pub fn find(&self, text: &str) -> impl Iterator<Item = (Range<usize>, &Arc<str>)> {
        let found = self.all.iter().flat_map(move |all| all.find_iter(text));
        found.map(|found| (found.range(), &self.ids[found.pattern().as_usize()]))
    }
}

/// Word boundaries beyond ASCII would keep the fast engines from texts with a single typographic quote, and the digits of
/// all scripts cost more to compile than everything else at the start.
fn ascii(pattern: &str) -> String {
    let replaced = [(r"\b", r"(?-u:\b)"), (r"\d", "[0-9]"), (r"\w", "[0-9A-Za-z_]"), (r"\s", r"[\t-\r ]")];
    replaced.iter().fold(pattern.to_owned(), |pattern, (from, to)| pattern.replace(from, to))
}
