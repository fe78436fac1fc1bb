//! `Lexicon`: which words belong to which classes, with which value.

use super::token::{Case, Token, fold, tokenize};
use crate::data::DataError;
use crate::language::file::LexiconFile;
use rustc_hash::FxHashMap;

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

#[derive(Debug)]
struct Entry {
    /// Folded text and glue of the tokens after the first.
    rest: Box<[(Box<str>, bool)]>,
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
    words: FxHashMap<Box<str>, Vec<Entry>>,
}

/// Senses of the tokens of one segment of text.
#[derive(Debug, Default)]
pub struct Senses {
    senses: Vec<Sense>,
    /// Where the senses of each token start; one more than there are tokens.
    offsets: Vec<u32>,
}

impl Senses {
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
        let (mut tokens, mut folded) = (Vec::new(), String::new());
        for (class_name, values) in &file.classes {
            let class = lexicon.intern(class_name);
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
                    let rest = rest
                        .iter()
                        .map(|token| {
                            fold(token.text(word), &mut folded);
                            (folded.as_str().into(), token.glued)
                        })
                        .collect();
                    fold(first.text(word), &mut folded);
                    lexicon.words.entry(folded.as_str().into()).or_default().push(Entry {
                        rest,
                        written,
                        class,
                        value,
                    });
                }
            }
        }
        Ok(lexicon)
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

    /// All classes.
    pub fn classes(&self) -> impl Iterator<Item = Class> {
        (0..self.classes.len() as u16).map(Class)
    }

    /// The value that the class `lemma` gives a folded word.
    pub fn lemma(&self, folded: &str) -> Option<&str> {
        let class = self.class("lemma")?;
        let entry = self.words.get(folded)?.iter().find(|entry| entry.class == class && entry.rest.is_empty())?;
        Some(self.value(entry.value))
    }

    /// Name of a class.
    pub fn class_name(&self, class: Class) -> &str {
        &self.classes[class.0 as usize]
    }

    /// Text of a value.
    pub fn value(&self, value: u32) -> &str {
        &self.values[value as usize]
    }

    /// Finds the senses of all tokens.
    pub fn senses(&self, text: &str, tokens: &[Token]) -> Senses {
        let mut senses = Senses { senses: Vec::new(), offsets: Vec::with_capacity(tokens.len() + 1) };
        let (mut key, mut other) = (String::new(), String::new());
        for (at, token) in tokens.iter().enumerate() {
            senses.offsets.push(senses.senses.len() as u32);
            let word = token.text(text);
            fold(word, &mut key);
            let Some(entries) = self.words.get(key.as_str()) else {
                continue;
            };
            for entry in entries {
                if let Some(written) = &entry.written
                    && &**written != word
                    && token.case != Case::Upper
                {
                    continue;
                }
                let follows = entry.rest.iter().enumerate().all(|(offset, (rest, glued))| {
                    tokens.get(at + 1 + offset).is_some_and(|next| {
                        fold(next.text(text), &mut other);
                        other == **rest && next.glued == *glued
                    })
                });
                if follows {
                    senses.senses.push(Sense {
                        class: entry.class,
                        len: entry.rest.len() as u8 + 1,
                        value: entry.value,
                    });
                }
            }
        }
        senses.offsets.push(senses.senses.len() as u32);
        senses
    }
}
