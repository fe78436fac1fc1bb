//! `Currencies`: between which rates currencies have stood, from `rules/currencies.toml`.

use super::file::CurrencyFile;
use crate::data::DataError;
use crate::value::{Decimal, Interval, ValueSet};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How many units of each currency one US dollar may have bought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Currencies {
    bands: FxHashMap<Arc<str>, Interval>,
    namesakes: FxHashMap<Arc<str>, Arc<str>>,
}

impl Currencies {
    /// Reads the bands of the files.
    ///
    /// # Errors
    /// Names the currency whose band is none.
    pub fn new(files: &[CurrencyFile]) -> Result<Self, DataError> {
        let (mut bands, mut namesakes) = (FxHashMap::default(), FxHashMap::default());
        for file in files {
            let error =
                |key: &str, what: String| DataError::new("currencies.toml", format!("{}: {key}", file.code), what);
            let number = |key: &str, text: &str| {
                let number = text.parse::<Decimal>().ok().filter(|number| *number > Decimal::ZERO);
                number.ok_or_else(|| error(key, format!("{text:?} is no positive decimal number")))
            };
            let band = Interval::closed(number("least", &file.least)?, number("most", &file.most)?);
            let band = band.ok_or_else(|| error("most", "less than `least`".to_owned()))?;
            bands.insert(Arc::from(file.code.as_str()), band);
            let namesake = file.namesake.as_deref().map(Arc::from);
            namesakes.extend(namesake.map(|namesake| (Arc::from(file.code.as_str()), namesake)));
        }
        Ok(Self { bands, namesakes })
    }

    /// Do the two currencies share a name or sign, so that either may be meant by it?
    pub fn are_namesakes(&self, first: &str, second: &str) -> bool {
        self.namesakes.get(first).is_some_and(|name| self.namesakes.get(second) == Some(name))
    }

    /// How many units of the second one unit of the first may have bought: least and most.
    pub fn band(&self, first: &str, second: &str) -> Option<(Decimal, Decimal)> {
        let (first, second) = (self.bands.get(first)?, self.bands.get(second)?);
        let band = ValueSet::from(second.div(*first)).hull()?;
        Some((band.low().value()?, band.high().value()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(code: &str, least: &str, most: &str) -> CurrencyFile {
        CurrencyFile { code: code.to_owned(), least: least.to_owned(), most: most.to_owned(), namesake: None }
    }

    #[test]
    fn bands_of_two_currencies() {
        let files = [file("USD", "1", "1"), file("EUR", "0.5", "1.25"), file("IDR", "1000", "25000")];
        let currencies = Currencies::new(&files).unwrap();
        assert_eq!(currencies.band("USD", "IDR"), Some((1000.into(), 25000.into())));
        assert_eq!(currencies.band("EUR", "IDR"), Some((800.into(), 50000.into())));
        assert_eq!(currencies.band("EUR", "EUR"), Some(("0.4".parse().unwrap(), "2.5".parse().unwrap())));
        assert_eq!(currencies.band("EUR", "TRY"), None);
    }

    #[test]
    fn wrong_bands_are_named() {
        for (file, part) in [
            (file("EUR", "0", "1"), "EUR: least: \"0\" is no positive"),
            (file("EUR", "1", "x"), "EUR: most: \"x\" is no positive"),
            (file("EUR", "2", "1"), "EUR: most: less than"),
        ] {
            let error = Currencies::new(&[file]).unwrap_err().to_string();
            assert!(error.starts_with("currencies.toml: ") && error.contains(part), "{error}");
        }
    }
}
