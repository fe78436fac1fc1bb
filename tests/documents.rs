//! Documents of word processors and of wire services: what is read of them, and that it is what stands in them.

use addsup::source::{Cell, Document, Format, Origin, Place, Role, read};
use addsup::{Checked, Checker, CheckerOptions, RuleData};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::io::{Cursor, Write};
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

static CHECKER: LazyLock<Checker> =
    LazyLock::new(|| Checker::new(RuleData::embedded().unwrap(), CheckerOptions::default()).unwrap());

/// Far more than anything here takes, and far less than what is quadratic would.
const SOON: Duration = Duration::from_secs(120);

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"a\" Type=\"http://x/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"b\" Type=\"http://x/footnotes\" Target=\"/word/footnotes.xml\"/>\
    <Relationship Id=\"c\" Type=\"http://x/endnotes\" Target=\"endnotes.xml\"/></Relationships>";
const STYLES: &str = r#"
    <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Subtitle"/></w:style>
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
    <w:style w:type="paragraph" w:styleId="OwnQuote"><w:name w:val="Our quotes"/><w:basedOn w:val="Zitat"/></w:style>
    <w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
    <w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="a"/><w:basedOn w:val="Loop2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="b"/><w:basedOn w:val="Loop"/></w:style>
    <w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>"#;

/// A Word document with this body, and these notes.
fn docx_with(body: &str, footnotes: &str, endnotes: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            &format!("<?xml version=\"1.0\"?>\n<w:document {W}><w:body>{body}</w:body></w:document>"),
        ),
        ("word/_rels/document.xml.rels", RELATIONS),
        ("word/styles.xml", &format!("<w:styles {W}>{STYLES}</w:styles>")),
        ("word/footnotes.xml", &format!("<w:footnotes {W}>{footnotes}</w:footnotes>")),
        ("word/endnotes.xml", &format!("<w:endnotes {W}>{endnotes}</w:endnotes>")),
    ])
}

fn from(format: Format, bytes: Vec<u8>) -> Document {
    read(format, "a".to_owned(), None, bytes).unwrap().remove(0)
}

fn docx(body: &str) -> Document {
    from(Format::Docx, docx_with(body, "", ""))
}

const OFFICE: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

/// An OpenDocument text with this body.
fn odt_bytes(styles: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {OFFICE}><office:automatic-styles>{styles}</office:automatic-styles><office:body>\
         <office:text>{body}</office:text></office:body></office:document-content>"
    );
    let named = "<style:style style:name=\"Quotations\" style:family=\"paragraph\"/>\
        <style:style style:name=\"House_20_quote\" style:family=\"paragraph\" style:parent-style-name=\"Quotations\"/>";
    let named =
        format!("<office:document-styles {OFFICE}><office:styles>{named}</office:styles></office:document-styles>");
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &named),
    ])
}

fn odt(styles: &str, body: &str) -> Document {
    from(Format::Odt, odt_bytes(styles, body))
}

/// Text and role of each block.
fn blocks(document: &Document) -> Vec<(&str, Role)> {
    document.blocks.iter().map(|block| (&document.text[block.span.clone()], block.role)).collect()
}

fn texts(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| &document.text[block.span.clone()]).collect()
}

