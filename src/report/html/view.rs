//! An article as the templates see it: texts, all of which they escape, and names of elements.

use super::text::{Section, sections};
use super::versions::{RowView, rows};
use crate::extract::{Claim, ClaimId};
use crate::judge::{Finding, Item, Stake, Standing, Task, Verdict};
use crate::report::article::{Article, printable};
use crate::report::changes::{self, Note, notes};
use crate::report::fingerprint::hash;
use crate::report::messages::Args;
use crate::report::table::about;
use crate::source::Role;
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::ops::Range;

/// So many partners of a figure are named, at most.
const PARTNERS: usize = 16;

#[derive(Serialize)]
pub struct ArticleView<'a> {
    pub id: String,
    /// What the browser keeps the ticks of the checklist under.
    pub key: String,
    pub name: String,
    /// The headline, or the name where there is none.
    pub title: String,
    pub about: Vec<String>,
    pub language: &'a str,
    pub totals: String,
    pub problems: Vec<ProblemView<'a>>,
    /// Are there any? They stand with the sections.
    pub findings: bool,
    pub sections: Vec<Section<'a>>,
    /// Of two versions that were compared, in the place of the sections.
    pub rows: Vec<RowView<'a>>,
    /// Of an article before and after an edit.
    pub changes: Vec<ChangeView>,
    pub changes_total: Option<String>,
    pub suppressed: Vec<SuppressedView>,
    pub implied: Vec<ImpliedView>,
    pub tasks: Vec<TaskView>,
    pub minor_tasks: Vec<TaskView>,
    pub minor_title: String,
}

#[derive(Serialize)]
pub struct ProblemView<'a> {
    pub severity: &'static str,
    pub message: &'a str,
}

#[derive(Clone, Serialize)]
pub struct FindingView {
    pub id: String,
    pub severity: &'static str,
    pub severity_word: String,
    pub rule: String,
    pub place: String,
    pub message: String,
    pub workings: Option<String>,
    pub repairs: Vec<String>,
    pub figures: Vec<FigureLink>,
}

/// What an edit did to the figures of a sentence.
#[derive(Serialize)]
pub struct ChangeView {
    pub place: String,
    pub figures: Vec<String>,
    pub sentence: String,
}

#[derive(Serialize)]
pub struct SuppressedView {
    pub rule: String,
    pub place: String,
    pub message: String,
    pub by: String,
}

/// A figure that is named elsewhere.
#[derive(Clone, Serialize)]
pub struct FigureLink {
    pub id: String,
    pub text: String,
    /// How it stands to the one that it is a partner of.
    pub standing: &'static str,
}

/// What a figure means.
#[derive(Serialize)]
pub struct Card {
    pub id: String,
    pub text: String,
    pub means: String,
    pub about: String,
    pub standing: &'static str,
    pub standing_word: String,
    pub partners: Vec<FigureLink>,
    /// The row of the newsroom's table that confirms it.
    pub confirmed: Option<String>,
    pub via: String,
}

#[derive(Serialize)]
pub struct ImpliedView {
    pub about: String,
    pub value: String,
    pub from: Vec<FigureLink>,
}

#[derive(Serialize)]
pub struct TaskView {
    pub id: String,
    /// The same as long as the figure and its block stay as they are: a tick holds for what was seen.
    pub key: String,
    pub text: String,
    pub about: String,
    pub stake: String,
    pub place: String,
    pub figure: Option<String>,
}

