//! How published tables are protected: the profiles that `--disclosure` names.

use super::file::{Mistake, SeedError, SeedFile, read_file};
use crate::level::Level;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::Path;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/disclosure.toml");

/// The seed's file.
pub(super) const NAME: &str = "disclosure.toml";

/// The profile of a run that is given none.
pub(crate) const USUAL: &str = "sfr-2011";
/// The profile that costs are set beside.
pub(crate) const STRICTER: &str = "both-sides";
/// What is given in place of a profile where nothing is to be published.
pub(crate) const NONE: &str = "none";

/// One way to protect published tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its name, as `--disclosure` takes it.
    pub name: String,
    /// What it does, in words.
    pub meaning: String,
    /// The smallest count of children that is hidden.
    pub hidden_from: i64,
    /// The largest of the small counts that are hidden.
    pub hidden_to: i64,
    /// Whether a numerator is hidden too where those in the denominator but not in it are so few.
    pub complements: bool,
    /// The largest numerator for which a percentage is hidden, where any is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percentage_numerator_to: Option<i64>,
    /// The largest denominator for which a percentage or mean is hidden.
    pub percentage_denominator_to: i64,
    /// What counts of authorities are rounded to; 1 leaves them exact.
    pub round_authorities: i64,
    /// What counts of regions and England are rounded to.
    pub round_totals: i64,
    /// Whether percentages and their limits are those of the printed counts.
    pub rounded_percentages: bool,
    /// Whether percentages and their limits are to the nearest whole one, in place of one decimal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole_percentages: bool,
    /// From how many children on limits are printed, where not always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limits_from: Option<i64>,
    /// The fewest whole numbers that must remain possible for a hidden count.
    pub least_integers: i64,
}

impl Profile {
    /// Whether a count of children is too small to be shown.
    pub(crate) fn hides(&self, count: i64) -> bool {
        (self.hidden_from..=self.hidden_to).contains(&count)
    }

    /// What counts of a level are rounded to.
    pub(crate) fn base(&self, level: Level) -> i64 {
        if level == Level::LocalAuthority { self.round_authorities } else { self.round_totals }
    }

    /// The profile as a file that `--disclosure` reads.
    pub(crate) fn to_toml(&self) -> String {
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let numerator_to =
            self.percentage_numerator_to.map(|most| format!("percentage_numerator_to = {most}\n")).unwrap_or_default();
        let whole = if self.whole_percentages { "whole_percentages = true\n" } else { "" };
        let limits_from = self.limits_from.map(|from| format!("limits_from = {from}\n")).unwrap_or_default();
        format!(
            "[[profile]]\nname = {}\nmeaning = {}\nhidden_from = {}\nhidden_to = {}\ncomplements = {}\n{numerator_to}\
             percentage_denominator_to = {}\nround_authorities = {}\nround_totals = {}\nrounded_percentages = {}\n\
             {whole}{limits_from}least_integers = {}\n",
            text(&self.name),
            text(&self.meaning),
            self.hidden_from,
            self.hidden_to,
            self.complements,
            self.percentage_denominator_to,
            self.round_authorities,
            self.round_totals,
            self.rounded_percentages,
            self.least_integers,
        )
    }

    /// What a printed percentage and its limits are a multiple of, in tenths.
    pub(crate) fn step(&self) -> i64 {
        if self.whole_percentages { 10 } else { 1 }
    }

    /// Whether it has the name of a profile that is built in, and is another.
    ///
    /// # Errors
    /// Where those built in cannot be read.
    pub(crate) fn is_misnamed(&self) -> Result<bool, SeedError> {
        let same = |own: &Profile| own.name.trim().eq_ignore_ascii_case(self.name.trim());
        Ok(load(&SeedFile { name: NAME.to_owned(), bytes: Cow::Borrowed(TEXT) })?
            .iter()
            .any(|own| same(own) && own != self))
    }

    /// The one profile of a user's own file.
    ///
    /// # Errors
    /// Where the file cannot be read, does not hold one profile, or has a built-in one's name with other numbers.
    pub fn from_file(path: &Path) -> Result<Profile, SeedError> {
        let name = path.display().to_string();
        let profile = Profile::read(&name, &read_file(path)?)?;
        named_truly(std::slice::from_ref(&profile), &name)?;
        Ok(profile)
    }

