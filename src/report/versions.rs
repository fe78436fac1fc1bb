//! Two versions of one story that were compared: what of one stands beside what of the other.

use super::article::{Article, printable};
use super::messages::Args;
use super::style::{Style, Tone, lines};
use crate::extract::ClaimId;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Blocks of the two versions that say the same, as runs of their indexes in the joined document; one of them may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Abreast {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
}

/// All blocks of both versions, each once and in order: those are abreast that hold sentences which say the same.
pub(super) fn abreast(article: &Article) -> Vec<Abreast> {
    let blocks = &article.document.blocks;
    let of_parts = article.document.blocks_of_parts();
    let [source, target] = of_parts.as_slice() else { return vec![] };
    let block = |byte: usize| blocks.partition_point(|block| block.span.end <= byte);
    let mut rows: Vec<Abreast> = Vec::new();
    let (mut left, mut right) = (source.start, target.start);
    let mut pairs = article.checked.counterparts.clone();
    // What stands out of order stays where it stands, in both versions.
    for pair in pairs.iter_mut().filter(|pair| pair.crossing) {
        pair.target = 0..0;
    }
    for pair in &pairs {
        let until = |span: &Range<usize>| if span.is_empty() { 0 } else { block(span.end.saturating_sub(1)) + 1 };
        let (source_end, target_end) = (until(&pair.source).min(source.end), until(&pair.target).min(target.end));
        let begins = |span: &Range<usize>| block(span.start);
        // A block that goes on beside the row at hand belongs to it.
        let goes_on = !pair.source.is_empty() && begins(&pair.source) < left
            || !pair.target.is_empty() && begins(&pair.target) < right;
        let (source_end, target_end) = (source_end.max(left), target_end.max(right));
        match rows.last_mut().filter(|_| goes_on) {
            Some(row) => (row.source.end, row.target.end) = (source_end, target_end),
            None if source_end > left || target_end > right => {
                rows.push(Abreast { source: left..source_end, target: right..target_end });
            }
            None => {}
        }
        (left, right) = (source_end, target_end);
    }
    if left < source.end || right < target.end {
        rows.push(Abreast { source: left..source.end, target: right..target.end });
    }
    rows
}

/// The sentences in which a figure differs, side by side, and how many there are.
pub(super) fn side_by_side(article: &Article, style: Style) -> String {
    let counterparts = &article.checked.counterparts;
    let accused: FxHashSet<ClaimId> = article.findings().flat_map(|finding| &finding.claims).copied().collect();
    // In the order of the text, of which each version is a part.
    let mut spans: Vec<Range<usize>> =
        accused.iter().filter_map(|id| article.claim(*id)).map(|it| it.span.clone()).collect();
    spans.sort_by_key(|span| span.start);
    let names: Vec<String> = article.parts().iter().map(|part| printable(&part.document.name())).collect();
    let mut table = style.table(&names, true);
    for pair in counterparts.iter().filter(|pair| [&pair.source, &pair.target].iter().any(|side| holds(&spans, side))) {
        table.add_row([&pair.source, &pair.target].map(|side| style.cell(&marked(article, side, &spans), Tone::Plain)));
    }
    let mut out = if table.is_empty() { String::new() } else { lines(&table) };
    let added = counterparts.iter().filter(|pair| pair.source.is_empty()).count();
    let omitted = counterparts.iter().filter(|pair| pair.target.is_empty()).count();
    let mut args = Args::new();
    args.set("pairs", counterparts.len() - added - omitted);
    args.set("omitted", omitted);
    args.set("added", added);
    out.push_str(&style.paint(&article.messages().format("versions-total", &args), Tone::Plain));
    out.push('\n');
    out
}

/// Does one of the spans, which are in order, begin there?
fn holds(spans: &[Range<usize>], within: &Range<usize>) -> bool {
    let first = spans.partition_point(|span| span.start < within.start);
    spans.get(first).is_some_and(|span| span.start < within.end)
}

/// Sentences with their place, and the figures that differ between marks.
fn marked(article: &Article, sentences: &Range<usize>, spans: &[Range<usize>]) -> String {
    if sentences.is_empty() {
        return String::new();
    }
    let part = |range: Range<usize>| article.document.text.get(range).unwrap_or_default();
    let mut text = format!("{} ", article.places().of(sentences.start));
    let mut at = sentences.start;
    let first = spans.partition_point(|span| span.start < sentences.start);
    for span in spans.iter().skip(first).take_while(|span| span.start < sentences.end) {
        if span.start < at {
            continue;
        }
        text.push_str(part(at..span.start));
        text.push('›');
        text.push_str(part(span.clone()));
        text.push('‹');
        at = span.end;
    }
    text.push_str(part(at..sentences.end.max(at)));
    printable(&text)
}
