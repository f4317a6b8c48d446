//! The policies of the definitions, their defaults and what they mean.

use super::{SeedError, read_toml};
use serde::Deserialize;

const FILE: &str = "seeds/policies.toml";
const TEXT: &str = include_str!("../../seeds/policies.toml");

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

#[derive(Deserialize)]
struct File {
    policy: Vec<PolicySeed>,
}

/// The policies of seeds/policies.toml.
///
/// # Errors
/// Where the seed cannot be read.
pub fn built_in() -> Result<Vec<PolicySeed>, SeedError> {
    Ok(read_toml::<File>(FILE, TEXT)?.policy)
}
