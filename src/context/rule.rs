//! What a measure of the care population is asked about.

use crate::care::ChildHistory;
use crate::quality::clean_episode::CleanEpisode;
use crate::seeds::codes::roles::Roles;
use crate::seeds::context::MeasureSeed;
use crate::timeframe::Timeframe;

/// One child.
pub(super) struct Child<'run> {
    /// The care history as known on the day, short breaks left out.
    pub history: &'run ChildHistory<'run>,
    /// The rows of episodes, short breaks among them.
    pub rows: &'run [CleanEpisode],
    /// The day and the window.
    pub timeframe: &'run Timeframe,
    /// What the definitions make of codes.
    pub roles: &'run Roles,
    /// The entry of the measure.
    pub seed: Option<&'run MeasureSeed>,
}

/// Whether a child counts.
pub(super) type Rule = fn(&Child<'_>) -> bool;
