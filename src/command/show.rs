//! `stocktake show`: one authority's indicators at a terminal, from a report.

use super::error::CliError;
use super::indicators::unknown;
use super::numbers;
use super::outcome::{Exit, print};
use crate::read_back::report::{Report, ReportTable};
use crate::seeds::Seeds;
use crate::seeds::indicators::find;
use crate::show::page::Page;
use crate::show::{Question, show, show_days};
use crate::wording::group::GroupAsked;
use std::path::PathBuf;

/// Show one authority's indicators from a report, in brief or one in full
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake run data --as-at 2011-03-31 --out reports
  stocktake show reports
  stocktake show reports --authority 993
  stocktake show reports --authority 'Fenwold & Sands' --indicator 62
  stocktake show reports --authority England
  stocktake show reports --authority 996 --group age=10-15

REPORT is a folder that `stocktake run` wrote with --out, for one day or for several, which are shown side by side. Nothing is worked out again: each \
number comes from restricted/indicators.csv, comparators.csv, targets.csv, years.csv or breakdowns.csv. Words and symbols say \
all that colour says; there is no colour where the output is not a terminal or NO_COLOR is set. Lines fit the \
terminal; in fewer than 80 columns the least needed is left out, with a note of what. The figures are exact: \
keep what is printed as safe as the report.

Exit codes: 0 done; 2 could not run.")]
pub(crate) struct Arguments {
    /// The folder of a report
    #[arg(value_name = "REPORT")]
    report: PathBuf,
    /// An authority or region by code or name, or England [default: the only authority, else England]
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    /// One indicator in full, by its number
    #[arg(long, value_name = "NI", value_parser = numbers::indicator)]
    indicator: Option<u16>,
    /// One group of its children, as sex=girls or age=10-15, beside all others
    #[arg(long, value_name = "GROUP", value_parser = GroupAsked::read)]
    group: Option<GroupAsked>,
}

/// Reads the report and prints.
///
/// # Errors
/// Where the report cannot be read or has no such authority, or no indicator has the number.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let seeds = Seeds::built_in().map_err(CliError::new)?;
    if let Some(number) = arguments.indicator.filter(|number| find(&seeds.indicators, *number).is_none()) {
        return Err(unknown(number, &seeds.indicators));
    }
    let tables: &[_] = if arguments.group.is_some() { &ReportTable::OF_GROUPS } else { &ReportTable::OF_PLACES };
    let reports = Report::read_days(&arguments.report, tables).map_err(CliError::new)?;
    let place = arguments.authority.as_deref();
    let Arguments { indicator, group, .. } = arguments;
    let question = Question { place, indicator: *indicator, group: group.as_ref(), page: Page::standard_output() };
    let shown = match reports.as_slice() {
        [report] => show(report, &seeds.indicators, question),
        reports => show_days(reports, &seeds.indicators, question),
    };
    print(&shown.map_err(CliError::new)?)?;
    Ok(Exit::Done)
}
