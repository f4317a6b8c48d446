//! Why what was published cannot be read.

use thiserror::Error;

/// What was published cannot be read.
#[derive(Debug, Error)]
pub enum PublishedError {
    /// There is nothing.
    #[error("{0} holds nothing published: give a report of `stocktake run`, its folder publish, or a folder of days")]
    Nothing(String),
    /// A table or profile cannot be read.
    #[error("{path} cannot be read ({problem}): run `stocktake run` again")]
    Unreadable {
        /// The file.
        path: String,
        /// What is wrong.
        problem: String,
    },
}
