//! The commands that a person types, a file each.

pub mod anonymise;
pub mod asked;
pub mod audit;
pub mod backtest;
pub mod check;
pub mod compare;
pub mod completions;
pub mod explain;
pub mod indicators;
mod input;
pub mod manual;
mod numbers;
pub mod rules;
pub mod run;
pub mod show;
mod summary;
pub mod synth;

use clap::{Parser, Subcommand};
use miette::Diagnostic;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use thiserror::Error;

/// The ten National Indicators for children in care, from looked-after-children returns.
#[derive(Debug, Parser)]
#[command(
    version,
    arg_required_else_help = true,
    after_help = "Examples:
  stocktake run data --as-at 2011-03-31 --out reports
  stocktake show reports --authority 993
  stocktake explain data --as-at 2011-03-31 --authority 993 --indicator 62
  stocktake check data
  stocktake audit reports
  stocktake anonymise data anonymised --key stocktake.key --new-key
  stocktake indicators 62
  stocktake run my-episodes.csv my-header.csv --authority 302 --year 2011 \\
    --as-at 2011-03-31 --out my-reports
  stocktake compare my-reports/last-week my-reports/this-week
  stocktake backtest my-reports/this-week --published my-published.csv

data are made-up returns, which `stocktake synth --out data` makes; what begins with my- stands for files of \
your own.

What is written goes below --out, or where it is told to; nothing is sent anywhere."
)]
pub struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::Arguments),
    Show(show::Arguments),
    Compare(compare::Arguments),
    Backtest(backtest::Arguments),
    Audit(audit::Arguments),
    Check(check::Arguments),
    Explain(explain::Arguments),
    Anonymise(anonymise::Arguments),
    Indicators(indicators::Arguments),
    Rules(rules::Arguments),
    Synth(synth::Arguments),
    Completions(completions::Arguments),
    Manual(manual::Arguments),
}

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

impl CommandLine {
    /// Carries the command out. `words` are the command line, for the run record.
    ///
    /// # Errors
    /// What stopped it.
    pub fn carry_out(self, words: Vec<String>) -> Result<Ending, Stopped> {
        match self.command {
            Command::Run(arguments) => run::carry_out(arguments, words),
            Command::Show(arguments) => show::carry_out(&arguments),
            Command::Compare(arguments) => compare::carry_out(&arguments),
            Command::Backtest(arguments) => backtest::carry_out(&arguments),
            Command::Audit(arguments) => audit::carry_out(&arguments),
            Command::Check(arguments) => check::carry_out(arguments, words),
            Command::Explain(arguments) => explain::carry_out(arguments),
            Command::Anonymise(arguments) => anonymise::carry_out(&arguments),
            Command::Indicators(arguments) => indicators::carry_out(&arguments),
            Command::Rules(arguments) => rules::carry_out(&arguments),
            Command::Synth(arguments) => synth::carry_out(&arguments),
            Command::Completions(arguments) => completions::carry_out(&arguments),
            Command::Manual(arguments) => manual::carry_out(&arguments),
        }
    }
}

/// The first second of the year 10000, which no date is written for.
const LAST_SECOND: i64 = 253_402_300_800;

/// Now, or the moment that SOURCE_DATE_EPOCH fixes.
fn written_at() -> Result<i64, Stopped> {
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
fn print(text: &str) {
    use std::io::Write;
    let _ = std::io::stdout().write_all(text.as_bytes());
}
