//! What is generated from CLDR reads back, and the language of a text is told by its words.

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
            unread("Bahasa Melayu"),
        ),
        (
            "Die Bäckerei verkaufte am Samstag 412 Brote, und das waren mehr als in der ganzen Woche davor, wie der \
             Besitzer sagte, der nicht mit so vielen Kunden gerechnet hatte.",
            "de",
            unread("Deutsch"),
        ),
        (
            "A padaria vendeu 412 pães no sábado, mais do que em toda a semana, e o dono disse que não esperava tantos \
             clientes por causa da chuva que caiu até ao fim da tarde.",
            "pt",
            unread("português"),
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
