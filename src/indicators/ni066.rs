//! NI 66: cases which were reviewed within required timescales.
//!
//! Of the children looked after with a review held or due in the window, those whose every such
//! review was on time: four weeks after care began, three months after that, then every six months.
//! High is good. Source: the 2008 Handbook of Definitions as quoted in public catalogues; the days
//! are recalled from the guidance and are policies.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::outside::Outside;
use super::population::looked_after;
use super::question::{Indicator, LooksBack, Question, TestIsOf};
use super::witness::{Sight, Witness};
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::day::Day;
use crate::returns::table::Table;
use crate::seeds::policies::Policies;

/// NI 66.
pub(crate) struct ReviewTimeliness;

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

    fn looks_back(&self) -> LooksBack {
        LooksBack::ToReviews
    }

    fn test_is_of(&self) -> TestIsOf {
        TestIsOf::Care
    }

    fn rests_on_last_days(&self) -> bool {
        true
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let timeframe = question.timeframe;
        let period = looked_after(child, timeframe.as_at, witness)?;
        witness.look(Sight::Reviews);
        let chain = Chain::start(child, period, question, witness);
        let flags = Flags {
            start_truncated: period.start_truncated,
            review_history_incomplete: chain.assumed,
            window_from_assumed_review: chain.is_assumed_at(timeframe.window_start),
            ..Flags::NONE
        };
        let events = chain.events(question.policies, timeframe.window_start, timeframe.as_at, witness);
        witness.test(events.any, || {
            let (first, last) = (timeframe.window_start.in_words(), timeframe.as_at.in_words());
            format!("A review held or due from {first} to {last}")
        });
        if !events.any {
            return Ok(Decision::new(Counted::Out(Reason::NoReviewDue), flags));
        }
        witness.test(events.all_on_time, || "Every one of these reviews on time".to_owned());
        Ok(Decision::tested(events.all_on_time, Reason::ReviewLate, flags))
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
    fn start(
        child: &ChildHistory<'child>,
        period: &Period,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Chain<'child> {
        let held = &child.reviews[child.reviews.partition_point(|&day| day < period.start)..];
        let first_due = period.start.plus_days(question.policies.first_review_days);
        let seen_at_once = held.iter().any(|day| (question.cover..=first_due).contains(day));
        if !period.start_truncated && (period.start >= question.cover || seen_at_once) {
            return Chain { held, from: period.start, assumed: false };
        }
        let assumed = question.cover.max(period.start).plus_days(-1);
        witness.say(|| {
            let day = assumed.in_words();
            format!("Earlier reviews cannot be seen: counted from a review assumed on {day}")
        });
        let after = held.partition_point(|&day| day <= assumed);
        Chain { held: &held[after..], from: assumed, assumed: true }
    }

    /// Whether the first review due or held from a day on is counted from an assumed one, with none seen in between.
    fn is_assumed_at(&self, day: Day) -> bool {
        self.assumed && self.held.first().is_none_or(|&held| held >= day)
    }

    /// The reviews held in the window, and the next one where it is due and not held.
    fn events(&self, policies: &Policies, window_start: Day, as_at: Day, witness: &mut Witness) -> Events {
        let mut events = Events { any: false, all_on_time: true };
        let mut from = self.from;
        for (number, &held) in self.held.iter().enumerate() {
            let due = self.due(number, from, policies);
            let said = || format!("Review held {}, due by {}", held.in_words(), due.in_words());
            if held >= window_start {
                events.any = true;
                events.all_on_time &= witness.test(held <= due, || said() + on_time(held, due));
            } else {
                witness.say(|| said() + on_time(held, due) + ", before the window");
            }
            from = held;
        }
        let due = self.due(self.held.len(), from, policies);
        if due <= as_at {
            events = Events { any: true, all_on_time: false };
            witness.test(false, || format!("The next review, due by {}: not held", due.in_words()));
        } else {
            witness.say(|| format!("The next review is due by {}, after the window", due.in_words()));
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

fn on_time(held: Day, due: Day) -> &'static str {
    if held <= due { ": on time" } else { ": late" }
}
