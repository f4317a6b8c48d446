//! What a run is asked to do, and why it may fail.

use crate::audit::error::AuditError;
use crate::fault::Leaf;
use crate::output::error::ReportError;
use crate::pack_files::Wanted;
use crate::printed::published::Published;
use crate::report::record::Lists;
use crate::returns::files::FoundFiles;
use crate::returns::place::Place;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use miette::Diagnostic;
use polars::prelude::PolarsError;
use std::path::PathBuf;
use thiserror::Error;

/// What a run is asked to do.
#[derive(Debug)]
pub struct Request {
    /// The files of returns.
    pub found: FoundFiles,
    /// The days of figures, one report each.
    pub timeframes: Vec<Timeframe>,
    /// How many years each figure is followed over, its own included.
    pub years: usize,
    /// Where the report goes; with several days, a folder for each below it.
    pub out: PathBuf,
    /// The authority and year of files that do not tell.
    pub given: Place,
    /// The choices in force.
    pub policies: Policies,
    /// The lists in force.
    pub seeds: Seeds,
    /// Where the lists come from.
    pub lists: Lists,
    /// Which files of the packs are made.
    pub wanted: Wanted,
    /// How what is published is protected; none publishes nothing.
    pub disclosure: Option<Profile>,
    /// What was published already, and must not give away what is hidden now, nor what is published now what was
    /// hidden then.
    pub already_published: Vec<Published>,
    /// The command line, for the record.
    pub arguments: Vec<String>,
    /// When, as seconds since 1970, for the record.
    pub written_at: i64,
}

impl Request {
    /// What every stage of one day goes by.
    pub(super) fn setting(&self, timeframe: Timeframe) -> Setting<'_> {
        Setting { timeframe, seeds: &self.seeds, policies: &self.policies }
    }
}

/// A run that could not be carried out.
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
    /// What would be published contradicts itself.
    #[error("the figures to be published contradict one another, so nothing was written: internal error")]
    #[diagnostic(help("report it to whoever gave you the program, with the command but without the returns"))]
    Contradiction,
    /// What is to be published cannot be audited.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Audit(#[from] AuditError),
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
