//! Digits in either convention of separators, and which of the two a text keeps to.

use super::numeral::{NumberStyle, Numeral, NumeralText};
use super::token::{Token, TokenKind};
use crate::value::Decimal;
use std::borrow::Cow;

/// Reads a run of digits with separators. Gives the number (`None`: too long), the token after it, and whether it had no
/// separators.
pub(super) fn read_digits(t: NumeralText<'_>, at: usize) -> (Option<Decimal>, usize, bool) {
    let mut groups = vec![t.tokens[at].digits(t.text)];
    let mut signs: Vec<char> = Vec::new();
    let mut end = at + 1;
    if let Some(mut spaced) = spaced_groups(t, at) {
        let mut groups: String = t.tokens[at..spaced].iter().map(|token| token.text(t.text)).collect();
        if let (Some(sign), Some(digits)) = (t.tokens.get(spaced), t.tokens.get(spaced + 1))
            && sign.glued
            && digits.glued
            && digits.kind == TokenKind::Digits
            && sign.text(t.text).chars().eq([t.style.decimal])
        {
            groups.push('.');
            groups.push_str(digits.text(t.text));
            spaced += 2;
        }
        return (groups.parse().ok(), spaced, false);
    }
    while let (Some(sign), Some(digits)) = (t.tokens.get(end), t.tokens.get(end + 1)) {
        let mark = match sign.text(t.text).chars().next().unwrap_or(' ') {
            // Arabic digits have separators of their own.
            '\u{66b}' => t.style.decimal,
            '\u{66c}' => t.style.group,
            mark => mark,
        };
        if !(sign.glued && digits.glued && digits.kind == TokenKind::Digits && matches!(mark, '.' | ',' | '\'' | '’'))
        {
            break;
        }
        groups.push(digits.digits(t.text));
        signs.push(mark);
        end += 2;
    }
    let (whole, decimals) = split(&groups, &signs, t.style);
    // What does not read as one number is taken up to where it stops making sense: "3,4,5" is three numbers.
    let used = whole + usize::from(decimals);
    let end = at + 1 + 2 * (used - 1);
    let mut text: String = groups[..whole].concat();
    if decimals {
        text.push('.');
        text.push_str(&groups[whole]);
    }
    let value = if text.len() <= 28 { text.parse::<Decimal>().ok() } else { None };
    (value, end, used == 1)
}

/// The power of ten that a numeral in digits goes on with, and the token after it: "1.3e6", "2.7 × 10^4", "10^6".
pub(super) fn power_of_ten(t: NumeralText<'_>, numeral: &Numeral) -> Option<(Decimal, usize)> {
    let text = |at: usize| t.tokens.get(at).map(|token| token.text(t.text));
    let glued = |at: usize| t.tokens.get(at).is_some_and(|token| token.glued);
    let end = numeral.end;
    let sign = match text(end)? {
        "e" | "E" if numeral.mantissa.scale() > 0 => end,
        "^" if numeral.mantissa == Decimal::TEN => end,
        "×" | "x" | "*" if text(end + 1) == Some("10") && text(end + 2) == Some("^") => end + 2,
        _ => return None,
    };
    let exponent = text(sign + 1).filter(|_| glued(sign) && glued(sign + 1))?.parse::<u32>().ok()?;
    Some((10u64.checked_pow(exponent)?.into(), sign + 2))
}

/// The token after a number whose groups are set apart by spaces: by spaces that do not break, or by any if the language
/// writes so or the last group is all zeros, which stand nowhere by themselves ("40 000").
fn spaced_groups(t: NumeralText<'_>, at: usize) -> Option<usize> {
    let first = t.tokens[at].text(t.text);
    let next = t.tokens.get(at + 1)?;
    if next.kind != TokenKind::Digits || first.len() > 3 || first.starts_with('0') {
        return None;
    }
    let is_group = |token: &&Token| token.kind == TokenKind::Digits && !token.glued && token.end - token.start == 3;
    let end = at + 1 + t.tokens[at + 1..].iter().take(8).take_while(is_group).count();
    let firm = |pair: &[Token]| {
        let space = &t.text[pair[0].end as usize..pair[1].start as usize];
        matches!(space, "\u{a0}" | "\u{202f}" | "\u{2009}")
    };
    let firm = t.tokens[at..end].windows(2).all(firm);
    let zeros = t.tokens[end - 1].text(t.text) == "000";
    (end > at + 1 && (firm || zeros || t.style.group.is_whitespace())).then_some(end)
}

/// How many of the groups are the whole part, and is the next one the decimals?
fn split(groups: &[Cow<'_, str>], signs: &[char], style: NumberStyle) -> (usize, bool) {
    let Some(&first) = signs.first() else {
        return (1, false);
    };
    let three = |group: &&Cow<'_, str>| group.len() == 3;
    let leading = (1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0');
    // The longest run of one sign between groups of three digits.
    let run = signs.iter().take_while(|sign| **sign == first).count();
    let grouped = if leading { groups[1..=run].iter().take_while(|group| three(group)).count() } else { 0 };
    let last_sign = signs.get(grouped).copied();
    if grouped == 0 && lakhs(groups, signs, style) {
        return (groups.len(), false);
    }
    if grouped == 0 {
        // Only a dot or a comma brings decimals, and only once: 3,4,5 is a list.
        return (1, run == 1 && matches!(first, '.' | ','));
    }
    match last_sign {
        // 1.234,5: the other sign brings the decimals.
        Some(sign) if sign != first && matches!(sign, '.' | ',') => (grouped + 1, true),
        // 1.234.56 is no number in any convention.
        Some(_) => (1, false),
        None if grouped > 1 || first != style.decimal => (grouped + 1, false),
        None => (1, true),
    }
}

/// Is it grouped as in India, by two digits but for the last three ("12,34,567")?
fn lakhs(groups: &[Cow<'_, str>], signs: &[char], style: NumberStyle) -> bool {
    match groups {
        [first, middle @ .., last] if !middle.is_empty() => {
            (1..=2).contains(&first.len())
                && !first.starts_with('0')
                && middle.iter().all(|group| group.len() == 2)
                && last.len() == 3
                && signs.iter().all(|sign| *sign == style.group)
        }
        _ => false,
    }
}

/// Signs for or against the usual separators, counted over a whole article: `(usual, other way round)`.
pub fn style_evidence(text: &str, tokens: &[Token], style: NumberStyle) -> (usize, usize) {
    let (mut usual, mut other) = (0, 0);
    for window in tokens.windows(4) {
        let [before, sign, after, next] = window else {
            continue;
        };
        if before.kind != TokenKind::Digits || after.kind != TokenKind::Digits || !sign.glued || !after.glued {
            continue;
        }
        let mark = sign.text(text).chars().next().unwrap_or(' ');
        let percent = matches!(next.text(text), "%");
        // One or two digits before a percent sign are decimals.
        if percent && matches!(after.text(text).len(), 1 | 2) {
            if mark == style.decimal {
                usual += 1;
            } else if mark == style.group {
                other += 1;
            }
        }
    }
    (usual, other)
}
