//! The reviews: one row for each review held.

use super::cells::{Cells, CodedColumn, Column, Fault};
use super::row::TableRow;
use crate::day::Day;
use crate::returns::heading::Heading;
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// A review as a row gives it.
#[derive(Debug, Clone, Copy)]
pub struct Review {
    /// REVIEW: the day it was held.
    pub held: Day,
    /// DOB, where the table has it and it can be read.
    pub birth: Option<Day>,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    held: Column,
    birth: Column,
    participation: CodedColumn,
}

impl TableRow for Review {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        Columns {
            held: Column::of(heading, "REVIEW"),
            birth: Column::of(heading, "DOB"),
            participation: CodedColumn::of(heading, codes, Table::Reviews, "REVIEW_CODE"),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Review, Fault> {
        let held = cells.needed_date(columns.held)?;
        // The participation code decides nothing; it is only checked against its list.
        cells.code(&columns.participation);
        Ok(Review { held, birth: cells.date_or_nothing(columns.birth) })
    }
}
