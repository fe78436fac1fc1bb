//! Plain text, cut into blocks.

use super::columns::tables;
use super::wrap::{Line, unwrap};
use super::{Block, Comment, Document, Role};

/// A headline is shorter than this many code points: longer first lines are paragraphs.
const HEADLINE_LENGTH: usize = 150;
/// A headline stands among the first blocks, if anywhere; before it may stand the name of a section.
const HEADLINE_WITHIN: usize = 3;

/// A document from plain text. A line break ends a block, but not in text that was broken into lines of one width.
pub fn from_text(id: String, path: Option<String>, text: String) -> Document {
    let (blocks, comments) = blocks(&text);
    Document { id, path, text, blocks, comments, ..Document::default() }
}

/// Cuts a text into blocks, one a line that is not blank, with the roles that the form of plain text tells. Comments that
/// stand on lines of their own are none.
fn blocks(text: &str) -> (Vec<Block>, Vec<Comment>) {
    let (lines, comments) = lines(text);
    let marks: Vec<(usize, Role)> = (0..lines.len()).map(|index| mark(&lines, index)).collect();
    let tables = tables(&lines);
    let table = |index: usize| tables.partition_point(|run| run.lines.end <= index);
    let in_table = |index: usize| tables.get(table(index)).is_some_and(|run| run.lines.contains(&index));
    let ends_table = |index: usize| index.checked_sub(1).is_some_and(in_table);
    let stays = |index: usize| marks[index] != (0, Role::Body) || in_table(index) || ends_table(index);
    let mut blocks = Vec::with_capacity(lines.len());
    for line in unwrap(text, &lines, stays) {
        let index = lines.partition_point(|other| other.start < line.start);
        if in_table(index) {
            let number = table(index);
            if tables[number].lines.start == index {
                blocks.extend(tables[number].blocks(text, &lines, number + 1));
            }
            continue;
        }
        let (mark, role) = marks[index];
        let rest = line.text.get(mark..).unwrap_or(line.text);
        let content = rest.trim();
        if content.is_empty() {
            continue;
        }
        let start = line.start + mark + (rest.len() - rest.trim_start().len());
        blocks.push(Block { span: start..start + content.len(), role, cell: None });
    }
    mark_headline(text, &mut blocks);
    (blocks, comments)
}

/// Length of the mark that begins a line, and the role that it gives.
pub(super) fn mark(lines: &[Line<'_>], index: usize) -> (usize, Role) {
    let line = lines[index].text;
    let (mark, role) = marker(line);
    if mark > 0 {
        return (mark, role);
    }
    let neighbours = [index.checked_sub(1), index.checked_add(1)];
    let neighbours = neighbours.into_iter().flatten().filter_map(|at| lines.get(at));
    match number_marker(line, neighbours.map(|line| line.text)) {
        0 => (0, role),
        mark => (mark, Role::Item),
    }
}

/// Lines that are not blank, and those that are comments.
fn lines(text: &str) -> (Vec<Line<'_>>, Vec<Comment>) {
    let (mut lines, mut comments) = (Vec::new(), Vec::new());
    let (mut start, mut apart) = (0, true);
    while start < text.len() {
        let line = &text[start..line_end(text, start)];
        let trimmed = line.trim();
        // The second half of a line break of two signs is no line.
        if !trimmed.is_empty() {
            let indent = line.len() - line.trim_start().len();
            if let Some(comment) = Comment::of_line(trimmed, start + indent) {
                comments.push(comment);
                (start, apart) = (start + line.len(), true);
                continue;
            }
            lines.push(Line { start: start + indent, text: trimmed, indented: indent > 0, apart });
            apart = false;
        } else if line != "\n" || !text[..start].ends_with('\r') {
            apart = true;
        }
        start += line.len();
    }
    (lines, comments)
}

/// Where the line that starts at a byte ends, with its line break.
fn line_end(text: &str, start: usize) -> usize {
    // The separators of lines and paragraphs begin with the same byte as typographic quotes.
    const SEPARATOR: u8 = 0xE2;
    let bytes = text.as_bytes();
    let breaks = memchr::memchr3_iter(b'\n', b'\r', SEPARATOR, &bytes[start..]).map(|at| start + at);
    let mut ends = breaks.filter_map(|at| match &bytes[at..] {
        [SEPARATOR, 0x80, 0xA8 | 0xA9, ..] => Some(at + 3),
        [SEPARATOR, ..] => None,
        _ => Some(at + 1),
    });
    ends.next().unwrap_or(text.len())
}

/// Length of the mark that begins a line (`- `, `> `, `# `), and the role that it gives.
fn marker(line: &str) -> (usize, Role) {
    let spaced = |mark: usize| line[mark..].starts_with([' ', '\t', '\u{a0}']);
    match line.as_bytes() {
        [b'-' | b'*', ..] if spaced(1) => (1, Role::Item),
        [b'>', ..] => (1, Role::Quote),
        [b'#', ..] => {
            let mark = line.len() - line.trim_start_matches('#').len();
            if mark <= 6 && spaced(mark) { (mark, Role::Body) } else { (0, Role::Body) }
        }
        _ if line.starts_with('•') => ('•'.len_utf8(), Role::Item),
        _ => (0, Role::Body),
    }
}

/// Length of `3.` or `3)` at the beginning of a line, if the line before or after carries on the count: alone it may as
/// well be a date or a figure.
fn number_marker<'a>(line: &str, neighbours: impl Iterator<Item = &'a str>) -> usize {
    let Some((number, length)) = counter(line) else {
        return 0;
    };
    let mut neighbours = neighbours.filter_map(counter);
    if neighbours.any(|(other, _)| number.abs_diff(other) == 1) { length } else { 0 }
}

