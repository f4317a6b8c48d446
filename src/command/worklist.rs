//! `stocktake worklist`: what is due and what is to be mended, a list a team.

use super::days_ahead::AheadArguments;
use super::error::CliError;
use super::input::{IN_INTAKE, Telling, not_among_returns, report_input};
use super::outcome::{Exit, print, written_at};
use super::own_columns::OwnColumnArguments;
use super::settings::path_or;
use super::shared::{Inputs, ReturnsArguments};
use crate::care::CareHistories;
use crate::check::accepted::Acceptances;
use crate::check::finding_row::FindingRow;
use crate::check::rows::COLUMNS as LOOKED_AT;
use crate::check::tables::Tables;
use crate::check::{check, rules};
use crate::contract::{WORKLIST, WORKLIST_RECORD};
use crate::doubt::Doubts;
use crate::forecast::ahead::{Ahead, Undated};
use crate::forecast::steady::Steady;
use crate::forecast::watch_list;
use crate::lines::indented;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, ReportName};
use crate::progress::Progress;
use crate::quality::{CleanReturns, clean};
use crate::report::columns;
use crate::report::tables_record::{self, NoMore, Ran};
use crate::returns::file::{FileReport, Outcome};
use crate::returns::read;
use crate::returns::written::Kept;
use crate::run::some_read;
use crate::seeds::Seeds;
use crate::seeds::own_columns::OwnColumns;
use crate::settings_file::Key;
use crate::worklist::people::Seen;
use crate::worklist::{By, Worklist, book, table, text};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The names in the report of a worklist.
const NAME: ReportName = ReportName { tables: WORKLIST, published: None, record: WORKLIST_RECORD };

/// List what is due and what is to be mended, a list a team
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake worklist data
  stocktake worklist data --as-at 2010-12-31 --by authority --out work
  stocktake worklist my-extract --authority 302 --year 2011 --as-at 2010-12-31 \\
    --by TEAM --out my-work

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

Due are reviews, SDQ scores, records at the nineteenth birthday, exam results and placements after a decision for adoption, \
up to the next 31 March or --to. Wrong is what `stocktake check` finds in the current return, without what is \
accepted; doubtful is what the files leave open about the figures of the day. With --out, DIR/worklist holds \
worklist.xlsx, a worksheet a list, and worklist.csv, all in one. Both are about children: keep them as safe as the returns.

Exit codes: 0 done; 2 could not run, or the day has no return.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: ReturnsArguments,
    #[command(flatten)]
    days: AheadArguments,
    /// What lists are made by: a column of header or episodes, authority or none
    #[arg(long, value_name = "COLUMN|authority|none", default_value = "none")]
    by: String,
    #[command(flatten)]
    own_columns: OwnColumnArguments,
    /// The authority of files that do not give one: code or name
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    /// Findings that are accepted: CSV with the columns rule, child, column, value, reason, until
    #[arg(long, value_name = "FILE")]
    accepted: Option<PathBuf>,
    /// Where the lists go; without it, how long each is and what is first to be done are only printed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print the ids of children, which are personal data
    #[arg(long)]
    children: bool,
    /// Print only errors
    #[arg(long, short)]
    quiet: bool,
}

/// Gathers the work, prints how much there is and writes the lists.
///
/// # Errors
/// Where the returns cannot be read, the day is not one to look ahead from, or the lists cannot be written.
pub(crate) fn run(arguments: Arguments, words: Vec<String>) -> Result<Exit, CliError> {
    let progress = Progress::new(arguments.quiet);
    let Arguments { reading, days, by, own_columns, authority, accepted, out, children, quiet } = arguments;
    let reading = reading.settled(progress)?;
    let days = days.read()?;
    let accepted = path_or(accepted, Key::Accepted, &reading.settings)?;
    let acceptances = accepted.as_deref().map(Acceptances::from_file).transpose().map_err(CliError::new)?;
    if let Some(out) = &out {
        not_among_returns(&reading.returns, out)?;
    }
    let folder = out.as_deref().map(|out| ReportFolder::open(out, NAME)).transpose().map_err(CliError::new)?;
    let mut inputs = reading.load(out.as_deref().unwrap_or(Path::new("")), authority.as_deref())?;
    own_columns.add_to(&mut inputs.seeds)?;
    let by = by_what(&by, &mut inputs.seeds)?;
    let findings = findings(&inputs, &acceptances.unwrap_or_default(), progress)?;
    let Inputs { found, given, policies, seeds, lists, .. } = inputs;
    let returns = read(&found, &seeds, given, Kept::ForIndicators, progress);
    let clean = clean(some_read(returns).map_err(CliError::new)?, &seeds, &policies);
    let (timeframe, covered) = days.among(&clean, &seeds.authorities)?;
    some_column(&by, &clean)?;
    let work = progress.pieces("Gathering the work", 1);
    let ahead = Ahead::new(timeframe, &seeds, &policies, Undated::AsGiven);
    let (steady, outcomes) = Steady::with_now(&ahead, &clean);
    let setting = ahead.now();
    let histories = CareHistories::build(&clean, setting);
    let doubts = Doubts::of(&histories, &outcomes, setting, &clean);
    let (histories, outcomes, doubts) = (&histories, &outcomes, &doubts);
    let watch_list = &watch_list::rows(&steady);
    let seen = Seen { clean: &clean, histories, outcomes, doubts, watch_list, setting, ahead: timeframe };
    let worklist = Worklist::gather(&seen, &findings, by);
    work.finish();
    report_input(&clean.input, &lists, IN_INTAKE, Telling::InBrief, progress);
    if let Some(covered) = covered {
        progress.say(&covered.in_words());
    }
    if let Some(folder) = folder {
        let ran = Ran { arguments: &words, lists: &lists, written_at: written_at()? };
        write(&worklist, &clean, &seeds, ran, folder).map_err(CliError::new)?;
    }
    if !quiet {
        print(&text::text(&worklist, &seeds.authorities, children))?;
        print(&format!("\n{}", indented(&more(out.as_deref(), children), 0)))?;
    }
    Ok(Exit::Done)
}

