//! "Five airports: A, B, C, D and E": a count that announces a list, and the items that follow.
//!
//! What commas and conjunctions separate can mostly be read in more than one way (a name and its apposition, "trade and
//! industry" as one item), so the items are counted as a range: as many as the text may have at least, and at most.

use crate::extract::{Claim, Ledger, Passage};
use crate::language::{Case, Class, TokenKind};
use crate::relate::link::{one, relation};
use crate::relate::relation::{Filler, Relation, Tie};
use crate::value::{Decimal, Kind, Value};
use std::ops::Range;

/// Words between the count and what opens the list.
const MOST_WORDS: usize = 7;

/// Longest list that is counted, in tokens.
const MOST_TOKENS: usize = 120;

/// Counts beyond this announce no list that would be written out in a sentence.
const MOST_ITEMS: u32 = 20;

/// The words that lists are made of.
struct Words {
    opener: Option<Class>,
    noun: Option<Class>,
    and: Option<Class>,
    open: Option<Class>,
    be: Option<Class>,
    all_of: Option<Class>,
}

/// Ties counts to the lists that they announce.
pub(super) fn listings(ledger: &Ledger, passage: &Passage<'_>, relations: &mut Vec<Relation>) {
    let lexicon = &passage.segment.language.lexicon;
    let words = Words {
        opener: lexicon.class("list-opener"),
        noun: lexicon.class("list-noun"),
        and: lexicon.class("item-and"),
        open: lexicon.class("not-all"),
        be: lexicon.class("list-be"),
        all_of: lexicon.class("all-of"),
    };
    for (index, id) in passage.claims.iter().enumerate() {
        let claim = ledger.get(*id);
        // "Both phones, namely …": not how many there are in all.
        let start = passage.mentions[index].core.start;
        if !announces(claim) || words.all_of.is_some_and(|class| passage.segment.class_at(start, class).is_some()) {
            continue;
        }
        let Some((least, most)) = List::after(passage, index, &words).and_then(|list| list.items()) else { continue };
        let number = |number: u32| Filler::Constant(Decimal::from(number));
        let slots = match least == most {
            true => vec![("count", one(*id)), ("items", number(most))],
            false => vec![("count", one(*id)), ("least", number(least)), ("most", number(most))],
        };
        relations.push(relation("listing", slots, Tie::SameSentence, "listing"));
    }
}

/// A small whole number without a hedge.
fn announces(claim: &Claim) -> bool {
    let small = |number: Decimal| number.is_integer() && number > Decimal::ONE && number <= MOST_ITEMS.into();
    claim.kind == Kind::Number
        && claim.hedge.is_none()
        && matches!(claim.value, Some(Value::Number(number)) if small(number))
}

/// A list that a count announces.
struct List<'p, 'a> {
    passage: &'p Passage<'a>,
    words: &'p Words,
    /// The tokens of its items.
    tokens: Range<usize>,
    /// Does a word say that what follows is all of it ("namely"), or the noun that it is a list ("reasons")?
    sure: bool,
    /// Are the items figures ("masing-masing seluas …")?
    figures: bool,
}

