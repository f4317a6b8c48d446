//! The header: one row for each child, for the date of birth, and for sex and ethnicity, by which figures are broken down.

use super::aside::Aside;
use super::cells::{Cells, CodedColumn, DateColumn, Fault};
use super::row::TableRow;
use crate::code::Code;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// What is taken from a row of the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// DOB, where it can be read.
    pub birth: Option<Day>,
    /// SEX, listed or not.
    pub sex: Aside<Code>,
    /// ETHNIC, listed or not.
    pub ethnicity: Aside<Code>,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    birth: DateColumn,
    /// MC_DOB, which only the checks read.
    birth_of_own_child: DateColumn,
    sex: CodedColumn,
    ethnicity: CodedColumn,
}

impl TableRow for Header {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        let coded = |name| CodedColumn::of(heading, codes, Table::Header, name, None);
        Columns {
            birth: DateColumn::birth(heading),
            birth_of_own_child: DateColumn::of(heading, "MC_DOB", None),
            sex: coded("SEX"),
            ethnicity: coded("ETHNIC"),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Header, Fault> {
        cells.look_at(columns.birth_of_own_child);
        let birth = cells.date_or_nothing(columns.birth);
        let [sex, ethnicity] = [&columns.sex, &columns.ethnicity].map(|coded| Aside(cells.code_unnoted(coded)));
        Ok(Header { birth, sex, ethnicity })
    }
}
