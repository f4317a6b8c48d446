//! `stocktake init`: settings to start from, with what was recognised of the returns and what was not.

use super::error::CliError;
use super::finding::FindArguments;
use super::input::{IN_INTAKE, Telling, not_among_returns, report_input};
use super::outcome::{Exit, print};
use super::shared::{Inputs, ReturnsArguments};
use crate::columns::understand;
use crate::fault::SystemError;
use crate::intake::Intake;
use crate::progress::Progress;
use crate::proposal::{Given, Proposal, as_toml};
use crate::quality::clean;
use crate::returns::file::Outcome;
use crate::returns::files::shown;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::run::some_read;
use crate::settings_file::{DAY_IN_OUT, NAME};
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Look at returns and start a file of settings, stocktake.toml
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake init data
  stocktake run
  stocktake init my-extract.csv --authority 302 --year 2011

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

The file says, in comments, what was recognised of the returns and what was not, and has every setting with what it \
can be. Look through it; `stocktake run` alone then works out the last month end that the returns cover, and says \
what changed since the last report. Every command that reads returns goes by the file in the current folder, or by \
that given with --settings; an option goes before it. A file that is there is never written over.

Exit codes: 0 done; 1 done, but a file of the returns cannot be read; 2 could not run, and nothing was written.")]
pub(crate) struct Arguments {
    /// Files (CSV, workbooks, XML, zip), or folders that hold them
    #[arg(required = true, value_name = "RETURNS")]
    returns: Vec<PathBuf>,
    /// The authority of files that do not give one: code or name
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    /// The year in which the return ends, for files that do not give one
    #[arg(long, value_name = "YEAR")]
    year: Option<String>,
    /// A list of authorities in place of England's
    #[arg(long, value_name = "FILE")]
    authorities: Option<PathBuf>,
    #[command(flatten)]
    finding: FindArguments,
    /// The file to write
    #[arg(long, value_name = "FILE", default_value = NAME)]
    settings: PathBuf,
}

impl Arguments {
    /// For these returns, into this file.
    pub(super) fn of(returns: PathBuf, settings: PathBuf) -> Arguments {
        let (authority, year, authorities) = (None, None, None);
        let finding = FindArguments::default();
        Arguments { returns: vec![returns], authority, year, authorities, finding, settings }
    }
}

/// Reads the returns and writes the file.
///
/// # Errors
/// Where the file is there already, or the returns cannot be read.
pub(crate) fn run(arguments: Arguments) -> Result<Exit, CliError> {
    let Arguments { returns, authority, year, authorities, finding, settings } = arguments;
    if settings.symlink_metadata().is_ok() {
        return Err(there_already(&settings));
    }
    let folder = settings.parent().unwrap_or(Path::new(""));
    let given = Given {
        returns: returns.iter().map(|path| from_folder(path, folder)).collect(),
        authority: authority.clone(),
        year: year.clone(),
        authorities: authorities.as_deref().map(|path| from_folder(path, folder)),
        out: out(&returns, folder),
    };
    let reading = ReturnsArguments::of(returns, year, authorities, finding);
    let Inputs { found, given: place, policies, seeds, lists, .. } =
        reading.load(Path::new(""), authority.as_deref())?;
    let progress = Progress::new(false);
    let returns = read(&found, &seeds, place, Kept::ForIndicators, progress);
    let understood = understand(&found.files, &seeds);
    // Tables of which only the authority or the year is wanting are a start.
    let no_table = understood.refused.len() == found.files.len();
    let returns = if no_table { some_read(returns).map_err(CliError::new)? } else { returns };
    let clean = clean(returns, &seeds, &policies);
    let intake = Intake::of(&clean, &seeds);
    let proposal = Proposal::of(given, &clean, &intake, &understood, &seeds);
    write_new(&settings, &as_toml(&proposal))?;
    report_input(&clean.input, &lists, IN_INTAKE, Telling::InBrief, progress);
    print(&said(&intake, &proposal, &settings))?;
    let refused = clean.input.files.iter().any(|file| matches!(file.outcome, Outcome::Refused(_)));
    Ok(if refused { Exit::NotAll } else { Exit::Done })
}

fn said(intake: &Intake, proposal: &Proposal, settings: &Path) -> String {
    let settings = settings.display();
    let then = if settings.to_string() == NAME {
        "stocktake run".to_owned()
    } else {
        format!("stocktake run --settings {settings}")
    };
    let not = match proposal.open() {
        0 => "All of it was recognised".to_owned(),
        1 => "1 thing was not recognised, which the file names".to_owned(),
        open => format!("{open} things were not recognised, which the file names"),
    };
    let headline = match intake.grid.rows.is_empty() {
        true => "Tables of returns that do not tell whose they are".to_owned(),
        false => intake.headline(),
    };
    format!("{headline}. {not}.\nWritten to {settings}: look through it, then `{then}`\n")
}

/// A path as it is from the folder of the settings.
fn from_folder(path: &Path, folder: &Path) -> String {
    if folder == Path::new("") {
        return shown(path);
    }
    match path.strip_prefix(folder) {
        Ok(below) if below != Path::new("") => shown(below),
        _ => shown(&std::path::absolute(path).unwrap_or_else(|_| path.to_owned())),
    }
}

/// Where reports go: beside the settings, or above them where these are among the returns.
fn out(returns: &[PathBuf], folder: &Path) -> Option<String> {
    let places = ["reports", "../reports"].into_iter();
    let place =
        places.map(|place| (place, folder.join(place))).find(|(_, out)| not_among_returns(returns, out).is_ok());
    place.map(|(place, _)| format!("{place}/{DAY_IN_OUT}"))
}

fn there_already(settings: &Path) -> CliError {
    CliError::with_remedy(
        format!("{} is there already, and is never written over", settings.display()),
        "to start anew, move it away, or name another file with --settings",
    )
}

fn write_new(settings: &Path, text: &str) -> Result<(), CliError> {
    let write = || -> io::Result<()> {
        let mut file = OpenOptions::new().write(true).create_new(true).open(settings)?;
        file.write_all(text.as_bytes()).inspect_err(|_| {
            // What is not whole is no start.
            let _ = std::fs::remove_file(settings);
        })
    };
    write().map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => there_already(settings),
        _ => CliError::with_source(
            format!("{} cannot be written", settings.display()),
            "go to a folder that you may write to, or name a file in one with --settings",
            SystemError::from(error),
        ),
    })
}
