//! JSON Lines: one article a line, `{"id", "text", "lang"?, "published"?}`, or whatever these fields are called.

use super::{Document, from_text};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;
use std::fmt;

/// A line that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The id as the input wrote it, string or number: the answer carries the same.
    pub id: Value,
    /// The article.
    pub document: Document,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryError {
    /// The id, where so much could be read; else null.
    pub id: Value,
    /// What is wrong, in English, without the line's number.
    pub message: String,
}

impl fmt::Display for EntryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for EntryError {}

/// What the fields of a line are called. A name may be a path through objects and arrays: `meta.lang`, `texts.0`.
///
/// Other fields are the user's own and are passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The id, a string or number.
    pub id: String,
    /// The text.
    pub text: String,
    /// The publication date or date-time, if it is there.
    pub published: String,
    /// The language code, if it is there.
    pub lang: String,
}

impl Default for Fields {
    fn default() -> Self {
        let name = |name: &str| name.to_owned();
        Fields { id: name("id"), text: name("text"), published: name("published"), lang: name("lang") }
    }
}

impl Fields {
    /// With the names that a list gives: `id=guid,text=body,published=date,lang=language`.
    ///
    /// # Errors
    /// Says what is wrong with the list.
    pub fn named(list: &str) -> Result<Self, String> {
        let mut fields = Fields::default();
        for entry in list.split(',').filter(|entry| !entry.trim().is_empty()) {
            let (field, name) = entry.split_once('=').unwrap_or((entry, ""));
            let (field, name) = (field.trim(), name.trim());
            if name.is_empty() {
                return Err(format!("`{entry}` is not of the form field=name"));
            }
            let known = match field {
                "id" => &mut fields.id,
                "text" => &mut fields.text,
                "published" => &mut fields.published,
                "lang" => &mut fields.lang,
                _ => return Err(format!("there is no field `{field}`; known: id, text, published, lang")),
            };
            name.clone_into(known);
        }
        Ok(fields)
    }
}

/// The value of a field, taken out of the line. A name with dots that is the name of a field goes before a path.
fn take(line: &mut Value, name: &str) -> Option<Value> {
    if let Some(value) = line.get_mut(name) {
        return Some(value.take());
    }
    let mut at = line;
    for part in name.split('.') {
        at = match at {
            Value::Array(list) => list.get_mut(part.parse::<usize>().ok()?)?,
            other => other.get_mut(part)?,
        };
    }
    Some(at.take())
}

/// One line of JSON Lines.
///
/// # Errors
/// Where the line is no such object, or its publication date is none.
pub fn parse_entry(line: &[u8], path: Option<&str>, fields: &Fields) -> Result<Entry, EntryError> {
    let nameless = |message: String| EntryError { id: Value::Null, message };
    let mut line: Value = serde_json::from_slice(line).map_err(|error| nameless(error.to_string()))?;
    if !line.is_object() {
        return Err(nameless("it is no object".to_owned()));
    }
    let id = take(&mut line, &fields.id).ok_or_else(|| nameless(format!("missing field `{}`", fields.id)))?;
    let named = match &id {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => return Err(nameless(format!("`{}` must be a string or a number", fields.id))),
    };
    let wrong = |message: String| EntryError { id: id.clone(), message };
    let mut text = |name: &str| match take(&mut line, name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(wrong(format!("`{name}` must be a string"))),
    };
    let body = text(&fields.text)?.ok_or_else(|| wrong(format!("missing field `{}`", fields.text)))?;
    let mut document = from_text(named, path.map(str::to_owned), body);
    document.language = text(&fields.lang)?.filter(|code| !code.is_empty());
    if let Some(date) = text(&fields.published)?.filter(|date| !date.is_empty()) {
        let moment = parse_moment(&date);
        let (day, time) = moment
            .ok_or_else(|| wrong(format!("`{}` is neither a date nor a date-time: {date:?}", fields.published)))?;
        (document.published, document.published_time) = (Some(day), time);
    }
    Ok(Entry { id, document })
}

