//! The tables that each return has (definitions, section 5, last paragraphs).

use super::file::{FileReport, FileRows, Outcome};
use super::place::Place;
use super::standing::Disputed;
use super::table::{Table, TableSet};
use super::tables::attainment::{Attainment, Subject};
use super::tables::row::Row;
use crate::day::Day;
use crate::seeds::authorities::AuthorityIndex;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// The exam years and columns with a filled cell in any collated file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CollatedResults(BTreeSet<(i32, Subject)>);

impl CollatedResults {
    /// Those of all the collated files of a run.
    pub(crate) fn of<'rows>(
        files: &[FileReport],
        attainment: impl Iterator<Item = &'rows Row<Attainment>>,
    ) -> CollatedResults {
        CollatedResults(filled(attainment.filter(|row| is_collated(files, row))).collect())
    }

    /// Whether some row of the exam year has the column filled.
    pub(crate) fn has(&self, exam_year: i32, subject: Subject) -> bool {
        self.0.contains(&(exam_year, subject))
    }
}

fn is_collated<T>(files: &[FileReport], row: &Row<T>) -> bool {
    files.get(row.source.file as usize).is_some_and(|file| matches!(file.outcome, Outcome::Read { collated: true, .. }))
}

fn filled<'rows>(rows: impl Iterator<Item = &'rows Row<Attainment>>) -> impl Iterator<Item = (i32, Subject)> {
    rows.flat_map(|row| {
        let filled = Subject::ALL.into_iter().zip(row.cells.results).filter(|(_, result)| result.is_some());
        filled.map(|(subject, _)| (row.cells.exam_year, subject))
    })
}

/// The places of refused files, as far as folders, the command line and their names give them: their rows are missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RefusedFiles(Vec<Place>);

impl RefusedFiles {
    /// Of the files of a run.
    pub(crate) fn of(files: &[FileReport]) -> RefusedFiles {
        let refused = files.iter().filter(|file| matches!(file.outcome, Outcome::Refused(_)));
        RefusedFiles(refused.map(|file| file.place.place).collect())
    }

    /// Whether one of them may hold rows of an authority's return for a year, or for any year.
    pub(crate) fn may_hold(&self, authority: AuthorityIndex, year: Option<i32>) -> bool {
        let same_year = |place: &Place| place.year.is_none() || year.is_none() || place.year == year;
        self.0.iter().any(|place| place.authority.is_none_or(|of| of == authority) && same_year(place))
    }
}

/// The tables of one authority, by the year in which the return ends.
#[derive(Debug, Clone, Default)]
pub struct Held {
    tables: BTreeMap<i32, TableSet>,
    /// Returns that are another year's, each with the year that its dates fit.
    another_years: BTreeMap<i32, i32>,
    /// Tables of returns that two files hold.
    disputed: Vec<Disputed>,
    own_results: BTreeSet<(i32, Subject)>,
    collates_attainment: bool,
}

impl Held {
    /// Whether a return has a table.
    pub(crate) fn has(&self, year: i32, table: Table) -> bool {
        self.tables.get(&year).is_some_and(|tables| tables.has(table))
    }

    /// Whether a return is loaded: its episodes table is there.
    pub(crate) fn loaded(&self, year: i32) -> bool {
        self.has(year, Table::Episodes)
    }

    /// The years of the returns that are loaded.
    pub(crate) fn loaded_years(&self) -> impl Iterator<Item = i32> {
        self.tables.keys().copied().filter(|&year| self.loaded(year))
    }

    /// The years of the returns that have a table at all.
    pub(crate) fn years(&self) -> impl Iterator<Item = i32> {
        self.tables.keys().copied()
    }

    /// Whether any return has a table.
    pub(crate) fn has_in_any_year(&self, table: Table) -> bool {
        self.tables.values().any(|tables| tables.has(table))
    }

    /// Cover: the 1 April that begins the unbroken run of yearly returns, ending with that of
    /// `current_year`, that have all of `tables`. `None` where that return lacks one.
    pub(crate) fn cover(&self, current_year: i32, tables: &[Table]) -> Option<Day> {
        let complete = |year: i32| tables.iter().all(|&table| self.has(year, table));
        let years = (0..).map(|back| current_year - back).take_while(|&year| complete(year));
        years.last().map(|first| Day::first_of_april(first - 1))
    }

