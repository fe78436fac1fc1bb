//! Periods read back from the text that they are shown as: `2022`, `2022-Q3`, `2022-H1`, `2022-03`, `2022-W12`,
//! `2022-03-01`, and two of them joined by a stroke.

use super::period::Period;
use chrono::{NaiveDate, Weekday};
use std::str::FromStr;

/// What is no period in that form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPeriod;

impl std::fmt::Display for NoPeriod {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no period of the form 2022, 2022-Q3, 2022-H1, 2022-03, 2022-W12, 2022-03-01 or 2022/2024")
    }
}

impl std::error::Error for NoPeriod {}

impl FromStr for Period {
    type Err = NoPeriod;

    fn from_str(text: &str) -> Result<Self, NoPeriod> {
        match text.split_once('/') {
            Some((first, last)) => {
                let both = one(first.trim()).zip(one(last.trim()));
                both.and_then(|(first, last)| Period::run(first, last))
            }
            None => one(text.trim()),
        }
        .ok_or(NoPeriod)
    }
}

/// A number of just so many digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn one(text: &str) -> Option<Period> {
    let (year, rest) = text.split_once('-').map_or((text, None), |(year, rest)| (year, Some(rest)));
    let year = i32::try_from(digits(year, 4)?).ok()?;
    let Some(rest) = rest else { return Period::year(year) };
    if let Some(quarter) = rest.strip_prefix('Q') {
        return Period::quarter(year, digits(quarter, 1)?);
    }
    if let Some(half) = rest.strip_prefix('H') {
        return Period::half(year, digits(half, 1)?);
    }
    if let Some(week) = rest.strip_prefix('W') {
        return Period::week_of(NaiveDate::from_isoywd_opt(year, digits(week, 2)?, Weekday::Mon)?);
    }
    match rest.split_once('-') {
        None => Period::month(year, digits(rest, 2)?),
        Some((month, day)) => Period::day(NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_read() {
        for text in ["2022", "2022-Q3", "2022-H1", "2022-03", "2022-W12", "2022-03-01", "2020/2022", "2022-01/2022-04"]
        {
            assert_eq!(text.parse::<Period>().map(|period| period.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "22", "2022-13", "2022-02-30", "2022-Q5", "2024/2022", "2022-3", "٢٠٢٢", "2022-W60", "x"] {
            assert_eq!(text.parse::<Period>(), Err(NoPeriod), "{text}");
        }
    }
}
