//! The noun phrases that figures are about.

use super::claim::Subject;
use super::context::{Found, PHRASE_WORDS};
use super::mention::Mention;
use super::subject::is_count;
use crate::language::{Case, TokenKind};
use crate::value::Kind;
use std::ops::Range;
use std::sync::Arc;

/// Verbs of one clause that are looked through for their common subject.
const SHARING_VERBS: usize = 3;

/// Words of a noun phrase that stands right before a figure with no verb between. A longer run hides a verb.
const TITLE_WORDS: usize = 4;

/// Tokens of what may be put between commas after a noun phrase.
const ASIDE_TOKENS: usize = 14;

/// Words and dates between a noun phrase and its verb.
const VERB_WORDS: usize = 5;

/// What stands before a verb.
pub(super) enum Before {
    /// Its noun phrase.
    Phrase(Subject),
    /// Something that is no noun phrase: an earlier one does not belong to the verb either.
    Other,
    /// Nothing: the verb shares the noun phrase of the one before it.
    Nothing,
}

impl Found<'_, '_> {
    /// What a figure measures, named right before it: "sales of 56 million", ", the Greens 14.7%" with its verb left out.
    pub(super) fn named_before(&self, to: usize, from: usize) -> Option<Subject> {
        let segment = self.segment;
        let of = to > from && self.is(to - 1, self.classes.measure_of);
        // "Output by 90 percent and farm production by 40": the verb is left out, its preposition is not.
        let by = !of && to > from && self.is(to - 1, self.classes.preposition);
        let end = to - usize::from(of || by);
        let noun = |at: &usize| self.is_noun(*at) && !self.in_mention(*at);
        let words = (from..end).rev().take_while(noun).count();
        let start = end - words;
        if words == 0 || words > TITLE_WORDS || self.head_end(start, end) != end {
            return None;
        }
        if of {
            let mut subject = self.phrase(start..end, None)?;
            // Whose sales they are keeps them apart from those of another.
            if let Some(whose) = self.phrase_before(from, start) {
                subject.modifiers.extend(whose.modifiers);
                subject.modifiers.push(whose.head);
                subject.modifiers.sort();
                subject.modifiers.dedup();
            }
            return Some(subject);
        }
        // "A 6% rise in profits to 280 million".
        let change = start >= from + 2
            && self.is(start - 1, self.classes.change_of)
            && self.is(start - 2, self.classes.direction);
        if by && change {
            return self.phrase(start..end, None);
        }
        let the = start > from && self.is(start - 1, self.classes.determiner);
        let joint = (start - usize::from(the)).checked_sub(1).filter(|at| *at >= from)?;
        let listed = segment.word(joint) == "," || self.is(joint, self.classes.list_and);
        // Without a figure before it there is no list that a verb was left out of.
        if by && !(joint > from && self.in_mention(joint - 1)) {
            return None;
        }
        let goes_on = (from..joint).any(|at| self.mention_at(at).is_some_and(|mention| !mention.is_time()));
        if listed && goes_on { self.phrase(start..end, None) } else { None }
    }

    /// The noun phrase that starts right after a figure: what is counted.
    pub(super) fn phrase_after(&self, from: usize, to: usize) -> Option<Subject> {
        let mut end = from;
        while end < to && end - from < PHRASE_WORDS && self.is_noun(end) && !self.in_mention(end) {
            end += 1;
            // "1.5 million battery-powered cars".
            while end + 1 < to && self.is_hyphen(end) && self.segment.tokens[end + 1].kind == TokenKind::Word {
                end += 2;
            }
            // "22 local and foreign banks".
            let idle = |at: usize| self.is(at, self.classes.no_head);
            let joined = end + 1 < to && self.is(end, self.classes.list_and) && self.is_noun(end + 1) && idle(end + 1);
            if joined && (from..end).all(idle) {
                end += 1;
            }
        }
        // "44 percent of Germans support the plan": before what only begins a noun phrase the last word is a verb.
        let rate = end + 1 < to && self.is(end + 1, self.classes.time_unit);
        let object = end < to && self.is(end, self.classes.noun_start) && !self.in_mention(end) && !rate;
        if object && end > from + 1 && self.segment.tokens[end - 1].case == Case::Lower {
            end -= 1;
        }
        self.phrase(from..self.head_end(from, end), None)
    }

    /// What an earlier figure counts that this one goes on counting: "1,480 cattle in all: 610 in the north".
    pub(super) fn counted_before(&self, index: usize, from: usize) -> Option<Subject> {
        let end = self.mentions[index].tokens.start;
        let earlier = self.mentions[..index].iter().rev().take_while(|mention| mention.tokens.start >= from);
        let mut counts = earlier.filter(|mention| mention.kind == Kind::Number && mention.unit.is_none()).take(4);
        let (at, subject) = counts.find_map(|mention| {
            let subject = self.phrase_after(mention.tokens.end, end)?;
            Some((mention.tokens.end, subject))
        })?;
        let verb = |at: usize| self.is_verb(at) || self.is(at, self.classes.clause);
        (!(at..end).any(|at| !self.in_mention(at) && verb(at))).then_some(subject)
    }

