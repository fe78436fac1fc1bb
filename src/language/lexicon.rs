//! `Lexicon`: which words belong to which classes, with which value.

use super::token::{Case, Token, fold, tokenize};
use crate::data::DataError;
use crate::language::file::LexiconFile;
use crate::nearest::did_you_mean;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Index of a class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Class(pub u16);

/// A word or phrase of the lexicon, found at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    /// Its class.
    pub class: Class,
    /// Number of tokens.
    pub len: u8,
    /// Index of its value (`Lexicon::value`).
    pub value: u32,
}

/// Index of a folded word that the pack names anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Word(u32);

impl Word {
    /// A word that the pack does not know.
    pub const UNKNOWN: Word = Word(u32::MAX);

    /// The index itself.
    pub fn index(self) -> u32 {
        self.0
    }
}

#[derive(Debug)]
struct Entry {
    /// The second word of a phrase; most phrases that a common word begins are ruled out by it.
    second: Option<Word>,
    /// Words and glue of the tokens after the first.
    rest: Box<[(Word, bool)]>,
    /// The first token as written, where its case matters.
    written: Option<Box<str>>,
    class: Class,
    value: u32,
}

/// All words of a language that mean something to addsup.
#[derive(Debug, Default)]
pub struct Lexicon {
    classes: Vec<Box<str>>,
    class_index: FxHashMap<Box<str>, Class>,
    values: Vec<Box<str>>,
    /// Where the values of each class stand.
    class_values: Vec<Range<u32>>,
    words: FxHashMap<Box<str>, Word>,
    /// What each word begins.
    entries: Vec<Vec<Entry>>,
}

/// Senses of the tokens of one segment of text.
#[derive(Debug, Default)]
pub struct Senses {
    senses: Vec<Sense>,
    /// Where the senses of each token start; one more than there are tokens.
    offsets: Vec<u32>,
    /// The tokens as words of the pack.
    words: Vec<Word>,
}

impl Senses {
    /// The word of a token.
    pub fn word(&self, token: usize) -> Word {
        self.words.get(token).copied().unwrap_or(Word::UNKNOWN)
    }

    /// The senses of phrases that start at a token.
    pub fn at(&self, token: usize) -> &[Sense] {
        match (self.offsets.get(token), self.offsets.get(token + 1)) {
            (Some(&from), Some(&to)) => &self.senses[from as usize..to as usize],
            _ => &[],
        }
    }
}

impl Lexicon {
    /// Builds the lexicon of a pack.
    ///
    /// # Errors
    /// A word without a letter, digit or sign, or one of more than 255 tokens.
    pub fn new(file: &LexiconFile) -> Result<Self, DataError> {
        let mut lexicon = Lexicon::default();
        let words = file.classes.values().flat_map(|values| values.values()).map(Vec::len).sum();
        lexicon.words.reserve(words);
        lexicon.entries.reserve(words);
        let (mut tokens, mut folded) = (Vec::new(), String::new());
        for (class_name, values) in &file.classes {
            let class = lexicon.intern(class_name);
            let values_from = lexicon.values.len() as u32;
            for (value_name, words) in values {
                let value = lexicon.values.len() as u32;
                lexicon.values.push(value_name.as_str().into());
                for word in words {
                    tokens.clear();
                    tokenize(word, 0, word.len(), &mut tokens);
                    let Some((first, rest)) = tokens.split_first() else {
                        return Err(DataError::here(format!(
                            "class {class_name:?}: a word without any letter or sign: {word:?}"
                        )));
                    };
                    if tokens.len() > usize::from(u8::MAX) {
                        return Err(DataError::here(format!(
                            "class {class_name:?}: a phrase of more than 255 words: {word:?}"
                        )));
                    }
                    let written = (first.case != Case::Lower).then(|| first.text(word).into());
                    let rest: Box<[(Word, bool)]> = rest
                        .iter()
                        .map(|token| {
                            fold(token.text(word), &mut folded);
                            (lexicon.know(&folded), token.glued)
                        })
                        .collect();
                    let second = rest.first().map(|(word, _)| *word);
                    fold(first.text(word), &mut folded);
                    let Word(index) = lexicon.know(&folded);
                    lexicon.entries[index as usize].push(Entry { second, rest, written, class, value });
                }
            }
            lexicon.class_values.push(values_from..lexicon.values.len() as u32);
        }
        Ok(lexicon)
    }