/// A publication date from a date or date-time of ISO 8601. The day is that of the place where the clock was read: an
/// article of 21:05+07:00 speaks of its own "yesterday", not of Greenwich's.
pub fn parse_published(text: &str) -> Option<NaiveDate> {
    parse_moment(text).map(|(day, _)| day)
}

/// The same with the time of day, where there is one.
pub(super) fn parse_moment(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let text = text.trim();
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Some((date, None));
    }
    const LOCAL: [&str; 4] = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    const OFFSET: [&str; 4] =
        ["%Y-%m-%dT%H:%M%#z", "%Y-%m-%d %H:%M%#z", "%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z"];
    let zoned = || DateTime::parse_from_rfc3339(text).ok();
    let local = || LOCAL.iter().find_map(|format| NaiveDateTime::parse_from_str(text, format).ok());
    let offset = || OFFSET.iter().find_map(|format| DateTime::parse_from_str(text, format).ok());
    let moment = zoned().map(|moment| moment.naive_local()).or_else(local);
    let moment = moment.or_else(|| offset().map(|moment| moment.naive_local()))?;
    Some((moment.date(), Some(moment.time())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_keep_their_type() {
        let entry = parse_entry(br#"{"id":7,"text":"a","lang":null,"other":[1]}"#, None, &Fields::default()).unwrap();
        assert_eq!((entry.id, entry.document.id.as_str()), (Value::from(7), "7"));
        let entry = parse_entry(
            br#"{"id":"x","text":"a","lang":"id","published":"2023-10-13T21:05+07:00"}"#,
            None,
            &Fields::default(),
        )
        .unwrap();
        assert_eq!(entry.document.language.as_deref(), Some("id"));
        assert_eq!(entry.document.published, NaiveDate::from_ymd_opt(2023, 10, 13));
    }

    #[test]
    fn a_bad_line_keeps_its_id_where_it_has_one() {
        assert_eq!(parse_entry(br#"{"id":"x"}"#, None, &Fields::default()).unwrap_err().id, Value::from("x"));
        assert_eq!(
            parse_entry(br#"{"id":"x","text":"","published":"soon"}"#, None, &Fields::default()).unwrap_err().id,
            Value::from("x")
        );
        assert_eq!(parse_entry(b"{", None, &Fields::default()).unwrap_err().id, Value::Null);
        assert_eq!(parse_entry(br#"{"id":{},"text":""}"#, None, &Fields::default()).unwrap_err().id, Value::Null);
    }

    #[test]
    fn fields_are_called_what_the_user_says() {
        let fields = Fields::named("id=guid, text=body.parts.1,published=meta.date,lang=meta.lang").unwrap();
        let line = br#"{"guid":"g","text":"no","body":{"parts":["no","A text."]},"meta.date":"2023-10-13","meta":{"lang":"id"}}"#;
        let document = parse_entry(line, None, &fields).unwrap().document;
        assert_eq!((document.text.as_str(), document.language.as_deref()), ("A text.", Some("id")));
        assert_eq!(document.published, NaiveDate::from_ymd_opt(2023, 10, 13));
        let error = parse_entry(br#"{"guid":"g","body":[]}"#, None, &fields).unwrap_err();
        assert_eq!((error.id, error.message.as_str()), (Value::from("g"), "missing field `body.parts.1`"));
        assert!(Fields::named("id").unwrap_err().contains("field=name"));
        assert!(Fields::named("title=head").unwrap_err().contains("no field `title`"));
    }

    #[test]
    fn the_day_of_publication_is_that_of_its_own_clock() {
        let day = NaiveDate::from_ymd_opt(2023, 10, 13);
        for text in [
            "2023-10-13",
            "2023-10-13T01:05:00+07:00",
            "2023-10-13T23:05:00Z",
            "2023-10-13 21:05",
            "2023-10-13T21:05:06.5",
            "2023-10-13T21:05+0700",
            "2023-10-13T21:05Z",
        ] {
            assert_eq!(parse_published(text), day, "{text}");
        }
        assert_eq!(parse_published("2023-02-30"), None);
        assert_eq!(parse_published("13 October"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..100), text in ".{0,30}") {
            let _ = parse_entry(&bytes, None, &Fields::default());
            parse_published(&text);
        }
    }
}
