//! Why a file could not be read as it was tried.

use super::form::Encoding;
use crate::fault::SystemError;
use crate::text::Problem;
use std::io;

/// Why a file could not be read as it was tried.
#[derive(Debug)]
pub(crate) enum Unread {
    /// Its characters are written otherwise than in UTF-8.
    Written(Encoding),
    /// It cannot be used.
    Unusable(Problem),
}

impl Unread {
    /// What is wrong with the file.
    pub(crate) fn into_problem(self) -> Problem {
        match self {
            Unread::Unusable(problem) => problem,
            Unread::Written(encoding) => {
                let found = format!("is {} text after all", encoding.name());
                Problem::at_top(found, "save it as 'CSV UTF-8 (comma delimited)'")
            }
        }
    }
}

impl From<Problem> for Unread {
    fn from(problem: Problem) -> Unread {
        Unread::Unusable(problem)
    }
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Unread {
        let found = format!("cannot be read: {}", SystemError::from(error));
        Unread::Unusable(Problem::at_top(found, "check that you may read it"))
    }
}
