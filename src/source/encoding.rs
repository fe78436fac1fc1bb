//! From bytes to text: which encoding a file has, and whether it is text at all.

use super::LineIndex;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;
use std::fmt;

/// So many bytes tell whether a file is UTF-16 without a mark.
const SAMPLE: usize = 4096;
/// A `<meta charset>` stands within so many bytes, or browsers would not find it either.
const PRESCAN: usize = 1024;
/// Fewer control characters are an accident of some program.
const FEW_CONTROLS: usize = 8;
/// Of a text, not one byte in so many is a control character.
const CONTROL_SHARE: usize = 10;
/// A stray sign in so many foreign letters may be just that.
const STRAY_SHARE: usize = 20;

/// What files begin with that are no text, and what they are.
const SIGNATURES: [(&[u8], &str); 9] = [
    (b"%PDF-", "a PDF, which only the program can read, and only with pdftotext"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1F\x8B", "compressed with gzip"),
    (b"\x28\xB5\x2F\xFD", "compressed with zstd"),
    // Microsoft's compound files.
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old or encrypted Word document: save it as .docx, without a password"),
    (b"{\\rtf", "RTF: save it as .docx or .odt"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
];

/// Signs outside ASCII that texts of one-byte encodings are written with, besides letters.
const SIGNS: &str = "\u{a0}\u{ad}‘’“”‚„‹›«»–—…•·€£¥¢§©®™°±²³¹¼½¾×÷¡¿ªºµ¶†‡‰´¨¸№−≤≥≈";

/// Bytes that are no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotText {
    /// Something else than text, named where it is known.
    Binary(Option<&'static str>),
    /// Text with bytes that its encoding does not have.
    Broken {
        /// Name of the encoding.
        encoding: &'static str,
        /// Line of the first byte that cannot be read, from 1.
        line: usize,
        /// Its column in code points, from 1.
        column: usize,
        /// The byte's place in the file, from 0.
        offset: usize,
    },
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotText::Binary(Some(what)) => write!(f, "is {what}"),
            NotText::Binary(None) => write!(f, "is no text: it is full of control characters"),
            NotText::Broken { encoding, line, column, offset } => write!(
                f,
                "cannot be read as {encoding}: line {line}, column {column} (byte {offset}) is broken; \
                 save it as UTF-8 again"
            ),
        }
    }
}

impl std::error::Error for NotText {}

/// Text from bytes: UTF-8, UTF-16 with a mark or without, or the encoding of one byte a letter (or a few) that the bytes
/// look most like. A byte order mark is dropped, so that spans count the text that editors show.
///
/// # Errors
/// Where the bytes are no text, or text that is broken.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    decode_as(bytes, None)
}

/// As [`decode`], where the file may say itself what its encoding is: `<meta charset>`, `<?xml encoding?>`. What is plainly
/// UTF-8 is read as that, whatever it says: programs that save pages re-code them and leave the label.
///
/// # Errors
/// As [`decode`].
pub fn decode_markup(bytes: Vec<u8>) -> Result<String, NotText> {
    let named = label(&bytes[..bytes.len().min(PRESCAN)]);
    decode_as(bytes, named.filter(|encoding| *encoding != UTF_8 && *encoding != UTF_16LE && *encoding != UTF_16BE))
}

fn decode_as(mut bytes: Vec<u8>, named: Option<&'static Encoding>) -> Result<String, NotText> {
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(NotText::Binary(Some(what)));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        if encoding != UTF_8 {
            return strict(encoding, &bytes, mark);
        }
        bytes.drain(..mark);
    } else if let Some(encoding) = utf16_without_mark(&bytes) {
        return strict(encoding, &bytes, 0);
    }
    if is_binary(&bytes) {
        return Err(NotText::Binary(None));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error.into_bytes(),
    };
    if let Some(text) = named.and_then(|named| named.decode_without_bom_handling_and_without_replacement(&bytes)) {
        return Ok(text.into_owned());
    }
    match other(&bytes) {
        Some(text) => Ok(text.into_owned()),
        None => strict(UTF_8, &bytes, 0),
    }
}

/// Reads all bytes after the first `mark` ones, or tells where that fails.
fn strict(encoding: &'static Encoding, bytes: &[u8], mark: usize) -> Result<String, NotText> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let rest = &bytes[mark..];
    let room = decoder.max_utf8_buffer_length_without_replacement(rest.len()).unwrap_or(rest.len() * 3);
    let mut text = String::with_capacity(room);
    let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
    match result {
        DecoderResult::Malformed(length, after) => {
            let (line, column) = LineIndex::new(&text).line_column(text.len());
            let offset = mark + read.saturating_sub(usize::from(length) + usize::from(after));
            Err(NotText::Broken { encoding: encoding.name(), line, column, offset })
        }
        DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(text),
    }
}

/// UTF-16 that nothing marks as such: of western text every other byte is null, and those between hardly ever.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    let nulls = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, units) = (nulls(0), nulls(1), sample.len() / 2);
    match units {
        0 | 1 => None,
        _ if odd * 2 > units && even * 20 <= units => Some(UTF_16LE),
        _ if even * 2 > units && odd * 20 <= units => Some(UTF_16BE),
        _ => None,
    }
}

/// Is too much of it control characters? A few nulls in a text are no reason not to read it.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |byte: &&u8| matches!(**byte, 0..=8 | 14..=26 | 28..=31 | 127);
    let controls = bytes.iter().filter(control).count();
    controls > FEW_CONTROLS && controls > bytes.len() / CONTROL_SHARE
}

