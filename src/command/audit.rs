//! `stocktake audit`: what a stranger can work out of what is published.

use super::{Ending, Stopped, print};
use crate::attack::Aim;
use crate::attack::published::{Audit, already_published, audit, folders};
use crate::lines::hanging;
use crate::seeds::Seeds;
use std::path::PathBuf;

/// Attack what is published, as a stranger would
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake audit reports
  stocktake audit reports/publish
  stocktake audit reports --already-published last-month/publish

DIR is a report that `stocktake run` wrote with --out, its folder publish, or a folder of reports for several
days, which are attacked as one set. Only what is published is read: what the figures tell of one another by sums,
rounding, percentages and limits is set up as equations in whole numbers, and for each hidden count the smallest and
largest possible number is found. One with fewer possible numbers than the profile asks for is a breach. A file in
DIR that the audit does not read is named, and the audit fails.

With --already-published, the same figures published before join the attack, as long as nothing printed
contradicts them: what the two tell together is a breach. A number that the earlier tables tell by themselves is
named as told already, for nothing can hide it any more.

Exit codes: 0 nothing gives too much away; 2 could not audit; 3 something does, or was not audited.")]
pub struct Arguments {
    /// What is to be published
    #[arg(value_name = "DIR")]
    published: PathBuf,
    /// What was published already: a report, its folder publish, or a folder of reports; as often as needed
    #[arg(long, value_name = "DIR")]
    already_published: Vec<PathBuf>,
    /// A folder of seeds in place of those built in
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
}

/// Audits what is published and says what came of it.
///
/// # Errors
/// What stopped it.
pub fn carry_out(arguments: &Arguments) -> Result<Ending, Stopped> {
    let seeds = Seeds::load(arguments.seeds.as_deref()).map_err(Stopped::because)?;
    let folders = folders(&arguments.published).map_err(Stopped::because)?;
    let earlier = already_published(&arguments.already_published).map_err(Stopped::because)?;
    let audit = audit(&folders, &earlier, &seeds.indicators, Aim::Bounds).map_err(Stopped::because)?;
    print(&words(&audit));
    Ok(if audit.is_safe() { Ending::Done } else { Ending::Breach })
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
