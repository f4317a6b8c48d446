//! Why an audit may fail.

use crate::output::error::ReportError;
use crate::printed::error::PublishedError;
use crate::seeds::file::SeedError;
use miette::Diagnostic;
use thiserror::Error;

/// An audit that failed.
#[derive(Debug, Error, Diagnostic)]
pub enum AuditError {
    /// A table or its profile cannot be read.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Published(#[from] PublishedError),
    /// The profiles that are built in cannot be read.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Seed(#[from] SeedError),
    /// The packs cannot be made again to be compared with those that are there.
    #[error("what is published cannot be audited")]
    #[diagnostic(forward(0))]
    Packs(#[from] ReportError),
}