/// Text that is not UTF-8, in the encoding that it looks most like; `None` where it looks like UTF-8 that was broken, or
/// like no text of the encoding.
fn other(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (mut good, mut bad, mut cut_off) = (0, 0, false);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        bad += usize::from(!chunk.invalid().is_empty());
        // Two bytes of a sign of three: the end is missing.
        cut_off = chunk.invalid().len() > 1;
    }
    if good >= bad || (cut_off && bad == 1) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (mut foreign, mut stray) = (0, 0);
    for c in text.chars().filter(|c| !c.is_ascii()) {
        foreign += 1;
        // The byte of ÿ is what broken programs write, and hardly ever a letter.
        stray += usize::from(!c.is_alphabetic() && !SIGNS.contains(c) || matches!(c, 'ÿ' | 'Ÿ'));
    }
    (stray * STRAY_SHARE <= foreign).then_some(text)
}

/// The encoding that markup names near its start, found as browsers do: `charset=…` or `encoding="…"`.
fn label(start: &[u8]) -> Option<&'static Encoding> {
    let lower = start.to_ascii_lowercase();
    ["charset", "encoding"].into_iter().find_map(|key| {
        let at = lower.windows(key.len()).position(|window| window == key.as_bytes())?;
        let value = lower.get(at + key.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
        let end = value.iter().position(|byte| !(byte.is_ascii_alphanumeric() || b"-_:.".contains(byte)));
        Encoding::for_label(&value[..end.unwrap_or(value.len())])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf8_and_utf16_with_mark_and_without() {
        assert_eq!(decode(b"\xEF\xBB\xBFab".to_vec()), Ok("ab".to_owned()));
        let text = "Rose 5 %\nto €40 “now”";
        for (mark, bytes) in [("", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("", u16::to_be_bytes)]
            .into_iter()
            .chain([("\u{feff}", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("\u{feff}", u16::to_be_bytes)])
        {
            assert_eq!(decode(utf16(&format!("{mark}{text}"), bytes)).as_deref(), Ok(text));
        }
    }

    #[test]
    fn one_byte_encodings() {
        let read = |bytes: &[u8]| decode(bytes.to_vec()).unwrap();
        assert_eq!(read(b"caf\xE9"), "café");
        assert_eq!(read(b"It\x92s \x805 million \x96 or 5 \xB0C"), "It’s €5 million – or 5 °C");
        assert_eq!(read(b"From \xA33 to \xA34 in M\xFCnchen"), "From £3 to £4 in München");
        let russian = encoding_rs::WINDOWS_1251.encode("Выручка выросла на 5 процентов за год").0.into_owned();
        assert_eq!(read(&russian), "Выручка выросла на 5 процентов за год");
    }

    #[test]
    fn broken_text_is_told_from_other_encodings() {
        let broken = |bytes: &[u8]| match decode(bytes.to_vec()) {
            Err(NotText::Broken { encoding, line, column, offset }) => (encoding, line, column, offset),
            other => panic!("{other:?}"),
        };
        assert_eq!(broken(b"ab\xFFc"), ("UTF-8", 1, 3, 2));
        // One byte of an é is missing, the others are there.
        assert_eq!(broken(b"\xC3\xA9\n\xC3\xA9 a\xC3"), ("UTF-8", 2, 4, 7));
        // The last sign is cut off.
        assert_eq!(broken(b"5 \xE2\x82"), ("UTF-8", 1, 3, 2));
        assert_eq!(broken(b"\xFF\xFEa\0\n\0\x00\xD8b\0"), ("UTF-16LE", 2, 1, 6));
        assert_eq!(broken(b"\xFF\xFEa\0b"), ("UTF-16LE", 1, 2, 4));
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(decode(b"PK\x03\x04rest".to_vec()), Err(NotText::Binary(Some(SIGNATURES[1].1))));
        assert_eq!(decode(vec![0; 4000]), Err(NotText::Binary(None)));
        let noise: Vec<u8> = (0..20_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert!(matches!(decode(noise), Err(NotText::Binary(None) | NotText::Broken { .. })));
        assert_eq!(decode(b"a\0b and \0 more text".to_vec()).as_deref(), Ok("a\0b and \0 more text"));
        assert_eq!(decode(vec![]).as_deref(), Ok(""));
    }

    #[test]
    fn markup_names_its_encoding() {
        let page = |head: &str| [head.as_bytes(), b"<p>5 \xB3 \xB1 \xEA</p>"].concat();
        assert!(decode_markup(page("<meta charset='iso-8859-2'>")).unwrap().contains("5 ł ą ę"));
        assert!(decode_markup(page("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>")).unwrap().contains("5 ł ą ę"));
        let meta = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1250\">";
        assert!(decode_markup(page(meta)).unwrap().contains("5 ł"));
        // Saved again as UTF-8, with its old label.
        let saved = "<meta charset=latin1>5 €";
        assert_eq!(decode_markup(saved.as_bytes().to_vec()).as_deref(), Ok(saved));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = decode(bytes.clone());
            let _ = decode_markup(bytes);
        }

        #[test]
        fn text_in_utf8_is_read_as_it_is(text in "[^\u{0}-\u{1f}\u{7f}\u{feff}%{]{0,200}") {
            prop_assert_eq!(decode(text.clone().into_bytes()), Ok(text));
        }
    }
}
