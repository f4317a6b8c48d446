//! Attainment: one row for each child and exam year, as the National Pupil Database matched it.

use super::cells::{Cells, CodedColumn, Column, Fault};
use super::row::TableRow;
use crate::code::Code;
use crate::returns::finding::rules;
use crate::returns::heading::Heading;
pub use crate::returns::subject::Subject;
use crate::returns::suspect::{Coded, Suspicion};
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;
use crate::text::tidy;
use crate::year::read_year;

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
    levels: [(Subject, Column); 2],
    level_two: CodedColumn,
}

impl TableRow for Attainment {
    type Columns = Columns;

    fn columns(heading: &Heading, codes: &CodeLists) -> Columns {
        let level = |subject: Subject| (subject, Column::of(heading, subject.column()));
        let (name, coded) = (Subject::LevelTwo.column(), Coded::Result(Subject::LevelTwo));
        Columns {
            exam_year: Column::of(heading, "ACADYR"),
            levels: [Subject::English, Subject::Maths].map(level),
            level_two: CodedColumn::of(heading, codes, Table::Attainment, name, Some(coded)),
        }
    }

    fn read(columns: &Columns, cells: &mut Cells<'_>) -> Result<Attainment, Fault> {
        let year = tidy(cells.raw(columns.exam_year));
        let exam_year = std::str::from_utf8(year).ok().and_then(read_year);
        let exam_year = exam_year.ok_or_else(|| cells.fault(&rules::EXAM_YEAR_UNKNOWN, columns.exam_year))?;
        let [english, maths] = columns.levels.map(|(subject, column)| {
            let text = tidy(cells.raw(column));
            if !is_known_level(text) {
                cells.found.doubts.push(Suspicion::Code(Coded::Result(subject)));
            }
            level(text)
        });
        Ok(Attainment { exam_year, results: [english, maths, level_two(cells.code(&columns.level_two))] })
    }
}

/// A level of Key Stage 2: its leading digit.
fn level(text: &[u8]) -> Option<ExamResult> {
    text.first().map(|&first| if first.is_ascii_digit() { ExamResult::Number(first - b'0') } else { ExamResult::Other })
}

/// Whether a cell of Key Stage 2 is blank, begins with a level, or says why there is none.
fn is_known_level(text: &[u8]) -> bool {
    match text {
        [] => true,
        [only] if matches!(only.to_ascii_uppercase(), b'A' | b'B' | b'D' | b'N' | b'T') => true,
        [first, ..] => first.is_ascii_digit(),
    }
}

/// A result of Key Stage 4: reached, not reached, or no number.
fn level_two(code: Code) -> Option<ExamResult> {
    const REACHED: Code = Code::of("1");
    const NOT_REACHED: Code = Code::of("0");
    match code {
        Code::BLANK => None,
        REACHED => Some(ExamResult::Number(1)),
        NOT_REACHED => Some(ExamResult::Number(0)),
        _ => Some(ExamResult::Other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::LongTexts;

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
        let read = |cell: &[u8]| level_two(Code::read(cell, &LongTexts::default()));
        assert_eq!(read(b"1.0"), Some(ExamResult::Number(1)));
        assert_eq!(read(b"11"), Some(ExamResult::Other));
        assert_eq!(read(b"0"), Some(ExamResult::Number(0)));
        assert_eq!(read(b""), None);
    }

    #[test]
    fn a_level_begins_with_a_digit_or_says_why_there_is_none() {
        for (text, known) in
            [("4B", true), ("", true), ("a", true), ("T", true), ("X", false), ("B4", false), ("-", false)]
        {
            assert_eq!(is_known_level(text.as_bytes()), known, "{text}");
        }
    }
}
