//! `Shapes`: runs of text that are no figures, whatever their tokens are: addresses, telephone numbers, names of models.

use crate::data::DataError;
use crate::language::file::ShapeFile;
use regex_automata::meta::{Config, Regex};
use regex_automata::nfa::thompson::WhichCaptures;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// The shapes of a language, found in one pass.
#[derive(Debug, Default)]
pub struct Shapes {
    /// All of them, compiled when the first text with a figure comes: that takes as long as all the rest of a language.
    all: OnceLock<Option<Regex>>,
    patterns: Vec<String>,
    /// Names by the number of their pattern.
    ids: Vec<Arc<str>>,
}

impl Shapes {
    /// The shapes of a pack.
    pub fn new(files: &[ShapeFile]) -> Self {
        Shapes {
            all: OnceLock::new(),
            patterns: files.iter().map(|file| ascii(&file.pattern)).collect(),
            ids: files.iter().map(|file| file.id.as_str().into()).collect(),
        }
    }

    /// Compiles the shapes.
    ///
    /// # Errors
    /// Names the shape whose expression cannot be used.
    pub fn compile(&self) -> Result<Option<Regex>, DataError> {
        if self.patterns.is_empty() {
            return Ok(None);
        }
        // Where a shape ends is all that is asked of it.
        let config = Config::new().which_captures(WhichCaptures::Implicit).onepass(false).auto_prefilter(false);
        let all = Regex::builder().configure(config).build_many(&self.patterns).map_err(|error| {
            let shape = error.pattern().map_or_else(String::new, |id| format!(" {:?}", self.ids[id.as_usize()]));
            let what = error.syntax_error().map_or_else(|| error.to_string(), ToString::to_string);
            DataError::here(format!("shape{shape}: {what}"))
        })?;
        Ok(Some(all))
    }

    /// Their places in a text, in order, none overlapping another, with their names.
    pub fn find(&self, text: &str) -> impl Iterator<Item = (Range<usize>, &Arc<str>)> {
        // What cannot be compiled was refused when it was read.
        let all = self.all.get_or_init(|| self.compile().ok().flatten());
        let found = all.iter().flat_map(move |all| all.find_iter(text));
        found.map(|found| (found.range(), &self.ids[found.pattern().as_usize()]))
    }
}

/// Word boundaries beyond ASCII would keep the fast engines from texts with a single typographic quote, and the digits of
/// all scripts cost more to compile than everything else at the start.
fn ascii(pattern: &str) -> String {
    let replaced = [(r"\b", r"(?-u:\b)"), (r"\d", "[0-9]"), (r"\w", "[0-9A-Za-z_]"), (r"\s", r"[\t-\r ]")];
    replaced.iter().fold(pattern.to_owned(), |pattern, (from, to)| pattern.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::Shapes;
    use crate::data::RuleData;

    /// They are compiled so late that nobody would see what is wrong with them.
    #[test]
    fn those_inside_the_program_compile() {
        for pack in RuleData::embedded().unwrap().packs {
            Shapes::new(&pack.grammar().unwrap().forms.shape).compile().unwrap();
        }
    }
}
