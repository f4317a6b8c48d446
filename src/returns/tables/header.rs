//! The header: one row for each child, for the date of birth.

use super::cells::{Cells, DateColumn, Fault};
use super::row::TableRow;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::seeds::codes::CodeLists;

/// What is taken from a row of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// DOB, where it can be read.
    pub birth: Option<Day>,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    birth: DateColumn,
    /// MC_DOB, which only the checks read.
    birth_of_own_child: DateColumn,
}

impl TableRow for Header {
    type Columns = Columns;

    fn columns(heading: &Heading, _codes: &CodeLists) -> Columns {
        Columns { birth: DateColumn::birth(heading), birth_of_own_child: DateColumn::of(heading, "MC_DOB", None) }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Header, Fault> {
        cells.look_at(columns.birth_of_own_child);
        Ok(Header { birth: cells.date_or_nothing(columns.birth) })
    }
}
