//! Every rule has firing and silent examples in every language, and they do as they say.

use addsup::judge::{Maturity, Severity};
use addsup::language::file::ExampleFile;
use addsup::report::{Article, Context, Messages};
use addsup::source::{Document, from_text};
use addsup::{Checker, CheckerOptions, RuleData};

/// A document of plain text.
fn plain(text: &str) -> Document {
    from_text(String::new(), None, text.to_owned())
}

/// The text without its brackets, and what stands in them.
fn unmarked(example: &ExampleFile) -> (String, Vec<&str>) {
    let marked = example.text.split("[[").skip(1).filter_map(|rest| rest.split("]]").next()).collect();
    (example.text.replace("[[", "").replace("]]", ""), marked)
}

/// What goes wrong with an example, if anything does.
fn failure(checker: &Checker, context: Context<'_>, rule: &str, example: &ExampleFile) -> Option<String> {
    let (text, marked) = unmarked(example);
    let mut document = plain(&text);
    document.published = example.published.as_deref().map(|date| date.parse().expect("published is a date"));
    let checked = checker.check(&document).expect("the pack can be used");
    let findings: Vec<_> = checked.judgement.findings.iter().filter(|finding| &*finding.rule == rule).collect();
    let claims = |finding: &addsup::judge::Finding| -> Vec<&str> {
        finding.claims.iter().map(|id| &text[checked.ledger.get(*id).span.clone()]).collect()
    };
    let all: Vec<String> =
        checked.judgement.findings.iter().map(|finding| format!("{} {:?}", finding.rule, claims(finding))).collect();
    if !example.finds {
        return (!all.is_empty()).then(|| format!("must be silent, but: {all:?}"));
    }
    if findings.is_empty() {
        let seen: Vec<&str> = checked.ledger.claims.iter().map(|claim| &text[claim.span.clone()]).collect();
        return Some(format!("finds nothing; other findings {all:?}; claims {seen:?}"));
    }
    let touched =
        |mark: &&str| findings.iter().any(|f| claims(f).iter().any(|text| text.contains(mark) || mark.contains(text)));
    let missed: Vec<&&str> = marked.iter().filter(|mark| !touched(mark)).collect();
    if !missed.is_empty() {
        return Some(format!("{missed:?} not in {all:?}"));
    }
    let wanted = example.repair.as_ref()?;
    let article = Article::new(context, &serde_json::Value::Null, &document, &checked, &[], Severity::Info);
    let repairs: Vec<String> = findings
        .iter()
        .flat_map(|finding| article.repairs(finding))
        .flat_map(|repair| {
            let meant = repair.slip.map(|(_, meant)| meant);
            [Some(repair.needed), meant]
        })
        .flatten()
        .collect();
    (!repairs.contains(wanted)).then(|| format!("{wanted:?} not among the repairs {repairs:?}"))
}

#[test]
fn every_rule_has_examples_that_hold_in_every_language() {
    let data = RuleData::embedded().expect("the data inside the program can be read");
    let languages: Vec<String> = data.packs.iter().filter(|pack| pack.reads).map(|pack| pack.code.clone()).collect();
    let mut failures = Vec::new();
    for code in &languages {
        let mut options = CheckerOptions { language: Some(code.clone()), ..CheckerOptions::default() };
        options.judge.drafts = true;
        let checker = Checker::new(data.clone(), options).expect("the data can be used");
        let messages = checker.messages(code).expect("a language that is read has messages");
        let messages = Messages::new([(code.as_str(), messages)]);
        let context = Context { messages: &messages, definitions: checker.definitions() };
        for check in checker.checks() {
            let own: Vec<ExampleFile> =
                if code == "en" { check.examples.clone() } else { checker.examples(code, &check.name).to_vec() };
            for finds in [true, false] {
                let count = own.iter().filter(|example| example.finds == finds).count();
                let wanted = if check.maturity == Maturity::Stable { 2 } else { 1 };
                if count < wanted {
                    failures
                        .push(format!("{code} {}: {count} examples with finds = {finds}, wanted {wanted}", check.name));
                }
            }
            for example in &own {
                if let Some(failure) = failure(&checker, context, &check.name, example) {
                    failures.push(format!("{code} {}: {:?}\n    {failure}", check.name, example.text));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}
