//! A run of the program in a fresh folder, and the tables it wrote.

use super::cases::{Case, Run};
use crate::folder::{rows, stocktake};
use std::collections::BTreeMap;
use std::process::Output;
use tempfile::TempDir;

/// The columns that each table must have; those left out of a case are added, blank.
const NEEDED: [(&str, &[&str]); 8] = [
    ("header", &["CHILD", "SEX", "DOB", "ETHNIC"]),
    ("episodes", &["CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"]),
    ("reviews", &["CHILD", "REVIEW"]),
    ("oc2", &["CHILD", "SDQ_SCORE"]),
    ("oc3", &["CHILD", "IN_TOUCH", "ACTIV", "ACCOM"]),
    ("ad1", &["CHILD", "DATE_INT"]),
    ("attainment", &["CHILD", "ACADYR"]),
    ("targets", &["indicator", "year", "code", "target"]),
];

/// A row of a table of the report, by the name of the column.
pub type ReportRow = BTreeMap<String, String>;

/// The returns of a case as files.
pub struct Returns {
    folder: TempDir,
}

impl Returns {
    /// Writes them into a fresh folder.
    pub fn write(file: &str, case: &Case) -> Returns {
        let folder = tempfile::tempdir().unwrap();
        for of_return in &case.files {
            let path = folder.path().join(&of_return.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let needed = NEEDED.iter().find(|(name, _)| *name == of_return.name).map(|(_, columns)| *columns);
            let needed = needed.unwrap_or_else(|| panic!("{file}: no table is called {}", of_return.name));
            std::fs::write(path, of_return.table.csv(file, needed)).unwrap();
        }
        Returns { folder }
    }

    /// Runs the program on them.
    pub fn run(&self, run: &Run) -> Report {
        let mut command = stocktake(self.folder.path());
        command.args([run.command, "returns"]).args(&run.arguments).args(["--out", run.command, "--quiet"]);
        command.args((run.command == "run").then_some("--no-charts"));
        if self.folder.path().join("targets.csv").exists() {
            command.args(["--targets", "targets.csv"]);
        }
        let output = command.output().unwrap();
        let restricted = self.folder.path().join(run.command).join("restricted");
        let read = |name: &str| {
            let path = restricted.join(name);
            if output.status.success() && path.exists() { rows(&path) } else { Vec::new() }
        };
        let mut cleaning = read("cleaning.csv");
        for row in &mut cleaning {
            let below = row["file"].replacen("returns/", "", 1);
            row.insert("file".to_owned(), below);
        }
        // A child whom a doubt alone could bring in is not considered.
        let mut children = read("children.csv");
        children.retain(|row| row["in_denominator"] == "1" || !row["reason"].is_empty());
        let (watch_list, ahead) = (read("watchlist.csv"), read("forecast.csv"));
        Report { children, figures: read("indicators.csv"), cleaning, watch_list, ahead, output }
    }
}

/// What a run wrote and said.
pub struct Report {
    /// restricted/children.csv, but for children whom the indicator does not consider.
    pub children: Vec<ReportRow>,
    /// restricted/indicators.csv.
    pub figures: Vec<ReportRow>,
    /// restricted/cleaning.csv, with paths below the folder of the returns.
    pub cleaning: Vec<ReportRow>,
    /// restricted/watchlist.csv of a look ahead.
    pub watch_list: Vec<ReportRow>,
    /// restricted/forecast.csv of a look ahead.
    pub ahead: Vec<ReportRow>,
    output: Output,
}

impl Report {
    /// Whether the run took place.
    pub fn done(&self) -> bool {
        self.output.status.success()
    }

    /// Whether the run could not take place, as its exit code has it.
    pub fn stopped(&self) -> bool {
        self.output.status.code() == Some(2)
    }

    /// What it said on standard error, on one line.
    pub fn said(&self) -> String {
        let words = String::from_utf8_lossy(&self.output.stderr).replace(['│', '×', '╰', '─', '▶'], " ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
