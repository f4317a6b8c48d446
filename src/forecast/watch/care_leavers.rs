//! NI 147 and 148: of the cohort, who has no OC3 row yet.

use super::{Watch, Watched};
use crate::forecast::state::State;
use crate::indicators::outcome::{Counted, Reason};

pub(super) fn watch(child: &Watched<'_>) -> Option<Watch> {
    let pending = child.decision.is_some_and(|decision| decision.reason() == Some(Reason::NoOc3Row));
    let age = child.asked.indicator.birthday_in_window(child.question())?;
    let by = child.known.birth.map(|birth| birth.birthday(age));
    pending.then(|| Watch { state: State::Nineteen, by, flags: child.flags() })
}

/// Every member of the cohort.
pub(super) fn follows(child: &Watched<'_>) -> bool {
    child
        .decision
        .is_some_and(|decision| !matches!(decision.counted, Counted::Out(Reason::NotInCohort | Reason::DobUnknown)))
}
