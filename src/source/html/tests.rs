use super::super::testing::{back, blocks};
use super::super::{Cell, Document, Role};
use super::from_html;
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn read(source: &str) -> Document {
    from_html("a".to_owned(), None, source.to_owned())
}

#[test]
fn tags_within_a_line_part_nothing_and_blocks_do() {
    let document = read(
        "<p>Up <b>1</b>2&nbsp;% to&#32;&euro;5<br>or 6<p>m<sup>2</sup>, CO<sub>2</sub>, 1<sup>st</sup>, 2023<sup><a href=#n>1</a></sup>, 7<sup>*</sup><div>a</div>b<br><br>c&shy;d",
    );
    assert_eq!(
        blocks(&document),
        [
            ("Up 12\u{a0}% to €5 or 6", Role::Body),
            ("m², CO₂, 1st, 2023, 7", Role::Body),
            ("a", Role::Body),
            ("b", Role::Body),
            ("cd", Role::Body)
        ]
    );
    assert_eq!(back(&document, "12\u{a0}%"), "1</b>2&nbsp;%");
    assert_eq!(back(&document, "€5"), "&euro;5");
    assert_eq!(back(&document, "CO₂"), "CO<sub>2");
}

const LONG: &str = "The harbour moved far more cargo than in any year before, its master said";

#[test]
fn an_article_among_everything_else() {
    let page = format!(
        "<!doctype html><html lang='en-GB'><head><title>Port grows 5 % | Daily</title>
<meta property='article:published_time' content='2024-03-15T06:00:00+07:00'>
<script>var x = '<p>99</p>';</script><style>p {{ 98 }}</style></head><body class='has-sidebar'>
<header><h1>Daily</h1><nav><ul><li><a href=/>Home 97</a></li></ul></nav></header>
<main><article><header><p class=kicker>Trade</p><h1>Port grows 5&nbsp;%</h1><p class='article-deck'>Cargo up</p>
<p class=byline>By Ana Roy</p><time datetime='2024-03-15'>15 March 2024</time></header>
<div class='article__body'><p>{LONG}: 1,400 tonnes.</p>
<figure><img src=x alt='No'><figcaption>A crane in 2022</figcaption></figure>
<blockquote><p>We have 12 cranes</p></blockquote><ul><li>First 1<li>Second 2</ul>
<p><strong>Read also: <a href=/x>Harbour of the south lost 40 ships</a></strong></p>
<div class='related-links'><p>{LONG} 96.</p></div><aside><p>{LONG} 95.</p></aside>
<p hidden>94</p><p style='display: none'>93</p><p>{LONG} again.</p></div>
<article class=card><h3><a href=/y>Other 92</a></h3><p>Teaser 91</p></article>
<form><p>Subscribe for 90</p></form></article></main>
<footer><p>{LONG} 89.</p></footer><div id='cookie-consent'><p>{LONG} 88.</p></div></body></html>"
    );
    let document = read(&page);
    let paragraph = format!("{LONG}: 1,400 tonnes.");
    let last = format!("{LONG} again.");
    assert_eq!(
        blocks(&document),
        [
            ("Trade", Role::Body),
            ("Port grows 5\u{a0}%", Role::Headline),
            ("Cargo up", Role::Deck),
            ("By Ana Roy", Role::Byline),
            ("15 March 2024", Role::Body),
            (paragraph.as_str(), Role::Body),
            ("A crane in 2022", Role::Caption),
            ("We have 12 cranes", Role::Quote),
            ("First 1", Role::Item),
            ("Second 2", Role::Item),
            (last.as_str(), Role::Body)
        ]
    );
    assert_eq!(document.language_hint.as_deref(), Some("en"));
    assert_eq!(document.published, chrono::NaiveDate::from_ymd_opt(2024, 3, 15));
    assert!(document.published_time.is_some());
    assert_eq!(document.language, None);
}

#[test]
fn the_densest_part_where_nothing_is_marked() {
    let page = format!(
        "<title>Port grows – Daily</title><div id=top><a href=1>Sport</a> <a href=2>News</a></div>
<div id=wrap><h1>Port grows</h1><span class=date>Friday, 15 March 2024</span><div id=text>{LONG} 1.<br><br>{LONG} 2.</div></div>
<div id=others><p><a href=3>{LONG} 99</a></p><p><a href=3>{LONG} 98</a></p></div>"
    );
    let document = read(&page);
    let paragraphs = [format!("{LONG} 1."), format!("{LONG} 2.")];
    assert_eq!(
        blocks(&document),
        [("Port grows", Role::Headline), (&*paragraphs[0], Role::Body), (&*paragraphs[1], Role::Body)]
    );
}

