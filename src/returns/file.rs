//! What was read from one file: its outcome and its rows.

use super::files::FoundFile;
use super::finding::Finding;
use super::observed::Observed;
use super::table::Table;
use super::tables::AuthorityRows;
use super::written::WrittenRows;
use crate::identity::exact::ExactCells;
use crate::seeds::authorities::AuthorityIndex;
use crate::text::Problem;
use std::collections::BTreeSet;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Its rows were read.
    Read {
        /// The table.
        table: Table,
        /// Whether it has an LA column, so that it may hold many authorities.
        collated: bool,
    },
    /// It was skipped: a table or list, named here, without rows for the indicators.
    Skipped(String),
    /// It cannot be used.
    Refused(Problem),
}

/// What is recorded of a file.
#[derive(Debug, Clone)]
pub struct FileReport {
    /// Its path as shown.
    pub shown: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal; blank where it could not be opened.
    pub sha256: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Rows read, the heading and empty lines not counted.
    pub rows: u64,
    /// Rows among them that were rejected.
    pub rejected: u64,
    /// Blank rows.
    pub blank_lines: u64,
    /// Cells that are not anonymised.
    pub exact: ExactCells,
    /// Columns that are not part of the return.
    pub extra_columns: Vec<String>,
    /// Columns known by another name: the name in the file, and that of the return.
    pub renamed_columns: Vec<(String, String)>,
}

/// Everything read from one file.
#[derive(Debug)]
pub(crate) struct FileRows {
    /// What is recorded of it.
    pub report: FileReport,
    /// Its rows in pieces, each of one authority, in the order in which they were read.
    pub rows: Vec<(AuthorityIndex, AuthorityRows)>,
    /// The returns that its rows name, or whose folder it is in.
    pub returns: BTreeSet<(AuthorityIndex, i32)>,
    /// What was found in its rows.
    pub findings: Vec<Finding>,
    /// Its rows as they are written, where they are kept.
    pub written: Vec<WrittenRows>,
    /// What its rows have in common.
    pub observed: Observed,
}

fn report(found: &FoundFile, outcome: Outcome) -> FileReport {
    FileReport {
        shown: found.shown.clone(),
        bytes: found.bytes,
        sha256: String::new(),
        outcome,
        rows: 0,
        rejected: 0,
        blank_lines: 0,
        exact: ExactCells::default(),
        extra_columns: Vec::new(),
        renamed_columns: Vec::new(),
    }
}

impl FileRows {
    /// A file that cannot be used.
    pub(crate) fn refused(found: &FoundFile, problem: Problem) -> FileRows {
        let report = report(found, Outcome::Refused(problem));
        let (findings, written) = (Vec::new(), Vec::new());
        FileRows {
            report,
            rows: Vec::new(),
            returns: BTreeSet::new(),
            findings,
            written,
            observed: Observed::default(),
        }
    }
}
