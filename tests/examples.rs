//! Every rule has firing and silent examples in every language that speaks it, and they do as they say.

use addsup::examples::Examples;
use addsup::judge::Maturity;
use addsup::language::file::ExampleFile;
use addsup::{RuleData, judge};

/// Languages that speak every rule, with two examples of each kind. The others speak those that they have examples of.
const WHOLE: [&str; 2] = ["en", "id"];

#[test]
fn every_rule_has_examples_that_hold_in_every_language_that_speaks_it() {
    let data = RuleData::embedded().expect("the data inside the program can be read");
    let languages: Vec<String> = data.packs.iter().filter(|pack| pack.reads).map(|pack| pack.code.clone()).collect();
    let mut failures = Vec::new();
    for code in &languages {
        let is_whole = WHOLE.contains(&code.as_str());
        let examples = Examples::new(data.clone(), code).expect("the data can be used");
        let checker = examples.checker();
        for check in checker.checks() {
            let own = own(check, checker.examples(code, &check.name), code);
            if own.is_empty() && !is_whole {
                continue;
            }
            for finds in [true, false] {
                let count = own.iter().filter(|example| example.finds == finds).count();
                let wanted = if check.maturity == Maturity::Stable && is_whole { 2 } else { 1 };
                if count < wanted {
                    failures
                        .push(format!("{code} {}: {count} examples with finds = {finds}, wanted {wanted}", check.name));
                }
            }
            for example in own {
                if let Some(fault) = examples.fault(&check.name, example).expect("the pack can be used") {
                    failures.push(format!("{code} {}: {:?}\n    {fault}", check.name, example.text));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

/// English examples stand with the rule, those of other languages in their packs.
fn own<'a>(check: &'a judge::Check, in_pack: &'a [ExampleFile], code: &str) -> &'a [ExampleFile] {
    if code == "en" { &check.examples } else { in_pack }
}
