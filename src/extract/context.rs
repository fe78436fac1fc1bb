//! What a figure is about: subject, period, speaker, modality, direction.

use super::claim::{Context, Modality};
use super::mention::Mention;
use super::place::Place;
use super::sentence::Division;
use super::speaker::{LastSpeaker, Report};
use crate::language::{Class, Language, Segment, TokenKind};
use crate::source::Role;
use crate::value::{Reading, Value};
use chrono::NaiveDate;
use std::ops::Range;
use std::sync::Arc;

/// Words of a noun phrase that are looked at.
pub(super) const PHRASE_WORDS: usize = 6;

/// Tokens before and after a figure within which a word of modality governs it.
const MODALITY_REACH: (usize, usize) = (16, 4);

/// Tokens before and after a figure that are looked through, however long its sentence is.
const REACH: usize = 160;

/// Words that are nouns after "its" and the like, and else verbs.
const SOFT_STOPS: [&str; 2] = ["level-verb", "modality"];

/// Classes that contexts are read by; `rules/README.md` says what their words are.
pub struct ContextClasses {
    /// Words that are in no noun phrase.
    stops: Vec<Class>,
    /// Those of them that are nouns right after words such as "its".
    soft_stops: Vec<Class>,
    pub(super) genitive: Option<Class>,
    pub(super) preposition: Option<Class>,
    pub(super) determiner: Option<Class>,
    pub(super) direction: Option<Class>,
    pub(super) level_verb: Option<Class>,
    pub(super) modality: Option<Class>,
    pub(super) reporting: Option<Class>,
    pub(super) clause: Option<Class>,
    pub(super) list_and: Option<Class>,
    pub(super) from: Option<Class>,
    pub(super) no_head: Option<Class>,
    pub(super) transitive: Option<Class>,
    pub(super) measure_of: Option<Class>,
    pub(super) adjunct: Option<Class>,
    pub(super) other_period: Option<Class>,
    /// Nouns that verbs look like; of rise and fall, of forecast and target.
    pub(super) noun: Option<Class>,
    pub(super) noun_start: Option<Class>,
    pub(super) relative: Option<Class>,
    pub(super) count_adjective: Option<Class>,
    pub(super) others: Option<Class>,
    pub(super) patient_verb: Option<Class>,
    pub(super) change_of: Option<Class>,
    pub(super) start_event: Option<Class>,
    pub(super) release: Option<Class>,
    pub(super) pronoun: Option<Class>,
    pub(super) name_joint: Option<Class>,
    pub(super) locative: Option<Class>,
    pub(super) place_lead: Option<Class>,
    pub(super) place_name: Option<Class>,
    pub(super) passive: Option<Class>,
    pub(super) person: Option<Class>,
    pub(super) no_place: Option<Class>,
    pub(super) future: Option<Class>,
    pub(super) time_unit: Option<Class>,
    pub(super) classifier: Option<Class>,
    pub(super) no_verb: Option<Class>,
    pub(super) anaphor: Option<Class>,
}

/// A segment with what was found in it.
pub struct Found<'a, 's> {
    /// The segment.
    pub segment: &'a Segment<'s>,
    /// Its mentions.
    pub mentions: &'a [Mention],
    /// Its sentences and clauses.
    pub division: &'a Division,
    /// Classes of its language.
    pub classes: &'a ContextClasses,
    /// What stands between quotation marks: from the opening one to the closing one.
    pub(super) quotes: Vec<Range<usize>>,
    /// Who says what.
    pub(super) reports: Vec<Report>,
    /// Who says all of it: a block quotation is said by whoever spoke right before.
    pub(super) block_speaker: Option<Arc<str>>,
    /// The places that it names.
    pub(super) places: Vec<Place>,
}

