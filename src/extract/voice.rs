//! Whose voice a reporting word is: the name, noun or pronoun that stands where the speaker stands, and where it ends.

use super::context::Found;
use crate::language::{Case, TokenKind};
use std::ops::Range;

/// Words of a speaker's name that are looked at.
const NAME_WORDS: usize = 8;

/// Words of what a speaker is: "vice chairman".
const ROLE_WORDS: usize = 3;

/// Words of a title with the name after it.
const TITLE_WORDS: usize = 14;

/// Tokens of an abbreviation in brackets, with both.
const BRACKET_TOKENS: usize = 4;

/// Tokens between a speaker and the reporting word: auxiliaries, adverbs, a date.
const VERB_TOKENS: usize = 5;

/// Tokens of what may be put between commas after a speaker's name: "Mr Roy, who leads the group, said".
const ASIDE_TOKENS: usize = 14;

/// What stands where a speaker may stand.
pub(super) enum Voice {
    Name(Range<usize>),
    /// A pronoun: of a person, or of anybody.
    Pronoun {
        person: bool,
    },
    /// Whoever spoke before in the sentence: ", adding that".
    Same,
    Nobody,
}

impl Found<'_, '_> {
    /// Who speaks by the reporting word.
    pub(super) fn voice(&self, at: usize, end: usize, value: &str) -> Voice {
        let sentence = self.extent(at, &self.division.sentence);
        match value {
            "after" => self.voice_after(end, sentence.end),
            "before" => self.voice_before(at, sentence.start),
            // A word that holds the pronoun itself: "ujarnya".
            "pronoun" => Voice::Pronoun { person: false },
            "same" => match self.voice_before(at, sentence.start) {
                Voice::Name(name) if self.segment.word(at - 1) != "," => Voice::Name(name),
                _ => Voice::Same,
            },
            // A word that is a noun as well reports only right after a name.
            "name" => match self.voice_before(at, sentence.start) {
                Voice::Name(name) if self.segment.tokens[name.end - 1].case != Case::Lower && name.end == at => {
                    Voice::Name(name)
                }
                _ => Voice::Nobody,
            },
            _ if self.is_inverted(at, &sentence) => match self.voice_after(end, sentence.end) {
                Voice::Name(name) if self.ends_voice(&name, sentence.end) => Voice::Name(name),
                _ => self.voice_before(at, sentence.start),
            },
            _ => self.voice_before(at, sentence.start),
        }
    }

    /// The speaker who stands behind the reporting word.
    fn voice_after(&self, from: usize, to: usize) -> Voice {
        let mut start = from;
        while start < to && self.is(start, self.classes.determiner) {
            start += 1;
        }
        if start < to
            && let Some(pronoun) = self.pronoun(start)
        {
            return pronoun;
        }
        let mut end = self.name_end(start, to);
        // "A survey by Nordhus", "the head of the agency".
        if end > start && end + 1 < to && self.is(end, self.classes.name_joint) {
            let mut next = end + 1;
            while next < to && self.is(next, self.classes.determiner) {
                next += 1;
            }
            let last = self.name_end(next, to);
            if last > next && last - start <= NAME_WORDS {
                end = last;
            }
        }
        match self.named_after(start..end, to) {
            Some(name) => Voice::Name(name),
            None if end > start => Voice::Name(start..end),
            None => Voice::Nobody,
        }
    }

    /// "Said the chief executive, Ingrid Dahl": the name after the comma that follows a title.
    fn named_after(&self, title: Range<usize>, to: usize) -> Option<Range<usize>> {
        let segment = self.segment;
        let from = title.end + 1;
        let leads = title.clone().next().is_some_and(|at| self.is(at, self.classes.person));
        let known = || self.classes.place_name.is_some_and(|class| segment.class_at(from, class).is_some());
        (leads && from < to && segment.word(title.end) == "," && !known()).then_some(())?;
        let upper = |at: usize| segment.tokens[at].case != Case::Lower && self.is_name_word(at, title.end);
        let name = from..(from..to).take(NAME_WORDS).find(|at| !upper(*at)).unwrap_or(to.min(from + NAME_WORDS));
        let titled = name.clone().any(|at| self.is(at, self.classes.person));
        (name.len() > 1 && !titled).then_some(name)
    }

