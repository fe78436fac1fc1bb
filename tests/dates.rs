//! What dates and times of English prose mean, by the day on which they were published.

use addsup::extract::Claim;
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
    let value = |claim: &Claim| claim.stretch.map_or_else(|| shown(&claim.value), |days| days.to_string());
    ledger.claims.iter().map(value).collect()
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
        ("The will is dated 10-31-74.", &["1974-10-31"]),
        ("Entry 20210405 is missing.", &["2021-04-05"]),
        ("The mill made 20219905 bolts.", &["20219905"]),
        ("It sank on the twenty third day of May 1912.", &["1912-05-23"]),
        ("It sank on May twenty four nineteen eighty six.", &["1986-05-24"]),
        ("It sank on 4 May eighteen hundred twelve.", &["1812-05-04"]),
        ("Due on 20th of the previous month.", &["2023-09-20"]),
        ("On 2/15", &["2024-02-15"]),
        ("The 24th", &["2023-10-24"]),
        ("Booked for three Fridays from now.", &["2023-11-03"]),
        ("Booked three Fridays ago.", &["2023-09-22"]),
        // Of a day far off, the weekday tells the year; of one near by it may be a slip.
        ("It falls on Sunday, May 12.", &["2024-05-12"]),
        ("It was shut on Sunday, October 9.", &["2023-10-09"]),
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
        ("Sales slowed in early May and late last month.", &["2023-05-01/2023-05-10", "2023-09-21/2023-09-30"]),
        ("Talks ended at the beginning of this week.", &["2023-10-09/2023-10-11"]),
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
        ("It rained on Yom Kippur 2022.", &["2022-10-04/2022-10-05"]),
        ("It rained on Eid al-Fitr 2018.", &["2018-06-15"]),
        ("Shops were shut on Lunar New Year 2022.", &["2022-02-01"]),
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
        ("The museum will open in three weeks.", &["2023-11-03"]),
        ("The crew built it in three weeks.", &["P3W"]),
        ("The winner will be announced on Monday.", &["2023-10-16"]),
        ("The mayor announced on Monday that she will go.", &["2023-10-09"]),
        ("The bridge carried fewer cars over the past year.", &["2022-10-13/2023-10-12"]),
    ]);
}

#[test]
fn lengths_of_time_whose_days_are_told() {
    each(&[
        ("Rents rose over the last two weeks.", &["2023-09-29/2023-10-12"]),
        ("Rents will rise over the next three months.", &["2023-10-14/2024-01-13"]),
        // Of what was told long ago, or of a thing: nobody knows which.
        ("The war began in 1911. Over the next two years the town grew.", &["1911", "P2Y"]),
        ("He missed the last two weeks of the tour.", &["P2W"]),
        // With no sentence around it, weeks of the calendar.
        ("Last 2 weeks", &["2023-09-25/2023-10-08"]),
        ("The fair lasts for ten days from Saturday.", &["2023-10-07/2023-10-16"]),
        ("Away for 2 weeks starting 3 November.", &["2023-11-03/2023-11-16"]),
        ("It will end three days from Monday.", &["2023-10-19", "2023-10-16"]),
        ("It fell two months after 3 May 1911.", &["1911-07-03", "1911-05-03"]),
    ]);
}

#[test]
fn decades_centuries_and_their_parts() {
    each(&[
        ("The mill of the 1800s burned.", &["1800/1899"]),
        ("The mill of the 2000s burned.", &["2000/2009"]),
        ("It burned in the early 1970s.", &["1970/1973"]),
        ("It burned in the late 19th century.", &["1868/1900"]),
        ("Sales fell in the first half, the firm said.", &["2023-H1"]),
        ("The visitors led in the first half, the coach said.", &[]),
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
        ("Imports fell in Nov-Feb 2019.", &["2018-11/2019-02"]),
        ("The 2019/20 (July/June) crop failed.", &["2019/2020", "?"]),
        // What ends it lies behind what begins it.
        ("Imports fell from October to December.", &["2023-10/2023-12"]),
        ("Imports fell from October to May.", &["2022-10/2023-05"]),
        ("The fair will run from Saturday to Monday.", &["2023-10-14/2023-10-16"]),
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
        ("Talks resume on Monday at 0730 GMT.", &["2023-10-09T07:30+00:00"]),
        ("The shop sold 1650 hours of film.", &["PT1650H"]),
        ("The board met at 1650 hours.", &["16:50"]),
        ("Open on Monday for 9am.", &["2023-10-09T09:00"]),
        ("Gates open 3 May 2024 between 10 and 11:30.", &["2024-05-03T10:00/2024-05-03T11:30"]),
        ("Be there 11ish.", &["11:00"]),
    ]);
}

#[test]
fn lengths_of_time_in_parts() {
    each(&[
        ("It took an hour and 30 seconds.", &["PT1H30S"]),
        ("It took two and a quarter hours.", &["PT2.25H"]),
        ("It took one year and three quarters.", &["P1Y9M"]),
        ("It took 1/2 hour.", &["PT0.5H"]),
        ("It took 1d 2h 5m.", &["P1DT2H5M"]),
        ("It took one hour and fifteen.", &["PT1H15M"]),
        ("It took one and a quarter of an hour.", &["PT1.25H"]),
    ]);
}
