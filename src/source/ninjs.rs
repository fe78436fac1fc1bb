//! ninjs, the news in JSON of the IPTC, versions 1 to 3: an item, an array of them, or one with others in it.

use super::moment;
use super::wire::Article;
use super::{Document, Unreadable};
use serde_json::{Map, Value};

/// What every item has, and what one of them has that holds a text: before JSON is read, to tell such files from others.
pub(super) fn is_likely(head: &str) -> bool {
    let has = |name: &str| head.contains(&format!("\"{name}\""));
    has("uri") && ["headline", "headlines", "body_text", "body_html", "bodies"].iter().any(|name| has(name))
}

/// The articles of a file.
///
/// # Errors
/// Where it is no JSON, or holds no item with a text.
pub(super) fn from_ninjs(id: &str, path: Option<&str>, text: &str) -> Result<Vec<Document>, Unreadable> {
    let unreadable = |message: String| Unreadable { message };
    let root: Value = serde_json::from_str(text).map_err(|error| unreadable(format!("is no JSON: {error}")))?;
    let mut documents = Vec::new();
    // Items stand in items; JSON is nested no deeper than its reader allows.
    let mut items = vec![&root];
    while let Some(value) = items.pop() {
        match value {
            Value::Array(list) => items.extend(list.iter().rev()),
            Value::Object(item) => {
                let associated = ["associations", "items", "_items"].iter().filter_map(|name| item.get(*name));
                // Earlier versions name the items in an item, later ones list them.
                let associated = associated.flat_map(|value| match value {
                    Value::Object(named) => named.values().collect::<Vec<_>>(),
                    Value::Array(list) => list.iter().collect(),
                    _ => vec![],
                });
                let associated: Vec<_> = associated.filter(|value| value.is_object()).collect();
                items.extend(associated.into_iter().rev());
                documents.extend(article(item, id, path));
            }
            _ => {}
        }
    }
    if documents.is_empty() {
        return Err(unreadable("is no ninjs: it holds no item with a headline, a text or a caption".to_owned()));
    }
    Ok(documents)
}

/// The article of an item; none of one without words.
fn article(item: &Map<String, Value>, id: &str, path: Option<&str>) -> Option<Document> {
    let string = |names: &[&str]| {
        let mut found = names.iter().filter_map(|name| item.get(*name)?.as_str());
        found.find(|text| !text.trim().is_empty())
    };
    let mut article = Article::default();
    if let Some(headline) = string(&["headline"]).or_else(|| listed(item, "headlines", &["main"], |_| true)) {
        article.headline(headline);
    }
    if let Some(byline) = string(&["byline", "by"]) {
        article.byline(byline);
    }
    let is_plain = |kind: &str| kind.is_empty() || kind.starts_with("text/plain");
    let is_html = |kind: &str| kind.starts_with("text/html");
    // HTML tells what is a list, a table, a quotation.
    let html = string(&["body_html"]).or_else(|| listed(item, "bodies", &[], is_html));
    let plain = string(&["body_text"]).or_else(|| listed(item, "bodies", &[], is_plain));
    let description = string(&["description_text", "caption"]);
    match description.or_else(|| listed(item, "descriptions", &[], is_plain)) {
        // Under a text it is a summary, of a picture it is the caption.
        Some(description) if html.or(plain).is_some() => article.deck(description),
        Some(description) => article.caption(description),
        None => {}
    }
    match (html, plain) {
        (Some(html), _) => article.html(html),
        (None, Some(plain)) => article.body(plain),
        (None, None) => {}
    }
    let mut document = article.document(string(&["uri", "guid"]).unwrap_or(id), path)?;
    document.language = string(&["language"]).and_then(moment::language);
    let created =
        ["versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated"];
    if let Some((day, time)) = string(&created).and_then(moment::published) {
        (document.published, document.published_time) = (Some(day), time);
    }
    Some(document)
}

