//! The reviews: one row for each review held.

use super::cells::{Cells, CodedColumn, DateColumn, Fault};
use super::row::TableRow;
use crate::code::Code;
use crate::day::Day;
use crate::returns::finding::rules;
use crate::returns::heading::Heading;
use crate::returns::suspect::{Dated, RejectedRow, Suspicion};
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;

/// A review as a row gives it.
#[derive(Debug, Clone, Copy)]
pub struct Review {
    /// REVIEW: the day it was held.
    pub held: Day,
    /// DOB, where the table has it and it can be read.
    pub birth: Option<Day>,
    /// REVIEW_CODE: how the child took part, listed or not.
    pub participation: Code,
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    held: DateColumn,
    birth: DateColumn,
    participation: CodedColumn,
}

impl TableRow for Review {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        Columns {
            held: DateColumn::of(heading, "REVIEW", Some(Dated::Review)),
            birth: DateColumn::birth(heading),
            participation: CodedColumn::of(heading, codes, Table::Reviews, "REVIEW_CODE", None),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Review, Fault> {
        // Both dates are read of every row, for they tell how the dates of their columns are written.
        let (held, birth) = (cells.needed_date(columns.held), cells.date_or_nothing(columns.birth));
        let held = held?;
        Ok(Review { held, birth, participation: cells.code(&columns.participation) })
    }

    fn suspicion(_columns: &Columns, _cells: &Cells<'_>, table: Table, fault: &Fault) -> Suspicion {
        if fault.rule.name == rules::DATE_UNREADABLE.name {
            return Suspicion::Unread(Dated::Review);
        }
        Suspicion::Rejected(RejectedRow::of(table))
    }
}
