//! The parts of documents that are zip archives.

use super::{Unreadable, decode};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The largest part that is unpacked, in bytes: far more than the longest book.
const LARGEST: u64 = 256 << 20;
/// A part larger than this, in bytes, is unpacked only if it was not packed more tightly than text ever is.
const UNSUSPECTED: u64 = 16 << 20;
/// How much smaller packing makes text at the very most: the XML of a document shrinks to a tenth, or a fiftieth.
const TIGHTEST: u64 = 250;

/// A zip archive in memory.
pub(super) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
}

impl Archive {
    /// Reads the list of its parts.
    ///
    /// # Errors
    /// Where it is damaged or cut off.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Unreadable> {
        let damaged = |error: ZipError| Unreadable { message: format!("is a damaged zip archive: {error}") };
        Ok(Archive { zip: ZipArchive::new(Cursor::new(bytes)).map_err(damaged)? })
    }

    /// Does it have this part?
    pub fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The text of a part; none if there is no such part.
    ///
    /// # Errors
    /// Where it is damaged, encrypted, too large, or no text.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let unreadable = |what: &str| Unreadable { message: format!("{what} in {name}") };
        let mut part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) => return Err(unreadable(&format!("cannot be unpacked ({why})"))),
            Err(error) => return Err(unreadable(&format!("is damaged ({error})"))),
        };
        let packed = part.compressed_size();
        let most = LARGEST.min(UNSUSPECTED.max(packed.saturating_mul(TIGHTEST)));
        let mut bytes = Vec::new();
        let read = part.by_ref().take(most + 1).read_to_end(&mut bytes);
        read.map_err(|error| unreadable(&format!("is damaged ({error})")))?;
        if bytes.len() as u64 > most {
            return Err(unreadable(&format!("unpacks to more than {} MB", most >> 20)));
        }
        decode(bytes).map(Some).map_err(|error| unreadable(&error.to_string()))
    }
}
