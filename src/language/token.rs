//! Cutting text into tokens: words, runs of digits, single symbols. White space is no token; `glued` says that there
//! was none before a token.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with apostrophes between them.
    Word,
    /// Decimal digits, of one script or several.
    Digits,
    /// Any other single character.
    Symbol,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// No capital first letter.
    Lower,
    /// First letter a capital, some letter not.
    Capital,
    /// All capitals (two letters or more).
    Upper,
}

/// The zeros of the decimal digits beyond ASCII (general category Nd, Unicode 14); the other nine of each follow it.
const ZEROS: [char; 65] = [
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{ff10}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1d7ce}',
    '\u{1d7d8}',
    '\u{1d7e2}',
    '\u{1d7ec}',
    '\u{1d7f6}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e950}',
    '\u{1fbf0}',
];

/// The value of a decimal digit of any script.
fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= c)].last()?;
    u8::try_from(u32::from(c) - u32::from(*zero)).ok().filter(|value| *value < 10)
}

/// A token of a text; places are bytes of that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// No white space before it (and it is not the first).
    pub glued: bool,
}

impl Token {
    /// The token's own text.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// The digits of a run of digits, in ASCII.
    pub fn digits<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let text = self.text(text);
        if text.is_ascii() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().filter_map(digit).map(|value| char::from(b'0' + value)).collect())
    }
}

/// Is it a sign that stands for letters left out?
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}')
}

/// Words that lose their end before the next one and are written in one with it, folded, with their apostrophe: "l'", "dell'".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elisions(Vec<Box<str>>);

impl Elisions {
    /// Of the words as they are written.
    pub fn new<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let folded = |word: &String| {
            let mut folded = String::new();
            fold(word, &mut folded);
            folded.into()
        };
        Elisions(words.map(folded).collect())
    }

    /// Is it such a word, before its apostrophe?
    fn hold(&self, word: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let mut folded = String::new();
        fold(word, &mut folded);
        self.0.iter().any(|known| known.strip_suffix('\'').is_some_and(|known| known == folded))
    }
}

/// Cuts `text[from..to]` into `tokens`. Texts beyond 4 GiB must be cut into segments by the caller.
pub fn tokenize(text: &str, from: usize, to: usize, elisions: &Elisions, tokens: &mut Vec<Token>) {
    let mut glued = false;
    let mut at = from;
    let piece = &text[..to];
    let next_char = |at: usize| piece[at..].chars().next();
    while let Some(c) = next_char(at) {
        let start = at;
        let mut case = Case::Lower;
        let kind = if c.is_ascii_digit() {
            while at < to && piece.as_bytes()[at].is_ascii_digit() {
                at += 1;
            }
            TokenKind::Digits
        } else if is_letter(c) {
            let (mut letters, mut capitals) = (0u32, 0u32);
            loop {
                // Most letters are ASCII, and need no decoding.
                while let Some(byte) = piece.as_bytes().get(at).filter(|byte| byte.is_ascii_alphabetic()) {
                    letters += 1;
                    capitals += u32::from(byte.is_ascii_uppercase());
                    at += 1;
                }
                let Some(d) = next_char(at) else { break };
                if is_apostrophe(d) && elides(&piece[at + d.len_utf8()..]) && elisions.hold(&piece[start..at]) {
                    at += d.len_utf8();
                    break;
                }
                let joins = is_apostrophe(d) && joins_word(&piece[at + d.len_utf8()..]);
                if !is_letter(d) && !joins {
                    break;
                }
                letters += 1;
                capitals += u32::from(d.is_uppercase());
                at += d.len_utf8();
            }
            if c.is_uppercase() {
                case = if capitals == letters && letters > 1 { Case::Upper } else { Case::Capital };
            }
            TokenKind::Word
        } else if !c.is_ascii() && digit(c).is_some() {
            while let Some(d) = next_char(at).filter(|d| digit(*d).is_some()) {
                at += d.len_utf8();
            }
            TokenKind::Digits
        } else {
            at += c.len_utf8();
            if c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}') {
                glued = false;
                continue;
            }
            TokenKind::Symbol
        };
        tokens.push(Token { start: start as u32, end: at as u32, kind, case, glued });
        glued = true;
    }
}

/// Does what stands behind an apostrophe let it end a word that lost its end?
fn elides(rest: &str) -> bool {
    rest.chars().next().is_none_or(char::is_alphanumeric)
}

/// Does an apostrophe before `rest` stand inside a word? Yes before a letter (Jum'at, o'clock), but a lone `s` after it
/// is a token of its own (China's).
fn joins_word(rest: &str) -> bool {
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return false };
    if !is_letter(first) {
        return false;
    }
    let lone = !chars.next().is_some_and(is_letter);
    !(lone && matches!(first, 's' | 'S'))
}

/// Lower case with straight apostrophes: the form under which lexicons store words.
pub fn fold(word: &str, into: &mut String) {
    into.clear();
    if word.is_ascii() {
        into.push_str(word);
        into.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        if is_apostrophe(c) {
            into.push('\'');
        } else {
            into.extend(c.to_lowercase());
        }
    }
}
