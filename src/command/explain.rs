//! `stocktake explain`: a figure traced to its children, and a child through the definition.

use super::error::CliError;
use super::indicators::unknown;
use super::input::{IN_INTAKE, Telling, report_input};
use super::numbers;
use super::outcome::{Exit, print, write};
use super::settings::Said;
use super::shared::{FigureArguments, Inputs, named, timeframe};
use crate::explain::case::Request;
use crate::explain::explain;
use crate::explain::told::{Told, told};
use crate::ink::Ink;
use crate::lines::visible;
use crate::printing::complain;
use crate::progress::Progress;
use crate::report::record::Lists;
use crate::returns::place::Place;
use crate::seeds::context::MeasureSeed;
use crate::settings_file::Key;
use crate::walk::whose;
use crate::wording::group::GroupAsked;
use std::path::{Path, PathBuf};

/// Explain an authority's figures, one figure or one child
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake explain data --authority 993
  stocktake explain data --as-at 2011-03-31 --authority Thornmere --indicator 61
  stocktake explain data --as-at 2011-03-31 --authority 993 --indicator 61 \\
    --children
  stocktake explain data --as-at 2011-03-31 --authority 996 --indicator 62 \\
    --group age=10-15
  stocktake explain data --as-at 2011-03-31 --authority 996 --measure ceased
  stocktake explain data --as-at 2011-03-31 --authority 996 --child 45194547 \\
    --indicator 61 --svg child.svg

Given the same returns and choices as `stocktake run`, the answers are those of its tables. What is printed \
and drawn is about children: keep it as safe as the returns. A date of birth is shown as its month, a postcode \
as its sector, a UPN not at all, and ids, except that of --child, only with --children.

Rows that do not give an authority are taken to be of --authority, as in a run, unless the returns are of other \
authorities too. Exit codes: 0 done; 2 could not run.")]
pub(crate) struct Arguments {
    /// The day of the figures, the last of a month, as 2011-03-31 or 31/03/2011 [default: the last month end that the
    /// returns cover]
    #[arg(long, value_name = "DATE")]
    as_at: Option<String>,
    /// The authority whose figures to explain: code or name [default: that of the settings, or the only one of the returns]
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    /// One indicator, by its number
    #[arg(long, value_name = "NI", value_parser = numbers::indicator)]
    indicator: Option<u16>,
    /// One measure of the care population, as context.csv calls it: on_day
    #[arg(long, value_name = "MEASURE", conflicts_with_all = ["indicator", "group", "child"])]
    measure: Option<String>,
    /// One group of the children, as sex=girls or age=10-15
    #[arg(long, value_name = "GROUP", value_parser = GroupAsked::read, conflicts_with = "child")]
    group: Option<GroupAsked>,
    /// One child, by its id in the returns
    #[arg(long, value_name = "ID")]
    child: Option<String>,
    /// Show the ids of children in full, which are personal data
    #[arg(long)]
    children: bool,
    /// Draw the child's timeline in this file
    #[arg(long, value_name = "FILE", requires = "child")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    figures: FigureArguments,
}

/// Works out the answer and prints it.
///
/// # Errors
/// Where the returns cannot be read, or there is no such authority, indicator or child in them.
pub(crate) fn run(arguments: Arguments) -> Result<Exit, CliError> {
    let svg = arguments.svg.clone();
    let (request, lists) = request(arguments)?;
    let told = explain(&request, Progress::Quiet).map_err(CliError::new)?;
    report_input(&told.input, &lists, IN_INTAKE, Telling::InBrief, Progress::Lines);
    if told.authority_assumed {
        complain("rows that do not give an authority are taken to be of this one, as in a run with --authority");
    }
    if let (Some(path), Some(drawing)) = (&svg, &told.drawing) {
        write(path, |file| file.write_all(drawing.as_bytes()))?;
    }
    print(&told.text)?;
    if let Some(path) = svg {
        print(&format!("\nDrawn in {}\n", path.display()))?;
    }
    Ok(Exit::Done)
}

/// Makes sure that no number of an indicator stands where returns belong.
fn not_a_number(returns: &[PathBuf]) -> Result<(), CliError> {
    let is_number = |path: &&PathBuf| !path.exists() && path.to_str().is_some_and(|text| text.parse::<u16>().is_ok());
    match returns.iter().find(is_number) {
        None => Ok(()),
        Some(number) => {
            let number = number.display();
            Err(CliError::with_remedy(
                format!("{number} is no file or folder of returns"),
                format!("an indicator is named by an option: --indicator {number}"),
            ))
        }
    }
}

fn request(arguments: Arguments) -> Result<(Request, Lists), CliError> {
    let Arguments { figures, as_at, authority, indicator, measure, group, child, children, svg } = arguments;
    let figures = figures.settled(Progress::Lines)?;
    not_a_number(&figures.reading.returns)?;
    let basis = figures.basis();
    let day = as_at.map(|day| timeframe(&day, basis)).transpose()?;
    let authority = match authority {
        Some(given) => Some(Said::by_option("--authority", &given)),
        None => Said::by_key(Key::Authority, &figures.reading.settings),
    };
    // There is no folder of reports to keep out.
    let Inputs { found, given, policies, seeds, lists, .. } = figures.load(Path::new(""), None)?;
    let place = |number: u16| {
        let place = seeds.indicators.iter().position(|seed| seed.number == number);
        place.ok_or_else(|| unknown(number, &seeds.indicators))
    };
    let indicator = indicator.map(place).transpose()?;
    let measure = measure.map(|name| measure_of(&name, &seeds.context)).transpose()?;
    let authority = authority.map(|authority| named(&authority, &seeds.authorities)).transpose()?;
    let told = told(&found, Place { authority, ..given }, day, basis, &seeds, &policies).map_err(CliError::new)?;
    if authority.is_none() {
        let only = whose(seeds.authorities.get(told.authority));
        complain(&format!("no authority was given: {only} is the only one of the returns"));
    }
    if let Some(covered) = told.covered {
        complain(&covered.in_words());
    }
    let Told { timeframe, authority, .. } = told;
    let (year, drawn, ink) = (given.year, svg.is_some(), Ink::for_standard_output());
    let request = Request {
        found,
        timeframe,
        authority,
        year,
        policies,
        seeds,
        indicator,
        measure,
        group,
        child,
        children,
        drawn,
        ink,
    };
    Ok((request, lists))
}

/// The place of a measure of the care population.
fn measure_of(name: &str, measures: &[MeasureSeed]) -> Result<usize, CliError> {
    let place = measures.iter().position(|seed| seed.name == name.trim().to_lowercase());
    place.ok_or_else(|| {
        let names: Vec<&str> = measures.iter().map(|seed| seed.name.as_str()).collect();
        let problem = format!("there is no measure '{}' of the care population", visible(name));
        CliError::with_remedy(problem, format!("write one of {}", names.join(", ")))
    })
}
