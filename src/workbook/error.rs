//! Why a workbook cannot be made.

use crate::fault::{Leaf, SystemError};
use crate::output::error::ReportError;
use miette::Diagnostic;
use rust_xlsxwriter::XlsxError;
use std::io;
use std::path::PathBuf;
use thiserror::Error;
use zip::result::ZipError;

/// A workbook that cannot be made.
#[derive(Debug, Error, Diagnostic)]
pub enum WorkbookError {
    /// It cannot hold what it should.
    #[error("the workbook cannot be made")]
    #[diagnostic(help("give --no-charts to have the tables alone, and report this to whoever gave you the program"))]
    Write(#[source] Leaf<XlsxError>),
    /// Its rows cannot wait on disk.
    #[error("{} cannot hold the rows of the workbook until it is made", folder.display())]
    #[diagnostic(help("make room there, and check that you may write to it"))]
    Wait {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: SystemError,
    },
}

impl From<ZipError> for WorkbookError {
    fn from(error: ZipError) -> WorkbookError {
        WorkbookError::Write(XlsxError::ZipError(error).into())
    }
}

impl From<io::Error> for WorkbookError {
    fn from(error: io::Error) -> WorkbookError {
        WorkbookError::Write(XlsxError::IoError(error).into())
    }
}

impl From<WorkbookError> for ReportError {
    fn from(source: WorkbookError) -> ReportError {
        ReportError::render(source)
    }
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> WorkbookError {
        match error {
            XlsxError::TempFileError(folder, source) => WorkbookError::Wait { folder, source: source.into() },
            other => WorkbookError::Write(other.into()),
        }
    }
}
