//! What a figure measures or counts.

use super::claim::Subject;
use super::context::{Found, PHRASE_WORDS};
use super::mention::Mention;
use crate::value::Kind;
use std::ops::Range;

/// Earlier counts that are looked through for what a bare number counts.
const EARLIER_COUNTS: usize = 4;

/// A plain count of things that are named by words: "14 people".
pub(super) fn is_count(mention: &Mention) -> bool {
    matches!(mention.kind, Kind::Number | Kind::Range) && mention.unit.is_none()
}

/// Are both levels of one kind, in one unit?
fn is_alike(a: &Mention, b: &Mention) -> bool {
    (a.kind, &a.unit) == (b.kind, &b.unit) && !is_count(b)
}

impl Found<'_, '_> {
    /// A count without a noun after it.
    fn is_bare(&self, index: usize, clause: &Range<usize>) -> bool {
        let mention = &self.mentions[index];
        is_count(mention) && self.phrase_after(mention.tokens.end, clause.end).is_none()
    }

    pub(super) fn subject(&self, index: usize, clause: &Range<usize>, sentence: &Range<usize>) -> Option<Subject> {
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
            return self.head_first_subject(index, sentence, 0);
        }
        // "A profit of 3.1 billion, compared with 2.4", "18 million tonnes of rice, up from 16.5 million": an earlier level is
        // one of the same thing.
        if self.is_from(index)
            && let Some(later) =
                self.mentions[..index].iter().rposition(|other| !other.is_time() && other.kind != Kind::Duration)
            && self.mentions[later].tokens.start >= sentence.start
            && (is_alike(&self.mentions[later], mention) || self.is_bare(index, clause))
            && !self.is_from(later)
        {
            let clause = self.extent(self.mentions[later].core.start, &self.division.clause);
            return self.subject(later, &clause, sentence);
        }
        if is_count(mention) {
            self.count_subject(index, clause, sentence)
        } else {
            self.level_subject(index, clause, sentence)
        }
    }

    /// What a plain number counts.
    fn count_subject(&self, index: usize, clause: &Range<usize>, sentence: &Range<usize>) -> Option<Subject> {
        let Range { start, end } = self.mentions[index].tokens;
        // "A two-horse race", "three- and six-month bills": the figure is part of a word, which it does not count.
        let glued = self.segment.tokens.get(end).is_some_and(|token| token.glued);
        if glued && matches!(self.segment.word(end), "-" | "‑") {
            return None;
        }
        // "More than 100 of the models" counts models, "at least one of them" what only a reader knows.
        if end < clause.end && self.is(end, self.classes.measure_of) {
            return self.of_what(end + 1, clause.end);
        }
        let mut after = end;
        while after < clause.end && self.is(after, self.classes.count_adjective) {
            after += 1;
        }
        if let Some(subject) = self.phrase_after(after, clause.end) {
            return Some(subject);
        }
        // "60 others", "killed 11", "sold 58,000": more of what was counted before, and nothing else.
        let again = after > end || self.is(end, self.classes.others);
        let patient = start > clause.start && self.is(start - 1, self.classes.patient_verb);
        if again || patient {
            return self.count_before(index, sentence);
        }
        let joined = self.counted_before(index, sentence.start);
        joined.or_else(|| self.subject_before(index, clause, sentence)).or_else(|| {
            // "25,000 people fled. At least 40 are missing."
            let opens = (sentence.start..start).all(|at| !self.is_noun(at) || self.is_participle(at));
            opens.then(|| self.count_before(index, sentence)).flatten()
        })
    }

    /// What a percentage, an amount or another level is the level of.
    fn level_subject(&self, index: usize, clause: &Range<usize>, sentence: &Range<usize>) -> Option<Subject> {
        let mention = &self.mentions[index];
        let Range { start, end } = mention.tokens;
        let after = |from: usize| self.phrase_after(from, clause.end);
        if mention.kind == Kind::Ordinal {
            return after(end).or_else(|| self.subject_before(index, clause, sentence));
        }
        // "A 30 percent stake".
        if start > clause.start
            && self.is(start - 1, self.classes.noun_start)
            && let Some(subject) = after(end)
        {
            return Some(subject);
        }
        // "A 5 percent rise in sales".
        if end + 1 < clause.end
            && self.is(end, self.classes.direction)
            && self.is(end + 1, self.classes.change_of)
            && let Some(subject) = self.of_what(end + 2, clause.end)
        {
            return Some(subject);
        }
        // "2.4 tonnes of ivory", "60 percent of households": unless something is said to have risen to it.
        let of = || {
            let of = end < clause.end && self.is(end, self.classes.measure_of);
            of.then(|| self.of_what(end + 1, clause.end)).flatten()
        };
        let own = self.own_subject(index, clause);
        let changed = (clause.start..start)
            .rev()
            .take_while(|at| !self.in_mention(*at))
            .any(|at| self.is(at, self.classes.direction) && self.is_verb(at));
        // ", about 5 percent of a work force of 24,000".
        let beside = start > clause.start && self.segment.word(start - 1) == ",";
        if beside
            && mention.kind == Kind::Percent
            && let Some(subject) = of()
        {
            return Some(subject);
        }
        if mention.kind == Kind::Quantity
            && !changed
            && let Some(subject) = of()
        {
            return Some(subject);
        }
        let aside = || self.aside_before(clause.start, start);
        own.or_else(aside).or_else(of).or_else(|| self.inherited_subject(clause, sentence)).or_else(|| after(end))
    }

    /// The subject of the clause: what changed, what is named right before the figure, or what the verb has before it.
    fn own_subject(&self, index: usize, clause: &Range<usize>) -> Option<Subject> {
        let start = self.mentions[index].tokens.start;
        // "Predicted an increase of 5 percent": of what, the verb does not say.
        let of = start > clause.start + 2 && self.is(start - 1, self.classes.measure_of);
        if of
            && self.is(start - 2, self.classes.direction)
            && !self.is_verb(start - 2)
            && !self.is_noun(start - 2)
            && (clause.start..start - 2).rev().take(2).all(|at| self.segment.word(at) != ",")
        {
            return None;
        }
        let changed = self.changed_by(clause.start, start);
        let named = changed.or_else(|| self.named_before(start, clause.start));
        let counted = || self.added_to(index, clause.start);
        named.or_else(counted).or_else(|| self.phrase_before(clause.start, start))
    }

    /// A clause without a subject of its own takes the one before it in its sentence.
    fn inherited_subject(&self, clause: &Range<usize>, sentence: &Range<usize>) -> Option<Subject> {
        self.phrase_before(sentence.start, clause.start)
    }

    fn subject_before(&self, index: usize, clause: &Range<usize>, sentence: &Range<usize>) -> Option<Subject> {
        let own = self.own_subject(index, clause);
        own.or_else(|| self.inherited_subject(clause, sentence))
    }

    /// What stands after "of": "11 of its 14 games", "half of the voters".
    fn of_what(&self, from: usize, to: usize) -> Option<Subject> {
        let mut start = from;
        while start < to && self.is(start, self.classes.determiner) {
            start += 1;
        }
        // "80 percent of the province's 410,000 people".
        let suffix =
            (start..to).take(PHRASE_WORDS).take_while(|at| self.is_noun(*at) || self.segment.tokens[*at].glued);
        if let Some(suffix) = suffix.skip(1).find(|at| self.possessor(at + 1, start).is_some()) {
            start = suffix + 1;
        }
        // Or "in February sales".
        if let Some(whole) = self.mention_at(start).filter(|whole| is_count(whole) || whole.is_time()) {
            start = whole.tokens.end;
        }
        self.phrase_after(start, to)
    }

    /// "Drew 85,000 visitors last year, up 6 percent": a rate put after a count is that of what was counted.
    fn added_to(&self, index: usize, from: usize) -> Option<Subject> {
        let start = self.mentions[index].tokens.start;
        if !matches!(self.mentions[index].kind, Kind::Percent | Kind::Multiple) {
            return None;
        }
        let before = self.mentions[..index].iter().rposition(|mention| !mention.is_time())?;
        let count = &self.mentions[before];
        // "3 million customers, 6% of the market" tells of the market.
        let of = self.mentions[index].tokens.end;
        if of < self.segment.tokens.len() && self.is(of, self.classes.measure_of) {
            return None;
        }
        if !is_count(count) || count.tokens.start < from || self.aside_around(&count.tokens).is_some() {
            return None;
        }
        let comma = (count.tokens.end..start).rev().find(|at| self.segment.word(*at) == ",")?;
        let adds = |at: usize| self.is(at, self.classes.direction) || !self.is_noun(at);
        if !(comma + 1..start).all(adds) {
            return None;
        }
        self.count_of(count, start)
    }

    /// What a count before this one counts, in its sentence or the one before, whatever stands between.
    fn count_before(&self, index: usize, sentence: &Range<usize>) -> Option<Subject> {
        let from = sentence.start.checked_sub(1).map_or(0, |at| self.extent(at, &self.division.sentence).start);
        let earlier = self.mentions[..index].iter().rev().take_while(|mention| mention.tokens.start >= from);
        let mut counts = earlier.filter(|mention| is_count(mention)).take(EARLIER_COUNTS);
        counts.find_map(|count| self.count_of(count, self.mentions[index].tokens.start))
    }

    /// What a count names right after it.
    fn count_of(&self, count: &Mention, to: usize) -> Option<Subject> {
        let mut start = count.tokens.end;
        while start < to && self.is(start, self.classes.count_adjective) {
            start += 1;
        }
        self.phrase_after(start, to)
    }
}
