//! `Tale`: what the text has told of so far, for dates that go on from there.

use super::anchor::{Anchor, Tense};
use super::mention::{Content, CountedFrom, Mention};
use super::when::When;
use crate::value::{Grain, Period, Value};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// A date told of so many sentences ago is no longer the one that "two days later" is counted from.
const TOLD_SENTENCES: u32 = 3;

/// What the text has told of so far.
#[derive(Debug, Default)]
pub struct Tale {
    /// The time of day of publication.
    time: Option<NaiveTime>,
    /// The last date, and its sentence.
    told: Option<(Period, u32)>,
    /// The year that the last date named or was read in, and its sentence.
    year: Option<(i32, u32)>,
}

impl Tale {
    /// Before the first date. `time`: the time of day of publication.
    pub fn new(time: Option<NaiveTime>) -> Self {
        Tale { time, ..Tale::default() }
    }

    /// What a date in that sentence is counted from. `opens`: the date opens its sentence.
    pub fn anchor(&self, published: Option<NaiveDate>, tense: Tense, opens: bool, sentence: u32) -> Anchor {
        let told = self.told.filter(|(_, last)| sentence - last <= TOLD_SENTENCES);
        let told = told.map(|(period, last)| (period, last == sentence));
        let year = self.year.filter(|(_, last)| opens && sentence - last == 1).map(|(year, _)| year);
        Anchor { published, time: self.time, tense, told, timeless: false, year }
    }

    /// Takes up a date of the text.
    pub fn goes_on(&mut self, mention: &Mention, value: Option<&Value>, anchor: Anchor, sentence: u32) {
        let period = match value {
            Some(Value::Period(period)) => Some(*period),
            Some(Value::Datetime { date, .. } | Value::Datetimes { date, .. }) => Period::day(*date),
            _ => None,
        };
        let Some(period) = period.filter(|period| !matches!(period.grain(), Grain::Decade | Grain::Century)) else {
            return;
        };
        // "A year earlier" compares and leads nowhere.
        if matches!(&mention.content, Content::When(When::Told(..)) | Content::Counted(CountedFrom::Told, _, -1)) {
            return;
        }
        let stays = match &mention.content {
            Content::When(when)
            | Content::Whens(_, when)
            | Content::Lasting(when, _)
            | Content::Datetime(when, _)
            | Content::Datetimes(when, ..) => when.year_is_written() || when.is_told(anchor),
            Content::Counted(CountedFrom::Told, ..) => true,
            _ => false,
        };
        self.told = Some((period, sentence));
        self.year = stays.then_some((period.last().year(), sentence));
    }
}
