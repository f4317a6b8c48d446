//! The cells of a file as they are copied.

use super::belongs::{Belongs, OfRow, Verdict};
use super::columns::Column;
use super::copied::{Note, NoteKind, RowAt};
use super::copied_file::CopiedFile;
use super::homes::Whose;
use super::known::as_read;
use super::task::{Given, Task};
use crate::day::Day;
use crate::day::order::{DateOrder, Slashed};
use crate::identity::{Coarse, Field};
use crate::text::{tidy, trim};

/// Replaces the cells of a file, and counts what is replaced.
pub(super) struct Cells<'run> {
    task: Task<'run>,
    given: &'run Given<'run>,
    /// The last id and its replacement, as rows of one child are mostly together.
    last: Option<(String, String)>,
    /// What has been copied.
    pub copied: CopiedFile,
}

/// A cell as it is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CopiedCell {
    /// As it is written.
    AsWritten,
    /// With this text.
    Instead(String),
    /// Not at all.
    LeftOut,
}

/// Where a cell is.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'row> {
    /// The line of its row.
    pub line: u32,
    /// The name of its column.
    pub column: &'row str,
    /// The id of the row's child, as the definitions read it, where it is known.
    pub id: Option<&'row str>,
    /// The order of the dates in its column.
    pub order: DateOrder,
}

impl<'run> Cells<'run> {
    /// Of a file, none copied yet.
    pub(super) fn of(task: Task<'run>, given: &'run Given<'run>) -> Cells<'run> {
        Cells { task, given, last: None, copied: CopiedFile::default() }
    }

    /// Notes a home of a child, by the id in the copy.
    pub(super) fn home(&mut self, whose: Whose, postcode: &[u8], copied: &CopiedCell, line: u32) {
        let postcode = String::from_utf8_lossy(tidy(postcode));
        let at = || RowAt { file: self.given.found.shown.clone(), line };
        let copied = if let CopiedCell::Instead(text) = copied { text } else { &*postcode };
        self.copied.homes.note(whose, &postcode, copied, at);
    }

    /// A cell of a column.
    pub(super) fn cell(&mut self, column: &Column, cell: &[u8], at: At<'_>) -> CopiedCell {
        match column {
            Column::LeftOut => CopiedCell::LeftOut,
            Column::Id => self.id(cell),
            Column::Identifying(field) => self.identifying(*field, cell, at),
            Column::Kept if self.task.known.is_in(&String::from_utf8_lossy(cell)) => {
                self.note(at.line, at.column, NoteKind::Emptied);
                CopiedCell::Instead(String::new())
            }
            Column::Kept => CopiedCell::AsWritten,
            Column::Own(belongs) => self.own(belongs, cell, at),
        }
    }

    fn own(&mut self, belongs: &Belongs, cell: &[u8], at: At<'_>) -> CopiedCell {
        match self.verdict(belongs, cell, at) {
            Verdict::Belongs => CopiedCell::AsWritten,
            Verdict::Otherwise(text) => CopiedCell::Instead(text),
            Verdict::DayOfBirth => {
                self.note(at.line, at.column, NoteKind::BornThen);
                CopiedCell::AsWritten
            }
            Verdict::InPart(text) => {
                self.note(at.line, at.column, NoteKind::StoodIn);
                CopiedCell::Instead(text)
            }
            Verdict::Strayed => {
                self.note(at.line, at.column, NoteKind::StoodIn);
                // The definitions read the digit that a level begins with, whatever follows.
                let level = tidy(cell)
                    .first()
                    .copied()
                    .filter(|first| matches!(belongs, Belongs::Mark) && first.is_ascii_digit());
                self.in_place_of(cell, level)
            }
        }
    }

    fn verdict(&self, belongs: &Belongs, cell: &[u8], at: At<'_>) -> Verdict {
        let row = OfRow { id: at.id, order: at.order, from_1904: self.given.content.counts_from_1904() };
        belongs.verdict(cell, row, self.task.known, self.task.request.seeds)
    }

    fn identifying(&mut self, field: Field, cell: &[u8], at: At<'_>) -> CopiedCell {
        let coarse = match field {
            Field::Birth => self.coarse_birth(cell, at.order),
            _ => field.coarse(cell),
        };
        match coarse {
            Coarse::AsItStands => CopiedCell::AsWritten,
            Coarse::Instead(text) => {
                self.copied.changes.count(field);
                CopiedCell::Instead(text)
            }
            Coarse::Unreadable => {
                self.note(at.line, at.column, NoteKind::Blanked);
                CopiedCell::Instead(String::new())
            }
        }
    }

    /// A date of birth as its column has it. One that is read month first or counted by a spreadsheet is written so that the copy
    /// is read the same.
    fn coarse_birth(&self, cell: &[u8], order: DateOrder) -> Coarse {
        let text = trim(cell);
        let as_people_write = Day::read_noting(text, order, &mut Slashed::default());
        let counted = || Day::of_serial(text, self.given.content.counts_from_1904());
        match as_people_write {
            Some(_) if order != DateOrder::MonthFirst => Field::Birth.coarse(cell),
            read => match read.or_else(counted) {
                Some(day) => Coarse::Instead(day.first_of_month().to_string()),
                None => Field::Birth.coarse(cell),
            },
        }
    }

    /// A cell of a row with more cells than headings, where no cell can be trusted to be in
    /// its column: the id, the return and DECOM are kept, and a surplus cell stays filled.
    pub(super) fn cell_of_no_column(&mut self, column: Option<&Column>, cell: &[u8], at: At<'_>) -> CopiedCell {
        let is_plain = |belongs: &Belongs| match belongs {
            Belongs::Authority | Belongs::Year => true,
            _ => at.column == "DECOM",
        };
        match column {
            Some(Column::LeftOut) => CopiedCell::LeftOut,
            Some(Column::Id) => self.id(cell),
            _ if trim(cell).is_empty() => CopiedCell::AsWritten,
            Some(Column::Own(belongs)) if is_plain(belongs) && self.verdict(belongs, cell, at) == Verdict::Belongs => {
                CopiedCell::AsWritten
            }
            _ => self.in_place_of(cell, None),
        }
    }

    /// The id that replaces a child's, which is read as the definitions read it; a blank one stays.
    fn id(&mut self, cell: &[u8]) -> CopiedCell {
        let id = as_read(cell);
        if id.is_empty() {
            return CopiedCell::AsWritten;
        }
        self.copied.changes.ids += 1;
        if let Some((last, instead)) = &self.last
            && *last == id
        {
            return CopiedCell::Instead(instead.clone());
        }
        let instead = self.task.request.key.id(&id);
        self.last = Some((id, instead.clone()));
        CopiedCell::Instead(instead)
    }

    /// Cells are compared in capitals and without spaces.
    fn in_place_of(&self, cell: &[u8], level: Option<u8>) -> CopiedCell {
        let closed: String = String::from_utf8_lossy(tidy(cell)).split(' ').collect();
        let stands_in = self.task.request.key.in_place_of(&closed.to_uppercase());
        CopiedCell::Instead(level.map_or(String::new(), |level| char::from(level).to_string()) + &stands_in)
    }

    pub(super) fn note(&mut self, line: u32, column: &str, kind: NoteKind) {
        let at = RowAt { file: self.given.found.shown.clone(), line };
        self.copied.notes.push(Note { at, column: column.to_owned(), kind });
    }
}
