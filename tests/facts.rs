//! Tables of a newsroom's own facts: what is held against them, what is told of tables that cannot be used, and the commands
//! that keep them.

mod program;

use program::{check, folder, run, write};
use serde_json::Value;
use std::path::Path;

const CSV: &str = "\
subject,aliases,measure,measure-aliases,period,valid-from,valid-to,value,unit,tolerance,source
Arenal,,population,people|penduduk|inhabitants,2022,,,1462000,people,,Census 2022
Arenal,,population,people|penduduk|inhabitants,2021,,,1401200,people,,Estimate 2021
Arenal,,minimum wage,,,2023-01-01,2023-12-31,4486000,IDR,,Decree 7
Bruma Ferries,the ferry line,founded,didirikan,,,,1921,date,,
Bruma Bridge,,length,long,,,,1820,m,5,Harbour office
";

const TOML: &str = "\
[[fact]]
subject = 'Arenal'
measure = 'population'
measure-aliases = ['people', 'penduduk', 'inhabitants']
period = 2022
value = 1_462_000
source = 'Census 2022'
";

const JSON: &str = r#"[
  {"subject": "Arenal", "measure": "population", "measure_aliases": ["people", "penduduk", "inhabitants"],
   "period": "2022", "value": 1462000, "unit": null, "source": "Census 2022"}
]"#;

const SLIP: &str = "Arenal, with 1.26 million people in 2022, is the largest city of the coast.\n";
const RIGHT: &str = "Arenal, with 1.46 million people in 2022, is the largest city of the coast.\n";

fn database(folder: &Path, name: &str, rows: &str) {
    let connection = rusqlite::Connection::open(folder.join(name)).unwrap();
    connection
        .execute_batch(&format!(
            "CREATE TABLE facts (id INTEGER PRIMARY KEY, subject TEXT, measure TEXT, measure_aliases TEXT, \
             period TEXT, value, unit TEXT, source TEXT); {rows}"
        ))
        .unwrap();
}

const ROW: &str = "INSERT INTO facts (subject, measure, measure_aliases, period, value, source) \
                   VALUES ('Arenal', 'population', 'people|penduduk', '2022', 1462000, 'Census 2022');";

#[test]
fn figures_are_held_against_tables_of_every_format() {
    let folder = folder(&[
        ("slip.txt", SLIP),
        ("right.txt", RIGHT),
        ("facts.csv", CSV),
        ("semicolons.csv", &CSV.replace(',', ";").replace('\n', "\r\n")),
        ("tabs.tsv", &format!("\u{feff}{}", CSV.replace(',', "\t"))),
        ("facts.toml", TOML),
        ("facts.json", JSON),
    ]);
    database(folder.path(), "facts.db", ROW);
    for table in ["facts.csv", "semicolons.csv", "tabs.tsv", "facts.toml", "facts.json", "facts.db"] {
        let told = check(folder.path(), &["--facts", table, "slip.txt"]);
        assert_eq!((told.code, told.err.as_str()), (1, ""), "{table}: {told:?}");
        assert!(told.out.contains("error[reference-mismatch]"), "{table}: {told:?}");
        assert!(told.out.contains("1.462 million") || told.out.contains("1,462,000"), "{table}: {told:?}");
        assert!(told.out.contains(&format!("Census 2022, {table}")), "{table}: {told:?}");
        let told = check(folder.path(), &["--facts", table, "right.txt"]);
        assert_eq!((told.code, told.out.as_str(), told.err.as_str()), (0, "", ""), "{table}: {told:?}");
    }
}

