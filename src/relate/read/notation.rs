//! How numbers are written: the same number in digits and in words, digits beside a hedge, marks of decimals and of thousands.

use crate::extract::{Claim, ClaimId, Content, Ledger, Mention, Passage};
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

/// Digits of a figure beyond which "about" says something else than the figure does.
const SHARP: u32 = 3;

/// "About 1,236 people": a figure to the last unit, with a hedge that it is not.
pub(super) fn precise(ledger: &Ledger, passage: &Passage<'_>, relations: &mut Vec<Relation>) {
    for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
        let claim = ledger.get(*id);
        let counted = matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent);
        let Content::Figure(figure) = &mention.content else { continue };
        let written = figure.mantissa.mantissa().unsigned_abs();
        // A zero at the end says that it was rounded, if only to ten.
        if !counted || claim.hedge != Some(Hedge::About) || written.is_multiple_of(10) {
            continue;
        }
        let digits = written.checked_ilog10().map_or(1, |log| log + 1);
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
    fn other(self) -> Mark {
        match self {
            Mark::Comma => Mark::Dot,
            Mark::Dot => Mark::Comma,
        }
    }

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

/// Figures with the marks of another language that it takes to call those of the article's own language odd.
const VOTES: usize = 2;

/// A figure whose marks are those of another language than all others of the article have.
pub(super) fn marks(ledger: &Ledger, passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    let Some(own) = passages.first().map(|passage| passage.segment.language.style.decimal) else { return };
    let usual = if own == ',' { Mark::Comma } else { Mark::Dot };
    let mut found: Vec<(ClaimId, Mark)> = Vec::new();
    // "1.340 boats": three decimals of things that are counted, which can only be thousands of another language.
    let mut counted: Vec<(ClaimId, Mark)> = Vec::new();
    let mut grouped = Vec::new();
    for passage in passages {
        for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
            let claim = ledger.get(*id);
            let plain =
                matches!(claim.kind, Kind::Number | Kind::Money | Kind::Quantity | Kind::Percent | Kind::Points);
            let Some(digits) = digits(passage, mention).filter(|_| plain && !claim.quoted) else { continue };
            let marks = digits.matches([',', '.']).count();
            match mark(digits) {
                // "1.6 GHz", "US$3.50": data sheets and foreign money keep the mark of the maker.
                Some(mark) if marks > 1 || !matches!(claim.kind, Kind::Quantity | Kind::Money) => {
                    found.push((*id, mark))
                }
                Some(_) => {}
                None if marks == 1 && claim.kind == Kind::Number => {
                    let decimal = if digits.contains(own) { usual.other() } else { usual };
                    if decimal == usual {
                        grouped.push((*id, usual));
                    } else if is_counted(passage, mention, claim) {
                        counted.push((*id, decimal));
                    }
                }
                None => {}
            }
        }
    }
    let with = |mark: Mark| found.iter().filter(move |(_, own)| *own == mark).copied().collect::<Vec<_>>();
    let (ours, theirs) = (with(usual), with(usual.other()));
    let (odd, rest) = match (theirs.as_slice(), ours.as_slice()) {
        ([odd], [_, ..]) => (*odd, ours),
        (theirs, [odd]) if theirs.len() >= VOTES => (*odd, theirs.to_vec()),
        ([], _) => match counted.as_slice() {
            [odd] if !grouped.is_empty() => (*odd, grouped),
            _ => return,
        },
        _ => return,
    };
    if let Some(nearest) = rest.iter().min_by_key(|(id, _)| id.0.abs_diff(odd.0.0)) {
        let slots =
            vec![("mark", Filler::Of(odd.0, odd.1.number())), ("other", Filler::Of(nearest.0, nearest.1.number()))];
        relations.push(relation("notation", slots, Tie::SameSentence, "marks"));
    }
}

/// The digits of a figure, with their marks.
fn digits<'a>(passage: &Passage<'a>, mention: &Mention) -> Option<&'a str> {
    let segment = &passage.segment;
    let first = mention.core.clone().find(|at| segment.tokens[*at].kind == TokenKind::Digits)?;
    let numeral = segment.numeral(first)?;
    segment.text.get(segment.tokens[first].start as usize..segment.tokens[numeral.digits_end - 1].end as usize)
}

/// Does a figure count what stands right behind it, by its own word? One with a scale word ("2.911 million") has decimals.
fn is_counted(passage: &Passage<'_>, mention: &Mention, claim: &Claim) -> bool {
    let segment = &passage.segment;
    if matches!(&mention.content, Content::Figure(figure) if figure.magnitude != Decimal::ONE) {
        return false;
    }
    let behind = segment.tokens.get(mention.tokens.end);
    claim
        .context
        .subject
        .as_ref()
        .zip(behind)
        .is_some_and(|(subject, token)| subject.span.contains(&(token.start as usize)) && token.kind == TokenKind::Word)
}

/// "13/05/2024 … 06/25/2024": dates of digits of which one has the day first, another the month.
pub(super) fn orders(passages: &[Passage<'_>], relations: &mut Vec<Relation>) {
    let mut found: Vec<(ClaimId, bool)> = Vec::new();
    for passage in passages {
        let segment = &passage.segment;
        for (mention, id) in passage.mentions.iter().zip(&passage.claims) {
            let number = |at: usize| segment.word(at).parse::<u32>().ok();
            let (at, end) = (mention.core.start, mention.core.end);
            if end == at + 5
                && segment.word(at + 1) == segment.word(at + 3)
                && let (Some(first), Some(second), Some(_)) = (number(at), number(at + 2), number(at + 4))
                && (first > 12) != (second > 12)
                && first.max(second) <= 31
            {
                found.push((*id, first > 12));
            }
        }
    }
    let Some((other, day_first)) = found.first().copied() else { return };
    let order = |day_first: bool| if day_first { Decimal::ONE } else { Decimal::TWO };
    if let Some((id, own)) = found.iter().find(|(_, own)| *own != day_first) {
        let slots = vec![("order", Filler::Of(*id, order(*own))), ("other", Filler::Of(other, order(day_first)))];
        relations.push(relation("date-order", slots, Tie::SameSentence, "date-order"));
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
