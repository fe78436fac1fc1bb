//! Reading numerals: digits in either convention of separators, number words, scale words, halves.
//!
//! The words come from the lexicon, through classes with a numeric value:
//! `number` (one … twenty, thirty; sebelas), `teen` (belas: adds ten to the digit before it), `multiplier` (puluh,
//! ratus, hundred, dozen: multiplies the last part), `scale` (thousand, ribu …: multiplies everything since the last scale),
//! `scale-glued` (m, b: scale words only where nothing stands before them: 35m), `one-scale` (seribu, sejuta: a scale word that already says one), `article` (a, an: one, before a multiplier or scale),
//! `number-and` (joins hundreds and the rest), `half`, `and-half` (adds a half), `decimal-word` (koma, point), `denominator` (fifths: what was joined on is a fraction).

mod joined;
mod words;

use super::digits::{power_of_ten, read_digits};
use super::lexicon::{Class, Lexicon, Sense, Senses};
use super::token::{Token, TokenKind};
use crate::value::Decimal;
use joined::Joined;
use words::{Part, Words, place};

/// A numeral as read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Number before the scale words, with its written decimals.
    pub mantissa: Decimal,
    /// Product of the scale words.
    pub magnitude: Decimal,
    /// Token after the last.
    pub end: usize,
    /// Token after the digits, before any scale words; the same as `end` where those are part of the number.
    pub digits_end: usize,
    /// Written in words, not digits.
    pub words: bool,
    /// Too large for exact arithmetic: it is a figure, but nothing is known about it.
    pub unknown: bool,
    /// More than digits: a sign, separators, words or scale words.
    pub plain_digits: bool,
}

impl Numeral {
    /// A number without scale words that ends before token `end`.
    fn new(mantissa: Decimal, end: usize) -> Self {
        let magnitude = Decimal::ONE;
        Numeral { mantissa, magnitude, end, digits_end: end, words: false, unknown: false, plain_digits: false }
    }
}

/// Which separator stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberStyle {
    /// Sign before the decimals.
    pub decimal: char,
    /// Sign between groups.
    pub group: char,
}

/// The classes that numerals are made of.
#[derive(Debug)]
pub struct NumeralClasses {
    number: Option<Class>,
    teen: Option<Class>,
    multiplier: Option<Class>,
    scale: Option<Class>,
    scale_glued: Option<Class>,
    one_scale: Option<Class>,
    article: Option<Class>,
    and: Option<Class>,
    half: Option<Class>,
    and_half: Option<Class>,
    decimal_word: Option<Class>,
    denominator: Option<Class>,
    /// Parts of numerals in one word, where the language writes such.
    pub(super) joined: Option<Joined>,
}

/// A text with everything that numerals need.
#[derive(Clone, Copy)]
pub struct NumeralText<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Their senses.
    pub senses: &'a Senses,
    /// The language's words.
    pub lexicon: &'a Lexicon,
    /// Separators.
    pub style: NumberStyle,
}

impl NumeralClasses {
    /// Looks the classes up. `joined`: numerals are written in one word ("zweihundertzwanzig").
    pub fn new(lexicon: &Lexicon, joined: bool) -> Self {
        NumeralClasses {
            number: lexicon.class("number"),
            teen: lexicon.class("teen"),
            multiplier: lexicon.class("multiplier"),
            scale: lexicon.class("scale"),
            scale_glued: lexicon.class("scale-glued"),
            one_scale: lexicon.class("one-scale"),
            article: lexicon.class("article"),
            and: lexicon.class("number-and"),
            half: lexicon.class("half"),
            and_half: lexicon.class("and-half"),
            decimal_word: lexicon.class("decimal-word"),
            denominator: lexicon.class("denominator"),
            joined: joined.then(|| Joined::new(lexicon)),
        }
    }

    /// The classes of words that a numeral can start with.
    pub fn openers(&self) -> impl Iterator<Item = Class> {
        [self.number, self.one_scale, self.article, self.half].into_iter().flatten()
    }

