//! The report of a run: its record, and those of its tables whose bytes still match the record.

use crate::contract::{RECORD, RESTRICTED};
use crate::fault::{Leaf, SystemError};
use crate::output::error::NotFinished;
use crate::output::hash::hexadecimal;
use crate::output::unfinished::finished;
use crate::report::record::Lists;
use crate::returns::files::shown;
use miette::Diagnostic;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A folder without a report that can be read back. Each says how to put it right.
#[derive(Debug, Error, Diagnostic)]
pub(crate) enum UnsoundReport {
    /// Nothing is there.
    #[error("{0} does not exist")]
    #[diagnostic(help("give the folder that `stocktake run` wrote with --out"))]
    NotThere(String),
    /// The folder has no record.
    #[error("{0} is not a report of stocktake: it has no run.json")]
    #[diagnostic(help("give the folder that `stocktake run` wrote with --out"))]
    NoRecord(String),
    /// A run is putting its report there, or was stopped.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Unfinished(#[from] NotFinished),
    /// The folder holds a report for each of several days.
    #[error("{folder} holds a report for each of several days")]
    #[diagnostic(help("give one of them, such as {day}"))]
    SeveralDays {
        /// The folder.
        folder: String,
        /// The first of its reports.
        day: String,
    },
    /// The record cannot be understood.
    #[error("{path} is not a record that this version can read")]
    #[diagnostic(help("run it again"))]
    Record {
        /// The record.
        path: String,
        /// What is wrong.
        source: Leaf<serde_json::Error>,
    },
    /// A table that the record lists is gone.
    #[error("{path} cannot be read, though run.json lists it: the report is no longer whole")]
    #[diagnostic(help("run it again"))]
    Missing {
        /// The table.
        path: String,
        /// What the system said.
        source: SystemError,
    },
    /// The record lists no such table.
    #[error("{0} is not listed in run.json: the report is not whole")]
    #[diagnostic(help("run it again"))]
    NotListed(String),
    /// A table is not what the run wrote.
    #[error("{0} has been changed since it was written (its SHA-256 is not the one in run.json)")]
    #[diagnostic(help("run it again"))]
    Changed(String),
    /// A table cannot be read.
    #[error("{path} is not a table that this version can read")]
    #[diagnostic(help("run it again with this version"))]
    Table {
        /// The table.
        path: String,
        /// What is wrong.
        source: Leaf<csv::Error>,
    },
}

/// What is read back of run.json.
#[derive(Debug, Deserialize)]
#[allow(missing_docs, reason = "each field is the record's field of the same name")]
pub(crate) struct Record {
    pub(crate) program: String,
    pub(crate) version: String,
    pub(crate) written_at: String,
    pub(crate) as_at: String,
    pub(crate) basis: String,
    pub(crate) window_start: String,
    pub(crate) policies: BTreeMap<String, serde_json::Value>,
    /// The profile, or `none` where nothing was published; null in the record of a version that did not write it.
    #[serde(default)]
    pub(crate) disclosure: serde_json::Value,
    pub(crate) lists: Lists,
    /// Every setting by its key; none in the record of a version that did not write them.
    #[serde(default)]
    pub(crate) settings: BTreeMap<String, serde_json::Value>,
    pub(crate) inputs: Vec<Input>,
    outputs: Vec<Output>,
}

/// A file that a run read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Input {
    /// Its path, as given to the run.
    pub(crate) path: String,
    /// The SHA-256 of its bytes.
    pub(crate) sha256: String,
    /// Its table; none where the file was skipped or refused.
    pub(crate) table: Option<String>,
    /// How many rows it has.
    pub(crate) rows: u64,
    /// What it is, where it was skipped because it has nothing for the indicators.
    pub(crate) left_aside: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Output {
    path: String,
    sha256: String,
}

/// A table that is read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the report's table of the same name")]
pub(crate) enum ReportTable {
    Indicators,
    Children,
    Cleaning,
    Comparators,
    Targets,
    Years,
    Breakdowns,
}

impl ReportTable {
    /// Those that show what changed between two runs.
    pub(crate) const COMPARED: [ReportTable; 3] =
        [ReportTable::Indicators, ReportTable::Children, ReportTable::Cleaning];
    /// Those about each place.
    pub(crate) const OF_PLACES: [ReportTable; 4] =
        [ReportTable::Indicators, ReportTable::Comparators, ReportTable::Targets, ReportTable::Years];

    /// Those about each place and its groups.
    pub(crate) const OF_GROUPS: [ReportTable; 5] = [
        ReportTable::Indicators,
        ReportTable::Comparators,
        ReportTable::Targets,
        ReportTable::Years,
        ReportTable::Breakdowns,
    ];

