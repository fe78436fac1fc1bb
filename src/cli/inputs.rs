//! From files to articles: read one after another, so that memory holds only what is being checked.

use super::choices::InputFormat;
use super::paths::{Found, STDIN, format_of, is_jsonl};
use super::pdf;
use super::unpack::{LARGEST, Reader, unpacked};
use crate::judge::Severity;
use crate::report::Problem;
use crate::source::{Document, Entry, Fields, Format, Pair, Unreadable, parse_entry, parse_pair, read};
use serde_json::Value;
use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An article as read, not yet decoded: decoding is done by the threads.
pub enum Raw {
    /// A whole file.
    File {
        /// Its name in reports.
        name: Arc<Name>,
        /// Its format.
        format: Format,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A line of JSON Lines.
    Line {
        /// The file's name in reports.
        name: Arc<Name>,
        /// Number of the line, from 1.
        number: usize,
        /// The line.
        bytes: Vec<u8>,
        /// What its fields are called.
        fields: Arc<Fields>,
    },
    /// A line of JSON Lines that holds two versions of one story.
    PairLine {
        /// The file's name in reports.
        name: Arc<Name>,
        /// Number of the line, from 1.
        number: usize,
        /// The line.
        bytes: Vec<u8>,
        /// Languages of source and target, where the line names none.
        languages: [Option<String>; 2],
    },
    /// Two versions of one story, each a file, with the languages that the command line names for them.
    Pair(Box<[(Raw, Option<String>); 2]>),
    /// What could not be read.
    Unreadable {
        /// Its name in reports.
        name: Arc<Name>,
        /// What is wrong.
        message: String,
    },
}

/// What an input is called.
pub struct Name {
    /// In answers.
    id: String,
    /// In messages.
    place: String,
    /// Its path, where it has one.
    path: Option<String>,
}

impl Name {
    fn of_file(path: &Path) -> Arc<Self> {
        let id = path.to_string_lossy().into_owned();
        Arc::new(Name { place: id.clone(), path: Some(id.clone()), id })
    }

    fn of_stdin(filename: Option<&Path>) -> Arc<Self> {
        match filename {
            Some(path) => Self::of_file(path),
            None => Arc::new(Name { id: STDIN.to_owned(), place: "standard input".to_owned(), path: None }),
        }
    }

    fn unusable(&self, line: Option<usize>, message: &str) -> Unusable {
        let document = Document { id: self.id.clone(), path: self.path.clone(), ..Document::default() };
        let message = match line {
            Some(line) => format!("{}:{line}: {message}", self.place),
            None => format!("{}: {message}", self.place),
        };
        Unusable { document, problem: Problem { severity: Severity::Error, message, at: 0 } }
    }
}

impl Raw {
    /// A file as it was at a revision.
    pub fn of_revision(path: &Path, revision: &str, bytes: Vec<u8>) -> Self {
        let name = Name::of_file(Path::new(&format!("{}@{revision}", path.display())));
        let mut unpacked_bytes = Vec::new();
        let read = unpacked(Box::new(io::Cursor::new(bytes)))
            .and_then(|reader| reader.take(LARGEST + 1).read_to_end(&mut unpacked_bytes));
        match read {
            Ok(_) if unpacked_bytes.len() as u64 > LARGEST => Raw::Unreadable { name, message: too_large() },
            Ok(_) => {
                let format = Format::of(format_of(path), &unpacked_bytes);
                Raw::File { name, format, bytes: unpacked_bytes }
            }
            Err(error) => Raw::Unreadable { name, message: format!("cannot be read: {error}") },
        }
    }

    /// Bytes that it holds.
    pub fn len(&self) -> usize {
        match self {
            Raw::File { bytes, .. } | Raw::Line { bytes, .. } | Raw::PairLine { bytes, .. } => bytes.len(),
            Raw::Pair(versions) => versions.iter().map(|(version, _)| version.len()).sum(),
            Raw::Unreadable { .. } => 0,
        }
    }

    /// Is it the first of its file?
    pub fn begins_a_file(&self) -> bool {
        let first_line = matches!(self, Raw::Line { number: 1, .. } | Raw::PairLine { number: 1, .. });
        first_line || matches!(self, Raw::File { .. } | Raw::Unreadable { .. } | Raw::Pair(_))
    }

    /// The same, but a line is two versions of one story, in these languages where it names none.
    pub fn paired(self, languages: &[Option<String>; 2]) -> Self {
        match self {
            Raw::Line { name, number, bytes, .. } => {
                Raw::PairLine { name, number, bytes, languages: languages.clone() }
            }
            other => other,
        }
    }

