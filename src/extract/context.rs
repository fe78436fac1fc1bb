//! What a figure is about: subject, period, speaker, modality, direction.

use super::claim::{Context, Modality, Subject};
use super::mention::{Content, Mention};
use super::sentence::Division;
use super::when::When;
use crate::language::{Case, Class, Language, Segment, TokenKind};
use crate::value::{Grain, Kind, Period};
use std::ops::Range;
use std::sync::Arc;

/// Words of a noun phrase that are looked at.
pub(super) const PHRASE_WORDS: usize = 6;

/// Tokens by which a period is farther off when another figure stands between.
const OTHER_FIGURE: usize = 4;

/// Tokens before an earlier level among which a word such as "from" stands.
const FROM_REACH: usize = 3;

/// Tokens before and after a figure within which a word of modality governs it.
const MODALITY_REACH: (usize, usize) = (12, 4);

/// Classes that contexts are read by.
pub struct ContextClasses {
    pub(super) stops: Vec<Class>,
    pub(super) preposition: Option<Class>,
    pub(super) determiner: Option<Class>,
    pub(super) direction: Option<Class>,
    pub(super) level_verb: Option<Class>,
    pub(super) modality: Option<Class>,
    pub(super) reporting: Option<Class>,
    pub(super) clause: Option<Class>,
    pub(super) noun_stop: Option<Class>,
    pub(super) list_and: Option<Class>,
    pub(super) from: Option<Class>,
    pub(super) padding: Option<Class>,
    pub(super) no_head: Option<Class>,
    pub(super) transitive: Option<Class>,
    pub(super) measure_of: Option<Class>,
    pub(super) adjunct: Option<Class>,
    pub(super) other_period: Option<Class>,
    pub(super) relative: Option<Class>,
    pub(super) classifier: Option<Class>,
    pub(super) no_verb: Option<Class>,
    pub(super) anaphor: Option<Class>,
    /// Nouns of rise and fall, of forecast and target: they are part of noun phrases.
    pub(super) noun: Option<Class>,
}

/// A segment with what was found in it.
pub struct Found<'a, 's> {
    /// The segment.
    pub segment: &'a Segment<'s>,
    /// Its mentions.
    pub mentions: &'a [Mention],
    /// Its sentences and clauses.
    pub division: &'a Division,
    /// What stands between quotation marks: from the opening one to the closing one.
    pub quotes: Vec<Range<usize>>,
}

