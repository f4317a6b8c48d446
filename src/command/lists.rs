//! The lists that a run used, given again to an audit.

use super::comparison::{ComparisonArguments, still_there};
use super::error::CliError;
use super::shared::{add_targets, with_authorities};
use crate::indicators::seeded;
use crate::report::record::Lists;
use crate::seeds::Seeds;
use crate::seeds::configuration::Configuration;
use std::path::PathBuf;

/// The lists that a run used, given again.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ListArguments {
    /// A list of authorities in place of England's
    #[arg(long, value_name = "FILE")]
    authorities: Option<PathBuf>,
    /// Local targets: CSV with the columns indicator, year, code, target
    #[arg(long, value_name = "FILE")]
    targets: Option<PathBuf>,
    #[command(flatten)]
    comparison: ComparisonArguments,
    /// A folder of seeds in place of those built in
    #[arg(long, value_name = "DIR")]
    seeds: Option<PathBuf>,
}

impl ListArguments {
    /// With the lists that a record names where none is given, as far as they are still there.
    pub(crate) fn or_recorded(self, recorded: &Lists) -> ListArguments {
        ListArguments {
            authorities: still_there(self.authorities, &recorded.authorities),
            targets: still_there(self.targets, &recorded.targets),
            comparison: self.comparison.or_recorded(recorded),
            seeds: still_there(self.seeds, &recorded.seeds),
        }
    }

    /// Reads the lists; `recorded` is how the run compared figures.
    ///
    /// # Errors
    /// Where a file cannot be read or does not hold what it should.
    pub(crate) fn load(&self, recorded: Configuration) -> Result<Seeds, CliError> {
        let mut seeds = seeded::load(self.seeds.as_deref()).map_err(CliError::new)?;
        if let Some(file) = &self.authorities {
            seeds = with_authorities(seeds, file)?;
        }
        if let Some(file) = &self.targets {
            add_targets(&mut seeds, file)?;
        }
        self.comparison.add_to(&mut seeds, recorded)?;
        Ok(seeds)
    }
}
