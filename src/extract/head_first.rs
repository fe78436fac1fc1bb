//! What figures are about where noun phrases begin with their head ("nilai ekspor nonmigas naik 4 persen").
//!
//! From a figure to the left: first over the verb that leads to it, whose kind tells on which side of it the thing measured
//! stands, then through the noun phrase to the noun that the rest of it hangs on.

use super::claim::Subject;
use super::context::{ContextClasses, Found, PHRASE_WORDS};
use crate::language::{Case, TokenKind, Verb};
use crate::value::Kind;
use std::ops::Range;
use std::sync::Arc;

/// Tokens between a figure and the noun phrase of its verb that are looked through.
const REACH: usize = 16;

/// Parts that a noun phrase is followed through, from its end to its head.
const PARTS: usize = 5;

/// Words between two parts of a noun phrase ("yang telah disalurkan hingga").
const JOINT_WORDS: usize = 5;

/// Figures that take the subject of the one before them, one after the other.
const INHERITED: usize = 3;

/// What leads to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leads {
    /// Nothing: it stands right behind the noun phrase.
    Nothing,
    /// Words that say nothing of it.
    Loose,
    /// A word for a level or a change: the noun phrase before it is measured.
    Level,
    /// "Sebesar", "sebanyak": the same, but it begins clauses, too.
    Amount,
    /// "Is", "namely": a count behind it names another thing.
    Being,
    /// A verb that does not say so: what is counted follows it, what is measured otherwise stands before it.
    Verb,
}

