//! Why a report cannot be shown.

use crate::read_back::report::UnsoundReport;
use thiserror::Error;

/// Why a report cannot be shown. Each variant says what would put it right.
#[derive(Debug, Error)]
pub(crate) enum ShowError {
    /// The report cannot be read.
    #[error(transparent)]
    Unsound(#[from] UnsoundReport),
    /// The report has no such place.
    #[error("the report has no '{asked}': it has {there_are}")]
    NotAmong {
        /// The place asked for.
        asked: String,
        /// The places that the report has.
        there_are: String,
    },
    /// The report has no figure.
    #[error("the report has no figures: run it again")]
    Empty,
}
