//! The data that addsup was built with: `rules/`, stored inside the program by `build.rs`.

use crate::data::{DataError, RuleData};
use crate::language::file::{GrammarSource, Pack, StoredGrammar, TextsSource};
use std::sync::OnceLock;

static CORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/core.bin"));
include!(concat!(env!("OUT_DIR"), "/packs.rs"));

impl RuleData {
    /// The data that addsup was built with, with the languages that its Cargo features chose.
    ///
    /// # Errors
    /// Only if the program was built wrongly.
    pub fn embedded() -> Result<Self, DataError> {
        let broken = |_| DataError::here("the data inside the program cannot be read");
        let mut data: RuleData = postcard::from_bytes(CORE).map_err(broken)?;
        for (pack, texts, stored) in PACKS {
            let pack: Pack = postcard::from_bytes(pack).map_err(broken)?;
            let texts = TextsSource::Stored(texts, OnceLock::new());
            data.packs.push(Pack { grammar: GrammarSource::Stored(*stored), texts, ..pack });
        }
        Ok(data)
    }
}
