//! What figures are about, measured on the sentences of our own under `rules/languages/<code>/corpus/`.
//!
//! `cargo test --test context -- --nocapture` prints the table, `CONTEXT_VERBOSE=1` also what is wrong. Each file of the
//! corpus carries the bars that it must not fall below; `rules/README.md` tells how its sentences are annotated.

use addsup::extract::{Claim, Context, Ledger};
use addsup::language::Language;
use addsup::source::from_text;
use addsup::{Checker, CheckerOptions, RuleData};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The parts of a context, in the order of the table.
const PARTS: [&str; 6] = ["subject", "period", "place", "speaker", "modality", "direction"];

/// A file of the corpus.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corpus {
    /// Publication date of all texts that give none.
    published: Option<String>,
    /// Percent of each part that must at least be right.
    #[serde(default)]
    bars: BTreeMap<String, u32>,
    sentence: Vec<Text>,
}

/// One or more sentences, annotated.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    text: String,
    published: Option<String>,
    claims: Vec<Annotation>,
}

/// What is to be read of one figure. A part that is left out is not judged; an empty one must not be there.
/// `a|b`: either will do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Annotation {
    /// Part of the text that the claim stands at, counted from the end of the annotation before.
    text: String,
    /// The head of the phrase.
    subject: Option<String>,
    period: Option<String>,
    place: Option<String>,
    speaker: Option<String>,
    modality: Option<String>,
    /// `up`, `down` or `same`.
    direction: Option<String>,
}

impl Annotation {
    fn part(&self, name: &str) -> Option<&str> {
        let part = match name {
            "subject" => &self.subject,
            "period" => &self.period,
            "place" => &self.place,
            "speaker" => &self.speaker,
            "modality" => &self.modality,
            _ => &self.direction,
        };
        part.as_deref()
    }
}

/// How often a part was read as annotated.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    /// Something else was read.
    wrong: usize,
    /// Nothing was read.
    missing: usize,
}

impl Score {
    fn judged(self) -> usize {
        self.right + self.wrong + self.missing
    }

    fn percent(self) -> f64 {
        100.0 * self.right as f64 / self.judged().max(1) as f64
    }
}

/// What was read of a part. The subject is shown by its phrase and compared by its head.
fn read(context: &Context, text: &str, part: &str) -> String {
    match part {
        "subject" => context.subject.as_ref().map_or(String::new(), |subject| text[subject.span.clone()].to_owned()),
        "period" => context.period.map_or(String::new(), |period| period.to_string()),
        "place" => context.place.as_deref().unwrap_or_default().to_owned(),
        "speaker" => context.speaker.as_deref().unwrap_or_default().to_owned(),
        "modality" => context.modality.as_str().to_owned(),
        _ => match context.direction {
            Some(1) => "up".to_owned(),
            Some(-1) => "down".to_owned(),
            Some(_) => "same".to_owned(),
            None => String::new(),
        },
    }
}

/// Does one name hold the other, word for word? "Finance Minister Ana Roy" is "Ana Roy".
fn same_name(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> { name.split_whitespace().map(str::to_lowercase).collect() };
    let (a, b) = (words(a), words(b));
    let within = |a: &[String], b: &[String]| !a.is_empty() && b.windows(a.len()).any(|window| window == a);
    within(&a, &b) || within(&b, &a)
}

fn is_right(language: &Language, part: &str, wanted: &str, context: &Context, read: &str) -> bool {
    wanted.split('|').any(|wanted| match part {
        _ if wanted.is_empty() => read.is_empty(),
        "subject" => context.subject.as_ref().is_some_and(|subject| *subject.head == *language.lemma(wanted)),
        "speaker" | "place" => same_name(wanted, read),
        _ => wanted == read,
    })
}

/// The claim at an annotation: the one that shares most of its bytes.
fn claim_at(ledger: &Ledger, start: usize, end: usize) -> Option<&Claim> {
    let shared = |claim: &Claim| claim.span.end.min(end).saturating_sub(claim.span.start.max(start));
    ledger.claims.iter().filter(|claim| shared(claim) > 0).max_by_key(|claim| shared(claim))
}

