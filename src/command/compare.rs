//! `stocktake compare`: what changed between two runs, and why.

mod checks;

use super::error::CliError;
use super::outcome::{Exit, print};
use crate::compare::side::{Both, Side};
use crate::compare::{compare, tables, words};
use crate::contract::COMPARISON;
use crate::read_back::report::{Report, ReportTable};
use crate::seeds::Seeds;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Show what changed between two runs, and why; or between two checks
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake run data --as-at 2010-12-31 --out before
  stocktake run data --as-at 2011-03-31 --out after
  stocktake compare before after
  stocktake compare before after --children
  stocktake compare before after --out after
  stocktake check data --out first-check
  stocktake check data --out second-check
  stocktake compare first-check second-check

Each RUN is a folder that `stocktake run` wrote with --out; give the earlier first. Of runs for several days, each day is \
compared with the same day of the other. Differences in \
settings come first, then the figures that differ, the possible causes, and the children behind them. Rows of \
the returns are compared where the files are still there, unchanged, at the paths that the runs were given, as \
seen from the current folder.

With --out DIR, DIR/compare holds setting.csv, figures.csv, children.csv and rows.csv. They are about \
children: keep them as safe as the returns.

Of two checks, each a folder that `stocktake check` alone wrote with --out, it is said by rule what is new, still there \
and mended; DIR/compare then holds findings.csv.

Exit codes: 0 no figure or finding differs; 1 some differ; 2 could not compare.")]
pub(crate) struct Arguments {
    /// The report of the earlier run, or the earlier check
    #[arg(value_name = "RUN_A")]
    before: PathBuf,
    /// The report of the later run, or the later check
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
    let Arguments { before, after, children, out } = arguments;
    // Before anything is read, so that a folder that cannot be written to, or was left unfinished, is said at once.
    if let Some(out) = out {
        drop(tables::open(out).map_err(CliError::new)?);
    }
    if checks::is_check(before) || checks::is_check(after) {
        return checks::compare(before, after, *children, out.as_deref());
    }
    let [before, after] =
        [before, after].map(|folder| Report::read_days(folder, &ReportTable::COMPARED).map_err(CliError::new));
    let seeds = Seeds::built_in().map_err(CliError::new)?;
    let paired = Paired::of(before?, after?);
    let (mut exit, is_one_day) = (Exit::Done, paired.pairs.len() == 1 && paired.alone.is_empty());
    if paired.pairs.is_empty() {
        return Err(CliError::with_remedy("the two runs have no day in common", "give two runs that share a day"));
    }
    for sides in paired.pairs {
        let day = sides.after.report.record.as_at.clone();
        let out = out.as_ref().map(|out| if is_one_day { out.clone() } else { out.join(&day) });
        if !is_one_day {
            print(&format!("{day}\n\n"))?;
        }
        if compare_one(&sides, &seeds, *children, out.as_deref())? {
            exit = Exit::Differ;
        }
    }
    for day in paired.alone {
        print(&format!("{day}: in one of the two runs alone\n"))?;
    }
    Ok(exit)
}

/// Compares two reports of one day, or of two days where each run has one; whether a figure differs.
fn compare_one(sides: &Both<Side>, seeds: &Seeds, children: bool, out: Option<&Path>) -> Result<bool, CliError> {
    let folder = out.map(tables::open).transpose().map_err(CliError::new)?;
    let comparison = compare(sides, seeds).map_err(CliError::new)?;
    if let Some(folder) = folder {
        tables::write(&comparison, sides, folder).map_err(CliError::new)?;
    }
    print(&words::text(&comparison, sides, children))?;
    if let Some(out) = out {
        print(&format!("\nWritten to {}\n", out.join(COMPARISON).display()))?;
    }
    Ok(!comparison.figures.changed.is_empty())
}

/// The reports of two runs, those of the same day together.
struct Paired {
    pairs: Vec<Both<Side>>,
    /// The days of which one run alone has a report.
    alone: Vec<String>,
}

impl Paired {
    /// Of two runs for one day each, the two are a pair whatever their days.
    fn of(before: Vec<Report>, after: Vec<Report>) -> Paired {
        let are_single = before.len() == 1 && after.len() == 1;
        let (mut pairs, mut alone) = (Vec::new(), Vec::new());
        let mut later: BTreeMap<String, Report> =
            after.into_iter().map(|report| (report.record.as_at.clone(), report)).collect();
        for report in before {
            let day = report.record.as_at.clone();
            let twin = if are_single { later.pop_first().map(|(_, twin)| twin) } else { later.remove(&day) };
            match twin {
                Some(twin) => pairs.push(Both { before: Side::new(report), after: Side::new(twin) }),
                None => alone.push(day),
            }
        }
        alone.extend(later.into_keys());
        alone.sort();
        Paired { pairs, alone }
    }
}
