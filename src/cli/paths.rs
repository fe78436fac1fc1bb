//! From the arguments to files: folders are searched, globs expanded, lists read, and each file is taken once.

use super::config::absolute;
use super::unpack;
use crate::source::Format;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use ignore::{Walk, WalkBuilder};
use std::collections::{HashSet, VecDeque};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Component, Path, PathBuf};

/// The name of the standard input, on the command line and in reports.
pub const STDIN: &str = "-";
/// Endings of JSON Lines.
pub const JSONL_ENDINGS: [&str; 2] = ["jsonl", "ndjson"];
/// A newsroom's own list of what is not to be checked, in the form of `.gitignore`.
const IGNORE_FILE: &str = ".addsupignore";
/// Bytes of a file that are looked at to tell whether it is news.
const HEAD: u64 = 1 << 14;

/// Something to read, or why there is nothing.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// The standard input.
    Stdin,
    /// A file.
    File(PathBuf),
    /// A path that leads to nothing that can be read.
    Problem {
        /// The path.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
}

/// Which files are taken.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    include: Option<Globs>,
    exclude: Option<Globs>,
    /// What the configuration excludes, and the folder that its globs are for.
    configured: Option<(PathBuf, Globs)>,
    force_exclude: bool,
}

impl Selection {
    /// From the globs of the command line. `force_exclude`: what is excluded is left out even if it is named.
    ///
    /// # Errors
    /// Names the glob that is none.
    pub fn new(include: &[String], exclude: &[String], force_exclude: bool) -> Result<Self, String> {
        let globs = |option: &str, list: &[String]| {
            let globs = Globs::new(list).map_err(|error| format!("{option}: {error}"))?;
            Ok::<_, String>((!list.is_empty()).then_some(globs))
        };
        let (include, exclude) = (globs("--include", include)?, globs("--exclude", exclude)?);
        Ok(Selection { include, exclude, configured: None, force_exclude })
    }

    /// With what the configuration excludes, by globs for its folder.
    ///
    /// # Errors
    /// Names the glob that is none.
    pub fn with_configured(self, folder: &Path, exclude: &[String]) -> Result<Self, String> {
        let globs = Globs::new(exclude).map_err(|error| format!("exclude: {error}"))?;
        Ok(Selection { configured: (!exclude.is_empty()).then(|| (folder.to_owned(), globs)), ..self })
    }

    /// Is the path, or a folder that it is in, excluded?
    fn excludes(&self, path: &Path) -> bool {
        let excluded = |globs: &Globs, path: &Path| path.ancestors().any(|path| globs.matches(path));
        let configured = |(folder, globs): &(PathBuf, Globs)| {
            absolute(path).strip_prefix(folder).is_ok_and(|path| excluded(globs, path))
        };
        self.exclude.as_ref().is_some_and(|globs| excluded(globs, path))
            || self.configured.as_ref().is_some_and(configured)
    }

    /// Is a path that somebody named left out?
    pub fn leaves_out(&self, path: &Path) -> bool {
        self.force_exclude && self.excludes(path)
    }

    /// Is a file of a folder taken?
    fn takes(&self, path: &Path) -> bool {
        match &self.include {
            Some(globs) => globs.matches(path),
            None => is_article(path),
        }
    }
}

/// Globs of the command line: those without a slash stand for names anywhere, the others for paths.
#[derive(Clone, Debug)]
struct Globs {
    names: GlobSet,
    paths: GlobSet,
}

impl Globs {
    fn new(list: &[String]) -> Result<Self, String> {
        let (mut names, mut paths) = (GlobSetBuilder::new(), GlobSetBuilder::new());
        for text in list {
            let glob = text.strip_prefix("./").unwrap_or(text).trim_end_matches('/');
            let built = GlobBuilder::new(glob).literal_separator(true).build().map_err(|error| error.to_string())?;
            if glob.contains('/') { &mut paths } else { &mut names }.add(built);
        }
        let build = |builder: GlobSetBuilder| builder.build().map_err(|error| error.to_string());
        Ok(Globs { names: build(names)?, paths: build(paths)? })
    }

    fn matches(&self, path: &Path) -> bool {
        path.file_name().is_some_and(|name| self.names.is_match(name)) || self.paths.is_match(plain(path))
    }
}

