//! Missing: one row for each time that a child was missing or away from where it was placed.

use super::cells::{Cells, CodedColumn, DateColumn, Fault};
use super::row::TableRow;
use crate::code::Code;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// What is taken from a row of Missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// MIS_START: the day on which it began.
    pub began: Day,
    /// MISSING: missing, or away without leave.
    pub how: Code,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    how: CodedColumn,
    began: DateColumn,
    /// DOB and MIS_END, which the checks alone read.
    others: [DateColumn; 2],
}

impl TableRow for Missing {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        Columns {
            how: CodedColumn::of(heading, codes, Table::Missing, "MISSING", None),
            began: DateColumn::of(heading, "MIS_START", None),
            others: ["DOB", "MIS_END"].map(|name| DateColumn::of(heading, name, None)),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Missing, Fault> {
        columns.others.iter().for_each(|date| cells.look_at(*date));
        let (began, how) = (cells.needed_date(columns.began), cells.needed_code(&columns.how));
        Ok(Missing { began: began?, how: how? })
    }
}
