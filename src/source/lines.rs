//! Line and column of a byte, as editors count them.

/// Bytes between two marks: the most that a lookup scans.
const STRIDE: usize = 1024;

/// A place that a lookup may start from: line and column of the byte `STRIDE * index`.
#[derive(Clone, Copy, Debug)]
struct Mark {
    line: usize,
    column: usize,
}

/// Maps bytes of a text to lines and columns.
///
/// Marks stand at fixed distances and not at line starts, so that neither a text of one endless line nor one of nothing
/// but line breaks makes it slow or large.
#[derive(Debug)]
pub struct LineIndex<'a> {
    bytes: &'a [u8],
    marks: Vec<Mark>,
}

impl<'a> LineIndex<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut mark = Mark { line: 1, column: 1 };
        let mut at = 0;
        loop {
            marks.push(mark);
            let end = at + STRIDE;
            if end > bytes.len() {
                return LineIndex { bytes, marks };
            }
            mark = advance(bytes, mark, at, end);
            at = end;
        }
    }

    /// Line and column of a byte, both from 1; the column counts code points. A byte past the end counts as the end.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.bytes.len());
        let index = (byte / STRIDE).min(self.marks.len().saturating_sub(1));
        let Some(&mark) = self.marks.get(index) else {
            return (1, 1);
        };
        let found = advance(self.bytes, mark, index * STRIDE, byte);
        (found.line, found.column)
    }
}

/// The mark of `to`, given that of `from`. A line ends with LF, CR LF or a lone CR.
fn advance(bytes: &[u8], mut mark: Mark, from: usize, to: usize) -> Mark {
    for at in from..to.min(bytes.len()) {
        let byte = bytes[at];
        if byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')) {
            mark.line += 1;
            mark.column = 1;
        } else if byte & 0b1100_0000 != 0b1000_0000 {
            mark.column += 1;
        }
    }
    mark
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_code_points_and_every_kind_of_line_end() {
        let text = "a€b\r\nc\rd\n\ne";
        let index = LineIndex::new(text);
        let places: Vec<_> = text.char_indices().map(|(byte, _)| index.line_column(byte)).collect();
        assert_eq!(places, [(1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (5, 1)]);
        assert_eq!(index.line_column(usize::MAX), (5, 2));
    }

    #[test]
    fn an_empty_text_begins_at_one_one() {
        assert_eq!(LineIndex::new("").line_column(0), (1, 1));
    }

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(text in "[a€\n\r]{0,3000}") {
            let index = LineIndex::new(&text);
            for (byte, _) in text.char_indices().step_by(97) {
                let mark = advance(text.as_bytes(), Mark { line: 1, column: 1 }, 0, byte);
                prop_assert_eq!(index.line_column(byte), (mark.line, mark.column));
            }
        }
    }
}