/// What stands before a figure.
enum Left {
    Phrase(Subject, Leads),
    /// An earlier figure, whose subject it shares.
    Figure(usize, Leads),
    Nothing,
}

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
    /// What a figure is about.
    pub(super) fn head_first_subject(
        &self,
        index: usize,
        sentence: &Range<usize>,
        classes: &ContextClasses,
        depth: usize,
    ) -> Option<Subject> {
        let mention = &self.mentions[index];
        let (left, leads) = match self.left_of(index, sentence.start, classes) {
            Left::Phrase(subject, leads) => (Some(subject), leads),
            Left::Figure(other, leads) if depth < INHERITED => {
                (self.head_first_subject(other, sentence, classes, depth + 1), leads)
            }
            Left::Figure(..) | Left::Nothing => (None, Leads::Nothing),
        };
        let end = mention.tokens.end;
        let after = |from: usize| {
            let from = self.classifier(from, sentence.end, classes).unwrap_or(from);
            self.run_after(from, sentence.end, classes)
        };
        match mention.kind {
            Kind::Number | Kind::Range if mention.unit.is_none() => {
                let bare = self.classifier(end, sentence.end, classes);
                match (left, after(end)) {
                    (Some(left), _) if matches!(leads, Leads::Level | Leads::Amount) => Some(left),
                    (left, None) if bare.is_some() => match leads {
                        Leads::Nothing | Leads::Being if left.is_some() => left,
                        _ => self.part(end..end + 1),
                    },
                    (left, counted) => counted.or(left),
                }
            }
            Kind::Quantity | Kind::Percent | Kind::Fraction => {
                let of = |at: usize| at < sentence.end && classes.is(self.segment, at, classes.measure_of);
                let follows = after(end).or_else(|| if of(end) { after(end + 1) } else { None });
                let first = match leads {
                    Leads::Level | Leads::Amount | Leads::Being => false,
                    Leads::Verb | Leads::Loose => true,
                    Leads::Nothing => mention.kind == Kind::Quantity,
                };
                if first { follows.or(left) } else { left.or(follows) }
            }
            _ => left,
        }
    }

    /// Reads from a figure to the left, as far as the noun phrase that it or its verb belongs to.
    fn left_of(&self, index: usize, from: usize, classes: &ContextClasses) -> Left {
        let segment = self.segment;
        let mut at = self.mentions[index].tokens.start;
        let mut leads = Leads::Nothing;
        // ", naik 5 persen", ", dari 4 persen": what was said before goes on. ", 5 persen" does not.
        let mut goes_on = false;
        // "Tunjangan yang mencapai Rp5 juta": the verb says it of the noun phrase right before it.
        let mut attached = false;
        for _ in 0..REACH {
            if at <= from {
                return Left::Nothing;
            }
            if let Some(other) = self.mention_index(at - 1) {
                let mention = &self.mentions[other];
                if mention.kind == Kind::Ordinal {
                    return Left::Nothing;
                }
                if mention.is_time() || matches!(mention.kind, Kind::Duration | Kind::Age) {
                    at = mention.tokens.start;
                    continue;
                }
                return self.figure(other, leads, from, classes);
            }
            if let Some((start, led)) = self.leading(at, from, classes) {
                let Some(led) = led else { return Left::Nothing };
                if matches!(leads, Leads::Nothing | Leads::Loose) || led == Leads::Level {
                    leads = led;
                }
                goes_on |= !matches!(led, Leads::Amount);
                at = start;
                continue;
            }
            if self.noun_before(from, at, classes).is_some() {
                let start = self.run_start(from, at, classes);
                let mut end = at;
                // "Honda Beat tahun 2015": the word belongs to the date.
                let dated = self.mention_at(at).is_some_and(|mention| mention.is_time());
                while dated && end > start + 1 && classes.is(segment, end - 1, classes.no_head) {
                    end -= 1;
                }
                let idle = (start..at).all(|at| classes.is(segment, at, classes.no_head));
                // "Dengan kenaikan 5 persen": what rises is named before.
                let change = start + 1 == at && classes.is(segment, start, classes.noun);
                if change {
                    leads = Leads::Level;
                }
                let beside = attached || matches!(leads, Leads::Nothing | Leads::Loose | Leads::Amount);
                if !idle && !change {
                    return match start.checked_sub(1).and_then(|before| self.mention_index(before)) {
                        Some(other) if !self.mentions[other].is_time() => self.figure(other, leads, from, classes),
                        _ => match self.whole_phrase(from, start..end, beside, classes) {
                            Ok(subject) => Left::Phrase(subject, leads),
                            // "Menguat pada perdagangan Senin, naik 2 persen": the subject stands further left.
                            Err(Some(adjunct)) if !beside => {
                                at = adjunct;
                                continue;
                            }
                            Err(_) => Left::Nothing,
                        },
                    };
                }
                at = start;
                continue;
            }
            if let Some(open) = self.aside(from, at) {
                at = open;
                continue;
            }
            let word = segment.word(at - 1);
            if segment.tokens[at - 1].kind != TokenKind::Word {
                if word != "(" && !(word == "," && goes_on) {
                    return Left::Nothing;
                }
                at -= 1;
                continue;
            }
            if classes.is(segment, at - 1, classes.reporting) {
                return Left::Nothing;
            }
            goes_on |= classes.is(segment, at - 1, classes.from);
            attached |= classes.is(segment, at - 1, classes.relative);
            if leads == Leads::Nothing && !classes.is(segment, at - 1, classes.list_and) {
                leads = Leads::Loose;
            }
            at -= 1;
        }
        Left::Nothing
    }

    /// An earlier figure whose subject may be shared.
    fn figure(&self, other: usize, leads: Leads, from: usize, classes: &ContextClasses) -> Left {
        // "Dana di lima bank senilai Rp2 triliun": the figure before only tells where.
        let before = self.mentions[other].tokens.start.checked_sub(1).filter(|before| *before >= from);
        let place = before.is_some_and(|before| self.preposition(before, classes) == Some("place"));
        if place && leads != Leads::Level { Left::Nothing } else { Left::Figure(other, leads) }
    }

    /// A verb that ends before a token: where it starts, and what it says of the figure. `None`: its subject is no thing
    /// that is measured.
    fn leading(&self, end: usize, from: usize, classes: &ContextClasses) -> Option<(usize, Option<Leads>)> {
        let segment = self.segment;
        let within = |(start, _): &(usize, u32)| *start >= from;
        if let Some((start, _)) = segment.class_before(end, classes.direction).filter(within)
            && !(start + 1 == end && classes.is_noun(segment, start))
        {
            return Some((start, Some(Leads::Level)));
        }
        if let Some((start, value)) = segment.class_before(end, classes.level_verb).filter(within) {
            let leads = match segment.language.lexicon.value(value) {
                "object" => None,
                "be" => Some(Leads::Being),
                "amount" => Some(Leads::Amount),
                _ => Some(Leads::Level),
            };
            return Some((start, leads));
        }
        let verb = classes.verb(segment, end - 1)?;
        Some((end - 1, (verb != Verb::Object).then_some(Leads::Verb)))
    }

    /// The noun phrase whose last words are the run, from its head; or where the words begin that only tell where, when or
    /// how.
    fn whole_phrase(
        &self,
        from: usize,
        last: Range<usize>,
        beside: bool,
        classes: &ContextClasses,
    ) -> Result<Subject, Option<usize>> {
        let end = last.end;
        let mut runs = vec![last.clone()];
        let mut head = last;
        for part in 0..PARTS {
            match self.joint(from, head.start, beside && part == 0, classes) {
                Joint::Begins => break,
                Joint::NoSubject => return Err(None),
                Joint::Behind(at, needed) => match self.run_before(from, at, classes) {
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
    fn joint(&self, from: usize, mut start: usize, beside: bool, classes: &ContextClasses) -> Joint {
        let segment = self.segment;
        let counted = |at: usize| at > from && self.in_mention(at - 1);
        while start > from && !counted(start) && classes.is(segment, start - 1, classes.determiner) {
            start -= 1;
        }
        if start <= from || counted(start) || segment.tokens[start - 1].kind != TokenKind::Word {
            return Joint::Begins;
        }
        let at = start - 1;
        if let Some(value) = self.preposition(at, classes) {
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
        if classes.is(segment, at, classes.list_and) {
            if let Some(other) = self.noun_before(from, at, classes) {
                // "18 orang dan warga sebanyak 32 orang": what was counted before.
                let first = self.run_start(from, other, classes);
                return if counted(first) { Joint::Begins } else { Joint::Behind(at, false) };
            }
            // "A, B, dan C naik": of several things none is the subject.
            let several = at > from && segment.word(at - 1) == "," && self.noun_before(from, at - 1, classes).is_some();
            return if several { Joint::NoSubject } else { Joint::Begins };
        }
        if let Some(relative) = self.relative_before(from, start, classes) {
            return Joint::Behind(relative, true);
        }
        let passive = classes.verb(segment, at) == Some(Verb::Passive);
        match self.run_before(from, at, classes).filter(|_| passive) {
            Some(run) => Joint::Instead(run),
            None => Joint::Begins,
        }
    }

    /// The relative pronoun of the clause that ends with the words before a token: "peserta yang telah lolos seleksi".
    fn relative_before(&self, from: usize, end: usize, classes: &ContextClasses) -> Option<usize> {
        let words = (from..end).rev().take(JOINT_WORDS);
        let mut inside = words.take_while(|at| {
            !self.in_mention(*at)
                && self.segment.tokens[*at].kind == TokenKind::Word
                && !classes.is(self.segment, *at, classes.clause)
        });
        inside.find(|at| classes.is(self.segment, *at, classes.relative))
    }

    /// The run of nouns before a token, other words and dates between.
    fn run_before(&self, from: usize, end: usize, classes: &ContextClasses) -> Option<Range<usize>> {
        let segment = self.segment;
        let free = self.relative_before(from, end, classes).is_some();
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
            if self.noun_before(from, at, classes).is_some() {
                return Some(self.run_start(from, at, classes)..at);
            }
            let stops = segment.tokens[at - 1].kind != TokenKind::Word
                || classes.is(segment, at - 1, classes.clause)
                || classes.is(segment, at - 1, classes.reporting);
            if stops {
                return None;
            }
            // "Pengangguran terbuka di Banten", but not "Banten juga dikaitkan dengan pengangguran".
            verbs += usize::from(!classes.is(segment, at - 1, classes.anaphor));
            if !free && (verbs > 1 || classes.verb(segment, at - 1) == Some(Verb::Object)) {
                return None;
            }
            at -= 1;
        }
        None
    }

    /// Where the run of nouns that ends before a token starts.
    fn run_start(&self, from: usize, end: usize, classes: &ContextClasses) -> usize {
        let mut start = end;
        while end - start < PHRASE_WORDS
            && let Some(noun) = self.noun_before(from, start, classes)
        {
            start = noun;
        }
        start
    }

    /// Where the noun that ends before a token starts; it may hold hyphens ("wali-kota", "Covid-19").
    fn noun_before(&self, from: usize, end: usize, classes: &ContextClasses) -> Option<usize> {
        let segment = self.segment;
        let noun = |at: usize| classes.is_noun(segment, at) && !self.in_mention(at);
        let last = end.checked_sub(1).filter(|at| *at >= from)?;
        let first = last.checked_sub(2).filter(|first| *first >= from && self.is_hyphen(last - 1) && noun(*first));
        let digits = segment.tokens[last].kind == TokenKind::Digits && !self.in_mention(last);
        if noun(last) { Some(first.unwrap_or(last)) } else { first.filter(|_| digits) }
    }

    /// Where the brackets open that close before a token.
    fn aside(&self, from: usize, end: usize) -> Option<usize> {
        let closes = end > from && self.segment.word(end - 1) == ")" && !self.in_mention(end - 1);
        let mut inside = (from..end).rev().take(PHRASE_WORDS).filter(|_| closes);
        inside.find(|at| self.segment.word(*at) == "(")
    }

    /// The run of nouns that starts at a token.
    fn run_after(&self, from: usize, to: usize, classes: &ContextClasses) -> Option<Subject> {
        let noun = |at: usize| classes.is_noun(self.segment, at) && !self.in_mention(at);
        let mut end = from;
        while end < to && end - from < PHRASE_WORDS && noun(end) {
            end += 1;
        }
        let idle = end == from || classes.is(self.segment, from, classes.no_head);
        if idle { None } else { self.part(from..end) }
    }

    /// Where a word ends that stands between a number and what it counts: "tiga unit mobil".
    fn classifier(&self, at: usize, to: usize, classes: &ContextClasses) -> Option<usize> {
        let (end, _) = self.segment.class_at(at, classes.classifier?)?;
        (end <= to && !self.in_mention(at)).then_some(end)
    }

    /// The value of the preposition at a token.
    fn preposition(&self, at: usize, classes: &ContextClasses) -> Option<&str> {
        let (_, value) = self.segment.class_at(at, classes.preposition?)?;
        Some(self.segment.language.lexicon.value(value))
    }

    fn mention_index(&self, at: usize) -> Option<usize> {
        let index = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        (self.mentions.get(index)?.tokens.start <= at).then_some(index)
    }

    fn part(&self, run: Range<usize>) -> Option<Subject> {
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
}

impl ContextClasses {
    /// The verb that a word is by its prefix, unless the pack says that it is none.
    pub(super) fn verb(&self, segment: &crate::language::Segment<'_>, at: usize) -> Option<Verb> {
        let token = &segment.tokens[at];
        let verb = segment.language.verb(segment.word(at)).filter(|_| token.case == Case::Lower)?;
        (!self.is(segment, at, self.no_verb)).then_some(verb)
    }
}
