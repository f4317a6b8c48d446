//! How far the files could move each figure: the children whose answer rests on something that the files do not tell for
//! certain, why, and what else their answer could be.
//!
//! An indicator is asked again with the cell read otherwise; no definition is written down twice.

pub(crate) mod ask;
pub mod cause;
mod code_unknown;
mod date_unreadable;
mod earlier_not_seen;
mod end_assumed;
mod no_row;
pub mod of_figure;
mod otherwise;
mod overlap;
pub(crate) mod possible;
pub mod range;
mod row_rejected;
mod twice;
mod unmatched_ids;

use crate::care::one_child::OneChild;
use crate::care::placement::is_temporary;
use crate::care::stale::Stops;
use crate::care::{AuthorityHistories, CareHistories};
use crate::indicators::outcome::Decision;
use crate::indicators::question::{Indicator, LooksBack, Question};
use crate::indicators::{AuthorityOutcomes, IndicatorOutcomes, Outcomes, asked};
use crate::quality::unsettled::Unsettled;
use crate::quality::{CleanAuthority, CleanReturns};
use crate::returns::finding::Source;
use crate::returns::suspect::Suspect;
use crate::returns::table::Table;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use crate::setting::Setting;
use ask::{Asked, Asker, Clue, DoubtfulAnswer};
use cause::{Cause, Ground};
use no_row::Lacking;
use otherwise::Child;
use possible::{Possible, answer_of};
use rayon::prelude::*;
use std::collections::BTreeMap;
use twice::of_child;
use unmatched_ids::{Ids, Unmatched};

/// What is doubtful about the answers of every authority's children.
#[derive(Debug)]
pub struct Doubts {
    /// Authority by authority, in the order of the outcomes.
    pub authorities: Vec<AuthorityDoubts>,
}

/// What is doubtful about the answers of one authority's children.
#[derive(Debug)]
pub struct AuthorityDoubts {
    /// For each indicator in order: the children whose answer is doubtful, in order of id, by their index.
    pub indicators: Vec<Vec<(u32, DoubtfulAnswer)>>,
}

impl Doubts {
    /// Asks again wherever the files leave something open.
    pub(crate) fn of(
        histories: &CareHistories<'_>,
        outcomes: &Outcomes,
        setting: Setting<'_>,
        clean: &CleanReturns,
    ) -> Doubts {
        let of = |of_authority: &AuthorityOutcomes| {
            let mut all = histories.authorities.iter();
            let histories = all.find(|histories| histories.clean.authority == of_authority.authority);
            let nothing = || AuthorityDoubts { indicators: vec![Vec::new(); of_authority.indicators.len()] };
            histories.map_or_else(nothing, |histories| AuthorityDoubts::of(histories, of_authority, setting, clean))
        };
        Doubts { authorities: outcomes.authorities.par_iter().map(of).collect() }
    }
}

/// What is to be asked again about one child.
#[derive(Default)]
struct Open {
    /// What a decision asked for and did not find, and the place of its indicator.
    lacking: Vec<(usize, Lacking)>,
    /// The indicators, by place, whose answer rests on what was before the returns.
    looks_back: Vec<usize>,
    /// What the ids of the tables leave open.
    unmatched: Unmatched,
}

impl AuthorityDoubts {
    fn of(
        histories: &AuthorityHistories<'_>,
        outcomes: &AuthorityOutcomes,
        setting: Setting<'_>,
        clean: &CleanReturns,
    ) -> AuthorityDoubts {
        let seeds = &setting.seeds.indicators;
        let asked: Vec<Asked<'_>> = seeds.iter().map(|seed| asked(seed, histories, setting, clean).ok()).collect();
        let outcomes: Vec<Option<&IndicatorOutcomes>> =
            outcomes.indicators.iter().map(|outcomes| outcomes.as_ref().ok()).collect();
        let mut doubts = AuthorityDoubts { indicators: vec![Vec::new(); asked.len()] };
        let builder = OneChild::of(histories.clean, setting);
        for (child, open) in open_questions(histories, &asked, &outcomes, setting) {
            let decisions: Vec<Option<&Decision>> = outcomes.iter().map(|of| decision_of((*of)?, child)).collect();
            let asker =
                Rereading { histories, place: child, open: &open, decisions: &decisions, builder: &builder, setting };
            for (found, of_child) in doubts.indicators.iter_mut().zip(asker.ask(&asked)) {
                found.extend(of_child.map(|answer| (child, answer)));
            }
        }
        doubts.add_stale(histories, &asked, &outcomes);
        doubts
    }

