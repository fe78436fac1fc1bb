//! What is generated from CLDR reads back, and the language of a text is told by its words.

use addsup::language::file::{FormFile, Grammar, Pack};
use addsup::language::{Language, Segment};
use addsup::source::from_text;
use addsup::{Checker, CheckerOptions, Doubt, RuleData};

fn data() -> RuleData {
    RuleData::embedded().expect("the data inside the program can be read")
}

#[test]
fn numbers_spelled_by_cldr_are_read_back() {
    let mut wrong = Vec::new();
    for pack in data().packs {
        let code = &pack.code;
        let table = std::fs::read_to_string(format!("tests/cldr/numerals.{code}.tsv")).unwrap();
        let language = Language::new(&pack).unwrap();
        for (number, spelled) in table.lines().map(|line| line.split_once('\t').unwrap()) {
            let mut segment = Segment::new(spelled, 0, spelled.len(), &language);
            segment.read_numerals(language.style);
            // "Un" is an article, also at the end of "cent un"; Arabic writes its "and" in one with the next word.
            let last = segment.tokens.len() - 1;
            let article = language.lexicon.class("article").and_then(|class| segment.class_at(last, class));
            if article.is_some() || code == "ar" {
                continue;
            }
            let read = segment.numeral(0).filter(|numeral| numeral.end == segment.tokens.len());
            let read = read.map(|numeral| (numeral.mantissa * numeral.magnitude).normalize().to_string());
            if read.as_deref() != Some(number) {
                wrong.push(format!("{code}: {spelled:?} is {number}, not {read:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The language that a text is read in, or is told to be in, and what is doubtful about it.
fn told(text: &str) -> (String, Option<Doubt>) {
    let checker = Checker::new(data(), CheckerOptions::default()).unwrap();
    let checked = checker.extract(&from_text(String::new(), None, text.to_owned())).unwrap();
    let unread = matches!(checked.doubt, Some(Doubt::Unread(_)));
    assert!(!unread || checked.ledger.claims.is_empty(), "{text}");
    (checked.language.to_string(), checked.doubt)
}

fn unread(name: &str) -> Option<Doubt> {
    Some(Doubt::Unread(Some(name.into())))
}

/// What is doubtful about a text that is clearly in the language of a pack: only whether it is read.
fn clear(code: &str) -> Option<Doubt> {
    let pack = data().packs.into_iter().find(|pack| pack.code == code);
    match pack {
        Some(pack) if pack.reads => None,
        Some(pack) => unread(&pack.language.name),
        None => {
            let left_out = data().foreign.language.into_iter().find(|language| language.code == code).unwrap();
            let name = left_out.name.as_str();
            if left_out.left_out { Some(Doubt::LeftOut(name.into())) } else { unread(name) }
        }
    }
}

#[test]
fn the_language_is_told_by_its_words() {
    for (text, code, doubt) in [
        (
            "The bakery sold 412 loaves on Saturday, which was more than it had sold in the whole of the week before, and \
             the owner said that she would hire two more people.",
            "en",
            None,
        ),
        (
            "Pabrik roti itu menjual 412 potong pada Sabtu karena harga tepung turun 5 persen, kata pemiliknya kepada \
             wartawan. Ia mengatakan perusahaan akan menambah dua karyawan bulan depan.",
            "id",
            None,
        ),
        (
            "Kilang roti itu menjual 412 keping pada hari Sabtu kerana harga tepung turun 5 peratus, kata pemiliknya. \
             Beliau berkata syarikat itu akan menambah dua pekerja selepas cuti.",
            "ms",
            clear("ms"),
        ),
        (
            "Die Bäckerei verkaufte am Samstag 412 Brote, und das waren mehr als in der ganzen Woche davor, wie der \
             Besitzer sagte, der nicht mit so vielen Kunden gerechnet hatte.",
            "de",
            clear("de"),
        ),
        (
            "A padaria vendeu 412 pães no sábado, mais do que em toda a semana, e o dono disse que não esperava tantos \
             clientes por causa da chuva que caiu até ao fim da tarde.",
            "pt",
            clear("pt"),
        ),
        (
            "Пекарня продала 412 буханок в субботу, и это было больше, чем за всю неделю до того.",
            "ru",
            unread("русский"),
        ),
        ("パン屋は土曜日に412個のパンを売りました。", "ja", unread("日本語")),
        ("面包店周六卖出了412个面包，比前一周的总数还要多。", "zh", unread("中文")),
        ("빵집은 토요일에 빵 412개를 팔았다.", "ko", unread("한국어")),
        ("പലഹാരക്കട ശനിയാഴ്ച 412 റൊട്ടികൾ വിറ്റു.", "", Some(Doubt::Unread(None))),
        // Too short to doubt.
        ("Sales up 5%", "en", None),
        ("Laba naik 5 persen", "id", None),
        // A table says nothing.
        (
            "Wolverton 4 Astley 2 Barnby 7 Corring 1 Dunholt 3 Emberley 9 Farrow 2 Grantley 5 Hexton 6 Iverby 8 Jarrow 4 \
             Kelby 2 Lorton 1 Marske 3 Norby 5 Orton 6 Pickley 7 Quarne 8 Rudby 9 Selby 1 Thirsk 2",
            "en",
            Some(Doubt::Unsure),
        ),
    ] {
        assert_eq!(told(text), (code.to_owned(), doubt), "{text}");
    }
}

/// Is the pack of a language inside the program?
fn has_pack(code: &str) -> bool {
    data().packs.iter().any(|pack| pack.code == code)
}

/// The numerals of a text, as they are written and what they are.
fn numerals(code: &str, text: &str) -> Vec<(String, String)> {
    let pack = data().packs.into_iter().find(|pack| pack.code == code).unwrap();
    let language = Language::new(&pack).unwrap();
    let mut segment = Segment::new(text, 0, text.len(), &language);
    segment.read_numerals(language.style);
    let (mut at, mut found) = (0, Vec::new());
    while at < segment.tokens.len() {
        let Some(numeral) = segment.numeral(at) else {
            at += 1;
            continue;
        };
        let value = (numeral.mantissa * numeral.magnitude).normalize().to_string();
        found.push((segment.words(at, numeral.end).to_owned(), value));
        at = numeral.end;
    }
    found
}

#[test]
fn numerals_are_read_as_each_language_writes_them() {
    for (code, text, expected) in [
        (
            "de",
            "Dreiundzwanzig Gäste und zweihundertfünfzigtausend Euro, hundertundeins Äpfel, eine Milliarde",
            &[
                ("Dreiundzwanzig", "23"),
                ("zweihundertfünfzigtausend", "250000"),
                ("hundertundeins", "101"),
                ("eine Milliarde", "1000000000"),
            ][..],
        ),
        // Not every word that begins as a numeral does is one.
        ("de", "Achtung, die Einheit der Dreifaltigkeit im Siebengebirge, ein Haus", &[]),
        (
            "de",
            "zwei Billionen Franken, 1’250.50 Franken und 3,5 Mio. Euro",
            &[("zwei Billionen", "2000000000000"), ("1’250.50", "1250.50"), ("3,5 Mio.", "3500000")],
        ),
        (
            "nl",
            "tweeëntwintig mensen, zestienhonderd euro, vijftienduizend",
            &[("tweeëntwintig", "22"), ("zestienhonderd", "1600"), ("vijftienduizend", "15000")],
        ),
        (
            "it",
            "ventitré case, centottantamila euro, milleottocento, un'isola",
            &[("ventitré", "23"), ("centottantamila", "180000"), ("milleottocento", "1800")],
        ),
        (
            "fr",
            "12 500 personnes, 1\u{202f}250,5 km, d'un million, soixante-dix, quatre-vingt-dix-sept, deux cent trois mille",
            &[
                ("12 500", "12500"),
                ("1\u{202f}250,5", "1250.5"),
                ("un million", "1000000"),
                ("soixante-dix", "70"),
                ("quatre-vingt-dix-sept", "97"),
                ("deux cent trois mille", "203000"),
            ],
        ),
        (
            "fr",
            "en 2024, 500 personnes; de 20 à 300",
            &[("2024", "2024"), ("500", "500"), ("20", "20"), ("300", "300")],
        ),
        (
            "es",
            "veintiún mil, mil doscientos millones, un billón, treinta y uno",
            &[
                ("veintiún mil", "21000"),
                ("mil doscientos millones", "1200000000"),
                ("un billón", "1000000000000"),
                ("treinta y uno", "31"),
            ],
        ),
        (
            "pt",
            "duzentos e quarenta e dois, dois bilhões, 1.250,50",
            &[("duzentos e quarenta e dois", "242"), ("dois bilhões", "2000000000"), ("1.250,50", "1250.50")],
        ),
        ("en", "12,34,567 people", &[("12,34,567", "1234567")]),
        // Digits of other scripts, with their own separators.
        ("en", "४१२ and ٣٫٥ and ١٬٢٥٠ and ４１", &[("४१२", "412"), ("٣٫٥", "3.5"), ("١٬٢٥٠", "1250"), ("４１", "41")]),
    ] {
        if !has_pack(code) {
            continue;
        }
        let expected: Vec<_> = expected
            .iter()
            .map(|(text, value)| {
                ((*text).to_owned(), value.parse::<addsup::value::Decimal>().unwrap().normalize().to_string())
            })
            .collect();
        assert_eq!(numerals(code, text), expected, "{code}: {text}");
    }
}

/// A line: the language, and a sentence of a news text in it.
const SENTENCES: &str = include_str!("cldr/sentences.tsv");

/// How sure the language of short texts is, held here on sentences of our own. Measured on texts of the public suites for
/// extraction that name their language (en, id, de, nl, fr, es, pt, it):
///
/// | texts | | right | wrong, but said to be unsure | wrong and not said |
/// |---|---|---|---|---|
/// | of 3 to 7 words | 1734 | 1544 | 118 | 72 |
/// | of 8 to 60 words | 1373 | 1313 | 4 | 56 (48 are Spanish, in the Portuguese suite) |
/// | five of these at once | 317 | 310 | 0 | 7 (likewise) |
#[test]
fn no_sentence_is_taken_for_another_language() {
    let mut wrong = Vec::new();
    for (code, sentence) in SENTENCES.lines().map(|line| line.split_once('\t').unwrap()) {
        let (found, doubt) = told(sentence);
        // Unsure or unknown is honest; a wrong language without a doubt is not.
        if found != code && !found.is_empty() && doubt != Some(Doubt::Unsure) {
            wrong.push(format!("{code} is taken for {found} ({doubt:?}): {sentence}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_of_several_sentences_are_told_for_sure() {
    let mut texts: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for (code, sentence) in SENTENCES.lines().map(|line| line.split_once('\t').unwrap()) {
        texts.entry(code).or_default().push(sentence);
    }
    for (code, sentences) in texts {
        assert_eq!(told(&sentences.join(" ")), (code.to_owned(), clear(code)), "{code}");
    }
}

/// The numbers in the sentences of a text.
fn numbers_by_sentence(code: &str, text: &str) -> Vec<Vec<String>> {
    let number = FormFile {
        id: "test.number".into(),
        make: "number".into(),
        patterns: vec!["{n:#number}".into()],
        set: Default::default(),
        unless: Vec::new(),
        unless_next: Vec::new(),
    };
    let mut grammar = Grammar::default();
    grammar.forms.form.push(number);
    let mut pack = Pack { code: code.into(), ..Pack::default() };
    pack.set_grammar(grammar);
    let mut data = data();
    data.merge(RuleData { packs: vec![pack], ..RuleData::default() }).unwrap();
    let options = CheckerOptions { language: Some(code.into()), ..CheckerOptions::default() };
    let checked =
        Checker::new(data, options).unwrap().extract(&from_text(String::new(), None, text.to_owned())).unwrap();
    let mut sentences: Vec<Vec<String>> = Vec::new();
    for claim in &checked.ledger.claims {
        sentences.resize_with(sentences.len().max(claim.sentence as usize + 1), Vec::new);
        sentences[claim.sentence as usize].push(text[claim.span.clone()].to_owned());
    }
    sentences
}

#[test]
fn an_ordinal_with_a_point_ends_no_sentence() {
    if !has_pack("de") {
        return;
    }
    for text in [
        "Am 3. Mai kamen 412 Gäste.",
        "Es ist das 21. Jahrhundert und der 100. Geburtstag, sagten 412 Gäste.",
        "Vom 3. 5. 2024 an kamen 412 Gäste.",
    ] {
        let sentences = numbers_by_sentence("de", text);
        assert_eq!((sentences.len(), sentences[0].last().map(String::as_str)), (1, Some("412")), "{text}");
    }
    assert_eq!(numbers_by_sentence("de", "Er wurde im Rennen 3. Die Zahl der Gäste war 412.").len(), 2);
    assert_eq!(numbers_by_sentence("de", "Das war 2023. Gäste kamen 412.").len(), 2);
    assert_eq!(numbers_by_sentence("en", "There were 3. May brought 412 guests.").len(), 2);
}

/// Wide characters and those written from right to left: every line of a table is as wide as the others.
#[cfg(feature = "cli")]
#[test]
fn tables_keep_their_columns_in_any_script() {
    use unicode_width::UnicodeWidthStr;
    let text = "Sales of 東京電力 rose 12 percent.\n\nSales of شركة النهر rose 18 percent.\n";
    let output = assert_cmd::Command::cargo_bin("addsup")
        .unwrap()
        .args(["claims", "-", "--lang", "en", "--color", "never"])
        .write_stdin(text)
        .output()
        .unwrap();
    let table = String::from_utf8(output.stdout).unwrap();
    assert!(table.contains("東京電力") && table.contains("النهر"), "{table}");
    let lines: Vec<&str> = table.lines().filter(|line| line.starts_with(['┌', '│', '╞', '├', '└'])).collect();
    assert!(lines.len() > 4, "{table}");
    assert!(lines.iter().all(|line| line.width() == lines[0].width()), "{table}");
}
