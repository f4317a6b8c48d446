//! The folders that a run writes to.

use super::over_all;
use super::request::Request;
use crate::output::error::ReportError;
use crate::output::folder::{OF_RUN, ReportFolder};
use std::path::PathBuf;

/// The folders of a run's reports.
pub(super) struct Folders {
    /// Each day's.
    pub days: Vec<ReportFolder>,
    /// That of the report over all of several days.
    pub over_all: Option<ReportFolder>,
}

impl Folders {
    /// Opens the folders of the days, and with several that of the report over all.
    ///
    /// # Errors
    /// Where one cannot be written to.
    pub fn open(days: &[PathBuf], request: &Request) -> Result<Folders, ReportError> {
        let over_all = (days.len() > 1).then(|| ReportFolder::open(&request.folder_over_all(), over_all::NAME));
        let days = days.iter().map(|folder| ReportFolder::open(folder, OF_RUN)).collect::<Result<_, _>>()?;
        Ok(Folders { days, over_all: over_all.transpose()? })
    }
}
