//! The header: one row for each child, for the date of birth.

use super::cells::{Cells, Column, Fault};
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

impl TableRow for Header {
    type Columns = Column;

    fn columns(heading: &Heading, _codes: &CodeLists) -> Column {
        Column::of(heading, "DOB")
    }

    fn read(birth: &Column, cells: &mut Cells<'_>) -> Result<Header, Fault> {
        Ok(Header { birth: cells.date_or_nothing(*birth) })
    }
}
