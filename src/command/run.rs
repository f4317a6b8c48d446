//! `stocktake run`: returns in, ten indicators out.

mod days;
mod in_force;
mod last_report;
mod made;
mod outputs;
mod publishing;

use super::branding::BrandingArguments;
use super::comparison::ComparisonArguments;
use super::error::CliError;
use super::input::{Telling, not_among_returns, report_input, report_left_out, report_refused_again};
use super::numbers;
use super::outcome::{Exit, print, written_at};
use super::own_columns::OwnColumnArguments;
use super::rejections::report_rejections;
use super::settings::{Said, path_or};
use super::shared::{FigureArguments, Inputs, shown};
use super::summary::summary;
use crate::benchmark::{Compared, YEARS};
use crate::contract::RESTRICTED;
use crate::figures::Status;
use crate::lines::{hanging, indented};
use crate::pages::paths::OVERVIEW;
use crate::printed::published;
use crate::printing::complain;
use crate::progress::Progress;
use crate::report::record::Invocation;
use crate::returns::file::Outcome;
use crate::run::error::RunError;
use crate::run::request::{GivenReturns, Publication, Request, by_day};
use crate::run::{self, Ended};
use crate::seeds::population::Population;
use crate::settings_file::{Key, NAME, SettingsFile};
use days::DayArguments;
use in_force::Chosen;
use last_report::{last_report, since};
use outputs::OutputArguments;
use publishing::{Publishing, PublishingArguments};
use std::path::PathBuf;
use std::rc::Rc;

/// Where every rejected row is, of which a few are shown.
const IN_CLEANING: &str = "all are in restricted/cleaning.csv";

/// Where every file is listed, of which one of a kind is named here.
const IN_INTAKE: &str = "restricted/intake.csv has all of them";

/// Work out the ten indicators from returns
#[derive(Debug, Default, clap::Args)]
#[command(after_help = "Examples:
  stocktake init data
  stocktake run
  stocktake run data --as-at 2011-03-31 --out reports-by-hand
  stocktake run data --as-at 2011-03-31 --as-at 2010-03-31 --out reports-of-days
  stocktake run data --since 2010-06-30 --every quarter --out quarters
  stocktake run --as-at 31/12/2010 --basis year-to-date --out year-to-date
  stocktake run my-extract --authority 302 --year 2011 --as-at 2011-03-31 \\
    --targets my-targets.csv --out my-reports
  stocktake run my-returns --as-at 2011-03-31 --out my-reports \\
    --already-published my-last-month/publish
  stocktake run data --as-at 2011-03-31 --publish-breakdowns sex --out groups

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

RETURNS are files or folders of them: CSV of any encoding and separator, workbooks (.xlsx, .xls, .ods), the XML of the \
return, zip files of any of these; each table is recognised by its heading. There may be one folder for \
each authority and year (302-barnet/2010-11), files with columns LA and YEAR, or any mixture. A list of \
authorities called authorities.csv beside them is used without being asked for.

What is asked for every time stands in stocktake.toml, in the current folder or given with --settings: each key \
has the name of its option, and an option goes before it. `stocktake init` starts the file. With it, a run for one day says \
what changed since the last report made from it, in brief.

DIR/restricted is exact and about children. DIR/publish is protected by the profile and safe for anybody to \
read: before it is put in place it is attacked, together with what was published already (see `stocktake audit \
--help`), and what was hidden then stays hidden. Each has the stocktake pack: index.html, a page for each place \
with its charts, the workbook stocktake.xlsx (with --ods stocktake.ods too) and, with --pdf and --pptx, a document and \
slides for each place.

