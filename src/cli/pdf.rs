//! PDF, read by `pdftotext` of poppler where that is installed.

use crate::source::Unreadable;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// The program.
const PROGRAM: &str = "pdftotext";
/// How long it may take. It reads a book in a few seconds.
const PATIENCE: Duration = Duration::from_secs(60);
/// The most text that is taken from it, in bytes.
const LARGEST: u64 = 64 << 20;
/// How a PDF begins.
const MARK: &[u8] = b"%PDF-";
/// Or where that must stand, for some programs write something else before it.
const HEAD: usize = 1024;

/// Are these the bytes of a PDF?
pub fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
    let inside = || head.windows(MARK.len()).any(|window| window == MARK);
    // A text may well speak of the mark.
    bytes.starts_with(MARK) || (inside() && std::str::from_utf8(bytes).is_err())
}

/// The text of a PDF as the program writes it for [`crate::source::Format::Pdf`]: the words of each page with where they
/// stand.
///
/// # Errors
/// Where the program is not there, cannot read the file, or takes too long.
pub fn text(bytes: Vec<u8>) -> Result<Vec<u8>, Unreadable> {
    let unreadable = |message: String| Unreadable { message };
    let spawned = Command::new(PROGRAM)
        .args(["-bbox-layout", "-q", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match spawned {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let message = format!("is a PDF, which is read with {PROGRAM} (poppler-utils), and that is not installed");
            return Err(unreadable(message));
        }
        Err(error) => return Err(unreadable(format!("is a PDF, and {PROGRAM} cannot be run: {error}"))),
    };
    let result = converse(&mut child, bytes);
    // In every case: it must not go on when nobody listens.
    let _ = child.kill();
    let _ = child.wait();
    result.map_err(unreadable)
}

/// Gives the program the file and takes its answer.
fn converse(child: &mut Child, bytes: Vec<u8>) -> Result<Vec<u8>, String> {
    let (Some(mut input), Some(output), Some(errors)) = (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return Err(format!("is a PDF, and {PROGRAM} cannot be spoken to"));
    };
    // Whether it took all of the file shows in its answer.
    thread::spawn(move || input.write_all(&bytes));
    let (answer, answered) = mpsc::channel();
    thread::spawn(move || {
        let (mut text, mut complaint) = (Vec::new(), String::new());
        let read = output.take(LARGEST + 1).read_to_end(&mut text);
        let told = errors.take(HEAD as u64).read_to_string(&mut complaint);
        answer.send((text, complaint, read.and(told)))
    });
    let Ok((text, complaint, read)) = answered.recv_timeout(PATIENCE) else {
        return Err(format!("is a PDF that {PROGRAM} does not read within {} seconds", PATIENCE.as_secs()));
    };
    read.map_err(|error| format!("is a PDF, and {PROGRAM} cannot be heard: {error}"))?;
    if text.len() as u64 > LARGEST {
        return Err(format!("is a PDF with more than {} MB of text", LARGEST >> 20));
    }
    let status = child.wait().map_err(|error| format!("is a PDF, and {PROGRAM} does not end: {error}"))?;
    if !status.success() {
        let told = complaint.lines().next().unwrap_or("it gives no reason");
        return Err(format!("is a PDF that {PROGRAM} cannot read: {told}"));
    }
    Ok(text)
}
