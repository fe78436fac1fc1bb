//! The files of `rules/relations`, and `rules/currencies.toml`, as they are written. Plain structures without any dependency on the rest of
//! addsup, because `build.rs` reads them too and stores them in the program.

use serde::{Deserialize, Serialize};

/// What a slot takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// Any figure or date.
    Figure,
    /// Money, a quantity, a number, or a percentage that is itself the level (a rate of unemployment).
    Level,
    /// Money or a measure, given again in another unit: it is taken without its hedge, which holds for both.
    Amount,
    /// Percent or percentage points, as a share of one.
    Percent,
    /// A part of a whole: percent or fraction, as a share of one.
    Share,
    /// So many times.
    Multiple,
    /// How many.
    Count,
    /// Position in an order.
    Ordinal,
    /// How many times something else is taken: a count, or how many of a unit, as written: of "five kilograms" the five.
    /// What is taken per unit must be per that unit.
    Times,
    /// A number or percentage exactly as written: what is set rather than measured ("per 100,000", a key rate).
    Written,
    /// As `Share`, rounded to the nearest, whatever headlines and large numbers would allow for.
    Nearest,
    /// Whole years, from a count, an ordinal or a duration.
    Years,
    /// −1, 0 or 1.
    Sign,
    /// A date or period, in day numbers.
    Date,
    /// A duration, in days.
    Duration,
    /// The age of somebody, in days.
    Age,
    /// 1 = Monday … 7 = Sunday.
    Weekday,
    /// Day of the month.
    Day,
    /// Month of the year.
    Month,
    /// Year.
    Year,
}

/// Which figure of another sentence may fill a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Completion {
    /// Any of the right kind and unit near by.
    Near,
    /// One of the same subject as a figure of the relation.
    Subject,
}

/// One slot of a relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotFile {
    /// Its name, as laws use it.
    pub name: String,
    /// What fills it.
    pub kind: SlotKind,
    /// Does it take several claims?
    #[serde(default)]
    pub list: bool,
    /// Slots of one group must be commensurable: same dimension, and same currency.
    #[serde(default)]
    pub group: Option<String>,
    /// May a figure of another sentence fill it where the construction leaves it open?
    #[serde(default)]
    pub complete: Option<Completion>,
    /// Slot whose period comes one unit after the period of this one (last year's level before this year's).
    #[serde(default)]
    pub before: Option<String>,
    /// Is a figure in it exactly what is written, as limits and targets are?
    #[serde(default)]
    pub exact: bool,
    /// Does a sign slot beside it say which way it goes? Then a figure with a sign of its own is not tied by a word of
    /// direction: "fell (-10%)" says it twice.
    #[serde(default)]
    pub unsigned: bool,
}

/// One law of a relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LawFile {
    /// Its name; checks watch `relation.name`.
    pub name: String,
    /// The equation or order, over the slots.
    pub law: String,
    /// The slot that an editor would work out from the others: what it would have to be is said first.
    #[serde(default)]
    pub asks: Option<String>,
    /// The law that this one diagnoses. It need not hold; where that one is broken and this one holds, it names the slip
    /// ("the change was taken of the new level").
    #[serde(default)]
    pub explains: Option<String>,
    /// It orders figures, and is held against them digit by digit: two that were rounded alike keep their order.
    #[serde(default)]
    pub to_the_digit: bool,
}

/// One file of `rules/relations`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationFile {
    /// Name of the relation.
    pub name: String,
    /// What it is, in one sentence.
    pub summary: String,
    /// Does it tie figures of two versions of one story, and is made only where they are compared?
    #[serde(default)]
    pub versions: bool,
    /// Its slots, in the order that constructions and reports use.
    pub slots: Vec<SlotFile>,
    /// Its laws. Where several are broken at once, the one with the fewest figures is reported, then the first.
    pub laws: Vec<LawFile>,
}

/// One currency of `rules/currencies.toml`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurrencyFile {
    /// Its code (ISO 4217).
    pub code: String,
    /// Fewest units of it that one US dollar has bought.
    pub least: String,
    /// Most units of it.
    pub most: String,
    /// The name or sign that it shares with other currencies: a "$" is any dollar.
    #[serde(default)]
    pub namesake: Option<String>,
}

/// `rules/currencies.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurrenciesFile {
    /// The currencies.
    #[serde(default)]
    pub currency: Vec<CurrencyFile>,
}
