//! Two versions of one story, as the two parts of a joined document.

use super::{Checked, Checker};
use crate::compare::{CompareOptions, Compared, Grounds, compare};
use crate::data::DataError;
use crate::judge::JudgeOptions;
use crate::source::Document;

impl Checker {
    /// Compares the first two parts of a joined document: the source, and the target that was made of it.
    ///
    /// # Errors
    /// If the pack of the language of a part cannot be used.
    pub fn compare(&self, document: &Document, options: CompareOptions) -> Result<Checked, DataError> {
        let reading = self.read_joined(document, false)?;
        // What is not read lacks nothing.
        if reading.readers.iter().any(Option::is_none) {
            let checked = super::joined::of_parts(reading.parts);
            return Ok(Checked { ledger: reading.extraction.ledger, ..checked });
        }
        let start = document.joined_parts().get(1).map_or(document.text.len(), |part| part.start);
        let passages = &reading.extraction.passages;
        let target = passages.partition_point(|passage| {
            passage.segment.tokens.first().is_some_and(|token| (token.start as usize) < start)
        });
        let judging = JudgeOptions { versions: true, ..self.options.judge.clone() };
        let grounds = Grounds {
            definitions: &self.definitions,
            checks: &self.checks,
            currencies: &self.currencies,
            judging: &judging,
            options,
        };
        let checked = super::joined::of_parts(reading.parts);
        let Compared { ledger, relations, judgement, counterparts, changes } =
            compare(&document.text, reading.extraction, target, grounds);
        Ok(self.suppressed(
            document,
            &judging,
            Checked { ledger, relations, judgement, counterparts, changes, ..checked },
        ))
    }
}
