//! Why a report cannot be shown.

use crate::read_back::report::UnsoundReport;
use miette::Diagnostic;
use thiserror::Error;

/// A report of which nothing can be shown. Each says how to put it right.
#[derive(Debug, Error, Diagnostic)]
pub(crate) enum ShowError {
    /// The report cannot be read.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Unsound(#[from] UnsoundReport),
    /// The report has no such place.
    #[error("the report has no '{asked}'")]
    #[diagnostic(help("it has {there_are}"))]
    NotAmong {
        /// The place asked for.
        asked: String,
        /// The places that the report has.
        there_are: String,
    },
    /// The report has no figure.
    #[error("the report has no figures")]
    #[diagnostic(help("run it again"))]
    Empty,
}
