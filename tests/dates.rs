//! What dates and times of English prose mean, by the day on which they were published.

use addsup::source::from_text;
use addsup::value::Value;
use addsup::{Checker, CheckerOptions, RuleData};
use std::sync::LazyLock;

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let options = CheckerOptions { language: Some("en".to_owned()), ..CheckerOptions::default() };
    Checker::new(RuleData::embedded().unwrap(), options).unwrap()
});

/// Values of all dates, times and lengths of time in a text published on Friday, 13 October 2023.
fn values(text: &str) -> Vec<String> {
    let mut document = from_text(String::new(), None, text.to_owned());
    document.published = "2023-10-13".parse().ok();
    document.published_time = "12:30:00".parse().ok();
    let ledger = CHECKER.extract(&document).unwrap().ledger;
    let shown = |value: &Option<Value>| value.as_ref().map_or("?".to_owned(), Value::to_string);
    ledger.claims.iter().map(|claim| shown(&claim.value)).collect()
}

fn each(table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(values(text), *expected, "{text}");
    }
}

#[test]
fn days_are_written_in_many_ways() {
    each(&[
        ("The ferry sank on the 4th of May of 1987.", &["1987-05-04"]),
        ("The ferry sank on May fourth, 1987.", &["1987-05-04"]),
        ("Signed 23/Sep/2020 and filed 2020/Sep/24.", &["2020-09-23", "2020-09-24"]),
        ("Filed on 10/31/74 in Boise.", &["1974-10-31"]),
        ("Logged 2021-04-05T06:07:08Z by the buoy.", &["2021-04-05T06:07:08+00:00"]),
        ("The log ends in 9/2012 with a blot.", &["2012-09"]),
        ("It closed in FY2022 with a loss.", &["2022"]),
        ("The rate fell by 1/4.", &["0.25"]),
    ]);
}

#[test]
fn weeks_weekends_and_parts_of_months() {
    each(&[
        ("They met on Tuesday last week.", &["2023-10-03"]),
        ("They will meet on Tuesday next week.", &["2023-10-17"]),
        ("Thieves came over the weekend.", &["2023-10-07/2023-10-08"]),
        ("The fair will open this weekend.", &["2023-10-14/2023-10-15"]),
        ("It opened on the first Monday of October.", &["2023-10-02"]),
        ("It closed on the last Friday of May 2022.", &["2022-05-27"]),
        ("Sales fell in the last week of 2020.", &["2020-W53"]),
        ("Rent is due on the 20th of next month.", &["2023-11-20"]),
        ("Every Monday the choir sings, and on Tuesdays it rests.", &[]),
    ]);
}

#[test]
fn seasons_and_holidays_come_by_their_rules() {
    each(&[
        ("Last summer was dry and last winter wet.", &["2023-06/2023-08", "2022-12/2023-02"]),
        ("It was lost on Christmas Day 2019.", &["2019-12-25"]),
        ("Shops were shut on Easter Monday.", &["2023-04-10"]),
        ("Shops will be full on Black Friday.", &["2023-11-24"]),
        ("The road was blocked on Good Friday 2010.", &["2010-04-02"]),
        ("The Christmas market drew a crowd.", &[]),
        ("Shops closed in the fall of 2019 and again this fall.", &["2019-09/2019-11", "2023-09/2023-11"]),
        ("Nobody foresaw this fall in prices.", &[]),
        ("Christmas", &["2023-12-25"]),
    ]);
}

#[test]
fn what_was_told_before_tells_when() {
    each(&[
        ("Profit rose in the second quarter from $5 million a year earlier.", &["2023-Q2", "5000000", "2022-Q2"]),
        ("Profit was up in 2019 from the previous year.", &["2019", "2018"]),
        ("The war began in 1911. Two years later the town fell.", &["1911", "1913"]),
        ("The town fell on 3 May 1911. The next day it burned.", &["1911-05-03", "1911-05-04"]),
        ("The war began in 1911. In June, the town fell.", &["1911", "1911-06"]),
        ("It rained two weeks after 3 May 1911.", &["1911-05-17", "1911-05-03"]),
        // Where nothing was told, it is only a length of time, or the year before.
        ("Two years later the town fell.", &["P2Y"]),
        ("Profit was higher than a year earlier.", &["2022"]),
        // The months of the last twelvemonth need no year beside them.
        ("Growth peaked in 2021. In June, it slowed.", &["2021", "2023-06"]),
        ("The mill of 1911 burned down last March.", &["1911", "2023-03"]),
    ]);
}

#[test]
fn counted_from_publication() {
    each(&[
        ("The mast fell 15 minutes ago.", &["2023-10-13T12:15"]),
        ("The mast fell half an hour ago.", &["2023-10-13T12:00"]),
        ("The museum will open in three weeks.", &["2023-W44"]),
        ("The crew built it in three weeks.", &["P3W"]),
        ("The winner will be announced on Monday.", &["2023-10-16"]),
        ("The mayor announced on Monday that she will go.", &["2023-10-09"]),
        ("The bridge carried fewer cars over the past year.", &["P1Y"]),
    ]);
}

#[test]
fn ranges_and_lives() {
    each(&[
        ("The strike lasted from March to May 2019.", &["2019-03/2019-05"]),
        ("The strike lasted from November to February 2019.", &["2018-11/2019-02"]),
        ("The dam was built between 1931 and 1936.", &["1931/1936"]),
        ("The fair ran 10 August 2013 – 12 September.", &["2013-08-10/2013-09-12"]),
        ("Ida Holm (8 May 1900 – 17 March 1982) drew birds.", &["1900-05-08", "1982-03-17"]),
        ("Ida Holm (1704–1787) drew birds.", &["1704", "1787"]),
        // A length and its two ends are three figures that must agree.
        ("For nine years, from 2009 to 2018, he drew birds.", &["P9Y", "2009", "2018"]),
    ]);
}

#[test]
fn ages_in_many_shapes() {
    each(&[
        ("Ida Holm (58) and her son, 12, drew birds.", &["P58Y", "P12Y"]),
        ("A five-month-old baby slept.", &["P5M"]),
        ("Painter of birds dies at 87", &["P87Y"]),
        ("She began in her 30s and retired at 65.", &["P30Y/P39Y", "P65Y"]),
        ("Men aged between 25 and 54 came.", &["P25Y/P54Y"]),
    ]);
}

#[test]
fn hours_of_the_day() {
    each(&[
        ("Doors open tonight at 8.", &["2023-10-13T20:00"]),
        ("It will stop at 9:15 tomorrow morning.", &["2023-10-14T09:15"]),
        ("It rang at a quarter past 3 p.m. and stopped.", &["15:15"]),
        ("They met from 3:30 to 5 p.m. on Thursday.", &["2023-10-12T15:30/2023-10-12T17:00"]),
        ("Open 11:30-1:30 pm only.", &["11:30/13:30"]),
    ]);
}

#[test]
fn lengths_of_time_in_parts() {
    each(&[
        ("It took an hour and 30 seconds.", &["PT1H30S"]),
        ("It took two and a quarter hours.", &["PT2.25H"]),
        ("It took one year and three quarters.", &["P1Y9M"]),
        ("It took 1/2 hour.", &["PT0.5H"]),
    ]);
}
