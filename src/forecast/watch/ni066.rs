//! NI 66: whose reviews were late, are overdue, or fall due before the outturn.

use super::{Watch, Watched};
use crate::forecast::state::State;
use crate::indicators::review_chain::ReviewChain;
use crate::indicators::witness::Witness;

pub(super) fn watch(child: &Watched<'_>) -> Option<Watch> {
    let (timeframe, question) = (child.timeframe(), child.question());
    let chain = ReviewChain::start(child.known, child.period()?, question, &mut Witness::silent());
    let mut of_window = chain.reviews(question.policies).filter(|review| review.held >= timeframe.window_start);
    let next = chain.next_due(question.policies);
    let (state, by) = if of_window.any(|review| !review.on_time()) {
        (State::LateAlready, None)
    } else if next <= timeframe.known {
        (State::Overdue, Some(next))
    } else if next <= timeframe.as_at {
        (State::Due, Some(next))
    } else {
        return None;
    };
    Some(Watch { state, by, flags: child.flags() })
}
