//! The table, the list of claims and the concise report.

mod common;

use addsup::judge::Severity;
use addsup::report::{Article, Style, claims_table, concise, table};
use serde_json::Value;

const PLAIN: Style = Style { width: 100, color: false, ascii: false };

fn with_article<T>(language: &str, min_severity: Severity, use_it: impl FnOnce(&Article) -> T) -> T {
    let (messages, definitions) = (common::messages(language), common::definitions());
    let (document, checked) = common::article();
    let id = Value::from("news.txt");
    let context = common::context(&messages, &definitions);
    use_it(&Article::new(context, &id, &document, &checked, &[], min_severity))
}

#[test]
fn says_what_does_not_add_up_and_counts_the_rest() {
    let report = with_article("en", Severity::Info, |article| table(article, PLAIN));
    for part in [
        "From $3.2 billion to nearly $3.5 billion is a rise of",
        "text says 18 percent.",
        "18 percent would have to be 6.15–12.7%",
        "$3.7–3.831 billion",
        "2023-10-13 is a Friday; the text says Thursday.",
        "3:14",
        "1,234 people",
        "6 claims: 1 agrees, 4 conflict, 1 to check by hand\n",
        "│ 2003 ",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
    assert!(!report.contains('\u{1b}'), "an article cannot drive the terminal");
}

#[test]
fn speaks_indonesian() {
    let report = with_article("id", Severity::Info, |article| table(article, PLAIN));
    for part in [
        "Yang tidak cocok",
        "seharusnya 6,15–12,7%",
        "2023-10-13 adalah hari Jumat; teks menyebut Kamis.",
        "US$ 3,2 miliar",
        "6 klaim: 1 cocok, 4 bertentangan, 1 perlu diperiksa sendiri\n",
    ] {
        assert!(report.contains(part), "{part}\n{report}");
    }
}

#[test]
fn fits_every_width() {
    for width in 40..=200 {
        for ascii in [false, true] {
            let style = Style { width, color: false, ascii };
            let reports = with_article("en", Severity::Info, |article| {
                [table(article, style), claims_table(article, style, true)]
            });
            for report in reports {
                let frames = report.lines().filter(|line| line.starts_with(['│', '┌', '+', '|']));
                let widest = frames.map(|line| line.chars().count()).max().unwrap_or_default();
                assert!(widest <= usize::from(width), "{widest} > {width}\n{report}");
            }
        }
    }
}

#[test]
fn ascii_is_ascii_but_for_the_text_of_the_article() {
    let style = Style { ascii: true, ..PLAIN };
    let report = with_article("en", Severity::Info, |article| table(article, style));
    assert!(report.is_ascii(), "{report}");
}

#[test]
fn colours_only_where_they_are_wanted() {
    let style = Style { color: true, ..PLAIN };
    let report = with_article("en", Severity::Info, |article| table(article, style));
    assert!(report.contains("\u{1b}["), "{report}");
}

#[test]
fn concise_is_one_line_a_finding_and_minds_the_least_severity() {
    let report = with_article("en", Severity::Info, concise);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines.len(), 2, "{report}");
    assert!(lines[0].starts_with("news.txt:3:14: error[growth-percent] From $3.2 billion"), "{report}");
    assert!(lines[1].starts_with("news.txt:3:99: warning[weekday-date] 2023-10-13 is a Friday"), "{report}");
    assert_eq!(with_article("en", Severity::Error, concise).lines().count(), 1);
}
