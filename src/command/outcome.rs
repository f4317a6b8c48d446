//! How a command ended, and what commands have in common.

use super::error::CliError;
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
