//! The policies of the definitions, their defaults and what they mean.

use super::{SeedError, SeedFile};
use serde::Deserialize;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/policies.toml");

/// The facts of one policy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PolicySeed {
    /// Its name, as `--policy` takes it.
    pub name: String,
    /// Its default value, as `--policy` would take it.
    pub default: String,
    /// The indicators it bears on; all where empty.
    pub indicators: Vec<u16>,
    /// What it does, and what the other choice does.
    pub meaning: String,
}

impl PolicySeed {
    /// Whether it bears on an indicator.
    pub fn bears_on(&self, indicator: u16) -> bool {
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
