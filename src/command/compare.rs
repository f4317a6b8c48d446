//! `stocktake compare`: what changed between two runs, and why.

use super::error::CliError;
use super::outcome::{Exit, print};
use crate::compare::side::{Both, Side};
use crate::compare::{compare, tables, words};
use crate::contract::COMPARISON;
use crate::read_back::report::Report;
use crate::seeds::Seeds;
use std::path::{Path, PathBuf};

/// Show what changed between two runs, and why
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake run data --as-at 2010-12-31 --out before
  stocktake run data --as-at 2011-03-31 --out after
  stocktake compare before after
  stocktake compare before after --children
  stocktake compare before after --out after

Each RUN is a folder that `stocktake run` wrote with --out, for one day; give the earlier first. Differences in \
settings come first, then the figures that differ, the possible causes, and the children behind them. Rows of \
the returns are compared where the files are still there, unchanged, at the paths that the runs were given, as \
seen from the current folder.

With --out DIR, DIR/compare holds setting.csv, figures.csv, children.csv and rows.csv. They are about \
children: keep them as safe as the returns.

Exit codes: 0 no figure differs; 1 figures differ; 2 could not compare.")]
pub(crate) struct Arguments {
    /// The report of the earlier run
    #[arg(value_name = "RUN_A")]
    before: PathBuf,
    /// The report of the later run
    #[arg(value_name = "RUN_B")]
    after: PathBuf,
    /// Show the ids of children and their rows, which are personal data
    #[arg(long)]
    children: bool,
    /// Write the comparison as tables in a folder `compare` below this one
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Compares the runs and prints what came of it.
///
/// # Errors
/// Where a report cannot be read, or the tables cannot be written.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let folder = arguments.out.as_deref().map(tables::open).transpose().map_err(CliError::new)?;
    let sides = Both { before: side(&arguments.before)?, after: side(&arguments.after)? };
    let seeds = Seeds::built_in().map_err(CliError::new)?;
    let comparison = compare(&sides, &seeds).map_err(CliError::new)?;
    if let Some(folder) = folder {
        tables::write(&comparison, &sides, folder).map_err(CliError::new)?;
    }
    print(&words::text(&comparison, &sides, arguments.children))?;
    if let Some(out) = &arguments.out {
        print(&format!("\nWritten to {}\n", out.join(COMPARISON).display()))?;
    }
    Ok(if comparison.figures.changed.is_empty() { Exit::Done } else { Exit::Differ })
}

fn side(folder: &Path) -> Result<Side, CliError> {
    Report::read(folder).map(Side::new).map_err(CliError::new)
}
