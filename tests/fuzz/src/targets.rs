//! One function for each target: bytes in, a panic where something does not hold.

use super::invariants::{check_claims, check_document, check_relations};
use super::reports::check_reports;
pub use super::rules::rules;
use super::solver::{Linear, Tree};
use addsup::compare::CompareOptions;
use addsup::facts::{Cell, Facts, Format as TableFormat, appended, contradictions};
use addsup::relate::Law;
use addsup::source::{Document, Fields, Format, from_text, parse_entry, parse_pair, read};
use addsup::value::Period;
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use arbitrary::Unstructured;
use chrono::NaiveDate;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A target.
pub type Target = fn(&[u8]);

/// All of them, by name.
pub const TARGETS: [(&str, Target); 18] = [
    ("text", text),
    ("markdown", markdown),
    ("html", html),
    ("docx", docx),
    ("odt", odt),
    ("ninjs", ninjs),
    ("newsml", newsml),
    ("jsonl", jsonl),
    ("pdf", pdf),
    ("extraction", extraction),
    ("ties", ties),
    ("rules", rules),
    ("law", law),
    ("solver", solver),
    ("whole", whole),
    ("together", together),
    ("compare", compare),
    ("facts", facts),
];

/// Parts the pieces of an input that holds several: no byte of UTF-8.
const BETWEEN: u8 = 0xff;

/// Checkers that read every text as one language, and one that looks which it is.
pub static CHECKERS: LazyLock<[Checker; 3]> = LazyLock::new(|| {
    [Some("en"), Some("id"), None].map(|language| {
        let mut options = CheckerOptions { language: language.map(str::to_owned), ..CheckerOptions::default() };
        options.judge.drafts = true;
        options.judge.strict = language == Some("id");
        let data = RuleData::embedded().expect("the data inside the program can be read");
        Checker::new(data, options).expect("the data inside the program can be used")
    })
});

/// Reads a file in a format and looks at what came of it.
fn articles(format: Format, bytes: &[u8]) -> Vec<Document> {
    let documents = read(format, "fuzz".to_owned(), None, bytes.to_vec()).unwrap_or_default();
    documents.iter().for_each(check_document);
    documents
}

/// The encoding and the paragraphs of plain text.
pub fn text(input: &[u8]) {
    articles(Format::Text, input);
}

/// Markdown with its front matter.
pub fn markdown(input: &[u8]) {
    articles(Format::Markdown, input);
}

/// Pages.
pub fn html(input: &[u8]) {
    articles(Format::Html, input);
}

/// Word documents: an archive, or its parts one behind the other.
pub fn docx(input: &[u8]) {
    const PARTS: [&str; 5] =
        ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "word/endnotes.xml", "_rels/.rels"];
    articles(Format::Docx, &archive(input, &PARTS));
}

/// OpenDocument texts, likewise.
pub fn odt(input: &[u8]) {
    articles(Format::Odt, &archive(input, &["content.xml", "styles.xml", "META-INF/manifest.xml"]));
}

