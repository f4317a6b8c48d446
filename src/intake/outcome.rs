//! What became of a file, in a few words.

use crate::returns::file::{FileReport, Outcome, PlaceRows};
use crate::returns::finding::rules;
use crate::returns::read::AUTHORITIES;

/// What became of a file, or of its rows of one return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Became {
    /// Its rows were read.
    Read,
    /// It cannot be used.
    Refused,
    /// Its rows were read, and the file ends in the middle of a line.
    CutOff,
    /// No indicator needs its table.
    NotNeeded,
    /// Its dates fit another year.
    AnotherYears,
    /// Another file of the same table and return stands.
    Resubmitted,
    /// Another file has the same bytes.
    GivenTwice,
    /// Another file holds the same table of the same return, and nobody said which stands.
    Undecided,
    /// It holds no table of a return.
    Skipped,
    /// It was not sent.
    Absent,
}

impl Became {
    /// Of the rows of a file that was read.
    pub(crate) fn of_rows(rows: &PlaceRows, is_disputed: bool) -> Became {
        match rows.left_out {
            Some(rule) if *rule == rules::ANOTHER_YEARS_RETURN => Became::AnotherYears,
            Some(rule) if *rule == rules::FILE_GIVEN_TWICE => Became::GivenTwice,
            Some(_) => Became::Resubmitted,
            None if is_disputed => Became::Undecided,
            None if rows.cut_off => Became::CutOff,
            None => Became::Read,
        }
    }

    /// Of a file as a whole.
    pub(crate) fn of_file(file: &FileReport) -> Became {
        match &file.outcome {
            Outcome::Read { .. } => Became::Read,
            Outcome::Refused(_) => Became::Refused,
            Outcome::Skipped(name) if name == AUTHORITIES => Became::Skipped,
            Outcome::Skipped(_) => Became::NotNeeded,
            Outcome::NotRead(_) => Became::Skipped,
        }
    }

    /// Whether nothing is to be done about it.
    pub(crate) fn is_plain(self) -> bool {
        matches!(self, Became::Read | Became::NotNeeded | Became::Skipped)
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Became::Read => "read",
            Became::Refused => "refused",
            Became::CutOff => "cut off",
            Became::NotNeeded => "not needed",
            Became::AnotherYears => "another year's",
            Became::Resubmitted => "resubmitted",
            Became::GivenTwice => "given twice",
            Became::Undecided => "undecided",
            Became::Skipped => "skipped",
            Became::Absent => "absent",
        }
    }
}
