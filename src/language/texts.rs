//! `Texts`: many short texts in two allocations; `Names`: such texts that are found by what they say. Also compiled into
//! `build.rs`.

use serde::{Deserialize, Serialize};

/// Texts, one behind the other.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Texts {
    all: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text and gives its number.
    pub fn push(&mut self, text: &str) -> u32 {
        self.all.push_str(text);
        self.ends.push(self.all.len() as u32);
        self.len() - 1
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.ends.len() as u32
    }

    /// The text of that number.
    pub fn get(&self, number: u32) -> &str {
        let from = number.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.all[from as usize..self.ends[number as usize] as usize]
    }
}

/// Texts that all differ, with a table of their hashes: its slots are a power of two, half of them or more are free, and a
/// text stands in the first free one from where its hash points.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Names {
    texts: Texts,
    /// Hash of a text, and one more than its number; 0 where the slot is free.
    #[serde(skip)]
    slots: Vec<(u32, u32)>,
}

impl Names {
    /// How many there are.
    pub fn len(&self) -> u32 {
        self.texts.len()
    }

    /// The text of that number.
    pub fn get(&self, number: u32) -> &str {
        self.texts.get(number)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.texts.get(number))
    }

    /// The number of a text.
    pub fn find(&self, text: &str) -> Option<u32> {
        self.find_by(hash(text.as_bytes(), |chunk| chunk), |known| known == text)
    }

    /// The number of what an ASCII text is in lower case.
    pub fn find_lower(&self, text: &str) -> Option<u32> {
        self.find_by(hash(text.as_bytes(), lower), |known| known.eq_ignore_ascii_case(text))
    }

    fn find_by(&self, hash: u32, is_it: impl Fn(&str) -> bool) -> Option<u32> {
        let last = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & last;
        loop {
            match self.slots[at] {
                (_, 0) => return None,
                (known, number) if known == hash && is_it(self.texts.get(number - 1)) => return Some(number - 1),
                _ => at = (at + 1) & last,
            }
        }
    }

    /// The number of a text, which is added if it is new.
    pub fn know(&mut self, text: &str) -> u32 {
        if let Some(known) = self.find(text) {
            return known;
        }
        let new = self.texts.push(text);
        if 2 * self.texts.ends.len() > self.slots.len() {
            self.index();
        } else {
            self.place(new);
        }
        new
    }

    /// Builds the table anew, as must be done once after reading.
    pub fn index(&mut self) {
        let slots = (4 * self.texts.ends.len()).next_power_of_two();
        self.slots = vec![(0, 0); slots];
        (0..self.texts.len()).for_each(|number| self.place(number));
    }

    fn place(&mut self, number: u32) {
        let hash = hash(self.texts.get(number).as_bytes(), |chunk| chunk);
        let last = self.slots.len() - 1;
        let mut at = hash as usize & last;
        while self.slots[at].1 != 0 {
            at = (at + 1) & last;
        }
        self.slots[at] = (hash, number + 1);
    }
}

/// The multiplicative hash of `rustc-hash`, of what `made` makes of eight bytes at a time.
fn hash(text: &[u8], made: impl Fn(u64) -> u64) -> u32 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let (chunks, rest) = text.as_chunks::<8>();
    let rest = rest.iter().rev().fold(0, |rest, byte| rest << 8 | u64::from(*byte));
    let mix = |hash: u64, chunk: u64| (hash.rotate_left(5) ^ made(chunk)).wrapping_mul(FACTOR);
    let hash = chunks.iter().fold(text.len() as u64, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    (mix(hash, rest) >> 32) as u32
}

/// Eight ASCII bytes in lower case.
fn lower(chunk: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // The upper bit of a byte is set from `A` on, and from behind `Z` on.
    let from_a = chunk + (0x80 - b'A' as u64) * EACH;
    let after_z = chunk + (0x7f - b'Z' as u64) * EACH;
    chunk | (from_a & !after_z & (0x80 * EACH)) >> 2
}

#[cfg(test)]
mod tests {
    use super::Names;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_are_found_in_any_case(words in proptest::collection::vec("[a-zA-Z0-9 @\\[`{é-]{0,20}", 0..20)) {
            let mut names = Names::default();
            let numbers: Vec<u32> = words.iter().map(|word| names.know(&word.to_ascii_lowercase())).collect();
            for (word, number) in words.iter().zip(numbers) {
                prop_assert_eq!(names.find(&word.to_ascii_lowercase()), Some(number));
                if word.is_ascii() {
                    prop_assert_eq!(names.find_lower(word), Some(number));
                    prop_assert_eq!(names.find_lower(&word.to_ascii_uppercase()), Some(number));
                }
            }
        }
    }
}