/// An archive of these parts, the relations between those of Word given where the input gives none; or the input, where it
/// is an archive itself.
fn archive(input: &[u8], names: &[&str]) -> Vec<u8> {
    const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/footnotes" Target="footnotes.xml"/>
<Relationship Id="c" Type="x/endnotes" Target="endnotes.xml"/></Relationships>"#;
    if input.starts_with(b"PK") {
        return input.to_vec();
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut put = |name: &str, bytes: &[u8]| {
        zip.start_file(name, stored).expect("memory takes a part");
        zip.write_all(bytes).expect("memory takes its bytes");
    };
    for (name, part) in names.iter().zip(input.split(|byte| *byte == BETWEEN)) {
        put(name, part);
    }
    if names.iter().any(|name| name.starts_with("word/")) {
        put("word/_rels/document.xml.rels", RELATIONS.as_bytes());
    }
    zip.finish().expect("memory takes an archive").into_inner()
}

/// ninjs.
pub fn ninjs(input: &[u8]) {
    articles(Format::Ninjs, input);
}

/// NewsML-G2.
pub fn newsml(input: &[u8]) {
    articles(Format::NewsMl, input);
}

/// A line of JSON Lines, perhaps behind a list of the names of its fields: an article, or two versions of one.
pub fn jsonl(input: &[u8]) {
    let (names, line) = match input.iter().position(|byte| *byte == BETWEEN) {
        Some(at) => (&input[..at], &input[at + 1..]),
        None => (&[][..], input),
    };
    let fields = std::str::from_utf8(names).ok().and_then(|names| Fields::named(names).ok()).unwrap_or_default();
    if let Ok(entry) = parse_entry(line, None, &fields) {
        assert!(entry.id.is_string() || entry.id.is_number());
        check_document(&entry.document);
    }
    if let Ok(pair) = parse_pair(line, None) {
        assert!(pair.id.is_string() || pair.id.is_number());
        check_document(&pair.source);
        check_document(&pair.target);
    }
}

/// What `pdftotext` makes of a PDF.
pub fn pdf(input: &[u8]) {
    articles(Format::Pdf, input);
}

/// A language, a publication date or none, and a text.
fn article(input: &[u8]) -> Option<(usize, Document)> {
    let (how, text) = input.split_first()?;
    let mut document = from_text(String::new(), None, String::from_utf8_lossy(text).into_owned());
    if how & 2 != 0 {
        document.published = NaiveDate::from_ymd_opt(2023, 10, 13);
    }
    Some((usize::from(how & 1), document))
}

/// Figures of any text, in English or Indonesian.
pub fn extraction(input: &[u8]) {
    let Some((language, document)) = article(input) else { return };
    let checked = CHECKERS[language].extract(&document).expect("the language can be used");
    check_claims(&document, &checked);
}

/// The words of both languages, those of one behind the other, and signs.
static WORDS: LazyLock<[Vec<String>; 2]> = LazyLock::new(|| {
    let data = RuleData::embedded().expect("the data inside the program can be read");
    ["en", "id"].map(|code| {
        let pack = data.packs.iter().find(|pack| pack.code == code).expect("the language is there");
        let grammar = pack.grammar().expect("its grammar can be read").into_owned();
        let mut words: Vec<String> =
            grammar.lexicon.classes.into_values().flat_map(|values| values.into_values()).flatten().collect();
        // Literal words of the constructions: "from", "dari".
        let patterns = grammar.constructions.construction.iter().flat_map(|entry| &entry.patterns);
        for pattern in patterns {
            let literal = |word: &&str| word.chars().all(char::is_alphabetic);
            words.extend(pattern.split_whitespace().filter(literal).map(str::to_owned));
        }
        words.sort();
        words.dedup();
        words
    })
});

/// A text of the words that constructions are made of, and figures between them: what random bytes hardly ever are.
fn wordy(input: &[u8]) -> arbitrary::Result<(usize, Document)> {
    let mut of = Unstructured::new(input);
    let language = usize::from(of.arbitrary::<bool>()?);
    let published = of.arbitrary::<bool>()?;
    let words = &WORDS[language];
    let mut text = String::new();
    while !of.is_empty() && text.len() < 4096 {
        match of.int_in_range(0..=9u8)? {
            0..=4 => text.push_str(&words[of.choose_index(words.len())?]),
            5 => text.push_str(&of.int_in_range(0..=99u8)?.to_string()),
            6 => {
                let (decimal, group) = if language == 0 { ('.', ',') } else { (',', '.') };
                let (thousands, rest) = (of.int_in_range(1..=999u16)?, of.int_in_range(0..=999u16)?);
                match of.int_in_range(0..=2u8)? {
                    0 => text.push_str(&format!("{thousands}{group}{rest:03}")),
                    1 => text.push_str(&format!("{thousands}{decimal}{}", rest % 100)),
                    _ => text.push_str(&(1900 + rest % 150).to_string()),
                }
            }
            7 => text.push_str(of.choose(&["%", "$", "Rp", "-", "(", ")", "“", "”", ":", ";", "/", "|", "\t"])?),
            8 => text.push_str(of.choose(&[",", ".", ".\n\n", "\n"])?),
            _ => {
                let joined = text.ends_with(' ');
                text.truncate(text.len() - usize::from(joined));
                continue;
            }
        }
        text.push(' ');
    }
    let mut document = from_text(String::new(), None, text);
    document.published = published.then(|| NaiveDate::from_ymd_opt(2023, 10, 13)).flatten();
    Ok((language, document))
}

/// Figures tied by the words of the languages.
pub fn ties(input: &[u8]) {
    let Ok((language, document)) = wordy(input) else { return };
    let checker = &CHECKERS[language];
    let checked = checker.check(&document).expect("the language can be used");
    check_claims(&document, &checked);
    check_relations(checker, &checked);
}

/// Laws: what is read is written as a law that is read as the same.
pub fn law(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    match Law::parse(text) {
        Ok(law) => {
            let again = Law::parse(&law.to_string());
            assert_eq!(again.as_ref().map(ToString::to_string), Ok(law.to_string()));
            assert_eq!(again.as_ref().map(|again| again.slots().len()), Ok(law.slots().len()));
        }
        Err(error) => assert!((1..=text.chars().count() + 1).contains(&error.column), "{error}"),
    }
}

/// Small networks of figures and laws, held against exact rationals.
pub fn solver(input: &[u8]) {
    let mut of = Unstructured::new(input);
    match of.arbitrary() {
        Ok(true) => Linear::arbitrary(&mut of).iter().for_each(Linear::check),
        Ok(false) => Tree::arbitrary(&mut of).iter().for_each(Tree::check),
        Err(_) => {}
    }
}

/// A file of any format, from bytes to reports.
pub fn whole(input: &[u8]) {
    const FORMATS: [Format; 6] =
        [Format::Text, Format::Markdown, Format::Html, Format::Ninjs, Format::NewsMl, Format::Pdf];
    let Some((how, bytes)) = input.split_first() else { return };
    let checker = &CHECKERS[usize::from(how / 8) % CHECKERS.len()];
    let format = FORMATS[usize::from(how % 8) % FORMATS.len()];
    for document in articles(Format::of(Some(format), bytes), bytes) {
        let checked: Checked = checker.check(&document).expect("the language can be used");
        check_claims(&document, &checked);
        check_relations(checker, &checked);
        assert_eq!(checker.check(&document).as_ref(), Ok(&checked), "the same article gives the same");
        check_reports(checker, &document, &checked);
    }
}

/// Texts with FF between them, each in a language, or in one that is to be told; as one document.
fn joined(input: &[u8]) -> Option<(u8, Document)> {
    let (how, texts) = input.split_first()?;
    let documents = texts.split(|byte| *byte == BETWEEN).take(3).enumerate().map(|(index, text)| {
        let mut document = from_text(index.to_string(), None, String::from_utf8_lossy(text).into_owned());
        let code = match (how >> (2 * index)) & 3 {
            0 => Some("en"),
            1 => Some("id"),
            2 => Some("ms"),
            _ => None,
        };
        document.language = code.map(str::to_owned);
        document.published = NaiveDate::from_ymd_opt(2023, 10, 13);
        document
    });
    let document = Document::joined(documents.collect());
    check_document(&document);
    Some((how >> 6, document))
}

/// A few articles, checked together.
pub fn together(input: &[u8]) {
    let Some((_, document)) = joined(input) else { return };
    let checker = &CHECKERS[2];
    let checked = checker.check(&document).expect("the languages can be used");
    check_claims(&document, &checked);
    check_relations(checker, &checked);
    check_reports(checker, &document, &checked);
}

/// Two versions of one story.
pub fn compare(input: &[u8]) {
    let Some((how, document)) = joined(input) else { return };
    let checker = &CHECKERS[2];
    let checked = checker
        .compare(&document, CompareOptions { whole: how & 1 == 1, revision: how & 2 == 2 })
        .expect("the languages can be used");
    check_claims(&document, &checked);
    check_relations(checker, &checked);
    for pair in &checked.counterparts {
        assert!(document.text.get(pair.source.clone()).is_some() && document.text.get(pair.target.clone()).is_some());
    }
    check_reports(checker, &document, &checked);
}

/// A table of facts, which an article is held against; or a period.
pub fn facts(input: &[u8]) {
    const ARTICLE: &str = "Arenal, with 1.26 million people in 2022, is the largest city of the coast. Its minimum wage rose to \
        Rp4,486,000 on 1 January 2023. Bruma Ferries, founded in 1912, carries 8 percent of them.";
    const ROW: [(&str, &str); 4] =
        [("subject", "Arenal"), ("measure", "area"), ("value", "1820"), ("source", "\"Office\", of 2022")];
    let Some((how, bytes)) = input.split_first() else { return };
    let format = match how % 4 {
        0 => TableFormat::Csv,
        1 => TableFormat::Toml,
        2 => TableFormat::Json,
        _ => {
            let period = std::str::from_utf8(bytes).ok().and_then(|text| text.parse::<Period>().ok());
            if let Some(period) = period {
                assert!(period.first() <= period.last());
                assert_eq!(period.to_string().parse(), Ok(period));
            }
            return;
        }
    };
    let checker = &CHECKERS[0];
    let mut facts = Facts::default();
    for fault in facts.read("table", format, bytes.to_vec(), checker.units()) {
        assert!(!fault.what.is_empty() && fault.to_string().starts_with("table"), "{fault}");
    }
    let told = contradictions(&facts);
    assert_eq!(told, contradictions(&facts), "the same table gives the same");
    if let Ok(text) = std::str::from_utf8(bytes) {
        let row = ROW.map(|(column, text)| (column, Cell::Text(text.to_owned())));
        // What is written is read back before it is given out.
        let _ = appended(format, text, &row, checker.units());
    }
    if !facts.is_empty() {
        let document = from_text(String::new(), None, ARTICLE.to_owned());
        let checked = checker.check_against(&document, &facts).expect("the language can be used");
        check_claims(&document, &checked);
        check_relations(checker, &checked);
    }
}
