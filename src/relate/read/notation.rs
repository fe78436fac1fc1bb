//! How numbers are written: the same number in digits and in words, digits beside a hedge, marks of decimals and of thousands.

use crate::extract::{Claim, ClaimId, Ledger, Mention, Passage};
use crate::language::TokenKind;
use crate::relate::link::{one, relation};
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::{Decimal, Hedge, Kind, Value, exact_mul};
use std::ops::Range;

fn has_digits(passage: &Passage<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| passage.segment.tokens[at].kind == TokenKind::Digits)
}

/// The number that a claim states, in the base unit of its dimension.
fn number(claim: &Claim) -> Option<Decimal> {
    let Some(Value::Number(number)) = claim.value else { return None };
    match &claim.unit {
        Some(unit) => exact_mul(number, unit.factor),
        None => Some(number),
    }
}

/// "42 (dua puluh empat)", "five million dollars ($500,000)": digits and words for one number.
pub(super) fn spelled(ledger: &Ledger, passage: &Passage<'_>, relations: &mut Vec<Relation>) {
    for (index, mention) in passage.mentions.iter().enumerate() {
        let claim = ledger.get(passage.claims[index]);
        let pair = within(passage, mention).map(|(digits, words)| ((claim.id, digits), (claim.id, words)));
        let pair = pair.or_else(|| {
            let next = ledger.get(*passage.claims.get(index + 1)?);
            beside(passage, index, claim, next)
        });
        if let Some(((first, digits), (second, words))) = pair {
            let slots = vec![("digits", Filler::Of(first, digits)), ("words", Filler::Of(second, words))];
            relations.push(relation("spelling", slots, Tie::Construction, "spelled"));
        }
    }
}

/// Both inside one figure: "42 (dua puluh empat) bulan".
fn within(passage: &Passage<'_>, mention: &Mention) -> Option<(Decimal, Decimal)> {
    let segment = &passage.segment;
    let open = mention.core.clone().find(|at| segment.word(*at) == "(")?;
    let whole = |at: usize| {
        let numeral = segment.numeral(at).filter(|numeral| !numeral.unknown)?;
        Some((exact_mul(numeral.mantissa, numeral.magnitude)?, numeral.words, numeral.end))
    };
    let (digits, false, _) = whole(mention.core.start)? else { return None };
    let (words, true, end) = whole(open + 1)? else { return None };
    (segment.tokens.get(end).is_some() && segment.word(end) == ")").then_some((digits, words))
}

/// Two figures, the second in brackets right behind the first.
fn beside(
    passage: &Passage<'_>,
    index: usize,
    first: &Claim,
    second: &Claim,
) -> Option<((ClaimId, Decimal), (ClaimId, Decimal))> {
    let segment = &passage.segment;
    let (a, b) = (&passage.mentions[index], passage.mentions.get(index + 1)?);
    let bracketed = b.tokens.start == a.tokens.end + 1
        && segment.word(a.tokens.end) == "("
        && b.tokens.end < segment.tokens.len()
        && segment.word(b.tokens.end) == ")";
    let same = first.kind == second.kind
        && matches!(first.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent)
        && first.unit.as_ref().map(|unit| &unit.code) == second.unit.as_ref().map(|unit| &unit.code);
    if !bracketed || !same || first.hedge.is_some() || second.hedge.is_some() {
        return None;
    }
    let (one, two) = ((first.id, number(first)?), (second.id, number(second)?));
    match (has_digits(passage, a.core.clone()), has_digits(passage, b.core.clone())) {
        (true, false) => Some((one, two)),
        (false, true) => Some((two, one)),
        _ => None,
    }
}

/// Digits without the zeros at the end.
fn significant(number: Decimal) -> u32 {
    let mut digits = number.mantissa().unsigned_abs();
    while digits >= 10 && digits % 10 == 0 {
        digits /= 10;
    }
    digits.checked_ilog10().map_or(1, |log| log + 1)
}

/// Digits of a figure beyond which "about" says something else than the figure does.
const SHARP: u32 = 3;

/// "About 1,236 people": a figure to the last unit, with a hedge that it is not.
pub(super) fn precise(ledger: &Ledger, passage: &Passage<'_>, relations: &mut Vec<Relation>) {
    for id in &passage.claims {
        let claim = ledger.get(*id);
        let counted = matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent);
        let Some(Value::Number(number)) = claim.value.clone().filter(|_| counted && claim.hedge == Some(Hedge::About))
        else {
            continue;
        };
        let digits = significant(number);
        if digits > SHARP {
            let slots = vec![("figure", one(*id)), ("digits", Filler::Of(*id, digits.into()))];
            relations.push(relation("precision", slots, Tie::Construction, "precision"));
        }
    }
}

