//! Why a question cannot be answered.

use crate::charts::chart::ChartError;
use crate::run::error::RunError;
use thiserror::Error;

/// A question that cannot be answered.
#[derive(Debug, Error)]
pub(crate) enum ExplainError {
    /// The returns cannot be read or counted.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The returns have nothing about the authority.
    #[error("the returns hold nothing of {authority}, only of {others}: check --authority, or give its returns too")]
    NotAmong {
        /// The authority asked about.
        authority: String,
        /// The authorities in the returns.
        others: String,
    },
    /// The authority did not exist on the day.
    #[error("{authority} is no authority on {day}: ask for a day on which it is, or for its successor")]
    NotThere {
        /// The authority asked about.
        authority: String,
        /// The day.
        day: String,
    },
    /// The authority has no such child.
    #[error("no return of {authority} has a child '{child}'; {near}")]
    UnknownChild {
        /// The authority.
        authority: String,
        /// The id asked for.
        child: String,
        /// Which ids are similar, and what to do.
        near: String,
    },
    /// The timeline cannot be drawn.
    #[error(transparent)]
    Draw(#[from] ChartError),
}
