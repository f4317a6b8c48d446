//! A table holds ids that the episodes of its return do not have: as many children of the population without a row in it
//! may be theirs; an id without any episode may be a child of the population; and a row of episodes that is no longer any
//! child's is that of some child.

use super::ask::{Asked, Clue};
use super::cause::{Cause, Ground};
use crate::day::Day;
use crate::indicators::IndicatorOutcomes;
use crate::indicators::outcome::Decision;
use crate::indicators::question::Question;
use crate::quality::CleanAuthority;
use crate::quality::clean_episode::CleanEpisode;
use crate::quality::unsettled::Unsettled;
use crate::returns::suspect::LostRow;
use crate::returns::table::Table;
use crate::seeds::codes::roles::{Role, Roles};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The tables that tell of children in care, whose ids should have episodes.
const OF_CHILDREN_IN_CARE: [Table; 3] = [Table::Header, Table::Oc2, Table::Reviews];

/// What the ids of a return leave open about a child, each for an indicator by its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Unmatched {
    /// Tables and years of returns in which the child may have a row under another id.
    pub tables: Vec<(usize, Table, i32)>,
    /// Indicators for which the child may have an episode under another id, or none of those that it seems to have.
    pub episodes: Vec<usize>,
    /// Indicators for which it may have one that has no id.
    pub lost_episodes: Vec<usize>,
}

/// The clue of a table.
pub(crate) fn clue(table: Table) -> Clue {
    Clue { ground: Ground::new(Cause::UnmatchedIds, table.name()), source: None }
}

/// The clue of the rows of episodes that are no longer any child's.
pub(crate) const LOST_EPISODE: Clue = Clue { ground: Ground::new(Cause::UnmatchedIds, "CHILD"), source: None };

/// Ids of a table without episodes, beyond those that children of an indicator's population may have: one may be that of a
/// child whom only another doubt brings in, the least ids of children first.
pub(crate) struct IdsLeft {
    /// The place of the indicator.
    pub place: usize,
    /// The table that it needs.
    pub table: Table,
    /// The year in which its return ends.
    pub year: i32,
    ids: usize,
    taken_by: RefCell<BTreeSet<u32>>,
}

impl IdsLeft {
    /// Whether one may be a child's; children ask in order of id.
    pub(crate) fn may_be_of(&self, child: u32) -> bool {
        let mut taken_by = self.taken_by.borrow_mut();
        taken_by.contains(&child) || taken_by.len() < self.ids && taken_by.insert(child)
    }
}

/// The ids of an authority, and what its indicators made of them.
#[derive(Clone, Copy)]
pub(crate) struct Ids<'run> {
    /// The clean rows.
    pub clean: &'run CleanAuthority,
    /// The indicators, each with its question.
    pub asked: &'run [Asked<'run>],
    /// What each decided.
    pub outcomes: &'run [Option<&'run IndicatorOutcomes>],
}

/// Children who may be one child with another.
#[derive(Debug, Default)]
struct Twins {
    in_care: Vec<u32>,
    leavers: Vec<u32>,
}

