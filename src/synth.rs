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

pub use error::SynthError;
pub use layout::Written;
pub use options::{Layout, Options, Place, Scale};

use authority::Character;
use chance::Chance;
use destination::Beside;
use layout::Folder;
use rayon::prelude::*;
use report::Return;
use std::path::Path;

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
