//! The arguments that commands share: which returns, choices and lists.

use super::error::CliError;
use super::finding::FindArguments;
use super::mapping::MappingArguments;
use super::own_columns;
use super::resubmission::ResubmissionArguments;
use super::settings::{Said, SettingsArguments, path_or, returns_or};
use crate::indicators::seeded;
use crate::progress::Progress;
use crate::report::record::{Lists, NONE, path_of};
use crate::returns::files::{FoundFiles, Standing};
use crate::returns::place::Place;
use crate::seeds::Seeds;
use crate::seeds::authorities::{Authorities, AuthorityIndex};
use crate::seeds::identifying::IdentifyingColumns;
use crate::seeds::policies::Policies;
use crate::settings_file::{Key, SettingsFile};
use crate::timeframe::{Basis, Timeframe, read_as_at};
use crate::year::read_year;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The returns, and how they are read.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct ReturnsArguments {
    /// Files (CSV, workbooks, XML, zip), or folders that hold them
    #[arg(value_name = "RETURNS")]
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
    #[command(flatten)]
    settings_file: SettingsArguments,
    /// What the file says, once it was read.
    #[arg(skip)]
    pub(crate) settings: Rc<SettingsFile>,
}

/// The returns, and how their figures are worked out and shown.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct FigureArguments {
    /// The returns, and how they are read.
    #[command(flatten)]
    pub(crate) reading: ReturnsArguments,
    /// The twelve months to the day, or the months since 1 April [default: rolling]
    #[arg(long, value_enum)]
    basis: Option<Basis>,
    #[command(flatten)]
    targets: TargetArguments,
}

/// The user's own targets.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct TargetArguments {
    /// Local targets: CSV with the columns indicator, year, code, target
    #[arg(long, value_name = "FILE")]
    targets: Option<PathBuf>,
}

/// What the arguments name, read.
#[derive(Debug)]
pub(crate) struct Inputs {
    /// The files of returns.
    pub(crate) found: FoundFiles,
    /// The authority, where one was named, and the year, of files that do not give them.
    pub(crate) given: Place,
    /// What was said of them.
    pub(crate) said: SaidOfFiles,
    /// The choices in force.
    pub(crate) policies: Policies,
    /// The lists in force.
    pub(crate) seeds: Seeds,
    /// Where the lists come from.
    pub(crate) lists: Lists,
}

/// What was said of files that do not tell whose they are, or of which some are there twice, as the record has it.
#[derive(Debug)]
pub(crate) struct SaidOfFiles {
    /// The authority of files that do not give one, or `none`.
    pub(crate) authority: String,
    /// Their year, or `none`.
    pub(crate) year: String,
    /// Which of two files stands: `latest`, a path or `none`.
    pub(crate) resubmission: String,
}

impl FigureArguments {
    /// As the user's settings in a file have it.
    pub(crate) fn by(settings: PathBuf) -> FigureArguments {
        let reading =
            ReturnsArguments { settings_file: SettingsArguments::of(settings), ..ReturnsArguments::default() };
        FigureArguments { reading, ..FigureArguments::default() }
    }

    /// With what the user's settings say wherever no option does.
    ///
    /// # Errors
    /// As [`ReturnsArguments::settled`].
    pub(crate) fn settled(self, progress: Progress) -> Result<FigureArguments, CliError> {
        let reading = self.reading.settled(progress)?;
        let basis = self.basis.or_else(|| reading.settings.choice(Key::Basis));
        Ok(FigureArguments { targets: self.targets.settled(&reading)?, basis, reading })
    }

    /// Where windows start.
    pub(crate) fn basis(&self) -> Basis {
        self.basis.unwrap_or(Basis::Rolling)
    }

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
    /// With what the user's settings say where the option does not.
    ///
    /// # Errors
    /// Where the file is not there.
    pub(crate) fn settled(self, reading: &ReturnsArguments) -> Result<TargetArguments, CliError> {
        Ok(TargetArguments { targets: path_or(self.targets, Key::Targets, &reading.settings)? })
    }

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

impl ReturnsArguments {
    /// These returns, read without the user's settings.
    pub(crate) fn of(
        returns: Vec<PathBuf>,
        year: Option<String>,
        authorities: Option<PathBuf>,
        finding: FindArguments,
    ) -> ReturnsArguments {
        ReturnsArguments { returns, year, authorities, finding, ..ReturnsArguments::default() }
    }

