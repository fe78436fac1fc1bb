//! `DateParts`: what a date spells out.

/// The parts of a date that the text spells out, kept apart from what they resolve to,
/// because laws of the calendar hold between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// 1 = Monday … 7 = Sunday (ISO 8601).
    pub weekday: Option<u8>,
    /// Day of the month as written, not yet known to exist.
    pub day: Option<u8>,
    /// Month 1–12.
    pub month: Option<u8>,
    /// Year as written, or as resolved from the publication date.
    pub year: Option<i32>,
    /// Was the date worked out from the publication date (last week, on Thursday), not written in full?
    pub relative: bool,
}
