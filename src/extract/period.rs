//! When a figure holds.

use super::claim::Modality;
use super::context::Found;
use super::mention::{Content, Mention};
use crate::value::{Grain, Kind, Period, Reading, Value};
use std::ops::Range;

/// Tokens by which a period is farther off when another figure stands between.
const OTHER_FIGURE: usize = 4;

/// Tokens before an earlier level among which a word such as "from" stands.
const FROM_REACH: usize = 4;

/// Mentions before and after a figure among which its period is looked for.
const NEAR_MENTIONS: usize = 8;

/// Tokens before a fronted period.
const FRONT_TOKENS: usize = 3;

/// A reporting word so many tokens before a period dates the report.
const REPORT_TOKENS: usize = 3;

/// Tokens between a word of founding and its date: "launched in".
const START_TOKENS: usize = 2;

/// Tokens between "since" and a date.
const SINCE_TOKENS: usize = 4;

/// Tokens of what may be put between commas.
const ASIDE_TOKENS: usize = 14;

/// How well a period fits: less is better. Clause before distance; of two as near the one that follows.
type Fit = (bool, usize, bool);

impl Found<'_, '_> {
    /// The period that a figure is about: the nearest one named in its clause, else in an earlier clause of its sentence,
    /// else in a later one that tells of the same event ("12 died when a bus fell on Monday").
    ///
    /// A day counts, too: what happened on Monday is not what happened on Tuesday. The day of the report does not.
    pub(super) fn period(
        &self,
        index: usize,
        clause: &Range<usize>,
        sentence: &Range<usize>,
        modality: Modality,
        meanings: &[(Option<Value>, Reading)],
    ) -> Option<Period> {
        let own = &self.mentions[index];
        if own.is_time() || own.kind == Kind::Age {
            return None;
        }
        let (before, after) = (index.saturating_sub(NEAR_MENTIONS), self.mentions.len().min(index + NEAR_MENTIONS + 1));
        let fit = |(at, mention): (usize, &'_ Mention)| -> Option<(Fit, usize)> {
            let inside = sentence.contains(&mention.core.start)
                && at != index
                && matches!(meanings[at].0, Some(Value::Period(_) | Value::Datetime { .. }));
            (inside && self.may_hold(index, at, clause, modality)).then(|| (self.period_fit(index, at, clause), at))
        };
        let near = self.mentions[before..after].iter().enumerate().map(|(offset, mention)| (before + offset, mention));
        let (_, at) = near.filter_map(fit).min()?;
        match meanings[at].0 {
            Some(Value::Period(period)) => Some(period),
            Some(Value::Datetime { date, .. }) => Period::day(date),
            _ => None,
        }
    }

    fn period_fit(&self, index: usize, at: usize, clause: &Range<usize>) -> Fit {
        let (own, mention) = (&self.mentions[index].tokens, &self.mentions[at].tokens);
        let gap = mention.start.saturating_sub(own.end) + own.start.saturating_sub(mention.end);
        let between = &self.mentions[index.min(at) + 1..index.max(at)];
        let gap = if between.iter().all(Mention::is_time) { gap } else { gap + OTHER_FIGURE };
        (!clause.contains(&mention.start), gap, mention.start < own.start)
    }

    /// May the time mention at `at` be the period of the figure at `index`?
    fn may_hold(&self, index: usize, at: usize, clause: &Range<usize>, modality: Modality) -> bool {
        let (own, period) = (&self.mentions[index], &self.mentions[at].tokens);
        let ends = |class| self.segment.class_before(period.start, class).is_some();
        // "The lowest since 1974", "up 2.6% on 2003": the period is what the figure is set against.
        let day = is_day(&self.mentions[at].content);
        if ends(self.classes.other_period) || (!day && self.is_set_against(index, at, clause)) {
            return false;
        }
        // "Since fighting resumed in March".
        let since = (period.start.saturating_sub(SINCE_TOKENS)..period.start)
            .rev()
            .take_while(|at| !self.in_mention(*at) && self.segment.word(*at) != ",")
            .any(|at| self.is(at, self.classes.other_period));
        if since {
            return false;
        }
        // "Fell to 3 in May from 5 a year ago": the period behind the earlier level is that level's alone, and one before
        // it is not its own. What was revised or forecast from one figure to another speaks of one period.
        let replaced = matches!(modality, Modality::Revised | Modality::Forecast);
        let before = self.mentions[..at].iter().rposition(|other| !other.is_time());
        let earlier = before.is_some_and(|other| other != index && self.is_from(other));
        if earlier || (!replaced && self.is_from(index) && (at < index || before != Some(index))) {
            return false;
        }
        if self.dates_report(period) || (day && self.is_reported_on(&own.tokens, period)) {
            return false;
        }
        // "The scheme, launched in 2015, has helped".
        let start =
            (period.start.saturating_sub(START_TOKENS)..period.start).find(|at| self.is(*at, self.classes.start_event));
        if start.is_some_and(|start| start < own.tokens.end || start - own.tokens.end >= START_TOKENS * 2) {
            return false;
        }
        if period.start >= clause.end {
            return self.tells_of_same_event(clause.end, period.start);
        }
        if self.is_fronted(period) {
            return true;
        }
        // "The firm, which employs 8,000 people, had sales of 2 million in 2021": what is put between commas holds at
        // another time. But a day dates an event even there: "the fire, which broke out on Tuesday, injured six".
        let beside = |tokens: &Range<usize>, other: &Range<usize>| {
            self.aside_around(tokens).filter(|aside| !aside.contains(&other.start))
        };
        let apart = |aside: Range<usize>| self.is(aside.start + 1, self.classes.relative);
        if (!day && beside(period, &own.tokens).is_some()) || beside(&own.tokens, period).is_some_and(apart) {
            return false;
        }
        // "Was built in 1623 and attracts 20,000": so does what is joined on with a verb of its own.
        let verb = |at: usize| (at + 1..own.tokens.start).take(2).any(|verb| self.is_verb(verb));
        let joint = |at: usize| self.segment.word(at) != "," && self.is(at, self.classes.list_and);
        !(period.end..own.tokens.start).any(|at| joint(at) && verb(at))
    }

