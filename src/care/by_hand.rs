//! Returns written by hand, for tests.

use crate::day::Day;
use crate::progress::Progress;
use crate::quality::{CleanReturns, clean};
use crate::returns::files::find;
use crate::returns::place::Place;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::seeds::Seeds;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::{Basis, Timeframe};
use std::path::Path;

/// A day.
pub(crate) fn day(text: &str) -> Day {
    Day::read(text.as_bytes()).unwrap()
}

/// Cleans files of Barking and Dagenham (301): the year of the return, the name of the table, and its text.
pub(crate) fn cleaned(files: &[(i32, &str, String)], as_at: &str, then: impl FnOnce(&CleanReturns, Setting<'_>)) {
    let folder = tempfile::tempdir().unwrap();
    for (year, table, text) in files {
        let place = folder.path().join(format!("301/{year}"));
        std::fs::create_dir_all(&place).unwrap();
        std::fs::write(place.join(format!("{table}.csv")), text).unwrap();
    }
    let seeds = Seeds::built_in().unwrap();
    let policies = Policies::from_seeds(&seeds.policies).unwrap();
    let found = find(&[folder.path().to_owned()], Path::new("out")).unwrap();
    let returns = read(&found, &seeds, Place::default(), Kept::ForIndicators, Progress::new(true));
    let clean = clean(returns, &seeds, &policies);
    let timeframe = Timeframe::new(day(as_at), Basis::Rolling).unwrap();
    then(&clean, Setting { timeframe, seeds: &seeds, policies: &policies });
}
