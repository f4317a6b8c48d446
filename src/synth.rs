//! Plainly synthetic returns: invented children in invented care, told year by year as authorities tell it.
//!
//! Each authority draws from a generator of its own, seeded with the seed and its code, so the same options give the
//! same bytes however many threads make them.

mod adoption;
mod attainment;
mod authority;
mod chance;
mod destination;
mod episode;
mod faults;
mod health;
mod layout;
mod leaver;
mod legal;
mod life;
mod period;
mod report;
mod review;
mod short_break;
mod spell;
mod stay;
mod table;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::fault::SystemError;

use authority::Character;
pub use authority::Place;
use chance::Chance;
use destination::Beside;
use layout::Folder;
use report::Return;

/// How much is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Six fictional authorities, with a case of every fault that cleaning must find.
    Sample,
    /// The authorities given, all of their usual size, without faults.
    National,
}

/// How the files lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// `YEAR/CODE-name/table.csv`.
    Folders,
    /// `table.csv`, authority and year in columns LA and YEAR.
    Collated,
    /// Folders, save that the last year is collated in `YEAR/table.csv`.
    Mixed,
}

/// What to make.
#[derive(Clone, Debug)]
pub struct Options {
    /// Decides every draw.
    pub seed: u64,
    /// How much is made.
    pub scale: Scale,
    /// How the files lie.
    pub layout: Layout,
    /// The years in which the returns end, on 31 March.
    pub years: Vec<i32>,
    /// So many times as many children.
    pub times: u32,
    /// The authorities to make returns for; the sample has its own.
    pub authorities: Vec<Place>,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files.
    pub files: u64,
    /// Rows, headings not counted.
    pub rows: u64,
    /// Bytes.
    pub bytes: u64,
}

/// Why returns could not be made.
#[derive(Debug, thiserror::Error, miette::Diagnostic)]
pub enum SynthError {
    /// No year was given.
    #[error("no year to make returns for")]
    #[diagnostic(help("give the years in which they end, such as 2009,2010,2011"))]
    NoYears,
    /// A year outside the calendar's usual range.
    #[error("returns cannot be made for the year {0}")]
    #[diagnostic(help("give years from 1950 to 2100"))]
    YearOutOfRange(i32),
    /// No authority was given.
    #[error("no authority to make returns for")]
    #[diagnostic(help("give at least one"))]
    NoAuthorities,
    /// Two authorities share a code.
    #[error("two authorities have the code {0}")]
    #[diagnostic(help("give each its own code"))]
    CodeTwice(String),
    /// The folder's name is that of a file.
    #[error("{} is a file", .0.display())]
    #[diagnostic(help("give a folder that does not exist yet, or is empty"))]
    NotAFolder(PathBuf),
    /// The folder holds something else.
    #[error("{} already exists, and is not what would be written", file.display())]
    #[diagnostic(help(
        "give a folder that does not exist yet, or is empty, in place of {}, so that no return is lost and no made-up \
         children are mixed with real ones",
        folder.display()
    ))]
    NotOurs {
        /// The first file that is something else.
        file: PathBuf,
        /// The folder.
        folder: PathBuf,
    },
    /// A file or folder could not be written.
    #[error("{} cannot be written", path.display())]
    #[diagnostic(help("give a folder that you may write to and that has room"))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What went wrong.
        source: SystemError,
    },
}

/// Authorities made at a time: enough to keep every core busy, few enough to hold in memory.
const AT_A_TIME: usize = 8;

/// Writes returns into a folder, telling of each authority as it is done. A folder that holds anything but what is
/// written again with the same bytes stays as it is.
///
/// # Errors
/// Where the options make no returns, the folder holds something else, or something cannot be written.
pub fn write(options: &Options, folder: &Path, progress: &dyn Fn(&str)) -> Result<Written, SynthError> {
    let options = &tidied(options)?;
    if destination::is_free(folder)? {
        return make(options, folder, progress);
    }
    let beside = Beside::inside(folder)?;
    let written = make(options, beside.path(), progress)?;
    beside.put_into_place()?;
    Ok(written)
}

/// Makes the returns in a folder of their own.
fn make(options: &Options, folder: &Path, progress: &dyn Fn(&str)) -> Result<Written, SynthError> {
    let places = authority::authorities(options);
    refuse_codes_given_twice(&places)?;
    let mut folder = Folder::open(options, folder)?;
    if options.scale == Scale::Sample {
        folder.write_beside("authorities.csv", &authority::list_of_fictional())?;
    }
    for some in places.chunks(AT_A_TIME) {
        let made: Vec<Vec<Return>> = some.par_iter().map(|place| returns(options, place)).collect();
        for (place, returns) in some.iter().zip(made) {
            for made in &returns {
                folder.write(place, made)?;
            }
            progress(&place.name);
        }
    }
    folder.close()
}

/// One authority's returns, a year each, in order.
fn returns(options: &Options, place: &Place) -> Vec<Return> {
    let mut chance = Chance::named(options.seed, &place.code);
    let character = Character::of(place, options.times, &mut chance);
    let lives = life::lives(&character, &options.years, &mut chance);
    let years = options.years.iter().filter(|&&year| place.returns(year));
    years
        .map(|&year| {
            let style = layout::style(options, place, year);
            let mut made = Return::of(&lives, year, &character, &style);
            if options.scale == Scale::Sample {
                faults::plant(&mut made, place, &style);
            }
            made
        })
        .collect()
}

/// The options with the years in order, each once.
fn tidied(options: &Options) -> Result<Options, SynthError> {
    let mut options = options.clone();
    options.years.sort_unstable();
    options.years.dedup();
    if options.years.is_empty() {
        return Err(SynthError::NoYears);
    }
    match options.years.iter().find(|year| !(1950..=2100).contains(*year)) {
        Some(&year) => Err(SynthError::YearOutOfRange(year)),
        None => Ok(options),
    }
}

fn refuse_codes_given_twice(places: &[Place]) -> Result<(), SynthError> {
    if places.is_empty() {
        return Err(SynthError::NoAuthorities);
    }
    match places.windows(2).find(|pair| matches!(pair, [one, next] if one.code == next.code)) {
        Some([twice, ..]) => Err(SynthError::CodeTwice(twice.code.clone())),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