    /// Where a name goes on behind what is put into it: "the Home Office (HO) chief", and in a language whose titles go
    /// before what they are of, "Deputi Pencegahan dan Pengawasan".
    fn goes_on(&self, at: usize, to: usize) -> Option<usize> {
        let segment = self.segment;
        let next = if segment.word(at) == "(" {
            (at..to).take(BRACKET_TOKENS).find(|at| segment.word(*at) == ")")? + 1
        } else if segment.language.head_first && self.is_joint(at) {
            at + 1
        } else {
            return None;
        };
        let upper = next < to && segment.tokens[next].case != Case::Lower;
        (upper && self.is_name_word(next, at)).then_some(next)
    }

    /// Where the words of a name end that start at `from`.
    fn name_end(&self, from: usize, to: usize) -> usize {
        let segment = self.segment;
        let (mut end, mut capital) = (from, false);
        while end < to && end - from < if capital { TITLE_WORDS } else { NAME_WORDS } {
            let upper = segment.tokens[end].case != Case::Lower;
            let joined = end > from
                && end + 1 < to
                && (self.is_hyphen(end) || self.is_short_stop(end) || self.is_name_apostrophe(end))
                && segment.tokens[end + 1].kind == TokenKind::Word;
            // After a name in capitals the sentence goes on in small letters.
            if joined || (self.is_name_word(end, from.saturating_sub(1)) && (upper || !capital)) {
                capital |= upper;
                end += 1;
            } else if let Some(next) = self.goes_on(end, to).filter(|_| capital) {
                end = next;
            } else if let Some(role) =
                (!upper && !segment.language.head_first).then(|| self.role_end(end, to)).flatten()
            {
                end = role;
            } else {
                break;
            }
        }
        let end = self.head_end(from, end);
        // Where adjectives and verbs follow the noun, a run in small letters says nothing of where the speaker ends.
        let open = end < to && segment.tokens[end].kind == TokenKind::Word;
        if segment.language.head_first && !capital && open && self.is_noun(end) { from } else { end }
    }

    /// "Aston *boss* Ana Roy": where what somebody is for those named before ends, if a name follows.
    fn role_end(&self, from: usize, to: usize) -> Option<usize> {
        let role = (from..to)
            .take(ROLE_WORDS)
            .take_while(|at| self.segment.tokens[*at].case == Case::Lower && self.is_name_word(*at, from));
        let end = from + role.count();
        let name = end > from && end < to && self.segment.tokens[end].case != Case::Lower;
        (name && self.is_name_word(end, from)).then_some(end)
    }

    /// The speaker who stands before the reporting word.
    fn voice_before(&self, at: usize, from: usize) -> Voice {
        let segment = self.segment;
        let mut end = at;
        while end > from && at - end < VERB_TOKENS {
            if let Some(pronoun) = self.pronoun(end - 1) {
                return pronoun;
            }
            // "Benefits were claimed by 5,000".
            if self.is(end - 1, self.classes.passive) {
                return Voice::Nobody;
            }
            // "Announced a split, but said": who spoke before goes on.
            let word = segment.tokens[end - 1].kind == TokenKind::Word;
            if word && (self.is(end - 1, self.classes.list_and) || self.is(end - 1, self.classes.clause)) {
                return Voice::Same;
            }
            if self.in_mention(end - 1) || (word && !self.is_name_word(end - 1, from)) {
                end -= 1;
            } else {
                break;
            }
        }
        // "The ministry (Kemenkes) said", "Central Hudson <CNH> said".
        if end > from && matches!(segment.word(end - 1), ")" | ">" | "]") {
            let opening = (from..end).rev().take(NAME_WORDS).find(|at| matches!(segment.word(*at), "(" | "<" | "["));
            // "<Paperboard Industries Corp> said": or the name itself.
            match opening {
                Some(open) if open == from => return Voice::Name(open + 1..end - 1),
                _ => end = opening.unwrap_or(end),
            }
        }
        if end > from && segment.word(end - 1) == "," {
            let comma = (from..end - 1).rev().take(ASIDE_TOKENS).find(|at| segment.word(*at) == ",");
            let Some(comma) = comma else { return Voice::Nobody };
            // "The chief executive, Ingrid Dahl, said": the name is what is put between.
            let name = |at: usize| {
                segment.tokens[at].case != Case::Lower && self.is_name_word(at, from) || self.is_short_stop(at)
            };
            if end - comma - 2 <= NAME_WORDS && (comma + 1..end - 1).all(name) {
                return Voice::Name(comma + 1..end - 1);
            }
            end = comma;
        }
        let mut start = end;
        while start > from && end - start < NAME_WORDS {
            let before = start - 1;
            if self.is_name_word(before, from) {
                start -= 1;
            } else if let Some(mention) = self.mention_at(before).filter(|_| start < end)
                && let Some(joint) = self.name_joint_before(mention.tokens.start, from)
            {
                // "A survey of 2,500 teenagers".
                start = joint;
            } else if start == end || before == from {
                break;
            } else if (self.is_hyphen(before) || self.is_short_stop(before) || self.is_name_apostrophe(before))
                && self.is_name_word(before - 1, from)
            {
                start -= 2;
            } else if let Some(whose) = self.possessor(start, from).filter(|at| self.is_name_word(*at, from)) {
                start = whose;
            } else if let Some(joint) = self.name_joint_before(start, from) {
                start = joint;
            } else {
                break;
            }
        }
        if start < end { Voice::Name(start..end) } else { Voice::Nobody }
    }

