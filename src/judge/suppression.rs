//! What an article says to addsup in comments: findings that its editors know and do not want told.
//!
//! `<!-- addsup: ignore[rule, rule] reason -->` for the block that it stands in, or the next one (a whole table);
//! `disable[rule]` and `enable[rule]` from there on; `ignore-file[rule]`. Without brackets all rules are meant.

use super::{Check, Finding, JudgeOptions, Judgement};
use crate::extract::Ledger;
use crate::nearest::did_you_mean;
use crate::source::{Comment, Document};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;
use std::ops::Range;

/// The name under which comments that do nothing are reported.
pub const UNUSED_SUPPRESSION: &str = "unused-suppression";

/// A finding that is not to be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Who suppresses it.
    pub by: Suppressor,
}

/// Who suppresses a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suppressor {
    /// A comment in the article.
    Comment {
        /// The byte of the document's text that it stands before: it tells the part of a joined document.
        at: usize,
        /// Its bytes in the source of its document or part.
        source: Range<usize>,
        /// Why, in the words of whoever wrote it; may be empty.
        reason: String,
    },
    /// A list of known findings outside of it.
    Baseline,
}

impl Suppressor {
    /// The word shown in JSON.
    pub fn as_str(&self) -> &'static str {
        match self {
            Suppressor::Comment { .. } => "comment",
            Suppressor::Baseline => "baseline",
        }
    }

    /// Why; empty where nobody said.
    pub fn reason(&self) -> &str {
        match self {
            Suppressor::Comment { reason, .. } => reason,
            Suppressor::Baseline => "",
        }
    }
}

/// A comment that does nothing, or not all that it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The byte of the document's text that the comment stands before: it tells the part of a joined document.
    pub at: usize,
    /// Its bytes in the source of its document or part.
    pub source: Range<usize>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It suppresses no finding; with the rule, where it names one.
    Unused(Option<String>),
    /// It enables what is not disabled; with the rule, where it names one.
    NotDisabled(Option<String>),
    /// It is not of the form `addsup: verb[rules] reason`. What stands in the place of the verb, and the nearest one.
    NoVerb(String, String),
    /// Its brackets are empty or not closed.
    NoRules,
    /// A rule that nobody knows, and the nearest one.
    NoRule(String, String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Unused(None) => f.write_str("there is nothing that this comment suppresses"),
            Fault::Unused(Some(rule)) => write!(f, "there is no finding of `{rule}` that this comment suppresses"),
            Fault::NotDisabled(None) => f.write_str("there is nothing disabled that this comment enables"),
            Fault::NotDisabled(Some(rule)) => write!(f, "`{rule}` is not disabled here"),
            Fault::NoVerb(word, near) => {
                let verbs = Verb::ALL.map(|(name, _)| name).join(", ");
                write!(f, "`{word}` is none of {verbs}{near}; the form is `<!-- addsup: ignore[rule] reason -->`")
            }
            Fault::NoRules => f.write_str("no rule stands between the brackets of this comment"),
            Fault::NoRule(rule, near) => write!(f, "there is no rule `{rule}`{near}"),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verb {
    Ignore,
    IgnoreFile,
    Disable,
    Enable,
}

impl Verb {
    const ALL: [(&'static str, Verb); 4] = [
        ("ignore", Verb::Ignore),
        ("disable", Verb::Disable),
        ("enable", Verb::Enable),
        ("ignore-file", Verb::IgnoreFile),
    ];
}

/// A comment, understood.
#[derive(Debug)]
struct Directive<'a> {
    verb: Verb,
    /// The rules that it names; none: all.
    rules: Option<Vec<&'a str>>,
    reason: &'a str,
    comment: &'a Comment,
}

impl Directive<'_> {
    fn covers(&self, rule: &str) -> bool {
        self.rules.as_ref().is_none_or(|rules| rules.contains(&rule))
    }
}

