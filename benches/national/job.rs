//! The jobs that are timed, each in a process of its own.

use super::Asked;
use super::used::Used;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// What is timed, in turn. An audit is of the report of a run before it.
pub const JOBS: [(&str, &str); 20] = [
    ("read", "csv crate, reading every row of the collated set"),
    ("collated", "stocktake run, bare work, 7 collated files"),
    ("folders", "stocktake run, bare work, a folder for each authority and year"),
    ("workbooks", "stocktake run, bare work, a workbook for each table"),
    ("xml", "stocktake run, bare work, the XML of each return, and attainment"),
    (WITHOUT_PACKS, "stocktake run --no-charts: with earlier years, and what is published"),
    ("month", "stocktake run --no-charts: 28 February, with its look ahead"),
    ("months", "stocktake run --no-charts: eight month ends to 28 February, and the report over all"),
    ("owner", "stocktake run --disclosure none: with the owner's packs"),
    (WITH_PACKS, "stocktake run: all of it, the owner's packs and those for anybody"),
    ("run-76", "stocktake run: all of it, 76 authorities of twice the children"),
    ("run-19", "stocktake run: all of it, 19 authorities of 8 times the children"),
    ("bare-76", "stocktake run, bare work, 76 authorities of twice the children"),
    ("bare-19", "stocktake run, bare work, 19 authorities of 8 times the children"),
    ("audit-years", "stocktake audit, what is published of three years, no packs"),
    ("audit-152", "stocktake audit, packs of 152 authorities made again"),
    ("audit-76", "stocktake audit, packs of 76 authorities made again"),
    ("audit-19", "stocktake audit, packs of 19 authorities made again"),
    (CHECK, "stocktake check, ten times the public fake return"),
    (MATPLOTLIB, "matplotlib, the charts of the owner's packs, on all cores"),
];

/// The whole run without packs.
pub const WITHOUT_PACKS: &str = "whole";
/// The whole run with its packs.
pub const WITH_PACKS: &str = "run-152";
/// The job that checks the public fake return.
pub const CHECK: &str = "check";
/// The job that draws the same charts with matplotlib.
pub const MATPLOTLIB: &str = "matplotlib";

/// Bare work: one day's figures, reconciled, in the exact tables.
const BARE: [&str; 5] = ["--no-charts", "--years", "1", "--disclosure", "none"];
/// The day.
const DAY: [&str; 2] = ["--as-at", "2011-03-31"];

/// The last of several month ends.
const LAST: &str = "2011-02-28";

/// Does one job, and prints a line with what it used.
pub fn done_alone(job: &str, set: &Path, asked: &Asked) -> ExitCode {
    let start = Instant::now();
    let done = done(job, set, asked);
    let wall = start.elapsed().as_secs_f64();
    match done.and_then(|other_peak| Used::so_far(wall, other_peak)) {
        Some(used) => {
            println!("{used}");
            ExitCode::SUCCESS
        }
        None => ExitCode::FAILURE,
    }
}

/// Does one job; the peak memory in megabytes of another process that did it, if one did.
fn done(job: &str, set: &Path, asked: &Asked) -> Option<f64> {
    let collated = set.join("collated");
    let report = set.join(format!("report-{job}"));
    let run = |returns: &Path, choices: &[&str]| carry_out("run", returns, &[&DAY, choices].concat(), &report);
    match job {
        "read" => read_bare(&collated)?,
        "collated" | "folders" | "workbooks" | "xml" => run(&set.join(job), &BARE)?,
        WITHOUT_PACKS => run(&collated, &["--no-charts"])?,
        "month" => carry_out("run", &collated, &["--no-charts", "--as-at", LAST], &report)?,
        "months" => carry_out("run", &collated, &["--no-charts", "--from", "2010-07-31", "--to", LAST], &report)?,
        "owner" => run(&collated, &["--disclosure", "none"])?,
        WITH_PACKS => run(&collated, &[])?,
        CHECK => carry_out(CHECK, &set.join(CHECK), &["--authority", "301", "--year", "2018"], &report)?,
        MATPLOTLIB => return draw_with_matplotlib(&set.join("report-owner"), &report, asked),
        _ => match job.split_once('-')? {
            ("bare", authorities) => run(&set.join(format!("collated-{authorities}")), &BARE)?,
            ("run", authorities) => run(&set.join(format!("collated-{authorities}")), &[])?,
            ("audit", "years") => audit(&set.join("report-years"))?,
            ("audit", authorities) => audit(&set.join(format!("report-run-{authorities}")))?,
            _ => return None,
        },
    }
    Some(0.0)
}

/// Reads every row of every file into byte records, and does nothing with them.
fn read_bare(folder: &Path) -> Option<()> {
    let mut cells = 0usize;
    for entry in std::fs::read_dir(folder).ok()? {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(entry.ok()?.path()).ok()?;
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record).ok()? {
            cells += record.len();
        }
    }
    (cells > 0).then_some(())
}

/// Carries a command of the program out in this process.
pub fn carry_out(command: &str, returns: &Path, choices: &[&str], out: &Path) -> Option<()> {
    use clap::Parser;
    let words = ["stocktake", command, returns.to_str()?, "--quiet", "--out", out.to_str()?];
    let line = stocktake::command::CommandLine::try_parse_from(words.iter().chain(choices)).ok()?;
    line.run(Vec::new()).map_err(|error| eprintln!("{error:?}")).ok().map(|_| ())
}

/// Attacks what is published.
fn audit(folder: &Path) -> Option<()> {
    use clap::Parser;
    let line = stocktake::command::CommandLine::try_parse_from(["stocktake", "audit", folder.to_str()?]).ok()?;
    line.run(Vec::new()).ok().filter(|exit| *exit == stocktake::command::outcome::Exit::Done).map(|_| ())
}

/// Draws the charts of a report's tables with matplotlib, in processes of its own: how much memory they take together.
fn draw_with_matplotlib(report: &Path, out: &Path, asked: &Asked) -> Option<f64> {
    // Charts of an earlier time would be counted among those of this one.
    let _ = std::fs::remove_dir_all(out);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/matplotlib/charts.py");
    let every = asked.every.to_string();
    let output = Command::new(&asked.python).arg(script).args([report, out]).args(["--every", &every]).output().ok()?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8(output.stdout).ok()?;
    print!("{said}");
    said.trim_end().strip_suffix(" MB")?.rsplit_once(' ')?.1.parse().ok().filter(|_| output.status.success())
}
