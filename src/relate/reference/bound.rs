//! Does a figure say how much there is of what is measured of whom, and of nothing less? Judged by what stands among the
//! three: only words of the class `reference-gap` and dates may, so that parts, changes and other names break the tie.

use crate::extract::Passage;
use crate::language::{Case, Class, Language, TokenKind};
use std::ops::Range;

/// Words between two of the three.
const GAP_WORDS: usize = 10;

/// Tokens between an amount and the share that it is.
const BESIDE_TOKENS: usize = 4;

/// Words behind a preposition within which the date must begin that it belongs to.
const DATE_REACH: usize = 3;

/// Classes of words, as far as the language has them.
#[derive(Debug)]
pub(super) struct Classes {
    gap: Option<Class>,
    telling: Option<Class>,
    after: Option<Class>,
    close: Option<Class>,
    whole: Option<Class>,
    genitive: Option<Class>,
    measure_of: Option<Class>,
    determiner: Option<Class>,
    preposition: Option<Class>,
    locative: Option<Class>,
    relative: Option<Class>,
    clause: Option<Class>,
    reporting: Option<Class>,
    direction: Option<Class>,
    list_and: Option<Class>,
    people: Option<Class>,
}

impl Classes {
    pub(super) fn new(language: &Language) -> Self {
        let class = |name| language.lexicon.class(name);
        Classes {
            gap: class("reference-gap"),
            telling: class("reference-telling"),
            after: class("reference-after"),
            close: class("reference-close"),
            whole: class("reference-whole"),
            genitive: class("genitive"),
            measure_of: class("measure-of"),
            determiner: class("determiner"),
            preposition: class("preposition"),
            locative: class("locative"),
            relative: class("relative"),
            clause: class("clause"),
            reporting: class("reporting"),
            direction: class("direction"),
            list_and: class("list-and"),
            people: class("people"),
        }
    }
}

/// A sentence in which names of a table stand.
pub(super) struct Sentence<'a, 'p> {
    pub(super) passage: &'a Passage<'p>,
    pub(super) classes: &'a Classes,
    pub(super) tokens: Range<usize>,
    /// Where measures are named, too: "a population of 1.26 million inhabitants".
    pub(super) measures: Vec<Range<usize>>,
}

impl Sentence<'_, '_> {
    fn is(&self, at: usize, class: Option<Class>) -> bool {
        self.end_of(at, class).is_some()
    }

    fn end_of(&self, at: usize, class: Option<Class>) -> Option<usize> {
        class.and_then(|class| self.passage.segment.class_at(at, class)).map(|(end, _)| end)
    }

    /// Where the date ends that stands at a token.
    fn date_end(&self, at: usize) -> Option<usize> {
        let mentions = &self.passage.mentions;
        let index = mentions.partition_point(|mention| mention.tokens.end <= at);
        let mention = mentions.get(index).filter(|mention| mention.tokens.contains(&at) && mention.is_time())?;
        Some(mention.tokens.end)
    }

    /// Do subject, measure and figure belong together? `change`: the figure is what something rose or fell to.
    pub(super) fn binds(
        &self,
        subject: &Range<usize>,
        measure: &Range<usize>,
        figure: &Range<usize>,
        change: bool,
    ) -> bool {
        let [s, m, f] = [subject, measure, figure];
        let before_figure = |tokens: Range<usize>| if change { self.is_change(tokens) } else { self.is_gap(tokens) };
        if m.end <= s.start && s.end <= f.start {
            // "The population of Arenal was 1.26 million".
            self.is_of(m.end..s.start)
                && before_figure(s.end..f.start)
                && self.opens(m.start, false)
                && self.ends(f.end)
        } else if s.end <= m.start && m.end <= f.start {
            // "Arenal's population was", "Arenal has a population of", "Arenal was founded in".
            self.is_told(s.end..m.start)
                && before_figure(m.end..f.start)
                && self.opens(s.start, true)
                && self.ends(f.end)
        } else if s.end <= f.start && f.end == m.start {
            // "Arenal has 1.26 million inhabitants", "is 12 metres tall".
            self.is_gap(s.end..f.start) && self.opens(s.start, true) && self.ends(m.end)
        } else if m.start == self.tokens.start && m.end <= f.start && f.end + 1 == s.start {
            // "Founded in 1921, the line".
            self.passage.segment.word(f.end) == "," && self.is_gap(m.end..f.start) && !self.is_longer(s.end)
        } else {
            false
        }
    }

    /// Is what is measured named behind the figure, as what is counted?
    pub(super) fn is_counted(measure: &Range<usize>, figure: &Range<usize>) -> bool {
        figure.end == measure.start
    }

