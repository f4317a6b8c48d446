//! NI 62: stability of placements, number of moves.
//!
//! Of the children looked after, those with three or more placements in the window. Low is good.
//! Source: the 2008 Handbook of Definitions as quoted in public catalogues; SFR27/2010.

use super::outcome::{Decision, Flags, Reason};
use super::{Indicator, Question};
use crate::care::ChildHistory;
use crate::returns::table::Table;

/// NI 62.
pub struct NumberOfMoves;

/// How many placements are too many.
const MANY: usize = 3;

impl Indicator for NumberOfMoves {
    fn number(&self) -> u16 {
        62
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Episodes]
    }

    fn decide(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Decision> {
        let (first, last) = (question.timeframe.window_start, question.timeframe.as_at);
        let period = child.period_on(last)?;
        let in_window = || child.placements.iter().filter(|placement| placement.overlaps(first, last));
        let truncated = period.start_truncated || in_window().any(|placement| placement.start_truncated);
        let flags = Flags::start_truncated(truncated);
        Some(Decision::tested(in_window().count() >= MANY, Reason::FewerThanThreePlacements, flags))
    }
}