#[test]
fn what_agrees_says_with_what() {
    let folder = folder(&[("right.txt", RIGHT), ("facts.csv", CSV)]);
    let told = run(folder.path(), &["check", "--facts", "facts.csv", "right.txt"]);
    assert!(told.out.contains("agrees with Census 2022, facts.csv:2"), "{told:?}");
    let told = run(folder.path(), &["check", "--facts", "facts.csv", "--output-format", "html", "right.txt"]);
    assert!(told.out.contains("agrees with Census 2022, facts.csv:2"), "{told:?}");
    let told = run(folder.path(), &["check", "--facts", "facts.csv", "right.txt", "--messages", "id"]);
    assert!(told.out.contains("cocok dengan Census 2022, facts.csv:2"), "{told:?}");
    let told = run(folder.path(), &["check", "--facts", "facts.csv", "--output-format", "json", "right.txt"]);
    let report: Value = serde_json::from_str(&told.out).unwrap();
    let claim = &report[0]["claims"][0];
    assert_eq!(claim["standing"], "agrees");
    let reference = &claim["reference"];
    assert_eq!((&reference["row"], &reference["value"]), (&"facts.csv:2".into(), &"1462000".into()));
    assert_eq!((&reference["source"], &reference["verdict"]), (&"Census 2022".into(), &"holds-by-rounding".into()));
    assert_eq!(report[0]["relations"][0]["slots"]["fact"][0], "facts.csv:2");
    // Without a table nothing speaks of one.
    let told = run(folder.path(), &["check", "--output-format", "json", "right.txt"]);
    assert!(!told.out.contains("\"reference\""), "{told:?}");
}

#[test]
fn the_findings_of_a_text_are_those_of_its_time_and_its_thing() {
    let folder = folder(&[("facts.csv", CSV)]);
    for (text, found) in [
        ("The population of Arenal was 1,642,000 in 2022.", Some("error")),
        ("Arenal's total population stood at 1.64 million in 2022, the office said.", Some("error")),
        ("The population of Arenal was 1.4 million in 2021.", None),
        ("The population of Arenal was 1.3 million in 2012.", None),
        ("The minimum wage in Arenal was Rp 4.86 million in March 2023.", Some("error")),
        ("The minimum wage in Arenal was Rp 3.86 million in March 2020.", None),
        ("Bruma Ferries was founded in 1912.", Some("error")),
        ("Bruma Ferries, founded in 1921, carries mail.", None),
        ("The Bruma Bridge is 1,280 metres long.", Some("error")),
        ("The Bruma Bridge is 1.82 km long.", None),
        ("The population of Arenal is 1.64 million.", Some("warning")),
        ("The population of Arenal Province was 3.2 million in 2022.", None),
        ("North Arenal has a population of 120,000.", None),
        ("The Muslim population of Arenal was 640,000 in 2022.", None),
        ("A suburb of Arenal had 12,000 inhabitants in 2022.", None),
        ("Half of the population of Arenal, 731,000, lived on the coast in 2022.", None),
        ("The population of Arenal rose by 62,000 in 2022.", None),
        ("The population of Arenal is forecast to reach 2 million in 2022.", None),
        ("Arenal had 4,000 people without power in 2022.", None),
        ("Arenal sent 4,000 people to Bruma in 2022.", None),
        ("Arenal had 4,000 people on 3 May 2022.", None),
        ("Arenal had 4,000 inhabitants in 2022.", None),
        ("Arenal had 14,620,000 inhabitants in 2022.", Some("warning")),
        ("Arenal reported a population of 1.64 million in 2022.", Some("error")),
        ("Arenal is a city with a population of 1.64 million.", Some("warning")),
        ("Bruma Ferries' founders met in 1912.", None),
        ("The minimum wage in Arenal rose to Rp 4.86 million in 2023.", Some("error")),
        ("In Norrow, the Bruma Bridge is 1,280 metres long.", None),
        ("Founded in 1912, Bruma Ferries carries mail.", Some("error")),
        ("Bruma Ferries, which was founded in 1912, carries mail.", Some("error")),
        ("Norrow, whose rival Bruma Ferries was founded in 1912, carries mail.", None),
    ] {
        write(folder.path(), "a.txt", &format!("{text}\n"));
        let told =
            check(folder.path(), &["--facts", "facts.csv", "--lang", "en", "--published", "2023-06-01", "a.txt"]);
        let severity = told.out.split(": ").nth(1).and_then(|rest| rest.split('[').next());
        assert_eq!(severity, found, "{text}\n{told:?}");
    }
}