    /// Reads the numeral that starts at token `at`.
    pub fn read(&self, t: NumeralText<'_>, at: usize) -> Option<Numeral> {
        let token = t.tokens.get(at)?;
        if token.kind == TokenKind::Symbol && token.text(t.text).chars().eq([t.style.decimal]) {
            return self.bare_decimals(t, at);
        }
        let negative = token.kind == TokenKind::Symbol && matches!(token.text(t.text), "-" | "−" | "–");
        let first = at + usize::from(negative);
        let digits = t.tokens.get(first)?.kind == TokenKind::Digits;
        if negative && !(digits && t.tokens[first].glued && is_free(t.text, t.tokens, at)) {
            return None;
        }
        let mut numeral = if digits { self.digits(t, first)? } else { self.words(t, at)? };
        if negative {
            numeral.mantissa.set_sign_negative(true);
            numeral.plain_digits = false;
        }
        Some(numeral)
    }

    /// ".534": decimals without a whole part.
    fn bare_decimals(&self, t: NumeralText<'_>, at: usize) -> Option<Numeral> {
        let (point, digits) = (t.tokens.get(at)?, t.tokens.get(at + 1)?);
        (!point.glued && digits.glued && digits.kind == TokenKind::Digits).then_some(())?;
        let mantissa: Decimal = format!("0.{}", digits.digits(t.text)).parse().ok()?;
        let end = at + 2;
        let mut numeral = Numeral::new(mantissa, end);
        self.scales(t, &mut numeral);
        Some(numeral)
    }

    fn sense(&self, t: NumeralText<'_>, at: usize, class: Option<Class>) -> Option<(Sense, Decimal)> {
        let class = class?;
        let sense = t.senses.at(at).iter().filter(|sense| sense.class == class).max_by_key(|sense| sense.len)?;
        Some((*sense, t.lexicon.value(sense.value).parse().unwrap_or(Decimal::ONE)))
    }

    /// Digits, then scale words: 3,5 miliar; 2 juta 300 ribu.
    fn digits(&self, t: NumeralText<'_>, at: usize) -> Option<Numeral> {
        let (mantissa, end, plain) = read_digits(t, at);
        let unknown = mantissa.is_none();
        let mut numeral = Numeral { unknown, plain_digits: plain, ..Numeral::new(mantissa.unwrap_or_default(), end) };
        if let Some((power, end)) = power_of_ten(t, &numeral) {
            // "10^6" is one of it.
            let bare = t.tokens[end - 2].text(t.text) == "^" && end == numeral.end + 2;
            numeral.mantissa = if bare { Decimal::ONE } else { numeral.mantissa };
            return Some(Numeral { magnitude: power, end, digits_end: end, plain_digits: false, ..numeral });
        }
        self.and_half(t, &mut numeral);
        numeral.digits_end = numeral.end;
        if !self.scales(t, &mut numeral) {
            return Some(numeral);
        }
        if t.tokens.get(numeral.end).is_some_and(|token| token.kind == TokenKind::Word) {
            self.scaled_half(t, &mut numeral);
        }
        // A lower scale with its own number continues the figure: 2 juta 300 ribu.
        while let Some(token) = t.tokens.get(numeral.end)
            && token.kind == TokenKind::Digits
            && !token.glued
            && !numeral.unknown
        {
            let (more, end, _) = read_digits(t, numeral.end);
            let mut next = Numeral::new(more?, end);
            if !self.scales(t, &mut next) || next.magnitude >= numeral.magnitude {
                break;
            }
            let Some(sum) = joined(numeral.mantissa, numeral.magnitude, next.mantissa, next.magnitude) else {
                break;
            };
            numeral.mantissa = sum;
            numeral.end = next.end;
            numeral.digits_end = next.end;
        }
        Some(numeral)
    }

