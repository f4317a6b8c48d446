//! Why a question cannot be answered.

use crate::charts::chart::ChartError;
use crate::run::error::RunError;
use miette::Diagnostic;
use thiserror::Error;

/// A question that cannot be answered.
#[derive(Debug, Error, Diagnostic)]
pub(crate) enum ExplainError {
    /// The returns cannot be read or counted.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Run(#[from] RunError),
    /// No authority was given, and the returns are not of one alone.
    #[error("no authority was given, and {there_are}")]
    #[diagnostic(help("give the one whose figures to explain with --authority"))]
    NoAuthority {
        /// Which there are.
        there_are: String,
    },
    /// The returns hold nothing of the authority.
    #[error("the returns hold nothing of {authority}, only of {others}")]
    #[diagnostic(help("check --authority, or give its returns too"))]
    NotAmong {
        /// The authority asked about.
        authority: String,
        /// The authorities in the returns.
        others: String,
    },
    /// The authority did not exist on the day.
    #[error("{authority} does not exist on {day}")]
    #[diagnostic(help("ask for a day on which it does, or for its successor"))]
    NotThere {
        /// The authority asked about.
        authority: String,
        /// The day.
        day: String,
    },
    /// The authority has no such child.
    #[error("no return of {authority} has a child '{child}'{near}")]
    UnknownChild {
        /// The authority.
        authority: String,
        /// The id asked for.
        child: String,
        /// Which ids are similar, and what to do.
        near: String,
        /// What to do.
        #[help]
        remedy: &'static str,
    },
    /// There is no such group of children.
    #[error("there is no group '{asked}' of children")]
    #[diagnostic(help("{kind} there are: {there_are}"))]
    NoGroup {
        /// The group asked for.
        asked: String,
        /// What is listed.
        kind: &'static str,
        /// The dimensions, or the groups of the one that was meant.
        there_are: String,
    },
    /// The timeline cannot be drawn.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Draw(#[from] ChartError),
}