#[test]
fn figures_that_follow_from_facts_are_checked_too() {
    let folder = folder(&[("facts.csv", CSV)]);
    for (text, rule) in [
        ("The population of Arenal rose 8 percent to 1.46 million in 2022.", "growth-percent"),
        ("In 2022, 852,000 people, 39 percent of Arenal's population, lived on the coast.", "percent-of-whole"),
    ] {
        write(folder.path(), "a.txt", &format!("{text}\n"));
        let told = check(folder.path(), &["--facts", "facts.csv", "--lang", "en", "a.txt"]);
        assert!(told.out.contains(&format!("[{rule}]")), "{text}\n{told:?}");
    }
    for text in [
        "The population of Arenal rose 4.3 percent to 1.46 million in 2022.",
        "In 2022, 571,000 people, 39 percent of Arenal's population, lived on the coast.",
    ] {
        write(folder.path(), "a.txt", &format!("{text}\n"));
        let told = check(folder.path(), &["--facts", "facts.csv", "--lang", "en", "a.txt"]);
        assert_eq!(told.out, "", "{text}\n{told:?}");
    }
}

#[test]
fn bad_rows_are_told_with_their_place_and_the_rest_is_used() {
    let rows = "Arenal,,population,,,,,1.462.000,,,\n,,population,,,,,5,,,\nArenal,,area,,,,,5,kmm,,\n\
                Arenal,,area,,22,,,5,km2,,\nArenal,,area,,,2022,2021,5,km2,,\nArenal,,area,,,,,5,km2,x,\n\
                Arenal,,founded,,,,,1921-13,date,,\na,b,c,d,e,f,g,h,i,j,k,l\n";
    let bad_toml = "[[fact]]\nsubject = 'Arenal'\nmeasure = 'area'\nvalue = { a = 1 }\n\n[[fact]]\nsubjekt = 'A'\n";
    let folder = folder(&[
        ("slip.txt", SLIP),
        ("facts.csv", &format!("{CSV}{rows}")),
        ("heads.csv", "subject,measure,valeu\nA,b,5\n"),
        ("empty.csv", ""),
        ("bad.toml", bad_toml),
        ("syntax.toml", "[[fact]]\nsubject = \n"),
        ("bad.json", "[\n  {\"subject\": \"A\", \"measure\": \"b\", \"value\": true},\n  5\n]"),
        ("syntax.json", "[\n  {\"subject\": }\n]"),
        ("facts.xlsx", ""),
    ]);
    database(folder.path(), "bad.db", "INSERT INTO facts (subject, measure, value) VALUES ('A', 'b', 'x');");
    write(folder.path(), "no.db", "this is no database");
    let told = check(folder.path(), &["--facts", "facts.csv", "slip.txt"]);
    assert!(told.code == 2 && told.out.contains("error[reference-mismatch]"), "{told:?}");
    for line in [
        "addsup: facts.csv:7: value: `1.462.000` is no number of the form 1462000 or 3.5",
        "addsup: facts.csv:8: subject: is empty",
        "addsup: facts.csv:9: unit: there is no unit `kmm`; did you mean `km",
        "addsup: facts.csv:10: period: `22` is no period of the form 2022",
        "addsup: facts.csv:11: valid-to: 2021-12-31 is before 2022-01-01",
        "addsup: facts.csv:12: tolerance: `x` is no amount of the form 500 or 2%",
        "addsup: facts.csv:13: value: `1921-13` is no period",
        "addsup: facts.csv:14: 12 columns, where the line of heads has 11",
    ] {
        assert!(told.err.contains(line), "{line}\n{told:?}");
    }
    for (table, line) in [
        ("heads.csv", "heads.csv:1: there is no column `value` in the line of heads"),
        ("empty.csv", "empty.csv: is empty"),
        ("bad.toml", "bad.toml:4: value: is no text, number or date"),
        ("bad.toml", "bad.toml:6: there is no column `subjekt`; did you mean `subject`?"),
        ("syntax.toml", "syntax.toml:2: "),
        ("bad.json", "bad.json:2: value: is no text or number"),
        ("bad.json", "bad.json:3: invalid type"),
        ("syntax.json", "syntax.json:2: "),
        ("facts.xlsx", "facts.xlsx: a table of facts is a .csv"),
        ("none.csv", "none.csv: cannot be read"),
        ("bad.db", "bad.db row 1: value: `x` is no number"),
        ("no.db", "no.db: file is not a database"),
    ] {
        let told = check(folder.path(), &["--facts", table, "--facts", "facts.csv", "slip.txt"]);
        assert!(told.code == 2 && told.err.contains(line), "{table}: {told:?}");
        assert!(told.out.contains("error[reference-mismatch]"), "{table}: {told:?}");
    }
}

