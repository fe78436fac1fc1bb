//! `Forms`: the ways to write a figure.

use super::compiled::CompiledForms;
use super::fit::Fits;
use super::lexicon::{Class, Lexicon};
use super::pattern::PatternIndex;
use crate::data::DataError;
use crate::language::file::FormFile;
use std::sync::Arc;

/// What a form makes. A closed set: the meanings of figures are code, their wording is data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Maker {
    /// `n`.
    Number,
    /// `n` percent, or `n` over `denominator`.
    Percent,
    /// `n`, or `n` over `denominator`, percentage points, basis points or index points (`points`).
    Points,
    /// `n` of a `currency`, times a `scale` that follows it, and `m` of its `minor` part (in units of the currency),
    /// which has so many `places` where no word names it.
    Money,
    /// `n` of a `unit` (or `n` over `denominator`), and `m` of a `minor` unit and `k` of the `least`: made one figure in the
    /// last.
    Quantity,
    /// `n`th, or a word of the class `ordinal`, after the numeral `tens`.
    Ordinal,
    /// `fraction`, or `n` over `denominator`, after the number `whole`, or of a `scale`.
    Fraction,
    /// `k` in `n`.
    OneIn,
    /// `n` times, or a word of the class `multiple`.
    Multiple,
    /// Dozens, hundreds (`magnitude`), of a `scale`; or 70 (`n`) `odd`, whose value is a scale. Money, percentages and
    /// quantities may be of both.
    Magnitude,
    /// Any of `weekday`, `day`, `month`, `year` (of an `era`; where it stands behind a `list-month`, of that); `shift` in years
    /// or, for a weekday alone, in weeks.
    Date,
    /// `shift` units of `time-unit` from the publication date.
    Shift,
    /// `day-shift` days from it.
    DayShift,
    /// `n` of a `time-unit` before (`sign` −1) or after (+1) it; where only the clause can tell, counted `from`
    /// `coming`, or from the date that the text `told` of last.
    Ago,
    /// `shift` units of `time-unit` from the date that the text told of last; with `here`, of publication where it told of none.
    Told,
    /// A length of time `n` before (`sign` −1) or after (+1) the `date` beside it.
    Offset,
    /// The `weekday` of the week at `shift`.
    OfWeek,
    /// The weekend, `shift` weeks away.
    Weekend,
    /// A `holiday` by its rule, of a `year` or of the year at `shift`; `turn` −1 or 1 for the last or next one.
    Holiday,
    /// The `nth` `weekday` or `time-unit` (day, week, weekend, month), or a `count` of them, of a `month`, of the month at `month-shift`, or of a `year`.
    Nth,
    /// Early, middle, late (`part`), a `half`, a `quarter` or a `month`, of a `year` or of the year at `shift`; `turn` −1 or 1
    /// for the last or next one.
    Part,
    /// Early, middle, late (`part`) in a `month`, in the month at `month-shift`, the week at `week-shift`, the
    /// `time-unit` that the text told of, the decade from `year` or the century of that number.
    Third,
    /// The ten years from `year`.
    Decade,
    /// Century `n` of an `era`.
    Century,
    /// `hour`, `minute`, `second`, `daypart`, `zone`.
    Clock,
    /// `date` and `time`; `day-shift`, or any parts of a date, and a clock. A `part` of the day ("tonight") tells morning
    /// from afternoon.
    Datetime,
    /// `n` of a `time-unit`, or `n` over `denominator`; `m` of a `minor` one and `k` of the `least`; and a `half` (a fraction) more.
    /// Or two lengths, `first` and `last`, of which the last is of the smaller unit.
    Duration,
    /// A length of time `n` before (`sign` −1) or after (+1) the day of publication; in units of the calendar where `whole` is
    /// set.
    Stretch,
    /// So long a `length` of time from the `date` on: the days from one to the other.
    Lasting,
    /// `n` years old, to `last` or `more`; or `n` of a `time-unit` old.
    Age,
    /// `first` to `last`, which is the higher unless `order` is set. Where `step` is set, at most a step of the first digit
    /// lies between them; `times` says how often the first may go into the last.
    Range,
    /// `n` give or take `error`.
    PlusMinus,
    /// `first` to `last`, the points of two sides: two figures that are only said together, and judged by nothing. Where
    /// `falling` is set, the last is not the higher one.
    Score,
    /// A number that names something and measures nothing: a page, a floor, an article of law. It keeps shorter
    /// readings of its words away and makes no claim; `claims --all` shows it.
    Label,
    /// `first` and `last`, two dates as far apart as birth and death. It keeps a range away and makes no claim.
    Lifetime,
    /// `n` of the unit of `like`: the unit of two figures is said once. Where `whole` is set, not of the parts of a unit
    /// (cents).
    Like,
}