    /// "A spokesman *for* the ministry": the last word of the noun before such a joint that ends at `start`.
    fn name_joint_before(&self, start: usize, from: usize) -> Option<usize> {
        let the = start > from && self.is(start - 1, self.classes.determiner);
        let joint = (start - usize::from(the)).checked_sub(1).filter(|at| *at > from)?;
        let joins = self.is(joint, self.classes.preposition);
        (joins && self.is_name_word(joint - 1, from)).then_some(joint - 1)
    }

    /// The noun that owns what starts at `start`: "the company's chief".
    pub(super) fn possessor(&self, start: usize, from: usize) -> Option<usize> {
        let (suffix, _) = self.segment.class_before(start, self.classes.genitive)?;
        (suffix > from && self.segment.tokens[suffix].glued).then(|| suffix - 1)
    }

    /// Can the token belong to the name of a speaker in a sentence that starts at `from`?
    fn is_name_word(&self, at: usize, from: usize) -> bool {
        let segment = self.segment;
        if segment.tokens[at].kind != TokenKind::Word || self.in_mention(at) {
            return false;
        }
        let capital = segment.tokens[at].case != Case::Lower && at > from;
        let opens = self.is(at, self.classes.clause) || self.is(at, self.classes.determiner);
        self.is_noun(at) || (capital && !opens && !self.is(at, self.classes.pronoun))
    }

    /// The stop of an abbreviation inside a name: "J. Smith", "St. Pierre".
    fn is_short_stop(&self, at: usize) -> bool {
        let segment = self.segment;
        // "Orland.com": or the one in an address.
        let inner = segment.tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Word);
        at > 0
            && segment.word(at) == "."
            && segment.tokens[at].glued
            && segment.tokens[at - 1].case != Case::Lower
            && (inner || segment.word(at - 1).len() <= 4)
    }

    /// The sign in "O'Hara".
    fn is_name_apostrophe(&self, at: usize) -> bool {
        let segment = self.segment;
        let glued = |at: usize| segment.tokens.get(at).is_some_and(|token| token.glued);
        let capital = |at: usize| segment.tokens.get(at).is_some_and(|token| token.case != Case::Lower);
        matches!(segment.word(at), "'" | "’")
            && glued(at)
            && glued(at + 1)
            && at > 0
            && capital(at - 1)
            && capital(at + 1)
    }

    /// The pronoun at a token.
    fn pronoun(&self, at: usize) -> Option<Voice> {
        let (_, value) = self.segment.class_at(at, self.classes.pronoun?)?;
        Some(match self.segment.language.lexicon.value(value) {
            "person" => Voice::Pronoun { person: true },
            "any" => Voice::Pronoun { person: false },
            _ => Voice::Nobody,
        })
    }
}