#[test]
fn the_configuration_names_tables_too() {
    let folder = folder(&[
        ("addsup.toml", "facts = ['tables/facts.csv']\n"),
        ("tables/facts.csv", CSV),
        ("news/slip.txt", SLIP),
    ]);
    let told = check(&folder.path().join("news"), &["slip.txt"]);
    assert!(told.code == 1 && told.out.contains("reference-mismatch"), "{told:?}");
    let told = check(folder.path(), &["news/slip.txt"]);
    assert!(told.out.contains("tables/facts.csv:2"), "{told:?}");
    let told = check(folder.path(), &["--isolated", "news/slip.txt"]);
    assert_eq!((told.code, told.out.as_str()), (0, ""), "{told:?}");
    let told = run(folder.path(), &["check", "--dump-config", "news/slip.txt"]);
    assert!(told.out.contains("facts = ["), "{told:?}");
    write(folder.path(), "addsup.toml", "facts = ['gone.csv']\n");
    let told = check(folder.path(), &["news/slip.txt"]);
    assert!(told.code == 2 && told.err.contains("gone.csv: cannot be read"), "{told:?}");
}

#[test]
fn large_and_odd_tables_are_read_in_time() {
    let mut rows = String::from(CSV);
    for number in 0..50_000 {
        rows.push_str(&format!("Place {number},,population,people,2022,,,{number},,,\n"));
    }
    let long = format!("subject,measure,value\n{},b,5\n", "x".repeat(1 << 20));
    let folder = folder(&[("slip.txt", SLIP), ("many.csv", &rows), ("long.csv", &long), ("\u{e9}.csv", CSV)]);
    let start = std::time::Instant::now();
    let told = check(folder.path(), &["--facts", "many.csv", "--facts", "long.csv", "slip.txt"]);
    assert!(told.code == 1 && told.out.contains("many.csv:2"), "{told:?}");
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
    let told = check(folder.path(), &["--facts", "\u{e9}.csv", "slip.txt"]);
    assert!(told.code == 1, "{told:?}");
}

#[test]
fn contradictions_inside_tables_are_found() {
    let again = "Arenal,,population,,2022,,,1426000,,,Gazetteer\nArenal,,population,,2021,,,1401200,,,Again\n";
    let folder =
        folder(&[("facts.csv", CSV), ("both.csv", &format!("{CSV}{again}")), ("bad.csv", &format!("{CSV}x\n"))]);
    let told = run(folder.path(), &["facts", "check", "facts.csv"]);
    assert_eq!((told.code, told.out.as_str(), told.err.as_str()), (0, "5 facts: 0 contradictions\n", ""), "{told:?}");
    let told = run(folder.path(), &["facts", "check", "both.csv"]);
    assert!(told.code == 1 && told.out.contains("both.csv:7") && told.out.contains("both.csv:2"), "{told:?}");
    assert!(told.out.ends_with("7 facts: 1 contradiction\n"), "{told:?}");
    let told = run(folder.path(), &["facts", "check", "--output-format", "json", "both.csv", "bad.csv"]);
    assert_eq!(told.code, 2, "{told:?}");
    let report: Value = serde_json::from_str(&told.out).unwrap();
    let first = &report["contradictions"][0];
    assert_eq!((&first["kind"], &first["row"]), (&"values".into(), &"both.csv:7".into()));
    assert!(report["problems"][0].as_str().unwrap().starts_with("bad.csv:7: "), "{told:?}");
}

