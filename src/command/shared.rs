//! The arguments that commands share: which returns, choices and lists.

use super::error::CliError;
use super::finding::FindArguments;
use super::mapping::MappingArguments;
use super::resubmission::ResubmissionArguments;
use crate::indicators::seeded;
use crate::report::record::{Lists, NONE};
use crate::returns::files::FoundFiles;
use crate::returns::place::Place;
use crate::seeds::Seeds;
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::seeds::configuration::Configuration;
use crate::seeds::identifying::IdentifyingColumns;
use crate::seeds::neighbours::Neighbours;
use crate::seeds::policies::Policies;
use crate::timeframe::{Basis, Timeframe, read_as_at};
use crate::year::read_year;
use std::path::{Path, PathBuf};

/// The returns, and how they are read.
#[derive(Debug, clap::Args)]
pub(crate) struct ReturnsArguments {
    /// Files (CSV, workbooks, XML, zip), or folders that hold them
    #[arg(required = true, value_name = "RETURNS")]
    pub(crate) returns: Vec<PathBuf>,
    /// The year in which the return ends, for files that do not give one
    #[arg(long, value_name = "YEAR")]
    pub(crate) year: Option<String>,
    #[command(flatten)]
    resubmission: ResubmissionArguments,
    /// A choice within the definitions (see `stocktake indicators`)
    #[arg(long = "policy", value_name = "NAME=VALUE")]
    policies: Vec<String>,
    /// A list of authorities in place of England's
    #[arg(long, value_name = "FILE")]
    authorities: Option<PathBuf>,
    /// A folder of seeds (indicators.toml, codes.csv ...) in place of those built in
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
    #[command(flatten)]
    mapping: MappingArguments,
    #[command(flatten)]
    finding: FindArguments,
    /// Read files even if they have columns of names, addresses or the like, which are never copied
    #[arg(long)]
    allow_identifying: bool,
}

/// The returns, and how their figures are worked out and shown.
#[derive(Debug, clap::Args)]
pub(crate) struct FigureArguments {
    /// The returns, and how they are read.
    #[command(flatten)]
    pub(crate) reading: ReturnsArguments,
    /// The twelve months to the day, or the months since 1 April
    #[arg(long, value_enum, default_value_t = Basis::Rolling)]
    pub(crate) basis: Basis,
    #[command(flatten)]
    targets: TargetArguments,
}

/// The user's own targets.
#[derive(Debug, clap::Args)]
pub(crate) struct TargetArguments {
    /// Local targets: CSV with the columns indicator, year, code, target
    #[arg(long, value_name = "FILE")]
    targets: Option<PathBuf>,
}

/// What figures are compared with, besides one another.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ComparisonArguments {
    /// Published figures to compare with: CSV with the columns time_period, geographic_level, code, name,
    /// indicator, numerator, denominator, value, source
    #[arg(long, value_name = "FILE")]
    published: Option<PathBuf>,
    /// Statistical neighbours: CSV with the columns code, rank, neighbour and, where known, year
    #[arg(long, value_name = "FILE")]
    neighbours: Option<PathBuf>,
    /// The interval, the limits of the funnel and the groups of authorities: TOML
    #[arg(long, value_name = "FILE")]
    configuration: Option<PathBuf>,
}

/// The lists that a run used, given again.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ListArguments {
    /// A list of authorities in place of England's
    #[arg(long, value_name = "FILE")]
    authorities: Option<PathBuf>,
    /// Local targets: CSV with the columns indicator, year, code, target
    #[arg(long, value_name = "FILE")]
    targets: Option<PathBuf>,
    #[command(flatten)]
    comparison: ComparisonArguments,
    /// A folder of seeds in place of those built in
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
}

impl ListArguments {
    /// With the lists that a record names where none is given, as far as they are still there.
    pub(crate) fn or_recorded(self, recorded: Option<&Lists>) -> ListArguments {
        let Some(recorded) = recorded else { return self };
        let or = |given: Option<PathBuf>, recorded: &str| {
            given.or_else(|| Some(PathBuf::from(recorded)).filter(|path| path.exists()))
        };
        let ComparisonArguments { published, neighbours, configuration } = self.comparison;
        ListArguments {
            authorities: or(self.authorities, &recorded.authorities),
            targets: or(self.targets, &recorded.targets),
            comparison: ComparisonArguments {
                published: or(published, &recorded.published),
                neighbours: or(neighbours, &recorded.neighbours),
                configuration: or(configuration, &recorded.configuration),
            },
            seeds: or(self.seeds, &recorded.seeds),
        }
    }

    /// Reads the lists.
    ///
    /// # Errors
    /// Where a file cannot be read or does not hold what it should.
    pub(crate) fn load(&self) -> Result<Seeds, CliError> {
        let mut seeds = seeded::load(self.seeds.as_deref()).map_err(CliError::new)?;
        if let Some(file) = &self.authorities {
            seeds = with_authorities(seeds, file)?;
        }
        if let Some(file) = &self.targets {
            add_targets(&mut seeds, file)?;
        }
        self.comparison.add_to(&mut seeds)?;
        Ok(seeds)
    }
}

/// What the arguments name, read.
#[derive(Debug)]
pub(crate) struct Inputs {
    /// The files of returns.
    pub(crate) found: FoundFiles,
    /// The authority, where one was named, and the year, of files that do not give them.
    pub(crate) given: Place,
    /// The choices in force.
    pub(crate) policies: Policies,
    /// The lists in force.
    pub(crate) seeds: Seeds,
    /// Where the lists come from.
    pub(crate) lists: Lists,
}