/// The quotations of a segment.
fn quotes(segment: &Segment<'_>) -> Vec<Range<usize>> {
    let (mut quotes, mut open) = (Vec::new(), None);
    let symbols = (0..segment.tokens.len()).filter(|at| segment.tokens[*at].kind == TokenKind::Symbol);
    for at in symbols {
        let opens = match segment.word(at) {
            "“" | "„" | "«" => true,
            "”" | "»" => false,
            // A straight mark opens before what it is glued to. Between two words it opens and closes by turns.
            "\"" => match (segment.tokens[at].glued, segment.tokens.get(at + 1).is_some_and(|next| next.glued)) {
                (false, true) => true,
                (true, false) => false,
                _ => open.is_none(),
            },
            _ => continue,
        };
        // A quotation that runs over several paragraphs opens anew in each of them.
        if opens {
            open = open.or(Some(at));
        } else {
            quotes.extend(open.take().map(|start| start..at));
        }
    }
    // It closes in the last of them.
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
            soft_stops: SOFT_STOPS.into_iter().filter_map(class).collect(),
            genitive: class("genitive"),
            preposition: class("preposition"),
            determiner: class("determiner"),
            direction: class("direction"),
            level_verb: class("level-verb"),
            modality: class("modality"),
            reporting: class("reporting"),
            clause: class("clause"),
            list_and: class("list-and"),
            from: class("from"),
            no_head: class("no-head"),
            transitive: class("transitive"),
            measure_of: class("measure-of"),
            adjunct: class("adjunct"),
            other_period: class("other-period"),
            noun: class("noun"),
            noun_start: class("noun-start"),
            relative: class("relative"),
            count_adjective: class("count-adjective"),
            others: class("others"),
            patient_verb: class("patient-verb"),
            change_of: class("change-of"),
            start_event: class("start-event"),
            release: class("release"),
            pronoun: class("pronoun"),
            name_joint: class("name-joint"),
            locative: class("locative"),
            place_lead: class("place-lead"),
            place_name: class("place-name"),
            passive: class("passive"),
            person: class("person"),
            no_place: class("no-place"),
            future: class("future"),
            time_unit: class("time-unit"),
            classifier: class("classifier"),
            no_verb: class("no-verb"),
            anaphor: class("anaphor"),
        }
    }
}

impl<'a, 's> Found<'a, 's> {
    /// What was found in a segment, with its quotations, speakers and places. `first`: number of its first sentence.
    pub fn new(
        segment: &'a Segment<'s>,
        mentions: &'a [Mention],
        division: &'a Division,
        classes: &'a ContextClasses,
        role: Role,
        first: u32,
        last: &mut LastSpeaker,
    ) -> Self {
        let (quotes, reports, places) = (quotes(segment), Vec::new(), Vec::new());
        let block_speaker = None;
        let mut found = Found { segment, mentions, division, classes, quotes, reports, block_speaker, places };
        found.reports = found.find_reports(first, last);
        if role == Role::Quote && found.quotes.is_empty() && found.reports.is_empty() {
            found.quotes.push(0..segment.tokens.len() - 1);
            found.block_speaker = last.before(first);
        }
        if !mentions.is_empty() {
            found.places = found.find_places();
        }
        found
    }

    /// Does a phrase of the class start at the token?
    pub(super) fn is(&self, at: usize, class: Option<Class>) -> bool {
        class.is_some_and(|class| self.segment.class_at(at, class).is_some())
    }

