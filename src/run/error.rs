//! Why a run may fail.

use crate::audit::error::AuditError;
use crate::output::error::ReportError;
use polars::prelude::PolarsError;
use thiserror::Error;

/// A run that failed.
#[derive(Debug, Error)]
pub enum RunError {
    /// No file holds a table of a return.
    #[error("none of the {files} files can be read as a table of a return: {first}")]
    NothingRead {
        /// How many there are.
        files: usize,
        /// What is wrong with the first that can be repaired, else with the first.
        first: String,
    },
    /// A query failed.
    #[error("the figures cannot be counted: {0}")]
    Count(#[from] PolarsError),
    /// The report cannot be written.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// Some row or child is unaccounted for.
    #[error("the counts do not agree, which is a fault of the program; nothing was written: {}", .0.join("; "))]
    NotReconciled(Vec<String>),
    /// What would be published contradicts itself.
    #[error("the figures to be published contradict one another, which is a fault of the program; nothing was written")]
    Contradiction,
    /// What is to be published cannot be audited.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// What was to be published gives too much away.
    #[error("what was to be published gives too much away; nothing was written: {}", .0.join("; "))]
    Breach(Vec<String>),
}
