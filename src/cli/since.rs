//! `--since REV`: the files that changed since a revision, as git knows them.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files of a repository that differ from a revision.
pub struct Changed {
    top: PathBuf,
    files: HashSet<PathBuf>,
}

impl Changed {
    /// What differs from where this branch left that revision: committed or not, new files that git does not track yet
    /// included, ignored ones not. A file that was moved goes by its new name.
    ///
    /// # Errors
    /// If this is no repository, git is not installed, or does not know the revision.
    pub fn since(revision: &str) -> Result<Self, String> {
        let here = Path::new(".");
        let top = git(here, &["rev-parse", "--show-toplevel"])?;
        let top = PathBuf::from(String::from_utf8_lossy(&top).trim_end_matches(['\n', '\r']));
        if revision.starts_with('-') {
            return Err(format!("--since: `{revision}` is no revision"));
        }
        git(here, &["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")])
            .map_err(|_| format!("--since: git knows no revision `{revision}` here"))?;
        // Histories that have nothing in common are compared as they are.
        let base = git(here, &["merge-base", revision, "HEAD"]).unwrap_or_else(|_| revision.as_bytes().to_vec());
        let base = String::from_utf8_lossy(&base).trim().to_owned();
        let differing = ["diff", "--name-only", "--no-ext-diff", "--diff-filter=d", "-M", "-z", &base, "--"];
        let new = ["ls-files", "--others", "--exclude-standard", "-z"];
        let top = top.canonicalize().unwrap_or(top);
        let mut files = HashSet::new();
        for arguments in [&differing[..], &new[..]] {
            let names = git(&top, arguments)?;
            let names = names.split(|byte| *byte == 0).filter(|name| !name.is_empty());
            files.extend(names.map(|name| top.join(&*String::from_utf8_lossy(name))));
        }
        Ok(Changed { top, files })
    }

    /// Is that file among them?
    ///
    /// # Errors
    /// If it does not lie in the repository.
    pub fn contains(&self, path: &Path) -> Result<bool, String> {
        // What is not there is told where it is opened.
        let Ok(path) = path.canonicalize() else { return Ok(true) };
        if !path.starts_with(&self.top) {
            let top = self.top.display();
            return Err(format!("lies outside of the repository {top} (--since)"));
        }
        Ok(self.files.contains(&path))
    }
}

/// A file as it was at a revision.
///
/// # Errors
/// If it lies in no repository, git is not installed, or does not know the revision or the file at it.
pub fn at_revision(revision: &str, path: &Path) -> Result<Vec<u8>, String> {
    if revision.starts_with('-') {
        return Err(format!("--since: `{revision}` is no revision"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().ok_or_else(|| format!("--since: {} is no file", path.display()))?;
    git(folder, &["show", "--no-textconv", &format!("{revision}:./{}", name.to_string_lossy())])
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, String> {
    let run = Command::new("git").current_dir(folder).args(arguments).output();
    let output = run.map_err(|error| format!("--since: git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
    Err(format!("--since: git says: {said}"))
}
