//! The named choices of the definitions, with the defaults of seeds/policies.toml and what they mean.

use super::file::{SeedError, SeedFile};
use miette::Diagnostic;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use thiserror::Error;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/policies.toml");

/// The facts of one policy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PolicySeed {
    /// Its name, as `--policy` takes it.
    pub name: String,
    /// Its default value, as `--policy` would take it.
    pub default: String,
    /// The indicators it bears on; empty for every one.
    pub indicators: Vec<u16>,
    /// What it does, and what the other choice does.
    pub meaning: String,
}

impl PolicySeed {
    /// Whether it bears on an indicator.
    pub(crate) fn bears_on(&self, indicator: u16) -> bool {
        self.indicators.is_empty() || self.indicators.contains(&indicator)
    }
}

#[derive(Deserialize)]
struct File {
    policy: Vec<PolicySeed>,
}

/// The policies of a seed.
///
/// # Errors
/// Where the seed cannot be read.
pub(super) fn load(seed: &SeedFile) -> Result<Vec<PolicySeed>, SeedError> {
    Ok(seed.toml::<File>()?.policy)
}

/// A value for every policy of the definitions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policies {
    /// A row left open that a later return tells otherwise is set aside (3.1 c).
    pub later_return_supersedes: bool,
    /// Episodes left open and not returned again end with their return (3.1 f).
    pub close_open_not_returned: bool,
    /// `M1` to `M3` are read as temporary stays (3.6).
    pub missing_is_temporary: bool,
    /// Ages at `as_at` at which a child should have an SDQ score (NI 58).
    pub sdq_ages: RangeInclusive<i32>,
    /// A child with an earlier adoptive placement is left out (NI 61).
    pub exclude_disrupted: bool,
    /// Days from the start of the period of care to the first review (NI 66).
    pub first_review_days: i32,
    /// Days from the first review to the second (NI 66).
    pub second_review_days: i32,
    /// Days from a later review to the next (NI 66).
    pub later_review_days: i32,
    /// Exam years in which children without a result are left out (NI 99 and 100).
    pub matched_only_years: Vec<i32>,
    /// A cohort member without an OC3 row counts as not in touch (NI 147 and 148).
    pub missing_oc3_counts: bool,
    /// Looking ahead, an OC3 row counts before the 19th birthday too (NI 147 and 148).
    pub oc3_before_birthday: bool,
    /// An OC3 table is taken at its word on who is in the cohort (NI 147 and 148): no figure changes, only its doubt.
    pub oc3_names_the_cohort: bool,
}

/// A policy setting that cannot be followed.
#[derive(Debug, Error, Diagnostic, PartialEq, Eq)]
pub enum PolicyError {
    /// Not written NAME=VALUE.
    #[error("'{0}' is not a policy setting")]
    #[diagnostic(help("write NAME=VALUE, such as exclude_disrupted=true"))]
    NotASetting(String),
    /// No policy has the name.
    #[error("no policy is called '{0}'")]
    #[diagnostic(help("`stocktake indicators` lists them"))]
    Unknown(String),
    /// The seeds give the policy no default.
    #[error("policies.toml gives {0} no default")]
    #[diagnostic(help("start from the seed that is built in"))]
    NoDefault(&'static str),
    /// The value is not one that the policy can take.
    #[error("'{value}' is not a value of the policy {name}")]
    Value {
        /// The policy.
        name: String,
        /// What was given.
        value: String,
        /// What to write.
        #[help]
        remedy: &'static str,
    },
}

impl Policies {
    /// Their names; each needs a default.
    pub(crate) const NAMES: [&str; 12] = [
        "later_return_supersedes",
        "close_open_not_returned",
        "missing_is_temporary",
        "sdq_ages",
        "exclude_disrupted",
        "first_review_days",
        "second_review_days",
        "later_review_days",
        "matched_only_years",
        "missing_oc3_counts",
        "oc3_before_birthday",
        "oc3_names_the_cohort",
    ];

    /// Before any is set.
    const UNSET: Policies = Policies {
        later_return_supersedes: false,
        close_open_not_returned: false,
        missing_is_temporary: false,
        sdq_ages: 0..=0,
        exclude_disrupted: false,
        first_review_days: 0,
        second_review_days: 0,
        later_review_days: 0,
        matched_only_years: Vec::new(),
        missing_oc3_counts: false,
        oc3_before_birthday: false,
        oc3_names_the_cohort: false,
    };

    /// The defaults, as the seeds give them.
    ///
    /// # Errors
    /// Where a seed names a policy that the program does not have or gives a value that it cannot take, or a
    /// policy has no seed.
    pub fn from_seeds(seeds: &[PolicySeed]) -> Result<Policies, PolicyError> {
        let mut policies = Policies::UNSET;
        for seed in seeds {
            policies.set(&seed.name, &seed.default)?;
        }
        let lacking = Policies::NAMES.iter().find(|name| !seeds.iter().any(|seed| seed.name == **name));
        lacking.map_or(Ok(policies), |name| Err(PolicyError::NoDefault(name)))
    }

    /// Applies settings from the command line, each `NAME=VALUE`.
    ///
    /// # Errors
    /// Where a setting is not of that form, names no policy or holds a value it cannot take.
    pub(crate) fn with_settings<'a>(
        mut self,
        settings: impl IntoIterator<Item = &'a String>,
    ) -> Result<Policies, PolicyError> {
        for setting in settings {
            let (name, value) = setting.split_once('=').ok_or_else(|| PolicyError::NotASetting(setting.clone()))?;
            self.set(name.trim(), value.trim())?;
        }
        Ok(self)
    }

