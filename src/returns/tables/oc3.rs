//! OC3: one row for each young person aged 19 in the year, for contact, activity and accommodation.

use super::cells::{Cells, CodedColumn, DateColumn, Fault};
use super::row::TableRow;
use crate::code::Code;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::returns::suspect::Coded;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// What is taken from a row of OC3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oc3 {
    /// IN_TOUCH.
    pub in_touch: Code,
    /// ACTIV.
    pub activity: Code,
    /// ACCOM.
    pub accommodation: Code,
    /// DOB, where the table has it and it can be read.
    pub birth: Option<Day>,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    in_touch: CodedColumn,
    activity: CodedColumn,
    accommodation: CodedColumn,
    birth: DateColumn,
}

impl TableRow for Oc3 {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        let coded = |name, coded| CodedColumn::of(heading, codes, Table::Oc3, name, Some(coded));
        Columns {
            in_touch: coded("IN_TOUCH", Coded::InTouch),
            activity: coded("ACTIV", Coded::Activity),
            accommodation: coded("ACCOM", Coded::Accommodation),
            birth: DateColumn::birth(heading),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Oc3, Fault> {
        Ok(Oc3 {
            in_touch: cells.code(&columns.in_touch),
            activity: cells.code(&columns.activity),
            accommodation: cells.code(&columns.accommodation),
            birth: cells.date_or_nothing(columns.birth),
        })
    }
}