    /// Takes the scale words at the end of a numeral. Returns whether there were any.
    fn scales(&self, t: NumeralText<'_>, numeral: &mut Numeral) -> bool {
        let mut any = false;
        while let Some((sense, value)) = self.sense(t, numeral.end, self.scale).or_else(|| {
            let glued = t.tokens.get(numeral.end).is_some_and(|token| token.glued);
            self.sense(t, numeral.end, if glued { self.scale_glued } else { self.multiplier })
        }) {
            match numeral.magnitude.checked_mul(value) {
                Some(product) => numeral.magnitude = product,
                None => numeral.unknown = true,
            }
            numeral.end += usize::from(sense.len);
            numeral.plain_digits = false;
            any = true;
        }
        if !any
            && let Some(token) = t.tokens.get(numeral.end)
            && token.glued
            && token.text(t.text) == "-"
            && t.tokens.get(numeral.end + 1).is_some_and(|next| next.glued)
            && let Some((sense, value)) = self.sense(t, numeral.end + 1, self.scale)
        {
            numeral.magnitude = value;
            numeral.end += 1 + usize::from(sense.len);
            numeral.plain_digits = false;
            any = true;
        }
        any
    }

    fn and_half(&self, t: NumeralText<'_>, numeral: &mut Numeral) {
        if let Some((sense, half)) = self.sense(t, numeral.end, self.and_half)
            && let Some(sum) = numeral.mantissa.checked_add(half)
        {
            numeral.mantissa = sum;
            numeral.end += usize::from(sense.len);
            numeral.plain_digits = false;
        }
    }

    /// "3 million and a half"; in "a million and a quarter million" another number begins.
    fn scaled_half(&self, t: NumeralText<'_>, numeral: &mut Numeral) {
        let mut longer = *numeral;
        self.and_half(t, &mut longer);
        if self.sense(t, longer.end, self.scale).is_none() {
            *numeral = longer;
        }
    }

    /// Number words: dua puluh satu; twenty-one thousand; half a million.
    fn words(&self, t: NumeralText<'_>, at: usize) -> Option<Numeral> {
        let mut state = Words::default();
        let mut at = at;
        if let Some((sense, value)) = self.sense(t, at, self.half)
            && let Some(numeral) = self.half_of(t, at + usize::from(sense.len), value)
        {
            return Some(numeral);
        }
        if let Some((sense, _)) = self.sense(t, at, self.article) {
            let next = at + usize::from(sense.len);
            self.sense(t, next, self.multiplier).or_else(|| self.sense(t, next, self.scale))?;
            state.last = Some(Decimal::ONE);
            at = next;
        }
        let mut end = None;
        // The numeral up to its last scale word, or to where the last part was joined on.
        let mut before = None;
        loop {
            let mut here = at;
            // Joiners: "twenty-one", "one hundred and five" - only between words of the numeral.
            if end.is_some() {
                if t.tokens.get(here).is_some_and(|token| token.glued && token.text(t.text) == "-") {
                    here += 1;
                } else if let Some((sense, _)) = self.sense(t, here, self.and)
                    && self.sense(t, here, self.and_half).is_none()
                    && state.last.is_none_or(|last| place(last) >= Decimal::ONE_HUNDRED)
                {
                    before = Some((state, here));
                    state.joined = true;
                    here += usize::from(sense.len);
                } else if state.last.is_none() && self.hundreds_behind_comma(t, here) {
                    here += 1;
                }
            }
            let Some(next) = self.word(t, here, &mut state) else {
                break;
            };
            at = next;
            end = Some(next);
            if state.last.is_none() {
                before = Some((state, next));
            }
        }
        // "Three million and five million", "one hundred and two hundred": what does not fit begins another number.
        let joined = before.is_some_and(|(_, until)| until < at);
        let unfit = self.sense(t, at, self.scale).or_else(|| self.sense(t, at, self.multiplier)).is_some()
            || joined && self.sense(t, at, self.denominator).is_some_and(|(_, parts)| state.last < Some(parts));
        if let Some((whole, until)) = before.filter(|_| unfit) {
            (state, end) = (whole, Some(until));
        }
        let mut numeral = state.numeral(end?)?;
        if let Some((sense, _)) = self.sense(t, numeral.end, self.decimal_word)
            && numeral.magnitude == Decimal::ONE
        {
            self.decimal_words(t, &mut numeral, usize::from(sense.len));
        }
        if numeral.magnitude > Decimal::ONE {
            self.scaled_half(t, &mut numeral);
            return Some(numeral);
        }
        self.and_half(t, &mut numeral);
        // "two and a half million": the scale comes after the half.
        self.scales(t, &mut numeral);
        Some(numeral)
    }