fn places(document: &Document) -> Vec<String> {
    let Origin::Parts(places) = &document.origin else { panic!("a document without lines") };
    places.iter().map(Place::to_string).collect()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

#[test]
fn word_changes_are_accepted() {
    let text = docx(
        r#"<w:p><w:r><w:t>Sales ro</w:t></w:r><w:r><w:t xml:space="preserve">se </w:t></w:r><w:del w:id="1"><w:r><w:delText>4</w:delText></w:r></w:del>
        <w:ins w:id="2"><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>37</w:t></w:r></w:ins><w:r><w:tab/><w:t>percent &amp; more</w:t><w:br/><w:t>at R&#38;D.</w:t></w:r></w:p>
        <w:p><w:moveFrom w:id="3"><w:r><w:t>Moved in 2019.</w:t></w:r></w:moveFrom></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">It went on for 5 </w:t></w:r></w:p>
        <w:p><w:r><w:t>years.</w:t></w:r></w:p>
        <w:p><w:moveTo w:id="4"><w:r><w:t>Moved in 2019.</w:t></w:r></w:moveTo></w:p>"#,
    );
    assert_eq!(texts(&text), ["Sales rose 37 percent & more at R&D.", "It went on for 5 years.", "Moved in 2019."]);
    assert_eq!(places(&text), ["¶1", "¶2", "¶3"]);
}

#[test]
fn word_shows_results_and_hides_what_is_hidden() {
    let text = docx(
        r#"<w:p><w:r><w:t xml:space="preserve">On page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF 99 = </w:instrText></w:r>
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>98</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>97</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
        <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
        <w:fldSimple w:instr="DATE"><w:r><w:t xml:space="preserve"> of 14 May</w:t></w:r></w:fldSimple><w:r><w:rPr><w:vanish/><w:strike w:val="0"/></w:rPr><w:t>96</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>92</w:t></w:r>
        <w:r><w:rPr><w:rStyle w:val="Secret"/></w:rPr><w:t>95</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Secret"/><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p>
        <w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here 94 times</w:t></w:r></w:p></w:sdtContent></w:sdt>
        <w:sdt><w:sdtContent><w:p><w:pPr><w:pStyle w:val="Toc1"/></w:pPr><w:r><w:t>A part 93</w:t></w:r></w:p></w:sdtContent></w:sdt>
        <w:sdt><w:sdtContent><w:p><w:r><w:t>Kept: 3-</w:t><w:noBreakHyphen/><w:t>4.</w:t></w:r></w:p></w:sdtContent></w:sdt>"#,
    );
    assert_eq!(texts(&text), ["On page 12 of 14 May.", "Kept: 3--4."]);
}

#[test]
fn word_text_boxes_are_read_once_and_after_their_paragraph() {
    let text = docx(&format!(
        r#"<w:p><w:r><w:t xml:space="preserve">Sales of </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>$5 million.</w:t></w:r></w:p>"#,
        p("A box.")
    ));
    assert_eq!(texts(&text), ["Sales of $5 million.", "A box."]);
}

#[test]
fn word_styles_give_roles_whatever_their_ids_are() {
    let styled = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let body = [
        styled("Titel", "A title."),
        styled("Sub", "Under it"),
        styled("Loop", "Text in circles."),
        styled("H2", "A part"),
        styled("OwnQuote", "Quoted."),
        styled("Beschriftung", "A caption"),
        styled("Liste", "An item"),
        "<w:p><w:pPr><w:pStyle w:val=\"Liste\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>None.</w:t></w:r></w:p>"
            .to_owned(),
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>Item two</w:t></w:r></w:p>".to_owned(),
    ];
    let text = docx(&body.concat());
    let roles: Vec<Role> = text.blocks.iter().map(|block| block.role).collect();
    let body = Role::Body;
    let wanted = [Role::Headline, Role::Deck, body, body, Role::Quote, Role::Caption, Role::Item, body, Role::Item];
    assert_eq!(roles, wanted);
}

#[test]
fn word_tables_know_their_cells() {
    let cell = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let row =
        |properties: &str, cells: &[String]| format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat());
    let table = [
        row("<w:tblHeader/>", &[cell("<w:gridSpan w:val=\"2\"/>", "Port"), cell("", "2024")]),
        row("", &[cell("<w:vMerge w:val=\"restart\"/>", "North"), cell("", "East"), cell("", "180")]),
        row("<w:del w:id=\"1\"/>", &[cell("", "Gone"), cell("", "9"), cell("", "99")]),
        row("", &[cell("<w:vMerge/>", "hidden"), cell("", "West"), cell("", "30")]),
        row(
            "<w:gridBefore w:val=\"2\"/>",
            &[cell(
                "",
                &format!("210</w:t></w:r></w:p><w:tbl>{}</w:tbl><w:p><w:r><w:t>", row("", &[cell("", "Inner")])),
            )],
        ),
    ];
    let text = docx(&format!("{}<w:tbl>{}</w:tbl>{}", p("Before."), table.concat(), p("After.")));
    let cells: Vec<_> = texts(&text).into_iter().zip(places(&text)).collect();
    let wanted = [
        ("Before.", "¶1"),
        ("Port", "T1!A1"),
        ("2024", "T1!C1"),
        ("North", "T1!A2"),
        ("East", "T1!B2"),
        ("180", "T1!C2"),
        ("West", "T1!B3"),
        ("30", "T1!C3"),
        ("210", "T1!C4"),
        ("Inner", "T2!A1"),
        ("After.", "¶2"),
    ];
    assert_eq!(cells, wanted.map(|(text, place)| (text, place.to_owned())));
    assert_eq!(text.blocks[2].cell, Some(Cell { table: 1, row: 1, column: 3, head: true }));
    assert_eq!(text.blocks[5].cell.map(|cell| cell.head), Some(false));
}