    /// Whether some row of the exam year has the column filled, in the authority's own files or,
    /// where its attainment is collated, in any of the collated files.
    pub(crate) fn has_results(&self, exam_year: i32, subject: Subject, collated: &CollatedResults) -> bool {
        self.own_results.contains(&(exam_year, subject)) || self.collates_attainment && collated.has(exam_year, subject)
    }

    /// The year that the dates of a return fit, where it is not the one that it was given for.
    pub(crate) fn dates_fit(&self, year: i32) -> Option<i32> {
        self.another_years.get(&year).copied()
    }

    /// The years of the returns that are another year's.
    pub(crate) fn of_another_year(&self) -> impl Iterator<Item = i32> {
        self.another_years.keys().copied()
    }

    /// The two files that hold a table of a return in one of the years, of which nobody said which stands.
    pub(crate) fn disputed(&self, table: Table, years: &RangeInclusive<i32>) -> Option<&Disputed> {
        self.disputed.iter().find(|disputed| disputed.table == table && years.contains(&disputed.year))
    }

    /// Notes that a return is another year's: it counts as not there.
    pub(crate) fn is_another_years(&mut self, year: i32, fits: i32) {
        self.tables.remove(&year);
        self.another_years.insert(year, fits);
    }

    /// Notes that two files hold the same table of a return.
    pub(crate) fn dispute(&mut self, disputed: Disputed) {
        self.disputed.push(disputed);
    }

    /// Notes the results in the authority's own files, those that are not collated.
    pub(crate) fn note_own_results(&mut self, files: &[FileReport], attainment: &[Row<Attainment>]) {
        self.own_results = filled(attainment.iter().filter(|row| !is_collated(files, row))).collect();
    }

    fn add(&mut self, year: i32, table: Table) {
        self.tables.entry(year).or_default().add(table);
    }
}

/// The tables that the files of a run give each authority.
#[derive(Debug, Default)]
pub(crate) struct HeldByAuthority {
    held: BTreeMap<AuthorityIndex, Held>,
    collated_tables: BTreeSet<Table>,
    named_in_collated: BTreeSet<(AuthorityIndex, i32)>,
}

impl HeldByAuthority {
    /// Takes a file into account.
    pub(crate) fn add(&mut self, file: &FileRows) {
        let Outcome::Read { table, collated } = file.report.outcome else {
            return;
        };
        if collated {
            self.named_in_collated.extend(&file.returns);
            // Episodes and reviews are there only for the returns that have a row of theirs.
            if !matches!(table, Table::Episodes | Table::Reviews) {
                self.collated_tables.insert(table);
                return;
            }
        }
        for &(authority, year) in &file.returns {
            self.held.entry(authority).or_default().add(year, table);
        }
    }

    /// The tables of every authority that any file names.
    pub(crate) fn into_tables(mut self) -> BTreeMap<AuthorityIndex, Held> {
        for (authority, year) in self.named_in_collated {
            let held = self.held.entry(authority).or_default();
            held.collates_attainment |= self.collated_tables.contains(&Table::Attainment);
            held.tables.entry(year).or_default();
            for &table in &self.collated_tables {
                held.add(year, table);
            }
        }
        self.held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_file_may_hold_what_its_folders_do_not_rule_out() {
        let of = |authority: Option<u16>, year| Place { authority: authority.map(AuthorityIndex), year };
        let may_hold = |place| {
            let refused = RefusedFiles(vec![place]);
            [(1, Some(2011)), (1, Some(2010)), (2, Some(2011)), (1, None)]
                .map(|(authority, year)| refused.may_hold(AuthorityIndex(authority), year))
        };
        assert_eq!(may_hold(of(Some(1), Some(2011))), [true, false, false, true]);
        assert_eq!(may_hold(of(Some(1), None)), [true, true, false, true]);
        assert_eq!(may_hold(of(None, Some(2011))), [true, false, true, true]);
        assert_eq!(may_hold(of(None, None)), [true; 4]);
        assert!(!RefusedFiles::default().may_hold(AuthorityIndex(1), None));
    }
}
