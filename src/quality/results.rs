//! A child's results, exam year by exam year: a blank never replaces a filled cell.

use super::by_child::{ByChild, RowsByChild};
use super::notes::Notes;
use super::one_row::report_others;
use crate::returns::table::Table;
use crate::returns::tables::attainment::{Attainment, ExamResult};
use crate::returns::tables::row::Row;

/// A child's results in one exam year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExamResults {
    /// The year of the exams.
    pub exam_year: i32,
    /// The results, in the order of `Subject::ALL`; none where no return has the cell filled.
    pub results: [Option<ExamResult>; 3],
}

/// Merges the rows of each child and exam year: the latest return's, then the last line's, filled
/// cell wins, column by column. Also gives what the results of a child would be if another of several rows in one return
/// were the last, where that differs.
pub(crate) fn merge(
    rows: &RowsByChild<'_, Attainment>,
    notes: &mut Notes,
) -> (ByChild<ExamResults>, Vec<(u32, ExamResults)>) {
    let by_exam = |row: &Row<Attainment>| (row.cells.exam_year, row.year, row.source);
    let (mut child, mut otherwise) = (0, Vec::new());
    let merged = rows.map_in_order(by_exam, |rows, kept| {
        for of_year in rows.chunk_by(|one, other| one.cells.exam_year == other.cells.exam_year) {
            let merged = merged(of_year.iter().copied());
            kept.push(merged);
            for in_return in of_year.chunk_by(|one, other| one.year == other.year) {
                let Some((_, others)) = in_return.split_last() else { continue };
                notes.used(Table::Attainment, 1);
                report_others(Table::Attainment, others, notes);
                for row in others {
                    let up_to = of_year.iter().copied().take_while(|other| other.year <= row.year);
                    let after = of_year.iter().copied().filter(|other| other.year > row.year);
                    let other = self::merged(up_to.chain([*row]).chain(after));
                    if other != merged {
                        otherwise.push((child, other));
                    }
                }
            }
        }
        child += 1;
    });
    (merged, otherwise)
}

/// The results of rows of one exam year, of which a later one's filled cells replace an earlier one's.
fn merged<'row>(rows: impl Iterator<Item = &'row Row<Attainment>>) -> ExamResults {
    let mut merged = ExamResults { exam_year: 0, results: [None; 3] };
    for row in rows {
        merged.exam_year = row.cells.exam_year;
        for (held, newer) in merged.results.iter_mut().zip(row.cells.results) {
            *held = newer.or(*held);
        }
    }
    merged
}
