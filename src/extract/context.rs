//! What a figure is about: subject, period, speaker, modality, direction.

use super::claim::{Context, Modality, Subject};
use super::mention::{Content, Mention};
use super::sentence::Division;
use super::when::When;
use crate::language::{Case, Class, Segment, TokenKind};
use crate::value::{Grain, Kind, Period};
use std::ops::Range;
use std::sync::Arc;

/// Words of a noun phrase that are looked at.
const PHRASE_WORDS: usize = 6;

/// Verbs of one clause that are looked through for their common subject.
const SHARING_VERBS: usize = 3;

/// Words of a noun phrase that stands right before a figure with no verb between. A longer run hides a verb.
const TITLE_WORDS: usize = 4;

/// Tokens by which a period is farther off when another figure stands between.
const OTHER_FIGURE: usize = 4;

/// Tokens before an earlier level among which a word such as "from" stands.
const FROM_REACH: usize = 3;

/// Tokens before and after a figure within which a word of modality governs it.
const MODALITY_REACH: (usize, usize) = (12, 4);

/// Classes that contexts are read by.
pub struct ContextClasses {
    stops: Vec<Class>,
    preposition: Option<Class>,
    determiner: Option<Class>,
    direction: Option<Class>,
    level_verb: Option<Class>,
    modality: Option<Class>,
    reporting: Option<Class>,
    clause: Option<Class>,
    noun_stop: Option<Class>,
    list_and: Option<Class>,
    from: Option<Class>,
    padding: Option<Class>,
    no_head: Option<Class>,
    transitive: Option<Class>,
    measure_of: Option<Class>,
    adjunct: Option<Class>,
    other_period: Option<Class>,
}

