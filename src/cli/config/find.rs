//! Which file counts for an article.

use super::file::{Config, NAME};
use std::collections::HashMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A file, none, or what is wrong with it.
type Found = Result<Option<Arc<Config>>, String>;

/// Finds configuration files, and reads each once.
#[derive(Debug)]
pub struct Finder {
    /// The one that counts for all, where the command line says so.
    fixed: Option<Option<Arc<Config>>>,
    folders: Mutex<HashMap<PathBuf, Found>>,
}

impl Finder {
    /// Looks in the folders of the articles, or takes that file, or none.
    ///
    /// # Errors
    /// What is wrong with that file.
    pub fn new(file: Option<&Path>, isolated: bool) -> Result<Self, String> {
        let fixed = match file {
            // From here on paths are compared, so that they must begin alike.
            Some(file) => Some(Some(Arc::new(Config::load(&absolute(file))?))),
            None if isolated => Some(None),
            None => None,
        };
        Ok(Finder { fixed, folders: Mutex::default() })
    }

    /// The configuration of a file; of none: that of the folder which the program was started in.
    ///
    /// # Errors
    /// What is wrong with it, with file and line.
    pub fn of(&self, path: Option<&Path>) -> Found {
        if let Some(fixed) = &self.fixed {
            return Ok(fixed.clone());
        }
        let folder = match path {
            Some(path) => absolute(path).parent().map(Path::to_owned).unwrap_or_default(),
            None => absolute(Path::new(".")),
        };
        // Nothing panics while it is held; were it so, what is in it would still be right.
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = folders.get(&folder) {
            return known.clone();
        }
        let file = folder.ancestors().map(|folder| folder.join(NAME)).find(|file| file.is_file());
        let found = match file {
            // The same file may have been found from another folder.
            Some(file) => match folders.values().flatten().flatten().find(|config| config.path == file) {
                Some(known) => Ok(Some(known.clone())),
                None => Config::load(&file).map(|config| Some(Arc::new(config))),
            },
            None => Ok(None),
        };
        folders.insert(folder, found.clone());
        found
    }
}

/// The path from the root, without `.` and `..`; links are left as they are.
pub fn absolute(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        match part {
            Component::ParentDir => _ = whole.pop(),
            Component::CurDir => {}
            part => whole.push(part),
        }
    }
    whole
}
