//! Names of findings that stay the same from run to run, and differ within one.

use super::article::Article;
use crate::fnv::fnv1a;
use crate::judge::Finding;
use rustc_hash::FxHashMap;

/// Tells findings of one article apart that have the same rule and the same words.
pub struct Fingerprints<'a> {
    name: String,
    seen: FxHashMap<&'a str, usize>,
}

impl<'a> Fingerprints<'a> {
    /// For the findings of this article.
    pub fn new(article: &Article) -> Self {
        Fingerprints { name: article.name(), seen: FxHashMap::default() }
    }

    /// Its name within the article: `<fingerprint>:<how many of them so far>`.
    pub fn in_article(&mut self, finding: &'a Finding) -> String {
        let count = self.seen.entry(&finding.fingerprint).or_default();
        *count += 1;
        format!("{}:{count}", finding.fingerprint)
    }

    /// Its name among all articles.
    pub fn in_run(&mut self, finding: &'a Finding) -> String {
        let within = self.in_article(finding);
        hash([self.name.as_str(), within.as_str()])
    }
}

/// A hash of texts, with a zero before each of them.
pub fn hash<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    fnv1a(texts.into_iter().flat_map(|text| std::iter::once(0).chain(text.bytes())))
}
