//! What a written figure may mean: intervals, readings, units, periods. Knows nothing of text or languages.
//!
//! The operators of `rust_decimal` round silently and panic on overflow, so decimals are computed with only
//! in here: [`exact_add`] and [`exact_mul`] for single numbers, [`Interval`] for everything else.

mod approximate;
mod clock;
mod exact;
mod figure;
mod hedge;
mod holiday;
mod interval;
mod iso;
mod kind;
mod lunar;
mod period;
mod reading;
mod set;
mod slip;
mod span;
mod unit;
#[expect(clippy::module_inception, reason = "`Value` is one of the words of the design")]
mod value;

pub use approximate::{
    fraction_reading, multiple_reading, one_in_reading, plus_minus_reading, spread_reading, times_more_reading,
};
pub use clock::Clock;
pub use exact::{decimal_text, exact_add, exact_mul, rounded};
pub use figure::{Figure, Nature};
pub use hedge::{Hedge, UnknownWord};
pub use holiday::{Holiday, nth_weekday};
pub use interval::{Bound, Interval};
pub use iso::NoPeriod;
pub use kind::Kind;
pub use period::{Grain, Period, date_of, day_number};
pub use reading::{Level, Reading};
pub use rust_decimal::Decimal;
pub use set::ValueSet;
pub use slip::{Slip, likely_slip_into, significant_digits, slip_between, slip_into, slip_key};
pub use span::{Age, Span, SpanUnit, age_reading};
pub use unit::Unit;
pub use value::Value;
