//! Two versions of one article: what figures an edit changed, and which mentions of them it forgot.

use super::Grounds;
use super::difference::{Told, one};
use super::likeness::{Likeness, direction};
use super::matching::{Outcome, number};
use super::side::{Side, Weight};
use crate::extract::{Claim, ClaimId, Ledger, Passage};
use crate::judge::{Finding, Judgement, Standing, Verdict, fingerprint};
use crate::language::TokenKind;
use crate::relate::{Relation, Tie};
use crate::value::{Kind, significant_digits};
use rustc_hash::{FxHashMap, FxHashSet};

/// What ties a figure that an edit changed to one that it left as it was.
const REVISION: &str = "revision";
const SAME: &str = "same";

/// Words of this class tell of an earlier figure: it stays as it was on purpose.
const EARLIER: &str = "earlier-figure";

/// So many digits are hardly the same by chance.
const TELLING_DIGITS: usize = 3;

/// What an edit did to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureChange {
    /// It is another one now.
    Changed {
        /// As it was.
        old: ClaimId,
        /// As it is.
        new: ClaimId,
    },
    /// It is gone.
    Removed(ClaimId),
    /// It was not there.
    Added(ClaimId),
}

impl FigureChange {
    /// The figure in the old version, if it was there.
    pub fn before(self) -> Option<ClaimId> {
        match self {
            FigureChange::Changed { old, .. } | FigureChange::Removed(old) => Some(old),
            FigureChange::Added(_) => None,
        }
    }

    /// The figure in the new version, if it is there.
    pub fn after(self) -> Option<ClaimId> {
        match self {
            FigureChange::Changed { new, .. } | FigureChange::Added(new) => Some(new),
            FigureChange::Removed(_) => None,
        }
    }

    /// The word shown in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            FigureChange::Changed { .. } => "changed",
            FigureChange::Removed(_) => "removed",
            FigureChange::Added(_) => "added",
        }
    }
}

/// Tells what an edit did.
pub(super) struct Reviser<'a, 't> {
    pub(super) text: &'a str,
    pub(super) old: &'a Side,
    pub(super) new: &'a Side,
    /// Those of both versions.
    pub(super) passages: &'a [Passage<'t>],
    pub(super) ledger: &'a Ledger,
    pub(super) grounds: Grounds<'a>,
}

impl Reviser<'_, '_> {
    /// Changes in the order of the text, relations, and what was forgotten.
    pub(super) fn tell(&self, outcome: &Outcome) -> (Vec<FigureChange>, Vec<Relation>, Judgement) {
        let mut told = Told::new(self.ledger);
        let claim = |side: &Side, index: usize| side.items.get(index).and_then(|item| item.claim(self.ledger));
        let mut changes = Vec::new();
        // Which figure of the new version is the same as one of the old version.
        let mut kept: FxHashMap<ClaimId, ClaimId> = FxHashMap::default();
        for found in &outcome.matches {
            let Some((old, new)) = claim(self.old, found.source).zip(claim(self.new, found.target)) else { continue };
            // What is rounded or told less exactly than before is another figure.
            let other = matches!(found.likeness, Likeness::OtherUnit | Likeness::Near) && old.value != new.value;
            if other || old.unit != new.unit || direction(old.hedge) != direction(new.hedge) {
                changes.push(FigureChange::Changed { old: old.id, new: new.id });
            } else {
                kept.insert(old.id, new.id);
                told.agree(old, new);
            }
        }
        for change in &outcome.changes {
            let Some((old, new)) = claim(self.old, change.source).zip(claim(self.new, change.target)) else { continue };
            changes.push(FigureChange::Changed { old: old.id, new: new.id });
        }
        let all = |side: &Side, list: &[(usize, bool)]| -> Vec<ClaimId> {
            let items =
                list.iter().filter(|(index, _)| side.items.get(*index).is_some_and(|it| it.weight > Weight::Weak));
            items.filter_map(|(index, _)| claim(side, *index)).map(|claim| claim.id).collect()
        };
        changes.extend(all(self.old, &outcome.missing).into_iter().map(FigureChange::Removed));
        changes.extend(all(self.new, &outcome.added).into_iter().map(FigureChange::Added));
        // What is gone stands where it was, before what came in its place.
        changes.sort_by_key(|change| (change.after().or(self.place(change.before(), &kept)), change.before()));
        // One finding for each forgotten mention, however many were changed.
        let mut reported: FxHashSet<ClaimId> = FxHashSet::default();
        for change in &outcome.changes {
            let Some((old, new)) = claim(self.old, change.source).zip(claim(self.new, change.target)) else { continue };
            for forgotten in self.forgotten(old, new, &kept) {
                if reported.insert(forgotten.id) {
                    self.report(old, new, forgotten, &mut told);
                }
            }
        }
        let (relations, judgement) = told.done();
        (changes, relations, judgement)
    }

