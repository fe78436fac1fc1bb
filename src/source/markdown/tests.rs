use super::super::testing::{back, blocks};
use super::*;
use proptest::prelude::*;

fn read(source: &str) -> Document {
    from_markdown("a".to_owned(), None, source.to_owned())
}

#[test]
fn blocks_and_their_roles() {
    let source = "\
# Port *grows*\n\n*Cargo up 5&nbsp;percent*\n\nThe **port**\nmoved 1\\.5 [million](http://a.b/7) tonnes.  \nMore.\n\n\
![A crane, 90 m high](crane_2.jpg \"By night\") \n\n> Quoted 3\n\n3. Three\n4. Four\n   - Inner\n\n   Outer\n\n\
```\ncode 9\n```\n\n    code 8\n\n<!-- hidden 7 -->\n\n| Year | Tonnes |\n|---|---|\n| 2022 | 1,400 \\| x |\n\n\
See `1,000` ~~900~~ ~5 and[^1] <https://a.b/2023/>.\n\n[^1]: A note.\n\n## Part\n\n> [!NOTE]\n> Shown\n";
    let document = read(source);
    assert_eq!(
        blocks(&document),
        [
            ("Port grows", Role::Headline),
            ("Cargo up 5\u{a0}percent", Role::Deck),
            ("The port moved 1.5 million tonnes. More.", Role::Body),
            ("By night", Role::Caption),
            ("A crane, 90 m high", Role::Caption),
            ("Quoted 3", Role::Quote),
            ("Three", Role::Item),
            ("Four", Role::Item),
            ("Inner", Role::Item),
            ("Outer", Role::Item),
            ("Year", Role::Cell),
            ("Tonnes", Role::Cell),
            ("2022", Role::Cell),
            ("1,400 | x", Role::Cell),
            ("See 1,000 ~5 and .", Role::Body),
            ("A note.", Role::Body),
            ("Part", Role::Body),
            ("Shown", Role::Body),
        ]
    );
    assert_eq!(back(&document, "5\u{a0}percent"), "5&nbsp;percent");
    assert_eq!(back(&document, "1.5 million"), "1\\.5 [million");
    assert_eq!(back(&document, "1,000"), "1,000");
    assert_eq!(back(&document, "By night"), "By night");
    let cells: Vec<_> = document.blocks.iter().filter_map(|block| block.cell).collect();
    assert_eq!(cells[1], Cell { table: 1, row: 1, column: 2, head: true });
    assert_eq!(cells[3], Cell { table: 1, row: 2, column: 2, head: false });
}

#[test]
fn front_matter_names_title_date_and_language() {
    let front = "---\ntitle: 'Cargo: up 5 %'\ndate: 2024-03-15T06:00:00+07:00\nlang: id-ID\n---\n";
    let document = read(&format!("{front}## Part\n\nText."));
    assert_eq!(blocks(&document), [("Cargo: up 5 %", Role::Headline), ("Part", Role::Body), ("Text.", Role::Body)]);
    assert_eq!(back(&document, "5 %"), "5 %");
    assert_eq!(document.language.as_deref(), Some("id"));
    assert_eq!(document.published, chrono::NaiveDate::from_ymd_opt(2024, 3, 15));
    assert!(document.published_time.is_some());
    let document = read(&format!("{front}\n<!-- x -->\n# Own\n\nText."));
    assert_eq!(blocks(&document), [("Own", Role::Headline), ("Text.", Role::Body)]);
}

#[test]
fn html_within() {
    let source = "Up <b>1</b>2<br>m<sup>2</sup> <del>9</del>\n\n<div>\n<p>Five &amp; 6</p>\n<script>7</script></div>\n\n\
> <p>Quoted\n> 8</p>\n\n<table><tr><th>A<th>B<tr><td>1<td>2</table>\n";
    let document = read(source);
    assert_eq!(
        blocks(&document),
        [
            ("Up 12 m²", Role::Body),
            ("Five & 6", Role::Body),
            ("Quoted", Role::Quote),
            ("8", Role::Quote),
            ("A", Role::Cell),
            ("B", Role::Cell),
            ("1", Role::Cell),
            ("2", Role::Cell)
        ]
    );
    assert_eq!(back(&document, "12"), "1</b>2");
    assert_eq!(back(&document, "m²"), "m<sup>2");
}

#[test]
fn what_carries_the_headline() {
    let headline = |source: &str| {
        let document = read(source);
        blocks(&document).iter().find(|(_, role)| *role == Role::Headline).map(|(text, _)| (*text).to_owned())
    };
    assert_eq!(headline("By A\n\nTitle\n=====\n\nText"), Some("Title".to_owned()));
    assert_eq!(headline("## Title\n\nText"), Some("Title".to_owned()));
    assert_eq!(headline("Text\n\n## Part\n\nText"), None);
}

proptest! {
    #[test]
    fn spans_stay_within_the_source(source in "(?s)([-#>*_~`!|&;\\[\\]()<>+=:\\\\ \n\r\t a-b1€]|<b>|</b>|&amp;|---\n|<p>|<!--|\\| - ){0,120}") {
        let document = read(&source);
        for (at, c) in document.text.char_indices() {
            let span = document.source_span(at..at + c.len_utf8());
            prop_assert!(source.get(span.clone()).is_some(), "{span:?}");
            if c.is_ascii_digit() {
                prop_assert_eq!(&source[span], "1");
            }
        }
        let mut end = 0;
        for block in &document.blocks {
            prop_assert!(block.span.start >= end && block.span.start < block.span.end);
            end = block.span.end;
        }
    }
}
