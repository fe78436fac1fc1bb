//! Pairs in JSON Lines: two versions of one story a line, `{"id", "source", "target", "source_lang"?, "target_lang"?,
//! "published"?}`.

use super::jsonl::{EntryError, parse_moment};
use super::{Document, from_text};
use serde_json::Value;

/// A line that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The id as the input wrote it, string or number: the answer carries the same.
    pub id: Value,
    /// The version that was there first.
    pub source: Document,
    /// The version that was made of it.
    pub target: Document,
}

/// One line of JSON Lines. Other fields are the user's own and are passed over.
///
/// # Errors
/// Where the line is no such object, or its publication date is none.
pub fn parse_pair(line: &[u8], path: Option<&str>) -> Result<Pair, EntryError> {
    let nameless = |message: String| EntryError { id: Value::Null, message };
    let mut line: Value = serde_json::from_slice(line).map_err(|error| nameless(error.to_string()))?;
    let fields = line.as_object_mut().ok_or_else(|| nameless("it is no object".to_owned()))?;
    let id = fields.remove("id").ok_or_else(|| nameless("missing field `id`".to_owned()))?;
    let named = match &id {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => return Err(nameless("`id` must be a string or a number".to_owned())),
    };
    let wrong = |message: String| EntryError { id: id.clone(), message };
    let mut text = |name: &str| match fields.remove(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(wrong(format!("`{name}` must be a string"))),
    };
    let mut version = |name: &str| {
        let body = text(name)?.ok_or_else(|| wrong(format!("missing field `{name}`")))?;
        let mut document = from_text(format!("{named}:{name}"), path.map(str::to_owned), body);
        document.language = text(&format!("{name}_lang"))?.filter(|code| !code.is_empty());
        Ok(document)
    };
    let (mut source, mut target) = (version("source")?, version("target")?);
    if let Some(date) = text("published")?.filter(|date| !date.is_empty()) {
        let moment = parse_moment(&date);
        let (day, time) =
            moment.ok_or_else(|| wrong(format!("`published` is neither a date nor a date-time: {date:?}")))?;
        for document in [&mut source, &mut target] {
            (document.published, document.published_time) = (Some(day), time);
        }
    }
    Ok(Pair { id, source, target })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_versions_with_what_is_known_of_them() {
        let line = br#"{"id":7,"source":"a","target":"b","source_lang":"en","published":"2023-10-13","more":1}"#;
        let pair = parse_pair(line, Some("pairs.jsonl")).unwrap();
        assert_eq!(pair.id, Value::from(7));
        assert_eq!((pair.source.text.as_str(), pair.target.text.as_str()), ("a", "b"));
        assert_eq!((pair.source.language.as_deref(), pair.target.language), (Some("en"), None));
        assert_eq!(pair.source.name(), "pairs.jsonl#7:source");
        assert!(pair.source.published.is_some() && pair.source.published == pair.target.published);
    }

    #[test]
    fn a_bad_line_keeps_its_id_where_it_has_one() {
        let fault = |line: &str| {
            let error = parse_pair(line.as_bytes(), None).unwrap_err();
            (error.id, error.message)
        };
        let x = || Value::from("x");
        assert_eq!(fault(r#"{"id":"x","source":"a"}"#), (x(), "missing field `target`".to_owned()));
        assert_eq!(fault(r#"{"id":"x","source":1,"target":""}"#), (x(), "`source` must be a string".to_owned()));
        assert_eq!(fault(r#"{"source":"a"}"#), (Value::Null, "missing field `id`".to_owned()));
        assert!(fault(r#"{"id":"x","source":"a","target":"b","published":"soon"}"#).1.contains("soon"));
        assert_eq!(fault("[]"), (Value::Null, "it is no object".to_owned()));
    }
}
