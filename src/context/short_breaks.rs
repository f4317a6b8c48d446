//! Who had nothing but agreed series of short breaks in the window.

use super::rule::Child;
use crate::seeds::codes::roles::Role;

/// Every episode in the window is of an agreed series of short breaks, and there is one.
pub(super) fn only(child: &Child<'_>) -> bool {
    let (first, last) = (child.timeframe.window_start, child.timeframe.as_at);
    let is_in = |decom, dec: Option<_>| decom <= last && dec.is_none_or(|dec| dec > first);
    let mut in_window = child.rows.iter().filter(|row| is_in(row.episode.decom, row.episode.dec)).peekable();
    in_window.peek().is_some() && in_window.all(|row| child.roles.has(Role::ShortBreak, row.episode.legal_status))
}
