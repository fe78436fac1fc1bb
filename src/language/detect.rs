//! Which language is a text in? By its frequent words, those of few languages before those of many.

use super::file::{ForeignLanguage, Pack};
use super::token::{Elisions, TokenKind, fold, tokenize};
use rustc_hash::FxHashMap;
use std::ops::RangeInclusive;

/// Words are counted in the first so many bytes.
const SAMPLE: usize = 8192;

/// Texts of fewer words tell too little to be doubted.
const FEW_WORDS: u32 = 20;

/// So many frequent words it takes to be clear about a language.
const ENOUGH: usize = 3;

/// Of so many words, one at least is a frequent one in any text of running words.
const RARE: u32 = 12;

/// A word that only one language has counts so much; one of several languages is shared out among them.
const WEIGHT: u32 = 60;

/// The language of a text. Indices count the packs first, then the foreign languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detected {
    /// It is clear, or the text too short to doubt it.
    Clear(usize),
    /// The likeliest of the languages that can be read; it may well be another one.
    Unsure(usize),
    /// Not one of them: another script.
    Unknown,
}

/// Of so many letters, one at least is a letter that tells the language where letters do.
const TELLING: usize = 10;

/// Function words and letters of all languages.
#[derive(Debug, Default)]
pub struct Detector {
    words: FxHashMap<Box<str>, Vec<u8>>,
    /// Letters that tell a language, those of the smallest alphabet first: kana say more than the characters beside them.
    letters: Vec<(usize, Vec<RangeInclusive<char>>)>,
    /// Which of the languages can be read.
    reads: Vec<bool>,
    /// The one that texts are read in whose words tell nothing.
    fallback: usize,
}

impl Detector {
    /// From the function words of the packs and of the languages that are only told from them; they count in this order.
    pub fn new(packs: &[Pack], foreign: &[ForeignLanguage]) -> Self {
        // A language that got a pack is that of the pack.
        let has_pack = |language: &ForeignLanguage| packs.iter().any(|pack| pack.code == language.code);
        let none: (&[String], &[String], &[String]) = Default::default();
        let of_packs = packs.iter().map(|pack| {
            let language = &pack.language;
            (language.function_words.as_slice(), pack.figure_words.as_slice(), language.letters.as_slice())
        });
        let others = foreign.iter().map(|language| match has_pack(language) {
            true => none,
            false => (language.function_words.as_slice(), none.1, language.letters.as_slice()),
        });
        let mut words: FxHashMap<Box<str>, Vec<u8>> = FxHashMap::default();
        let mut letters = Vec::new();
        for (index, (list, more, ranges)) in (0..u8::MAX).zip(of_packs.chain(others)) {
            for word in list.iter().chain(more) {
                let languages = words.entry(word.as_str().into()).or_default();
                if languages.last() != Some(&index) {
                    languages.push(index);
                }
            }
            if !ranges.is_empty() {
                letters.push((usize::from(index), ranges.iter().filter_map(|range| ends(range)).collect()));
            }
        }
        let size = |range: &RangeInclusive<char>| u32::from(*range.end()).saturating_sub(u32::from(*range.start()));
        letters.sort_by_key(|(_, ranges): &(usize, Vec<_>)| ranges.iter().map(size).sum::<u32>());
        let reads: Vec<bool> = packs.iter().map(|pack| pack.reads).chain(foreign.iter().map(|_| false)).collect();
        let fallback = packs.iter().position(|pack| pack.reads && pack.language.fallback);
        let fallback = fallback.or_else(|| reads.iter().position(|reads| *reads)).unwrap_or_default();
        Detector { words, letters, reads, fallback }
    }

    /// The language whose words are commonest in the text.
    pub fn detect(&self, text: &str) -> Detected {
        let mut end = text.len().min(SAMPLE);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let (mut tokens, mut folded) = (Vec::new(), String::new());
        tokenize(text, 0, end, &Elisions::default(), &mut tokens);
        let mut scores = vec![0u32; self.reads.len()];
        let mut known: Vec<&[u8]> = Vec::new();
        let (mut words, mut strange) = (0, 0);
        for token in tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            words += 1;
            fold(token.text(text), &mut folded);
            match self.words.get(folded.as_str()) {
                Some(languages) => {
                    known.push(languages);
                    for index in languages {
                        scores[usize::from(*index)] += WEIGHT / languages.len() as u32;
                    }
                }
                None => strange += u32::from(!folded.starts_with(is_latin)),
            }
        }
        let first = self.best(&scores, |_| true);
        let next = self.best(&scores, |other| other != first);
        let likely = self.best(&scores, |index| self.reads[index]);
        let running = known.len() >= ENOUGH && known.len() as u32 * RARE >= words;
        // To read a text wrongly, with a warning, is better than not to read it: a language that cannot be read needs more.
        if running && ahead(&known, first, next, 1) && (first == likely || ahead(&known, first, likely, ENOUGH)) {
            return Detected::Clear(first);
        }
        if strange * 2 > words {
            return self.by_letters(&text[..end]).map_or(Detected::Unknown, Detected::Clear);
        }
        // Short texts are not doubted for what they do not say, but for what speaks as much for another language that is read.
        let rival = self.best(&scores, |other| other != likely && self.reads[other]);
        let told = || known.is_empty() || likely == self.fallback || ahead(&known, likely, rival, 1);
        if words < FEW_WORDS && first == likely && told() { Detected::Clear(likely) } else { Detected::Unsure(likely) }
    }

    /// The language whose letters the text is written in.
    fn by_letters(&self, text: &str) -> Option<usize> {
        let all = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let told = |ranges: &[RangeInclusive<char>]| {
            text.chars().filter(|letter| ranges.iter().any(|range| range.contains(letter))).count()
        };
        self.letters.iter().find(|(_, ranges)| told(ranges) * TELLING > all).map(|(index, _)| *index)
    }

    /// The first of the wanted languages that have the highest score; the fallback, if it is one of them.
    fn best(&self, scores: &[u32], wanted: impl Fn(usize) -> bool) -> usize {
        let candidates = scores.iter().enumerate().filter(|(index, _)| wanted(*index));
        let rank = |(index, score): &(usize, &u32)| (**score, *index == self.fallback);
        candidates.rev().max_by_key(rank).map_or(0, |(index, _)| index)
    }
}

/// Is it a range of letters?
pub(super) fn is_range(range: &str) -> bool {
    ends(range).is_some()
}

/// The first and the last letter of "a-z".
fn ends(range: &str) -> Option<RangeInclusive<char>> {
    let mut letters = range.chars();
    let (first, dash, last) = (letters.next()?, letters.next()?, letters.next()?);
    (dash == '-' && letters.next().is_none()).then_some(first..=last)
}

/// Of the words that only one of two languages has, do clearly more speak for the first, by so many at least?
fn ahead(known: &[&[u8]], first: usize, second: usize, lead: usize) -> bool {
    let has = |languages: &&&[u8], index: usize| languages.iter().any(|language| usize::from(*language) == index);
    let own = |one, other| known.iter().filter(|languages| has(languages, one) && !has(languages, other)).count();
    let (ours, theirs) = (own(first, second), own(second, first));
    ours >= theirs + theirs / 2 + lead
}

/// Is it a letter of the Latin script?
fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}
