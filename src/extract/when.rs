//! `When`: what a written date says, and which days that is once the publication date is known.

use super::anchor::Anchor;
use super::parts::DateParts;
use crate::value::{Grain, Holiday};

/// The year that a date belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRef {
    /// Written.
    Written(i32),
    /// So many years after the publication date's.
    Shift(i32),
    /// Of a part of the year: the last one that is over, the next to begin, or the one about now (−1, 1, 0).
    Turn(i32),
    /// Not said.
    Open,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearPart {
    /// Months, first to last; beyond 12 they belong to the next year.
    Months(u32, u32),
    /// 1 or 2.
    Half(u32),
    /// 1–4.
    Quarter(u32),
}

/// What is counted within a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NthOf {
    /// A weekday.
    Weekday(u8),
    /// Days.
    Day,
    /// Weeks from Monday to Sunday; the first is the one that has its Thursday there (ISO 8601).
    Week,
    /// Saturday and Sunday; the first is the one whose Saturday lies there.
    Weekend,
    /// Months.
    Month,
}

/// What it is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// A month by its name.
    Month(u8, YearRef),
    /// The month so many after that of publication.
    Months(i32),
    /// A year.
    Year(YearRef),
    /// The week so many after that of publication.
    Weeks(i32),
    /// The unit so many after that of the date that the text told of last.
    Told(Grain, i32),
    /// Ten years from this one.
    Decade(i32),
    /// A century by its number.
    Century(i32),
}

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Weekday, day, month, year: what there is of them. A weekday may be `shift` weeks away.
    Calendar {
        /// As written.
        parts: DateParts,
        /// Of a year not written out, or of the week of a lone weekday.
        shift: Option<i32>,
    },
    /// A unit of time, counted from the one of publication: last week is −1.
    Shift(Grain, i32),
    /// Days from the day of publication.
    Days(i32),
    /// So many units of time before (negative) or after.
    Ago(Grain, i32),
    /// So many units from the date that the text told of last; `like` it in grain or not.
    Told(Grain, i32, bool),
    /// A weekday of the week so many weeks after that of publication.
    OfWeek(u8, i32),
    /// A weekend: the nearest, or so many weeks away.
    Weekend(Option<i32>),
    /// A day that a rule names, of that year.
    Holiday(Holiday, YearRef),
    /// The first, second, …, or for −1 the last.
    Nth(i32, NthOf, Within),
    /// So many of them, the first or, for a negative count, the last ones.
    Nths(i32, NthOf, Within),
    /// Part of a year.
    Part(YearPart, YearRef),
    /// About the first (0), middle or last (2) third.
    Third(u8, Within),
    /// Ten years from this one.
    Decade(i32),
    /// A century by its number.
    Century(i32),
}

impl Within {
    fn is_relative(self) -> bool {
        match self {
            Within::Month(_, year) | Within::Year(year) => !matches!(year, YearRef::Written(_)),
            Within::Months(_) | Within::Weeks(_) | Within::Told(..) => true,
            Within::Decade(_) | Within::Century(_) => false,
        }
    }
}

impl When {
    /// The parts as written, for the laws of the calendar; resolved years are filled in by the caller.
    pub fn parts(&self) -> DateParts {
        match *self {
            When::Calendar { parts, .. } => parts,
            When::Part(_, YearRef::Written(year)) => DateParts { year: Some(year), ..DateParts::default() },
            When::Third(_, Within::Month(month, year)) => {
                let written = match year {
                    YearRef::Written(year) => Some(year),
                    _ => None,
                };
                DateParts { month: Some(month), year: written, ..DateParts::default() }
            }
            _ => DateParts { relative: true, ..DateParts::default() },
        }
    }

    /// Needs this the publication date?
    pub fn is_relative(&self) -> bool {
        match *self {
            When::Calendar { parts, shift } => parts.year.is_none() || shift.is_some(),
            When::Shift(..) | When::Days(_) | When::Ago(..) | When::Told(..) | When::OfWeek(..) | When::Weekend(_) => {
                true
            }
            When::Part(_, year) | When::Holiday(_, year) => !matches!(year, YearRef::Written(_)),
            When::Nth(_, _, within) | When::Nths(_, _, within) | When::Third(_, within) => within.is_relative(),
            When::Decade(_) | When::Century(_) => false,
        }
    }

    /// Is it read by what the text told of before? Then nobody can be held to it.
    pub fn is_told(&self, anchor: Anchor) -> bool {
        match *self {
            When::Told(..) | When::Third(_, Within::Told(..)) => true,
            When::Calendar { parts, shift: None } => anchor.told_year(parts).is_some(),
            _ => false,
        }
    }

    /// Is its year written, not worked out?
    pub fn year_is_written(&self) -> bool {
        self.parts().year.is_some()
    }
}

impl When {
    /// "From March to May 2023": the start takes month and year from the end where it has none. "10 August 2013 to 12
    /// September": the end takes the year of the start.
    pub(super) fn joined_with(&self, end: &When) -> (When, When) {
        match (*self, *end) {
            (When::Calendar { parts: mut first, shift: None }, When::Calendar { parts: mut last, shift }) => {
                if first.month.is_none() && first.day.is_some() {
                    first.month = last.month;
                }
                if first.year.is_none() && (first.month.is_some() || first.day.is_some()) {
                    // "From November to February 2017" begins the year before.
                    first.year = last.year.map(|year| year - i32::from(first.month > last.month));
                } else if last.year.is_none() && shift.is_none() && last.month.is_some() {
                    // "From November 2017 to February" ends the year after.
                    last.year = first.year.map(|year| year + i32::from(first.month > last.month));
                }
                let kept = if first.year.is_none() { shift } else { None };
                (When::Calendar { parts: first, shift: kept }, When::Calendar { parts: last, shift })
            }
            (first, last) => (first, last),
        }
    }

    /// Is it a weekday and no more?
    pub(super) fn is_weekday(&self) -> bool {
        matches!(
            *self,
            When::Calendar { parts: DateParts { weekday: Some(_), day: None, month: None, year: None, .. }, .. }
        )
    }

    /// The grain of a date that is a whole year, month, …
    pub fn grain(&self) -> Option<Grain> {
        match *self {
            When::Calendar { parts, .. } if parts.day.is_some() || parts.month.is_none() && parts.weekday.is_some() => {
                Some(Grain::Day)
            }
            When::Calendar { parts, .. } if parts.month.is_some() => Some(Grain::Month),
            When::Calendar { .. } => Some(Grain::Year),
            When::Shift(grain, _) | When::Ago(grain, _) | When::Told(grain, ..) => Some(grain),
            When::Days(_) | When::OfWeek(..) | When::Holiday(..) => Some(Grain::Day),
            When::Nth(_, NthOf::Week, _) => Some(Grain::Week),
            When::Nth(_, NthOf::Month, _) | When::Nths(_, NthOf::Month, _) => Some(Grain::Months),
            When::Weekend(_) | When::Nths(..) | When::Nth(_, NthOf::Weekend, _) => Some(Grain::Days),
            When::Nth(..) => Some(Grain::Day),
            When::Part(YearPart::Half(_), _) => Some(Grain::Half),
            When::Part(YearPart::Quarter(_), _) => Some(Grain::Quarter),
            When::Part(YearPart::Months(first, last), _) if first == last => Some(Grain::Month),
            When::Part(..) => Some(Grain::Months),
            When::Third(_, Within::Decade(_) | Within::Century(_)) => Some(Grain::Years),
            When::Third(..) => Some(Grain::Days),
            When::Decade(_) => Some(Grain::Decade),
            When::Century(_) => Some(Grain::Century),
        }
    }
}
