//! What markup says of its language and its publication.

use super::jsonl::parse_moment;
use chrono::{DateTime, NaiveDate, NaiveTime, Timelike};

/// At these hours of Greenwich it is the same day from California to Japan.
const SAME_DAY: std::ops::Range<u32> = 8..15;

/// A publication date as programs write it. Many write all times as those of Greenwich: then the hour of the place is not
/// known, and the day only if it is the same nearly everywhere. A wrong one would make "today" and "kemarin" wrong.
pub fn published(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let text = text.trim();
    let mail = || DateTime::parse_from_rfc2822(text).ok().map(|moment| moment.naive_local());
    let (date, time) = parse_moment(text).or_else(|| mail().map(|moment| (moment.date(), Some(moment.time()))))?;
    let digits: String =
        text.chars().rev().take_while(|c| !matches!(c, '+' | 'T' | ' ')).filter(|c| *c != ':').collect();
    let universal = text.ends_with(['Z', 'z']) || text.ends_with("GMT") || digits == "0000" && text.contains('+');
    match time {
        Some(time) if universal => SAME_DAY.contains(&time.hour()).then_some((date, None)),
        time => Some((date, time)),
    }
}

/// So many days after its publication an article is brought up to date; what is changed later is the page.
const UPDATED: i64 = 14;

/// Was an article of that day changed so soon after that nobody knows which day its "yesterday" is counted from?
pub fn was_updated(published: NaiveDate, modified: &str) -> bool {
    let days = |(modified, _): (NaiveDate, _)| (modified - published).num_days();
    parse_moment(modified).map(days).is_some_and(|days| (1..=UPDATED).contains(&days))
}

/// The code of a language as packs are named: `en-US` and `EN_us` are `en`. `None` for what is no code.
pub fn language(code: &str) -> Option<String> {
    let primary = code.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    // The code of Indonesian before 1989, which Java and Blogger still write.
    let primary = if primary == "in" { "id".to_owned() } else { primary };
    let is_code = (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then_some(primary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_greenwich_is_not_always_that_of_the_place() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 15);
        let read = |text: &str| published(text).map(|(date, time)| (date, time.is_some()));
        assert_eq!(read("2024-03-15"), day.map(|day| (day, false)));
        assert_eq!(read("2024-03-15T21:05:00+07:00"), day.map(|day| (day, true)));
        assert_eq!(read("2024-03-15 21:05:00 +0700"), day.map(|day| (day, true)));
        assert_eq!(read("Fri, 15 Mar 2024 21:05:00 +0700"), day.map(|day| (day, true)));
        assert_eq!(read("2024-03-15T09:05:00Z"), day.map(|day| (day, false)));
        assert_eq!(read("2024-03-15T09:05:00.000+00:00"), day.map(|day| (day, false)));
        for late in ["2024-03-15T21:05:00Z", "2024-03-15T21:05:00+0000", "2024-03-15T01:05:00+00:00", "soon", ""] {
            assert_eq!(read(late), None, "{late}");
        }
    }

    #[test]
    fn updates_come_soon() {
        let day = NaiveDate::from_ymd_opt(2024, 3, 15).unwrap();
        assert!(was_updated(day, "2024-03-17T01:00:00Z"));
        assert!(!was_updated(day, "2024-03-15T23:00:00+07:00"));
        assert!(!was_updated(day, "2024-09-15"));
        assert!(!was_updated(day, "later"));
    }

    #[test]
    fn codes_of_languages() {
        assert_eq!(language("en-US").as_deref(), Some("en"));
        assert_eq!(language("in_ID").as_deref(), Some("id"));
        assert_eq!(language("English"), None);
        assert_eq!(language(""), None);
    }
}