/// The mark before decimals, as a number that laws can compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Comma,
    Dot,
}

impl Mark {
    fn number(self) -> Decimal {
        match self {
            Mark::Comma => Decimal::ONE,
            Mark::Dot => Decimal::TWO,
        }
    }
}

/// Which mark the digits of a figure leave for decimals; `None` where they may be read either way.
fn mark(digits: &str) -> Option<Mark> {
    let signs: Vec<(usize, char)> = digits.char_indices().filter(|(_, c)| matches!(c, ',' | '.')).collect();
    let (last, sign) = *signs.last()?;
    let (own, other) = match sign {
        ',' => (Mark::Comma, Mark::Dot),
        _ => (Mark::Dot, Mark::Comma),
    };
    let groups = |from: usize, to: usize| {
        let mut parts = digits[from..to].split([',', '.']);
        parts.next().is_some_and(|first| (1..=3).contains(&first.len())) && parts.all(|part| part.len() == 3)
    };
    match signs.as_slice() {
        // 12.5, 0.125; but 1.250 may be either.
        [_] if digits.len() - last - 1 != 3 || digits.starts_with('0') || last > 3 => Some(own),
        [_] => None,
        // 1.234.567
        _ if signs.iter().all(|(_, c)| *c == sign) => groups(0, digits.len()).then_some(other),
        // 1.234,5
        _ if signs[..signs.len() - 1].iter().all(|(_, c)| *c != sign) => groups(0, last).then_some(own),
        _ => None,
    }
}

/// Figures that a mark of decimals is voted on by.
const VOTES: usize = 2;

/// A figure whose marks are those of another language than all others of the article have.
pub(super) fn marks(ledger: &Ledger, passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    let mut found: Vec<(ClaimId, Mark)> = Vec::new();
    for passage in passages {
        for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
            let claim = ledger.get(*id);
            let plain =
                matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent | Kind::Points);
            if !plain || claim.quoted {
                continue;
            }
            let segment = &passage.segment;
            let digits = mention.core.clone().find(|at| segment.tokens[*at].kind == TokenKind::Digits);
            let Some(numeral) = digits.and_then(|at| Some((at, segment.numeral(at)?))) else { continue };
            let (from, to) = (segment.tokens[numeral.0].start, segment.tokens[numeral.1.digits_end - 1].end);
            let digits = segment.text.get(from as usize..to as usize).unwrap_or_default();
            // "1.6 GHz", "2.4L": data sheets keep the mark of the maker.
            let specified = claim.kind == Kind::Quantity && digits.matches([',', '.']).count() < 2;
            if let Some(mark) = mark(digits).filter(|_| !specified) {
                found.push((*id, mark));
            }
        }
    }
    for (mark, other) in [(Mark::Comma, Mark::Dot), (Mark::Dot, Mark::Comma)] {
        let odd: Vec<ClaimId> = found.iter().filter(|(_, own)| *own == mark).map(|(id, _)| *id).collect();
        let usual: Vec<ClaimId> = found.iter().filter(|(_, own)| *own == other).map(|(id, _)| *id).collect();
        let [odd] = odd.as_slice() else { continue };
        if usual.len() < VOTES {
            continue;
        }
        let nearest = usual.iter().min_by_key(|id| id.0.abs_diff(odd.0));
        if let Some(nearest) = nearest {
            let slots =
                vec![("mark", Filler::Of(*odd, mark.number())), ("other", Filler::Of(*nearest, other.number()))];
            relations.push(relation("notation", slots, Tie::SameSentence, "marks"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_digits() {
        for (digits, wanted) in [
            ("12.5", Some(Mark::Dot)),
            ("0,125", Some(Mark::Comma)),
            ("1.250", None),
            ("1,250", None),
            ("8.458.000", Some(Mark::Comma)),
            ("2,041,000", Some(Mark::Dot)),
            ("1.234,5", Some(Mark::Comma)),
            ("1,234.567", Some(Mark::Dot)),
            ("1250.500", Some(Mark::Dot)),
            ("2,50,000", None),
            ("1250", None),
        ] {
            assert_eq!(mark(digits), wanted, "{digits}");
        }
    }
}
