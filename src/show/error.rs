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
    /// The place has no such group of children.
    #[error("the place has no group '{asked}' of children")]
    #[diagnostic(help("{kind} there are: {there_are}"))]
    NoGroup {
        /// The group asked for.
        asked: String,
        /// What is listed.
        kind: &'static str,
        /// The dimensions, or the groups of the one that was meant.
        there_are: String,
    },
    /// A group is asked for over several days.
    #[error("a group is shown of one day, and this report is of several")]
    #[diagnostic(help("give the folder of one of the days"))]
    GroupOverDays,
    /// The report has no figure.
    #[error("the report has no figures")]
    #[diagnostic(help("run it again"))]
    Empty,
}
