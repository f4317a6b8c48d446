//! A child's date of birth (definitions, section 2).

use super::by_child::{ByChild, RowsByChild};
use crate::day::Day;
use crate::returns::tables::Row;
use crate::returns::tables::{ad1::Ad1, header::Header, oc2::Oc2, oc3::Oc3, reviews::Review};

/// The tables that tell when a child was born.
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

impl Births<'_> {
    /// The readable date in the Header of the latest return that has one; where no Header has, the
    /// latest in OC3, then OC2, AD1 and reviews, in each of the latest return and its last line.
    pub fn of(&self, child: usize) -> Option<Day> {
        let header = self.header.of(child).iter().rev().find_map(|(_, row)| row.birth);
        header
            .or_else(|| self.oc3.of(child).iter().rev().find_map(|(_, row)| row.birth))
            .or_else(|| self.oc2.of(child).iter().rev().find_map(|(_, row)| row.birth))
            .or_else(|| latest(self.ad1.of(child), |row| row.birth))
            .or_else(|| latest(self.reviews.of(child), |row| row.birth))
    }
}

fn latest<'rows, T: 'rows>(
    rows: impl Iterator<Item = &'rows Row<T>>,
    birth: impl Fn(&T) -> Option<Day>,
) -> Option<Day> {
    let told = rows.filter_map(|row| birth(&row.cells).map(|birth| (row.year, row.source, birth)));
    told.max_by_key(|(year, source, _)| (*year, *source)).map(|(_, _, birth)| birth)
}
