//! The chain of reviews of a period of care: when each is due, counted from the one before it (NI 66).

use super::question::Question;
use super::witness::Witness;
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::day::Day;
use crate::seeds::policies::Policies;

/// The reviews of a period of care and what the next of them is counted from.
pub(crate) struct ReviewChain<'child> {
    /// The reviews that count, in order.
    held: &'child [Day],
    /// The day that the first of them is counted from: the period's start, or the assumed review.
    from: Day,
    /// Whether that is an assumed review.
    pub assumed: bool,
}

/// A review that was held.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Review {
    /// The day it was held.
    pub held: Day,
    /// The day it was due by.
    pub due: Day,
}

impl Review {
    /// Whether it was held by the day it was due.
    pub(crate) fn on_time(self) -> bool {
        self.held <= self.due
    }
}

impl<'child> ReviewChain<'child> {
    /// The chain of a period of a child's care.
    pub(crate) fn start(
        child: &ChildHistory<'child>,
        period: &Period,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> ReviewChain<'child> {
        let held = &child.reviews[child.reviews.partition_point(|&day| day < period.start)..];
        let first_due = period.start.plus_days(question.policies.first_review_days);
        let seen_at_once = held.iter().any(|day| (question.cover..=first_due).contains(day));
        if !period.start_truncated && (period.start >= question.cover || seen_at_once) {
            return ReviewChain { held, from: period.start, assumed: false };
        }
        let assumed = question.cover.max(period.start).plus_days(-1);
        witness.say(|| {
            let day = assumed.in_words();
            format!("Earlier reviews cannot be seen: counted from a review assumed on {day}")
        });
        let after = held.partition_point(|&day| day <= assumed);
        ReviewChain { held: &held[after..], from: assumed, assumed: true }
    }

    /// Whether the first review due or held from a day on is counted from an assumed one, with none seen in between.
    pub(crate) fn is_assumed_at(&self, day: Day) -> bool {
        self.assumed && self.held.first().is_none_or(|&held| held >= day)
    }

    /// The reviews held, in order.
    pub(crate) fn reviews<'chain>(&'chain self, policies: &'chain Policies) -> impl Iterator<Item = Review> + 'chain {
        self.held.iter().enumerate().map(|(number, &held)| Review { held, due: self.due(number, policies) })
    }

    /// The day by which the next review is due.
    pub(crate) fn next_due(&self, policies: &Policies) -> Day {
        self.due(self.held.len(), policies)
    }

    /// When the review after `number` others is due.
    fn due(&self, number: usize, policies: &Policies) -> Day {
        let from = number.checked_sub(1).map_or(self.from, |before| self.held[before]);
        from.plus_days(match number {
            _ if self.assumed => policies.later_review_days,
            0 => policies.first_review_days,
            1 => policies.second_review_days,
            _ => policies.later_review_days,
        })
    }
}