/// An article with what its elements are called.
pub struct Names<'n, 'a> {
    pub article: &'n Article<'a>,
    /// What the ids of its elements begin with.
    pub id: String,
    /// Claims that lie in another one, and the one that is shown.
    pub within: FxHashMap<ClaimId, ClaimId>,
    partners: FxHashMap<ClaimId, Vec<(ClaimId, &'static str)>>,
    /// Numbers of the findings of each claim.
    findings: FxHashMap<ClaimId, Vec<usize>>,
    /// Where each finding is shown, with its number, in the order of the text.
    shown_at: Vec<(usize, usize, &'a Finding)>,
    /// A hash of each block.
    blocks: Vec<String>,
}

impl<'n, 'a> Names<'n, 'a> {
    fn new(article: &'n Article<'a>) -> Self {
        // Two articles of one name differ in their texts; if not even there, it does not matter which one is shown.
        let id = format!("a{}", hash([article.name().as_str(), &article.document.text]));
        let mut names = Names {
            article,
            id,
            within: within(article),
            partners: partners(article),
            findings: FxHashMap::default(),
            shown_at: vec![],
            blocks: vec![],
        };
        for (number, finding) in article.findings().enumerate() {
            for claim in &finding.claims {
                names.findings.entry(names.shown(*claim)).or_default().push(number);
            }
            names.shown_at.push((article.finding_span(finding).start, number, finding));
        }
        let document = article.document;
        let blocks = document.blocks.iter().map(|block| document.text.get(block.span.clone()).unwrap_or_default());
        names.blocks = blocks.map(|text| hash([text])).collect();
        names.shown_at.sort_by_key(|(start, number, _)| (*start, *number));
        names
    }

    /// The claim that stands in the text for this one.
    fn shown(&self, claim: ClaimId) -> ClaimId {
        self.within.get(&claim).copied().unwrap_or(claim)
    }

    /// What the element of a claim is called.
    pub fn figure(&self, claim: ClaimId) -> String {
        format!("{}-{}", self.id, self.shown(claim))
    }

    /// What the element of a word of rank without a figure is called.
    pub fn rank(&self, index: usize) -> String {
        format!("{}-rank{index}", self.id)
    }

    /// Names of the figures that a figure is tied to, and of its findings.
    pub fn ties(&self, claim: ClaimId) -> (String, String) {
        let partners = self.partners.get(&claim).into_iter().flatten().map(|(id, _)| self.figure(*id));
        let findings = self.findings.get(&claim).into_iter().flatten().map(|number| self.finding(*number));
        (partners.collect::<Vec<_>>().join(" "), findings.collect::<Vec<_>>().join(" "))
    }

    fn finding(&self, number: usize) -> String {
        format!("{}-finding{}", self.id, number + 1)
    }

    fn link(&self, claim: &Claim, standing: &'static str) -> FigureLink {
        FigureLink { id: self.figure(claim.id), text: printable(self.article.text(claim)), standing }
    }

    /// What the figure of a claim means.
    pub fn card(&self, claim: &Claim) -> Card {
        let article = self.article;
        let standing = standing(article.standing(claim));
        let partners = self
            .partners
            .get(&claim.id)
            .into_iter()
            .flatten()
            .filter_map(|(id, standing)| article.claim(*id).map(|partner| self.link(partner, standing)));
        Card {
            id: self.figure(claim.id),
            text: printable(article.text(claim)),
            means: printable(&article.wording().claim(claim)),
            about: about(article, claim),
            standing,
            standing_word: article.messages().text(&format!("standing-{standing}")),
            partners: partners.collect(),
            confirmed: article.confirmed(claim.id),
            via: claim.via.iter().map(|via| printable(via)).collect::<Vec<String>>().join(", "),
        }
    }

    /// The findings that are shown beside the blocks with these bytes.
    pub fn findings_in(&self, span: &Range<usize>) -> Vec<FindingView> {
        let first = self.shown_at.partition_point(|(start, ..)| *start < span.start);
        let here = self.shown_at.iter().skip(first).take_while(|(start, ..)| *start < span.end);
        here.map(|(_, number, finding)| self.finding_view(*number, finding)).collect()
    }

    fn finding_view(&self, number: usize, finding: &Finding) -> FindingView {
        let article = self.article;
        let claims = finding.claims.iter().filter_map(|id| article.claim(*id));
        FindingView {
            id: self.finding(number),
            severity: finding.severity.as_str(),
            severity_word: article.messages().text(&format!("severity-{}", finding.severity.as_str())),
            rule: finding.rule.to_string(),
            place: article.place_name(article.finding_span(finding).start),
            message: printable(&article.message(finding)),
            workings: article.workings_line(finding),
            repairs: article.place_lines(finding).into_iter().chain(article.repair_lines(finding)).collect(),
            figures: claims.map(|claim| self.link(claim, "conflicts")).collect(),
        }
    }

    /// What the block at a byte is known by: the same as long as its text is.
    fn block(&self, byte: usize) -> &str {
        let block = self.article.document.blocks.partition_point(|block| block.span.end <= byte);
        self.blocks.get(block).map_or("", String::as_str)
    }

    fn task(&self, number: usize, task: &Task) -> TaskView {
        let article = self.article;
        let text = article.task_text(task);
        let at = article.task_span(task).start;
        let block = self.block(at);
        let (figure, about) = match task.item {
            Item::Claim(id) => {
                (self.figure(id), article.claim(id).map(|claim| about(article, claim)).unwrap_or_default())
            }
            Item::Superlative(index) => (self.rank(index), String::new()),
        };
        TaskView {
            id: format!("{}-task{number}", self.id),
            key: hash([text, block]),
            text: printable(text),
            about,
            stake: match task.stake {
                Stake::Other => String::new(),
                stake => article.messages().text(&format!("stake-{}", stake.as_str())),
            },
            place: article.place_name(at),
            figure: Some(figure),
        }
    }
}

/// The article for the templates.
pub fn of<'a>(article: &Article<'a>) -> ArticleView<'a> {
    let names = Names::new(article);
    let messages = article.messages();
    let name = printable(&article.name());
    let headline = article.document.blocks.iter().find(|block| block.role == Role::Headline);
    let headline = headline.and_then(|block| article.document.text.get(block.span.clone())).map(printable);
    let mut about: Vec<String> = vec![];
    for part in article.parts() {
        about.extend(article.is_joined().then(|| printable(&part.document.name())));
        about.extend(Some(part.language.to_owned()).filter(|code| !code.is_empty()));
        about.extend(part.published.map(|date| {
            let mut args = Args::new();
            args.set("date", date.to_string());
            messages.format("published", &args)
        }));
    }
    let implied = article.implied_figures().map(|implied| ImpliedView {
        about: printable(&article.implied_about(implied)),
        value: printable(&article.implied(implied)),
        from: implied.from.iter().filter_map(|id| article.claim(*id)).map(|claim| names.link(claim, "open")).collect(),
    });
    let suppressed = article.suppressed().filter(|_| article.show_suppressed).map(|suppressed| SuppressedView {
        rule: suppressed.finding.rule.to_string(),
        place: article.place_name(article.finding_span(&suppressed.finding).start),
        message: printable(&article.message(&suppressed.finding)),
        by: article.suppressor(suppressed),
    });
    let tasks = article.checked.judgement.checklist.iter().enumerate();
    let (minor_tasks, tasks): (Vec<_>, Vec<_>) = tasks.partition(|(_, task)| task.stake == Stake::Other);
    let view = |tasks: Vec<(usize, &Task)>| tasks.into_iter().map(|(number, task)| names.task(number, task)).collect();
    let mut args = Args::new();
    args.set("count", minor_tasks.len());
    let language = Some(&*article.checked.language).filter(|code| !code.is_empty());
    ArticleView {
        key: format!("addsup:{}", hash([article.name().as_str()])),
        title: headline.filter(|headline| !headline.trim().is_empty()).unwrap_or_else(|| name.clone()),
        name,
        about,
        language: language.or(article.document.language.as_deref()).unwrap_or_default(),
        totals: article.totals().text(messages),
        problems: article
            .problems
            .iter()
            .map(|problem| ProblemView { severity: problem.severity.as_str(), message: &problem.message })
            .collect(),
        findings: article.findings().next().is_some(),
        sections: if article.checked.counterparts.is_empty() { sections(&names) } else { vec![] },
        rows: rows(&names),
        changes: notes(article)
            .into_iter()
            .map(|Note { place, figures, sentence }| ChangeView { place, figures, sentence })
            .collect(),
        changes_total: article.checked.changes.as_ref().map(|_| changes::totals(article)),
        suppressed: suppressed.collect(),
        implied: implied.collect(),
        tasks: view(tasks),
        minor_tasks: view(minor_tasks),
        minor_title: messages.format("html-minor", &args),
        id: names.id,
    }
}

