//! What a measure of the care population is asked about.

use crate::care::{AuthorityHistories, ChildHistory};
use crate::code::Code;
use crate::quality::clean_episode::CleanEpisode;
use crate::returns::held::Held;
use crate::returns::table::Table;
use crate::returns::tables::missing::Missing;
use crate::seeds::codes::roles::Roles;
use crate::seeds::context::MeasureSeed;
use crate::setting::Setting;
use crate::timeframe::Timeframe;

/// One child.
pub(super) struct Child<'run> {
    /// The care history as known on the day, short breaks left out.
    pub history: &'run ChildHistory<'run>,
    /// The rows of episodes, short breaks among them.
    pub rows: &'run [CleanEpisode],
    /// How the child took part in each review of the history.
    pub participation: &'run [Code],
    /// The times that it was missing or away.
    pub missing: &'run [Missing],
    /// The tables of the authority's returns.
    pub held: &'run Held,
    /// The day and the window.
    pub timeframe: &'run Timeframe,
    /// What the definitions make of codes.
    pub roles: &'run Roles,
    /// The entry of the measure.
    pub seed: Option<&'run MeasureSeed>,
}

impl<'run> Child<'run> {
    /// A child of an authority, by index, with its history; no measure is asked about yet.
    pub(super) fn of(
        histories: &'run AuthorityHistories<'run>,
        place: usize,
        history: &'run ChildHistory<'run>,
        setting: &'run Setting<'run>,
    ) -> Child<'run> {
        let clean = histories.clean;
        Child {
            history,
            rows: clean.episodes.of(place),
            participation: clean.participation.of(place),
            missing: clean.missing.of(place),
            held: &clean.held,
            timeframe: &setting.timeframe,
            roles: setting.seeds.codes.roles(),
            seed: None,
        }
    }
}

impl Child<'_> {
    /// Whether the return of every year of the window has a table.
    pub(super) fn returns_have(&self, table: Table) -> bool {
        self.timeframe.window_years().all(|year| self.held.has(year, table))
    }
}

/// Whether a child counts.
pub(super) type Rule = fn(&Child<'_>) -> bool;

/// How often something happened to a child.
pub(super) type Times = fn(&Child<'_>) -> u64;
