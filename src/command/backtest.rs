//! `stocktake backtest`: calculated figures compared with published ones.

use super::error::CliError;
use super::outcome::Exit;
use crate::backtest::line::Tolerance;
use crate::backtest::{Against, Backtest, tables, words};
use crate::contract::BACKTEST;
use crate::printing::print;
use crate::read_back::given::BUILT_IN;
use crate::report::record::NONE;
use crate::returns::files::shown;
use std::path::PathBuf;

/// Compare calculated figures with published ones
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake backtest my-reports --published my-published.csv
  stocktake backtest my-reports/2010 my-reports/2011 --tolerance 0.5
  stocktake backtest my-reports --published my-published.csv --out my-reports

Names that begin with my- stand for your own files and folders. Each REPORT is a folder that `stocktake run` \
wrote with --out; one of several days is taken whole. Every figure at a 31 March, and those of NI 99, 100 and \
101 at any day, is compared with the one published for the same place and year: those of England and its \
regions are built in, others come from --published. A difference equal to the tolerance is within it. Figures \
that are hidden or missing on either side are not compared, nor is a region or England where the report has \
only some of its authorities; the reasons are counted.

The columns of --published are time_period, geographic_level, code, name, indicator, numerator, denominator, \
value, source. With --out DIR, DIR/backtest holds backtest.csv, with exact counts: keep it as safe as the \
reports.

Exit codes: 0 all within; 1 some differ; 2 could not compare.")]
pub(crate) struct Arguments {
    /// Reports of runs
    #[arg(required = true, value_name = "REPORT")]
    reports: Vec<PathBuf>,
    /// Published figures, besides those of England and its regions that are built in
    #[arg(long, value_name = "FILE")]
    published: Option<PathBuf>,
    /// A list of authorities in place of the one that each run used
    #[arg(long, value_name = "FILE")]
    authorities: Option<PathBuf>,
    /// How far a figure may be from the published one, in points
    #[arg(long, value_name = "POINTS", default_value = "0.1", allow_hyphen_values = true)]
    tolerance: String,
    /// Write the table in a folder `backtest` below this one
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Compares the reports with published figures and prints what came of it.
///
/// # Errors
/// Where a report or list cannot be read, no figure can be compared, or the table cannot be written.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let Arguments { reports, published, authorities, tolerance, out } = arguments;
    let tolerance = Tolerance::read(tolerance).ok_or_else(|| {
        CliError::with_remedy(
            format!("--tolerance {tolerance} is not a number of points"),
            "write a number from 0 with at most three decimals, such as 0.1",
        )
    })?;
    let against = Against { published: published.as_deref(), authorities: authorities.as_deref(), tolerance };
    let backtest = Backtest::of(reports.iter().map(PathBuf::as_path), &against).map_err(CliError::new)?;
    let of_whom = match published {
        Some(file) => shown(file),
        None => if backtest.built_in { BUILT_IN } else { NONE }.to_owned(),
    };
    if let Some(out) = out {
        tables::write(&backtest, &of_whom, tolerance, out).map_err(CliError::new)?;
    }
    print(&words::text(&backtest, &of_whom, tolerance));
    if let Some(out) = out {
        print(&format!("\nWritten to {}\n", out.join(BACKTEST).display()));
    }
    match backtest.counts() {
        [0, 0, _] => Err(CliError::with_remedy(
            "no figure could be compared",
            "give the figures published for these places and years with --published FILE",
        )),
        [_, 0, _] => Ok(Exit::Done),
        _ => Ok(Exit::Differ),
    }
}
