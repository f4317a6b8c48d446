//! What figures are compared with, besides one another, and how.

use super::error::CliError;
use super::settings::path_or;
use super::shared::shown;
use crate::report::record::Lists;
use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::seeds::configuration::{Configuration, Group, IntervalMethod};
use crate::seeds::neighbours::Neighbours;
use crate::settings_file::{Key, SettingsFile};
use crate::statistics::funnel::Convention;
use std::path::PathBuf;

/// What figures are compared with, besides one another, and how.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ComparisonArguments {
    /// Published figures to compare with: CSV with the columns time_period, geographic_level, code, name,
    /// indicator, numerator, denominator, value, source
    #[arg(long, value_name = "FILE")]
    published: Option<PathBuf>,
    /// Statistical neighbours: CSV with the columns code, rank, neighbour and, where known, year
    #[arg(long, value_name = "FILE")]
    neighbours: Option<PathBuf>,
    /// The 95% interval of a percentage [default: wilson]
    #[arg(long, value_enum, hide_possible_values = true, value_name = "wilson|clopper-pearson")]
    interval: Option<IntervalMethod>,
    /// The limits of a funnel [default: score]
    #[arg(long, value_enum, hide_possible_values = true, value_name = "score|wilson|arcsine")]
    funnel: Option<Convention>,
    /// A group of authorities to compare with; may be given again
    #[arg(long = "group", value_name = "NAME=AUTHORITY,...")]
    groups: Vec<String>,
    /// Where the interval, the funnel and the groups once were.
    #[arg(long, hide = true, value_parser = moved)]
    configuration: Option<PathBuf>,
}

/// Where what a file of an earlier version held is said now.
fn moved(_: &str) -> Result<PathBuf, &'static str> {
    Err("its interval, funnel and [groups] are part of stocktake.toml now: give that with --settings")
}

impl ComparisonArguments {
    /// With the lists of the settings where none is given.
    ///
    /// # Errors
    /// Where one of the settings does not exist.
    pub(crate) fn settled(self, settings: &SettingsFile) -> Result<ComparisonArguments, CliError> {
        Ok(ComparisonArguments {
            published: path_or(self.published, Key::Published, settings)?,
            neighbours: path_or(self.neighbours, Key::Neighbours, settings)?,
            ..self
        })
    }

    /// With the lists that a record names where none is given, as far as they are still there.
    pub(super) fn or_recorded(self, recorded: &Lists) -> ComparisonArguments {
        ComparisonArguments {
            published: still_there(self.published, &recorded.published),
            neighbours: still_there(self.neighbours, &recorded.neighbours),
            ..self
        }
    }

    /// Adds what figures are compared with to the lists; `set` is how, where no option says otherwise.
    ///
    /// # Errors
    /// Where a file cannot be read or does not hold what it should, or a group is none.
    pub(crate) fn add_to(&self, seeds: &mut Seeds, set: Configuration) -> Result<(), CliError> {
        seeds.configuration = self.configuration(set, &seeds.authorities)?;
        let authorities = &seeds.authorities;
        if let Some(file) = &self.published {
            let known = std::mem::take(&mut seeds.published);
            seeds.published = known.with_file(file, authorities, &seeds.indicators).map_err(CliError::new)?;
        }
        if let Some(file) = &self.neighbours {
            seeds.neighbours = Some(Neighbours::from_file(file, authorities).map_err(CliError::new)?);
        }
        Ok(())
    }

    /// How figures are compared. Groups that are given take the place of all that are set.
    fn configuration(&self, set: Configuration, authorities: &Authorities) -> Result<Configuration, CliError> {
        let given = self.groups.iter().map(|line| Group::of_line(line, authorities));
        let mut groups = given.collect::<Result<Vec<_>, _>>().map_err(CliError::new)?;
        groups.sort_by(|one, other| one.name.cmp(&other.name));
        if let Some(twice) = groups.windows(2).find(|pair| pair[0].name == pair[1].name) {
            let problem = format!("--group gives '{}' twice", twice[0].name);
            return Err(CliError::with_remedy(problem, "name all of its authorities in one"));
        }
        Ok(Configuration {
            interval: self.interval.unwrap_or(set.interval),
            funnel: self.funnel.unwrap_or(set.funnel),
            groups: if groups.is_empty() { set.groups } else { groups },
        })
    }

    /// Names the files for the record.
    pub(crate) fn record(self, lists: &mut Lists) {
        for (file, list) in [(self.published, &mut lists.published), (self.neighbours, &mut lists.neighbours)] {
            if file.is_some() {
                *list = shown(file);
            }
        }
    }
}

/// A file that was given, or one that a record names where it is still there.
pub(super) fn still_there(given: Option<PathBuf>, recorded: &str) -> Option<PathBuf> {
    given.or_else(|| Some(PathBuf::from(recorded)).filter(|path| path.exists()))
}
