//! UASC: one row for each child who was an unaccompanied asylum seeker in the year of the return.

use super::cells::{Cells, Column, DateColumn, Fault};
use super::row::TableRow;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::seeds::codes::CodeLists;
use crate::text::tidy;

/// What is taken from a row of UASC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uasc {
    /// Whether the child is said to be one at all: the XML has an element for every child.
    is_one: bool,
    /// DUC: the day on which the status ceased, where it can be read.
    ceased: Option<Day>,
}

impl Uasc {
    /// Whether the child was one on a day of the return's year; on the day on which the status ceased it was not.
    pub(crate) fn is_one_on(&self, day: Day) -> bool {
        self.is_one && self.ceased.is_none_or(|ceased| ceased > day)
    }
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    said: Column,
    ceased: DateColumn,
    /// DOB, which the checks alone read.
    birth: DateColumn,
}

impl TableRow for Uasc {
    type Columns = Columns;

    fn columns(heading: &Heading, _codes: &CodeLists) -> Columns {
        Columns {
            said: Column::of(heading, "UASC"),
            ceased: DateColumn::of(heading, "DUC", None),
            birth: DateColumn::of(heading, "DOB", None),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Uasc, Fault> {
        cells.look_at(columns.birth);
        let is_one = tidy(cells.raw(columns.said)) != b"0";
        Ok(Uasc { is_one, ceased: cells.date_or_nothing(columns.ceased) })
    }
}
