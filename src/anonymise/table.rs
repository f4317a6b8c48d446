//! The rows of a table as they are copied, whatever they are written in.

use super::cells::{At, Cells, CopiedCell};
use super::columns::{Column, Columns, columns_of};
use super::copied::NoteKind;
use super::homes::WhoseRows;
use super::known::as_read;
use super::task::{Given, Task};
use crate::returns::names::name_as_compared;
use crate::returns::no_row::{is_control, is_total};
use crate::returns::source::Part;
use crate::returns::source::csv::raw::RawRow;
use crate::returns::source::opening::as_text;
use crate::returns::source::unread::Unread;
use crate::text::{Problem, trim};

/// A table that is being copied.
pub(super) struct CopiedTable<'run> {
    /// The line of the heading.
    pub heading: u32,
    /// The columns with their names, in the file's order.
    columns: Vec<(Column, String)>,
    /// The headings as names are compared.
    compared: Vec<String>,
    is_read: bool,
    is_of_children: bool,
    given: &'run Given<'run>,
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
        task: Task<'run>,
        given: &'run Given<'run>,
        heading: u32,
        part: &Part<'_>,
    ) -> Result<CopiedTable<'run>, Unread> {
        let mut records = part.records()?;
        let written = records.next_record().map(|(_, record)| as_text(record)).unwrap_or_default();
        let Columns { columns, is_read, table } = columns_of(heading, &written, task)?;
        let mut cells = Cells::of(task, given);
        if let Some(table) = &table {
            cells.copied.name_columns(table, &columns);
        }
        let whose = WhoseRows::of(given.found, &task.request.seeds.authorities);
        let compared = written.iter().map(|cell| name_as_compared(cell.as_bytes())).collect();
        Ok(CopiedTable { heading, columns, compared, is_read, is_of_children: table.is_some(), given, cells, whose })
    }

    /// What is wrong with a row that may have taken the rows after it: a cell of the return's own goes on over lines.
    pub(super) fn cell_over_lines(&self, row: &RawRow<'_>) -> Option<Problem> {
        let is_free = |column: &Column| matches!(column, Column::Kept | Column::LeftOut);
        let may = |place: usize| self.columns.get(place).is_some_and(|(column, _)| is_free(column));
        self.is_read.then(|| row.cell_over_lines(may)).flatten()
    }

    /// Whether a line below the heading is no row: a total, the headings once more, or control characters.
    pub(super) fn is_no_row(&self, row: &RawRow<'_>) -> bool {
        let cells = || row.cells.iter().map(|cell| &*cell.text);
        is_total(cells()) || is_control(cells()) || self.compared.iter().cloned().eq(cells().map(name_as_compared))
    }

    /// The heading or a blank row as it is copied.
    pub(super) fn as_written(&self, row: &RawRow<'_>) -> Vec<CopiedCell> {
        let is_left_out = |place: usize| matches!(self.columns.get(place), Some((Column::LeftOut, _)));
        let cell = |place| if is_left_out(place) { CopiedCell::LeftOut } else { CopiedCell::AsWritten };
        (0..row.cells.len()).map(cell).collect()
    }

    /// How each cell of a row is copied.
    pub(super) fn row(&mut self, row: &RawRow<'_>) -> Vec<CopiedCell> {
        self.cells.copied.rows += 1;
        let surplus = row.cells.iter().skip(self.columns.len()).any(|cell| !trim(&cell.text).is_empty());
        if surplus {
            self.cells.note(row.line, "", NoteKind::TooLong);
        }
        let of_child = self.columns.iter().position(|(column, _)| matches!(column, Column::Id));
        let cell_of_child = of_child.and_then(|place| row.cells.get(place)).map(|cell| as_read(&cell.text));
        // No row of a list of authorities is about a child.
        let id = if self.is_of_children { cell_of_child.filter(|id| !id.is_empty()) } else { Some(String::new()) };
        let mut copied = Vec::with_capacity(row.cells.len());
        let mut home = None;
        for (place, cell) in row.cells.iter().enumerate() {
            let column = self.columns.get(place);
            let name = column.map_or("", |(_, name)| name);
            let order = self.given.orders.get(place).copied().unwrap_or_default();
            let at = At { line: row.line, column: name, id: id.as_deref(), order };
            let as_copied = match column {
                Some((column, _)) if !surplus => self.cells.cell(column, &cell.text, at),
                column => self.cells.cell_of_no_column(column.map(|(column, _)| column), &cell.text, at),
            };
            match name {
                "PL_POST" => home = Some((&cell.text, as_copied.clone())),
                "LA" => self.whose.authority_cell(&cell.text),
                _ => {}
            }
            copied.push(as_copied);
        }
        let of_child = of_child.and_then(|place| copied.get(place));
        if let (Some(CopiedCell::Instead(id)), Some((postcode, copied)), false) = (of_child, &home, surplus) {
            self.cells.home((self.whose.authority(), id.clone()), postcode, copied, row.line);
        }
        copied
    }
}