    /// Behind which figure of the new version a figure of the old one stood.
    fn place(&self, old: Option<ClaimId>, kept: &FxHashMap<ClaimId, ClaimId>) -> Option<ClaimId> {
        (0..=old?.0).rev().find_map(|before| kept.get(&ClaimId(before)).copied())
    }

    /// Other mentions of the old figure that the new version still has.
    fn forgotten<'s>(
        &'s self,
        old: &'s Claim,
        new: &'s Claim,
        kept: &'s FxHashMap<ClaimId, ClaimId>,
    ) -> impl Iterator<Item = &'s Claim> {
        let others = self.old.items.iter().filter_map(|item| item.claim(self.ledger));
        let again = others.filter(|other| other.id != old.id && self.is_same_quantity(old, other));
        let now = again.filter_map(|other| self.ledger.claims.get(kept.get(&other.id)?.0 as usize));
        now.filter(|claim| !claim.quoted && claim.sentence != new.sentence && !self.tells_of_earlier(claim, new))
    }

    /// Were two figures of the old version one?
    fn is_same_quantity(&self, a: &Claim, b: &Claim) -> bool {
        let (Some(x), Some(y)) = (number(a), number(b)) else { return false };
        let unit = |claim: &Claim| claim.unit.as_ref().map(|unit| unit.code.clone());
        let period = a.context.period.zip(b.context.period).is_none_or(|(a, b)| a == b);
        if x != y || a.kind != b.kind || unit(a) != unit(b) || a.kind == Kind::Ordinal || !period {
            return false;
        }
        let heads = a.context.subject.as_ref().zip(b.context.subject.as_ref()).map(|(a, b)| a.head == b.head);
        let beside = || self.word_behind(a).is_some_and(|word| self.word_behind(b).as_ref() == Some(&word));
        let rare = significant_digits(x) >= TELLING_DIGITS || a.kind == Kind::Money && significant_digits(x) > 1;
        heads == Some(true) || beside() || heads.is_none() && rare
    }

    /// The word right behind a figure, as its lemma.
    fn word_behind(&self, claim: &Claim) -> Option<String> {
        let segment = &self.passage(claim)?.segment;
        let at = segment.tokens.partition_point(|token| (token.start as usize) < claim.span.end);
        let is_word = segment.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        let word = segment.word(at);
        (is_word && !segment.language.is_function_word(word)).then(|| segment.language.lemma(word))
    }

    fn passage(&self, claim: &Claim) -> Option<&Passage<'_>> {
        let after = self.passages.partition_point(|passage| {
            passage.segment.tokens.first().is_some_and(|token| token.start as usize <= claim.span.start)
        });
        self.passages.get(after.checked_sub(1)?)
    }

    /// Does the sentence of a figure say that it is an earlier one, or give the new one, too?
    fn tells_of_earlier(&self, claim: &Claim, new: &Claim) -> bool {
        let mut within = self.new.items.iter().filter_map(|item| item.claim(self.ledger));
        if within.any(|other| other.sentence == claim.sentence && number(other) == number(new)) {
            return true;
        }
        let Some(passage) = self.passage(claim) else { return false };
        let segment = &passage.segment;
        let Some(class) = segment.language.lexicon.class(EARLIER) else { return false };
        let sentence = claim.sentence.checked_sub(passage.first.0);
        let own = passage.division.sentence.iter().enumerate().filter(|(_, number)| Some(**number) == sentence);
        own.map(|(at, _)| at).any(|at| segment.class_at(at, class).is_some())
    }

    fn report(&self, old: &Claim, new: &Claim, forgotten: &Claim, told: &mut Told<'_>) {
        let slots = vec![("old", one(old)), ("new", one(new)), ("kept", one(forgotten))];
        let id = told.relate(REVISION, slots, Tie::SameSentence, Verdict::Contradicts);
        let Some(index) = self.grounds.definitions.get(REVISION).and_then(|it| it.law(SAME)) else { return };
        let Some(relation) = told.relations.last() else { return };
        let mut watching = self.grounds.checks.iter().filter(|check| self.grounds.judging.allows(check));
        let Some(check) = watching.find(|check| check.watches(relation, index)) else { return };
        // The new version is what is to be mended; its figures come first.
        let claims = vec![forgotten.id, new.id];
        for claim in &claims {
            if let Some(standing) = told.judgement.standings.get_mut(claim.0 as usize) {
                *standing = Standing::Conflicts;
            }
        }
        told.judgement.findings.push(Finding {
            rule: check.name.clone(),
            severity: check.severity,
            law: (id, index),
            fingerprint: fingerprint(self.text, self.ledger, &check.name, &claims),
            claims,
            relations: vec![id],
            workings: String::new(),
            repairs: vec![],
        });
    }
}
