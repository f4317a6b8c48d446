//! Days whose flows are left out, because with what else is published they would tell what happened in a part of their
//! window.
//!
//! What two windows tell of a month or a quarter is small far more often than what happens in a year. Between days of one run
//! the later goes before: of cumulative days, only the last of each year has its flows. Beside what was published already
//! the numbers that would be told are searched for and hidden, as long as the authorities are so few that the search ends
//! soon; of a nation the flows are left out.

use crate::attack::earlier::{prints, share_an_equation};
use crate::attack::figures::Window;
use crate::level::Level;
use crate::printed::PrintedTable;
use crate::printed::published::Published;
use crate::timeframe::Timeframe;

/// The most authorities among which what windows tell is searched for.
pub(super) const MOST_SEARCHED: usize = 40;

/// Whether the flows of each day are left out, beside the other days and what was published already.
pub(super) fn left_out(tables: &[&PrintedTable], published: &[Published], flows: &[u16]) -> Vec<bool> {
    let published = published.iter().map(|published| &published.table).filter(|table| prints(table, flows));
    let published: Vec<Window> = published.map(|table| of(&table.timeframe)).collect();
    let mut later_first: Vec<usize> = (0..tables.len()).collect();
    later_first.sort_by_key(|&day| std::cmp::Reverse(tables[day].timeframe.as_at));
    let mut kept = Vec::new();
    let mut left_out = vec![false; tables.len()];
    for day in later_first {
        let own = of(&tables[day].timeframe);
        let shares = share_an_equation(own, &[kept.as_slice(), &published].concat());
        let (with_days, with_published) = shares.split_at(kept.len());
        left_out[day] = with_days.contains(&true) || with_published.contains(&true) && has_many(tables[day]);
        if !left_out[day] {
            kept.push(own);
        }
    }
    left_out
}

fn of(timeframe: &Timeframe) -> Window {
    [timeframe.window_start, timeframe.as_at]
}

fn has_many(table: &PrintedTable) -> bool {
    let authorities = table.figures.iter().filter(|figure| figure.level == Level::LocalAuthority);
    let first = table.figures.first().map(|figure| figure.indicator);
    authorities.filter(|figure| Some(figure.indicator) == first).count() > MOST_SEARCHED
}