    fn path(self) -> String {
        let name = match self {
            ReportTable::Indicators => "indicators",
            ReportTable::Children => "children",
            ReportTable::Cleaning => "cleaning",
            ReportTable::Comparators => "comparators",
            ReportTable::Targets => "targets",
            ReportTable::Years => "years",
            ReportTable::Breakdowns => "breakdowns",
        };
        format!("{RESTRICTED}/{name}.csv")
    }
}

/// A row of a table.
pub(crate) trait Row: DeserializeOwned {
    /// The table.
    const TABLE: ReportTable;
}

/// A report that is still as its run wrote it.
#[derive(Debug)]
pub(crate) struct Report {
    /// Its folder.
    pub(crate) folder: PathBuf,
    /// Its record.
    pub(crate) record: Record,
    tables: BTreeMap<ReportTable, Vec<u8>>,
}

impl Report {
    /// Reads a report with the tables that are compared.
    ///
    /// # Errors
    /// Where the folder holds no report, or a table is missing or is not as the run wrote it.
    pub(crate) fn read(folder: &Path) -> Result<Report, UnsoundReport> {
        Report::with(folder, &ReportTable::COMPARED)
    }

    /// Reads the report in a folder, or its reports for several days, in order of day, each with the tables given.
    ///
    /// # Errors
    /// As [`Report::read`].
    pub(crate) fn read_days(folder: &Path, tables: &[ReportTable]) -> Result<Vec<Report>, UnsoundReport> {
        match Report::with(folder, tables) {
            Err(UnsoundReport::SeveralDays { .. }) => {
                days(folder).iter().map(|day| Report::with(day, tables)).collect()
            }
            report => Ok(vec![report?]),
        }
    }

    /// Reads a report with the tables given.
    ///
    /// # Errors
    /// As [`Report::read`].
    pub(crate) fn with(folder: &Path, tables: &[ReportTable]) -> Result<Report, UnsoundReport> {
        let record = read_record(folder)?;
        let sealed = |table: &ReportTable| Ok((*table, sealed(folder, &table.path(), &record.outputs)?));
        let tables = tables.iter().map(sealed).collect::<Result<_, UnsoundReport>>()?;
        Ok(Report { folder: folder.to_owned(), record, tables })
    }

    /// The rows of a table; none where the table was not asked for.
    ///
    /// # Errors
    /// Where a row lacks a column or a cell cannot be read.
    pub(crate) fn rows<'report, R: Row + 'report>(
        &'report self,
    ) -> impl Iterator<Item = Result<R, UnsoundReport>> + 'report {
        let path = shown(&self.folder.join(R::TABLE.path()));
        let bytes = self.tables.get(&R::TABLE).map_or(&[][..], Vec::as_slice);
        let rows = csv::Reader::from_reader(bytes).into_deserialize();
        rows.map(move |row| row.map_err(|source| UnsoundReport::Table { path: path.clone(), source: source.into() }))
    }
}

fn read_record(folder: &Path) -> Result<Record, UnsoundReport> {
    if !folder.exists() {
        return Err(UnsoundReport::NotThere(shown(folder)));
    }
    finished(folder, RECORD)?;
    let path = folder.join(RECORD);
    let bytes = std::fs::read(&path).map_err(|_| without_record(folder))?;
    let record: Record = serde_json::from_slice(&bytes)
        .map_err(|source| UnsoundReport::Record { path: shown(&path), source: source.into() })?;
    if record.program != env!("CARGO_PKG_NAME") {
        return Err(UnsoundReport::NoRecord(shown(folder)));
    }
    Ok(record)
}

fn without_record(folder: &Path) -> UnsoundReport {
    match days(folder).first() {
        Some(day) => UnsoundReport::SeveralDays { folder: shown(folder), day: shown(day) },
        None => UnsoundReport::NoRecord(shown(folder)),
    }
}

/// The reports below a folder, in order of name, which is their day.
fn days(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut days: Vec<PathBuf> = entries.filter(|path| path.join(RECORD).is_file()).collect();
    days.sort();
    days
}

/// The bytes of a table, if they still match the record.
fn sealed(folder: &Path, path: &str, outputs: &[Output]) -> Result<Vec<u8>, UnsoundReport> {
    let place = folder.join(path);
    let listed = outputs.iter().find(|output| output.path == path);
    let listed = listed.ok_or_else(|| UnsoundReport::NotListed(shown(&place)))?;
    let bytes = std::fs::read(&place)
        .map_err(|source| UnsoundReport::Missing { path: shown(&place), source: source.into() })?;
    if hexadecimal(&Sha256::digest(&bytes)) != listed.sha256 {
        return Err(UnsoundReport::Changed(shown(&place)));
    }
    Ok(bytes)
}
