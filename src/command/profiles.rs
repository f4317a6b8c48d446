//! `stocktake profiles`: the profiles that protect what is published, in words.

use super::error::CliError;
use super::outcome::{Exit, print};
use crate::indicators::seeded;
use crate::lines::hanging;
use crate::printed::words::rules;
use crate::seeds::disclosure::{Profile, USUAL};
use std::path::PathBuf;

/// Print the profiles that protect what is published, and what each of them hides
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake profiles
  stocktake profiles round-5")]
pub(crate) struct Arguments {
    /// The profile's name, as `run --disclosure` takes it [default: all]
    #[arg(value_name = "NAME")]
    name: Option<String>,
    /// A folder of seeds in place of those built in
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
}

/// Prints one profile or all.
///
/// # Errors
/// Where no profile has the name, or the seeds cannot be read.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let profiles = seeded::load(arguments.seeds.as_deref()).map_err(CliError::new)?.disclosure;
    let told: Vec<&Profile> = match &arguments.name {
        None => profiles.iter().collect(),
        Some(name) => vec![named(name, &profiles)?],
    };
    // Two spaces after the longest name, whichever are told.
    let indent = 2 + profiles.iter().map(|profile| profile.name.chars().count()).max().unwrap_or_default();
    let told: Vec<String> = told.into_iter().map(|profile| in_words(profile, indent)).collect();
    print(&told.join("\n"))?;
    Ok(Exit::Done)
}

/// The profile of a name, in capitals or not.
///
/// # Errors
/// Where there is none.
fn named<'profiles>(name: &str, profiles: &'profiles [Profile]) -> Result<&'profiles Profile, CliError> {
    let found = profiles.iter().find(|profile| profile.name.eq_ignore_ascii_case(name.trim()));
    found.ok_or_else(|| {
        CliError::with_remedy(format!("there is no profile {name}"), "`stocktake profiles` lists them all")
    })
}

/// A profile's name and meaning, and below them its rules with their numbers, indented by so much.
fn in_words(profile: &Profile, indent: usize) -> String {
    let usual = if profile.name == USUAL { " Used where a run is given none." } else { "" };
    let mut text = hanging(&profile.name, &format!("{}{usual}", profile.meaning), indent);
    for rule in rules(profile) {
        text.push_str(&hanging("", &rule, indent));
    }
    text
}
