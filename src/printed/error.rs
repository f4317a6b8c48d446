//! Why what was published cannot be read.

use crate::fault::{Leaf, SystemError};
use crate::output::error::NotFinished;
use crate::seeds::file::SeedError;
use miette::Diagnostic;
use thiserror::Error;

/// What was published cannot be read.
#[derive(Debug, Error, Diagnostic)]
pub enum PublishedError {
    /// There is nothing.
    #[error("{0} holds nothing published")]
    #[diagnostic(help(
        "give a report of `stocktake run`, its folder publish, or a folder of reports for several days"
    ))]
    Nothing(String),
    /// A run is putting its report there, or was stopped.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Unfinished(#[from] NotFinished),
    /// A table or profile cannot be opened.
    #[error("{path} cannot be read")]
    #[diagnostic(help("check that you may read it, or run `stocktake run` again"))]
    Open {
        /// The file.
        path: String,
        /// What the system said.
        source: SystemError,
    },
    /// A table or profile does not hold what this program writes.
    #[error("{path} cannot be read")]
    #[diagnostic(help("run `stocktake run` again"))]
    Unreadable {
        /// The file.
        path: String,
        /// What is wrong.
        source: NotAsWritten,
    },
}

/// What is wrong with a published file.
#[derive(Debug, Error)]
pub enum NotAsWritten {
    /// The table is not CSV.
    #[error(transparent)]
    Csv(Leaf<csv::Error>),
    /// The profile is not text.
    #[error(transparent)]
    Utf8(#[from] std::str::Utf8Error),
    /// The profile is not TOML.
    #[error(transparent)]
    Toml(Box<toml::de::Error>),
    /// The profile is none.
    #[error(transparent)]
    Profile(#[from] SeedError),
    /// A line or a cell is not what this program writes there.
    #[error("{0}")]
    Content(String),
}

impl From<csv::Error> for NotAsWritten {
    fn from(error: csv::Error) -> NotAsWritten {
        NotAsWritten::Csv(error.into())
    }
}

impl From<toml::de::Error> for NotAsWritten {
    fn from(error: toml::de::Error) -> NotAsWritten {
        NotAsWritten::Toml(error.into())
    }
}

impl From<String> for NotAsWritten {
    fn from(problem: String) -> NotAsWritten {
        NotAsWritten::Content(problem)
    }
}
