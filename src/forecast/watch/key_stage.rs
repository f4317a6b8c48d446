//! NI 99, 100 and 101: who sits the exams, where they are still to come.

use super::{Watch, Watched};
use crate::forecast::state::State;

pub(super) fn watch(child: &Watched<'_>) -> Option<Watch> {
    let timeframe = child.timeframe();
    let sits = child.asked.not_known_yet && child.decision.is_some_and(|decision| decision.in_denominator());
    let by = Some(timeframe.school_cohort_day).filter(|day| *day > timeframe.known);
    sits.then(|| Watch { state: State::Sits, by, flags: child.flags() })
}