impl Ids<'_> {
    /// What the ids leave open, for each child that they leave anything open about.
    pub(crate) fn unmatched(&self) -> BTreeMap<u32, Unmatched> {
        let mut unmatched = BTreeMap::<u32, Unmatched>::new();
        let Some((_, any)) = self.asked.iter().flatten().next() else {
            return unmatched;
        };
        let (without_episode, twins) = (self.without_episode(any), self.same_but_for_zeros());
        let with_gap = self.with_gap_for_lost_episode(any.roles);
        for (place, (asked, outcomes)) in self.asked.iter().zip(self.outcomes).enumerate() {
            let (Some((indicator, question)), Some(outcomes)) = (asked, outcomes) else { continue };
            for &table in indicator.needs().iter().filter(|table| **table != Table::Episodes) {
                for year in years(table, question) {
                    for child in self.without_row(outcomes, table, year) {
                        unmatched.entry(child).or_default().tables.push((place, table, year));
                    }
                }
                if table == Table::Reviews {
                    let year = question.timeframe.current_year();
                    for child in self.may_have_more_reviews(outcomes, question) {
                        unmatched.entry(child).or_default().tables.push((place, table, year));
                    }
                }
            }
            let leavers = indicator.needs().contains(&Table::Oc3);
            let (alone, twins) = if leavers { (&[][..], &twins.leavers) } else { (&*without_episode, &twins.in_care) };
            for child in alone.iter().chain(twins) {
                add_once(&mut unmatched.entry(*child).or_default().episodes, place);
            }
            for child in with_gap.iter().copied().chain(self.may_have_lost_episodes(outcomes)) {
                add_once(&mut unmatched.entry(child).or_default().lost_episodes, place);
            }
        }
        unmatched
    }

    /// The tables of returns that hold more ids without episodes than there are children of an indicator's population
    /// without a row.
    pub(crate) fn ids_left(&self) -> Vec<IdsLeft> {
        let mut left = Vec::new();
        for (place, (asked, outcomes)) in self.asked.iter().zip(self.outcomes).enumerate() {
            let (Some((indicator, question)), Some(outcomes)) = (asked, outcomes) else { continue };
            for &table in indicator.needs().iter().filter(|table| **table != Table::Episodes) {
                for year in years(table, question) {
                    let unknown = unknown_ids(&self.clean.unsettled, table, year);
                    let ids = unknown - self.without_row(outcomes, table, year).len();
                    if ids > 0 {
                        left.push(IdsLeft { place, table, year, ids, taken_by: RefCell::default() });
                    }
                }
            }
        }
        left
    }

    /// As many children of the population without a row in a table as it has ids without episodes, the least ids first.
    fn without_row(&self, outcomes: &IndicatorOutcomes, table: Table, year: i32) -> Vec<u32> {
        let unknown = unknown_ids(&self.clean.unsettled, table, year);
        let is_without = |child: &u32| !self.clean.unsettled.presence.has(year, table, *child);
        population(outcomes).map(|(child, _)| child).filter(is_without).take(unknown).collect()
    }

    /// As many children who fail as the reviews of all returns have ids without episodes, the least ids first: a child has
    /// several reviews, and one of them may be among those.
    fn may_have_more_reviews(&self, outcomes: &IndicatorOutcomes, question: &Question<'_>) -> Vec<u32> {
        let years = question.held.years();
        let unknown = years.map(|year| unknown_ids(&self.clean.unsettled, Table::Reviews, year)).sum();
        let fails = population(outcomes).filter(|(_, decision)| !decision.in_numerator());
        fails.map(|(child, _)| child).take(unknown).collect()
    }

    /// The children whom a table of children in care tells of, without an episode and without an OC3 row.
    fn without_episode(&self, question: &Question<'_>) -> Vec<u32> {
        let (presence, year) = (&self.clean.unsettled.presence, question.timeframe.current_year());
        let is_without = |child: &u32| {
            let has = |table| presence.has(year, table, *child);
            !has(Table::Episodes) && !has(Table::Oc3) && OF_CHILDREN_IN_CARE.iter().any(|&table| has(table))
        };
        (0..self.clean.children.len() as u32).filter(is_without).collect()
    }

    /// Children whose ids differ in nothing but zeros at the front, so that they may be one child: in the episodes, where a
    /// return has ids of both forms; and for the care leavers, in OC3 and the episodes of any return.
    fn same_but_for_zeros(&self) -> Twins {
        let (presence, children) = (&self.clean.unsettled.presence, &self.clean.children);
        let mut twins = Twins::default();
        let with_zeros = children.iter().enumerate().filter(|(_, child)| child.id.begins_with_zero());
        let pairs: Vec<[u32; 2]> = with_zeros
            .flat_map(|(child, clean)| {
                let others = clean.id.without_zeros();
                let place = |id| children.binary_search_by_key(&id, |child| child.id).ok();
                others.filter_map(place).map(move |other| [child as u32, other as u32])
            })
            .collect();
        if pairs.is_empty() {
            return twins;
        }
        let years = presence.years();
        let begins_with_zero = |child: u32| children[child as usize].id.begins_with_zero();
        let of_both_forms = |year: &&i32| !presence.in_table(**year, Table::Episodes).all(begins_with_zero);
        let both_forms: Vec<i32> = years.iter().filter(of_both_forms).copied().collect();
        let in_any = |years: &[i32], table, child| years.iter().any(|&year| presence.has(year, table, child));
        for [child, other] in pairs {
            let has_episode = |child| in_any(&years, Table::Episodes, child);
            let has_leaver_row = |child| in_any(&years, Table::Oc3, child);
            if in_any(&both_forms, Table::Episodes, child) && has_episode(other) {
                twins.in_care.extend([child, other]);
            }
            let is_told_of = |child| has_episode(child) || has_leaver_row(child);
            if (has_leaver_row(child) || has_leaver_row(other)) && is_told_of(child) && is_told_of(other) {
                twins.leavers.extend([child, other]);
            }
        }
        twins
    }

    /// The rows of episodes that are no longer any child's.
    fn lost_episodes(&self) -> impl Iterator<Item = &LostRow> {
        self.clean.unsettled.lost.iter().filter(|row| row.table == Table::Episodes)
    }

    /// The children whose rows have a gap beside which such a row begins or ends: their care goes on and no row follows,
    /// or it has gone on and no row comes before.
    fn with_gap_for_lost_episode(&self, roles: &Roles) -> Vec<u32> {
        let starts: BTreeSet<Day> = self.lost_episodes().filter_map(|row| row.decom).collect();
        let ends: BTreeSet<Day> = self.lost_episodes().filter_map(|row| row.dec).collect();
        if starts.is_empty() && ends.is_empty() {
            return Vec::new();
        }
        let has_gap = |child: &u32| {
            let rows = self.clean.episodes.of(*child as usize);
            rows.iter().any(|CleanEpisode { episode, .. }| {
                let goes_on = roles.has(Role::GoesOn, episode.reason_ended);
                let end = episode.dec.filter(|end| goes_on && starts.contains(end));
                let gap_after = end.is_some_and(|end| rows.iter().all(|next| next.episode.decom != end));
                let start = episode.decom;
                let has_gone_on = ends.contains(&start) && !roles.has(Role::StartsCare, episode.reason_started);
                gap_after || has_gone_on && rows.iter().all(|before| before.episode.dec != Some(start))
            })
        };
        (0..self.clean.children.len() as u32).filter(has_gap).collect()
    }

    /// As many children who pass, as many who fail and as many who are left out as there are rows of episodes that are no
    /// longer any child's, the least ids first.
    fn may_have_lost_episodes(&self, outcomes: &IndicatorOutcomes) -> Vec<u32> {
        let lost = self.lost_episodes().count();
        if lost == 0 {
            return Vec::new();
        }
        let of = |passes: bool| population(outcomes).filter(move |(_, decision)| decision.in_numerator() == passes);
        let left_out = outcomes.decisions.iter().filter(|(_, decision)| !decision.in_population());
        let left_out = left_out.map(|(child, decision)| (*child, decision));
        let some = of(true).take(lost).chain(of(false).take(lost)).chain(left_out.take(lost));
        some.map(|(child, _)| child).collect()
    }
}