/// The path without `.` in it.
fn plain(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != Component::CurDir).collect()
}

/// The files of the arguments, in their order; those of a folder in the order of their names.
pub struct Paths {
    arguments: VecDeque<PathBuf>,
    list: Option<List>,
    selection: Selection,
    /// A folder that is being searched, or the files of a glob.
    walk: Option<Search>,
    seen: HashSet<PathBuf>,
}

/// A list of paths that is being read.
struct List {
    name: PathBuf,
    lines: Box<dyn BufRead + Send>,
}

/// A search that is going on.
struct Search {
    argument: PathBuf,
    walk: Walk,
    /// The glob that is expanded; none where a folder is searched.
    glob: Option<GlobSet>,
    /// Was anything found?
    found: bool,
}

impl Paths {
    /// The files of these paths and of those that a list names, a file or the standard input.
    ///
    /// # Errors
    /// Where the list cannot be read.
    pub fn new(arguments: &[PathBuf], list: Option<&Path>, selection: Selection) -> Result<Self, String> {
        let open = |name: &Path| {
            let lines: Box<dyn BufRead + Send> = if name == Path::new(STDIN) {
                Box::new(BufReader::new(io::stdin()))
            } else {
                let file = File::open(name).map_err(|error| format!("{}: cannot be read: {error}", name.display()))?;
                Box::new(BufReader::new(file))
            };
            Ok::<_, String>(List { name: name.to_owned(), lines })
        };
        let list = list.map(open).transpose()?;
        let arguments = arguments.iter().cloned().collect();
        Ok(Paths { arguments, list, selection, walk: None, seen: HashSet::new() })
    }

    /// The next argument, or the next line of the list.
    fn argument(&mut self) -> Option<Result<PathBuf, Found>> {
        if let Some(argument) = self.arguments.pop_front() {
            return Some(Ok(argument));
        }
        let list = self.list.as_mut()?;
        loop {
            let mut line = Vec::new();
            match list.lines.by_ref().take(HEAD).read_until(b'\n', &mut line) {
                Ok(0) => {
                    self.list = None;
                    return None;
                }
                Ok(_) => {}
                Err(error) => {
                    let message = format!("cannot be read: {error}");
                    let path = self.list.take().map(|list| list.name).unwrap_or_default();
                    return Some(Err(Found::Problem { path, message }));
                }
            }
            let name = line.trim_ascii();
            if !name.is_empty() {
                return Some(Ok(PathBuf::from(name_of(name))));
            }
        }
    }

    /// A file, if it was not taken before.
    fn once(&mut self, path: PathBuf) -> Option<Found> {
        let known = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        self.seen.insert(known).then_some(Found::File(path))
    }

    /// What an argument leads to at once; folders and globs are searched from then on.
    fn take(&mut self, argument: PathBuf) -> Option<Found> {
        if argument == Path::new(STDIN) {
            return self.seen.insert(argument).then_some(Found::Stdin);
        }
        if self.selection.leaves_out(&argument) {
            return None;
        }
        if argument.is_dir() {
            self.walk = Some(Search { walk: self.walk(&argument), argument, glob: None, found: false });
            return None;
        }
        // Names that hold the signs of globs are first of all names.
        let text = argument.to_str().filter(|text| text.contains(['*', '?', '[', '{']));
        let Some(text) = text.filter(|_| argument.symlink_metadata().is_err()) else { return self.once(argument) };
        match Globs::new(&[text.to_owned()]) {
            Ok(globs) => {
                let walk = walker(&base(&argument)).standard_filters(false).hidden(true).build();
                let glob = if text.contains('/') { globs.paths } else { globs.names };
                self.walk = Some(Search { walk, argument, glob: Some(glob), found: false });
                None
            }
            Err(message) => Some(Found::Problem { path: argument, message: format!("is no glob: {message}") }),
        }
    }

    fn walk(&self, folder: &Path) -> Walk {
        let selection = self.selection.clone();
        let mut builder = walker(folder);
        // The folder itself was named; only what is in it can be excluded.
        builder.filter_entry(move |entry| entry.depth() == 0 || !selection.excludes(entry.path()));
        builder.build()
    }

