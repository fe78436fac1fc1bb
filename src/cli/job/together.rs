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
                let mut document = match article {
                    Ok(document) => document,
                    Err(unusable) => {
                        answers.push(self.answer(&id, Err(unusable), forms));
                        continue;
                    }
                };
                match self.prepare(&mut document, concerned) {
                    Ok(is_concerned) => {
                        documents.push(document);
                        marked.push(is_concerned);
                    }
                    Err(message) => {
                        let document = Document { id: document.id, path: document.path, ..Document::default() };
                        let problem = Problem { severity: Severity::Error, message, at: 0 };
                        answers.push(self.answer(&id, Err(Unusable { document, problem }), forms));
                    }
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

    /// Gives a document that is to be a part the language and date of its own configuration, and says whether findings in
    /// it are to be told.
    fn prepare(&self, document: &mut Document, concerned: Option<&Wanted>) -> Result<bool, String> {
        let path = document.path.as_deref().map(Path::new);
        let options = self.setups.of(path)?.checker.options();
        let told = |message: String| format!("{}: {message}", document.id);
        let concerned = concerned.zip(path).map_or(Ok(true), |(concerned, path)| concerned(path).map_err(told))?;
        document.language = options.language.clone().or(document.language.take());
        document.published = document.published.or(options.published);
        Ok(concerned)
    }
}
