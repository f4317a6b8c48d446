//! AD1: one row for each adoption or decision for one, for the day of the decision.

use super::cells::{Cells, DateColumn, Fault};
use super::row::TableRow;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::returns::suspect::Dated;
use crate::seeds::codes::CodeLists;

/// What is taken from a row of AD1.
#[derive(Debug, Clone, Copy)]
pub struct Ad1 {
    /// DATE_INT: when the authority decided that the child should be placed for adoption.
    pub decided: Option<Day>,
    /// DOB, where the table has it and it can be read.
    pub birth: Option<Day>,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    decided: DateColumn,
    birth: DateColumn,
    /// DATE_MATCH, which only the checks read.
    matched: DateColumn,
}

impl TableRow for Ad1 {
    type Columns = Columns;

    fn columns(heading: &Heading, _codes: &CodeLists) -> Columns {
        Columns {
            decided: DateColumn::of(heading, "DATE_INT", Some(Dated::Decision)),
            birth: DateColumn::birth(heading),
            matched: DateColumn::of(heading, "DATE_MATCH", None),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Ad1, Fault> {
        cells.look_at(columns.matched);
        Ok(Ad1 { decided: cells.date_or_nothing(columns.decided), birth: cells.date_or_nothing(columns.birth) })
    }
}
