//! What a run is asked to do.

use super::every::Every;
use crate::contract::SERIES;
use crate::pack_files::destination::Wanted;
use crate::printed::published::Published;
use crate::report::record::Invocation;
use crate::returns::files::FoundFiles;
use crate::returns::place::Place;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::settings_file::DAY_IN_OUT;
use crate::timeframe::{Basis, Timeframe};
use std::path::{Path, PathBuf};

/// What a run is asked to do. No stage takes it whole: each takes the part that it needs.
#[derive(Debug)]
pub(crate) struct Request {
    /// The returns to be read.
    pub returns: GivenReturns,
    /// The days of figures, one report each.
    pub days: Days,
    /// How many years each figure is followed over, its own included.
    pub years: usize,
    /// The choices in force.
    pub policies: Policies,
    /// The lists in force.
    pub seeds: Seeds,
    /// Where the report goes: with `{as_at}` in it, the day stands there; else, with several days, a folder for each
    /// below it.
    pub out: PathBuf,
    /// Which files of the packs are made.
    pub wanted: Wanted,
    /// How figures are published; none publishes nothing.
    pub publication: Option<Publication>,
    /// How the run was called, for the record.
    pub invocation: Invocation,
}

/// The days that figures are asked for.
#[derive(Debug, Clone)]
pub(crate) enum Days {
    /// These.
    Given(Vec<Timeframe>),
    /// The last month end that the returns cover.
    LastCovered(Basis),
    /// Every month end or quarter end from this one to the last, which is that which the returns cover where none is given.
    Every(Every, Timeframe, Option<Timeframe>),
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
    /// The names of the dimensions whose groups are published too.
    pub breakdowns: Vec<String>,
    /// Whether it is published where figures will probably end.
    pub forecast: bool,
}

impl Request {
    /// The setting of each day.
    pub(super) fn settings(&self, timeframes: &[Timeframe]) -> Vec<Setting<'_>> {
        let Request { seeds, policies, .. } = self;
        timeframes.iter().map(|&timeframe| Setting { timeframe, seeds, policies }).collect()
    }

    /// The folder of each day's report.
    pub(crate) fn folders(&self, timeframes: &[Timeframe]) -> Vec<PathBuf> {
        let by_day = by_day(&self.out);
        let of_day = |timeframe: &Timeframe| match (by_day, timeframes.len()) {
            (Some(out), _) => PathBuf::from(out.replace(DAY_IN_OUT, &timeframe.as_at.to_string())),
            (None, 0 | 1) => self.out.clone(),
            (None, _) => self.out.join(timeframe.as_at.to_string()),
        };
        timeframes.iter().map(of_day).collect()
    }

    /// The folder of the report over all of several days.
    pub(crate) fn folder_over_all(&self) -> PathBuf {
        by_day(&self.out).map_or_else(|| self.out.join(SERIES), |out| out.replace(DAY_IN_OUT, SERIES).into())
    }

    /// The folders that are known before anything is read; none where they are named for a day that the returns tell.
    pub(super) fn folders_known(&self) -> Option<Vec<PathBuf>> {
        match &self.days {
            Days::Given(timeframes) => Some(self.folders(timeframes)),
            Days::LastCovered(_) => by_day(&self.out).is_none().then(|| vec![self.out.clone()]),
            Days::Every(every, first, Some(last)) => Some(self.folders(&every.days(first, last))),
            Days::Every(_, _, None) => None,
        }
    }
}

/// Where reports go, where the day is part of it.
pub(crate) fn by_day(out: &Path) -> Option<&str> {
    out.to_str().filter(|out| out.contains(DAY_IN_OUT))
}
