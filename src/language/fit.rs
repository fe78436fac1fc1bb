//! `Fits`: what a claim step of a pattern asks of the figure that is to fill it, as written after `@`.

use super::pattern::PatternIndex;
use crate::value::{Hedge, Kind, SpanUnit};

/// What is written after `@`: of names joined by `+`, all must fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fits(Vec<Fit>);

/// One thing that is asked of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// A number with its precision.
    Figure,
    /// A date, counted from another or not.
    When,
    /// A day of the calendar or of a week, or a holiday.
    Day,
    /// A day told from the day of publication.
    RelativeDay,
    /// A stretch of the calendar told from the day of publication.
    RelativePeriod,
    /// A century.
    Century,
    /// So long before or after.
    Ago,
    /// A date with its year.
    Dated,
    /// Anything per something.
    Rate,
    /// A figure with a unit or a scale.
    Measured,
    /// A bare number with a scale.
    Scaled,
    /// A figure with a hedge that leaves room.
    Hedged,
    /// A number below a thousand, without a scale.
    Small,
    /// A number with a scale.
    Large,
    /// A figure without a hedge.
    Plain,
    /// A word that names a spread.
    Spread,
    /// What rises and falls: an amount, a percentage, points, a length of time.
    Level,
    /// A number, money or a quantity.
    Amount,
    /// A time of day.
    Clock,
    /// A weekday and no more.
    Weekday,
    /// A date with day and month.
    FullDay,
    /// From one time of day to another.
    Clocks,
    /// A number below zero.
    Negative,
    /// The name of something else.
    Named(Named),
}

/// A name that says different things of different figures: the form that made it, a kind, a length of time in one unit
/// ("months"), a hedge, a unit or currency ("km", "IDR"), or a dimension of `units.toml` ("length", "power-per-year").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As written.
    pub name: Box<str>,
    /// The kind of that name.
    pub kind: Option<Kind>,
    /// The unit of time whose plural it is.
    pub unit: Option<SpanUnit>,
    /// The hedge of that name.
    pub hedge: Option<Hedge>,
    /// A dimension, and what is measured in it is taken per.
    pub dimension: Box<str>,
    /// See `dimension`.
    pub per: Option<Box<str>>,
}

impl Fits {
    /// Reads what is written after `@`.
    pub fn new(names: &str) -> Self {
        Fits(names.split('+').map(Fit::new).collect())
    }

    /// What the claim steps of an index ask, by their number.
    pub fn of(index: &PatternIndex) -> Vec<Fits> {
        index.claims().map(Fits::new).collect()
    }

    /// All that is asked.
    pub fn all(&self, fits: impl FnMut(&Fit) -> bool) -> bool {
        self.0.iter().all(fits)
    }
}

impl Fit {
    fn new(name: &str) -> Self {
        match name {
            "figure" => Fit::Figure,
            "when" => Fit::When,
            "day" => Fit::Day,
            "relative-day" => Fit::RelativeDay,
            "relative-period" => Fit::RelativePeriod,
            "century" => Fit::Century,
            "ago" => Fit::Ago,
            "dated" => Fit::Dated,
            "rate" => Fit::Rate,
            "measured" => Fit::Measured,
            "scaled" => Fit::Scaled,
            "hedged" => Fit::Hedged,
            "small" => Fit::Small,
            "large" => Fit::Large,
            "plain" => Fit::Plain,
            "spread" => Fit::Spread,
            "level" => Fit::Level,
            "amount" => Fit::Amount,
            "clock" => Fit::Clock,
            "weekday" => Fit::Weekday,
            "full-day" => Fit::FullDay,
            "clocks" => Fit::Clocks,
            "negative" => Fit::Negative,
            _ => {
                let (dimension, per) =
                    name.split_once("-per-").map_or((name, None), |(dimension, per)| (dimension, Some(per.into())));
                let unit = |unit: &SpanUnit| name.strip_suffix('s') == Some(unit.as_str());
                Fit::Named(Named {
                    name: name.into(),
                    kind: name.parse().ok(),
                    unit: SpanUnit::ALL.into_iter().find(unit),
                    hedge: name.parse().ok(),
                    dimension: dimension.into(),
                    per,
                })
            }
        }
    }
}
