//! Plainly synthetic returns: invented children in invented care, reported year by year as authorities report it.
//!
//! Each authority has its own random generator, seeded with the seed and its code, so the same options give the same
//! bytes on any number of threads.

mod adoption;
mod attainment;
mod authority;
mod chance;
mod destination;
mod episode;
mod error;
mod faults;
mod health;
mod layout;
mod leaver;
mod legal;
mod life;
mod options;
mod period;
mod report;
mod review;
mod short_break;
mod spell;
mod stay;
mod table;

pub(crate) use error::SynthError;
pub(crate) use layout::Written;
pub use options::{Layout, Options, Place, Scale};

use crate::output::unfinished::Unfinished;
use authority::Character;
use chance::Chance;
use layout::Folder;
use rayon::prelude::*;
use report::Return;
use std::path::Path;

/// Authorities made at a time: enough to keep every core busy, few enough to fit in memory.
const AT_A_TIME: usize = 8;

/// Writes returns into a folder and reports each authority when it is done. A folder that holds anything but these
/// returns, byte for byte, is left as it is.
///
/// # Errors
/// If the options are not valid, the folder holds something else, or a file cannot be written.
pub fn write(options: &Options, folder: &Path, progress: &dyn Fn(&str)) -> Result<Written, SynthError> {
    let options = &tidied(options)?;
    let unfinished = Unfinished::open(folder, [])?;
    let written =
        make(options, &unfinished.waiting(""), progress).map_err(|error| error.at(|path| unfinished.place_of(path)))?;
    destination::move_into_place(unfinished)?;
    Ok(written)
}

/// Makes the returns in an empty folder.
fn make(options: &Options, folder: &Path, progress: &dyn Fn(&str)) -> Result<Written, SynthError> {
    let places = authority::authorities(options);
    check_authorities(&places)?;
    let mut folder = Folder::open(options, folder)?;
    if options.scale == Scale::Sample {
        folder.write_file("authorities.csv", &authority::list_of_fictional())?;
    }
    for batch in places.chunks(AT_A_TIME) {
        let made: Vec<Vec<Return>> = batch.par_iter().map(|place| returns(options, place)).collect();
        for (place, returns) in batch.iter().zip(made) {
            for made in &returns {
                folder.write(place, made)?;
            }
            progress(&place.name);
        }
    }
    folder.close()
}

/// One authority's returns, one a year, in order.
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

fn check_authorities(places: &[Place]) -> Result<(), SynthError> {
    if places.is_empty() {
        return Err(SynthError::NoAuthorities);
    }
    match places.windows(2).find(|pair| matches!(pair, [one, next] if one.code == next.code)) {
        Some([first, ..]) => Err(SynthError::DuplicateCode(first.code.clone())),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