#[test]
fn word_notes_are_numbered_as_they_are_referred_to() {
    let reference = |kind: &str, id: u32| format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p>{}<w:r><w:t>One.</w:t></w:r>{}<w:del w:id=\"1\">{}</w:del>{}{}</w:p>",
        reference("endnote", 1),
        reference("footnote", 3),
        reference("footnote", 4),
        reference("footnote", 2),
        reference("endnote", 7),
    );
    let note = |kind: &str, id: u32, text: &str| format!("<w:{kind} w:id=\"{id}\">{}</w:{kind}>", p(text));
    let footnotes = [
        format!("<w:footnote w:id=\"0\" w:type=\"separator\">{}</w:footnote>", p("---")),
        note("footnote", 2, "Second"),
        note("footnote", 3, "First"),
        note("footnote", 4, "Deleted"),
    ];
    let endnotes = note("endnote", 1, "Third");
    let text = from(Format::Docx, docx_with(&body, &footnotes.concat(), &endnotes));
    assert_eq!(texts(&text), ["One.", "First", "Second", "Third"]);
    assert_eq!(places(&text), ["¶1", "†1", "†2", "†3"]);
}

#[test]
fn opendocument_changes_notes_and_remarks() {
    let text = odt(
        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
         <style:style style:name=\"T2\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/>\
         </style:style>",
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted 99</text:p></text:deletion>\
         </text:changed-region></text:tracked-changes>\
         <text:p>Sales<text:s text:c=\"3\"/>rose <text:span>37</text:span><text:tab/>percent<office:annotation><text:p>Is it \
         98?</text:p></office:annotation><text:span text:style-name=\"T1\">97 <text:span>96</text:span></text:span>\
         <text:span text:style-name=\"T2\">93</text:span>\
         <text:note text:id=\"a\"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>\
         </text:note-body></text:note> in 2024<text:line-break/>&amp; 2025.</text:p>\
         <text:section text:display=\"none\"><text:p>95</text:p></text:section>\
         <text:table-of-content><text:index-body><text:p>A part 94</text:p></text:index-body></text:table-of-content>\
         <text:p>End.</text:p>",
    );
    assert_eq!(texts(&text), ["Sales rose 37 percent in 2024 & 2025.", "End.", "A note."]);
    assert_eq!(places(&text), ["¶1", "¶2", "†1"]);
}

#[test]
fn opendocument_styles_give_roles_by_their_parents() {
    let text = odt(
        "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"House_20_quote\"/>\
         <style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"P2\"/>",
        "<text:h text:outline-level=\"1\">A title.</text:h><text:p text:style-name=\"Subtitle\">Under it</text:p>\
         <text:p text:style-name=\"P2\">Text.</text:p><text:h text:outline-level=\"2\">A part</text:h>\
         <text:p text:style-name=\"P1\">Quoted.</text:p><text:list><text:list-item><text:p>An item</text:p>\
         </text:list-item></text:list><text:p><draw:frame><draw:text-box><text:p text:style-name=\"Illustration\">\
         <text:span>A box</text:span></text:p></draw:text-box></draw:frame>Around it.</text:p>",
    );
    let wanted = [
        ("A title.", Role::Headline),
        ("Under it", Role::Deck),
        ("Text.", Role::Body),
        ("A part", Role::Body),
        ("Quoted.", Role::Quote),
        ("An item", Role::Item),
        ("Around it.", Role::Body),
        ("A box", Role::Body),
    ];
    assert_eq!(blocks(&text), wanted);
}

