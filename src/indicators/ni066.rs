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
use super::review_chain::{Review, ReviewChain};
use super::witness::{Sight, Witness};
use crate::care::ChildHistory;
use crate::returns::table::Table;

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
        let chain = ReviewChain::start(child, period, question, witness);
        let flags = Flags {
            start_truncated: period.start_truncated,
            review_history_incomplete: chain.assumed,
            window_from_assumed_review: chain.is_assumed_at(timeframe.window_start),
            ..Flags::NONE
        };
        let events = events(&chain, question, witness);
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

/// What happened in the window.
struct Events {
    any: bool,
    all_on_time: bool,
}

/// The reviews held in the window, and the next one where it is due and not held.
fn events(chain: &ReviewChain<'_>, question: &Question<'_>, witness: &mut Witness) -> Events {
    let Question { timeframe, policies, .. } = question;
    let mut events = Events { any: false, all_on_time: true };
    for review in chain.reviews(policies) {
        let said = || format!("Review held {}, due by {}", review.held.in_words(), review.due.in_words());
        if review.held >= timeframe.window_start {
            events.any = true;
            events.all_on_time &= witness.test(review.on_time(), || said() + on_time(review));
        } else {
            witness.say(|| said() + on_time(review) + ", before the window");
        }
    }
    let due = chain.next_due(policies);
    if due <= timeframe.as_at {
        events = Events { any: true, all_on_time: false };
        witness.test(false, || format!("The next review, due by {}: not held", due.in_words()));
    } else {
        witness.say(|| format!("The next review is due by {}, after the window", due.in_words()));
    }
    events
}

fn on_time(review: Review) -> &'static str {
    if review.on_time() { ": on time" } else { ": late" }
}