/// A number of one or two digits with its `.` or `)` and a space behind it: its value and length without the space.
fn counter(line: &str) -> Option<(u8, usize)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = line.get(..digits)?.parse().ok().filter(|_| digits <= 2)?;
    let rest = line.get(digits..)?.strip_prefix(['.', ')'])?;
    rest.starts_with([' ', '\t']).then_some((number, digits + 1))
}

/// The first block that is short and does not end like a sentence is the headline, if something stands under it.
pub(super) fn mark_headline(text: &str, blocks: &mut [Block]) {
    let last = blocks.len().saturating_sub(1);
    let Some(block) = blocks.iter_mut().take(HEADLINE_WITHIN.min(last)).find(|block| block.role == Role::Body) else {
        return;
    };
    let line = &text[block.span.clone()];
    let end = line.trim_end_matches(['"', '\'', '”', '’', '»', ')']);
    let sentence = end.ends_with(['.', ',', ';', ':', '…']);
    if !sentence && line.chars().nth(HEADLINE_LENGTH).is_none() {
        block.role = Role::Headline;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<(&str, Role)> {
        blocks(text).0.into_iter().map(|block| (&text[block.span], block.role)).collect()
    }

    #[test]
    fn a_line_is_a_block_and_the_first_short_one_the_headline() {
        assert_eq!(
            cut("• News\r\n\r\nA title\r\n Some sentence.  \n\nAnother one."),
            [
                ("News", Role::Item),
                ("A title", Role::Headline),
                ("Some sentence.", Role::Body),
                ("Another one.", Role::Body)
            ]
        );
    }

    #[test]
    fn a_single_line_is_no_headline() {
        assert_eq!(cut("Sales rose to 40"), [("Sales rose to 40", Role::Body)]);
    }

    #[test]
    fn items_need_a_mark_or_a_neighbour_in_the_count() {
        assert_eq!(
            cut("Text.\n1. One\n2) Two\n- Three\n-4 degrees\n12. Oktober"),
            [
                ("Text.", Role::Body),
                ("One", Role::Item),
                ("Two", Role::Item),
                ("Three", Role::Item),
                ("-4 degrees", Role::Body),
                ("12. Oktober", Role::Body)
            ]
        );
    }

    #[test]
    fn headings_and_quotations() {
        assert_eq!(
            cut("# A title\n> Quoted.\n## Part\n#tag"),
            [("A title", Role::Headline), ("Quoted.", Role::Quote), ("Part", Role::Body), ("#tag", Role::Body)]
        );
    }

    #[test]
    fn lines_cut_by_tabs_or_strokes_are_tables() {
        let text = "Sales\n\n\t2022\t2023\nNorth\t120\t 85 \nSouth\t\t7\n\n| Place | Share |\n|---|---:|\n| a \\| b | 5% |\nText.";
        let cells: Vec<_> = blocks(text)
            .0
            .iter()
            .filter_map(|block| {
                let cell = block.cell?;
                Some((&text[block.span.clone()], cell.table, cell.row, cell.column, cell.head))
            })
            .collect();
        assert_eq!(
            cells,
            [
                ("2022", 1, 1, 2, false),
                ("2023", 1, 1, 3, false),
                ("North", 1, 2, 1, false),
                ("120", 1, 2, 2, false),
                ("85", 1, 2, 3, false),
                ("South", 1, 3, 1, false),
                ("7", 1, 3, 3, false),
                ("Place", 2, 1, 1, true),
                ("Share", 2, 1, 2, true),
                ("a \\| b", 2, 2, 1, false),
                ("5%", 2, 2, 2, false),
            ]
        );
        assert_eq!(cut("A\tb\nNo figure\tat all").len(), 2);
        assert_eq!(cut("News | Sport\nHome | 24 hours").len(), 2);
        assert_eq!(cut("One line\twith 5 tabs").len(), 1);
    }

    #[test]
    fn lines_that_speak_to_addsup_are_no_blocks() {
        let text = "<!-- addsup: ignore-file -->\nA title\n<!-- other -->\n  <!--addsup:ignore[x] why-->  \nText.\n<!-- addsupper -->\n";
        let document = from_text(String::new(), None, text.to_owned());
        let blocks: Vec<&str> = document.blocks.iter().map(|block| &text[block.span.clone()]).collect();
        assert_eq!(blocks, ["A title", "<!-- other -->", "Text.", "<!-- addsupper -->"]);
        let told: Vec<&str> = document.comments.iter().map(|comment| &*comment.text).collect();
        assert_eq!(told, [": ignore-file", ":ignore[x] why"]);
        assert_eq!(document.words(), "\nA title\n<!-- other -->\n    \nText.\n<!-- addsupper -->\n");
        // What stands on both sides of one does not become one paragraph.
        let wrapped = |line: &str| {
            format!(
                "{}{line}\n{}",
                "words of a line that is full\n".repeat(5),
                "words of a line that is full\n".repeat(5)
            )
        };
        assert_eq!(
            (cut(&wrapped("and so on and on it goes")).len(), cut(&wrapped("<!-- addsup: x -->")).len()),
            (1, 2)
        );
    }

    proptest! {
        #[test]
        fn blocks_are_in_order_and_hold_everything_but_space_and_marks(text in "(?s).{0,200}") {
            let mut end = 0;
            for block in blocks(&text).0 {
                prop_assert!(block.span.start >= end && block.span.start < block.span.end);
                let content = &text[block.span.clone()];
                prop_assert_eq!(content, content.trim());
                end = block.span.end;
            }
        }
    }
}
