//! `stocktake intake`: what was sent, and what was not, before any figure.

use super::error::CliError;
use super::input::{Telling, not_among_returns, report_input};
use super::outcome::{Exit, print, write};
use super::rejections::report_rejections;
use super::shared::{Inputs, ReturnsArguments};
use crate::ink::Ink;
use crate::intake::Intake;
use crate::intake::text::text;
use crate::progress::Progress;
use crate::quality::clean;
use crate::report;
use crate::returns::read;
use crate::returns::written::Kept;
use std::path::{Path, PathBuf};

/// Where every rejected row is, of which a few are shown.
const IN_CLEANING: &str = "`stocktake run` lists all of them in restricted/cleaning.csv";

/// What is said where not all is printed and no file has it.
const WITH_OUT: &str = "--out FILE has all of them";

/// Print which tables of which returns were sent, and what is wrong with files
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake intake data
  stocktake intake data --out intake.csv
  stocktake intake my-region/returns --authorities my-region.csv --strict

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

RETURNS are files or folders of them, as for `stocktake run`; no figure is worked out. Each table that an \
indicator needs is sent, sent in part (rows were rejected, a file of it was refused, or two files hold it), \
refused, another year's or absent, for every year that any authority sent. Returns of one authority ask for no \
other's; those of several in one region ask for the whole region; those of several regions for the whole list. \
Beyond 40 authorities they are counted by region. Ad1 and attainment are asked for once: those of any year will \
do. With --out, FILE gets a row for each file and each return that it names, as restricted/intake.csv of a run.

Exit codes: 0 done; 1 done, but with --strict a file was refused or a table is absent; 2 could not run.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: ReturnsArguments,
    /// The authority of files that do not give one: code or name
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    /// Where a table of every file goes: CSV; without it, nothing is written
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// End with code 1 where a file was refused or a table is absent
    #[arg(long)]
    strict: bool,
    /// Print only errors
    #[arg(long, short)]
    quiet: bool,
}

/// Reads the returns, prints what was sent, and writes the table.
///
/// # Errors
/// Where the returns cannot be found, or the table cannot be written.
pub(crate) fn run(arguments: Arguments) -> Result<Exit, CliError> {
    let progress = Progress::new(arguments.quiet);
    let Arguments { reading, authority, out, strict, quiet } = arguments;
    let reading = reading.settled(progress)?;
    if let Some(out) = &out {
        not_among_returns(&reading.returns, out)?;
    }
    let Inputs { found, given, policies, seeds, lists, .. } = reading.load(Path::new(""), authority.as_deref())?;
    let returns = read(&found, &seeds, given, Kept::ForIndicators, progress);
    let clean = clean(returns, &seeds, &policies);
    let intake = Intake::of(&clean, &seeds);
    let input = clean.into_input();
    if !quiet {
        print(&text(&intake, Ink::for_standard_output()))?;
    }
    let all = out.as_deref().map_or(WITH_OUT.to_owned(), |out| format!("{} has all of them", out.display()));
    report_input(&input, &lists, &all, Telling::InFull, progress);
    report_rejections(&input, &seeds.authorities, IN_CLEANING, progress);
    if let Some(out) = &out {
        write(out, |file| report::intake::write(&intake, file))?;
        if !quiet {
            print(&format!("Written to {}\n", out.display()))?;
        }
    }
    Ok(if strict && !intake.is_whole() { Exit::NotAll } else { Exit::Done })
}
