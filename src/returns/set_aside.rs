//! Rows set aside as whole tables, before anything is asked of them: of a file that does not stand, or of a return that is
//! another year's.

use super::finding::{Finding, Rule, Source};
use super::table::Table;
use super::tables::AuthorityRows;
use super::tables::row::Row;
use crate::seeds::authorities::AuthorityIndex;
use std::collections::BTreeMap;

/// Rows of one table that are set aside together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetAside {
    /// Why.
    pub rule: &'static Rule,
    /// The table.
    pub table: Table,
    /// How many.
    pub rows: u64,
}

/// The first line of a file, where a finding about all of it is.
pub(super) fn at_top(file: u32, authority: AuthorityIndex, rule: &'static Rule, found: String) -> Finding {
    let source = Source { file, line: 1 };
    Finding { source, authority: Some(authority), child: None, rule, field: "", found, in_favour_of: None }
}

impl AuthorityRows {
    /// Takes out the rows of the returns whose year is not wanted, and says how many of which table.
    pub(super) fn take_out(&mut self, unwanted: impl Fn(i32) -> bool) -> BTreeMap<Table, u64> {
        let taken = [
            (Table::Header, keep(&mut self.header, &unwanted)),
            (Table::Episodes, keep(&mut self.episodes, &unwanted)),
            (Table::Reviews, keep(&mut self.reviews, &unwanted)),
            (Table::Oc2, keep(&mut self.oc2, &unwanted)),
            (Table::Oc3, keep(&mut self.oc3, &unwanted)),
            (Table::Ad1, keep(&mut self.ad1, &unwanted)),
            (Table::Attainment, keep(&mut self.attainment, &unwanted)),
            (Table::PlacedAdoption, keep(&mut self.placed_adoption, &unwanted)),
        ];
        self.rejected_episodes.retain(|row| !unwanted(row.year));
        self.suspects.retain(|suspect| !unwanted(suspect.year));
        self.lost.retain(|row| !unwanted(row.year));
        taken.into_iter().filter(|(_, rows)| *rows > 0).collect()
    }

    /// Where the rows of a return are.
    pub(super) fn sources(&self, year: i32) -> impl Iterator<Item = Source> {
        let header = of_year(&self.header, year).chain(of_year(&self.episodes, year));
        let reviews = header.chain(of_year(&self.reviews, year)).chain(of_year(&self.oc2, year));
        let ad1 = reviews.chain(of_year(&self.oc3, year)).chain(of_year(&self.ad1, year));
        ad1.chain(of_year(&self.attainment, year)).chain(of_year(&self.placed_adoption, year))
    }
}

fn of_year<T>(rows: &[Row<T>], year: i32) -> impl Iterator<Item = Source> {
    rows.iter().filter(move |row| row.year == year).map(|row| row.source)
}

/// Keeps the wanted rows and says how many the others are.
fn keep<T>(rows: &mut Vec<Row<T>>, unwanted: &impl Fn(i32) -> bool) -> u64 {
    let before = rows.len();
    rows.retain(|row| !unwanted(row.year));
    (before - rows.len()) as u64
}
