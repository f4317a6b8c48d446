//! The clean rows of one authority, table by table.

use super::by_child::{ByChild, ChildRegister, OrderedChildren, RowsByChild};
use super::child::{Births, CleanChild};
use super::clean_episode::CleanEpisode;
use super::episodes::{Cleaned, EpisodeCleaner};
use super::ledger::Ledger;
use super::missing;
use super::notes::{Noted, Notes, SetAsideRows};
use super::one_row::last_of_each_return;
use super::presence::Presence;
use super::results::{self, ExamResults};
use super::reviews;
use super::unmatched;
use super::unsettled::{Twice, Unsettled};
use crate::code::{Code, LongTexts};
use crate::day::Day;
use crate::returns::AuthorityReturns;
use crate::returns::finding::{Finding, Source};
use crate::returns::held::Held;
use crate::returns::notice::{Bearing, Notice};
use crate::returns::suspect::{Dated, Suspect, Suspicion};
use crate::returns::table::Table;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::missing::Missing;
use crate::returns::tables::oc2::Oc2;
use crate::returns::tables::oc3::Oc3;
use crate::returns::tables::row::Row;
use crate::returns::tables::uasc::Uasc;
use crate::returns::tables::{AuthorityRows, RejectedEpisode};
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::policies::Policies;
use std::collections::HashSet;

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
    /// How the child took part in each of them; blank where no row says.
    pub participation: ByChild<Code>,
    /// The row of each return that has one, in order of year.
    pub oc2: ByChild<(i32, Oc2)>,
    /// The row of each return that has one, in order of year.
    pub oc3: ByChild<(i32, Oc3)>,
    /// The days of decisions for adoption, in order.
    pub decisions: ByChild<Day>,
    /// The results of each exam year, in order of year.
    pub results: ByChild<ExamResults>,
    /// The row of UASC of each return that has one, in order of year.
    pub uasc: ByChild<(i32, Uasc)>,
    /// The times that the child was missing or away, in order.
    pub missing: ByChild<Missing>,
    /// Rejected rows of the episodes table whose child and DECOM can be read.
    pub rejected_episodes: Vec<RejectedEpisode>,
    /// What the files leave unsettled about the children.
    pub unsettled: Unsettled,
    /// What became of the rows so far; the episodes left are for the next stage to account for.
    pub ledger: Ledger,
}

/// What came of cleaning an authority's rows.
pub(crate) struct OfAuthority {
    /// The clean rows.
    pub clean: CleanAuthority,
    /// What was found.
    pub findings: Vec<Finding>,
    /// What is worth saying of them as a whole.
    pub notices: Vec<Notice>,
    /// Rows set aside one by one.
    pub set_aside: SetAsideRows,
}

/// What cleaning goes by.
#[derive(Clone, Copy)]
pub(crate) struct Cleaning<'run> {
    /// Texts too long for a number.
    pub long: &'run LongTexts,
    /// The facts.
    pub seeds: &'run Seeds,
    /// The choices in force.
    pub policies: &'run Policies,
}

