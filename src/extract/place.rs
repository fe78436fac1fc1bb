//! Where a figure holds: the name after a word such as "in", or a known place in what the figure is about.

use super::context::Found;
use super::mention::Mention;
use crate::language::{Case, TokenKind};
use crate::value::Kind;
use std::ops::Range;
use std::sync::Arc;

/// Words of the name of a place.
const PLACE_WORDS: usize = 4;

/// Larger places named after one, each between commas.
const LARGER_PLACES: usize = 4;

/// Words between the preposition and the name: "in the northern province of".
const LEAD_PHRASES: usize = 4;

/// A place is farther off by so many tokens when another figure stands between.
const OTHER_FIGURE: usize = 6;

/// A known place that only stands beside a noun ("China's exports") is farther off by so many tokens.
const BESIDE: usize = 12;

/// Places before and after a figure that are looked at.
const NEAR_PLACES: usize = 4;

/// Tokens before or after a reporting word among which a place is the speaker's.
const SPEAKER_TOKENS: usize = 2;

/// The name of a place in a passage.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// Its tokens.
    name: Range<usize>,
    /// No word such as "in" stands before it.
    beside: bool,
}

impl Found<'_, '_> {
    /// The names of places of the passage, in the order of the text.
    pub(super) fn find_places(&self) -> Vec<Place> {
        let (mut places, mut at) = (Vec::new(), 0);
        if self.classes.locative.is_none() {
            return places;
        }
        while at < self.segment.tokens.len() {
            let place = self.place_at(at).filter(|place| !self.is_speakers(&place.name));
            match place {
                Some(place) => {
                    at = place.name.end;
                    places.push(place);
                }
                None => at += 1,
            }
        }
        places
    }

    fn place_at(&self, at: usize) -> Option<Place> {
        let segment = self.segment;
        let classes = [self.classes.locative, self.classes.place_lead, self.classes.place_name];
        if !classes.into_iter().any(|class| self.is(at, class)) || self.in_mention(at) {
            return None;
        }
        if let Some((end, _)) = self.classes.locative.and_then(|class| segment.class_at(at, class)) {
            // "A stake in Orland", "based in Zurich".
            if segment.class_before(at, self.classes.no_place).is_some() {
                return None;
            }
            let mut start = end;
            for _ in 0..LEAD_PHRASES {
                // "In Northern Ireland": a word in capitals belongs to the name.
                if segment.tokens.get(start).is_none_or(|token| token.case != Case::Lower) {
                    break;
                }
                let lead = self.classes.place_lead.and_then(|class| segment.class_at(start, class));
                start = lead.map_or(start, |(end, _)| end);
            }
            return self.place_name(start).map(|name| Place { name: self.whole_place(name), beside: false });
        }
        let (end, value) = self.classes.place_lead.and_then(|class| segment.class_at(at, class)).unzip();
        if value.is_some_and(|value| segment.language.lexicon.value(value) == "of") {
            return self.place_name(end?).map(|name| Place { name, beside: false });
        }
        let (end, _) = self.classes.place_name.and_then(|class| segment.class_at(at, class))?;
        let next = self.classes.genitive.and_then(|class| segment.class_at(end, class)).map_or(end, |(owned, _)| owned);
        let noun = segment.tokens.get(next).is_some_and(|token| token.case == Case::Lower);
        (noun && self.is_noun(next)).then_some(Place { name: at..end, beside: true })
    }

    /// The name that starts at a token.
    fn place_name(&self, start: usize) -> Option<Range<usize>> {
        let segment = self.segment;
        let name = |at: usize| {
            segment.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
                && !self.in_mention(at)
                && !self.is(at, self.classes.pronoun)
        };
        let mut end = start;
        // "12 Killed in Aston as Bus Overturns": where every word is a capital, other words than nouns end the name.
        // Where the head stands left, words that begin no name do not go on with one, either.
        let goes_on =
            |at: usize| self.is_noun(at) && !(segment.language.head_first && self.is(at, self.classes.no_place));
        while end - start < PLACE_WORDS && name(end) && (end == start || goes_on(end)) {
            end += 1;
            if self.is_hyphen(end) && name(end + 1) {
                end += 1;
            }
        }
        // "In Congress", "at Orland Corp": a name that begins or ends so is none of a place.
        if end == start || self.is_hyphen(end) || [start, end - 1].iter().any(|at| self.is(*at, self.classes.no_place))
        {
            return None;
        }
        // "In British hospitals", "in Apple shares": a name before a noun is no place, unless the noun tells of what kind.
        let known = self.classes.place_name.and_then(|class| segment.class_at(start, class));
        let noun = segment.tokens.get(end).is_some_and(|token| token.case == Case::Lower && !token.glued)
            && self.is_noun(end)
            && !self.is(end, self.classes.no_head)
            && !self.is(end, self.classes.place_lead);
        (known.is_some_and(|(known, _)| known == end) || !noun || segment.language.head_first).then_some(start..end)
    }

