//! JSON Lines: one article a line, `{"id", "text", "lang"?, "published"?}`.

use super::{Document, from_text};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use serde::Deserialize;
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

/// The fields of a line. Others are the user's own and are passed over.
#[derive(Deserialize)]
struct Fields {
    id: Value,
    text: String,
    lang: Option<String>,
    published: Option<String>,
}

/// One line of JSON Lines.
///
/// # Errors
/// Where the line is no such object, or its publication date is none.
pub fn parse_entry(line: &[u8], path: Option<&str>) -> Result<Entry, EntryError> {
    let fields = match serde_json::from_slice::<Fields>(line) {
        Ok(fields) => fields,
        Err(error) => {
            return Err(EntryError { id: lone_id(line), message: error.to_string() });
        }
    };
    let id = match &fields.id {
        Value::String(id) => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => {
            return Err(EntryError { id: Value::Null, message: "`id` must be a string or a number".to_owned() });
        }
    };
    let mut document = from_text(id, path.map(str::to_owned), fields.text);
    document.language = fields.lang.filter(|code| !code.is_empty());
    if let Some(date) = fields.published.filter(|date| !date.is_empty()) {
        let (day, time) = parse_moment(&date).ok_or_else(|| EntryError {
            id: fields.id.clone(),
            message: format!("`published` is neither a date nor a date-time: {date:?}"),
        })?;
        (document.published, document.published_time) = (Some(day), time);
    }
    Ok(Entry { id: fields.id, document })
}

/// The id of a line whose other fields are bad, so that its answer can still be told apart.
fn lone_id(line: &[u8]) -> Value {
    #[derive(Deserialize)]
    struct Id {
        id: Value,
    }
    match serde_json::from_slice(line) {
        Ok(Id { id: id @ (Value::String(_) | Value::Number(_)) }) => id,
        _ => Value::Null,
    }
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
        let entry = parse_entry(br#"{"id":7,"text":"a","lang":null,"other":[1]}"#, None).unwrap();
        assert_eq!((entry.id, entry.document.id.as_str()), (Value::from(7), "7"));
        let entry =
            parse_entry(br#"{"id":"x","text":"a","lang":"id","published":"2023-10-13T21:05+07:00"}"#, None).unwrap();
        assert_eq!(entry.document.language.as_deref(), Some("id"));
        assert_eq!(entry.document.published, NaiveDate::from_ymd_opt(2023, 10, 13));
    }

    #[test]
    fn a_bad_line_keeps_its_id_where_it_has_one() {
        assert_eq!(parse_entry(br#"{"id":"x"}"#, None).unwrap_err().id, Value::from("x"));
        assert_eq!(parse_entry(br#"{"id":"x","text":"","published":"soon"}"#, None).unwrap_err().id, Value::from("x"));
        assert_eq!(parse_entry(b"{", None).unwrap_err().id, Value::Null);
        assert_eq!(parse_entry(br#"{"id":{},"text":""}"#, None).unwrap_err().id, Value::Null);
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
            let _ = parse_entry(&bytes, None);
            parse_published(&text);
        }
    }
}
