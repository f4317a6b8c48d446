//! Returns that are read, checked, measured and copied.

use super::files::Files;
use crate::anonymise::copy;
use crate::anonymise::kept::KeptColumns;
use crate::anonymise::key::Key;
use crate::anonymise::request::Request;
use crate::check::{check, rules};
use crate::columns::understand;
use crate::day::Day;
use crate::intake::Intake;
use crate::progress::Progress;
use crate::quality::clean;
use crate::returns::files::{FoundFiles, find_readable};
use crate::returns::place::Place;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::run::Measured;
use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::{Basis, Timeframe};
use std::path::PathBuf;

/// The folder of the returns.
const RETURNS: &str = "returns";

/// Reads files as returns: says what they are, checks them, works out the figures of a day and makes a copy, each as the
/// command does.
pub fn returns(bytes: &[u8]) {
    let Ok(files) = Files::of(bytes, RETURNS) else { return };
    let given = [files.at(RETURNS)];
    let Ok(found) = find_readable(&given, &files.at("out")) else { return };
    let Some(seeds) = seeds(&found) else { return };
    understand(&found.files, &seeds);
    checked(&found, &seeds);
    measured(&found, &seeds);
    copied(&given, &found, &files.at("copy"), &seeds);
}

/// The seeds, with the list of authorities beside the returns, where it can be read.
fn seeds(found: &FoundFiles) -> Option<Seeds> {
    let seeds = Seeds::built_in().ok()?;
    match found.authorities().ok()? {
        Some(list) => Some(seeds.with_authorities(Authorities::from_file(list).ok()?)),
        None => Some(seeds),
    }
}

fn checked(found: &FoundFiles, seeds: &Seeds) {
    let Ok(policies) = Policies::from_seeds(&seeds.policies) else { return };
    let mut returns = read(found, seeds, Place::default(), Kept::ForChecks, Progress::Quiet);
    let written = std::mem::take(&mut returns.written);
    let rules: Vec<_> = rules::all().collect();
    check(&clean(returns, seeds, &policies), &written, &rules, seeds, &policies);
}

fn measured(found: &FoundFiles, seeds: &Seeds) {
    let Ok(policies) = Policies::from_seeds(&seeds.policies) else { return };
    let returns = read(found, seeds, Place::default(), Kept::ForIndicators, Progress::Quiet);
    let clean = clean(returns, seeds, &policies);
    Intake::of(&clean, seeds);
    let Ok(timeframe) = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling) else { return };
    if let Err(error) = Measured::on(Setting { timeframe, seeds, policies: &policies }, &clean, &[]) {
        assert!(!matches!(error, crate::run::error::RunError::NotReconciled(_)), "the figures do not add up");
    }
}

fn copied(given: &[PathBuf], found: &FoundFiles, out: &std::path::Path, seeds: &Seeds) {
    let key = Key::of(b"bc5a4f7e01d28396");
    let _ = copy(&Request { given, found, out, key: &key, seeds, kept: &KeptColumns::named(&["NOTES".to_owned()]) });
}