/// Understands a comment; rules that nobody knows are left out of it.
fn understand<'a>(comment: &'a Comment, checks: &[Check], remarks: &mut Vec<Remark>) -> Option<Directive<'a>> {
    let mut remark = |fault| remarks.push(Remark { at: comment.at, source: comment.source.clone(), fault });
    let said = comment.text.strip_prefix(':').map(str::trim_start);
    let text = said.unwrap_or(&comment.text);
    let end = text.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let verb = Verb::ALL.iter().find(|(name, _)| *name == word && said.is_some());
    let Some((_, verb)) = verb else {
        let word = text.split(|c: char| c.is_whitespace() || c == '[').next().unwrap_or_default();
        remark(Fault::NoVerb(word.to_owned(), did_you_mean(word, Verb::ALL.map(|(name, _)| name))));
        return None;
    };
    let Some(list) = rest.trim_start().strip_prefix('[') else {
        return Some(Directive { verb: *verb, rules: None, reason: rest.trim(), comment });
    };
    let Some((list, reason)) = list.split_once(']') else {
        remark(Fault::NoRules);
        return None;
    };
    let (mut rules, mut named) = (Vec::new(), false);
    for rule in list.split(',').map(str::trim).filter(|rule| !rule.is_empty()) {
        named = true;
        if checks.iter().any(|check| *check.name == *rule) {
            rules.push(rule);
        } else {
            let near = did_you_mean(rule, checks.iter().map(|check| &*check.name));
            remark(Fault::NoRule(rule.to_owned(), near));
        }
    }
    if !named {
        remark(Fault::NoRules);
    }
    (!rules.is_empty()).then(|| Directive { verb: *verb, rules: Some(rules), reason: reason.trim(), comment })
}

/// Where one rule is suppressed: by directives, as their indexes.
#[derive(Debug, Default)]
struct Scope {
    file: Option<usize>,
    blocks: FxHashMap<usize, usize>,
    tables: FxHashMap<usize, usize>,
    /// From which byte on it is disabled, or not, in order.
    turns: Vec<(usize, Option<usize>)>,
}

impl Scope {
    /// The scope of a rule, and the directives that enable what is not disabled.
    fn new(rule: &str, directives: &[Directive], part: &Part) -> (Self, FxHashSet<usize>) {
        let blocks = &part.document.blocks;
        let (mut scope, mut vain) = (Scope::default(), FxHashSet::default());
        let mut disabled = false;
        for (index, directive) in directives.iter().enumerate().filter(|(_, directive)| directive.covers(rule)) {
            let at = directive.comment.at;
            match directive.verb {
                Verb::IgnoreFile => _ = scope.file.get_or_insert(index),
                Verb::Disable => {
                    scope.turns.push((at, Some(index)));
                    disabled = true;
                }
                Verb::Enable if disabled => {
                    scope.turns.push((at, None));
                    disabled = false;
                }
                Verb::Enable => _ = vain.insert(index),
                Verb::Ignore => {
                    // The block that ends at or behind it: that which it stands in, or the next one.
                    let block = blocks.partition_point(|block| block.span.end < at);
                    let Some(target) = blocks.get(block).filter(|_| part.blocks.contains(&block)) else { continue };
                    match target.cell {
                        Some(cell) if target.span.start >= at => _ = scope.tables.entry(cell.table).or_insert(index),
                        _ => _ = scope.blocks.entry(block).or_insert(index),
                    }
                }
            }
        }
        (scope, vain)
    }

    /// The directive that suppresses the rule at that byte.
    fn at(&self, byte: usize, document: &Document) -> Option<usize> {
        let block = document.blocks.partition_point(|block| block.span.end <= byte);
        let table = document.blocks.get(block).and_then(|block| block.cell).map(|cell| cell.table);
        let turn = self.turns.partition_point(|(at, _)| *at <= byte);
        let turned = turn.checked_sub(1).and_then(|turn| self.turns.get(turn)).and_then(|(_, index)| *index);
        let own = self.blocks.get(&block).or_else(|| self.tables.get(&table?)).copied();
        own.or(turned).or(self.file)
    }
}

/// What comments reach: the document, or the part of a joined one that they stand in.
struct Part<'a> {
    document: &'a Document,
    index: usize,
    /// Indexes of its blocks.
    blocks: Range<usize>,
    comments: &'a [Comment],
}

