//! What became of the children behind a figure.

use crate::indicators::IndicatorOutcomes;
use crate::indicators::outcome::{Counted, Flags, Reason};
use crate::indicators::outside::Outside;
use std::collections::BTreeMap;

/// The children of a place, by what an indicator made of them. Every child is counted once, so that
/// `children = outside + left out + unscored + not met + met + scored` always holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChildTally {
    /// Children with any row in the returns.
    pub children: u64,
    /// Not considered, by reason.
    pub outside: BTreeMap<Outside, u64>,
    /// Considered and left out, by reason.
    pub left_out: BTreeMap<Reason, u64>,
    /// In the population of NI 58 without a score.
    pub unscored: u64,
    /// In the denominator and not in the numerator, by reason.
    pub not_met: BTreeMap<Reason, u64>,
    /// In the denominator and the numerator.
    pub met: u64,
    /// In the denominator of NI 58.
    pub scored: u64,
    /// The sum of their scores.
    pub scores: u64,
    /// In the denominator of NI 58 with a score of the return of the year before.
    pub scored_before: u64,
    /// In the population, and in the cohort only by assumption (NI 147, 148).
    pub cohort_assumed: u64,
    /// In the denominator only, after a review that is assumed (NI 66).
    pub late_on_assumption: u64,
    /// In the denominator, with the first review in the window counted from one that is assumed (NI 66).
    pub reviews_assumed: u64,
}

impl ChildTally {
    /// Counts the children of one authority.
    pub fn of(children: usize, outcomes: &IndicatorOutcomes) -> ChildTally {
        let mut tally = ChildTally { children: children as u64, ..ChildTally::default() };
        tally.outside = outcomes.outside.occurring().map(|(why, children)| (why, children.into())).collect();
        for (_, decision) in &outcomes.decisions {
            let Flags { review_history_incomplete, window_from_assumed_review, cohort_assumed, .. } = decision.flags;
            tally.cohort_assumed += u64::from(cohort_assumed && decision.in_population());
            let fails = matches!(decision.counted, Counted::NotMet(_));
            tally.late_on_assumption += u64::from(fails && review_history_incomplete);
            tally.reviews_assumed += u64::from(window_from_assumed_review && decision.in_population());
            match decision.counted {
                Counted::Met => tally.met += 1,
                Counted::NotMet(reason) => *tally.not_met.entry(reason).or_default() += 1,
                Counted::Out(reason) => *tally.left_out.entry(reason).or_default() += 1,
                Counted::Unscored => tally.unscored += 1,
                Counted::Scored(score) => {
                    tally.scored += 1;
                    tally.scored_before += u64::from(decision.flags.score_of_the_year_before);
                    tally.scores += u64::from(score);
                }
            }
        }
        tally
    }

    /// Adds the children of another place.
    pub fn add(&mut self, other: &ChildTally) {
        self.children += other.children;
        self.unscored += other.unscored;
        self.met += other.met;
        self.scored += other.scored;
        self.scores += other.scores;
        self.scored_before += other.scored_before;
        self.cohort_assumed += other.cohort_assumed;
        self.late_on_assumption += other.late_on_assumption;
        self.reviews_assumed += other.reviews_assumed;
        other.outside.iter().for_each(|(why, children)| *self.outside.entry(*why).or_default() += children);
        other.left_out.iter().for_each(|(why, children)| *self.left_out.entry(*why).or_default() += children);
        other.not_met.iter().for_each(|(why, children)| *self.not_met.entry(*why).or_default() += children);
    }

    /// Children whom the indicator considers.
    pub fn considered(&self) -> u64 {
        self.left_out.values().sum::<u64>() + self.population()
    }

    /// Children in the population.
    pub fn population(&self) -> u64 {
        self.unscored + self.denominator()
    }

    /// Children in the denominator.
    pub fn denominator(&self) -> u64 {
        self.not_met.values().sum::<u64>() + self.met + self.scored
    }

    /// Children in the numerator, or their scores.
    pub fn numerator(&self) -> u64 {
        self.met + self.scores
    }

    /// Children accounted for.
    pub fn accounted(&self) -> u64 {
        self.outside.values().sum::<u64>() + self.considered()
    }
}