    /// Do these tokens say that a figure behind them is a share of the measure: "40 percent *of Arenal's population*"?
    pub(super) fn is_whole(&self, subject: &Range<usize>, measure: &Range<usize>, share: &Range<usize>) -> bool {
        let classes = self.classes;
        let phrase = subject.start.min(measure.start)..subject.end.max(measure.end);
        let one_of = |at: usize, joins: &[Option<Class>]| joins.iter().find_map(|class| self.end_of(at, *class));
        let inside = if measure.end <= subject.start {
            self.is_of(measure.end..subject.start)
        } else {
            let own = |at: usize| one_of(at, &[classes.genitive, classes.whole]);
            subject.end < measure.start && self.consists(subject.end..measure.start, own)
        };
        let of = |at: usize| one_of(at, &[classes.measure_of, classes.determiner, classes.whole]);
        share.end < phrase.start
            && inside
            && self.is(share.end, classes.measure_of)
            && self.consists(share.end..phrase.start, of)
            && self.ends(phrase.end)
    }

    /// The amount that is the share of a whole named in `phrase`, in the same breath: "585,000 people, 40 percent of Arenal's
    /// population", "40 percent of Arenal's population, or 585,000 people". Gives its mention.
    pub(super) fn amount_beside(&self, share: usize, phrase_end: usize) -> Option<usize> {
        let mentions = &self.passage.mentions;
        let segment = &self.passage.segment;
        let beside = |between: Range<usize>| {
            between.len() <= BESIDE_TOKENS
                && between.clone().any(|at| matches!(segment.word(at), "," | "("))
                && between.clone().all(|at| !matches!(segment.word(at), ";" | ":") && self.date_end(at).is_none())
        };
        let start = mentions.get(share)?.tokens.start;
        let before = share.checked_sub(1).filter(|before| {
            mentions[*before].tokens.start >= self.tokens.start && beside(mentions[*before].tokens.end..start)
        });
        let after = mentions.get(share + 1).filter(|after| {
            after.tokens.end <= self.tokens.end
                && after.tokens.start >= phrase_end
                && beside(phrase_end..after.tokens.start)
        });
        match (before, after) {
            (Some(before), None) => Some(before),
            (None, Some(_)) => Some(share + 1),
            _ => None,
        }
    }

    /// Nothing but "of the" between a measure and the one that it is measured of, and a date.
    fn is_of(&self, tokens: Range<usize>) -> bool {
        let classes = self.classes;
        let joins = [classes.measure_of, classes.preposition, classes.determiner, classes.whole];
        self.consists(tokens, |at| joins.iter().find_map(|class| self.end_of(at, *class)))
    }

    /// Nothing between a name and what is measured of it but what `is_gap` lets pass, words that only tell of it ("posted"),
    /// and a clause that tells of the name right before it (", which was").
    fn is_told(&self, tokens: Range<usize>) -> bool {
        let start = tokens.start + usize::from(self.passage.segment.word(tokens.start) == ",");
        let inner = match self.end_of(start, self.classes.relative).filter(|end| *end <= tokens.end) {
            Some(end) => end..tokens.end,
            None => tokens,
        };
        self.consists(inner, |at| self.gap_end(at).or_else(|| self.end_of(at, self.classes.telling)))
    }

    /// Does a name go on behind its end: "Arenal *Province*"?
    fn is_longer(&self, end: usize) -> bool {
        let next = self.passage.segment.tokens.get(end).filter(|_| end < self.tokens.end);
        next.is_some_and(|next| next.glued && next.kind == TokenKind::Word || next.case != Case::Lower)
    }

    /// Nothing between two of the three that makes one of them something else.
    fn is_gap(&self, tokens: Range<usize>) -> bool {
        self.consists(tokens, |at| self.gap_end(at))
    }

    /// The same with a change between: "rose 4 percent to".
    fn is_change(&self, tokens: Range<usize>) -> bool {
        let mentions = &self.passage.mentions;
        let figure = |at: usize| {
            let index = mentions.partition_point(|mention| mention.tokens.end <= at);
            mentions.get(index).filter(|mention| mention.tokens.contains(&at)).map(|mention| mention.tokens.end)
        };
        let change = |at: usize| {
            let classes = [self.classes.direction, self.classes.preposition];
            classes.iter().find_map(|class| self.end_of(at, *class))
        };
        self.consists(tokens, |at| figure(at).or_else(|| self.gap_end(at)).or_else(|| change(at)))
    }

