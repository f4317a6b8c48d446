//! A child's results, exam year by exam year: a blank never replaces a filled cell.

use super::by_child::{ByChild, RowsByChild};
use super::notes::Notes;
use super::one_row::report_others;
use crate::returns::table::Table;
use crate::returns::tables::attainment::{Attainment, ExamResult};
use crate::returns::tables::row::Row;

/// A child's results in one exam year.
#[derive(Debug, Clone, Copy)]
pub struct ExamResults {
    /// The year of the exams.
    pub exam_year: i32,
    /// The results, in the order of `Subject::ALL`; none where no return has the cell filled.
    pub results: [Option<ExamResult>; 3],
}

/// Merges the rows of each child and exam year: the latest return's, then the last line's, filled
/// cell wins, column by column.
pub(crate) fn merge(rows: &RowsByChild<'_, Attainment>, notes: &mut Notes) -> ByChild<ExamResults> {
    let by_exam = |row: &Row<Attainment>| (row.cells.exam_year, row.year, row.source);
    rows.map_in_order(by_exam, |rows, kept| {
        for of_year in rows.chunk_by(|one, other| one.cells.exam_year == other.cells.exam_year) {
            let mut merged = ExamResults { exam_year: of_year[0].cells.exam_year, results: [None; 3] };
            for row in of_year {
                for (held, newer) in merged.results.iter_mut().zip(row.cells.results) {
                    *held = newer.or(*held);
                }
            }
            kept.push(merged);
            for in_return in of_year.chunk_by(|one, other| one.year == other.year) {
                if let Some((last, others)) = in_return.split_last() {
                    notes.used(Table::Attainment, 1);
                    report_others(Table::Attainment, others, last.source, notes);
                }
            }
        }
    })
}
