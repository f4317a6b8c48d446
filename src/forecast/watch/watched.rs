//! One child and one indicator, from which its state is worked out.

use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::day::Day;
use crate::forecast::asked::Asked;
use crate::forecast::state::State;
use crate::indicators::outcome::{Decision, Flags};
use crate::indicators::question::Question;
use crate::timeframe::Timeframe;

/// What can still happen to a child.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Watch {
    pub state: State,
    /// The day that matters, where there is one.
    pub by: Option<Day>,
    /// What is worth knowing besides, as in the table of children.
    pub flags: Flags,
}

/// One child and one indicator.
pub(crate) struct Watched<'run> {
    /// The history as it is known.
    pub known: &'run ChildHistory<'run>,
    /// The indicator, asked about the outturn.
    pub asked: &'run Asked<'run>,
    /// What it decides on the steady course; none where it does not consider the child.
    pub decision: Option<&'run Decision>,
}

impl<'run> Watched<'run> {
    /// What the indicator looks at.
    pub(crate) fn question(&self) -> &'run Question<'run> {
        &self.asked.question
    }

    /// The two days.
    pub(crate) fn timeframe(&self) -> Timeframe {
        self.asked.question.timeframe
    }

    /// The period of care that the child is in.
    pub(crate) fn period(&self) -> Option<&'run Period> {
        self.known.period_on(self.timeframe().known)
    }

    /// Whether the child is looked after.
    pub(crate) fn is_looked_after(&self) -> bool {
        self.period().is_some()
    }

    /// The flags of the decision.
    pub(crate) fn flags(&self) -> Flags {
        self.decision.map_or(Flags::NONE, |decision| decision.flags)
    }
}
