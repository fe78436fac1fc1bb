//! One slip in a conversion makes one finding, whichever of its figures it is in, and names the one that is at odds.

use addsup::source::from_text;
use addsup::{Checker, CheckerOptions, RuleData};

/// Rule and figures of each finding.
fn findings(text: &str) -> Vec<(String, Vec<String>)> {
    let options = CheckerOptions { language: Some("en".to_owned()), ..CheckerOptions::default() };
    let checker = Checker::new(RuleData::embedded().unwrap(), options).unwrap();
    let checked = checker.check(&from_text(String::new(), None, text.to_owned())).unwrap();
    let claim = |id: &addsup::extract::ClaimId| text[checked.ledger.get(*id).span.clone()].to_owned();
    let finding =
        |finding: &addsup::judge::Finding| (finding.rule.to_string(), finding.claims.iter().map(claim).collect());
    checked.judgement.findings.iter().map(finding).collect()
}

fn found(rule: &str, claims: &[&str]) -> (String, Vec<String>) {
    (rule.to_owned(), claims.iter().map(|claim| (*claim).to_owned()).collect())
}

#[test]
fn the_odd_one_of_many_is_named_once() {
    let text = "The first block cost $30.2m (£15.5m). The second cost $85m (£43.6m). The third cost $50m (£37.2m). The \
                fourth cost $9.5m (£4.9m).";
    let found_here = findings(text);
    assert_eq!(found_here.len(), 1, "{found_here:?}");
    assert!(found_here[0].1.contains(&"£37.2m".to_owned()), "{found_here:?}");
}

#[test]
fn three_currencies_make_one_finding() {
    let text = "It could face a fine of 200,000 yuan ($24m; £12,700).";
    assert_eq!(findings(text), [found("conversion-rate-implausible", &["200,000 yuan", "$24m"])]);
    let text = "It ran 1.45bn euros (£1bn; $1.91bn) over budget. A delay costs 1.12bn euros (£760m; $1.74bn) more.";
    let found_here = findings(text);
    assert_eq!(found_here.len(), 1, "{found_here:?}");
    assert!(found_here[0].1.contains(&"$1.74bn".to_owned()), "{found_here:?}");
}

#[test]
fn what_is_no_conversion_or_of_another_time_is_left_alone() {
    for text in [
        "The machine costs $399 ($469 with the screen).",
        "It paid $5.15m (£2.75m) in 2004 and $5.15m (£3.25m) in 2009.",
        "The house cost $2.15m (£1.45m at the time). It was sold for $6.25m (£3.2m).",
        "Aid of up to $250m (£127m) was promised, then more than $90m (£46m).",
        "The loan is $4.1m (£2.1m), the grant $4.1m (£2.15m).",
    ] {
        assert_eq!(findings(text), [], "{text}");
    }
}
