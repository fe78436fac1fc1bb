//! Numbers that name and measure nothing are labels, and numbers beside them that count are claims.

use addsup::source::from_text;
use addsup::{Checker, CheckerOptions, RuleData};

/// What is read of a text, as written: claims and labels.
fn read(checker: &Checker, text: &str) -> (Vec<String>, Vec<String>) {
    let checked = checker.extract(&from_text(String::new(), None, text.to_owned())).unwrap();
    let claims = checked.ledger.claims.iter().map(|claim| text[claim.span.clone()].to_owned()).collect();
    (claims, checked.ledger.labels.iter().map(|label| text[label.span.clone()].to_owned()).collect())
}

#[test]
fn labels_are_no_claims() {
    for (language, table) in [
        (
            "en",
            &[
                ("In the first phase 300 homes were built.", "300", ""),
                ("On that flight 180 people slept.", "180", ""),
                ("Of the Phase 3 patients 12 went home.", "12", "Phase 3"),
                ("He moved from room 12 to room 14.", "", "room 12|room 14"),
                ("At the top 10 climbers rested.", "10", ""),
                ("Under Section 12 of the act 3 firms were fined.", "3", "Section 12"),
                ("She keeps shop at 9 E 71st St in the city.", "", "9 E 71st St"),
                ("Call 1 201 555-3737 for two tickets.", "two", "1 201 555-3737"),
                ("As was shown [12, 13], 40 ducks came back.", "40", "[12, 13]"),
                ("The tour runs through the city from 10-16 January.", "10-16 January", ""),
                ("The rules are: 1. Wash it. 2. Dry it for 5 days.", "5 days", "1.|2."),
                ("Windows 11 and iPhone 12 sold 5 million units.", "5 million", "Windows 11|iPhone 12"),
                ("On 24/7 and 9/11, COVID-19, 5G and the G20 there were 12 talks.", "12", "24/7|9/11|COVID-19|5G|G20"),
                ("A Boeing 787 Dreamliner and a Mi-17 flew 12 sorties.", "12", "787 Dreamliner|Mi-17"),
                ("The book is 978-3-16-148410-0.", "", "978-3-16-148410-0"),
                ("It lies at 51°30'N, or 51.5074, -0.1278.", "", "51°30'N|51.5074, -0.1278"),
                ("Version 2.0 had 5 mistakes.", "5", "Version 2.0"),
                ("The pilgrims of John XXIII met Louis XIV.", "", ""),
                ("On the one hand they won by two goals.", "two", "On the one hand"),
            ][..],
        ),
        (
            "id",
            &[
                ("Pada tahap pertama 300 rumah dibangun.", "300", "tahap pertama"),
                ("Di ruang itu 12 pasien dirawat.", "12", ""),
                ("Pada gelombang 3 orang hanyut.", "3", ""),
                ("Di lantai 3 ada 20 kios.", "20", "lantai 3"),
                ("Pasal 27 ayat (1) menjerat 3 orang.", "3", "Pasal 27 ayat (1)"),
                ("Rumahnya di Jalan Melati Raya 45, tidak jauh.", "", "45"),
                ("Di Jalan Melati 3 orang menunggu.", "3", ""),
                ("Caranya: 1. Cuci 3 kali. 2. Keringkan.", "3", "1.|2."),
                ("Pemain bernomor punggung 10 mencetak 2 gol.", "2", "bernomor punggung 10"),
                ("Pusat gempa di 8,5 LS dan 115,2 BT.", "", "8,5 LS|115,2 BT"),
                ("Hubungi 0812-3456-7890 untuk 2 tiket.", "2", "0812-3456-7890"),
                ("Salah satu dari mereka saling mengenal satu sama lain.", "", "Salah satu|satu sama lain"),
                ("Guru SMP Tunas Muda 1 Mekarjati mengajar 30 murid.", "30", "1"),
                ("Dari SMP Tunas Muda 3 siswa lolos.", "3", ""),
                ("Dosen Universitas Sebelas Maret itu menulis 3 buku.", "3", "Universitas Sebelas Maret"),
                ("Suku bunga di level 4,25-4,5% bertahan.", "4,25-4,5%", ""),
            ][..],
        ),
    ] {
        let options = CheckerOptions { language: Some(language.to_owned()), ..CheckerOptions::default() };
        let checker = Checker::new(RuleData::embedded().unwrap(), options).unwrap();
        for (text, claims, labels) in table {
            let split = |list: &str| list.split('|').filter(|item| !item.is_empty()).map(str::to_owned).collect();
            assert_eq!(read(&checker, text), (split(claims), split(labels)), "{text}");
        }
    }
}
