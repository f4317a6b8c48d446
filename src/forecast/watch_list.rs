//! The watch list: the children to whom something can still happen that moves them across a line.

use super::state::State;
use super::steady::Steady;
use crate::day::Day;
use crate::indicators::outcome::Flags;
use crate::seeds::authorities::AuthorityIndex;

/// One child and indicator.
#[derive(Debug, Clone, Copy)]
pub struct WatchRow {
    /// The child's authority.
    pub authority: AuthorityIndex,
    /// The indicator's number.
    pub indicator: u16,
    /// The child's index among the authority's clean children.
    pub child: u32,
    /// What can still happen.
    pub state: State,
    /// The day that matters, where there is one.
    pub by: Option<Day>,
    /// What is worth knowing besides.
    pub flags: Flags,
}

/// Every row, by authority in order of code, then by the day that matters, rows without one last, then by indicator and
/// child.
pub(crate) fn rows(steady: &Steady) -> Vec<WatchRow> {
    let mut rows = Vec::new();
    for states in &steady.authorities {
        let first = rows.len();
        for of_indicator in states.indicators.iter().flatten() {
            let watched = of_indicator.children.iter().filter(|child| child.state.is_watched());
            rows.extend(watched.map(|child| WatchRow {
                authority: states.authority,
                indicator: of_indicator.indicator,
                child: child.child,
                state: child.state,
                by: child.by,
                flags: child.flags,
            }));
        }
        rows[first..].sort_by_key(|row: &WatchRow| (row.by.is_none(), row.by, row.indicator, row.child));
    }
    rows
}