/// Where the whole of it is, or how to have it, and whose the tasks are.
fn more(out: Option<&Path>, children: bool) -> String {
    let ids = if children { "" } else { "; --children prints whose the first are" };
    match out {
        Some(out) => {
            let folder = out.join(WORKLIST);
            format!("Written to {}: worklist.xlsx, a worksheet a list, and worklist.csv{ids}.", folder.display())
        }
        None => format!(
            "Nothing was written: --out FOLDER writes every task with its child as a workbook, a worksheet a list, and as \
             CSV{ids}."
        ),
    }
}

/// What lists are made by; a column that is named is one of those of the user's choice from then on.
fn by_what(by: &str, seeds: &mut Seeds) -> Result<By, CliError> {
    match by.to_lowercase().as_str() {
        "none" => Ok(By::Nothing),
        "authority" => Ok(By::Authority),
        _ => {
            let named = seeds.own_columns.names().iter().map(String::as_str).chain([by]);
            seeds.own_columns = OwnColumns::named(named).map_err(CliError::new)?;
            let place = seeds.own_columns.place(by).unwrap_or_default();
            Ok(By::Column(place, seeds.own_columns.names()[place].clone()))
        }
    }
}

/// Makes sure that some table has the column that lists are made by: where its name is misspelt, all children would be in one
/// list without a name.
///
/// # Errors
/// Where no header and no episodes have it.
fn some_column(by: &By, clean: &CleanReturns) -> Result<(), CliError> {
    let By::Column(place, column) = by else { return Ok(()) };
    if clean.own_cells.is_found(*place) {
        return Ok(());
    }
    let may_have_own = |file: &&FileReport| matches!(file.outcome, Outcome::Read { table, .. } if table.may_have_own());
    let files = clean.input.files.iter().filter(may_have_own);
    let columns: BTreeSet<&str> = files.flat_map(|file| &file.extra_columns).map(String::as_str).collect();
    let there = match columns.into_iter().collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => "they have no column of your own".to_owned(),
        columns => format!("they have {columns}"),
    };
    Err(CliError::with_remedy(
        format!("--by {column}: no header and no episodes have a column of that name; {there}"),
        "correct the name, or give --by authority",
    ))
}

/// What the checks find, without what is accepted.
fn findings(inputs: &Inputs, acceptances: &Acceptances, progress: Progress) -> Result<Vec<FindingRow>, CliError> {
    let Inputs { found, given, policies, seeds, .. } = inputs;
    let mut returns = read(found, seeds, *given, Kept::ForRules(LOOKED_AT), progress);
    let written = std::mem::take(&mut returns.written);
    let clean = clean(some_read(returns).map_err(CliError::new)?, seeds, policies);
    let rules: Vec<_> = rules::all().collect();
    let mut checked = check(&clean, &written, &rules, seeds, policies);
    if clean.authorities.len() > 1 && acceptances.lack_an_authority() {
        return Err(CliError::new(super::check::AcceptedByWhom));
    }
    let accepted = &acceptances.take_out(&mut checked, &seeds.authorities, &clean.long);
    let (authorities, indicators) = (&seeds.authorities, seeds.indicators.as_slice());
    let (checked, clean) = (&checked, &clean);
    Ok(Tables { checked, clean, authorities, indicators, accepted, rows: &[], since: None }.finding_rows())
}

fn write(
    worklist: &Worklist,
    clean: &CleanReturns,
    seeds: &Seeds,
    ran: Ran<'_>,
    folder: ReportFolder,
) -> Result<(), ReportError> {
    let (own, authorities) = (clean.own_cells.columns(), &seeds.authorities);
    let bytes = book::write(worklist, own, authorities)?;
    let outputs = [
        folder.write(&format!("{WORKLIST}/columns.csv"), |file| columns::write(&[WORKLIST], file))?,
        folder.write(&format!("{WORKLIST}/worklist.csv"), |file| table::write(worklist, own, authorities, file))?,
        folder.write(&format!("{WORKLIST}/worklist.xlsx"), |file| file.write_all(&bytes))?,
    ];
    folder.write(WORKLIST_RECORD, |file| tables_record::write(ran, NoMore {}, &clean.input, &outputs, file))?;
    folder.finish()
}
