//! What figures are about where noun phrases begin with their head ("nilai ekspor nonmigas naik 4 persen").
//!
//! From a figure to the left: first over the verb that leads to it, whose kind tells on which side of it the thing measured
//! stands, then through the noun phrase to the noun that the rest of it hangs on.

use super::claim::Subject;
use super::context::Found;
use crate::language::{Case, TokenKind, Verb};
use crate::value::Kind;
use std::ops::Range;

/// Tokens between a figure and the noun phrase of its verb that are looked through.
const REACH: usize = 16;

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

/// How far the words before a figure are read.
struct Way {
    /// Token before which they are still to be read.
    at: usize,
    leads: Leads,
    /// ", naik 5 persen", ", dari 4 persen": what was said before goes on. ", 5 persen" does not.
    goes_on: bool,
    /// "A dari B dan Rp5 juta dari C": the figure begins another part of the list.
    listed: bool,
    /// "Tunjangan yang mencapai Rp5 juta": the verb says it of the noun phrase right before it.
    attached: bool,
}

impl Way {
    /// Goes over a verb, unless its subject is no thing that is measured.
    fn over_verb(&mut self, start: usize, leads: Option<Leads>) -> Option<Left> {
        let Some(leads) = leads else { return Some(Left::Nothing) };
        if matches!(self.leads, Leads::Nothing | Leads::Loose) || leads == Leads::Level {
            self.leads = leads;
        }
        self.goes_on |= leads != Leads::Amount;
        self.at = start;
        None
    }
}

impl Found<'_, '_> {
    /// What a figure is about.
    pub(super) fn head_first_subject(&self, index: usize, sentence: &Range<usize>, depth: usize) -> Option<Subject> {
        let mention = &self.mentions[index];
        let after = |from: usize| {
            let from = self.classifier(from, sentence.end).unwrap_or(from);
            self.run_after(from, sentence.end)
        };
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        let (left, leads) = match self.left_of(index, sentence.start) {
            Left::Phrase(subject, leads) => (Some(subject), leads),
            Left::Figure(other, leads) if depth < INHERITED => {
                let head = |end: usize| after(end).map(|counted| counted.head);
                // "124 kasus pada Januari dari 200 kasus": the same is counted.
                let same = head(end).is_some_and(|own| head(self.mentions[other].tokens.end) == Some(own));
                let subject = self.head_first_subject(other, sentence, depth + 1);
                (subject, if same { Leads::Level } else { leads })
            }
            Left::Figure(..) | Left::Nothing => (None, Leads::Nothing),
        };
        match mention.kind {
            Kind::Number | Kind::Range if mention.unit.is_none() => {
                let bare = self.classifier(end, sentence.end);
                match (left, after(end)) {
                    // "Terdampak 12 juta kendaraan bermotor": a count that says of what needs no other subject.
                    (_, Some(counted)) if !counted.modifiers.is_empty() => Some(counted),
                    (Some(left), _) if matches!(leads, Leads::Level | Leads::Amount) => Some(left),
                    (left, None) if bare.is_some() => match leads {
                        Leads::Nothing | Leads::Being if left.is_some() => left,
                        _ => self.part(end..end + 1),
                    },
                    // "KMP Sempu 3": part of a name.
                    (left, counted) => counted.or(left.filter(|_| leads != Leads::Nothing || !self.is_name(start))),
                }
            }
            Kind::Quantity | Kind::Percent | Kind::Fraction => {
                let follows = after(end);
                let first = match leads {
                    Leads::Level | Leads::Amount | Leads::Being => false,
                    Leads::Verb | Leads::Loose => true,
                    Leads::Nothing => mention.kind == Kind::Quantity,
                };
                let of = end < sentence.end && self.is(end, self.classes.measure_of);
                let whole = || if of { after(end + 1) } else { None };
                if first { follows.or(left) } else { left.or(follows) }.or_else(whole)
            }
            // "Gol kedua", "menit ke-31".
            Kind::Ordinal => self.part(self.run_start(sentence.start, start)..start),
            _ => left,
        }
    }

    /// Does a name end before a token?
    fn is_name(&self, end: usize) -> bool {
        end.checked_sub(1).is_some_and(|last| self.segment.tokens[last].case != Case::Lower)
    }

    /// Reads from a figure to the left, as far as the noun phrase that it or its verb belongs to.
    fn left_of(&self, index: usize, from: usize) -> Left {
        let start = self.mentions[index].tokens.start;
        let mut way = Way { at: start, leads: Leads::Nothing, goes_on: false, listed: false, attached: false };
        for _ in 0..REACH {
            let at = way.at;
            if at <= from {
                break;
            }
            let done = if let Some(other) = self.mention_index(at - 1) {
                self.over_mention(other, from, &mut way)
            } else if let Some((start, leads)) = self.leading(at, from) {
                way.over_verb(start, leads)
            } else if self.noun_before(from, at).is_some() {
                self.at_nouns(from, &mut way)
            } else if let Some(open) = self.aside(from, at) {
                way.at = open;
                None
            } else {
                self.over_word(from, &mut way)
            };
            if let Some(left) = done {
                return left;
            }
        }
        Left::Nothing
    }