    /// The one profile of a text.
    ///
    /// # Errors
    /// Where it does not hold one profile.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Profile, SeedError> {
        let seed = SeedFile { name: name.to_owned(), bytes: Cow::Owned(bytes.to_vec()) };
        let mut list = load(&seed)?;
        match (list.pop(), list.is_empty()) {
            (Some(profile), true) => Ok(profile),
            _ => Err(Mistake::new("does not hold one profile", "start from publish/disclosure.toml of any report")
                .in_file(name)),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// What publish/disclosure.toml of a report has before the profile, which is no part of it.
    #[serde(default, rename = "same_children")]
    _same_children: Vec<[u16; 2]>,
    profile: Vec<Profile>,
}

/// Refuses profiles that have the name of a built-in one and are others: whoever reads the name would be misled.
///
/// # Errors
/// The first of them.
fn named_truly(profiles: &[Profile], file: &str) -> Result<(), SeedError> {
    for profile in profiles {
        if profile.is_misnamed()? {
            let problem = format!("profile {}: has the name of one that is built in, and other numbers", profile.name);
            return Err(Mistake::new(problem, "give it a name of its own").in_file(file));
        }
    }
    Ok(())
}

/// The profiles of a seed in force.
///
/// # Errors
/// Where the seed cannot be read, a profile's numbers make no sense, or one has the name of another.
pub(super) fn load_in_force(seed: &SeedFile) -> Result<Vec<Profile>, SeedError> {
    let list = load(seed)?;
    named_truly(&list, &seed.name)?;
    Ok(list)
}

/// The profiles of a seed.
///
/// # Errors
/// Where the seed cannot be read, or a profile's numbers make no sense.
pub(super) fn load(seed: &SeedFile) -> Result<Vec<Profile>, SeedError> {
    let list = seed.toml::<File>()?.profile;
    for profile in &list {
        if let Some((problem, remedy)) = nonsense(profile) {
            return Err(Mistake::new(format!("profile {}: {problem}", profile.name), remedy).in_file(&seed.name));
        }
    }
    Ok(list)
}

/// What is wrong with a profile's numbers or name, and what to do about it.
fn nonsense(profile: &Profile) -> Option<(&'static str, &'static str)> {
    let Profile { hidden_from, hidden_to, round_authorities, round_totals, least_integers, .. } = *profile;
    let counts = [hidden_from, hidden_to, profile.percentage_denominator_to];
    if counts.iter().chain(&profile.percentage_numerator_to).any(|count| !(0..=1000).contains(count)) {
        Some(("a count is not from 0 to 1000", "write one that is"))
    } else if hidden_from > hidden_to {
        Some(("hidden_from is larger than hidden_to", "write the smaller of the two as hidden_from"))
    } else if ![round_authorities, round_totals].iter().all(|base| (1..=100).contains(base)) {
        Some(("counts are rounded to less than 1 or more than 100", "write 1 (exact) to 100"))
    } else if !(2..=100).contains(&least_integers) {
        Some(("least_integers is not from 2 to 100", "write 2 or more: with 1, nothing would be protected"))
    } else if hidden_to - hidden_from + 1 < least_integers {
        Some((
            "fewer counts are hidden than least_integers asks for, and anybody knows that a hidden count is one of them",
            "widen hidden_from to hidden_to, or lower least_integers",
        ))
    } else if profile.limits_from.is_some_and(|from| !(0..=1000).contains(&from)) {
        Some(("limits_from is not from 0 to 1000", "write one that is"))
    } else if profile.name.is_empty() || profile.name == NONE {
        Some(("has no name, or that which means no profile", "give it its own name"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_profile_is_that_of_the_releases_of_2011() {
        let seeds = crate::seeds::Seeds::built_in().unwrap();
        let profile = seeds.disclosure.iter().find(|profile| profile.name == USUAL).unwrap();
        let hidden: Vec<i64> = (0..=7).filter(|count| profile.hides(*count)).collect();
        assert_eq!(hidden, [1, 2, 3, 4, 5]);
        assert_eq!((profile.base(Level::LocalAuthority), profile.base(Level::Regional)), (1, 10));
    }

    #[test]
    fn a_profile_is_read_back_as_it_was_written() {
        for profile in crate::seeds::Seeds::built_in().unwrap().disclosure {
            assert_eq!(Profile::read("mine.toml", profile.to_toml().as_bytes()).unwrap(), profile);
            let of_report = format!("same_children = [[99, 100]]\n\n{}", profile.to_toml());
            assert_eq!(Profile::read("publish/disclosure.toml", of_report.as_bytes()).unwrap(), profile);
        }
    }

    #[test]
    fn a_built_in_name_is_that_of_the_built_in_numbers() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(NAME);
        for profile in crate::seeds::Seeds::built_in().unwrap().disclosure {
            assert!(!profile.is_misnamed().unwrap());
            let text = profile.to_toml();
            for (name, is_refused) in
                [(profile.name.clone(), true), (profile.name.to_uppercase(), true), ("mine".to_owned(), false)]
            {
                let other = Profile { name, least_integers: 2, hidden_to: 9, ..profile.clone() };
                std::fs::write(&file, other.to_toml()).unwrap();
                assert_eq!(Profile::from_file(&file).is_err(), is_refused, "{}", other.name);
                assert_eq!(
                    crate::seeds::Seeds::load(Some(folder.path()), |_| None).is_err(),
                    is_refused,
                    "{}",
                    other.name
                );
            }
            std::fs::write(&file, text).unwrap();
            assert_eq!(Profile::from_file(&file).unwrap(), profile);
        }
    }

    #[test]
    fn a_profile_that_protects_nothing_is_refused() {
        let text = crate::seeds::Seeds::built_in().unwrap().disclosure[0].to_toml();
        for (from, to, said) in [
            ("least_integers = 3", "least_integers = 1", "nothing would be protected"),
            ("hidden_from = 1", "hidden_from = 6", "larger than hidden_to"),
            ("hidden_from = 1", "hidden_from = 4", "anybody knows that a hidden count is one of them"),
            ("round_totals = 10", "round_totals = 0", "write 1 (exact) to 100"),
            ("hidden_to = 5", "hidden_to = 5\nhide = 7", "unknown field"),
            ("\"sfr-2011\"", "\"none\"", "its own name"),
        ] {
            let wrong = text.replace(from, to);
            assert_ne!(wrong, text, "{from}");
            let error = crate::fault::with_help(&Profile::read("mine.toml", wrong.as_bytes()).unwrap_err());
            assert!(error.contains(said), "{error}");
        }
        let twice = format!("{text}{text}");
        assert!(Profile::read("mine.toml", twice.as_bytes()).is_err());
    }
}
