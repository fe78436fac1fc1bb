//! Noun phrases that begin with their head, read from their end: "luas lahan sawah di Jawa Barat yang terdampak banjir".

use super::claim::Subject;
use super::context::{Found, PHRASE_WORDS};
use crate::language::{Case, TokenKind, Verb};
use std::ops::Range;
use std::sync::Arc;

/// Parts that a noun phrase is followed through, from its end to its head.
const PARTS: usize = 5;

/// Words between two parts of a noun phrase ("yang telah disalurkan hingga").
const JOINT_WORDS: usize = 5;

/// What joins a part of a noun phrase to the words before it.
enum Joint {
    /// Nothing: the phrase begins here.
    Begins,
    /// Something that leaves no subject.
    NoSubject,
    /// A preposition, a relative pronoun or "and" at a token: the phrase begins before it. Must it?
    Behind(usize, bool),
    /// Another noun phrase is the subject.
    Instead(Range<usize>),
}

impl Found<'_, '_> {
    /// The noun phrase whose last words are the run, from its head; or where the words begin that only tell where, when or
    /// how.
    pub(super) fn whole_phrase(&self, from: usize, last: Range<usize>, beside: bool) -> Result<Subject, Option<usize>> {
        let end = last.end;
        let mut runs = vec![last.clone()];
        let mut head = last;
        for part in 0..PARTS {
            match self.joint(from, head.start, beside && part == 0) {
                Joint::Begins => break,
                Joint::NoSubject => return Err(None),
                Joint::Behind(at, needed) => match self.run_before(from, at) {
                    Some(run) => {
                        head = run.clone();
                        runs.push(run);
                    }
                    None if needed || !beside => return Err(Some(at)),
                    None => break,
                },
                // "Anggaran disiapkan pemerintah": who does it is not what is measured.
                Joint::Instead(run) => {
                    head = run.clone();
                    runs = vec![run];
                }
            }
        }
        self.subject_of(head.start, end, &runs).ok_or(None)
    }

    /// What joins the words of a noun phrase that start at a token to what stands before them.
    fn joint(&self, from: usize, mut start: usize, beside: bool) -> Joint {
        let segment = self.segment;
        let counted = |at: usize| at > from && self.in_mention(at - 1);
        while start > from && !counted(start) && self.is(start - 1, self.classes.determiner) {
            start -= 1;
        }
        if start <= from || counted(start) || segment.tokens[start - 1].kind != TokenKind::Word {
            return Joint::Begins;
        }
        let at = start - 1;
        if let Some(value) = self.preposition(at) {
            // "(", too, follows a word that goes on.
            let fronted =
                at == from || !(segment.tokens[at - 1].kind == TokenKind::Word || segment.word(at - 1) == ")");
            // "Dengan denda Rp5 juta": what stands right before the figure, whatever it goes with.
            return if beside && !fronted && value == "with" {
                Joint::Begins
            } else {
                Joint::Behind(at, fronted || value == "place")
            };
        }
        if self.is(at, self.classes.list_and) {
            if let Some(other) = self.noun_before(from, at) {
                // "18 orang dan warga sebanyak 32 orang": what was counted before.
                let first = self.run_start(from, other);
                return if counted(first) { Joint::Begins } else { Joint::Behind(at, false) };
            }
            // "A, B, dan C naik": of several things none is the subject.
            let several = at > from && segment.word(at - 1) == "," && self.noun_before(from, at - 1).is_some();
            return if several { Joint::NoSubject } else { Joint::Begins };
        }
        if let Some(relative) = self.relative_before(from, start) {
            return Joint::Behind(relative, true);
        }
        let passive = self.verb(at) == Some(Verb::Passive);
        match self.run_before(from, at).filter(|run| passive && !counted(run.start)) {
            Some(run) => Joint::Instead(run),
            None => Joint::Begins,
        }
    }

    /// "Is", "consists of": what stands before it and behind it are two things.
    fn is_being(&self, at: usize) -> bool {
        let verb = self.classes.level_verb.and_then(|class| self.segment.class_at(at, class));
        verb.is_some_and(|(_, value)| self.segment.language.lexicon.value(value) == "be")
    }

    /// The relative pronoun of the clause that ends with the words before a token: "peserta yang telah lolos seleksi".
    fn relative_before(&self, from: usize, end: usize) -> Option<usize> {
        let words = (from..end).rev().take(JOINT_WORDS);
        let mut inside = words.take_while(|at| {
            !self.in_mention(*at)
                && self.segment.tokens[*at].kind == TokenKind::Word
                && !self.is(*at, self.classes.clause)
                && !self.is_being(*at)
        });
        inside.find(|at| self.is(*at, self.classes.relative))
    }