impl Maker {
    /// Does it only keep others away?
    pub fn is_label(self) -> bool {
        matches!(self, Maker::Label | Maker::Lifetime)
    }
}

impl std::str::FromStr for Maker {
    type Err = DataError;

    fn from_str(name: &str) -> Result<Self, DataError> {
        Ok(match name {
            "number" => Maker::Number,
            "percent" => Maker::Percent,
            "points" => Maker::Points,
            "money" => Maker::Money,
            "quantity" => Maker::Quantity,
            "ordinal" => Maker::Ordinal,
            "fraction" => Maker::Fraction,
            "one-in" => Maker::OneIn,
            "multiple" => Maker::Multiple,
            "magnitude" => Maker::Magnitude,
            "date" => Maker::Date,
            "shift" => Maker::Shift,
            "day-shift" => Maker::DayShift,
            "ago" => Maker::Ago,
            "told" => Maker::Told,
            "offset" => Maker::Offset,
            "of-week" => Maker::OfWeek,
            "weekend" => Maker::Weekend,
            "holiday" => Maker::Holiday,
            "nth" => Maker::Nth,
            "part" => Maker::Part,
            "third" => Maker::Third,
            "decade" => Maker::Decade,
            "century" => Maker::Century,
            "clock" => Maker::Clock,
            "datetime" => Maker::Datetime,
            "duration" => Maker::Duration,
            "stretch" => Maker::Stretch,
            "lasting" => Maker::Lasting,
            "age" => Maker::Age,
            "range" => Maker::Range,
            "plus-minus" => Maker::PlusMinus,
            "score" => Maker::Score,
            "label" => Maker::Label,
            "like" => Maker::Like,
            "lifetime" => Maker::Lifetime,
            _ => return Err(DataError::here(format!("nothing makes {name:?}"))),
        })
    }
}

/// A way to write a figure.
#[derive(Debug)]
pub struct Form {
    /// Name, shown as `via`.
    pub id: Arc<str>,
    /// What it makes.
    pub maker: Maker,
    /// Values that its words do not give.
    pub set: Vec<(String, String)>,
    /// Classes that must not stand near it in the sentence.
    pub unless: Vec<Class>,
    /// Classes that must not follow it.
    pub unless_next: Vec<Class>,
}

/// All forms of a language: simple ones over tokens, compound ones over the mentions that the simple ones gave.
#[derive(Debug, Default)]
pub struct Forms {
    /// The forms.
    pub forms: Vec<Form>,
    /// Patterns over tokens.
    pub simple: PatternIndex,
    /// Patterns over mentions.
    pub compound: PatternIndex,
    /// What the claim steps of `compound` ask, by their number.
    pub fits: Vec<Fits>,
}

impl Forms {
    /// The forms of a pack.
    ///
    /// # Errors
    /// Names the form whose maker or classes cannot be used.
    pub fn new(compiled: CompiledForms, lexicon: &Lexicon) -> Result<Self, DataError> {
        let form = |file: FormFile| {
            let within = |error: DataError| error.within(format!("form {:?}", file.id));
            let classes = |names: &[String]| {
                let class = |name: &String| {
                    let class = lexicon.class(name);
                    class.ok_or_else(|| within(DataError::here(format!("unless: {}", lexicon.no_class(name)))))
                };
                names.iter().map(class).collect::<Result<Vec<Class>, DataError>>()
            };
            let (unless, unless_next) = (classes(&file.unless)?, classes(&file.unless_next)?);
            let maker = file.make.parse().map_err(within)?;
            Ok(Form { id: file.id.as_str().into(), maker, set: file.set.into_iter().collect(), unless, unless_next })
        };
        let forms = compiled.forms.into_iter().map(form).collect::<Result<_, DataError>>()?;
        let fits = Fits::of(&compiled.compound);
        Ok(Forms { forms, simple: compiled.simple, compound: compiled.compound, fits })
    }
}