    /// Whether a policy can have a value.
    ///
    /// # Errors
    /// Where there is no such policy, or it cannot have it.
    pub(crate) fn check(name: &str, value: &str) -> Result<(), PolicyError> {
        let mut policies = Policies::UNSET;
        policies.set(name, value)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), PolicyError> {
        let wrong = |remedy| PolicyError::Value { name: name.to_owned(), value: value.to_owned(), remedy };
        let yes_or_no = || value.parse::<bool>().map_err(|_| wrong("write true or false"));
        let days = || {
            let number = value.parse::<i32>().ok().filter(|days| (1..=3660).contains(days));
            number.ok_or_else(|| wrong("write a number of days from 1 to 3660"))
        };
        match name {
            "later_return_supersedes" => self.later_return_supersedes = yes_or_no()?,
            "close_open_not_returned" => self.close_open_not_returned = yes_or_no()?,
            "missing_is_temporary" => self.missing_is_temporary = yes_or_no()?,
            "exclude_disrupted" => self.exclude_disrupted = yes_or_no()?,
            "missing_oc3_counts" => self.missing_oc3_counts = yes_or_no()?,
            "oc3_before_birthday" => self.oc3_before_birthday = yes_or_no()?,
            "oc3_names_the_cohort" => self.oc3_names_the_cohort = yes_or_no()?,
            "first_review_days" => self.first_review_days = days()?,
            "second_review_days" => self.second_review_days = days()?,
            "later_review_days" => self.later_review_days = days()?,
            "sdq_ages" => {
                self.sdq_ages = read_ages(value).ok_or_else(|| wrong("write two ages, such as 5..=16"))?;
            }
            "matched_only_years" => {
                self.matched_only_years =
                    read_years(value).ok_or_else(|| wrong("write years in brackets, such as [2010] or []"))?;
            }
            _ => return Err(PolicyError::Unknown(name.to_owned())),
        }
        Ok(())
    }

    /// Every policy and its value, in the form that `--policy` reads.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            later_return_supersedes: self.later_return_supersedes,
            close_open_not_returned: self.close_open_not_returned,
            missing_is_temporary: self.missing_is_temporary,
            sdq_ages: in_text(&self.sdq_ages),
            exclude_disrupted: self.exclude_disrupted,
            first_review_days: self.first_review_days,
            second_review_days: self.second_review_days,
            later_review_days: self.later_review_days,
            matched_only_years: self.matched_only_years.clone(),
            missing_oc3_counts: self.missing_oc3_counts,
            oc3_before_birthday: self.oc3_before_birthday,
            oc3_names_the_cohort: self.oc3_names_the_cohort,
        }
    }
}

/// The policies as the run record shows them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each field is the policy of the same name")]
pub(crate) struct Settings {
    pub later_return_supersedes: bool,
    pub close_open_not_returned: bool,
    pub missing_is_temporary: bool,
    pub sdq_ages: String,
    pub exclude_disrupted: bool,
    pub first_review_days: i32,
    pub second_review_days: i32,
    pub later_review_days: i32,
    pub matched_only_years: Vec<i32>,
    pub missing_oc3_counts: bool,
    #[serde(default)]
    pub oc3_before_birthday: bool,
    pub oc3_names_the_cohort: bool,
}

impl Settings {
    /// Whether its text is that of a policy.
    pub(crate) fn is_sound(&self) -> bool {
        read_ages(&self.sdq_ages).is_some_and(|ages| in_text(&ages) == self.sdq_ages)
    }
}

fn in_text(ages: &RangeInclusive<i32>) -> String {
    format!("{}..={}", ages.start(), ages.end())
}

fn read_ages(value: &str) -> Option<RangeInclusive<i32>> {
    let (from, to) = value.split_once("..=")?;
    let (from, to) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (0 <= from && from <= to).then_some(from..=to)
}

fn read_years(value: &str) -> Option<Vec<i32>> {
    let inside = value.strip_prefix('[')?.strip_suffix(']')?;
    let mut years = Vec::new();
    for year in inside.split(',').map(str::trim).filter(|year| !year.is_empty()) {
        years.push(year.parse().ok().filter(|year| (1000..=9999).contains(year))?);
    }
    years.sort_unstable();
    Some(years)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    fn defaults() -> Policies {
        Policies::from_seeds(&Seeds::built_in().unwrap().policies).unwrap()
    }

    fn set(setting: &str) -> Result<Policies, PolicyError> {
        defaults().with_settings(&[setting.to_owned()])
    }

    #[test]
    fn the_defaults_are_those_of_the_definitions() {
        let expected = Policies {
            later_return_supersedes: true,
            close_open_not_returned: true,
            missing_is_temporary: true,
            sdq_ages: 5..=16,
            exclude_disrupted: false,
            first_review_days: 28,
            second_review_days: 91,
            later_review_days: 183,
            matched_only_years: vec![2010],
            missing_oc3_counts: true,
            oc3_before_birthday: false,
            oc3_names_the_cohort: true,
        };
        assert_eq!(defaults(), expected);
    }

    #[test]
    fn settings_are_read_and_nonsense_is_refused() {
        assert!(set("exclude_disrupted=true").unwrap().exclude_disrupted);
        assert_eq!(set("sdq_ages=4..=16").unwrap().sdq_ages, 4..=16);
        assert_eq!(set("matched_only_years=[]").unwrap().matched_only_years, Vec::<i32>::new());
        assert_eq!(set("matched_only_years=[2010, 2009]").unwrap().matched_only_years, vec![2009, 2010]);
        for wrong in [
            "exclude_disrupted=maybe",
            "sdq_ages=16..=5",
            "first_review_days=0",
            "first_review_days=28 days",
            "matched_only_years=[10]",
            "matched_only_years=2010",
            "sdq_ages=5-16",
            "no_such=1",
            "exclude_disrupted",
        ] {
            assert!(set(wrong).is_err(), "{wrong}");
        }
    }
}
