//! The forward look: from the day up to which things are known to the day whose figures are looked for, the outturn.
//!
//! Clean returns give care histories as known on the day; each child is taken along the steady course, on which only time
//! passes, and put to the very indicators of the ordinary figures, with the window of the outturn. What they decide there is
//! the figure if nothing further happens; what can still happen to a child is its state, and those to whom something can are
//! the watch list.

pub mod ahead;
mod asked;
pub mod became;
mod course;
pub mod outlook;
pub mod room;
pub mod state;
pub mod steady;
pub mod tally;
pub(crate) mod text;
mod watch;
pub mod watch_list;
pub mod words;

use crate::care::CareHistories;
use crate::figures::Figures;
use crate::indicators::Outcomes;
use crate::quality::CleanReturns;
use crate::seeds::Seeds;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use ahead::{Ahead, Undated};
use outlook::{Outlook, outlooks};
use polars::prelude::PolarsError;
use steady::Steady;
use watch_list::WatchRow;

/// What is said of an outturn.
#[derive(Debug)]
pub struct Forecast {
    /// The day of the outturn and its window, seen from the day up to which things are known.
    pub timeframe: Timeframe,
    /// Every place and indicator, in order of level, code and indicator.
    pub outlooks: Vec<Outlook>,
    /// The watch list.
    pub watch_list: Vec<WatchRow>,
}

impl Forecast {
    /// Looks ahead in a timeframe made by [`Timeframe::ahead`].
    ///
    /// # Errors
    /// Where polars cannot run a query, which the tests rule out.
    pub fn of(
        timeframe: Timeframe,
        clean: &CleanReturns,
        seeds: &Seeds,
        policies: &Policies,
    ) -> Result<Forecast, PolarsError> {
        let ahead = Ahead::new(timeframe, seeds, policies, Undated::AsGiven);
        let histories = CareHistories::build(clean, ahead.setting());
        let steady = Steady::of(&histories, &ahead, clean);
        let on_course = Figures::count(&steady.outcomes, ahead.setting())?;
        let now = Setting { timeframe: timeframe.now(), seeds, policies };
        let now = Figures::count(&Outcomes::measure(&histories, now, clean), now)?;
        let outlooks = outlooks(&steady, on_course, &now, &ahead);
        Ok(Forecast { timeframe, outlooks, watch_list: watch_list::rows(&steady) })
    }
}
