//! What a pattern cannot match without: words and classes that every match of it consumes. A sentence that lacks one of
//! them need not be searched, wherever in the pattern it stands.

use crate::language::Segment;
use crate::language::pattern::{Pattern, Step};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The needs of all patterns of a language. A need is met by any one of its words and classes.
#[derive(Debug, Default)]
pub(super) struct Needs {
    /// Needs that a word meets, by its index, and that a class meets.
    by_word: FxHashMap<u32, Vec<u16>>,
    by_class: FxHashMap<u16, Vec<u16>>,
    /// The needs of each pattern.
    of_pattern: Vec<Vec<u16>>,
    count: usize,
}

impl Needs {
    pub(super) fn new<'a>(patterns: impl Iterator<Item = &'a Pattern>) -> Self {
        let mut needs = Needs::default();
        let mut known: FxHashMap<&[Step], u16> = FxHashMap::default();
        for pattern in patterns {
            let of_one = pattern.needs.iter().filter_map(|need| {
                if let Some(id) = known.get(need.as_slice()) {
                    return Some(*id);
                }
                let id = u16::try_from(needs.count).ok()?;
                known.insert(need, id);
                needs.count += 1;
                for step in need {
                    match step {
                        Step::Literal(word) => needs.by_word.entry(word.index()).or_default().push(id),
                        Step::Class(class, _) => needs.by_class.entry(class.0).or_default().push(id),
                        _ => {}
                    }
                }
                Some(id)
            });
            let of_one = of_one.collect();
            needs.of_pattern.push(of_one);
        }
        needs
    }

    /// What tells which needs a sentence meets.
    pub(super) fn meter(&self) -> Meter<'_> {
        Meter { needs: self, met: vec![0; self.count], round: 0 }
    }
}

/// The needs that the sentence read last meets.
pub(super) struct Meter<'a> {
    needs: &'a Needs,
    met: Vec<u32>,
    round: u32,
}

impl Meter<'_> {
    /// Reads a sentence.
    pub(super) fn read(&mut self, segment: &Segment<'_>, tokens: Range<usize>) {
        self.round += 1;
        for at in tokens {
            let of_word = self.needs.by_word.get(&segment.senses.word(at).index());
            let of_classes = segment.senses.at(at).iter().filter_map(|sense| self.needs.by_class.get(&sense.class.0));
            for id in of_word.into_iter().chain(of_classes).flatten() {
                self.met[usize::from(*id)] = self.round;
            }
        }
    }

    /// Does the sentence meet all the needs of a pattern?
    pub(super) fn allows(&self, pattern: u32) -> bool {
        let needs = self.needs.of_pattern.get(pattern as usize);
        needs.is_none_or(|needs| needs.iter().all(|id| self.met[usize::from(*id)] == self.round))
    }
}
