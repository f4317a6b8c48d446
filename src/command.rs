//! The commands, a file each.

mod anonymise;
mod audit;
mod backtest;
mod branding;
mod check;
mod columns;
mod compare;
mod comparison;
mod completions;
mod days_ahead;
pub mod dragged;
pub mod error;
mod explain;
mod finding;
mod forecast;
mod help;
mod indicators;
mod init;
mod input;
mod intake;
mod lists;
mod manual;
mod mapping;
mod notices;
mod numbers;
pub mod outcome;
mod own_columns;
mod profiles;
mod rejections;
mod resubmission;
mod rules;
mod run;
mod settings;
mod shared;
mod show;
mod summary;
mod synth;
mod tip;
mod worklist;

use crate::fault::SystemError;
use crate::lines::visible;
use crate::printing::complain;
use clap::{CommandFactory, Parser, Subcommand};
use error::CliError;
use outcome::Exit;
use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// The ten National Indicators for children in care, from looked-after-children returns.
#[derive(Debug, Parser)]
#[command(
    version,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_help = "Examples:
  stocktake init data
  stocktake run
  stocktake intake data
  stocktake show reports/2011-03-31 --authority 993
  stocktake forecast data --as-at 2010-12-31
  stocktake explain data --as-at 2011-03-31 --authority 993 --indicator 62
  stocktake check data
  stocktake audit reports/2011-03-31
  stocktake columns data/2011
  stocktake anonymise data anonymised --key stocktake.key --new-key
  stocktake indicators 62
  stocktake run my-episodes.csv my-header.csv --authority 302 --year 2011 \\
    --as-at 2011-03-31 --out my-reports
  stocktake compare my-reports/last-week my-reports/this-week
  stocktake backtest my-reports/this-week --published my-published.csv

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

`stocktake help` lists the pages of the papers too, such as `stocktake help quarter`.

Files are written only where you say, such as below --out; nothing is sent anywhere."
)]
pub struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Arguments),
    Run(Box<run::Arguments>),
    Intake(intake::Arguments),
    Show(show::Arguments),
    Forecast(forecast::Arguments),
    Worklist(worklist::Arguments),
    Compare(compare::Arguments),
    Backtest(backtest::Arguments),
    Audit(audit::Arguments),
    Check(check::Arguments),
    Explain(explain::Arguments),
    Columns(columns::Arguments),
    Anonymise(anonymise::Arguments),
    Indicators(indicators::Arguments),
    Rules(rules::Arguments),
    Profiles(profiles::Arguments),
    Synth(synth::Arguments),
    Completions(completions::Arguments),
    Manual(manual::Arguments),
    Help(help::Arguments),
}

impl CommandLine {
    /// The command line as it was given.
    ///
    /// # Errors
    /// The exit code where it cannot be understood, or asks for help, which is printed.
    pub fn understood() -> Result<CommandLine, ExitCode> {
        let steered = |word: OsString| visible(&word.to_string_lossy()) != word.to_string_lossy();
        CommandLine::try_parse().map_err(|error| {
            let error = tip::with_tip(error, &CommandLine::command());
            if !std::env::args_os().any(steered) {
                return print_words(&error);
            }
            // The words given are part of what is said.
            complain(error.render().to_string().trim_end());
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        })
    }

    /// Runs the command. `words` are the command line, for the run record.
    ///
    /// # Errors
    /// Why the command could not be run.
    pub fn run(self, words: Vec<String>) -> Result<Exit, CliError> {
        match self.command {
            Command::Init(arguments) => init::run(arguments),
            Command::Run(arguments) => run::run(*arguments, words).map(|run| run.exit),
            Command::Intake(arguments) => intake::run(arguments),
            Command::Show(arguments) => show::run(&arguments),
            Command::Forecast(arguments) => forecast::run(arguments, words),
            Command::Worklist(arguments) => worklist::run(arguments, words),
            Command::Compare(arguments) => compare::run(&arguments),
            Command::Backtest(arguments) => backtest::run(&arguments),
            Command::Audit(arguments) => audit::run(&arguments),
            Command::Check(arguments) => check::run(arguments, words),
            Command::Explain(arguments) => explain::run(arguments),
            Command::Columns(arguments) => columns::run(&arguments),
            Command::Anonymise(arguments) => anonymise::run(&arguments),
            Command::Indicators(arguments) => indicators::run(&arguments),
            Command::Rules(arguments) => rules::run(&arguments),
            Command::Profiles(arguments) => profiles::run(&arguments),
            Command::Synth(arguments) => synth::run(&arguments),
            Command::Completions(arguments) => completions::run(&arguments, &mut CommandLine::command()),
            Command::Manual(_) => manual::run(CommandLine::command()),
            Command::Help(arguments) => help::run(&arguments, CommandLine::command()),
        }
    }
}

/// Prints what the command line asks for by itself, such as help, or what is wrong with it.
fn print_words(words: &clap::Error) -> ExitCode {
    match words.print().and_then(|()| std::io::stdout().flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&format!("what is printed (standard output) cannot be written: {}", SystemError::from(error)));
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(words.exit_code()).unwrap_or(2)),
    }
}
