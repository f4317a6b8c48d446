//! How a command ended, and what commands have in common.

use super::error::CliError;
use crate::fault::SystemError;
use crate::output::file::write_whole;
use crate::printing::printable;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All done.
    Done,
    /// Done, but `--strict` was given and some figure is not available or some row was rejected, or some
    /// file was not copied.
    NotAll,
    /// Done, and the two runs, or a run and what was published, differ in figures.
    Differ,
    /// What is published, or was to be, gives too much away.
    Breach,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        match exit {
            Exit::Done => ExitCode::SUCCESS,
            Exit::NotAll | Exit::Differ => ExitCode::from(1),
            Exit::Breach => ExitCode::from(3),
        }
    }
}

/// The first second of the year 10000, for which no date is written.
const LAST_SECOND: i64 = 253_402_300_800;

/// Now, or the moment that SOURCE_DATE_EPOCH fixes, in seconds since 1970.
pub(crate) fn written_at() -> Result<i64, CliError> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            let seconds = text.trim().parse().ok().filter(|seconds| (0..LAST_SECOND).contains(seconds));
            seconds.ok_or_else(|| {
                CliError::with_remedy(
                    format!("SOURCE_DATE_EPOCH is '{text}'"),
                    "set it to a whole number of seconds since 1970, or unset it",
                )
            })
        }
        Err(_) => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Ok(i64::try_from(since.as_secs()).unwrap_or_default())
        }
    }
}

/// Writes to standard output. A reader that has gone away, as in `| head`, is not an error.
///
/// # Errors
/// Where standard output cannot be written, such as where it goes to a full disk.
pub(crate) fn print(text: &str) -> Result<(), CliError> {
    let mut out = std::io::stdout();
    match out.write_all(printable(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(CliError::with_source(
            "what is printed (standard output) cannot be written",
            "send it where there is room, and run again; files that were to be written are in place",
            SystemError::from(error),
        )),
        _ => Ok(()),
    }
}

/// Writes a file that a command was given to write.
///
/// # Errors
/// Where it cannot be written.
pub(crate) fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), CliError> {
    let mut bytes = Vec::new();
    fill(&mut bytes).and_then(|()| write_whole(path, &bytes)).map_err(|error| {
        CliError::with_source(
            format!("{} cannot be written", path.display()),
            "give a file in a folder that you may write to and that has room",
            SystemError::from(error),
        )
    })
}
