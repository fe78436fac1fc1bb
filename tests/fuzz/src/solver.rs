//! The solver, held against exact rationals.

use super::oracle::{Branch, Made, Range, Row, grows, is_solvable, whole};
use addsup::extract::{Claim, ClaimId, Context, Ledger};
use addsup::judge::{Check, Finding, JudgeOptions, Severity, judge};
use addsup::relate::{Definitions, Filler, Relation, RelationId, Tie};
use addsup::source::Role;
use addsup::value::{Bound, Decimal, Interval, Kind, Reading, ValueSet};
use arbitrary::Unstructured;
use std::sync::LazyLock;

/// One relation of each way that figures hang together.
const RELATIONS: [(&str, &str); 7] = [
    ("sum", "total = sum(parts)"),
    ("product", "total = one * other"),
    ("quotient", "total = one / other"),
    ("growth", "total = one * (1 + other)"),
    ("same", "total = one"),
    ("at-most", "total <= one"),
    ("less", "total < one"),
];

static RULES: LazyLock<(Definitions, Vec<Check>)> = LazyLock::new(|| {
    let relation = |(name, law): &(&str, &str)| {
        let text = format!(
            "name = '{name}'\nsummary = ''\nslots = [{{ name = 'total', kind = 'figure' }}, {{ name = 'one', kind = 'figure' }}, \
             {{ name = 'other', kind = 'figure' }}, {{ name = 'parts', kind = 'figure', list = true }}]\n\
             laws = [{{ name = 'law', law = '{law}' }}]"
        );
        toml::from_str(&text).expect("a relation")
    };
    let files: Vec<_> = RELATIONS.iter().map(relation).collect();
    let definitions = Definitions::new(&files).expect("laws");
    let laws: Vec<String> = RELATIONS.iter().map(|(name, _)| format!("'{name}.law'")).collect();
    let check = format!(
        "name = 'law'\ngroup = 'fuzz'\nlaws = [{}]\nseverity = 'error'\nmaturity = 'stable'\nsummary = ''\nwhy = ''",
        laws.join(", ")
    );
    let checks = Check::all(&[toml::from_str(&check).expect("a check")], &definitions).expect("it watches them");
    (definitions, checks)
});

/// Figures and what ties them.
#[derive(Clone, Debug, Default)]
pub struct Network {
    ledger: Ledger,
    relations: Vec<Relation>,
}

impl Network {
    /// A figure that may be anything in that set.
    pub fn figure(&mut self, set: Interval) -> usize {
        let index = self.ledger.claims.len();
        self.ledger.claims.push(Claim {
            id: ClaimId(index as u32),
            kind: Kind::Number,
            span: 0..0,
            value: None,
            stretch: None,
            unit: None,
            hedge: None,
            reading: Reading::same(ValueSet::from(set)),
            plain: None,
            context: Context::default(),
            date: None,
            role: Role::Body,
            block: 0,
            sentence: 0,
            clause: 0,
            quoted: false,
            via: Vec::new(),
        });
        index
    }

    /// Ties figures by a relation of [`RELATIONS`]; the first is the total.
    pub fn tie(&mut self, name: &str, figures: &[usize]) {
        let claim = |figure: &usize| ClaimId(*figure as u32);
        let one = |figure: &usize| Filler::Claims(vec![claim(figure)]);
        let (total, rest) = figures.split_first().expect("a relation ties figures");
        let mut slots = vec![("total".into(), one(total))];
        if name == "sum" {
            slots.push(("parts".into(), Filler::Claims(rest.iter().map(claim).collect())));
        } else {
            slots.extend(["one", "other"].iter().zip(rest).map(|(slot, figure)| ((*slot).into(), one(figure))));
        }
        let id = RelationId(self.relations.len() as u32);
        let (tie, via) = (Tie::Construction, "fuzz".into());
        self.relations.push(Relation { id, name: name.into(), slots, tie, via, guards: Vec::new() });
    }

    /// What cannot be true.
    pub fn findings(&self) -> Vec<Finding> {
        let (definitions, checks) = &*RULES;
        let judgement = judge("", &self.ledger, &self.relations, definitions, checks, &JudgeOptions::default());
        assert!(judgement.findings.iter().all(|finding| finding.severity == Severity::Error), "there is one level");
        judgement.findings
    }
}

/// The end of a set, in tenths; none where it has no end.
type End = Option<(i64, bool)>;

/// Relations of which every law is linear, over figures with any ends.
#[derive(Clone, Debug)]
pub struct Linear {
    pub ends: Vec<(End, End)>,
    pub laws: Vec<(&'static str, Vec<usize>)>,
}

impl Linear {
    /// Any such network.
    ///
    /// # Errors
    /// Where the input ends.
    pub fn arbitrary(of: &mut Unstructured<'_>) -> arbitrary::Result<Self> {
        let count = of.int_in_range(2..=7usize)?;
        let mut ends = Vec::with_capacity(count);
        for _ in 0..count {
            let low = of.int_in_range(-30..=30i64)?;
            let high = low + of.int_in_range(0..=12i64)?;
            let (low_kind, high_kind) = (of.int_in_range(0..=7u8)?, of.int_in_range(0..=7u8)?);
            let end = |at: i64, kind: u8| (kind > 0).then_some((at, kind > 1 || low == high));
            ends.push((end(low, low_kind), end(high, high_kind)));
        }
        let mut laws = Vec::new();
        for _ in 0..of.int_in_range(1..=6u8)? {
            let name = *of.choose(&["sum", "sum", "same", "at-most", "less"])?;
            let figures = if name == "sum" { of.int_in_range(2..=4)? } else { 2 };
            let figures = (0..figures).map(|_| of.choose_index(count)).collect::<Result<Vec<_>, _>>()?;
            laws.push((name, figures));
        }
        Ok(Linear { ends, laws })
    }

