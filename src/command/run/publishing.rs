//! How a run publishes: the profile, and what was published already.

use crate::command::error::CliError;
use crate::command::settings::Said;
use crate::seeds::Seeds;
use crate::seeds::breakdowns::Dimension;
use crate::seeds::disclosure::{NONE, Profile, USUAL};
use crate::settings_file::{Key, SettingsFile};
use std::path::{Path, PathBuf};

/// How figures are published.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct PublishingArguments {
    /// How published tables are protected: a profile's name, a file that holds one, or none to publish nothing
    /// [default: sfr-2011]
    #[arg(long, value_name = "NAME|FILE")]
    disclosure: Option<String>,
    /// What was published already, to take into account: a report, its folder publish, or a folder of reports; may be
    /// given again
    #[arg(long, value_name = "DIR")]
    already_published: Vec<PathBuf>,
    /// Dimensions of which groups are published too, protected with the figures: sex, age and others of
    /// seeds/breakdowns.toml [default: none]
    #[arg(long, value_name = "DIM,...", value_delimiter = ',')]
    publish_breakdowns: Vec<String>,
    /// Publish where the year will probably end, in whole numbers, of areas of which no figure is hidden [default: false]
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    publish_forecast: Option<bool>,
}

/// How figures are published, as it was given or set.
#[derive(Debug)]
pub(crate) struct Publishing {
    /// The profile; none where nothing is published.
    pub(crate) profile: Option<Profile>,
    /// How the profile was named.
    pub(crate) said: String,
    /// What was published already.
    pub(crate) already: Vec<PathBuf>,
    /// The dimensions of which groups are published too.
    pub(crate) breakdowns: Vec<String>,
    /// Whether it is published where figures will probably end.
    pub(crate) forecast: bool,
}

impl PublishingArguments {
    /// What is given, else what is set.
    ///
    /// # Errors
    /// Where there is no such profile, or what was published already is not there or makes no difference.
    pub(crate) fn settled(self, settings: &SettingsFile, seeds: &Seeds) -> Result<Publishing, CliError> {
        let (said, profile) = match (self.disclosure, Said::by_key(Key::Disclosure, settings)) {
            (Some(given), _) => {
                let profile = profile(&Said::by_option("--disclosure", &given), Path::new(&given), seeds)?;
                (given, profile)
            }
            (None, Some(set)) => {
                let profile = profile(&set, &settings.beside(&set.text), seeds)?;
                (set.text, profile)
            }
            (None, None) => (USUAL.to_owned(), profile(&Said::by_option("--disclosure", USUAL), Path::new(""), seeds)?),
        };
        if profile.is_none() && !self.already_published.is_empty() {
            return Err(CliError::with_remedy(
                "--already-published makes no sense with --disclosure none, which publishes nothing",
                "leave out one of the two",
            ));
        }
        let already = match (&profile, self.already_published) {
            (None, _) => Vec::new(),
            (_, given) if !given.is_empty() => given,
            _ => settings.paths(Key::AlreadyPublished).map_err(CliError::new)?.unwrap_or_default(),
        };
        if profile.is_none() && !self.publish_breakdowns.is_empty() {
            return Err(CliError::with_remedy(
                "--publish-breakdowns makes no sense with --disclosure none, which publishes nothing",
                "leave out one of the two",
            ));
        }
        let breakdowns = match (&profile, self.publish_breakdowns) {
            (None, _) => Vec::new(),
            (_, given) if !given.is_empty() => dimensions(given, seeds)?,
            _ => {
                let set = settings.texts(Key::PublishBreakdowns).unwrap_or_default();
                dimensions(set.iter().map(|set| set.text.clone()).collect(), seeds)?
            }
        };
        if profile.is_none() && self.publish_forecast == Some(true) {
            return Err(CliError::with_remedy(
                "--publish-forecast makes no sense with --disclosure none, which publishes nothing",
                "leave out one of the two",
            ));
        }
        let forecast = self.publish_forecast.or_else(|| settings.flag(Key::PublishForecast)).unwrap_or_default();
        Ok(Publishing { profile, said, already, breakdowns, forecast })
    }
}

/// Dimensions by these names, in the order of the lists.
///
/// # Errors
/// Where there is no such dimension, or two look at the same of a child.
fn dimensions(names: Vec<String>, seeds: &Seeds) -> Result<Vec<String>, CliError> {
    let known: Vec<&str> = seeds.breakdowns.iter().map(|dimension| dimension.name.as_str()).collect();
    if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(CliError::with_remedy(
            format!("publish-breakdowns: there is no dimension '{name}'"),
            format!("the dimensions are {}", known.join(", ")),
        ));
    }
    let wanted: Vec<&Dimension> = seeds.breakdowns.iter().filter(|of| names.contains(&of.name)).collect();
    let same_of = |one: &&&Dimension| wanted.iter().any(|other| other.by == one.by && other.name != one.name);
    if let Some(one) = wanted.iter().find(same_of) {
        return Err(CliError::with_remedy(
            format!("publish-breakdowns: {} and another group the same, and one would give the other away", one.name),
            "publish one of the two",
        ));
    }
    Ok(wanted.iter().map(|dimension| dimension.name.clone()).collect())
}

/// The profile with a name, or in a file; none where nothing is to be published.
fn profile(said: &Said, file: &Path, seeds: &Seeds) -> Result<Option<Profile>, CliError> {
    if said.text == NONE {
        return Ok(None);
    }
    if let Some(profile) = seeds.disclosure.iter().find(|profile| profile.name == said.text) {
        return Ok(Some(profile.clone()));
    }
    if file.is_file() {
        return Profile::from_file(file).map(Some).map_err(CliError::new);
    }
    let names: Vec<&str> = seeds.disclosure.iter().map(|profile| profile.name.as_str()).collect();
    let names = names.join(", ");
    let own = "for your own, edit publish/disclosure.toml of any report and give that file";
    Err(said.wrong("is neither a profile nor a file", format!("the profiles are {names} and {NONE}; {own}")))
}
