//! Who is to be asked about again, and one child put to the indicators in every way that its rows leave open.

use super::ask::{Asked, Asker, DoubtfulAnswer, Open, doubts_of};
use super::earlier_not_seen::LookingBack;
use super::no_row::Lacking;
use super::otherwise::Child;
use super::twice::of_child;
use super::unmatched_ids::{Ids, IdsLeft, Unmatched};
use super::{
    code_unknown, date_unreadable, earlier_not_seen, end_assumed, overlap, row_rejected, twice, unmatched_ids,
};
use crate::care::AuthorityHistories;
use crate::care::one_child::OneChild;
use crate::indicators::IndicatorOutcomes;
use crate::indicators::outcome::Decision;
use crate::indicators::witness::Sight;
use crate::quality::CleanAuthority;
use crate::quality::unsettled::Unsettled;
use crate::returns::finding::Source;
use crate::returns::suspect::Suspect;
use crate::returns::table::Table;
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::row::Row;
use crate::setting::Setting;
use std::collections::{BTreeMap, BTreeSet};

/// The children of an authority, to be read again.
pub(crate) struct Reread<'ask, 'run> {
    histories: &'run AuthorityHistories<'run>,
    asked: &'ask [Asked<'run>],
    outcomes: &'ask [Option<&'run IndicatorOutcomes>],
    setting: Setting<'run>,
    builder: OneChild<'run>,
    /// Whether anybody has a result, by indicator: then a child without one may have one.
    matched: Vec<bool>,
    /// What the ids of the tables leave open, by child.
    unmatched: BTreeMap<u32, Unmatched>,
    ids_left: Vec<IdsLeft>,
}

impl<'ask, 'run> Reread<'ask, 'run> {
    /// Of an authority, with what its indicators are asked and made of its children.
    pub(crate) fn of(
        histories: &'run AuthorityHistories<'run>,
        asked: &'ask [Asked<'run>],
        outcomes: &'ask [Option<&'run IndicatorOutcomes>],
        setting: Setting<'run>,
    ) -> Reread<'ask, 'run> {
        let clean = histories.clean;
        let has_result = |of: &IndicatorOutcomes| {
            let counted = of.decisions.iter().filter(|(_, decision)| decision.in_denominator());
            counted.map(|(_, decision)| Lacking::of(decision)).any(|lacking| lacking != Some(Lacking::Result))
        };
        let ids = Ids { clean, asked, outcomes };
        Reread {
            histories,
            asked,
            outcomes,
            setting,
            builder: OneChild::of(clean, setting),
            matched: outcomes.iter().map(|of| of.is_some_and(has_result)).collect(),
            unmatched: ids.unmatched(),
            ids_left: ids.ids_left(),
        }
    }

    /// The children about whom anything is to be asked again, in order.
    pub(crate) fn children(&self) -> BTreeSet<u32> {
        let mut children: BTreeSet<u32> = self.unmatched.keys().copied().chain(self.children_of_lists()).collect();
        for (place, outcomes) in self.outcomes.iter().enumerate() {
            let Some(outcomes) = outcomes else { continue };
            let is_open = |decision| {
                self.lacking(place, decision).is_some()
                    || earlier_not_seen::by_decision(&self.looking_back(place), decision)
            };
            let open = outcomes.decisions.iter().filter(|(_, decision)| is_open(decision));
            children.extend(open.map(|(child, _)| *child));
        }
        let rests_on_start = |child: &u32| {
            let history = self.histories.child(*child as usize, self.setting.timeframe.known);
            (0..self.asked.len()).any(|place| {
                let decision = self.outcomes[place].and_then(|of| of.decision(*child));
                earlier_not_seen::by_care(&self.looking_back(place), &history, decision)
            })
        };
        children.extend(self.histories.children_with_truncated_care().filter(rests_on_start));
        children
    }

    /// The children about whose rows something is unsettled, some of them more than once.
    fn children_of_lists(&self) -> impl Iterator<Item = u32> {
        let (histories, clean) = (self.histories, self.histories.clean);
        let Unsettled { superseded, twice, suspects, .. } = &clean.unsettled;
        let without_birth = clean.children.iter().enumerate().filter(|(_, child)| child.birth.is_none());
        let of_rows = suspects.iter().map(|(child, _)| *child).chain(superseded.iter().map(|row| row.child));
        let of_ends = histories.ends_given.iter().map(|(child, _)| *child);
        let overlaps = histories.overlaps.iter().map(|overlap| overlap.child);
        of_rows
            .chain(twice.children())
            .chain(of_ends)
            .chain(overlaps)
            .chain(without_birth.map(|(child, _)| child as u32))
    }

    /// What a decision lacks that a row could hold.
    fn lacking(&self, place: usize, decision: &Decision) -> Option<Lacking> {
        Lacking::of(decision).filter(|lacking| *lacking != Lacking::Result || self.matched[place])
    }

    fn looking_back(&self, place: usize) -> LookingBack<'_, 'run> {
        let cover_too_short = self.outcomes[place].is_some_and(|of| of.cover_too_short);
        LookingBack { asked: &self.asked[place], cover_too_short, setting: self.setting }
    }

    /// What is doubtful about a child's answers, indicator by indicator.
    pub(crate) fn doubts_of(&self, number: u32) -> Vec<Option<DoubtfulAnswer>> {
        let Reread { histories, ref builder, setting, .. } = *self;
        let unsettled = &histories.clean.unsettled;
        let rows = rows_of(histories.clean, number);
        let history = histories.child(number as usize, setting.timeframe.known);
        let child = Child { history, rows: &rows, builder, reading: builder.as_measured(), setting };
        let suspects = of_child(&unsettled.suspects, number, |(child, _)| *child);
        let ends_given = of_child(&histories.ends_given, number, |(child, _)| *child);
        let superseded = of_child(&unsettled.superseded, number, |row| row.child);
        let rows = OfChild {
            reread: self,
            number,
            suspects: suspects.iter().map(|(_, suspect)| *suspect).collect(),
            ends_given: ends_given.iter().map(|(_, source)| *source).collect(),
            superseded: superseded.iter().map(|row| row.source).collect(),
            overlap: !of_child(&histories.overlaps, number, |overlap| overlap.child).is_empty(),
            unmatched: self.unmatched.get(&number),
        };
        doubts_of(&child, self.asked, &rows)
    }
}