Exit codes: 0 done; 1 done, but with --strict a figure is not available, a row was rejected or a file was \
refused; 2 could not run, or a day has no return, and nothing was written, or output could not be; 3 what was to be published gave too much away, and nothing was written.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    days: DayArguments,
    /// Where the report goes; {as_at} in it stands for the day
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The authority of files that do not give one: code or name
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    #[command(flatten)]
    figures: FigureArguments,
    #[command(flatten)]
    comparison: ComparisonArguments,
    /// People under eighteen, for children in care per 10,000: CSV with the columns code, year, under_18
    #[arg(long, value_name = "FILE")]
    population: Option<PathBuf>,
    #[command(flatten)]
    own_columns: OwnColumnArguments,
    /// How many years of each figure to follow, its own included, where returns are loaded [default: 5]
    #[arg(long, value_name = "N", value_parser = numbers::years_followed)]
    years: Option<usize>,
    #[command(flatten)]
    publishing: PublishingArguments,
    #[command(flatten)]
    outputs: OutputArguments,
    #[command(flatten)]
    branding: BrandingArguments,
    /// End with code 1 where a figure is not available, a row was rejected or a file was refused
    #[arg(long)]
    strict: bool,
    /// Print only errors
    #[arg(long, short)]
    quiet: bool,
}

impl Arguments {
    /// As the user's settings in a file have it.
    pub(super) fn by(settings: PathBuf) -> Arguments {
        Arguments { figures: FigureArguments::by(settings), ..Arguments::default() }
    }
}

/// What came of a run.
pub(super) struct Run {
    /// How it ended.
    pub exit: Exit,
    /// The page to open first, where pages were written.
    pub first_page: Option<PathBuf>,
}

/// Works the figures out, writes the report and prints what came of it.
///
/// # Errors
/// Where something given is not there or not what it should be, or the report cannot be written.
pub(super) fn run(mut arguments: Arguments, words: Vec<String>) -> Result<Run, CliError> {
    let progress = Progress::new(arguments.quiet);
    let (strict, quiet) = (arguments.strict, arguments.quiet);
    arguments.figures = arguments.figures.settled(progress)?;
    let request = request(arguments, words)?;
    // Read before a run may put its own in the same place.
    let last = if quiet { None } else { last_report(&request, progress) };
    let ended = match run::run(&request, progress) {
        Err(RunError::Breach(breaches)) => {
            // Printed even when quiet, since nothing was written.
            complain("What was to be published gives too much away; nothing was written.");
            breaches.iter().for_each(|breach| complain(hanging("Breach", breach, 8).trim_end()));
            return Ok(Run { exit: Exit::Breach, first_page: None });
        }
        ended => ended.map_err(CliError::new)?,
    };
    report_input(&ended.input, &request.invocation.lists, IN_INTAKE, Telling::InFull, progress);
    report_left_out(&request.seeds, &request.invocation.lists, progress);
    report_rejections(&ended.input, &request.seeds.authorities, IN_CLEANING, progress);
    ended.already.iter().for_each(|already| progress.say(&format!("already published: {already}")));
    if let Some(covered) = ended.covered {
        progress.say(&covered.in_words());
    }
    let first_page = first_page(&ended, &request);
    if !quiet {
        for day in &ended.days {
            print(&summary(day, &request.seeds.indicators))?;
        }
        ended.left_out.iter().chain(&ended.costs).try_for_each(|line| print(&indented(line, 0)))?;
        if let (Some(last), [folder]) = (last, ended.folders.as_slice()) {
            // The report is in place, whatever became of the last one.
            match since(last, folder) {
                Ok(text) => print(&text)?,
                Err(why) => progress.say(&format!("not compared with the last report: {why}")),
            }
        }
        let start = first_page.as_ref().map(|page| format!(": start with {}", page.display())).unwrap_or_default();
        print(&format!("Written to {}{start}\n", written_to(&ended, &request)))?;
        print(&made::made(&folders(&ended, &request), request.wanted))?;
        report_refused_again(&ended.input, progress);
    }
    Ok(Run { exit: if strict && !is_whole(&ended) { Exit::NotAll } else { Exit::Done }, first_page })
}

