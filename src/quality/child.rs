//! A child and the date of birth that the tables give (definitions, section 2).

use super::by_child::{ByChild, RowsByChild};
use crate::code::{ChildId, Code};
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::ad1::Ad1;
use crate::returns::tables::header::Header;
use crate::returns::tables::oc2::Oc2;
use crate::returns::tables::oc3::Oc3;
use crate::returns::tables::reviews::Review;
use crate::returns::tables::row::Row;

/// A child of one authority.
#[derive(Debug, Clone, Copy)]
pub struct CleanChild {
    /// The authority's own id.
    pub id: ChildId,
    /// The date of birth, where any table gives it.
    pub birth: Option<Day>,
    /// The table that gives it, and the year of its return.
    pub birth_told_by: Option<(Table, i32)>,
    /// SEX of the latest header that has one.
    pub sex: Code,
    /// ETHNIC of the latest header that has one.
    pub ethnicity: Code,
}

/// The tables that give a date of birth.
pub struct Births<'rows> {
    /// The one row of each return.
    pub header: &'rows ByChild<(i32, Header)>,
    /// The one row of each return.
    pub oc3: &'rows ByChild<(i32, Oc3)>,
    /// The one row of each return.
    pub oc2: &'rows ByChild<(i32, Oc2)>,
    /// Every row.
    pub ad1: &'rows RowsByChild<'rows, Ad1>,
    /// Every row.
    pub reviews: &'rows RowsByChild<'rows, Review>,
}

/// A row of a table of one row a child that a later line of its return replaces, and the date of birth it holds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OtherBirth {
    /// The child's index.
    pub child: u32,
    /// The table.
    pub table: Table,
    /// The year in which the return ends.
    pub year: i32,
    /// DOB.
    pub birth: Option<Day>,
}

impl Births<'_> {
    /// A child with the date of birth and the table that gives it.
    pub(crate) fn child(&self, child: usize, id: ChildId) -> CleanChild {
        let birth = self.of(child, None);
        CleanChild {
            id,
            birth: birth.map(|(birth, ..)| birth),
            birth_told_by: birth.map(|(_, table, year)| (table, year)),
            sex: self.latest_code(child, |header| header.sex.0),
            ethnicity: self.latest_code(child, |header| header.ethnicity.0),
        }
    }

    /// The code in the latest header that has one; blank where none has.
    fn latest_code(&self, child: usize, code: impl Fn(&Header) -> Code) -> Code {
        let mut codes = self.header.of(child).iter().rev().map(|(_, header)| code(header));
        codes.find(|code| !code.is_blank()).unwrap_or(Code::BLANK)
    }

    /// The children whose date of birth would be another if the other row were the one used, each with that date.
    pub(crate) fn otherwise(&self, others: impl Iterator<Item = OtherBirth>) -> Vec<(u32, Option<Day>)> {
        let birth = |child, instead| self.of(child, instead).map(|(birth, ..)| birth);
        let births = others.filter_map(|other| {
            let child = other.child as usize;
            let otherwise = birth(child, Some(other));
            (otherwise != birth(child, None)).then_some((other.child, otherwise))
        });
        let mut births: Vec<_> = births.collect();
        births.sort_unstable();
        births.dedup();
        births
    }

    /// The readable date in the Header of the latest return that has one; where no Header has, the
    /// latest in OC3, then OC2, AD1 and reviews, in each of the latest return and its last line. A row given `instead`
    /// is read in place of its return's.
    fn of(&self, child: usize, instead: Option<OtherBirth>) -> Option<(Day, Table, i32)> {
        let header = of_latest(self.header.of(child), Table::Header, instead, |row| row.birth);
        header
            .or_else(|| of_latest(self.oc3.of(child), Table::Oc3, instead, |row| row.birth))
            .or_else(|| of_latest(self.oc2.of(child), Table::Oc2, instead, |row| row.birth))
            .or_else(|| latest(self.ad1.of(child), Table::Ad1, |row| row.birth))
            .or_else(|| latest(self.reviews.of(child), Table::Reviews, |row| row.birth))
    }
}

/// The date in the latest of rows of which each return has one.
fn of_latest<T>(
    rows: &[(i32, T)],
    table: Table,
    instead: Option<OtherBirth>,
    birth: impl Fn(&T) -> Option<Day>,
) -> Option<(Day, Table, i32)> {
    rows.iter().rev().find_map(|(year, row)| {
        let other = instead.filter(|other| other.table == table && other.year == *year);
        let birth = other.map_or_else(|| birth(row), |other| other.birth);
        birth.map(|birth| (birth, table, *year))
    })
}

/// The date in the last row of the latest return.
fn latest<'rows, T: 'rows>(
    rows: impl Iterator<Item = &'rows Row<T>>,
    table: Table,
    birth: impl Fn(&T) -> Option<Day>,
) -> Option<(Day, Table, i32)> {
    let births = rows.filter_map(|row| birth(&row.cells).map(|birth| (row.year, row.source, birth)));
    births.max_by_key(|(year, source, _)| (*year, *source)).map(|(year, _, birth)| (birth, table, year))
}
