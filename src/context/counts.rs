//! What is counted of the children of a place.

use super::reviews;
use super::rule::Child;
use super::rules::{RULES, TIMES};
use crate::breakdowns::grouping::{Groupings, Known};
use crate::care::AuthorityHistories;
use crate::quality::CleanReturns;
use crate::seeds::context::MeasureSeed;
use crate::setting::Setting;

/// The counts of a place.
#[derive(Debug)]
pub(super) struct Counts {
    /// Of each rule in order, then of each of those that count times.
    measures: Vec<u64>,
    /// Of the groups of those looked after on the day.
    pub groups: Vec<u64>,
    /// Of the ways to take part in a review.
    pub participation: Vec<u64>,
}

impl Counts {
    /// Nobody.
    pub(super) fn none(groupings: &Groupings, measures: &[MeasureSeed]) -> Counts {
        let ways = measures.iter().find_map(|seed| seed.by.as_ref()).map_or(0, |dimension| dimension.count());
        Counts {
            measures: vec![0; RULES.len() + TIMES.len()],
            groups: vec![0; groupings.count()],
            participation: vec![0; ways],
        }
    }

    /// The children of one authority.
    pub(super) fn of(
        histories: &AuthorityHistories<'_>,
        groupings: &Groupings,
        setting: Setting<'_>,
        clean: &CleanReturns,
    ) -> Counts {
        let measures = &setting.seeds.context;
        let mut counts = Counts::none(groupings, measures);
        let timeframe = setting.timeframe;
        let seeds = RULES.map(|(name, _)| measures.iter().find(|seed| seed.name == name));
        let by_participation = measures.iter().find_map(|seed| seed.by.as_ref());
        let mut groups = Vec::new();
        for place in 0..histories.children() {
            let history = &histories.child(place, timeframe.known);
            let mut child = Child::of(histories, place, history, &setting);
            let (of_rules, of_times) = counts.measures.split_at_mut(RULES.len());
            for ((count, (_, rule)), seed) in of_rules.iter_mut().zip(RULES).zip(seeds) {
                child.seed = seed;
                *count += u64::from(rule(&child));
            }
            of_times.iter_mut().zip(TIMES).for_each(|(count, (_, times))| *count += times(&child));
            if let Some(dimension) = by_participation {
                reviews::by_participation(&child, dimension, &mut counts.participation);
            }
            if history.period_on(timeframe.as_at).is_some() {
                let known = Known { authority: histories.clean, place: place as u32, history };
                groupings.put(&known, Some(timeframe.as_at), clean, &mut groups);
                groups.iter().for_each(|group| counts.groups[*group] += 1);
            }
        }
        counts
    }

    /// With the children of another place.
    pub(super) fn add(&mut self, other: &Counts) {
        for (sums, counts) in [
            (&mut self.measures, &other.measures),
            (&mut self.groups, &other.groups),
            (&mut self.participation, &other.participation),
        ] {
            sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }

    /// The count of a measure that a rule decides.
    pub(super) fn of_measure(&self, name: &str) -> Option<u64> {
        let names = RULES.iter().map(|(rule, _)| *rule).chain(TIMES.iter().map(|(rule, _)| *rule));
        names.zip(&self.measures).find(|(rule, _)| *rule == name).map(|(_, count)| *count)
    }
}