impl<'p, 'a> List<'p, 'a> {
    /// The list that the figure of that index announces.
    fn after(passage: &'p Passage<'a>, index: usize, words: &'p Words) -> Option<Self> {
        let segment = &passage.segment;
        let mention = passage.mentions.get(index)?;
        let next = passage.mentions.get(index + 1).map_or(usize::MAX, |next| next.tokens.start);
        let sentence = passage.division.sentence[mention.tokens.start];
        let end = passage.division.sentence.partition_point(|other| *other <= sentence);
        let limit = end.min(mention.tokens.end + MOST_WORDS).min(next);
        let is = |at: usize, class: Option<Class>| class.and_then(|class| segment.class_at(at, class));
        let mut named = false;
        let mut at = mention.tokens.end;
        while at < limit {
            if is(at, words.open).is_some() {
                return None;
            }
            named |= is(at, words.noun).is_some();
            // "Mobile 8 consists of": what is counted stands between.
            if at > mention.tokens.end
                && let Some((from, value)) = is(at, words.opener)
            {
                // A dash or colon opens a list only if what follows looks like one.
                let value = segment.language.lexicon.value(value);
                let (sure, figures) = (value != "0", value == "2");
                let from = (from..end).find(|at| !matches!(segment.word(*at), ":" | "," | "-"))?;
                let closed = !sure && segment.is_sign(at) && segment.word(at) != ":";
                let close = |token: &usize| closed && segment.word(*token) == segment.word(at);
                let end = (from..end.min(from + MOST_TOKENS)).find(close).unwrap_or(end.min(from + MOST_TOKENS));
                return Some(List { passage, words, tokens: from..end, sure: sure || named, figures });
            }
            if named && let Some((from, _)) = is(at, words.be) {
                let tokens = from..end.min(from + MOST_TOKENS);
                return Some(List { passage, words, tokens, sure: true, figures: false });
            }
            if matches!(segment.word(at), "." | ";" | "(" | ")" | "?" | "!" | "\"" | "“" | "”") {
                return None;
            }
            at += 1;
        }
        None
    }

    fn is(&self, at: usize, class: Option<Class>) -> bool {
        class.is_some_and(|class| self.passage.segment.class_at(at, class).is_some())
    }

    /// How many items there are, at least and at most; `None` where that cannot be told.
    fn items(&self) -> Option<(u32, u32)> {
        let segment = &self.passage.segment;
        let inside = |mention: &&crate::extract::Mention| self.tokens.contains(&mention.tokens.start);
        // "16 people: eight passengers, six crew and two children" is a sum.
        let figures = || self.passage.mentions.iter().filter(inside);
        let numbers = figures().filter(|mention| mention.kind == Kind::Number).count();
        if !self.figures && numbers > 1 || self.tokens.clone().any(|at| self.is(at, self.words.open)) {
            return None;
        }
        let (mut commas, mut ands, mut depth) = (0u32, 0u32, 0i32);
        let (mut first, mut last, mut after_comma) = (None, 0u32, false);
        for at in self.tokens.clone() {
            let sign = segment.tokens[at].kind == TokenKind::Symbol;
            match segment.word(at) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth -= 1,
                // Lists of lists, and speech, are beyond us.
                ";" | ":" | "\"" | "“" | "”" => return None,
                "," if depth == 0 && !self.in_figure(at) => {
                    commas += 1;
                    after_comma = true;
                    continue;
                }
                _ if !sign && depth == 0 && self.is(at, self.words.and) => {
                    // ", and" separates once.
                    ands += u32::from(!after_comma);
                    if commas > 0 {
                        last = commas + ands + 1;
                        first = first.or(Some((commas + 1 + u32::from(!after_comma), at)));
                    }
                }
                _ => {}
            }
            after_comma = false;
        }
        let (first, at) = first?;
        // "Indonesia 25 percent, Laos 18 percent Sri Lanka 17 percent": a comma is lost more easily than an item.
        let last = last.max(figures().count() as u32);
        match self.names(at) {
            _ if depth != 0 => None,
            true => Some((first, last)),
            false => self.sure.then_some((first.div_ceil(2), last)),
        }
    }

    fn in_figure(&self, at: usize) -> bool {
        let index = self.passage.mentions.partition_point(|mention| mention.tokens.end <= at);
        self.passage.mentions.get(index).is_some_and(|mention| mention.tokens.start < at)
    }

    /// Is everything up to that token names, which have no appositions when they are as short as this?
    fn names(&self, until: usize) -> bool {
        let segment = &self.passage.segment;
        let mut words = 0;
        (self.tokens.start..until).all(|at| match segment.word(at) {
            "," => {
                words = 0;
                true
            }
            "-" => true,
            _ => {
                words += 1;
                segment.tokens[at].case != Case::Lower && words <= 2
            }
        })
    }
}
