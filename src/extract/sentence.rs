//! Sentences and clauses of a segment.

use crate::language::{Case, Segment, Token, TokenKind};

/// Digits that an ordinal with a point has at most.
const LONGEST_ORDINAL: u32 = 3;

/// What ordinals count, though the words be frequent.
const COUNTED: [&str; 4] = ["month", "weekday", "time-unit", "after-ordinal"];

/// For every token, its sentence and its clause, counted from the segment's first.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// Sentence of each token.
    pub sentence: Vec<u32>,
    /// Clause of each token; clauses never cross sentences.
    pub clause: Vec<u32>,
}

impl Division {
    /// Number of sentences.
    pub fn sentences(&self) -> u32 {
        self.sentence.last().map_or(0, |last| last + 1)
    }

    /// Number of clauses.
    pub fn clauses(&self) -> u32 {
        self.clause.last().map_or(0, |last| last + 1)
    }
}

/// Cuts a segment into sentences and clauses.
pub fn divide(segment: &Segment<'_>) -> Division {
    let abbreviation = segment.language.lexicon.class("abbreviation");
    let boundary = segment.language.lexicon.class("clause");
    let mut division = Division::default();
    let (mut sentence, mut clause) = (0, 0);
    let mut fresh = true;
    // "74.7bn yuan ($9bn; £4.8bn) in 2004": what stands in brackets cuts no clause.
    let mut brackets = 0u32;
    for at in 0..segment.tokens.len() {
        let opens = boundary.and_then(|class| segment.class_at(at, class)).is_some_and(|(_, value)| {
            let after_comma = at > 0 && segment.tokens[at - 1].kind == TokenKind::Symbol;
            after_comma || segment.language.lexicon.value(value) != "comma"
        });
        if opens && !fresh {
            clause += 1;
        }
        division.sentence.push(sentence);
        division.clause.push(clause);
        fresh = false;
        if segment.tokens[at].kind != TokenKind::Symbol {
            continue;
        }
        let word = segment.word(at);
        match word {
            "(" => brackets += 1,
            ")" => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        if brackets == 0 && matches!(word, ";" | "—") || (word == "–" && !segment.tokens[at].glued) {
            clause += 1;
            fresh = true;
        } else if ends_sentence(segment, at, abbreviation) {
            brackets = 0;
            sentence += 1;
            clause += 1;
            fresh = true;
        }
    }
    division
}

fn is_closing(word: &str) -> bool {
    matches!(word, "\"" | "”" | "’" | "'" | ")" | "]" | "»")
}

/// Is the point that of an ordinal ("am 3. Mai", "der 21. Platz", "3. 5. 2024")? A word that begins sentences more often
/// than it is counted begins one here, too.
fn is_ordinal(segment: &Segment<'_>, stop: usize) -> bool {
    let (number, next) = (&segment.tokens[stop - 1], stop + 1);
    let short = |token: &Token| token.kind == TokenKind::Digits && token.end - token.start <= LONGEST_ORDINAL;
    if !segment.language.ordinal_point || !short(number) || stop > 1 && segment.tokens[stop - 1].glued {
        return false;
    }
    let counted =
        |name: &str| segment.language.lexicon.class(name).is_some_and(|class| segment.class_at(next, class).is_some());
    match segment.tokens.get(next) {
        Some(token) if token.kind == TokenKind::Word => {
            COUNTED.iter().any(|class| counted(class)) || !segment.language.is_function_word(segment.word(next))
        }
        Some(token) if short(token) => segment.word(next + 1) == ".",
        // The year behind day and month.
        Some(token) if token.kind == TokenKind::Digits => {
            stop > 2 && segment.word(stop - 2) == "." && short(&segment.tokens[stop - 3])
        }
        _ => false,
    }
}

/// Does the sentence end with this token? Closing quotes and brackets belong to the sentence they close.
fn ends_sentence(segment: &Segment<'_>, at: usize, abbreviation: Option<crate::language::Class>) -> bool {
    let word = segment.word(at);
    let stop = if matches!(word, "." | "!" | "?" | "…") {
        at
    } else if is_closing(word) && segment.tokens[at].glued && at > 0 {
        // The stop stands before the closing sign(s).
        let mut stop = at;
        while stop > 0 && is_closing(segment.word(stop)) {
            stop -= 1;
        }
        stop
    } else {
        return false;
    };
    if !matches!(segment.word(stop), "." | "!" | "?" | "…") {
        return false;
    }
    let Some(next) = segment.tokens.get(at + 1) else {
        return false;
    };
    if next.glued {
        return false;
    }
    let begins = match next.kind {
        TokenKind::Word => next.case != Case::Lower,
        TokenKind::Digits => true,
        TokenKind::Symbol => {
            // A straight mark that stands at what follows opens a quotation.
            let opens =
                matches!(segment.word(at + 1), "\"" | "'") && segment.tokens.get(at + 2).is_some_and(|t| t.glued);
            opens || (!is_closing(segment.word(at + 1)) && !matches!(segment.word(at + 1), "," | ";" | ":" | ")"))
        }
    };
    if !begins {
        return false;
    }
    if segment.word(stop) == "." && stop > 0 && segment.tokens[stop].glued {
        let before = &segment.tokens[stop - 1];
        if is_ordinal(segment, stop) {
            return false;
        }
        let initial = before.kind == TokenKind::Word
            && before.case != Case::Lower
            && segment.word(stop - 1).chars().count() == 1
            && next.kind == TokenKind::Word;
        // A phrase of the class may hold the stop or end before it ("Sept.", "a.m.").
        let short = abbreviation.is_some_and(|class| {
            (1..=4).any(|back| {
                stop.checked_sub(back).is_some_and(|from| {
                    segment.senses.at(from).iter().any(|sense| {
                        let end = from + usize::from(sense.len);
                        sense.class == class && (end == stop || end == stop + 1)
                    })
                })
            })
        });
        return !(initial || short);
    }
    true
}