    /// The articles, or what keeps them from being any. In both cases with the id that their answer carries.
    pub fn articles(self) -> Vec<(Value, Result<Document, Unusable>)> {
        match self {
            Raw::File { name, format, bytes } => match documents(&name, format, bytes) {
                Ok(documents) => {
                    documents.into_iter().map(|document| (Value::from(document.id.as_str()), Ok(document))).collect()
                }
                Err(error) => vec![(Value::from(name.id.as_str()), Err(name.unusable(None, &error.to_string())))],
            },
            Raw::Line { name, number, bytes, fields } => match parse_entry(&bytes, name.path.as_deref(), &fields) {
                Ok(Entry { id, document }) => vec![(id, Ok(document))],
                Err(error) => {
                    let message = format!("is no article: {}", error.message);
                    vec![(error.id, Err(name.unusable(Some(number), &message)))]
                }
            },
            Raw::PairLine { name, number, bytes, languages } => match parse_pair(&bytes, name.path.as_deref()) {
                Ok(Pair { id, source, target }) => {
                    let versions = [source, target].into_iter().zip(languages);
                    let versions = versions.map(|(version, language)| in_language(version, language));
                    let mut document = Document::joined(versions.collect());
                    document.path.clone_from(&name.path);
                    vec![(id, Ok(document))]
                }
                Err(error) => {
                    let message = format!("is no pair: {}", error.message);
                    vec![(error.id, Err(name.unusable(Some(number), &message)))]
                }
            },
            Raw::Pair(versions) => pair(*versions),
            Raw::Unreadable { name, message } => {
                vec![(Value::from(name.id.as_str()), Err(name.unusable(None, &message)))]
            }
        }
    }
}

/// A document in that language, where it names none itself.
fn in_language(document: Document, language: Option<String>) -> Document {
    let language = document.language.clone().or(language);
    Document { language, ..document }
}

/// Two versions of one story as one article, or what keeps them from being any.
fn pair(versions: [(Raw, Option<String>); 2]) -> Vec<(Value, Result<Document, Unusable>)> {
    let (mut documents, mut faults) = (Vec::new(), Vec::new());
    for (version, language) in versions {
        let mut of_version = Vec::new();
        for (id, article) in version.articles() {
            match article {
                Ok(document) => {
                    // What the command line says of a file counts more than what the file says.
                    let named = language.clone().or_else(|| document.language.clone());
                    of_version.push(Document { language: named, ..document });
                }
                Err(unusable) => faults.push((id, Err(unusable))),
            }
        }
        documents.push(of_version);
    }
    if !faults.is_empty() {
        return faults;
    }
    // Files of wire services hold several articles: they are compared one by one.
    let [sources, targets]: [Vec<Document>; 2] = documents.try_into().unwrap_or_default();
    if sources.len() != targets.len() {
        let (source, target) = (sources.len(), targets.len());
        let message = format!("cannot be compared: the source holds {source} articles, the target {target}");
        let name = targets.into_iter().chain(sources).next().map(|document| document.path.unwrap_or(document.id));
        let name = Name::of_file(Path::new(&name.unwrap_or_default()));
        return vec![(Value::from(name.id.as_str()), Err(name.unusable(None, &message)))];
    }
    let joined = sources.into_iter().zip(targets).map(|(source, target)| Document::joined(vec![source, target]));
    joined.map(|document| (Value::from(document.id.as_str()), Ok(document))).collect()
}

/// The articles of a file.
fn documents(name: &Name, format: Format, bytes: Vec<u8>) -> Result<Vec<Document>, Unreadable> {
    let (format, bytes) = if pdf::is_pdf(&bytes) {
        (Format::Pdf, pdf::text(bytes)?)
    } else if format == Format::Pdf {
        (Format::Text, bytes)
    } else {
        (format, bytes)
    };
    read(format, name.id.clone(), name.path.clone(), bytes)
}

/// An article that could not be used: what is left to report on.
pub struct Unusable {
    /// A document without text.
    pub document: Document,
    /// What is wrong.
    pub problem: Problem,
}

/// How inputs are understood.
pub struct Understanding {
    /// Their form, or that it is to be told from their names and beginnings.
    pub format: InputFormat,
    /// What the fields of JSON Lines are called.
    pub fields: Fields,
    /// The name that the standard input is to have.
    pub stdin_filename: Option<PathBuf>,
}

/// The articles of the paths, in order.
pub struct Inputs {
    paths: Box<dyn Iterator<Item = Found> + Send>,
    files: Option<usize>,
    format: InputFormat,
    fields: Arc<Fields>,
    stdin_filename: Option<PathBuf>,
    lines: Option<Lines>,
}

impl Inputs {
    /// Articles of these paths, so many where that is known.
    pub fn new(
        paths: Box<dyn Iterator<Item = Found> + Send>,
        files: Option<usize>,
        understanding: Understanding,
    ) -> Self {
        let Understanding { format, fields, stdin_filename } = understanding;
        Inputs { paths, files, format, fields: Arc::new(fields), stdin_filename, lines: None }
    }

    /// How many files there are, where that was counted.
    pub fn files(&self) -> Option<usize> {
        self.files
    }