/// Takes the findings that the article's comments suppress from those that are told, and gives the comments that do
/// nothing. Rules that were not run are not known to find nothing. Comments of a part of a joined document speak of the
/// findings that have a figure in that part.
pub fn suppress(
    document: &Document,
    ledger: &Ledger,
    checks: &[Check],
    options: &JudgeOptions,
    judgement: &mut Judgement,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let blocks = document.blocks_of_parts();
    let part_of = |comment: &Comment| document.part_index(comment.at);
    for comments in document.comments.chunk_by(|one, other| part_of(one) == part_of(other)) {
        let index = comments.first().map(part_of).unwrap_or_default();
        let blocks = blocks.get(index).cloned().unwrap_or_default();
        let part = Part { document, index, blocks, comments };
        suppress_in(&part, ledger, checks, options, judgement, &mut remarks);
    }
    remarks.sort_by_key(|remark| remark.at);
    remarks
}

fn suppress_in(
    part: &Part,
    ledger: &Ledger,
    checks: &[Check],
    options: &JudgeOptions,
    judgement: &mut Judgement,
    remarks: &mut Vec<Remark>,
) {
    let document = part.document;
    let comments = part.comments.iter();
    let directives: Vec<Directive> = comments.filter_map(|comment| understand(comment, checks, remarks)).collect();
    let mut scopes: FxHashMap<&str, Scope> = FxHashMap::default();
    // With the rule, to tell which of those that a directive names find nothing.
    let mut used: FxHashSet<(usize, &str)> = FxHashSet::default();
    let named = directives.iter().flat_map(|directive| directive.rules.iter().flatten().copied());
    let found: Vec<&str> = checks.iter().map(|check| &*check.name).collect();
    let found = found.into_iter().filter(|name| judgement.findings.iter().any(|finding| *finding.rule == **name));
    let rules: FxHashSet<&str> = named.chain(found).collect();
    let mut enabled: FxHashSet<(usize, &str)> = FxHashSet::default();
    for rule in rules {
        let (scope, vain) = Scope::new(rule, &directives, part);
        let enables = |(index, directive): &(usize, &Directive)| {
            directive.verb == Verb::Enable && directive.covers(rule) && !vain.contains(index)
        };
        enabled.extend(directives.iter().enumerate().filter(enables).map(|(index, _)| (index, rule)));
        scopes.insert(rule, scope);
    }
    judgement.suppress(|finding| {
        let (rule, scope) = scopes.get_key_value(&*finding.rule)?;
        let claims = finding.claims.iter().filter_map(|id| ledger.claims.get(id.0 as usize));
        let mut claims = claims.filter(|claim| document.part_index(claim.span.start) == part.index);
        let index = claims.find_map(|claim| scope.at(claim.span.start, document))?;
        used.insert((index, rule));
        let directive = directives.get(index)?;
        Some(Suppressor::Comment {
            at: directive.comment.at,
            source: directive.comment.source.clone(),
            reason: directive.reason.to_owned(),
        })
    });
    let ran = |rule: &str| checks.iter().any(|check| *check.name == *rule && options.allows(check));
    let all_ran =
        !options.versions && options.select.is_empty() && options.ignore.iter().all(|rule| rule == UNUSED_SUPPRESSION);
    let users: FxHashSet<usize> = used.iter().map(|(index, _)| *index).collect();
    let disabled = directives.iter().position(|directive| directive.verb == Verb::Disable);
    for (index, directive) in directives.iter().enumerate() {
        let vain = |rule| if directive.verb == Verb::Enable { Fault::NotDisabled(rule) } else { Fault::Unused(rule) };
        let (at, source) = (directive.comment.at, || directive.comment.source.clone());
        match &directive.rules {
            Some(rules) => {
                let idle = |rule: &&&str| match directive.verb {
                    Verb::Enable => !enabled.contains(&(index, **rule)),
                    _ => !used.contains(&(index, **rule)) && ran(rule),
                };
                let idle = rules.iter().filter(idle);
                remarks.extend(idle.map(|rule| Remark { at, source: source(), fault: vain(Some((*rule).to_owned())) }));
            }
            None => {
                let idle = match directive.verb {
                    // Before it, something must have been disabled: any rule, or all of them.
                    Verb::Enable => disabled.is_none_or(|first| first > index),
                    _ => all_ran && !users.contains(&index),
                };
                remarks.extend(idle.then(|| Remark { at, source: source(), fault: vain(None) }));
            }
        }
    }
}
