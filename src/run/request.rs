//! What a run is asked to do.

use crate::pack_files::destination::Wanted;
use crate::printed::published::Published;
use crate::report::record::Invocation;
use crate::returns::files::FoundFiles;
use crate::returns::place::Place;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use std::path::PathBuf;

/// What a run is asked to do. No stage takes it whole: each takes the part that it needs.
#[derive(Debug)]
pub(crate) struct Request {
    /// The returns to be read.
    pub returns: GivenReturns,
    /// The days of figures, one report each.
    pub timeframes: Vec<Timeframe>,
    /// How many years each figure is followed over, its own included.
    pub years: usize,
    /// The choices in force.
    pub policies: Policies,
    /// The lists in force.
    pub seeds: Seeds,
    /// Where the report goes; with several days, a folder for each below it.
    pub out: PathBuf,
    /// Which files of the packs are made.
    pub wanted: Wanted,
    /// How figures are published; none publishes nothing.
    pub publication: Option<Publication>,
    /// How the run was called, for the record.
    pub invocation: Invocation,
}

/// Returns that were given.
#[derive(Debug)]
pub(crate) struct GivenReturns {
    /// Their files.
    pub found: FoundFiles,
    /// The authority and year of files that do not say.
    pub place: Place,
}

/// How figures are published.
#[derive(Debug)]
pub(crate) struct Publication {
    /// How they are protected.
    pub profile: Profile,
    /// What was published already: it must not give away what is hidden now, nor what is published now what was hidden
    /// then.
    pub already: Vec<Published>,
}

impl Request {
    /// The setting of each day.
    pub(super) fn settings(&self) -> Vec<Setting<'_>> {
        let Request { seeds, policies, .. } = self;
        self.timeframes.iter().map(|&timeframe| Setting { timeframe, seeds, policies }).collect()
    }

    /// The folder of each day's report.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        match self.timeframes.as_slice() {
            [_] => vec![self.out.clone()],
            days => days.iter().map(|timeframe| self.out.join(timeframe.as_at.to_string())).collect(),
        }
    }
}