    /// The word of that folded text, made known if it is new.
    fn know(&mut self, folded: &str) -> Word {
        if let Some(&known) = self.words.get(folded) {
            return known;
        }
        let new = Word(self.entries.len() as u32);
        self.words.insert(folded.into(), new);
        self.entries.push(Vec::new());
        new
    }

    /// Makes every word of a pattern known, so that its literals can be compared by index.
    pub fn know_pattern(&mut self, source: &str) {
        let (mut tokens, mut folded) = (Vec::new(), String::new());
        let mut from = 0;
        while from < source.len() {
            // The names of classes and slots are no words; what stands in quotes is.
            let to = source[from..].find(['<', '{', '"']).map_or(source.len(), |at| from + at);
            let close = match source.as_bytes().get(to) {
                Some(b'<') => '>',
                Some(b'{') => '}',
                _ => '"',
            };
            let inner = (to + 1).min(source.len());
            let end = source[inner..].find(close).map_or(source.len(), |at| inner + at);
            tokens.clear();
            tokenize(source, from, to, &mut tokens);
            if close == '"' {
                tokenize(source, inner, end, &mut tokens);
            }
            for token in &tokens {
                fold(token.text(source), &mut folded);
                self.know(&folded);
            }
            from = (end + 1).min(source.len());
        }
    }

    /// The word of a folded text; `UNKNOWN` if the pack nowhere names it.
    pub fn word(&self, folded: &str) -> Word {
        self.words.get(folded).copied().unwrap_or(Word::UNKNOWN)
    }

    fn intern(&mut self, class: &str) -> Class {
        if let Some(&known) = self.class_index.get(class) {
            return known;
        }
        let new = Class(self.classes.len() as u16);
        self.classes.push(class.into());
        self.class_index.insert(class.into(), new);
        new
    }

    /// The class of that name, if the pack has it.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.class_index.get(name).copied()
    }

    /// What to say of a class that it does not have.
    pub fn no_class(&self, name: &str) -> String {
        format!("the lexicon has no class {name:?}{}", did_you_mean(name, self.classes.iter().map(|class| &**class)))
    }

    /// All classes.
    pub fn classes(&self) -> impl Iterator<Item = Class> {
        (0..self.classes.len() as u16).map(Class)
    }

    /// The value that the class `lemma` gives a folded word.
    pub fn lemma(&self, folded: &str) -> Option<&str> {
        let class = self.class("lemma")?;
        let Word(index) = *self.words.get(folded)?;
        let mut entries = self.entries[index as usize].iter();
        let entry = entries.find(|entry| entry.class == class && entry.rest.is_empty())?;
        Some(self.value(entry.value))
    }

    /// Text of a value.
    pub fn value(&self, value: u32) -> &str {
        &self.values[value as usize]
    }

    /// The index of a value of a class.
    pub fn value_of(&self, class: Class, value: &str) -> Option<u32> {
        self.class_values[usize::from(class.0)].clone().find(|index| self.value(*index) == value)
    }

    /// Finds the words and senses of all tokens.
    pub fn senses(&self, text: &str, tokens: &[Token]) -> Senses {
        let mut folded = String::new();
        let word = |token: &Token| {
            fold(token.text(text), &mut folded);
            self.word(&folded)
        };
        let words: Vec<Word> = tokens.iter().map(word).collect();
        let mut senses = Vec::new();
        let mut offsets = Vec::with_capacity(tokens.len() + 1);
        for (at, token) in tokens.iter().enumerate() {
            offsets.push(senses.len() as u32);
            let Some(entries) = self.entries.get(words[at].0 as usize) else { continue };
            let next = words.get(at + 1).copied();
            for entry in entries.iter().filter(|entry| entry.second.is_none() || entry.second == next) {
                let wanted_case = entry.written.as_deref().is_none_or(|written| written == token.text(text));
                let follows = (wanted_case || token.case == Case::Upper)
                    && entry.rest.iter().enumerate().all(|(offset, (rest, glued))| {
                        let next = at + 1 + offset;
                        words.get(next) == Some(rest) && tokens[next].glued == *glued
                    });
                if follows {
                    senses.push(Sense { class: entry.class, len: entry.rest.len() as u8 + 1, value: entry.value });
                }
            }
        }
        offsets.push(senses.len() as u32);
        Senses { senses, offsets, words }
    }
}