    /// "Three million, two hundred": a comma as between groups of digits.
    fn hundreds_behind_comma(&self, t: NumeralText<'_>, at: usize) -> bool {
        let comma = t.tokens.get(at).is_some_and(|token| token.glued && token.text(t.text).chars().eq([t.style.group]));
        comma
            && self.sense(t, at + 1, self.number).is_some_and(|(sense, _)| {
                let next = self.sense(t, at + 1 + usize::from(sense.len), self.multiplier);
                next.is_some_and(|(_, value)| value >= Decimal::ONE_HUNDRED)
            })
    }

    /// One more word of a numeral: where it ends, or `None` if it does not continue the numeral.
    fn word(&self, t: NumeralText<'_>, at: usize, state: &mut Words) -> Option<usize> {
        let classes = [
            (self.number, Part::Number),
            (self.teen, Part::Teen),
            (self.multiplier, Part::Multiplier),
            (self.one_scale, Part::OneScale),
            (self.scale, Part::Scale),
        ];
        // "Cent" is a hundred alone, and a hundred times what stands before it.
        for (class, part) in classes {
            if let Some((sense, value)) = self.sense(t, at, class)
                && state.take(part, value)
            {
                return Some(at + usize::from(sense.len));
            }
        }
        let joined = self.joined.as_ref().filter(|_| t.senses.at(at).is_empty())?;
        let token = t.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
        *state = joined.read(token.text(t.text), *state)?;
        Some(at + 1)
    }

    /// "half a million", "setengah juta", "half a dozen"; a half alone is a fraction, no numeral.
    fn half_of(&self, t: NumeralText<'_>, mut at: usize, half: Decimal) -> Option<Numeral> {
        if let Some((sense, _)) = self.sense(t, at, self.article) {
            at += usize::from(sense.len);
        }
        let mut numeral = Numeral { words: true, ..Numeral::new(half, at) };
        self.scales(t, &mut numeral).then_some(numeral)
    }

    fn decimal_words(&self, t: NumeralText<'_>, numeral: &mut Numeral, joiner: usize) {
        let mut at = numeral.end + joiner;
        let mut digits = 0u32;
        while let Some((sense, value)) = self.sense(t, at, self.number)
            && value < Decimal::TEN
            && digits < 9
        {
            digits += 1;
            let Some(sum) = value.checked_mul(Decimal::new(1, digits)).and_then(|v| v.checked_add(numeral.mantissa))
            else {
                return;
            };
            numeral.mantissa = sum;
            at += usize::from(sense.len);
        }
        if digits > 0 {
            numeral.end = at;
        }
    }
}

/// Does nothing but an opening bracket stand directly before the token?
pub fn is_free(text: &str, tokens: &[Token], at: usize) -> bool {
    !tokens[at].glued || at.checked_sub(1).is_some_and(|before| matches!(tokens[before].text(text), "(" | "["))
}

/// `a × s + b × t` as a multiple of `s`, written out to the last place of `b`.
fn joined(a: Decimal, s: Decimal, b: Decimal, t: Decimal) -> Option<Decimal> {
    b.checked_mul(t)?.checked_div(s)?.checked_add(a).map(|sum| sum.normalize())
}
