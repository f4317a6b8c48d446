//! Attainment: one row for each child and exam year, as the National Pupil Database matched it.

use super::cells::{Cells, Column, Fault};
use super::row::TableRow;
use crate::returns::finding::rules;
use crate::returns::heading::Heading;
use crate::seeds::codes::CodeLists;
use crate::text::tidy;
use crate::year::read_year;

/// The columns of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// KS2_ENGLEV: the level in English at Key Stage 2.
    English,
    /// KS2_MATLEV: the level in maths at Key Stage 2.
    Maths,
    /// KS4_LEVEL2_EM: five A*-C at Key Stage 4, English and maths among them.
    LevelTwo,
}

impl Subject {
    /// Every column of results.
    pub const ALL: [Subject; 3] = [Subject::English, Subject::Maths, Subject::LevelTwo];

    /// The column's name.
    pub(crate) fn column(self) -> &'static str {
        match self {
            Subject::English => "KS2_ENGLEV",
            Subject::Maths => "KS2_MATLEV",
            Subject::LevelTwo => "KS4_LEVEL2_EM",
        }
    }
}

/// What a filled cell of a result says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExamResult {
    /// The number it begins with, or for Key Stage 4 the number it is.
    Number(u8),
    /// Anything else: absent, below the test, disapplied.
    Other,
}

/// What is taken from a row of attainment.
#[derive(Debug, Clone, Copy)]
pub struct Attainment {
    /// ACADYR: the year of the exams.
    pub exam_year: i32,
    /// The results, in the order of [`Subject::ALL`]; none where the cell is blank.
    pub results: [Option<ExamResult>; 3],
}

/// Where the columns are.
#[derive(Debug)]
pub struct Columns {
    exam_year: Column,
    results: [Column; 3],
}

impl TableRow for Attainment {
    type Columns = Columns;

    fn columns(heading: &Heading, _codes: &CodeLists) -> Columns {
        Columns {
            exam_year: Column::of(heading, "ACADYR"),
            results: Subject::ALL.map(|subject| Column::of(heading, subject.column())),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Attainment, Fault> {
        let year = tidy(cells.raw(columns.exam_year));
        let exam_year = std::str::from_utf8(year).ok().and_then(read_year);
        let exam_year = exam_year.ok_or_else(|| cells.fault(&rules::EXAM_YEAR_UNKNOWN, columns.exam_year))?;
        let [english, maths, level_two] = columns.results.map(|column| tidy(cells.raw(column)));
        Ok(Attainment { exam_year, results: [level(english), level(maths), whole(level_two)] })
    }
}

/// A level of Key Stage 2: its leading digit.
fn level(text: &[u8]) -> Option<ExamResult> {
    text.first().map(|&first| if first.is_ascii_digit() { ExamResult::Number(first - b'0') } else { ExamResult::Other })
}

/// A result of Key Stage 4: a single digit, or no number.
fn whole(text: &[u8]) -> Option<ExamResult> {
    match text {
        [] => None,
        [digit] if digit.is_ascii_digit() => Some(ExamResult::Number(digit - b'0')),
        _ => Some(ExamResult::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_its_leading_digit() {
        for (text, result) in [
            ("4", Some(ExamResult::Number(4))),
            ("4B", Some(ExamResult::Number(4))),
            ("4+", Some(ExamResult::Number(4))),
            ("3A", Some(ExamResult::Number(3))),
            ("5.0", Some(ExamResult::Number(5))),
            ("A", Some(ExamResult::Other)),
            ("B4", Some(ExamResult::Other)),
            ("", None),
            ("  ", None),
        ] {
            assert_eq!(level(tidy(text.as_bytes())), result, "{text}");
        }
    }

    #[test]
    fn key_stage_4_is_one_or_it_is_not() {
        assert_eq!(whole(tidy(b"1.0")), Some(ExamResult::Number(1)));
        assert_eq!(whole(b"11"), Some(ExamResult::Other));
        assert_eq!(whole(b"0"), Some(ExamResult::Number(0)));
        assert_eq!(whole(b""), None);
    }
}
