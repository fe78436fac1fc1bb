//! Where a report goes: the standard output, or a file that is there as a whole or not at all.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

const BUFFER: usize = 1 << 16;

/// Where a report is written.
pub enum Destination {
    /// The standard output, or a device or pipe.
    Stream(BufWriter<Box<dyn Write>>),
    /// A file beside the one wanted, which takes its place when it is complete.
    File {
        /// What is written.
        file: BufWriter<NamedTempFile>,
        /// The file wanted.
        path: PathBuf,
    },
    /// Complete.
    Done,
}

impl Destination {
    /// The standard output.
    pub fn standard_output() -> Self {
        Destination::Stream(BufWriter::with_capacity(BUFFER, Box::new(io::stdout().lock())))
    }

    /// The file of this path, in a folder that is there.
    ///
    /// # Errors
    /// What is wrong with the path.
    pub fn file(path: &Path) -> Result<Self, String> {
        let place = path.display();
        if path.is_dir() {
            return Err(format!("{place} is a folder"));
        }
        // What a link leads to is replaced, not the link.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let unusable = |error: io::Error| format!("cannot write {place}: {error}");
        if path.exists() && !path.is_file() {
            let device = fs::OpenOptions::new().write(true).open(&path).map_err(unusable)?;
            return Ok(Destination::Stream(BufWriter::with_capacity(BUFFER, Box::new(device))));
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            return Err(format!("cannot write {place}: there is no folder {}", folder.display()));
        }
        let mut builder = tempfile::Builder::new();
        builder.prefix(".addsup-");
        // As any other new file, not for its owner only.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let file = BufWriter::with_capacity(BUFFER, builder.tempfile_in(folder).map_err(unusable)?);
        Ok(Destination::File { file, path })
    }

    /// Writes what is left. A file takes its place.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(&mut self) -> io::Result<()> {
        match std::mem::replace(self, Destination::Done) {
            Destination::Stream(mut out) => out.flush(),
            Destination::File { file, path } => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.persist(&path).map(drop).map_err(|error| named(&path, &error.error))
            }
            Destination::Done => Ok(()),
        }
    }
}

impl Write for Destination {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Destination::Stream(out) => out.write(bytes),
            Destination::File { file, path } => file.write(bytes).map_err(|error| named(path, &error)),
            Destination::Done => Err(io::ErrorKind::WriteZero.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Destination::Stream(out) => out.flush(),
            // Nobody reads it before it is complete.
            Destination::File { .. } | Destination::Done => Ok(()),
        }
    }
}

/// The error with the name of the file.
fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