    /// A name with those of the larger places that hold it: "Desa Karangsari, Kabupaten Tirto, Jawa Barat".
    fn whole_place(&self, name: Range<usize>) -> Range<usize> {
        let segment = self.segment;
        let (start, mut end) = (name.start, name.end);
        for _ in 0..LARGER_PLACES {
            let larger = (segment.word(end) == ",").then(|| self.place_name(end + 1)).flatten();
            // What a sentence goes on with after a comma is no place: "In Orland, Mayor Ana Roy said".
            let ends = |at: usize| {
                at >= segment.tokens.len() || matches!(segment.word(at), "," | "." | ")" | ";") || self.in_mention(at)
            };
            // Nor is who is so old: "Ana Roy, 34,".
            let aged = |at: usize| self.mention_at(at + 1).is_some_and(|mention| mention.kind == Kind::Age);
            match larger.filter(|larger| ends(larger.end) && !aged(larger.end)) {
                Some(larger) => end = larger.end,
                None => break,
            }
        }
        start..end
    }

    /// Is it where the speaker is, not what is spoken of: "officials in Jakarta said", "told reporters in Berlin"?
    fn is_speakers(&self, name: &Range<usize>) -> bool {
        let next = self.reports.partition_point(|report| report.at < name.start);
        let after = self.reports.get(next).is_some_and(|report| {
            report.at.saturating_sub(name.end) <= SPEAKER_TOKENS
                || report.name.start <= name.start && name.end <= report.name.end
        });
        let before = next.checked_sub(1).map(|index| &self.reports[index]).is_some_and(|report| {
            let far = report.end.max(report.name.end) + SPEAKER_TOKENS + 1;
            (report.end..far).contains(&name.start) || report.name.contains(&name.start)
        });
        after || before
    }

    /// Where a mention's figure holds: the nearest place of its clause, else of its sentence.
    pub(super) fn place(&self, mention: &Mention, clause: &Range<usize>, sentence: &Range<usize>) -> Option<Arc<str>> {
        if mention.is_time() {
            return None;
        }
        let own = &mention.tokens;
        let distance = |place: &Place| {
            let (low, high) = (own.end.min(place.name.end), own.start.max(place.name.start));
            let gap = high.saturating_sub(low);
            let from = self.mentions.partition_point(|other| other.tokens.start < low);
            let mut others = self.mentions[from..].iter().take_while(|other| other.tokens.end <= high);
            let between = others.by_ref().take(NEAR_PLACES).any(|other| !other.is_time());
            // "5% in Aston, and 4% in Orland": what is joined on behind a comma has a place of its own.
            let and = place.name.end + 1;
            let left = and < own.start && self.segment.word(and - 1) == "," && self.is(and, self.classes.list_and);
            // "Four shops in Aston and one in Orland": what is joined on right after a place is elsewhere.
            let joint = place.name.end;
            let joined = joint + 1 == own.start && self.is_joint(joint);
            let far = if place.beside || left { BESIDE } else { 0 };
            gap + if between || joined { OTHER_FIGURE } else { 0 } + far
        };
        let nearest = |range: &Range<usize>| {
            let from = self.places.partition_point(|place| place.name.start < range.start);
            let to = self.places.partition_point(|place| place.name.start < range.end);
            let here = self.places.partition_point(|place| place.name.start < own.start);
            let near = here.saturating_sub(NEAR_PLACES).clamp(from, to)..(here + NEAR_PLACES).clamp(from, to);
            // "China's exports": a place that only stands beside a noun belongs to what follows.
            let fits = |place: &&Place| !place.beside || place.name.end <= own.start;
            self.places[near].iter().filter(fits).min_by_key(|place| distance(place))
        };
        let place = nearest(clause).or_else(|| nearest(sentence))?;
        Some(self.segment.words(place.name.start, place.name.end).into())
    }
}
