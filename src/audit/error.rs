//! Why an audit may fail.

use crate::output::error::ReportError;
use crate::printed::error::PublishedError;
use thiserror::Error;

/// An audit that failed.
#[derive(Debug, Error)]
pub enum AuditError {
    /// A table or its profile cannot be read.
    #[error(transparent)]
    Published(#[from] PublishedError),
    /// The packs cannot be made again for comparison with those in the folder.
    #[error("what is published cannot be audited: {0}")]
    Packs(#[from] ReportError),
}
