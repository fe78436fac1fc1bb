//! `Value`: what a mention denotes, hedges aside.

use super::clock::Clock;
use super::exact::decimal_text;
use super::interval::Interval;
use super::period::Period;
use super::span::Span;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::fmt;

/// A value as written, normalised.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// One number.
    Number(Decimal),
    /// A fraction, kept exact.
    Ratio {
        /// Above the line.
        numerator: Decimal,
        /// Below the line.
        denominator: Decimal,
    },
    /// From one number to another.
    Numbers {
        /// Where it starts.
        first: Decimal,
        /// Where it ends.
        last: Decimal,
    },
    /// A day or a run of days.
    Period(Period),
    /// A day with a time of day.
    Datetime {
        /// The day.
        date: NaiveDate,
        /// The time.
        clock: Clock,
    },
    /// A day with the times between which something lasts.
    Datetimes {
        /// The day.
        date: NaiveDate,
        /// When it starts.
        first: Clock,
        /// When it ends.
        last: Clock,
    },
    /// A time of day.
    Clock(Clock),
    /// A length of time.
    Span(Span),
    /// A length of time in several units, the largest first: seven years and 43 days.
    SpanSum(Vec<Span>),
    /// From one length of time to another.
    Spans {
        /// Where it starts.
        first: Span,
        /// Where it ends.
        last: Span,
    },
    /// From one time of day to another.
    Clocks {
        /// Where it starts.
        first: Clock,
        /// Where it ends.
        last: Clock,
    },
}

impl From<Period> for Value {
    fn from(period: Period) -> Self {
        Value::Period(period)
    }
}

/// The value in JSON: plain decimals with `..` between the ends of a range, ISO 8601 with `/` there. A fraction is its quotient to
/// twelve places.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Number(number) => f.write_str(&decimal_text(*number)),
            Value::Ratio { numerator, denominator } => {
                let quotient = Interval::point(*numerator).div(Interval::point(*denominator));
                match quotient.low().value() {
                    Some(low) => f.write_str(&decimal_text(low)),
                    None => write!(f, "{}/{}", decimal_text(*numerator), decimal_text(*denominator)),
                }
            }
            Value::Numbers { first, last } => {
                write!(f, "{}..{}", decimal_text(*first), decimal_text(*last))
            }
            Value::Period(period) => period.fmt(f),
            Value::Datetime { date, clock } => write!(f, "{date}T{clock}"),
            Value::Datetimes { date, first, last } => write!(f, "{date}T{first}/{date}T{last}"),
            Value::Clock(clock) => clock.fmt(f),
            Value::Span(span) => span.fmt(f),
            Value::SpanSum(spans) => {
                f.write_str("P")?;
                let mut in_day = false;
                for span in spans {
                    let part = span.to_string();
                    // P1DT2H3M, but P7Y43D: only the first part of the day has a `T`.
                    match part.strip_prefix("PT") {
                        Some(rest) => write!(f, "{}{rest}", if in_day { "" } else { "T" })?,
                        None => f.write_str(part.trim_start_matches('P'))?,
                    }
                    in_day = part.starts_with("PT");
                }
                Ok(())
            }
            Value::Spans { first, last } => write!(f, "{first}/{last}"),
            Value::Clocks { first, last } => write!(f, "{first}/{last}"),
        }
    }
}
