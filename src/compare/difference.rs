//! From what is left over to findings: named by the check that watches, graded, and explained.

use super::Grounds;
use super::likeness::{Likeness, direction};
use super::matching::{Match, Outcome, number};
use super::side::{Side, Weight};
use crate::extract::{Claim, ClaimId, Ledger};
use crate::judge::{Finding, Judgement, Repair, Severity, Standing, Verdict, fingerprint};
use crate::relate::{Filler, Relation, RelationId, Tie};
use crate::value::{Decimal, Kind, ValueSet, slip_into};
use std::cmp::Reverse;
use std::sync::Arc;

/// What two figures that stand for each other make.
const RENDERING: &str = "rendering";
/// What a figure of the source makes that the target does not have, and the other way round.
const OMISSION: &str = "omission";
const ADDITION: &str = "addition";

/// What is told, and how.
pub(super) struct Teller<'a> {
    pub(super) text: &'a str,
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    pub(super) grounds: Grounds<'a>,
}

/// What was told so far.
pub(super) struct Told<'l> {
    ledger: &'l Ledger,
    pub(super) relations: Vec<Relation>,
    pub(super) judgement: Judgement,
}

/// A law that figures of the two versions break.
struct Broken {
    relation: &'static str,
    law: &'static str,
    slots: Vec<(&'static str, Filler)>,
    /// Do more than the order of the sentences tie them?
    sure: bool,
    /// Steps below the severity of the check.
    milder: u8,
    /// Not more than this.
    most: Severity,
    workings: String,
    repairs: Vec<Repair>,
}

impl Teller<'_> {
    /// Relations, findings, standings and verdicts.
    pub(super) fn tell(&self, ledger: &Ledger, outcome: &Outcome) -> (Vec<Relation>, Judgement) {
        let mut told = Told::new(ledger);
        for found in &outcome.matches {
            self.matched(*found, &mut told);
        }
        for change in &outcome.changes {
            let Some((a, b)) = self.claims(change.source, change.target, ledger) else { continue };
            let broken = self.broken("number", vec![("source", one(a)), ("target", one(b))], change.sure, (a, b));
            self.report(Broken { repairs: repairs(a, b), ..broken }, &mut told);
        }
        for (index, sure) in &outcome.missing {
            self.alone(self.source, (*index, *sure), (OMISSION, "kept", "source", "copies"), &mut told);
        }
        for (index, sure) in &outcome.added {
            self.alone(self.target, (*index, *sure), (ADDITION, "given", "target", "origins"), &mut told);
        }
        told.done()
    }

