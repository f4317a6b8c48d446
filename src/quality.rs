//! Stage two: from tables to clean rows, child by child.
//!
//! Everything here is the same whatever the day of the figures: steps a to c of definitions 3.1,
//! the one row for each child in the other tables, and the date of birth. Steps d to g depend on the
//! day and belong to the next stage.

pub mod by_child;
pub mod child;
pub mod episodes;
pub mod ledger;
pub mod notes;
pub mod one_row;
pub mod results;
pub mod reviews;

use crate::code::LongTexts;
use crate::day::Day;
use crate::returns::file::{FileReport, Outcome};
use crate::returns::finding::{Finding, Source};
use crate::returns::held::{CollatedResults, Held, RefusedFiles};
use crate::returns::table::Table;
use crate::returns::tables::oc2::Oc2;
use crate::returns::tables::oc3::Oc3;
use crate::returns::tables::row::Row;
use crate::returns::tables::{AuthorityRows, RejectedEpisode};
use crate::returns::{AuthorityReturns, Returns};
use crate::seeds::authorities::AuthorityIndex;
use by_child::{ByChild, ChildRegister, RowsByChild};
use child::CleanChild;
use episodes::CleanEpisode;
use ledger::{Ledger, count};
use notes::Notes;
use rayon::prelude::*;
use results::ExamResults;
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
}

impl CleanReturns {
    /// Drops the rows of all children.
    pub(crate) fn into_input(self) -> InputAccount {
        self.input
    }
}

impl InputAccount {
    /// How many rows are set aside because they repeat one of another file; and the first of them, with the row it
    /// repeats.
    pub(crate) fn repeated_in_another_file(&self) -> Option<(usize, [Source; 2])> {
        let mut repeated = self.findings.iter().filter_map(|finding| {
            let used = finding.in_favour_of?;
            (used.file != finding.source.file).then_some([finding.source, used])
        });
        let first = repeated.next()?;
        Some((1 + repeated.count(), first))
    }

    /// The findings that rejected a row, in order of file and line.
    pub(crate) fn rejections(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.rejects())
    }
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
    /// One episode for each child and DECOM, in order of DECOM.
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
    /// What became of the rows so far; the episodes left are for the next stage to account for.
    pub ledger: Ledger,
}

/// Cleans the rows of all tables, and drops the raw rows as it goes.
pub fn clean(returns: Returns) -> CleanReturns {
    let Returns { files, not_csv, authorities, collated_results, refused, mut findings, written: _, long } = returns;
    let mut rejected = Rejected::of(&findings, &files);
    let with_rejected: Vec<_> =
        authorities.into_iter().map(|(authority, returns)| (authority, returns, rejected.take(authority))).collect();
    let cleaned: Vec<(CleanAuthority, Vec<Finding>)> = with_rejected
        .into_par_iter()
        .map(|(authority, returns, rejected)| clean_authority(authority, returns, rejected, &long))
        .collect();
    let mut authorities = Vec::with_capacity(cleaned.len());
    for (authority, found) in cleaned {
        findings.extend(found);
        authorities.push(authority);
    }
    let unplaced = rejected.rest();
    findings.sort_by(|one, other| (one.source, one.rule.name).cmp(&(other.source, other.rule.name)));
    let input = InputAccount { files, not_csv, findings };
    CleanReturns { authorities, input, collated_results, refused, unplaced, long }
}

/// The rows that reading rejected, by the authority that they are of.
struct Rejected(BTreeMap<Option<AuthorityIndex>, Ledger>);

impl Rejected {
    /// A rejected row has one finding that rejects it.
    fn of(findings: &[Finding], files: &[FileReport]) -> Rejected {
        let mut rejected = BTreeMap::<_, Ledger>::new();
        for finding in findings.iter().filter(|finding| finding.rejects()) {
            let file = files.get(finding.source.file as usize);
            if let Some(Outcome::Read { table, .. }) = file.map(|file| &file.outcome) {
                let table = rejected.entry(finding.authority).or_default().of(*table);
                table.read += 1;
                count(&mut table.rejected, finding.rule.name, 1);
            }
        }
        Rejected(rejected)
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

fn clean_authority(
    authority: AuthorityIndex,
    returns: AuthorityReturns,
    rejected: Ledger,
    long: &LongTexts,
) -> (CleanAuthority, Vec<Finding>) {
    let AuthorityReturns { rows, held } = returns;
    let AuthorityRows {
        header,
        episodes,
        reviews,
        oc2,
        oc3,
        ad1,
        attainment,
        placed_adoption,
        rejected_episodes,
        suspects: _,
        lost: _,
    } = rows;
    let mut notes = Notes::after_reading(authority, rejected);
    let mut register = ChildRegister::default();
    register_rows(&header, Table::Header, &mut register, &mut notes);
    register_rows(&episodes, Table::Episodes, &mut register, &mut notes);
    register_rows(&reviews, Table::Reviews, &mut register, &mut notes);
    register_rows(&oc2, Table::Oc2, &mut register, &mut notes);
    register_rows(&oc3, Table::Oc3, &mut register, &mut notes);
    register_rows(&ad1, Table::Ad1, &mut register, &mut notes);
    register_rows(&attainment, Table::Attainment, &mut register, &mut notes);
    if !placed_adoption.is_empty() {
        register_rows(&placed_adoption, Table::PlacedAdoption, &mut register, &mut notes);
        notes.used(Table::PlacedAdoption, placed_adoption.len());
    }
    let register = register.in_order(long);

    let header = one_row::last_of_each_return(Table::Header, &RowsByChild::new(&header, &register), &mut notes);
    let ad1_by_child = RowsByChild::new(&ad1, &register);
    let reviews_by_child = RowsByChild::new(&reviews, &register);
    let oc2 = one_row::last_of_each_return(Table::Oc2, &RowsByChild::new(&oc2, &register), &mut notes);
    let oc3 = one_row::last_of_each_return(Table::Oc3, &RowsByChild::new(&oc3, &register), &mut notes);
    let births =
        child::Births { header: &header, oc3: &oc3, oc2: &oc2, ad1: &ad1_by_child, reviews: &reviews_by_child };
    let children = register.ids().enumerate().map(|(child, id)| births.child(child, id)).collect();
    notes.used(Table::Ad1, ad1.len());
    let episodes = episodes::clean(&RowsByChild::new(&episodes, &register), &mut notes);
    let decisions = reviews::decisions(&ad1_by_child);
    let reviews = reviews::distinct(&reviews_by_child, reviews.len(), &mut notes);
    let results = results::merge(&RowsByChild::new(&attainment, &register), &mut notes);
    let (findings, ledger) = notes.into_parts();
    let clean = CleanAuthority {
        authority,
        held,
        children,
        episodes,
        reviews,
        oc2,
        oc3,
        decisions,
        results,
        rejected_episodes,
        ledger,
    };
    (clean, findings)
}

/// Registers the children of a table and counts its rows.
fn register_rows<T>(rows: &[Row<T>], table: Table, register: &mut ChildRegister, notes: &mut Notes) {
    notes.read(table, rows);
    for row in rows {
        register.note(row.child);
    }
}
