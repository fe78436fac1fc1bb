//! Sentences and clauses of a segment.

use crate::language::{Case, Segment, TokenKind};

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