/// Measures one file: scores by part, and a line for each failure.
fn measure(checker: &Checker, language: &Language, corpus: &Corpus) -> ([Score; 6], Vec<String>) {
    let (mut scores, mut failures) = ([Score::default(); 6], Vec::new());
    for sentence in &corpus.sentence {
        let text = &sentence.text;
        let mut document = from_text(String::new(), None, text.clone());
        let published = sentence.published.as_deref().or(corpus.published.as_deref());
        document.published = published.map(|date| date.parse().expect("published is a date"));
        let ledger = checker.check(&document).expect("the pack can be used").ledger;
        let mut from = 0;
        for annotation in &sentence.claims {
            let found = text[from..].find(&annotation.text);
            let start = from + found.unwrap_or_else(|| panic!("{:?} is not in {text:?}", annotation.text));
            from = start + annotation.text.len();
            let claim = claim_at(&ledger, start, from);
            for (part, score) in PARTS.iter().zip(&mut scores) {
                let Some(wanted) = annotation.part(part) else { continue };
                let none = Context::default();
                let context = claim.map_or(&none, |claim| &claim.context);
                let read = read(context, text, part);
                if claim.is_some() && is_right(language, part, wanted, context, &read) {
                    score.right += 1;
                    continue;
                }
                let missing = claim.is_none() || read.is_empty();
                *(if missing { &mut score.missing } else { &mut score.wrong }) += 1;
                let read = if claim.is_none() { "no claim".to_owned() } else { format!("{read:?}") };
                failures.push(format!("{part} of {:?}: {read}, not {wanted:?}\n      {text}", annotation.text));
            }
        }
    }
    (scores, failures)
}

/// Files of the corpus of every language.
fn files() -> Vec<(String, PathBuf)> {
    let entries = |folder: &Path| -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a folder that can be read").path()).collect();
        paths.sort();
        paths
    };
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let languages = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/languages"));
    let corpora = languages
        .iter()
        .flat_map(|language| entries(&language.join("corpus")).into_iter().map(move |file| (stem(language), file)));
    corpora.collect()
}

#[test]
fn contexts_are_read_as_annotated() {
    let data = RuleData::embedded().expect("the data inside the program can be read");
    let mut table = format!("{:<20}{:<12}", "corpus", "part");
    table.push_str(" judged  right  wrong  missing       %   bar\n");
    let (mut below, mut verbose) = (Vec::new(), String::new());
    for (code, path) in files() {
        let name = format!("{code}/{}", path.file_stem().unwrap_or_default().to_string_lossy());
        let source = std::fs::read_to_string(&path).expect("a file that can be read");
        let corpus: Corpus = toml::from_str(&source).unwrap_or_else(|error| panic!("{name}: {error}"));
        let pack = data.packs.iter().find(|pack| pack.code == code).expect("a language with data");
        let language = Language::new(pack).expect("the pack can be used");
        let options = CheckerOptions { language: Some(code), ..CheckerOptions::default() };
        let checker = Checker::new(data.clone(), options).expect("the data can be used");
        let (scores, failures) = measure(&checker, &language, &corpus);
        for (part, score) in PARTS.iter().zip(scores).filter(|(_, score)| score.judged() > 0) {
            let bar = corpus.bars.get(*part).copied().unwrap_or(0);
            let Score { right, wrong, missing } = score;
            let (judged, percent) = (score.judged(), score.percent());
            let _ = writeln!(
                table,
                "{name:<20}{part:<12}{judged:>7}{right:>7}{wrong:>7}{missing:>9}{percent:>8.1}{bar:>6}"
            );
            if right * 100 < judged * bar as usize {
                below.push(format!("{name} {part}: {percent:.1} %, wanted {bar} %"));
            }
        }
        for failure in failures {
            let _ = writeln!(verbose, "{name}: {failure}");
        }
    }
    if std::env::var_os("CONTEXT_VERBOSE").is_some() {
        println!("{verbose}");
    }
    println!("{table}");
    assert!(below.is_empty(), "{}\n{table}", below.join("\n"));
}