/// What the files leave open about one child.
struct OfChild<'child, 'ask, 'run> {
    reread: &'child Reread<'ask, 'run>,
    /// The child's index.
    number: u32,
    suspects: Vec<Suspect>,
    ends_given: Vec<Source>,
    superseded: Vec<Source>,
    overlap: bool,
    unmatched: Option<&'child Unmatched>,
}

impl Open for OfChild<'_, '_, '_> {
    fn ask(&self, child: &Child<'_>, asker: &mut Asker<'_, '_>) {
        let Reread { histories, .. } = self.reread;
        let OfChild { number, ref suspects, .. } = *self;
        code_unknown::ask(child, suspects, asker);
        date_unreadable::ask(child, suspects, histories.clean.children[number as usize].birth_told_by, asker);
        row_rejected::ask(child, suspects, asker);
        self.unmatched(child, asker);
        for place in asker.places().collect::<Vec<usize>>() {
            let decision = asker.decision(place);
            if let Some(lacking) = decision.and_then(|decision| self.reread.lacking(place, &decision)) {
                asker.of(&[place], |asker| lacking.ask(child, asker));
            }
        }
        end_assumed::ask(child, &self.ends_given, &self.superseded, asker);
        if self.overlap {
            overlap::ask(child, asker);
        }
        twice::ask(child, number, &histories.clean.unsettled.twice, asker);
        for place in asker.places().collect::<Vec<usize>>() {
            earlier_not_seen::ask(child, place, &self.reread.looking_back(place), asker);
        }
    }
}

impl OfChild<'_, '_, '_> {
    /// Rows that the child may have under another id. A child whom only another doubt brings in may have one in any table
    /// with ids that are no child's.
    fn unmatched(&self, child: &Child<'_>, asker: &mut Asker<'_, '_>) {
        let mut tables = self.unmatched.map(|unmatched| unmatched.tables.clone()).unwrap_or_default();
        if asker.is_first() {
            let under_another_id = self.unmatched.map(|unmatched| &unmatched.episodes);
            let under_none = self.unmatched.map(|unmatched| &unmatched.lost_episodes);
            let clues = [unmatched_ids::clue(Table::Episodes), unmatched_ids::LOST_EPISODE];
            for (places, clue) in [under_another_id, under_none].into_iter().zip(clues) {
                if let Some(places) = places.filter(|places| !places.is_empty()) {
                    asker.of(places, |asker| row_rejected::in_care_or_not(child, true, clue, asker));
                }
            }
        } else {
            tables.extend(self.under_ids_left(child, asker));
        }
        for (place, table, year) in tables {
            let clue = unmatched_ids::clue(table);
            asker.of(&[place], |asker| row_rejected::a_row_of(child, table, year, clue, asker));
        }
    }

    /// The tables that an indicator looks at only with something read otherwise, and in which the child may have a row
    /// under an id that is left.
    fn under_ids_left(&self, child: &Child<'_>, asker: &Asker<'_, '_>) -> Vec<(usize, Table, i32)> {
        let Reread { histories, outcomes, ids_left, .. } = self.reread;
        let presence = &histories.clean.unsettled.presence;
        let mut tables = Vec::new();
        for ids in ids_left {
            let &IdsLeft { place, table, year, .. } = ids;
            let decision = outcomes[place].and_then(|of| of.decision(self.number));
            let comes_in = !decision.is_some_and(Decision::in_population);
            let looked_at = sight_of(table).is_some_and(|sight| asker.that_looked_at(sight).any(|of| of == place));
            let has_row =
                presence.has(year, table, self.number) || table == Table::Header && child.history.birth.is_some();
            if comes_in && looked_at && !has_row && ids.may_be_of(self.number) {
                tables.push((place, table, year));
            }
        }
        tables
    }
}

/// What is looked at in a table that tells of a child besides its episodes.
fn sight_of(table: Table) -> Option<Sight> {
    match table {
        Table::Header => Some(Sight::Birth),
        Table::Reviews => Some(Sight::Reviews),
        Table::Oc2 => Some(Sight::Scores),
        Table::Oc3 => Some(Sight::Leaver),
        Table::Ad1 => Some(Sight::Decisions),
        Table::Attainment => Some(Sight::Results),
        Table::Episodes | Table::PlacedAdoption | Table::Uasc | Table::Missing => None,
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