    /// The next file of the search.
    fn search(&mut self) -> Option<Found> {
        loop {
            let search = self.walk.as_mut()?;
            let Some(entry) = search.walk.next() else {
                let Search { argument: path, glob, found, .. } = self.walk.take()?;
                let message = match glob {
                    _ if found => continue,
                    Some(_) => "matches no file".to_owned(),
                    None => format!("holds no articles (looked for {})", endings().collect::<Vec<_>>().join(", ")),
                };
                return Some(Found::Problem { path, message });
            };
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    search.found = true;
                    return Some(Found::Problem { path: search.argument.clone(), message: error.to_string() });
                }
            };
            let mut path = entry.into_path();
            let matches = match &search.glob {
                Some(glob) => {
                    path = plain(&path);
                    glob.is_match(&path)
                }
                None => self.selection.takes(&path),
            };
            // Links to files are followed, links to folders are not: they may lead in a circle.
            if !matches || !path.is_file() {
                continue;
            }
            search.found = true;
            if search.glob.is_some() && self.selection.leaves_out(&path) {
                continue;
            }
            if let Some(found) = self.once(path) {
                return Some(found);
            }
        }
    }
}

impl Iterator for Paths {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(found) = self.search() {
                return Some(found);
            }
            match self.argument()? {
                Ok(argument) => {
                    if let Some(found) = self.take(argument) {
                        return Some(found);
                    }
                }
                Err(problem) => return Some(problem),
            }
        }
    }
}

/// Searches a folder: hidden files and what `.gitignore`, `.ignore` and our own file of that kind name are left out, in
/// the same way on every machine.
fn walker(folder: &Path) -> WalkBuilder {
    let mut builder = WalkBuilder::new(folder);
    builder.git_global(false).require_git(false).add_custom_ignore_filename(IGNORE_FILE);
    builder.sort_by_file_name(std::cmp::Ord::cmp);
    builder
}

/// The folder that a glob is to be looked for in: its beginning without signs of globs.
fn base(glob: &Path) -> PathBuf {
    let is_plain = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    let base: PathBuf = glob.components().take_while(is_plain).collect();
    if base.as_os_str().is_empty() { PathBuf::from(".") } else { base }
}

/// A path from the bytes of a line.
fn name_of(bytes: &[u8]) -> OsString {
    #[cfg(unix)]
    {
        <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).to_owned()
    }
    #[cfg(not(unix))]
    {
        String::from_utf8_lossy(bytes).into_owned().into()
    }
}

/// The endings that folders are searched for, with their dots.
fn endings() -> impl Iterator<Item = String> {
    let searched = |(_, format): &&(&str, Format)| *format != Format::Pdf;
    let known = Format::ENDINGS.iter().filter(searched).map(|(ending, _)| *ending);
    known.chain(JSONL_ENDINGS).map(|ending| format!(".{ending}"))
}

/// Does the file's name, and where that says little its beginning, mean that it is an article?
fn is_article(path: &Path) -> bool {
    if is_jsonl(path) {
        return true;
    }
    match format_of(path) {
        // Most files of these kinds are something else.
        Some(format @ (Format::Ninjs | Format::NewsMl)) => {
            let mut head = Vec::new();
            let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
            read.is_ok() && format.is_likely(&head)
        }
        // It takes a program that may not be installed: only those are read that somebody names.
        Some(Format::Pdf) | None => false,
        // Word notes there who has opened a document.
        Some(_) => !path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"~$")),
    }
}

/// Does the name end like that of JSON Lines, packed perhaps?
pub fn is_jsonl(path: &Path) -> bool {
    ending(path).is_some_and(|ending| JSONL_ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(&ending)))
}

/// The format that the ending of a name means.
pub fn format_of(path: &Path) -> Option<Format> {
    Format::of_ending(&ending(path)?)
}

/// The ending of a name, without that of a packed file.
fn ending(path: &Path) -> Option<String> {
    let ending = |path: &Path| path.extension().map(|ending| ending.to_string_lossy().into_owned());
    let last = ending(path)?;
    let packed = unpack::ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(&last));
    if packed { ending(Path::new(path.file_stem()?)) } else { Some(last) }
}