    fn open(&mut self, found: Found) -> Option<Raw> {
        let (name, path, reader) = match found {
            Found::Stdin => {
                let path = self.stdin_filename.clone();
                (Name::of_stdin(path.as_deref()), path, unpacked(Box::new(io::stdin())))
            }
            Found::File(path) => (Name::of_file(&path), Some(path.clone()), open(&path).and_then(unpacked)),
            Found::Problem { path, message } => return Some(Raw::Unreadable { name: Name::of_file(&path), message }),
        };
        let unreadable = |error: &io::Error| format!("cannot be read: {error}");
        let mut reader = match reader {
            Ok(reader) => reader,
            Err(error) => return Some(Raw::Unreadable { name, message: unreadable(&error) }),
        };
        let format = match self.form(path.as_deref(), &mut reader) {
            Ok(Form::Single(format)) => format,
            Ok(Form::Lines) => {
                self.lines = Some(Lines { name, number: 0, reader, fields: Arc::clone(&self.fields), ended: false });
                return None;
            }
            Err(error) => return Some(Raw::Unreadable { name, message: unreadable(&error) }),
        };
        let mut bytes = Vec::new();
        match reader.take(LARGEST + 1).read_to_end(&mut bytes) {
            Ok(_) if bytes.len() as u64 > LARGEST => Some(Raw::Unreadable { name, message: too_large() }),
            Ok(_) => Some(Raw::File { name, format, bytes }),
            Err(error) => Some(Raw::Unreadable { name, message: unreadable(&error) }),
        }
    }

    /// The form of an input, by what the command line says, else its name, else its beginning.
    fn form(&self, path: Option<&Path>, reader: &mut Reader) -> io::Result<Form> {
        if let Some(format) = self.format.single() {
            return Ok(Form::Single(format));
        }
        if self.format == InputFormat::Jsonl || path.is_some_and(is_jsonl) {
            return Ok(Form::Lines);
        }
        let named = path.and_then(format_of);
        let head = reader.fill_buf()?;
        Ok(match named {
            // JSON Lines are often named like JSON.
            Some(Format::Ninjs) if is_object_a_line(head) => Form::Lines,
            Some(_) => Form::Single(Format::of(named, head)),
            None if Format::Ninjs.is_likely(head) => Form::Single(Format::Ninjs),
            None if is_jsonl_text(head) => Form::Lines,
            None if Format::NewsMl.is_likely(head) => Form::Single(Format::NewsMl),
            None => Form::Single(Format::of(None, head)),
        })
    }
}

/// Whether an input is one article, or one a line.
enum Form {
    Single(Format),
    Lines,
}

impl Iterator for Inputs {
    type Item = Raw;

    fn next(&mut self) -> Option<Raw> {
        loop {
            if let Some(lines) = &mut self.lines {
                match lines.next() {
                    Some(raw) => return Some(raw),
                    None => self.lines = None,
                }
            }
            let found = self.paths.next()?;
            if let Some(raw) = self.open(found) {
                return Some(raw);
            }
        }
    }
}

fn too_large() -> String {
    format!("is larger than {} MB, and no article is", LARGEST >> 20)
}

/// Opens a file. Devices and pipes may wait for ever or never end; but those that a shell has opened for us are inputs
/// like any other.
fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    let given = ["/dev/stdin", "/dev/fd/", "/proc/self/fd/"].iter().any(|start| path.starts_with(start));
    let kind = fs::metadata(path)?;
    if kind.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    if !kind.is_file() && !given {
        return Err(io::Error::other("it is no file, but a pipe or a device"));
    }
    Ok(Box::new(File::open(path)?))
}

/// The lines of an open file of JSON Lines. Blank lines are no articles.
struct Lines {
    name: Arc<Name>,
    number: usize,
    reader: Reader,
    fields: Arc<Fields>,
    /// Could it not be read any further?
    ended: bool,
}

impl Lines {
    fn next(&mut self) -> Option<Raw> {
        while !self.ended {
            let mut bytes = Vec::new();
            let read = self.reader.by_ref().take(LARGEST + 1).read_until(b'\n', &mut bytes);
            let message = match read {
                Ok(0) => return None,
                Ok(_) if bytes.len() as u64 > LARGEST => too_large(),
                Ok(_) => {
                    self.number += 1;
                    if self.number == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
                        bytes.drain(..3);
                    }
                    if bytes.trim_ascii().is_empty() {
                        continue;
                    }
                    let (name, fields) = (Arc::clone(&self.name), Arc::clone(&self.fields));
                    return Some(Raw::Line { name, number: self.number, bytes, fields });
                }
                Err(error) => format!("cannot be read: {error}"),
            };
            // Nothing can be known of the rest of the file.
            self.ended = true;
            let message = format!("line {}: {message}", self.number + 1);
            return Some(Raw::Unreadable { name: Arc::clone(&self.name), message });
        }
        None
    }
}

/// Does an input begin like JSON Lines? No article begins with a brace and a quoted name.
fn is_jsonl_text(head: &[u8]) -> bool {
    let rest = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    rest.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// Is the first line of what is named like JSON an object by itself, and followed by another, or no item of news?
fn is_object_a_line(head: &[u8]) -> bool {
    let mut lines = head.trim_ascii().splitn(2, |byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default().trim_ascii_end();
    let another = lines.next().is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{"));
    is_jsonl_text(first) && first.ends_with(b"}") && (another || !Format::Ninjs.is_likely(head))
}
