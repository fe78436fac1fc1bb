//! A language that is read as a near relative says some words otherwise: patterns of the relative take them as well. Also
//! compiled into `build.rs`.

use super::file::Grammar;
use std::collections::BTreeMap;

impl Grammar {
    /// Lets patterns and phrases take other words for some of theirs, by the word as they have it.
    pub fn also_say(&mut self, says: &BTreeMap<String, Vec<String>>) {
        if says.is_empty() {
            return;
        }
        for phrases in self.lexicon.classes.values_mut().flat_map(BTreeMap::values_mut) {
            let others: Vec<String> = phrases.iter().flat_map(|phrase| otherwise(phrase, says)).collect();
            phrases.extend(others);
        }
        let forms = self.forms.form.iter_mut().flat_map(|form| &mut form.patterns);
        let constructions = self.constructions.construction.iter_mut().flat_map(|it| &mut it.patterns);
        let pieces = self.forms.fragments.values_mut().chain(self.constructions.fragments.values_mut());
        for pattern in forms.chain(constructions).chain(pieces) {
            *pattern = also_said(pattern, says);
        }
    }
}

/// A phrase as it is said otherwise: once for each other word of the one that has most.
fn otherwise<'a>(phrase: &'a str, says: &'a BTreeMap<String, Vec<String>>) -> impl Iterator<Item = String> + 'a {
    let most = phrase.split(' ').filter_map(|word| says.get(word)).map(Vec::len).max().unwrap_or_default();
    (0..most).map(move |nth| {
        let other = |word: &'a str| {
            let others = says.get(word);
            others.and_then(|others| others.get(nth).or(others.first())).map_or(word, String::as_str)
        };
        phrase.split(' ').map(other).collect::<Vec<_>>().join(" ")
    })
}

/// The pattern with alternatives in the place of the words that are said otherwise. Names of classes, captures and pieces, and
/// what stands in quotes, are no words.
fn also_said(pattern: &str, says: &BTreeMap<String, Vec<String>>) -> String {
    let mut into = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(first) = rest.chars().next() {
        let closing = match first {
            '<' => Some('>'),
            '{' => Some('}'),
            '"' | '%' => Some(first),
            _ => None,
        };
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '#' | '@');
        let end = match closing {
            Some(closing) => {
                rest[first.len_utf8()..].find(closing).map(|at| first.len_utf8() + at + closing.len_utf8())
            }
            None if is_word(first) => rest.find(|c: char| !is_word(c)),
            None => Some(first.len_utf8()),
        };
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        match says.get(part).filter(|_| closing.is_none()) {
            Some(others) => into.push_str(&format!("({part}|{})", others.join("|"))),
            None => into.push_str(part),
        }
        rest = after;
    }
    into
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_are_said_otherwise() {
        let says = BTreeMap::from([
            ("va".to_owned(), vec!["vaka".to_owned()]),
            ("ora".to_owned(), vec!["oru".to_owned(), "orc".to_owned()]),
        ]);
        let said = |pattern| also_said(pattern, &says);
        assert_eq!(said("[va] {n:@percent} (va|ke) \"va\""), "[(va|vaka)] {n:@percent} ((va|vaka)|ke) \"va\"");
        assert_eq!(said("<va> %va% va-va {ora} ora"), "<va> %va% va-va {ora} (ora|oru|orc)");
        assert_eq!(said("neme … ‹va› , ~"), "neme … ‹(va|vaka)› , ~");
        assert_eq!(said("<open"), "<open");
    }

    #[test]
    fn phrases_are_said_otherwise_word_by_word() {
        let says = BTreeMap::from([
            ("va".to_owned(), vec!["vaka".to_owned()]),
            ("ora".to_owned(), vec!["oru".to_owned(), "orc".to_owned()]),
        ]);
        let said = |phrase| otherwise(phrase, &says).collect::<Vec<_>>();
        assert_eq!(said("luma va"), ["luma vaka"]);
        assert_eq!(said("ora va"), ["oru vaka", "orc vaka"]);
        assert!(said("luma").is_empty());
    }
}