impl FigureArguments {
    /// Finds the returns and lists, as for [`ReturnsArguments`], and the targets.
    ///
    /// # Errors
    /// Where something is not there or cannot be read.
    pub(crate) fn load(self, out: &Path, authority: Option<&str>) -> Result<Inputs, CliError> {
        let mut inputs = self.reading.load(out, authority)?;
        self.targets.add_to(&mut inputs)?;
        Ok(inputs)
    }
}

impl TargetArguments {
    /// Adds the targets to the lists.
    ///
    /// # Errors
    /// Where the file cannot be read or does not hold what it should.
    pub(crate) fn add_to(self, Inputs { seeds, lists, .. }: &mut Inputs) -> Result<(), CliError> {
        if let Some(file) = self.targets {
            add_targets(seeds, &file)?;
            lists.targets = shown(Some(file));
        }
        Ok(())
    }
}

impl ComparisonArguments {
    /// Adds what figures are compared with to the lists.
    ///
    /// # Errors
    /// Where a file cannot be read or does not hold what it should.
    pub(crate) fn add_to(&self, seeds: &mut Seeds) -> Result<(), CliError> {
        let authorities = &seeds.authorities;
        if let Some(file) = &self.published {
            let known = std::mem::take(&mut seeds.published);
            seeds.published = known.with_file(file, authorities, &seeds.indicators).map_err(CliError::new)?;
        }
        if let Some(file) = &self.neighbours {
            seeds.neighbours = Some(Neighbours::from_file(file, authorities).map_err(CliError::new)?);
        }
        if let Some(file) = &self.configuration {
            seeds.configuration = Configuration::from_file(file, authorities).map_err(CliError::new)?;
        }
        Ok(())
    }

    /// Names the files for the record.
    pub(crate) fn record(self, lists: &mut Lists) {
        let named = [
            (self.published, &mut lists.published),
            (self.neighbours, &mut lists.neighbours),
            (self.configuration, &mut lists.configuration),
        ];
        for (file, list) in named {
            if file.is_some() {
                *list = shown(file);
            }
        }
    }
}

impl ReturnsArguments {
    /// Finds the returns, without what is in `out`, and the lists, and reads the choices.
    ///
    /// # Errors
    /// Where something is not there or cannot be read.
    pub(crate) fn load(self, out: &Path, authority: Option<&str>) -> Result<Inputs, CliError> {
        let mut seeds = seeded::load(self.seeds.as_deref()).map_err(CliError::new)?;
        if self.allow_identifying {
            seeds.identifying = IdentifyingColumns::default();
        }
        seeds = self.mapping.add_to(seeds)?;
        let mut found = self.finding.find(&self.returns, out)?;
        found.standing = self.resubmission.standing()?;
        let list = match self.authorities {
            Some(list) => Some(list),
            None => found.authorities().map_err(CliError::new)?.map(Path::to_owned),
        };
        if let Some(list) = &list {
            seeds = with_authorities(seeds, list)?;
        }
        let policies = Policies::from_seeds(&seeds.policies)
            .and_then(|policies| policies.with_settings(&self.policies))
            .map_err(CliError::new)?;
        let given = Place {
            authority: authority.map(|text| named(text, &seeds.authorities)).transpose()?,
            year: self.year.as_deref().map(year).transpose()?,
        };
        let lists = Lists {
            seeds: shown(self.seeds),
            authorities: shown(list),
            targets: shown(None),
            published: if seeds.published.is_empty() { NONE.to_owned() } else { shown(None) },
            neighbours: NONE.to_owned(),
            configuration: NONE.to_owned(),
            columns: self.mapping.shown(),
        };
        Ok(Inputs { found, given, policies, seeds, lists })
    }
}

/// The lists with the authorities of a file in place of England's.
fn with_authorities(seeds: Seeds, file: &Path) -> Result<Seeds, CliError> {
    Ok(seeds.with_authorities(Authorities::from_file(file).map_err(CliError::new)?))
}

/// Adds the targets of a file to the lists.
fn add_targets(seeds: &mut Seeds, file: &Path) -> Result<(), CliError> {
    let known = std::mem::take(&mut seeds.targets);
    seeds.targets = known.with_file(file, &seeds.authorities, &seeds.indicators).map_err(CliError::new)?;
    Ok(())
}

/// Where a list comes from, for the record.
fn shown(path: Option<PathBuf>) -> String {
    path.map_or("built in".to_owned(), |path| path.display().to_string())
}

/// The timeframe of a day.
///
/// # Errors
/// Where the text is not a date, or the date does not end a month.
pub(crate) fn timeframe(day: &str, basis: Basis) -> Result<Timeframe, CliError> {
    let as_at = read_as_at(day).map_err(CliError::new)?;
    Timeframe::new(as_at, basis).map_err(CliError::new)
}

/// The authority with a code or name.
///
/// # Errors
/// Where the list does not have it.
pub(crate) fn named(authority: &str, authorities: &Authorities) -> Result<AuthorityIndex, CliError> {
    authorities.find(authority).ok_or_else(|| {
        let general = "give its three-digit code, nine-character code or name, or your own list with --authorities";
        CliError::with_remedy(
            format!("--authority {authority} is not on the list of authorities"),
            authorities.advice(authority).unwrap_or_else(|| general.to_owned()),
        )
    })
}

fn year(text: &str) -> Result<i32, CliError> {
    read_year(text).ok_or_else(|| {
        CliError::with_remedy(
            format!("--year {text} is not a year"),
            "write the year in which the return ends, such as 2011 or 2010-11",
        )
    })
}
