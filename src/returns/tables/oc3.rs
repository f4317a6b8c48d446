//! OC3: one row for each young person aged 19 in the year, for contact, activity and accommodation.

use super::cells::{Cells, CodedColumn, Column, Fault};
use super::row::TableRow;
use crate::code::Code;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;
use crate::text::tidy;

/// What is taken from a row of OC3.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oc3 {
    /// IN_TOUCH.
    pub in_touch: Code,
    /// ACTIV.
    pub activity: Code,
    /// Whether ACCOM ends in `1`, which says that the accommodation is suitable.
    pub accommodation_ends_in_one: bool,
    /// DOB, where the table has it and it can be read.
    pub birth: Option<Day>,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    in_touch: CodedColumn,
    activity: CodedColumn,
    accommodation: CodedColumn,
    accommodation_text: Column,
    birth: Column,
}

impl TableRow for Oc3 {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        let coded = |name| CodedColumn::of(heading, codes, Table::Oc3, name);
        Columns {
            in_touch: coded("IN_TOUCH"),
            activity: coded("ACTIV"),
            accommodation: coded("ACCOM"),
            accommodation_text: Column::of(heading, "ACCOM"),
            birth: Column::of(heading, "DOB"),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Oc3, Fault> {
        cells.code(&columns.accommodation);
        Ok(Oc3 {
            in_touch: cells.code(&columns.in_touch),
            activity: cells.code(&columns.activity),
            accommodation_ends_in_one: tidy(cells.raw(columns.accommodation_text)).ends_with(b"1"),
            birth: cells.date_or_nothing(columns.birth),
        })
    }
}