    /// Where a phrase ends that may stand between two of the three.
    fn gap_end(&self, at: usize) -> Option<usize> {
        let segment = &self.passage.segment;
        let word = segment.word(at);
        // "The airlines' sales".
        let owns = matches!(word, "'" | "’") && segment.tokens[at].glued;
        let sign = || (owns || matches!(word, "," | "(" | ":" | "–" | "—")).then_some(at + 1);
        let classes = [self.classes.gap, self.classes.whole, self.classes.genitive];
        classes.iter().find_map(|class| self.end_of(at, *class)).or_else(sign)
    }

    /// Do phrases that `end` knows, and dates, fill these tokens?
    fn consists(&self, tokens: Range<usize>, end: impl Fn(usize) -> Option<usize>) -> bool {
        let (mut at, mut words) = (tokens.start, 0);
        while at < tokens.end {
            let next = match self.date_end(at) {
                Some(next) => next,
                None => {
                    words += 1;
                    let Some(next) = end(at) else { return false };
                    next
                }
            };
            if next > tokens.end || words > GAP_WORDS {
                return false;
            }
            at = next;
        }
        true
    }

    /// May what is measured, or of whom, begin here, so that it is no part of a longer name or phrase?
    fn opens(&self, start: usize, place: bool) -> bool {
        let classes = self.classes;
        let mut at = start;
        while at > self.tokens.start && (self.is(at - 1, classes.determiner) || self.is(at - 1, classes.whole)) {
            at -= 1;
        }
        let Some(before) = at.checked_sub(1).filter(|before| *before >= self.tokens.start) else { return true };
        // "In Bruma, the company had": of somewhere else.
        if self.names_place(self.tokens.start..start) {
            return false;
        }
        let segment = &self.passage.segment;
        // "In Arenal, the population": where the sentence begins, and nowhere else.
        let opening = |at: usize| at == self.tokens.start || matches!(segment.word(at - 1), "," | "\"" | "“");
        if place && self.is(before, classes.locative) {
            return opening(before);
        }
        let sign = segment.tokens[before].kind == TokenKind::Symbol
            && !matches!(segment.word(before), "-" | "/" | "'" | "’" | "&" | "%" | ".");
        sign || self.is(before, classes.clause)
            || self.is(before, classes.reporting)
            || self.is(before, classes.list_and) && !place
            || self.date_end(before).is_some()
    }

    /// May the sentence go on so behind the figure without making it a part of something, or of somewhere?
    fn ends(&self, mut at: usize) -> bool {
        let classes = self.classes;
        let segment = &self.passage.segment;
        // "1.26 million people", "1,26 juta jiwa".
        let named = self.measures.iter().find(|measure| measure.start == at).map(|measure| measure.end);
        if let Some(end) = named.or_else(|| self.end_of(at, classes.people)) {
            at = end;
        }
        // "3,142 metres above sea level"; "yang berdiri sejak 1921 itu" closes the clause that tells of the name.
        let closes = self.is(at, classes.close) && at > 0 && self.date_end(at - 1).is_some();
        at = self.end_of(at, classes.after).unwrap_or(at);
        if self.is_elsewhere(at) {
            return false;
        }
        if closes || at >= self.tokens.end || self.date_end(at).is_some() {
            return true;
        }
        if self.is(at, classes.relative) {
            return false;
        }
        let dated = (at + 1..at + 1 + DATE_REACH).find(|at| self.date_end(*at).is_some()).is_some_and(|date| {
            (at..date).all(|at| {
                self.is(at, classes.preposition) || self.is(at, classes.gap) || self.is(at, classes.determiner)
            })
        });
        let sign =
            segment.tokens[at].kind == TokenKind::Symbol && !matches!(segment.word(at), "-" | "/" | "'" | "’" | "%");
        let goes_on = [classes.clause, classes.reporting, classes.direction, classes.list_and];
        sign || dated || goes_on.iter().any(|class| self.is(at, *class))
    }

    /// Is a place named behind the figure, before the next comma: "employs 5,000 people in Bruma"?
    fn is_elsewhere(&self, from: usize) -> bool {
        let segment = &self.passage.segment;
        let end = (from..self.tokens.end).find(|at| matches!(segment.word(*at), "," | ";" | "("));
        self.names_place(from..end.unwrap_or(self.tokens.end))
    }

    /// Does a name stand behind a preposition of place in these tokens?
    fn names_place(&self, tokens: Range<usize>) -> bool {
        let segment = &self.passage.segment;
        let name = |mut at: usize| {
            while at < tokens.end && self.is(at, self.classes.determiner) {
                at += 1;
            }
            at < tokens.end
                && segment.tokens[at].kind == TokenKind::Word
                && segment.tokens[at].case != Case::Lower
                && self.date_end(at).is_none()
        };
        tokens.clone().any(|at| self.end_of(at, self.classes.locative).is_some_and(name))
    }
}
