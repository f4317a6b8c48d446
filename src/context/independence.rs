//! Who moved from a foster placement or a home to independent living in the window.

use super::rule::Child;
use crate::code::Code;

/// The same, at 16.
pub(super) fn at_16(child: &Child<'_>) -> bool {
    moved_at(child, 16)
}

/// The same, at 17.
pub(super) fn at_17(child: &Child<'_>) -> bool {
    moved_at(child, 17)
}

fn moved_at(child: &Child<'_>, age: i32) -> bool {
    let Some(seed) = child.seed else { return false };
    let is_one = |codes: &[Code], place: Code| codes.contains(&place);
    child.history.episodes.windows(2).any(|pair| {
        let (before, after) = (&pair[0], &pair[1]);
        let day = after.row.decom;
        child.timeframe.holds(day)
            && before.end == Some(day)
            && is_one(&seed.from_codes, before.row.place)
            && is_one(&seed.to_codes, after.row.place)
            && child.history.age_on(day) == Some(age)
    })
}
