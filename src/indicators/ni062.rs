//! NI 62: stability of placements, number of moves.
//!
//! Of the children looked after, those with three or more placements in the window. Low is good.
//! Source: the 2008 Handbook of Definitions as quoted in public catalogues; SFR27/2010.

use super::outcome::{Decision, Flags, Reason};
use super::outside::Outside;
use super::population::looked_after;
use super::question::{Indicator, LooksBack, Question, TestIsOf};
use super::witness::Witness;
use super::words::{capital, number_in_words};
use crate::care::ChildHistory;
use crate::care::placement::Placement;
use crate::returns::table::Table;
use crate::timeframe::Timeframe;

/// NI 62.
pub(crate) struct NumberOfMoves;

impl Indicator for NumberOfMoves {
    fn number(&self) -> u16 {
        62
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Episodes]
    }

    fn test_is_of(&self) -> TestIsOf {
        TestIsOf::Care
    }

    fn numbers(&self) -> &'static [&'static str] {
        &["placements"]
    }

    fn looks_back(&self) -> LooksBack {
        LooksBack::ToPlacements
    }

    fn rests_on_last_days(&self) -> bool {
        true
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let (first, last) = (question.timeframe.window_start, question.timeframe.as_at);
        let period = looked_after(child, last, witness)?;
        let in_window = || placements_in_window(child, &question.timeframe);
        let truncated = period.start_truncated || in_window().any(|placement| placement.start_truncated);
        let [placements] = question.numbers();
        let many = in_window().count() as i32 >= placements;
        witness.test(many, || {
            let starts: Vec<String> = in_window().map(|placement| placement.start.slashed()).collect();
            let (first, last) = (first.in_words(), last.in_words());
            let (count, from) = (starts.len(), starts.join(", "));
            let many = capital(&number_in_words(placements));
            format!("{many} or more placements that overlap {first} to {last}: {count} (from {from})")
        });
        Ok(Decision::tested(many, Reason::FewerThanThreePlacements, Flags::start_truncated(truncated)))
    }
}

/// The placements that overlap the window, in any period of care.
pub(crate) fn placements_in_window<'child>(
    child: &ChildHistory<'child>,
    timeframe: &Timeframe,
) -> impl Iterator<Item = &'child Placement> + use<'child> {
    let (first, last) = (timeframe.window_start, timeframe.as_at);
    child.placements.iter().filter(move |placement| placement.overlaps(first, last))
}