    /// An extract that stops before the window does could say anything of any child.
    fn add_stale(
        &mut self,
        histories: &AuthorityHistories<'_>,
        asked: &[Asked<'_>],
        outcomes: &[Option<&IndicatorOutcomes>],
    ) {
        let of_reviews = if histories.stops == Stops::Reviews { "reviews" } else { "" };
        let clue = Clue { ground: Ground::new(Cause::Stale, of_reviews), source: None };
        let rests_on_it = |(indicator, _): &(&dyn Indicator, Question<'_>)| match histories.stops {
            Stops::Nothing => false,
            Stops::Reviews => indicator.needs().contains(&Table::Reviews),
            Stops::Everything => indicator.rests_on_last_days(),
        };
        for (place, _) in asked.iter().enumerate().filter(|(_, asked)| asked.as_ref().is_some_and(rests_on_it)) {
            let mut known = std::mem::take(&mut self.indicators[place]).into_iter().peekable();
            for child in 0..histories.children() as u32 {
                let of_child = known.next_if(|(other, _)| *other == child).map(|(_, answer)| answer);
                let given = outcomes[place].and_then(|of| decision_of(of, child));
                let given = given.and_then(|decision| answer_of(&Ok(*decision)));
                let mut answer =
                    of_child.unwrap_or(DoubtfulAnswer { given, possible: Possible::ANY, clues: Vec::new() });
                answer.possible = Possible::ANY;
                answer.clues.push(clue);
                self.indicators[place].push((child, answer));
            }
        }
    }
}

/// The decision on a child, where the indicator considered it.
fn decision_of(outcomes: &IndicatorOutcomes, child: u32) -> Option<&Decision> {
    let place = outcomes.decisions.binary_search_by_key(&child, |(child, _)| *child).ok()?;
    outcomes.decisions.get(place).map(|(_, decision)| decision)
}

/// The children about whom anything is to be asked again, in order.
fn open_questions(
    histories: &AuthorityHistories<'_>,
    asked: &[Asked<'_>],
    outcomes: &[Option<&IndicatorOutcomes>],
    setting: Setting<'_>,
) -> BTreeMap<u32, Open> {
    let mut open = BTreeMap::<u32, Open>::new();
    for (child, unmatched) in (Ids { clean: histories.clean, asked, outcomes }).unmatched() {
        open.entry(child).or_default().unmatched = unmatched;
    }
    for child in children_of_lists(histories) {
        open.entry(child).or_default();
    }
    let truncated: Vec<u32> = histories.children_with_truncated_care().collect();
    for (place, outcomes) in outcomes.iter().enumerate() {
        let (Some((indicator, question)), Some(outcomes)) = (&asked[place], outcomes) else { continue };
        let matched = outcomes
            .decisions
            .iter()
            .any(|(_, decision)| decision.in_denominator() && Lacking::of(decision) != Some(Lacking::Result));
        for (child, decision) in &outcomes.decisions {
            let lacking = Lacking::of(decision).filter(|lacking| *lacking != Lacking::Result || matched);
            let looks_back = match indicator.looks_back() {
                LooksBack::ToReviews => decision.flags.window_from_assumed_review,
                LooksBack::ToCohort => decision.flags.cohort_assumed && !setting.policies.oc3_names_the_cohort,
                LooksBack::ToPlacements => {
                    outcomes.cover_too_short && decision.in_denominator() && !decision.in_numerator()
                }
                _ => false,
            };
            if lacking.is_some() || looks_back {
                let open = open.entry(*child).or_default();
                open.lacking.extend(lacking.map(|lacking| (place, lacking)));
                open.looks_back.extend(looks_back.then_some(place));
            }
        }
        let to_start = match indicator.looks_back() {
            LooksBack::ToStartOfCare => true,
            LooksBack::ToStartOfCareBeforeCover => outcomes.cover_too_short,
            _ => false,
        };
        if to_start {
            for &child in &truncated {
                if rests_on_start(histories, child, (*indicator, question), setting) {
                    open.entry(child).or_default().looks_back.push(place);
                }
            }
        }
    }
    open
}

/// Whether an indicator's answer may rest on when a period of care began of which the data show no start: one that seems to
/// have begun too late, or whose first row is a stay away from a placement that is not seen.
fn rests_on_start(
    histories: &AuthorityHistories<'_>,
    child: u32,
    (indicator, question): (&dyn Indicator, &Question<'_>),
    setting: Setting<'_>,
) -> bool {
    let history = histories.child(child as usize, question.timeframe.known);
    let period = history.period_on(indicator.day_of_care(question));
    period.is_some_and(|period| {
        let first = history.episodes[period.episodes.start].row.place;
        period.start_truncated && (period.start > indicator.care_since(question) || is_temporary(first, setting))
    })
}

/// The children about whose rows something is unsettled, some of them more than once.
fn children_of_lists<'run>(histories: &'run AuthorityHistories<'_>) -> impl Iterator<Item = u32> + use<'run> {
    let clean = histories.clean;
    let Unsettled { superseded, twice, suspects, .. } = &clean.unsettled;
    let without_birth = clean.children.iter().enumerate().filter(|(_, child)| child.birth.is_none());
    let of_rows = suspects.iter().map(|(child, _)| *child).chain(superseded.iter().map(|row| row.child));
    let of_ends = histories.ends_given.iter().map(|(child, _)| *child);
    let overlaps = histories.overlaps.iter().map(|overlap| overlap.child);
    of_rows.chain(twice.children()).chain(of_ends).chain(overlaps).chain(without_birth.map(|(child, _)| child as u32))
}

/// One child, to be read again in every way that its rows leave open.
struct Rereading<'ask, 'run> {
    histories: &'run AuthorityHistories<'run>,
    /// The child's index.
    place: u32,
    open: &'ask Open,
    /// What was decided about it, by indicator.
    decisions: &'ask [Option<&'run Decision>],
    builder: &'ask OneChild<'run>,
    setting: Setting<'run>,
}

impl Rereading<'_, '_> {
    /// What is doubtful about the child's answers, indicator by indicator.
    fn ask(&self, asked: &[Asked<'_>]) -> Vec<Option<DoubtfulAnswer>> {
        let Rereading { histories, place, open, decisions, builder, setting } = *self;
        let (clean, number) = (histories.clean, place as usize);
        let unsettled = &clean.unsettled;
        let rows = rows_of(clean, place);
        let history = histories.child(number, setting.timeframe.known);
        let child = Child { history, rows: &rows, builder, setting };
        let mut asker = Asker::begin(asked, &child.history);
        let suspects: Vec<Suspect> =
            of_child(&unsettled.suspects, place, |(child, _)| *child).iter().map(|(_, suspect)| *suspect).collect();
        code_unknown::ask(&child, &suspects, &mut asker);
        date_unreadable::ask(&child, &suspects, clean.children[number].birth_told_by, &mut asker);
        row_rejected::ask(&child, &suspects, &mut asker);
        for &(place, table, year) in &open.unmatched.tables {
            let clue = unmatched_ids::clue(table);
            asker.of(&[place], |asker| row_rejected::a_row_of(&child, table, year, clue, asker));
        }
        if !open.unmatched.episodes.is_empty() {
            let clue = unmatched_ids::clue(Table::Episodes);
            asker.of(&open.unmatched.episodes, |asker| row_rejected::in_care_or_not(&child, true, clue, asker));
        }
        for &(place, lacking) in &open.lacking {
            asker.of(&[place], |asker| lacking.ask(&child, asker));
        }
        let given = of_child(&histories.ends_given, place, |(child, _)| *child);
        let given: Vec<Source> = given.iter().map(|(_, source)| *source).collect();
        let superseded = of_child(&unsettled.superseded, place, |row| row.child);
        let superseded: Vec<Source> = superseded.iter().map(|row| row.source).collect();
        end_assumed::ask(&child, &given, &superseded, &mut asker);
        if !of_child(&histories.overlaps, place, |overlap| overlap.child).is_empty() {
            overlap::ask(&child, &mut asker);
        }
        twice::ask(&child, place, &unsettled.twice, &mut asker);
        for &place in &open.looks_back {
            earlier_not_seen::ask(&child, place, decisions[place], &mut asker);
        }
        asker.end()
    }
}

/// The rows of episodes that a child's history is built from: as they were read, where they are kept, else as they were
/// cleaned.
fn rows_of(clean: &CleanAuthority, child: u32) -> Vec<Row<Episode>> {
    if let [(_, rows)] = of_child(&clean.unsettled.episodes, child, |(child, _)| *child) {
        return rows.clone();
    }
    let id = clean.children[child as usize].id;
    let cleaned = clean.episodes.of(child as usize).iter();
    cleaned.map(|row| Row { child: id, year: row.year, source: row.source, cells: row.episode }).collect()
}
