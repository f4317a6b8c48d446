//! A table holds ids that the episodes of its return do not have: as many children of the population without a row in it
//! may be theirs; and an id without any episode may be a child of the population.

use super::ask::{Asked, Clue};
use super::cause::{Cause, Ground};
use crate::indicators::IndicatorOutcomes;
use crate::indicators::question::Question;
use crate::quality::presence::Presence;
use crate::quality::unsettled::Unsettled;
use crate::returns::table::Table;
use std::collections::BTreeMap;

/// The tables that tell of children in care, whose ids should have episodes.
const OF_CHILDREN_IN_CARE: [Table; 3] = [Table::Header, Table::Oc2, Table::Reviews];

/// What the ids of a return leave open about a child.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Unmatched {
    /// Tables and years of returns in which the child may have a row under another id.
    pub tables: Vec<(Table, i32)>,
    /// Whether the child may have an episode under another id.
    pub without_episode: bool,
}

/// The clue of a table.
pub(crate) fn clue(table: Table) -> Clue {
    Clue { ground: Ground::new(Cause::UnmatchedIds, table.name()), source: None }
}

/// What the ids leave open, for each child that they leave anything open about.
pub(crate) fn of_authority(
    unsettled: &Unsettled,
    children: u32,
    asked: &[Asked<'_>],
    outcomes: &[Option<&IndicatorOutcomes>],
) -> BTreeMap<u32, Unmatched> {
    let presence = &unsettled.presence;
    let mut unmatched = BTreeMap::<u32, Unmatched>::new();
    for ((indicator, question), outcomes) in
        asked.iter().zip(outcomes).filter_map(|(asked, of)| asked.as_ref().zip(*of))
    {
        for &table in indicator.needs().iter().filter(|table| **table != Table::Episodes) {
            for year in years(table, question) {
                let unknown = unknown_ids(unsettled, table, year);
                let population = outcomes.decisions.iter().filter(|(_, decision)| decision.in_population());
                let without_row = population.filter(|(child, _)| !presence.has(year, table, *child));
                for (child, _) in without_row.take(unknown) {
                    let tables = &mut unmatched.entry(*child).or_default().tables;
                    if !tables.contains(&(table, year)) {
                        tables.push((table, year));
                    }
                }
            }
        }
    }
    if let Some((_, question)) = asked.iter().flatten().next() {
        let year = question.timeframe.current_year();
        let has = |table, child| presence.has(year, table, child);
        for child in 0..children {
            let told_of = OF_CHILDREN_IN_CARE.iter().any(|&table| has(table, child));
            if told_of && !has(Table::Episodes, child) && !has(Table::Oc3, child) {
                unmatched.entry(child).or_default().without_episode = true;
            }
        }
    }
    unmatched
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
    let known = |child: &u32| match table {
        Table::Oc3 => in_any_return(presence, *child),
        _ => presence.has(year, Table::Episodes, *child),
    };
    let unknown = presence.in_table(year, table).filter(|child| !known(child)).count();
    unknown + lost.iter().filter(|row| row.table == table && row.year == year).count()
}

/// Whether the episodes of any return have the child.
fn in_any_return(presence: &Presence, child: u32) -> bool {
    presence.years().into_iter().any(|year| presence.has(year, Table::Episodes, child))
}
