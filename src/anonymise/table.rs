//! The rows of a table as they are copied, whatever they are written in.

use super::cells::Cells;
use super::columns::{Column, Columns, columns_of};
use super::copied::NoteKind;
use super::homes::WhoseRows;
use super::request::Request;
use crate::returns::files::FoundFile;
use crate::returns::source::Part;
use crate::returns::source::csv::raw::RawRow;
use crate::returns::source::opening::as_text;
use crate::returns::source::unread::Unread;
use crate::text::Problem;

/// A table that is being copied.
pub(super) struct CopiedTable<'run> {
    /// The line of the heading.
    pub heading: u32,
    /// The columns with their names, in the file's order.
    columns: Vec<(Column, String)>,
    is_read: bool,
    /// Its cells.
    pub cells: Cells<'run>,
    whose: WhoseRows<'run>,
}

impl<'run> CopiedTable<'run> {
    /// The table whose first part this is, with the heading on a line.
    ///
    /// # Errors
    /// Where it is not a table of the return, has no ids, or has columns that look identifying.
    pub(super) fn begin(
        request: &'run Request<'run>,
        found: &'run FoundFile,
        heading: u32,
        part: &Part<'_>,
    ) -> Result<CopiedTable<'run>, Unread> {
        let mut records = part.records()?;
        let written = records.next_record().map(|(_, record)| as_text(record)).unwrap_or_default();
        let Columns { columns, is_read, extra } = columns_of(heading, &written, request.seeds)?;
        let mut cells = Cells::of(request, found);
        cells.copied.extra_columns = extra;
        let whose = WhoseRows::of(found, &request.seeds.authorities);
        Ok(CopiedTable { heading, columns, is_read, cells, whose })
    }

    /// What is wrong with a row that may have taken the rows after it: a cell of the return's own goes on over lines.
    pub(super) fn cell_over_lines(&self, row: &RawRow<'_>) -> Option<Problem> {
        let extra = &self.cells.copied.extra_columns;
        let is_free = |name: &String| extra.iter().any(|(_, column)| column == name);
        let may = |place: usize| self.columns.get(place).is_some_and(|(_, name)| is_free(name));
        self.is_read.then(|| row.cell_over_lines(may)).flatten()
    }

    /// What replaces each cell of a row; `None` where it stays as it is.
    pub(super) fn row(&mut self, row: &RawRow<'_>) -> Vec<Option<String>> {
        self.cells.copied.rows += 1;
        let surplus = row.cells.iter().skip(self.columns.len()).any(|cell| !cell.text.trim_ascii().is_empty());
        if surplus {
            self.cells.note(row.line, "", NoteKind::TooLong);
        }
        let mut replaced = Vec::new();
        let (mut id, mut home) = (None, None);
        for (place, cell) in row.cells.iter().enumerate() {
            let (column, name) = self.columns.get(place).cloned().unwrap_or((Column::Other, String::new()));
            let instead = match surplus {
                true => self.cells.cell_of_no_column(column, &cell.text),
                false => self.cells.cell(row.line, column, &name, &cell.text),
            };
            match (column, name.as_str()) {
                (Column::Id, _) => id.clone_from(&instead),
                (_, "PL_POST") => home = Some((&cell.text, instead.clone())),
                (Column::Authority, _) => self.whose.authority_cell(&cell.text),
                _ => {}
            }
            replaced.push(instead);
        }
        if let (Some(id), Some((postcode, copied)), false) = (id, home, surplus) {
            self.cells.home((self.whose.authority(), id), postcode, copied.as_deref(), row.line);
        }
        replaced
    }
}
