//! Names that mean one thing: "the UN" and "the United Nations". A newsroom lists them; what is said of one is held
//! against what is said of the other.

use super::{Ledger, Subject};
use crate::language::{Language, TokenKind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The names in one language, as subjects are compared: by lemmas.
#[derive(Debug, Default)]
pub struct Aliases {
    /// Lemmas of a name, sorted and without repeats, and what stands for it; the longest names first.
    names: Vec<(Vec<Arc<str>>, Arc<str>)>,
}

impl Aliases {
    /// Names by the one that stands for all of them.
    pub fn new(aliases: &BTreeMap<String, Vec<String>>, language: &Language) -> Self {
        let mut names = Vec::new();
        for (name, others) in aliases {
            // No lemma has a space in it, so that it cannot be taken for a word of the text.
            let key: Arc<str> = format!("= {}", name.to_lowercase()).into();
            let all = std::iter::once(name).chain(others);
            names
                .extend(all.map(|name| (lemmas(name, language), key.clone())).filter(|(lemmas, _)| !lemmas.is_empty()));
        }
        names.sort_by_key(|(lemmas, _)| std::cmp::Reverse(lemmas.len()));
        Aliases { names }
    }

    /// Gives every subject that is called by one of the names the name that stands for them.
    pub fn unify(&self, ledger: &mut Ledger) {
        if self.names.is_empty() {
            return;
        }
        for claim in &mut ledger.claims {
            if let Some(subject) = &mut claim.context.subject {
                self.name(subject);
            }
        }
    }

    fn name(&self, subject: &mut Subject) {
        for (name, key) in &self.names {
            let has = |lemma: &Arc<str>| subject.head == *lemma || subject.modifiers.contains(lemma);
            if !name.iter().all(has) {
                continue;
            }
            subject.modifiers.retain(|modifier| !name.contains(modifier));
            if name.contains(&subject.head) {
                subject.head = key.clone();
            } else {
                subject.modifiers.push(key.clone());
                subject.modifiers.sort();
            }
        }
    }
}

fn lemmas(name: &str, language: &Language) -> Vec<Arc<str>> {
    let mut tokens = Vec::new();
    language.lexicon.tokenize(name, 0, name.len(), &mut tokens);
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Symbol).map(|token| token.text(name));
    let mut lemmas: Vec<Arc<str>> =
        words.filter(|word| !language.is_function_word(word)).map(|word| language.lemma(word).into()).collect();
    lemmas.sort();
    lemmas.dedup();
    lemmas
}
