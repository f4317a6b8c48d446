//! NI 62: who has three placements already, and who is one move away from them.

use super::{Watch, Watched};
use crate::forecast::state::State;
use crate::indicators::ni062::placements_in_window;

pub(super) fn watch(child: &Watched<'_>) -> Option<Watch> {
    child.period()?;
    let timeframe = child.timeframe();
    let [many] = child.question().numbers();
    let placements = placements_in_window(child.known, &timeframe).count() as i32;
    let (state, by) = match many - placements {
        ..=0 => (State::ThirdPlacement, None),
        1 => (State::OneMoveAway, Some(timeframe.as_at)),
        _ => return None,
    };
    Some(Watch { state, by, flags: child.flags() })
}
