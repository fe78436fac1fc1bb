//! `Lists`: many short lists of small numbers in two allocations.

use serde::{Deserialize, Serialize};

/// A list for each of the numbers from 0 on; most are empty.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Lists<T> {
    /// Where each list starts; one more than there are lists.
    starts: Vec<u32>,
    all: Vec<T>,
}

impl<T: Copy> Lists<T> {
    /// The lists that hold these, each with the number of its list.
    pub(super) fn new(mut entries: Vec<(u32, T)>) -> Self {
        entries.sort_by_key(|(list, _)| *list);
        let lists = entries.last().map_or(0, |(last, _)| last + 1);
        let start = |list: u32| entries.partition_point(|(other, _)| *other < list) as u32;
        Lists { starts: (0..=lists).map(start).collect(), all: entries.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// The list of that number.
    pub(super) fn get(&self, list: u32) -> &[T] {
        let list = list as usize;
        match (self.starts.get(list), self.starts.get(list.wrapping_add(1))) {
            (Some(&from), Some(&to)) => &self.all[from as usize..to as usize],
            _ => &[],
        }
    }
}