#[test]
fn a_body_that_is_marked_takes_its_headline_from_before() {
    let page = format!(
        "<meta property=og:title content='Port grows 5 %'><h1><a href=/>Daily</a></h1><div><h1>Port grows 5 %</h1>
<p class=standfirst>Cargo up 6</p><div class=date>15 March 2024</div><div class=tools>A 7</div></div>
<div itemprop=articleBody><p>{LONG} 1.</p></div><p>{LONG} 99.</p>"
    );
    let document = read(&page);
    let paragraph = format!("{LONG} 1.");
    assert_eq!(
        blocks(&document),
        [
            ("Port grows 5 %", Role::Headline),
            ("Cargo up 6", Role::Deck),
            ("15 March 2024", Role::Body),
            (&*paragraph, Role::Body)
        ]
    );
}

#[test]
fn titles_stand_in_for_a_heading() {
    let headline = |head: &str| {
        let document = read(&format!("<head>{head}</head><p>{LONG} 1."));
        let (text, role) = blocks(&document)[0];
        assert_eq!(role, Role::Headline);
        (text.to_owned(), back(&document, text).to_owned())
    };
    let pair = |text: &str, source: &str| (text.to_owned(), source.to_owned());
    assert_eq!(
        headline("<title>Up 5&nbsp;% - in May | Daily</title>"),
        pair("Up 5\u{a0}% - in May", "Up 5&nbsp;% - in May")
    );
    assert_eq!(
        headline("<title>Daily</title><meta property='og:title' content='Up &gt;5 % – more'>"),
        pair("Up >5 % – more", "Up &gt;5 % – more")
    );
    assert_eq!(
        headline("<meta property=og:site_name content=Daily><meta property=og:title content='Daily – Up 5 %'>"),
        pair("Up 5 %", "Up 5 %")
    );
    let linked = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Up 5\\u00a0%\"}</script><title>x</title>";
    assert_eq!(headline(linked), pair("Up 5\u{a0}%", "Up 5\\u00a0%"));
}

#[test]
fn linked_data_stands_in_for_a_page_without_text() {
    let page = "<div id=app></div><script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"headline\":\"Up\",\
\"datePublished\":\"2024-03-15T09:00:00Z\",\"articleBody\":\"Sales rose \\u20ac5.\\n\\nThey fell 6.\"}]</script>";
    let document = read(page);
    assert_eq!(
        blocks(&document),
        [("Up", Role::Headline), ("Sales rose €5.", Role::Body), ("They fell 6.", Role::Body)]
    );
    assert_eq!(back(&document, "€5"), "\\u20ac5");
    assert_eq!(document.published, chrono::NaiveDate::from_ymd_opt(2024, 3, 15));
}

#[test]
fn an_article_brought_up_to_date_is_dated_by_its_own_line() {
    let page = |modified: &str| {
        read(&format!(
            "<meta property='article:published_time' content='2024-03-15'>
<meta property='article:modified_time' content='{modified}'><p>{LONG}"
        ))
        .published
    };
    assert_eq!(page("2024-03-17T10:00:00Z"), None);
    assert_eq!(page("2024-03-15T10:00:00Z"), chrono::NaiveDate::from_ymd_opt(2024, 3, 15));
    assert_eq!(page("2025-03-15T10:00:00Z"), chrono::NaiveDate::from_ymd_opt(2024, 3, 15));
}

#[test]
fn tables_of_data_have_cells_and_those_of_layout_have_none() {
    let document = read(
        "<table><caption>Cargo</caption><thead><tr><td colspan=2>Port<td>Tonnes</thead>
<tr><th rowspan=2>North<td>A<td>1,400<tr><td>B<td><p>200<p>or 300</table>
<table role=presentation><tr><td>x<td>y<tr><td>z</table>",
    );
    /// Table, row, column, head.
    type Position = (usize, usize, usize, bool);
    let cells: Vec<(&str, Role, Option<Position>)> = document
        .blocks
        .iter()
        .map(|block| {
            let cell = block.cell.map(|Cell { table, row, column, head }| (table, row, column, head));
            (&document.text[block.span.clone()], block.role, cell)
        })
        .collect();
    assert_eq!(
        cells,
        [
            ("Cargo", Role::Caption, None),
            ("Port", Role::Cell, Some((1, 1, 1, true))),
            ("Tonnes", Role::Cell, Some((1, 1, 3, true))),
            ("North", Role::Cell, Some((1, 2, 1, true))),
            ("A", Role::Cell, Some((1, 2, 2, false))),
            ("1,400", Role::Cell, Some((1, 2, 3, false))),
            ("B", Role::Cell, Some((1, 3, 2, false))),
            ("200", Role::Cell, Some((1, 3, 3, false))),
            ("or 300", Role::Cell, Some((1, 3, 3, false))),
            ("x", Role::Body, None),
            ("y", Role::Body, None),
            ("z", Role::Body, None),
        ]
    );
}

