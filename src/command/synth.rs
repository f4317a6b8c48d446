//! `stocktake synth`: synthetic returns, for samples, tests and measurements.

use super::error::CliError;
use super::numbers;
use super::outcome::Exit;
use crate::day::Day;
use crate::printing::print;
use crate::progress::Progress;
use crate::seeds::Seeds;
use crate::seeds::authorities::Authority;
use crate::synth::{Layout, Options, Place, Scale, write};
use std::path::PathBuf;

/// Make up returns of fictional children, the same for the same seed
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake synth --out data
  stocktake synth --times 2 --layout folders --years 2010,2011 --out twice
  stocktake synth --scale national --out national

DIR must not exist yet, be empty, or hold the same returns already, byte for byte: nothing else is ever \
overwritten.

Exit codes: 0 done; 2 could not run.")]
pub(crate) struct Arguments {
    /// Where the returns go
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Six fictional authorities, or all of England's
    #[arg(long, value_enum, default_value_t = ScaleName::Sample)]
    scale: ScaleName,
    /// A folder for each authority and year, a file for each table, or both [default: mixed for a sample, collated for the nation]
    #[arg(long, value_enum)]
    layout: Option<LayoutName>,
    /// Years in which the returns end
    #[arg(long, value_name = "YEARS", value_delimiter = ',', default_values_t = [2009, 2010, 2011], value_parser = numbers::year_of_return)]
    years: Vec<i32>,
    /// Multiply the number of children by this
    #[arg(long, default_value_t = 1, value_parser = numbers::times)]
    times: u32,
    /// The seed of the random numbers
    #[arg(long, default_value_t = 22, value_parser = numbers::seed)]
    seed: u64,
    /// Print nothing
    #[arg(long, short)]
    quiet: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum ScaleName {
    Sample,
    National,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum LayoutName {
    Folders,
    Collated,
    Mixed,
}

/// Makes the returns.
///
/// # Errors
/// Where they cannot be made or written.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let authorities = Seeds::built_in().map_err(CliError::new)?.authorities;
    let (scale, usual) = match arguments.scale {
        ScaleName::Sample => (Scale::Sample, LayoutName::Mixed),
        ScaleName::National => (Scale::National, LayoutName::Collated),
    };
    let options = Options {
        seed: arguments.seed,
        scale,
        layout: match arguments.layout.unwrap_or(usual) {
            LayoutName::Folders => Layout::Folders,
            LayoutName::Collated => Layout::Collated,
            LayoutName::Mixed => Layout::Mixed,
        },
        years: arguments.years.clone(),
        times: arguments.times,
        authorities: authorities.iter().map(|(_, authority)| place(authority)).collect(),
    };
    let progress = Progress::new(arguments.quiet);
    let work = progress.pieces("Making", options.authorities.len() as u64);
    let written = write(&options, &arguments.out, &|_| work.advance(1)).map_err(CliError::new)?;
    work.finish();
    if !arguments.quiet {
        let (files, rows, bytes) = (written.files, written.rows, written.bytes);
        print(&format!("{files} files, {rows} rows, {bytes} bytes in {}\n", arguments.out.display()));
    }
    Ok(Exit::Done)
}

fn place(authority: &Authority) -> Place {
    Place {
        first_return: authority.valid_from.map(Day::return_year),
        last_return: authority.valid_to.map(Day::return_year),
        ..Place::new(&authority.code, &authority.name)
    }
}
