//! NI 66: cases which were reviewed within required timescales.
//!
//! Of the children looked after with a review held or due in the window, those whose every such
//! review was on time: four weeks after care began, three months after that, then every six months.
//! High is good. Source: the 2008 Handbook of Definitions as quoted in public catalogues; the days
//! are recalled from the guidance and are policies.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::{Indicator, Question};
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::day::Day;
use crate::policy::Policies;
use crate::returns::table::Table;

/// NI 66.
pub struct ReviewTimeliness;

impl Indicator for ReviewTimeliness {
    fn number(&self) -> u16 {
        66
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Episodes, Table::Reviews]
    }

    fn covered_by(&self) -> &'static [Table] {
        &[Table::Episodes, Table::Reviews]
    }

    fn decide(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Decision> {
        let timeframe = question.timeframe;
        let period = child.period_on(timeframe.as_at)?;
        let chain = Chain::start(child, period, question);
        let flags =
            Flags { start_truncated: period.start_truncated, review_history_incomplete: chain.assumed, ..Flags::NONE };
        let events = chain.events(question.policies, timeframe.window_start, timeframe.as_at);
        Some(match events {
            Events { any: false, .. } => Decision::new(Counted::Out(Reason::NoReviewDue), flags),
            Events { all_on_time, .. } => Decision::tested(all_on_time, Reason::ReviewLate, flags),
        })
    }
}

/// The reviews of a period of care and what the next of them is counted from.
struct Chain<'child> {
    /// The reviews that count, in order.
    held: &'child [Day],
    /// The day that the first of them is counted from: the period's start, or the assumed review.
    from: Day,
    /// Whether that is an assumed review.
    assumed: bool,
}

/// What happened in the window.
struct Events {
    any: bool,
    all_on_time: bool,
}

impl<'child> Chain<'child> {
    fn start(child: &ChildHistory<'child>, period: &Period, question: &Question<'_>) -> Chain<'child> {
        let held = &child.reviews[child.reviews.partition_point(|&day| day < period.start)..];
        let first_due = period.start.plus_days(question.policies.first_review_days);
        let seen_at_once = held.iter().any(|day| (question.cover..=first_due).contains(day));
        if !period.start_truncated && (period.start >= question.cover || seen_at_once) {
            return Chain { held, from: period.start, assumed: false };
        }
        let assumed = question.cover.max(period.start).plus_days(-1);
        let after = held.partition_point(|&day| day <= assumed);
        Chain { held: &held[after..], from: assumed, assumed: true }
    }

    /// The reviews held in the window, and the next one where it is due and not held.
    fn events(&self, policies: &Policies, window_start: Day, as_at: Day) -> Events {
        let mut events = Events { any: false, all_on_time: true };
        let mut from = self.from;
        for (number, &held) in self.held.iter().enumerate() {
            let due = self.due(number, from, policies);
            if held >= window_start {
                events.any = true;
                events.all_on_time &= held <= due;
            }
            from = held;
        }
        if self.due(self.held.len(), from, policies) <= as_at {
            events = Events { any: true, all_on_time: false };
        }
        events
    }

    /// When the review after `number` others is due.
    fn due(&self, number: usize, from: Day, policies: &Policies) -> Day {
        from.plus_days(match number {
            _ if self.assumed => policies.later_review_days,
            0 => policies.first_review_days,
            1 => policies.second_review_days,
            _ => policies.later_review_days,
        })
    }
}
