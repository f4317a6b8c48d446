//! `stocktake audit`: what a stranger can work out from what is published.

use super::branding::{BrandingArguments, RecordedBranding};
use super::error::CliError;
use super::lists::ListArguments;
use super::outcome::{Exit, print};
use crate::attack::Aim;
use crate::audit::beside::not_accounted_for;
use crate::audit::series::not_audited_over_all;
use crate::audit::{Audit, Extent, audit};
use crate::contract::RECORD;
use crate::lines::hanging;
use crate::printed::folders::folders;
use crate::printed::published::already_published;
use crate::printed::words::rules;
use crate::report::record::Lists;
use crate::seeds::configuration::Configuration;
use crate::seeds::disclosure::Profile;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Attack what is published, as a stranger would
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake run data --as-at 2011-03-31 --out reports
  stocktake audit reports
  stocktake audit reports/publish
  stocktake audit reports --authorities data/authorities.csv
  stocktake audit reports --already-published my-last-month/publish

DIR is a report that `stocktake run` wrote with --out, its folder publish, or a folder of reports for several \
days, which are attacked as one set. Only what is published is read: what the figures reveal about one another \
through sums, rounding, percentages and limits becomes equations in whole numbers, and the smallest and largest \
possible value of each hidden count is found. A count with fewer possible values than the profile requires is a \
breach.

Charts, pages, the workbook and everything else in DIR are made again from those figures and the lists of the \
run: a file that does not come out the same may reveal something else, so it is named and the audit fails. The \
lists are those named in the run's record, where it is beside the figures; otherwise give them. A file that is \
missing, a link, and what lies beside the folder publish without a record to account for it are named too.

With --already-published, the same figures as published earlier join the attack, unless something printed \
contradicts them: what the two reveal together is a breach. A number that the earlier tables reveal by \
themselves is named as already published, since nothing can hide it any more.

Exit codes: 0 nothing gives too much away; 2 could not audit; 3 something does, or was not audited.")]
pub(crate) struct Arguments {
    /// What is to be published
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What was published already: a report, its folder publish, or a folder of reports; may be given again
    #[arg(long, value_name = "DIR")]
    already_published: Vec<PathBuf>,
    #[command(flatten)]
    lists: ListArguments,
    #[command(flatten)]
    branding: BrandingArguments,
}

/// Audits what is published and prints what came of it.
///
/// # Errors
/// Where there is nothing published, or a file or list cannot be read.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let branding = arguments.branding.clone();
    let (mut seeds, branding) = match recorded(&arguments.folder) {
        Some(Recorded { lists, settings }) => (
            arguments.lists.clone().or_recorded(&lists).load(settings.configuration)?,
            branding.or_recorded(settings.branding)?,
        ),
        None => (arguments.lists.load(Configuration::default())?, branding.or_recorded(RecordedBranding::default())?),
    };
    branding.add_to(&mut seeds);
    let folders = folders(&arguments.folder).map_err(CliError::new)?;
    let earlier = already_published(&arguments.already_published).map_err(CliError::new)?;
    let mut audit = audit(&folders, &earlier, &seeds, Aim::Intervals, Extent::Whole).map_err(CliError::new)?;
    audit.not_audited.extend(not_audited_over_all(&arguments.folder, &audit.tables, &seeds).map_err(CliError::new)?);
    audit.not_audited.extend(not_accounted_for(&arguments.folder));
    print(&words(&audit))?;
    Ok(if audit.is_safe() { Exit::Done } else { Exit::Breach })
}

/// What a run's record says of what figures were compared with, and how.
#[derive(Deserialize)]
struct Recorded {
    lists: Lists,
    #[serde(default)]
    settings: RecordedSettings,
}

/// The settings of a run that what is made depends on.
#[derive(Default, Deserialize)]
struct RecordedSettings {
    #[serde(flatten)]
    configuration: Configuration,
    #[serde(flatten)]
    branding: RecordedBranding,
}

/// The record of the folder, of the folder above it, or of its first day.
fn recorded(folder: &Path) -> Option<Recorded> {
    let days = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut places: Vec<PathBuf> = days.collect();
    places.sort();
    places.insert(0, folder.join(".."));
    places.insert(0, folder.to_owned());
    let record = |place: &PathBuf| serde_json::from_slice(&std::fs::read(place.join(RECORD)).ok()?).ok();
    places.iter().find_map(record)
}

fn words(audit: &Audit) -> String {
    let mut text = format!("{} in {}. ", many(audit.figures, "figure"), many(audit.tables.len(), "table"));
    text.push_str(&match audit.fewest {
        Some(fewest) => {
            format!("{} attacked: {fewest} possible values or more for each.\n", many(audit.hidden, "hidden number"))
        }
        None => "Nothing is hidden.\n".to_owned(),
    });
    text.push_str(&profiles(audit));
    for breach in &audit.breaches {
        text.push_str(&hanging("Breach", breach, 8));
    }
    for already in &audit.already {
        text.push_str(&hanging("Already published", already, 19));
    }
    for file in &audit.not_audited {
        text.push_str(&hanging("Problem", file, 9));
    }
    if audit.is_safe() {
        text.push_str(if audit.already.is_empty() {
            "Nothing hidden can be worked out more closely than the profile allows.\n"
        } else {
            "Nothing hidden can be worked out beyond what was published already.\n"
        });
    }
    text
}

/// What each profile that was followed does, in words: a name alone does not tell how much is hidden.
fn profiles(audit: &Audit) -> String {
    let mut followed: Vec<&Profile> = Vec::new();
    for day in &audit.tables {
        if !followed.contains(&&day.profile) {
            followed.push(&day.profile);
        }
    }
    let said = |profile: &&Profile| hanging("Profile", &format!("{}: {}", profile.name, rules(profile).join(" ")), 9);
    followed.iter().map(said).collect()
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
