//! Numerals in one word: "zweihundertfünfzigtausend", "duemilatrecento", "tweehonderdvijftig".

use super::words::{Part, Words, place};
use crate::language::lexicon::Lexicon;
use crate::language::token::fold;
use crate::value::Decimal;

/// No numeral is longer, in bytes; and no word is looked at for longer.
const LONGEST: usize = 120;

/// The words that numerals in one word are made of, folded, the longest first.
#[derive(Debug)]
pub(in crate::language) struct Joined {
    parts: Vec<(Box<str>, Part, Decimal)>,
}

impl Joined {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let classes = [
            ("number", Part::Number),
            ("article", Part::Article),
            ("teen", Part::Teen),
            ("multiplier", Part::Multiplier),
            ("one-scale", Part::OneScale),
            ("scale", Part::Scale),
            ("joined-and", Part::And),
        ];
        let mut parts = Vec::new();
        for (name, part) in classes {
            let Some(class) = lexicon.class(name) else { continue };
            for (word, value) in lexicon.single_words(class) {
                let value = lexicon.value(value).parse().unwrap_or(Decimal::ONE);
                // A letter that stands for a scale does so by itself only.
                if word.len() > 1 {
                    parts.push((word.into(), part, value));
                }
            }
        }
        // Parts of the same word keep the order of the classes.
        parts.sort_by_key(|(word, ..): &(Box<str>, Part, Decimal)| std::cmp::Reverse(word.len()));
        Joined { parts }
    }

    /// What a numeral is with this word behind what was read of it; `None` if the word is not made of parts, or does not go
    /// on with it.
    pub(super) fn read(&self, word: &str, state: Words) -> Option<Words> {
        if word.len() > LONGEST {
            return None;
        }
        let mut folded = String::new();
        fold(word, &mut folded);
        self.rest(&folded, state)
    }

    fn rest(&self, word: &str, state: Words) -> Option<Words> {
        if word.is_empty() {
            return Some(state);
        }
        self.parts.iter().find_map(|(part, kind, value)| {
            let rest = word.strip_prefix(&**part)?;
            let mut next = state;
            let fits = match kind {
                // "Hundertundeins".
                Part::And => !rest.is_empty() && state.last.is_none_or(|last| place(last) >= Decimal::ONE_HUNDRED),
                kind => next.take(*kind, *value),
            };
            fits.then(|| self.rest(rest, next)).flatten()
        })
    }
}