    /// Dates and ages say nothing of what is measured; another figure may be of the same thing.
    fn over_mention(&self, other: usize, from: usize, way: &mut Way) -> Option<Left> {
        let mention = &self.mentions[other];
        if mention.kind == Kind::Ordinal {
            return Some(Left::Nothing);
        }
        if mention.is_time() || matches!(mention.kind, Kind::Duration | Kind::Age) {
            way.at = mention.tokens.start;
            return None;
        }
        Some(self.figure(other, way.leads, from))
    }

    /// At the end of a run of nouns: the noun phrase, unless it only tells where, when or how.
    fn at_nouns(&self, from: usize, way: &mut Way) -> Option<Left> {
        let end = way.at;
        let start = self.run_start(from, end);
        let idle = (start..end).all(|at| self.is(at, self.classes.no_head));
        // "Dengan kenaikan 5 persen": what rises is named before.
        let change = start + 1 == end && self.is(start, self.classes.direction);
        if change {
            way.leads = Leads::Level;
        }
        // "Harga di Pasar Induk, Kota Tirto, naik": what is put between commas.
        let comma = |at: usize| at >= from && self.segment.word(at) == ",";
        let put_in = start > from && comma(start - 1) && comma(end);
        if idle || change || put_in {
            way.at = start - usize::from(put_in);
            return None;
        }
        if let Some(other) = start.checked_sub(1).and_then(|before| self.mention_index(before))
            && !self.mentions[other].is_time()
        {
            return Some(self.figure(other, way.leads, from));
        }
        if way.listed {
            return Some(Left::Nothing);
        }
        // "Honda Beat tahun 2015": the word belongs to the date.
        let dated = self.mention_at(end).is_some_and(|mention| mention.is_time());
        let nouns = |last: &usize| !dated || !self.is(*last, self.classes.no_head);
        let last = (start..end).rev().find(nouns).unwrap_or(start);
        let beside = way.attached || matches!(way.leads, Leads::Nothing | Leads::Loose | Leads::Amount);
        match self.whole_phrase(from, start..last + 1, beside) {
            Ok(subject) => Some(Left::Phrase(subject, way.leads)),
            // "Menguat pada perdagangan Senin, naik 2 persen": the subject stands further left.
            Err(Some(adjunct)) if !beside => {
                way.at = adjunct;
                None
            }
            Err(_) => Some(Left::Nothing),
        }
    }

    fn over_word(&self, from: usize, way: &mut Way) -> Option<Left> {
        let (segment, at) = (self.segment, way.at - 1);
        let word = segment.word(at);
        if segment.tokens[at].kind != TokenKind::Word && word != "(" && !(word == "," && way.goes_on) {
            return Some(Left::Nothing);
        }
        way.at = at;
        if segment.tokens[at].kind != TokenKind::Word {
            return None;
        }
        // What only stands near belongs to the figure in its own clause.
        let loose = matches!(way.leads, Leads::Nothing | Leads::Loose);
        let opens = at > from && self.division.clause[at - 1] != self.division.clause[at];
        if self.is(at, self.classes.reporting) || loose && opens {
            return Some(Left::Nothing);
        }
        let joins = self.is(at, self.classes.list_and);
        // "Dari 5 persen, atau 0,6 poin".
        let after_figure = at > from + 1 && segment.word(at - 1) == "," && self.in_mention(at - 2);
        way.goes_on |= (joins && after_figure) || self.is(at, self.classes.from);
        way.listed |= joins && way.leads == Leads::Nothing;
        way.attached |= self.is(at, self.classes.relative);
        if way.leads == Leads::Nothing && !joins {
            way.leads = Leads::Loose;
        }
        None
    }

    /// An earlier figure whose subject may be shared.
    fn figure(&self, other: usize, leads: Leads, from: usize) -> Left {
        // "Dana di lima bank senilai Rp2 triliun": the figure before only tells where.
        let before = self.mentions[other].tokens.start.checked_sub(1).filter(|before| *before >= from);
        let place = before.is_some_and(|before| self.preposition(before) == Some("place"));
        if place && leads != Leads::Level { Left::Nothing } else { Left::Figure(other, leads) }
    }

    /// A verb that ends before a token: where it starts, and what it says of the figure. `None`: its subject is no thing
    /// that is measured.
    fn leading(&self, end: usize, from: usize) -> Option<(usize, Option<Leads>)> {
        let segment = self.segment;
        let within = |(start, _): &(usize, u32)| *start >= from;
        if let Some((start, _)) = segment.class_before(end, self.classes.direction).filter(within)
            && !(start + 1 == end && self.is_noun(start))
        {
            return Some((start, Some(Leads::Level)));
        }
        if let Some((start, value)) = segment.class_before(end, self.classes.level_verb).filter(within) {
            let leads = match segment.language.lexicon.value(value) {
                "object" => None,
                "be" => Some(Leads::Being),
                "amount" => Some(Leads::Amount),
                "state" => Some(Leads::Verb),
                _ => Some(Leads::Level),
            };
            return Some((start, leads));
        }
        let verb = self.verb(end - 1)?;
        Some((end - 1, (verb != Verb::Object).then_some(Leads::Verb)))
    }
}