const ARTICLE: &str = "\
The population of Arenal was 1,462,000 in 2022, the office said.

Bruma Ferries was founded in 1921. It has nearly 40 ships.
";

#[test]
fn a_confirmed_figure_is_added_to_every_kind_of_table() {
    for table in ["facts.csv", "facts.toml", "facts.json", "facts.db"] {
        let folder = folder(&[("a.txt", ARTICLE)]);
        let add =
            |more: &[&str]| run(folder.path(), &[&["facts", "add", "--lang", "en", "--to", table], more].concat());
        let told = add(&["a.txt:1:30", "--source", "Census", "--subject", "Arenal", "--measure", "population"]);
        assert_eq!(told.code, 0, "{table}: {told:?}");
        assert!(told.out.contains("value: 1462000") && told.out.contains("period: 2022"), "{table}: {told:?}");
        let told = add(&["a.txt:3:30", "--subject", "Bruma Ferries", "--measure", "founded"]);
        assert!(told.code == 0 && told.out.contains("unit: date"), "{table}: {told:?}");
        // What is there already, and what contradicts it, is not added again.
        let told = add(&["a.txt:1:30", "--subject", "Arenal", "--measure", "population"]);
        assert!(told.code == 1 && told.err.contains("nothing is added"), "{table}: {told:?}");
        let told = run(folder.path(), &["facts", "check", table]);
        assert_eq!((told.code, told.out.as_str()), (0, "2 facts: 0 contradictions\n"), "{table}: {told:?}");
        write(
            folder.path(),
            "b.txt",
            "The population of Arenal was 1,642,000 in 2022.\n\nBruma Ferries was founded in 1912.\n",
        );
        let told = check(folder.path(), &["--facts", table, "--lang", "en", "b.txt"]);
        assert_eq!(told.out.matches("error[reference-mismatch]").count(), 2, "{table}: {told:?}");
    }
}

#[test]
fn what_cannot_be_added_is_told() {
    let folder = folder(&[("a.txt", ARTICLE), ("facts.csv", CSV), ("bad.csv", &format!("{CSV}x\n"))]);
    let add =
        |more: &[&str]| run(folder.path(), &[&["facts", "add", "--lang", "en", "--to", "facts.csv"], more].concat());
    for (arguments, told) in [
        (vec!["a.txt:1:2"], "there is no figure at 1:2; there: 1:30 1,462,000, 1:43 2022"),
        (vec!["none.txt:1:2"], "names no file and place"),
        (vec!["a.txt"], "names no file and place"),
        (vec!["a.txt:3:43", "--subject", "Bruma Ferries", "--measure", "ships", "--period", "always"], "is not exact"),
        (vec!["a.txt:3:30", "--measure", "founded"], "say it with --subject"),
        (vec!["a.txt:1:30", "--to", "bad.csv"], "cannot be used multiple times"),
    ] {
        let found = add(&arguments);
        assert!(found.code == 2 && found.err.contains(told), "{arguments:?}: {found:?}");
    }
    let told = run(folder.path(), &["facts", "add", "a.txt:1:30", "--to", "bad.csv", "--lang", "en"]);
    assert!(told.code == 2 && told.err.contains("bad.csv:7: "), "{told:?}");
    assert_eq!(std::fs::read_to_string(folder.path().join("facts.csv")).unwrap(), CSV);
    let added =
        ["a.txt:3:43", "--subject", "Bruma Ferries", "--measure", "ships", "--period", "2022", "--tolerance", "2"];
    let told = add(&[&added[..], &["--dry-run"]].concat());
    assert!(told.code == 0 && told.out.starts_with("would be added"), "{told:?}");
    assert_eq!(std::fs::read_to_string(folder.path().join("facts.csv")).unwrap(), CSV);
    let told = add(&added);
    assert_eq!(told.code, 0, "{told:?}");
    let table = std::fs::read_to_string(folder.path().join("facts.csv")).unwrap();
    assert_eq!(table, format!("{CSV}Bruma Ferries,,ships,,2022,,,40,,2,\n"));
}
