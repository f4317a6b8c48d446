//! `stocktake run`: returns in, ten indicators out.

use super::error::CliError;
use super::input::{not_among_returns, report_input, report_left_out, report_refused_again};
use super::numbers;
use super::outcome::{Exit, print, written_at};
use super::shared::{ComparisonArguments, FigureArguments, Inputs, timeframe};
use super::summary::summary;
use crate::benchmark::{Compared, YEARS};
use crate::contract::RESTRICTED;
use crate::figures::Status;
use crate::lines::{hanging, indented};
use crate::pack_files::destination::Wanted;
use crate::pages::paths::OVERVIEW;
use crate::printed::published;
use crate::printing::complain;
use crate::progress::Progress;
use crate::quality::InputAccount;
use crate::read_back::given::Given;
use crate::report::record::Invocation;
use crate::returns::file::Outcome;
use crate::returns::finding::Remedies;
use crate::run::error::RunError;
use crate::run::request::{GivenReturns, Publication, Request};
use crate::run::{self, Ended};
use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::seeds::disclosure::{NONE, Profile, USUAL};
use crate::timeframe::{Basis, Timeframe};
use std::path::{Path, PathBuf};

/// How many rejected rows are shown; the others are in the table.
const SHOWN_REJECTIONS: usize = 5;

/// Where every file is listed, of which one of a kind is named here.
const IN_INTAKE: &str = "restricted/intake.csv has all of them";

/// Work out the ten indicators from returns
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake run data --as-at 2011-03-31 --out reports
  stocktake run data --as-at 2011-03-31 --as-at 2010-03-31 --out reports-of-days
  stocktake run data --as-at 31/12/2010 --basis year-to-date --out reports
  stocktake run my-extract --authority 302 --year 2011 --as-at 2011-03-31 \\
    --targets my-targets.csv --out my-reports
  stocktake run my-returns --as-at 2011-03-31 --out my-reports \\
    --already-published my-last-month/publish

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

RETURNS are files or folders of them: CSV of any encoding and separator, workbooks (.xlsx, .xls, .ods), the XML of the \
return, zip files of any of these; each table is recognised by its heading. There may be one folder for \
each authority and year (302-barnet/2010-11), files with columns LA and YEAR, or any mixture. A list of \
authorities called authorities.csv beside them is used without being asked for.

DIR/restricted is exact and about children. DIR/publish is protected by the profile and safe for anybody to \
read: before it is put in place it is attacked, together with what was published already (see `stocktake audit \
--help`), and what was hidden then stays hidden. Each has the stocktake pack: index.html, a page for each place \
with its charts, the workbook stocktake.xlsx and, with --pdf, a document for each place.

Exit codes: 0 done; 1 done, but with --strict a figure is not available, a row was rejected or a file was \
refused; 2 could not run, or a day has no return, and nothing was written, or output could not be; 3 what was to be published gave too much away, and nothing was written.")]
pub(crate) struct Arguments {
    /// The day of the figures, the last of a month, as 2011-03-31 or 31/03/2011; each of several days gets a folder
    #[arg(long, required = true, value_name = "DATE")]
    as_at: Vec<String>,
    /// Where the report goes
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The authority of files that do not give one: code or name
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    #[command(flatten)]
    figures: FigureArguments,
    #[command(flatten)]
    comparison: ComparisonArguments,
    /// How many years of each figure to follow, its own included, where returns are loaded
    #[arg(long, value_name = "N", default_value_t = YEARS, value_parser = numbers::years_followed)]
    years: usize,
    /// How published tables are protected: a profile's name, a file that holds one, or none to publish nothing
    #[arg(long, value_name = "NAME|FILE", default_value = USUAL)]
    disclosure: String,
    /// What was published already, to take into account: a report, its folder publish, or a folder of reports; may be
    /// given again
    #[arg(long, value_name = "DIR")]
    already_published: Vec<PathBuf>,
    /// Write only tables: no charts, pages or workbook
    #[arg(long)]
    no_charts: bool,
    /// Draw every chart as PNG too, not only each authority's target bars
    #[arg(long, conflicts_with = "no_charts")]
    png: bool,
    /// Write a document for each place too, as a tagged PDF (needs a build with --features pdf)
    #[arg(long, conflicts_with = "no_charts")]
    pdf: bool,
    /// End with code 1 where a figure is not available, a row was rejected or a file was refused
    #[arg(long)]
    strict: bool,
    /// Print only errors
    #[arg(long, short)]
    quiet: bool,
}

/// What the arguments say of whose the rows are.
pub(crate) fn given(arguments: Arguments) -> Given {
    let Arguments { authority, figures, .. } = arguments;
    Given { returns: figures.reading.returns, authority, year: figures.reading.year }
}