/// What stands before a verb.
enum Before {
    /// Its noun phrase.
    Phrase(Subject),
    /// Something that is no noun phrase: an earlier one does not belong to the verb either.
    Other,
    /// Nothing: the verb shares the noun phrase of the one before it.
    Nothing,
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
    pub fn new(segment: &Segment<'_>) -> Self {
        let class = |name| segment.language.lexicon.class(name);
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
        }
    }

    fn is(&self, segment: &Segment<'_>, at: usize, class: Option<Class>) -> bool {
        class.is_some_and(|class| segment.class_at(at, class).is_some())
    }

    fn is_noun(&self, segment: &Segment<'_>, at: usize) -> bool {
        // The letter after an apostrophe belongs to the word before ("China's").
        let suffix = segment.tokens[at].glued && at > 0 && matches!(segment.word(at - 1), "'" | "’");
        segment.tokens[at].kind == TokenKind::Word
            && !suffix
            && !segment.senses.at(at).iter().any(|sense| self.stops.contains(&sense.class))
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
        let (direction, trigger) = self.direction(mention, &clause, classes);
        Context {
            subject: self.subject(index, &clause, &sentence, classes),
            period: self.period(index, &clause, &sentence, classes, resolve),
            place: None,
            modality: self.modality(&mention.tokens, &clause, classes),
            speaker: self.speaker(&sentence, classes).or_else(|| self.quoted(mention.core.start, classes)),
            measure: trigger.map(|at| self.segment.language.lemma(self.segment.word(at)).into()),
            direction,
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

    fn in_mention(&self, at: usize) -> bool {
        self.mention_at(at).is_some()
    }

    fn mention_at(&self, at: usize) -> Option<&Mention> {
        let index = self.mentions.partition_point(|mention| mention.tokens.end <= at);
        self.mentions.get(index).filter(|mention| mention.tokens.start <= at)
    }

    /// Sign and token of the word of rise or fall that belongs to the mention: the nearest in its clause, no other
    /// figure between.
    fn direction(
        &self,
        mention: &Mention,
        clause: &Range<usize>,
        classes: &ContextClasses,
    ) -> (Option<i8>, Option<usize>) {
        let Some(class) = classes.direction else {
            return (None, None);
        };
        let sign = |at: usize| {
            let (_, value) = self.segment.class_at(at, class)?;
            self.segment.language.lexicon.value(value).parse::<i8>().ok()
        };
        let before = (clause.start..mention.tokens.start).rev().take(8).take_while(|at| !self.in_mention(*at));
        let after = (mention.tokens.end..clause.end).take(4).take_while(|at| !self.in_mention(*at));
        for at in before.chain(after) {
            if let Some(sign) = sign(at) {
                return (Some(sign), Some(at));
            }
        }
        (None, None)
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
            let own = changed.or_else(|| self.phrase_before(clause.start, mention.tokens.start, classes));
            // A clause without a subject of its own takes the one before it in its sentence.
            own.or_else(|| self.phrase_before(sentence.start, clause.start, classes))
        };
        if counted {
            return after().or_else(|| self.counted_before(index, sentence.start, classes)).or_else(before);
        }
        if after_first { after().or_else(before) } else { before().or_else(after) }
    }

    /// The noun phrase that starts right after a figure: what is counted.
    fn phrase_after(&self, from: usize, to: usize, classes: &ContextClasses) -> Option<Subject> {
        let segment = self.segment;
        let mut end = from;
        while end < to && end - from < PHRASE_WORDS && classes.is_noun(segment, end) && !self.in_mention(end) {
            end += 1;
        }
        self.phrase(from..self.head_end(from, end, classes), None)
    }

    /// What an earlier figure counts that this one goes on counting: "1,480 cattle in all: 610 in the north".
    fn counted_before(&self, index: usize, from: usize, classes: &ContextClasses) -> Option<Subject> {
        let segment = self.segment;
        // Where the head comes first, what is counted may stand before the figure.
        if segment.language.head_first {
            return None;
        }
        let end = self.mentions[index].tokens.start;
        let earlier = self.mentions[..index].iter().rev().take_while(|mention| mention.tokens.start >= from);
        let mut counts = earlier.filter(|mention| mention.kind == Kind::Number && mention.unit.is_none()).take(4);
        let (at, subject) = counts.find_map(|mention| {
            let subject = self.phrase_after(mention.tokens.end, end, classes)?;
            Some((mention.tokens.end, subject))
        })?;
        let verb = |at: usize| {
            classes.is(segment, at, classes.direction)
                || classes.is(segment, at, classes.level_verb)
                || classes.is(segment, at, classes.clause)
        };
        (!(at..end).any(|at| !self.in_mention(at) && verb(at))).then_some(subject)
    }

    /// Where a noun phrase ends without the words that none ends with: "jobs created", "armed police arrived early".
    fn head_end(&self, from: usize, to: usize, classes: &ContextClasses) -> usize {
        let said =
            |at: usize| self.segment.tokens[at].case == Case::Lower && classes.is(self.segment, at, classes.no_head);
        (from..to).rev().find(|at| !said(*at)).map_or(from, |at| at + 1)
    }

    /// Is the token a hyphen inside a word?
    fn is_hyphen(&self, at: usize) -> bool {
        let glued = |at: usize| self.segment.tokens.get(at).is_some_and(|token| token.glued);
        glued(at) && glued(at + 1) && matches!(self.segment.word(at), "-" | "‑")
    }

    /// The noun phrase between a verb that changes things and a figure: "boosted annual sales in Asia to 150,000".
    fn changed_by(&self, from: usize, to: usize, classes: &ContextClasses) -> Option<Subject> {
        let verb = (from..to).rev().find(|at| classes.is(self.segment, *at, classes.direction))?;
        let (mut start, _) = self.segment.class_at(verb, classes.transitive?)?;
        while start < to && classes.is(self.segment, start, classes.determiner) {
            start += 1;
        }
        self.phrase_after(start, to, classes)
    }

    /// The noun phrase right before a figure, or before the one that it is joined to: "capital spending 2.6 trillion, or
    /// 20 percent".
    fn title_of(&self, index: usize, from: usize, classes: &ContextClasses) -> Option<Subject> {
        let start = self.mentions[index].tokens.start;
        let joined = || {
            let before =
                index.checked_sub(1).map(|before| &self.mentions[before]).filter(|before| !before.is_time())?;
            let between = before.tokens.end..start;
            let joint = |at| self.segment.word(at) == "(" || classes.is(self.segment, at, classes.list_and);
            let near = before.tokens.start >= from && (1..=2).contains(&between.len());
            (near && between.clone().all(joint))
                .then(|| self.title_before(before.tokens.start, from, classes))
                .flatten()
        };
        self.title_before(start, from, classes).or_else(joined)
    }

    /// The noun phrase right before a token.
    fn title_before(&self, to: usize, from: usize, classes: &ContextClasses) -> Option<Subject> {
        // "Broke through the level 16,865": the verb before it tells what is measured.
        if to > from && classes.is(self.segment, to - 1, classes.padding) {
            return None;
        }
        let noun = |at: &usize| classes.is_noun(self.segment, *at) && !self.in_mention(*at);
        let words = (from..to).rev().take_while(noun).count();
        (words <= TITLE_WORDS).then(|| self.phrase(to - words..to, None)).flatten()
    }

    /// The name of whose age is told: "Wagiman (63)", "Paolo, 63".
    fn person_before(&self, to: usize, from: usize) -> Option<Subject> {
        let segment = self.segment;
        let end = to.checked_sub(1).filter(|at| matches!(segment.word(*at), "(" | ","))?;
        let name = |at: &usize| {
            segment.tokens[*at].kind == TokenKind::Word
                && segment.tokens[*at].case != Case::Lower
                && !self.in_mention(*at)
        };
        let words = (from..end).rev().take_while(name).take(PHRASE_WORDS).count();
        self.phrase(end - words..end, None)
    }

    /// The noun phrase before the verb that leads to a figure; several verbs may share one ("rose 4% to reach …").
    fn phrase_before(&self, from: usize, to: usize, classes: &ContextClasses) -> Option<Subject> {
        let verbs = (from..to).rev().filter(|at| {
            !self.in_mention(*at)
                && (classes.is(self.segment, *at, classes.direction)
                    || classes.is(self.segment, *at, classes.level_verb))
        });
        for verb in verbs.take(SHARING_VERBS) {
            match self.phrase_ending(from, verb, classes) {
                Before::Phrase(subject) => return Some(subject),
                Before::Other => return None,
                Before::Nothing => {}
            }
        }
        None
    }

    /// The noun phrase right before a verb.
    fn phrase_ending(&self, from: usize, verb: usize, classes: &ContextClasses) -> Before {
        let segment = self.segment;
        let noun = |at: usize| classes.is_noun(segment, at) && !self.in_mention(at);
        let figure = |at: usize| self.mention_at(at).is_some_and(|mention| !mention.is_time());
        // Auxiliaries, adverbs and periods may stand between the phrase and its verb.
        let mut end = verb;
        while end > from
            && verb - end < 4
            && !noun(end - 1)
            && !figure(end - 1)
            && segment.tokens[end - 1].kind == TokenKind::Word
        {
            end -= 1;
            // "A spokesman said this includes": what is reported has a subject of its own.
            if classes.is(segment, end, classes.reporting) {
                return Before::Other;
            }
        }
        // "Central Hudson Gas Corp <CNH> has": what stands in brackets is said beside.
        if end > from && !self.in_mention(end - 1) {
            let open = match segment.word(end - 1) {
                ")" => "(",
                ">" => "<",
                _ => "",
            };
            let opening = (from..end - 1).rev().take(PHRASE_WORDS).find(|at| segment.word(*at) == open);
            end = opening.unwrap_or(end);
        }
        let mut start = end;
        let mut head_end = end;
        loop {
            while start > from && head_end - start < PHRASE_WORDS {
                if noun(start - 1) {
                    start -= 1;
                } else if start >= from + 2 && start < head_end && self.is_hyphen(start - 1) && noun(start - 2) {
                    start -= 2;
                } else {
                    break;
                }
            }
            // "turnover of the port rose": the head stands before the preposition.
            let mut joint = start;
            if joint > from && classes.is(segment, joint - 1, classes.determiner) {
                joint -= 1;
            }
            let joined = joint > from && start < head_end && classes.is(segment, joint - 1, classes.preposition);
            if joined && joint >= from + 2 && noun(joint - 2) {
                head_end = joint - 1;
                start = head_end;
            } else {
                break;
            }
        }
        if start == head_end {
            return Before::Nothing;
        }
        // "At this time it was": a noun phrase that only tells where or when is no subject.
        let the = start > from && classes.is(segment, start - 1, classes.determiner);
        let inside = (start - usize::from(the)).checked_sub(1).filter(|at| *at >= from);
        if inside.is_some_and(|at| classes.is(segment, at, classes.adjunct)) {
            return Before::Other;
        }
        let core = self.head_end(start, head_end, classes);
        let end = if core == head_end { self.head_end(core, end, classes) } else { core };
        match self.phrase(start..end.max(core), Some(core - start)) {
            Some(subject) => Before::Phrase(subject),
            None => Before::Other,
        }
    }

    /// A subject from its words; `core`: so many of them stand before a preposition.
    fn phrase(&self, tokens: Range<usize>, core: Option<usize>) -> Option<Subject> {
        let segment = self.segment;
        let core = tokens.start..tokens.start + core.unwrap_or(tokens.len());
        let head_at = if segment.language.head_first { core.start } else { core.end.checked_sub(1)? };
        if !core.contains(&head_at) {
            return None;
        }
        let lemma = |at: usize| -> Arc<str> { segment.language.lemma(segment.word(at)).into() };
        let mut modifiers: Vec<Arc<str>> = tokens
            .clone()
            .filter(|at| *at != head_at && segment.tokens[*at].kind == TokenKind::Word && segment.word(*at).len() > 2)
            .map(lemma)
            .collect();
        modifiers.sort();
        modifiers.dedup();
        let span = segment.tokens[tokens.start].start as usize..segment.tokens[tokens.end - 1].end as usize;
        Some(Subject { span, head: lemma(head_at), modifiers })
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
            if self.mentions.iter().any(between) { gap + OTHER_FIGURE } else { gap }
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
