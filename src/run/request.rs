//! What a run is asked to do, and why it may fail.

use crate::audit::error::AuditError;
use crate::output::error::ReportError;
use crate::pack_files::destination::Wanted;
use crate::printed::published::Published;
use crate::report::record::Lists;
use crate::returns::files::FoundFiles;
use crate::returns::place::Place;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
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
#[derive(Debug, Error)]
pub enum RunError {
    /// No file holds a table of a return.
    #[error("none of the {files} files can be read as a table of a return: {first}")]
    NothingRead {
        /// How many there are.
        files: usize,
        /// What is wrong with the first that could be mended, else with the first.
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