    /// Is the figure, or the level that it led to, set against the period: "fell 5% from a year ago to 95"?
    ///
    /// A change before the word is; a figure that nothing rose or fell to may begin with the period: "5 million from 2005".
    fn is_set_against(&self, index: usize, at: usize, clause: &Range<usize>) -> bool {
        let start = self.mentions[at].tokens.start;
        let Some((from, _)) = self.segment.class_before(start, self.classes.from) else { return false };
        let change = |mention: &Mention| matches!(mention.kind, Kind::Percent | Kind::Points | Kind::Multiple);
        let before = at.checked_sub(1).filter(|before| self.mentions[*before].tokens.end == from);
        change(&self.mentions[index])
            || before.is_some_and(|before| {
                let figure = &self.mentions[before];
                !figure.is_time() && (before != index || self.direction(figure, clause).is_some())
            })
    }

    /// Is the figure an earlier level: "from 5", "compared with 5"?
    pub(super) fn is_from(&self, index: usize) -> bool {
        let start = self.mentions[index].tokens.start;
        let mut near = (start.saturating_sub(FROM_REACH)..start).rev().take_while(|at| !self.in_mention(*at));
        // "Sales from abroad rose 5%": a verb between leads to a level of its own.
        let from = |at: usize| self.is(at, self.classes.from);
        near.find(|at| from(*at) || self.is_verb(*at)).is_some_and(from)
    }

    /// Is the period when something was said or published?
    fn dates_report(&self, period: &Range<usize>) -> bool {
        let next = self.reports.partition_point(|report| report.at < period.start);
        let after = self.reports.get(next).is_some_and(|report| report.at == period.end);
        let before = next.checked_sub(1).map(|index| &self.reports[index]);
        let said = before.is_some_and(|report| {
            report.end <= period.start
                && period.start.saturating_sub(report.end.max(report.name.end)) < REPORT_TOKENS
                && (report.end..period.start).all(|at| !self.in_mention(at) && self.segment.word(at) != ",")
        });
        let released =
            (period.start.saturating_sub(START_TOKENS)..period.start).any(|at| self.is(at, self.classes.release));
        after || said || released
    }

    /// "Prices rose 5%, said Ana Roy in Orland, Monday": a day after the name of who said a figure dates the report.
    fn is_reported_on(&self, own: &Range<usize>, period: &Range<usize>) -> bool {
        let sentence = self.division.sentence[period.start];
        let before = self.reports.partition_point(|report| report.at < period.start);
        let report = before.checked_sub(1).map(|index| &self.reports[index]);
        report.is_some_and(|report| {
            own.end <= report.at && report.name.start >= report.end && self.division.sentence[report.at] == sentence
        })
    }

    /// "When a bus fell", "as the storm hit": such a clause tells of the same event.
    fn tells_of_same_event(&self, start: usize, period: usize) -> bool {
        let Some(class) = self.classes.clause else { return false };
        let opened = self.segment.class_at(start, class).map(|(_, value)| self.segment.language.lexicon.value(value));
        opened == Some("event") && self.division.clause[start] == self.division.clause[period]
    }

    /// Does the period stand at the beginning of its sentence?
    fn is_fronted(&self, period: &Range<usize>) -> bool {
        let start = self.extent(period.start, &self.division.sentence).start;
        period.start - start <= FRONT_TOKENS && (start..period.start).all(|at| self.segment.word(at) != ",")
    }

    /// What is put between commas with a participle or a relative clause around those tokens.
    pub(super) fn aside_around(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let comma = |at: &usize| self.segment.word(*at) == ",";
        let sentence = self.extent(tokens.start, &self.division.sentence);
        let open = (sentence.start..tokens.start).rev().take(ASIDE_TOKENS).find(comma)?;
        let close = (tokens.end..sentence.end).take(ASIDE_TOKENS).find(comma)?;
        let opens =
            self.is(open + 1, self.classes.relative) || (self.is_participle(open + 1) && !self.is_noun(open + 2));
        opens.then_some(open..close)
    }
}

fn is_day(content: &Content) -> bool {
    matches!(content, Content::When(when) if when.grain() == Some(Grain::Day))
}
