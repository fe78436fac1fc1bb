//! Which patterns of an index may match at a token.

use super::pattern::{Key, PatternIndex};
use super::segment::Segment;
use std::ops::Range;

impl PatternIndex {
    /// Those of the `wanted` patterns that may match at token `at`, in the order they were added. `claim`: the end of the
    /// claim that starts there.
    pub fn candidates(
        &self,
        segment: &Segment<'_>,
        at: usize,
        claim: Option<usize>,
        wanted: impl Fn(u32) -> bool,
        into: &mut Vec<u32>,
    ) {
        into.clear();
        // One more than the index of an opening; 0 where no pattern starts so.
        let of = |places: &[u16], number: u32| places.get(number as usize).copied().unwrap_or_default();
        for sense in segment.senses.at(at) {
            let end = at + usize::from(sense.len);
            for place in [of(&self.by_class, sense.class.0.into()), of(&self.by_value, sense.value)] {
                if place != 0 {
                    self.open(segment, place, end, &wanted, into);
                }
            }
        }
        self.open(segment, of(&self.by_word, segment.senses.word(at).index()), at + 1, &wanted, into);
        for (kind, place) in &self.types[segment.tokens[at].kind as usize] {
            if let Some(end) = segment.typed(at, *kind) {
                self.open(segment, *place, end, &wanted, into);
            }
        }
        if let Some(end) = claim {
            self.open(segment, self.by_other.get(&Key::CLAIM).copied().unwrap_or_default(), end, &wanted, into);
        }
        if into.len() > 1 {
            into.sort_unstable();
            into.dedup();
        }
    }

    /// Patterns of an opening (one more than its index) that may go on at token `end`.
    fn open(&self, segment: &Segment<'_>, place: u16, end: usize, wanted: &impl Fn(u32) -> bool, into: &mut Vec<u32>) {
        let Some(at) = place.checked_sub(1) else { return };
        let opening = &self.openings[usize::from(at)];
        let mut list = |listed: &Range<u32>| {
            let listed = &self.listed[listed.start as usize..listed.end as usize];
            into.extend(listed.iter().filter(|number| wanted(**number)));
        };
        list(&opening.any);
        let mut pair = |second: Key| {
            if opening.seconds & second.bit() != 0
                && let Some(listed) = self.pairs.get(&(at, second))
            {
                list(listed);
            }
        };
        if opening.seconds & segment.keys(end) != 0 {
            for sense in segment.senses.at(end) {
                pair(Key::class(sense.class));
                pair(Key::value(sense.value));
            }
            pair(Key::word(segment.senses.word(end)));
        }
        let Some(next) = segment.tokens.get(end) else { return };
        for kind in opening.types[next.kind as usize].iter().filter(|kind| segment.typed(end, **kind).is_some()) {
            pair(Key::typed(*kind));
        }
    }
}