/// Claims that lie in or begin in another one cannot be elements of their own.
fn within(article: &Article) -> FxHashMap<ClaimId, ClaimId> {
    let mut claims: Vec<&Claim> = article.claims().iter().collect();
    claims.sort_by_key(|claim| (claim.span.start, std::cmp::Reverse(claim.span.end)));
    let mut within = FxHashMap::default();
    let mut shown: Option<&Claim> = None;
    for claim in claims {
        match shown {
            Some(outer) if claim.span.start < outer.span.end => {
                within.insert(claim.id, outer.id);
            }
            _ => shown = Some(claim),
        }
    }
    within
}

/// The figures that each figure is tied to by a law that says something, with what it says.
fn partners(article: &Article) -> FxHashMap<ClaimId, Vec<(ClaimId, &'static str)>> {
    let mut partners: FxHashMap<ClaimId, Vec<(ClaimId, &'static str)>> = FxHashMap::default();
    let mut tie = |claims: &[ClaimId], standing| {
        for one in claims.iter().take(PARTNERS) {
            for other in claims.iter().take(PARTNERS).filter(|other| *other != one) {
                let known = partners.entry(*one).or_default();
                if known.len() < PARTNERS && !known.iter().any(|(known, _)| known == other) {
                    known.push((*other, standing));
                }
            }
        }
    };
    for finding in article.findings() {
        tie(&finding.claims, standing(Standing::Conflicts));
    }
    for (relation, verdict) in article.checked.relations.iter().zip(&article.checked.judgement.verdicts) {
        if matches!(verdict, Verdict::Holds | Verdict::HoldsByRounding) {
            let claims: Vec<ClaimId> = relation.claims().collect();
            tie(&claims, standing(Standing::Agrees));
        }
    }
    partners
}

/// The name of a standing, in classes and messages.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Agrees => "agrees",
        Standing::Conflicts => "conflicts",
        Standing::Open => "open",
    }
}
