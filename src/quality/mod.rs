//! Stage two: from tables to clean rows, child by child.
//!
//! Everything here is the same whatever the day of the figures: steps a to c of definitions 3.1,
//! the one row a child that the other tables hold, and the date of birth. Steps d to g look at the
//! day and belong to the next stage.

pub mod birth;
pub mod by_child;
pub mod episodes;
pub mod one_row;
pub mod results;
pub mod reviews;

use crate::code::{ChildId, LongTexts};
use crate::day::Day;
use crate::finding::{Finding, Rule, Source};
use crate::ledger::Ledger;
use crate::returns::file::{FileReport, Outcome};
use crate::returns::held::{CollatedResults, Held};
use crate::returns::table::Table;
use crate::returns::tables::{AuthorityRows, RejectedEpisode, Row};
use crate::returns::tables::{oc2::Oc2, oc3::Oc3};
use crate::returns::{AuthorityReturns, Returns};
use crate::seeds::authorities::AuthorityIndex;
use by_child::{ByChild, ChildRegister, RowsByChild};
use episodes::CleanEpisode;
use rayon::prelude::*;
use results::ExamResults;

/// The clean rows of every authority.
#[derive(Debug)]
pub struct CleanReturns {
    /// The authorities that any file has something of, in order of code.
    pub authorities: Vec<CleanAuthority>,
    /// What became of each file, in order of path.
    pub files: Vec<FileReport>,
    /// Files in folders that are not named `.csv`, and so were not read.
    pub not_csv: Vec<String>,
    /// Where some collated file has results.
    pub collated_results: CollatedResults,
    /// What was found so far, in order of file and line.
    pub findings: Vec<Finding>,
    /// What became of the rows so far; those of the episodes left are for the next stage to say.
    pub ledger: Ledger,
    /// Texts too long for a number.
    pub long: LongTexts,
}

/// The clean rows of one authority.
#[derive(Debug)]
pub struct CleanAuthority {
    /// Which authority.
    pub authority: AuthorityIndex,
    /// Which tables its returns have.
    pub held: Held,
    /// The children, in order of id.
    pub children: Vec<CleanChild>,
    /// Episodes: one a child and DECOM, in order of DECOM.
    pub episodes: ByChild<CleanEpisode>,
    /// The distinct days on which reviews were held, in order.
    pub reviews: ByChild<Day>,
    /// The row of each return that has one, in order of year.
    pub oc2: ByChild<(i32, Oc2)>,
    /// The row of each return that has one, in order of year.
    pub oc3: ByChild<(i32, Oc3)>,
    /// The days of decisions for adoption, in order.
    pub decisions: ByChild<Day>,
    /// The results of each exam year, in order of year.
    pub results: ByChild<ExamResults>,
    /// Rejected rows of the episodes table whose child and DECOM can be read.
    pub rejected_episodes: Vec<RejectedEpisode>,
}

/// A child of one authority.
#[derive(Debug, Clone, Copy)]
pub struct CleanChild {
    /// The id, in the authority's own hand.
    pub id: ChildId,
    /// The date of birth, where any table tells.
    pub birth: Option<Day>,
}

/// Takes the rows of all tables to clean rows. The raw rows are given up as it goes.
pub fn clean(returns: Returns) -> CleanReturns {
    let Returns { files, not_csv, authorities, collated_results, mut findings, written: _, long } = returns;
    let mut ledger = ledger_of_files(&files);
    let cleaned: Vec<(CleanAuthority, Notes)> =
        authorities.into_par_iter().map(|(authority, returns)| clean_authority(authority, returns, &long)).collect();
    let mut authorities = Vec::with_capacity(cleaned.len());
    for (authority, notes) in cleaned {
        findings.extend(notes.findings);
        ledger.add(&notes.ledger);
        authorities.push(authority);
    }
    findings.sort_by(|one, other| (one.source, one.rule.name).cmp(&(other.source, other.rule.name)));
    CleanReturns { authorities, files, not_csv, collated_results, findings, ledger, long }
}

