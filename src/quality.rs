//! Stage two: from tables to clean rows, child by child.
//!
//! Everything here is the same whatever the day of the figures: steps a to c of definitions 3.1,
//! the one row for each child in the other tables, and the date of birth. Steps d to g depend on the
//! day and belong to the next stage.

mod authority;
pub mod by_child;
pub mod child;
pub mod clean_episode;
pub mod episodes;
pub(crate) mod ids;
pub mod ledger;
mod made_dates;
mod missing;
pub mod notes;
pub mod one_row;
pub mod own_cells;
pub mod presence;
pub mod results;
pub mod reviews;
pub mod superseded;
mod unmatched;
pub mod unsettled;

pub use authority::CleanAuthority;

use crate::code::LongTexts;
use crate::returns::Returns;
use crate::returns::file::FileReport;
use crate::returns::finding::{Finding, Source};
use crate::returns::held::{CollatedResults, RefusedFiles};
use crate::returns::notice::Notice;
use crate::returns::table::Table;
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::policies::Policies;
use authority::Cleaning;
use ledger::{Ledger, count};
use own_cells::{OWN_COLUMN_ABSENT, OWN_COLUMN_OF_MANY, OwnCells};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// The clean rows of every authority.
#[derive(Debug)]
pub struct CleanReturns {
    /// The authorities that any file has rows of, in order of code.
    pub authorities: Vec<CleanAuthority>,
    /// What became of the files.
    pub input: InputAccount,
    /// The results that collated files have.
    pub collated_results: CollatedResults,
    /// The places of refused files.
    pub refused: RefusedFiles,
    /// Rejected rows that no return could be found for.
    pub unplaced: Ledger,
    /// What stands beside children in columns of the user's choice.
    pub own_cells: OwnCells,
    /// Texts too long for a number.
    pub long: LongTexts,
}

/// What is still known of the files once their rows are dropped.
#[derive(Debug)]
pub struct InputAccount {
    /// What became of each file, in order of path.
    pub files: Vec<FileReport>,
    /// Files in folders that were skipped: not named `.csv`, or out of reach.
    pub not_csv: Vec<String>,
    /// What was found while cleaning, in order of file and line.
    pub findings: Vec<Finding>,
    /// What is worth saying of the returns as a whole.
    pub notices: Vec<Notice>,
}

impl CleanReturns {
    /// Drops the rows of all children.
    pub(crate) fn into_input(self) -> InputAccount {
        self.input
    }
}

impl InputAccount {
    /// Where a cell of a row is, as messages name it; without a column, where the row is.
    pub(crate) fn place_of(&self, row: Source, column: &str) -> String {
        self.files.get(row.file as usize).map_or(String::new(), |file| file.at(row.line, column))
    }

    /// Without what is to be said of the user's own columns, for a command that shows none.
    pub(crate) fn without_own_columns(&mut self) {
        self.notices.retain(|notice| ![OWN_COLUMN_ABSENT, OWN_COLUMN_OF_MANY].contains(&notice.kind));
    }

    /// The findings that rejected a row, in order of file and line.
    pub(crate) fn rejections(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.rejects())
    }
}

/// Rows of a file that was refused once they had been counted.
pub(crate) const FILE_REFUSED: &str = "file_refused";

/// Cleans the rows of all tables, and drops the raw rows as it goes.
pub fn clean(returns: Returns, seeds: &Seeds, policies: &Policies) -> CleanReturns {
    let Returns {
        mut files,
        not_csv,
        authorities,
        collated_results,
        refused,
        mut findings,
        mut notices,
        written,
        long,
    } = returns;
    let own_cells = OwnCells::of(&written, &seeds.own_columns);
    notices.extend(own_cells.notices());
    drop(written);
    let mut rejected = Rejected::of(&findings, &files);
    let with_rejected: Vec<_> =
        authorities.into_iter().map(|(authority, returns)| (authority, returns, rejected.take(authority))).collect();
    let cleaning = Cleaning { long: &long, seeds, policies };
    let cleaned: Vec<_> = with_rejected
        .into_par_iter()
        .map(|(authority, returns, rejected)| cleaning.authority(authority, returns, rejected))
        .collect();
    let mut authorities = Vec::with_capacity(cleaned.len());
    for of in cleaned {
        for ((file, year), rows) in of.set_aside {
            if let Some(file) = files.get_mut(file as usize) {
                file.of_return(of.clean.authority, year).set_aside += rows;
            }
        }
        findings.extend(of.findings);
        notices.extend(of.notices);
        authorities.push(of.clean);
    }
    let unplaced = rejected.rest();
    ids::hide(&mut findings, &authorities, &long);
    notices.extend(made_dates::mark(&mut findings, &long));
    findings.sort_by(|one, other| (one.source, one.rule.name).cmp(&(other.source, other.rule.name)));
    let input = InputAccount { files, not_csv, findings, notices };
    CleanReturns { authorities, input, collated_results, refused, unplaced, own_cells, long }
}

/// The rows that reading rejected, by the authority that they are of.
struct Rejected(BTreeMap<Option<AuthorityIndex>, Ledger>);

impl Rejected {
    /// A rejected row has one finding that rejects it, or is one of a file that was refused.
    fn of(findings: &[Finding], files: &[FileReport]) -> Rejected {
        let mut rejected = Rejected(BTreeMap::new());
        for finding in findings.iter().filter(|finding| finding.rejects()) {
            if let Some(table) = files.get(finding.source.file as usize).and_then(FileReport::table) {
                rejected.add(finding.authority, table, finding.rule.name, 1);
            }
        }
        for file in files {
            if let Some(table) = file.rejected_table {
                rejected.add(file.place.place.authority, table, FILE_REFUSED, file.rejected);
            }
        }
        rejected
    }

    fn add(&mut self, authority: Option<AuthorityIndex>, table: Table, why: &'static str, rows: u64) {
        let table = self.0.entry(authority).or_default().of(table);
        table.read += rows;
        count(&mut table.rejected, why, rows);
    }

    fn take(&mut self, authority: AuthorityIndex) -> Ledger {
        self.0.remove(&Some(authority)).unwrap_or_default()
    }

    /// Those without an authority, or of one without any other rows.
    fn rest(self) -> Ledger {
        let mut rest = Ledger::default();
        self.0.values().for_each(|ledger| rest.add(ledger));
        rest
    }
}
