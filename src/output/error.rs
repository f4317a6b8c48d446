//! Why an output cannot be written.

use crate::fault::{AnyError, SystemError};
use miette::Diagnostic;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A report that cannot be written.
#[derive(Debug, Error, Diagnostic)]
pub enum ReportError {
    /// A file or folder cannot be written.
    #[error("{} cannot be written", path.display())]
    #[diagnostic(help("give a folder that you may write to and that has room, and close its files"))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: SystemError,
    },
    /// A file that was written before cannot be read.
    #[error("{} cannot be read", path.display())]
    #[diagnostic(help("write the report again"))]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: SystemError,
    },
    /// The folder's name is that of a file.
    #[error("{} is a file", path.display())]
    #[diagnostic(help("give a folder with --out"))]
    NotAFolder {
        /// The file.
        path: PathBuf,
    },
    /// A name in a path below the report is not safe.
    #[error("{path} is no path that every file system takes, so that nothing was written")]
    #[diagnostic(help("give places codes of letters and digits, and shorter names, in the list of authorities"))]
    Unsafe {
        /// The path below the report.
        path: String,
    },
    /// Two paths below the report differ in capitals alone, or not at all.
    #[error("two files of the report would be {path}, so that nothing was written")]
    #[diagnostic(help("give each place a code of its own, capitals aside, in the list of authorities"))]
    Twin {
        /// The path below the report.
        path: String,
    },
    /// A folder of the report's name exists that no run wrote.
    #[error("{} already exists and is not a report of stocktake", path.display())]
    #[diagnostic(help("give another folder with --out"))]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// Another process writes to the folder.
    #[error("{} is being written by another run{}", folder.display(), named(by.as_deref()))]
    #[diagnostic(help("wait until it has ended, or give another folder; nothing was written"))]
    Held {
        /// The folder.
        folder: PathBuf,
        /// The process and its command, where they are known.
        by: Option<String>,
    },
    /// Something has a name that only this program gives, but not to this.
    #[error("{} is not of this report", path.display())]
    #[diagnostic(help(
        "look whether it holds anything of yours (it may be of an earlier version's run that was stopped), then move or \
         remove it; nothing was written"
    ))]
    Stray {
        /// The file or folder.
        path: PathBuf,
    },
    /// Something is in the place of a new file that is not the earlier report's.
    #[error("{} is in the place of a new file and was not written by the earlier run", path.display())]
    #[diagnostic(help("move it, give it another name, or give another folder; nothing was written"))]
    InTheWay {
        /// The file.
        path: PathBuf,
    },
    /// A deck in the place of a new one cannot be read, so that its comments would be lost.
    #[error("{} is no deck of slides that can be read, so that no comment in it could be kept", path.display())]
    #[diagnostic(help("open it, save it again as .pptx, and run again; or move it; nothing was written"))]
    NoDeck {
        /// The deck.
        path: PathBuf,
    },
    /// A deck with comments has no successor.
    #[error("{} has comments that somebody wrote, and this run makes no slides in its place", path.display())]
    #[diagnostic(help("give --pptx to keep them, or move the deck; nothing was written"))]
    Comments {
        /// The deck.
        path: PathBuf,
    },
    /// A replacement could be neither made nor undone.
    #[error("{} cannot be written, and what was there before cannot be put back", path.display())]
    #[diagnostic(help(
        "close its files and run again: the next run into the folder finishes this report; nothing is lost"
    ))]
    HalfReplaced {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: SystemError,
    },
    /// A chart, page, workbook, document or table cannot be made.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Render(AnyError),
}

impl ReportError {
    /// An error that came up while something was made.
    pub(crate) fn render(source: impl Diagnostic + Send + Sync + 'static) -> ReportError {
        ReportError::Render(AnyError::new(source))
    }
}

/// A report that a run is putting into place, or that was in the making when its run was stopped.
#[derive(Debug, Error, Diagnostic)]
#[error("the report in {} is not finished ({by})", folder.display())]
#[diagnostic(help(
    "wait until that run has ended; if it was stopped, run it again: the next run into the folder finishes or undoes it"
))]
pub struct NotFinished {
    /// The folder.
    pub(super) folder: PathBuf,
    /// The run.
    pub(super) by: String,
}

/// An error in writing a file or folder.
pub(crate) fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> ReportError {
    let path = path.to_owned();
    move |source| ReportError::Write { path, source: source.into() }
}

fn named(by: Option<&str>) -> String {
    by.map(|by| format!(" ({by})")).unwrap_or_default()
}
