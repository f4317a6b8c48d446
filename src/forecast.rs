//! The forward look: from the day up to which things are known to the day whose figures are looked for, the outturn.
//!
//! Clean returns give care histories as known on the day; each child is taken along the steady course, on which only time
//! passes, and put to the very indicators of the ordinary figures, with the window of the outturn. What they decide there is
//! the figure if nothing further happens; what can still happen to a child is its state, and those to whom something can are
//! the watch list.
//!
//! [`Ahead`] is a pair of days with what is known on the first. [`Seen`] is what is seen then: the figures, and every child's
//! state, authority by authority and indicator by indicator ([`Steady`]). [`became::became`] is what came of the same
//! children, by the returns of today. [`Forecast`] is what is said of it all.

pub mod ahead;
mod asked;
pub mod became;
mod course;
mod forecaster;
pub mod likely;
pub mod outlook;
mod pair;
mod past;
pub(crate) mod quarters;
pub mod room;
pub mod state;
pub mod steady;
pub mod tally;
pub(crate) mod text;
mod watch;
pub mod watch_list;
pub mod words;

use crate::figures::Figures;
use crate::quality::CleanReturns;
use crate::timeframe::Timeframe;
use ahead::Ahead;
use outlook::{Outlook, outlooks};
use past::Past;
use polars::prelude::PolarsError;
use steady::Steady;
use watch_list::WatchRow;

/// What is seen from the day up to which things are known, and nothing later.
#[derive(Debug)]
pub struct Seen {
    /// The steady course of every authority, and where every child stands.
    pub steady: Steady,
    /// The figures on the steady course, for every place.
    pub on_course: Figures,
    /// The ordinary figures of the day itself.
    pub now: Figures,
}

impl Seen {
    /// Looks ahead.
    ///
    /// # Errors
    /// Where polars cannot run a query, which the tests rule out.
    pub fn of(ahead: &Ahead<'_>, clean: &CleanReturns) -> Result<Seen, PolarsError> {
        let (steady, now) = Steady::with_now(ahead, clean);
        let on_course = Figures::count(&steady.outcomes, ahead.on_course())?;
        Ok(Seen { steady, on_course, now: Figures::count(&now, ahead.now())? })
    }
}

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
    /// Looks ahead.
    ///
    /// # Errors
    /// Where polars cannot run a query, which the tests rule out.
    pub fn of(ahead: &Ahead<'_>, clean: &CleanReturns) -> Result<Forecast, PolarsError> {
        let Seen { steady, on_course, now } = Seen::of(ahead, clean)?;
        let mut outlooks = outlooks(&steady, on_course, &now, ahead);
        forecaster::add(&mut outlooks, &steady, &Past::of(ahead, &steady, clean), ahead);
        Ok(Forecast { timeframe: ahead.timeframe, outlooks, watch_list: watch_list::rows(&steady) })
    }
}

#[cfg(test)]
mod replay;