    /// Where a noun phrase ends without the words that none ends with: "jobs created", "armed police arrived early".
    pub(super) fn head_end(&self, from: usize, to: usize) -> usize {
        let capital_nouns = self.segment.language.capital_nouns;
        let said = |at: usize| {
            self.segment.tokens[at].case == Case::Lower && (capital_nouns || self.is(at, self.classes.no_head))
        };
        (from..to).rev().find(|at| !said(*at)).map_or(from, |at| at + 1)
    }

    /// Is the token a hyphen inside a word?
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        let glued = |at: usize| self.segment.tokens.get(at).is_some_and(|token| token.glued);
        glued(at) && glued(at + 1) && matches!(self.segment.word(at), "-" | "‑")
    }

    /// The noun phrase between a verb that changes things and a figure: "boosted annual sales in Asia to 150,000".
    pub(super) fn changed_by(&self, from: usize, to: usize) -> Option<Subject> {
        // "Raised funds by selling stocks worth 1 billion": the nearest verb must be the one.
        let verb = (from..to).rev().find(|at| !self.in_mention(*at) && self.is_verb(*at))?;
        if !self.is(verb, self.classes.direction) {
            return None;
        }
        let (mut start, _) = self.segment.class_at(verb, self.classes.transitive?)?;
        // "Cut its 2023 sales forecast to".
        while start < to {
            match self.mention_at(start) {
                Some(time) if time.is_time() => start = time.tokens.end,
                None if self.is(start, self.classes.determiner) => start += 1,
                _ => break,
            }
        }
        self.phrase_after(start, to)
    }

    /// The name of whose age is told: "Wagiman (63)", "Paolo, 63".
    pub(super) fn person_before(&self, to: usize, from: usize) -> Option<Subject> {
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
    pub(super) fn phrase_before(&self, from: usize, to: usize) -> Option<Subject> {
        // A verb that the pack does not list as one of levels leads to a figure that it stands right before.
        let lead = |at: usize| at.checked_sub(1).filter(|at| *at >= from);
        let before = lead(to).filter(|at| self.is(*at, self.classes.preposition)).or(Some(to));
        // "An extra 5 million" leads nowhere.
        let adjective = |at: usize| at > from && self.is(at - 1, self.classes.determiner);
        let leading = before.and_then(lead).filter(|at| self.is_participle(*at) && !adjective(*at));
        // "Doubled to 5,300": a multiple may be a verb.
        let free = |at: usize| self.mention_at(at).is_none_or(|mention| mention.kind == Kind::Multiple);
        // "Observers said that 1 percent": who says it is no subject.
        let said = |at: &usize| self.is(*at, self.classes.reporting) && self.segment.word(at + 1) != ",";
        let verbs = (from..to)
            .rev()
            .take_while(|at| !said(at))
            .filter(|at| free(*at) && (self.is_verb(*at) || leading == Some(*at)));
        for verb in verbs.take(SHARING_VERBS) {
            match self.phrase_ending(from, verb) {
                Before::Phrase(subject) => return Some(subject),
                Before::Other => return None,
                Before::Nothing => {}
            }
        }
        None
    }

    /// A word in small letters that ends no noun phrase, as participles and past tenses are.
    pub(super) fn is_participle(&self, at: usize) -> bool {
        self.segment.tokens[at].case == Case::Lower && self.is(at, self.classes.no_head) && self.is_noun(at)
    }

    /// The noun phrase that a figure is put after: "the deficit, at 7.1 percent,", "the asteroid, 140 metres wide,".
    pub(super) fn aside_before(&self, from: usize, to: usize) -> Option<Subject> {
        let comma = |at: &usize| self.segment.word(*at) == ",";
        let last = to.checked_sub(1).filter(|at| *at > from)?;
        let at = if comma(&last) {
            last
        } else {
            last.checked_sub(1).filter(|at| *at > from && self.is(last, self.classes.preposition))?
        };
        if !comma(&at) || !self.is_noun(at - 1) {
            return None;
        }
        let Before::Phrase(subject) = self.phrase_ending(from, at) else { return None };
        // "Among women, 54 percent", "with a new leader, 5 percent" tell only of whom or how.
        let start = self.segment.tokens.partition_point(|token| (token.start as usize) < subject.span.start);
        let the = start > from && self.is(start - 1, self.classes.determiner);
        let before = (start - usize::from(the)).checked_sub(1).filter(|at| *at >= from);
        before.is_none_or(|at| !self.is(at, self.classes.preposition)).then_some(subject)
    }

    /// The noun phrase right before a verb.
    pub(super) fn phrase_ending(&self, from: usize, verb: usize) -> Before {
        let segment = self.segment;
        let noun = |at: usize| self.is_noun(at) && !self.in_mention(at);
        let timed = |mention: &Mention| mention.is_time() || mention.kind == Kind::Duration;
        let figure = |at: usize| self.mention_at(at).is_some_and(|mention| !timed(mention));
        // Auxiliaries, adverbs and periods may stand between the phrase and its verb.
        let mut end = verb;
        // "Is 57 kilometres long and cost": what is joined on shares the subject.
        if end > from && segment.tokens[end - 1].kind == TokenKind::Word && self.is(end - 1, self.classes.list_and) {
            return Before::Nothing;
        }
        for _ in 0..VERB_WORDS {
            if end <= from || noun(end - 1) || figure(end - 1) {
                break;
            }
            if let Some(time) = self.mention_at(end - 1) {
                end = time.tokens.start.max(from);
                continue;
            }
            if segment.tokens[end - 1].kind != TokenKind::Word {
                break;
            }
            end -= 1;
            // "A spokesman said this includes": what is reported has a subject of its own.
            if self.is(end, self.classes.reporting) {
                return Before::Other;
            }
            // "The shares, which were floated at": the clause tells of what stands before it.
            if self.is(end, self.classes.relative) {
                end -= usize::from(end > from && segment.word(end - 1) == ",");
                break;
            }
        }
        // "Core inflation, which excludes food, slowed": what stands between commas is said beside.
        if end > from && end == verb && segment.word(end - 1) == "," {
            let comma = (from..end - 1).rev().take(ASIDE_TOKENS).find(|at| segment.word(*at) == ",");
            end = comma.unwrap_or(end);
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
                } else if start >= from + 2
                    && start < head_end
                    && (self.is_hyphen(start - 1) || segment.word(start - 1) == "&")
                    && noun(start - 2)
                {
                    start -= 2;
                } else if let Some(owner) = self.possessor(start, from).filter(|at| start < head_end && noun(*at)) {
                    start = owner;
                } else {
                    break;
                }
            }
            // "turnover of the port rose": the head stands before the preposition, or before an article that is one ("der
            // Umsatz des Hafens").
            let mut joint = start;
            let article = |at: usize| self.is(at, self.classes.determiner) && !self.is(at, self.classes.preposition);
            if joint > from && article(joint - 1) {
                joint -= 1;
            }
            // "Orders by 50 firms rose".
            let count = joint.checked_sub(1).and_then(|at| self.mention_at(at)).filter(|count| is_count(count));
            joint = count.map_or(joint, |count| count.tokens.start.max(from));
            let joined = joint > from && start < head_end && self.is(joint - 1, self.classes.preposition);
            let headed =
                |at: usize| noun(at) && !(segment.language.capital_nouns && segment.tokens[at].case == Case::Lower);
            let head = joined.then(|| self.without_time(from, joint - 1)).filter(|at| *at > from && headed(*at - 1));
            if let Some(at) = head {
                head_end = at;
                start = at;
            } else {
                break;
            }
        }
        if start == head_end {
            return Before::Nothing;
        }
        // "At this time it was": a noun phrase that only tells where or when is no subject.
        let the = start > from && self.is(start - 1, self.classes.determiner);
        let inside = (start - usize::from(the)).checked_sub(1).filter(|at| *at >= from);
        if inside.is_some_and(|at| self.is(at, self.classes.adjunct)) {
            return Before::Other;
        }
        // "The bill for oil and gas fell": of two nouns joined to one the last is not the subject. After a verb the joint
        // begins a clause.
        let and = |at: usize| segment.tokens[at].kind == TokenKind::Word && self.is(at, self.classes.list_and);
        let joint = inside.filter(|at| *at > from && and(*at) && noun(*at - 1));
        let clause = |at| self.in_mention(at) || self.is_verb(at);
        if joint.is_some_and(|at| !(from..at).any(clause)) {
            return Before::Other;
        }
        let core = self.head_end(start, head_end);
        // "Was travelling at 120": no noun phrase, but more of the verb.
        if core == start {
            return Before::Nothing;
        }
        let end = if core == head_end { self.head_end(core, end) } else { core };
        match self.phrase(start..end.max(core), Some(core - start)) {
            Some(subject) => Before::Phrase(subject),
            None => Before::Other,
        }
    }

    /// Where what stands before a period ends: "orders *in February* from abroad".
    fn without_time(&self, from: usize, to: usize) -> usize {
        let time = to.checked_sub(1).and_then(|at| self.mention_at(at)).filter(|mention| mention.is_time());
        let start = time.map(|time| time.tokens.start).filter(|start| *start > from);
        start.map_or(to, |start| start - usize::from(self.is(start - 1, self.classes.preposition)))
    }

    /// A subject from its words; `core`: so many of them stand before a preposition.
    pub(super) fn phrase(&self, tokens: Range<usize>, core: Option<usize>) -> Option<Subject> {
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
}
