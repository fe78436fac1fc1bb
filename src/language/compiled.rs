//! Forms and constructions with their patterns compiled. Also compiled into `build.rs`, which stores those of our languages
//! in the program.

use super::file::{ConstructionFile, FormFile, FormsFile, ShapeFile};
use super::lexicon::Lexicon;
use super::pattern::{Parsed, PatternIndex};
use crate::data::DataError;
use serde::{Deserialize, Serialize};

/// The forms of a pack.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct CompiledForms {
    /// The forms, without their patterns.
    pub forms: Vec<FormFile>,
    /// The shapes.
    pub shapes: Vec<ShapeFile>,
    /// Patterns over tokens, by the number of their form.
    pub simple: PatternIndex,
    /// Patterns over mentions.
    pub compound: PatternIndex,
}

/// The constructions of a pack.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct CompiledConstructions {
    /// The constructions, without their patterns.
    pub constructions: Vec<ConstructionFile>,
    /// Their patterns, by the number of their construction.
    pub index: PatternIndex,
}

impl CompiledForms {
    /// Compiles forms.
    ///
    /// # Errors
    /// Names the form whose pattern cannot be used.
    pub fn new(file: &FormsFile, lexicon: &Lexicon) -> Result<Self, DataError> {
        let (mut simple, mut compound) = (Vec::new(), Vec::new());
        let mut forms = file.form.clone();
        for (owner, form) in forms.iter_mut().enumerate() {
            for source in std::mem::take(&mut form.patterns) {
                let within = |error: DataError| error.within(format!("form {:?}", form.id));
                let pattern = Parsed::new(&source, lexicon).map_err(within)?;
                let patterns = if pattern.claims.is_empty() { &mut simple } else { &mut compound };
                patterns.push((owner as u32, pattern));
            }
        }
        let (simple, compound) = (PatternIndex::new(&simple), PatternIndex::new(&compound));
        Ok(CompiledForms { forms, shapes: file.shape.clone(), simple, compound })
    }
}

impl CompiledConstructions {
    /// Compiles constructions.
    ///
    /// # Errors
    /// Names the construction whose pattern cannot be used.
    pub fn new(files: &[ConstructionFile], lexicon: &Lexicon) -> Result<Self, DataError> {
        let mut patterns = Vec::new();
        let mut constructions = files.to_vec();
        for (owner, construction) in constructions.iter_mut().enumerate() {
            for source in std::mem::take(&mut construction.patterns) {
                let within = |error: DataError| error.within(format!("construction {:?}", construction.id));
                patterns.push((owner as u32, Parsed::new(&source, lexicon).map_err(within)?));
            }
        }
        Ok(CompiledConstructions { constructions, index: PatternIndex::new(&patterns) })
    }
}
