//! From paths to articles: files, folders and the standard input, read one after another so that memory holds only
//! what is being checked.

use super::arguments::InputFormat;
use crate::judge::Severity;
use crate::report::Problem;
use crate::source::{Document, Entry, Format, parse_entry, read};
use serde_json::Value;
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The name of the standard input, on the command line and in reports.
const STDIN: &str = "-";
/// Endings of the files that a folder is searched for.
const JSONL_ENDINGS: [&str; 2] = ["jsonl", "ndjson"];

/// An article as read, not yet decoded: decoding is done by the threads.
pub enum Raw {
    /// A whole file.
    File {
        /// Its path.
        name: String,
        /// Its format.
        format: Format,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// A line of JSON Lines.
    Line {
        /// The file's path.
        name: String,
        /// Number of the line, from 1.
        number: usize,
        /// The line.
        bytes: Vec<u8>,
    },
    /// What could not be read.
    Unreadable {
        /// Its path.
        name: String,
        /// Why not.
        why: String,
    },
}

impl Raw {
    /// Bytes that it holds.
    pub fn len(&self) -> usize {
        match self {
            Raw::File { bytes, .. } | Raw::Line { bytes, .. } => bytes.len(),
            Raw::Unreadable { .. } => 0,
        }
    }

    /// The article, or what keeps it from being one. In both cases with the id that its answer carries.
    pub fn article(self) -> (Value, Result<Document, Unusable>) {
        match self {
            Raw::File { name, format, bytes } => {
                let id = Value::from(name.as_str());
                match read(format, name.clone(), path(&name), bytes) {
                    Ok(document) => (id, Ok(document)),
                    Err(error) => (id, Err(unusable(&name, None, &error.to_string()))),
                }
            }
            Raw::Line { name, number, bytes } => match parse_entry(&bytes, path(&name).as_deref()) {
                Ok(Entry { id, document }) => (id, Ok(document)),
                Err(error) => {
                    let message = format!("is no article: {}", error.message);
                    (error.id, Err(unusable(&name, Some(number), &message)))
                }
            },
            Raw::Unreadable { name, why } => {
                let unusable = unusable(&name, None, &format!("cannot be read: {why}"));
                (Value::from(name), Err(unusable))
            }
        }
    }
}

/// An article that could not be used: what is left to report on.
pub struct Unusable {
    /// A document without text.
    pub document: Document,
    /// What is wrong.
    pub problem: Problem,
}

fn unusable(name: &str, line: Option<usize>, message: &str) -> Unusable {
    let document = Document { id: name.to_owned(), path: path(name), ..Document::default() };
    let place = if name == STDIN { "standard input" } else { name };
    let message = match line {
        Some(line) => format!("{place}:{line}: {message}"),
        None => format!("{place}: {message}"),
    };
    Unusable { document, problem: Problem { severity: Severity::Error, message } }
}

fn path(name: &str) -> Option<String> {
    (name != STDIN).then(|| name.to_owned())
}

/// The articles of the paths, in order.
pub struct Inputs {
    paths: VecDeque<PathBuf>,
    format: InputFormat,
    lines: Option<Lines>,
}

impl Inputs {
    /// Articles of these paths; folders are searched, in the order of their names.
    pub fn new(paths: &[PathBuf], format: InputFormat) -> Self {
        let mut found = VecDeque::new();
        for path in paths {
            if path.is_dir() { walk(path, &mut found) } else { found.push_back(path.clone()) }
        }
        Inputs { paths: found, format, lines: None }
    }

    /// Is there nothing to read?
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    fn open(&mut self, path: &Path) -> Option<Raw> {
        let name = path.to_string_lossy().into_owned();
        let unreadable = |error: io::Error| Raw::Unreadable { name: name.clone(), why: error.to_string() };
        let reader: Box<dyn Read> = if name == STDIN {
            Box::new(io::stdin())
        } else {
            match File::open(path) {
                Ok(file) => Box::new(file),
                Err(error) => return Some(unreadable(error)),
            }
        };
        let mut reader = BufReader::with_capacity(1 << 16, reader);
        let jsonl = match self.format {
            InputFormat::Text => false,
            InputFormat::Jsonl => true,
            InputFormat::Auto if name == STDIN => reader.fill_buf().is_ok_and(looks_like_jsonl),
            InputFormat::Auto => has_ending(path, &JSONL_ENDINGS),
        };
        if jsonl {
            self.lines = Some(Lines { name, number: 0, reader });
            return None;
        }
        let mut bytes = Vec::new();
        match reader.read_to_end(&mut bytes) {
            Ok(_) => Some(Raw::File { name, format: format_of(path).unwrap_or(Format::Text), bytes }),
            Err(error) => Some(unreadable(error)),
        }
    }
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
            let path = self.paths.pop_front()?;
            if let Some(raw) = self.open(&path) {
                return Some(raw);
            }
        }
    }
}

/// The lines of an open file of JSON Lines. Blank lines are no articles.
struct Lines {
    name: String,
    number: usize,
    reader: BufReader<Box<dyn Read>>,
}

impl Lines {
    fn next(&mut self) -> Option<Raw> {
        loop {
            let mut bytes = Vec::new();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => {
                    // Nothing can be known of the rest of the file.
                    self.reader = BufReader::new(Box::new(io::empty()));
                    return Some(Raw::Unreadable { name: self.name.clone(), why: error.to_string() });
                }
            }
            self.number += 1;
            if self.number == 1 && bytes.starts_with(b"\xEF\xBB\xBF") {
                bytes.drain(..3);
            }
            if !bytes.trim_ascii().is_empty() {
                return Some(Raw::Line { name: self.name.clone(), number: self.number, bytes });
            }
        }
    }
}

/// Does the standard input begin like JSON Lines? No article begins with a brace and a quoted name.
fn looks_like_jsonl(bytes: &[u8]) -> bool {
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    rest.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// Files of a folder and its folders, sorted by name, hidden ones left out.
fn walk(folder: &Path, found: &mut VecDeque<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        // Opening it as a file will tell why it cannot be read.
        found.push_back(folder.to_owned());
        return;
    };
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        // Links to folders are not followed: they may lead in a circle.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, found);
        } else if (format_of(&path).is_some() || has_ending(&path, &JSONL_ENDINGS)) && path.is_file() {
            found.push_back(path);
        }
    }
}

/// The format that the ending of a name means.
fn format_of(path: &Path) -> Option<Format> {
    Format::of_ending(&path.extension()?.to_string_lossy())
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    endings.contains(&ending.as_str())
}
