//! Who says what: the reporting words of a passage and the speakers that they belong to.

use super::context::Found;
use super::mention::Mention;
use super::voice::Voice;
use crate::language::{Case, TokenKind};
use std::ops::Range;
use std::sync::Arc;

/// A reporting word so near to the end of a sentence is said of all of it.
const CLOSING_TOKENS: usize = 6;

/// A pronoun stands for who spoke last, if that was no more sentences ago.
const PRONOUN_SENTENCES: u32 = 2;

/// A reporting word of a passage.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// Its first token.
    pub(super) at: usize,
    /// Token after it.
    pub(super) end: usize,
    /// Who speaks, where the text names somebody.
    pub(super) who: Option<Arc<str>>,
    /// The tokens of the name.
    pub(super) name: Range<usize>,
}

/// Who spoke last, so far as the article has been read, and in which of its sentences.
#[derive(Debug, Default)]
pub(super) struct LastSpeaker(Option<Told>);

#[derive(Debug)]
struct Told {
    who: Arc<str>,
    /// Can "he" or "she" mean the speaker?
    person: bool,
    sentence: u32,
}

impl LastSpeaker {
    /// Whom a pronoun means.
    fn again(&mut self, sentence: u32, person: bool) -> Option<Arc<str>> {
        let told = self.0.as_mut().filter(|told| told.person || !person)?;
        if sentence - told.sentence > PRONOUN_SENTENCES {
            return None;
        }
        told.sentence = sentence;
        Some(told.who.clone())
    }

    /// Who spoke right before a sentence that begins a paragraph.
    pub(super) fn before(&self, sentence: u32) -> Option<Arc<str>> {
        let near = |told: &&Told| sentence.saturating_sub(told.sentence) <= PRONOUN_SENTENCES;
        self.0.as_ref().filter(near).map(|told| told.who.clone())
    }

    /// Who spoke before in the same sentence.
    fn in_sentence(&self, sentence: u32) -> Option<Arc<str>> {
        self.0.as_ref().filter(|told| told.sentence == sentence).map(|told| told.who.clone())
    }
}

impl Found<'_, '_> {
    /// The reporting words of the passage, in the order of the text. `first`: number of its first sentence in the article.
    pub(super) fn find_reports(&self, first: u32, last: &mut LastSpeaker) -> Vec<Report> {
        let Some(class) = self.classes.reporting else { return Vec::new() };
        let (mut reports, mut at) = (Vec::new(), 0);
        while at < self.segment.tokens.len() {
            let Some((end, value)) = self.segment.class_at(at, class) else {
                at += 1;
                continue;
            };
            let value = self.segment.language.lexicon.value(value);
            // What somebody tells in a quotation was said by another.
            if value != "none" && !self.is_quoted(at) && !self.in_mention(at) {
                let sentence = first + self.division.sentence[at];
                let voice = self.voice(at, end, value);
                // Words of the pack that name who is asked follow each other: "according to a survey by Nordhus".
                let goes_on = value == "after" && matches!(voice, Voice::Nobody);
                if !goes_on {
                    let (who, name) = match voice {
                        Voice::Name(name) => {
                            let person = self.is_person(&name);
                            let who: Arc<str> = self.segment.words(name.start, name.end).into();
                            // "Said Ana Roy, as quoted by the paper": she goes on.
                            let goes_on =
                                !person && last.0.as_ref().is_some_and(|told| told.person && told.sentence == sentence);
                            if !goes_on {
                                last.0 = Some(Told { who: who.clone(), person, sentence });
                            }
                            (Some(who), name)
                        }
                        Voice::Pronoun { person } => (last.again(sentence, person), at..at),
                        Voice::Same => (last.in_sentence(sentence), at..at),
                        Voice::Nobody => (None, at..at),
                    };
                    reports.push(Report { at, end, who, name });
                }
            }
            at = end;
        }
        reports
    }

    /// Does "he" or "she" fit the speaker? It fits names, and nouns such as "spokesman".
    fn is_person(&self, name: &Range<usize>) -> bool {
        let capital = self.segment.tokens[name.end - 1].case != Case::Lower;
        capital || name.clone().any(|at| self.is(at, self.classes.person))
    }

    /// Does the speaker stand after the word: ", said Ana Roy"?
    pub(super) fn is_inverted(&self, at: usize, sentence: &Range<usize>) -> bool {
        at == sentence.start
            || matches!(self.segment.word(at - 1), "," | "\"" | "”" | "»" | "'" | "’" | "-" | "–" | "—")
    }

    /// "Said the minister.", "said Ana Roy" name a speaker; in "said prices rose" the word before it does.
    pub(super) fn ends_voice(&self, name: &Range<usize>, to: usize) -> bool {
        name.clone().any(|at| self.segment.tokens[at].case != Case::Lower)
            || name.end >= to
            || self.segment.tokens[name.end].kind == TokenKind::Symbol
    }

    /// "58 percent of the adults said it went too far": the figure tells how many say so.
    fn counts_speakers(&self, mention: &Mention, name: &Range<usize>) -> bool {
        let small = |at: usize| {
            self.in_mention(at) || self.is(at, self.classes.measure_of) || self.is(at, self.classes.determiner)
        };
        mention.tokens.end <= name.start && (mention.tokens.end..name.start).all(small)
    }

    /// Who says a figure: by the reporting word nearest to it, in its clause, its sentence, or around the
    /// quotation that it stands in.
    pub(super) fn speaker(
        &self,
        mention: &Mention,
        clause: &Range<usize>,
        sentence: &Range<usize>,
    ) -> Option<Arc<str>> {
        let at = mention.core.start;
        let within = |range: &Range<usize>| {
            let from = self.reports.partition_point(|report| report.at < range.start);
            let to = self.reports.partition_point(|report| report.at < range.end);
            &self.reports[from..to]
        };
        let nearest = |reports: &[Report]| {
            let before = reports.iter().rev().find(|report| report.at < at);
            before.or(reports.first()).map(|report| (report.who.clone(), report.name.clone()))
        };
        // "The offer was rejected, while Euronext said it would": who is named in a later clause says only that, unless the
        // sentence ends there.
        let reaches = |report: &&Report| {
            report.at < clause.end
                || self.is_inverted(report.at, sentence)
                || sentence.end - report.end <= CLOSING_TOKENS
        };
        let elsewhere = || {
            let reports = within(sentence);
            let before = reports.iter().rev().find(|report| report.at < at);
            let after = || reports.iter().find(|report| report.at > at).filter(reaches);
            before.or_else(after).map(|report| (report.who.clone(), report.name.clone()))
        };
        let said = nearest(within(clause)).or_else(elsewhere);
        if let Some((who, name)) = said {
            return who.filter(|_| !self.counts_speakers(mention, &name));
        }
        // A quotation over several sentences: who is named where it closes, else who spoke before it opened.
        let quote = self.quote(at)?;
        if self.block_speaker.is_some() {
            return self.block_speaker.clone();
        }
        let closing = within(&self.extent(quote.end, &self.division.sentence)).first();
        let opening = || {
            let before = self.reports.partition_point(|report| report.at < quote.start);
            before.checked_sub(1).map(|index| &self.reports[index])
        };
        closing.or_else(opening)?.who.clone()
    }
}