    fn interval(&self, figure: usize) -> Interval {
        let bound = |end: End| match end {
            None => Bound::Unbounded,
            Some((at, true)) => Bound::Closed(Decimal::new(at, 1)),
            Some((at, false)) => Bound::Open(Decimal::new(at, 1)),
        };
        let (low, high) = self.ends[figure];
        Interval::new(bound(low), bound(high)).expect("a figure may be something")
    }

    /// As addsup sees it.
    pub fn network(&self) -> Network {
        let mut network = Network::default();
        (0..self.ends.len()).for_each(|figure| _ = network.figure(self.interval(figure)));
        self.laws.iter().for_each(|(name, figures)| network.tie(name, figures));
        network
    }

    /// Can these of the laws hold together? `None`: it is not known.
    pub fn is_solvable(&self, laws: &[usize]) -> Option<bool> {
        let count = self.ends.len();
        let (mut equations, mut inequalities) = (Vec::new(), Vec::new());
        for (figure, (low, high)) in self.ends.iter().enumerate() {
            inequalities.extend(low.map(|(at, closed)| Row::new(count, &[(figure, -1)], at, !closed)));
            inequalities.extend(high.map(|(at, closed)| Row::new(count, &[(figure, 1)], -at, !closed)));
        }
        for (name, figures) in laws.iter().map(|law| &self.laws[*law]) {
            let terms: Vec<(usize, i64)> =
                figures.iter().enumerate().map(|(at, figure)| (*figure, if at == 0 { 1 } else { -1 })).collect();
            match *name {
                "at-most" | "less" => inequalities.push(Row::new(count, &terms, 0, *name == "less")),
                _ => equations.push(Row::new(count, &terms, 0, false)),
            }
        }
        is_solvable(&equations, &inequalities)
    }

    /// Does no way lead from a law over figures back to it?
    pub fn is_tree(&self) -> bool {
        let mut group: Vec<usize> = (0..self.ends.len() + self.laws.len()).collect();
        fn root(group: &[usize], mut at: usize) -> usize {
            while group[at] != at {
                at = group[at];
            }
            at
        }
        self.laws.iter().enumerate().all(|(law, (_, figures))| {
            figures.iter().all(|figure| {
                let (a, b) = (root(&group, *figure), root(&group, self.ends.len() + law));
                group[a] = b;
                a != b
            })
        })
    }

    /// What is called wrong cannot all be true; on a tree what cannot be true is called wrong, and no part of it could be
    /// spared.
    pub fn check(&self) {
        let findings = self.network().findings();
        let all: Vec<usize> = (0..self.laws.len()).collect();
        let is_tree = self.is_tree();
        if is_tree && let Some(solvable) = self.is_solvable(&all) {
            assert_eq!(findings.is_empty(), solvable, "a tree is decided: {self:?}");
        }
        for finding in findings {
            let laws: Vec<usize> = finding.relations.iter().map(|id| id.0 as usize).collect();
            assert_ne!(self.is_solvable(&laws), Some(true), "{laws:?} can hold: {self:?}");
            for spared in laws.iter().filter(|_| is_tree) {
                let rest: Vec<usize> = laws.iter().copied().filter(|law| law != spared).collect();
                assert_ne!(self.is_solvable(&rest), Some(false), "{spared} of {laws:?} is not needed: {self:?}");
            }
        }
    }
}

/// Laws that multiply and divide too, over positive figures, as a tree.
#[derive(Clone, Debug)]
pub struct Tree {
    ranges: Vec<(i64, i64)>,
    branches: Vec<Branch>,
}

impl Tree {
    /// Any such tree.
    ///
    /// # Errors
    /// Where the input ends.
    pub fn arbitrary(of: &mut Unstructured<'_>) -> arbitrary::Result<Self> {
        let mut tree = Tree { ranges: Vec::new(), branches: Vec::new() };
        for _ in 0..of.int_in_range(1..=6u8)? {
            let made =
                *of.choose(&[Made::Sum, Made::Product, Made::Quotient, Made::Growth, Made::Same, Made::AtMost])?;
            let count = match made {
                Made::Sum => of.int_in_range(2..=4)?,
                Made::Same | Made::AtMost => 2,
                Made::Product | Made::Quotient | Made::Growth => 3,
            };
            let known = tree.ranges.len();
            let shared = if known > 0 && of.ratio(7, 8)? { Some(of.choose_index(known)?) } else { None };
            let place = of.choose_index(count)?;
            let mut figures = Vec::new();
            for at in 0..count {
                if let Some(shared) = shared.filter(|_| at == place) {
                    figures.push(shared);
                    continue;
                }
                let low = of.int_in_range(1..=60i64)?;
                tree.ranges.push((low, low + of.int_in_range(0..=20i64)?));
                figures.push(tree.ranges.len() - 1);
            }
            tree.branches.push(Branch { made, figures });
        }
        Ok(tree)
    }

    /// What can be true is not called wrong, what cannot be is.
    pub fn check(&self) {
        let mut network = Network::default();
        for (low, high) in &self.ranges {
            network.figure(Interval::closed((*low).into(), (*high).into()).expect("a range"));
        }
        for branch in &self.branches {
            let name = match branch.made {
                Made::Sum => "sum",
                Made::Product => "product",
                Made::Quotient => "quotient",
                Made::Growth => "growth",
                Made::Same => "same",
                Made::AtMost => "at-most",
            };
            network.tie(name, &branch.figures);
        }
        let ranges: Vec<Range> = self.ranges.iter().map(|(low, high)| (whole(*low), whole(*high))).collect();
        assert_eq!(network.findings().is_empty(), grows(&self.branches, &ranges), "{self:?}");
    }
}
