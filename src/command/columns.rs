//! `stocktake columns`: what it makes of a file's headings and codes, and a mapping to start from.

use super::error::CliError;
use super::finding::FindArguments;
use super::input::report_refused;
use super::mapping::MappingArguments;
use super::outcome::{Exit, print};
use super::settings::{SettingsArguments, path_or, returns_or};
use crate::columns::understand;
use crate::indicators::seeded;
use crate::progress::Progress;
use crate::settings_file::Key;
use std::path::{Path, PathBuf};

/// Print what is made of a file's headings and codes, and a mapping of your own to start from
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake columns data/2010/996-hollowdale
  stocktake columns my-extract.csv > my-columns.toml
  stocktake run my-extract.csv --columns my-columns.toml --authority 302 \\
    --year 2011 --as-at 2011-03-31 --out my-reports
  stocktake columns my-extract.csv --columns my-columns.toml

For each file: the table that it is, each heading with its column of the return, and the columns that are needed \
and missing. Then a mapping: the headings that are no column of the return and the codes that are on no list, with \
the nearest guesses, each a line with a # before it. Take the # away from those that are right, correct the others, \
and give the file with --columns to any command that reads returns. With --columns here, what it maps is known.

A mapping is TOML: below [columns] a column of the return with a list of headings, PLACE = [\"Type of home\"], which go \
before those that are built in; below [codes.ACCOM] a text with the code that it stands for, \"With parents\" = \"B1\". \
Cells are compared without outer spaces and capitals, and the code must be on some year's list of its column.

Exit codes: 0 done; 1 done, but a file cannot be read, or its first line is the heading of no table; 2 could not run.")]
pub(crate) struct Arguments {
    /// Files (CSV, workbooks, XML, zip), or folders that hold them
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    mapping: MappingArguments,
    #[command(flatten)]
    finding: FindArguments,
    /// A folder of seeds (tables.toml, codes.csv ...) in place of those built in
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
    #[command(flatten)]
    settings: SettingsArguments,
}

/// Reads the files and prints what is made of them.
///
/// # Errors
/// Where a path does not exist, or a list cannot be read.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let Arguments { files, mapping, finding, seeds, settings } = arguments;
    let settings = settings.read(Progress::Lines)?;
    let files = returns_or(files.clone(), &settings)?;
    let folder = path_or(seeds.clone(), Key::Seeds, &settings)?;
    let seeds = mapping.add_to(seeded::load(folder.as_deref()).map_err(CliError::new)?, &settings)?;
    let found = finding.find(&files, Path::new(""))?;
    let understood = understand(&found.files, &seeds);
    report_refused(understood.refused.iter().map(|(shown, problem)| (shown.as_str(), problem)), "not read", None);
    print(&understood.text)?;
    Ok(if understood.refused.is_empty() { Exit::Done } else { Exit::NotAll })
}
