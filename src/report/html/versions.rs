//! Two versions side by side: in each row, what says the same.

use super::text::{Section, sections_of, spots};
use super::view::{FindingView, Names};
use crate::report::versions::abreast;
use serde::Serialize;

/// A row of the page.
#[derive(Serialize)]
pub struct RowView<'a> {
    /// Source and target.
    pub versions: [VersionView<'a>; 2],
    pub findings: Vec<FindingView>,
}

/// What one version says there.
#[derive(Serialize)]
pub struct VersionView<'a> {
    pub language: String,
    pub sections: Vec<Section<'a>>,
}

/// The rows of two versions that were compared; none of any other article.
pub fn rows<'a>(names: &Names<'_, 'a>) -> Vec<RowView<'a>> {
    let article = names.article;
    if article.checked.counterparts.is_empty() {
        return vec![];
    }
    let language = |index: usize| article.parts().get(index).map(|part| part.language.to_owned()).unwrap_or_default();
    let languages = [language(0), language(1)];
    let spots = spots(names);
    let rows = abreast(article).into_iter().map(|row| {
        let mut findings = Vec::new();
        let [source, target] = [row.source, row.target].map(|blocks| {
            let mut sections = sections_of(names, blocks, &spots);
            findings.extend(sections.iter_mut().flat_map(|section| std::mem::take(&mut section.findings)));
            sections
        });
        let [first, second] = languages.clone();
        let source = VersionView { language: first, sections: source };
        RowView { versions: [source, VersionView { language: second, sections: target }], findings }
    });
    rows.collect()
}