/// Works the figures out, writes the report and prints what came of it.
///
/// # Errors
/// Where something given is not there or not what it should be, or the report cannot be written.
pub(crate) fn run(arguments: Arguments, words: Vec<String>) -> Result<Exit, CliError> {
    let progress = Progress::new(arguments.quiet);
    let (strict, quiet) = (arguments.strict, arguments.quiet);
    not_among_returns(&arguments.figures.reading.returns, &arguments.out)?;
    let request = request(arguments, words)?;
    let ended = match run::run(&request, progress) {
        Err(RunError::Breach(breaches)) => {
            // Printed even when quiet, since nothing was written.
            complain("What was to be published gives too much away; nothing was written.");
            breaches.iter().for_each(|breach| complain(hanging("Breach", breach, 8).trim_end()));
            return Ok(Exit::Breach);
        }
        ended => ended.map_err(CliError::new)?,
    };
    report_input(&ended.input, &request.invocation.lists, IN_INTAKE, progress);
    report_left_out(&request.seeds, &request.invocation.lists, progress);
    report_rejections(&ended.input, &request.seeds.authorities, progress);
    ended.already.iter().for_each(|already| progress.say(&format!("already published: {already}")));
    if !quiet {
        for day in &ended.days {
            print(&summary(day, &request.seeds.indicators))?;
        }
        ended.costs.iter().try_for_each(|cost| print(&indented(cost, 0)))?;
        print(&format!("Written to {}{}\n", request.out.display(), start_with(&request)))?;
        report_refused_again(&ended.input, progress);
    }
    Ok(if strict && !is_whole(&ended) { Exit::NotAll } else { Exit::Done })
}

/// Which page of the report to open first; none for several days, or for tables alone.
fn start_with(request: &Request) -> String {
    match request.timeframes.as_slice() {
        [_] if request.wanted.packs => {
            format!(": start with {}", request.out.join(RESTRICTED).join(OVERVIEW).display())
        }
        _ => String::new(),
    }
}

fn request(arguments: Arguments, words: Vec<String>) -> Result<Request, CliError> {
    let Arguments {
        figures,
        comparison,
        as_at,
        out,
        authority,
        years,
        no_charts,
        png,
        pdf,
        disclosure,
        already_published,
        ..
    } = arguments;
    let basis = figures.basis;
    let wanted = Wanted { packs: !no_charts, png, pdf };
    if pdf && !cfg!(feature = "pdf") {
        return Err(CliError::with_remedy(
            "--pdf: this program was built without documents",
            "build it with `cargo build --features pdf`, or leave out --pdf: the pages print well too",
        ));
    }
    let mut inputs = figures.load(&out, authority.as_deref())?;
    comparison.add_to(&mut inputs.seeds)?;
    comparison.record(&mut inputs.lists);
    let Inputs { found, given, policies, seeds, lists } = inputs;
    let disclosure = profile(&disclosure, &seeds)?;
    if disclosure.is_none() && !already_published.is_empty() {
        return Err(CliError::with_remedy(
            "--already-published makes no sense with --disclosure none, which publishes nothing",
            "leave out one of the two",
        ));
    }
    let timeframes = timeframes(&as_at, basis)?;
    let already = published::already_published(&already_published).map_err(CliError::new)?;
    Ok(Request {
        returns: GivenReturns { found, place: given },
        timeframes,
        years,
        policies,
        seeds,
        out,
        wanted,
        publication: disclosure.map(|profile| Publication { profile, already }),
        invocation: Invocation { arguments: words, lists, written_at: written_at()? },
    })
}

/// The profile with a name, or in a file; none where nothing is to be published.
fn profile(given: &str, seeds: &Seeds) -> Result<Option<Profile>, CliError> {
    if given == NONE {
        return Ok(None);
    }
    if let Some(profile) = seeds.disclosure.iter().find(|profile| profile.name == given) {
        return Ok(Some(profile.clone()));
    }
    if Path::new(given).is_file() {
        return Profile::from_file(Path::new(given)).map(Some).map_err(CliError::new);
    }
    let names: Vec<&str> = seeds.disclosure.iter().map(|profile| profile.name.as_str()).collect();
    Err(CliError::with_remedy(
        format!("--disclosure {given} is neither a profile nor a file"),
        format!(
            "the profiles are {} and {NONE}; for your own, edit publish/disclosure.toml of any report and give that file",
            names.join(", ")
        ),
    ))
}

fn timeframes(days: &[String], basis: Basis) -> Result<Vec<Timeframe>, CliError> {
    let mut timeframes = Vec::new();
    for day in days {
        let timeframe = timeframe(day, basis)?;
        if !timeframes.contains(&timeframe) {
            timeframes.push(timeframe);
        }
    }
    Ok(timeframes)
}

/// Whether every figure is available, every row was accepted and every file was read.
fn is_whole(ended: &Ended) -> bool {
    let available =
        |day: &Compared| day.list.iter().all(|compared| !matches!(compared.figure.status, Status::NotAvailable(_)));
    let refused = ended.input.files.iter().any(|file| matches!(file.outcome, Outcome::Refused(_)));
    ended.days.iter().all(available) && !refused && ended.input.rejections().next().is_none()
}

fn report_rejections(input: &InputAccount, authorities: &Authorities, progress: Progress) {
    let rejected = input.rejections().count();
    let mut remedies = Remedies::new(authorities);
    for finding in input.rejections().take(SHOWN_REJECTIONS) {
        let (place, rule) = (input.place_of(finding.source, finding.field), finding.rule);
        let (field, found) = (finding.field, &finding.found);
        progress.say(&format!("{place}: {field} '{found}' ({}); {}", rule.name, remedies.of(finding)));
    }
    match rejected {
        0 => {}
        1 => progress.say("1 row rejected; it is in restricted/cleaning.csv"),
        2..=SHOWN_REJECTIONS => progress.say(&format!("{rejected} rows rejected; all are in restricted/cleaning.csv")),
        _ => progress.say(&format!(
            "{rejected} rows rejected, of which these are the first {SHOWN_REJECTIONS}; all are in restricted/cleaning.csv"
        )),
    }
}
