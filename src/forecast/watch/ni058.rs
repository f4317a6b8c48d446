//! NI 58: who should have a score and has none.

use super::{Watch, Watched};
use crate::forecast::state::State;
use crate::indicators::outcome::Counted;

pub(super) fn watch(child: &Watched<'_>) -> Option<Watch> {
    let unscored = child.decision.is_some_and(|decision| decision.counted == Counted::Unscored);
    let by = Some(child.timeframe().as_at);
    unscored.then(|| Watch { state: State::ScoreMissing, by, flags: child.flags() })
}