    /// The run of nouns before a token, other words and dates between.
    fn run_before(&self, from: usize, end: usize) -> Option<Range<usize>> {
        let segment = self.segment;
        let free = self.relative_before(from, end).is_some();
        let place = self.preposition(end) == Some("place");
        let mut at = end;
        let mut verbs = 0;
        for _ in 0..JOINT_WORDS {
            if let Some(open) = self.aside(from, at) {
                at = open;
                continue;
            }
            if at <= from {
                return None;
            }
            if let Some(mention) = self.mention_at(at - 1) {
                if !mention.is_time() {
                    return None;
                }
                at = mention.tokens.start;
                continue;
            }
            if self.noun_before(from, at).is_some() {
                let start = self.run_start(from, at);
                // "Lebih rendah dari tuntutan": no noun.
                let idle = (start..at).all(|at| self.is(at, self.classes.no_head));
                return (!idle).then_some(start..at);
            }
            let stops = segment.tokens[at - 1].kind != TokenKind::Word
                || self.is(at - 1, self.classes.clause)
                || self.is(at - 1, self.classes.reporting);
            if stops {
                return None;
            }
            // "Pengangguran terbuka di Banten", but not "Banten juga dikaitkan dengan pengangguran".
            verbs += usize::from(!self.is(at - 1, self.classes.anaphor));
            let verb = self.verb(at - 1);
            let finite = verb.is_some() && !place || verb == Some(Verb::Object) || self.is_being(at - 1);
            if !free && (verbs > 1 || finite) {
                return None;
            }
            at -= 1;
        }
        None
    }

    /// Where the run of nouns that ends before a token starts.
    pub(super) fn run_start(&self, from: usize, end: usize) -> usize {
        let mut start = end;
        while end - start < PHRASE_WORDS
            && let Some(noun) = self.noun_before(from, start)
        {
            start = noun;
        }
        start
    }

    /// Where the noun that ends before a token starts; it may hold hyphens ("wali-kota", "Covid-19").
    pub(super) fn noun_before(&self, from: usize, end: usize) -> Option<usize> {
        let segment = self.segment;
        let noun = |at: usize| self.is_noun(at) && !self.in_mention(at);
        let last = end.checked_sub(1).filter(|at| *at >= from)?;
        let first = last.checked_sub(2).filter(|first| *first >= from && self.is_hyphen(last - 1) && noun(*first));
        let digits = segment.tokens[last].kind == TokenKind::Digits && !self.in_mention(last);
        if noun(last) { Some(first.unwrap_or(last)) } else { first.filter(|_| digits) }
    }

    /// Where the brackets open that close before a token.
    pub(super) fn aside(&self, from: usize, end: usize) -> Option<usize> {
        let closes = end > from && self.segment.word(end - 1) == ")" && !self.in_mention(end - 1);
        let mut inside = (from..end).rev().take(PHRASE_WORDS).filter(|_| closes);
        inside.find(|at| self.segment.word(*at) == "(")
    }

    /// The run of nouns that starts at a token.
    pub(super) fn run_after(&self, from: usize, to: usize) -> Option<Subject> {
        let noun = |at: usize| at < to && self.is_noun(at) && !self.in_mention(at);
        let mut end = from;
        while end - from < PHRASE_WORDS {
            if noun(end) {
                end += 1;
            } else if end > from && self.is_hyphen(end) && noun(end + 1) {
                end += 2;
            } else {
                break;
            }
        }
        let idle = end == from || self.is(from, self.classes.no_head);
        if idle { None } else { self.part(from..end) }
    }

    /// Where a word ends that stands between a number and what it counts: "tiga unit mobil".
    pub(super) fn classifier(&self, at: usize, to: usize) -> Option<usize> {
        let (end, _) = self.segment.class_at(at, self.classes.classifier?)?;
        (end <= to && !self.in_mention(at)).then_some(end)
    }

    /// The value of the preposition at a token.
    pub(super) fn preposition(&self, at: usize) -> Option<&str> {
        let (_, value) = self.segment.class_at(at, self.classes.preposition?)?;
        Some(self.segment.language.lexicon.value(value))
    }

    pub(super) fn mention_index(&self, at: usize) -> Option<usize> {
        let index = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        (self.mentions.get(index)?.tokens.start <= at).then_some(index)
    }

    pub(super) fn part(&self, run: Range<usize>) -> Option<Subject> {
        self.subject_of(run.start, run.end, &[run])
    }

    /// A subject from the runs of nouns of its phrase; the head is the first word.
    fn subject_of(&self, head: usize, end: usize, runs: &[Range<usize>]) -> Option<Subject> {
        let segment = self.segment;
        if head >= end || segment.word(head).chars().nth(1).is_none() {
            return None;
        }
        let lemma = |at: usize| -> Arc<str> { segment.language.lemma(segment.word(at)).into() };
        let words = runs.iter().cloned().flatten();
        let telling =
            |at: &usize| *at != head && segment.tokens[*at].kind == TokenKind::Word && segment.word(*at).len() > 2;
        let mut modifiers: Vec<Arc<str>> = words.filter(telling).map(lemma).collect();
        modifiers.sort();
        modifiers.dedup();
        let span = segment.tokens[head].start as usize..segment.tokens[end - 1].end as usize;
        Some(Subject { span, head: lemma(head), modifiers })
    }

    /// The verb that a word is by its prefix, unless the pack says that it is none.
    pub(super) fn verb(&self, at: usize) -> Option<Verb> {
        let lower = self.segment.tokens[at].case == Case::Lower;
        let verb = self.segment.language.verb(self.segment.word(at)).filter(|_| lower)?;
        (!self.is(at, self.classes.no_verb)).then_some(verb)
    }
}