    /// With what the user's settings say wherever no option does.
    ///
    /// # Errors
    /// Where the settings cannot be read or are not what they should be, or no returns are given.
    pub(crate) fn settled(self, progress: Progress) -> Result<ReturnsArguments, CliError> {
        let settings = self.settings_file.read(progress)?;
        Ok(ReturnsArguments {
            returns: returns_or(self.returns, &settings)?,
            // Of two values of a policy, the later counts.
            policies: [settings.policies(), &self.policies].concat(),
            authorities: path_or(self.authorities, Key::Authorities, &settings)?,
            seeds: path_or(self.seeds, Key::Seeds, &settings)?,
            settings: Rc::new(settings),
            ..self
        })
    }

    /// Finds the returns, without what is in `out`, and the lists, and reads the choices.
    ///
    /// # Errors
    /// Where something is not there or cannot be read.
    pub(crate) fn load(self, out: &Path, authority: Option<&str>) -> Result<Inputs, CliError> {
        let mut seeds = seeded::load(self.seeds.as_deref()).map_err(CliError::new)?;
        if self.allow_identifying {
            seeds.identifying = IdentifyingColumns::default();
        }
        seeds = self.mapping.add_to(seeds, &self.settings)?;
        seeds.own_columns = own_columns::of_settings(&self.settings)?;
        let mut found = self.finding.find(&self.returns, out)?;
        found.standing = self.resubmission.standing(&self.settings)?;
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
        let said = |given: Option<&str>, key: Key| match given {
            Some(text) => Some(Said::by_option(&format!("--{}", key.name()), text)),
            None => Said::by_key(key, &self.settings),
        };
        let (authority, of_year) = (said(authority, Key::Authority), said(self.year.as_deref(), Key::Year));
        let given = Place {
            authority: authority.as_ref().map(|said| named(said, &seeds.authorities)).transpose()?,
            year: of_year.as_ref().map(year).transpose()?,
        };
        let or_none = |said: Option<Said>| said.map_or_else(|| NONE.to_owned(), |said| said.text);
        let said = SaidOfFiles {
            authority: or_none(authority),
            year: or_none(of_year),
            resubmission: found.standing.as_ref().map_or_else(|| NONE.to_owned(), Standing::to_string),
        };
        let lists = Lists {
            seeds: shown(self.seeds),
            authorities: shown(list),
            targets: shown(None),
            published: if seeds.published.is_empty() { NONE.to_owned() } else { shown(None) },
            neighbours: NONE.to_owned(),
            population: NONE.to_owned(),
            columns: self.mapping.shown(&self.settings),
        };
        Ok(Inputs { found, given, said, policies, seeds, lists })
    }
}

/// The lists with the authorities of a file in place of England's.
pub(super) fn with_authorities(seeds: Seeds, file: &Path) -> Result<Seeds, CliError> {
    Ok(seeds.with_authorities(Authorities::from_file(file).map_err(CliError::new)?))
}

/// Adds the targets of a file to the lists.
pub(super) fn add_targets(seeds: &mut Seeds, file: &Path) -> Result<(), CliError> {
    let known = std::mem::take(&mut seeds.targets);
    seeds.targets = known.with_file(file, &seeds.authorities, &seeds.indicators).map_err(CliError::new)?;
    Ok(())
}

/// Where a list comes from, for the record.
pub(super) fn shown(path: Option<PathBuf>) -> String {
    path.map_or("built in".to_owned(), |path| path_of(&path))
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
pub(crate) fn named(authority: &Said, authorities: &Authorities) -> Result<AuthorityIndex, CliError> {
    authorities.find(&authority.text).ok_or_else(|| {
        let general = "give its three-digit code, nine-character code or name, or your own list with --authorities";
        let remedy = authorities.advice(&authority.text).unwrap_or_else(|| general.to_owned());
        authority.wrong("is not on the list of authorities", remedy)
    })
}

fn year(said: &Said) -> Result<i32, CliError> {
    let remedy = "write the year in which the return ends, such as 2011 or 2010-11";
    read_year(&said.text).ok_or_else(|| said.wrong("is not a year", remedy))
}