fn ledger_of_files(files: &[FileReport]) -> Ledger {
    let mut ledger = Ledger::default();
    for file in files {
        if let Outcome::Read { table, .. } = file.outcome {
            let table = ledger.of(table);
            table.read += file.rows;
            table.rejected += file.rejected;
        }
    }
    ledger
}

/// Findings and counts made on the way.
#[derive(Debug)]
pub struct Notes {
    authority: AuthorityIndex,
    findings: Vec<Finding>,
    ledger: Ledger,
}

impl Notes {
    /// Notes on the rows of an authority.
    pub fn new(authority: AuthorityIndex) -> Notes {
        Notes { authority, findings: Vec::new(), ledger: Ledger::default() }
    }

    /// Notes a finding.
    pub fn find(&mut self, rule: &'static Rule, source: Source, child: ChildId, field: &'static str, found: String) {
        self.findings.push(Finding { source, authority: Some(self.authority), child: Some(child), rule, field, found });
    }

    /// Counts rows of a table that are set aside.
    pub fn set_aside(&mut self, table: Table, why: &'static str, rows: usize) {
        self.ledger.of(table).set_aside(why, rows as u64);
    }

    /// Counts rows of a table that are used.
    pub fn used(&mut self, table: Table, rows: usize) {
        self.ledger.of(table).used += rows as u64;
    }

    /// Counts rows of a table that are used with an end they did not have.
    pub fn repaired(&mut self, table: Table, rows: usize) {
        self.ledger.of(table).repaired += rows as u64;
    }

    /// The findings and the counts.
    pub fn into_parts(self) -> (Vec<Finding>, Ledger) {
        (self.findings, self.ledger)
    }
}

fn clean_authority(authority: AuthorityIndex, returns: AuthorityReturns, long: &LongTexts) -> (CleanAuthority, Notes) {
    let AuthorityReturns { rows, held } = returns;
    let AuthorityRows { header, episodes, reviews, oc2, oc3, ad1, attainment, placed_adoption, rejected_episodes } =
        rows;
    let mut notes = Notes::new(authority);
    let mut register = ChildRegister::default();
    for_every_row(&mut register, &header);
    for_every_row(&mut register, &episodes);
    for_every_row(&mut register, &reviews);
    for_every_row(&mut register, &oc2);
    for_every_row(&mut register, &oc3);
    for_every_row(&mut register, &ad1);
    for_every_row(&mut register, &attainment);
    for_every_row(&mut register, &placed_adoption);
    let register = register.in_order(long);

    let header = one_row::last_of_each_return(Table::Header, &RowsByChild::new(&header, &register), &mut notes);
    let ad1_by_child = RowsByChild::new(&ad1, &register);
    let reviews_by_child = RowsByChild::new(&reviews, &register);
    let oc2 = one_row::last_of_each_return(Table::Oc2, &RowsByChild::new(&oc2, &register), &mut notes);
    let oc3 = one_row::last_of_each_return(Table::Oc3, &RowsByChild::new(&oc3, &register), &mut notes);
    let births =
        birth::Births { header: &header, oc3: &oc3, oc2: &oc2, ad1: &ad1_by_child, reviews: &reviews_by_child };
    let children = register.ids().enumerate().map(|(child, id)| CleanChild { id, birth: births.of(child) }).collect();
    notes.used(Table::Ad1, ad1.len());
    if !placed_adoption.is_empty() {
        notes.used(Table::PlacedAdoption, placed_adoption.len());
    }
    let clean = CleanAuthority {
        authority,
        held,
        children,
        episodes: episodes::clean(&RowsByChild::new(&episodes, &register), &mut notes),
        reviews: reviews::distinct(&reviews_by_child, reviews.len(), &mut notes),
        decisions: reviews::decisions(&ad1_by_child),
        oc2,
        oc3,
        results: results::merge(&RowsByChild::new(&attainment, &register), &mut notes),
        rejected_episodes,
    };
    (clean, notes)
}

fn for_every_row<T>(register: &mut ChildRegister, rows: &[Row<T>]) {
    for row in rows {
        register.note(row.child);
    }
}
