//! How a command ended, and what stopped it.

use miette::Diagnostic;
use std::process::ExitCode;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;
use thiserror::Error;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
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

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> ExitCode {
        match ending {
            Ending::Done => ExitCode::SUCCESS,
            Ending::NotAll | Ending::Differ => ExitCode::from(1),
            Ending::Breach => ExitCode::from(3),
        }
    }
}

/// What stopped a command: the exit code is 2.
#[derive(Debug, Error, Diagnostic)]
#[error("{problem}")]
pub struct Stopped {
    problem: String,
    #[help]
    remedy: Option<String>,
}

impl Stopped {
    /// A problem whose words say what would mend it.
    pub fn because(problem: impl ToString) -> Stopped {
        Stopped { problem: problem.to_string(), remedy: None }
    }

    /// A problem and what would mend it.
    pub fn with_remedy(problem: impl ToString, remedy: impl ToString) -> Stopped {
        Stopped { problem: problem.to_string(), remedy: Some(remedy.to_string()) }
    }
}

/// The first second of the year 10000, which no date is written for.
pub const LAST_SECOND: i64 = 253_402_300_800;

/// Now, or the moment that SOURCE_DATE_EPOCH fixes.
pub fn written_at() -> Result<i64, Stopped> {
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            let seconds = text.trim().parse().ok().filter(|seconds| (0..LAST_SECOND).contains(seconds));
            seconds.ok_or_else(|| {
                Stopped::with_remedy(
                    format!("SOURCE_DATE_EPOCH is '{text}'"),
                    "set it to a whole number of seconds since 1970, or take it away",
                )
            })
        }
        Err(_) => {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            Ok(i64::try_from(since.as_secs()).unwrap_or_default())
        }
    }
}

/// Writes to standard output; a reader that has gone away, as in `| head`, is no error.
pub fn print(text: &str) {
    use std::io::Write;
    let _ = std::io::stdout().write_all(text.as_bytes());
}
