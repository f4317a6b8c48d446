//! Days whose flows are left out, because with what else is published they would tell what happened in a part of their
//! window.
//!
//! What two windows tell of a month or a quarter is small far more often than what happens in a year, and there are more ways
//! to hide it than can be tried. So flows are printed for windows alone that do not add up: of the days of one run the later
//! goes before, so that of cumulative days the last of each year has them; what was published already goes before all.

use crate::attack::earlier::{prints, share_an_equation, window};
use crate::attack::figures::Window;
use crate::printed::published::Published;
use crate::timeframe::Timeframe;
use std::cmp::Reverse;

/// Whether the flows of each day are left out, beside the other days and what was published already.
pub(super) fn left_out(days: &[Timeframe], published: &[Published], flows: &[u16]) -> Vec<bool> {
    let published = published.iter().map(|published| &published.table).filter(|table| prints(table, flows));
    let mut kept: Vec<Window> = published.map(window).collect();
    let mut later_first: Vec<usize> = (0..days.len()).collect();
    later_first.sort_by_key(|&day| Reverse(days[day].as_at));
    let mut left_out = vec![false; days.len()];
    for day in later_first {
        let own = [days[day].window_start, days[day].as_at];
        left_out[day] = share_an_equation(own, &kept).contains(&true);
        if !left_out[day] {
            kept.push(own);
        }
    }
    left_out
}