#[test]
fn elements_of_xml_may_be_empty() {
    let page = format!("<?xml version='1.0'?><html><script src='x'/><div/><p>{LONG} 5</p><![CDATA[ & 6]]></html>");
    assert_eq!(blocks(&read(&page)), [(format!("{LONG} 5").as_str(), Role::Body), ("& 6", Role::Body)]);
}

#[test]
fn class_names_that_leave_out_the_article_are_not_believed() {
    let page = format!(
        "<div class='share'><h1>Up</h1><p>{LONG} 5</p><p>{LONG} 6</p></div><p>Some words of a page around it</p>"
    );
    assert!(read(&page).text.contains("6"));
}

#[test]
fn hostile_pages_are_read_in_linear_time() {
    let time = |page: String| {
        let start = Instant::now();
        let document = read(&page);
        (start.elapsed(), document)
    };
    type Make = fn(usize) -> String;
    let pages: [(&str, Make); 12] = [
        ("nested", |n| "<div>".repeat(n) + "5 percent"),
        ("nested links", |n| "<a href=x><p>".repeat(n)),
        ("unclosed", |n| "<p><b>5 <ul><li><table><tr><td>".repeat(n / 6)),
        ("stray ends", |n| "<i>".repeat(500) + &"</p></b></td>".repeat(n / 3)),
        ("attribute", |n| format!("<p class='{}'>5", "a-".repeat(n))),
        ("attributes", |n| format!("<p {}>5", "class=a ".repeat(n))),
        ("entities", |n| "&amp;&lt;&#x41;&notanentity;".repeat(n / 4)),
        ("spans", |n| "<table><tr>".to_owned() + &"<td colspan=1000000000 rowspan=1000000000>5".repeat(n)),
        ("rows", |n| "<table><tr>".to_owned() + &"<td rowspan=9999>5".repeat(300) + &"<tr><td>6".repeat(n)),
        ("headings", |n| "<h1>5 percent</h1><h2>of".repeat(n / 2)),
        ("json", |n| format!("<script type='application/ld+json'>{}", "[{\"@graph\":".repeat(n))),
        ("breaks", |n| "<br>5 ".repeat(n)),
    ];
    for (name, page) in pages {
        const N: usize = 20_000;
        let small = time(page(N)).0.max(Duration::from_millis(20));
        let large = time(page(8 * N)).0;
        // Eight times the text; a quadratic reader would take 64 times as long.
        assert!(large < small * 30, "{name}: {small:?}, {large:?}");
    }
    let (took, document) = time(format!("<p class='{}'>5", "a".repeat(50 << 20)));
    assert!(took < Duration::from_secs(60), "{took:?}");
    assert_eq!(document.text, "5\n");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn spans_stay_within_the_source(
        source in "(?s)(<(/?(p|b|div|a|li|ul|table|tr|td|th|h1|q|sup|article|br|title|pre|section|form|script)|!--|!doctype)( (class|id|hidden|itemprop|href|content)=['\"]?(articleBody|date|nav|x)?)?>?|[ \n\r\0a€&;#<>1\"'-]|&(amp|nbsp|#4[89]|euro|para);?|1[0-9]{2} words of a text that is rather long){0,60}"
    ) {
        let document = read(&source);
        for (at, c) in document.text.char_indices() {
            let span = document.source_span(at..at + c.len_utf8());
            prop_assert!(source.get(span.clone()).is_some(), "{span:?}");
            if c == '1' {
                prop_assert!(source[span.clone()].contains('1') || source[span].contains("#49"));
            }
        }
        let mut end = 0;
        for block in &document.blocks {
            prop_assert!(block.span.start >= end && block.span.start < block.span.end);
            let text = &document.text[block.span.clone()];
            prop_assert_eq!(text, text.trim_matches([' ', '\n']));
            end = block.span.end;
        }
    }

    #[test]
    fn any_text_is_a_page(source in "(?s).{0,300}") {
        read(&source);
    }
}
