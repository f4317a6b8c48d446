//! Why a command could not be run.

use crate::fault::AnyError;
use crate::printing::printable;
use miette::Diagnostic;
use std::error::Error;
use std::fmt;
use thiserror::Error;

/// Why a command could not be run, with the errors below it and the remedy: the exit code is 2.
#[derive(Debug)]
pub struct CliError(AnyError);

impl CliError {
    /// The error of a library, with its sources and its remedy.
    pub(crate) fn new(error: impl Diagnostic + Send + Sync + 'static) -> CliError {
        CliError(AnyError::new(error))
    }

    /// A command's own problem, and what to do about it.
    pub(crate) fn with_remedy(problem: impl Into<String>, remedy: impl Into<String>) -> CliError {
        CliError::new(Problem { problem: problem.into(), remedy: remedy.into(), source: None })
    }

    /// The same, with the error below it.
    pub(crate) fn with_source(
        problem: impl Into<String>,
        remedy: impl Into<String>,
        source: impl Error + Send + Sync + 'static,
    ) -> CliError {
        CliError::new(Problem { problem: problem.into(), remedy: remedy.into(), source: Some(Box::new(source)) })
    }
}

/// An error in words that are safe to print, with those below it and the remedy.
#[derive(Debug, Error)]
#[error("{words}")]
pub struct Printable {
    words: String,
    remedy: Option<String>,
    source: Option<Box<Printable>>,
}

impl Printable {
    fn of(error: &dyn Error, remedy: Option<String>) -> Printable {
        let source = error.source().map(|below| Box::new(Printable::of(below, None)));
        Printable { words: printable(&error.to_string()), remedy, source }
    }
}

impl Diagnostic for Printable {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.remedy.as_ref().map(|remedy| Box::new(remedy) as Box<dyn fmt::Display>)
    }
}

impl From<CliError> for Printable {
    fn from(error: CliError) -> Printable {
        let remedy = error.help().map(|remedy| printable(&remedy.to_string()));
        Printable::of(&error, remedy)
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Error for CliError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl Diagnostic for CliError {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.0.help()
    }
}

#[derive(Debug, Error, Diagnostic)]
#[error("{problem}")]
struct Problem {
    problem: String,
    #[help]
    remedy: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}
