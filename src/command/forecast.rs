//! `stocktake forecast`: where the figures would stand on a later day, and which children decide it.

use super::days_ahead::AheadArguments;
use super::error::CliError;
use super::input::{IN_INTAKE, Telling, not_among_returns, report_input};
use super::outcome::{Exit, print, written_at};
use super::own_columns::OwnColumnArguments;
use super::shared::{Inputs, ReturnsArguments, TargetArguments};
use crate::contract::{FORECAST_RECORD, RESTRICTED};
use crate::forecast::ahead::{Ahead, Undated};
use crate::forecast::{Forecast, text, words};
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, ReportName};
use crate::progress::Progress;
use crate::quality::{CleanReturns, clean};
use crate::report::tables_record::{self, Ran};
use crate::report::{self, watchlist};
use crate::returns::read;
use crate::returns::written::Kept;
use crate::run::error::RunError;
use crate::run::some_read;
use crate::seeds::Seeds;
use crate::seeds::policies::Settings;
use crate::timeframe::Timeframe;
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The tables, whose columns are described beside them.
const TABLES: [&str; 3] = ["restricted/columns.csv", "restricted/forecast.csv", "restricted/watchlist.csv"];

/// The names in the report of a look ahead.
const NAME: ReportName = ReportName { tables: RESTRICTED, published: None, record: FORECAST_RECORD };

/// Look ahead to a later day: where the figures would stand, and which children decide it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake forecast data
  stocktake forecast data --as-at 2010-09-30 --to 2010-12-31 --out ahead
  stocktake forecast data --as-at 2010-12-31 --test
  stocktake forecast my-extract --authority 302 --year 2011 --as-at 2010-12-31 \\
    --targets my-targets.csv --children

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

Nothing dated after --as-at is used, whatever the returns hold. With --out, DIR/restricted holds forecast.csv, \
watchlist.csv with the children to whom something can still happen, and methods.txt. All of it is about \
children: keep it as safe as the returns.

Exit codes: 0 done; 2 could not run, or the day has no return.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: ReturnsArguments,
    #[command(flatten)]
    days: AheadArguments,
    /// The authority of files that do not give one: code or name
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    #[command(flatten)]
    targets: TargetArguments,
    #[command(flatten)]
    own_columns: OwnColumnArguments,
    /// Where the tables go; without it, the look ahead is only printed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// List the children of the watch list with their ids, which are personal data
    #[arg(long)]
    children: bool,
    /// Show how good the forecasts of past years have been, by these returns
    #[arg(long)]
    test: bool,
    /// Print only errors
    #[arg(long, short)]
    quiet: bool,
}

/// Looks ahead, prints what is seen and writes the tables.
///
/// # Errors
/// Where the returns cannot be read, a day is not one to look ahead from or to, or the tables cannot be written.
pub(crate) fn run(arguments: Arguments, words: Vec<String>) -> Result<Exit, CliError> {
    let progress = Progress::new(arguments.quiet);
    let Arguments { reading, days, authority, targets, own_columns, out, children, test, quiet } = arguments;
    let reading = reading.settled(progress)?;
    let targets = targets.settled(&reading)?;
    let days = days.read()?;
    if let Some(out) = &out {
        not_among_returns(&reading.returns, out)?;
    }
    let folder = out.as_deref().map(|out| ReportFolder::open(out, NAME)).transpose().map_err(CliError::new)?;
    let mut inputs = reading.load(out.as_deref().unwrap_or(Path::new("")), authority.as_deref())?;
    targets.add_to(&mut inputs)?;
    own_columns.add_to(&mut inputs.seeds)?;
    let Inputs { found, given, policies, seeds, lists, .. } = inputs;
    let returns = read(&found, &seeds, given, Kept::ForIndicators, progress);
    let clean = clean(some_read(returns).map_err(CliError::new)?, &seeds, &policies);
    let (timeframe, covered) = days.among(&clean, &seeds.authorities)?;
    let work = progress.pieces("Looking ahead", 1);
    let ahead = Ahead::new(timeframe, &seeds, &policies, Undated::AsGiven);
    let forecast = Forecast::of(&ahead, &clean);
    let forecast = forecast.map_err(|error| CliError::new(RunError::from(error)))?;
    work.finish();
    report_input(&clean.input, &lists, IN_INTAKE, Telling::InBrief, progress);
    if let Some(covered) = covered {
        progress.say(&covered.in_words());
    }
    let told = LookedAhead { forecast: &forecast, clean: &clean, seeds: &seeds };
    if let Some(folder) = folder {
        let ran = Ran { arguments: &words, lists: &lists, written_at: written_at()? };
        told.write(ran, policies.settings(), folder).map_err(CliError::new)?;
    }
    if !quiet {
        print(&told.text(children))?;
        if test {
            print(&text::of_tests(&forecast, &seeds))?;
        }
        if let Some(out) = out {
            print(&format!("Written to {}\n", out.join(RESTRICTED).display()))?;
        }
    }
    Ok(Exit::Done)
}

/// What was seen ahead, and what it was seen in.
struct LookedAhead<'run> {
    forecast: &'run Forecast,
    clean: &'run CleanReturns,
    seeds: &'run Seeds,
}

/// What the record says of the look ahead.
#[derive(Serialize)]
struct Days {
    as_at: String,
    outturn: String,
    policies: Settings,
}

impl LookedAhead<'_> {
    fn text(&self, children: bool) -> String {
        let LookedAhead { forecast, clean, seeds } = *self;
        let list = if children { text::of_children(forecast, clean, seeds) } else { String::new() };
        format!("{}{list}\n{}", text::of_place(forecast, seeds), text::of_watch_list(forecast))
    }

    fn write(&self, ran: Ran<'_>, policies: Settings, folder: ReportFolder) -> Result<(), ReportError> {
        let LookedAhead { forecast, clean, seeds } = *self;
        let write = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
            folder.write(&format!("{RESTRICTED}/{name}"), |file| fill(file))
        };
        let outputs = [
            write("columns.csv", &|file| report::columns::write(&TABLES, file))?,
            write("forecast.csv", &|file| report::forecast::write(forecast, &seeds.indicators, file))?,
            write("methods.txt", &|file| file.write_all(words::methods(&forecast.timeframe).as_bytes()))?,
            write("watchlist.csv", &|file| watchlist::write(forecast, clean, &seeds.authorities, file))?,
        ];
        let Timeframe { known, as_at, .. } = forecast.timeframe;
        let days = Days { as_at: known.to_string(), outturn: as_at.to_string(), policies };
        folder.write(FORECAST_RECORD, |file| tables_record::write(ran, days, &clean.input, &outputs, file))?;
        folder.finish()
    }
}