/// The folder of each report, or the one that holds those of several days, and that of the report over all of them.
fn written_to(ended: &Ended, request: &Request) -> String {
    let named_by_day = ended.folders.len() == 1 || by_day(&request.out).is_some();
    let mut written = if named_by_day { ended.folders.clone() } else { vec![request.out.clone()] };
    written.extend((ended.folders.len() > 1).then(|| request.folder_over_all()));
    written.iter().map(|folder| folder.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// The folder of each report, and of that over all of several.
fn folders(ended: &Ended, request: &Request) -> Vec<PathBuf> {
    let over_all = (ended.folders.len() > 1).then(|| request.folder_over_all());
    ended.folders.iter().cloned().chain(over_all).collect()
}

/// Which page to open first: that of the report, or of the one over several days; none for tables alone.
fn first_page(ended: &Ended, request: &Request) -> Option<PathBuf> {
    let folder = match ended.folders.as_slice() {
        [folder] => folder.clone(),
        _ => request.folder_over_all(),
    };
    request.wanted.packs.then(|| folder.join(RESTRICTED).join(OVERVIEW))
}

fn request(arguments: Arguments, words: Vec<String>) -> Result<Request, CliError> {
    let Arguments {
        figures,
        comparison,
        population,
        own_columns,
        days,
        out,
        authority,
        years,
        outputs,
        publishing,
        branding,
        ..
    } = arguments;
    let basis = figures.basis();
    let days = days.days(basis)?;
    let settings = Rc::clone(&figures.reading.settings);
    let returns = figures.reading.returns.clone();
    let out = out.or_else(|| settings.out()).ok_or_else(no_out)?;
    not_among_returns(&returns, &out)?;
    let outputs = outputs.settled(&settings)?;
    let years = years.map_or_else(|| years_set(&settings), Ok)?;
    let comparison = comparison.settled(&settings)?;
    let mut inputs = figures.load(&out, authority.as_deref())?;
    let set = settings.configuration(&inputs.seeds.authorities).map_err(CliError::new)?;
    comparison.add_to(&mut inputs.seeds, set)?;
    comparison.record(&mut inputs.lists);
    if let Some(file) = path_or(population, Key::Population, &settings)? {
        let population = Population::from_file(&file, &inputs.seeds.authorities).map_err(CliError::new)?;
        inputs.seeds.population = Some(population);
        inputs.lists.population = shown(Some(file));
    }
    own_columns.add_to(&mut inputs.seeds)?;
    let publishing = publishing.settled(&settings, &inputs.seeds)?;
    let branding = branding.settled(&settings)?;
    let chosen = Chosen {
        settings: &settings,
        returns: &returns,
        out: &out,
        basis,
        years,
        outputs,
        publishing: &publishing,
        branding: &branding,
    };
    let in_force = chosen.in_force(&inputs);
    branding.add_to(&mut inputs.seeds);
    let Inputs { found, given, policies, seeds, lists, .. } = inputs;
    let Publishing { profile, already, breakdowns, forecast, .. } = publishing;
    let already = published::already_published(&already).map_err(CliError::new)?;
    Ok(Request {
        returns: GivenReturns { found, place: given },
        days,
        years,
        policies,
        seeds,
        out,
        wanted: outputs.wanted(),
        publication: profile.map(|profile| Publication { profile, already, breakdowns, forecast }),
        invocation: Invocation { arguments: words, lists, settings: in_force, written_at: written_at()? },
    })
}

fn no_out() -> CliError {
    let remedy =
        format!("give a folder with --out DIR, or set out in {NAME}, which `stocktake init RETURNS` starts for you");
    CliError::with_remedy("no folder was given for the report", remedy)
}

/// How many years the settings follow each figure over.
fn years_set(settings: &SettingsFile) -> Result<usize, CliError> {
    let Some(said) = Said::by_key(Key::Years, settings) else { return Ok(YEARS) };
    numbers::years_followed(&said.text).map_err(|remedy| said.wrong("is no number of years to follow", remedy))
}

/// Whether every figure is available, every row was accepted and every file was read.
fn is_whole(ended: &Ended) -> bool {
    let available =
        |day: &Compared| day.list.iter().all(|compared| !matches!(compared.figure.status, Status::NotAvailable(_)));
    let refused = ended.input.files.iter().any(|file| matches!(file.outcome, Outcome::Refused(_)));
    ended.days.iter().all(available) && !refused && ended.input.rejections().next().is_none()
}
