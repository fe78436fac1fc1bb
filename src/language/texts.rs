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
        let hash = hash(text);
        let last = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & last;
        loop {
            match self.slots[at] {
                (_, 0) => return None,
                (known, number) if known == hash && self.texts.get(number - 1) == text => return Some(number - 1),
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
        let hash = hash(self.texts.get(number));
        let last = self.slots.len() - 1;
        let mut at = hash as usize & last;
        while self.slots[at].1 != 0 {
            at = (at + 1) & last;
        }
        self.slots[at] = (hash, number + 1);
    }
}

/// The multiplicative hash of `rustc-hash`, of eight bytes at a time.
fn hash(text: &str) -> u32 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let mut hash = text.len() as u64;
    for chunk in text.as_bytes().chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        hash = (hash.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(FACTOR);
    }
    (hash >> 32) as u32
}
