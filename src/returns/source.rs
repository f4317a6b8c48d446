//! Where rows come from: a file as records, whatever its format.
//!
//! What a file holds is a [`Content`](content::Content): lines of text on disk or in memory, or the rows of a sheet. It is
//! read in parts of whole rows, so that a large file of text is never in memory at once. The first part begins with the
//! heading. Each record has the line on which a person sees it in the file.
//!
//! A further format is a folder or file here that gives a `Content`; [`packed`] knows it by its name and its first bytes.

mod archive;
pub mod content;
pub mod csv;
pub mod form;
#[cfg(test)]
mod kinds;
pub mod opening;
pub mod packed;
pub(crate) mod raw_rows;
pub mod record;
pub mod sheet;
pub mod unread;
pub mod why_not;
pub(crate) mod workbook;
pub(crate) mod xml;

use self::csv::regions::{Bytes, Region, Regions};
use self::csv::rows::Rows;
use crate::text::Problem;
use content::Content;
use opening::{Fit, Opening};
use raw_rows::CopiedRows;
use record::Record;
use sheet::{OpenSheet, SheetRecords};
use std::fs::File;
use unread::Unread;

/// A file that is being read.
pub(crate) enum SourceFile<'run> {
    /// Lines of text.
    Lines(Box<Regions<'run, Bytes<'run>>>),
    /// A sheet, and whether it has been handed over.
    Sheet(OpenSheet<'run>, bool),
}

/// Part of a file: whole rows.
pub(crate) enum Part<'run> {
    /// Of lines of text.
    Lines(Region<'run>),
    /// All of a sheet.
    Sheet(OpenSheet<'run>),
}

/// The records of part of a file.
pub(crate) enum Records<'part> {
    /// Of lines of text.
    Lines(Rows<'part>),
    /// Of a sheet.
    Sheet(SheetRecords<'part>),
}

impl<'run> SourceFile<'run> {
    /// Opens a file. `buffer` takes its bytes, so that they need no new memory for each file; `fit` says how well a line fits
    /// as the heading of a table.
    ///
    /// # Errors
    /// Where it cannot be read, or has no heading.
    pub(crate) fn open(
        content: &'run Content,
        buffer: &'run mut Vec<u8>,
        mut fit: impl FnMut(&[String]) -> Fit,
    ) -> Result<SourceFile<'run>, Unread> {
        let (bytes, length) = match content {
            Content::OnDisk { path, bytes } => (Bytes::File(File::open(path)?), *bytes),
            Content::Text { text, .. } => (Bytes::Memory(text.as_bytes()), text.len() as u64),
            Content::Sheet { rows, .. } => return Ok(SourceFile::Sheet(rows.open(&mut fit)?, false)),
            Content::NotRead(why) => {
                return Err(Problem::at_top(why.in_words(), why.remedy().unwrap_or("none needed")).into());
            }
            Content::Unusable(problem) | Content::OfUnusable(problem) => return Err(problem.clone().into()),
        };
        Ok(SourceFile::Lines(Box::new(Regions::begin(bytes, length, buffer, &mut fit)?)))
    }

    /// How it begins.
    pub(crate) fn opening(&self) -> Opening {
        match self {
            SourceFile::Lines(regions) => regions.opening(),
            SourceFile::Sheet(sheet, _) => sheet.opening,
        }
    }

    /// The next part. There is a first one of every file.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn next_part(&mut self) -> Result<Option<Part<'_>>, Unread> {
        match self {
            SourceFile::Lines(regions) => Ok(regions.next_region()?.map(Part::Lines)),
            SourceFile::Sheet(sheet, handed_over) => {
                Ok((!std::mem::replace(handed_over, true)).then_some(Part::Sheet(*sheet)))
            }
        }
    }
}

impl<'run> Part<'run> {
    /// The bytes of the text that were read for this part; those of all parts together are the text.
    pub(crate) fn bytes(&self) -> &'run [u8] {
        match self {
            Part::Lines(region) => region.bytes,
            Part::Sheet(_) => &[],
        }
    }

    /// Its records, the heading first where it is the first part.
    ///
    /// # Errors
    /// Where the bytes are not in the format of the file.
    pub(crate) fn records(&self) -> Result<Records<'run>, Unread> {
        match self {
            Part::Lines(region) => Ok(Records::Lines(region.rows()?)),
            Part::Sheet(sheet) => Ok(Records::Sheet(sheet.records())),
        }
    }

    /// Its rows with every cell as it is written.
    ///
    /// # Errors
    /// Where the bytes are not in the format of the file.
    pub(crate) fn copied_rows(&self) -> Result<CopiedRows<'run>, Unread> {
        match self {
            Part::Lines(region) => Ok(CopiedRows::Lines(region.raw_rows()?, region.delimiter())),
            Part::Sheet(sheet) => Ok(CopiedRows::Sheet(sheet.records())),
        }
    }
}

impl<'part> Records<'part> {
    /// The next record and its line, blank rows left out; `None` at the end.
    #[inline]
    pub(crate) fn next_record(&mut self) -> Option<(u32, Record<'_>)> {
        match self {
            Records::Lines(rows) => rows.next_row(),
            Records::Sheet(rows) => rows.next_row(),
        }
    }

    /// Splits the records still to come into stretches that can be read in parallel.
    pub(crate) fn stretches(self) -> Vec<Records<'part>> {
        match self {
            Records::Lines(rows) => rows.stretches().into_iter().map(Records::Lines).collect(),
            Records::Sheet(rows) => rows.stretches().into_iter().map(Records::Sheet).collect(),
        }
    }

    /// About how many records are still to come.
    pub(crate) fn remaining(&self) -> usize {
        match self {
            Records::Lines(rows) => rows.remaining(),
            Records::Sheet(rows) => rows.remaining(),
        }
    }

    /// Whether a cell may hold the end of a line and so take the rows after it.
    pub(crate) fn may_span_lines(&self) -> bool {
        match self {
            Records::Lines(rows) => rows.may_span_lines(),
            Records::Sheet(_) => false,
        }
    }

    /// What is wrong where a cell of the last record, which is of lines of text, goes on over the end of a line.
    pub(crate) fn cell_over_lines(&self, cell: usize) -> Option<Problem> {
        match self {
            Records::Lines(rows) => rows.cell_over_lines(cell),
            Records::Sheet(_) => None,
        }
    }

    /// How many lines of the file, or rows of a sheet, have been passed since the heading.
    pub(crate) fn lines_passed(&self) -> u64 {
        match self {
            Records::Lines(rows) => rows.lines_passed(),
            Records::Sheet(rows) => rows.lines_passed(),
        }
    }

    /// Whether the last line of all has no end; a sheet's rows need none.
    pub(crate) fn last_line_has_no_end(&self) -> bool {
        match self {
            Records::Lines(rows) => rows.last_line_has_no_end(),
            Records::Sheet(_) => false,
        }
    }

    /// How many lines with anything in them are still to come.
    pub(crate) fn filled_lines(&self) -> u64 {
        match self {
            Records::Lines(rows) => rows.filled_lines(),
            Records::Sheet(rows) => rows.remaining() as u64,
        }
    }

    /// How many blank rows have been passed.
    pub(crate) fn blank(&self) -> u64 {
        match self {
            Records::Lines(rows) => rows.blank(),
            Records::Sheet(rows) => rows.blank(),
        }
    }

    /// What is wrong with the records as a whole, once every one has been read.
    pub(crate) fn problem(&self) -> Option<Problem> {
        match self {
            Records::Lines(rows) => rows.problem(),
            Records::Sheet(_) => None,
        }
    }
}