/// The value of an entry of a list of versions 2 and 3: one of these roles before one without a role before any other,
/// and of a type of content that is wanted.
fn listed<'a>(
    item: &'a Map<String, Value>,
    list: &str,
    roles: &[&str],
    is_wanted: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    let entry = |entry: &'a Value| {
        let string = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
        let kind = string("contenttype").to_owned() + string("contentType");
        let value = entry.get("value").and_then(Value::as_str).filter(|value| !value.trim().is_empty())?;
        let role = string("role");
        let rank = if roles.contains(&role) { 0 } else { 1 + usize::from(!role.is_empty()) };
        is_wanted(&kind.to_ascii_lowercase()).then_some((rank, value))
    };
    let entries = item.get(list)?.as_array()?.iter().filter_map(entry);
    entries.min_by_key(|(rank, _)| *rank).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Role;

    fn blocks(document: &Document) -> Vec<(&str, Role)> {
        document.blocks.iter().map(|block| (&document.text[block.span.clone()], block.role)).collect()
    }

    #[test]
    fn the_first_version() {
        let text = r#"{"uri":"urn:a","type":"text","language":"en-GB","versioncreated":"2025-05-14T09:30:00+07:00",
            "headline":"Trade up","byline":"By Ana Weld","description_text":"In short.",
            "body_text":"Trade rose.\n\n- An item\nMore.",
            "associations":{"picture1":{"uri":"urn:b","type":"picture","description_text":"The port with 3 cranes."}}}"#;
        let documents = from_ninjs("x.json", Some("x.json"), text).unwrap();
        assert_eq!(documents.len(), 2);
        let [article, picture] = &documents[..] else { panic!("two items") };
        assert_eq!((article.id.as_str(), article.path.as_deref()), ("urn:a", Some("x.json")));
        assert_eq!(article.language.as_deref(), Some("en"));
        assert_eq!(article.published, chrono::NaiveDate::from_ymd_opt(2025, 5, 14));
        let wanted = [
            ("Trade up", Role::Headline),
            ("In short.", Role::Deck),
            ("By Ana Weld", Role::Byline),
            ("Trade rose.", Role::Body),
            ("An item", Role::Item),
            ("More.", Role::Body),
        ];
        assert_eq!(blocks(article), wanted);
        assert_eq!(blocks(picture), [("The port with 3 cranes.", Role::Caption)]);
    }

    #[test]
    fn later_versions_list_what_they_have_several_of() {
        let text = r#"[{"uri":"urn:a","headlines":[{"role":"web","value":"Up!"},{"role":"main","value":"Trade up"}],
            "bodies":[{"contentType":"text/plain","value":"No"},{"contentType":"text/html","value":"<h1>Trade up</h1><p>Trade <b>ro</b>se&nbsp;5&#37;.</p><blockquote>So it is.</blockquote><table><tr><th>Port</th><th>2023</th><th>2024</th></tr><tr><td colspan=2>North</td><td>9</td></tr></table>"}],
            "versionCreated":"2025-05-14T09:30:00Z"},{"uri":"urn:c","headline":"Second","body_text":"Text."}]"#;
        let documents = from_ninjs("x", None, text).unwrap();
        let wanted = [
            ("Trade up", Role::Headline),
            ("Trade rose\u{a0}5%.", Role::Body),
            ("So it is.", Role::Quote),
            ("Port", Role::Cell),
            ("2023", Role::Cell),
            ("2024", Role::Cell),
            ("North", Role::Cell),
            ("9", Role::Cell),
        ];
        assert_eq!(blocks(&documents[0]), wanted);
        assert_eq!(documents[0].blocks[7].cell.map(|cell| (cell.row, cell.column)), Some((2, 3)));
        assert_eq!(documents[1].id, "urn:c");
    }

    #[test]
    fn what_holds_no_item_is_refused() {
        let told = |text: &str| from_ninjs("x", None, text).unwrap_err().message;
        assert!(told("{").starts_with("is no JSON: "), "{}", told("{"));
        assert!(told("{\"name\":\"package\"}").starts_with("is no ninjs"));
        assert!(told(&"[".repeat(100_000)).contains("recursion limit"));
    }
}
