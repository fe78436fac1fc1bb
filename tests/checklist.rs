//! What is left to a person: the checklist, most consequential first, and what an article implies.

use addsup::judge::Item;
use addsup::report::{Article, Context, Messages};
use addsup::source::from_text;
use addsup::{Checked, Checker, CheckerOptions, RuleData, judge::Severity};
use chrono::NaiveDate;

/// Reads a text of 13 October 2023 and shows what a report says of it.
fn shown(language: &str, text: &str, show: impl Fn(&Article, &Checked) -> Vec<String>) -> Vec<String> {
    let options = CheckerOptions { language: Some(language.to_owned()), ..CheckerOptions::default() };
    let checker = Checker::new(RuleData::embedded().unwrap(), options).unwrap();
    let mut document = from_text(String::new(), None, text.to_owned());
    document.published = NaiveDate::from_ymd_opt(2023, 10, 13);
    let checked = checker.check(&document).unwrap();
    let messages = Messages::new([(language, checker.messages(language).unwrap())]);
    let context = Context { messages: &messages, definitions: checker.definitions() };
    show(&Article::new(context, &serde_json::Value::Null, &document, &checked, &[], Severity::Info), &checked)
}

/// The lines of the checklist: what is at stake, and the text.
fn checklist(language: &str, text: &str) -> Vec<String> {
    shown(language, text, |article, checked| {
        let line = |task| article.task_text(task).to_owned();
        let tasks = checked.judgement.checklist.iter();
        tasks.map(|task| format!("{} {}", task.stake.as_str(), line(task))).collect()
    })
}

/// What the article implies: about what, and the value.
fn implied(language: &str, text: &str) -> Vec<String> {
    shown(language, text, |article, _| {
        let figures = article.implied_figures();
        figures.map(|figure| format!("{}: {}", article.implied_about(figure), article.implied(figure))).collect()
    })
}

#[test]
fn the_gravest_comes_first() {
    let text = "The port will cost $2.4 billion. Some 4,300 people work there, in the country's largest harbor, which \
                has 240 cranes and two piers. Traffic rose 12 percent in May to a record 310 ships.";
    let expected = [
        "money $2.4 billion",
        "people Some 4,300",
        "rank the country's largest harbor",
        "rank 310",
        "rate 12 percent",
        "amount 240",
        "other two",
        "other May",
    ];
    assert_eq!(checklist("en", text), expected);
    let text = "Pelabuhan itu menelan biaya Rp2,4 triliun. Sebanyak 4.300 orang bekerja di pelabuhan terbesar di pulau \
                itu. Ledakan menewaskan 17 dan merusak 240 rumah. Arus barang naik 12 persen pada Mei.";
    let expected = [
        "money Rp2,4 triliun",
        "people 4.300",
        "people 17",
        "rank orang bekerja di pelabuhan terbesar di pulau itu",
        "rate 12 persen",
        "amount 240",
        "other Mei",
    ];
    assert_eq!(checklist("id", text), expected);
}

#[test]
fn what_the_article_settles_itself_is_not_on_the_list() {
    let text = "Revenue rose 10 percent to $3.3 billion from $3.0 billion. The bank has 214 branches.";
    assert_eq!(checklist("en", text), ["amount 214"]);
}

#[test]
fn a_superlative_of_a_figure_is_no_line_of_its_own() {
    let text = "The index closed at a record 6,940 points on Friday.";
    shown("en", text, |_, checked| {
        assert!(checked.judgement.checklist.iter().all(|task| matches!(task.item, Item::Claim(_))));
        vec![]
    });
    // A record without a figure behind it may be one of music.
    assert!(checklist("en", "She made a record with the band.").is_empty());
}

#[test]
fn implied_figures_are_named() {
    for (language, text, expected) in [
        ("en", "Sales rose 25 percent to $5 million.", &["before · Sales: $3.585–4.418 million"][..]),
        ("en", "The toll rose to 140 people from 120.", &["rise in percent · people: 16.6–16.7%"]),
        ("en", "Spending fell to 68 tonnes from 85 tonnes.", &["fall in percent · Spending: 18.9–21.1%"]),
        ("en", "Its tax was cut from 9.5 percent to 7.0 percent.", &["fall · tax: 2.4–2.6 points"]),
        ("en", "One of the three plants closed.", &[]),
        ("en", "The fine was 40 million euros ($42 million).", &["exchange rate · fine: 1.02–1.08"]),
        ("en", "He will sell 1,200 shares at $15.25 a share.", &["total · shares: $18,294–18,306"]),
        ("id", "Penjualan naik dari 120 unit menjadi 140 unit.", &["kenaikan dalam persen · Penjualan: 16,6–16,7%"]),
    ] {
        assert_eq!(implied(language, text), expected, "{text}");
    }
}