fn add_once(places: &mut Vec<usize>, place: usize) {
    if !places.contains(&place) {
        places.push(place);
    }
}

/// The children of an indicator's population, with what was decided.
fn population(outcomes: &IndicatorOutcomes) -> impl Iterator<Item = (u32, &Decision)> {
    let decisions = outcomes.decisions.iter().map(|(child, decision)| (*child, decision));
    decisions.filter(|(_, decision)| decision.in_population())
}

/// The years of the returns whose rows of a table an answer may rest on.
fn years(table: Table, question: &Question<'_>) -> Vec<i32> {
    match table {
        Table::Oc3 => question.timeframe.window_years().filter(|year| question.held.loaded(*year)).collect(),
        Table::Ad1 | Table::Attainment => question.held.years().collect(),
        _ => vec![question.timeframe.current_year()],
    }
}

/// How many ids a table of a return has that no episodes tell of, lost ones among them.
fn unknown_ids(Unsettled { presence, lost, .. }: &Unsettled, table: Table, year: i32) -> usize {
    let unknown = match table {
        Table::Oc3 => {
            let years = presence.years();
            let in_any = |child: &u32| years.iter().any(|&of| presence.has(of, Table::Episodes, *child));
            presence.in_table(year, table).filter(|child| !in_any(child)).count()
        }
        _ => presence.in_table_alone(year, table, Table::Episodes),
    };
    unknown + lost.iter().filter(|row| row.table == table && row.year == year).count()
}