#[test]
fn opendocument_tables_repeat_within_bounds() {
    let cell = |attributes: &str, text: &str| {
        format!("<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |attributes: &str, cells: &[String]| {
        format!("<table:table-row {attributes}>{}</table:table-row>", cells.concat())
    };
    let covered = || "<table:covered-table-cell/>".to_owned();
    let body = format!(
        "<table:table><table:table-header-rows>{}</table:table-header-rows>{}{}{}</table:table>",
        row("", &[cell("table:number-columns-spanned=\"2\"", "Port"), covered(), cell("", "2024")]),
        row("table:number-rows-repeated=\"2\"", &[cell("table:number-columns-repeated=\"2\"", "5"), cell("", "10")]),
        row("table:number-rows-repeated=\"1000000000\"", &[cell("table:number-columns-repeated=\"1000000000\"", "")]),
        row("", &[cell("", "End")]),
    );
    let text = odt("", &body);
    let cells: Vec<_> = texts(&text).into_iter().zip(places(&text)).collect();
    let wanted = [
        ("Port", "T1!A1"),
        ("2024", "T1!C1"),
        ("5", "T1!A2"),
        ("5", "T1!B2"),
        ("10", "T1!C2"),
        ("5", "T1!A3"),
        ("5", "T1!B3"),
        ("10", "T1!C3"),
        ("End", "T1!A1000000004"),
    ];
    assert_eq!(cells.iter().map(|(_, place)| place.as_str()).collect::<Vec<_>>(), wanted.map(|(_, place)| place));
    assert_eq!(cells.iter().map(|(text, _)| *text).collect::<Vec<_>>(), wanted.map(|(text, _)| text));
    let endless = row("table:number-rows-repeated=\"1000000000\"", &[cell("", "5")]);
    let bytes = odt_bytes("", &format!("<table:table>{endless}</table:table>"));
    let error = read(Format::Odt, "a".to_owned(), None, bytes).unwrap_err();
    assert_eq!(error.message, "has tables that repeat more than 10000 cells");
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/formats").join(name)).unwrap()
}

/// Text and role of each claim.
type Claims = Vec<(String, Role)>;
/// Rule and figures of each finding.
type Findings = Vec<(String, Vec<String>)>;

/// What was read and found, without the cells of tables, which plain text has none of: text and role of each claim, and
/// rule and message's figures of each finding.
fn told(document: &Document) -> (Claims, Findings) {
    let Checked { ledger, judgement, .. } = CHECKER.check(document).unwrap();
    let text = |span: &std::ops::Range<usize>| document.text[span.clone()].to_owned();
    let claims = ledger.claims.iter().filter(|claim| claim.role != Role::Cell);
    let claims = claims.map(|claim| (text(&claim.span), claim.role)).collect();
    let finding = |finding: &addsup::judge::Finding| {
        let figures = finding.claims.iter().map(|id| text(&ledger.claims[id.0 as usize].span)).collect();
        (finding.rule.to_string(), figures)
    };
    (claims, judgement.findings.iter().map(finding).collect())
}

#[test]
fn the_same_article_gives_the_same_claims_and_findings() {
    let plain = told(&from(Format::Text, fixture("harbour.txt")));
    assert_eq!(plain.1.len(), 1, "{:?}", plain.1);
    assert_eq!(plain.1[0].0, "growth-percent");
    let files = [
        ("harbour.pandoc.docx", Format::Docx),
        ("harbour.libreoffice.docx", Format::Docx),
        ("harbour.pandoc.odt", Format::Odt),
        ("harbour.libreoffice.odt", Format::Odt),
    ];
    for (name, format) in files {
        let document = from(format, fixture(name));
        let told = told(&document);
        // The deck is marked as one there; in plain text nothing tells it.
        let claims = |claims: &[(String, Role)]| claims.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
        assert_eq!(claims(&told.0), claims(&plain.0), "{name}");
        assert_eq!(told.0[0].1, Role::Headline, "{name}");
        assert_eq!(told.1, plain.1, "{name}");
        let cells = document.blocks.iter().filter_map(|block| block.cell);
        assert_eq!(cells.clone().count(), 12, "{name}");
        assert!(cells.filter(|cell| cell.head).all(|cell| cell.row == 1), "{name}");
        assert_eq!(places(&document).last().map(String::as_str), Some("†1"), "{name}");
    }
}

#[test]
fn what_a_file_is_shows_in_its_bytes() {
    let word = docx_with(&p("Sales rose 5 percent."), "", "");
    let open = odt_bytes("", "<text:p>Sales rose 5 percent.</text:p>");
    for format in [Format::Text, Format::Docx, Format::Odt, Format::Ninjs] {
        assert_eq!(texts(&from(format, word.clone())), ["Sales rose 5 percent."]);
        assert_eq!(texts(&from(format, open.clone())), ["Sales rose 5 percent."]);
    }
    assert_eq!(texts(&from(Format::Docx, b"Plain words.".to_vec())), ["Plain words."]);
    let told = |format: Format, bytes: &[u8]| read(format, "a".to_owned(), None, bytes.to_vec()).unwrap_err().message;
    assert!(told(Format::Docx, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1...").contains("save it as .docx"));
    assert!(told(Format::Docx, b"{\\rtf1 a}").contains("RTF"));
    assert!(told(Format::Text, &archive(&[("a.txt", "a")])).contains("neither a Word document nor"));
    assert!(told(Format::Docx, &archive(&[("[Content_Types].xml", "")])).contains("has no word/document.xml"));
    let sheet = archive(&[(
        "content.xml",
        &format!("<office:document-content {OFFICE}><office:spreadsheet/></office:document-content>"),
    )]);
    assert!(told(Format::Odt, &sheet).contains("another document of OpenDocument"));
    assert_eq!(told(Format::Docx, b""), "is empty");
}

#[test]
fn hostile_documents_end_in_a_message_soon() {
    let start = Instant::now();
    let told = |bytes: Vec<u8>| read(Format::Docx, "a".to_owned(), None, bytes).unwrap_err().message;
    let document = |text: &str| archive(&[("[Content_Types].xml", ""), ("word/document.xml", text)]);
    let bomb = document(&" ".repeat(300 << 20));
    assert!(bomb.len() < 1 << 20);
    assert_eq!(told(bomb), "unpacks to more than 72 MB in word/document.xml");
    let laughs: String = (1..9).map(|level| format!("<!ENTITY l{level} \"&l{0};&l{0};\">", level - 1)).collect();
    let laughs = format!(
        "<!DOCTYPE w:document [<!ENTITY l0 \"ha\">{laughs}]><w:document {W}><w:p><w:r><w:t>&l8;</w:t></w:r></w:p></w:document>"
    );
    assert!(told(document(&laughs)).ends_with("the entity &l8; is not known"));
    let deep = format!("<w:document {W}>{}", "<w:tbl><w:tr><w:tc>".repeat(100_000));
    assert!(told(document(&deep)).starts_with("is nested deeper than"));
    let whole = docx_with(&p(&"Sales rose 5 percent. ".repeat(1000)), "", "");
    for end in [4, 30, whole.len() / 2, whole.len() - 1] {
        assert!(told(whole[..end].to_vec()).contains("damaged"), "{end}");
    }
    let cut = format!("<w:document {W}><w:body>{}", p("Text."));
    assert!(told(document(&cut)).contains("it ends too early"));
    let mut garbled = whole.clone();
    garbled[whole.len() / 2..].iter_mut().step_by(3).for_each(|byte| *byte ^= 0x55);
    let _ = read(Format::Docx, "a".to_owned(), None, garbled);
    // Merely large ones are read.
    let rows = "<w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr>".repeat(50_000);
    assert_eq!(docx(&format!("<w:tbl>{rows}</w:tbl>")).blocks.len(), 50_000);
    let fields = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>9</w:t></w:r></w:p>".repeat(50_000);
    assert_eq!(docx(&fields).blocks.len(), 0);
    let attributes: String = (0..100_000).map(|number| format!(" a{number}=\"\"")).collect();
    assert_eq!(docx(&format!("<w:p{attributes}><w:r><w:t>A</w:t></w:r></w:p>")).text, "A\n");
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

const NEWSML: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:a" version="2" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2025-05-14T09:30:00+02:00</versionCreated></itemMeta>
<contentMeta><contentCreated>2025-05-13T09:30:00+02:00</contentCreated><headline>Trade rises 20 percent</headline><language tag="en-GB"/><by>By Ana Weld</by><dateline>MARDEN, 14 May</dateline></contentMeta>
<assert qcode="x"><headline>Another 99</headline></assert>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><head><title>No 98</title></head>
<body><body.head><hedline><hl1>Trade rises 20 percent</hl1><hl2>To 360,000</hl2></hedline></body.head><body.content>
<p>Trade rose <em>20</em> percent&#160;to <b>3</b>60,000.</p>
<media><media-caption>The port.</media-caption></media>
<table><tr><th>Port</th><th>2024</th></tr><tr><td><p>North</p></td><td>210</td></tr></table>
<ul><li>An item</li></ul><bq><block><p>Quoted.</p></block></bq></body.content><body.end><tagline>Tel. 97</tagline></body.end></body></nitf></inlineXML></contentSet></newsItem>
<newsItem guid="urn:b" xml:lang="id"><contentMeta><headline>Kedua</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>96</title></head><body><h1>Kedua</h1><p>Satu.<br/>Dua.</p>Tiga.</body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:c"><contentMeta><headline>Third</headline></contentMeta><contentSet><inlineData contenttype="text/plain">One.

Two.</inlineData></contentSet></newsItem></itemSet></newsMessage>"#;

#[test]
fn newsml_holds_several_articles() {
    let documents = read(Format::NewsMl, "a".to_owned(), None, NEWSML.as_bytes().to_vec()).unwrap();
    let [first, second, third] = &documents[..] else { panic!("three items: {}", documents.len()) };
    let wanted = [
        ("Trade rises 20 percent", Role::Headline),
        ("By Ana Weld", Role::Byline),
        ("MARDEN, 14 May", Role::Dateline),
        ("To 360,000", Role::Deck),
        ("Trade rose 20 percent\u{a0}to 360,000.", Role::Body),
        ("The port.", Role::Caption),
        ("Port", Role::Cell),
        ("2024", Role::Cell),
        ("North", Role::Cell),
        ("210", Role::Cell),
        ("An item", Role::Item),
        ("Quoted.", Role::Quote),
    ];
    assert_eq!(blocks(first), wanted);
    assert_eq!(first.blocks[7].cell, Some(Cell { table: 1, row: 1, column: 2, head: true }));
    assert_eq!((first.id.as_str(), first.language.as_deref()), ("urn:a", Some("en")));
    assert_eq!(first.published, chrono::NaiveDate::from_ymd_opt(2025, 5, 14));
    assert_eq!(texts(second), ["Kedua", "Satu. Dua.", "Tiga."]);
    assert_eq!((second.published, second.language.as_deref()), (None, Some("id")));
    assert_eq!(texts(third), ["Third", "One.", "Two."]);
    let told = |text: &str| read(Format::NewsMl, "a".to_owned(), None, text.into()).unwrap_err().message;
    assert_eq!(told("<a/>"), "is no NewsML-G2: it holds no news item");
    assert!(told(&NEWSML[..900]).starts_with("is damaged, byte "), "{}", told(&NEWSML[..900]));
}

/// Trees of these elements, some with attributes, in any order: what no program writes, and what must do no harm.
fn trees(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    let leaf = prop_oneof!["[a-z0-9 ]{1,6}", select(names).prop_map(|name| format!("<{name}/>"))];
    leaf.prop_recursive(8, 80, 6, move |inner| {
        (select(names), vec(inner, 0..6)).prop_map(|(name, children)| {
            let end = name.split(' ').next().unwrap_or_default();
            format!("<{name}>{}</{end}>", children.concat())
        })
    })
}

const WORD: &[&str] = &[
    "w:p",
    "w:p",
    "w:r",
    "w:r",
    "w:t",
    "w:t",
    "w:pPr",
    "w:rPr",
    "w:del",
    "w:ins",
    "w:vanish",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:trPr",
    "w:tcPr",
    "w:tblHeader",
    "w:vMerge",
    "w:gridSpan w:val=\"3\"",
    "w:gridBefore w:val=\"99999999999999999999\"",
    "w:txbxContent",
    "mc:AlternateContent",
    "mc:Choice",
    "mc:Fallback",
    "w:sdt",
    "w:sdtPr",
    "w:showingPlcHdr",
    "w:sdtContent",
    "w:fldChar w:fldCharType=\"begin\"",
    "w:fldChar w:fldCharType=\"separate\"",
    "w:fldChar w:fldCharType=\"end\"",
    "w:footnoteReference w:id=\"1\"",
    "w:footnote w:id=\"1\"",
    "w:pStyle w:val=\"Liste\"",
];
const OPEN: &[&str] = &[
    "text:p",
    "text:p",
    "text:h",
    "text:span",
    "text:list",
    "text:list-item",
    "text:note",
    "text:note-citation",
    "text:note-body",
    "table:table",
    "table:table-header-rows",
    "table:table-row table:number-rows-repeated=\"3\"",
    "table:table-row",
    "table:table-cell table:number-columns-repeated=\"18446744073709551615\"",
    "table:table-cell",
    "table:covered-table-cell",
    "draw:text-box",
    "text:hidden-paragraph text:is-hidden=\"true\"",
    "office:annotation",
    "text:tracked-changes",
    "text:section text:display=\"none\"",
    "text:s",
];
const NEWS: &[&str] = &[
    "newsItem guid=\"a\"",
    "newsItem",
    "contentMeta",
    "headline",
    "inlineXML",
    "inlineXML contenttype=\"application/xhtml+xml\"",
    "inlineData contenttype=\"text/html\"",
    "p",
    "p",
    "td",
    "tr",
    "table",
    "li",
    "hl1",
    "block",
    "br",
    "head",
    "by",
    "b",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_tree_of_elements_is_read(word in trees(WORD), open in trees(OPEN), news in trees(NEWS)) {
        let news = format!("<newsMessage>{news}</newsMessage>").into_bytes();
        let whole = |format: Format, bytes: Vec<u8>| read(format, "a".to_owned(), None, bytes).unwrap_or_default();
        let documents = [
            whole(Format::Docx, docx_with(&word, &word, &word)),
            whole(Format::Odt, odt_bytes("", &open)),
            whole(Format::NewsMl, news),
        ];
        for document in documents.iter().flatten() {
            prop_assert_eq!(places(document).len(), document.blocks.len());
            let text = document.blocks.iter().map(|block| &document.text[block.span.clone()]);
            prop_assert!(text.into_iter().all(|text| !text.trim_matches(' ').is_empty()));
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..300), text in "[\\PC\\n<>{}\\[\\]\":,]{0,200}") {
        let formats = [Format::Text, Format::Docx, Format::Odt, Format::Ninjs, Format::NewsMl, Format::Pdf];
        for format in formats {
            let _ = read(format, String::new(), None, bytes.clone());
            let _ = read(format, String::new(), None, text.clone().into_bytes());
            let _ = format.is_likely(&bytes);
        }
        let _ = read(Format::Docx, String::new(), None, [b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn damaged_documents_are_read_or_refused(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = docx_with(&p("Sales rose 5 percent."), "", "");
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(Format::Docx, String::new(), None, bytes);
    }
}
