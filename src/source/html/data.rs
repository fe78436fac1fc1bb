//! What a page says of its article in JSON-LD, <https://schema.org/NewsArticle>.

use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::ops::Range;

/// How deep an article may lie in the objects of a script.
const DEPTH: usize = 6;

/// What a script says of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LinkedData {
    /// Bytes of its headline in the source, a JSON string.
    pub headline: Option<Range<usize>>,
    /// When it was published.
    pub published: Option<String>,
    /// When it was changed last.
    pub modified: Option<String>,
    /// Bytes of its text in the source, a JSON string.
    pub body: Option<Range<usize>>,
}

/// The first article of a script, which is a range of the source. Scripts that are no JSON say nothing.
pub fn linked_data(source: &str, script: Range<usize>) -> Option<LinkedData> {
    let text = source.get(script)?.trim().trim_end_matches(';');
    let mut open: Vec<(&RawValue, usize)> = vec![(serde_json::from_str(text).ok()?, 0)];
    while let Some((value, depth)) = open.pop() {
        if depth > DEPTH {
            continue;
        }
        if value.get().starts_with('[') {
            let items: Vec<&RawValue> = serde_json::from_str(value.get()).unwrap_or_default();
            open.extend(items.into_iter().rev().map(|item| (item, depth + 1)));
            continue;
        }
        // A value that is no object has no fields.
        let fields: BTreeMap<String, &RawValue> = serde_json::from_str(value.get()).unwrap_or_default();
        if fields.get("@type").is_some_and(|kind| is_article(kind)) {
            let place = |name: &str| {
                let raw = fields.get(name).filter(|raw| raw.get().starts_with('"'))?.get();
                // The text was borrowed from the source.
                let start = (raw.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
                Some(start..start + raw.len())
            };
            let text = |name: &str| serde_json::from_str(fields.get(name)?.get()).ok();
            return Some(LinkedData {
                headline: place("headline"),
                published: text("datePublished"),
                modified: text("dateModified"),
                body: place("articleBody"),
            });
        }
        open.extend(
            ["mainEntityOfPage", "mainEntity", "@graph"]
                .iter()
                .filter_map(|name| fields.get(*name).map(|value| (*value, depth + 1))),
        );
    }
    None
}

/// Is a type, or one of several, some kind of article: NewsArticle, ReportageNewsArticle, BlogPosting?
fn is_article(kind: &RawValue) -> bool {
    let one = |kind: &str| kind.ends_with("Article") || kind.ends_with("BlogPosting");
    serde_json::from_str::<String>(kind.get()).is_ok_and(|kind| one(&kind))
        || serde_json::from_str::<Vec<String>>(kind.get()).is_ok_and(|kinds| kinds.iter().any(|kind| one(kind)))
}

/// Takes a JSON string of the source apart: text as it stands, and what escapes stand for.
pub fn json_string(source: &str, string: Range<usize>, mut piece: impl FnMut(&str, Range<usize>)) {
    let (mut at, end) = (string.start + 1, string.end.saturating_sub(1));
    while let Some(rest) = source.get(at..end).filter(|rest| !rest.is_empty()) {
        let plain = rest.find('\\').unwrap_or(rest.len());
        if plain > 0 {
            piece(&rest[..plain], at..at + plain);
            at += plain;
            continue;
        }
        let is_unit = |at: usize| rest.get(at..at + 2) == Some("\\u");
        // Two halves of a sign beyond the first 65536 are one.
        let length = match (is_unit(0), is_unit(6)) {
            (true, true) => 12,
            (true, false) => 6,
            (false, _) => 2,
        };
        let decoded = |length: usize| {
            let escape = rest.get(..length)?;
            serde_json::from_str::<String>(&format!("\"{escape}\"")).ok().map(|text| (text, length))
        };
        // Half a sign is none.
        let lost = || ("\u{fffd}".to_owned(), length.min(6));
        let (text, length) = decoded(length).or_else(|| decoded(6)).unwrap_or_else(lost);
        piece(&text, at..at + length);
        at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_found_in_graphs_and_lists() {
        let article =
            r#"{"@type":["Thing","NewsArticle"],"headline":"Rose 5 %","datePublished":"2024-03-15","articleBody":"a"}"#;
        for script in [
            article.to_owned(),
            format!("[{{\"@type\":\"WebSite\"}},{article}]"),
            format!("\n{{\"@context\":1,\"@graph\":[{{\"@type\":\"Person\",\"headline\":\"no\"}},{article}]}};"),
        ] {
            let source = format!("<script>{script}</script>");
            let found = linked_data(&source, 8..8 + script.len()).unwrap();
            assert_eq!(&source[found.headline.unwrap()], "\"Rose 5 %\"");
            assert_eq!(found.published.as_deref(), Some("2024-03-15"));
            assert_eq!(&source[found.body.unwrap()], "\"a\"");
        }
        assert_eq!(linked_data("{", 0..1), None);
        assert_eq!(linked_data(&"[".repeat(100_000), 0..100_000), None);
    }

    #[test]
    fn escapes_lead_back() {
        let source = r#""a\u00e9 5\n\ud83d\ude00\"b\ud83dc""#;
        let mut pieces = Vec::new();
        json_string(source, 0..source.len(), |text, range| pieces.push((text.to_owned(), source[range].to_owned())));
        let pieces: Vec<(&str, &str)> = pieces.iter().map(|(text, range)| (text.as_str(), range.as_str())).collect();
        assert_eq!(
            pieces,
            [
                ("a", "a"),
                ("é", "\\u00e9"),
                (" 5", " 5"),
                ("\n", "\\n"),
                ("😀", "\\ud83d\\ude00"),
                ("\"", "\\\""),
                ("b", "b"),
                ("\u{fffd}", "\\ud83d"),
                ("c", "c")
            ]
        );
    }
}
