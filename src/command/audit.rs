//! `stocktake audit`: what a stranger can work out of what is published.

use super::asked::GivenLists;
use super::error::CliError;
use super::outcome::{Exit, print};
use crate::attack::Aim;
use crate::audit::{Audit, audit};
use crate::contract::RECORD;
use crate::lines::hanging;
use crate::printed::folders::folders;
use crate::printed::published::already_published;
use crate::report::record::Lists;
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
days, which are attacked as one set. Only what is published is read: what the figures tell of one another by \
sums, rounding, percentages and limits is set up as equations in whole numbers, and for each hidden count the \
smallest and largest possible number is found. One with fewer possible numbers than the profile asks for is a \
breach.

Charts, pages, the workbook and all else in DIR are made again from those figures and the lists that the run \
had: a file that does not come out the same tells something else, is named, and the audit fails. The lists are \
those that the run's record names, where it lies beside; else give them.

With --already-published, the same figures published before join the attack, as long as nothing printed \
contradicts them: what the two tell together is a breach. A number that the earlier tables tell by themselves \
is named as told already, for nothing can hide it any more.

Exit codes: 0 nothing gives too much away; 2 could not audit; 3 something does, or was not audited.")]
pub struct Arguments {
    /// What is to be published
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// What was published already: a report, its folder publish, or a folder of reports; as often as needed
    #[arg(long, value_name = "DIR")]
    already_published: Vec<PathBuf>,
    #[command(flatten)]
    lists: GivenLists,
}

/// Audits what is published and says what came of it.
///
/// # Errors
/// What stopped it.
pub fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let recorded = recorded_lists(&arguments.folder);
    let seeds = arguments.lists.clone().or_recorded(recorded.as_ref()).load()?;
    let folders = folders(&arguments.folder).map_err(CliError::new)?;
    let earlier = already_published(&arguments.already_published).map_err(CliError::new)?;
    let audit = audit(&folders, &earlier, &seeds, Aim::Bounds).map_err(CliError::new)?;
    print(&words(&audit));
    Ok(if audit.is_safe() { Exit::Done } else { Exit::Breach })
}

/// The lists that a run's record names: that of the report, of the report whose folder is given, or of its first day.
fn recorded_lists(folder: &Path) -> Option<Lists> {
    #[derive(Deserialize)]
    struct Record {
        lists: Lists,
    }
    let days = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut places: Vec<PathBuf> = days.collect();
    places.sort();
    places.insert(0, folder.join(".."));
    places.insert(0, folder.to_owned());
    let record = |place: &PathBuf| serde_json::from_slice::<Record>(&std::fs::read(place.join(RECORD)).ok()?).ok();
    places.iter().find_map(record).map(|record| record.lists)
}

fn words(audit: &Audit) -> String {
    let mut text = format!("{} in {}. ", many(audit.figures, "figure"), many(audit.tables, "table"));
    text.push_str(&match audit.fewest {
        Some(fewest) => {
            format!("{} attacked: {fewest} possible numbers or more for each.\n", many(audit.hidden, "hidden number"))
        }
        None => "Nothing is hidden.\n".to_owned(),
    });
    for breach in &audit.breaches {
        text.push_str(&hanging("Breach", breach, 8));
    }
    for already in &audit.already {
        text.push_str(&hanging("Already published", already, 19));
    }
    for file in &audit.not_audited {
        text.push_str(&hanging("Not audited", file, 13));
    }
    if audit.is_safe() {
        text.push_str(if audit.already.is_empty() {
            "Nothing that is hidden can be worked out more closely than the profile allows.\n"
        } else {
            "Nothing more that is hidden can be worked out than was told already.\n"
        });
    }
    text
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