/// The quotations of a segment. Straight marks open and close by turns.
pub fn quotes(segment: &Segment<'_>) -> Vec<Range<usize>> {
    let (mut quotes, mut open) = (Vec::new(), None);
    for at in 0..segment.tokens.len() {
        match (segment.word(at), open) {
            ("“" | "„" | "«", _) | ("\"", None) => open = Some(at),
            ("”" | "»" | "\"", Some(start)) => {
                quotes.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    // A quotation that runs over several paragraphs closes in the last of them.
    quotes.extend(open.map(|start| start..segment.tokens.len() - 1));
    quotes
}

impl ContextClasses {
    /// Looks the classes up.
    pub fn new(language: &Language) -> Self {
        let class = |name| language.lexicon.class(name);
        let stops = [
            "noun-stop",
            "preposition",
            "clause",
            "direction",
            "level-verb",
            "reporting",
            "determiner",
            "modality",
            "future",
            "hedge-before",
            "anaphor",
        ];
        ContextClasses {
            stops: stops.into_iter().filter_map(class).collect(),
            preposition: class("preposition"),
            determiner: class("determiner"),
            direction: class("direction"),
            level_verb: class("level-verb"),
            modality: class("modality"),
            reporting: class("reporting"),
            clause: class("clause"),
            noun_stop: class("noun-stop"),
            list_and: class("list-and"),
            from: class("from"),
            padding: class("padding"),
            no_head: class("no-head"),
            transitive: class("transitive"),
            measure_of: class("measure-of"),
            adjunct: class("adjunct"),
            other_period: class("other-period"),
            relative: class("relative"),
            classifier: class("classifier"),
            no_verb: class("no-verb"),
            anaphor: class("anaphor"),
            noun: class("noun"),
        }
    }

    pub(super) fn is(&self, segment: &Segment<'_>, at: usize, class: Option<Class>) -> bool {
        class.is_some_and(|class| segment.class_at(at, class).is_some())
    }

    pub(super) fn is_noun(&self, segment: &Segment<'_>, at: usize) -> bool {
        // The letter after an apostrophe belongs to the word before ("China's").
        let suffix = segment.tokens[at].glued && at > 0 && matches!(segment.word(at - 1), "'" | "’");
        segment.tokens[at].kind == TokenKind::Word
            && !suffix
            && (self.is(segment, at, self.noun)
                || !segment.senses.at(at).iter().any(|sense| self.stops.contains(&sense.class))
                    && self.verb(segment, at).is_none())
    }
}

impl Found<'_, '_> {
    /// Context of one mention.
    pub fn context(
        &self,
        index: usize,
        classes: &ContextClasses,
        resolve: impl Fn(&When) -> Option<Period>,
    ) -> Context {
        let mention = &self.mentions[index];
        let clause = self.extent(mention.core.start, &self.division.clause);
        let sentence = self.extent(mention.core.start, &self.division.sentence);
        Context {
            subject: self.subject(index, &clause, &sentence, classes),
            period: self.period(index, &clause, &sentence, classes, resolve),
            place: None,
            modality: self.modality(&mention.tokens, &clause, classes),
            speaker: self.speaker(&sentence, classes).or_else(|| self.quoted(mention.core.start, classes)),
            direction: self.direction(mention, &clause, classes),
        }
    }

    /// The quotation that a token stands in.
    fn quote(&self, at: usize) -> Option<&Range<usize>> {
        let index = self.quotes.partition_point(|quote| quote.end <= at);
        self.quotes.get(index).filter(|quote| quote.contains(&at))
    }

    /// Does a token stand between quotation marks?
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quote(at).is_some()
    }

    /// Tokens that share a number with the one at `at`.
    fn extent(&self, at: usize, numbers: &[u32]) -> Range<usize> {
        let number = numbers[at];
        numbers.partition_point(|other| *other < number)..numbers.partition_point(|other| *other <= number)
    }

    pub(super) fn in_mention(&self, at: usize) -> bool {
        self.mention_at(at).is_some()
    }

    pub(super) fn mention_at(&self, at: usize) -> Option<&Mention> {
        let index = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        self.mentions.get(index).filter(|mention| mention.tokens.start <= at)
    }

    /// Sign of the word of rise or fall that belongs to the mention: the nearest in its clause, no other figure between.
    fn direction(&self, mention: &Mention, clause: &Range<usize>, classes: &ContextClasses) -> Option<i8> {
        let class = classes.direction?;
        let sign = |at: usize| {
            let (_, value) = self.segment.class_at(at, class)?;
            self.segment.language.lexicon.value(value).parse::<i8>().ok()
        };
        let before = (clause.start..mention.tokens.start).rev().take(8).take_while(|at| !self.in_mention(*at));
        let after = (mention.tokens.end..clause.end).take(4).take_while(|at| !self.in_mention(*at));
        before.chain(after).find_map(sign)
    }

    fn subject(
        &self,
        index: usize,
        clause: &Range<usize>,
        sentence: &Range<usize>,
        classes: &ContextClasses,
    ) -> Option<Subject> {
        let mention = &self.mentions[index];
        if mention.is_time() {
            return None;
        }
        if mention.kind == Kind::Age
            && let Some(person) = self.person_before(mention.tokens.start, clause.start)
        {
            return Some(person);
        }
        if self.segment.language.head_first {
            return self.head_first_subject(index, sentence, classes, 0);
        }
        let counted = matches!(mention.kind, Kind::Number | Kind::Range) && mention.unit.is_none();
        let after_first = counted || mention.kind == Kind::Ordinal;
        // "Capital spending 2.6 trillion", "the third warehouse" where the head comes first: what stands right before
        // the figure is what it measures.
        if self.segment.language.head_first
            && !counted
            && let Some(subject) = self.title_of(index, clause.start, classes)
        {
            return Some(subject);
        }
        let end = mention.tokens.end;
        // "A two-horse race": the figure is part of a word, which it does not count.
        if counted && self.is_hyphen(end) {
            return None;
        }
        // "More than 100 of the models" counts models, "at least one of them" what only a reader knows.
        if counted && end < clause.end && classes.is(self.segment, end, classes.measure_of) {
            let the = end + 1 < clause.end && classes.is(self.segment, end + 1, classes.determiner);
            return self.phrase_after(end + 1 + usize::from(the), clause.end, classes);
        }
        let after = || self.phrase_after(end, clause.end, classes);
        let before = || {
            let changed = self.changed_by(clause.start, mention.tokens.start, classes);
            let named = changed.or_else(|| self.named_before(mention.tokens.start, clause.start, classes));
            let own = named.or_else(|| self.phrase_before(clause.start, mention.tokens.start, classes));
            // A clause without a subject of its own takes the one before it in its sentence.
            own.or_else(|| self.phrase_before(sentence.start, clause.start, classes))
        };
        if counted {
            return after().or_else(|| self.counted_before(index, sentence.start, classes)).or_else(before);
        }
        if after_first { after().or_else(before) } else { before().or_else(after) }
    }

    /// The period that a figure is about: the nearest one named in its clause, else in its sentence.
    fn period(
        &self,
        index: usize,
        clause: &Range<usize>,
        sentence: &Range<usize>,
        classes: &ContextClasses,
        resolve: impl Fn(&When) -> Option<Period>,
    ) -> Option<Period> {
        let own = &self.mentions[index].tokens;
        // "Fell to 3 from 5 a year ago": the period behind the earlier level is not that of the later one.
        let earlier = |mention: &Mention| {
            let before = self.mentions.iter().rev().find(|other| other.tokens.end <= mention.tokens.start);
            before.is_some_and(|other| {
                !other.is_time()
                    && other.tokens.start > own.start
                    && (own.end..other.tokens.start)
                        .rev()
                        .take(FROM_REACH)
                        .any(|at| classes.is(self.segment, at, classes.from))
            })
        };
        // "The lowest since 1974", "up 2.6% on 2003": the period is what the figure is set against.
        let against = |mention: &Mention| {
            let ends = |class: Option<Class>| self.segment.class_before(mention.tokens.start, class).is_some();
            let change = matches!(self.mentions[index].kind, Kind::Percent | Kind::Points | Kind::Multiple);
            ends(classes.other_period) || (change && ends(classes.from))
        };
        let distance = |mention: &Mention| {
            let gap = mention.tokens.start.saturating_sub(own.end) + own.start.saturating_sub(mention.tokens.end);
            let (low, high) = (own.end.min(mention.tokens.end), own.start.max(mention.tokens.start));
            let between = |other: &Mention| !other.is_time() && low <= other.tokens.start && other.tokens.end <= high;
            // "3.1 percent in May from 2.8 in June": of two that are as near, the one that follows.
            (if self.mentions.iter().any(between) { gap + OTHER_FIGURE } else { gap }, mention.tokens.start < own.start)
        };
        let periods = |within: &Range<usize>| {
            let from = self.mentions.partition_point(|mention| mention.core.start < within.start);
            let to = self.mentions.partition_point(|mention| mention.core.start < within.end);
            let named = self.mentions[from..to].iter().filter_map(|mention| match &mention.content {
                Content::When(when)
                    if mention.core.start != self.mentions[index].core.start && when.grain() != Some(Grain::Day) =>
                {
                    // "In April from 3.8% in March": of two that are as near the later one belongs to the figure.
                    (!earlier(mention) && !against(mention))
                        .then(|| ((distance(mention), mention.tokens.start < own.start), when))
                }
                _ => None,
            });
            named.min_by_key(|(distance, _)| *distance).map(|(_, when)| *when)
        };
        if self.mentions[index].is_time() || self.mentions[index].kind == Kind::Age {
            return None;
        }
        periods(clause).or_else(|| periods(sentence)).and_then(|when| resolve(&when))
    }

    fn modality(&self, mention: &Range<usize>, clause: &Range<usize>, classes: &ContextClasses) -> Modality {
        let Some(class) = classes.modality else {
            return Modality::Actual;
        };
        let (before, after) = MODALITY_REACH;
        let reach = clause.start.max(mention.start.saturating_sub(before))..clause.end.min(mention.end + after);
        // "Grew 4.8 percent and is forecast to": what is joined on speaks of another figure.
        let joined = |at: &usize| *at >= mention.end && classes.is(self.segment, *at, classes.list_and);
        let mut words = reach.take_while(|at| !joined(at)).filter(|at| !self.in_mention(*at));
        let word = words.find_map(|at| self.segment.class_at(at, class));
        match word.map(|(_, value)| self.segment.language.lexicon.value(value)) {
            Some("forecast") => Modality::Forecast,
            Some("target") => Modality::Target,
            Some("estimate") => Modality::Estimate,
            Some("revised") => Modality::Revised,
            _ => Modality::Actual,
        }
    }

    /// Who says a figure inside quotation marks: whoever is named in the sentence in which they close.
    fn quoted(&self, at: usize, classes: &ContextClasses) -> Option<Arc<str>> {
        let quote = self.quote(at)?;
        self.speaker(&self.extent(quote.end, &self.division.sentence), classes)
    }

    /// Who says the sentence: the name next to a reporting word.
    fn speaker(&self, sentence: &Range<usize>, classes: &ContextClasses) -> Option<Arc<str>> {
        let class = classes.reporting?;
        let segment = self.segment;
        let (at, end, value) = sentence.clone().find_map(|at| {
            let (end, value) = segment.class_at(at, class)?;
            Some((at, end, segment.language.lexicon.value(value)))
        })?;
        let name = |at: usize| {
            sentence.contains(&at)
                && segment.tokens[at].kind == TokenKind::Word
                && segment.tokens[at].case != Case::Lower
                && !self.in_mention(at)
                && !classes.is(segment, at, classes.clause)
        };
        // A pronoun names nobody.
        let pronoun = |first: usize, last: usize| last == first + 1 && classes.is(segment, first, classes.noun_stop);
        let after = || {
            let mut last = end;
            while name(last) && last - end < PHRASE_WORDS {
                last += 1;
            }
            // "Sources said Iran used": a word that goes on after the name makes it the subject of what is said.
            let goes_on = || last < sentence.end && !self.in_mention(last) && classes.is_noun(segment, last);
            (last > end && !pronoun(end, last) && (value == "after" || !goes_on())).then(|| segment.words(end, last))
        };
        let before = || {
            let mut first = at;
            while first > sentence.start && name(first - 1) && at - first < PHRASE_WORDS {
                first -= 1;
            }
            (first < at && !pronoun(first, at)).then(|| segment.words(first, at))
        };
        let name = match value {
            "after" => after(),
            "before" => before(),
            _ => after().or_else(before),
        };
        name.map(Into::into)
    }
}
