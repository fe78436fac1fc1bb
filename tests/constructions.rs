//! What a construction may say of figures that only stand together: each key and each rule of what goes together, by a
//! sentence that it ties and one that it leaves alone.

use addsup::source::from_text;
use addsup::{Checker, CheckerOptions, RuleData};

/// How many relations of a name the text holds, as `(construction, figures as written)`.
fn relations(language: &str, name: &str, text: &str) -> Vec<(String, Vec<String>)> {
    let data = RuleData::embedded().expect("the data inside the program can be read");
    let options = CheckerOptions { language: Some(language.to_owned()), ..CheckerOptions::default() };
    let checker = Checker::new(data, options).expect("the data can be used");
    let document = from_text(String::new(), None, text.to_owned());
    let checked = checker.check(&document).expect("the pack can be used");
    let of_name = checked.relations.iter().filter(|relation| &*relation.name == name);
    of_name
        .map(|relation| {
            let claims = relation.claims().map(|id| text[checked.ledger.get(id).span.clone()].to_owned());
            (relation.via.to_string(), claims.collect())
        })
        .collect()
}

#[track_caller]
fn ties(language: &str, name: &str, text: &str) {
    assert!(!relations(language, name, text).is_empty(), "no {name} in {text:?}");
}

#[track_caller]
fn leaves(language: &str, name: &str, text: &str) {
    let found = relations(language, name, text);
    assert!(found.is_empty(), "{found:?} in {text:?}");
}

#[test]
fn bare_numbers_take_the_unit_of_their_list() {
    let text = "The mills comprise 43,500 tonnes of wheat, 12,000 of maize and 4,000 of rice.";
    let found = relations("en", "sum", text);
    assert!(found.iter().any(|(_, figures)| figures == &["43,500 tonnes", "12,000", "4,000"]), "{found:?}");
}

#[test]
fn a_rest_beside_a_share_that_the_pattern_did_not_reach_is_left_alone() {
    ties("en", "complement", "Sixty percent agreed, and the remaining 40 percent stayed away.");
    leaves(
        "en",
        "complement",
        "Of the 9 percent who came late 60 percent agreed (and the remaining 40 percent stayed away) in 12 percent of towns.",
    );
}

#[test]
fn what_counts_other_things_is_no_part() {
    ties("id", "share", "Musim ini tujuh dari 12 gol lahir dari bola mati.");
    leaves("id", "share", "Sebanyak 17.910 spesimen dari 14.281 orang diperiksa.");
    leaves("en", "share", "The makers sold 4,000 of the two types last year.");
}

#[test]
fn years_are_taken_by_what_is_paid_a_year() {
    ties("en", "product", "The club pays $150 a month for 12 months, a total of $1,800.");
    leaves("en", "product", "The club pays $150 a month for two years, a total of $3,600.");
}

#[test]
fn a_figure_that_counts_the_list_is_no_total() {
    ties("en", "sum", "The flood killed 81 people: 51 in the north and 30 in the south.");
    leaves("en", "sum", "The flood hit two homes: 51 in the north and 30 in the south.");
}
