//! `Lexicon`: which words belong to which classes, with which value. Also compiled into `build.rs`, which stores the
//! lexicons of our languages in this form, so that opening one allocates little more than their arrays.

use super::texts::{Names, Texts};
use super::token::{Case, Elisions, Token, fold, tokenize};
use crate::data::DataError;
use crate::language::file::{Grammar, LexiconFile};
use crate::nearest::did_you_mean;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Index of a class of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Word(u32);

impl Word {
    /// A word that the pack does not know.
    pub const UNKNOWN: Word = Word(u32::MAX);

    /// The index itself.
    pub fn index(self) -> u32 {
        self.0
    }
}

/// What a word is, or a phrase that it begins.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    /// The second word of a phrase, else `UNKNOWN`; most phrases that a common word begins are ruled out by it.
    second: Word,
    /// The tokens after the first: a part of `Lexicon::rests`.
    rest: (u32, u8),
    /// The first token as written, where its case matters: index into `Lexicon::written`, one more; else 0.
    written: u32,
    class: Class,
    value: u32,
}

/// All words of a language that mean something to addsup.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    classes: Names,
    values: Texts,
    /// Where the values of each class stand.
    class_values: Vec<Range<u32>>,
    words: Names,
    /// What the words begin, in the order of the words.
    entries: Vec<Entry>,
    /// Where the entries of each word start; one more than there are words with entries.
    starts: Vec<u32>,
    /// Words and glue of the tokens after the first of all phrases.
    rests: Vec<(Word, bool)>,
    written: Texts,
    /// The words of the class `elision`.
    elisions: Elisions,
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
    /// The lexicon of a pack, and the words of its patterns.
    ///
    /// # Errors
    /// A word without a letter, digit or sign, or one of more than 255 tokens.
    pub fn of(grammar: &Grammar) -> Result<Self, DataError> {
        let mut lexicon = Lexicon::new(&grammar.lexicon)?;
        let forms = grammar.forms.form.iter().flat_map(|form| &form.patterns);
        let constructions = grammar.constructions.construction.iter().flat_map(|construction| &construction.patterns);
        forms.chain(constructions).for_each(|pattern| lexicon.know_pattern(pattern));
        Ok(lexicon)
    }

    /// Opens a lexicon that was stored.
    ///
    /// # Errors
    /// Only if the program was built wrongly.
    pub fn open(bytes: &[u8]) -> Result<Self, DataError> {
        let broken = |_| DataError::here("the data inside the program cannot be read");
        let mut lexicon: Lexicon = postcard::from_bytes(bytes).map_err(broken)?;
        lexicon.classes.index();
        lexicon.words.index();
        Ok(lexicon)
    }

    /// Builds the lexicon of a pack.
    ///
    /// # Errors
    /// A word without a letter, digit or sign, or one of more than 255 tokens.
    pub fn new(file: &LexiconFile) -> Result<Self, DataError> {
        let elisions = file.classes.get("elision").into_iter().flat_map(|values| values.values().flatten());
        let mut lexicon = Lexicon { elisions: Elisions::new(elisions), ..Lexicon::default() };
        let mut entries: Vec<(Word, Entry)> = Vec::new();
        let (mut tokens, mut folded) = (Vec::new(), String::new());
        for (class_name, values) in &file.classes {
            let class = Class(lexicon.classes.know(class_name) as u16);
            let values_from = lexicon.values.len();
            for (value_name, words) in values {
                let value = lexicon.values.push(value_name);
                for word in words {
                    tokens.clear();
                    tokenize(word, 0, word.len(), &lexicon.elisions, &mut tokens);
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
                    let written =
                        if first.case == Case::Lower { 0 } else { lexicon.written.push(first.text(word)) + 1 };
                    let from = lexicon.rests.len();
                    for token in rest {
                        fold(token.text(word), &mut folded);
                        let known = lexicon.know(&folded);
                        lexicon.rests.push((known, token.glued));
                    }
                    let second = lexicon.rests.get(from).map_or(Word::UNKNOWN, |(word, _)| *word);
                    fold(first.text(word), &mut folded);
                    let rest = (from as u32, rest.len() as u8);
                    entries.push((lexicon.know(&folded), Entry { second, rest, written, class, value }));
                }
            }
            lexicon.class_values.push(values_from..lexicon.values.len());
        }
        entries.sort_by_key(|(word, _)| *word);
        let words = lexicon.words.len();
        lexicon.starts = (0..=words).map(|at| entries.partition_point(|(Word(word), _)| *word < at) as u32).collect();
        lexicon.entries = entries.into_iter().map(|(_, entry)| entry).collect();
        Ok(lexicon)
    }

    /// Cuts `text[from..to]` into tokens, as the language writes its words.
    pub fn tokenize(&self, text: &str, from: usize, to: usize, tokens: &mut Vec<Token>) {
        tokenize(text, from, to, &self.elisions, tokens);
    }

    /// The words of a class that are one token, folded, with their values.
    pub fn single_words(&self, class: Class) -> impl Iterator<Item = (&str, u32)> {
        (0..self.words.len()).flat_map(move |word| {
            let alone = move |entry: &&Entry| entry.class == class && entry.rest.1 == 0;
            self.entries(Word(word)).iter().filter(alone).map(move |entry| (self.words.get(word), entry.value))
        })
    }

    /// The word of that folded text, made known if it is new.
    fn know(&mut self, folded: &str) -> Word {
        Word(self.words.know(folded))
    }

    /// What a word begins.
    fn entries(&self, word: Word) -> &[Entry] {
        let Word(at) = word;
        match (self.starts.get(at as usize), self.starts.get((at as usize).wrapping_add(1))) {
            (Some(&from), Some(&to)) => &self.entries[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Tokens of a phrase after the first.
    fn rest(&self, entry: &Entry) -> &[(Word, bool)] {
        let (from, len) = entry.rest;
        &self.rests[from as usize..from as usize + usize::from(len)]
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
            self.tokenize(source, from, to, &mut tokens);
            if close == '"' {
                self.tokenize(source, inner, end, &mut tokens);
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
        self.words.find(folded).map_or(Word::UNKNOWN, Word)
    }

    /// The class of that name, if the pack has it.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.classes.find(name).map(|class| Class(class as u16))
    }

    /// What to say of a class that it does not have.
    pub fn no_class(&self, name: &str) -> String {
        format!("the lexicon has no class {name:?}{}", did_you_mean(name, self.class_names()))
    }

    /// Names of all classes.
    pub fn class_names(&self) -> impl Iterator<Item = &str> {
        self.classes.iter()
    }

    /// All classes.
    pub fn classes(&self) -> impl Iterator<Item = Class> {
        (0..self.classes.len() as u16).map(Class)
    }

    /// The value that the class `lemma` gives a folded word.
    pub fn lemma(&self, folded: &str) -> Option<&str> {
        let class = self.class("lemma")?;
        let mut entries = self.entries(self.word(folded)).iter();
        let entry = entries.find(|entry| entry.class == class && entry.second == Word::UNKNOWN)?;
        Some(self.value(entry.value))
    }

    /// Text of a value.
    pub fn value(&self, value: u32) -> &str {
        self.values.get(value)
    }

    /// The index of a value of a class.
    pub fn value_of(&self, class: Class, value: &str) -> Option<u32> {
        self.class_values[usize::from(class.0)].clone().find(|index| self.value(*index) == value)
    }

    /// Finds the words and senses of all tokens.
    pub fn senses(&self, text: &str, tokens: &[Token]) -> Senses {
        let mut folded = String::new();
        let word = |token: &Token| {
            let word = token.text(text);
            if word.is_ascii() {
                return self.words.find_lower(word).map_or(Word::UNKNOWN, Word);
            }
            fold(word, &mut folded);
            self.word(&folded)
        };
        let words: Vec<Word> = tokens.iter().map(word).collect();
        // Frequent words have several.
        let mut senses = Vec::with_capacity(2 * tokens.len());
        let mut offsets = Vec::with_capacity(tokens.len() + 1);
        for (at, token) in tokens.iter().enumerate() {
            offsets.push(senses.len() as u32);
            let next = words.get(at + 1).copied();
            let possible = |entry: &&Entry| entry.second == Word::UNKNOWN || Some(entry.second) == next;
            for entry in self.entries(words[at]).iter().filter(possible) {
                let wanted_case = entry.written == 0 || self.written.get(entry.written - 1) == token.text(text);
                let follows = (wanted_case || token.case == Case::Upper)
                    && self.rest(entry).iter().enumerate().all(|(offset, (rest, glued))| {
                        let next = at + 1 + offset;
                        words.get(next) == Some(rest) && tokens[next].glued == *glued
                    });
                if follows {
                    senses.push(Sense { class: entry.class, len: entry.rest.1 + 1, value: entry.value });
                }
            }
        }
        offsets.push(senses.len() as u32);
        Senses { senses, offsets, words }
    }
}
