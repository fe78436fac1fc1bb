//! A benchmark per stage of the pipeline, on our own fixture articles: `cargo bench`. Throughput counts bytes of text.

use addsup::extract::{Hints, extract};
use addsup::judge::{JudgeOptions, judge};
use addsup::language::{Language, Segment};
use addsup::source::{Document, from_text};
use addsup::{Checker, CheckerOptions, RuleData};
use divan::Bencher;
use divan::counter::BytesCount;

/// A document of plain text.
fn plain(text: &str) -> Document {
    from_text(String::new(), None, text.to_owned())
}

fn main() {
    divan::main();
}

/// All fixture articles of a language.
fn articles(language: &str) -> Vec<Document> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(language);
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .retain(|path| path.to_string_lossy().ends_with("clean.txt") || path.to_string_lossy().ends_with("faulty.txt"));
    paths.iter().map(|path| plain(&std::fs::read_to_string(path).unwrap())).collect()
}

fn bytes(articles: &[Document]) -> BytesCount {
    BytesCount::new(articles.iter().map(|article| article.text.len()).sum::<usize>())
}

fn checker(language: &str) -> Checker {
    let options = CheckerOptions { language: Some(language.to_owned()), ..CheckerOptions::default() };
    Checker::new(RuleData::embedded().unwrap(), options).unwrap()
}

/// What every start of the program does: the embedded data, and one language compiled.
#[divan::bench(args = ["en", "id"])]
fn start(bencher: Bencher, language: &str) {
    let document = plain("");
    bencher.bench(|| checker(language).check(&document).unwrap());
}

/// Bytes to blocks.
#[divan::bench(args = ["en", "id"])]
fn source(bencher: Bencher, language: &str) {
    let articles = articles(language);
    bencher.counter(bytes(&articles)).bench(|| articles.iter().map(|article| plain(&article.text)).collect::<Vec<_>>());
}

/// Tokens and senses.
#[divan::bench(args = ["en", "id"])]
fn tokens(bencher: Bencher, language: &str) {
    let articles = articles(language);
    let data = RuleData::embedded().unwrap();
    let language = Language::new(data.packs.iter().find(|pack| pack.code == language).unwrap()).unwrap();
    bencher.counter(bytes(&articles)).bench(|| {
        let count = |article: &Document| Segment::new(&article.text, 0, article.text.len(), &language).tokens.len();
        articles.iter().map(count).sum::<usize>()
    });
}

/// Text to claims.
#[divan::bench(args = ["en", "id"])]
fn claims(bencher: Bencher, language: &str) {
    let (articles, checker) = (articles(language), checker(language));
    let reader = checker.reader_of(&articles[0]).unwrap().unwrap();
    bencher.counter(bytes(&articles)).bench(|| {
        let count = |article: &Document| {
            extract(article, 0..article.blocks.len(), &reader.language, checker.units(), Hints::default())
                .ledger
                .claims
                .len()
        };
        articles.iter().map(count).sum::<usize>()
    });
}

/// Claims to relations.
#[divan::bench(args = ["en", "id"])]
fn relations(bencher: Bencher, language: &str) {
    let (articles, checker) = (articles(language), checker(language));
    let reader = checker.reader_of(&articles[0]).unwrap().unwrap();
    let relater = checker.relater(reader).unwrap();
    let read: Vec<_> = articles
        .iter()
        .map(|article| extract(article, 0..article.blocks.len(), &reader.language, checker.units(), Hints::default()))
        .collect();
    bencher.counter(bytes(&articles)).bench(|| {
        read.iter().map(|read| relater.relate(read, checker.definitions(), checker.currencies()).len()).sum::<usize>()
    });
}

/// Relations to findings.
#[divan::bench(args = ["en", "id"])]
fn judging(bencher: Bencher, language: &str) {
    let (articles, checker) = (articles(language), checker(language));
    let checked: Vec<_> = articles.iter().map(|article| checker.check(article).unwrap()).collect();
    let options = JudgeOptions::default();
    bencher.counter(bytes(&articles)).bench(|| {
        let both = articles.iter().zip(&checked);
        let judged = both.map(|(article, done)| {
            judge(&article.text, &done.ledger, &done.relations, checker.definitions(), checker.checks(), &options)
        });
        judged.map(|judgement| judgement.findings.len()).sum::<usize>()
    });
}

/// The whole check.
#[divan::bench(args = ["en", "id"])]
fn whole(bencher: Bencher, language: &str) {
    let (articles, checker) = (articles(language), checker(language));
    bencher.counter(bytes(&articles)).bench(|| {
        articles.iter().map(|article| checker.check(article).unwrap().judgement.findings.len()).sum::<usize>()
    });
}
