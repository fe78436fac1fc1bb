//! Files as they are read: unpacked, and never without end.

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The largest article, in bytes: larger than any, and small enough to be held in memory.
pub const LARGEST: u64 = 512 << 20;
/// What unpacks to more bytes than this must not have been packed more tightly than text ever is.
const UNSUSPECTED: u64 = 64 << 20;
/// How much smaller packing makes text at the very most. Repeated lines of JSON may come near it.
const TIGHTEST: u64 = 500;
/// Bytes that are read at once.
const BUFFER: usize = 1 << 16;

const GZIP: &[u8] = b"\x1F\x8B";
const ZSTD: &[u8] = b"\x28\xB5\x2F\xFD";

/// Endings of packed files.
pub const ENDINGS: [&str; 2] = ["gz", "zst"];

/// A file that is being read.
pub type Reader = BufReader<Box<dyn Read + Send>>;

/// Reads a file; a packed one as what is packed in it, whatever its name ends with.
///
/// # Errors
/// Those of reading its beginning.
pub fn unpacked(file: Box<dyn Read + Send>) -> io::Result<Reader> {
    let mut file = BufReader::with_capacity(BUFFER, file);
    let head = file.fill_buf()?;
    let packed: Box<dyn Read + Send> = if head.starts_with(GZIP) {
        let (counted, count) = Counted::new(file);
        Box::new(Suspicious {
            unpacked: MultiGzDecoder::new(BufReader::with_capacity(BUFFER, counted)),
            count,
            total: 0,
        })
    } else if head.starts_with(ZSTD) {
        let (counted, count) = Counted::new(file);
        let packed = BufReader::with_capacity(BUFFER, counted);
        let frames = Frames { packed, decoder: FrameDecoder::new(), inside: false };
        Box::new(Suspicious { unpacked: frames, count, total: 0 })
    } else {
        return Ok(file);
    };
    Ok(BufReader::with_capacity(BUFFER, packed))
}

/// Counts the bytes that are read.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    fn new(inner: R) -> (Self, Arc<AtomicU64>) {
        let count = Arc::new(AtomicU64::new(0));
        (Counted { inner, count: Arc::clone(&count) }, count)
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Stops where far more comes out than text can be packed into.
struct Suspicious<R> {
    unpacked: R,
    /// Bytes that went in.
    count: Arc<AtomicU64>,
    /// Bytes that came out.
    total: u64,
}

impl<R: Read> Read for Suspicious<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.unpacked.read(buffer)?;
        self.total += read as u64;
        let packed = self.count.load(Ordering::Relaxed);
        if self.total > UNSUSPECTED && self.total / TIGHTEST > packed {
            return Err(io::Error::other(format!("it is packed more than {TIGHTEST} times, which no text is")));
        }
        Ok(read)
    }
}

/// The frames of a file packed with zstd: programs that pack in parallel write many.
struct Frames<R> {
    packed: R,
    decoder: FrameDecoder,
    /// Has a frame begun that has not ended?
    inside: bool,
}

impl<R: BufRead> Frames<R> {
    /// Begins the next frame; `false` at the end. Frames that hold no text are passed over.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.packed) {
                Ok(()) => return Ok(true),
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    io::copy(&mut self.packed.by_ref().take(length.into()), &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while !buffer.is_empty() {
            if !self.inside {
                self.inside = self.begin()?;
                if !self.inside {
                    break;
                }
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let step = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.packed, step).map_err(io::Error::other)?;
            }
            let read = self.decoder.read(buffer)?;
            if read > 0 {
                return Ok(read);
            }
            self.inside = false;
            let sum = self.decoder.get_checksum_from_data();
            if sum.is_some() && sum != self.decoder.get_calculated_checksum() {
                return Err(io::Error::other("its checksum is wrong"));
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        compress_to_vec(bytes, CompressionLevel::Fastest)
    }

    fn read(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        unpacked(Box::new(io::Cursor::new(bytes)))?.read_to_end(&mut out)?;
        Ok(out)
    }

    #[test]
    fn every_member_and_frame_is_read() {
        let text = b"Sales rose 5 percent. ".repeat(9_000);
        assert_eq!(read(text.clone()).unwrap(), text);
        assert_eq!(read([gzip(&text), gzip(b"End.")].concat()).unwrap(), [&text[..], b"End."].concat());
        let skipped = b"\x50\x2A\x4D\x18\x03\0\0\0abc".to_vec();
        let frames = [zstd(&text), skipped, zstd(b"End.")].concat();
        assert_eq!(read(frames).unwrap(), [&text[..], b"End."].concat());
    }

    #[test]
    fn what_is_cut_off_is_told() {
        let text: Vec<u8> =
            (0..50_000_u32).flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
        for packed in [gzip(&text), zstd(&text)] {
            assert!(read(packed[..packed.len() / 2].to_vec()).is_err());
            assert!(read(packed[..packed.len() - 2].to_vec()).is_err());
        }
        assert!(read([&zstd(b"a")[..], b"nonsense"].concat()).is_err());
    }

    #[test]
    fn bombs_do_not_go_off() {
        let bomb = gzip(&vec![b' '; 200 << 20]);
        let error = read(bomb).unwrap_err();
        assert!(error.to_string().contains("packed more than"), "{error}");
    }
}
