//! Where rows come from: a file as records, whatever its format.
//!
//! A file is read in parts of whole rows, so that a large one is never in memory at once. The first
//! part begins with the heading. Each record has the line on which a person sees it in the file.
//!
//! CSV is the only format so far. Another is a variant of each of the three enums here, which
//! [`SourceFile::open`] chooses, and a folder of its own beside `csv`.

pub mod csv;
pub mod form;
pub mod record;

use self::csv::raw::RawRows;
use self::csv::regions::{Region, Regions};
use self::csv::rows::Rows;
use super::files::FoundFile;
use crate::text::Problem;
use record::Record;
use std::fs::File;
use std::io;

/// A file that is being read.
pub(crate) enum SourceFile<'buffer> {
    /// A CSV file in UTF-8.
    Csv(Regions<'buffer, File>),
}

/// Part of a file: whole rows.
pub(crate) enum Part<'buffer> {
    /// Of a CSV file.
    Csv(Region<'buffer>),
}

/// The records of part of a file.
pub(crate) enum Records<'part> {
    /// Of a CSV file.
    Csv(Rows<'part>),
}

impl<'buffer> SourceFile<'buffer> {
    /// Opens a file. `buffer` takes its bytes, so that they need no new memory for each file.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub(crate) fn open(found: &FoundFile, buffer: &'buffer mut Vec<u8>) -> io::Result<SourceFile<'buffer>> {
        Ok(SourceFile::Csv(Regions::open(&found.path, found.bytes, buffer)?))
    }

    /// The next part. There is a first one even of an empty file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn next_part(&mut self) -> io::Result<Option<Part<'_>>> {
        match self {
            SourceFile::Csv(regions) => Ok(regions.next_region()?.map(Part::Csv)),
        }
    }
}

impl<'buffer> Part<'buffer> {
    /// The bytes of the file that were read for this part; those of all parts together are the file.
    pub(crate) fn bytes(&self) -> &'buffer [u8] {
        match self {
            Part::Csv(region) => region.bytes,
        }
    }

    /// Its records, the heading first where it is the first part.
    ///
    /// # Errors
    /// Where the bytes are not in the format of the file.
    pub(crate) fn records(&self) -> Result<Records<'buffer>, Problem> {
        match self {
            Part::Csv(region) => Ok(Records::Csv(region.rows()?)),
        }
    }

    /// Its rows with every cell as it is written.
    ///
    /// # Errors
    /// Where the bytes are not in the format of the file.
    pub(crate) fn raw_rows(&self) -> Result<RawRows<'buffer>, Problem> {
        match self {
            Part::Csv(region) => region.raw_rows(),
        }
    }
}

impl<'part> Records<'part> {
    /// The heading and its line.
    ///
    /// # Errors
    /// Where there is no record at all.
    pub(crate) fn heading(&mut self) -> Result<(u32, Vec<String>), Problem> {
        match self.next_record() {
            Some((line, record)) => {
                Ok((line, record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()))
            }
            None => Err(Problem::at_top("has no heading", "make the column names the first line")),
        }
    }

    /// The next record and its line, blank rows left out; `None` at the end.
    #[inline]
    pub(crate) fn next_record(&mut self) -> Option<(u32, Record<'_>)> {
        match self {
            Records::Csv(rows) => rows.next_row(),
        }
    }

    /// Splits the records still to come into stretches that can be read in parallel.
    pub(crate) fn stretches(self) -> Vec<Records<'part>> {
        match self {
            Records::Csv(rows) => rows.stretches().into_iter().map(Records::Csv).collect(),
        }
    }

    /// About how many records are still to come.
    pub(crate) fn remaining(&self) -> usize {
        match self {
            Records::Csv(rows) => rows.remaining(),
        }
    }

    /// Whether a cell may hold the end of a line.
    pub(crate) fn may_span_lines(&self) -> bool {
        match self {
            Records::Csv(rows) => rows.may_span_lines(),
        }
    }

    /// How many blank rows have been passed.
    pub(crate) fn blank(&self) -> u64 {
        match self {
            Records::Csv(rows) => rows.blank(),
        }
    }

    /// What is wrong with the records as a whole, once every one has been read.
    pub(crate) fn problem(&self) -> Option<Problem> {
        match self {
            Records::Csv(rows) => rows.problem(),
        }
    }
}