    fn claims<'l>(&self, source: usize, target: usize, ledger: &'l Ledger) -> Option<(&'l Claim, &'l Claim)> {
        let (a, b) = (self.source.items.get(source)?, self.target.items.get(target)?);
        Some((a.claim(ledger)?, b.claim(ledger)?))
    }

    /// Figures that agree in their numbers may still differ in unit, sign or hedge.
    fn matched(&self, Match { source, target, likeness }: Match, told: &mut Told<'_>) {
        let Some((a, b)) = self.claims(source, target, told.ledger) else { return };
        let pair = || vec![("source", one(a)), ("target", one(b))];
        let of = |claim: &Claim, value: i8| Filler::Of(claim.id, Decimal::from(value));
        if likeness == Likeness::OtherUnit {
            let slots = [pair(), vec![("sourceunit", of(a, 1)), ("targetunit", of(b, 2))]].concat();
            return self.report(self.broken("unit", slots, true, (a, b)), told);
        }
        let timeless = ![a, b].iter().any(|claim| matches!(claim.kind, Kind::Date | Kind::Datetime | Kind::Time));
        if let (Some(x), Some(y)) = (a.context.direction, b.context.direction)
            && timeless
            && i16::from(x) * i16::from(y) < 0
        {
            let slots = [pair(), vec![("sourcesign", of(a, x)), ("targetsign", of(b, y))]].concat();
            return self.report(self.broken("sign", slots, true, (a, b)), told);
        }
        told.agree(a, b);
        let (x, y) = (direction(a.hedge), direction(b.hedge));
        if x == y || !timeless {
            return;
        }
        let (milder, most) = match (x, y) {
            (Some(x), Some(y)) if x * y < 0 => (0, Severity::Error),
            (Some(_), Some(_)) => (1, Severity::Error),
            _ => (0, Severity::Info),
        };
        // No hedge is neither way; it is told apart by a number of its own.
        let way = |way: Option<i8>| way.unwrap_or(2);
        let slots = [pair(), vec![("sourceway", of(a, way(x))), ("targetway", of(b, way(y)))]].concat();
        self.report(Broken { milder, most, ..self.broken("hedge", slots, true, (a, b)) }, told);
    }

    /// A figure that the other version does not have.
    fn alone(
        &self,
        side: &Side,
        (index, kept): (usize, bool),
        (relation, law, slot, count): (&'static str, &'static str, &'static str, &'static str),
        told: &mut Told<'_>,
    ) {
        let Some(item) = side.items.get(index) else { return };
        let Some(claim) = item.claim(told.ledger) else { return };
        if !(kept || self.grounds.options.whole) || item.weight == Weight::Label {
            return;
        }
        let slots = vec![(slot, one(claim)), (count, Filler::Of(claim.id, Decimal::ZERO))];
        let most = if item.weight == Weight::Full { Severity::Error } else { Severity::Info };
        let workings = format!("{} → –", self.written(claim));
        let broken = Broken { relation, law, slots, sure: true, milder: 0, most, workings, repairs: vec![] };
        self.report(broken, told);
    }

    fn broken(
        &self,
        law: &'static str,
        slots: Vec<(&'static str, Filler)>,
        sure: bool,
        (a, b): (&Claim, &Claim),
    ) -> Broken {
        let workings = format!("{} ≠ {}", self.written(a), self.written(b));
        Broken { relation: RENDERING, law, slots, sure, milder: 0, most: Severity::Error, workings, repairs: vec![] }
    }

    fn written(&self, claim: &Claim) -> &str {
        self.text.get(claim.span.clone()).unwrap_or_default()
    }

    /// A finding, where a check watches.
    fn report(&self, broken: Broken, told: &mut Told<'_>) {
        let Broken { relation, law, slots, sure, milder, most, workings, repairs } = broken;
        let tie = if sure { Tie::SameSentence } else { Tie::Neighbour };
        let id = told.relate(relation, slots, tie, Verdict::Contradicts);
        let Some(index) = self.grounds.definitions.get(relation).and_then(|definition| definition.law(law)) else {
            return;
        };
        let Some(made) = told.relations.last() else { return };
        let mut watching = self.grounds.checks.iter().filter(|check| self.grounds.judging.allows(check));
        let Some(check) = watching.find(|check| check.watches(made, index)) else { return };
        let steps = milder + u8::from(!sure);
        let Some(severity) = (0..steps).try_fold(check.severity, |severity, _| severity.lower()) else { return };
        // The target is what is mended: the finding is shown at its figure.
        let mut claims: Vec<ClaimId> = made.claims().collect();
        claims.sort_unstable_by_key(|claim| Reverse(*claim));
        claims.dedup();
        for claim in &claims {
            if let Some(standing) = told.judgement.standings.get_mut(claim.0 as usize) {
                *standing = Standing::Conflicts;
            }
        }
        told.judgement.findings.push(Finding {
            rule: check.name.clone(),
            severity: severity.min(most),
            law: (id, index),
            fingerprint: fingerprint(self.text, told.ledger, &check.name, &claims),
            claims,
            relations: vec![id],
            workings,
            repairs,
        });
    }
}

impl<'l> Told<'l> {
    pub(super) fn new(ledger: &'l Ledger) -> Self {
        let standings = vec![Standing::Open; ledger.claims.len()];
        Told { ledger, relations: Vec::new(), judgement: Judgement { standings, ..Judgement::default() } }
    }

    /// The findings most severe first, then in the order of the text.
    pub(super) fn done(mut self) -> (Vec<Relation>, Judgement) {
        self.judgement.findings.sort_by(|a, b| {
            (Reverse(a.severity), &a.claims, &a.rule, a.law).cmp(&(Reverse(b.severity), &b.claims, &b.rule, b.law))
        });
        (self.relations, self.judgement)
    }

    pub(super) fn relate(&mut self, name: &str, slots: Vec<(&str, Filler)>, tie: Tie, verdict: Verdict) -> RelationId {
        let id = RelationId(self.relations.len() as u32);
        let slots = slots.into_iter().map(|(slot, filler)| (Arc::from(slot), filler)).collect();
        let relation = Relation { id, name: name.into(), slots, tie, via: "alignment".into(), guards: vec![] };
        self.relations.push(relation);
        self.judgement.verdicts.push(verdict);
        id
    }

    pub(super) fn agree(&mut self, a: &Claim, b: &Claim) {
        let slots = vec![("source", one(a)), ("target", one(b))];
        self.relate(RENDERING, slots, Tie::SameSentence, Verdict::Holds);
        for claim in [a, b] {
            if let Some(standing) = self.judgement.standings.get_mut(claim.id.0 as usize)
                && *standing == Standing::Open
            {
                *standing = Standing::Agrees;
            }
        }
    }
}

/// A slot that one claim fills.
pub(super) fn one(claim: &Claim) -> Filler {
    Filler::Claims(vec![claim.id])
}

/// What the target's figure would have to be, where both are numbers of one unit.
fn repairs(source: &Claim, target: &Claim) -> Vec<Repair> {
    let (Some(wanted), Some(stated)) = (number(source), number(target)) else { return vec![] };
    let code = |claim: &Claim| claim.unit.as_ref().map(|unit| unit.code.clone());
    if code(source) != code(target) || source.kind != target.kind {
        return vec![];
    }
    let needed = ValueSet::point(wanted);
    let slip = slip_into(stated, &needed);
    vec![Repair { claim: target.id, slot: "target".into(), written: needed.clone(), needed, slip }]
}
