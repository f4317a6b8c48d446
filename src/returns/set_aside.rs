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
    /// The file's place among the files of the run.
    pub file: u32,
    /// The year in which their return ends.
    pub year: i32,
    /// How many.
    pub rows: u64,
}

/// Rows taken out, counted by table, file and year.
pub(super) type Taken = BTreeMap<(Table, u32, i32), u64>;

/// The first line of a file, where a finding about all of it is.
pub(super) fn at_top(file: u32, authority: AuthorityIndex, rule: &'static Rule, found: String) -> Finding {
    let source = Source { file, line: 1 };
    Finding { source, authority: Some(authority), child: None, rule, field: "", found }
}

impl AuthorityRows {
    /// Takes out the rows of the returns whose year is not wanted, and says how many of which table, file and year.
    pub(super) fn take_out(&mut self, unwanted: impl Fn(i32) -> bool) -> Taken {
        let mut taken = Taken::new();
        keep(Table::Header, &mut self.header, &unwanted, &mut taken);
        keep(Table::Episodes, &mut self.episodes, &unwanted, &mut taken);
        keep(Table::Reviews, &mut self.reviews, &unwanted, &mut taken);
        keep(Table::Oc2, &mut self.oc2, &unwanted, &mut taken);
        keep(Table::Oc3, &mut self.oc3, &unwanted, &mut taken);
        keep(Table::Ad1, &mut self.ad1, &unwanted, &mut taken);
        keep(Table::Attainment, &mut self.attainment, &unwanted, &mut taken);
        keep(Table::PlacedAdoption, &mut self.placed_adoption, &unwanted, &mut taken);
        keep(Table::Uasc, &mut self.uasc, &unwanted, &mut taken);
        keep(Table::Missing, &mut self.missing, &unwanted, &mut taken);
        self.rejected_episodes.retain(|row| !unwanted(row.year));
        self.suspects.retain(|suspect| !unwanted(suspect.year));
        self.lost.retain(|row| !unwanted(row.year));
        taken
    }

    /// Where the rows of a return are.
    pub(super) fn sources(&self, year: i32) -> impl Iterator<Item = Source> {
        let header = of_year(&self.header, year).chain(of_year(&self.episodes, year));
        let reviews = header.chain(of_year(&self.reviews, year)).chain(of_year(&self.oc2, year));
        let ad1 = reviews.chain(of_year(&self.oc3, year)).chain(of_year(&self.ad1, year));
        let placed = ad1.chain(of_year(&self.attainment, year)).chain(of_year(&self.placed_adoption, year));
        placed.chain(of_year(&self.uasc, year)).chain(of_year(&self.missing, year))
    }
}

fn of_year<T>(rows: &[Row<T>], year: i32) -> impl Iterator<Item = Source> {
    rows.iter().filter(move |row| row.year == year).map(|row| row.source)
}

/// Keeps the wanted rows of a table and counts the others.
fn keep<T>(table: Table, rows: &mut Vec<Row<T>>, unwanted: &impl Fn(i32) -> bool, taken: &mut Taken) {
    rows.retain(|row| {
        let is_taken = unwanted(row.year);
        if is_taken {
            *taken.entry((table, row.source.file, row.year)).or_default() += 1;
        }
        !is_taken
    });
}
