//! Why a run may fail.

use super::unanswered::Unanswered;
use crate::audit::error::AuditError;
use crate::fault::Leaf;
use crate::output::error::ReportError;
use miette::Diagnostic;
use polars::prelude::PolarsError;
use std::path::PathBuf;
use thiserror::Error;

/// Why a run failed.
#[derive(Debug, Error, Diagnostic)]
pub enum RunError {
    /// No file holds a table of a return.
    #[error("{} as a table of a return: {first}", unread(*files))]
    NothingRead {
        /// How many there are.
        files: usize,
        /// What is wrong with the first that can be corrected, else with the first.
        first: String,
        /// What to do about it.
        #[help]
        remedy: String,
    },
    /// The returns cannot answer for a day.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Unanswered(#[from] Unanswered),
    /// A folder holds a report of other authorities.
    #[error("{folder} holds a report of {theirs} at {as_at}, and this is of {ours}, so nothing was written")]
    #[diagnostic(help("give another folder with --out, or take that one away"))]
    OfOthers {
        /// The folder.
        folder: String,
        /// The authorities of the report that is there.
        theirs: String,
        /// Its day.
        as_at: String,
        /// The authorities of the run.
        ours: String,
    },
    /// A query failed.
    #[error("the figures cannot be counted: internal error")]
    #[diagnostic(help("report it to whoever gave you the program, with the command but without the returns"))]
    Count(#[source] Leaf<PolarsError>),
    /// The report cannot be written.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Report(#[from] ReportError),
    /// Some row or child is unaccounted for.
    #[error("the counts do not agree, so nothing was written; internal error: {}", .0.join("; "))]
    #[diagnostic(help("report it to whoever gave you the program, with the command but without the returns"))]
    NotReconciled(Vec<String>),
    /// Groups of several days are to be published.
    #[error(
        "groups of {0} days are to be published, which together tell what happened between, so nothing was written"
    )]
    #[diagnostic(help("give one day, or leave out --publish-breakdowns"))]
    GroupsOfSeveralDays(usize),
    /// Groups were published already.
    #[error(
        "groups of some of these months were published already in {}, and both together tell more, so nothing was written",
        .0.display()
    )]
    #[diagnostic(help("leave out --publish-breakdowns"))]
    GroupsAlready(PathBuf),
    /// What would be published contradicts itself.
    #[error("the figures to be published contradict one another, so nothing was written: internal error")]
    #[diagnostic(help("report it to whoever gave you the program, with the command but without the returns"))]
    Contradiction,
    /// What is to be published cannot be audited.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Audit(#[from] AuditError),
    /// A file to be published is not in the registry of what may be.
    #[error("{} may not be published, so nothing was written: internal error", .0.display())]
    #[diagnostic(help("report it to whoever gave you the program, with the command but without the returns"))]
    NotRegistered(PathBuf),
    /// What was to be published gives too much away.
    #[error("what was to be published gives too much away, so nothing was written: {}", .0.join("; "))]
    #[diagnostic(help("publish less, or with a profile that hides more (--disclosure)"))]
    Breach(Vec<String>),
}

fn unread(files: usize) -> String {
    match files {
        1 => "the file cannot be read".to_owned(),
        _ => format!("none of the {files} files can be read"),
    }
}

impl From<PolarsError> for RunError {
    fn from(error: PolarsError) -> RunError {
        RunError::Count(error.into())
    }
}
