//! Hard-wrapped text: paragraphs that were broken into lines of about one width, and are put together again.

/// A line that is not blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'t> {
    /// Byte of the text at which it begins, white space at its start not counted.
    pub start: usize,
    /// Its text, without white space at its ends.
    pub text: &'t str,
    /// Does it begin with white space?
    pub indented: bool,
    /// Does a blank line, or nothing, stand before it?
    pub apart: bool,
}

impl<'t> Line<'t> {
    /// A line that is a paragraph by itself.
    pub fn alone(text: &'t str) -> Self {
        Line { start: 0, text: text.trim(), indented: false, apart: true }
    }
}

/// No text is wrapped to lines longer than this, in characters.
const WIDEST: usize = 100;

/// Pairs of lines that a text must have before it can be called wrapped.
const PAIRS: usize = 3;

/// A wrapped line may end so many characters before the next word would have stopped fitting: not every program
/// breaks lines at the last possible word.
const SLACK: usize = 12;

/// Puts the lines of wrapped paragraphs together. Lines that `stays` says begin something of their own never join.
pub fn unwrap<'t>(text: &'t str, lines: &[Line<'t>], stays: impl Fn(usize) -> bool) -> Vec<Line<'t>> {
    let Some(width) = width(lines) else { return lines.to_vec() };
    let mut joined: Vec<Line<'t>> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let fits = |before: &Line<'_>| {
            let word = line.text.split_whitespace().next().unwrap_or("");
            before.text.chars().count() + 1 + word.chars().count() + SLACK > width || goes_on(before.text, line.text)
        };
        let joins = index > 0 && !line.apart && !line.indented && !stays(index) && fits(&lines[index - 1]);
        match joined.last_mut() {
            Some(last) if joins => last.text = &text[last.start..line.start + line.text.len()],
            _ => joined.push(*line),
        }
    }
    joined
}

/// Is the second line the rest of a sentence, even where the first was broken early (its date line was cut off, say)?
fn goes_on(before: &str, line: &str) -> bool {
    let open = !before.ends_with(['.', '!', '?', ':', '"', '”', ')']);
    open && line.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
}

/// Width of the lines of a wrapped text; `None` for a text that is not wrapped. Wrapped lines are of moderate length and
/// break in the middle of sentences: a third of them goes on in lower case.
fn width(lines: &[Line<'_>]) -> Option<usize> {
    let (mut width, mut pairs, mut running) = (0, 0, 0);
    for (index, line) in lines.iter().enumerate() {
        // A byte is never more than a character: long lines need not be counted out.
        if line.text.len() > WIDEST * 4 {
            return None;
        }
        width = width.max(line.text.chars().count());
        if width > WIDEST {
            return None;
        }
        if index > 0 && !line.apart && !line.indented {
            pairs += 1;
            running += usize::from(line.text.starts_with(char::is_lowercase));
        }
    }
    (pairs >= PAIRS && running * 3 >= pairs).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line<'_>> {
        let (mut lines, mut start, mut apart) = (Vec::new(), 0, true);
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim();
            let indent = line.len() - line.trim_start().len();
            if !trimmed.is_empty() {
                lines.push(Line { start: start + indent, text: trimmed, indented: indent > 0, apart });
            }
            apart = trimmed.is_empty();
            start += line.len();
        }
        lines
    }

    #[test]
    fn wrapped_paragraphs_become_one_line_each() {
        let text = "SALES RISE\n\nSales of the company rose last year by more than a\ntenth, its chairman said on Monday, and they are to\nrise again.\n    He named no figures for the first half, in which the\ncompany had lost customers.\n";
        let joined = unwrap(text, &lines(text), |_| false);
        let starts: Vec<&str> = joined.iter().map(|line| &line.text[..5]).collect();
        assert_eq!(starts, ["SALES", "Sales", "He na"]);
        assert!(joined[1].text.ends_with("rise again."));
    }

    #[test]
    fn short_lines_of_their_own_stay() {
        let text = "Home 3\nAway 2\nCrowd 41,250\nReferee unknown\nWeather fine";
        assert_eq!(unwrap(text, &lines(text), |_| false).len(), 5);
    }
}