    /// Is the token a word that joins one thing to another, such as "and"?
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.segment.tokens[at].kind == TokenKind::Word && self.is(at, self.classes.list_and)
    }

    /// Can the token stand in a noun phrase?
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let segment = self.segment;
        // The letter after an apostrophe belongs to the word before ("China's").
        let suffix = segment.tokens[at].glued && at > 0 && matches!(segment.word(at - 1), "'" | "’");
        if segment.tokens[at].kind != TokenKind::Word || suffix {
            return false;
        }
        let stops = || segment.senses.at(at).iter().filter(|sense| self.classes.stops.contains(&sense.class));
        if self.is(at, self.classes.noun) || stops().next().is_none() && self.verb(at).is_none() {
            return true;
        }
        // "Our costs rose", "its forecast", "a price target of".
        let modality = self.classes.modality;
        let whose = at > 0 && self.is(at - 1, self.classes.noun_start);
        let of = modality.is_some() && at + 1 < segment.tokens.len() && self.is(at + 1, self.classes.measure_of);
        (whose && stops().all(|sense| self.classes.soft_stops.contains(&sense.class)))
            || (of && stops().all(|sense| Some(sense.class) == modality))
    }

    /// Is the token a verb of rise and fall, or one that gives a level? "An increase" is none.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let verb = self.is(at, self.classes.direction) || self.is(at, self.classes.level_verb);
        verb && !self.is_noun(at) && !(at > 0 && self.is(at - 1, self.classes.noun_start))
    }

    /// Context of one mention. `meanings`: value and reading of each; `published`: the day from which what lies ahead is seen.
    pub fn context(
        &self,
        index: usize,
        meanings: &[(Option<Value>, Reading)],
        published: Option<NaiveDate>,
    ) -> Context {
        let mention = &self.mentions[index];
        let clause = self.around(mention, &self.division.clause);
        let sentence = self.around(mention, &self.division.sentence);
        let mut modality = self.modality(index, &clause);
        let period = self.period(index, &clause, &sentence, modality, meanings);
        // An estimate of what lies ahead is a forecast.
        let ahead = || {
            let later = period.zip(published).is_some_and(|(period, today)| period.last() > today);
            later || clause.clone().any(|at| self.is(at, self.classes.future))
        };
        if modality == Modality::Estimate && ahead() {
            modality = Modality::Forecast;
        }
        Context {
            subject: self.subject(index, &clause, &sentence),
            period,
            place: self.place(mention, &clause, &sentence),
            modality,
            speaker: self.speaker(mention, &clause, &sentence),
            direction: self.direction(mention, &clause),
            heads: None,
        }
    }

    /// The quotation that a token stands in.
    pub(super) fn quote(&self, at: usize) -> Option<&Range<usize>> {
        let index = self.quotes.partition_point(|quote| quote.end <= at);
        self.quotes.get(index).filter(|quote| quote.contains(&at))
    }

    /// Does a token stand between quotation marks?
    pub fn is_quoted(&self, at: usize) -> bool {
        self.quote(at).is_some()
    }

    /// The clause or sentence of a mention, as far as it is looked through.
    fn around(&self, mention: &Mention, numbers: &[u32]) -> Range<usize> {
        let extent = self.extent(mention.core.start, numbers);
        extent.start.max(mention.tokens.start.saturating_sub(REACH))..extent.end.min(mention.tokens.end + REACH)
    }

    /// Tokens that share a number with the one at `at`.
    pub(super) fn extent(&self, at: usize, numbers: &[u32]) -> Range<usize> {
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
    pub(super) fn direction(&self, mention: &Mention, clause: &Range<usize>) -> Option<i8> {
        let class = self.classes.direction?;
        let sign = |at: usize| {
            let (_, value) = self.segment.class_at(at, class)?;
            self.segment.language.lexicon.value(value).parse::<i8>().ok()
        };
        let before = (clause.start..mention.tokens.start).rev().take(8).take_while(|at| !self.in_mention(*at));
        let after = (mention.tokens.end..clause.end).take(4).take_while(|at| !self.in_mention(*at));
        before.chain(after).find_map(sign)
    }

    /// Fact, forecast or target: by the nearest word before the figure that says so, else by one after it.
    fn modality(&self, index: usize, clause: &Range<usize>) -> Modality {
        let mention = &self.mentions[index];
        let Some(class) = self.classes.modality else { return Modality::Actual };
        let value = |sense: u32| self.segment.language.lexicon.value(sense);
        // "An estimated 500": the hedge says so itself.
        let hedge = (mention.tokens.start..mention.core.start).find_map(|at| self.segment.class_at(at, class));
        let (before, after) = MODALITY_REACH;
        let from = clause.start.max(mention.tokens.start.saturating_sub(before));
        // A figure before the verb ("half of the workers will lose") is governed by what follows.
        let leads =
            (clause.start..mention.tokens.start).any(|at| self.is_verb(at) || self.is(at, self.classes.reporting));
        let to = clause.end.min(mention.tokens.end + if leads { after } else { before });
        // The word, and whether it looks ahead.
        let mut nearest: Option<(u32, bool)> = None;
        let mut at = from;
        while hedge.is_none() && at < to {
            if at >= mention.tokens.start && nearest.is_some() {
                break;
            }
            // "Grew 4.8 percent and is forecast to": what is joined on or reported speaks of another figure.
            let joined = at >= mention.tokens.end
                && (self.is(at, self.classes.list_and)
                    || self.is(at, self.classes.reporting)
                    || self.segment.word(at) == ",");
            if joined {
                break;
            }
            // "Will open a plant, *which* employs 500": that is so already.
            if at < mention.tokens.start && self.is(at, self.classes.relative) {
                nearest = nearest.filter(|(_, ahead)| !ahead);
            }
            // "38 percent of the target": the noun names what the figure is held against.
            let noun = at >= mention.tokens.end && self.is(at, self.classes.noun);
            match self.segment.class_at(at, class).filter(|_| !noun && !self.in_mention(at)) {
                Some((end, sense)) => {
                    nearest = match value(sense) {
                        // "More than expected": such words are skipped as a whole.
                        "actual" => nearest,
                        // "Of a target of 500, 450 were reached": what was aimed at before is left behind.
                        "done" => None,
                        _ => Some((sense, self.is(at, self.classes.future))),
                    };
                    at = end;
                }
                None => at += 1,
            }
        }
        // "Expected to rise to 5 percent from 4": the earlier level is a fact.
        let nearest = nearest.filter(|(_, ahead)| !(*ahead && self.is_from(index)));
        match hedge.map(|(_, sense)| sense).or(nearest.map(|(sense, _)| sense)).map(value) {
            Some("forecast") => Modality::Forecast,
            Some("target") => Modality::Target,
            Some("estimate") => Modality::Estimate,
            Some("revised") => Modality::Revised,
            _ => Modality::Actual,
        }
    }
}