impl Cleaning<'_> {
    /// Cleans the rows of an authority, of which reading rejected some.
    pub(crate) fn authority(
        &self,
        authority: AuthorityIndex,
        AuthorityReturns { rows, held, set_aside, .. }: AuthorityReturns,
        rejected: Ledger,
    ) -> OfAuthority {
        let mut notes = Notes::after_reading(authority, rejected);
        set_aside.iter().for_each(|rows| notes.whole_table(rows));
        let ordered = registered(&rows, &mut notes).in_order(self.long);
        let mut presence = of_rejected_rows(&rows.suspects, &ordered);
        let header = RowsByChild::new(&rows.header, &ordered, presence.of_table(Table::Header));
        let episodes = RowsByChild::new(&rows.episodes, &ordered, presence.of_table(Table::Episodes));
        let reviews = RowsByChild::new(&rows.reviews, &ordered, presence.of_table(Table::Reviews));
        let oc2 = RowsByChild::new(&rows.oc2, &ordered, presence.of_table(Table::Oc2));
        let oc3 = RowsByChild::new(&rows.oc3, &ordered, presence.of_table(Table::Oc3));
        let ad1 = RowsByChild::new(&rows.ad1, &ordered, presence.of_table(Table::Ad1));
        let attainment = RowsByChild::new(&rows.attainment, &ordered, presence.of_table(Table::Attainment));
        let uasc = RowsByChild::new(&rows.uasc, &ordered, presence.of_table(Table::Uasc));
        let missing = RowsByChild::new(&rows.missing, &ordered, presence.of_table(Table::Missing));

        let header = last_of_each_return(Table::Header, &header, &mut notes);
        let oc2 = last_of_each_return(Table::Oc2, &oc2, &mut notes);
        let oc3 = last_of_each_return(Table::Oc3, &oc3, &mut notes);
        let births = Births { header: &header.rows, oc3: &oc3.rows, oc2: &oc2.rows, ad1: &ad1, reviews: &reviews };
        let children: Vec<CleanChild> = ordered.ids().enumerate().map(|(child, id)| births.child(child, id)).collect();
        let (results, other_results) = results::merge(&attainment, &mut notes);
        let other_births = header.births(Table::Header, |row| row.birth).chain(oc3.births(Table::Oc3, |row| row.birth));
        let other_births = other_births.chain(oc2.births(Table::Oc2, |row| row.birth));
        let twice = Twice {
            births: births.otherwise(other_births),
            oc2: oc2.that_differ().collect(),
            oc3: oc3.that_differ().collect(),
            results: other_results,
            ..Twice::default()
        };
        let mut unsettled = Unsettled::new(held.loaded_years().max(), presence, rows.lost, twice);
        let unused: HashSet<Source> = header.unused().chain(oc2.unused()).chain(oc3.unused()).collect();
        unsettled.note_suspects(rows.suspects, &ordered, &episodes, &unused);
        let (roles, suspects) = (self.seeds.codes.roles(), unsettled.suspects.iter().map(|(_, suspect)| suspect));
        let cleaner = EpisodeCleaner::new(roles, self.policies, &rows.rejected_episodes, suspects);
        let note = |child, rows: &[&Row<Episode>], kept: &[CleanEpisode], cleaned: &Cleaned<'_>| {
            unsettled.note_episodes(child, rows, kept, cleaned);
        };
        let episodes = cleaner.every_child(&episodes, note, &mut notes);
        let decisions = reviews::decisions(&ad1);
        notes.used(Table::Ad1, rows.ad1.len());
        let (reviews, participation) = reviews::distinct(&reviews, rows.reviews.len(), &mut notes);
        let uasc = last_of_each_return(Table::Uasc, &uasc, &mut notes).rows;
        let missing = missing::distinct(&missing, rows.missing.len(), &mut notes);
        let whose = self.seeds.authorities.get(authority);
        let said = unmatched::notices(&unsettled.presence, |child| children[child as usize].id.text(self.long));
        let notice = |said| Notice {
            kind: "ids_unmatched",
            bearing: Bearing::Figures,
            words: format!("{} ({}), {said}", whose.name, whose.code),
        };
        let notices = said.into_iter().map(notice).collect();
        let Noted { findings, ledger, set_aside } = notes.noted();
        let clean = CleanAuthority {
            authority,
            held,
            children,
            episodes,
            reviews,
            participation,
            oc2: oc2.rows,
            oc3: oc3.rows,
            decisions,
            results,
            uasc,
            missing,
            rejected_episodes: rows.rejected_episodes,
            unsettled,
            ledger,
        };
        OfAuthority { clean, findings, notices, set_aside }
    }
}

/// Registers the children of every table and counts its rows. A child whose only row was rejected is a child too.
fn registered(rows: &AuthorityRows, notes: &mut Notes) -> ChildRegister {
    let mut register = ChildRegister::default();
    register_rows(&rows.header, Table::Header, &mut register, notes);
    register_rows(&rows.episodes, Table::Episodes, &mut register, notes);
    register_rows(&rows.reviews, Table::Reviews, &mut register, notes);
    register_rows(&rows.oc2, Table::Oc2, &mut register, notes);
    register_rows(&rows.oc3, Table::Oc3, &mut register, notes);
    register_rows(&rows.ad1, Table::Ad1, &mut register, notes);
    register_rows(&rows.attainment, Table::Attainment, &mut register, notes);
    // What no indicator needs is counted where it is there alone.
    if !rows.uasc.is_empty() {
        register_rows(&rows.uasc, Table::Uasc, &mut register, notes);
    }
    if !rows.missing.is_empty() {
        register_rows(&rows.missing, Table::Missing, &mut register, notes);
    }
    if !rows.placed_adoption.is_empty() {
        register_rows(&rows.placed_adoption, Table::PlacedAdoption, &mut register, notes);
        notes.used(Table::PlacedAdoption, rows.placed_adoption.len());
    }
    rows.rejected_episodes.iter().for_each(|row| register.note(row.child));
    rows.suspects.iter().for_each(|suspect| register.note(suspect.child));
    register
}

/// Registers the children of a table and counts its rows.
fn register_rows<T>(rows: &[Row<T>], table: Table, register: &mut ChildRegister, notes: &mut Notes) {
    notes.read(table, rows);
    for row in rows {
        register.note(row.child);
    }
}

/// The children of rejected rows, who are in the table all the same.
fn of_rejected_rows(suspects: &[Suspect], children: &OrderedChildren) -> Presence {
    let mut presence = Presence::none_of(children.count());
    for suspect in suspects {
        let table = match suspect.what {
            Suspicion::Rejected(row) => row.table,
            Suspicion::Unread(Dated::Review) => Table::Reviews,
            _ => continue,
        };
        if let Some(child) = children.place(suspect.child) {
            presence.note(suspect.year, table, child);
        }
    }
    presence
}
