//! `--together`: all articles of a run as one.

use super::{Answer, Form, Job, Progress, Raw, Style, groups};
use crate::cli::inputs::Unusable;
use crate::cli::interrupt;
use crate::cli::run::Wanted;
use crate::judge::Severity;
use crate::report::Problem;
use crate::source::Document;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde_json::Value;
use std::path::Path;

impl Job<'_> {
    /// One answer for all articles that can be used, behind one for each that cannot. None once the run is to end.
    pub(super) fn answers_together(
        &self,
        inputs: impl Iterator<Item = Raw> + Send + 'static,
        concerned: Option<&Wanted>,
        forms: &[(Form, Style)],
        progress: &Progress,
        interrupted: &mut bool,
    ) -> Vec<Answer> {
        let (mut documents, mut marked, mut answers) = (Vec::new(), Vec::new(), Vec::new());
        let (mut bytes, mut files) = (0, 0);
        for group in groups(inputs) {
            if interrupt::asked() {
                *interrupted = true;
                return answers;
            }
            for raw in &group {
                bytes += raw.len();
                files += usize::from(raw.begins_a_file());
                progress.checked(raw.len(), 0, raw.begins_a_file());
            }
            let articles: Vec<_> = group.into_par_iter().map(|raw| raw.articles()).collect();
            for (id, article) in articles.into_iter().flatten() {
                match article.and_then(|document| self.part(document, concerned)) {
                    Ok((document, is_concerned)) => {
                        documents.push(document);
                        marked.push(is_concerned);
                    }
                    Err(unusable) => answers.push(self.answer(&id, Err(unusable), forms)),
                }
            }
        }
        if documents.is_empty() {
            return answers;
        }
        files -= answers.len().min(files);
        let joined = Document::joined(documents);
        let id = Value::from(joined.id.as_str());
        let mut answer = self.answer_of(&id, Ok(joined), Some(&marked), forms);
        answer.statistics.bytes = bytes;
        answer.statistics.files = files.max(1);
        answers.push(answer);
        answers
    }

    /// A document that is to be a part, in the language and of the date that its own configuration gives it; and whether
    /// findings in it are to be told.
    fn part(&self, mut document: Document, concerned: Option<&Wanted>) -> Result<(Document, bool), Unusable> {
        let path = document.path.clone();
        let path = path.as_deref().map(Path::new);
        let setup = self.setups.of(path);
        let concerned = concerned.zip(path).map_or(Ok(true), |(concerned, path)| concerned(path));
        match (setup, concerned) {
            (Ok(setup), Ok(concerned)) => {
                let options = setup.checker.options();
                document.language = options.language.clone().or(document.language);
                document.published = document.published.or(options.published);
                Ok((document, concerned))
            }
            (Err(message), _) => Err(unusable(&document, message)),
            (_, Err(message)) => Err(unusable(&document, format!("{}: {message}", document.id))),
        }
    }
}

fn unusable(document: &Document, message: String) -> Unusable {
    let document = Document { id: document.id.clone(), path: document.path.clone(), ..Document::default() };
    Unusable { document, problem: Problem { severity: Severity::Error, message, at: 0 } }
}
