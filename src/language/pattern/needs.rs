//! What a pattern cannot match without: words and classes that every match of it consumes. Where one of them does not
//! follow, the pattern need not be searched, wherever in it the word stands.

use super::lists::Lists;
use super::{Parsed, Step};
use crate::language::lexicon::{Sense, Word};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// The needs of the patterns of an index. A need is met by any one of its words and classes.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Needs {
    /// Needs that a word, a class and a value of a class meet.
    by_word: Lists<u16>,
    by_class: Lists<u16>,
    by_value: Lists<u16>,
    /// The needs of each pattern.
    of_pattern: Lists<u16>,
    count: u16,
}

impl Needs {
    pub(super) fn new<'a>(patterns: impl Iterator<Item = &'a Parsed>) -> Self {
        let mut known: FxHashMap<&[Step], u16> = FxHashMap::default();
        let (mut words, mut classes, mut values, mut of_pattern) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (number, pattern) in patterns.enumerate() {
            for need in &pattern.needs {
                let next = known.len();
                let Ok(next) = u16::try_from(next) else { break };
                let id = *known.entry(need).or_insert(next);
                of_pattern.push((number as u32, id));
                if id < next {
                    continue;
                }
                for step in need {
                    match step {
                        Step::Literal(word) => words.push((word.index(), id)),
                        Step::Class(class, None) => classes.push((class.0.into(), id)),
                        Step::Class(_, Some(value)) => values.push((*value, id)),
                        _ => {}
                    }
                }
            }
        }
        Needs {
            // A word that the pack does not know is found in no text.
            by_word: Lists::new(words.into_iter().filter(|(word, _)| *word != Word::UNKNOWN.index()).collect()),
            by_class: Lists::new(classes),
            by_value: Lists::new(values),
            of_pattern: Lists::new(of_pattern),
            count: known.len() as u16,
        }
    }

    /// What tells which needs a run of tokens meets.
    pub fn meter(&self) -> Meter<'_> {
        Meter { needs: self, last: vec![0; usize::from(self.count)] }
    }
}

/// Where the needs were last met.
#[derive(Debug)]
pub struct Meter<'a> {
    needs: &'a Needs,
    /// One more than the last token that meets each need; 0 for none.
    last: Vec<u32>,
}

impl Meter<'_> {
    /// Forgets what was read.
    pub fn clear(&mut self) {
        self.last.fill(0);
    }

    /// Reads a token; they come in order.
    pub fn read(&mut self, at: usize, word: Word, senses: &[Sense]) {
        let mut meet = |needs: &[u16]| needs.iter().for_each(|need| self.last[usize::from(*need)] = at as u32 + 1);
        meet(self.needs.by_word.get(word.index()));
        for sense in senses {
            meet(self.needs.by_class.get(sense.class.0.into()));
            meet(self.needs.by_value.get(sense.value));
        }
    }

    /// Can a match of a pattern begin at a token: is each of its needs met there or further on?
    pub fn allows(&self, pattern: u32, at: usize) -> bool {
        let needs = self.needs.of_pattern.get(pattern);
        needs.iter().all(|need| self.last[usize::from(*need)] > at as u32)
    }
}
