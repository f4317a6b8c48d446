//! What was copied, and what was changed on the way.

use crate::identity::Field;
use crate::returns::source::why_not::WhyNot;
use crate::text::Problem;
use std::collections::BTreeSet;

/// What was copied.
#[derive(Debug, Default)]
pub struct Copied {
    /// How many files.
    pub files: usize,
    /// How many rows.
    pub rows: u64,
    /// What was changed in their cells.
    pub changes: Changes,
    /// Cells and rows that were not copied as the others are, in order of file and line.
    pub notes: Vec<Note>,
    /// Homes of one child that are alike in the copy: a row of either, in order of file and line.
    pub homes_alike: Vec<[RowAt; 2]>,
    /// Columns that are not part of the return.
    pub extra: ExtraColumns,
    /// Names of files, folders and sheets that told who a child is, and have another in the copy.
    pub renamed: Vec<String>,
    /// Sheets that are not part of the copy though nothing is wrong with them, and why.
    pub left_out: Vec<(String, WhyNot)>,
    /// Files that are CSV in UTF-8 in the copy, and were something else.
    pub as_csv: Vec<String>,
    /// Files that were not copied, with what is wrong with each.
    pub not_copied: Vec<(String, Problem)>,
}

impl Copied {
    /// Whether some cell, row or name held what does not belong there.
    pub(crate) fn holds_strays(&self) -> bool {
        !self.renamed.is_empty() || self.notes.iter().any(|note| note.kind != NoteKind::BornThen)
    }
}

/// Columns that are not part of the return, each after its table.
#[derive(Debug, Default)]
pub struct ExtraColumns {
    /// Those that were left out.
    pub left_out: BTreeSet<(String, String)>,
    /// Those that were kept.
    pub kept: BTreeSet<(String, String)>,
}

impl ExtraColumns {
    /// Adds those of another file.
    pub(super) fn add(&mut self, other: ExtraColumns) {
        self.left_out.extend(other.left_out);
        self.kept.extend(other.kept);
    }
}

/// How many cells were changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    /// Ids replaced.
    pub ids: u64,
    /// Dates of birth moved to the first of their month.
    pub births: u64,
    /// Postcodes cut to their sector.
    pub postcodes: u64,
    /// UPNs removed.
    pub upns: u64,
}

impl Changes {
    /// Adds other counts.
    pub(super) fn add(&mut self, other: Changes) {
        self.ids += other.ids;
        self.births += other.births;
        self.postcodes += other.postcodes;
        self.upns += other.upns;
    }

    /// Counts a cell of a field that was made coarse.
    pub(super) fn count(&mut self, field: Field) {
        match field {
            Field::Birth => self.births += 1,
            Field::Postcode => self.postcodes += 1,
            Field::PupilNumber => self.upns += 1,
        }
    }
}

/// A file as shown, and a line in it as a spreadsheet shows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowAt {
    /// The file.
    pub file: String,
    /// The line.
    pub line: u32,
}

/// A cell or row that was not copied as the others are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The row.
    pub at: RowAt,
    /// The column; empty for a whole row.
    pub column: String,
    /// What became of it.
    pub kind: NoteKind,
}

/// What became of a cell or row that was not copied as the others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// A date of birth or postcode that cannot be read, and so cannot be made coarse: the cell is blank.
    Blanked,
    /// What does not belong in its column, or the part of it that does not: it was replaced.
    StoodIn,
    /// What tells who a child is, in a column that was kept: the cell is blank.
    Emptied,
    /// A day of an episode that is the child's date of birth: the cell is as it was.
    BornThen,
    /// A row with more cells than headings, which no definition reads: only its return, child and DECOM are kept.
    TooLong,
}
