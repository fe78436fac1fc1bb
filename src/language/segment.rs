//! `Segment`: a run of text with its tokens and their senses, as patterns look at it.

use super::Language;
use super::lexicon::{Class, Sense, Senses};
use super::numeral::{NumberStyle, Numeral, NumeralText, is_free};
use super::pattern::{Key, Type};
use super::token::{Case, Token, TokenKind};

/// A run of text that is read by itself (a block, or a piece of a very long one).
pub struct Segment<'a> {
    /// The whole text; tokens count its bytes.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Senses of the tokens.
    pub senses: Senses,
    /// The language that it is read in.
    pub language: &'a Language,
    /// Separators of its numbers.
    style: NumberStyle,
    /// For each token, the keys of its word and its senses, as bits that patterns are ruled out by.
    keys: Vec<u64>,
    /// Its numerals by their first token, once they are read.
    numerals: Vec<(u32, Numeral)>,
}

impl<'a> Segment<'a> {
    /// Tokens and senses of `text[from..to]`.
    pub fn new(text: &'a str, from: usize, to: usize, language: &'a Language) -> Self {
        let mut tokens = Vec::with_capacity((to - from) / 5);
        language.lexicon.tokenize(text, from, to, &mut tokens);
        let senses = language.lexicon.senses(text, &tokens);
        let of_sense = |sense: &Sense| Key::class(sense.class).bit() | Key::value(sense.value).bit();
        let bits = |at: usize| {
            senses.at(at).iter().fold(Key::word(senses.word(at)).bit(), |bits, sense| bits | of_sense(sense))
        };
        let keys = (0..tokens.len()).map(bits).collect();
        Segment { text, tokens, senses, language, style: language.style, keys, numerals: Vec::new() }
    }

    /// The keys of the word and the senses at a token, as bits.
    pub(super) fn keys(&self, at: usize) -> u64 {
        self.keys.get(at).copied().unwrap_or_default()
    }

    /// Text of a token.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.text(self.text))
    }

    /// Text from one token to before another.
    pub fn words(&self, from: usize, to: usize) -> &'a str {
        match (self.tokens.get(from), self.tokens.get(to.wrapping_sub(1))) {
            (Some(first), Some(last)) if from < to => &self.text[first.start as usize..last.end as usize],
            _ => "",
        }
    }

    /// Is there a sign (or the point of ".5") directly before digits here, and nothing but a bracket directly before the
    /// sign?
    pub fn is_sign(&self, at: usize) -> bool {
        (matches!(self.word(at), "-" | "−" | "–") || self.word(at).chars().eq([self.style.decimal]))
            && is_free(self.text, &self.tokens, at)
            && self.tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Digits)
    }

    /// Reads all numerals, in that style of separators. Patterns ask for each of them many times.
    pub fn read_numerals(&mut self, style: NumberStyle) {
        self.style = style;
        let text = NumeralText {
            text: self.text,
            tokens: &self.tokens,
            senses: &self.senses,
            lexicon: &self.language.lexicon,
            style,
        };
        let numerals = &self.language.numerals;
        let starts = |at: usize| match self.tokens[at].kind {
            TokenKind::Digits => true,
            TokenKind::Symbol => self.is_sign(at),
            TokenKind::Word => {
                numerals.openers().any(|class| self.class_at(at, class).is_some()) || self.may_be_joined(at)
            }
        };
        let read = |at: usize| Some((at as u32, numerals.read(text, at)?));
        self.numerals = (0..self.tokens.len()).filter(|at| starts(*at)).filter_map(read).collect();
    }

    /// May the word be a numeral in one word, which no lexicon holds?
    fn may_be_joined(&self, at: usize) -> bool {
        self.language.numerals.joined.is_some() && self.senses.at(at).is_empty()
    }

    /// The numeral that starts at a token.
    pub fn numeral(&self, at: usize) -> Option<Numeral> {
        let index = self.numerals.binary_search_by_key(&(at as u32), |(start, _)| *start).ok()?;
        Some(self.numerals[index].1)
    }

    /// Does a phrase of the class start here? Gives its end and value.
    pub fn class_at(&self, at: usize, class: Class) -> Option<(usize, u32)> {
        if self.keys(at) & Key::class(class).bit() == 0 {
            return None;
        }
        let senses = self.senses.at(at).iter().filter(|sense| sense.class == class);
        senses.max_by_key(|sense| sense.len).map(|sense| (at + usize::from(sense.len), sense.value))
    }

    /// The phrase of a class (with that value) at a token after `skip` others: its end and value.
    pub fn nth_class(&self, at: usize, class: Class, value: Option<u32>, skip: usize) -> Option<(usize, u32)> {
        if self.keys(at) & Key::class(class).bit() == 0 {
            return None;
        }
        let fits = |sense: &&Sense| sense.class == class && value.is_none_or(|wanted| sense.value == wanted);
        let sense = self.senses.at(at).iter().filter(fits).nth(skip)?;
        Some((at + usize::from(sense.len), sense.value))
    }

    /// What code reads at a token: where it ends.
    pub fn typed(&self, at: usize, kind: Type) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let digits = token.digits(self.text);
        let len = digits.len();
        let small = |most: u8| len <= 2 && matches!(digits.parse::<u8>(), Ok(n) if (1..=most).contains(&n));
        let fits = match (kind, token.kind) {
            (Type::Word, TokenKind::Word) => true,
            (Type::Name, TokenKind::Word) => token.case != Case::Lower,
            (Type::Title, TokenKind::Word) => token.case == Case::Capital,
            // A word that begins a numeral is in the lexicon, or made of such.
            (Type::Number, TokenKind::Word) if self.senses.at(at).is_empty() && !self.may_be_joined(at) => false,
            (Type::Number, _) => return self.numeral(at).map(|numeral| numeral.end),
            (Type::Decimal, TokenKind::Digits) => return self.numeral(at).map(|numeral| numeral.digits_end),
            (Type::Int, TokenKind::Digits) => true,
            (Type::Digits(n), TokenKind::Digits) => len == usize::from(n),
            (Type::Day, TokenKind::Digits) => small(39),
            (Type::Month, TokenKind::Digits) => small(12),
            (Type::Year, TokenKind::Digits) => len == 4 && digits.starts_with(['1', '2']),
            _ => false,
        };
        fits.then_some(at + 1)
    }
}
